"""Rules: one provision each, written in chapters.

    cloud = Chapter(ABRO_2026)
    cloud.prohibits("CLD-01", at="5.1.1", when=tbb_1_to_3, forbids=public_cloud, nl="…", en="…")

A rule runs no code. Its condition is an expression, checked here, so that a fault names the rule. A rule
without a citation, a phase and both languages does not exist.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, Literal

import attrs

from . import _tree as t
from ._check import NoSense, checked_condition, checked_value, kind_of, plugin_error, reads_fact, where_it_stands
from ._kinds import DayKind, NumberKind
from ._texts import Text, text_of
from .classes import ClassOf, Level, ScoreOf, Table, class_of
from .errors import PluginError
from .law import Citation, Confidence, Instrument
from .vocabulary.procedure import PHASES as _PHASES
from .words import Condition, Day, Number, Value, condition, value

Kind = Literal["applies", "exempts", "classifies", "obliges", "prohibits", "permits", "advises"]
Phase = Literal["preparation", "publication", "selection", "award", "contract", "performance", "exit"]
Time = Literal["launch", "today"]
Duty = Literal["buyer", "supplier", "other"]

PHASES: Final = tuple(_PHASES)
DEMANDS: Final = ("obliges", "prohibits")
NOTES: Final = ("permits", "advises")
SCOPING: Final = ("applies", "exempts")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ./–_-]*\Z")
_AS_CHAPTER: Any = object()


@attrs.frozen
class Fill:
    """How a rule fills a class: with a level or value, with a bound or a proposal for it, or with a table.

    `gives` is the level, a constant or computed. A decision table has `rows`: condition and value, top-down.
    """

    of: ClassOf
    how: Literal["counts", "bounds", "proposes"]
    gives: t.Node | None = None
    rows: tuple[tuple[t.Node, str], ...] = ()


@attrs.frozen
class ScorePart:
    """One part of a score: `value` out of `maximum` counts for `weight`."""

    name: str
    label: Text
    value: t.Node
    maximum: t.Node
    weight: t.Node


@attrs.frozen(eq=False, slots=False)
class Rule:
    """One provision. Made by the methods of a `Chapter`; the core adds `regulation` and `hook`."""

    id: str
    kind: Kind
    phase: Phase
    time: Time
    scope: str | None
    cites: tuple[Citation, ...]
    title: Text
    when: t.Node = t.TRUE
    demand: t.Node | None = None
    unless: t.Node | None = None
    by: t.Node | None = None
    judge: Text | None = None
    open_norm: str | None = None
    duty_of: Duty = "buyer"
    valid_from: date | None = None
    valid_until: date | None = None
    same_as: tuple[str, ...] = ()
    derogable: bool = False
    fill: Fill | None = None
    score: ScoreOf | None = None
    parts: tuple[ScorePart, ...] = ()
    of_supplier: bool = False
    names_role: bool = False
    place: str = ""
    regulation: str = ""
    hook: str = ""
    full_id: str = attrs.field(init=False)  # the id with its regulation: `abro/CLD-01`

    @full_id.default
    def _full_id(self) -> str:
        return f"{self.regulation}/{self.id}"

    @property
    def instrument(self) -> Instrument:
        """The text that the rule stands in: that of its first citation."""
        return self.cites[0].instrument

    @property
    def left_to_a_person(self) -> bool:
        """A person answers this rule, in the file."""
        return self.judge is not None

    @property
    def holds(self) -> t.Node:
        """What is demanded, or not what is forbidden, or the exception."""
        if self.demand is None:
            return self.unless if self.unless is not None else t.FALSE
        return self.demand if self.unless is None else t.either(self.demand, self.unless)

    def expressions(self) -> tuple[t.Node, ...]:
        """Give every expression of the rule, in the order of the text."""
        return _expressions(self.when, self.demand, self.unless, self.by, self.fill, self.parts)


def _expressions(
    when: t.Node,
    demand: t.Node | None,
    unless: t.Node | None,
    by: t.Node | None,
    fill: Fill | None,
    parts: Iterable[ScorePart],
) -> tuple[t.Node, ...]:
    filled = () if fill is None else (fill.gives, *(row for row, _ in fill.rows))
    scored = (node for part in parts for node in (part.value, part.maximum, part.weight))
    return tuple(node for node in (when, demand, unless, by, *filled, *scored) if node is not None)


def first_match(rows: Sequence[tuple[Condition, str]]) -> tuple[tuple[t.Node, str], ...]:
    """Write a decision table, read top-down: a row counts where every row above it certainly fails."""
    return tuple((condition(row), given) for row, given in rows)


@attrs.frozen
class _Part:
    name: str
    label: Text
    value: Number
    maximum: Number | float
    weight: Number | float


def part(name: str, *, value: Number, maximum: Number | float, weight: Number | float, nl: str, en: str) -> _Part:
    """Write one part of a score: `value` out of `maximum` counts for `weight`."""
    return _Part(name, Text(nl, en), value, maximum, weight)


class Chapter:
    """Writes the rules of one text, or of one chapter of it, in the order of the text.

    `scope` is what its rules stand in: by default that of the instrument; None for rules that are always
    judged. `confidence` is how well the text was read; `time` the day whose law and values count.
    """

    def __init__(
        self,
        instrument: Instrument,
        *,
        scope: str | None = _AS_CHAPTER,
        confidence: Confidence | None = None,
        time: Time | None = None,
    ) -> None:
        self.instrument = instrument
        self.scope = instrument.scope if scope is _AS_CHAPTER else scope
        self.confidence = confidence
        self.time = time
        self._rules: list[Rule] = []

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order in which they were written."""
        return tuple(self._rules)

    def applies(self, id: str, *, at: str, when: Condition | bool, nl: str, en: str, **more: Any) -> None:
        """A row that brings a file into the scope."""
        self._add(id, "applies", at, nl, en, when=when, **more)

    def exempts(self, id: str, *, at: str, when: Condition | bool, nl: str, en: str, **more: Any) -> None:
        """A row that says "does not apply". It is judged at any date, unless it has dates of its own."""
        self._add(id, "exempts", at, nl, en, when=when, **more)

    def obliges(
        self,
        id: str,
        *,
        at: str,
        nl: str,
        en: str,
        demands: Condition | None = None,
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """When … must …. Without `demands` it needs `open_norm`: the words of the text that resist coding."""
        self._add(id, "obliges", at, nl, en, when=when, demand=demands, **more)

    def prohibits(
        self,
        id: str,
        *,
        at: str,
        nl: str,
        en: str,
        forbids: Condition | None = None,
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """When … must not …. Without `forbids` it needs `open_norm`."""
        self._add(id, "prohibits", at, nl, en, when=when, demand=None if forbids is None else ~forbids, **more)

    def judged(
        self,
        id: str,
        *,
        at: str,
        by: str | tuple[str, str],
        nl: str,
        en: str,
        when: Condition | bool = True,
        kind: Kind = "obliges",
        deadline: Day | date | None = None,
        **more: Any,
    ) -> None:
        """A demand that is one yes/no: a person (`by`) answers it in the file with a decision."""
        judge = (by, by) if isinstance(by, str) else by
        self._add(id, kind, at, nl, en, when=when, judge=judge, by=deadline, **more)

    def permits(self, id: str, *, at: str, nl: str, en: str, when: Condition | bool = True, **more: Any) -> None:
        """When … may …."""
        self._add(id, "permits", at, nl, en, when=when, **more)

    def advises(self, id: str, *, at: str, nl: str, en: str, when: Condition | bool = True, **more: Any) -> None:
        """When … it is wise to …; also what is another's duty, and what a text merely says."""
        self._add(id, "advises", at, nl, en, when=when, **more)

    def classifies(
        self,
        id: str,
        *,
        at: str,
        of: Level | Table,
        nl: str,
        en: str,
        gives: str | Value | None = None,
        table: tuple[tuple[t.Node, str], ...] = (),
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """A row that gives a class a level or value (`gives`), or a decision table (`first_match([…])`)."""
        self._add(id, "classifies", at, nl, en, when=when, fill=(of, "counts", gives, table), **more)

    def bound(
        self,
        id: str,
        *,
        at: str,
        of: Level,
        table: Value | str,
        nl: str,
        en: str,
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """A row that gives a class a floor: it counts beside the decision, and what it lacks keeps the class open."""
        self._add(id, "classifies", at, nl, en, when=when, fill=(of, "bounds", table, ()), **more)

    def proposes(
        self,
        id: str,
        *,
        at: str,
        of: Level,
        table: Value | str,
        nl: str,
        en: str,
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """A row that proposes a level and never counts; a stricter proposal is reported."""
        self._add(id, "classifies", at, nl, en, when=when, fill=(of, "proposes", table, ()), **more)

    def scores(
        self,
        id: str,
        *,
        at: str,
        of: ScoreOf,
        parts: Iterable[_Part],
        nl: str,
        en: str,
        when: Condition | bool = True,
        **more: Any,
    ) -> None:
        """A row that computes a number: the sum over its parts of value / maximum × weight."""
        self._add(id, "classifies", at, nl, en, when=when, score=of, parts=tuple(parts), **more)

    def _add(
        self,
        id: str,
        kind: Kind,
        at: str,
        nl: str,
        en: str,
        *,
        when: Condition | bool,
        phase: Phase = "preparation",
        also: Iterable[Citation] = (),
        confidence: Confidence | None = None,
        demand: Condition | None = None,
        unless: Condition | None = None,
        by: Day | date | None = None,
        judge: tuple[str, str] | None = None,
        open_norm: str | None = None,
        duty_of: Duty = "buyer",
        time: Time | None = None,
        scope: str | None = _AS_CHAPTER,
        valid_from: date | None = None,
        valid_until: date | None = None,
        same_as: str | Iterable[str] = (),
        derogable: bool = False,
        of_supplier: bool = False,
        fill: tuple[Level | Table, Any, str | Value | None, tuple[tuple[t.Node, str], ...]] | None = None,
        score: ScoreOf | None = None,
        parts: tuple[_Part, ...] = (),
    ) -> None:
        frame = sys._getframe(2)
        place = f"{frame.f_code.co_filename.rpartition('/')[2]}:{frame.f_lineno}"
        rule_name = f"{id} ({place})"
        try:
            self._check_words(id, kind, phase, at, nl, en, duty_of, judge, open_norm, demand)
            if open_norm is not None and judge is None:
                judge = ("wie de regel toepast", "whoever applies the rule")
            said: dict[str, Any] = {
                "when": checked_condition(condition(when)),
                "demand": None if demand is None else checked_condition(condition(demand)),
                "unless": None if unless is None else checked_condition(condition(unless)),
                "by": None if by is None else _day(by),
                "fill": None if fill is None else _fill(*fill),
                "parts": tuple(_score_part(given) for given in parts),
            }
            expressions = _expressions(**said)
            places = frozenset().union(*(where_it_stands(node) for node in expressions))
        except NoSense as wrong:
            raise plugin_error(wrong, rule_name) from None
        except PluginError as wrong:
            raise wrong if wrong.rule else PluginError(wrong.what, rule=rule_name) from None
        self._rules.append(
            Rule(
                id=id,
                kind=kind,
                phase=phase,
                time=time or self.time or ("today" if phase in ("performance", "exit") else "launch"),
                scope=self.scope if scope is _AS_CHAPTER else scope,
                cites=(self.instrument.at(at, confidence or self.confidence), *also),
                title=Text(nl, en),
                judge=None if judge is None else text_of(judge),
                open_norm=open_norm,
                duty_of=duty_of,
                valid_from=valid_from,
                valid_until=valid_until,
                same_as=(same_as,) if isinstance(same_as, str) else tuple(same_as),
                derogable=derogable,
                score=score,
                of_supplier=of_supplier or "suppliers[]" in places,
                names_role=any(reads_fact(node, "suppliers[].role") for node in expressions),
                place=place,
                **said,
            )
        )

    @staticmethod
    def _check_words(
        id: str,
        kind: Kind,
        phase: str,
        at: str,
        nl: str,
        en: str,
        duty_of: str,
        judge: object,
        open_norm: str | None,
        demand: object,
    ) -> None:
        if not _ID.match(id):
            raise NoSense(f"{id!r} is not a rule id")
        if phase not in PHASES:
            raise NoSense(f"{phase!r} is not a phase; allowed: {', '.join(PHASES)}")
        if not (at.strip() and nl.strip() and en.strip()):
            raise NoSense("a rule needs a place in its text (at) and a text in Dutch and in English")
        if duty_of not in ("buyer", "supplier", "other"):
            raise NoSense(f"{duty_of!r} bears no duty; allowed: buyer, supplier, other")
        if kind in DEMANDS:
            if duty_of == "other":
                raise NoSense("what is another's duty is written as advice")
            if (demand is None) == (judge is None and open_norm is None):
                raise NoSense(
                    "a demand is computed (demands=, forbids=), judged, or an open norm: exactly one of these"
                )


def _day(by: Day | date) -> t.Node:
    node = checked_value(value(by))
    if not isinstance(kind_of(node), DayKind):
        raise NoSense("by= needs a date")
    return node


def _fill(of: Level | Table, how: Any, gives: str | Value | None, rows: tuple[tuple[t.Node, str], ...]) -> Fill:
    declared = class_of(of)
    if (gives is None) == (not rows):
        raise NoSense("a row that classifies has either gives= or table=")
    if declared.foreign:
        raise NoSense(f"class {declared.id} belongs to another regulation")
    for given in (gives, *(given for _, given in rows)):
        if isinstance(given, str) and given not in declared.kind.values:
            raise NoSense(f"{given!r} is no level of {declared.id}; allowed: {', '.join(declared.kind.values)}")
    node = None if gives is None else checked_value(value(gives))
    if node is not None and not isinstance(node, t.Const) and kind_of(node).key != declared.kind.key:
        raise NoSense(f"what is given has other values than class {declared.id}")
    if rows and declared.on_scale:
        raise NoSense(f"a table gives a value; class {declared.id} is a level on a scale, which each row gives")
    return Fill(declared, how, node, tuple((checked_condition(row), given) for row, given in rows))


def _score_part(given: _Part) -> ScorePart:
    nodes = [checked_value(value(item)) for item in (given.value, given.maximum, given.weight)]
    if not all(isinstance(kind_of(node), NumberKind) for node in nodes):
        raise NoSense(f"the part {given.name} of a score is not a number")
    return ScorePart(given.name, given.label, *nodes)
