"""Logic with three values, and the tables of statuses (DESIGN 3.1 and 3.3): True, False, and None for unknown."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Any

Truth = bool | None
Status = str | None  # None: the rule stands in a text that does not bind this file

NOT_APPLICABLE, MET, BREACH, DUE, OPEN = "not_applicable", "met", "breach", "due", "open"
NOTED, ASSIGNED = "noted", "assigned"


def both(one: Truth, other: Truth) -> Truth:
    """One and the other."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def either(one: Truth, other: Truth) -> Truth:
    """One or the other."""
    if one or other:
        return True
    return None if one is None or other is None else False


def opposite(one: Truth) -> Truth:
    """Not this."""
    return None if one is None else not one


def meets(found: frozenset[str] | None, wanted: frozenset[str]) -> Truth:
    """A set has a member in common with another. `"?"` in it: it may have more members."""
    if found is None:
        return None
    if not found.isdisjoint(wanted):
        return True
    return None if "?" in found else False


def within(found: frozenset[str] | None, allowed: frozenset[str]) -> Truth:
    """A set has no member outside another."""
    if found is None:
        return None
    if found <= allowed:
        return True
    return None if "?" in found and found - {"?"} <= allowed else False


def there(paper: date | bool | None) -> Truth:
    """A document exists, or an event happened."""
    return None if paper is None else paper is not False


def not_before(paper: date | bool | None, day: date) -> Truth:
    """A document exists, and is not older than a day."""
    if paper is None or paper is False:
        return paper
    return None if paper is True else paper >= day


def months_back(day: date, months: int) -> date:
    """Give the same day so many months earlier, or the last day of a month that is too short."""
    whole = day.year * 12 + day.month - 1 - months
    year, month = whole // 12, whole % 12 + 1
    last = 28 if day.day <= 28 else calendar.monthrange(year, month)[1]
    return date(year, month, min(day.day, last))


# Statuses ------------------------------------------------------------------------------------------------------


def demand(when: Truth, holds: Truth, reached: Truth, settled: Truth = False) -> str:
    """What a duty comes to. `settled`: it is not met, and nothing that can still follow will change that."""
    if when is False:
        return NOT_APPLICABLE
    if holds:
        return MET
    if when is None:
        return OPEN
    if holds is False and (reached or settled):
        return BREACH
    return DUE if reached is False else OPEN


def document(when: Truth, paper: date | bool | None, reached: Truth) -> str:
    """What a duty to have a document comes to; it can always follow."""
    if when is False:
        return NOT_APPLICABLE
    if paper:
        return MET
    if when is None:
        return OPEN
    if paper is False and reached:
        return BREACH
    return DUE if reached is False else OPEN


def fixed(when: Truth, holds: Truth, reached: Truth) -> str:
    """What a duty comes to that rests on how things are, so that nothing can follow."""
    if when is False:
        return NOT_APPLICABLE
    if holds:
        return MET
    if when is None:
        return OPEN
    if holds is False:
        return BREACH
    return DUE if reached is False else OPEN


def judged(when: Truth, decision: Any, reached: Truth) -> str:
    """What a duty comes to that a person judges."""
    if when is False:
        return NOT_APPLICABLE
    if decision is not None:
        outcome: str = decision.outcome
        if outcome != BREACH:
            return outcome
        return OPEN if when is None else BREACH
    if when is None:
        return OPEN
    return DUE if reached is False else OPEN


def open_norm(when: Truth, decision: Any) -> str:
    """What a duty comes to whose words resist coding."""
    if when is False:
        return NOT_APPLICABLE
    if decision is None:
        return OPEN
    outcome: str = decision.outcome
    if outcome != BREACH:
        return outcome
    return OPEN if when is None else BREACH


def note(when: Truth) -> str:
    """What a permission or an advice comes to."""
    if when is None:
        return OPEN
    return NOTED if when else NOT_APPLICABLE
