"""`bestek facts`: the vocabulary of procurement files."""

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
from ._complete import fact_paths


@make_command("help.facts")
@click.argument("path", required=False, metavar="[PATH]", shell_complete=fact_paths)
@with_options(format_option(), language_option(), verbose_option())
def command(path: str | None, form: str, language: str | None, verbose: bool) -> int:
    """Show the facts, or those at one path."""
    from ..report.facts import as_data, facts_text, found_at
    from ..report.text import plain

    language = language or cli_language()
    form = one_of(form, FORMATS, "--format")
    policy = load_policy()
    found = found_at(policy, path)
    if form == "json":
        from .._to_json import dumps

        made = as_data(policy, found)
        write(dumps(made[0] if path in found else made) + "\n", None, False)
    else:
        colour = paint if use_colour() else plain
        write(facts_text(policy, found, language, width(), colour, whole=path in found), None, False)
    return 0
