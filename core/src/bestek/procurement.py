"""A procurement: what one file says, frozen, with the evidence for it and the decisions of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Any

import attrs

from ._kinds import DatedKind, shown
from ._paths import NoSuchPath, Part, join, resolve
from .errors import Problem, ProcurementError
from .facts import Fact
from .group import Group
from .vocabulary import File

_ACTS = ("procedure.launched_on", "procedure.published_on", "procedure.awarded_on")
OUTCOMES = ("met", "breach", "not_applicable")


@attrs.frozen
class Evidence:
    """Where a fact comes from."""

    source: str
    pinpoint: str | None = None
    by: str | None = None
    on: date | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the evidence as JSON-able data."""
        on = self.on.isoformat() if self.on else None
        return {"source": self.source, "pinpoint": self.pinpoint, "by": self.by, "on": on}


@attrs.frozen
class Decision:
    """What a person decided on a rule that the law leaves to a person."""

    outcome: str
    by: str
    on: date
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """Give the decision as JSON-able data."""
        return {"outcome": self.outcome, "by": self.by, "on": self.on.isoformat(), "reason": self.reason}


@attrs.frozen(eq=False, slots=False)
class Procurement:
    """The facts of one contract, or one lot of it. Made by `bestek.read`.

    `facts` is the root group; a fact that is not known is None. `evidence` and `derived` use paths by place.
    `derived` names the facts that the file leaves out and that follow from others (`control_countries`).
    """

    facts: File
    evidence: Mapping[str, Evidence] = attrs.field(factory=dict)
    derived: frozenset[str] = frozenset()
    source: str | None = None

    def get(self, path: str) -> Any:
        """Give the value of a fact, or None where it is not known. Raises `KeyError` for a path that leads nowhere."""
        try:
            parts, group, member = resolve(self.facts, path)
        except NoSuchPath as wrong:
            raise KeyError(path) from wrong
        return getattr(group, str(parts[-1])) if member else None

    def replace(self, changes: Mapping[str, Any]) -> Procurement:
        """Give a copy in which the facts at these paths have these values; None makes a fact unknown.

        Values are written as in a file. Every check of reading is made again. Raises `ProcurementError`, also for
        a path that leads nowhere.
        """
        from .reading import read_dict

        return read_dict(_changed(self, changes), source=self.source)

    def to_dict(self) -> dict[str, Any]:
        """Give the file back as JSON-able data, without what was derived."""
        made = _plain(self.facts, [], self.derived)
        if self.evidence:
            made["evidence"] = {
                path: {key: value for key, value in found.to_dict().items() if value is not None}
                for path, found in sorted(self.evidence.items())
            }
        return made

    @cached_property
    def acts(self) -> tuple[tuple[str, date], ...]:
        """The days on which something was done, by path: they cannot lie after the day of an assessment."""
        days = ((parts, fact, value) for parts, fact, value in _known(self.facts, ()) if isinstance(value, date))
        placed = ((join(parts), fact, value) for parts, fact, value in days)
        return tuple((path, day) for path, fact, day in placed if isinstance(fact.kind, DatedKind) or path in _ACTS)

    @cached_property
    def digest(self) -> str:
        """The sha256 of the facts and decisions in canonical JSON. Evidence is not part of it."""
        import hashlib
        import json

        facts = _plain(self.facts, [], self.derived)
        canonical = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(group: Group, at: list[Part], derived: frozenset[str]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, fact in group.facts.items():
        value = getattr(group, name)
        if value is not None and not (derived and join([*at, name]) in derived):
            made[name] = fact.kind.plain(value)
    for name in group.groups:
        if inner := _plain(getattr(group, name), [*at, name], derived):
            made[name] = inner
    for name in group.lists:
        members = getattr(group, name)
        if members is not None:
            made[name] = [_plain(member, [*at, name, place], derived) for place, member in enumerate(members)]
    if group.open_to_plugins:
        for name, extension in group.extensions.items():
            if inner := _plain(extension, [*at, name], derived):
                made[name] = inner
        if group.decisions:
            made["decisions"] = {rule: decision.to_dict() for rule, decision in sorted(group.decisions.items())}
    return made


def _changed(procurement: Procurement, changes: Mapping[str, Any]) -> dict[str, Any]:
    made = procurement.to_dict()
    lost: list[Problem] = []
    for path, value in changes.items():
        try:
            _change(made, _place(procurement, path), value)
        except (NoSuchPath, LookupError, TypeError, AttributeError):
            lost.append(Problem("no_such_member", path, shown(path)))
    if lost:
        raise ProcurementError(lost)
    return made


def _change(made: dict[str, Any], parts: list[Part], value: Any) -> None:
    """Put a value in plain data; tables on the way are made where they are not there."""
    here: Any = made
    for part, following in pairwise(parts):
        new: Any = [] if isinstance(following, int) else {}
        here = here[part] if isinstance(part, int) else here.setdefault(part, new)
    if value is None:
        here.pop(parts[-1], None)
    else:
        here[parts[-1]] = value


def _place(procurement: Procurement, path: str) -> list[Part]:
    """Give the parts of a path by place; a path of a table that the file does not have is taken as it is written."""
    try:
        return resolve(procurement.facts, path)[0]
    except NoSuchPath:
        from ._paths import split

        return [part[0] if isinstance(part, tuple) else part for part in split(path)]


def known_facts(group: Group) -> Iterator[tuple[str, Fact[Any, Any], Any]]:
    """Give path, fact and value of everything that is known in a group, in the order of the vocabulary."""
    return ((join(parts), fact, value) for parts, fact, value in _known(group, ()))


def _known(group: Group, at: tuple[Part, ...]) -> Iterator[tuple[tuple[Part, ...], Fact[Any, Any], Any]]:
    for name, fact in group.facts.items():
        if (value := getattr(group, name)) is not None:
            yield (*at, name), fact, value
    for name in group.groups:
        yield from _known(getattr(group, name), (*at, name))
    for name in group.lists:
        for place, member in enumerate(getattr(group, name) or ()):
            yield from _known(member, (*at, name, place))
    if group.open_to_plugins:
        for name, extension in group.extensions.items():
            yield from _known(extension, (*at, name))
