"""The values that an organisation gives to parameters: read as a file writes them, and never looser than the law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from ._kinds import Misfit, Misfits
from ._law import value_on
from ._stricter import is_looser, strictest
from .errors import Problem
from .params import Parameter
from .regulation import Regulation
from .shared import SHARED


def parameters_of(regulations: Iterable[Regulation]) -> dict[str, Parameter]:
    """Give every parameter by its id: the core's, and those of these regulations."""
    tables = [SHARED, *(regulation.parameters for regulation in regulations)]
    return {parameter.id: parameter for table in tables for parameter in table.all.values()}


def read_value(parameter: Parameter, raw: object) -> tuple[Any, list[Problem]]:
    """Give the value of a parameter, or what is wrong with it."""
    try:
        return parameter.kind.parse(raw), []
    except Misfit as misfit:
        return None, [Problem(misfit.code, parameter.id, misfit.found, misfit.allowed, misfit.nearest)]
    except Misfits as wrong:
        return None, [
            Problem(misfit.code, f"{parameter.id}[{place}]", misfit.found, misfit.allowed, misfit.nearest)
            for place, misfit in wrong.members
        ]


def against_law(parameter: Parameter, value: Any, on: date | None) -> Problem | None:
    """Say what is wrong with a value for a parameter that the law fills: it may only be stricter.

    It is held against the value of that day. Without a day, or where that day has none, it is refused where it is
    looser than every value that the law has had or will have: it would never count.
    """
    if parameter.owner == "profile":
        return None
    if parameter.stricter is None:
        return Problem("fixed_parameter", found=f'"{parameter.id}"')
    of_day = None if on is None else value_on(parameter.values, on, on)
    laws = [dated.value for dated in parameter.values] if of_day is None else [of_day]
    if not all(is_looser(parameter.stricter, value, law) for law in laws):
        return None
    return Problem("looser_than_law", parameter.id, allowed=(str(parameter.kind.plain(laws[-1])),))


def as_given(parameter: Parameter, value: Any) -> Any:
    """Give what a program judges with: the value, or on each day the strictest of it and the law's."""
    if parameter.owner == "profile":
        return value
    return tuple(
        attrs.evolve(dated, value=strictest(parameter.stricter, value, dated.value)) for dated in parameter.values
    )
