"""A decision table that is still open: what it may come to is shown, and a case table can say it."""

from __future__ import annotations

from typing import Any

import pytest
from kit import ON, WORDS, act, assess

from bestek import first_match, kinds
from bestek.report.text import TextReport
from bestek.testing._cases import Case, _differences
from bestek.vocabulary import buyer, procedure

ROUTE = kinds("toy.route", procedure.object, nl="Route", en="Route")


@pytest.fixture
def assessment() -> Any:
    chapter = act()
    table = first_match([(buyer.special_sector, "works"), (procedure.nationality_bar, "supplies")])
    chapter.classifies("R", of=ROUTE, table=table, **WORDS)
    return assess(chapter, {"procedure.nationality_bar": True})


def test_the_report_shows_what_it_may_come_to(assessment: Any) -> None:
    assert "Route: open: works; supplies" in TextReport(assessment, "en").text()


@pytest.mark.parametrize(("possible", "differ"), [(["works", "supplies"], 0), (["works"], 1)])
def test_a_case_can_expect_it(assessment: Any, possible: list[str], differ: int) -> None:
    case = Case(
        "f", "n", "s", "toy", ON, {}, {}, {}, None, {}, {"toy.route": {"value": "unknown", "possible": possible}}, ()
    )
    assert len(list(_differences(case, assessment))) == differ
