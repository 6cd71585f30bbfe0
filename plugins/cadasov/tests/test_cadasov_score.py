"""The numbers of the Cloud Sovereignty Framework: the printed ones, to the printed precision (law/cadasov.md 2)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest

import bestek
from bestek.result import ScoreResult
from bestek_cadasov.criteria import CRITERIA, OBJECTIVES, of_objective

ON = date(2026, 10, 1)
POLICY = bestek.load_policy(regulations=["cadasov"])
BEST = {criterion.name: criterion.answers for criterion in CRITERIA}
OFFICIAL = ("v1_2_1", "guidance_2026")


def by_objective(values: Sequence[float]) -> dict[str, float]:
    return {f"sov{number}": value for number, value in zip(OBJECTIVES, values, strict=True)}


def assess(profile: str, supplier: Mapping[str, Any], weights: Sequence[float] = ()) -> bestek.Assessment:
    csf: dict[str, Any] = {"adopted": True, "method": "guidance_2026", "profile": profile}
    if weights:
        csf["weight"] = by_objective(weights)
    file = {
        "procedure": {"launched_on": date(2026, 6, 15), "stage": "award"},
        "cadasov": {"csf": csf},
        "suppliers": [{"role": "tenderer", "cadasov": dict(supplier)}],
    }
    return POLICY.assess(bestek.read(file), ON)


def score(profile: str, supplier: Mapping[str, Any], weights: Sequence[float] = ()) -> ScoreResult:
    (found,) = assess(profile, supplier, weights).scores
    return found


def test_the_weight_sets_are_the_published_ones() -> None:
    published = {
        "v1_2_1": (15, 10, 10, 15, 20, 15, 10, 5),
        "guidance_2026": (20, 10, 10, 15, 10, 15, 15, 5),
    }
    for profile, weights in published.items():
        found = score(profile, {"points": by_objective([100] * 8)})
        assert found.parts == tuple(
            (f"SOV-{number}", weight) for number, weight in zip(OBJECTIVES, weights, strict=True)
        )
        assert (found.value, found.max, found.gaps) == (100, 100, ())


def test_the_calculator_has_48_criteria_and_these_maxima() -> None:
    assert [len(of_objective(number)) for number in OBJECTIVES] == [8, 6, 5, 6, 7, 5, 7, 4]
    maxima = [sum(criterion.points[-1] for criterion in of_objective(number)) for number in OBJECTIVES]
    assert maxima == pytest.approx([1000.03, 1002, 1000, 1002, 1001, 1000, 1001, 1000])
    assert sum(criterion.inert for criterion in CRITERIA) == 9
    assert all(list(criterion.seals) == sorted(criterion.seals) for criterion in CRITERIA)
    assert all(criterion.seals[-1] == 4 and criterion.points[0] == 0 for criterion in CRITERIA)


def test_all_best_answers_come_to_more_than_a_hundred() -> None:
    """Worked case 7: 100.0756 %, not clamped."""
    assert score("guidance_2026", {"answers": BEST}).value == pytest.approx(100.0756, abs=0.00005)


@pytest.mark.parametrize("profile", OFFICIAL)
def test_all_worst_answers_come_to_nothing(profile: str) -> None:
    assert score(profile, {"answers": dict.fromkeys(BEST, 1)}).value == 0


@pytest.mark.parametrize(
    ("profile", "expected"),
    [("v1_2_1", 86.25), ("guidance_2026", 91.25)],
)
def test_safespring_scale(profile: str, expected: float) -> None:
    """The published self-assessment of 2.6: SEAL 4,4,4,4,2,3,4,4, read as SEAL/4."""
    shares = by_objective([100 * seal / 4 for seal in (4, 4, 4, 4, 2, 3, 4, 4)])
    assert score(profile, {"points": shares}).value == pytest.approx(expected)


VECTORS = {  # the cards of 2.7, without names
    "first": ((73.0, 75.0, 75.0, 79.0, 43.2, 45.0, 78.5, 50.0), 66.8, 63.5),
    "second": ((89.6, 91.6, 80.0, 79.0, 67.9, 55.0, 78.5, 68.8), 77.2, 75.6),
}


@pytest.mark.parametrize("card", VECTORS)
def test_published_vectors(card: str) -> None:
    """Both cards recompute with the guidance's weights; version 1.2.1 gives the other score."""
    shares, guidance, version = VECTORS[card]
    assert score("guidance_2026", {"points": by_objective(shares)}).value == pytest.approx(guidance, abs=0.1)
    assert score("v1_2_1", {"points": by_objective(shares)}).value == pytest.approx(version, abs=0.1)


def test_the_partial_example_of_the_workbook() -> None:
    """Worked case 10: rungs 4,3,2,4,3,–,3,3 give 530.93 points; the blank one is a gap."""
    answers = dict(zip((c.name for c in of_objective(1)), (4, 3, 2, 4, 3, 0, 3, 3), strict=True))
    assessment = assess("guidance_2026", {"answers": answers})
    (found,) = assessment.scores
    assert dict(found.parts)["SOV-1"] == pytest.approx(53.093 * 20 / 100, abs=0.00001)
    assert found.gaps == tuple(f"SOV-{number}" for number in range(2, 9))
    blank = next(one for one in assessment.findings if one.rule == "cadasov/CSF-11")
    assert blank.status == "noted"
    answered = [reason.fact for reason in blank.because if ".answers." in reason.fact]
    assert answered == ["suppliers[0].cadasov.answers.c1_6"]


def test_own_weights_score_with_themselves() -> None:
    shares = by_objective([100, 0, 0, 0, 50, 0, 0, 0])
    assert score("custom", {"points": shares}, (30, 10, 10, 10, 10, 10, 10, 10)).value == pytest.approx(35)


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda criterion: criterion.id)
def test_every_answer_has_its_points(criterion: Any) -> None:
    """Each cell of 2.5: the score of one objective, with one answer and the others at their worst."""
    weight = {1: 20, 2: 10, 3: 10, 4: 15, 5: 10, 6: 15, 7: 15, 8: 5}[criterion.objective]
    for rung, points in enumerate(criterion.points, start=1):
        found = score("guidance_2026", {"answers": {**dict.fromkeys(BEST, 1), criterion.name: rung}})
        assert found.value == pytest.approx(points / 1000 * weight)
