"""Standing facts: what a profile says of every procurement of the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ._paths import Part, join
from .errors import Problem, ProcurementError
from .group import Group
from .procurement import Evidence, Procurement, known_facts
from .profile import shown_value
from .vocabulary import File


@attrs.frozen(eq=False)
class StandingFacts:
    """Facts that a file may leave out, and where the profile says each of them."""

    facts: File
    sources: Mapping[str, Evidence]

    def fill(self, procurement: Procurement) -> Procurement:
        """Give the procurement with these facts. Raises `ProcurementError` where it says otherwise."""
        filling = _Filling(self, procurement.source)
        facts = filling.group(procurement.facts, self.facts, [])
        if filling.problems:
            raise ProcurementError(filling.problems)
        if not filling.filled:
            return procurement
        sources = {path: self.sources[path] for path in filling.filled if path in self.sources}
        return attrs.evolve(
            procurement,
            facts=facts,
            evidence={**sources, **procurement.evidence},
            standing=procurement.standing | frozenset(filling.filled),
        )


class _Filling:
    def __init__(self, standing: StandingFacts, file: str | None) -> None:
        self.standing = standing
        self.file = file
        self.filled: list[str] = []
        self.problems: list[Problem] = []

    def group(self, mine: Any, given: Group, at: list[Part]) -> Any:
        """Give a group with what it leaves out."""
        if not any(True for _ in known_facts(given)):
            return mine
        values: dict[str, Any] = {}
        for name in (*given.facts, *given.lists):
            value = getattr(given, name)
            if value is not None:
                values[name] = self._value(getattr(mine, name), value, join([*at, name]))
        for name in given.groups:
            values[name] = self.group(getattr(mine, name), getattr(given, name), [*at, name])
        if given.open_to_plugins:
            values["extensions"] = dict(mine.extensions)
            for name, extension in given.extensions.items():
                own = mine.extensions.get(name) or type(extension).nothing()
                values["extensions"][name] = self.group(own, extension, [*at, name])
        return type(mine)(**(vars(mine) | values))

    def _value(self, mine: Any, given: Any, path: str) -> Any:
        if mine is None:
            self.filled.append(path)
            return given
        if mine != given:
            source = self.standing.sources.get(path)
            allowed = f"{shown_value(given)} ({source.source})" if source else shown_value(given)
            self.problems.append(Problem("profile_differs", path, shown_value(mine), (allowed,), file=self.file))
        return mine
