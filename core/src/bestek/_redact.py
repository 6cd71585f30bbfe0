"""Leave names out of a file: of the file itself, of parties, and of the people behind evidence and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ._kinds import TextKind
from ._standing import StandingFacts
from .policy import Policy
from .procurement import Evidence, Procurement, known_facts
from .reading import read_dict
from .waivers import EVERYWHERE

LEFT_OUT = "…"


def redacted(procurement: Procurement) -> Procurement:
    """Give a copy without free text: titles, names and numbers, sources, and who decided and why.

    No rule's outcome rests on free text; the digest is that of what is left.
    """
    texts = {path: None for path, fact, _ in known_facts(procurement.facts) if isinstance(fact.kind, TextKind)}
    made = procurement.replace(texts).to_dict()
    made["evidence"] = {
        path: {"source": LEFT_OUT} | ({"on": found.on} if found.on else {})
        for path, found in procurement.evidence.items()
        if path not in texts
    }
    _silence(made)
    return read_dict(made)


def redacted_policy(policy: Policy, reference: str | None) -> Policy:
    """Give a copy for the file with this reference, without the names that a profile adds.

    Waivers of this file become waivers of all, for its reference is left out too: no outcome changes.
    """
    mine = [one for one in policy.waivers if one.scope in (EVERYWHERE, reference)]
    waivers = tuple(
        attrs.evolve(one, scope=EVERYWHERE, reason=LEFT_OUT, approved_by=LEFT_OUT)
        for one in sorted(mine, key=lambda one: one.scope != EVERYWHERE)
    )
    standing = policy.standing and StandingFacts(
        redacted(Procurement(policy.standing.facts)).facts,
        {path: Evidence(LEFT_OUT) for path in policy.standing.sources},
    )
    made = attrs.evolve(policy, standing=standing, waivers=waivers, nameless=True)
    vars(made).update({name: vars(policy)[name] for name in ("program", "engine") if name in vars(policy)})
    return made


def _silence(table: Any) -> None:
    """Leave out who decided, and why, at every depth."""
    if isinstance(table, list):
        for member in table:
            _silence(member)
    elif isinstance(table, dict):
        for decision in _decisions(table):
            decision.update(by=LEFT_OUT, reason=LEFT_OUT)
        for inner in table.values():
            _silence(inner)


def _decisions(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = table.get("decisions")
    return list(found.values()) if isinstance(found, dict) else []
