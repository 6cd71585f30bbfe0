"""The text report names the edition that counts, where a text has several."""

from __future__ import annotations

from datetime import date

import pytest
from kit import WORDS, assess, law, policy_of, text

from bestek import Chapter
from bestek.report.text import TextReport
from bestek.vocabulary import information

OLD = Chapter(text("act-old", valid_from=date(2020, 1, 1), valid_until=date(2026, 1, 1)))
NEW = Chapter(text("act-new", valid_from=date(2026, 1, 1)))
OLD.applies("OLD", when=information.personal, **WORDS)
NEW.applies("NEW", when=information.personal, **WORDS)


def line(launch: date, *, personal: bool = True) -> str:
    """Give the line on the scope of the toy law, which has two editions."""
    facts = {"procedure.launched_on": launch, "information.personal": personal}
    report = TextReport(assess(policy_of(law(OLD, NEW)), facts), "en", width=100).text()
    (found,) = [one for one in report.splitlines() if one.startswith("  toy")]
    return found


@pytest.mark.parametrize(
    ("launch", "expected"),
    [
        (date(2025, 12, 31), "  toy [act-old]: applies (OLD)"),
        (date(2026, 1, 1), "  toy [act-new]: applies (NEW)"),
    ],
)
def test_the_launch_picks_the_edition(launch: date, expected: str) -> None:
    assert line(launch) == expected


def test_what_does_not_apply_has_no_edition() -> None:
    assert line(date(2026, 1, 1), personal=False).startswith("  toy: does not apply")
