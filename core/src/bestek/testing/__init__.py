"""What the author of a regulation tests it with; the built-in regulations use nothing else.

    import pytest
    from bestek.testing import Case, read_cases, run_case, untested

    CASES = read_cases("tests/cases", regulation="abro")

    @pytest.mark.parametrize("case", CASES, ids=str)
    def test_case(case: Case) -> None:
        run_case(case)

    def test_every_status_has_a_case() -> None:
        assert untested("abro", CASES) == []

A case table is a TOML file: `[defaults]` holds facts that every case starts from, and each `[[case]]` has a
`name`, a `source`, the day `on`, its own `facts`, and any of `applies`, `verdict`, `status`, `classes` and `asks`.
"""

from __future__ import annotations

from ._cases import Case, read_cases, run_case
from ._reach import reachable, untested

__all__ = ["Case", "reachable", "read_cases", "run_case", "untested"]
