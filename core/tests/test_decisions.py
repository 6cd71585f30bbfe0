"""What the law leaves to a person is answered in the file, with a decision (DESIGN 2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import WORDS, Chapter, act, assess, file_of, finding, law, policy_of

from bestek import Decision, ProcurementError, level
from bestek.vocabulary import buyer, contract, information, supplier

DECISION = {"outcome": "met", "by": "NBIV", "on": "2026-05-01", "reason": "getoetst"}


def left_to_a_person() -> Chapter:
    """Make a law with a judgement, an open norm, a judgement of a supplier, and a duty that is computed."""
    chapter = act()
    chapter.judged("J", by="NBIV", **WORDS)
    chapter.obliges("O", open_norm="passende maatregelen", **WORDS)
    chapter.judged("S", by=("de inkoper", "the buyer"), of_supplier=True, **WORDS)
    chapter.obliges("R", demands=contract.framework, **WORDS)
    return chapter


def test_a_decision_is_what_the_finding_rests_on() -> None:
    found = finding(assess(left_to_a_person(), {"decisions": {"toy/J": DECISION}}), "J")
    assert found.status == "met"
    assert found.decided_by == Decision("met", "NBIV", date(2026, 5, 1), "getoetst")


@pytest.mark.parametrize("rule", ["J", "O"])
def test_until_then_the_decision_is_missing(rule: str) -> None:
    found = finding(assess(left_to_a_person()), rule)
    assert (found.status, found.missing, found.decided_by) == ("open", (f'decisions."toy/{rule}"',), None)


def test_the_question_names_who_decides() -> None:
    asked = {question.fact: question.who for question in assess(left_to_a_person()).questions}
    assert asked['decisions."toy/J"'].en == "NBIV"
    assert asked['decisions."toy/O"'].en == "whoever applies the rule"


def test_a_decision_on_a_supplier_stands_under_that_supplier() -> None:
    parties = [
        {"name": "A", "role": "winner", "decisions": {"toy/S": DECISION}},
        {"name": "B", "role": "winner", "decisions": {"toy/S": {**DECISION, "outcome": "breach"}}},
        {"name": "C", "role": "winner"},
    ]
    found = assess(left_to_a_person(), {"suppliers": parties})
    assert [finding(found, "S", f"supplier:{name}").status for name in "ABC"] == ["met", "breach", "open"]
    assert finding(found, "S", "supplier:C").missing == ('suppliers[2].decisions."toy/S"',)


def fault(facts: Any, on: date = date(2026, 10, 1)) -> tuple[str, str | None, str | None, tuple[str, ...], str | None]:
    """Judge a file with one fault."""
    with pytest.raises(ProcurementError) as caught:
        policy_of(left_to_a_person()).assess(file_of(facts), on)
    (problem,) = caught.value.problems
    return problem.code, problem.path, problem.found, problem.allowed, problem.nearest


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"decisions": {"toy/JJ": DECISION}}, ("unknown_rule", 'decisions."toy/JJ"', '"toy/JJ"', (), "toy/J")),
        ({"decisions": {"J": DECISION}}, ("unknown_rule", 'decisions."J"', '"J"', (), None)),
        ({"decisions": {"toy/R": DECISION}}, ("not_for_a_person", 'decisions."toy/R"', "toy/R", (), None)),
        (
            {"decisions": {"toy/S": DECISION}},
            ("wrong_subject", 'decisions."toy/S"', "toy/S", ("suppliers[…].decisions",), None),
        ),
        (
            {"suppliers": [{"name": "A", "decisions": {"toy/J": DECISION}}]},
            ("wrong_subject", 'suppliers[0].decisions."toy/J"', "toy/J", ("decisions",), None),
        ),
        (
            {"decisions": {"toy/J": {**DECISION, "on": "2026-10-02"}}},
            ("future_act", 'decisions."toy/J".on', "2026-10-02", ("≤ 2026-10-01",), None),
        ),
    ],
)
def test_a_decision_at_the_wrong_place_is_a_fault(facts: Any, expected: Any) -> None:
    assert fault(facts) == expected


def test_a_decision_on_a_regulation_that_is_not_there_is_left_alone() -> None:
    assert assess(left_to_a_person(), {"decisions": {"other/J": DECISION}}).verdict == "undecided"


def test_every_wrong_decision_is_named() -> None:
    with pytest.raises(ProcurementError) as caught:
        policy_of(left_to_a_person()).assess(
            file_of({"decisions": {"toy/R": DECISION, "toy/X": DECISION}}), date(2026, 10, 1)
        )
    assert sorted(problem.code for problem in caught.value.problems) == ["not_for_a_person", "unknown_rule"]


def test_a_decision_is_part_of_the_digest_and_evidence_is_not() -> None:
    plain, decided = file_of({}), file_of({"decisions": {"toy/J": DECISION}})
    assert plain.digest != decided.digest
    shown = file_of({"buyer.kind": "agency", "evidence": {"buyer.kind": {"source": "KvK"}}})
    assert shown.digest == file_of({"buyer.kind": "agency"}).digest


def test_a_judgement_fact_is_asked_of_who_judges() -> None:
    """The class that the law leaves to a person names the fact that holds the decision."""
    of = level("toy.level", information.tbb, decided_by=information.tbb, nl="x", en="x")
    chapter = act()
    chapter.prohibits("R", when=of >= "tbb3", forbids=supplier.country == "US", **WORDS)
    asked = {question.fact: question.who.nl for question in assess(law(chapter), {"suppliers": []}).questions}
    assert "BVA" in asked["information.tbb"]


def test_a_decision_is_shown_only_where_the_status_rests_on_it() -> None:
    """An exception that holds decides by itself: then nobody's decision is the reason."""
    chapter = act()
    chapter.judged("R", by=("jurist", "lawyer"), unless=buyer.kind == "agency", **WORDS)
    decided = {"decisions": {"toy/R": {"outcome": "breach", "by": "j", "on": "2026-09-01", "reason": "r"}}}
    assert finding(assess(chapter, decided)).decided_by is not None
    by_exception = finding(assess(chapter, {**decided, "buyer.kind": "agency"}))
    assert (by_exception.status, by_exception.decided_by) == ("met", None)
