"""What a set of files is made of: counted on the files and findings themselves, not on what was asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from files import Files

import bestek
from bestek.facts import Fact, ListOf
from bestek.group import Group


def makeup(policy: bestek.Policy, files: Files, read: Iterable[str]) -> list[str]:
    """Say in lines what a set of files is made of. `read` are the paths that count as facts."""
    paths = frozenset(read)
    known = unknown = 0
    scope: Counter[str] = Counter()
    stages: Counter[str] = Counter()
    suppliers: Counter[str] = Counter()
    roles: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    flagged = 0
    for procurement, on in files:
        for value in _values(procurement.facts, paths):
            known += value is not None
            unknown += value is None
        assessment = policy.assess(procurement, on)
        scope[assessment.regulations[0].applies] += 1
        stages[procurement.facts.procedure.stage or "unknown"] += 1
        suppliers[str(len(procurement.facts.suppliers or ()))] += 1
        roles.update(supplier.role or "unknown" for supplier in procurement.facts.suppliers or ())
        for finding in assessment.all_findings:
            statuses[finding.status] += 1
            flagged += finding.if_applicable
    found = statuses.total()
    return [
        f"{len(files)} files; {len(paths)} facts that the rules read; {unknown / (known + unknown):.1%} of them unknown",
        f"ABRO applies: {_shares(scope, ('yes', 'open', 'no'))}",
        f"suppliers: {_shares(suppliers, sorted(suppliers))}",
        f"roles: {_shares(roles)}",
        f"stages: {_shares(stages)}",
        f"findings: {found} ({found / len(files):.0f} a file), {flagged / found:.0%} only if the scope applies",
        f"statuses: {_shares(statuses)}",
    ]


def _shares(counted: Counter[str], order: Iterable[str] | None = None) -> str:
    total = counted.total()
    names = list(order) if order is not None else [name for name, _ in counted.most_common()]
    return ", ".join(f"{name} {counted[name] / total:.1%}" for name in names)


def _values(group: Group, paths: frozenset[str]) -> Iterator[object]:
    """Give the values of the facts that count, None for one that is not known."""
    members: list[Fact | ListOf] = [*group.facts.values(), *group.lists.values()]
    yield from (getattr(group, member.name) for member in members if member.path in paths)
    for name in group.groups:
        yield from _values(getattr(group, name), paths)
    for name in group.lists:
        for inner in getattr(group, name) or ():
            yield from _values(inner, paths)
    if group.open_to_plugins:
        for extension in group.extensions.values():
            yield from _values(extension, paths)
