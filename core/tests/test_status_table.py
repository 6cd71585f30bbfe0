"""The table of statuses of DESIGN 3.3, row by row, for each kind of rule.

`assess` of the kit checks on the way that the compiled decider agrees with the interpreter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from kit import WORDS, Loaded, act, assess, finding, law, scopes, status, text

from bestek import Chapter, first_match, kinds, level, lookup, score
from bestek.rules import part
from bestek.vocabulary import buyer, contract, documents, information, procedure, risk, service
from bestek.vocabulary import exit as leaving

T, F, U = True, False, None
N, MET, BREACH, DUE, OPEN = "not_applicable", "met", "breach", "due", "open"

WHEN = buyer.vital_provider
CAN_FOLLOW = leaving.strategy  # a document: it can come later
SETTLED = contract.framework  # what the contract simply is
PHASE: Any = "contract"
STAGE = {T: "contract", F: "award", U: None}

TABLE = [
    # when, holds, then the status where the phase is reached, not reached, and where the stage is not known:
    # first where the thing can follow, then where it is settled
    (F, T, (N, N, N), (N, N, N)),
    (F, F, (N, N, N), (N, N, N)),
    (F, U, (N, N, N), (N, N, N)),
    (T, T, (MET, MET, MET), (MET, MET, MET)),
    (U, T, (MET, MET, MET), (MET, MET, MET)),
    (T, F, (BREACH, DUE, OPEN), (BREACH, BREACH, BREACH)),
    (T, U, (OPEN, DUE, OPEN), (OPEN, DUE, OPEN)),
    (U, F, (OPEN, OPEN, OPEN), (OPEN, OPEN, OPEN)),
    (U, U, (OPEN, OPEN, OPEN), (OPEN, OPEN, OPEN)),
]
ROWS = [
    (when, holds, reached, settled, statuses[place])
    for when, holds, can_follow, fixed in TABLE
    for settled, statuses in ((False, can_follow), (True, fixed))
    for place, reached in enumerate((T, F, U))
]


def facts(when: bool | None, holds: bool | None, reached: bool | None, **more: Any) -> dict[str, Any]:
    """Write a file in which the condition, the demand and the phase are so."""
    known = {
        "buyer.vital_provider": when,
        "exit.strategy": holds,
        "contract.framework": holds,
        "procedure.stage": STAGE[reached],
        **more,
    }
    return {path: value for path, value in known.items() if value is not None}


DEMANDS: dict[str, Callable[[Chapter, Any], None]] = {
    "obliges": lambda chapter, demand: chapter.obliges("R", when=WHEN, demands=demand, phase=PHASE, **WORDS),
    "prohibits": lambda chapter, demand: chapter.prohibits("R", when=WHEN, forbids=~demand, phase=PHASE, **WORDS),
    "obliges, unless": lambda chapter, demand: chapter.obliges(
        "R", when=WHEN, demands=service.in_public_part, unless=demand, phase=PHASE, **WORDS
    ),
    "prohibits, unless": lambda chapter, demand: chapter.prohibits(
        "R", when=WHEN, forbids=risk.state_actor, unless=demand, phase=PHASE, **WORDS
    ),
}


@pytest.mark.parametrize(("when", "holds", "reached", "settled", "expected"), ROWS)
@pytest.mark.parametrize("kind", DEMANDS)
def test_a_demand(kind: str, when: Any, holds: Any, reached: Any, settled: bool, expected: str) -> None:
    chapter = act()
    DEMANDS[kind](chapter, SETTLED if settled else CAN_FOLLOW)
    more = {"service.in_public_part": False, "risk.state_actor": True}
    assert status(chapter, facts(when, holds, reached, **more)) == expected


@pytest.mark.parametrize(("when", "holds", "_reached", "settled", "expected"), [row for row in ROWS if row[2] is T])
@pytest.mark.parametrize("stage", ["preparation", "exit", None])
def test_the_phase_preparation_is_always_reached(
    stage: Any, when: Any, holds: Any, _reached: Any, settled: bool, expected: str
) -> None:
    chapter = act()
    chapter.obliges("R", when=WHEN, demands=SETTLED if settled else CAN_FOLLOW, **WORDS)
    file = facts(when, holds, U)
    assert status(chapter, {**file, "procedure.stage": stage} if stage else file) == expected


PHASES = ["preparation", "publication", "selection", "award", "contract", "performance", "exit"]


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("stage", PHASES)
def test_a_file_in_a_phase_meets_the_duties_of_that_phase_and_of_those_before_it(phase: Any, stage: str) -> None:
    chapter = act()
    chapter.obliges("R", demands=CAN_FOLLOW, phase=phase, **WORDS)
    expected = BREACH if PHASES.index(stage) >= PHASES.index(phase) else DUE
    assert status(chapter, {"exit.strategy": False, "procedure.stage": stage}) == expected


# Settled --------------------------------------------------------------------------------------------------

NOT_YET = {"procedure.stage": "award"}
SETTLING = [
    # the demand, the facts, settled
    (documents.dpia.exists, {"documents.dpia": False}, False),
    (documents.dpia.exists & ~contract.framework, {"documents.dpia": False, "contract.framework": False}, False),
    (documents.dpia.exists & ~contract.framework, {"documents.dpia": False, "contract.framework": True}, True),
    (documents.dpia.exists & ~contract.framework, {"documents.dpia": True, "contract.framework": True}, True),
    (documents.dpia.exists | contract.framework, {"documents.dpia": False, "contract.framework": False}, False),
    (service.storage_countries.within("NL"), {"service.storage_countries": ["US"]}, True),
    (service.storage_countries.within("NL"), {"service.storage_countries": ["US", "?"]}, True),
    (leaving.recovery <= leaving.acceptable_recovery, {"exit.recovery": 9, "exit.acceptable_recovery": 8}, False),
    (leaving.acceptable_recovery <= 8, {"exit.acceptable_recovery": 9}, True),
    (leaving.covers.intersects("planned"), {"exit.covers": []}, False),
    (service.deployment != "public", {"service.deployment": "public"}, True),
]


@pytest.mark.parametrize(("demand", "known", "settled"), SETTLING)
def test_what_is_not_met_is_settled_where_nothing_that_can_follow_would_change_it(
    demand: Any, known: Any, settled: bool
) -> None:
    """A document can follow; where the data stands describes the thing itself."""
    chapter = act()
    chapter.obliges("R", demands=demand, phase=PHASE, **WORDS)
    assert status(chapter, {**NOT_YET, **known}) == (BREACH if settled else DUE)


def test_an_exception_that_can_still_follow_keeps_a_ban_from_being_settled() -> None:
    chapter = act()
    chapter.prohibits("R", forbids=contract.framework, unless=documents.dpia.exists, phase=PHASE, **WORDS)
    assert status(chapter, {**NOT_YET, "contract.framework": True, "documents.dpia": False}) == DUE
    assert status(chapter, {**NOT_YET, "contract.framework": True}) == DUE
    assert status(chapter, {**NOT_YET, "contract.framework": True, "documents.dpia": True}) == MET


def test_a_class_that_rests_on_what_can_follow_is_not_settled() -> None:
    """DESIGN 3.3: settled is what stays false when *every* fact that can follow is taken as unknown."""
    ready = level("toy.ready", {"no": ("nee", "no"), "yes": ("ja", "yes")}, nl="klaar", en="ready")
    chapter = act()
    chapter.classifies("C", of=ready, when=documents.dpia.exists, gives="yes", **WORDS)
    chapter.obliges("R", demands=ready >= "yes", phase=PHASE, **WORDS)
    assert status(chapter, {**NOT_YET, "documents.dpia": False}) == DUE


# What is missing ------------------------------------------------------------------------------------------


def test_only_the_stage_is_missing_where_it_alone_would_tell() -> None:
    """The third row of the table: open (missing: `procedure.stage`)."""
    chapter = act()
    chapter.obliges("R", demands=CAN_FOLLOW, phase=PHASE, **WORDS)
    assert finding(assess(chapter, {"exit.strategy": False})).missing == ("procedure.stage",)


# Left to a person -----------------------------------------------------------------------------------------

OUTCOMES = {T: "met", F: "breach"}
JUDGED = [(when, holds, reached, expected) for when, holds, reached, settled, expected in ROWS if settled]


def decided(outcome: str | None) -> dict[str, Any]:
    """Write what a person decided on rule R, if anything."""
    decision = {"outcome": outcome, "by": "NBIV", "on": "2026-05-01", "reason": "getoetst"}
    return {} if outcome is None else {"decisions": {"toy/R": decision}}


@pytest.mark.parametrize(("when", "holds", "reached", "expected"), JUDGED)
def test_a_judgement(when: Any, holds: Any, reached: Any, expected: str) -> None:
    """Open until a person has answered, and due until its phase; an answer is settled."""
    chapter = act()
    chapter.judged("R", by="NBIV", when=WHEN, phase=PHASE, **WORDS)
    outcome = OUTCOMES.get(holds)
    assert status(chapter, {**facts(when, U, reached), **decided(outcome)}) == expected


OPEN_NORMS = [
    # when, the decision, status: whatever the stage
    (T, "met", MET), (T, "breach", BREACH), (T, "not_applicable", N), (T, None, OPEN),
    (F, "met", N), (F, "breach", N), (F, "not_applicable", N), (F, None, N),
    (U, "met", MET), (U, "breach", OPEN), (U, "not_applicable", N), (U, None, OPEN),
]  # fmt: skip


@pytest.mark.parametrize(("when", "outcome", "expected"), OPEN_NORMS)
@pytest.mark.parametrize("reached", [T, F, U])
@pytest.mark.parametrize("kind", ["obliges", "prohibits"])
def test_an_open_norm(kind: str, reached: Any, when: Any, outcome: str | None, expected: str) -> None:
    """It is open until a person has decided; then it has that outcome (DESIGN 2)."""
    chapter = act()
    getattr(chapter, kind)("R", when=WHEN, open_norm="redelijk", phase=PHASE, **WORDS)
    assert status(chapter, {**facts(when, U, reached), **decided(outcome)}) == expected


@pytest.mark.parametrize("outcome", [None, "met", "breach"])
@pytest.mark.parametrize("how", ["judged", "open_norm"])
def test_an_exception_goes_before_what_a_person_decided(how: str, outcome: str | None) -> None:
    chapter = act()
    if how == "judged":
        chapter.judged("R", by="NBIV", unless=contract.framework, **WORDS)
    else:
        chapter.obliges("R", open_norm="redelijk", unless=contract.framework, **WORDS)
    assert status(chapter, {"contract.framework": True, **decided(outcome)}) == MET
    otherwise = {None: OPEN, "met": MET, "breach": BREACH}[outcome]
    assert status(chapter, {"contract.framework": False, **decided(outcome)}) == otherwise


# Permissions, advice, rows that classify --------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["permits", "advises"])
@pytest.mark.parametrize(("when", "expected"), [(T, "noted"), (F, N), (U, OPEN)])
@pytest.mark.parametrize("reached", [T, F, U])
def test_a_permission_or_an_advice(kind: str, when: Any, expected: str, reached: Any) -> None:
    """Its phase says when it is of use, not whether it holds."""
    chapter = act()
    getattr(chapter, kind)("R", when=WHEN, phase=PHASE, **WORDS)
    assert status(chapter, facts(when, U, reached)) == expected


LEVEL = level("toy.level", information.tbb, nl="x", en="x")
TABLE_OF = kinds("toy.table", procedure.object, nl="x", en="x")
POINTS = score("toy.points", nl="x", en="x")
CLASSIFIES: dict[str, Callable[[Chapter], None]] = {
    "a level": lambda chapter: chapter.classifies("R", of=LEVEL, when=WHEN, gives="tbb3", **WORDS),
    "a bound": lambda chapter: chapter.bound("R", of=LEVEL, when=WHEN, table="tbb3", **WORDS),
    "a proposal": lambda chapter: chapter.proposes("R", of=LEVEL, when=WHEN, table="tbb3", **WORDS),
    "a value": lambda chapter: chapter.classifies("R", of=TABLE_OF, when=WHEN, gives="works", **WORDS),
    "a table": lambda chapter: chapter.classifies("R", of=TABLE_OF, table=first_match([(WHEN, "works")]), **WORDS),
    "a score": lambda chapter: chapter.scores(
        "R", of=POINTS, when=WHEN, parts=[part("a", value=contract.duration, maximum=12, weight=1, nl="x", en="x")], **WORDS
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", CLASSIFIES)
@pytest.mark.parametrize(("when", "expected"), [(T, "assigned"), (F, N), (U, OPEN)])
def test_a_row_that_classifies(kind: str, when: Any, expected: str) -> None:
    chapter = act()
    CLASSIFIES[kind](chapter)
    assert status(chapter, {**facts(when, U, U), "contract.duration": 6}) == expected


def test_a_row_whose_table_gives_nothing_is_not_applicable() -> None:
    chapter = act()
    of = lookup({"works": "tbb4"}, procedure.object, of=information.tbb)
    chapter.bound("R", of=LEVEL, table=of, **WORDS)
    assert status(chapter, {"procedure.object": "works"}) == "assigned"
    assert status(chapter, {"procedure.object": "services"}) == N
    assert status(chapter, {}) == OPEN


@pytest.mark.parametrize("kind", ["applies", "exempts"])
@pytest.mark.parametrize(("when", "expected"), [(T, "yes"), (F, "no"), (U, "open")])
def test_a_row_that_decides_a_scope(kind: str, when: Any, expected: str) -> None:
    chapter = act()
    getattr(chapter, kind)("R", when=WHEN, **WORDS)
    assert status(chapter, facts(when, U, U)) == expected


# Scope ----------------------------------------------------------------------------------------------------


def in_scope() -> Loaded:
    """Make a law that binds vital providers, with a rule outside its scope."""
    chapter, letter = act(applies=WHEN), Chapter(text("letter", None), scope=None)
    chapter.obliges("R", demands=CAN_FOLLOW, **WORDS)
    letter.obliges("S", demands=CAN_FOLLOW, **WORDS)
    return law(chapter, letter)


@pytest.mark.parametrize("holds", [T, F, U])
@pytest.mark.parametrize(("binds", "applies"), [(T, "yes"), (F, "no"), (U, "open")])
def test_where_a_scope_does_not_apply_its_rules_are_not_judged(binds: Any, applies: str, holds: Any) -> None:
    """Where it is open they are judged as if it applied, and flagged; a rule without a scope is always judged."""
    assessment = assess(in_scope(), facts(binds, holds, U))
    assert scopes(assessment) == {"toy": applies}
    expected = {T: MET, F: BREACH, U: OPEN}[holds]
    outside = [("toy/S", expected, False)]
    inside = [] if binds is F else [("toy/R", expected, binds is U)]
    assert [(one.rule, one.status, one.if_applicable) for one in assessment.findings] == inside + outside


def test_a_rule_that_is_not_judged_is_no_finding_even_among_all() -> None:
    assessment = assess(in_scope(), facts(F, F, U))
    assert assessment.finding(assessment.policy.rule("R"), "procurement") is None
    assert [one.rule for one in assessment.all_findings] == ["toy/S"]
