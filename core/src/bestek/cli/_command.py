"""Commands and groups whose help is in the language of the user, with click's own words translated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from ._common import help_text

_HEADINGS = {"Options": "help.options", "Commands": "help.commands"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, f"{help_text('help.usage')}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(help_text(_HEADINGS[heading]) if heading in _HEADINGS else heading)


class Context(click.Context):
    """A context that writes help in our words."""

    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is in our words."""

    context_class = Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        found = super().get_help_option(ctx)
        if isinstance(found, click.Option):
            found.help = help_text("help.help")
        return found

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.options_metavar = help_text("help.options_metavar")
        return super().collect_usage_pieces(ctx)


class Group(Command, click.Group):
    """A group of commands. `help.<name>` of a command is its help: its first sentence stands in the list.

    A command is not imported to list it.
    """

    names: tuple[str, ...] = ()
    texts = "help"

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = help_text("help.command_metavar")
        return super().collect_usage_pieces(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.names)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, _first(help_text(f"{self.texts}.{name}"))) for name in self.names])


def make_command(key: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of a function; `key` names the text of its help."""
    return click.command(cls=Command, help=help_text(key))


def _first(text: str) -> str:
    """Give the first sentence of a help text, as far as its first paragraph goes."""
    return text.partition("\n\n")[0].replace("\n", " ")
