"""Which day counts, and which edition of a text (DESIGN 3.2)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import WORDS, Loaded, act, assess, law, scopes, status, text

from bestek import Chapter, Instrument, ProcurementError
from bestek.vocabulary import buyer, contract, documents

START, CHANGE, END = date(2026, 1, 1), date(2026, 6, 1), date(2027, 1, 1)
OLD = text("toy-1", valid_from=START, valid_until=CHANGE)
NEW = text("toy-2", valid_from=CHANGE, valid_until=END)
AFTER = date(2027, 6, 1)


def launched(day: str | None, stage: str | None = None, **more: Any) -> dict[str, Any]:
    """Write a file of a tender launched on a day."""
    known = {"procedure.launched_on": day, "procedure.stage": stage, **more}
    return {path: value for path, value in known.items() if value is not None}


def editions(of_old: Any = True, of_new: Any = True) -> Loaded:
    """Make a law of two editions, each with its own row and a duty."""
    old, new = Chapter(OLD), Chapter(NEW)
    old.applies("A1", when=of_old, **WORDS)
    old.obliges("R1", demands=documents.dpia.exists, **WORDS)
    new.applies("A2", when=of_new, **WORDS)
    new.obliges("R2", demands=documents.dpia.exists, **WORDS)
    return law(old, new)


def judged(made: Loaded, facts: Any, on: date = AFTER) -> list[tuple[str, bool]]:
    """Give the rules that are judged, and whether each counts only if its scope applies."""
    return [(one.rule, one.if_applicable) for one in assess(made, facts, on).all_findings]


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2025-12-31", []),
        ("2026-01-01", ["toy/R1"]),
        ("2026-05-31", ["toy/R1"]),
        ("2026-06-01", ["toy/R2"]),
        ("2026-12-31", ["toy/R2"]),
        ("2027-01-01", []),
    ],
)
def test_the_edition_in_force_on_the_launch_binds(day: str, rules: list[str]) -> None:
    """The first day belongs to it, the last day named does not. Its end does not end its duties."""
    assert judged(editions(), launched(day)) == [(rule, False) for rule in rules]


@pytest.mark.parametrize(("day", "edition"), [("2026-05-31", "toy-1"), ("2026-06-01", "toy-2"), ("2027-01-01", None)])
def test_the_result_names_the_edition(day: str, edition: str | None) -> None:
    assert assess(editions(), launched(day), AFTER).regulations[0].scopes[0].edition == edition


@pytest.mark.parametrize(
    ("on", "rules"),
    [(date(2025, 12, 31), []), (START, ["toy/R1"]), (CHANGE, ["toy/R2"]), (END, [])],
)
def test_in_preparation_the_assessment_date_stands_for_a_launch_that_is_not_known(on: date, rules: list[str]) -> None:
    assert judged(editions(), launched(None, "preparation"), on) == [(rule, False) for rule in rules]


def test_a_planned_launch_goes_before_the_assessment_date() -> None:
    assert judged(editions(), launched("2026-07-01", "preparation"), date(2026, 5, 1)) == [("toy/R2", False)]


class TestLaunchNotKnown:
    """Launch unknown and the stage not known to be preparation: every edition that may have been in force."""

    @pytest.mark.parametrize("stage", [None, "award"])
    def test_one_answer_counts(self, stage: str | None) -> None:
        assert scopes(assess(editions(), launched(None, stage), AFTER)) == {"toy": "yes"}

    def test_two_answers_are_open(self) -> None:
        made = editions(of_old=buyer.vital_provider, of_new=~buyer.vital_provider)
        assert scopes(assess(made, launched(None, "award", **{"buyer.vital_provider": True}), AFTER)) == {"toy": "open"}

    def test_each_edition_binds_only_perhaps(self) -> None:
        assert judged(editions(), launched(None, "award")) == [("toy/R1", True), ("toy/R2", True)]

    def test_an_edition_that_began_later_cannot_have_been_in_force(self) -> None:
        assert judged(editions(), launched(None, "award"), date(2026, 5, 31)) == [("toy/R1", False)]

    def test_nor_one_that_began_after_the_notice(self) -> None:
        facts = launched(None, "award", **{"procedure.published_on": "2026-05-31"})
        assert judged(editions(), facts) == [("toy/R1", False)]

    def test_nor_one_that_began_after_the_award(self) -> None:
        facts = launched(None, "award", **{"procedure.awarded_on": "2026-05-31"})
        assert judged(editions(), facts) == [("toy/R1", False)]

    def test_before_any_edition_none_applies(self) -> None:
        assert scopes(assess(editions(), launched(None, "award"), date(2025, 12, 31))) == {"toy": "no"}

    def test_the_launch_is_what_is_asked(self) -> None:
        made = editions(of_old=True, of_new=False)
        assert [question.fact for question in assess(made, launched(None, "award"), AFTER).questions][:1] == [
            "procedure.launched_on"
        ]


def test_a_future_edition_ships_before_its_date() -> None:
    """What is launched before that day does not see it."""
    assert judged(editions(), launched("2026-02-01"), date(2026, 2, 1)) == [("toy/R1", False)]


def test_a_row_of_today_brings_a_text_into_force_for_a_tender_launched_before_it() -> None:
    """Transitional law is written as rules."""
    chapter = Chapter(NEW)
    chapter.applies("NOW", when=contract.framework, time="today", **WORDS)
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    facts = launched("2026-02-01", **{"contract.framework": True})
    assert scopes(assess(law(chapter), facts, date(2026, 5, 31))) == {"toy": "no"}
    assert scopes(assess(law(chapter), facts, CHANGE)) == {"toy": "yes"}
    assert scopes(assess(law(chapter), facts, END)) == {"toy": "no"}


def test_a_row_that_says_does_not_apply_is_judged_at_any_date() -> None:
    made = editions()
    chapter = Chapter(OLD)
    chapter.exempts("OUT", when=contract.framework, **WORDS)
    with_exemption = law([*made.rules, *chapter.rules])
    facts = launched("2026-07-01", **{"contract.framework": True})
    assert scopes(assess(with_exemption, facts, AFTER)) == {"toy": "no"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-02-28", "not_applicable"),
        ("2026-03-01", "open"),
        ("2026-03-31", "open"),
        ("2026-04-01", "not_applicable"),
    ],
)
@pytest.mark.parametrize("time", ["launch", "today"])
def test_a_rule_may_have_narrower_dates_of_its_own(time: Any, day: str, expected: str) -> None:
    chapter = act()
    chapter.obliges(
        "R",
        demands=documents.dpia.exists,
        time=time,
        valid_from=date(2026, 3, 1),
        valid_until=date(2026, 4, 1),
        **WORDS,
    )
    on, facts = (AFTER, launched(day)) if time == "launch" else (date.fromisoformat(day), launched("2026-01-01"))
    assert status(chapter, facts, on=on) == expected


def test_a_rule_with_dates_is_open_where_the_launch_may_lie_in_them() -> None:
    chapter = act()
    chapter.advises("R", valid_from=date(2026, 3, 1), **WORDS)
    assert status(chapter, launched(None, "award"), on=date(2026, 2, 28)) == "not_applicable"
    assert status(chapter, launched(None, "award"), on=date(2026, 3, 1)) == "open"


class TestFutureActs:
    """An act dated after the assessment date is a contradiction (DESIGN 5)."""

    ON = date(2026, 5, 1)

    @pytest.mark.parametrize(
        "path",
        [
            "procedure.launched_on",
            "procedure.published_on",
            "procedure.awarded_on",
            "contract.signed_on",
            "documents.dpia",
        ],
    )
    def test_it_is_refused(self, path: str) -> None:
        with pytest.raises(ProcurementError) as caught:
            assess(act(), {path: "2026-05-02"}, self.ON)
        (problem,) = caught.value.problems
        assert (problem.code, problem.path, problem.found, problem.allowed) == (
            "future_act", path, "2026-05-02", ("≤ 2026-05-01",),
        )  # fmt: skip

    @pytest.mark.parametrize("path", ["procedure.launched_on", "contract.signed_on"])
    def test_today_is_no_future(self, path: str) -> None:
        assert assess(act(), {path: "2026-05-01"}, self.ON).verdict == "clear"

    def test_a_launch_may_be_planned_in_preparation(self) -> None:
        assert assess(act(), launched("2026-06-01", "preparation"), self.ON).verdict == "clear"

    @pytest.mark.parametrize("path", ["contract.starts_on", "contract.ends_on", "service.goes_live_on"])
    def test_what_is_no_act_may_lie_ahead(self, path: str) -> None:
        assert assess(act(), {path: "2030-01-01"}, self.ON).verdict == "clear"

    def test_every_one_is_named_at_once(self) -> None:
        with pytest.raises(ProcurementError) as caught:
            assess(act(), {"documents.dpia": "2027-01-01", "contract.signed_on": "2027-01-01"}, self.ON)
        assert {problem.path for problem in caught.value.problems} == {"documents.dpia", "contract.signed_on"}


@pytest.mark.parametrize("on", ["2026-05-01", None, 20260501])
def test_the_day_is_always_a_date(on: Any) -> None:
    with pytest.raises(TypeError, match="on must be a date"):
        assess(act(), {}, on)


def test_an_edition_without_dates_was_always_in_force() -> None:
    made: Instrument = text()
    assert (made.valid_from, made.valid_until) == (None, None)
    assert scopes(assess(act(made), launched("1990-01-01"), date(1990, 1, 2))) == {"toy": "yes"}
