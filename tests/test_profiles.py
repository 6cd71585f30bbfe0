"""The example profiles, over the example files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from paths import DIGID, NS, ROOT

import bestek
from bestek.cli import run

PROFILES = ROOT / "examples/profiles"
NAMES = sorted(path.stem for path in PROFILES.glob("*.toml") if path.stem not in ("rijk", "vervolg"))
ON = date(2026, 6, 25)


def policy(name: str) -> bestek.Policy:
    return bestek.load_policy(PROFILES / f"{name}.toml", on=ON)


def applies(assessment: bestek.Assessment, regulation: str) -> str:
    return next(found.applies for found in assessment.regulations if found.id == regulation)


def test_there_are_four_bodies_that_share_a_parent() -> None:
    assert NAMES == ["agentschap", "gemeente", "ministerie", "staatsdeelneming"]
    for name in NAMES:
        profile = policy(name).profile
        assert profile is not None
        assert [Path(file.file).name for file in profile.files] == ["rijk.toml", f"{name}.toml"]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", ["rijk", *NAMES])
def test_each_can_be_shown(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["profile", "show", "--profile", str(PROFILES / f"{name}.toml"), "--language", language])
    assert (status, capsys.readouterr().err) == (0, "")


@pytest.mark.parametrize("name", ["ministerie", "agentschap"])
def test_digid_by_a_ministry_and_by_an_agency(name: str) -> None:
    assessment = policy(name).assess(bestek.read(DIGID), ON)
    assert assessment.verdict == "undecided"
    assert {found.mode for found in assessment.regulations if found.id == "abro"} == {"binding"}


def test_a_ministry_that_starts_later_is_not_bound_yet_and_an_agency_that_started_may_be() -> None:
    digid = bestek.read(DIGID)
    found = {name: applies(policy(name).assess(digid, ON), "abro") for name in ("ministerie", "agentschap")}
    assert found == {"ministerie": "no", "agentschap": "open"}


def test_what_the_profile_says_is_not_asked_again() -> None:
    digid = bestek.read(DIGID)
    asked = {question.fact for question in policy("agentschap").assess(digid, ON).questions}
    assert "abro.start_date" not in asked
    assert "abro.start_date" in {question.fact for question in bestek.load_policy().assess(digid, ON).questions}


def test_ns_by_a_state_owned_company() -> None:
    assessment = policy("staatsdeelneming").assess(bestek.read(NS), date(2026, 4, 13))
    abro = next(found for found in assessment.regulations if found.id == "abro")
    assert (abro.applies, abro.because) == ("no", ("abro/APP-02",))


def test_a_municipality_reads_along_and_its_verdict_does_not_move() -> None:
    file = {"title": "Zaaksysteem", "procedure": {"stage": "preparation"}, "information": {"tbb": "tbb4"}}
    abro = next(found for found in policy("gemeente").assess(bestek.read(file), ON).regulations if found.id == "abro")
    assert (abro.mode, abro.applies) == ("advisory", "no")


@pytest.mark.parametrize(("name", "verdict"), [("ministerie", "blocked"), ("agentschap", "undecided")])
def test_a_ministry_that_is_stricter_than_the_law_sees_it_in_the_result(name: str, verdict: str) -> None:
    """It has the exit plan reviewed every half year; the law says every year, and the last review was in between."""
    on = date(2026, 10, 1)
    profile = bestek.load_policy(PROFILES / f"{name}.toml", on=on)
    assert profile.assess(bestek.read(PROFILES / "vervolg.toml"), on).verdict == verdict


def test_a_municipality_follows_the_cloud_policy_by_choice() -> None:
    file = {"procedure": {"stage": "preparation", "launched_on": "2026-07-10"}, "service": {"deployment": "public"}}
    own = policy("gemeente").assess(bestek.read(file), date(2026, 7, 10))
    bare = bestek.load_policy().assess(bestek.read({**file, "buyer": {"kind": "municipality"}}), date(2026, 7, 10))
    assert (applies(own, "cloudpolicy"), applies(bare, "cloudpolicy")) == ("yes", "open")


@pytest.mark.parametrize(
    ("name", "file"), [("gemeente", DIGID), ("gemeente", NS), ("agentschap", NS), ("staatsdeelneming", DIGID)]
)
def test_a_file_of_another_body_is_refused(name: str, file: Path) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        policy(name).assess(bestek.read(file), ON)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [("profile_differs", "buyer.kind")]


@pytest.mark.parametrize("name", NAMES)
def test_two_runs_give_the_same_bytes(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    file = NS if name == "staatsdeelneming" else DIGID
    line = ["assess", str(file), "--on", "2026-06-25", "--profile", str(PROFILES / f"{name}.toml"), "--format", "json"]
    shown = [(run(line), capsys.readouterr().out) for _ in range(2)]
    assert shown[0] == shown[1]
