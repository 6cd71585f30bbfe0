"""A policy laid out for its readers: which rules, scopes, editions and classes there are, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import Any

import attrs

from . import _tree as t
from .classes import ClassOf, ScoreOf
from .law import Instrument
from .regulation import Regulation
from .rules import NOTES, PHASES, SCOPING, Rule

VETTED_EARLY = (
    "candidate",
    "tenderer",
    "winner",
    "contractor",
)  # DESIGN 3.3: who a rule before signature is judged for
VETTED_LATE = ("winner", "contractor")

BindKey = tuple[str, int | None]  # a scope, and the place of an edition of it; None: whichever edition binds


@attrs.frozen(eq=False)
class Edition:
    """One edition of a scope's text, and the rows that decide whether it binds.

    `rows` count on the day of the launch, `today_rows` on the assessment date.
    """

    instrument: Instrument
    rows: tuple[Rule, ...]
    today_rows: tuple[Rule, ...]


@attrs.frozen(eq=False)
class Scope:
    """What a text, or a chapter of it, binds. `parent` is the scope that a chapter lies in."""

    id: str
    regulation: str
    parent: Scope | None
    editions: tuple[Edition, ...]
    exempts: tuple[Rule, ...]
    of_supplier: bool

    @property
    def rows(self) -> tuple[Rule, ...]:
        """Every row that decides this scope, once, in the order of the text."""
        rows = {rule.full_id: rule for edition in self.editions for rule in (*edition.rows, *edition.today_rows)}
        return (*rows.values(), *self.exempts)

    @property
    def proposal(self) -> bool:
        """Only a proposal stands behind this scope: it never binds."""
        return all(edition.instrument.status == "proposal" for edition in self.editions)

    def edition_of(self, instrument: Instrument) -> int | None:
        """Give the place of an instrument among the editions."""
        return next((place for place, edition in enumerate(self.editions) if edition.instrument is instrument), None)


@attrs.frozen(eq=False)
class Class:
    """A class and the rules that fill it, in the order of the text."""

    of: ClassOf
    rules: tuple[Rule, ...]
    of_supplier: bool


@attrs.frozen(eq=False)
class Score:
    """A score and the rules that compute it."""

    of: ScoreOf
    rules: tuple[Rule, ...]
    of_supplier: bool


@attrs.frozen(eq=False, slots=False)
class Program:
    """Everything that is judged, in the order in which it is reported.

    `rules` are all but the rows that decide scopes, by full id; `own` of them are judged once, `vetting` for
    each supplier. `given` are parameter values of the policy, by parameter id.
    """

    regulations: tuple[Regulation, ...]
    rules: tuple[Rule, ...]
    scopes: tuple[Scope, ...]
    classes: tuple[Class, ...]
    scores: tuple[Score, ...]
    given: Mapping[str, Any]

    @cached_property
    def own(self) -> tuple[Rule, ...]:
        """The rules that are judged once."""
        return tuple(rule for rule in self.rules if not rule.of_supplier)

    @cached_property
    def vetting(self) -> tuple[Rule, ...]:
        """The rules that are judged for each supplier."""
        return tuple(rule for rule in self.rules if rule.of_supplier)

    @cached_property
    def scope(self) -> Mapping[str, Scope]:
        """The scopes by id."""
        return {scope.id: scope for scope in self.scopes}

    @cached_property
    def class_(self) -> Mapping[str, Class]:
        """The classes by id."""
        return {found.of.id: found for found in self.classes}

    @cached_property
    def can_follow(self) -> frozenset[str]:
        """The classes that rest, straight or through other classes, on a fact that can still follow."""
        found: set[str] = set()
        while more := {of.of.id for of in self.classes if of.of.id not in found and _rests_on(of, found)}:
            found |= more
        return frozenset(found)

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Every rule by its full id, the rows that decide scopes among them."""
        rows = (rule for scope in self.scopes for rule in scope.rows)
        return {rule.full_id: rule for rule in (*self.rules, *rows)}

    def bind_key(self, rule: Rule) -> BindKey | None:
        """Name the scope that a rule stands in and the edition it belongs to; None for a rule that is always judged."""
        return None if rule.scope is None else (rule.scope, self.scope[rule.scope].edition_of(rule.instrument))

    @cached_property
    def bind_keys(self) -> tuple[BindKey, ...]:
        """Everything that binds a rule, once."""
        keys = {self.bind_key(rule): None for rule in self.rules}
        return tuple(key for key in keys if key is not None)

    def bind_of(self, rule: Rule) -> int | None:
        """Give the place of what binds a rule among the bind keys; None for a rule that is always judged."""
        key = self.bind_key(rule)
        return None if key is None else self._bind_places[key]

    @cached_property
    def _bind_places(self) -> Mapping[BindKey, int]:
        return {key: place for place, key in enumerate(self.bind_keys)}


def build(regulations: Iterable[Regulation], rules: Iterable[Rule], given: Mapping[str, Any] | None = None) -> Program:
    """Lay out a policy. The order of regulations and rules given makes no difference."""
    ordered = tuple(sorted(regulations, key=lambda regulation: regulation.id))
    text_order = _with_subjects(list(rules))
    all_rules = sorted(text_order, key=lambda rule: rule.full_id)
    scopes: dict[str, Scope] = {}
    for regulation in ordered:
        for name in sorted(regulation.scopes, key=lambda scope: (scope.count("."), regulation.scopes.index(scope))):
            scopes[name] = _scope(name, regulation, scopes, text_order)
    return Program(
        ordered,
        tuple(rule for rule in all_rules if rule.kind not in SCOPING),
        tuple(scopes[name] for regulation in ordered for name in regulation.scopes),
        _classes(text_order),
        _scores(all_rules),
        dict(given or {}),
    )


def _with_subjects(rules: list[Rule]) -> list[Rule]:
    """Judge for each supplier also what hangs on a scope or on a class that is of each supplier."""
    classes = {rule.full_id: _classes_read(rule) for rule in rules}
    per_supplier = {of.id for rule in rules for of in classes[rule.full_id] if of.per_supplier}
    scopes: set[str] = set()
    found = {rule.full_id for rule in rules if rule.of_supplier}
    before = -1
    while before != len(found):
        before = len(found)
        for rule in rules:
            parents = set(accumulate((rule.scope or "").split("."), "{}.{}".format))
            if rule.full_id in found or parents & scopes or {of.id for of in classes[rule.full_id]} & per_supplier:
                found.add(rule.full_id)
                scopes |= {rule.scope} if rule.scope and rule.kind in SCOPING else set()
                per_supplier |= {rule.fill.of.id} if rule.fill else set()
    return [attrs.evolve(rule, of_supplier=True) if rule.full_id in found else rule for rule in rules]


def _rests_on(found: Class, following: set[str]) -> bool:
    """Tell whether a class is decided by, or its rows read, a fact that can follow or one of these classes."""
    if found.of.decided_by is not None and found.of.decided_by.can_follow:
        return True
    nodes = (node for rule in found.rules for top in rule.expressions() for node in t.walk(top))
    return any(
        node.fact.can_follow if isinstance(node, t.FactRef | t.Exists) else node.of.id in following
        for node in nodes
        if isinstance(node, t.FactRef | t.Exists | t.ClassRef)
    )


def _classes_read(rule: Rule) -> set[ClassOf]:
    return {node.of for top in rule.expressions() for node in t.walk(top) if isinstance(node, t.ClassRef)}


def _scope(name: str, regulation: Regulation, known: Mapping[str, Scope], rules: list[Rule]) -> Scope:
    parent = known.get(name.rpartition(".")[0])
    rows = [rule for rule in rules if rule.scope == name and rule.kind == "applies"]
    exempts = tuple(rule for rule in rules if rule.scope == name and rule.kind == "exempts")
    root = parent
    while root is not None and root.parent is not None:
        root = root.parent
    texts = (
        tuple(edition.instrument for edition in root.editions)
        if root
        else tuple(instrument for instrument in regulation.instruments if instrument.scope == name)
    )
    editions = []
    for text in texts:
        of_text = [rule for rule in rows if rule.instrument is text or rule.instrument not in texts]
        editions.append(
            Edition(
                text,
                tuple(rule for rule in of_text if rule.time == "launch"),
                tuple(rule for rule in of_text if rule.time == "today"),
            )
        )
    of_supplier = any(rule.of_supplier for rule in (*rows, *exempts)) or bool(parent and parent.of_supplier)
    return Scope(name, regulation.id, parent, tuple(editions), exempts, of_supplier)


def _classes(rules: list[Rule]) -> tuple[Class, ...]:
    found: dict[str, list[Rule]] = {}
    declared: dict[str, ClassOf] = {}
    for rule in rules:
        if rule.fill:
            found.setdefault(rule.fill.of.id, []).append(rule)
            declared[rule.fill.of.id] = rule.fill.of
        for of in _classes_read(rule):
            if not of.foreign:
                declared.setdefault(of.id, of)
                found.setdefault(of.id, [])
    return tuple(
        Class(declared[id], tuple(found[id]), declared[id].per_supplier or any(rule.of_supplier for rule in found[id]))
        for id in sorted(found)  # noqa: A001
    )


def _scores(rules: list[Rule]) -> tuple[Score, ...]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.score:
            found.setdefault(rule.score.id, []).append(rule)
    return tuple(
        Score(of, tuple(found[of.id]), any(rule.of_supplier for rule in found[of.id]))
        for of in sorted({rule.score.id: rule.score for rule in rules if rule.score}.values(), key=lambda of: of.id)
    )


def phase_rank(rule: Rule) -> int:
    """Give the place of a rule's phase, from 0."""
    return PHASES.index(rule.phase)


def vetted_roles(rule: Rule) -> tuple[str, ...]:
    """Give the roles that a rule about a supplier is judged for."""
    return VETTED_LATE if phase_rank(rule) >= PHASES.index("contract") else VETTED_EARLY


def is_note(rule: Rule) -> bool:
    """Tell whether a rule only permits or advises."""
    return rule.kind in NOTES
