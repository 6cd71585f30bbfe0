"""Five real notices, as far as a notice goes: what they settle, and what stays open for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bestek
from bestek import Assessment

NOTICES = sorted((Path(__file__).parent / "notices").glob("*.toml"))
POLICY = bestek.load_policy(regulations=["adv"])
JUDGED = {"adv.classified_link", "adv.security_purpose", "adv.military", "adv.linked_to_sensitive"}


def assess(reference: str, on: date, **known: Any) -> Assessment:
    procurement = bestek.read(next(path for path in NOTICES if path.stem == reference))
    return POLICY.assess(procurement.replace({path.replace("__", "."): fact for path, fact in known.items()}), on)


def status(assessment: Assessment, rule: str) -> set[str]:
    return {found.status for found in assessment.all_findings if found.rule == f"adv/{rule}"}


def regime(assessment: Assessment) -> str | None:
    return next(found.value for found in assessment.classes if found.class_ == "adv.regime")


def facts_in(data: Any, path: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from () if key == "evidence" else facts_in(value, f"{path}.{key}" if path else key)
    elif isinstance(data, list) and any(isinstance(one, dict) for one in data):
        for place, one in enumerate(data):
            yield from facts_in(one, f"{path}[{place}]")
    else:
        yield path


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_every_fact_has_its_place_in_the_notice(path: Path) -> None:
    procurement = bestek.read(path)
    facts = set(facts_in(procurement.to_dict())) - {"title", "reference"}
    assert facts == set(procurement.evidence)
    assert all(found.pinpoint and found.pinpoint.startswith("/") for found in procurement.evidence.values())


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
def test_no_notice_says_what_a_person_must_judge(path: Path) -> None:
    """A legal basis is a declaration: the regime stays open, and the questions name who answers them."""
    assessment = assess(path.stem, date(2024, 12, 1))
    assert regime(assessment) is None
    assert assessment.verdict == "undecided"
    questions = {question.fact: question.who.nl for question in assessment.questions}
    assert questions.keys() >= JUDGED
    assert questions["adv.classified_link"] == "beveiligingsautoriteit (BVA)"


@pytest.mark.parametrize("path", [path for path in NOTICES if path.stem != "00496724-2024"], ids=lambda path: path.stem)
def test_the_legal_basis_is_shown_as_declared(path: Path) -> None:
    assert status(assess(path.stem, date(2024, 12, 1)), "D0-D11b") == {"noted"}


def test_a_defence_ict_framework_of_five_years_with_31_days() -> None:
    found = assess("00615708-2023", date(2023, 10, 11))
    for rule in ("ADV-P1", "ADV-P7", "ADV-SC4", "ADV-AW1", "ADV-AW2", "DUR-1"):
        assert status(found, rule) == {"met"}, rule
    assert status(found, "ADV-I3") == {"due"}  # a clearance is demanded: recognise foreign ones
    assert status(found, "ADV-U1") == {"open"}  # whether security of supply is in the documents is not in the notice


def test_once_a_person_has_judged_the_adv_applies_to_it() -> None:
    judged = {
        "adv__security_purpose": True,
        "adv__classified_link": "requires",
        "adv__mixed_with": [],
        "adv__exemptions": [],
    }
    found = assess("00615708-2023", date(2023, 10, 11), **judged)
    assert regime(found) == "adv"
    assert {scope.id: scope.applies for of in found.regulations for scope in of.scopes}["adv"] == "yes"


def test_a_police_framework_of_ten_years_needs_reasons_that_a_lawyer_judges() -> None:
    """Its description gives reasons to exceed seven years; whether they are exceptional a notice cannot say."""
    found = assess("00499225-2024", date(2024, 8, 20))
    assert status(found, "DUR-1") == {"open"}
    assert "adv.duration_justified" in {question.fact for question in found.questions}
    assert status(assess("00499225-2024", date(2024, 8, 20), adv__duration_justified=True), "DUR-1") == {"met"}


def test_a_dutch_notice_under_the_aw2012_that_demands_a_clearance() -> None:
    """It may be sensitive all the same: the legal basis does not decide."""
    found = assess("00496724-2024", date(2024, 8, 19))
    assert status(found, "ADV-P1") == {"open"}  # an open procedure would not do under the ADV; exceptions are not known
    assert status(found, "DUR-4") == {"noted"}
    assert status(found, "D0-D11c") == {"open"}


def test_an_award_without_a_notice_as_a_repeat() -> None:
    """From 4 December 2020 to 3 May 2021 is more than 48 days; when the first contract was awarded it does not say."""
    found = assess("231698-2021", date(2021, 5, 7))
    assert status(found, "ADV-P1") == {"met"}
    assert status(found, "ADV-P11") == {"open"}  # a call-off needs no award notice
    no_call_off = assess("231698-2021", date(2021, 5, 7), adv__call_off=False)
    assert status(no_call_off, "ADV-P11") == {"breach"}
    assert no_call_off.verdict == "undecided"  # the breach counts only if the ADV applies
    assert status(found, "ADV-P4b") == {"open"}
    assert status(found, "ADV-P10") == {"met"}  # one tender
    assert status(found, "ACC-2") == {"open"}
    assert found.verdict == "undecided"


def test_an_amount_in_leva_is_not_converted() -> None:
    found = assess("560367-2021", date(2021, 11, 2))
    assert "procedure.value" in {question.fact for question in found.questions}
    assert status(found, "ADV-P7") == {"met"}
