"""`bestek rule`: one rule of a regulation, apart from any file."""

from __future__ import annotations

import click

from ..policy import load_policy
from ._command import make_command
from ._common import show, show_options
from ._complete import rule_ids


@make_command("help.rule")
@click.argument("id", metavar="ID", shell_complete=rule_ids)
@show_options()
def command(id: str, form: str, language: str) -> int:
    """Show one rule."""
    from ..report.rule import as_data, rule_text

    policy = load_policy()
    rule = policy.rule(id)
    return show(
        form,
        lambda: as_data(policy, rule),
        lambda paint, width: rule_text(policy, rule, language, width, paint),
    )
