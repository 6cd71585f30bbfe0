"""Why a condition holds: its truth with the facts that decide it, and no others; or what is missing to decide it.

Each expression is made into a chain of small functions on first need. For an "and" that failed they give the
failing part, for an "or" that held the holding part. They pass plain tuples, as explaining is done often.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any, NamedTuple

from . import _tree as t
from ._check import kind_of
from ._kinds import Kind, ScaleKind
from ._place import Condition, Place, Reason, Value, Why, all_of, once
from ._program import Program
from ._values import ORDER, intersects, is_member, within
from ._why_values import ValueReader


class _Side(NamedTuple):
    """One side of a comparison with a class: what it may be, what it may be going by `best` alone, and why."""

    places: list[Any]
    at_least: list[Any]
    best: tuple[Reason, ...]
    every: tuple[Reason, ...]
    missing: tuple[str, ...]


class WhyReader(ValueReader):
    """Explains the conditions of one program, beside its values."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._conditions: dict[tuple[t.Node, str], Condition] = {}

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
                return self.remembered(node, self.wording(node, time, self.condition, _same_truth))
        return _as_truth(self.value(node, time))

    def _comparison(self, node: t.Node, op: str, left: t.Node, right: t.Node, time: str) -> Condition:
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        if isinstance(left, t.ClassRef) or isinstance(right, t.ClassRef):
            return self.remembered(node, self._class_comparison(op, left, right, kind, time))
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


def _same_truth(whys: list[Why]) -> Why:
    if all(why[0] is whys[0][0] for why in whys):
        return whys[0]
    return None, (), once((*(path for why in whys for path in why[2]), "procedure.launched_on"))
