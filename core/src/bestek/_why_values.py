"""Why an expression has its value: the facts that it comes from, or those that it lacks; and what it may come to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product
from operator import attrgetter
from typing import Any

from . import _tree as t
from ._check import kind_of
from ._kinds import OTHERS, DatedKind, FlagKind, ScaleKind
from ._law import param_value
from ._place import Condition, Found, Place, Possible, Reason, Standing, Value, once
from ._program import Program
from ._values import Members, closed_list, computed, order_of
from .classes import ClassOf
from .vocabulary import Procedure

_LAUNCH, _STAGE = Procedure.facts["launched_on"], Procedure.facts["stage"]


class ValueReader:
    """Explains the values of one program. Functions are made on first need and kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._values: dict[tuple[t.Node, str], Value] = {}
        self._possible: dict[tuple[t.Node, str], Possible] = {}

    def level(self, of: ClassOf, place: Place) -> Standing:
        """Give where a class stands on its scale, and why."""
        raise NotImplementedError

    def class_values(self, of: ClassOf, place: Place) -> tuple[frozenset[str], Found]:
        """Give what a decision table may come to, why, and what is missing."""
        raise NotImplementedError

    def condition(self, node: t.Node, time: str) -> Condition:
        """Give the function that explains a condition; `_why` has it."""
        raise NotImplementedError

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
                return self.remembered(node, self.wording(node, time, self.value, _same_value))
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
            self._possible[key] = self.remembered(node, self._possible_values(node, time))
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

    # What both values and conditions need ------------------------------------------------------------------

    def remembered(self, node: t.Node, make: Callable[[Place], Any]) -> Callable[[Place], Any]:
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
    def wording(
        node: t.Named, time: Any, reader: Callable[[t.Node, str], Any], same: Callable[[list[Any]], Any]
    ) -> Any:
        """Read the wording of a definition that governs the rule; where its day is not known, those that may."""
        readers = {wording: reader(wording, time) for wording in node.parts()}
        if len(readers) == 1:
            return readers[node.item]
        return lambda place: same([readers[wording](place) for wording in _governing(node, time, place)])


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


def _day_of(found: Found) -> Found:
    value, reasons, missing = found
    return found if isinstance(value, date) else (None, (), missing or tuple(reason[0] for reason in reasons))


def _same_value(found: list[Found]) -> Found:
    if all(one[0] == found[0][0] for one in found):
        return found[0]
    return None, (), once((*(path for one in found for path in one[2]), "procedure.launched_on"))
