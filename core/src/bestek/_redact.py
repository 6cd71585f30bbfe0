"""Leave names out of a file: of the file itself, of parties, and of the people behind evidence and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._kinds import TextKind
from .procurement import Procurement, known_facts
from .reading import read_dict

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
