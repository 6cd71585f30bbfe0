"""Why a condition holds: its truth with the facts that decide it, and no others; or what is missing to decide it.

Each expression is made into a chain of small functions on first need. For an "and" that failed they give the
failing part, for an "or" that held the holding part. They pass plain tuples, as explaining is done often.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import product
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from . import _tree as t
from ._check import kind_of
from ._evaluate import places_of
from ._kinds import OTHERS, DatedKind, FlagKind, Kind, ScaleKind
from ._law import Days, param_value
from ._outcome import Decided
from ._program import Program
from ._values import ORDER, Members, closed_list, computed, intersects, is_member, order_of, within
from .classes import ClassOf
from .group import Group
from .procurement import Procurement
from .vocabulary import Procedure, Supplier

# A fact that decided: its path, its value, the fact (or list) itself, and the path of what it stands in for.
Reason: TypeAlias = tuple[str, Any, Any, str | None]
# The truth of a condition, the facts that decide it, and where it is not known those that still matter.
Why: TypeAlias = tuple[bool | None, tuple[Reason, ...], tuple[str, ...]]
# The value of an expression (None: not known), the facts it comes from, and those that it lacks.
Found: TypeAlias = tuple[Any, tuple[Reason, ...], tuple[str, ...]]

SURELY: Why = (True, (), ())
NEVER: Why = (False, (), ())
_LAUNCH, _STAGE = Procedure.facts["launched_on"], Procedure.facts["stage"]


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


class Place:
    """Where an explanation stands: the groups and their paths, one subject, and what was decided for it.

    What was explained already is kept: in `of_file` what depends on no supplier (shared by all places of a file),
    in `of_subject` what depends on one, in `of_member` what depends on the member of a list.
    """

    __slots__ = ("days", "decided", "file", "here", "of_file", "of_member", "of_subject", "paths", "supplier")

    def __init__(self, file: Procurement, days: Days, decided: Decided) -> None:
        self.file = file
        self.days = days
        self.decided = decided
        self.supplier: Supplier | None = None
        self.here: dict[str, Group] = dict(places_of(file.facts))
        self.paths: dict[str, str] = {"": ""}
        self.of_file: dict[object, Any] = {}
        self.of_subject = self.of_member = self.of_file

    def at_supplier(self, supplier: Supplier, path: str, decided: Decided) -> Place:
        """Give the same place, standing at a supplier."""
        inner = self.inside("suppliers[]", supplier, path)
        inner.supplier, inner.decided, inner.of_subject = supplier, decided, inner.of_member
        return inner

    def inside(self, at: str, member: Group, path: str) -> Place:
        """Give the same place, standing at a member of a list."""
        inner = Place.__new__(Place)
        inner.file, inner.days, inner.decided, inner.supplier = self.file, self.days, self.decided, self.supplier
        inner.here = {**self.here, **dict(places_of(member))}
        inner.paths = {**self.paths, at: path}
        inner.of_file, inner.of_subject, inner.of_member = self.of_file, self.of_subject, {}
        return inner

    def path_of(self, path: str) -> str:
        """Write a path such as `suppliers[].country` with the places of this subject."""
        if "[]" not in path:
            return path
        at, _, rest = path.rpartition("[]")
        return self.paths[f"{at}[]"] + rest


Condition: TypeAlias = Callable[[Place], Why]
Value: TypeAlias = Callable[[Place], Found]
Possible: TypeAlias = Callable[[Place], frozenset[Any]]


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
    return (None, (), missing) if unknown else (not stop, reasons, ())


def once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Leave out what was there before; reasons are told apart by path and value."""
    return items if len(items) < 2 else tuple({_key(item): item for item in reversed(items)}.values())[::-1]


def _key(item: Any) -> Any:
    return item if isinstance(item, str) else item[0]


class WhyReader:
    """Explains conditions and values of one program. Functions are made on first need and kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._conditions: dict[tuple[t.Node, str], Condition] = {}
        self._values: dict[tuple[t.Node, str], Value] = {}
        self._possible: dict[tuple[t.Node, str], Possible] = {}

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
                constant: Why = (bool(value), (), ())
                return lambda place: constant
            case t.And(items=items) | t.Or(items=items):
                parts = [self.condition(item, time) for item in items]
                stop = isinstance(node, t.Or)
                return lambda place: all_of([part(place) for part in parts], stop=stop)
            case t.Not(item=item):
                return _flipped(self.condition(item, time))
            case t.Exists(fact=fact):
                return _exists(self.fact(fact))
            case t.Compare(op=op, left=left, right=right):
                return self._comparison(node, op, left, right, time)
            case t.In(item=item, group=group):
                return self._membership(item, group, time)
            case t.Intersects(some=some, group=group):
                return self._of_sets(some, group, time, intersects)
            case t.Within(some=some, group=group):
                return self._of_sets(some, group, time, within)
            case t.Each():
                return self._each(node, time)
            case t.Named():
                return self._remembered(node, self._wording(node, time, self.condition, _same_truth))
        return _as_truth(self.value(node, time))

    def _remembered(self, node: t.Node, make: Callable[[Place], Any]) -> Callable[[Place], Any]:
        """Explain once for each file, or for each supplier or member of a list where it reads facts of those."""
        depths = [self._depth(part) for part in t.walk(node)]
        return _kept(max(depths, default=0), make)

    def _depth(self, node: t.Node) -> int:
        """Tell what a part of an expression reads: 0 the file, 1 a supplier, 2 a member of a list."""
        if isinstance(node, t.FactRef | t.Exists):
            return min(2, int(node.fact.owner.at.count("[]")))
        if isinstance(node, t.Each):
            return min(2, int(node.list.owner.at.count("[]")))
        return int(self.of_supplier(node.of)) if isinstance(node, t.ClassRef) else 0

    def of_supplier(self, of: ClassOf) -> bool:
        """Tell whether a class is of each supplier."""
        filled = self.program.class_.get(of.id)
        return of.per_supplier if filled is None else filled.of_supplier

    @staticmethod
    def _wording(
        node: t.Named, time: Any, reader: Callable[[t.Node, str], Any], same: Callable[[list[Any]], Any]
    ) -> Any:
        """Read the wording of a definition that governs the rule; where its day is not known, those that may."""
        readers = {wording: reader(wording, time) for wording in node.parts()}
        if len(readers) == 1:
            return readers[node.item]
        return lambda place: same([readers[wording](place) for wording in _governing(node, time, place)])

    def _comparison(self, node: t.Node, op: str, left: t.Node, right: t.Node, time: str) -> Condition:
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        if isinstance(left, t.ClassRef) or isinstance(right, t.ClassRef):
            return self._remembered(node, self._class_comparison(op, left, right, kind, time))
        first, second, compare = self.value(left, time), self.value(right, time), ORDER[op]
        rank = kind.rank if isinstance(kind, ScaleKind) else None

        def explain(place: Place) -> Why:
            one, because, lacks = first(place)
            other, because_2, lacks_2 = second(place)
            if one is None or other is None:
                return None, (), lacks + lacks_2
            truth = compare(one, other) if rank is None else compare(rank[one], rank[other])
            return truth, because + because_2, ()

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
                return None, (), once(one.missing + other.missing)
            if answer(one.at_least, other.at_least) is truth:  # what gave the certain level is enough
                return truth, once(one.best + other.best), ()
            return truth, once(one.every + other.every), ()

        return explain

    def _standing(self, node: t.Node, kind: Kind, time: str) -> Callable[[Place], _Side]:
        """Read one side of a comparison with a class: what it may be, as `_evaluate` has it, and why."""
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
                values, (_, reasons, missing) = self.class_values(of, place)
                possible: list[Any] = sorted(values) or [None]
                return _Side(possible, possible, reasons, reasons, missing)

            return in_table
        reader = self.value(node, time)

        def plain(place: Place) -> _Side:
            value, reasons, missing = reader(place)
            held = [kind.rank[value] if isinstance(kind, ScaleKind) and value is not None else value]
            return _Side(held, held, reasons, reasons, missing)

        return plain

    def _membership(self, item: t.Node, group: t.Node, time: str) -> Condition:
        inner, members = self.value(item, time), self._set(group, time)
        if isinstance(item, t.ClassRef):
            values_of = self.possible(item, time)

            def of_class(place: Place) -> Why:
                found, _, lacks = members(place)
                possible = values_of(place) or {None}
                answers = {None if value is None else is_member(value, found) for value in possible}
                _, reasons, missing = inner(place)
                if len(answers) != 1 or None in answers:
                    return None, (), once(missing + lacks)
                return answers.pop(), reasons, ()

            return of_class

        def explain(place: Place) -> Why:
            value, reasons, missing = inner(place)
            found, _, lacks = members(place)
            truth = None if value is None else is_member(value, found)
            return (None, (), missing + lacks) if truth is None else (truth, reasons, ())

        return explain

    def _of_sets(self, some: t.Node, group: t.Node, time: str, test: Callable[[Any, Any], bool | None]) -> Condition:
        first, second = self._set(some, time), self._set(group, time)

        def explain(place: Place) -> Why:
            one, reasons, missing = first(place)
            other, _, lacks = second(place)
            truth = test(one, other)
            return (None, (), missing + lacks) if truth is None else (truth, reasons, ())

        return explain

    def _each(self, node: t.Each, time: str) -> Condition:
        of, stop = node.list, node.op == "any"
        item = self.condition(node.item, time)
        at, complete_name = f"{of.path}[]", f"{of.name}_complete"
        complete_fact = of.owner.facts.get(complete_name)

        def explain(place: Place) -> Why:
            owner, path = place.here.get(of.owner.at), place.path_of(of.path)
            members = getattr(owner, of.name) if owner is not None else None
            if members is None:
                return None, (), (path,)
            found = all_of(
                (item(place.inside(at, member, f"{path}[{number}]")) for number, member in enumerate(members)),
                stop=stop,
            )
            truth, reasons, missing = found
            if truth is stop:
                return found
            complete = path[: -len(of.name)] + complete_name
            if members and getattr(owner, complete_name, None) is not True:
                return None, (), once((*missing, path if complete_fact is None else complete))
            if truth is None:
                return None, (), once(missing)
            if not members:
                return not stop, ((path, 0, of, None),), ()
            return not stop, once((*reasons, (complete, True, complete_fact, None))), ()

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
                constant: Found = (value, (), ())
                return lambda place: constant
            case t.Today():
                return lambda place: (place.days.today, (), ())
            case t.Launched():
                return self.launched
            case t.FactRef(fact=fact):
                held = self.fact(fact)
                return (lambda place: _day_of(held(place))) if isinstance(fact.kind, DatedKind) else held
            case t.ParamRef(parameter=parameter):
                return lambda place: self._param(parameter, time, place)
            case t.Named():
                return self._remembered(node, self._wording(node, time, self.value, _same_value))
            case t.ClassRef(of=of):
                return lambda place: self._class_value(of, place)
            case t.Lookup() | t.Extreme() if isinstance(node, t.Lookup) or isinstance(kind_of(node), ScaleKind):
                return self._settled(node, time)
        parts = [self.value(part, time) for part in node.parts()]

        def compute(place: Place) -> Found:
            found = [part(place) for part in parts]
            if any(one[0] is None for one in found):
                return None, (), tuple(path for one in found for path in one[2])
            return computed(node, [one[0] for one in found]), tuple(reason for one in found for reason in one[1]), ()

        return compute

    def _key_of(self, node: t.Node, time: str) -> Value:
        """Read a key of a table: a value, or the truth of a yes/no."""
        return self.condition(node, time) if isinstance(kind_of(node), FlagKind) else self.value(node, time)

    def fact(self, fact: Any) -> Value:
        """Give the function that finds what a fact holds, or what stands in for it."""
        at, name, path = fact.owner.at, fact.name, fact.path
        instead = None if fact.stands_in is None else self._key_of(fact.stands_in.node, "launch")

        def look(place: Place) -> Found:
            group = place.here.get(at)
            value = getattr(group, name) if group is not None else None
            where = place.path_of(path)
            if value is not None:
                lacks = (where,) if isinstance(value, frozenset) and OTHERS in value else ()
                return value, ((where, value, fact, None),), lacks
            if instead is None:
                return None, (), (where,)
            other, reasons, missing = instead(place)
            if other is None:
                return None, (), (where, *missing)
            stood_in = reasons[0][0] if reasons else None
            return other, ((where, other, fact, stood_in), *reasons), ()

        depths = [self._depth(part) for part in t.walk(fact.stands_in.node)] if instead else []
        return _kept(max(min(2, at.count("[]")), *depths, 0), look)

    @staticmethod
    def launched(place: Place) -> Found:
        """Find the day that fixes the law."""
        procedure = place.file.facts.procedure
        if procedure.launched_on is not None:
            return procedure.launched_on, (("procedure.launched_on", procedure.launched_on, _LAUNCH, None),), ()
        if place.days.launch is not None:
            return place.days.launch, (("procedure.stage", procedure.stage, _STAGE, None),), ()
        return None, (), ("procedure.launched_on",)

    def _param(self, parameter: Any, time: Any, place: Place) -> Found:
        value = param_value(parameter, place.days, time, self.program.given)
        if value is not None:
            lacks = (f"parameters.{parameter.id}",) if isinstance(value, frozenset) and OTHERS in value else ()
            return value, (), lacks
        day_unknown = time == "launch" and place.days.launch is None and bool(parameter.values)
        return None, (), ("procedure.launched_on" if day_unknown else f"parameters.{parameter.id}",)

    def _class_value(self, of: ClassOf, place: Place) -> Found:
        if of.on_scale:
            state = self.level(of, place)
            settled = order_of(of)[state.low] if state.low == state.high != -1 else None
            return settled, state.every, state.missing
        values, (_, reasons, missing) = self.class_values(of, place)
        return next(iter(values)) if len(values) == 1 else None, reasons, missing

    def _settled(self, node: t.Node, time: str) -> Value:
        """Give the value of a table, or of the greatest of some levels, where it is the same whatever is unknown."""
        parts = [self._key_of(part, time) for part in node.parts()]
        outcomes_of = self.outcomes(node, time)

        def settled(place: Place) -> Found:
            found = [part(place) for part in parts]
            reasons = tuple(reason for one in found for reason in one[1])
            outcomes = outcomes_of(place)
            if len(outcomes) == 1 and None not in outcomes:
                return next(iter(outcomes)), reasons, ()
            missing = tuple(path for one in found for path in one[2])
            return None, () if missing else reasons, missing

        return settled

    def outcomes(self, node: t.Node, time: str) -> Possible:
        """Give what a value of a closed list may be; None among it where a table has no row for this file."""
        if isinstance(node, t.Named):
            return self._governed(node, time, self.outcomes)
        if not isinstance(node, t.Lookup):
            return self.possible(node, time)
        rows = dict(node.rows)
        keys = [self.possible(key, time) for key in node.keys]
        made: dict[Any, frozenset[Any]] = {}

        def outcomes(place: Place) -> frozenset[Any]:
            held = tuple(key(place) for key in keys)
            if held not in made:
                made[held] = frozenset(map(rows.get, product(*held)))
            return made[held]

        return outcomes

    def possible(self, node: t.Node, time: str) -> Possible:
        """Give the function that finds which values of a closed list an expression may still have."""
        key = (node, time)
        if key not in self._possible:
            self._possible[key] = self._remembered(node, self._possible_values(node, time))
        return self._possible[key]

    def _possible_values(self, node: t.Node, time: str) -> Possible:
        kind = kind_of(node)
        if isinstance(node, t.Named) and not isinstance(kind, FlagKind):
            return self._governed(node, time, self.possible)
        if isinstance(node, t.ClassRef):
            return self._possible_classes(node.of)
        if isinstance(node, t.Lookup):
            outcomes = self.outcomes(node, time)
            return lambda place: outcomes(place) - {None}
        if isinstance(node, t.Extreme) and isinstance(kind, ScaleKind):
            return self._possible_extremes(node, kind, time)
        every = frozenset({True, False} if isinstance(kind, FlagKind) else closed_list(kind))
        held = self._key_of(node, time)

        def of_value(place: Place) -> frozenset[Any]:
            value = held(place)[0]
            return every if value is None else frozenset({value})

        return of_value

    def _possible_classes(self, of: ClassOf) -> Possible:
        if not of.on_scale:
            return lambda place: self.class_values(of, place)[0]
        order = (*order_of(of), None)  # None stands at place -1

        def levels(place: Place) -> frozenset[Any]:
            state = self.level(of, place)
            return frozenset(order[rank] for rank in range(state.low, state.high + 1))

        return levels

    def _possible_extremes(self, node: t.Extreme, kind: ScaleKind, time: str) -> Possible:
        items = [self.possible(item, time) for item in node.items]
        choose = max if node.op == "greatest" else min
        rank_of, values = kind.rank, tuple(kind.values)

        def extremes(place: Place) -> frozenset[Any]:
            ranks = [[rank_of[level] for level in item(place) if level is not None] for item in items]
            if not all(ranks):
                return frozenset(values)
            low, high = choose(min(rank) for rank in ranks), choose(max(rank) for rank in ranks)
            return frozenset(values[one] for rank in ranks for one in rank if low <= one <= high)

        return extremes

    @staticmethod
    def _governed(node: t.Named, time: str, reader: Callable[[t.Node, str], Possible]) -> Possible:
        readers = {wording: reader(wording, time) for wording in node.parts()}
        return lambda place: frozenset().union(*(readers[one](place) for one in _governing(node, time, place)))

    def _set(self, node: t.Node, time: str) -> Callable[[Place], tuple[Members, tuple[Reason, ...], tuple[str, ...]]]:
        """Read a set: its certain members and whether those are all, the facts it comes from, and what it lacks."""
        if isinstance(node, t.Const):
            constant = ((node.value, True), (), ())
            return lambda place: constant
        readers = [self.value(item, time) for item in (node.items if isinstance(node, t.Union) else (node,))]

        def read(place: Place) -> tuple[Members, tuple[Reason, ...], tuple[str, ...]]:
            certain: frozenset[str] = frozenset()
            complete = True
            reasons: tuple[Reason, ...] = ()
            missing: tuple[str, ...] = ()
            for reader in readers:
                value, because, lacks = reader(place)
                certain |= value or frozenset()
                complete = complete and value is not None and OTHERS not in value
                reasons += because
                missing += lacks
            return (certain - {OTHERS}, complete), reasons, missing

        return read


# Small steps ----------------------------------------------------------------------------------------------


def _kept(depth: int, make: Callable[[Place], Any]) -> Callable[[Place], Any]:
    """Keep what a function gives for each file (0), supplier (1) or member of a list (2)."""
    key, memo_of = object(), attrgetter(("of_file", "of_subject", "of_member")[depth])

    def kept(place: Place) -> Any:
        memo = memo_of(place)
        found = memo.get(key)
        if found is None:
            found = memo[key] = make(place)
        return found

    return kept


def _governing(node: t.Named, time: Any, place: Place) -> list[t.Node]:
    """Give the wording of a definition that governs the rule; where its day is not known, those that may."""
    day = place.days.of(time)
    until = place.days.bound if day is None else day
    wordings = [node.item, *(wording for start, wording in node.since if start <= until)]
    return wordings if day is None else wordings[-1:]


def _flipped(inner: Condition) -> Condition:
    def explain(place: Place) -> Why:
        truth, reasons, missing = inner(place)
        return None if truth is None else not truth, reasons, missing

    return explain


def _exists(held: Value) -> Condition:
    def explain(place: Place) -> Why:
        value, reasons, missing = held(place)
        return (None, (), missing) if value is None else (value is not False, reasons, ())

    return explain


def _as_truth(held: Value) -> Condition:
    def explain(place: Place) -> Why:
        value, reasons, missing = held(place)
        return (None, (), missing) if value is None else (bool(value), reasons, ())

    return explain


def _day_of(found: Found) -> Found:
    value, reasons, missing = found
    return found if isinstance(value, date) else (None, (), missing or tuple(reason[0] for reason in reasons))


def _same_truth(whys: list[Why]) -> Why:
    if all(why[0] is whys[0][0] for why in whys):
        return whys[0]
    return None, (), once((*(path for why in whys for path in why[2]), "procedure.launched_on"))


def _same_value(found: list[Found]) -> Found:
    if all(one[0] == found[0][0] for one in found):
        return found[0]
    return None, (), once((*(path for one in found for path in one[2]), "procedure.launched_on"))
