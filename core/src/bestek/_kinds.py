"""Kinds of value: how the values of a fact or parameter are read, written and described.

Reading is strict: nothing is turned into something else, and a value that does not fit raises `Misfit` with
what was found and what is allowed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from . import words
from ._countries import COUNTRIES
from ._texts import Text
from .errors import nearest

MOST = 10**15  # the largest number; beyond it no quantity here has a meaning
MOST_WRONG = 1000  # members of one set; where there are more, these are said
OTHERS = "?"  # in a set: "and perhaps others"
DATE_FORM = "YYYY-MM-DD"


class Misfit(Exception):
    """A value that its fact does not take."""

    def __init__(self, code: str, found: object, allowed: tuple[str, ...], near: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.found = shown(found)
        self.allowed = allowed
        self.nearest = near


class Misfits(Exception):
    """Members of a set that it does not take, each with its place in the list."""

    def __init__(self, members: list[tuple[int, Misfit]]) -> None:
        super().__init__("members")
        self.members = members


def shown(found: object) -> str:
    """Show a value that was found, in the file's own words and never at length."""
    if isinstance(found, bool):
        return "true" if found else "false"
    if found is None:
        return "null"
    if isinstance(found, Mapping):
        return "{…}" if found else "{}"
    if isinstance(found, list | tuple):
        return "[…]" if found else "[]"
    if isinstance(found, date):
        return found.isoformat()
    said = f'"{found}"' if isinstance(found, str) else str(found)
    said = said.encode("unicode_escape").decode() if not said.isprintable() else said
    return said if len(said) <= 60 else said[:57] + "…" + said[-1]


class Kind:
    """How the values of a fact are read, written and described. Kinds with equal `key` can be compared."""

    name: str
    handle: type[Any]
    labels: Mapping[str, Text] = {}

    @property
    def key(self) -> object:
        return self.name

    @property
    def values(self) -> tuple[str, ...]:
        """The closed list of values, in order; empty where there is none."""
        return tuple(self.labels)

    def parse(self, raw: object) -> Any:
        """Turn what a file holds into the value, or raise `Misfit`."""
        raise NotImplementedError

    def plain(self, value: Any) -> Any:
        """Turn a value back into what JSON can hold."""
        return value

    def schema(self) -> dict[str, Any]:
        """Describe the values in JSON Schema 2020-12."""
        raise NotImplementedError


class TextKind(Kind):
    name = "text"
    handle = words.Words

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise Misfit("wrong_type", raw, ("text",))
        if not raw.isascii() and any("\ud800" <= letter <= "\udfff" for letter in raw):
            raise Misfit("encoding", raw, ("UTF-8",))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


class FlagKind(Kind):
    name = "flag"
    handle = words.Flag

    def parse(self, raw: object) -> bool:
        if not isinstance(raw, bool):
            raise Misfit("wrong_type", raw, ("true", "false"))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class ChoiceKind(Kind):
    name = "choice"
    handle: type[Any] = words.Choice

    def __init__(self, labels: Mapping[str, Text]) -> None:
        self.labels = labels

    @property
    def key(self) -> object:
        return (self.name, self.values)

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise Misfit("wrong_type", raw, self.values)
        if raw not in self.labels:
            raise Misfit("unknown_choice", raw, self.values, nearest(raw, self.values))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.values)}


class ScaleKind(ChoiceKind):
    """An ordered choice, lightest first."""

    name = "scale"
    handle = words.Scale

    def __init__(self, labels: Mapping[str, Text]) -> None:
        super().__init__(labels)
        self.rank = {level: rank for rank, level in enumerate(labels)}


class CountryKind(Kind):
    name = "country"
    handle = words.Choice

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str):
            raise Misfit("wrong_type", raw, ("ISO 3166-1 alpha-2",))
        if raw not in COUNTRIES:
            raise Misfit(
                "unknown_country", raw, ("ISO 3166-1 alpha-2",), raw.upper() if raw.upper() in COUNTRIES else None
            )
        return raw

    def schema(self) -> dict[str, Any]:
        return {"enum": sorted(COUNTRIES)}


class SetKind(Kind):
    """A set of another kind's values. `"?"` among them says that there may be others."""

    handle = words.Several

    def __init__(self, of: Kind, name: str) -> None:
        self.of = of
        self.name = name
        self.labels = of.labels

    @property
    def key(self) -> object:
        return ("set", self.of.key)

    def parse(self, raw: object) -> frozenset[str]:
        if not isinstance(raw, list | tuple):
            raise Misfit("wrong_type", raw, ("[…]",))
        members, wrong = [], []
        for place, member in enumerate(raw):
            try:
                members.append(OTHERS if member == OTHERS else self.of.parse(member))
            except Misfit as misfit:
                misfit.allowed = (*misfit.allowed, OTHERS)
                wrong.append((place, misfit))
                if len(wrong) >= MOST_WRONG:
                    break
        if wrong:
            raise Misfits(wrong)
        return frozenset(members)

    def plain(self, value: frozenset[str]) -> list[str]:
        return sorted(value, key=lambda member: (member == OTHERS, member))

    def schema(self) -> dict[str, Any]:
        member = self.of.schema()
        either = {"enum": [*member["enum"], OTHERS]} if "enum" in member else {"anyOf": [member, {"const": OTHERS}]}
        return {"type": "array", "items": either}


class CodeKind(Kind):
    """A code of a published list, known by its form."""

    name = "code"
    handle = words.Choice

    def __init__(self, digits: int) -> None:
        self.digits = digits

    def parse(self, raw: object) -> str:
        if not isinstance(raw, str) or len(raw) != self.digits or not (raw.isascii() and raw.isdigit()):
            raise Misfit("wrong_form", raw, ('"' + "0" * self.digits + '"',))
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^[0-9]{{{self.digits}}}$"}


class DayKind(Kind):
    name = "date"
    handle: type[Any] = words.Day

    def parse(self, raw: object) -> Any:
        return _day(raw, (DATE_FORM,))

    def plain(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


class DatedKind(DayKind):
    """A thing that exists or happened: its day, `true` where the day is not known, `false` where it is not there."""

    name = "dated"
    handle = words.Dated

    def parse(self, raw: object) -> Any:
        return raw if isinstance(raw, bool) else _day(raw, (DATE_FORM, "true", "false"))

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "format": "date"}, {"type": "boolean"}]}


class NumberKind(Kind):
    """A quantity with a unit; never negative."""

    name = "number"
    handle = words.Number

    def __init__(self, unit: str, *, whole: bool, maximum: int | None = None) -> None:
        self.unit = unit
        self.whole = whole
        self.maximum = maximum

    @property
    def key(self) -> object:
        return ("number", self.unit)

    def parse(self, raw: object) -> Any:
        most = "" if self.maximum is None else f" {self.maximum}"
        allowed = (f"{'0, 1, 2, …' if self.whole else '0 …'}{most}{f' ({self.unit})' if self.unit else ''}",)
        if isinstance(raw, bool) or not isinstance(raw, int if self.whole else int | float):
            raise Misfit("wrong_type", raw, allowed)
        if (
            (isinstance(raw, float) and not math.isfinite(raw))
            or raw < 0
            or raw > (MOST if self.maximum is None else self.maximum)
        ):
            raise Misfit("out_of_range", raw, allowed)
        return raw

    def schema(self) -> dict[str, Any]:
        most = MOST if self.maximum is None else self.maximum
        return {"type": "integer" if self.whole else "number", "minimum": 0, "maximum": most}


def _day(raw: object, allowed: tuple[str, ...]) -> date:
    if isinstance(raw, datetime) or not isinstance(raw, date | str):
        raise Misfit("wrong_type", raw, allowed)
    if isinstance(raw, date):
        return raw
    try:
        found = date.fromisoformat(raw)
    except ValueError:
        raise Misfit("no_date", raw, allowed) from None
    if found.isoformat() != raw:
        raise Misfit("no_date", raw, allowed, found.isoformat())
    return found
