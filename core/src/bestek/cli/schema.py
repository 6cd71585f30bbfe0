"""`bestek schema`: JSON Schema 2020-12 of a procurement file or of a result."""

from __future__ import annotations

import click

from ._command import make_command
from ._common import OneOf, help_text, language_option, verbose_option, with_options, write

WHAT = ("file", "assessment")


@make_command("help.schema")
@click.argument("what", default="file", type=OneOf(*WHAT), metavar="[assessment]")
@with_options(
    click.option("-o", "--output", "out", metavar="OUT", help=help_text("help.output")),
    click.option("--force", is_flag=True, help=help_text("help.force")),
    click.option(
        "--format", type=OneOf("json"), expose_value=False, metavar="json", help=help_text("help.format_json")
    ),
    language_option(),
    verbose_option(),
)
def command(what: str, out: str | None, force: bool, language: str) -> int:
    """Show a schema."""
    from .._to_json import dumps
    from ..policy import load_policy
    from ..schema import assessment_schema, file_schema

    of_file = what != "assessment"
    made = file_schema(found.regulation for found in load_policy().loaded) if of_file else assessment_schema()
    write(dumps(made) + "\n", out, force)
    return 0
