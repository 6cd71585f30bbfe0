"""The verdict: the strictest wins (DESIGN 3.5)."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from kit import WORDS, act, assess, law, policy_of, text

from bestek import Chapter
from bestek._judge import VERDICTS, strictest
from bestek.vocabulary import buyer, contract, documents, supplier

DONE = documents.dpia.exists


def verdict(made: Any, facts: Any = None, **more: Any) -> str:
    """Judge facts and give the verdict."""
    return str(assess(made, facts, **more).verdict)


def duty(**more: Any) -> Chapter:
    """Make a law that demands a DPIA."""
    chapter = act(applies=more.pop("applies", True))
    chapter.obliges("R", demands=DONE, **more, **WORDS)
    return chapter


@pytest.mark.parametrize(
    ("facts", "phase", "expected"),
    [
        ({"documents.dpia": True}, "preparation", "clear"),
        ({"documents.dpia": False}, "preparation", "blocked"),
        ({}, "preparation", "undecided"),
        ({"procedure.stage": "award"}, "contract", "conditional"),
        ({"procedure.stage": "award", "documents.dpia": False}, "contract", "conditional"),
        ({"procedure.stage": "contract"}, "contract", "undecided"),
        ({"documents.dpia": False}, "contract", "undecided"),
        ({}, "contract", "undecided"),
    ],
)
def test_what_one_demand_means(facts: Any, phase: Any, expected: str) -> None:
    """An open demand counts where its phase is or may be reached."""
    assert verdict(duty(phase=phase), facts) == expected


def test_what_is_open_in_a_later_phase_is_a_condition() -> None:
    chapter = duty(phase="contract", when=contract.framework)
    assert verdict(chapter, {"procedure.stage": "award"}) == "conditional"
    assert verdict(chapter, {"procedure.stage": "contract"}) == "undecided"


@pytest.mark.parametrize("verdicts", list(product(VERDICTS, repeat=2)))
def test_the_strictest_wins(verdicts: Any) -> None:
    ladder = ("clear", "conditional", "undecided", "blocked")
    assert strictest(verdicts) == ladder[max(map(ladder.index, verdicts))]


def test_without_anything_said_it_is_clear() -> None:
    assert strictest(()) == "clear"
    assert verdict(act(applies=False)) == "clear"


@pytest.mark.parametrize(("vital", "expected"), [(True, "blocked"), (False, "clear"), (None, "undecided")])
def test_a_breach_that_counts_only_if_its_scope_applies_is_undecided(vital: Any, expected: str) -> None:
    facts = {"documents.dpia": False, **({} if vital is None else {"buyer.vital_provider": vital})}
    assert verdict(duty(applies=buyer.vital_provider), facts) == expected


def test_an_open_scope_is_undecided_whatever_stands_in_it() -> None:
    assert verdict(act(applies=buyer.vital_provider)) == "undecided"


def test_where_laws_pull_apart_the_stricter_counts() -> None:
    """One permits, another prohibits: both are reported."""
    one, other = act(text("a", "one")), act(text("b", "other"))
    one.permits("MAY", when=contract.framework, **WORDS)
    other.prohibits("NOT", forbids=contract.framework, **WORDS)
    assessment = assess(policy_of(law(one, id="one"), law(other, id="other")), {"contract.framework": True})
    assert [(found.rule, found.status) for found in assessment.findings] == [
        ("one/MAY", "noted"),
        ("other/NOT", "breach"),
    ]
    assert assessment.verdict == "blocked"


@pytest.mark.parametrize("kind", ["permits", "advises"])
def test_what_binds_nobody_never_moves_it(kind: str) -> None:
    chapter = act()
    getattr(chapter, kind)("R", when=contract.framework, **WORDS)
    assert {verdict(chapter, facts) for facts in ({}, {"contract.framework": True}, {"contract.framework": False})} == {
        "clear"
    }


# Proposals and methods --------------------------------------------------------------------------------------


def proposal(applies: Any = True) -> Chapter:
    """Make a proposal of a law that demands a DPIA."""
    chapter = act(text(status="proposal"), applies=applies)
    chapter.obliges("R", demands=DONE, **WORDS)
    return chapter


def test_a_proposal_is_outlook_and_never_moves_it() -> None:
    assessment = assess(proposal(), {"documents.dpia": False})
    assert assessment.verdict == "clear"
    assert assessment.findings == ()
    assert [(found.rule, found.status) for found in assessment.outlook] == [("toy/R", "breach")]


def test_an_open_scope_of_a_proposal_does_not_either() -> None:
    assert verdict(proposal(buyer.vital_provider), {}) == "clear"


@pytest.mark.parametrize("of", ["in_force", "repealed", "method"])
def test_another_text_that_applies_does(of: Any) -> None:
    chapter = act(text(status=of))
    chapter.obliges("R", demands=DONE, **WORDS)
    assert verdict(chapter, {"documents.dpia": False}) == "blocked"


# Subjects ---------------------------------------------------------------------------------------------------


def seated(phase: Any = "preparation") -> Chapter:
    """Make a law that bars suppliers from outside the country."""
    chapter = act()
    chapter.obliges("R", demands=supplier.country == "NL", phase=phase, **WORDS)
    return chapter


def parties(*roles: tuple[str | None, str | None]) -> dict[str, Any]:
    """Write suppliers by role and country."""
    made = []
    for number, (role, country) in enumerate(roles):
        party = {"name": str(number), "role": role, "country": country}
        made.append({key: value for key, value in party.items() if value is not None})
    return {"suppliers": made}


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([("winner", "US")], "blocked"),
        ([("contractor", "US")], "blocked"),
        ([("winner", None)], "undecided"),
        ([("winner", "NL"), ("tenderer", "US")], "clear"),
        ([("winner", "NL"), ("candidate", None)], "clear"),
        ([("tenderer", "NL"), ("tenderer", "US")], "clear"),
        ([("tenderer", "US"), ("candidate", "US")], "blocked"),  # all are barred
        ([("tenderer", "US")], "blocked"),
        ([("tenderer", "US"), ("incumbent", "NL")], "blocked"),  # which is no bidder
        ([(None, "US")], "undecided"),  # its role is not known, so its duty is not either
        ([("incumbent", "US")], "undecided"),  # the placeholder stands for the winner to come
        ([], "undecided"),
    ],
)
def test_which_suppliers_count(roles: Any, expected: str) -> None:
    assert verdict(seated(), parties(*roles)) == expected


def test_one_verdict_for_each() -> None:
    assessment = assess(seated(), parties(("winner", "NL"), ("tenderer", "US"), ("tenderer", None)))
    found = [(one.subject, one.verdict) for one in assessment.subjects]
    assert found == [
        ("procurement", "clear"), ("supplier:0", "clear"), ("supplier:1", "blocked"), ("supplier:2", "undecided"),
    ]  # fmt: skip


def test_what_binds_the_procurement_is_not_held_against_a_supplier() -> None:
    assessment = assess(duty(), {"documents.dpia": False, **parties(("tenderer", "NL"))})
    assert [one.verdict for one in assessment.subjects] == ["blocked", "clear"]
    assert assessment.verdict == "blocked"


def test_a_later_duty_of_the_supplier_is_a_condition() -> None:
    assert verdict(seated("contract"), {"procedure.stage": "award", **parties(("winner", None))}) == "conditional"


def test_the_day_may_turn_it() -> None:
    chapter = duty(by=date(2026, 3, 31))
    facts = {"documents.dpia": False}
    assert [verdict(chapter, facts, on=date(2026, 3, 31)), verdict(chapter, facts, on=date(2026, 4, 1))] == [
        "conditional",
        "blocked",
    ]
