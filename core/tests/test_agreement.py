"""The decider gives what the reference interpreter gives: on every rule, file and day that Hypothesis draws."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import files, on_days, procurement_of, program_of, rules

from bestek._decide import compile_program
from bestek._interpret import Interpreter
from bestek.rules import Rule

SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(rules(), st.lists(files, min_size=1, max_size=6), on_days)
def test_rulings_agree(made: list[Rule], data: list[dict[str, Any]], on: date) -> None:
    """Status and flag of every rule and subject are the same."""
    program = program_of(made)
    decider = compile_program(program)
    for one in data:
        procurement = procurement_of(one)
        assert decider.rulings(procurement, on) == Interpreter(program, procurement, on).rulings()
