"""ABRO 2026, VIR-BI 2025 and ABDO 2019 for bestek: the hooks, and nothing else."""

from __future__ import annotations

from bestek import Regulation, Rule, hookimpl

from . import chain, classification, cloud, leaving, operations, ownership, procedure, supervision, vetting, virbi
from .facts import Abro, SubcontractorAbro, SupplierAbro
from .texts import INSTRUMENTS

ABRO = Regulation(
    id="abro",
    title=(
        "ABRO 2026, met VIR-BI 2025 en ABDO 2019",
        "ABRO 2026, with VIR-BI 2025 and ABDO 2019",
    ),
    publisher="de makers van bestek",
    contact="bestek (issues)",
    instruments=INSTRUMENTS,
    scopes=("abro", "abro.chapter3", "abro.chapter4", "abro.chapter5", "virbi", "abdo"),
    facts=(Abro, SupplierAbro, SubcontractorAbro),
    omits={
        "APP-07": "information",
        "APP-14": "information",
        "TBB-01": "information",
        "TBB-04": "information",
    },
)


@hookimpl
def bestek_regulation() -> Regulation:
    """Give the regulation."""
    return ABRO


@hookimpl
def bestek_classification() -> list[Rule]:
    """Who applies ABRO, VIR-BI or ABDO, and which TBB is at stake."""
    return classification.RULES


@hookimpl
def bestek_requirements() -> list[Rule]:
    """What the buyer does, and what the service must be."""
    return [*procedure.BUYER_RULES, *virbi.RULES, *cloud.SERVICE_RULES, *supervision.BUYER_RULES]


@hookimpl
def bestek_supplier_vetting() -> list[Rule]:
    """What is asked of the supplier, its owners and its chain."""
    return [
        *procedure.SUPPLIER_RULES,
        *vetting.RULES,
        *ownership.RULES,
        *chain.RULES,
        *cloud.SUPPLIER_RULES,
        *operations.RULES,
        *supervision.SUPPLIER_RULES,
    ]


@hookimpl
def bestek_exit_requirements() -> list[Rule]:
    """What must be arranged for leaving."""
    return leaving.RULES
