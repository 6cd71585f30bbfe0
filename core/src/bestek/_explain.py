"""The explainer: why a rule came to its status, a scope to its answer and a class to its level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ._law import in_force
from ._outcome import NO, OPEN_SCOPE
from ._place import NEVER, SURELY, Found, Place, Reason, Standing, Why, all_of, once
from ._program import Class, Program, Scope, Score
from ._values import order_of
from ._why import WhyReader
from ._why_rule import Explained, RuleWhy
from .classes import ClassOf
from .rules import Rule

ClassRow = tuple[Rule, Why, frozenset[Any], Found]


class Explainer(WhyReader):
    """Explains the rulings of one program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._rules: dict[str, RuleWhy] = {}

    # Rules ------------------------------------------------------------------------------------------------

    def rule(self, rule: Rule) -> RuleWhy:
        """Give what explains a rule."""
        found = self._rules.get(rule.full_id)
        if found is None:
            found = self._rules[rule.full_id] = RuleWhy(self, rule)
        return found

    def ruling(self, rule: Rule, status: str, place: Place) -> Explained:
        """Give the facts that decided a status, and those that are missing for a certain one."""
        gives = self.gives(rule, place) if rule.fill or rule.score else SURELY
        return self.rule(rule).ruling(status, place, gives)

    def when(self, rule: Rule, place: Place) -> Why:
        """Explain the condition of a rule, its own dates, and for a supplier its role."""
        return self.rule(rule).when(place)

    # Scopes -----------------------------------------------------------------------------------------------

    def scope(self, scope: Scope, state: int, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the rows that decided a scope (or why no edition counts), and what is missing where it is open."""
        exempts = {rule.full_id: self.when(rule, place) for rule in scope.exempts}
        by_exempt = _with_truth(exempts, True)
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
            return _with_truth(rows, state != NO), ()
        return self._open_scope(rows | exempts, len(counting) > 1, place)

    def _open_scope(
        self, rows: Mapping[str, Why], several: bool, place: Place
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        undecided = _with_truth(rows, None)
        missing = tuple(path for name in undecided for path in rows[name][2])
        if place.days.launch is None and (several or not undecided):
            missing += ("procedure.launched_on",)
        return undecided, once(missing)

    def _chapter(
        self, scope: Scope, state: int, place: Place, exempts: Mapping[str, Why]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        assert scope.parent is not None
        above = place.decided.scopes[self.program.scopes.index(scope.parent)]
        rows = {rule.full_id: self.when(rule, place) for rule in scope.rows if rule.kind == "applies"}
        both_open = state == OPEN_SCOPE and above == OPEN_SCOPE
        if above == NO or (both_open and not _with_truth(rows, None)):
            return self.scope(scope.parent, above, place)
        if state == OPEN_SCOPE:
            return self._open_scope({**rows, **exempts}, False, place)
        return _with_truth(rows, state != NO), ()

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
            missing = once(tuple(path for one in found for path in one[2]))
            reasons = tuple(reason for one in found for reason in one[1])
            return (None, (), missing) if any(one[0] is None for one in found) else (True, reasons, ())
        if not rule.fill.of.on_scale:
            _, reasons, missing = self.table(self.program.class_[rule.fill.of.id], place)[1]
            return None, reasons, missing
        assert rule.fill.gives is not None
        value, reasons, missing = self.value(rule.fill.gives, rule.time)(place)
        return None if value is None else True, reasons, missing

    def rows_of(self, found: Class, place: Place) -> list[ClassRow]:
        """Give the rows that fill a class: whether each counts, what it may give, and where that comes from."""
        memo = place.of_subject if found.of_supplier else place.of_file
        rows: list[ClassRow] | None = memo.get(found)
        if rows is None:
            rows = memo[found] = list(self._rows_of(found, place))
        return rows

    def _rows_of(self, found: Class, place: Place) -> Iterator[ClassRow]:
        for rule in found.rules:
            assert rule.fill is not None
            counts = self._counts(rule, place)
            if rule.fill.gives is not None:
                gives = (rule.fill.gives, rule.time)
                yield rule, counts, self.outcomes(*gives)(place), self.value(*gives)(place)
            for row, value in rule.fill.rows:
                why = all_of([counts, self.condition(row, rule.time)(place)])
                yield rule, why, frozenset({value}), (value, (), ())

    def _counts(self, rule: Rule, place: Place) -> Why:
        """Explain whether a row counts: its scope binds, and its condition holds."""
        bind = self.program.bind_of(rule)
        state = None if bind is None else place.decided.binds[bind]
        if state == NO:
            return NEVER
        when = self.when(rule, place)
        if state == OPEN_SCOPE and rule.scope is not None:
            return all_of([(None, (), self.scope(self.program.scope[rule.scope], OPEN_SCOPE, place)[1]), when])
        return when

    def level(self, of: ClassOf, place: Place) -> Standing:
        """Give where a class stands on its scale, and why."""
        memo = place.of_subject if self.of_supplier(of) else place.of_file
        found: Standing | None = memo.get(of)
        if found is None:
            found = memo[of] = self._level(of, place)
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
            decision, every, missing = self.value(of.decided_by.node, "launch")(place)
            low, high = 0, len(order) - 1
            if decision is not None:
                low = high = ranks[decision]
                best = every
        for rule, (truth, because, lacks), outcomes, (_, reasons, unknown) in self.rows_of(filled, place):
            levels = [ranks[level] for level in outcomes if level is not None]
            certain = bool(truth) and None not in outcomes
            if rule.fill is not None and rule.fill.how == "proposes":
                proposals += levels if certain and len(levels) == 1 else []
                continue
            every += because + (reasons if truth else ())
            if truth is False or not levels:
                continue
            high = max(high, *levels)
            missing += lacks + unknown
            if certain and (best is None or min(levels) > low):
                low, best = max(low, min(levels)), because + reasons
        proposed = max(proposals, default=None)
        return Standing(low, high, best is not None, once(best or ()), once(every), once(missing), proposed)

    def class_values(self, of: ClassOf, place: Place) -> tuple[frozenset[str], Found]:
        """Give what a decision table may come to, why, and what is missing."""
        filled = self.program.class_.get(of.id)
        if filled is None:
            return frozenset(of.kind.values), (None, (), (f"classes.{of.id}",))
        if of.decided_by is not None:
            decision = self.value(of.decided_by.node, "launch")(place)
            return frozenset(of.kind.values if decision[0] is None else {decision[0]}), decision
        return self.table(filled, place)

    def table(self, filled: Class, place: Place) -> tuple[frozenset[str], Found]:
        """Give what the rows of a table may come to, read top-down."""
        possible: set[str] = set()
        reasons: tuple[Reason, ...] = ()
        missing: tuple[str, ...] = ()
        for _, (truth, because, lacks), outcomes, (_, given, unknown) in self.rows_of(filled, place):
            reasons += because + (given if truth else ())
            if truth is False:
                continue
            possible |= {value for value in outcomes if value is not None}
            missing += lacks + unknown
            if truth:
                break
        return frozenset(possible), (None if missing else True, once(reasons), once(missing))

    def score(self, found: Score, subject: str, place: Place) -> Iterator[tuple[Any, ...]]:
        """Compute a score by each of its rules that counts: id, subject, value, maximum, parts and gaps."""
        for rule in found.rules:
            if self._counts(rule, place)[0] is not True:
                continue
            parts: list[tuple[str, float | None]] = []
            total = most = 0.0
            for part in rule.parts:
                nodes = (part.value, part.maximum, part.weight)
                value, maximum, weight = (self.value(node, rule.time)(place)[0] for node in nodes)
                known = None not in (value, maximum, weight) and maximum != 0
                points = weight * value / maximum if known else None
                parts.append((part.name, points))
                total += points or 0.0
                most += weight or 0.0
            gaps = tuple(name for name, points in parts if points is None)
            yield found.of.id, subject, total, most, tuple(parts), gaps


def _with_truth(rows: Mapping[str, Why], truth: bool | None) -> tuple[str, ...]:
    return tuple(name for name, why in rows.items() if why[0] is truth)
