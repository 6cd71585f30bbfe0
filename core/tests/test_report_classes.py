"""How the text report says a class that counts its lowest level, and one of a supplier of which nothing is known."""

from __future__ import annotations

from typing import Any

import pytest
from kit import WORDS, act, assess

from bestek import Chapter, level
from bestek.report.text import TextReport
from bestek.vocabulary import information, procedure, supplier


def chapter() -> Chapter:
    chapter = act()
    of = level("toy.lowest", information.tbb, counts="lowest", per_supplier=True, nl="Klasse", en="Class")
    for name, given in (("A", "tbb3"), ("B", "tbb4")):
        when = (supplier.country == "NL") if name == "A" else (procedure.object == "works")
        chapter.classifies(name, of=of, when=when, gives=given, **WORDS)
    return chapter


@pytest.mark.parametrize(
    ("facts", "full", "line"),
    [
        ({"suppliers": [{"country": "NL"}], "procedure.object": "works"}, False, "Class (supplier 1 (unnamed)): TBB 4"),
        ({"suppliers": [{"country": "NL"}]}, False, "no higher than TBB 3, possibly TBB 4"),
        ({"suppliers": [{}]}, False, None),
        ({"suppliers": [{}]}, True, "open, possibly TBB 4"),
    ],
)
def test_the_line_of_a_class(facts: dict[str, Any], full: bool, line: str | None) -> None:
    facts = {**facts, "suppliers": [{"role": "winner", **facts["suppliers"][0]}]}
    report = TextReport(assess(chapter(), facts), "en", width=100, full=full).text()
    assert (line in report) if line else ("Class" not in report)
