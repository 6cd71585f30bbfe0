"""Cloud sovereignty, the exit terms of the Data Act and extraterritorial law for bestek: the hooks, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from bestek import Assessment, Regulation, Rule, hookimpl

from . import cada, cada_levels, csf, csf_score, data_act, laws
from .facts import Cadasov, SupplierCadasov
from .parameters import LAW
from .report import csf_report
from .texts import INSTRUMENTS

RULES: list[Rule] = [*csf.RULES, *csf_score.RULES, *cada.RULES, *cada_levels.RULES, *data_act.RULES, *laws.RULES]

CADASOV = Regulation(
    id="cadasov",
    title=(
        "Cloudsoevereiniteit: Cloud Sovereignty Framework, CADA, Data Act en wetten van andere staten",
        "Cloud sovereignty: Cloud Sovereignty Framework, CADA, Data Act and laws of other states",
    ),
    publisher="de makers van bestek",
    contact="bestek (issues)",
    instruments=INSTRUMENTS,
    scopes=("csf", "cada", "data_act", "data_act.standard", "laws"),
    facts=(Cadasov, SupplierCadasov),
    parameters=LAW,
    omits={
        "CADA-20": "not about a procurement",
        "CADA-33": "information",
        "DA-04": "information",
    },
)


@hookimpl
def bestek_regulation() -> Regulation:
    """Give the regulation."""
    return CADASOV


@hookimpl
def bestek_classification() -> list[Rule]:
    """Which of the four subjects apply, and what a service comes to: SEAL, score and level."""
    return [rule for rule in RULES if rule.kind in ("applies", "exempts", "classifies")]


@hookimpl
def bestek_requirements() -> list[Rule]:
    """What the tender documents say, and what the buyer does."""
    return [rule for rule in RULES if not _elsewhere(rule) and not rule.of_supplier]


@hookimpl
def bestek_supplier_vetting() -> list[Rule]:
    """What is asked of the supplier and of the service."""
    return [rule for rule in RULES if not _elsewhere(rule) and rule.of_supplier]


@hookimpl
def bestek_exit_requirements() -> list[Rule]:
    """What must be arranged for leaving."""
    return [rule for rule in RULES if rule.kind not in ("applies", "exempts", "classifies") and _about_leaving(rule)]


@hookimpl
def bestek_reports() -> dict[str, Callable[[Assessment, str], str]]:
    """Give the tables of the Cloud Sovereignty Framework."""
    return {"csf": csf_report}


def _elsewhere(rule: Rule) -> bool:
    return rule.kind in ("applies", "exempts", "classifies") or _about_leaving(rule)


def _about_leaving(rule: Rule) -> bool:
    """The rows of the brief that it calls exit requirements."""
    return rule.phase == "exit" or (rule.id.startswith("DA-") and rule.phase == "contract")
