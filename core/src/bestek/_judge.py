"""The tables of statuses and verdicts of DESIGN 3.3 and 3.5, and nothing else.

Three-valued results are True, False and None (unknown).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

Status = Literal["not_applicable", "met", "breach", "due", "open", "waived", "noted", "assigned"]
Verdict = Literal["clear", "conditional", "undecided", "blocked"]

STATUSES: Final[tuple[Status, ...]] = ("not_applicable", "met", "breach", "due", "open", "waived", "noted", "assigned")
VERDICTS: Final[tuple[Verdict, ...]] = ("clear", "conditional", "undecided", "blocked")  # mildest first
ANSWERS: Final = {True: "yes", False: "no", None: "open"}


def both(*values: bool | None) -> bool | None:
    """Kleene's "and"."""
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True


def either(*values: bool | None) -> bool | None:
    """Kleene's "or"."""
    if any(value is True for value in values):
        return True
    return None if any(value is None for value in values) else False


def negated(value: bool | None) -> bool | None:
    """Kleene's "not"."""
    return None if value is None else not value


def demand_status(when: bool | None, holds: bool | None, reached: bool | None, settled: bool) -> Status:
    """The status of a duty or a ban."""
    if when is False:
        return "not_applicable"
    if holds is True:
        return "met"
    if when is None:
        return "open"
    if holds is False and (reached is True or settled):
        return "breach"
    return "due" if reached is False else "open"


def open_norm_status(when: bool | None, holds: bool | None) -> Status:
    """The status of an open norm: open until a person has decided."""
    if when is False:
        return "not_applicable"
    if holds is True:
        return "met"
    return "breach" if when is True and holds is False else "open"


def note_status(when: bool | None) -> Status:
    """The status of a permission or an advice."""
    return "open" if when is None else "noted" if when else "not_applicable"


def row_status(when: bool | None, given: bool | None) -> Status:
    """The status of a row that classifies; `given` says whether it gives a level: yes, no, not known."""
    both_hold = both(when, given)
    return "open" if both_hold is None else "assigned" if both_hold else "not_applicable"


def weight(status: Status, reached: bool | None, if_applicable: bool) -> Verdict:
    """What one binding demand means for the verdict of its subject."""
    if status == "breach":
        return "undecided" if if_applicable else "blocked"
    if status == "open":
        return "conditional" if reached is False else "undecided"
    return "conditional" if status == "due" else "clear"


def strictest(verdicts: Iterable[Verdict]) -> Verdict:
    """The strictest of these; clear where there is none."""
    return max(verdicts, key=VERDICTS.index, default="clear")
