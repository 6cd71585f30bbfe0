"""The ADV and the regimes beside it for bestek: the hooks, and nothing else."""

from __future__ import annotations

from bestek import Regulation, Rule, hookimpl

from . import access, duration, exclusion, leaving, mixed, procedures, regime, scope, security, takeover, transparency
from .definitions import LAW
from .facts import Adv
from .supplier_facts import SupplierAdv
from .texts import INSTRUMENTS

_FILES = (scope, mixed, procedures, access, exclusion, security, transparency, duration)
_CLASSIFICATION = [
    rule
    for file in (*_FILES, regime, takeover)
    for rule in file.RULES
    if rule.kind in ("applies", "exempts", "classifies")
]
_OTHERS = [rule for file in (regime, *_FILES) for rule in file.RULES if rule not in _CLASSIFICATION]

ADV = Regulation(
    id="adv",
    title=(
        "ADV, met de Aanbestedingswet 2012, Wet Vifo en Wozt",
        "ADV, with the Aanbestedingswet 2012, Wet Vifo and Wozt",
    ),
    publisher="de makers van bestek",
    contact="bestek (issues)",
    instruments=INSTRUMENTS,
    scopes=("adv", "aw2012_1", "aw2012_2", "aw2012_3", "vifo", "wozt"),
    facts=(Adv, SupplierAdv),
    parameters=LAW,
    omits={
        "TR-4": "duplicate of abro/TRN-03",
        "TR-5": "duplicate of abro/PRO-01",
        "TKO-1": "duplicate of abro/OWN-03",
    },
)


@hookimpl
def bestek_regulation() -> Regulation:
    """Give the regulation."""
    return ADV


@hookimpl
def bestek_classification() -> list[Rule]:
    """Which regime, and which laws apply."""
    return _CLASSIFICATION


@hookimpl
def bestek_requirements() -> list[Rule]:
    """What the buyer does, and what its documents hold."""
    return [rule for rule in _OTHERS if not rule.of_supplier]


@hookimpl
def bestek_supplier_vetting() -> list[Rule]:
    """What is asked of a supplier: where it is, what it did, who takes it over."""
    return [
        *(rule for rule in _OTHERS if rule.of_supplier),
        *(rule for rule in takeover.RULES if rule not in _CLASSIFICATION),
    ]


@hookimpl
def bestek_exit_requirements() -> list[Rule]:
    """What can be arranged for leaving."""
    return leaving.RULES
