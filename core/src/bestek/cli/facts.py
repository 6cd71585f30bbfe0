"""`bestek facts`: the vocabulary of procurement files."""

from __future__ import annotations

import click

from ..policy import load_policy
from ._command import make_command
from ._common import show, show_options
from ._complete import fact_paths


@make_command("help.facts")
@click.argument("path", required=False, metavar="[PATH]", shell_complete=fact_paths)
@show_options()
def command(path: str | None, form: str, language: str) -> int:
    """Show the facts, or those at one path."""
    from ..report.facts import as_data, facts_text, found_at

    policy = load_policy()
    found = found_at(policy, path)
    alone = len(found) == 1
    return show(
        form,
        lambda: as_data(policy, found)[0] if alone else as_data(policy, found),
        lambda paint, width: facts_text(policy, found, language, width, paint),
    )
