"""The explainer: why a rule came to its status, and what is missing for a certain answer.

Each expression is compiled once to a chain of small functions that give its truth together with the facts that
decide it: for an "and" that failed the failing part, for an "or" that held the holding part, never more. Where
nothing is decided they give the facts that still matter instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from . import _tree as t
from ._check import checked_condition, kind_of
from ._decide import NO, OPEN_SCOPE, Decided, bind_key, bind_keys
from ._interpret import places_of
from ._judge import either, negated
from ._law import Days, in_force, param_value
from ._program import Class, Program, Scope, Score, phase_rank, vetted_roles
from ._values import ORDER, Members, closed_list, intersects, is_member, order_of, shifted, within
from .classes import ClassOf
from .facts import OTHERS, DatedKind, Fact, FlagKind, Kind, ScaleKind
from .group import Group
from .procurement import Procurement
from .rules import NOTES, PHASES, Rule
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

_SURELY, _NEVER = Why(True), Why(False)
class Place:
    """Where an explanation stands: the groups and their paths, one subject, and what was decided for it."""

    __slots__ = ("days", "decided", "file", "here", "memo", "paths", "program", "supplier")

    def __init__(
        self, program: Program, file: Procurement, days: Days, decided: Decided, supplier: Supplier | None, path: str | None
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


def _all(whys: Iterable[Why], *, stop: bool = False) -> Why:
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


class Explainer:
    """Explains the rulings of one program. Functions are made on first need and kept."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._conditions: dict[tuple[t.Node, str], Condition] = {}
        self._values: dict[tuple[t.Node, str], Value] = {}
        self._passed: dict[t.Node, t.Node] = {}
        self._bind_places = {key: place for place, key in enumerate(bind_keys(program))}

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
            return _once(when.reasons + given.reasons), _once(when.missing + given.missing)
        decided = self._decision(rule, place)
        if status == "not_applicable":
            return (when.reasons if when.truth is False else ()), ()
        holds = self.holds(rule, place)
        certain_when = when.reasons if when.truth else ()
        if status == "met":
            return _once(certain_when + holds.reasons), ()
        reached = self.reached(rule, place)
        if status == "breach":
            settled = decided is not None or not self._can_follow(holds.reasons)
            return _once(certain_when + holds.reasons + (() if settled else reached.reasons)), ()
        asked = () if decided is not None else self._asked(rule, place) if rule.left_to_a_person else holds.missing
        if status == "due":
            return _once(certain_when + holds.reasons + reached.reasons), _once(asked)
        late = reached.missing if when.truth else ()
        return _once(certain_when), _once(when.missing + (asked if holds.truth is None else ()) + late)

    @staticmethod
    def _can_follow(reasons: tuple[Reason, ...]) -> bool:
        return any(isinstance(reason.fact, Fact) and reason.fact.can_follow for reason in reasons)

    def when(self, rule: Rule, place: Place) -> Why:
        """Explain the condition of a rule, its own dates, and for a supplier its role."""
        whys = [self._role(rule, place)] if place.supplier is not None and rule.of_supplier and not rule.names_role else []
        if rule.valid_from is not None or rule.valid_until is not None:
            whys.append(self._own_dates(rule, place))
        if rule.left_to_a_person:
            decided = self._decision(rule, place)
            if decided is not None and decided.outcome == "not_applicable":
                return _NEVER
        return _all([*whys, self.condition(rule.when, rule.time)(place)])

    def _role(self, rule: Rule, place: Place) -> Why:
        assert place.supplier is not None
        role, path = place.supplier.role, place.path_of("suppliers[].role")
        if role is None:
            return Why(None, (), (path,))
        shown = () if path == "supplier.role" else (Reason(path, role, type(place.supplier).facts["role"]),)
        return _SURELY if role in vetted_roles(rule) else Why(False, shown)

    def _own_dates(self, rule: Rule, place: Place) -> Why:
        day = place.days.of(rule.time)
        found = in_force(rule.valid_from, rule.valid_until, day, place.days.bound)
        launch = self._launched(place)
        if found is None:
            return Why(None, (), launch.missing)
        return Why(found, launch.reasons if rule.time == "launch" else ())

    def holds(self, rule: Rule, place: Place) -> Why:
        """Explain what is demanded, or the exception; of a rule left to a person, only the exception."""
        if not rule.left_to_a_person:
            return self.condition(rule.holds, rule.time)(place)
        unless = self.condition(rule.unless, rule.time)(place) if rule.unless is not None else _NEVER
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
        return _all(whys)

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

    def _open_scope(self, rows: Mapping[str, Why], several: bool, place: Place) -> tuple[tuple[str, ...], tuple[str, ...]]:
        undecided = {id: why for id, why in rows.items() if why.truth is None}  # noqa: A001
        missing = tuple(path for why in undecided.values() for path in why.missing)
        if place.days.launch is None and (several or not undecided):
            missing += ("procedure.launched_on",)
        return tuple(undecided), _once(missing)

    def _chapter(
        self, scope: Scope, state: int, place: Place, exempts: Mapping[str, Why]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        assert scope.parent is not None
        above = place.decided.scopes[self.program.scopes.index(scope.parent)]
        rows = {rule.full_id: self.when(rule, place) for rule in scope.rows if rule.kind == "applies"}
        if above == NO or (state == OPEN_SCOPE and above == OPEN_SCOPE and not any(why.truth is None for why in rows.values())):
            return self.scope(scope.parent, above, place)
        if state == OPEN_SCOPE:
            return self._open_scope(rows | exempts, False, place)
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
            missing = _once(tuple(path for one in found for path in one.missing))
            reasons = tuple(reason for one in found for reason in one.reasons)
            return Why(None, (), missing) if any(one.value is None for one in found) else Why(True, reasons)
        if not rule.fill.of.on_scale:
            return Why(None, *self.table(self.program.class_[rule.fill.of.id], place)[1][1:])
        assert rule.fill.gives is not None
        found = self.value(rule.fill.gives, rule.time)(place)
        return Why(None if found.value is None else True, found.reasons, found.missing)

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
                    why = _all([counts, self.condition(row, rule.time)(place)])
                    made.append((rule, why, frozenset({value}), Found(value)))
            place.memo[key] = made
        rows: list[tuple[Rule, Why, frozenset[Any], Found]] = place.memo[key]
        return rows

    def _counts(self, rule: Rule, place: Place) -> Why:
        key = bind_key(self.program, rule)
        if key is not None:
            state = place.decided.binds[self._bind_places[key]]
            if state == NO:
                return _NEVER
            if state == OPEN_SCOPE:
                return _all([Why(None, (), self.scope(self.program.scope[key[0]], OPEN_SCOPE, place)[1]), self.when(rule, place)])
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
        return Standing(low, high, best is not None, _once(best or ()), _once(every), _once(missing), max(proposals, default=None))

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
        return frozenset(possible), Found(None if missing else True, _once(reasons), _once(missing))

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
    def _wording(node: t.Named, time: Any, reader: Callable[[t.Node, str], Any], same: Callable[[list[Any]], Any]) -> Any:
        """Read the wording of a definition that governs the rule; where its day is not known, those that may."""
        wordings = [(None, reader(node.item, time)), *((day, reader(item, time)) for day, item in node.since)]
        if len(wordings) == 1:
            return wordings[0][1]

        def read(place: Place) -> Any:
            day = place.days.of(time)
            until = place.days.bound if day is None else day
            counting = [wording for start, wording in wordings if start is None or start <= until]
            return same([wording(place) for wording in counting]) if day is None else counting[-1](place)

        return read

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
                return Why(None, (), _once(one.missing + other.missing))
            if answer(one.at_least, other.at_least) is truth:  # what gave the certain level is enough
                return Why(truth, _once(one.best + other.best))
            return Why(truth, _once(one.every + other.every))

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
                    return Why(None, (), _once(held.missing + found.missing))
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
            found = _all(
                (item(place.inside(at, member, f"{path}[{number}]")) for number, member in enumerate(members)), stop=stop
            )
            if found.truth is stop:
                return found
            complete = path[: -len(of.name)] + complete_name
            if members and getattr(owner, complete_name, None) is not True:
                return Why(None, (), _once((*found.missing, complete if can_be_complete else path)))
            if found.truth is None:
                return found._replace(missing=_once(found.missing))
            if not members:
                return Why(not stop, (Reason(path, 0, of),))
            return Why(not stop, _once((*found.reasons, Reason(complete, True, of.owner.facts[complete_name]))))

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
                return self._launched
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
            return Found(_computed(node, [one.value for one in found]), tuple(r for one in found for r in one.reasons))

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
    def _launched(place: Place) -> Found:
        procedure = place.file.facts.procedure
        if procedure.launched_on is not None:
            fact = type(procedure).facts["launched_on"]
            return Found(procedure.launched_on, (Reason("procedure.launched_on", procedure.launched_on, fact),))
        if place.days.launch is not None:
            return Found(place.days.launch, (Reason("procedure.stage", procedure.stage, type(procedure).facts["stage"]),))
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
        if isinstance(node, t.Lookup):
            rows = dict(node.rows)
            return frozenset(rows.get(key) for key in product(*(self._possible(key, time, place) for key in node.keys)))
        return self._possible(node, time, place)

    def _possible(self, node: t.Node, time: str, place: Place) -> frozenset[Any]:
        kind = kind_of(node)
        if isinstance(node, t.ClassRef):
            if not node.of.on_scale:
                return self.class_values(node.of, place)[0]
            state, order = self.level(node.of, place), order_of(node.of)
            return frozenset(order[rank] if rank >= 0 else None for rank in range(state.low, state.high + 1))
        if isinstance(node, t.Lookup):
            return self._outcomes(node, time, place) - {None}
        if isinstance(node, t.Extreme) and isinstance(kind, ScaleKind):
            ranks = [[kind.rank[level] for level in self._possible(item, time, place) if level is not None] for item in node.items]
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
            return (certain - {OTHERS}, complete), Found(certain, reasons, tuple(path for one in found for path in one.missing))

        return read


# Small steps ----------------------------------------------------------------------------------------------


def _joined(items: list[Condition], *, stop: bool) -> Condition:
    return lambda place: _all((item(place) for item in items), stop=stop)


def _once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    return items if len(items) < 2 else tuple(dict.fromkeys(items))


def _flipped(why: Why) -> Why:
    return why._replace(truth=negated(why.truth))


def _exists(found: Found) -> Why:
    return Why(None, (), found.missing) if found.value is None else Why(found.value is not False, found.reasons)


def _day_of(found: Found) -> Found:
    return found if isinstance(found.value, date) else Found(None, (), found.missing or tuple(r.path for r in found.reasons))


def _as_truth(found: Found) -> Why:
    return Why(None, (), found.missing) if found.value is None else Why(bool(found.value), found.reasons)


def _same_truth(whys: list[Why]) -> Why:
    first = whys[0]
    if all(why.truth is first.truth for why in whys):
        return first
    missing = tuple(path for why in whys for path in why.missing)
    return Why(None, (), _once((*missing, "procedure.launched_on")))


def _same_value(found: list[Found]) -> Found:
    first = found[0]
    if all(one.value == first.value for one in found):
        return first
    return Found(None, (), _once((*(path for one in found for path in one.missing), "procedure.launched_on")))


def _computed(node: t.Node, values: list[Any]) -> Any:
    match node:
        case t.Arithmetic(op=op):
            left, right = values
            return left + right if op == "+" else left - right if op == "-" else left * right
        case t.Shift(unit=unit, sign=sign):
            return shifted(values[0], unit, sign * values[1])
        case t.DaysBetween():
            return (values[1] - values[0]).days
        case t.Extreme(op=op):
            return max(values) if op == "greatest" else min(values)
    raise TypeError(f"no value: {node!r}")  # pragma: no cover - `_check` admits no other node
