"""`bestek explain`: how a rule came to its outcome for one file."""

from __future__ import annotations

from datetime import date

import click

from ._command import make_command
from ._common import help_text, input_option, on_option, show, show_options, today
from ._complete import rule_ids
from ._profile import policy_here, profile_options
from .assess import judged


@make_command("help.explain")
@click.argument("file", metavar="FILE")
@click.argument("rule", metavar="RULE", shell_complete=rule_ids)
@show_options(
    on_option(),
    profile_options(),
    click.option("--subject", metavar="SUBJECT", help=help_text("help.subject")),
    click.option("--tree", is_flag=True, help=help_text("help.tree")),
    input_option(),
)
def command(
    file: str,
    rule: str,
    on: date | None,
    subject: str | None,
    tree: bool,
    form_in: str | None,
    form: str,
    language: str,
) -> int:
    """Explain one rule."""
    from ..report.explain import Explanation

    policy, language = policy_here(on, form, language)
    found = policy.rule(rule)
    assessment = judged(policy, file, form_in, on or today())
    made = Explanation(assessment, found, language, subject=subject, tree=tree)
    return show(form, made.to_dict, made.text)
