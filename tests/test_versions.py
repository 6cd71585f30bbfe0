"""Versions are independent: packages of different versions work together, or say in one sentence why not."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from building import build, build_as, build_small, next_major, next_minor, version_of
from environments import Environment, Ran
from paths import NS, PLUGINS, ROOT

DAY = "2026-04-13"
STATUS = {"clear": 0, "conditional": 0, "blocked": 1, "undecided": 3}
CORE = ROOT / "core"
NOW, MINOR, MAJOR = str(version_of(CORE)), next_minor(version_of(CORE)), next_major(version_of(CORE))
OURS = {f"bestek-{plugin.name}": str(version_of(plugin)) for plugin in PLUGINS}
NEXT = {f"bestek-{plugin.name}": next_minor(version_of(plugin)) for plugin in PLUGINS}

BROKEN: dict[str, tuple[str, dict[str, Any]]] = {
    "raises": (
        "ValueError: no such table",
        {"after": "\nraise ValueError('no such table')", "needs": ("bestek", "bestek-other>=99")},
    ),
    "lacks": ("ModuleNotFoundError: No module named 'elsewhere'", {"before": "import elsewhere"}),
    "quits": ("SystemExit: 4", {"before": "raise SystemExit(4)"}),
    "typo": (
        "error in the regulation: hook: unknown hook 'bestek_exit_requirement'",
        {"after": "\n@hookimpl\ndef bestek_exit_requirement():\n    return []\n"},
    ),
    "future": (
        f"needs bestek>={MAJOR}, but the core is {NOW}",
        {"needs": (f"bestek>={MAJOR}",), "before": "raise OSError"},
    ),
    "extra": (f"needs bestek[sql]>={MAJOR}, but the core is {NOW}", {"needs": (f"bestek[sql]>={MAJOR}",)}),
    "one": ("several distributions have the regulation 'twin': bestek-one, bestek-two", {"id": "twin"}),
    "two": ("several distributions have the regulation 'twin': bestek-one, bestek-two", {"id": "twin"}),
}


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the core at three versions, each regulation of ours at two, and the small ones."""
    made, work = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("work")
    for package in (CORE, *PLUGINS):
        build(package, made)
    for version in (MINOR, MAJOR):
        build_as(CORE, version, made, work, adds=f"\n\nSINCE = {version!r}\n")
    for plugin in PLUGINS:
        build_as(plugin, NEXT[f"bestek-{plugin.name}"], made, work)
    build_small(made, work, "law", "1.0.0", kind="department")
    build_small(made, work, "law", "1.1.0", kind="state_owned_company")
    build_small(
        made,
        work,
        "late",
        needs=(f"bestek>={MINOR},<3", "bestek>=99; python_version<'3'"),
        before="from bestek import SINCE\n",
    )
    for name, (_, how) in BROKEN.items():
        build_small(made, work, name, **how)
    return made


@pytest.fixture(scope="module")
def fresh(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Environment]:
    """Give a new environment at every call."""
    folder, number = tmp_path_factory.mktemp("environments"), count()
    return lambda: Environment(folder / str(next(number)), wheels)


def exactly(versions: dict[str, str]) -> list[str]:
    return [f"{name}=={version}" for name, version in versions.items()]


def without_versions(assessment: dict[str, Any]) -> dict[str, Any]:
    """Give what an assessment says, apart from which versions said it."""
    regulations = [{**one, "version": None} for one in assessment["regulations"]]
    return {**assessment, "versions": None, "regulations": regulations}


def of_ours(assessment: dict[str, Any]) -> list[Any]:
    """Give the findings of our own regulations."""
    return [found for found in assessment["findings"] if f"bestek-{found['rule'].partition('/')[0]}" in OURS]


@pytest.fixture(scope="module")
def today(fresh: Callable[[], Environment]) -> dict[str, Any]:
    """Assess with all packages as they are."""
    env = fresh()
    assert env.install(*exactly({"bestek": NOW} | OURS)) == Ran(0, "", "")
    assert env.regulations() == OURS
    return env.assess(NS, DAY)


@pytest.mark.parametrize(
    "changed",
    [{"bestek": MINOR}, *({name: version} for name, version in NEXT.items()), NEXT],
    ids=["new core, old plugins", *(f"old core, new {name}" for name in NEXT), "old core, new plugins"],
)
def test_one_package_moves_and_the_rest_stays(
    fresh: Callable[[], Environment], today: dict[str, Any], changed: dict[str, str]
) -> None:
    """Pip takes the combination, and the same law under other versions says the same."""
    env, versions = fresh(), {"bestek": NOW} | OURS | changed
    assert env.install(*exactly(versions)) == Ran(0, "", "")
    assert env.regulations() == {name: versions[name] for name in OURS}
    found = env.assess(NS, DAY)
    assert found["versions"] == versions
    assert without_versions(found) == without_versions(today)


@pytest.mark.parametrize("core", [NOW, MINOR])
@pytest.mark.parametrize(("law", "status"), [("1.0.0", "breach"), ("1.1.0", "met")])
def test_a_new_version_of_a_law_changes_that_law_only(
    fresh: Callable[[], Environment], today: dict[str, Any], core: str, law: str, status: str
) -> None:
    env = fresh()
    assert env.install(*exactly({"bestek": core, "bestek-law": law} | OURS)) == Ran(0, "", "")
    found = env.assess(NS, DAY)
    assert [one["status"] for one in found["findings"] if one["rule"] == "law/S-2"] == [status]
    assert of_ours(found) == of_ours(today)


@pytest.mark.parametrize(
    ("core", "late", "ours"),
    [
        (NOW, f"needs bestek<3,>={MINOR}, but the core is {NOW}", None),
        (MINOR, None, None),
        (MAJOR, None, f"needs bestek<2,>=1, but the core is {MAJOR}"),
    ],
)
def test_two_regulations_on_different_ranges_of_the_core(
    fresh: Callable[[], Environment], core: str, late: str | None, ours: str | None
) -> None:
    """Where the ranges meet, both work; elsewhere pip refuses, and forced, the core says which one does not fit."""
    env, versions = fresh(), {"bestek": core, "bestek-late": "1.0.0"} | OURS
    asked = env.install(*exactly(versions))
    if late is None and ours is None:
        assert asked == Ran(0, "", "")
    else:
        assert "conflicting dependencies" in asked.err
        assert env.install(*exactly(versions), force=True).status == 0
    expected = {"bestek-late": late or "1.0.0"} | {name: ours or version for name, version in OURS.items()}
    assert env.regulations() == expected


@pytest.fixture(scope="module")
def harmed(fresh: Callable[[], Environment]) -> Environment:
    """Install our packages beside every kind of plugin that does not work."""
    env = fresh()
    broken = dict.fromkeys((f"bestek-{name}" for name in BROKEN), "1.0.0")
    assert env.install(*exactly({"bestek": NOW} | OURS | broken), force=True).status == 0
    return env


def test_what_does_not_work_is_listed_with_its_reason(harmed: Environment) -> None:
    reasons = {f"bestek-{name}": reason for name, (reason, _) in BROKEN.items()}
    assert {name: short(said) for name, said in harmed.regulations().items()} == OURS | reasons
    listed = harmed.bestek("regulations")
    assert listed.status == 0
    for name, reason in reasons.items():
        assert squeezed(f"({name}) broken: {reason}") in squeezed(listed.out)


def test_what_does_not_work_disturbs_no_assessment(harmed: Environment, today: dict[str, Any]) -> None:
    """The rest is judged as ever, and standard error names each plugin that is missing from it."""
    ran = harmed.bestek("assess", str(NS), "--on", DAY, "--all", "--format", "json")
    assert json.loads(ran.out) == today
    text = harmed.bestek("assess", str(NS), "--on", DAY)
    assert text.status == ran.status == STATUS[today["verdict"]]
    lines = sorted(short(line).split(maxsplit=2) for line in text.err.splitlines())
    assert [(name.strip(":"), said) for _, name, said in lines] == sorted(
        (f"bestek-{name}", f"the regulation cannot load: {reason}") for name, (reason, _) in BROKEN.items()
    )


def test_a_file_that_needs_what_does_not_work_is_refused_with_the_reason(harmed: Environment, tmp_path: Path) -> None:
    file = tmp_path / "procurement.toml"
    file.write_text("[raises]\nanything = true\n")
    ran = harmed.bestek("assess", str(file), "--on", DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "bestek-raises 1.0.0: ValueError: no such table" in ran.err.splitlines()[-1]


def short(reason: str) -> str:
    """Leave out where a module lies."""
    return reason.partition(" in plugin <")[0]


def squeezed(text: str) -> str:
    """Leave out all space: a table wraps where it wants."""
    return "".join(text.split())
