"""Ranges of versions: where they begin, and which contradict each other."""

from __future__ import annotations

import itertools

import pytest
from packaging.specifiers import SpecifierSet

from bestek._ranges import Range, contradiction, looser_floor

RANGES = [
    "", ">=1", ">1", "<1", "<=1", "==1", "==1.*", "~=1.1", "!=1", ">=1,<2", ">=2", ">=1.5,<1.6", "==2.*", "<1.1", ">1.1",
    ">=2,<1", "~=1.1.2",
]  # fmt: skip
VERSIONS = [f"{major}.{minor}.{patch}" for major in range(4) for minor in (0, 1, 2, 5, 6) for patch in (0, 1, 2, 3)]


@pytest.mark.parametrize(("one", "other"), list(itertools.product(RANGES, RANGES)))
def test_a_contradiction_is_that_no_version_lies_in_both(one: str, other: str) -> None:
    """Tried over many versions: no false alarm, and each pair of these that nothing lies in is found."""
    both = SpecifierSet(",".join(filter(None, (one, other))))
    empty = not list(both.filter(VERSIONS))
    impossible = any(contradiction(Range(a), Range(b)) for a in (one, other) for b in (one, other))
    if empty and not impossible:
        assert "!=1" in (one, other)  # what is left out is not looked at
    else:
        assert impossible == empty


@pytest.mark.parametrize(("one", "other"), list(itertools.product(RANGES, RANGES)))
def test_a_looser_floor_lets_in_a_version_that_lies_before_the_other_range(one: str, other: str) -> None:
    mine, theirs = (list(SpecifierSet(text).filter(VERSIONS)) for text in (one, other))
    if not mine or not theirs or "!=1" in (one, other):
        return
    first = [VERSIONS.index(found[0]) for found in (mine, theirs)]
    assert looser_floor(one, other) == (first[0] < first[1])


@pytest.mark.parametrize(("version", "inside"), [("1.0.0", True), ("1.9", True), ("2.0", False), ("2.0rc1", False)])
def test_a_range_admits_what_lies_in_it(version: str, inside: bool) -> None:
    assert Range(">=1,<2").admits(version) == inside
