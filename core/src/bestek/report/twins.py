"""Rules that say the same in several regulations: a report shows one of them, with the others named (DESIGN 4)."""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import Finding
from ..rules import DEMANDS

Key = tuple[str, str]  # rule and subject


class Twins:
    """Which findings say the same: their rules are twins (`same_as`), and they came to the same for one party."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._here = {_key(finding): finding for finding in findings}
        self._group: dict[Key, list[Finding]] = {key: [finding] for key, finding in self._here.items()}
        for finding in self._here.values():
            for id in finding.same_as:  # noqa: A001
                self._join(finding, self._here.get((id, finding.subject)))

    def _join(self, finding: Finding, other: Finding | None) -> None:
        if other is None or other.status != finding.status or (other.kind in DEMANDS) != (finding.kind in DEMANDS):
            return
        one, two = self._group[_key(finding)], self._group[_key(other)]
        if one is not two:
            one += two
            for joined in two:
                self._group[_key(joined)] = one

    def leads(self, findings: Iterable[Finding]) -> list[Finding]:
        """Give one finding of each group: one that surely binds, if there is such a one; else the first by id."""
        return [finding for finding in findings if self._lead(finding) is finding]

    def others(self, finding: Finding) -> list[Finding]:
        """Give the twins of a finding, by id."""
        return sorted((one for one in self._of(finding) if one is not finding), key=lambda one: one.rule)

    def _of(self, finding: Finding) -> list[Finding]:
        return self._group.get(_key(finding), [finding])

    def _lead(self, finding: Finding) -> Finding:
        return min(self._of(finding), key=lambda one: (one.if_applicable, one.rule))


def _key(finding: Finding) -> Key:
    return finding.rule, finding.subject
