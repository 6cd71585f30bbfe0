"""The government-wide cloud policy, 2022 and 2026, for bestek: the hooks, and nothing else."""

from __future__ import annotations

from bestek import Regulation, Rule, hookimpl

from . import framework_2023, leaving, policy_2022, policy_2026, scope, transfers, virbi
from .definitions import LAW
from .facts import CloudPolicy
from .texts import INSTRUMENTS

CLOUDPOLICY = Regulation(
    id="cloudpolicy",
    title=(
        "Rijksbreed cloudbeleid 2022 en 2026, met de plaats van gegevens",
        "Government-wide cloud policy 2022 and 2026, with data location",
    ),
    publisher="de makers van bestek",
    contact="bestek (issues)",
    instruments=INSTRUMENTS,
    scopes=("cloudpolicy", "ik2023", "virbi_cloud", "avg"),
    facts=(CloudPolicy,),
    parameters=LAW,
    omits={
        "VER-2": "duplicate of abro/TRN-03",
        "VB25-03": "duplicate of abro/TBB-03",
        "VB25-04": "duplicate of abro/TBB-03",
        "VB25-05": "duplicate of abro/TBB-06",
        "CP26-31": "information",
        "CP26-32": "information",
    },
)


@hookimpl
def bestek_regulation() -> Regulation:
    """Give the regulation."""
    return CLOUDPOLICY


@hookimpl
def bestek_classification() -> list[Rule]:
    """Who is bound, by which edition, and at which level of the framework of 2023."""
    return scope.CLASSIFICATION


@hookimpl
def bestek_requirements() -> list[Rule]:
    """What the buyer does, and what the service must be."""
    return [
        *scope.BUYER_RULES,
        *policy_2022.BUYER_RULES,
        *framework_2023.BUYER_RULES,
        *virbi.BUYER_RULES,
        *policy_2026.BUYER_RULES,
        *transfers.BUYER_RULES,
    ]


@hookimpl
def bestek_supplier_vetting() -> list[Rule]:
    """What is asked of the supplier, its owners and its subcontractors."""
    return [
        *scope.SUPPLIER_RULES,
        *policy_2022.SUPPLIER_RULES,
        *framework_2023.SUPPLIER_RULES,
        *virbi.SUPPLIER_RULES,
        *policy_2026.SUPPLIER_RULES,
        *transfers.SUPPLIER_RULES,
    ]


@hookimpl
def bestek_exit_requirements() -> list[Rule]:
    """What must be arranged for leaving."""
    return leaving.RULES
