"""Due or breach: the last day of a demand (`by=`, DESIGN 3.2 and 3.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import WORDS, act, assess, finding, status

from bestek import Chapter, days, launched, months
from bestek.vocabulary import contract, documents

DAY = date(2026, 3, 31)
NOT_DONE = {"documents.dpia": False}


def until(by: Any, **more: Any) -> Chapter:
    """Make a law that demands a DPIA by a day."""
    chapter = act()
    chapter.obliges("R", demands=documents.dpia.exists, by=by, **more, **WORDS)
    return chapter


@pytest.mark.parametrize(("on", "expected"), [(date(2026, 3, 30), "due"), (DAY, "due"), (date(2026, 4, 1), "breach")])
def test_until_its_last_day_has_passed_it_is_due(on: date, expected: str) -> None:
    assert status(until(DAY), NOT_DONE, on=on) == expected


@pytest.mark.parametrize("on", [DAY, date(2026, 4, 1)])
def test_what_is_done_is_met_before_and_after(on: date) -> None:
    assert status(until(DAY), {"documents.dpia": True}, on=on) == "met"


@pytest.mark.parametrize(("on", "expected"), [(DAY, "due"), (date(2026, 4, 1), "open")])
def test_what_is_not_known_to_be_done_is_due_and_then_open(on: date, expected: str) -> None:
    assert status(until(DAY), {}, on=on) == expected


@pytest.mark.parametrize(
    ("stage", "on", "expected"),
    [
        ("award", date(2026, 3, 1), "due"),
        ("award", date(2026, 4, 1), "due"),
        ("contract", date(2026, 3, 1), "due"),
        ("contract", date(2026, 4, 1), "breach"),
        (None, date(2026, 3, 1), "due"),
        (None, date(2026, 4, 1), "open"),
    ],
)
def test_both_the_phase_and_the_day_must_be_reached(stage: str | None, on: date, expected: str) -> None:
    facts = {**NOT_DONE, **({"procedure.stage": stage} if stage else {})}
    assert status(until(DAY, phase="contract"), facts, on=on) == expected


@pytest.mark.parametrize(("on", "expected"), [(date(2026, 6, 30), "due"), (date(2026, 7, 1), "breach")])
def test_a_term_of_months_ends_with_the_month(on: date, expected: str) -> None:
    facts = {**NOT_DONE, "contract.signed_on": "2026-05-31"}
    assert status(until(contract.signed_on + months(1)), facts, on=on) == expected


def test_a_term_of_days_since_the_launch() -> None:
    made, facts = until(launched + days(10)), {**NOT_DONE, "procedure.launched_on": "2026-05-01"}
    assert [status(made, facts, on=date(2026, 5, day)) for day in (11, 12)] == ["due", "breach"]


@pytest.mark.parametrize("signed", [None, True])
def test_a_term_since_a_day_that_is_not_known_is_open(signed: bool | None) -> None:
    facts = {**NOT_DONE, **({} if signed is None else {"contract.signed_on": signed})}
    assert status(until(contract.signed_on + months(1)), facts, on=date(2026, 7, 1)) == "open"


def test_a_term_since_what_never_was_does_not_run() -> None:
    """Its day has not passed: the comparison of a day that does not exist is false."""
    facts = {**NOT_DONE, "contract.signed_on": False}
    assert status(until(contract.signed_on + months(1)), facts, on=date(2026, 7, 1)) == "due"


def test_what_is_settled_is_a_breach_before_its_day() -> None:
    chapter = act()
    chapter.prohibits("R", forbids=contract.framework, by=DAY, **WORDS)
    assert status(chapter, {"contract.framework": True}, on=date(2026, 1, 1)) == "breach"


@pytest.mark.parametrize(("on", "expected"), [(DAY, "due"), (date(2026, 4, 1), "open")])
def test_a_judgement_has_its_deadline_too(on: date, expected: str) -> None:
    chapter = act()
    chapter.judged("R", by="NBIV", deadline=DAY, **WORDS)
    assert status(chapter, {}, on=on) == expected


def test_the_finding_gives_the_day() -> None:
    found = finding(
        assess(until(contract.signed_on + months(1)), {**NOT_DONE, "contract.signed_on": "2026-01-31"}, DAY)
    )
    assert found.due_by == date(2026, 2, 28)


def test_a_demand_without_a_last_day_has_none() -> None:
    chapter = act()
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    assert finding(assess(chapter, NOT_DONE)).due_by is None
