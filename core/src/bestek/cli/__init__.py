"""The command line `bestek`. Commands are imported when they are called, plugins when a command needs them."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from .. import __version__
from ..errors import BestekError, Problem
from . import _texts as _  # noqa: F401 - adds the texts of the command line
from ._command import Group
from ._common import Output, argument_of, cli_language, help_text, quiet_pipe, reason_of, usage_problem

COMMANDS = ("init", "profile", "new", "assess", "questions", "explain", "rule", "regulations", "facts", "schema")


class Commands(Group):
    """A group that imports a command when it is called. Commands of plugins are looked for last."""

    names = COMMANDS

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            found: click.Command = import_module(f".{cmd_name.replace('-', '_')}", __name__).command
            return found
        from .._plugins import add_commands

        extra = click.Group()
        add_commands(extra)
        return extra.get_command(ctx, cmd_name)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=help_text("help.bestek"))
@click.version_option(__version__, "-V", "--version", message="bestek %(version)s", help=help_text("help.version"))
@click.option("--language", expose_value=False, metavar="nl|en", help=help_text("help.language"))
def cli() -> None:
    """The command line."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit status (DESIGN section 6)."""
    output = Output(json=argument_of("--format", arguments) == "json", language=cli_language(arguments))
    try:
        status: Any = cli.main(list(arguments), prog_name="bestek", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as wrong:
        if (
            type(wrong).__name__ == "NoArgsIsHelpError"
        ):  # a group without a command; older releases of click say it themselves
            click.echo(wrong.message, err=True)
        else:
            output.problems([usage_problem(wrong, output.language)])
        return 2
    except BestekError as wrong:
        output.problems(wrong.problems)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        quiet_pipe()
        return 0
    except OSError as wrong:  # what we write to is full or gone
        output.problems([Problem("usage", found=reason_of(wrong))])
        return 2
    except Exception as fault:
        if "-v" in arguments or "--verbose" in arguments:
            import traceback

            traceback.print_exc()
        else:
            output.own_fault(fault)
        return 70
    finally:
        output.end()


def main() -> None:
    """Run the command line of this process. Rules are many and stay: the collector looks at them less often."""
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another one
    sys.exit(run(sys.argv[1:]))
