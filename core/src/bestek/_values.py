"""Small operations on values that the interpreter, the explainer and the decider share."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from . import _tree as t
from ._countries import COUNTRIES
from ._kinds import CountryKind, Kind
from .classes import ClassOf

ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}

Members = tuple[frozenset[str], bool]  # the certain members of a set, and whether those are all


def is_member(value: Any, group: Members) -> bool | None:
    """Tell whether a value is in a set."""
    return True if value in group[0] else False if group[1] else None


def intersects(some: Members, group: Members) -> bool | None:
    """Tell whether two sets share a member; an empty set shares none with anything."""
    if some[0] & group[0]:
        return True
    empty = some == (frozenset(), True) or group == (frozenset(), True)
    return False if empty or (some[1] and group[1]) else None


def within(some: Members, group: Members) -> bool | None:
    """Tell whether every member of the first set is in the second; an empty set is in anything."""
    if some[1] and some[0] <= group[0]:
        return True
    return False if group[1] and not some[0] <= group[0] else None


def shifted(day: date, unit: str, amount: float) -> date | None:
    """Give a date so many days or months later; a month too short gives its last day. None outside the calendar."""
    try:
        if unit == "days":
            return day + timedelta(days=int(amount))
        months = day.year * 12 + day.month - 1 + int(amount)
        year, month = months // 12, months % 12 + 1
        return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def order_of(of: ClassOf) -> tuple[str, ...]:
    """Give the levels of a class, least strict first."""
    return of.kind.values if of.counts == "strictest" else of.kind.values[::-1]


def closed_list(kind: Kind) -> tuple[str, ...]:
    """Give the values of a kind that has a closed list."""
    return tuple(sorted(COUNTRIES)) if isinstance(kind, CountryKind) else kind.values


def computed(node: t.Node, values: list[Any]) -> Any:
    """Give what a calculation comes to when the values of its parts are known."""
    match node:
        case t.Arithmetic(op=op):
            left, right = values
            return left + right if op == "+" else left - right if op == "-" else left * right
        case t.Shift(unit=unit, sign=sign):
            return shifted(values[0], unit, sign * values[1])
        case t.DaysBetween():
            return (values[1] - values[0]).days
        case t.Extreme():
            return max(values) if node.op == "greatest" else min(values)
    raise TypeError(f"no value: {node!r}")  # pragma: no cover - `_check` admits no other node
