"""`bestek new`: a commented procurement file to fill in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from .._texts import say
from ..policy import load_policy
from ._command import make_command
from ._common import help_text, language_option, on_option, today, verbose_option, with_options, write
from ._profile import policy_here, profile_options


@make_command("help.new")
@click.argument("file", metavar="FILE")
@with_options(
    click.option("--regulation", "regulations", multiple=True, metavar="ID", help=help_text("help.regulation")),
    click.option("--force", is_flag=True, help=help_text("help.force")),
    on_option(),
    profile_options(),
    language_option(),
    verbose_option(),
)
def command(file: str, regulations: tuple[str, ...], force: bool, on: date | None, language: str) -> int:
    """Write a new file."""
    from ..report.draft import draft
    from ..report.sentences import quoted

    if file != "-" and Path(file).suffix.lower() != ".toml":
        raise click.BadParameter(say("usage.toml", language).format(found=f'"{file}"'), param_hint="FILE")
    if regulations:
        policy = load_policy(regulations=regulations)
    else:
        policy, language = policy_here(on, "text", language)
    title = "" if file == "-" else Path(file).stem
    text = draft(policy, file=quoted(file), title=title, on=on or today(), language=language)
    if file == "-":
        write(text, None, force)
        return 0
    write(text, file, force)
    click.echo(say("new.done", language).format(file=quoted(file)), err=True)
    return 0
