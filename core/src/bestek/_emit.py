"""Write values as plain Python: facts, parameters, dates, tables, and the values that something may still have.

What several expressions share becomes a variable (`v1`, `v2`, …) that is computed once; `_layout` puts it in its
place. `_emit_tests` writes the conditions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import attrs

from . import _tree as t
from ._check import kind_of
from ._kinds import DatedKind, FlagKind, Kind, ScaleKind
from ._law import Time
from ._program import Program
from ._runtime import ByMask, Levels, Possible, Table, extreme, member
from ._values import closed_list, order_of, shifted
from .classes import ClassOf
from .group import Group

NEVER, ALWAYS = "False", "True"
VARIABLE = re.compile(r"\bv\d+\b")
_ATOM = re.compile(r"[\w.]+\Z|'[^']*'\Z")


@attrs.frozen
class At:
    """Where an expression is read: on which day's law, with what can follow taken as unknown, inside which lists."""

    time: Time = "launch"
    settled: bool = False
    members: Mapping[str, str] = attrs.field(factory=dict)


def all_of(*tests: str) -> str:
    """Join tests with "and"; a test that always or never holds is folded away."""
    kept = list(dict.fromkeys(test for test in tests if test != ALWAYS))
    if NEVER in kept:
        return NEVER
    return " and ".join(_bracket(test, " or ", " if ") for test in kept) if kept else ALWAYS


def any_of(*tests: str) -> str:
    """Join tests with "or"; a test that always or never holds is folded away."""
    kept = list(dict.fromkeys(test for test in tests if test != NEVER))
    if ALWAYS in kept:
        return ALWAYS
    return " or ".join(_bracket(test, " if ") for test in kept) if kept else NEVER


def _bracket(test: str, *looser: str) -> str:
    return f"({test})" if any(word in test for word in looser) else test


class ValueEmitter:
    """Writes the values of one program. `lines` holds what computes each variable, in the order of need."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.lines: dict[str, list[str]] = {}
        self.tables = {group.at: group for regulation in program.regulations for group in regulation.facts}
        self.constants: dict[str, Any] = {"shifted": shifted, "date": date, "extreme": extreme, "member": member}
        self._names: dict[object, str] = {}
        self._constant_names: dict[object, str] = {}
        self._tests: dict[object, str] = {}
        self._fixed: dict[t.Node, tuple[bool, bool, frozenset[str]]] = {}

    # Variables and constants ------------------------------------------------------------------------------

    def variable(self, key: object, *lines: str) -> str:
        """Give the variable of this key; `{}` in its lines stands for its name."""
        if key not in self._names:
            name = f"v{len(self._names)}"
            self._names[key] = name
            self.lines[name] = [line.replace("{}", name) for line in lines]
        return self._names[key]

    def constant(self, value: Any, key: object = None) -> str:
        """Give the name of a constant that is no literal."""
        key = (type(value).__name__, value) if key is None else key
        if key not in self._constant_names:
            name = f"C{len(self._constant_names)}"
            self._constant_names[key] = name
            self.constants[name] = value
        return self._constant_names[key]

    def set(self, members: Any) -> str:
        return self.constant(frozenset(members))

    def literal(self, value: Any) -> str:
        return self.constant(value) if isinstance(value, date | frozenset) else repr(value)

    # What an expression depends on ------------------------------------------------------------------------

    def depends(self, node: t.Node) -> tuple[bool, bool, frozenset[str]]:
        """Tell whether an expression depends on the day of the law, on what can follow, and on members of which lists."""
        if node not in self._fixed:
            timed, follows, places = False, False, set()
            for part in t.walk(node):
                timed = timed or isinstance(part, t.ParamRef) or (isinstance(part, t.Named) and bool(part.since))
                if isinstance(part, t.FactRef | t.Exists):
                    follows = follows or part.fact.can_follow
                    places.add(part.fact.owner.at)
                follows = follows or (isinstance(part, t.ClassRef) and part.of.id in self.program.can_follow)
                if isinstance(part, t.Each):
                    places.add(part.list.owner.at)
            self._fixed[node] = timed, follows, frozenset(places)
        return self._fixed[node]

    def _inside(self, node: t.Node, at: At) -> bool:
        return bool(at.members) and any(
            place.startswith(inner) for place in self.depends(node)[2] for inner in at.members
        )

    def _shared(self, what: str, node: t.Node, at: At, code: str) -> str:
        """Give a variable that holds this code, or inside a list the code itself."""
        if _ATOM.match(code):
            return code
        if self._inside(node, at):
            return f"({code})"
        timed, follows, _ = self.depends(node)
        return self.variable((what, node, at.time if timed else None, at.settled and follows), f"{{}} = {code}")

    # Facts ------------------------------------------------------------------------------------------------

    def group(self, owner: type[Group], at: At) -> str:
        """Write how to reach the group that stands at a place."""
        for place, name in at.members.items():
            if owner.at.startswith(place):
                return _step_down(name, owner.at, place, self)
        name, above = ("s", "suppliers[]") if owner.at.startswith("suppliers[]") else ("F", "")
        if owner.at == above:
            return name
        table = next((self.tables[at] for at in self.tables if owner.at.startswith(f"{at}.")), None)
        if table is not None:  # a group in a regulation's table: by way of that table
            name, above = self.group(table, at), table.at
        return self.variable(("group", owner.at), f"{{}} = {_step_down(name, owner.at, above, self)}")

    def fact(self, fact: Any, at: At) -> str:
        """Write the value that a fact holds, with what stands in for it."""
        if at.settled and fact.can_follow:
            return "None"
        node = fact.node
        code = f"{self.group(fact.owner, at)}.{fact.name}"
        if fact.stands_in is not None:
            other = At(settled=at.settled, members=at.members)
            if isinstance(fact.kind, FlagKind):
                tests = (self.true(fact.stands_in.node, other), self.false(fact.stands_in.node, other))
                instead = f"True if {group(tests[0])} else False if {group(tests[1])} else None"
            else:
                instead = self.value(fact.stands_in.node, other)
            settled = " settled" if at.settled and self.depends(fact.stands_in.node)[1] else ""
            return self._shared(f"fact{settled}", node, at, f"({instead}) if {code} is None else {code}")
        if self._inside(node, at):
            return code
        return self.variable(("fact", node), f"{{}} = {code}")

    # Values -----------------------------------------------------------------------------------------------

    def value(self, node: t.Node, at: At) -> str:
        """Write the value of an expression: a name or literal, None where it is not known."""
        match node:
            case t.Const(value=value):
                return self.literal(value)
            case t.Today():
                return "on"
            case t.Launched():
                return "L"
            case t.FactRef(fact=fact):
                held = self.fact(fact, at)
                if not isinstance(fact.kind, DatedKind) or held == "None":
                    return held
                return self._shared("day", node, at, f"{held} if {held}.__class__ is date else None")
            case t.ParamRef():
                return self._shared("param", node, at, self._param(node, at))
            case t.Named():
                said = [(day, self.value(item, at)) for day, item in wordings(node)]
                return self._shared("named", node, at, self._wording_value(said, at))
            case t.Lookup():
                return self._shared("lookup", node, at, f"{self._table(node)}[{self._keys(node, at)}][0]")
            case t.Extreme() if isinstance(kind_of(node), ScaleKind):
                levels = self.constant(ByMask(kind_of(node).values))
                return self._shared("extreme", node, at, f"{levels}[{self.mask(node, at)}]")
            case t.ClassRef(of=of):
                if of.on_scale:
                    low, high = self.level(of, at)
                    known = self.constant(order_of(of))
                    return self._shared("class", node, at, f"{known}[{low}] if {low} == {high} != -1 else None")
                return self._shared("class", node, at, f"{self.constant(ByMask(of.kind.values))}[{self.kinds(of, at)}]")
        parts = [self.value(part, at) for part in node.parts()]
        every = all_of(*(self._known(part) for part in parts))
        code = _calculation(node, parts)
        return self._shared("value", node, at, code if every == ALWAYS else f"{code} if {every} else None")

    @staticmethod
    def _known(value: str) -> str:
        if value == "None":
            return NEVER
        never_none = value == "on" or not re.match(r"[v(LseF]", value)
        return ALWAYS if never_none else f"{value} is not None"

    def _param(self, node: t.ParamRef, at: At) -> str:
        parameter = node.parameter
        values = self.program.given.get(parameter.id, parameter.values)
        if not isinstance(values, tuple):
            return self._constant_value(values)
        if not values:
            return "None"
        if at.time == "today":
            return self._on_day("on", values)
        known = self._on_day("L", values)
        bounds = self.constant(Possible(values), ("possible", parameter.id))
        return f"({known}) if L is not None else {bounds}[bound]"

    def _on_day(self, day: str, values: Any) -> str:
        code = "None"
        for dated in reversed(values):
            after = ALWAYS if dated.start is None else f"{self.literal(dated.start)} <= {day}"
            before = ALWAYS if dated.end is None else f"{day} < {self.literal(dated.end)}"
            test = all_of(after, before)
            said = self._constant_value(dated.value)
            code = said if test == ALWAYS else f"{said} if {test} else {code}"
        return code

    def _constant_value(self, value: Any) -> str:
        return "None" if value is None else self.literal(value)

    def _wording_value(self, wordings: list[tuple[date | None, str]], at: At) -> str:
        if len(wordings) == 1:
            return wordings[0][1]
        day = "on" if at.time == "today" else "L"
        code = wordings[0][1]
        for start, value in wordings[1:]:
            code = f"{value} if {self.literal(start)} <= {day} else {code}"
        if day == "on":
            return code
        same = all_of(
            *(any_of(f"bound < {self.literal(start)}", f"{value} == {wordings[0][1]}") for start, value in wordings[1:])
        )
        return f"({code}) if L is not None else {wordings[0][1]} if {same} else None"

    def _keys(self, node: t.Lookup, at: At) -> str:
        keys = [self.mask(key, at) for key in node.keys]
        return keys[0] if len(keys) == 1 else f"({', '.join(keys)})"

    def _table(self, node: t.Lookup) -> str:
        key = ("table", node.rows, tuple(kind_of(key).key for key in node.keys), kind_of(node).key)
        return self.constant(Table(node), key)

    # Sets of possible values, as the bits of a number -----------------------------------------------------

    def mask(self, node: t.Node, at: At, of: Kind | None = None) -> str:
        """Write which values of a closed list an expression may still have.

        Bit n is value n; for a class on a scale, and for a table, the bit beyond the last value is "none". `of`
        is the kind of a constant.
        """
        kind = of if isinstance(node, t.Const) and of is not None else kind_of(node)
        if isinstance(kind, FlagKind):
            return self._shared(
                "mask", node, at, f"1 if {group(self.true(node, at))} else 2 if {group(self.false(node, at))} else 3"
            )
        values = closed_list(kind)
        match node:
            case t.Const(value=value):
                return str(1 << values.index(value))
            case t.Named():
                return self._shared("mask", node, at, self._named_mask(node, at, kind))
            case t.Extreme(op=op, items=items):
                masks = ", ".join(self.mask(item, at, kind) for item in items)
                return self._shared("mask", node, at, f"extreme({op == 'greatest'}, {len(values)}, ({masks},))")
            case t.Lookup():
                return self._shared("mask", node, at, f"{self._table(node)}[{self._keys(node, at)}][1]")
            case t.ClassRef(of=found):
                if not found.on_scale:
                    return self.kinds(found, at)
                low, high = self.level(found, at)
                levels = self.constant(Levels(found), ("levels", found.id))
                return self._shared("mask", node, at, f"{levels}[{low}, {high}]")
        bits = self.constant({value: 1 << place for place, value in enumerate(values)}, ("bits", values))
        return self._shared("mask", node, at, f"{bits}.get({self.value(node, at)}, {(1 << len(values)) - 1})")

    def _named_mask(self, node: t.Named, at: At, kind: Kind) -> str:
        """Write the mask of a definition: of the wording that governs, or of all that may."""
        (_, first), *later = wordings(node)
        code = every = self.mask(first, at, kind)
        day = "on" if at.time == "today" else "L"
        for start, item in later:
            mask = self.mask(item, at, kind)
            code = f"{mask} if {self.literal(start)} <= {day} else {code}"
            every = f"{every} | ({mask} if {self.literal(start)} <= bound else 0)"
        return code if not later or day == "on" else f"({code}) if L is not None else {every}"

    def true(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly true; `_emit_tests` has it."""
        raise NotImplementedError

    def false(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly false; `_emit_tests` has it."""
        raise NotImplementedError

    def level(self, of: ClassOf, at: At) -> tuple[str, str]:
        """Give the names of the certain and the still possible place of a class; `_decide` computes them."""
        raise NotImplementedError

    def kinds(self, of: ClassOf, at: At) -> str:
        """Give the name of the possible values of a decision table, as a mask; `_decide` computes it."""
        raise NotImplementedError


def group(test: str) -> str:
    return test if _ATOM.match(test) else f"({test})"


def _step_down(name: str, place: str, above: str, emitter: ValueEmitter) -> str:
    """Write the way from the group `name`, which stands at `above`, down to `place`.

    It goes through a regulation's table where there is one.
    """
    parts = place[len(above) :].strip(".").split(".")
    if parts == [""]:
        return name
    table = emitter.tables.get(f"{above}.{parts[0]}" if above else parts[0])
    if table is None:
        return ".".join([name, *parts])
    empty = emitter.constant(table.nothing(), ("nothing", table.at))
    return ".".join([f"{name}.extensions.get({parts[0]!r}, {empty})", *parts[1:]])


def wordings(node: t.Named) -> list[tuple[Any, t.Node]]:
    return [(None, node.item), *node.since]


def _calculation(node: t.Node, values: list[str]) -> str:
    match node:
        case t.Arithmetic(op=op):
            return f"{values[0]} {op} {values[1]}"
        case t.Shift(unit=unit, sign=sign):
            return f"shifted({values[0]}, {unit!r}, {'-' if sign < 0 else ''}{values[1]})"
        case t.DaysBetween():
            return f"({values[1]} - {values[0]}).days"
        case t.Extreme(op=op):
            return f"{'max' if op == 'greatest' else 'min'}({', '.join(values)})"
    raise TypeError(f"no value: {node!r}")  # pragma: no cover - `_check` admits no other node
