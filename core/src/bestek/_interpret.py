"""The reference interpreter: what a policy means for one file, written to be read and not to be fast.

Conditions are True, False or None (unknown). The decider (`_decide`) must agree with this module on every file;
where they differ, this one is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from itertools import product
from typing import Any

import attrs

from . import _tree as t
from ._check import kind_of
from ._judge import Status, both, demand_status, either, negated, note_status, open_norm_status, row_status
from ._law import Days, days_of, in_force, param_value
from ._program import Class, Edition, Program, Scope, phase_rank, vetted_roles
from ._values import ORDER, closed_list, intersects, is_member, order_of, shifted, within
from .classes import ClassOf
from .facts import OTHERS, FlagKind, Kind, ScaleKind
from .group import Group
from .procurement import Decision, Procurement
from .rules import NOTES, PHASES, Rule
from .vocabulary import Supplier

PLACEHOLDER = Supplier(role="winner")

@attrs.frozen
class ScopeState:
    """What a scope came to: whether it applies, and for each edition whether that one binds."""

    applies: bool | None
    editions: tuple[bool | None, ...]


@attrs.frozen
class LevelState:
    """A class on a scale, as places in its order of strictness: -1 is no level at all.

    `low` is certain, `high` still possible; `sure` says whether a decision or row has given `low`.
    """

    low: int
    high: int
    sure: bool = False
    proposed: int | None = None


Ruling = tuple[Status, bool]  # the status, and whether it counts only if its scope applies


def subjects_of(procurement: Procurement) -> tuple[tuple[str, int | None, Supplier], ...]:
    """Give the suppliers to judge: name of the subject, place in the file, and the supplier.

    Where nobody but incumbents is there, a placeholder stands for the winner that is still to come.
    """
    suppliers = procurement.facts.suppliers or ()
    found: list[tuple[str, int | None, Supplier]] = [
        (f"supplier:{supplier.name if supplier.name is not None else f'[{place}]'}", place, supplier)
        for place, supplier in enumerate(suppliers)
    ]
    if all(supplier.role == "incumbent" for supplier in suppliers):
        found.append(("supplier", None, PLACEHOLDER))
    return tuple(found)


def places_of(group: Group) -> Iterator[tuple[str, Group]]:
    """Give a group and the groups inside it, each with the place it stands at. Lists are left for `Each`."""
    yield group.at, group
    for name in group.groups:
        yield from places_of(getattr(group, name))
    if group.open_to_plugins:
        for extension in group.extensions.values():
            yield from places_of(extension)


class Interpreter:
    """Judges one file on one day."""

    def __init__(self, program: Program, procurement: Procurement, on: date) -> None:
        self.program = program
        self.procurement = procurement
        self.days: Days = days_of(procurement.facts, on)
        self.root = dict(places_of(procurement.facts))

    def subject(self, supplier: Supplier | None = None) -> Subject:
        """Give the reader of one subject: the procurement, or one supplier of it."""
        return Subject(self, supplier)

    def rulings(self) -> dict[tuple[str, str], Ruling]:
        """Give status and flag by rule and subject, for every rule that is judged."""
        made = dict(self.subject().rulings("procurement", self.program.own))
        for name, _, supplier in subjects_of(self.procurement):
            made |= self.subject(supplier).rulings(name, self.program.vetting)
        return made


class Subject:
    """Reads expressions for one subject. `here` maps each place to the group that stands there now."""

    def __init__(self, file: Interpreter, supplier: Supplier | None) -> None:
        self.file = file
        self.program = file.program
        self.days = file.days
        self.supplier = supplier
        self.here: Mapping[str, Group] = {**file.root, **dict(places_of(supplier))} if supplier else file.root
        self._scopes: dict[str, ScopeState] = {}
        self._levels: dict[str, LevelState] = {}
        self._values: dict[str, frozenset[str]] = {}

    # Rules ------------------------------------------------------------------------------------------------

    def rulings(self, name: str, rules: Iterable[Rule]) -> Iterator[tuple[tuple[str, str], Ruling]]:
        for rule in rules:
            binds = self.binds(rule)
            if binds is not False:
                yield (rule.full_id, name), (self.status(rule), binds is None)

    def binds(self, rule: Rule) -> bool | None:
        """Tell whether the scope of a rule, and the edition that it belongs to, bind this file."""
        bound = self.program.bound_by(rule)
        if bound is None:
            return True
        scope, edition = bound
        state = self.scope(scope)
        return state.applies if edition is None else state.editions[edition]

    def status(self, rule: Rule) -> Status:
        """Give the status of a rule, as if it binds."""
        when = self.when(rule)
        if rule.kind in NOTES:
            return note_status(when)
        if rule.fill or rule.score:
            return row_status(when, self.gives(rule))
        decision = self.decision(rule)
        if decision is not None and decision.outcome == "not_applicable":
            when = False
        holds = self.holds(rule, decision)
        if rule.open_norm is not None:
            return open_norm_status(when, holds)
        settled = decision is not None or self.without_what_can_follow().holds(rule, None) is False
        return demand_status(when, holds, self.reached(rule), settled)

    def when(self, rule: Rule) -> bool | None:
        """The condition of a rule, its own dates, and for a supplier its role."""
        return both(self.truth(rule.when, rule), self.own_dates(rule), self.has_role(rule))

    def own_dates(self, rule: Rule) -> bool | None:
        return in_force(rule.valid_from, rule.valid_until, self.days.of(rule.time), self.days.bound)

    def has_role(self, rule: Rule) -> bool | None:
        if self.supplier is None or rule.names_role or not rule.of_supplier:
            return True
        return None if self.supplier.role is None else self.supplier.role in vetted_roles(rule)

    def holds(self, rule: Rule, decision: Decision | None) -> bool | None:
        """What is demanded holds, or its exception does; of a rule left to a person, what that person decided."""
        unless = False if rule.unless is None else self.truth(rule.unless, rule)
        if rule.left_to_a_person:
            decided = None if decision is None else decision.outcome == "met"
            return either(decided, unless)
        return self.truth(rule.holds, rule)

    def decision(self, rule: Rule) -> Decision | None:
        if not rule.left_to_a_person:
            return None
        of = self.supplier if rule.of_supplier and self.supplier is not None else self.file.procurement.facts
        return of.decisions.get(rule.full_id)

    def reached(self, rule: Rule) -> bool | None:
        """The stage is at least the phase of the rule, and its last day has passed."""
        stage = self.file.procurement.facts.procedure.stage
        if rule.phase == "preparation":
            phase: bool | None = True
        else:
            phase = None if stage is None else PHASES.index(stage) >= phase_rank(rule)
        if rule.by is None:
            return phase
        return both(phase, self.truth(_passed(rule.by), rule))

    def without_what_can_follow(self) -> Subject:
        """Give the same reader, to whom every fact that can still follow is unknown."""
        settled = _Settled(self.file, self.supplier)
        settled.here, settled.known = self.here, self
        return settled

    # Scopes -----------------------------------------------------------------------------------------------

    def scope(self, scope: Scope) -> ScopeState:
        if scope.id not in self._scopes:
            self._scopes[scope.id] = self._scope(scope)
        return self._scopes[scope.id]

    def _scope(self, scope: Scope) -> ScopeState:
        if scope.parent is not None:
            return self._chapter(scope, scope.parent)
        exempt = either(*(self.when(rule) for rule in scope.exempts))
        known = self.days.launch is not None
        in_force_now = [self.edition_in_force(edition) for edition in scope.editions]
        candidates = [place for place, found in enumerate(in_force_now) if found is not False]
        binds, by_launch, today = [], [], []
        for place, edition in enumerate(scope.editions):
            launch_rows = either(*(self.when(rule) for rule in edition.rows))
            today_rows = both(
                in_force(edition.instrument.valid_from, edition.instrument.valid_until, self.days.today, self.days.today),
                either(*(self.when(rule) for rule in edition.today_rows)),
            )
            counts = True if candidates == [place] else in_force_now[place]
            by_launch.append(launch_rows)
            today.append(today_rows)
            binds.append(both(negated(exempt), either(both(counts, launch_rows), today_rows)))
        if known or len(candidates) < 2:
            return ScopeState(either(*binds), tuple(binds))
        answers = {by_launch[place] for place in candidates}
        common = answers.pop() if len(answers) == 1 else None
        return ScopeState(both(negated(exempt), either(common, *today)), tuple(binds))

    def _chapter(self, scope: Scope, parent: Scope) -> ScopeState:
        above = self.scope(parent)
        exempt = either(*(self.when(rule) for rule in scope.exempts))
        rows = [rule for rule in scope.rows if rule.kind == "applies"]
        inside = both(negated(exempt), either(*(self.when(rule) for rule in rows)) if rows else True)
        return ScopeState(both(above.applies, inside), tuple(both(binds, inside) for binds in above.editions))

    def edition_in_force(self, edition: Edition) -> bool | None:
        """Tell whether an edition was in force on the launch; None where that may be."""
        text = edition.instrument
        found = in_force(text.valid_from, text.valid_until, self.days.launch, self.days.bound)
        return found

    # Classes ----------------------------------------------------------------------------------------------

    def gives(self, rule: Rule) -> bool | None:
        """Tell whether a row that classifies gives something."""
        if rule.fill is None:
            return None if any(self.value(part.value, rule) is None for part in rule.parts) else True
        if not rule.fill.of.on_scale:
            return self._table_row(self.program.class_[rule.fill.of.id], rule)
        assert rule.fill.gives is not None
        outcomes = self.outcomes(rule.fill.gives, rule)
        return False if outcomes == {None} else True if len(outcomes) == 1 else None

    def level(self, of: ClassOf) -> LevelState:
        """Give where a class stands on its scale. A class of a regulation that is not there can be anything."""
        if of.id not in self._levels:
            found = self.program.class_.get(of.id)
            assert isinstance(of.kind, ScaleKind)
            self._levels[of.id] = self._level(found) if found else LevelState(-1, len(of.kind.values) - 1)
        return self._levels[of.id]

    def _level(self, found: Class) -> LevelState:
        order = order_of(found.of)
        ranks = {level: rank for rank, level in enumerate(order)}
        lows, highs, proposals = [], [-1], []
        least = -1
        if found.of.decided_by is not None:
            least = 0  # a person will give it some level
            decided = self.fact(found.of.decided_by)
            lows += [] if decided is None else [ranks[decided]]
            highs.append(len(order) - 1 if decided is None else ranks[decided])
        for rule in found.rules:
            assert rule.fill is not None and rule.fill.gives is not None
            counts = both(self.binds(rule), self.when(rule))
            outcomes = self.outcomes(rule.fill.gives, rule)
            levels = [ranks[level] for level in outcomes if level is not None]
            certain = counts is True and None not in outcomes
            if counts is False or not levels:
                continue
            if rule.fill.how == "proposes":
                proposals += levels if certain and len(levels) == 1 else []
                continue
            lows += [min(levels)] if certain else []
            highs.append(max(levels))
        return LevelState(max([least, *lows]), max(highs), bool(lows), max(proposals, default=None))

    def class_values(self, of: ClassOf) -> frozenset[str]:
        """Give the values that a decision table may still come to; empty where no row is left."""
        if of.id not in self._values:
            found = self.program.class_.get(of.id)
            self._values[of.id] = self._table(found) if found else frozenset(of.kind.values)
        return self._values[of.id]

    def _table(self, found: Class) -> frozenset[str]:
        if found.of.decided_by is not None:  # the rows only propose
            decided = self.fact(found.of.decided_by)
            return frozenset(found.of.kind.values if decided is None else {decided})
        return self.table_outcome(found)

    def table_outcome(self, found: Class) -> frozenset[str]:
        """Give what the rows of a decision table may come to, read top-down."""
        possible: set[str] = set()
        for rule in found.rules:
            for row, given in self._rows(rule):
                if row is not False:
                    possible |= given
                if row is True:
                    return frozenset(possible)
        return frozenset(possible)

    def _rows(self, rule: Rule) -> Iterator[tuple[bool | None, frozenset[str]]]:
        """Give the rows that a rule adds to a decision table: whether each holds, and what it may give."""
        assert rule.fill is not None
        counts = both(self.binds(rule), self.when(rule))
        if rule.fill.gives is not None:
            yield counts, self.possible(rule.fill.gives, rule)
        for row, given in rule.fill.rows:
            yield both(counts, self.truth(row, rule)), frozenset({given})

    def _table_row(self, found: Class, wanted: Rule) -> bool | None:
        """Tell whether the row that counts is one of this rule's."""
        open_before = False
        for rule in found.rules:
            for row, _ in self._rows(rule):
                if rule is wanted and row is not False:
                    return None if open_before or row is None else True
                if row is True:
                    return False
                open_before = open_before or row is None
        return False

    # Conditions -------------------------------------------------------------------------------------------

    def truth(self, node: t.Node, rule: Rule | None = None) -> bool | None:
        """Give the truth of a condition: True, False or None."""
        match node:
            case t.Const(value=value):
                return bool(value)
            case t.And(items=items):
                return both(*(self.truth(item, rule) for item in items))
            case t.Or(items=items):
                return either(*(self.truth(item, rule) for item in items))
            case t.Not(item=item):
                return negated(self.truth(item, rule))
            case t.Exists(fact=fact):
                found = self.fact(fact)
                return None if found is None else found is not False
            case t.Compare(op=op, left=left, right=right):
                return self._compare(op, left, right, rule)
            case t.In(item=item, group=group):
                return self._is_in(item, self.set(group, rule), rule)
            case t.Intersects(some=some, group=group):
                return intersects(self.set(some, rule), self.set(group, rule))
            case t.Within(some=some, group=group):
                return within(self.set(some, rule), self.set(group, rule))
            case t.Each(op=op, list=of, item=item):
                return self._each(op, of, item, rule)
            case t.Named():
                return self._one_wording([self.truth(wording, rule) for wording in self._wordings(node, rule)])
        found = self.value(node, rule)
        return found if found is None else bool(found)

    def _compare(self, op: str, left: t.Node, right: t.Node, rule: Rule | None) -> bool | None:
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        if isinstance(left, t.ClassRef) or isinstance(right, t.ClassRef):
            pairs = product(self._standing(left, kind, rule), self._standing(right, kind, rule))
            answers = {None if None in pair else ORDER[op](*pair) for pair in pairs}
            return answers.pop() if len(answers) == 1 else None
        one, other = self.value(left, rule), self.value(right, rule)
        if one is None or other is None:
            return None
        if isinstance(kind, ScaleKind):
            one, other = kind.rank[one], kind.rank[other]
        return ORDER[op](one, other)

    def _standing(self, node: t.Node, kind: Kind, rule: Rule | None) -> list[Any]:
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
        found = self.value(node, rule)
        if found is None:
            return [None]
        return [kind.rank[found] if isinstance(kind, ScaleKind) else found]

    def _is_in(self, item: t.Node, group: tuple[frozenset[str], bool], rule: Rule | None) -> bool | None:
        if isinstance(item, t.ClassRef):
            possible = self.possible(item, rule) or {None}
            answers = {None if value is None else is_member(value, group) for value in possible}
            return answers.pop() if len(answers) == 1 else None
        found = self.value(item, rule)
        return None if found is None else is_member(found, group)

    def _each(self, op: str, of: Any, item: t.Node, rule: Rule | None) -> bool | None:
        owner = self.here.get(of.owner.at)
        members = getattr(owner, of.name) if owner is not None else None
        if members is None:
            return None
        answers = [self._inside(member).truth(item, rule) for member in members]
        complete = not members or getattr(owner, f"{of.name}_complete", None) is True
        if op == "any":
            return either(*answers, False if complete else None)
        return both(*answers, True if complete else None)

    def _inside(self, member: Group) -> Subject:
        """Give the same reader, standing at a member of a list."""
        inner = copy(self)
        inner.here = {**self.here, **dict(places_of(member))}
        return inner

    def _wordings(self, node: t.Named, rule: Rule | None) -> list[t.Node]:
        """Give the wordings of a definition that may govern a rule: one where its day is known."""
        day = self.days.of(rule.time if rule else "launch")
        if day is None:
            day_possible = [node.item, *(wording for start, wording in node.since if start <= self.days.bound)]
            return day_possible
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

    def value(self, node: t.Node, rule: Rule | None = None) -> Any:
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
                return param_value(parameter, self.days, rule.time if rule else "launch", self.program.given)
            case t.Named():
                return self._one_wording([self.value(wording, rule) for wording in self._wordings(node, rule)])
            case t.ClassRef():
                standing = self.possible(node, rule)
                return next(iter(standing)) if len(standing) == 1 else None
            case t.Lookup():
                return self._lookup(node, rule)
            case t.Extreme(op=op, items=items):
                return self._extreme(op, items, rule)
        values = [self.value(part, rule) for part in node.parts()]
        if any(value is None for value in values):
            return None
        match node:
            case t.Arithmetic(op=op):
                left, right = values
                return left + right if op == "+" else left - right if op == "-" else left * right
            case t.Shift(unit=unit, sign=sign):
                return shifted(values[0], unit, sign * values[1])
            case t.DaysBetween():
                return (values[1] - values[0]).days
        raise TypeError(f"no value: {node!r}")  # pragma: no cover - `_check` admits no other node

    def _extreme(self, op: str, items: tuple[t.Node, ...], rule: Rule | None) -> Any:
        kind = kind_of(items[0])
        if isinstance(kind, ScaleKind):
            possible = self._possible_extreme(op, items, kind, rule)
            return next(iter(possible)) if len(possible) == 1 else None
        values = [self.value(item, rule) for item in items]
        if any(value is None for value in values):
            return None
        return max(values) if op == "greatest" else min(values)

    def _possible_extreme(self, op: str, items: Iterable[t.Node], kind: ScaleKind, rule: Rule | None) -> frozenset[str]:
        ranks = [sorted(kind.rank[level] for level in self.possible(item, rule) if level is not None) for item in items]
        if not all(ranks):
            return frozenset(kind.values)
        choose = max if op == "greatest" else min
        low, high = choose(rank[0] for rank in ranks), choose(rank[-1] for rank in ranks)
        reachable = {place for rank in ranks for place in rank if low <= place <= high}
        return frozenset(kind.values[place] for place in reachable)

    def _lookup(self, node: t.Lookup, rule: Rule | None) -> Any:
        found = self._possible_rows(node, rule)
        return next(iter(found)) if len(found) == 1 and None not in found else None

    def _possible_rows(self, node: t.Lookup, rule: Rule | None) -> set[Any]:
        """Give what the rows that can still match give; None among it where one key has no row."""
        rows = dict(node.rows)
        keys = [self.possible(key, rule) for key in node.keys]
        return {rows.get(key) for key in product(*keys)}

    def outcomes(self, node: t.Node, rule: Rule | None) -> frozenset[Any]:
        """Give what a row that classifies may give; None among it where a table may have no row for this file."""
        return frozenset(self._possible_rows(node, rule)) if isinstance(node, t.Lookup) else self.possible(node, rule)

    def possible(self, node: t.Node, rule: Rule | None) -> frozenset[Any]:
        """Give the values that an expression of a closed list may still have."""
        kind = kind_of(node)
        if isinstance(node, t.ClassRef):
            if not node.of.on_scale:
                return self.class_values(node.of)
            state, order = self.level(node.of), order_of(node.of)
            return frozenset(order[place] if place >= 0 else None for place in range(state.low, state.high + 1))
        if isinstance(node, t.Extreme) and isinstance(kind, ScaleKind):
            return self._possible_extreme(node.op, node.items, kind, rule)
        if isinstance(node, t.Lookup):
            return frozenset(self._possible_rows(node, rule) - {None})
        if isinstance(kind, FlagKind):
            truth = self.truth(node, rule)
            return frozenset({True, False} if truth is None else {truth})
        found = self.value(node, rule)
        return frozenset(closed_list(kind) if found is None else {found})

    def set(self, node: t.Node, rule: Rule | None) -> tuple[frozenset[str], bool]:
        """Give the certain members of a set, and whether those are all."""
        if isinstance(node, t.Union):
            parts = [self.set(item, rule) for item in node.items]
            return frozenset().union(*(certain for certain, _ in parts)), all(complete for _, complete in parts)
        found = self.value(node, rule)
        if found is None:
            return frozenset(), False
        return found - {OTHERS}, OTHERS not in found


class _Settled(Subject):
    """A reader to whom every fact that can still follow is unknown; classes are computed once, and stay."""

    known: Subject

    def fact(self, fact: Any) -> Any:
        return None if fact.can_follow else super().fact(fact)

    def level(self, of: ClassOf) -> LevelState:
        return self.known.level(of)

    def class_values(self, of: ClassOf) -> frozenset[str]:
        return self.known.class_values(of)


def _passed(by: t.Node) -> t.Node:
    from ._check import checked_condition

    return checked_condition(t.Compare(">", t.Today(), by))
