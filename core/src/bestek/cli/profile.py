"""`bestek profile`: choose regulations, look at what a profile says, fix it in a lock, and compare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import click

from .._bytes import bytes_of, text_of
from .._lock import differences, dumps, lock_of, lock_path, not_fixed, other_libraries, read_lock
from .._plugins import installed
from .._profile_edit import add_regulation, remove_regulation
from .._profile_file import MODES
from .._profile_new import version_range
from .._texts import say
from ..errors import PolicyError, Problem, nearest
from ..policy import Policy, load_policy
from ..profile import read_profile
from . import _profile_texts as _  # noqa: F401 - adds the texts of these commands
from ._command import Command, Group
from ._common import (
    OneOf,
    Output,
    help_text,
    language_option,
    on_option,
    show_options,
    today,
    verbose_option,
    with_options,
)
from ._common import show as show_result
from ._profile import language_of, needed_profile, parents, policy_of, profile_options, write_shared


class Profiles(Group):
    """The group of these commands."""

    names = ("show", "add", "remove", "lock", "verify", "diff")
    texts = "help.profile"


@click.group(cls=Profiles, help=help_text("help.profile"))
def command() -> None:
    """The commands on profiles."""


# Editing ----------------------------------------------------------------------------------------------------


@command.command(cls=Command, help=help_text("help.profile.add"))
@click.argument("id", metavar="REGULATION")
@with_options(
    click.option("--version", "versions", metavar="RANGE", help=help_text("help.version_range")),
    click.option(
        "--mode", type=OneOf(*reversed(MODES)), metavar="|".join(reversed(MODES)), help=help_text("help.mode")
    ),
    click.option("--distribution", metavar="NAME", help=help_text("help.distribution")),
    profile_options(none=False),
    language_option(),
    verbose_option(),
)
def add(id: str, versions: str | None, mode: str | None, distribution: str | None, language: str) -> int:
    """Add a regulation, or change how it counts."""
    profile = needed_profile()
    here = [of for of in installed() if of.id == id and distribution in (None, of.distribution)]
    if not here:
        known = sorted({of.id for of in installed()})
        raise PolicyError(Problem("regulation_not_installed", found=id, nearest=nearest(id, known)))
    known_already = any(("regulations", id) in one.settings for one in read_profile(profile, parents=parents()).files)
    settings = {"version": versions, "mode": mode, "distribution": distribution}
    if not known_already and versions is None:
        settings["version"] = version_range(here[0].version)
    chosen = {key: value for key, value in settings.items() if value is not None}
    _edit(profile, lambda text: (add_regulation(text, id, chosen), ()), language)
    return 0


@command.command(cls=Command, help=help_text("help.profile.remove"))
@click.argument("id", metavar="REGULATION")
@with_options(profile_options(none=False), language_option(), verbose_option())
def remove(id: str, language: str) -> int:
    """Remove a regulation, and what was said of it."""
    profile = needed_profile()
    found = read_profile(profile, parents=parents())
    *inherited, own = found.files
    if ("regulations", id) not in own.settings:
        above = [one.settings["regulations", id] for one in inherited if ("regulations", id) in one.settings]
        if above:
            raise PolicyError(above[0].problem("regulation_inherited", found=f'"{id}"'))
        known = tuple(found.regulations)
        raise PolicyError(Problem("not_in_profile", found=f'"{id}"', nearest=nearest(id, known), file=own.file))
    _edit(profile, lambda text: remove_regulation(text, id), language)
    return 0


def _edit(profile: str, change: Callable[[str], tuple[str, tuple[str, ...]]], language: str) -> None:
    """Change the text of a profile, unless what comes of it is no sound profile; then nothing is written."""
    before = text_of(bytes_of(profile), profile)
    text, gone = change(before)
    load_policy(read_profile(profile, parents=parents(), content=text.encode()), on=today())
    if text != before:
        write_shared(profile, text, force=True)
    click.echo(
        say("profile.written" if text != before else "profile.unchanged", language).format(file=profile), err=True
    )
    for what in gone:
        click.echo(say("profile.gone_too", language).format(what=what), err=True)


# Looking ----------------------------------------------------------------------------------------------------


@command.command(cls=Command, help=help_text("help.profile.show"))
@show_options(on_option(), profile_options(none=False))
def show(on: date | None, form: str, language: str) -> int:
    """Show what a profile comes to, each setting with the file that it came from."""
    from ..report.profile import as_dict, show_text

    policy, language = _policy(on, form, language)
    shown = as_dict(policy, on or today())
    return show_result(form, lambda: shown, lambda paint, width: show_text(shown, language, width, paint))


@command.command(cls=Command, help=help_text("help.profile.diff"))
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@show_options(on_option(), profile_options(none=False))
def diff(before: str, after: str, on: date | None, form: str, language: str) -> int:
    """Compare two profiles; the status is 1 where they differ."""
    from .._profile_diff import changes
    from ..report.profile import diff_dict, diff_text

    first, second = policy_of(before, on), policy_of(after, on)
    found = changes(first, second)
    language = language_of(second, language)
    show_result(
        form,
        lambda: diff_dict(first, second, found),
        lambda paint, width: diff_text(found, language, width, paint),
    )
    return 1 if found else 0


# Locking ----------------------------------------------------------------------------------------------------


@command.command(cls=Command, help=help_text("help.profile.lock"))
@show_options(on_option(), profile_options(none=False))
def lock(on: date | None, form: str, language: str) -> int:
    """Write the lock beside the profile."""
    policy, language = _policy(on, form, language)
    assert policy.profile is not None
    made, path = lock_of(policy), lock_path(policy.profile)
    write_shared(str(path), dumps(made), force=True)
    Output(json=form == "json", language=language).warnings(not_fixed(made, str(path)))
    if form == "json":
        return show_result(form, lambda: {"file": str(path), **made}, lambda paint, width: "")
    click.echo(say("profile.locked", language).format(file=path, count=len(made["packages"])), err=True)
    return 0


@command.command(cls=Command, help=help_text("help.profile.verify"))
@show_options(on_option(), profile_options(none=False))
def verify(on: date | None, form: str, language: str) -> int:
    """Compare what is here with the lock; the status is 1 where anything differs."""
    try:
        policy, language = _policy(on, form, language)
        assert policy.profile is not None
        path = lock_path(policy.profile)
        locked, now = read_lock(path), lock_of(policy)
    except PolicyError as wrong:
        if not any(problem.code in _DIFFERS for problem in wrong.problems):
            raise
        return _verified(wrong.problems, form, language)
    output = Output(json=form == "json", language=language)
    output.warnings([*not_fixed(now, str(path)), *other_libraries(locked, now, str(path))])
    return _verified(tuple(differences(locked, now, str(path))), form, language)


_DIFFERS = ("version_not_admitted", "regulation_not_installed", "broken_regulation", "edited_lock")


def _verified(found: tuple[Problem, ...], form: str, language: str) -> int:
    lines = [problem.message(language) for problem in found] or [say("profile.as_locked", language)]
    show_result(
        form,
        lambda: {"differences": [problem.to_dict() for problem in found]},
        lambda paint, width: "\n".join(lines) + "\n",
    )
    return 1 if found else 0


# Shared -----------------------------------------------------------------------------------------------------


def _policy(on: date | None, form: str, language: str) -> tuple[Policy, str]:
    policy = policy_of(needed_profile(), on)
    language = language_of(policy, language)
    Output(json=form == "json", language=language).warnings(policy.warnings)
    return policy, language
