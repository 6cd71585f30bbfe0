"""Which profile a command works with, and the policy that it makes."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from .._texts import say
from ..errors import PolicyError, Problem
from ..policy import Policy, load_policy
from . import _profile_texts as _  # noqa: F401 - adds the texts of these options
from ._common import Output, cli_language, help_text, today, with_options, write

F = TypeVar("F", bound=Callable[..., Any])

DEFAULT = "bestek.toml"


def profile_options(*, none: bool = True) -> Callable[[F], F]:
    """Add `--profile`, `--parent` and, where a command can do without a profile, `--no-profile`."""
    options = [
        click.option(
            "--profile", metavar="FILE", expose_value=False, callback=_kept, help=help_text("help.profile_option")
        ),
        click.option(
            "--parent", metavar="FILE", multiple=True, expose_value=False, callback=_kept, help=help_text("help.parent")
        ),
    ]
    if none:
        shown = help_text("help.no_profile")
        options.append(click.option("--no-profile", is_flag=True, expose_value=False, callback=_kept, help=shown))
    return with_options(*options)


def locked_option() -> Callable[[F], F]:
    """Add `--locked`."""
    return click.option("--locked", is_flag=True, expose_value=False, callback=_kept, help=help_text("help.locked"))


def _kept(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    """Keep an option for whoever asks for the policy, so that commands need not pass it on."""
    context.meta[f"bestek.{parameter.name}"] = value
    return value


def _given(name: str) -> Any:
    return click.get_current_context().meta.get(f"bestek.{name}")


def named_profile() -> str | None:
    """Give the profile that counts: that of the option, of the variable, or `bestek.toml` in this folder."""
    named: str | None = _given("profile")
    if _given("no_profile"):
        if named:
            raise click.UsageError(say("usage.profile_or_not", cli_language()))
        return None
    return named or os.environ.get("BESTEK_PROFILE") or (DEFAULT if Path(DEFAULT).is_file() else None)


def needed_profile() -> str:
    """Give the profile that counts, or say that there is none."""
    found = named_profile()
    if found is None:
        raise PolicyError(Problem("no_profile", found=DEFAULT))
    return found


def parents() -> tuple[str, ...]:
    """Give the files outside its folder that the profile may extend."""
    return tuple(_given("parent") or ())


def policy_here(on: date | None, form: str, language: str) -> tuple[Policy, str]:
    """Load the policy of this command line, say what its owner should know, and choose the language of output."""
    profile = named_profile()
    if profile is None and _given("locked"):
        raise PolicyError(Problem("no_profile", found=DEFAULT))
    policy = policy_of(profile, on, locked=bool(_given("locked")))
    language = language_of(policy, language)
    Output(json=form == "json", language=language).warnings(policy.warnings)
    return policy, language


def language_of(policy: Policy, language: str) -> str:
    """Choose the language of output once the profile is known; the option goes before it."""
    source = click.get_current_context().get_parameter_source("language")
    if source is ParameterSource.COMMANDLINE or policy.profile is None:
        return language
    return cli_language(of_profile=policy.profile.language)


def policy_of(profile: str | None, on: date | None, *, locked: bool = False) -> Policy:
    """Load the policy of a profile, or of every installed regulation."""
    if profile is None:
        return load_policy()
    return load_policy(profile, parents=parents(), on=on or today(), locked=locked)


def write_shared(path: str, text: str, *, force: bool) -> None:
    """Write a file that colleagues share: whole or not at all, with the rights that it has, or that others get."""
    real = Path(path).resolve()
    if real.exists():
        mode = real.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    write(text, str(real) if real.exists() else path, force, mode)
