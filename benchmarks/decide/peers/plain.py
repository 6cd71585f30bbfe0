"""A file as plain data, for engines that take JSON: only what the twenty rules read.

Days are ordinals and places on a scale are ranks, since no peer has both dates and ordered lists. A document
that is not there has day 0. Months cannot be counted in any of the peers, so the day a year ago is given.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from by_hand.case import FLOOR, TBB
from by_hand.logic import months_back

from bestek.vocabulary import File, Supplier

STAGES = ("preparation", "publication", "selection", "award", "contract", "performance", "exit")
STAGE = {stage: rank for rank, stage in enumerate(STAGES)}


def day(found: date | bool) -> int:
    """Give the ordinal of a day, 0 where there is none."""
    return found.toordinal() if found else 0  # type: ignore[union-attr]


def plain(file: File, on: date) -> dict[str, Any]:
    """Give a file as plain data."""
    procedure, information, service = file.procedure, file.information, file.service
    abro: Any = file.extensions["abro"]
    return {
        "on": on.toordinal(),
        "year_ago": months_back(on, 12).toordinal(),
        "quarter_ago": months_back(on, 3).toordinal(),
        "kind": file.buyer.kind,
        "vital_provider": file.buyer.vital_provider,
        "stage": STAGE[procedure.stage or ""],
        "launched_on": day(procedure.launched_on or False),
        "project_started_on": day(procedure.project_started_on or False),
        "national_security": file.risk.national_security,
        "buyer_can_mitigate": file.risk.buyer_can_mitigate,
        "tbb": TBB[information.tbb or ""],
        "floor": FLOOR.get(information.classification or "", 0),
        "origin": list(information.origin or ()),
        "deployment": service.deployment,
        "in_public_part": service.in_public_part,
        "storage_countries": list(service.storage_countries or ()),
        "processing_countries": list(service.processing_countries or ()),
        "administration_countries": list(service.administration_countries or ()),
        "key_holder": service.key_holder,
        "goes_live_on": day(service.goes_live_on or False),
        "duration": file.contract.duration,
        "start_date": day(abro.start_date),
        "adopted": abro.adopted,
        "abdo_contract": abro.abdo_contract,
        "application": list(abro.application),
        "announced_on": day(abro.announced_on),
        "accredited": day(abro.accredited),
        "no_declaration_grounds": abro.no_declaration_grounds,
        "vir_04": file.decisions["abro/VIR-04"].outcome,
        "suppliers": [_supplier(supplier) for supplier in file.suppliers or ()],
    }


def _supplier(supplier: Supplier) -> dict[str, Any]:
    facts: Any = supplier.extensions["abro"]
    physical, cyber, audit, abdo, leaving = facts.physical, facts.cyber, facts.audit, facts.abdo, facts.exit
    return {
        "name": supplier.name,
        "role": supplier.role,
        "security_declaration": supplier.security_declaration,
        "events": list(supplier.control_change.events or ()),
        "change_reported": day(facts.change_reported),
        "change_reported_at_once": facts.change_reported_at_once,
        "risk_analysis": day(facts.risk_analysis),
        "security_product_countries": list(facts.security_product_countries),
        "compartment": physical.compartment,
        "strong_access": physical.strong_access,
        "visitor_notice": physical.visitor_notice,
        "recovery_secured": cyber.recovery_secured,
        "external_link": cyber.external_link,
        "scanned_on": day(cyber.scanned_on),
        "pentested_on": day(cyber.pentested_on),
        "inspected_on": day(audit.inspected_on),
        "networks_listed_on": day(audit.networks_listed_on),
        "dutch_entity": abdo.dutch_entity,
        "dutch_staff": abdo.dutch_staff,
        "backup_months": leaving.backup_months,
        "certificate": leaving.certificate,
        "sub_06": supplier.decisions["abro/SUB-06"].outcome,
        "subcontractors": [_subcontractor(member) for member in supplier.subcontractors or ()],
    }


def _subcontractor(member: Any) -> dict[str, Any]:
    facts = member.extensions["abro"]
    return {
        "country": member.country,
        "touches_tbb": facts.touches_tbb,
        "poses_risk": facts.poses_risk,
        "buyer_approved": facts.buyer_approved,
        "nbiv_approved": facts.nbiv_approved,
        "tbb_overview": facts.tbb_overview,
        "in_contract": facts.in_contract,
        "security_clearance": facts.security_clearance,
        "host_rules": facts.host_rules,
    }
