"""Which rules read a fact: straight, through a class, or through a fact that stands in for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _tree as t
from ._derive import DERIVED_FROM
from .facts import Fact, ListOf

if TYPE_CHECKING:
    from ._program import Program
    from .rules import Rule

LAUNCH = "procedure.launched_on"


def readers_of(program: Program) -> Mapping[str, tuple[str, ...]]:
    """Give the full ids of the rules that read each fact or list, by its path in the vocabulary; both in order."""
    fills = {found.of.id: found.rules for found in program.classes}
    found: dict[str, list[str]] = {}
    for id, rule in sorted(program.by_id.items()):  # noqa: A001
        for path in _read_by(rule, fills):
            found.setdefault(path, []).append(id)
    return {path: tuple(rules) for path, rules in sorted(found.items())}


def _read_by(rule: Rule, fills: Mapping[str, tuple[Rule, ...]]) -> set[str]:
    read: set[str] = set()
    classes: set[str] = set()
    waiting = list(rule.expressions())
    while waiting:
        for node in t.walk(waiting.pop()):
            match node:
                case t.FactRef(fact=fact) | t.Exists(fact=fact):
                    read |= set(_with_stand_in(fact))
                case t.Each(list=listed):
                    read |= {listed.path, *_completeness(listed)}
                case t.Launched():
                    read.add(LAUNCH)
                case t.ClassRef(of=of) if of.id not in classes:
                    classes.add(of.id)
                    if of.decided_by is not None:
                        read.add(of.decided_by.path)
                    waiting += [inner for filling in fills.get(of.id, ()) for inner in filling.expressions()]
    return read


def _completeness(listed: ListOf[Any]) -> Iterator[str]:
    if complete := listed.owner.facts.get(f"{listed.name}_complete"):
        yield complete.path


def _with_stand_in(fact: Fact[Any, Any]) -> Iterator[str]:
    yield fact.path
    yield from DERIVED_FROM.get(fact.path, ())
    if fact.stands_in is not None:
        for node in t.walk(fact.stands_in.node):
            if isinstance(node, t.FactRef):
                yield node.fact.path
