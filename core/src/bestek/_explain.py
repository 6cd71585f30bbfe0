"""The explainer: why a rule came to its status, a scope to its answer and a class to its level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from . import _tree as t
from ._check import checked_condition
from ._judge import either
from ._law import in_force
from ._outcome import NO, OPEN_SCOPE
from ._program import Class, Program, Scope, Score, phase_rank, vetted_roles
from ._values import order_of
from ._why import NEVER, SURELY, Found, Place, Reason, Standing, Why, WhyReader, all_of, once
from .classes import ClassOf
from .facts import Fact
from .rules import NOTES, PHASES, Rule


class Explainer(WhyReader):
    """Explains the rulings of one program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._passed: dict[t.Node, t.Node] = {}

    # Rules ------------------------------------------------------------------------------------------------

    def ruling(self, rule: Rule, status: str, place: Place) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        """Give the facts that decided a status, and those that are missing for a certain one."""
        when = self.when(rule, place)
        if rule.kind in NOTES:
            return when.reasons, when.missing
        if rule.fill or rule.score:
            given = self.gives(rule, place)
            if when.truth is False:
                return when.reasons, ()
            return once(when.reasons + given.reasons), once(when.missing + given.missing)
        decided = self._decision(rule, place)
        if status == "not_applicable":
            return (when.reasons if when.truth is False else ()), ()
        holds = self.holds(rule, place)
        certain_when = when.reasons if when.truth else ()
        if status == "met":
            return once(certain_when + holds.reasons), ()
        reached = self.reached(rule, place)
        if status == "breach":
            settled = decided is not None or not self._can_follow(holds.reasons)
            return once(certain_when + holds.reasons + (() if settled else reached.reasons)), ()
        asked = () if decided is not None else self._asked(rule, place) if rule.left_to_a_person else holds.missing
        if status == "due":
            return once(certain_when + holds.reasons + reached.reasons), once(asked)
        late = reached.missing if when.truth else ()
        return once(certain_when), once(when.missing + (asked if holds.truth is None else ()) + late)

    @staticmethod
    def _can_follow(reasons: tuple[Reason, ...]) -> bool:
        return any(isinstance(reason.fact, Fact) and reason.fact.can_follow for reason in reasons)

    def when(self, rule: Rule, place: Place) -> Why:
        """Explain the condition of a rule, its own dates, and for a supplier its role."""
        whys = (
            [self._role(rule, place)] if place.supplier is not None and rule.of_supplier and not rule.names_role else []
        )
        if rule.valid_from is not None or rule.valid_until is not None:
            whys.append(self._own_dates(rule, place))
        if rule.left_to_a_person:
            decided = self._decision(rule, place)
            if decided is not None and decided.outcome == "not_applicable":
                return NEVER
        return all_of([*whys, self.condition(rule.when, rule.time)(place)])

    def _role(self, rule: Rule, place: Place) -> Why:
        assert place.supplier is not None
        role, path = place.supplier.role, place.path_of("suppliers[].role")
        if role is None:
            return Why(None, (), (path,))
        shown = () if path == "supplier.role" else (Reason(path, role, type(place.supplier).facts["role"]),)
        return SURELY if role in vetted_roles(rule) else Why(False, shown)

    def _own_dates(self, rule: Rule, place: Place) -> Why:
        day = place.days.of(rule.time)
        found = in_force(rule.valid_from, rule.valid_until, day, place.days.bound)
        launch = self.launched(place)
        if found is None:
            return Why(None, (), launch.missing)
        return Why(found, launch.reasons if rule.time == "launch" else ())

    def holds(self, rule: Rule, place: Place) -> Why:
        """Explain what is demanded, or the exception; of a rule left to a person, only the exception."""
        if not rule.left_to_a_person:
            return self.condition(rule.holds, rule.time)(place)
        unless = self.condition(rule.unless, rule.time)(place) if rule.unless is not None else NEVER
        decided = self._decision(rule, place)
        outcome = None if decided is None else decided.outcome == "met"
        truth = either(outcome, unless.truth)
        return Why(truth, unless.reasons if unless.truth else (), unless.missing if truth is None else ())

    def _decision(self, rule: Rule, place: Place) -> Any:
        if not rule.left_to_a_person:
            return None
        of = place.supplier if rule.of_supplier and place.supplier is not None else place.file.facts
        return of.decisions.get(rule.full_id)

    def _asked(self, rule: Rule, place: Place) -> tuple[str, ...]:
        path = place.path_of("suppliers[].decisions" if rule.of_supplier else "decisions")
        return (f'{path}."{rule.full_id}"',)

    def reached(self, rule: Rule, place: Place) -> Why:
        """Explain whether the stage has come to the phase of a rule, and its last day has passed."""
        whys = []
        if rule.phase != "preparation":
            procedure = place.file.facts.procedure
            if procedure.stage is None:
                whys.append(Why(None, (), ("procedure.stage",)))
            else:
                reason = Reason("procedure.stage", procedure.stage, type(procedure).facts["stage"])
                whys.append(Why(PHASES.index(procedure.stage) >= phase_rank(rule), (reason,)))
        if rule.by is not None:
            if rule.by not in self._passed:
                self._passed[rule.by] = checked_condition(t.Compare(">", t.Today(), rule.by))
            whys.append(self.condition(self._passed[rule.by], rule.time)(place))
        return all_of(whys)

    def last_day(self, rule: Rule, place: Place) -> date | None:
        """Give the last day on which a demand can be met, where it has one and that is known."""
        if rule.by is None:
            return None
        found: date | None = self.value(rule.by, rule.time)(place).value
        return found

    # Scopes -----------------------------------------------------------------------------------------------

    def scope(self, scope: Scope, state: int, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the rows that decided a scope (or why no edition counts), and what is missing where it is open."""
        exempts = {rule.full_id: self.when(rule, place) for rule in scope.exempts}
        by_exempt = tuple(id for id, why in exempts.items() if why.truth)  # noqa: A001
        if state == NO and by_exempt:
            return by_exempt, ()
        if scope.parent is not None:
            return self._chapter(scope, state, place, exempts)
        counting = [edition for edition in scope.editions if self._may_count(edition.instrument, place)]
        rows = {rule.full_id: self.when(rule, place) for edition in counting for rule in edition.rows}
        for edition in scope.editions:
            text = edition.instrument
            if in_force(text.valid_from, text.valid_until, place.days.today, place.days.today):
                rows |= {rule.full_id: self.when(rule, place) for rule in edition.today_rows}
        if not rows and state == NO:
            return (self._why_not_in_force(scope, place),), ()
        if state != OPEN_SCOPE:
            return tuple(id for id, why in rows.items() if why.truth is (state != NO)), ()  # noqa: A001
        return self._open_scope(rows | exempts, len(counting) > 1, place)

    def _open_scope(
        self, rows: Mapping[str, Why], several: bool, place: Place
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        undecided = {id: why for id, why in rows.items() if why.truth is None}  # noqa: A001
        missing = tuple(path for why in undecided.values() for path in why.missing)
        if place.days.launch is None and (several or not undecided):
            missing += ("procedure.launched_on",)
        return tuple(undecided), once(missing)

    def _chapter(
        self, scope: Scope, state: int, place: Place, exempts: Mapping[str, Why]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        assert scope.parent is not None
        above = place.decided.scopes[self.program.scopes.index(scope.parent)]
        rows = {rule.full_id: self.when(rule, place) for rule in scope.rows if rule.kind == "applies"}
        if above == NO or (
            state == OPEN_SCOPE and above == OPEN_SCOPE and not any(why.truth is None for why in rows.values())
        ):
            return self.scope(scope.parent, above, place)
        if state == OPEN_SCOPE:
            return self._open_scope({**rows, **exempts}, False, place)
        return tuple(id for id, why in rows.items() if why.truth is (state != NO)), ()  # noqa: A001

    @staticmethod
    def _may_count(text: Any, place: Place) -> bool:
        return in_force(text.valid_from, text.valid_until, place.days.launch, place.days.bound) is not False

    @staticmethod
    def _why_not_in_force(scope: Scope, place: Place) -> str:
        day = place.days.launch or place.days.bound
        starts = [edition.instrument.valid_from for edition in scope.editions]
        early = all(start is not None and day < start for start in starts)
        return "not yet in force" if early else "no longer in force"

    # Classes ----------------------------------------------------------------------------------------------

    def gives(self, rule: Rule, place: Place) -> Why:
        """Explain whether a row that classifies gives something."""
        if rule.fill is None:
            found = [self.value(part.value, rule.time)(place) for part in rule.parts]
            missing = once(tuple(path for one in found for path in one.missing))
            reasons = tuple(reason for one in found for reason in one.reasons)
            return Why(None, (), missing) if any(one.value is None for one in found) else Why(True, reasons)
        if not rule.fill.of.on_scale:
            return Why(None, *self.table(self.program.class_[rule.fill.of.id], place)[1][1:])
        assert rule.fill.gives is not None
        given = self.value(rule.fill.gives, rule.time)(place)
        return Why(None if given.value is None else True, given.reasons, given.missing)

    def rows_of(self, found: Class, place: Place) -> list[tuple[Rule, Why, frozenset[Any], Found]]:
        """Give the rows that fill a class: whether each counts, what it may give, and where that comes from."""
        key = ("rows", found.of.id)
        if key not in place.memo:
            made = []
            for rule in found.rules:
                assert rule.fill is not None
                counts = self._counts(rule, place)
                if rule.fill.gives is not None:
                    given = self.value(rule.fill.gives, rule.time)(place)
                    made.append((rule, counts, self._outcomes(rule.fill.gives, rule.time, place), given))
                for row, value in rule.fill.rows:
                    why = all_of([counts, self.condition(row, rule.time)(place)])
                    made.append((rule, why, frozenset({value}), Found(value)))
            place.memo[key] = made
        rows: list[tuple[Rule, Why, frozenset[Any], Found]] = place.memo[key]
        return rows

    def _counts(self, rule: Rule, place: Place) -> Why:
        key, bind = self.program.bind_key(rule), self.program.bind_of(rule)
        if key is not None and bind is not None:
            state = place.decided.binds[bind]
            if state == NO:
                return NEVER
            if state == OPEN_SCOPE:
                return all_of(
                    [
                        Why(None, (), self.scope(self.program.scope[key[0]], OPEN_SCOPE, place)[1]),
                        self.when(rule, place),
                    ]
                )
        return self.when(rule, place)

    def level(self, of: ClassOf, place: Place) -> Standing:
        """Give where a class stands on its scale, and why."""
        key = ("level", of.id)
        if key not in place.memo:
            place.memo[key] = self._level(of, place)
        found: Standing = place.memo[key]
        return found

    def _level(self, of: ClassOf, place: Place) -> Standing:
        order = order_of(of)
        ranks = {level: rank for rank, level in enumerate(order)}
        filled = self.program.class_.get(of.id)
        if filled is None:
            return Standing(-1, len(order) - 1, missing=(f"classes.{of.id}",))
        low, high = -1, -1
        best: tuple[Reason, ...] | None = None
        every: tuple[Reason, ...] = ()
        missing: tuple[str, ...] = ()
        proposals: list[int] = []
        if of.decided_by is not None:
            decision = self.value(of.decided_by.node, "launch")(place)
            low, high, every, missing = 0, len(order) - 1, decision.reasons, decision.missing
            if decision.value is not None:
                low = high = ranks[decision.value]
                best = decision.reasons
        for rule, why, outcomes, given in self.rows_of(filled, place):
            levels = [ranks[level] for level in outcomes if level is not None]
            certain = bool(why.truth) and None not in outcomes
            if rule.fill is not None and rule.fill.how == "proposes":
                proposals += levels if certain and len(levels) == 1 else []
                continue
            every += why.reasons + (given.reasons if why.truth else ())
            if why.truth is False or not levels:
                continue
            high = max(high, *levels)
            missing += why.missing + given.missing
            if certain and (best is None or min(levels) > low):
                low, best = max(low, min(levels)), why.reasons + given.reasons
        return Standing(
            low, high, best is not None, once(best or ()), once(every), once(missing), max(proposals, default=None)
        )

    def class_values(self, of: ClassOf, place: Place) -> tuple[frozenset[str], Found]:
        """Give what a decision table may come to, why, and what is missing."""
        filled = self.program.class_.get(of.id)
        if filled is None:
            return frozenset(of.kind.values), Found(None, (), (f"classes.{of.id}",))
        if of.decided_by is not None:
            decision = self.value(of.decided_by.node, "launch")(place)
            return frozenset(of.kind.values if decision.value is None else {decision.value}), decision
        return self.table(filled, place)

    def table(self, filled: Class, place: Place) -> tuple[frozenset[str], Found]:
        """Give what the rows of a table may come to, read top-down."""
        possible: set[str] = set()
        reasons: tuple[Reason, ...] = ()
        missing: tuple[str, ...] = ()
        for _, why, outcomes, given in self.rows_of(filled, place):
            values = {value for value in outcomes if value is not None}
            reasons += why.reasons + (given.reasons if why.truth else ())
            if why.truth is False:
                continue
            possible |= values
            missing += why.missing + given.missing
            if why.truth:
                break
        return frozenset(possible), Found(None if missing else True, once(reasons), once(missing))

    def score(self, found: Score, subject: str, place: Place) -> Iterator[tuple[Any, ...]]:
        """Compute a score by each of its rules that counts: id, subject, value, maximum, parts and gaps."""
        for rule in found.rules:
            if self._counts(rule, place).truth is not True:
                continue
            parts: list[tuple[str, float | None]] = []
            total = most = 0.0
            for part in rule.parts:
                value, maximum, weight = (
                    self.value(node, rule.time)(place).value for node in (part.value, part.maximum, part.weight)
                )
                known = None not in (value, maximum, weight) and maximum != 0
                points = weight * value / maximum if known else None
                parts.append((part.name, points))
                total += points or 0.0
                most += weight or 0.0
            gaps = tuple(name for name, points in parts if points is None)
            yield found.of.id, subject, total, most, tuple(parts), gaps
