"""`bestek rule`: one rule of a regulation, apart from any file."""

from __future__ import annotations

import click

from ..policy import load_policy
from ._command import make_command
from ._common import (
    FORMATS,
    cli_language,
    format_option,
    language_option,
    one_of,
    paint,
    use_colour,
    verbose_option,
    width,
    with_options,
    write,
)
from ._complete import rule_ids


@make_command("help.rule")
@click.argument("id", metavar="ID", shell_complete=rule_ids)
@with_options(format_option(), language_option(), verbose_option())
def command(id: str, form: str, language: str | None, verbose: bool) -> int:
    """Show one rule."""
    from ..report.rule import as_data, rule_text
    from ..report.text import plain

    language = language or cli_language()
    form = one_of(form, FORMATS, "--format")
    policy = load_policy()
    rule = policy.rule(id)
    if form == "json":
        from .._to_json import dumps

        write(dumps(as_data(policy, rule)) + "\n", None, False)
    else:
        write(rule_text(policy, rule, language, width(), paint if use_colour() else plain), None, False)
    return 0
