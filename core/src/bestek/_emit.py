"""Write expressions as plain Python: two tests for each condition, "certainly true" and "certainly false".

Both tests are None-safe, so at run time there is no third value. Facts, definitions and what several
expressions share become variables (`v1`, `v2`, …) that are computed once; `_decide` places them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import Any

import attrs

from . import _tree as t
from ._check import kind_of
from ._law import Time, in_force
from ._program import Program
from ._values import closed_list, order_of, shifted
from .classes import ClassOf
from .facts import OTHERS, DatedKind, FlagKind, Kind, ScaleKind
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


class Emitter:
    """Writes the expressions of one program. `lines` holds what computes each variable, in the order of need."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.lines: dict[str, list[str]] = {}
        self.tables = {group.at: group for regulation in program.regulations for group in regulation.facts}
        self.constants: dict[str, Any] = {"shifted": shifted, "date": date, "extreme": extreme, "member": member}
        self._names: dict[object, str] = {}
        self._constant_names: dict[object, str] = {}
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
                instead = f"True if {_group(tests[0])} else False if {_group(tests[1])} else None"
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
                wordings = [(day, self.value(item, at)) for day, item in _wordings(node)]
                return self._shared("named", node, at, self._wording_value(wordings, at))
            case t.Lookup():
                return self._shared("lookup", node, at, f"{self._table(node)}[{self._keys(node, at)}][0]")
            case t.Extreme(op=op, items=items) if isinstance(kind_of(node), ScaleKind):
                values = self.constant(_by_mask(kind_of(node).values))
                return self._shared("extreme", node, at, f"{values}[{self.mask(node, at)}]")
            case t.ClassRef(of=of):
                if of.on_scale:
                    low, high = self.level(of)
                    known = self.constant(order_of(of))
                    return self._shared("class", node, at, f"{known}[{low}] if {low} == {high} != -1 else None")
                return self._shared("class", node, at, f"{self.constant(_by_mask(of.kind.values))}[{self.kinds(of)}]")
        values = [self.value(part, at) for part in node.parts()]
        known = all_of(*(self._known(value) for value in values))
        return self._shared("value", node, at, _calculation(node, values) if known == ALWAYS else f"{_calculation(node, values)} if {known} else None")

    @staticmethod
    def _known(value: str) -> str:
        if value == "None":
            return NEVER
        never_none = value == "on" or not re.match(r"[v(LseF]", value)
        return ALWAYS if never_none else f"{value} is not None"

    def _param(self, node: t.ParamRef, at: At) -> str:
        parameter = node.parameter
        if parameter.id in self.program.given:
            return self._constant_value(self.program.given[parameter.id])
        if not parameter.values:
            return "None"
        if at.time == "today":
            return self._on_day("on", parameter.values)
        known = self._on_day("L", parameter.values)
        bounds = self.constant(_Possible(parameter.values), ("possible", parameter.id))
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
        same = all_of(*(any_of(f"bound < {self.literal(start)}", f"{value} == {wordings[0][1]}") for start, value in wordings[1:]))
        return f"({code}) if L is not None else {wordings[0][1]} if {same} else None"

    def _keys(self, node: t.Lookup, at: At) -> str:
        keys = [self.mask(key, at) for key in node.keys]
        return keys[0] if len(keys) == 1 else f"({', '.join(keys)})"

    def _table(self, node: t.Lookup) -> str:
        key = ("table", node.rows, tuple(kind_of(key).key for key in node.keys), kind_of(node).key)
        return self.constant(_Table(node), key)

    # Sets of possible values, as the bits of a number -----------------------------------------------------

    def mask(self, node: t.Node, at: At, of: Kind | None = None) -> str:
        """Write which values of a closed list an expression may still have.

        Bit n is value n; for a class on a scale, and for a table, the bit beyond the last value is "none". `of`
        is the kind of a constant.
        """
        kind = of if isinstance(node, t.Const) and of is not None else kind_of(node)
        if isinstance(kind, FlagKind):
            return self._shared("mask", node, at, f"1 if {_group(self.true(node, at))} else 2 if {_group(self.false(node, at))} else 3")
        values = closed_list(kind)
        match node:
            case t.Const(value=value):
                return str(1 << values.index(value))
            case t.Extreme(op=op, items=items):
                masks = ", ".join(self.mask(item, at, kind) for item in items)
                return self._shared("mask", node, at, f"extreme({op == 'greatest'}, {len(values)}, ({masks},))")
            case t.Lookup():
                return self._shared("mask", node, at, f"{self._table(node)}[{self._keys(node, at)}][1]")
            case t.ClassRef(of=of):
                if not of.on_scale:
                    return self.kinds(of)
                low, high = self.level(of)
                return self._shared("mask", node, at, f"{self.constant(_Levels(of), ('levels', of.id))}[{low}, {high}]")
        bits = self.constant({value: 1 << place for place, value in enumerate(values)}, ("bits", values))
        return self._shared("mask", node, at, f"{bits}.get({self.value(node, at)}, {(1 << len(values)) - 1})")

    def level(self, of: ClassOf) -> tuple[str, str]:
        """Give the names of the certain and the still possible place of a class; `_decide` computes them."""
        raise NotImplementedError

    def kinds(self, of: ClassOf) -> str:
        """Give the name of the possible values of a decision table, as a mask; `_decide` computes it."""
        raise NotImplementedError

    # Conditions -------------------------------------------------------------------------------------------

    def true(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly true."""
        return self._test(node, at, True)

    def false(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly false."""
        return self._test(node, at, False)

    def _test(self, node: t.Node, at: At, wanted: bool) -> str:
        match node:
            case t.Const(value=value):
                return ALWAYS if bool(value) is wanted else NEVER
            case t.And(items=items):
                return (all_of if wanted else any_of)(*(self._test(item, at, wanted) for item in items))
            case t.Or(items=items):
                return (any_of if wanted else all_of)(*(self._test(item, at, wanted) for item in items))
            case t.Not(item=item):
                return self._test(item, at, not wanted)
            case t.Exists(fact=fact):
                held = self.fact(fact, at)
                return NEVER if held == "None" else held if wanted else f"{held} is False"
            case t.Named():
                return self._named(node, at, wanted)
            case t.Compare():
                return self._compare(node, at, wanted)
            case t.In(item=item, group=group):
                return self._is_in(item, group, at, wanted)
            case t.Intersects(some=some, group=group):
                return self._intersects(self.value(some, at), group, at, wanted)
            case t.Within(some=some, group=group):
                return self._within(self.value(some, at), group, at, wanted)
            case t.Each():
                return self._each(node, at, wanted)
        value = self.value(node, at)  # a yes/no fact, parameter or table
        if value in ("None", "True", "False"):
            return ALWAYS if value == str(wanted) else NEVER
        return value if wanted else f"{value} is False"

    def _named(self, node: t.Named, at: At, wanted: bool) -> str:
        tests = [(day, self._test(item, at, wanted)) for day, item in _wordings(node)]
        code = tests[0][1]
        if len(tests) > 1:
            day = "on" if at.time == "today" else "L"
            for start, test in tests[1:]:
                code = f"{_group(test)} if {self.literal(start)} <= {day} else {_group(code)}"
            if day == "L":
                every = all_of(tests[0][1], *(any_of(f"bound < {self.literal(start)}", test) for start, test in tests[1:]))
                code = f"({code}) if L is not None else {_group(every)}"
        if code in (ALWAYS, NEVER):
            return code
        return self._shared(f"is {wanted}", node, at, code)

    def _compare(self, node: t.Compare, at: At, wanted: bool) -> str:
        op, left, right = node.op, node.left, node.right
        if isinstance(right, t.ClassRef) and not isinstance(left, t.ClassRef):
            op, left, right = t.MIRRORED[op], right, left
        if isinstance(left, t.ClassRef):
            return self._compare_class(op, left.of, right, at, wanted)
        one, other = self.value(left, at), self.value(right, at)
        known = all_of(self._known(one), self._known(other))
        if known == NEVER:
            return NEVER
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        op = op if wanted else t.NEGATED[op]
        if isinstance(kind, ScaleKind) and op not in ("==", "!="):
            return self._compare_scale(kind, op, left, right, one, other, known)
        if op == "==" and isinstance(right, t.Const):
            return f"{one} == {other}"
        return all_of(known, f"{one} {op} {other}")

    def _compare_scale(self, kind: ScaleKind, op: t.Operator, left: t.Node, right: t.Node, one: str, other: str, known: str) -> str:
        if isinstance(left, t.Const):
            op, left, right, one, other = t.MIRRORED[op], right, left, other, one
        if isinstance(right, t.Const):
            there = kind.rank[right.value]
            keep = {"<": range(there), "<=": range(there + 1), ">": range(there + 1, len(kind.values)), ">=": range(there, len(kind.values))}
            return f"{one} in {self.set(kind.values[place] for place in keep[op])}"
        ranks = self.constant(dict(kind.rank), ("ranks", kind.values))
        return all_of(known, f"{ranks}[{one}] {op} {ranks}[{other}]")

    def _compare_class(self, op: t.Operator, of: ClassOf, right: t.Node, at: At, wanted: bool) -> str:
        if not of.on_scale:
            return self._compare_kinds(op, of, right, at, wanted)
        low, high = self.level(of)
        known = []
        if of.counts == "lowest":
            op = t.MIRRORED[op]
            known.append(f"{low} >= 0")
        if isinstance(right, t.ClassRef):
            low_2, high_2 = self.level(right.of)
            known += [f"{low_2} >= 0"] if right.of.counts == "lowest" else []
        else:
            order = order_of(of)
            if isinstance(right, t.Const):
                low_2 = high_2 = str(order.index(right.value))
            else:
                ranks = self.constant({level: place for place, level in enumerate(order)}, ("order", order))
                low_2 = high_2 = self._shared(f"rank {of.counts}", right, at, f"{ranks}.get({self.value(right, at)})")
                known.append(self._known(low_2))
        tests = {
            "<": f"{high} < {low_2}",
            "<=": f"{high} <= {low_2}",
            ">": f"{low} > {high_2}",
            ">=": f"{low} >= {high_2}",
            "==": f"{low} == {high} == {low_2}" + ("" if low_2 == high_2 else f" == {high_2}"),
            "!=": f"({high} < {low_2} or {low} > {high_2})",
        }
        return all_of(*known, tests[op if wanted else t.NEGATED[op]])

    def _compare_kinds(self, op: t.Operator, of: ClassOf, right: t.Node, at: At, wanted: bool) -> str:
        found, other = self.kinds(of), self.mask(right, at, of.kind)
        same = (op == "==") is wanted
        if same:  # both certain, and the same
            return f"{found} == {other} and not {found} & ({found} - 1) and {found}"
        if isinstance(right, t.ClassRef):
            return f"{found} and {other} and not {found} & {other}"
        return all_of(self._known(self.value(right, at)), found, f"not {found} & {other}")

    def _sets(self, group: t.Node, at: At) -> tuple[frozenset[str], list[str]]:
        """Give the constant members of a set and the names of its parts that are no constant."""
        items = group.items if isinstance(group, t.Union) else (group,)
        constant = frozenset().union(*(item.value for item in items if isinstance(item, t.Const)))
        return constant, [self.value(item, at) for item in items if not isinstance(item, t.Const)]

    def _is_in(self, item: t.Node, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if isinstance(item, t.ClassRef):
            values = self.constant((*item.of.kind.values, None))
            sets = f"({self.set(constant)}, {''.join(f'{other}, ' for other in others)})"
            return f"member({self.mask(item, at)}, {values}, {sets}) is {wanted}"
        value = self.value(item, at)
        if value == "None":
            return NEVER
        known = [f"{other} is not None" for other in others]
        if wanted:
            tests = [f"{value} in {self.set(constant)}"] if constant else []
            return any_of(*tests, *(all_of(test, f"{value} in {other}") for test, other in zip(known, others, strict=True)))
        outside = [f"{value} not in {self.set(constant)}"] if constant else []
        for test, other in zip(known, others, strict=True):
            outside += [test, f"{value} not in {other}", f"{OTHERS!r} not in {other}"]
        return all_of(self._known(value), *outside)

    def _intersects(self, some: str, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if not constant and not others:
            return NEVER if wanted else ALWAYS
        if some == "None":
            return NEVER
        known = [f"{other} is not None" for other in others]
        if wanted:
            tests = [f"not {some}.isdisjoint({self.set(constant)})"] if constant else []
            for test, other in zip(known, others, strict=True):
                tests.append(all_of(test, f"not ({some} - {self.set({OTHERS})}).isdisjoint({other})"))
            return all_of(f"{some} is not None", any_of(*tests))
        apart = [f"{some}.isdisjoint({self.set(constant)})"] if constant else []
        for test, other in zip(known, others, strict=True):
            apart += [test, f"{some}.isdisjoint({other})", f"{OTHERS!r} not in {other}"]
        complete = all_of(f"{OTHERS!r} not in {some}", *apart)
        empty_group = all_of(*(f"{test} and not {other}" for test, other in zip(known, others, strict=True))) if others and not constant else NEVER
        return any_of(empty_group, all_of(f"{some} is not None", any_of(f"not {some}", complete)))

    def _within(self, some: str, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if some == "None":
            return NEVER
        certain = " | ".join([self.set(constant), *(f"({other} or {self.set(())})" for other in others)]) if others else self.set(constant)
        if wanted:
            inside = f"{some} <= {certain}" if not others else f"{some} <= ({certain}) - {self.set({OTHERS})}"
            return all_of(f"{some} is not None", inside)
        if not others:
            return all_of(f"{some} is not None", f"not {some} <= {self.set(constant | {OTHERS})}")
        known = [test for other in others for test in (f"{other} is not None", f"{OTHERS!r} not in {other}")]
        return all_of(f"{some} is not None", *known, f"not {some} - {self.set({OTHERS})} <= ({certain})")

    def _each(self, node: t.Each, at: At, wanted: bool) -> str:
        """Lists are walked once for both tests: a variable for "true", one for "false"."""
        timed, follows, _ = self.depends(node)
        key = (node, at.time if timed else None, at.settled and follows)
        owner = self.group(node.list.owner, at)
        name = f"e{len(at.members)}"
        inner = At(at.time, at.settled, {**at.members, f"{node.list.path}[]": name})
        is_true, is_false = self.true(node.item, inner), self.false(node.item, inner)
        complete = f"{node.list.name}_complete"
        all_known = f"({owner}.{complete} is True or not {{list}})" if complete in node.list.owner.facts else "not {list}"
        if self._inside(node, at):  # a list inside a list: no room for a loop of its own
            members = f"{owner}.{node.list.name}"
            found, none = (is_true, is_false) if (node.op == "any") else (is_false, is_true)
            if wanted is (node.op == "any"):
                return f"any({found} for {name} in {members} or ())"
            return f"({members} is not None and {all_known.format(list=members)} and all({none} for {name} in {members}))"
        items = self.variable(("list", node.list.owner.at, node.list.name), f"{{}} = {owner}.{node.list.name}")
        stop, go_on = (is_true, is_false) if node.op == "any" else (is_false, is_true)
        stopped = self.variable(
            ("each", *key),
            f"{{}} = None if {items} is None else False if {all_known.format(list=items)} else None",
            f"for {name} in {items} or ():",
            f"    if {stop}:",
            "        {} = True",
            "        break",
            *([] if go_on == ALWAYS else [f"    if {{}} is False and not ({go_on}):", "        {} = None"]),
        )
        return f"{stopped} is {wanted is (node.op == 'any')}"


def _group(test: str) -> str:
    return test if _ATOM.match(test) else f"({test})"


def _step_down(name: str, place: str, above: str, emitter: Emitter) -> str:
    """Write the way from the group `name`, which stands at `above`, down to `place`; through a regulation's table
    where there is one."""
    parts = place[len(above) :].strip(".").split(".")
    if parts == [""]:
        return name
    table = emitter.tables.get(f"{above}.{parts[0]}" if above else parts[0])
    if table is None:
        return ".".join([name, *parts])
    empty = emitter.constant(table.nothing(), ("nothing", table.at))
    return ".".join([f"{name}.extensions.get({parts[0]!r}, {empty})", *parts[1:]])


def _wordings(node: t.Named) -> list[tuple[Any, t.Node]]:
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


# What the written code calls ------------------------------------------------------------------------------


def extreme(greatest: bool, count: int, masks: tuple[int, ...]) -> int:
    """Give the possible greatest or least of several sets of possible places."""
    masks = tuple(mask & ((1 << count) - 1) for mask in masks)
    if not all(masks):
        return (1 << count) - 1
    lows = [(mask & -mask).bit_length() - 1 for mask in masks]
    highs = [mask.bit_length() - 1 for mask in masks]
    low, high = (max(lows), max(highs)) if greatest else (min(lows), min(highs))
    every = 0
    for mask in masks:
        every |= mask
    return every & ((1 << (high + 1)) - 1) & ~((1 << low) - 1)


def member(mask: int, values: tuple[str | None, ...], sets: tuple[frozenset[str] | None, ...]) -> bool | None:
    """Tell whether every value that a class may have is in a set, or none is."""
    complete = all(found is not None and OTHERS not in found for found in sets)
    certain = frozenset().union(*(found for found in sets if found is not None))
    possible = [value for place, value in enumerate(values) if mask >> place & 1]
    answers = {None if value is None else value in certain or (False if complete else None) for value in possible}
    return answers.pop() if len(answers) == 1 else None


class _Table(dict[Any, tuple[Any, int]]):
    """What a table gives for masks of keys: the settled value, and the mask of what it may give. Filled on need."""

    def __init__(self, node: t.Lookup) -> None:
        super().__init__()
        self.rows = dict(node.rows)
        self.keys_of = [(True, False) if isinstance(kind_of(key), FlagKind) else _with_none(key) for key in node.keys]
        kind = kind_of(node)
        self.bits = {value: 1 << place for place, value in enumerate(closed_list(kind) or (True, False))}
        self.none = 1 << len(self.bits)

    def __missing__(self, key: Any) -> tuple[Any, int]:
        masks = key if isinstance(key, tuple) else (key,)
        possible = [
            [value for place, value in enumerate(values) if mask >> place & 1]
            for mask, values in zip(masks, self.keys_of, strict=True)
        ]
        found = {self.rows.get(keys) for keys in product(*possible)}
        settled = next(iter(found)) if len(found) == 1 else None
        mask = 0
        for value in found:
            mask |= self.none if value is None else self.bits.get(value, 0)
        self[key] = settled, mask
        return self[key]


def _with_none(key: t.Node) -> tuple[str | None, ...]:
    if isinstance(key, t.ClassRef) and key.of.on_scale:
        return (*key.of.kind.values, None)
    return closed_list(kind_of(key))


class _Levels(dict[tuple[int, int], int]):
    """The mask of the levels from one place to another, in the order of the scale; beyond the last bit: no level."""

    def __init__(self, of: ClassOf) -> None:
        super().__init__()
        self.places = {level: place for place, level in enumerate(of.kind.values)}
        self.order = order_of(of)

    def __missing__(self, key: tuple[int, int]) -> int:
        low, high = key
        mask = 0
        for place in range(low, high + 1):
            mask |= 1 << (len(self.order) if place < 0 else self.places[self.order[place]])
        self[key] = mask
        return mask


class _by_mask(dict[int, Any]):  # noqa: N801 - reads as a function where it is used
    """The one value of a mask, or None where there are several."""

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__({1 << place: value for place, value in enumerate(values)})

    def __missing__(self, key: int) -> Any:
        return None

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted(self.items())))


class _Possible(dict[date, Any]):
    """The one value that a parameter may have had up to a day, or None. Filled on need."""

    def __init__(self, values: Any) -> None:
        super().__init__()
        self.dated = values

    def __missing__(self, bound: date) -> Any:
        possible = [one.value for one in self.dated if in_force(one.start, one.end, None, bound) is not False]
        same = bool(possible) and all(value == possible[0] for value in possible)
        self[bound] = possible[0] if same else None
        return self[bound]
