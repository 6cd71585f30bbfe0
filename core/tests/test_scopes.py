"""Whether a text binds is decided per scope (DESIGN 3.3)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import WORDS, Loaded, act, assess, finding, law, policy_of, scopes, text

from bestek import Chapter, PluginError
from bestek.vocabulary import buyer, contract, documents, supplier

T, F, U = True, False, None
ROW, OTHER, EXCEPT = buyer.vital_provider, buyer.critical_entity, contract.framework


def facts(**known: bool | None) -> dict[str, Any]:
    """Write a file in which these conditions are so."""
    paths = {"row": "buyer.vital_provider", "other": "buyer.critical_entity", "without": "contract.framework"}
    return {paths[name]: value for name, value in known.items() if value is not None}


TABLE = [
    # applies, applies too, exempts, then whether the scope applies
    (T, T, F, "yes"), (T, F, F, "yes"), (F, T, F, "yes"), (T, U, F, "yes"), (U, T, F, "yes"),
    (F, F, F, "no"), (F, F, T, "no"), (F, F, U, "no"),
    (U, F, F, "open"), (F, U, F, "open"), (U, U, F, "open"),
    (T, T, T, "no"), (U, U, T, "no"), (T, U, T, "no"),
    (T, T, U, "open"), (U, F, U, "open"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "other", "without", "expected"), TABLE)
def test_it_applies_where_any_row_holds_and_no_exemption_does(
    row: Any, other: Any, without: Any, expected: str
) -> None:
    chapter = act(applies=ROW)
    chapter.applies("TOO", when=OTHER, **WORDS)
    chapter.exempts("EXC", when=EXCEPT, **WORDS)
    assert scopes(assess(chapter, facts(row=row, other=other, without=without))) == {"toy": expected}


def because(chapter: Chapter | Loaded, known: dict[str, Any], on: date | None = None) -> tuple[str, ...]:
    """Give the rows that decided the lead scope."""
    assessment = assess(chapter, known, **({"on": on} if on else {}))
    return assessment.regulations[0].because


@pytest.mark.parametrize(
    ("row", "other", "without", "expected"),
    [
        (T, F, F, {"toy/APP"}),
        (F, T, F, {"toy/TOO"}),
        (T, F, T, {"toy/EXC"}),
        (U, F, F, {"toy/APP"}),
    ],
)
def test_because_names_the_rows_that_decided(row: Any, other: Any, without: Any, expected: set[str]) -> None:
    chapter = act(applies=ROW)
    chapter.applies("TOO", when=OTHER, **WORDS)
    chapter.exempts("EXC", when=EXCEPT, **WORDS)
    assert set(because(chapter, facts(row=row, other=other, without=without))) == expected


def test_rows_that_decide_a_scope_are_no_findings() -> None:
    chapter = act(applies=ROW)
    chapter.exempts("EXC", when=EXCEPT, **WORDS)
    assert assess(chapter, facts(row=T, without=F)).all_findings == ()


def test_the_lead_scope_speaks_for_the_regulation() -> None:
    lead, side = act(text("a", "first"), applies=ROW), act(text("b", "second"), applies=OTHER)
    side.applies("APP2", when=False, **WORDS)
    side._rules.pop(0)  # both chapters begin with a row APP
    assessment = assess(law(lead, side, scopes=("second", "first")), facts(row=T))
    assert [scope.id for scope in assessment.regulations[0].scopes] == ["second", "first"]
    assert assessment.regulations[0].applies == "no"
    assert scopes(assessment) == {"second": "no", "first": "yes"}


# Chapters -------------------------------------------------------------------------------------------------


def chaptered(**rows: Any) -> Loaded:
    """Make a law with a chapter in it, which binds where the law and its own rows say so."""
    chapter = act(applies=ROW)
    inside = Chapter(chapter.instrument, scope="toy.chapter")
    if rows.get("applies") is not None:
        inside.applies("IN", when=rows["applies"], **WORDS)
    if rows.get("exempts") is not None:
        inside.exempts("OUT", when=rows["exempts"], **WORDS)
    inside.obliges("R", demands=documents.dpia.exists, **WORDS)
    return law(chapter, inside)


@pytest.mark.parametrize(
    ("above", "own", "expected"),
    [
        (T, T, "yes"),
        (T, F, "no"),
        (T, U, "open"),
        (F, T, "no"),
        (F, U, "no"),
        (U, T, "open"),
        (U, F, "no"),
        (U, U, "open"),
    ],
)
def test_a_chapter_binds_inside_its_text(above: Any, own: Any, expected: str) -> None:
    assert scopes(assess(chaptered(applies=OTHER), facts(row=above, other=own)))["toy.chapter"] == expected


@pytest.mark.parametrize(("above", "expected"), [(T, "yes"), (F, "no"), (U, "open")])
def test_a_chapter_without_rows_binds_where_its_text_does(above: Any, expected: str) -> None:
    assert scopes(assess(chaptered(), facts(row=above)))["toy.chapter"] == expected


@pytest.mark.parametrize(("without", "expected"), [(T, "no"), (F, "yes"), (U, "open")])
def test_a_chapter_may_only_exempt(without: Any, expected: str) -> None:
    assert scopes(assess(chaptered(exempts=EXCEPT), facts(row=T, without=without)))["toy.chapter"] == expected


def test_what_does_not_bind_the_chapter_leaves_the_text_alone() -> None:
    assert scopes(assess(chaptered(applies=OTHER), facts(row=T, other=F))) == {"toy": "yes", "toy.chapter": "no"}


# Of each supplier -----------------------------------------------------------------------------------------


def test_a_scope_that_names_the_supplier_is_asked_of_each() -> None:
    chapter = act(applies=supplier.country == "NL")
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    assessment = assess(
        chapter, {"suppliers": [{"name": "A", "role": "winner", "country": "NL"}, {"name": "B", "country": "DE"}]}
    )
    found = {scope.subject: scope.applies for scope in assessment.regulations[0].scopes}
    assert found == {"supplier:A": "yes", "supplier:B": "no"}
    assert [one.subject for one in assessment.all_findings] == ["supplier:A"]


def test_a_scope_of_suppliers_that_a_constant_answers_is_still_asked_of_each() -> None:
    chapter = Chapter(text())
    chapter.applies("APP", when=False, of_supplier=True, **WORDS)
    assessment = assess(chapter, {"suppliers": [{"name": "A"}]})  # where decider and interpreter are compared
    assert [(scope.subject, scope.applies) for scope in assessment.regulations[0].scopes] == [("supplier:A", "no")]


# Faults of the author -------------------------------------------------------------------------------------


def test_a_scope_needs_a_row() -> None:
    chapter = Chapter(text())
    chapter.advises("R", **WORDS)
    with pytest.raises(PluginError, match="no row says when scope 'toy' applies"):
        law(chapter)


def test_a_scope_needs_a_text() -> None:
    chapter = Chapter(text(scope=None), scope="toy")
    chapter.applies("APP", when=True, **WORDS)
    with pytest.raises(PluginError, match="no instrument stands behind scope 'toy'"):
        law(chapter)


def test_a_row_that_decides_a_scope_needs_one() -> None:
    chapter = Chapter(text(scope=None))
    chapter.applies("APP", when=True, **WORDS)
    with pytest.raises(PluginError, match=r"APP .*a row that decides a scope needs one"):
        law(chapter)


def test_a_rule_stands_in_a_scope_that_there_is() -> None:
    chapter = act()
    chapter.advises("R", scope="toys", **WORDS)
    with pytest.raises(PluginError, match="the regulation has no scope 'toys'"):
        law(chapter, scopes=("toy",))


def test_a_scope_that_is_open_asks_for_what_is_missing() -> None:
    assessment = assess(act(applies=ROW))
    assert [question.fact for question in assessment.questions] == ["buyer.vital_provider"]
    assert assessment.regulations[0].scopes[0].missing == ("buyer.vital_provider",)


def test_two_laws_decide_for_themselves() -> None:
    one, other = act(text("a", "one"), applies=ROW), act(text("b", "other"), applies=OTHER)
    for chapter in (one, other):
        chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    policy = policy_of(law(one, id="one"), law(other, id="other"))
    assessment = assess(policy, facts(row=T, other=F))
    assert [found.applies for found in assessment.regulations] == ["yes", "no"]
    assert finding(assessment, "one/R").status == "open"
    assert assessment.finding(policy.rule("other/R"), "procurement") is None
