"""bestek: which rules bind a procurement, what they demand, and why.

    import datetime, bestek

    policy = bestek.load_policy()
    procurement = bestek.read("procurement.toml")
    assessment = policy.assess(procurement, on=datetime.date(2026, 6, 25))
    print(assessment.verdict)

Everything that is public stands in `__all__`; it is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .classes import foreign_kinds, foreign_level, kinds, level, score
    from .definitions import define
    from .errors import BestekError, PluginError, PolicyError, Problem, ProcurementError
    from .finding import Finding
    from .group import Group
    from .hooks import hookimpl
    from .law import Citation, Instrument
    from .params import parameters
    from .policy import Policy, load_policy
    from .procurement import Decision, Evidence, Procurement
    from .reading import read
    from .regulation import Regulation
    from .result import Assessment
    from .rules import Chapter, Rule, first_match, part
    from .words import days, days_between, greatest, launched, least, lookup, months, today

__version__ = "1.0.0"

_HOMES = {
    "classes": ("foreign_kinds", "foreign_level", "kinds", "level", "score"),
    "definitions": ("define",),
    "errors": ("BestekError", "PluginError", "PolicyError", "Problem", "ProcurementError"),
    "group": ("Group",),
    "hooks": ("hookimpl",),
    "law": ("Citation", "Instrument"),
    "params": ("parameters",),
    "policy": ("Policy", "load_policy"),
    "procurement": ("Decision", "Evidence", "Procurement"),
    "reading": ("read",),
    "regulation": ("Regulation",),
    "finding": ("Finding",),
    "result": ("Assessment",),
    "rules": ("Chapter", "Rule", "first_match", "part"),
    "words": ("days", "days_between", "greatest", "launched", "least", "lookup", "months", "today"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Assessment",
    "BestekError",
    "Chapter",
    "Citation",
    "Decision",
    "Evidence",
    "Finding",
    "Group",
    "Instrument",
    "PluginError",
    "Policy",
    "PolicyError",
    "Problem",
    "Procurement",
    "ProcurementError",
    "Regulation",
    "Rule",
    "days",
    "days_between",
    "define",
    "first_match",
    "foreign_kinds",
    "foreign_level",
    "greatest",
    "hookimpl",
    "kinds",
    "launched",
    "least",
    "level",
    "load_policy",
    "lookup",
    "months",
    "parameters",
    "part",
    "read",
    "score",
    "today",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'bestek' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = found
    return found
