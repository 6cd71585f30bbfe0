"""`bestek explain`: how a rule came to its outcome for one file."""

from __future__ import annotations

from datetime import date

import click

from ..policy import load_policy
from ._command import make_command
from ._common import (
    FORMATS,
    cli_language,
    format_option,
    help_text,
    input_option,
    language_option,
    on_option,
    one_of,
    paint,
    today,
    use_colour,
    verbose_option,
    width,
    with_options,
    write,
)
from ._complete import rule_ids
from .assess import read_file


@make_command("help.explain")
@click.argument("file", metavar="FILE")
@click.argument("rule", metavar="RULE", shell_complete=rule_ids)
@with_options(
    on_option(),
    click.option("--subject", metavar="SUBJECT", help=help_text("help.subject")),
    click.option("--tree", is_flag=True, help=help_text("help.tree")),
    format_option(),
    input_option(),
    language_option(),
    verbose_option(),
)
def command(
    file: str,
    rule: str,
    on: date | None,
    subject: str | None,
    tree: bool,
    form: str,
    form_in: str | None,
    language: str | None,
    verbose: bool,
) -> int:
    """Explain one rule."""
    from ..report.explain import Explanation
    from ..report.text import plain

    language = language or cli_language()
    form = one_of(form, FORMATS, "--format")
    policy = load_policy()
    found = policy.rule(rule)
    assessment = policy.assess(read_file(policy, file, form_in), on or today())
    made = Explanation(
        assessment, found, language, subject=subject, tree=tree, width=width(), paint=paint if use_colour() else plain
    )
    if form == "json":
        from .._to_json import dumps

        write(dumps(made.to_dict()) + "\n", None, False)
    else:
        write(made.text(), None, False)
    return 0
