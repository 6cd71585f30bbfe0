"""Twenty of ABRO's rules in other rule engines: which of them a complete file breaches.

Each peer is a module with `make()`, which loads its rules once, and gives a function from a file and a day to the
set of (rule, subject) that are breached. Turning the file into the peer's input happens inside that function.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from bestek.vocabulary import File

Breaches = frozenset[tuple[str, str]]
Peer = Callable[[File, date], Breaches]

LISTS = ("SUB-01", "SUB-02", "SUB-03", "SUB-04", "SUB-06")
DATES = ("PRO-01", "VIR-07", "VET-02b", "AUD-03", "CYB-05")
EXCEPTIONS = ("VIR-04", "PRO-04", "TRN-08b")
PLAIN = ("CLD-01", "CLD-06", "KEY-01", "VET-06", "PHY-01", "EXT-03", "OWN-03")
RULES = (*LISTS, *DATES, *EXCEPTIONS, *PLAIN)

# Module and distribution.
PEERS = {"rego": "regopy", "cedar": "cedarpy", "zen_jdm": "zen-engine", "business": "business-rules"}


def installed() -> dict[str, str]:
    """Give the version of each peer that is installed, by module."""
    found = {}
    for module, distribution in PEERS.items():
        try:
            found[module] = version(distribution)
        except PackageNotFoundError:
            continue
    return found


def load(module: str) -> Peer:
    """Load a peer and its rules."""
    peer: Peer = importlib.import_module(f"peers.{module}").make()
    return peer
