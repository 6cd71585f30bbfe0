"""The ADV and the regimes beside it for bestek: the hooks, and nothing else."""

from __future__ import annotations

from bestek import Regulation, Rule, hookimpl

from . import access, duration, exclusion, leaving, procedures, regime, scope, security, takeover, transparency
from .definitions import LAW
from .facts import Adv, SupplierAdv
from .texts import INSTRUMENTS

ADV = Regulation(
    id="adv",
    title=(
        "ADV, met de Aanbestedingswet 2012, Wet Vifo en Wozt",
        "ADV, with the Aanbestedingswet 2012, Wet Vifo and Wozt",
    ),
    publisher="de makers van bestek",
    contact="de vragenlijst (issues) van het project bestek",
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
    return [*scope.CLASSIFICATION, *regime.RULES, *takeover.SCOPES]


@hookimpl
def bestek_requirements() -> list[Rule]:
    """What the buyer does, and what its documents hold."""
    return [
        *scope.REQUIREMENTS,
        *procedures.RULES,
        *access.BUYER_RULES,
        *exclusion.BUYER_RULES,
        *security.BUYER_RULES,
        *transparency.RULES,
        *(rule for rule in duration.RULES if not rule.of_supplier),
    ]


@hookimpl
def bestek_supplier_vetting() -> list[Rule]:
    """What is asked of a supplier: where it is, what it did, who takes it over."""
    return [
        *access.SUPPLIER_RULES,
        *exclusion.SUPPLIER_RULES,
        *security.SUPPLIER_RULES,
        *(rule for rule in duration.RULES if rule.of_supplier),
        *takeover.SUPPLIER_RULES,
    ]


@hookimpl
def bestek_exit_requirements() -> list[Rule]:
    """What can be arranged for leaving."""
    return leaving.RULES
