"""The rules of the cloud policy against their case tables, the rows of the brief, and files that cannot be."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

import bestek
from bestek.report.explain import Explanation
from bestek.report.regulations import coverage
from bestek.testing import Case, read_cases, run_case, untested

HERE = Path(__file__).parent
CASES = read_cases(HERE / "cases", regulation="cloudpolicy")
ON = date(2026, 10, 1)


@pytest.fixture(scope="module")
def policy() -> bestek.Policy:
    return bestek.load_policy(regulations=["cloudpolicy"])


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case comes out as its source says."""
    run_case(case)


def test_every_status_has_a_case() -> None:
    """Each status that a rule can reach is in a table."""
    assert untested("cloudpolicy", CASES) == []


# The rows of law/cloudpolicy.md -------------------------------------------------------------------------------


def ids(prefix: str, last: int, width: int = 2) -> set[str]:
    return {f"{prefix}-{number:0{width}}" for number in range(1, last + 1)}


ROWS = ids("VER", 4, 1) | ids("CP22", 22) | ids("IK23", 5) | ids("VB25", 5) | ids("CP26", 32) | ids("AVG", 6)
INSTRUMENTS_OF_SECTION_1 = {"AVG", "VIRBI-2025"}  # whom these bind stands in the table of texts, not in a row


def test_no_row_of_the_brief_is_missing(policy: bestek.Policy) -> None:
    """Rules, definitions and what is left out are the 74 rows, and the two texts whose reach has no row of its own."""
    found = coverage(policy.loaded[0])
    listed = [row for rows in found.values() for row in rows]
    assert len(listed) == len(set(listed))
    assert set(listed) == ROWS | INSTRUMENTS_OF_SECTION_1
    assert {outcome: len(rows) for outcome, rows in found.items()} == {
        "computed": 63,
        "judged": 2,
        "open_norm": 1,
        "definition": 4,
        "omitted": 6,
    }


def test_every_text_a_lawyer_reads_is_there_in_two_languages(policy: bestek.Policy) -> None:
    rules = policy.program.by_id.values()
    assert {rule.id for rule in rules if rule.title.nl == rule.title.en} == set()


def test_no_text_is_called_checked_before_somebody_checked_it(policy: bestek.Policy) -> None:
    (loaded,) = policy.loaded
    assert not loaded.regulation.official
    assert {text.checked_by for text in loaded.regulation.instruments} == {None}


@pytest.mark.parametrize(
    ("rule", "sources"),
    [
        ("CP22-07", {"cp-2022": "verbatim"}),
        ("CP22-10", {"cp-2022": "verbatim", "letter-digid": "verbatim"}),
        ("VB25-01", {"letter-digid": "verbatim"}),
        ("IK23-04", {"ik-2023": "secondary", "ib-privacy-quickscan": "secondary"}),
        ("CP26-03", {"cp-2026": "inferred"}),
    ],
)
def test_how_sure_a_source_is_stands_with_it(policy: bestek.Policy, rule: str, sources: dict[str, str]) -> None:
    cites = policy.rule(f"cloudpolicy/{rule}").cites
    assert {cite.instrument.id: cite.confidence for cite in cites} == sources


def test_the_readings_of_material_use_that_differ_stand_side_by_side(policy: bestek.Policy) -> None:
    """The third ground is off until the organisation reads it so, and its source names both sides."""
    (value,) = policy.known_parameters["cloudpolicy.material_supporting_process"].values
    assert value.value is False
    assert all(name in value.source for name in ("ArcKit", "DPIA-assistent", "Compliancomatic"))


def test_three_conditions_are_said_part_by_part(policy: bestek.Policy) -> None:
    """The explainer names the part of "no, unless all three" that fails, and no other."""
    data = file(
        service={"applications": ["email"]},
        documents={"risk_analysis": "2026-07-20"},
        exit={"plan": "2026-08-01", "tested_on": "2026-08-02"},
        cloudpolicy={
            "continuity_finding": "2026-07-01",
            "minister_decision": False,
            "digital_minister_agreement": True,
        },
    )
    assessment = policy.assess(bestek.read(data), ON)
    (found,) = [finding for finding in assessment.findings if finding.rule == "cloudpolicy/CP26-20"]
    assert found.status == "breach"
    decided = {reason.fact: reason.value for reason in found.because}
    assert decided == {
        "service.applications": ["email"],
        "service.deployment": "public",
        "cloudpolicy.minister_decision": False,
    }
    said = Explanation(assessment, policy.rule("cloudpolicy/CP26-20"), "en").to_dict()["condition"]["en"]["unless"]
    for part in ("independently established", "made and tested", "the minister decides in agreement"):
        assert part in said


# Files that cannot be -----------------------------------------------------------------------------------------


def file(**more: Any) -> dict[str, Any]:
    """An agency's public cloud in use, with more facts."""
    made: dict[str, Any] = {
        "buyer": {"kind": "agency"},
        "procedure": {"stage": "performance", "launched_on": "2026-07-10"},
        "service": {"deployment": "public"},
    }
    for table, facts in more.items():
        made[table] = {**made.get(table, {}), **facts}
    return made


def problems(policy: bestek.Policy, data: dict[str, Any]) -> list[tuple[str, str | None]]:
    with pytest.raises(bestek.ProcurementError) as raised:
        policy.assess(bestek.read(data), ON)
    return [(problem.code, problem.path) for problem in raised.value.problems]


def test_an_unknown_country_is_an_error(policy: bestek.Policy) -> None:
    (problem,) = problems(policy, file(service={"storage_countries": ["NL", "XX"]}))
    assert problem[1] is not None
    assert problem[1].startswith("service.storage_countries")


def test_a_review_after_the_assessment_date_is_an_error(policy: bestek.Policy) -> None:
    assert problems(policy, file(exit={"reviewed_on": "2026-10-02"})) == [("future_act", "exit.reviewed_on")]
    policy.assess(bestek.read(file(exit={"reviewed_on": "2026-10-01"})), ON)


def test_a_category_count_is_no_text(policy: bestek.Policy) -> None:
    (problem,) = problems(policy, file(cloudpolicy={"personal_categories": "2"}))
    assert problem[1] == "cloudpolicy.personal_categories"


def test_an_empty_plan_and_the_caribbean_netherlands_are_breaches_and_no_errors(policy: bestek.Policy) -> None:
    found = policy.assess(
        bestek.read(
            file(
                service={"primary_process": True, "storage_countries": ["BQ"], "processing_countries": ["NL"]},
                exit={"plan": "2026-08-01", "covers": []},
            )
        ),
        ON,
    )
    breaches = {finding.rule for finding in found.findings if finding.status == "breach"}
    assert breaches == {"cloudpolicy/CP26-09", "cloudpolicy/CP26-10", "cloudpolicy/CP26-22"}
