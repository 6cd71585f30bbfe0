"""Every row of the brief law/cadasov.md has become a rule, a definition, or is left out with its reason."""

from __future__ import annotations

import re
from collections import Counter

import bestek
from bestek_cadasov.plugin import CADASOV

ROWS = (
    [f"CSF-{n:02}" for n in range(1, 23)]
    + [f"CADA-{n:02}" for n in range(21)]
    + [f"CADA-L-{letter}" for letter in "abcdefghijk"]
    + [f"CADA-{n}" for n in range(30, 39)]
    + [f"DA-{n:02}" for n in range(28)]
    + [f"EXT-{n:02}" for n in range(1, 9)]
)
DEFINITIONS = {"CADA-03", "CADA-30", "CADA-32"}
PROGRAM = bestek.load_policy(regulations=["cadasov"]).program


def row_of(rule: str) -> str:
    """Give the row of a rule: without what tells the parts of one row apart."""
    return re.sub(r"(?<=\d)[b-i]\Z", "", rule)


def test_no_row_is_missing_and_none_is_made_up() -> None:
    ruled = {row_of(rule.id) for rule in PROGRAM.by_id.values()}
    assert len(ROWS) == len(set(ROWS)) == 99
    assert ruled | DEFINITIONS | set(CADASOV.omits) == set(ROWS)
    assert not ruled & DEFINITIONS
    assert not ruled & set(CADASOV.omits)


def test_what_became_of_the_rows() -> None:
    outcome: dict[str, str] = dict.fromkeys(CADASOV.omits, "no rule") | dict.fromkeys(DEFINITIONS, "definition")
    for rule in PROGRAM.by_id.values():
        said = "open norm" if rule.open_norm else "judged" if rule.judge else "computed"
        row = row_of(rule.id)
        outcome[row] = "computed" if "computed" in (said, outcome.get(row)) else said
    assert Counter(outcome.values()) == {"computed": 84, "judged": 8, "open norm": 1, "definition": 3, "no rule": 3}


def test_every_rule_and_value_says_how_sure_it_is() -> None:
    assert all(cite.confidence for rule in PROGRAM.by_id.values() for cite in rule.cites)
    assert all(value.source for parameter in CADASOV.parameters.all.values() for value in parameter.values)
