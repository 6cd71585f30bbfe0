"""The command line as its users meet it: new files, redaction, completion, pipes, interrupts, and odd places."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from paths import DIGID, NS, ROOT

import bestek
from bestek.cli import run

BESTEK = [sys.executable, "-c", "from bestek.cli import main; main()"]


def new_file(folder: Path, language: str, *more: str) -> str:
    path = folder / f"{language}.toml"
    assert run(["new", str(path), "--language", language, "--on", "2026-06-25", *more]) == 0
    return path.read_text(encoding="utf-8")


# New files ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_new_file_assesses_as_it_is(language: str, tmp_path: Path) -> None:
    new_file(tmp_path, language)
    assert run(["assess", str(tmp_path / f"{language}.toml"), "--on", "2026-06-25"]) == 3


def test_a_new_file_holds_every_fact_that_a_rule_reads(tmp_path: Path) -> None:
    from bestek._reads import readers_of
    from bestek.facts import Fact

    text = new_file(tmp_path, "nl")
    policy = bestek.load_policy()
    read = [path for path in readers_of(policy.program) if isinstance(policy.vocabulary[path], Fact)]
    assert len(read) > 100
    tables: dict[str, set[str]] = {}
    here = ""
    for line in text.splitlines():
        if found := re.match(r"(?:# )?\[+([a-z_.]+)\]+$", line):
            here = found[1]
        elif found := re.match(r"(?:# )?([a-z_0-9]+) = ", line):
            tables.setdefault(here, set()).add(found[1])
    missing = [
        path
        for path in read
        if path.rpartition(".")[2] not in tables.get(path.rpartition(".")[0].replace("[]", ""), set())
    ]
    assert missing == []


def test_every_line_of_a_new_file_can_be_used_as_it_stands(tmp_path: Path) -> None:
    """Take away the # of one fact at a time, with the headings above it: the file is read without a fault."""
    headings: list[str] = []
    tried = 0
    for line in new_file(tmp_path, "en").splitlines():
        bare = line.removeprefix("# ")
        if re.match(r"\[+[a-z_.]+\]+$", bare):
            name = bare.strip("[]")
            headings = [held for held in headings if name.startswith(held.strip("[]") + ".")] + [bare]
        elif re.match(r"# [a-z_0-9]+ = ", line) and "source" not in line:
            above = [held for held in headings if held.startswith("[[")]
            above += [headings[-1]] if headings and headings[-1] not in above else []
            bestek.read("\n".join([*above, bare]).encode())
            tried += 1
    assert tried > 100


def test_a_new_file_can_be_for_one_regulation(tmp_path: Path) -> None:
    assert "[abro]" in new_file(tmp_path, "nl", "--regulation", "abro")
    assert tomllib.loads((tmp_path / "nl.toml").read_text(encoding="utf-8"))["title"] == "nl"


def test_new_never_writes_over_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("title = 'x'\n")
    assert run(["new", str(path)]) == 2
    assert path.read_text() == "title = 'x'\n"
    assert str(path) in capsys.readouterr().err
    assert run(["new", str(path), "--force"]) == 0
    assert "title = " in path.read_text()


# What is asked, and of whom -------------------------------------------------------------------------------


def test_questions_are_those_of_the_assessment(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["questions", str(DIGID), "--on", "2026-06-25", "--format", "json"]) == 0
    asked = json.loads(capsys.readouterr().out)["questions"]
    assert run(["assess", str(DIGID), "--on", "2026-06-25", "--format", "json"]) == 3
    assessed = json.loads(capsys.readouterr().out)["questions"]
    assert [row["fact"] for row in asked] == [row["fact"] for row in assessed]
    (deployment,) = [row for row in asked if row["fact"] == "service.deployment"]
    assert "public" in deployment["allowed"]["enum"]


# Redaction ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json"])
def test_redaction_leaves_no_name_of_the_file(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = bestek.read(DIGID)
    names = {supplier.name for supplier in file.facts.suppliers or ()} | {file.facts.title, file.facts.reference}
    names |= {held.source for held in file.evidence.values()} | {file.facts.buyer.name}
    run(["assess", str(DIGID), "--on", "2026-06-25", "--all", "--format", form])
    said = capsys.readouterr().out
    assert [name for name in sorted(filter(None, names)) if name in said]
    run(["assess", str(DIGID), "--on", "2026-06-25", "--all", "--format", form, "--redact"])
    redacted = capsys.readouterr().out
    titles = {cite.instrument.title for rule in bestek.load_policy().program.by_id.values() for cite in rule.cites}
    for title in titles:  # the names of public letters are no secret
        redacted = redacted.replace(title.nl, "").replace(title.en, "")
    flat = re.sub(r"\s+", " ", redacted)
    assert [name for name in sorted(filter(None, names)) if name in flat and name not in str(titles)] == []


def test_redaction_changes_no_outcome() -> None:
    from datetime import date

    from bestek._redact import redacted

    policy, on = bestek.load_policy(), date(2026, 6, 25)
    file = bestek.read(DIGID)
    first, second = policy.assess(file, on), policy.assess(redacted(file), on)
    assert [found.status for found in first.all_findings] == [found.status for found in second.all_findings]
    assert first.verdict == second.verdict


# The man page ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_man_page_is_up_to_date(language: str) -> None:
    sys.path.insert(0, str(ROOT / "tools"))
    import manpage

    assert manpage.PAGES[language].read_text(encoding="utf-8") == manpage.page(language)


# Shells, pipes and places ---------------------------------------------------------------------------------


def shell(*line: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **more.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.run([*BESTEK, *line], capture_output=True, text=True, env=environment, check=False, **more)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(
    ("words", "word", "wanted"),
    [
        ("bestek rule CLD-0", "2", "CLD-01"),
        ("bestek rule abro/CLD-0", "2", "abro/CLD-01"),
        ("bestek explain x.toml CLD-0", "3", "CLD-01"),
        ("bestek facts buyer.k", "2", "buyer.kind"),
        ("bestek qu", "1", "questions"),
    ],
)
def test_completion(words: str, word: str, wanted: str) -> None:
    env = {"_BESTEK_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": word}
    code = "import sys; sys.argv[0] = 'bestek'; from bestek.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **env}, check=False
    )
    assert f"plain,{wanted}" in done.stdout.splitlines()


def test_from_another_folder_with_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    odd = tmp_path / "één map"
    odd.mkdir()
    (odd / "inkoop ü.toml").write_bytes(NS.read_bytes())
    done = shell("assess", "inkoop ü.toml", "--on", "2026-04-13", cwd=odd, env={"HOME": str(home)})
    assert (done.returncode, done.stderr) == (3, "")
    assert "'inkoop ü.toml'" in done.stdout
    assert list(home.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_a_closed_pipe_ends_quietly() -> None:
    line = f"{sys.executable} -c 'from bestek.cli import main; main()' facts | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_with_130() -> None:
    read, write = os.pipe()  # nobody writes: the command waits for its input
    with subprocess.Popen([*BESTEK, "assess", "-"], stdin=read, stderr=subprocess.PIPE, text=True) as process:
        time.sleep(2.0)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    os.close(read)
    os.close(write)
    assert process.returncode == 130
    assert "Traceback" not in said


def test_colour_only_where_it_is_wanted() -> None:
    plain = shell("assess", str(NS), "--on", "2026-04-13")
    forced = shell("assess", str(NS), "--on", "2026-04-13", env={"FORCE_COLOR": "1"})
    never = shell("assess", str(NS), "--on", "2026-04-13", env={"FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert "\x1b[" in forced.stdout
    assert plain.stdout == never.stdout == re.sub(r"\x1b\[[0-9;]*m", "", forced.stdout)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    done = shell("assess", str(DIGID), "--on", "2026-06-25", env={"COLUMNS": str(columns)})
    assert [line for line in done.stdout.splitlines() if len(line) > columns and " " in line.strip()] == []


def test_help_and_version_load_no_regulation() -> None:
    code = (
        "import sys; from bestek.cli import run; run(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('bestek_', 'bestek.policy', 'bestek._plugins'))])"
    )
    for line in (["--help"], ["--version"], ["--language", "nl", "-h"]):
        done = subprocess.run([sys.executable, "-c", code, *line], capture_output=True, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "[]"
