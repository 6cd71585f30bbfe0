"""Scores: a number of parts (DESIGN 3.4)."""

from __future__ import annotations

from typing import Any

import pytest
from kit import WORDS, Chapter, act, assess

from bestek import part, score
from bestek.result import ScoreResult
from bestek.vocabulary import contract, supplier
from bestek.vocabulary import exit as leaving

POINTS = score("toy.points", nl="x", en="x")
PARTS = [
    part("duration", value=contract.duration, maximum=12, weight=60, nl="x", en="x"),
    part("recovery", value=leaving.recovery, maximum=4, weight=40, nl="x", en="x"),
]


def scored(when: Any = True, parts: Any = PARTS) -> Chapter:
    """Make a law that scores a file."""
    chapter = act()
    chapter.scores("S", of=POINTS, when=when, parts=parts, **WORDS)
    return chapter


@pytest.mark.parametrize(
    ("duration", "recovery", "value", "points", "gaps"),
    [
        (12, 4, 100.0, (60.0, 40.0), ()),
        (6, 1, 40.0, (30.0, 10.0), ()),
        (0, 0, 0.0, (0.0, 0.0), ()),
        (12, None, 60.0, (60.0, None), ("recovery",)),
        (None, None, 0.0, (None, None), ("duration", "recovery")),
    ],
)
def test_a_score_is_the_weighed_sum_of_its_parts(
    duration: Any, recovery: Any, value: float, points: tuple[Any, Any], gaps: Any
) -> None:
    """What is not known is a gap: it counts for nothing, and the most stays what it is."""
    known = {"contract.duration": duration, "exit.recovery": recovery}
    facts = {path: number for path, number in known.items() if number is not None}
    parts = tuple(zip(("duration", "recovery"), points, strict=True))
    assert assess(scored(), facts).scores == (ScoreResult("toy.points", "procurement", value, 100.0, parts, gaps),)


@pytest.mark.parametrize(("framework", "count"), [(True, 1), (False, 0), (None, 0)])
def test_a_score_is_computed_where_its_condition_certainly_holds(framework: Any, count: int) -> None:
    facts = {} if framework is None else {"contract.framework": framework}
    assert len(assess(scored(contract.framework), facts).scores) == count


def test_a_maximum_of_nothing_is_a_gap() -> None:
    parts = [part("a", value=contract.duration, maximum=leaving.recovery, weight=1, nl="x", en="x")]
    (found,) = assess(scored(parts=parts), {"contract.duration": 1, "exit.recovery": 0}).scores
    assert found.gaps == ("a",)


def test_a_score_may_be_of_each_supplier() -> None:
    chapter = scored(supplier.country == "NL")
    suppliers = [{"name": name, "role": "winner", "country": country} for name, country in (("A", "NL"), ("B", "DE"))]
    found = assess(chapter, {"suppliers": suppliers, "contract.duration": 12}).scores
    assert [(one.subject, one.value) for one in found] == [("supplier:A", 60.0)]
