"""Learning a fact never turns a certain answer round.

A file is drawn, and facts are taken from it. What is certain of the poorer file must be so of the richer one.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from strategies import LEVEL, LOWEST, TABLE, files, on_days, procurement_of, program_of, rules
from test_agreement import some

from bestek._interpret import Interpreter
from bestek._outcome import OPEN_SCOPE, rulings, subjects_of
from bestek.classes import class_of
from bestek.rules import Rule

# From what a status can still turn into when a fact is learned. A demand that is met whatever its condition may
# turn out not to apply; what is due can be done, or fail.
MAY_BECOME = {
    "not_applicable": {"not_applicable"},
    "met": {"met", "not_applicable"},
    "breach": {"breach"},
    "due": {"due", "met", "breach", "not_applicable"},
    "noted": {"noted"},
    "assigned": {"assigned"},
}
# Between these days every invented law has exactly one edition. Outside them a day says that there is no law,
# which DESIGN 3.2 does not count among the answers while the day is unknown.
FIRST, END = "2026-01-31", "2027-01-01"


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any], date]:
    """A file, the same with facts taken from it, and a day that contradicts neither."""
    richer, on = draw(files), draw(on_days)
    procedure = richer.get("procedure", {})
    for act in ("published_on", "launched_on"):  # nothing was done later than today, nor before the launch
        if act in procedure and not FIRST <= procedure[act] <= min(on.isoformat(), procedure.get("published_on", END)):
            del procedure[act]
    poorer = _taken(draw, richer)
    if procedure.get("stage") == "preparation":  # which stands for a launch today
        procedure.pop("published_on", None)
        poorer = {**poorer, "procedure": {**poorer.get("procedure", {}), "stage": "preparation"}}
        poorer["procedure"].pop("published_on", None)
        if "launched_on" in procedure:
            poorer["procedure"]["launched_on"] = procedure["launched_on"]
    return poorer, richer, on


def _taken(draw: st.DrawFn, table: dict[str, Any]) -> dict[str, Any]:
    """Take facts from a table. Lists keep their members: a shorter list would say that it is whole."""
    poorer: dict[str, Any] = {}
    for key, value in table.items():
        if key == "suppliers":
            poorer[key] = [_taken(draw, one) for one in value]
        elif isinstance(value, dict):
            poorer[key] = _taken(draw, value)
        elif draw(st.integers(0, 2)) == 0:
            continue
        elif key == "subcontractors":
            poorer[key] = [_taken(draw, one) for one in value]
        elif isinstance(value, list) and draw(st.booleans()):  # some members are known, and perhaps there are others
            kept = draw(st.sets(st.sampled_from(value))) if value else set()
            poorer[key] = sorted({*kept, "?"})
        else:
            poorer[key] = value
    return poorer


def _decisions_kept(poorer: Any) -> None:
    """Take a decision whole or not at all."""
    if isinstance(poorer, dict):
        if "decisions" in poorer:
            poorer["decisions"] = {name: one for name, one in poorer["decisions"].items() if len(one) == 4}
        for value in poorer.values():
            _decisions_kept(value)
    elif isinstance(poorer, list):
        for value in poorer:
            _decisions_kept(value)


@some(16)
@given(rules(), st.lists(pairs(), min_size=8, max_size=8))
def test_what_is_certain_stays_so(made: list[Rule], drawn: list[tuple[dict[str, Any], dict[str, Any], date]]) -> None:
    program = program_of(made)
    for poorer, richer, on in drawn:
        _decisions_kept(poorer)
        before, after = procurement_of(poorer), procurement_of(richer)
        first, second = (Interpreter(program, one, on) for one in (before, after))
        was, becomes = first.outcome(), second.outcome()
        same_subjects = [name for name, *_ in subjects_of(before)] == [name for name, *_ in subjects_of(after)]
        for old, new in zip((was[0], *was[1]), (becomes[0], *becomes[1]), strict=True) if same_subjects else ():
            for states in (zip(old.scopes, new.scopes, strict=True), zip(old.binds, new.binds, strict=True)):
                assert all(a in (OPEN_SCOPE, b) for a, b in states), "a scope turned round"
        found = rulings(program, after, becomes)
        for key, (status, if_applicable) in rulings(program, before, was).items():
            if status == "open" or (key not in found and (if_applicable or not same_subjects)):
                continue
            assert key in found, f"{key} is no longer judged"
            assert found[key][0] in MAY_BECOME[status], f"{key} was {status}"


@some(10)
@given(rules(), st.lists(pairs(), min_size=8, max_size=8))
def test_a_class_only_narrows(made: list[Rule], drawn: list[tuple[dict[str, Any], dict[str, Any], date]]) -> None:
    program = program_of(made)
    for poorer, richer, on in drawn:
        _decisions_kept(poorer)
        before, after = (Interpreter(program, procurement_of(one), on).subject() for one in (poorer, richer))
        for handle in (LEVEL, LOWEST):
            old, new = before.level(class_of(handle)), after.level(class_of(handle))
            assert old.low <= new.low <= new.high <= old.high
        assert after.class_values(class_of(TABLE)) <= before.class_values(class_of(TABLE))
