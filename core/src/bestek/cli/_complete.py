"""What the shell completes: rule ids and fact paths. Plugins are loaded only when something is completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._common import cli_language

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem


def rule_ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a rule, with or without its regulation."""
    from click.shell_completion import CompletionItem

    from ..policy import load_policy

    rules = load_policy().program.by_id
    named = {full if "/" in incomplete else full.partition("/")[2]: rule for full, rule in rules.items()}
    if "/" not in incomplete:
        named |= rules
    return [
        CompletionItem(id, help=rule.title.in_(cli_language()))
        for id, rule in sorted(named.items())  # noqa: A001
        if id.lower().startswith(incomplete.lower())
    ]


def fact_paths(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the path of a fact."""
    from click.shell_completion import CompletionItem

    from ..policy import load_policy

    return [
        CompletionItem(path, help=member.label.in_(cli_language()))
        for path, member in sorted(load_policy().vocabulary.items())
        if path.startswith(incomplete)
    ]
