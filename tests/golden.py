"""What the command line says, held in files that a reviewer reads as text: `python tests/golden.py` writes them anew.

Each file holds one command, its exit status, and what it said on both streams, at 80 columns and without colour.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

from paths import ROOT

FOLDER = ROOT / "tests/golden"
LANGUAGES = ("nl", "en")
NS = "examples/ns-ict/procurement.toml --on 2026-04-13"
DIGID = "examples/digid-picard/procurement.toml --on 2026-06-25"

COMMANDS = {
    "regulations": "regulations",
    "regulations-abro": "regulations abro",
    "assess-ns": f"assess {NS}",
    "assess-digid": f"assess {DIGID}",
    "assess-digid-all": f"assess {DIGID} --all",
    "assess-digid-redacted": f"assess {DIGID} --redact",
    "assess-quiet": f"assess {NS} examples/digid-picard/procurement.toml -q",
    "questions-digid": f"questions {DIGID}",
    "questions-ns": f"questions {NS}",
    "explain-scope": f"explain {NS.replace(' ', ' APP-02 ', 1)}",
    "explain-cloud": f"explain {DIGID.replace(' ', ' CLD-05 ', 1)}",
    "explain-tree": f"explain {DIGID.replace(' ', ' OWN-03 ', 1)} --tree",
    "rule-computed": "rule abro/CLD-05",
    "rule-judged": "rule abro/AUD-01",
    "rule-table": "rule abro/TBB-02",
    "facts": "facts",
    "facts-table": "facts procedure",
    "facts-scale": "facts information.tbb",
    "new": "new - --regulation abro --on 2026-06-25",
    "fault-file": "assess tests/golden/faulty.toml --on 2026-06-25",
    "fault-syntax": "assess tests/golden/syntax.toml --on 2026-06-25",
    "fault-missing": "assess nowhere.toml --on 2026-06-25",
    "fault-rule": "rule abro/CLD-99",
    "fault-fact": "facts buyer.kindd",
    "fault-command": "asess",
    "fault-option": f"assess {NS} --langage nl",
    "fault-date": "assess examples/ns-ict/procurement.toml --on 13-04-2026",
    "fault-format": f"assess {NS} --format xml",
    "fault-regulation": "regulations abr",
}


def helps() -> dict[str, str]:
    """Give the help of every command, by the name of its file."""
    from bestek.cli import COMMANDS as TOP

    return {"help": "--help", **{f"help-{name}": f"{name} --help" for name in TOP}}


def said(line: str, language: str) -> str:
    """Run a command in this process and give what a golden file holds."""
    from bestek.cli import run

    out, err = io.StringIO(), io.StringIO()
    settings = {"COLUMNS": "80", "NO_COLOR": "1", "BESTEK_LANGUAGE": language}
    with (
        mock.patch.dict(os.environ, settings),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.chdir(ROOT),
    ):
        status = run(shlex.split(line))
    return held(line, status, out.getvalue(), err.getvalue())


def help_said(line: str, language: str) -> str:
    """Run a command in a process of its own: help is written in the language that the process began with."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "BESTEK_LANGUAGE": language}
    command = [sys.executable, "-c", "from bestek.cli import main; main()", *shlex.split(line)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
    return held(line, done.returncode, done.stdout, done.stderr)


def held(line: str, status: int, out: str, err: str) -> str:
    """Write a command and what came of it."""
    return f"$ bestek {line}\n{out}{err}[{status}]\n"


def path_of(name: str, language: str) -> Path:
    """Give the file of a command in a language."""
    return FOLDER / language / f"{name}.txt"


def everything() -> Iterator[tuple[str, str, bool]]:
    """Give name and command line of every golden file, and whether it is a help page."""
    for name, line in helps().items():
        yield name, line, True
    for name, line in COMMANDS.items():
        yield name, line, False


def main() -> None:
    """Write every file anew."""
    for language in LANGUAGES:
        (FOLDER / language).mkdir(parents=True, exist_ok=True)
        for old in (FOLDER / language).glob("*.txt"):
            old.unlink()
        for name, line, is_help in everything():
            text = (help_said if is_help else said)(line, language)
            path_of(name, language).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
