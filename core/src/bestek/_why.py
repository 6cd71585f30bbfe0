"""Why a condition holds: its truth with the facts that decide it, and no others; or what is missing to decide it.

Each expression is made into a chain of small functions on first need. For an "and" that failed they give the
failing part, for an "or" that held the holding part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from . import _tree as t
from ._check import kind_of
from ._evaluate import places_of
from ._judge import negated
from ._kinds import OTHERS, DatedKind, FlagKind, Kind, ScaleKind
from ._law import Days, param_value
from ._outcome import Decided
from ._program import Program
from ._values import ORDER, Members, closed_list, computed, intersects, is_member, order_of, within
from .classes import ClassOf
from .group import Group
from .procurement import Procurement
from .vocabulary import Supplier


class Reason(NamedTuple):
    """A fact that decided, at its path, with its value; `instead_of` names the path it stands in for."""

    path: str
    value: Any
    fact: Any = None
    stands_in: str | None = None


class Why(NamedTuple):
    """The truth of a condition, the facts that decide it, and where it is not known those that still matter."""

    truth: bool | None
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


class Found(NamedTuple):
    """The value of an expression (None: not known), the facts it comes from, and those that it lacks."""

    value: Any
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()


class Standing(NamedTuple):
    """Where a class stands, as places in its order of strictness (-1: no level): certain and still possible.

    `best` are the facts that gave the certain level, `every` all that were weighed, `proposed` the strictest
    level that a row proposes.
    """

    low: int
    high: int
    sure: bool = False
    best: tuple[Reason, ...] = ()
    every: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    proposed: int | None = None


class _Side(NamedTuple):
    """One side of a comparison with a class: what it may be, what it may be going by `best` alone, and why."""

    places: list[Any]
    at_least: list[Any]
    best: tuple[Reason, ...]
    every: tuple[Reason, ...]
    missing: tuple[str, ...]


Condition = Callable[["Place"], Why]
Value = Callable[["Place"], Found]

SURELY, NEVER = Why(True), Why(False)


class Place:
    """Where an explanation stands: the groups and their paths, one subject, and what was decided for it."""

    __slots__ = ("days", "decided", "file", "here", "memo", "paths", "program", "supplier")

    def __init__(
        self,
        program: Program,
        file: Procurement,
        days: Days,
        decided: Decided,
        supplier: Supplier | None,
        path: str | None,
    ) -> None:
        self.program = program
        self.file = file
        self.days = days
        self.decided = decided
        self.supplier = supplier
        self.here: dict[str, Group] = dict(places_of(file.facts))
        self.paths: dict[str, str] = {"": ""}
        self.memo: dict[object, Any] = {}
        if supplier is not None:
            self.here.update(places_of(supplier))
            self.paths["suppliers[]"] = path or "supplier"

    def inside(self, at: str, member: Group, path: str) -> Place:
        """Give the same place, standing at a member of a list."""
        inner = Place.__new__(Place)
        for name in Place.__slots__:
            setattr(inner, name, getattr(self, name))
        inner.here = {**self.here, **dict(places_of(member))}
        inner.paths = {**self.paths, at: path}
        inner.memo = {}
        return inner

    def path_of(self, path: str) -> str:
        """Write a path such as `suppliers[].country` with the places of this subject."""
        if "[]" not in path:
            return path
        at, _, rest = path.rpartition("[]")
        return self.paths[f"{at}[]"] + rest


def all_of(whys: Iterable[Why], *, stop: bool = False) -> Why:
    """What an "and" comes to (with `stop`, an "or"): the first part that decides it is the reason; else all parts are."""
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    unknown = False
    for why in whys:
        truth, because, lacks = why
        if truth is stop:
            return why
        if truth is None:
            unknown = True
            missing += lacks
        else:
            reasons += because
    return Why(None, (), missing) if unknown else Why(not stop, reasons)


class WhyReader:
    """Explains conditions and values of one program. Functions are made on first need and kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._conditions: dict[tuple[t.Node, str], Condition] = {}
        self._values: dict[tuple[t.Node, str], Value] = {}

    def level(self, of: ClassOf, place: Place) -> Standing:
        """Give where a class stands on its scale, and why."""
        raise NotImplementedError

    def class_values(self, of: ClassOf, place: Place) -> tuple[frozenset[str], Found]:
        """Give what a decision table may come to, why, and what is missing."""
        raise NotImplementedError

    # Conditions -------------------------------------------------------------------------------------------

    def condition(self, node: t.Node, time: str) -> Condition:
        """Give the function that explains a condition."""
        key = (node, time)
        if key not in self._conditions:
            self._conditions[key] = self._condition(node, time)
        return self._conditions[key]

    def _condition(self, node: t.Node, time: Any) -> Condition:
        match node:
            case t.Const(value=value):
                constant = Why(bool(value))
                return lambda place: constant
            case t.And(items=items):
                return _joined([self.condition(item, time) for item in items], stop=False)
            case t.Or(items=items):
                return _joined([self.condition(item, time) for item in items], stop=True)
            case t.Not(item=item):
                inner = self.condition(item, time)
                return lambda place: _flipped(inner(place))
            case t.Exists(fact=fact):
                held = self._fact(fact)
                return lambda place: _exists(held(place))
            case t.Compare(op=op, left=left, right=right):
                return self._comparison(op, left, right, time)
            case t.In(item=item, group=group):
                return self._membership(item, group, time)
            case t.Intersects(some=some, group=group):
                return self._of_sets(some, group, time, intersects)
            case t.Within(some=some, group=group):
                return self._of_sets(some, group, time, within)
            case t.Each():
                return self._each(node, time)
            case t.Named():
                return self._remembered(node, time, self._wording(node, time, self.condition, _same_truth))
        found = self.value(node, time)
        return lambda place: _as_truth(found(place))

    @staticmethod
    def _remembered(node: t.Node, time: str, make: Callable[[Place], Any]) -> Callable[[Place], Any]:
        key = (node, time)

        def remembered(place: Place) -> Any:
            if key not in place.memo:
                place.memo[key] = make(place)
            return place.memo[key]

        return remembered

    @staticmethod
    def _wording(
        node: t.Named, time: Any, reader: Callable[[t.Node, str], Any], same: Callable[[list[Any]], Any]
    ) -> Any:
        """Read the wording of a definition that governs the rule; where its day is not known, those that may."""
        readers = {wording: reader(wording, time) for wording in node.parts()}
        if len(readers) == 1:
            return readers[node.item]
        return lambda place: same([readers[wording](place) for wording in _governing(node, time, place)])

    def _comparison(self, op: str, left: t.Node, right: t.Node, time: str) -> Condition:
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        if isinstance(left, t.ClassRef) or isinstance(right, t.ClassRef):
            return self._class_comparison(op, left, right, kind, time)
        first, second, compare = self.value(left, time), self.value(right, time), ORDER[op]
        rank = kind.rank if isinstance(kind, ScaleKind) else None

        def explain(place: Place) -> Why:
            one, other = first(place), second(place)
            if one.value is None or other.value is None:
                return Why(None, (), one.missing + other.missing)
            values = (rank[one.value], rank[other.value]) if rank else (one.value, other.value)
            return Why(compare(*values), one.reasons + other.reasons)

        return explain

    def _class_comparison(self, op: str, left: t.Node, right: t.Node, kind: Kind, time: str) -> Condition:
        sides = [self._standing(side, kind, time) for side in (left, right)]
        compare = ORDER[op]

        def answer(one: list[Any], other: list[Any]) -> bool | None:
            answers = {None if None in pair else compare(*pair) for pair in product(one, other)}
            return answers.pop() if len(answers) == 1 else None

        def explain(place: Place) -> Why:
            one, other = (side(place) for side in sides)
            truth = answer(one.places, other.places)
            if truth is None:
                return Why(None, (), once(one.missing + other.missing))
            if answer(one.at_least, other.at_least) is truth:  # what gave the certain level is enough
                return Why(truth, once(one.best + other.best))
            return Why(truth, once(one.every + other.every))

        return explain

    def _standing(self, node: t.Node, kind: Kind, time: str) -> Callable[[Place], _Side]:
        """Read one side of a comparison with a class: what it may be, as `_interpret` has it, and why."""
        if isinstance(node, t.ClassRef) and node.of.on_scale:
            of, top = node.of, len(kind.values) - 1

            def on_scale(place: Place) -> _Side:
                state = self.level(of, place)
                places: list[Any] = list(range(state.low, top + 1))
                if of.counts == "lowest":
                    places = [None if rank == -1 else top - rank for rank in places]
                return _Side(places[: state.high - state.low + 1], places, state.best, state.every, state.missing)

            return on_scale
        if isinstance(node, t.ClassRef):
            of = node.of

            def in_table(place: Place) -> _Side:
                values, found = self.class_values(of, place)
                possible: list[Any] = sorted(values) or [None]
                return _Side(possible, possible, found.reasons, found.reasons, found.missing)

            return in_table
        reader = self.value(node, time)

        def plain(place: Place) -> _Side:
            found = reader(place)
            held = [kind.rank[found.value] if isinstance(kind, ScaleKind) and found.value is not None else found.value]
            return _Side(held, held, found.reasons, found.reasons, found.missing)

        return plain

    def _membership(self, item: t.Node, group: t.Node, time: str) -> Condition:
        inner, members = self.value(item, time), self._set(group, time)
        if isinstance(item, t.ClassRef):
            node = item

            def of_class(place: Place) -> Why:
                group_found, found = members(place)
                possible = self._possible(node, time, place) or {None}
                answers = {None if value is None else is_member(value, group_found) for value in possible}
                held = inner(place)
                if len(answers) != 1 or None in answers:
                    return Why(None, (), once(held.missing + found.missing))
                return Why(answers.pop(), held.reasons)

            return of_class

        def explain(place: Place) -> Why:
            held, (group_found, found) = inner(place), members(place)
            truth = None if held.value is None else is_member(held.value, group_found)
            return Why(None, (), held.missing + found.missing) if truth is None else Why(truth, held.reasons)

        return explain

    def _of_sets(self, some: t.Node, group: t.Node, time: str, test: Callable[[Any, Any], bool | None]) -> Condition:
        first, second = self._set(some, time), self._set(group, time)

        def explain(place: Place) -> Why:
            (one, one_found), (other, other_found) = first(place), second(place)
            truth = test(one, other)
            if truth is None:
                return Why(None, (), one_found.missing + other_found.missing)
            return Why(truth, one_found.reasons)

        return explain

    def _each(self, node: t.Each, time: str) -> Condition:
        of, stop = node.list, node.op == "any"
        item = self.condition(node.item, time)
        at, complete_name = f"{of.path}[]", f"{of.name}_complete"
        can_be_complete = complete_name in of.owner.facts

        def explain(place: Place) -> Why:
            owner, path = place.here.get(of.owner.at), place.path_of(of.path)
            members = getattr(owner, of.name) if owner is not None else None
            if members is None:
                return Why(None, (), (path,))
            found = all_of(
                (item(place.inside(at, member, f"{path}[{number}]")) for number, member in enumerate(members)),
                stop=stop,
            )
            if found.truth is stop:
                return found
            complete = path[: -len(of.name)] + complete_name
            if members and getattr(owner, complete_name, None) is not True:
                return Why(None, (), once((*found.missing, complete if can_be_complete else path)))
            if found.truth is None:
                return found._replace(missing=once(found.missing))
            if not members:
                return Why(not stop, (Reason(path, 0, of),))
            return Why(not stop, once((*found.reasons, Reason(complete, True, of.owner.facts[complete_name]))))

        return explain

    # Values -----------------------------------------------------------------------------------------------

    def value(self, node: t.Node, time: str) -> Value:
        """Give the function that finds a value and the facts it comes from."""
        key = (node, time)
        if key not in self._values:
            self._values[key] = self._value(node, time)
        return self._values[key]

    def _value(self, node: t.Node, time: Any) -> Value:
        match node:
            case t.Const(value=value):
                constant = Found(value)
                return lambda place: constant
            case t.Today():
                return lambda place: Found(place.days.today)
            case t.Launched():
                return self.launched
            case t.FactRef(fact=fact):
                held = self._fact(fact)
                return (lambda place: _day_of(held(place))) if isinstance(fact.kind, DatedKind) else held
            case t.ParamRef(parameter=parameter):
                return lambda place: self._param(parameter, time, place)
            case t.Named():
                return self._remembered(node, time, self._wording(node, time, self.value, _same_value))
            case t.ClassRef(of=of):
                return lambda place: self._class_value(of, time, place)
            case t.Lookup() | t.Extreme() if isinstance(node, t.Lookup) or isinstance(kind_of(node), ScaleKind):
                parts = [self._key(part, time) for part in node.parts()]
                return lambda place: self._settled(node, time, parts, place)
        parts = [self.value(part, time) for part in node.parts()]

        def compute(place: Place) -> Found:
            found = [part(place) for part in parts]
            if any(one.value is None for one in found):
                return Found(None, (), tuple(path for one in found for path in one.missing))
            return Found(computed(node, [one.value for one in found]), tuple(r for one in found for r in one.reasons))

        return compute

    def _key(self, node: t.Node, time: str) -> Value:
        """Read a key of a table: a value, or the truth of a yes/no."""
        if not isinstance(kind_of(node), FlagKind):
            return self.value(node, time)
        condition = self.condition(node, time)
        return lambda place: Found(*condition(place))

    def _fact(self, fact: Any) -> Value:
        at, name = fact.owner.at, fact.name
        instead = None if fact.stands_in is None else self._key(fact.stands_in.node, "launch")

        def held(place: Place) -> Found:
            group = place.here.get(at)
            value = getattr(group, name) if group is not None else None
            path = place.path_of(fact.path)
            if value is not None:
                lacks = (path,) if isinstance(value, frozenset) and OTHERS in value else ()
                return Found(value, (Reason(path, value, fact),), lacks)
            if instead is None:
                return Found(None, (), (path,))
            found = instead(place)
            if found.value is None:
                return Found(None, (), (path, *found.missing))
            from_where = found.reasons[0].path if found.reasons else None
            return Found(found.value, (Reason(path, found.value, fact, from_where), *found.reasons))

        return held

    @staticmethod
    def launched(place: Place) -> Found:
        procedure = place.file.facts.procedure
        if procedure.launched_on is not None:
            fact = type(procedure).facts["launched_on"]
            return Found(procedure.launched_on, (Reason("procedure.launched_on", procedure.launched_on, fact),))
        if place.days.launch is not None:
            return Found(
                place.days.launch, (Reason("procedure.stage", procedure.stage, type(procedure).facts["stage"]),)
            )
        return Found(None, (), ("procedure.launched_on",))

    def _param(self, parameter: Any, time: Any, place: Place) -> Found:
        value = param_value(parameter, place.days, time, self.program.given)
        if value is not None:
            lacks = (f"parameters.{parameter.id}",) if isinstance(value, frozenset) and OTHERS in value else ()
            return Found(value, (), lacks)
        day_unknown = time == "launch" and place.days.launch is None and bool(parameter.values)
        return Found(None, (), ("procedure.launched_on" if day_unknown else f"parameters.{parameter.id}",))

    def _class_value(self, of: ClassOf, time: str, place: Place) -> Found:
        if of.on_scale:
            state = self.level(of, place)
            settled = order_of(of)[state.low] if state.low == state.high != -1 else None
            return Found(settled, state.every, state.missing)
        values, found = self.class_values(of, place)
        return found._replace(value=next(iter(values)) if len(values) == 1 else None)

    def _settled(self, node: t.Node, time: str, parts: list[Value], place: Place) -> Found:
        found = [part(place) for part in parts]
        outcomes = self._outcomes(node, time, place)
        if len(outcomes) == 1 and None not in outcomes:
            return Found(next(iter(outcomes)), tuple(reason for one in found for reason in one.reasons))
        missing = tuple(path for one in found for path in one.missing)
        return Found(None, () if missing else tuple(reason for one in found for reason in one.reasons), missing)

    def _outcomes(self, node: t.Node, time: str, place: Place) -> frozenset[Any]:
        """Give what a value of a closed list may be; None among it where a table has no row for this file."""
        if isinstance(node, t.Named):
            return frozenset().union(*(self._outcomes(one, time, place) for one in _governing(node, time, place)))
        if isinstance(node, t.Lookup):
            rows = dict(node.rows)
            return frozenset(rows.get(key) for key in product(*(self._possible(key, time, place) for key in node.keys)))
        return self._possible(node, time, place)

    def _possible(self, node: t.Node, time: str, place: Place) -> frozenset[Any]:
        kind = kind_of(node)
        if isinstance(node, t.Named) and not isinstance(kind, FlagKind):
            return frozenset().union(*(self._possible(one, time, place) for one in _governing(node, time, place)))
        if isinstance(node, t.ClassRef):
            if not node.of.on_scale:
                return self.class_values(node.of, place)[0]
            state, order = self.level(node.of, place), order_of(node.of)
            return frozenset(order[rank] if rank >= 0 else None for rank in range(state.low, state.high + 1))
        if isinstance(node, t.Lookup):
            return self._outcomes(node, time, place) - {None}
        if isinstance(node, t.Extreme) and isinstance(kind, ScaleKind):
            ranks = [
                [kind.rank[level] for level in self._possible(item, time, place) if level is not None]
                for item in node.items
            ]
            if not all(ranks):
                return frozenset(kind.values)
            choose = max if node.op == "greatest" else min
            low, high = choose(min(rank) for rank in ranks), choose(max(rank) for rank in ranks)
            return frozenset(kind.values[one] for rank in ranks for one in rank if low <= one <= high)
        if isinstance(kind, FlagKind):
            truth = self.condition(node, time)(place).truth
            return frozenset({True, False} if truth is None else {truth})
        found = self.value(node, time)(place).value
        return frozenset(closed_list(kind) if found is None else {found})

    def _set(self, node: t.Node, time: str) -> Callable[[Place], tuple[Members, Found]]:
        readers = [self.value(item, time) for item in (node.items if isinstance(node, t.Union) else (node,))]

        def read(place: Place) -> tuple[Members, Found]:
            found = [reader(place) for reader in readers]
            certain: frozenset[str] = frozenset().union(*(one.value or () for one in found))
            complete = all(one.value is not None and OTHERS not in one.value for one in found)
            reasons = tuple(reason for one in found for reason in one.reasons)
            return (certain - {OTHERS}, complete), Found(
                certain, reasons, tuple(path for one in found for path in one.missing)
            )

        return read


# Small steps ----------------------------------------------------------------------------------------------


def _joined(items: list[Condition], *, stop: bool) -> Condition:
    return lambda place: all_of((item(place) for item in items), stop=stop)


def once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return items if len(items) < 2 else tuple(dict.fromkeys(items))


def _governing(node: t.Named, time: Any, place: Place) -> list[t.Node]:
    """Give the wording of a definition that governs the rule; where its day is not known, those that may."""
    day = place.days.of(time)
    until = place.days.bound if day is None else day
    wordings = [node.item, *(wording for start, wording in node.since if start <= until)]
    return wordings if day is None else wordings[-1:]


def _flipped(why: Why) -> Why:
    return why._replace(truth=negated(why.truth))


def _exists(found: Found) -> Why:
    return Why(None, (), found.missing) if found.value is None else Why(found.value is not False, found.reasons)


def _day_of(found: Found) -> Found:
    return (
        found
        if isinstance(found.value, date)
        else Found(None, (), found.missing or tuple(r.path for r in found.reasons))
    )


def _as_truth(found: Found) -> Why:
    return Why(None, (), found.missing) if found.value is None else Why(bool(found.value), found.reasons)


def _same_truth(whys: list[Why]) -> Why:
    first = whys[0]
    if all(why.truth is first.truth for why in whys):
        return first
    missing = tuple(path for why in whys for path in why.missing)
    return Why(None, (), once((*missing, "procedure.launched_on")))


def _same_value(found: list[Found]) -> Found:
    first = found[0]
    if all(one.value == first.value for one in found):
        return first
    return Found(None, (), once((*(path for one in found for path in one.missing), "procedure.launched_on")))
