"""`bestek questions`: what is still to be answered, by whom."""

from __future__ import annotations

from datetime import date

import click

from ._command import make_command
from ._common import help_text, input_option, on_option, show, show_options, today
from ._profile import policy_here, profile_options
from .assess import judged


@make_command("help.questions")
@click.argument("file", metavar="FILE")
@show_options(
    on_option(),
    profile_options(),
    click.option("--all", "everything", is_flag=True, help=help_text("help.all")),
    input_option(),
    click.option("--redact", is_flag=True, help=help_text("help.redact")),
)
def command(
    file: str, on: date | None, everything: bool, form_in: str | None, redact: bool, form: str, language: str
) -> int:
    """Show the questions of one file."""
    from ..report.questions import as_data, questions_text
    from ..report.sentences import quoted

    policy, language = policy_here(on, form, language)
    assessment = judged(policy, file, form_in, on or today(), redact=redact)
    return show(
        form,
        lambda: as_data(assessment),
        lambda paint, width: questions_text(
            assessment, language, width=width, file="FILE" if redact else quoted(file), full=everything, paint=paint
        ),
    )
