"""`bestek questions`: what is still to be answered, by whom."""

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
from .assess import read_file


@make_command("help.questions")
@click.argument("file", metavar="FILE")
@with_options(
    on_option(),
    click.option("--all", "everything", is_flag=True, help=help_text("help.all")),
    format_option(),
    input_option(),
    language_option(),
    verbose_option(),
)
def command(
    file: str,
    on: date | None,
    everything: bool,
    form: str,
    form_in: str | None,
    language: str | None,
    verbose: bool,
) -> int:
    """Show the questions of one file."""
    from ..report.questions import as_data, questions_text
    from ..report.text import plain, quoted

    language = language or cli_language()
    form = one_of(form, FORMATS, "--format")
    policy = load_policy()
    assessment = policy.assess(read_file(policy, file, form_in), on or today())
    if form == "json":
        from .._to_json import dumps

        write(dumps(as_data(assessment)) + "\n", None, False)
        return 0
    shown = questions_text(
        assessment, language, width=width(), file=quoted(file), full=everything, paint=paint if use_colour() else plain
    )
    write(shown, None, False)
    return 0
