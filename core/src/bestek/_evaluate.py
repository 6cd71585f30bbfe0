"""Read one expression for one subject, as the reference interpreter does: to be right, not to be fast.

Conditions are True, False or None (unknown); a value that is not known is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from itertools import product
from typing import Any, Self

import attrs

from . import _tree as t
from ._check import kind_of
from ._judge import both, either, negated
from ._kinds import OTHERS, FlagKind, Kind, ScaleKind
from ._law import Days, Time, param_value
from ._values import ORDER, Members, closed_list, computed, intersects, is_member, order_of, within
from .classes import ClassOf
from .group import Group


@attrs.frozen
class LevelState:
    """A class on a scale, as places in its order of strictness: -1 is no level at all.

    `low` is certain, `high` still possible; `sure` says whether a decision or row has given `low`.
    """

    low: int
    high: int
    sure: bool = False
    proposed: int | None = None


def places_of(group: Group) -> Iterator[tuple[str, Group]]:
    """Give a group and the groups inside it, each with the place it stands at. Lists are left for `Each`."""
    yield group.at, group
    for name in group.groups:
        yield from places_of(getattr(group, name))
    if group.open_to_plugins:
        for extension in group.extensions.values():
            yield from places_of(extension)


class Reader:
    """Reads expressions. `here` maps each place to the group that stands there now."""

    here: Mapping[str, Group]
    days: Days
    given: Mapping[str, Any]

    def level(self, of: ClassOf) -> LevelState:
        """Give where a class stands on its scale."""
        raise NotImplementedError

    def class_values(self, of: ClassOf) -> frozenset[str]:
        """Give the values that a decision table may still come to."""
        raise NotImplementedError

    # Conditions -------------------------------------------------------------------------------------------

    def truth(self, node: t.Node, time: Time = "launch") -> bool | None:
        """Give the truth of a condition: True, False or None."""
        match node:
            case t.Const(value=value):
                return bool(value)
            case t.And(items=items):
                return both(*(self.truth(item, time) for item in items))
            case t.Or(items=items):
                return either(*(self.truth(item, time) for item in items))
            case t.Not(item=item):
                return negated(self.truth(item, time))
            case t.Exists(fact=fact):
                found = self.fact(fact)
                return None if found is None else found is not False
            case t.Compare(op=op, left=left, right=right):
                return self._compare(op, left, right, time)
            case t.In(item=item, group=group):
                return self._is_in(item, self.set(group, time), time)
            case t.Intersects(some=some, group=group):
                return intersects(self.set(some, time), self.set(group, time))
            case t.Within(some=some, group=group):
                return within(self.set(some, time), self.set(group, time))
            case t.Each(op=how, list=of, item=item):
                return self._each(how, of, item, time)
            case t.Named():
                truth: bool | None = self._one_wording([self.truth(one, time) for one in self._wordings(node, time)])
                return truth
        found = self.value(node, time)
        return None if found is None else bool(found)

    def _compare(self, op: str, left: t.Node, right: t.Node, time: Time) -> bool | None:
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        if isinstance(left, t.ClassRef) or isinstance(right, t.ClassRef):
            pairs = product(self._standing(left, kind, time), self._standing(right, kind, time))
            answers = {None if None in pair else ORDER[op](*pair) for pair in pairs}
            return answers.pop() if len(answers) == 1 else None
        one, other = self.value(left, time), self.value(right, time)
        if one is None or other is None:
            return None
        if isinstance(kind, ScaleKind):
            one, other = kind.rank[one], kind.rank[other]
        return ORDER[op](one, other)

    def _standing(self, node: t.Node, kind: Kind, time: Time) -> list[Any]:
        """Give what one side of a comparison with a class may be: values, or places on the scale.

        No level is below every level where the strictest counts; where the lowest counts it is None, not known.
        """
        if isinstance(node, t.ClassRef) and node.of.on_scale:
            state, top = self.level(node.of), len(kind.values) - 1
            places = range(state.low, state.high + 1)
            if node.of.counts == "strictest":
                return list(places)
            return [None if place == -1 else top - place for place in places]
        if isinstance(node, t.ClassRef):
            return list(self.class_values(node.of)) or [None]
        found = self.value(node, time)
        if found is None:
            return [None]
        return [kind.rank[found] if isinstance(kind, ScaleKind) else found]

    def _is_in(self, item: t.Node, group: Members, time: Time) -> bool | None:
        if isinstance(item, t.ClassRef):
            possible = self.possible(item, time) or {None}
            answers = {None if value is None else is_member(value, group) for value in possible}
            return answers.pop() if len(answers) == 1 else None
        found = self.value(item, time)
        return None if found is None else is_member(found, group)

    def _each(self, op: str, of: Any, item: t.Node, time: Time) -> bool | None:
        owner = self.here.get(of.owner.at)
        members = getattr(owner, of.name) if owner is not None else None
        if members is None:
            return None
        answers = [self._inside(member).truth(item, time) for member in members]
        complete = not members or getattr(owner, f"{of.name}_complete", None) is True
        if op == "any":
            return either(*answers, False if complete else None)
        return both(*answers, True if complete else None)

    def _inside(self, member: Group) -> Self:
        """Give the same reader, standing at a member of a list."""
        inner = copy(self)
        inner.here = {**self.here, **dict(places_of(member))}
        return inner

    def _wordings(self, node: t.Named, time: Time) -> list[t.Node]:
        """Give the wordings of a definition that may govern a rule: one where its day is known."""
        day = self.days.of(time)
        if day is None:
            return [node.item, *(wording for start, wording in node.since if start <= self.days.bound)]
        return [([node.item] + [wording for start, wording in node.since if start <= day])[-1]]

    @staticmethod
    def _one_wording(answers: list[Any]) -> Any:
        return answers[0] if all(answer == answers[0] for answer in answers) else None

    # Values -----------------------------------------------------------------------------------------------

    def fact(self, fact: Any) -> Any:
        """Give what a fact holds; where it is not given, what stands in for it."""
        group = self.here.get(fact.owner.at)
        found = getattr(group, fact.name) if group is not None else None
        if found is None and fact.stands_in is not None:
            return self.truth(fact.stands_in.node) if fact.kind.name == "flag" else self.value(fact.stands_in.node)
        return found

    def value(self, node: t.Node, time: Time = "launch") -> Any:
        """Give the value of an expression, or None where it is not known."""
        match node:
            case t.Const(value=value):
                return value
            case t.FactRef(fact=fact):
                found = self.fact(fact)
                return None if isinstance(found, bool) and fact.kind.name == "dated" else found  # its day is not known
            case t.Today():
                return self.days.today
            case t.Launched():
                return self.days.launch
            case t.ParamRef(parameter=parameter):
                return param_value(parameter, self.days, time, self.given)
            case t.Named():
                return self._one_wording([self.value(wording, time) for wording in self._wordings(node, time)])
            case t.ClassRef():
                standing = self.possible(node, time)
                return next(iter(standing)) if len(standing) == 1 else None
            case t.Lookup():
                return self._lookup(node, time)
            case t.Extreme(op=op, items=items) if isinstance(kind := kind_of(node), ScaleKind):
                possible = self._possible_extreme(op, items, kind, time)
                return next(iter(possible)) if len(possible) == 1 else None
        values = [self.value(part, time) for part in node.parts()]
        if any(value is None for value in values):
            return None
        return computed(node, values)

    def _possible_extreme(self, op: str, items: Iterable[t.Node], kind: ScaleKind, time: Time) -> frozenset[str]:
        ranks = [sorted(kind.rank[level] for level in self.possible(item, time) if level is not None) for item in items]
        if not all(ranks):
            return frozenset(kind.values)
        choose = max if op == "greatest" else min
        low, high = choose(rank[0] for rank in ranks), choose(rank[-1] for rank in ranks)
        reachable = {place for rank in ranks for place in rank if low <= place <= high}
        return frozenset(kind.values[place] for place in reachable)

    def _lookup(self, node: t.Lookup, time: Time) -> Any:
        found = self._possible_rows(node, time)
        return next(iter(found)) if len(found) == 1 and None not in found else None

    def _possible_rows(self, node: t.Lookup, time: Time) -> set[Any]:
        """Give what the rows that can still match give; None among it where one key has no row."""
        rows = dict(node.rows)
        keys = [self.possible(key, time) for key in node.keys]
        return {rows.get(key) for key in product(*keys)}

    def outcomes(self, node: t.Node, time: Time) -> frozenset[Any]:
        """Give what a row that classifies may give; None among it where a table may have no row for this file."""
        if isinstance(node, t.Named):
            return frozenset().union(*(self.outcomes(wording, time) for wording in self._wordings(node, time)))
        return frozenset(self._possible_rows(node, time)) if isinstance(node, t.Lookup) else self.possible(node, time)

    def possible(self, node: t.Node, time: Time) -> frozenset[Any]:
        """Give the values that an expression of a closed list may still have."""
        kind = kind_of(node)
        if isinstance(node, t.Named) and not isinstance(kind, FlagKind):
            return frozenset().union(*(self.possible(wording, time) for wording in self._wordings(node, time)))
        if isinstance(node, t.ClassRef):
            if not node.of.on_scale:
                return self.class_values(node.of)
            state, order = self.level(node.of), order_of(node.of)
            return frozenset(order[place] if place >= 0 else None for place in range(state.low, state.high + 1))
        if isinstance(node, t.Extreme) and isinstance(kind, ScaleKind):
            return self._possible_extreme(node.op, node.items, kind, time)
        if isinstance(node, t.Lookup):
            return frozenset(self._possible_rows(node, time) - {None})
        if isinstance(kind, FlagKind):
            truth = self.truth(node, time)
            return frozenset({True, False} if truth is None else {truth})
        found = self.value(node, time)
        return frozenset(closed_list(kind) if found is None else {found})

    def set(self, node: t.Node, time: Time) -> Members:
        """Give the certain members of a set, and whether those are all."""
        if isinstance(node, t.Union):
            parts = [self.set(item, time) for item in node.items]
            return frozenset().union(*(certain for certain, _ in parts)), all(complete for _, complete in parts)
        found = self.value(node, time)
        if found is None:
            return frozenset(), False
        return found - {OTHERS}, OTHERS not in found
