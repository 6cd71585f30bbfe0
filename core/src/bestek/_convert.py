"""Turn plain data into groups of facts, strictly, and gather every fault on the way.

One cattrs converter holds a hook for facts, for lists and for groups. Nothing is coerced: `"false"` is not
false and `5` is not `"5"`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs
import cattrs

from ._kinds import Misfit, Misfits, shown
from ._paths import Part, join
from .errors import Problem, nearest
from .facts import Fact, ListOf, One
from .group import Group
from .procurement import OUTCOMES, Decision, Evidence

_PLACE = re.compile(r"\[\d+\]\Z")
Extensions = Callable[[str, type[Group]], type[Group] | None]


MOST_FAULTS = 1000  # where a file has more, these are said


class Faults(Exception):
    """Faults with the parts of their paths, innermost part last, and what could be made in spite of them."""

    def __init__(self, faults: list[tuple[list[Part], Problem]], partial: Any = None) -> None:
        super().__init__("faults")
        self.faults = faults
        self.partial = partial

    @classmethod
    def one(
        cls, code: str, *parts: Part, found: str = "", allowed: tuple[str, ...] = (), near: str | None = None
    ) -> Faults:
        """Make the error of one fault."""
        return cls([(list(parts), Problem(code, found=found, allowed=allowed, nearest=near))])

    def problems(self, *under: Part) -> list[Problem]:
        """Give the faults with their paths written out, below `under`."""
        return [attrs.evolve(problem, path=join([*under, *parts])) for parts, problem in self.faults]


class Gathering:
    """Gathers the faults of several parts, and raises them together."""

    def __init__(self) -> None:
        self.faults: list[tuple[list[Part], Problem]] = []

    def take(self, part: Part, make: Callable[..., Any], *what: Any) -> Any:
        """Make a part, or as much of it as can be made; keep its faults under its name."""
        try:
            return make(*what)
        except Faults as wrong:
            self.faults += [([part, *parts], problem) for parts, problem in wrong.faults]
            self._enough()
            return wrong.partial

    def add(self, code: str, *parts: Part, found: str, allowed: tuple[str, ...] = (), near: str | None = None) -> None:
        """Keep one fault of this place itself."""
        self.faults += Faults.one(code, *parts, found=found, allowed=allowed, near=near).faults
        self._enough()

    def _enough(self) -> None:
        """Stop where nobody would read on."""
        if len(self.faults) >= MOST_FAULTS:
            raise Faults(self.faults)

    def done(self, made: Any) -> Any:
        """Give what was made, or raise what was gathered, if anything was."""
        if self.faults:
            raise Faults(self.faults, made)
        return made


def make_converter(extension: Extensions) -> cattrs.Converter:
    """Make the strict converter; `extension` finds the group of a regulation's table, or None."""
    converter = cattrs.Converter(detailed_validation=False)

    def structure_fact(raw: object, fact: Fact[Any, Any]) -> Any:
        try:
            return fact.kind.parse(raw)
        except Misfit as misfit:
            raise Faults.one(misfit.code, found=misfit.found, allowed=misfit.allowed, near=misfit.nearest) from None
        except Misfits as wrong:
            raise Faults(
                [
                    ([place], Problem(misfit.code, found=misfit.found, allowed=misfit.allowed, nearest=misfit.nearest))
                    for place, misfit in wrong.members
                ]
            ) from None

    def structure_list(raw: object, of: ListOf[Any]) -> Any:
        if not isinstance(raw, list | tuple):
            raise Faults.one("wrong_type", found=shown(raw), allowed=(f"[[{of.name}]]",))
        gathering = Gathering()
        members = [gathering.take(place, structure_group, member, of.of) for place, member in enumerate(raw)]
        members = [member if member is not None else of.of.nothing() for member in members]
        if "name" in of.of.facts:
            _check_names(members, gathering)
        return gathering.done(tuple(members))

    def structure_group(raw: object, group: type[Group]) -> Group:
        table = _table(raw)
        gathering = Gathering()
        values: dict[str, Any] = {}
        extensions: dict[str, Group] = {}
        for key, value in table.items():
            member = group.facts.get(key) or group.groups.get(key) or group.lists.get(key)
            if isinstance(member, One):
                values[key] = gathering.take(key, structure_group, value, member.of)
            elif member is not None:
                values[key] = gathering.take(key, converter.structure, value, member)
            elif group.open_to_plugins and key == "decisions":
                values[key] = gathering.take(key, _each, value, structure_decision)
            elif group.open_to_plugins and (of := extension(key, group)) is not None:
                extensions[key] = gathering.take(key, structure_group, value, of) or of.nothing()
            else:
                known = (*group.facts, *group.groups, *group.lists)
                table_of_plugin = group.open_to_plugins and isinstance(value, Mapping)
                near = nearest(key, known)
                code = "unknown_table" if table_of_plugin and near is None else "unknown_key"
                gathering.add(code, key, found=shown(key), allowed=() if near else known, near=near)
        if extensions:
            values["extensions"] = extensions
        made: Group = gathering.done(group(**{key: value for key, value in values.items() if value is not None}))
        return made

    converter.register_structure_hook_func(lambda cl: isinstance(cl, Fact), structure_fact)
    converter.register_structure_hook_func(lambda cl: isinstance(cl, ListOf), structure_list)
    converter.register_structure_hook_func(lambda cl: isinstance(cl, type) and issubclass(cl, Group), structure_group)
    return converter


def structure_decision(raw: object) -> Decision:
    """Make a decision; all four of its keys are needed."""
    found = _record(raw, {"outcome": _outcome, "by": _text, "on": _date, "reason": _text}, required=True)
    return Decision(**found)


def structure_evidence(raw: object) -> Evidence:
    """Make a piece of evidence; it needs a source."""
    return Evidence(
        **_record(raw, {"source": _text, "pinpoint": _text, "by": _text, "on": _date}, required=("source",))
    )


def structure_evidence_table(raw: object) -> dict[str, Evidence]:
    """Make the evidence of a file, by path as it was written."""
    return _each(raw, structure_evidence)


def _each(raw: object, make: Callable[[object], Any]) -> dict[str, Any]:
    gathering = Gathering()
    made = {key: gathering.take(key, make, value) for key, value in _table(raw).items()}
    return gathering.done(made)  # type: ignore[no-any-return]


def _record(
    raw: object, keys: Mapping[str, Callable[[object], Any]], required: bool | tuple[str, ...]
) -> dict[str, Any]:
    table = _table(raw)
    gathering = Gathering()
    made: dict[str, Any] = {}
    for key, value in table.items():
        if key in keys:
            made[key] = gathering.take(key, keys[key], value)
        else:
            gathering.add("unknown_key", key, found=shown(key), allowed=tuple(keys), near=nearest(key, keys))
    for key in tuple(keys) if required is True else required or ():
        if key not in table:
            gathering.add("missing_key", found=shown(key), allowed=tuple(keys))
    return gathering.done(made)  # type: ignore[no-any-return]


def _table(raw: object) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise Faults.one("wrong_type", found=shown(raw), allowed=("{…}",))
    return raw


def _check_names(members: list[Any], gathering: Gathering) -> None:
    seen: set[str] = set()
    for place, member in enumerate(members):
        if member.name is not None and member.name in seen:
            gathering.add("same_name", place, "name", found=shown(member.name))
        if member.name is not None and _PLACE.match(member.name):  # it would pass for the place of another
            gathering.add("wrong_form", place, "name", found=shown(member.name))
        seen.add(member.name)


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise Faults.one("wrong_type", found=shown(raw), allowed=("text",))
    return raw


def _outcome(raw: object) -> str:
    if not isinstance(raw, str) or raw not in OUTCOMES:
        raise Faults.one("unknown_choice", found=shown(raw), allowed=OUTCOMES, near=nearest(str(raw), OUTCOMES))
    return raw


def _date(raw: object) -> date:
    from ._kinds import DayKind

    try:
        found: date = DayKind().parse(raw)
    except Misfit as misfit:
        raise Faults.one(misfit.code, found=misfit.found, allowed=misfit.allowed, near=misfit.nearest) from None
    return found
