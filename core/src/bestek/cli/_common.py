"""What commands share: options, languages, where output goes, and how faults are shown."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import click

from .. import __version__
from .._texts import LANGUAGES, REASONS, say
from ..errors import Problem, nearest
from . import _texts as _  # noqa: F401 - adds the texts of the command line

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("text", "json")
WIDEST = 100  # longer lines are hard to read
SHOWN_PROBLEMS = 50
MANY = 20  # files; from here on a terminal shows how far it is


# Language ---------------------------------------------------------------------------------------------------


def argument_of(option: str, arguments: Sequence[str]) -> str | None:
    """Find the value of an option before the arguments are parsed."""
    for place, argument in enumerate(arguments):
        if argument == option and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(f"{option}="):
            return argument.partition("=")[2]
    return None


def _named_language(arguments: Sequence[str]) -> str | None:
    named = argument_of("--language", arguments) or os.environ.get("BESTEK_LANGUAGE")
    return named if named in LANGUAGES else None


def cli_language(arguments: Sequence[str] | None = None, of_profile: str | None = None) -> str:
    """Choose the language of output: option, variable, profile, locale; Dutch where nothing says."""
    named = _named_language(sys.argv[1:] if arguments is None else arguments) or of_profile
    if named:
        return named
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return locale[:2] if locale[:2] in LANGUAGES else "nl"


def help_text(key: str) -> str:
    """Give a text of `--help`, in English unless the option or the variable says otherwise."""
    return say(key, _named_language(sys.argv[1:]) or "en")


# Options ----------------------------------------------------------------------------------------------------


class Day(click.ParamType):  # type: ignore[type-arg]  # generic in newer releases of click only
    """A date on the command line."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            found = date.fromisoformat(value)
        except ValueError:
            found = None
        if found is None or found.isoformat() != value:
            raise click.BadParameter(say("usage.date", cli_language()).format(found=f'"{value}"'), ctx, param)
        return found


class OneOf(click.ParamType):  # type: ignore[type-arg]
    """One of a few words, with an error in the user's language that lists them."""

    name = "choice"

    def __init__(self, *words: str) -> None:
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.words:
            text = say("usage.choice", cli_language())
            raise click.BadParameter(text.format(found=f'"{value}"', allowed=", ".join(self.words)), ctx, param)
        return str(value)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from click.shell_completion import CompletionItem

        return [CompletionItem(word) for word in self.words if word.startswith(incomplete)]


def with_options(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Put several options on a command, in this order."""

    def decorate(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def on_option() -> Callable[[F], F]:
    return click.option("--on", type=Day(), default=None, metavar="DATE", help=help_text("help.on"))


def format_option() -> Callable[[F], F]:
    return click.option(
        "--format",
        "form",
        type=OneOf(*FORMATS),
        default="text",
        metavar="|".join(FORMATS),
        help=help_text("help.format"),
    )


def input_option() -> Callable[[F], F]:
    return click.option("--input", "form_in", metavar="toml|json", help=help_text("help.input"))


def language_option() -> Callable[[F], F]:
    return click.option(
        "--language",
        type=OneOf(*LANGUAGES),
        default=None,
        callback=lambda ctx, param, value: value or cli_language(),
        metavar="nl|en",
        help=help_text("help.language"),
    )


def verbose_option() -> Callable[[F], F]:
    """`-v` is read before the command line is parsed (`cli.run`); a command does not see it."""
    return click.option("-v", "--verbose", is_flag=True, expose_value=False, help=help_text("help.verbose"))


def show_options(*more: Callable[[Any], Any]) -> Callable[[F], F]:
    """Put the options on a command that every command has that shows something, after those of its own."""
    return with_options(*more, format_option(), language_option(), verbose_option())


def one_of(word: str, allowed: Iterable[str], option: str) -> str:
    """Give the word, or say which there are."""
    allowed = tuple(dict.fromkeys(allowed))
    if word not in allowed:
        text = say("usage.choice", cli_language())
        raise click.BadParameter(text.format(found=f'"{word}"', allowed=", ".join(allowed)), param_hint=option)
    return word


def today() -> date:
    """Read the clock. Nothing else does."""
    return date.today()


# Output -----------------------------------------------------------------------------------------------------


def width() -> int:
    """Give the width to write at: `COLUMNS`, the terminal, or 80."""
    return min(shutil.get_terminal_size((80, 24)).columns, WIDEST)


def use_colour() -> bool:
    """Colour only on a terminal; `NO_COLOR` and `FORCE_COLOR` go first."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


_STYLES: dict[str, dict[str, Any]] = {
    "verdict.blocked": {"fg": "red", "bold": True},
    "verdict.undecided": {"fg": "magenta", "bold": True},
    "verdict.conditional": {"fg": "cyan", "bold": True},
    "verdict.clear": {"fg": "green", "bold": True},
    "heading": {"bold": True},
}


def unpainted(text: str, role: str) -> str:
    """Colour nothing."""
    return text


def paint(text: str, role: str) -> str:
    """Colour a piece of a report by its role."""
    return click.style(text, **_STYLES[role]) if role in _STYLES else text


def write(text: str, out: str | None, force: bool, mode: int = 0o600, inputs: Sequence[str] = ()) -> None:
    """Write a result to stdout, or to a file: whole or not at all, for the owner only, never over another one.

    With `force` an ordinary file is written over, but none of the `inputs`. A device or a pipe is written to as it is.
    """
    if out is None:
        sys.stdout.write(text)
        return
    import tempfile

    target = Path(out)
    if target.is_char_device() or target.is_fifo():
        target.write_text(text, encoding="utf-8")
        return
    if target.exists() and (not force or any(file != "-" and Path(file).samefile(target) for file in inputs)):
        raise click.UsageError(say("usage.exists" if not force else "usage.input", cli_language()).format(found=out))
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise click.UsageError(say("usage.no_file", cli_language()).format(found=out))
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(text)
            Path(name).chmod(mode)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as wrong:
        text = say("usage.cannot_write", cli_language()).format(found=out, reason=reason_of(wrong))
        raise click.UsageError(text) from wrong


def progress(files: Sequence[str]) -> Iterator[str]:
    """Give the files one by one, with a bar on the terminal where there are many."""
    if len(files) < MANY or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, file=sys.stderr) as bar:
        yield from bar


def reason_of(wrong: OSError) -> str:
    """Say why the system could not read or write."""
    said = wrong.strerror or type(wrong).__name__
    return REASONS[said].in_(cli_language()) if said in REASONS else said


def show(form: str, as_data: Callable[[], Any], as_text: Callable[[Callable[[str, str], str], int], str]) -> int:
    """Write a result to stdout: as JSON, or as text with colours and a width. Gives exit status 0."""
    if form == "json":
        from .._to_json import dumps

        write(dumps(as_data()) + "\n", None, False)
    else:
        write(as_text(paint if use_colour() else unpainted, width()), None, False)
    return 0


class Output:
    """Where messages go: to stderr, as lines or as JSON."""

    held: ClassVar[list[dict[str, Any]]] = []  # warnings of this command, to be one JSON text with its faults

    def __init__(self, *, json: bool, language: str) -> None:
        self.json = json
        self.language = language

    def problems(self, problems: Iterable[Problem]) -> None:
        """Show every fault, one a line."""
        found = list(problems)
        if self.json:
            made: dict[str, Any] = {"problems": [problem.to_dict() for problem in found]}
            if self.held:
                made["warnings"] = self.held[:]
                self.held.clear()
            self._write(json.dumps(made, ensure_ascii=False, indent=2))
            return
        shown = found[:SHOWN_PROBLEMS]
        longest = max((len(problem.where) for problem in shown), default=0)
        for problem in shown:
            where = f"{problem.where:<{longest}}  " if longest else ""
            self._write(f"{say('cli.error', self.language)}: {where}{problem.what(self.language)}")
        if len(found) > SHOWN_PROBLEMS:
            self._write(say("cli.more_problems", self.language).format(count=len(found) - SHOWN_PROBLEMS))

    def warnings(self, warnings: Iterable[Problem]) -> None:
        """Show what the user should know and that stops nothing, one a line."""
        found = list(warnings)
        if self.json:
            self.held.extend(warning.to_dict() for warning in found)
            return
        for warning in found:
            self._write(f"{say('word.warning', self.language)}: {warning.message(self.language)}")

    def end(self) -> None:
        """Write the warnings that no fault took along."""
        if self.held:
            self._write(json.dumps({"warnings": self.held}, ensure_ascii=False, indent=2))
            self.held.clear()

    def own_fault(self, fault: Exception) -> None:
        """Say in one line that the fault is ours."""
        said = say("cli.own_fault", self.language).format(fault=type(fault).__name__, version=__version__)
        self._write(json.dumps({"fault": said}, ensure_ascii=False) if self.json else said)

    @staticmethod
    def _write(line: str) -> None:
        try:
            sys.stderr.write(f"{line}\n")
        except BrokenPipeError:
            quiet_pipe()


def quiet_pipe() -> None:
    """Make Python end without a word when the reader of its output is gone."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(null, stream.fileno())
        except (OSError, ValueError):
            continue


def usage_problem(wrong: click.ClickException, language: str) -> Problem:
    """Say what is wrong with a command line, in the user's language."""
    match wrong:
        case click.NoSuchOption():
            near = wrong.possibilities[0] if wrong.possibilities else None
            return Problem(
                "usage", found=say("usage.no_option", language).format(found=wrong.option_name), nearest=near
            )
        case click.BadOptionUsage():
            return Problem("usage", found=say("usage.no_value", language).format(found=wrong.option_name))
        case click.MissingParameter():
            named = wrong.param_hint or (wrong.param.make_metavar(wrong.ctx) if wrong.param and wrong.ctx else "?")
            return Problem("usage", found=say("usage.missing", language).format(found=named))
        case click.BadParameter():
            hint = wrong.param_hint or (wrong.param.opts[-1] if wrong.param else "")
            return Problem("usage", path=str(hint), found=wrong.message)
        case click.UsageError() if wrong.ctx is not None and "No such command" in wrong.message:
            named = wrong.message.partition("'")[2].rpartition("'")[0]
            known = wrong.ctx.command.list_commands(wrong.ctx) if isinstance(wrong.ctx.command, click.Group) else []
            text = say("usage.no_command", language).format(found=named, allowed=", ".join(known))
            return Problem("usage", found=text, nearest=nearest(named, known))
        case click.UsageError() if "unexpected extra" in wrong.message:
            named = wrong.message.partition("(")[2].rpartition(")")[0]
            return Problem("usage", found=say("usage.too_many", language).format(found=named))
    return Problem("usage", found=wrong.message)
