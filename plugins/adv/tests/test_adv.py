"""The rules of the ADV and its neighbours against their case tables, and every row of the brief against the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bestek.cli import cli
from bestek.testing import Case, read_cases, run_case, untested

HERE = Path(__file__).parent
CASES = read_cases(HERE / "cases", regulation="adv")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Each case comes out as its source says."""
    run_case(case)


def test_every_status_has_a_case() -> None:
    """Each status that a rule can reach is in a table."""
    assert untested("adv", CASES) == []


# The rows of law/adv.md 2a to 2h and 3, in its order.
ROWS = (
    [f"ADV-S{number}" for number in range(1, 13)]
    + [f"ADV-V{number}" for number in range(1, 5)]
    + [f"MIX-{number}" for number in range(1, 6)]
    + [f"EX-{number}" for number in range(1, 15)]
    + [f"ADV-P{number}" for number in range(1, 14)]
    + [f"ACC-{number}" for number in range(1, 13)]
    + [f"ADV-X{number}" for number in range(1, 14)]
    + ["GIDS-1"]
    + [f"ADV-I{number}" for number in range(1, 5)]
    + [f"ADV-U{number}" for number in range(1, 7)]
    + [f"ADV-SC{number}" for number in range(1, 7)]
    + [f"ADV-AW{number}" for number in range(1, 5)]
    + [f"TR-{number}" for number in range(1, 9)]
    + [f"DUR-{number}" for number in range(1, 6)]
    + [f"CHG-{number}" for number in range(1, 5)]
    + ["TKO-1", "TKO-2"]
    + [f"VIFO-{number}" for number in range(1, 8)]
    + [f"WOZT-{number}" for number in range(1, 6)]
    + ["EXIT-1"]
    + [f"D{number}" for number in range(12)]
)
IN_THE_TABLE = {f"D{number}" for number in range(12)}  # the rule D0-D11 is the table of them all


@pytest.fixture(scope="module")
def coverage() -> dict[str, set[str]]:
    """What `bestek regulations adv` says of each row, by outcome."""
    run = CliRunner().invoke(cli, ["regulations", "adv", "--format", "json"])
    return {outcome: set(rows) for outcome, rows in json.loads(run.stdout)["rows_by_outcome"].items()}


def test_no_row_is_missing_and_none_was_made_up(coverage: dict[str, set[str]]) -> None:
    found = set().union(*coverage.values())
    assert found - {"D0-D11"} | IN_THE_TABLE == set(ROWS)
    assert len(ROWS) == len(set(ROWS))


def test_rows_by_outcome(coverage: dict[str, set[str]]) -> None:
    assert len(ROWS) == 138
    assert {
        outcome: len((rows - {"D0-D11"}) | (IN_THE_TABLE if "D0-D11" in rows else set()))
        for outcome, rows in coverage.items()
    } == {
        "computed": 121,
        "judged": 2,
        "open_norm": 5,
        "definition": 7,
        "omitted": 3,
    }
    assert coverage["omitted"] == {"TR-4", "TR-5", "TKO-1"}


def test_the_proposal_stands_in_the_outlook_only() -> None:
    case = next(case for case in CASES if case.name == "the proposal: below its threshold by one euro")
    assessment = case.assess()
    assert {finding.rule for finding in assessment.outlook} == {"adv/ADV-S9b", "adv/ADV-P1b"}
    assert not [finding for finding in assessment.findings if finding.rule in ("adv/ADV-S9b", "adv/ADV-P1b")]


def test_the_scope_of_the_adv_and_its_regime_agree() -> None:
    """Two ways to say one thing: the rows that decide the scope, and the decision table."""
    for case in CASES:
        assessment = case.assess()
        regime = next(found for found in assessment.classes if found.class_ == "adv.regime")
        applies = next(scope.applies for found in assessment.regulations for scope in found.scopes if scope.id == "adv")
        allowed = {"yes": regime.value == "adv", "no": regime.value not in ("adv", None), "open": regime.value is None}
        before_the_adv = case.name == "the day before, the ADV was not there"
        assert allowed[applies] or before_the_adv or (applies == "no" and "adv" not in regime.possible), str(case)
