"""Build the man page from the help of the commands: `python tools/manpage.py`.

It is written in both languages to `core/man`, and is part of the wheel; a test fails where it is out of date.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

MAN = Path(__file__).resolve().parent.parent / "core" / "man"
PAGES = {"en": MAN / "bestek.1", "nl": MAN / "nl" / "bestek.1"}

_HEADINGS = {
    "en": {
        "name": "NAME",
        "synopsis": "SYNOPSIS",
        "commands": "COMMANDS",
        "status": "EXIT STATUS",
        "environment": "ENVIRONMENT",
    },
    "nl": {
        "name": "NAAM",
        "synopsis": "OVERZICHT",
        "commands": "OPDRACHTEN",
        "status": "EXITSTATUS",
        "environment": "OMGEVING",
    },
}
_STATUS = {
    "en": {
        "0": "clear or conditional",
        "1": "blocked; of verify, diff and check: differs or fails",
        "2": "bad input, usage, or refused by --locked",
        "3": "undecided",
        "70": "a fault of bestek itself",
        "130": "interrupted",
    },
    "nl": {
        "0": "geen belemmering gevonden, of kan door met openstaande plichten",
        "1": "geblokkeerd; bij verify, diff en check: verschilt of voldoet niet",
        "2": "fout in het bestand of de aanroep, of geweigerd door --locked",
        "3": "nog niet te bepalen",
        "70": "een fout van bestek zelf",
        "130": "afgebroken",
    },
}
_ENVIRONMENT = {
    "en": {
        "BESTEK_LANGUAGE": "nl or en; --language goes before it",
        "BESTEK_PROFILE": "the profile to use; --profile goes before it",
        "NO_COLOR, FORCE_COLOR": "never, or always, write in colour",
        "COLUMNS": "the width to write at",
    },
    "nl": {
        "BESTEK_LANGUAGE": "nl of en; --language gaat voor",
        "BESTEK_PROFILE": "het profiel dat geldt; --profile gaat voor",
        "NO_COLOR, FORCE_COLOR": "schrijf nooit, of altijd, in kleur",
        "COLUMNS": "de breedte van de uitvoer",
    },
}


def page(language: str) -> str:
    """Write the page in a language. The commands are asked in a process of their own, for help is said once."""
    environment = {**os.environ, "BESTEK_LANGUAGE": language}
    command = [sys.executable, __file__, "--page", language]
    made = subprocess.run(command, env=environment, capture_output=True, check=True)
    return made.stdout.decode()


def lines(language: str) -> Iterator[str]:
    """Give the lines of the page, in the markup of man."""
    from bestek import __version__
    from bestek.cli import cli

    heading = _HEADINGS[language]
    yield f'.TH BESTEK 1 "" "bestek {__version__}"'
    yield f".SH {heading['name']}"
    yield f"bestek \\- {_escaped(cli.help or '')}"
    yield f".SH {heading['synopsis']}"
    top = click.Context(cli, info_name="bestek", **cli.context_settings)
    yield rf"\fBbestek\fR {_escaped(' '.join(cli.collect_usage_pieces(top)))}"
    yield f".SH {heading['commands']}"
    for name, command in _commands(cli, top, ""):
        yield from _command(name, command, top)
    for title, rows in ((heading["status"], _STATUS), (heading["environment"], _ENVIRONMENT)):
        yield f".SH {title}"
        for term, meaning in rows[language].items():
            yield from (".TP", rf"\fB{_escaped(term)}\fR", _escaped(meaning))


def _commands(group: click.Group, ctx: click.Context, above: str) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if isinstance(command, click.Group):
            yield from _commands(command, ctx, f"{above}{name} ")
        elif command is not None:
            yield f"{above}{name}", command


def _command(name: str, command: click.Command, top: click.Context) -> Iterator[str]:
    ctx = click.Context(command, info_name=name, parent=top)
    pieces = " ".join(param.make_metavar(ctx) for param in command.params if isinstance(param, click.Argument))
    yield f".SS bestek {name} {_escaped(pieces)}".rstrip()
    for paragraph in (command.help or "").split("\n\n"):
        yield from (".PP", _escaped(paragraph.replace("\n", " ")))
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
        if record is not None:
            yield from (".TP", rf"\fB{_escaped(record[0])}\fR", _escaped(record[1]))


def _escaped(text: str) -> str:
    return re.sub(r"^([.'])", r"\\&\1", text.replace("\\", r"\e").replace("-", r"\-"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--page"]:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write("\n".join(lines(sys.argv[2])) + "\n")
    else:
        for language, path in PAGES.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(language), encoding="utf-8")
