"""The law of a day: which day counts, what was in force on it, and which values hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import attrs

from .params import DatedValue, Parameter
from .vocabulary import File

Time = Literal["launch", "today"]


@attrs.frozen
class Days:
    """The days that matter for one file on one assessment date.

    `launch` is the day that fixes the law: that of the launch, and while that is not known in the stage
    `preparation`, the assessment date; else None. A launch that is not known lies on or before `bound`.
    """

    today: date
    launch: date | None
    bound: date

    def of(self, time: Time) -> date | None:
        """Give the day that a rule of this time reads the law on."""
        return self.today if time == "today" else self.launch


def days_of(facts: File, on: date) -> Days:
    """Find the days that matter."""
    procedure = facts.procedure
    launch = procedure.launched_on or (on if procedure.stage == "preparation" else None)
    return Days(on, launch, min(day for day in (on, procedure.published_on, procedure.awarded_on) if day))


def in_force(start: date | None, end: date | None, day: date | None, bound: date) -> bool | None:
    """Tell whether a half-open stretch of days holds a day; None where the day is not known and it may."""
    if day is None:
        return False if start is not None and start > bound else True if start is None and end is None else None
    return (start is None or start <= day) and (end is None or day < end)


def value_on(values: tuple[DatedValue, ...], day: date | None, bound: date) -> Any:
    """Give the value that holds on a day, or None where none is known.

    Where the day itself is not known, the values that may hold on it are tried: one answer counts.
    """
    if day is not None:
        return next((dated.value for dated in values if dated.holds_on(day)), None)
    possible = [dated.value for dated in values if in_force(dated.start, dated.end, None, bound) is not False]
    return possible[0] if possible and all(value == possible[0] for value in possible) else None


def param_value(parameter: Parameter, days: Days, time: Time, given: Mapping[str, Any]) -> Any:
    """Give the value of a parameter: that which the policy gives it, or that of the law on the day that counts.

    What the policy gives is one value for ever, or a tuple of dated values.
    """
    found = given.get(parameter.id, parameter.values)
    return value_on(found, days.of(time), days.bound) if isinstance(found, tuple) else found
