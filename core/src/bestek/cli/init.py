"""`bestek init`: write a profile, by asking or from options alone."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .._kinds import Kind
from .._plugins import Loaded
from .._profile_new import Draft, profile_text
from .._texts import say
from ..errors import PolicyError, Problem, nearest
from ..policy import Policy, load_policy
from ..profile import read_profile
from ..reading import read_dict
from ..shared import SHARED
from ..vocabulary import Buyer
from . import _profile_texts as _  # noqa: F401 - adds the texts of this command
from ._command import make_command
from ._common import cli_language, help_text, language_option, one_of, today, verbose_option, with_options
from ._profile import DEFAULT, write_shared


@make_command("help.init")
@with_options(
    click.option("--name", metavar="NAME", help=help_text("help.name")),
    click.option("--kind", metavar="KIND", help=help_text("help.kind")),
    click.option("--regulation", "named", metavar="ID", multiple=True, help=help_text("help.init_regulation")),
    click.option("--extends", metavar="FILE", multiple=True, help=help_text("help.extends")),
    click.option("--shared", is_flag=True, help=help_text("help.shared")),
    click.option("-o", "--output", "out", metavar="FILE", default=DEFAULT, help=help_text("help.init_output")),
    click.option("--force", is_flag=True, help=help_text("help.force")),
    language_option(),
    verbose_option(),
)
def command(
    name: str | None,
    kind: str | None,
    named: tuple[str, ...],
    extends: tuple[str, ...],
    shared: bool,
    out: str,
    force: bool,
    language: str,
) -> int:
    """Write a profile."""
    if Path(out).exists() and not force:
        raise click.UsageError(say("usage.exists", language).format(found=out))
    policy = load_policy()
    kinds = Buyer.facts["kind"].kind
    asking = name is None or kind is None
    name = name or _ask("--name", say("ask.name", language))
    kind = one_of(kind, kinds.values, "--kind") if kind else _ask_kind(kinds, language)
    proposed = proposals(policy, kind)
    chosen = _chosen(policy, named) if named else _agreed(proposed, policy, language) if asking else proposed
    if not chosen and not extends:
        known = tuple(found.regulation.id for found in policy.loaded)
        raise PolicyError(Problem("no_regulations", "--regulation", allowed=known))
    inherited = read_parents(out, extends)
    others = tuple(one for one in policy.loaded if one not in chosen and one.regulation.id not in inherited)
    draft = Draft(name, kind, language, chosen, others, tuple(SHARED.all.values()), extends, shared)
    text = profile_text(draft)
    load_policy(read_profile(out, content=text.encode()), on=today())
    write_shared(out, text, force=force)
    click.echo(say("init.done", language).format(file=out), err=True)
    return 0


def proposals(policy: Policy, kind: str) -> tuple[Loaded, ...]:
    """Give the regulations that bind a body of this kind, or may do so: all that do not say that they do not apply."""
    assessment = policy.assess(read_dict({"buyer": {"kind": kind}}), today())
    out = {found.id for found in assessment.regulations if found.applies == "no"}
    return tuple(found for found in policy.loaded if found.regulation.id not in out)


def read_parents(out: str, extends: tuple[str, ...]) -> set[str]:
    """Give the regulations that the parents choose; what is wrong with a parent shows here."""
    found = [read_profile(Path(out).parent / file) for file in extends]
    return {id for profile in found for id in profile.regulations}  # noqa: A001


def _chosen(policy: Policy, named: tuple[str, ...]) -> tuple[Loaded, ...]:
    known = {found.regulation.id: found for found in policy.loaded}
    problems = [
        Problem("regulation_not_installed", "--regulation", id, tuple(known), nearest(id, known))
        for id in named  # noqa: A001
        if id not in known
    ]
    if problems:
        raise PolicyError(problems)
    return tuple(known[id] for id in sorted(set(named)))  # noqa: A001


def _agreed(proposed: tuple[Loaded, ...], policy: Policy, language: str) -> tuple[Loaded, ...]:
    """Ask about each regulation; what binds is proposed."""
    found = []
    for one in policy.loaded:
        said = say("ask.regulation", language).format(id=one.regulation.id, title=one.regulation.title.in_(language))
        if _confirm(said, one in proposed, language):
            found.append(one)
    return tuple(found)


def _ask_kind(kinds: Kind, language: str) -> str:
    click.echo(say("ask.kinds", language), err=True)
    for value in kinds.values:
        click.echo(f"  {value:<20} {kinds.labels[value].in_(language)}", err=True)
    return one_of(_ask("--kind", say("ask.kind", language)), kinds.values, "--kind")


def _ask(option: str, question: str) -> str:
    """Ask for an answer. Where nobody can answer, the option is missing."""
    try:
        answer: str = click.prompt(question, err=True)
    except click.Abort:
        if sys.stdin.isatty():
            raise
        raise click.UsageError(say("usage.missing", cli_language()).format(found=option)) from None
    return answer


def _confirm(question: str, default: bool, language: str) -> bool:
    """Ask for yes or no, in the letters of the language."""
    yes, no = say("word.yes", language), say("word.no", language)
    shown = f"{question} [{(yes if default else no)}]"
    while True:
        answer = click.prompt(shown, default="", show_default=False, err=True).strip().lower()
        if not answer:
            return default
        if answer[0] in (yes[0], no[0]):
            return bool(answer[0] == yes[0])
