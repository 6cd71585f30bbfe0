"""Which statuses a rule can reach: found by looking for a file that reaches each of them.

For a condition and a wanted truth (true, false, unknown) `Search` gives facts that lead to it, part by part:
an "and" is true where all its parts are, false where one is. What it finds is judged by the reference
interpreter, so a status counts as reachable only where a file was found that has it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import product
from typing import Any

from .. import _tree as t
from .._check import checked_condition
from .._interpret import Interpreter
from .._kinds import DatedKind, DayKind, FlagKind, Kind, NumberKind, ScaleKind, SetKind
from .._program import Program, vetted_roles
from ..facts import Fact
from ..policy import load_policy
from ..procurement import Decision, Procurement
from ..rules import DEMANDS, PHASES, Rule
from ..vocabulary import File, Supplier
from ._cases import Case, statuses

ON = date(2026, 10, 1)
TRIES = 60  # combinations of parts that are tried together
FEW = 800  # combinations of facts that are all tried
EACH = 3  # files that are judged for each pair of truths
Facts = dict[str, Any]  # values by the path of the vocabulary; a list holds such dicts
_UNKNOWN = object()


def reachable(program: Program, rule: Rule) -> frozenset[str]:
    """Give the statuses that a rule can reach, each shown by a file."""
    search = Search(program, rule)
    found: set[str] = set()
    for facts in search.files():
        status = search.judge(facts)
        if status is not None:
            found.add(status)
    return frozenset(found)


def untested(regulation: str, cases: Iterable[Case]) -> list[str]:
    """Give the statuses that rules can reach and no case has: `abro/CLD-01 breach`."""
    cases = list(cases)
    parameters = {name: value for case in cases for name, value in case.parameters.items()}
    policy = load_policy(parameters=parameters, regulations=[regulation])
    seen: set[tuple[str, str]] = set()
    for case in cases:
        assessment = case.assess()
        for name in case.status:
            rule = assessment.policy.rule(name)
            seen |= {(rule.full_id, status) for status in statuses(assessment, rule).values()}
    return sorted(
        f"{rule.full_id} {status}"
        for rule in policy.program.by_id.values()
        for status in reachable(policy.program, rule)
        if (rule.full_id, status) not in seen
    )


class Search:
    """Looks for files that bring one rule to its statuses."""

    def __init__(self, program: Program, rule: Rule) -> None:
        self.program = program
        self.rule = rule
        self.random = random.Random(rule.full_id)  # noqa: S311 - the same tries every time
        last = rule.valid_until - timedelta(days=1) if rule.valid_until else date.max
        self.on = max(min(ON, last), rule.valid_from or date.min)

    # Files ------------------------------------------------------------------------------------------------

    def files(self) -> Iterator[Facts]:
        """Give files that try each combination of condition, demand and stage."""
        rule = self.rule
        if rule.kind in DEMANDS:
            for facts in self.solve_both(rule.when, rule.holds if self._has_demand() else t.TRUE):
                yield from self._with_stages(facts)
        else:
            for when in (True, False, None):
                for facts in _first(self.solve(rule.when, when), 3):
                    yield from self._filled({**self._frame(), **facts})
        yield from self._other_roles()

    def _has_demand(self) -> bool:
        return self.rule.demand is not None or self.rule.unless is not None

    def _frame(self) -> Facts:
        """Give what lets a rule be judged: a launch within its dates, and the role it is judged for."""
        made: Facts = {"procedure.launched_on": self.on}
        if self.rule.of_supplier and not self.rule.names_role:
            made["suppliers[].role"] = vetted_roles(self.rule)[-1]
        return made

    def _with_stages(self, facts: Facts) -> Iterator[Facts]:
        outcomes = (_UNKNOWN, "met", "breach", "not_applicable") if self.rule.left_to_a_person else (_UNKNOWN,)
        stages = ("preparation", self.rule.phase, PHASES[-1], _UNKNOWN)
        for stage, outcome, late in product(stages, outcomes, self._deadlines()):
            yield {**self._frame(), **facts, **late, "procedure.stage": stage, "decision": outcome}

    def _deadlines(self) -> list[Facts]:
        if self.rule.by is None:
            return [{}]
        passed = checked_condition(t.Compare(">", t.Today(), self.rule.by))
        return [facts for truth in (True, False) for facts in list(self.solve(passed, truth))[:1]] or [{}]

    def _filled(self, base: Facts) -> Iterator[Facts]:
        """Vary what a row that classifies reads."""
        yield base
        nodes = [self.rule.fill.gives] if self.rule.fill and self.rule.fill.gives is not None else []
        nodes += [row for row, _ in self.rule.fill.rows] if self.rule.fill else []
        nodes += [part.value for part in self.rule.parts]
        facts = list(dict.fromkeys(fact for node in nodes for fact in self._facts(node)))
        for values in self._combinations(facts, nodes):
            yield {**base, **values}

    def _other_roles(self) -> Iterator[Facts]:
        if self.rule.of_supplier and not self.rule.names_role:
            yield {**self._frame(), "suppliers[].role": "incumbent"}
            yield {**self._frame(), "suppliers[].role": _UNKNOWN}

    def judge(self, facts: Facts) -> str | None:
        """Give the status of the rule for these facts, as if its scope applies; None where they contradict themselves."""
        procurement = self._procurement(facts)
        interpreter = Interpreter(self.program, procurement, self.on)
        supplier = (procurement.facts.suppliers or (None,))[0] if self.rule.of_supplier else None
        subject = interpreter.subject(supplier)
        if self.rule.kind in ("applies", "exempts"):
            return {True: "yes", False: "no", None: "open"}[subject.when(self.rule)]
        return subject.status(self.rule)

    def _procurement(self, facts: Facts) -> Procurement:
        decision = facts.get("decision")
        known = {path: value for path, value in facts.items() if value is not _UNKNOWN and path != "decision"}
        decided = {} if decision in (None, _UNKNOWN) else {self.rule.full_id: Decision(decision, "iemand", ON, "test")}
        of_supplier = {path: value for path, value in known.items() if path.startswith("suppliers[]")}
        of_file = {path: value for path, value in known.items() if path not in of_supplier}
        suppliers = (_make(Supplier, of_supplier, self.program, decided if self.rule.of_supplier else {}),)
        file = _make(File, of_file, self.program, {} if self.rule.of_supplier else decided)
        return Procurement(File(**{**vars(file), "suppliers": suppliers if self.rule.of_supplier else None}))

    # Conditions -------------------------------------------------------------------------------------------

    def solve(self, node: t.Node, wanted: bool | None) -> Iterator[Facts]:
        """Give facts that bring a condition to a truth."""
        match node:
            case t.Const(value=value):
                if bool(value) is wanted:
                    yield {}
            case t.Not(item=item):
                yield from self.solve(item, None if wanted is None else not wanted)
            case t.Named(item=item, since=()):
                yield from self.solve(item, wanted)
            case t.And() | t.Or() if self._few(node):
                yield from self._leaf(node, wanted)
            case t.And(items=items):
                yield from self._several(items, wanted, all_decide=True)
            case t.Or(items=items):
                yield from self._several(items, wanted, all_decide=False)
            case _:
                yield from self._leaf(node, wanted)

    def solve_both(self, when: t.Node, holds: t.Node) -> Iterator[Facts]:
        """Give facts for each pair of truths that a condition and a demand can have together."""
        whole = t.And((when, holds))
        found: dict[tuple[bool | None, bool | None], int] = {}
        for facts in self._every(whole) if self._few(whole) else self._tried(when, holds):
            pair = self._truth(when, facts), self._truth(holds, facts)
            found[pair] = found.get(pair, 0) + 1
            if found[pair] <= EACH:
                yield facts

    def _tried(self, when: t.Node, holds: t.Node) -> Iterator[Facts]:
        truths = (True, False, None)
        sides = [[facts for truth in truths for facts in _first(self.solve(node, truth), 12)] for node in (when, holds)]
        for one, other in product(*sides):
            yield {**one, **other}
            yield {**other, **one}

    def _few(self, node: t.Node) -> bool:
        """Tell whether an expression reads so few facts that every combination can be tried."""
        if any(isinstance(part, t.Each) for part in t.walk(node)):
            return False
        count = 1
        for fact in self._facts(node):
            count *= len(self._values(fact, [node]))
        return count <= FEW

    def _every(self, node: t.Node) -> Iterator[Facts]:
        return self._combinations(self._facts(node), [node])

    def _several(self, items: tuple[t.Node, ...], wanted: bool | None, *, all_decide: bool) -> Iterator[Facts]:
        if wanted is all_decide:  # every part must be so
            yield from self._joined([self.solve(item, wanted) for item in items], items, wanted, all_decide)
            return
        for place, item in enumerate(items):  # one part is enough; an unknown needs the others not to decide
            others = [other for number, other in enumerate(items) if number != place] if wanted is None else []
            parts = [self.solve(item, wanted), *(self.solve(other, all_decide) for other in others)]
            yield from self._joined(parts, items, wanted, all_decide)

    def _joined(
        self, parts: list[Iterator[Facts]], items: tuple[t.Node, ...], wanted: bool | None, all_decide: bool
    ) -> Iterator[Facts]:
        """Put the facts of several parts together; where they clash, the whole must still come out as wanted."""
        whole = t.And(items) if all_decide else t.Or(items)
        few = [list(_first(part, 6)) for part in parts]
        for number, choice in enumerate(product(*few)):
            if number > TRIES:
                return
            facts: Facts = {}
            for one in choice:
                facts |= one
            if self._truth(whole, facts) is wanted:
                yield facts

    def _truth(self, node: t.Node, facts: Facts) -> bool | None:
        procurement = self._procurement({**self._frame(), **facts})
        supplier = (procurement.facts.suppliers or (None,))[0] if self.rule.of_supplier else None
        return Interpreter(self.program, procurement, self.on).subject(supplier).truth(node, self.rule.time)

    def _leaf(self, node: t.Node, wanted: bool | None) -> Iterator[Facts]:
        if isinstance(node, t.Each):
            yield from self._list(node, wanted)
            return
        facts = self._facts(node)
        for values in self._combinations(facts, [node]):
            if self._truth(node, values) is wanted:
                yield values

    def _list(self, node: t.Each, wanted: bool | None) -> Iterator[Facts]:
        """Try a list that is not there, an empty one, and lists with a member of each truth, complete or not."""
        path, complete = node.list.path, f"{node.list.path}_complete"
        members = [list(_first(self._member(node, truth), 2)) for truth in (True, False, None)]
        lists: list[Any] = [_UNKNOWN, [], *([one] for some in members for one in some)]
        for listed, known in product(lists, (True, _UNKNOWN)):
            facts = {path: listed, complete: known}
            if self._truth(node, facts) is wanted:
                yield facts

    def _member(self, node: t.Each, truth: bool | None) -> Iterator[Facts]:
        facts = self._facts(node.item)
        at = f"{node.list.path}[]"
        for values in self._combinations(facts, [node.item]):
            inner = {path: value for path, value in values.items() if path.startswith(at) and value is not _UNKNOWN}
            whole = t.Each("any", node.list, node.item)
            if self._truth(whole, {node.list.path: [inner], f"{node.list.path}_complete": True}) is truth:
                yield inner

    # Facts and their values -------------------------------------------------------------------------------

    def _facts(self, node: t.Node) -> list[Fact[Any, Any]]:
        """Give the facts that an expression reads, through definitions and classes."""
        found: dict[Fact[Any, Any], None] = {}
        for part in t.walk(node):
            if isinstance(part, t.FactRef | t.Exists):
                found[part.fact] = None
                if part.fact.stands_in is not None:
                    found |= dict.fromkeys(self._facts(part.fact.stands_in.node))
            if isinstance(part, t.ClassRef):
                found |= dict.fromkeys(self._class_facts(part))
            if isinstance(part, t.Launched):
                found |= dict.fromkeys([File.groups["procedure"].of.facts["launched_on"]])
        return list(found)

    def _class_facts(self, node: t.ClassRef) -> Iterator[Fact[Any, Any]]:
        if node.of.decided_by is not None:
            yield node.of.decided_by
        filled = self.program.class_.get(node.of.id)
        for rule in filled.rules if filled else ():
            if rule.fill and rule.fill.how != "proposes":
                for expression in rule.expressions():
                    yield from self._facts(expression)

    def _combinations(self, facts: list[Fact[Any, Any]], nodes: list[t.Node]) -> Iterator[Facts]:
        """Give values for facts: every combination where those are few, else a sample of them."""
        options = [self._values(fact, nodes) for fact in facts]
        count = 1
        for option in options:
            count *= len(option)
        if count <= FEW:
            for values in product(*options):
                yield {fact.path: value for fact, value in zip(facts, values, strict=True)}
            return
        for place, fact in enumerate(facts):  # each value of each fact beside the same values of the others
            for value in options[place]:
                for fill in range(max(map(len, options))):
                    yield {
                        other.path: value if other is fact else option[fill % len(option)]
                        for other, option in zip(facts, options, strict=True)
                    }
        for _ in range(400):
            yield {fact.path: self.random.choice(option) for fact, option in zip(facts, options, strict=True)}

    def _values(self, fact: Fact[Any, Any], nodes: list[t.Node]) -> list[Any]:
        constants = [part.value for node in nodes for part in t.walk(node) if isinstance(part, t.Const)]
        given = [value for value in self.program.given.values() if isinstance(value, frozenset)]
        return [*_values_of(fact.kind, constants, given), _UNKNOWN]


def _values_of(kind: Kind, constants: list[Any], given: list[frozenset[str]]) -> list[Any]:
    """Give values of a kind on both sides of the constants that a condition compares with."""
    if isinstance(kind, FlagKind):
        return [True, False]
    if isinstance(kind, ScaleKind):
        return list(kind.values)
    if isinstance(kind, DayKind):
        days = [value for value in constants if isinstance(value, date)]
        near = {day + timedelta(days=step) for day in days for step in (-1, 0, 1)} | {
            ON,
            date(2026, 1, 15),
            date(2025, 1, 1),
        }
        dates = sorted((day for day in near if day <= ON), reverse=True)
        return [*dates, *([True, False] if isinstance(kind, DatedKind) else [])]
    if isinstance(kind, NumberKind):
        numbers = [value for value in constants if isinstance(value, int | float) and not isinstance(value, bool)]
        return sorted({0, 100, *(number + step for number in numbers for step in (-1, 0, 1) if number + step >= 0)})
    texts = {value for value in constants if isinstance(value, str)}
    texts |= {member for value in (*constants, *given) if isinstance(value, frozenset) for member in value}
    if isinstance(kind, SetKind):
        members = _texts(kind.of, texts)
        return [frozenset(), *(frozenset({member}) for member in members), frozenset(members), frozenset({"?"})]
    return _texts(kind, texts)


def _texts(kind: Kind, wanted: set[str]) -> list[str]:
    known = list(kind.values) or ["NL", "DE", "US"]
    others = [value for value in known if value not in wanted][:1]
    return [value for value in sorted(wanted) if not kind.values or value in kind.values] + others


def _first(items: Iterable[Facts], count: int) -> Iterator[Facts]:
    for number, item in enumerate(items):
        if number == count:
            return
        yield item


def _make(group: Any, facts: Mapping[str, Any], program: Program, decisions: Mapping[str, Decision]) -> Any:
    """Make a group of facts by path, with the tables of regulations inside it."""
    values = {fact.name: facts[fact.path] for fact in group.facts.values() if fact.path in facts}
    values |= {name: _make(member.of, facts, program, {}) for name, member in group.groups.items()}
    for name, listed in group.lists.items():
        if listed.path in facts:
            values[name] = tuple(_make(listed.of, member, program, {}) for member in facts[listed.path])
    if group.open_to_plugins:
        tables = [table for regulation in program.regulations for table in regulation.facts]
        under = f"{group.at}." if group.at else ""
        values["extensions"] = {
            table.at[len(under) :]: _make(table, facts, program, {})
            for table in tables
            if table.at.startswith(under) and "[" not in table.at[len(under) :] and "." not in table.at[len(under) :]
        }
        values["decisions"] = decisions
    return group(**values)
