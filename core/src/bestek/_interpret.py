"""The reference interpreter: what a policy means for one file, written to be read and not to be fast.

It judges rules, scopes and classes; `_evaluate` reads their expressions. The decider (`_decide`) must agree with
this module on every file; where they differ, this one is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from . import _tree as t
from ._check import checked_condition
from ._evaluate import LevelState, Reader, places_of
from ._judge import Status, both, demand_status, either, negated, note_status, open_norm_status, row_status
from ._kinds import ScaleKind
from ._law import Days, days_of, in_force
from ._outcome import CODE, NOT_JUDGED, OPEN_SCOPE, STATE, Decided, Outcome, subjects_of
from ._program import Class, Edition, Program, Scope, phase_rank, vetted_roles
from ._values import order_of
from .classes import ClassOf
from .procurement import Decision, Procurement
from .rules import NOTES, PHASES, Rule
from .vocabulary import Supplier


@attrs.frozen
class ScopeState:
    """What a scope came to: whether it applies, and for each edition whether that one binds."""

    applies: bool | None
    editions: tuple[bool | None, ...]


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

    def outcome(self) -> Outcome:
        """Give what the compiled policy gives."""
        program = self.program
        vetted = (self.subject(supplier) for _, _, supplier in subjects_of(self.procurement))
        return self.subject().decided(program.own), tuple(subject.decided(program.vetting) for subject in vetted)


class Subject(Reader):
    """Judges the rules for one subject: the procurement, or one supplier."""

    def __init__(self, file: Interpreter, supplier: Supplier | None) -> None:
        self.file = file
        self.program = file.program
        self.days = file.days
        self.supplier = supplier
        self.given = file.program.given
        self.here = {**file.root, **dict(places_of(supplier))} if supplier else file.root
        self._scopes: dict[str, ScopeState] = {}
        self._levels: dict[str, LevelState] = {}
        self._values: dict[str, frozenset[str]] = {}

    # Rules ------------------------------------------------------------------------------------------------

    def decided(self, rules: Iterable[Rule]) -> Decided:
        """Give the states of the scopes and of what binds, and the codes of these rules."""
        return Decided(
            tuple(self._state(scope, None) for scope in self.program.scopes),
            tuple(self._state(self.program.scope[name], edition) for name, edition in self.program.bind_keys),
            tuple(NOT_JUDGED if self.binds(rule) is False else CODE[self.status(rule)] for rule in rules),
        )

    def _state(self, scope: Scope, edition: int | None) -> int:
        if scope.of_supplier and self.supplier is None:
            return OPEN_SCOPE  # asked of each supplier, not of the procurement
        found = self.scope(scope)
        return STATE[found.applies if edition is None else found.editions[edition]]

    def binds(self, rule: Rule) -> bool | None:
        """Tell whether the scope of a rule, and the edition that it belongs to, bind this file."""
        key = self.program.bind_key(rule)
        if key is None:
            return True
        state = self.scope(self.program.scope[key[0]])
        return state.applies if key[1] is None else state.editions[key[1]]

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
        return both(self.truth(rule.when, rule.time), self.own_dates(rule), self.has_role(rule))

    def own_dates(self, rule: Rule) -> bool | None:
        return in_force(rule.valid_from, rule.valid_until, self.days.of(rule.time), self.days.bound)

    def has_role(self, rule: Rule) -> bool | None:
        if self.supplier is None or rule.names_role or not rule.of_supplier:
            return True
        return None if self.supplier.role is None else self.supplier.role in vetted_roles(rule)

    def holds(self, rule: Rule, decision: Decision | None) -> bool | None:
        """What is demanded holds, or its exception does; of a rule left to a person, what that person decided."""
        unless = False if rule.unless is None else self.truth(rule.unless, rule.time)
        if rule.left_to_a_person:
            decided = None if decision is None else decision.outcome == "met"
            return either(decided, unless)
        return self.truth(rule.holds, rule.time)

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
        return both(phase, self.truth(_passed(rule.by), rule.time))

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
                in_force(
                    edition.instrument.valid_from, edition.instrument.valid_until, self.days.today, self.days.today
                ),
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
        return in_force(text.valid_from, text.valid_until, self.days.launch, self.days.bound)

    # Classes ----------------------------------------------------------------------------------------------

    def gives(self, rule: Rule) -> bool | None:
        """Tell whether a row that classifies gives something."""
        if rule.fill is None:
            return None if any(self.value(part.value, rule.time) is None for part in rule.parts) else True
        if not rule.fill.of.on_scale:
            return self._table_row(self.program.class_[rule.fill.of.id], rule)
        assert rule.fill.gives is not None
        outcomes = self.outcomes(rule.fill.gives, rule.time)
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
            outcomes = self.outcomes(rule.fill.gives, rule.time)
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
            yield counts, self.possible(rule.fill.gives, rule.time)
        for row, given in rule.fill.rows:
            yield both(counts, self.truth(row, rule.time)), frozenset({given})

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


class _Settled(Subject):
    """A reader to whom every fact that can still follow is unknown, and so is every class that rests on one."""

    known: Subject

    def fact(self, fact: Any) -> Any:
        return None if fact.can_follow else super().fact(fact)

    def level(self, of: ClassOf) -> LevelState:
        if of.id not in self.program.can_follow:
            return self.known.level(of)
        return LevelState(-1, len(of.kind.values) - 1)

    def class_values(self, of: ClassOf) -> frozenset[str]:
        return frozenset(of.kind.values) if of.id in self.program.can_follow else self.known.class_values(of)


def _passed(by: t.Node) -> t.Node:
    return checked_condition(t.Compare(">", t.Today(), by))
