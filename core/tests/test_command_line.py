"""`bestek assess`, `explain`, `regulations` and `--version`, with their exit statuses (DESIGN 6)."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import Install
from kit import bestek_process, plugin_source

import bestek
from bestek import cli

BLOCKED = '[buyer]\nkind = "agency"\n[documents]\ndpia = false\n'
CLEAR = '[buyer]\nkind = "agency"\n[documents]\ndpia = true\n'
UNDECIDED = '[buyer]\nkind = "agency"\n'
WRONG = '[buyer]\nkind = "agencie"\n'
FILES = {"blocked": BLOCKED, "clear": CLEAR, "undecided": UNDECIDED, "wrong": WRONG}
STATUS = {"blocked": 1, "clear": 0, "undecided": 3, "wrong": 2}


class Done(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run command lines in a folder with the files, with the regulation `toy` and no other."""
    install("toy", plugin_source("toy"))
    for name, content in FILES.items():
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def run_one(*arguments: str, standard_input: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(standard_input)))
        status = cli.run(arguments)
        return Done(status, *capsys.readouterr())

    return run_one


def assessed(run: Run, *arguments: str, **more: Any) -> Done:
    """Assess on the day of the tests, in English."""
    return run("assess", *arguments, "--on", "2026-10-01", "--language", "en", **more)


# Exit statuses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_the_exit_status_is_that_of_the_verdict(name: str, run: Run) -> None:
    assert assessed(run, f"{name}.toml").status == STATUS[name]


@pytest.mark.parametrize(
    ("names", "status"),
    [
        ("clear clear", 0),
        ("clear undecided", 3),
        ("undecided blocked", 1),
        ("blocked undecided clear", 1),
        ("blocked wrong", 2),
        ("wrong clear undecided", 2),
    ],
)
def test_of_several_files_the_gravest_counts(names: str, status: int, run: Run) -> None:
    """In the order 2, 1, 3, 0."""
    assert assessed(run, *(f"{name}.toml" for name in names.split())).status == status


@pytest.mark.parametrize(("name", "status"), [("blocked", 0), ("undecided", 0), ("clear", 0), ("wrong", 2)])
def test_exit_zero_is_for_reports_and_hides_no_fault(name: str, status: int, run: Run) -> None:
    assert assessed(run, f"{name}.toml", "--exit-zero").status == status


def test_what_is_due_is_a_condition_and_no_obstacle(run: Run, install: Install, tmp_path: Path) -> None:
    install("zed", plugin_source("zed").replace('"R", at="2"', '"R", at="2", phase="exit"'))
    (tmp_path / "due.toml").write_text(CLEAR.replace("dpia = true", "") + '[procedure]\nstage = "award"\n')
    done = run("assess", "due.toml", "--on", "2026-10-01", "--format", "json")
    assert {one["rule"]: one["status"] for one in json.loads(done.out)["findings"]} == {"toy/R": "open", "zed/R": "due"}
    (tmp_path / "zed.toml").write_text(CLEAR + '[procedure]\nstage = "award"\n')
    assert assessed(run, "zed.toml").status == 0


USAGE = {
    "no command that there is": ["asess", "x.toml"],
    "no file": ["assess"],
    "no option that there is": ["assess", "clear.toml", "--onn", "2026-10-01"],
    "no date": ["assess", "clear.toml", "--on", "1 oktober"],
    "a date that is none": ["assess", "clear.toml", "--on", "2026-02-30"],
    "another way to write a date": ["assess", "clear.toml", "--on", "20261001"],
    "no language that there is": ["assess", "clear.toml", "--language", "fr"],
    "no format that there is": ["assess", "clear.toml", "--format", "pdf"],
    "no input that there is": ["assess", "clear.toml", "--input", "xml"],
    "no rule": ["explain", "clear.toml"],
    "no rule that there is": ["explain", "clear.toml", "toy/X"],
    "no subject that there is": ["explain", "clear.toml", "toy/R", "--subject", "supplier:A"],
    "no regulation that there is": ["regulations", "toi"],
    "no file that there is": ["assess", "nothing.toml"],
}


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", USAGE)
def test_a_wrong_command_line_is_2_and_says_so_on_stderr(name: str, form: str, run: Run) -> None:
    arguments = USAGE[name] if "--format" in USAGE[name] else [*USAGE[name], "--format", form]
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert "Traceback" not in done.err
    if "json" in arguments:
        (problem,) = json.loads(done.err)["problems"]
        assert problem["code"]
    else:
        assert done.err.count("\n") == 1


@pytest.mark.parametrize("command", ["assess", "explain"])
def test_another_format_lists_those_that_there_are(command: str, run: Run) -> None:
    rule = ["toy/R"] if command == "explain" else []
    assert "text, json" in run(command, "clear.toml", *rule, "--format", "pdf", "--language", "en").err


@pytest.mark.parametrize("verbose", [[], ["-v"]])
def test_a_fault_of_our_own_is_70(verbose: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line and how to report it; with -v the trace. It is never 1, which means blocked."""

    def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr("bestek.policy.Policy.assess", fails)
    done = run("assess", "clear.toml", *verbose)
    assert (done.status, done.out) == (70, "")
    assert ("Traceback" in done.err) is bool(verbose)
    assert ("geheim" in done.err) is bool(verbose)
    assert verbose or done.err.count("\n") == 1


def test_an_interrupt_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bestek.policy.Policy.assess", interrupted)
    assert run("assess", "clear.toml").status == 130


# Results --------------------------------------------------------------------------------------------------


def test_text_is_what_it_gives_unless_json_is_asked(run: Run) -> None:
    done = assessed(run, "blocked.toml")
    assert done.err == ""
    assert "toy/R" in done.out
    assert "There is a DPIA." in done.out
    assert "A reading by" in done.out
    assert "\x1b" not in done.out


def test_json_is_the_result_of_the_api(run: Run) -> None:
    done = assessed(run, "blocked.toml", "--format", "json")
    found = bestek.load_policy().assess(bestek.read("blocked.toml"), bestek_day())
    assert json.loads(done.out) == found.to_dict()
    assert done.out == json.dumps(found.to_dict(), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def bestek_day() -> Any:
    """Give the day of the tests."""
    from kit import ON

    return ON


def test_several_files_give_an_array(run: Run) -> None:
    found = json.loads(assessed(run, "blocked.toml", "clear.toml", "--format", "json").out)
    assert [one["verdict"] for one in found] == ["blocked", "clear"]


def test_a_file_that_is_wrong_leaves_the_others(run: Run) -> None:
    done = assessed(run, "wrong.toml", "clear.toml", "--format", "json")
    assert [one["verdict"] for one in json.loads(done.out)] == ["clear"]
    assert [(one["code"], one["path"], one["nearest"]) for one in json.loads(done.err)["problems"]] == [
        ("unknown_choice", "buyer.kind", "agency")
    ]


def test_faults_are_one_json_text_also_beside_a_broken_plugin(run: Run, install: Install) -> None:
    install("zed", "1 / 0")
    install("yed", "1 / 0")
    done = assessed(run, "wrong.toml", "--format", "json")
    assert [one["code"] for one in json.loads(done.err)["problems"]] == [
        "broken_regulation", "broken_regulation", "unknown_choice",
    ]  # fmt: skip


def test_all_adds_what_does_not_apply(run: Run, tmp_path: Path, install: Install) -> None:
    install("zed", plugin_source("zed").replace("demands=documents", 'when=buyer.kind == "zbo", demands=documents'))
    some, every = (
        {one["rule"] for one in json.loads(assessed(run, "clear.toml", "--format", "json", *more).out)["findings"]}
        for more in ([], ["--all"])
    )
    assert (some, every) == ({"toy/R"}, {"toy/R", "zed/R"})


def test_quiet_is_one_line_a_file(run: Run) -> None:
    done = assessed(run, "blocked.toml", "clear.toml", "-q")
    assert done.out.splitlines() == ["blocked.toml: blocked", "clear.toml: clear: no obstacle found"]


@pytest.mark.parametrize(("content", "status"), [(BLOCKED, 1), ('{"buyer": {"kind": "police"}}', 0)])
def test_standard_input_is_read_by_its_first_character(content: str, status: int, run: Run) -> None:
    assert assessed(run, "-", standard_input=content.encode()).status == status


@pytest.mark.parametrize(("form", "status"), [("json", 0), ("toml", 2)])
def test_or_as_it_is_said(form: str, status: int, run: Run) -> None:
    assert assessed(run, "-", "--input", form, standard_input=b'{"buyer": {"kind": "police"}}').status == status


def test_a_result_is_written_for_its_owner_only(run: Run, tmp_path: Path) -> None:
    done = assessed(run, "clear.toml", "--format", "json", "-o", "out.json")
    assert (done.status, done.out) == (0, "")
    assert json.loads((tmp_path / "out.json").read_text())["verdict"] == "clear"
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o600


def test_never_over_another_file_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("eigen werk")
    assert assessed(run, "clear.toml", "-o", "out").status == 2
    assert (tmp_path / "out").read_text() == "eigen werk"
    assert assessed(run, "clear.toml", "-o", "out", "--force").status == 0
    assert "toy" in (tmp_path / "out").read_text()


def test_nothing_half_written_stays_behind(run: Run, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    assert assessed(run, "clear.toml", "-o", "no/such/folder").status == 2
    assert set(tmp_path.iterdir()) == before


# Language -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "variables", "said"),
    [
        ([], {}, "geblokkeerd"),
        (["--language", "en"], {}, "blocked"),
        (["--language", "en"], {"BESTEK_LANGUAGE": "nl"}, "blocked"),
        ([], {"BESTEK_LANGUAGE": "en"}, "blocked"),
        ([], {"LC_ALL": "en_GB.UTF-8"}, "blocked"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "nl_NL.UTF-8"}, "geblokkeerd"),
        ([], {"LANG": "fr_FR.UTF-8"}, "geblokkeerd"),
        ([], {"LANG": "en_GB.UTF-8", "BESTEK_LANGUAGE": "nl"}, "geblokkeerd"),
    ],
)
def test_the_language(arguments: Any, variables: Any, said: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("assess", "blocked.toml", "--on", "2026-10-01", "-q", *arguments).out == f"blocked.toml: {said}\n"


# Explain --------------------------------------------------------------------------------------------------


def test_explain_gives_the_rule_its_facts_and_its_sources(run: Run) -> None:
    done = run("explain", "blocked.toml", "toy/R", "--on", "2026-10-01", "--language", "en")
    assert (done.status, done.err) == (0, "")
    for said in ("toy/R", "There is a DPIA.", "DPIA: no", "breach", "The toy act, 2"):
        assert said in done.out


def test_explain_of_what_is_not_known_names_what_is_missing(run: Run) -> None:
    done = run("explain", "undecided.toml", "R", "--on", "2026-10-01", "--format", "json")
    made = json.loads(done.out)
    assert made["rule"] == "toy/R"
    assert [(one["status"], one["missing"]) for one in made["findings"]] == [("open", ["documents.dpia"])]


def test_explain_of_a_row_that_decides_a_scope(run: Run) -> None:
    made = json.loads(run("explain", "clear.toml", "APP", "--on", "2026-10-01", "--format", "json").out)
    (row,) = made["rows"]
    assert (row["subject"], row["status"], row["missing"]) == ("procurement", "yes", [])
    assert [(one["fact"], one["value"]) for one in row["because"]] == [("buyer.kind", "agency")]


def test_explain_never_exits_by_the_verdict(run: Run) -> None:
    assert {run("explain", f"{name}.toml", "R").status for name in ("blocked", "clear", "undecided")} == {0}


# Regulations ----------------------------------------------------------------------------------------------


def test_regulations_lists_what_is_installed_and_what_is_broken(run: Run, install: Install) -> None:
    install("zed", "raise ValueError('stuk')", version="9.9")
    made = json.loads(run("regulations", "--format", "json").out)
    assert [(one["id"], one["version"], one.get("broken")) for one in made] == [
        ("toy", "1.2.3", None), ("zed", "9.9", "ValueError: stuk"),
    ]  # fmt: skip
    assert made[0]["rules"] == {"applies": 1, "obliges": 1}
    assert made[0]["official"] is False
    text = run("regulations", "--language", "en").out
    for said in ("toy", "1.2.3", "zed", "9.9", "ValueError: stuk"):
        assert said in text


@pytest.mark.parametrize(("id", "status"), [("toy", 0), ("zed", 2)])
def test_one_regulation(id: str, status: int, run: Run, install: Install) -> None:
    """A broken one is a fault."""
    install("zed", "raise ValueError('stuk')")
    done = run("regulations", id, "--language", "en")
    assert done.status == status
    assert ("Stcrt. 1" if id == "toy" else "ValueError: stuk") in done.out


def test_without_a_regulation(run: Run, plugins: Path) -> None:
    from kit import forget_plugins

    for file in plugins.glob("*/entry_points.txt"):
        file.unlink()
    forget_plugins()
    assert json.loads(run("regulations", "--format", "json").out) == []
    assert run("regulations").status == 0


# The rest -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version(option: str, run: Run) -> None:
    assert run(option) == Done(0, f"bestek {bestek.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["assess", "-h"], ["explain", "--help"], ["regulations", "-h"]]
)
def test_help_is_english_where_nothing_says(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert (done.status, done.err) == (0, "")
    assert "Usage: bestek" in done.out


@pytest.mark.slow
def test_a_process_exits_with_the_status(plugins: Path, install: Install) -> None:
    install("toy")
    for name in ("blocked", "wrong"):
        (plugins / f"{name}.toml").write_text(FILES[name], encoding="utf-8")
    done = [
        bestek_process(plugins, "assess", str(plugins / f"{name}.toml"), "--on", "2026-10-01")
        for name in ("blocked", "wrong")
    ]
    assert [one.returncode for one in done] == [1, 2]
    assert [bool(one.stdout) for one in done] == [True, False]
    assert [bool(one.stderr) for one in done] == [False, True]
