"""A plugin that is broken is contained and named, and nothing else is disturbed (DESIGN 4)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import Install
from kit import ON, bestek_process, file_of, plugin_source

import bestek
from bestek import PolicyError, load_policy
from bestek._plugins import Broken

SOUND = plugin_source("sound")
TOY = plugin_source("toy")


def broken(id: str = "toy") -> Broken:
    """Give the one broken regulation, and see that the sound one works."""
    policy = load_policy()
    (found,) = policy.broken
    assert [one.regulation.id for one in policy.loaded] == ["sound"]
    assessment = policy.assess(file_of({"buyer.kind": "agency", "documents.dpia": False}), ON)
    assert [(one.rule, one.status) for one in assessment.findings] == [("sound/R", "breach")]
    assert found.id == id
    return found


FAULTS = {
    # what is wrong with the plugin, and what is said of it
    "cannot be imported": ("import nothing_of_this_name", "ModuleNotFoundError: No module named 'nothing_of_this_name'"),
    "is not Python": ("def (:", "SyntaxError: "),
    "fails while it loads": (TOY + "\n1 / 0\n", "ZeroDivisionError: division by zero"),
    "gives nothing": ("", "bestek_regulation must give a Regulation"),
    "gives no regulation": (
        "from bestek import hookimpl\n@hookimpl\ndef bestek_regulation():\n    return 'toy'\n",
        "bestek_regulation must give a Regulation",
    ),
    "gives two regulations": (
        TOY.replace("return Regulation(", "return [Regulation(").replace("\n    )\n", "\n    )]\n", 1),
        "bestek_regulation must give a Regulation",
    ),
    "fails in a hook": (
        TOY.replace("return chapter.rules", "raise ValueError('geen regels vandaag')"),
        "ValueError: geen regels vandaag",
    ),
    "gives what is no rule": (TOY.replace("return chapter.rules", "return ['R']"), "bestek_requirements must give rules, not 'R'"),
    "gives one thing for rules": (TOY.replace("return chapter.rules", "return 3"), "bestek_requirements must give rules, not 3"),
    "misspells a hook": (TOY.replace("bestek_requirements", "bestek_requirement"), "hook: "),
    "gives a hook another argument": (
        TOY.replace("def bestek_requirements()", "def bestek_requirements(file)"), "hook: ",
    ),
    "has another id": (plugin_source("other"), "the entry point is named 'toy', but its regulation 'other'"),
    "misspells a fact": (TOY.replace("documents.dpia", "documents.dpai"), "R (plugin_toy"),
    "misspells a choice": (TOY.replace('"agency"', '"agencie"'), "APP (plugin_toy"),
    "has an id twice": (TOY.replace('"R", at', '"APP", at'), "the id is taken by plugin_toy"),
    "gives a text that it does not have": (TOY.replace("instruments=(ACT,)", "instruments=()"), "toy-act is none of"),
    "ends the process": (TOY + "\nraise SystemExit(3)\n", "SystemExit"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_plugin_is_named_with_its_reason(fault: str, install: Install) -> None:
    source, said = FAULTS[fault]
    install("sound")
    install("toy", source, version="3.2.1")
    found = broken()
    assert (found.distribution, found.version) == ("bestek-toy", "3.2.1")
    assert said in found.reason


@pytest.mark.parametrize("fault", FAULTS)
def test_a_policy_that_needs_it_stops_with_that_reason(fault: str, install: Install) -> None:
    install("sound")
    install("toy", FAULTS[fault][0])
    with pytest.raises(PolicyError) as caught:
        load_policy(regulations=["sound", "toy"])
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("broken_regulation", "toy")
    assert FAULTS[fault][1] in (problem.found or "")
    assert load_policy(regulations=["sound"]).broken == ()


def test_a_file_may_not_use_the_facts_of_a_broken_plugin_and_others_are_read(install: Install) -> None:
    install("sound")
    install("toy", FAULTS["fails while it loads"][0])
    with pytest.raises(bestek.BestekError, match="ZeroDivisionError"):
        bestek.read({"toy": {"x": 1}})
    assert bestek.read({"title": "x"}).facts.title == "x"


# The version of the core ------------------------------------------------------------------------------------

CORES = [
    # what the plugin needs, and whether this core, 1.0.0, will do
    ("bestek", True), ("bestek>=1", True), ("bestek>=1,<2", True), ("bestek (>=1,<2)", True), ("bestek~=1.0", True),
    ("bestek>=1; python_version>='3'", True), ("click>=99", True), ("bestek-other>=99", True),
    ("bestek>=2", False), ("bestek (>=2)", False), ("bestek~=2.0", False), ("bestek<1", False), ("bestek!=1.0.0", False),
    ("bestek>=1.0.1", False), ("Bestek>=2", False),
]  # fmt: skip


@pytest.mark.parametrize(("needs", "works"), CORES)
def test_a_plugin_says_which_core_it_needs(needs: str, works: bool, install: Install) -> None:
    install("toy", requires=[needs])
    policy = load_policy()
    assert [one.regulation.id for one in policy.loaded] == (["toy"] if works else [])
    if not works:
        assert policy.broken == (Broken("toy", "bestek-toy", "1.2.3", policy.broken[0].reason),)
        assert policy.broken[0].reason.endswith(f"needs {needs}, but the core is {bestek.__version__}")


def test_the_code_of_a_plugin_for_another_core_never_runs(install: Install, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    install("toy", f"open({str(mark)!r}, 'w')\n" + TOY, requires=["bestek>=2"])
    assert [one.id for one in load_policy().broken] == ["toy"]
    assert not mark.exists()


# Two distributions with one regulation ----------------------------------------------------------------------


def test_of_two_distributions_with_one_regulation_neither_loads(install: Install) -> None:
    install("sound")
    install("toy")
    install("toy", distribution="ministry-toy", version="2.0")
    policy = load_policy()
    assert [one.regulation.id for one in policy.loaded] == ["sound"]
    said = "several distributions have the regulation 'toy': bestek-toy, ministry-toy"
    assert policy.broken == (Broken("toy", "bestek-toy", "1.2.3", said), Broken("toy", "ministry-toy", "2.0", said))


def test_a_policy_that_needs_that_regulation_says_so(install: Install) -> None:
    install("toy")
    install("toy", distribution="ministry-toy", version="2.0")
    with pytest.raises(PolicyError, match="bestek-toy, ministry-toy"):
        load_policy(regulations=["toy"])


# What is there ----------------------------------------------------------------------------------------------


def test_every_installed_regulation_is_loaded_unless_some_are_named(install: Install) -> None:
    install("toy", version="4.5.6")
    install("sound")
    assert [(one.regulation.id, one.distribution, one.version) for one in load_policy().loaded] == [
        ("sound", "bestek-sound", "1.2.3"),
        ("toy", "bestek-toy", "4.5.6"),
    ]
    assert [one.regulation.id for one in load_policy(regulations=["toy"]).loaded] == ["toy"]


def test_a_regulation_that_is_not_there(install: Install) -> None:
    install("sound")
    with pytest.raises(PolicyError) as caught:
        load_policy(regulations=["sond", "sound"])
    assert [(one.code, one.found, one.nearest) for one in caught.value.problems] == [
        ("unknown_regulation", '"sond"', "sound")
    ]


def test_without_a_regulation_nothing_is_said(install: Install) -> None:
    install("sound")
    assessment = load_policy(regulations=[]).assess(file_of({"buyer.kind": "agency"}), ON)
    assert (assessment.verdict, assessment.findings, assessment.regulations) == ("clear", (), ())


def test_the_versions_stand_in_the_result(install: Install) -> None:
    install("toy", version="4.5.6")
    made: Any = load_policy().assess(file_of({}), ON).to_dict()
    assert made["versions"] == {"bestek": bestek.__version__, "bestek-toy": "4.5.6"}
    assert [(one["id"], one["version"]) for one in made["regulations"]] == [("toy", "4.5.6")]


@pytest.mark.slow
def test_a_broken_plugin_is_named_on_the_command_line_and_the_others_work(plugins: Path, install: Install) -> None:
    install("sound")
    install("toy", FAULTS["fails while it loads"][0])
    file = plugins / "file.toml"
    file.write_text('[buyer]\nkind = "agency"\n[documents]\ndpia = false\n', encoding="utf-8")
    done = bestek_process(plugins, "assess", str(file), "--on", "2026-10-01", "--language", "en")
    assert done.returncode == 1
    assert "bestek-toy" in done.stderr
    assert "ZeroDivisionError: division by zero" in done.stderr
    assert "Traceback" not in done.stderr
    assert "sound/R" in done.stdout


# Classes of one another -----------------------------------------------------------------------------------


def with_rule(source: str, declared: str, written: str) -> str:
    """Put a class and one more rule in the source of a plugin."""
    source = source.replace("chapter = ", f"{declared}\nchapter = ", 1)
    return "import bestek\n" + source.replace("\n\n@hookimpl", f"\n{written}\n\n@hookimpl", 1)


LEVELS = '{"low": ("laag", "low"), "high": ("hoog", "high")}'
OWNER = with_rule(
    SOUND,
    f'LEVEL = bestek.level("sound.height", {LEVELS}, nl="Hoogte", en="Height")',
    'chapter.classifies("C", at="3", of=LEVEL, when=buyer.kind == "agency", gives="high", nl="Hoog.", en="High.")',
)
READER = with_rule(
    TOY.replace("return Regulation(", 'return Regulation(reads_classes=("sound.height",), '),
    f'HEIGHT = bestek.foreign_level("sound.height", {LEVELS})',
    'chapter.advises("A", at="3", when=HEIGHT >= "high", nl="Let op.", en="Mind.")',
)


def test_a_class_of_another_regulation_is_read_by_name(install: Install) -> None:
    install("sound", OWNER)
    install("toy", READER)
    policy = load_policy()
    assert policy.broken == ()
    found = policy.assess(file_of({"buyer.kind": "agency"}), ON).all_findings
    assert {one.rule: one.status for one in found}["toy/A"] == "noted"


def test_a_class_of_another_regulation_has_the_values_that_its_owner_gives_it(install: Install) -> None:
    """Read with other values, it would silently mean something else."""
    install("sound", OWNER)
    install("toy", READER.replace('"low"', '"flat"', 1))
    (found,) = load_policy().broken
    assert (found.id, "sound.height has other values" in found.reason) == ("toy", True)
    assert load_policy(regulations=["toy"]).broken == ()  # without its owner the class is unknown, not wrong


def test_a_class_is_declared_once(install: Install) -> None:
    again = f'AGAIN = bestek.level("sound.height", {LEVELS}, nl="Hoogte", en="Height")'
    install("sound", with_rule(OWNER, again, 'chapter.advises("A", at="4", when=AGAIN >= "high", nl="x", en="x")'))
    (found,) = load_policy().broken
    assert "sound.height is declared twice" in found.reason
