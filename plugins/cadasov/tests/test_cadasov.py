"""The rules of cloud sovereignty against their case tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from bestek.testing import Case, read_cases, run_case, untested

HERE = Path(__file__).parent
CASES = read_cases(HERE / "cases", regulation="cadasov")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case comes out as its source says."""
    run_case(case)


def test_every_status_has_a_case() -> None:
    """Each status that a rule can reach is in a table."""
    assert untested("cadasov", CASES) == []
