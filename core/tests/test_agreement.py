"""The compiled decider gives what the reference interpreter gives: on every rule, file and day that Hypothesis draws."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import GIVEN, REGULATION, files, on_days, procurement_of, program_of, rules

from bestek._decide import compile_program
from bestek._interpret import Interpreter
from bestek._outcome import rulings
from bestek._program import build
from bestek.rules import Rule

some_files = st.lists(files, min_size=1, max_size=5)


@given(rules(), some_files, on_days)
def test_decider_and_interpreter_agree(made: list[Rule], data: list[dict[str, Any]], on: date) -> None:
    """The same states of scopes and editions, and the same status of every rule for every subject."""
    program = program_of(made)
    decider = compile_program(program)
    for one in data:
        procurement = procurement_of(one)
        expected = Interpreter(program, procurement, on).outcome()
        found = decider.run(procurement.facts, on)
        assert rulings(program, procurement, found) == rulings(program, procurement, expected)
        assert found == expected


def some(few: int) -> settings:
    """Draw fewer examples than a profile says, in proportion: 40 is all of them."""
    return settings(max_examples=max(1, settings().max_examples * few // 40))


@some(10)
@given(rules(), some_files, on_days, st.randoms(use_true_random=False))
def test_the_order_of_rules_changes_nothing(
    made: list[Rule], data: list[dict[str, Any]], on: date, shuffle: random.Random
) -> None:
    """But for a decision table, whose order is its text; those rows stay in place."""
    tables = [rule for rule in made if rule.fill is not None and not rule.fill.of.on_scale]
    others = [rule for rule in made if rule not in tables]
    shuffle.shuffle(others)
    program, other = program_of(made), program_of([*tables, *others])
    for one in data:
        procurement = procurement_of(one)
        first, second = (Interpreter(of, procurement, on).outcome() for of in (program, other))
        assert rulings(program, procurement, first) == rulings(other, procurement, second)
        assert [decided.scopes for decided in (first[0], *first[1])] == [
            decided.scopes for decided in (second[0], *second[1])
        ]


def turned(value: Any) -> Any:
    """Write every table the other way round."""
    if isinstance(value, dict):
        return {key: turned(inner) for key, inner in reversed(value.items())}
    return [turned(inner) for inner in value] if isinstance(value, list) else value


@some(10)
@given(rules(), some_files, on_days)
def test_the_order_of_facts_changes_nothing(made: list[Rule], data: list[dict[str, Any]], on: date) -> None:
    program = program_of(made)
    decider = compile_program(program)
    for one in data:
        first, second = procurement_of(one), procurement_of(turned(one))
        assert first.digest == second.digest
        assert decider.run(first.facts, on) == decider.run(second.facts, on)


@some(10)
@given(rules(), some_files, on_days, st.randoms(use_true_random=False))
def test_the_order_of_suppliers_changes_nothing_for_each(
    made: list[Rule], data: list[dict[str, Any]], on: date, shuffle: random.Random
) -> None:
    program = program_of(made)
    for one in data:
        suppliers = [{**supplier, "name": str(number)} for number, supplier in enumerate(one.get("suppliers", []))]
        mixed = shuffle.sample(suppliers, len(suppliers))
        found = []
        for listed in (suppliers, mixed):
            procurement = procurement_of({**one, "suppliers": listed})
            found.append(rulings(program, procurement, Interpreter(program, procurement, on).outcome()))
        assert found[0] == found[1]


@some(5)
@given(rules())
def test_compiling_twice_gives_the_same_source(made: list[Rule]) -> None:
    """No order of a set or of memory is in it."""
    assert compile_program(program_of(made)).source == compile_program(program_of(made)).source


@some(5)
@given(rules(), files, on_days)
def test_a_file_is_judged_by_itself(made: list[Rule], data: dict[str, Any], on: date) -> None:
    """Nothing of one file stays behind for the next."""
    program = build([REGULATION], made, GIVEN)
    decider, procurement, nothing = compile_program(program), procurement_of(data), procurement_of({})
    first = decider.run(procurement.facts, on)
    decider.run(nothing.facts, date(2026, 2, 1))
    assert decider.run(procurement.facts, on) == first
