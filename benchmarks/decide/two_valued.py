"""ABRO as plain Python with two values: which rules are breached, in a file in which everything is known.

No unknowns, no "met", no "due", no "not applicable": the least that a program about ABRO can do.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from by_hand.case import (
    ABRO_BODIES,
    ABRO_FOR_ALL,
    ABRO_STARTS,
    CLOUD_SERVICE,
    DIGITAL,
    EEA,
    EXTENSION,
    EXTENSION_IF_VITAL,
    FLOOR,
    MARKET,
    OFFENSIVE,
    OWN_CHOICE,
    RIJKSDIENST,
    STORAGE,
    TBB,
    TBB_METHOD_STARTS,
    TREATY,
    VIRBI_STARTS,
)
from by_hand.logic import months_back
from by_hand.performing import (
    ACTIVITY_OR_LOCATION,
    CORPORATE_EVENT,
    FOREIGN_COOPERATION,
    INTERNAL_CHANGE,
)

from bestek.vocabulary import File, Supplier

Breach = tuple[str, str]
PHASES = ("preparation", "publication", "selection", "award", "contract", "performance", "exit")
REACHED = {stage: rank for rank, stage in enumerate(PHASES)}
PUBLICATION, AWARD, CONTRACT, PERFORMANCE, EXIT = 1, 3, 4, 5, 6
LATE = ("winner", "contractor")
EARLY = ("candidate", "tenderer", *LATE)
NL = frozenset(("NL",))
SECRET = ("confidential", "secret", "top_secret")


def breaches(file: File, on: date) -> list[Breach]:
    """Give the rules that are breached, and by whom."""
    found: list[Breach] = []
    procedure, service, information, buyer = file.procedure, file.service, file.information, file.buyer
    abro: Any = file.extensions["abro"]
    launch: Any = procedure.launched_on
    stage = REACHED[procedure.stage or ""]
    deployment, kind = service.deployment, buyer.kind
    tbb = TBB[information.tbb or ""]
    if on >= TBB_METHOD_STARTS:
        tbb = max(tbb, FLOOR.get(information.classification or "", 0))
    market = deployment in MARKET
    public = deployment == "public" or (deployment == "hybrid" and service.in_public_part)

    def own(rule: str) -> None:
        found.append((rule, "procurement"))

    if kind in ABRO_BODIES and abro.start_date <= launch and launch >= ABRO_STARTS and not file.documents.risk_analysis:
        own("APP-08")
    if procedure.requirements_added_after_launch:
        own("TRN-04")
    if kind in RIJKSDIENST and on >= VIRBI_STARTS:
        virbi(file, abro, on, stage, public, market, own)
    under_abro = applies(file, abro, launch)
    cloud = under_abro and (
        market or (not abro.application.isdisjoint(CLOUD_SERVICE) and deployment not in ("none", "on_premises"))
    )
    if under_abro:
        if not abro.tbb_overview:
            own("APP-13")
        if stage >= PUBLICATION and not (abro.announced_on and abro.announced_on <= launch):
            own("PRO-01")
    if cloud:
        if tbb >= 2 and public:
            own("CLD-01")
        if tbb == 1 and market:
            service_rules(file, abro, stage, own)
    under_abdo = kind == "defence" and abro.abdo_contract and launch < abro.start_date
    if under_abdo and tbb and public:
        own("TRN-08")
    if not under_abro and not under_abdo:
        return found

    has_site = under_abro and not abro.application.isdisjoint(STORAGE)
    has_network = under_abro and (market or not abro.application.isdisjoint(DIGITAL))
    year, quarter = months_back(on, 12), months_back(on, 3)
    special = file.risk.national_security and tbb >= 1
    for supplier in file.suppliers or ():
        role = supplier.role
        if role not in EARLY:
            continue
        facts: Any = supplier.extensions["abro"]
        subject = f"supplier:{supplier.name}"
        broken = []
        if under_abro:
            broken += tendering(supplier, facts, stage, tbb)
        if cloud:
            broken += cloud_provider(file, supplier, facts, stage, tbb, public, market)
        if role in LATE:
            if under_abro:
                broken += performing(supplier, facts, abro, stage, tbb, special, year)
                broken += owners(supplier, facts, stage)
                broken += chain(supplier, facts, stage, special)
            if has_site and tbb:
                broken += site(facts, stage, tbb)
            if has_network:
                broken += network(file, supplier, facts, stage, tbb, special, year, quarter)
            if under_abdo and tbb:
                broken += abdo(file, supplier, facts, stage, tbb, public, market)
        found += [(rule, subject) for rule in broken]
    return found


def applies(file: File, abro: Any, launch: date) -> bool:
    """ABRO binds the file."""
    kind, start = file.buyer.kind, abro.start_date
    if launch < ABRO_STARTS or not file.risk.national_security or file.risk.buyer_can_mitigate == "yes":
        return False
    if kind in EXTENSION or (kind in EXTENSION_IF_VITAL and file.buyer.vital_provider):
        return False
    if kind in ABRO_BODIES:
        if file.procedure.project_started_on < start and not abro.adopted:  # type: ignore[operator]
            return False
        return launch >= ABRO_FOR_ALL or start <= launch
    return (kind == "defence" and start <= launch) or (kind in OWN_CHOICE and abro.adopted)


def virbi(file: File, abro: Any, on: date, stage: int, public: Any, market: bool, own: Any) -> None:
    """VIR-BI: what the buyer does with special information."""
    classification = file.information.classification
    treaty = not file.information.origin.isdisjoint(TREATY)  # type: ignore[union-attr]
    if classification in SECRET and public:
        own("CLD-02")
    if stage >= PERFORMANCE and abro.information_compromised and not abro.compromise_reported:
        own("INC-03")
    if stage >= CONTRACT and treaty and not (abro.origin_consent and abro.origin_approval):
        own("VIR-06")
    if classification not in SECRET and classification != "departmental_confidential":
        return
    if not abro.classification_decided:
        own("VIR-03")
    if file.decisions["abro/VIR-04"].outcome == "breach" and not treaty:
        own("VIR-04")
    if market and file.decisions["abro/VIR-05"].outcome == "breach":
        own("VIR-05")
    first_use: Any = file.service.goes_live_on
    if stage >= CONTRACT and on > first_use and not (abro.accredited and abro.accredited < first_use):
        own("VIR-07")
    if abro.virbi_deviation:
        by = abro.virbi_deviation_approved_by
        high_enough = by == "director_general" or (by == "director" and classification not in SECRET)
        if not (file.documents.risk_analysis and high_enough):
            own("VIR-08")


def service_rules(file: File, abro: Any, stage: int, own: Any) -> None:
    """Chapter 5 at TBB 4: where the data are and who holds the keys."""
    service: Any = file.service
    places = service.storage_countries | service.processing_countries
    if not places <= NL and (not places <= EEA or (not abro.eea_approved and stage >= CONTRACT)):
        own("CLD-05")
    if not service.administration_countries <= EEA:
        own("CLD-06")
    if service.key_holder not in ("buyer", "declared_third_party"):
        own("KEY-01")
    if not (service.encrypted_at_rest and service.encrypted_in_transit):
        own("KEY-02")


def decided(supplier: Supplier, *rules: str) -> list[str]:
    """Give the rules on which a person decided that they are breached."""
    decisions = supplier.decisions
    return [rule for rule in rules if decisions[f"abro/{rule}"].outcome == "breach"]


def tendering(supplier: Supplier, facts: Any, stage: int, tbb: int) -> list[str]:
    """ABRO, before signature."""
    broken = decided(supplier, "AUD-06")
    if tbb and not facts.security_product_countries.isdisjoint(OFFENSIVE):
        broken.append("VET-06")
    if stage < AWARD:
        return broken
    if supplier.role in LATE and facts.examination == "not_requested":
        broken.append("PRO-03")
    if not facts.ownership_statement:
        broken.append("OWN-01")
    if not facts.chain_list:
        broken.append("SUB-07")
    if not tbb:
        return broken
    if facts.self_inspection_requested and not facts.self_inspection:
        broken.append("PRO-10")
    if not facts.security_policy:
        broken.append("VET-01")
    if not facts.risk_analysis:
        broken.append("VET-02")
    if not facts.security_officer:
        broken.append("VET-03")
    if facts.uses_cryptography and facts.crypto_custodians < (2 if facts.keys_from_state else 1):
        broken.append("VET-04")
    if not facts.security_plan:
        broken.append("VET-05")
    return broken


def performing(supplier: Supplier, facts: Any, abro: Any, stage: int, tbb: int, special: Any, year: date) -> list[str]:
    """ABRO, from signature on."""
    broken = decided(supplier, "PRO-07", "EXT-06", "OWN-07")
    if abro.extra_measures_imposed:
        broken += decided(supplier, "PRO-12")
    if stage >= CONTRACT and supplier.security_declaration != "issued" and not abro.no_declaration_grounds:
        broken.append("PRO-04")
    if tbb == 1:
        broken += decided(supplier, "PER-01")
    if tbb >= 2:
        broken += decided(supplier, "PER-02")
    if tbb:
        broken += decided(supplier, "PER-03", "PER-04", "PER-05", "EXT-01")
        if stage >= PERFORMANCE and not (facts.risk_analysis and facts.risk_analysis >= year):
            broken.append("VET-02b")
    audit, incident = facts.audit, facts.incident
    if not audit.cooperates or audit.register_hours > 48:
        broken.append("AUD-01")
    if audit.outside_party:
        broken += decided(supplier, "AUD-02")
    if stage >= PERFORMANCE and not (
        audit.inspected_on
        and audit.inspected_on >= year
        and audit.networks_listed_on
        and audit.networks_listed_on >= year
    ):
        broken.append("AUD-03")
    if incident.verified:
        at_once = facts.incident_reported_at_once
        reported = incident.reported and at_once
        late = stage >= PERFORMANCE
        if tbb and not reported and (late or not at_once):
            broken.append("INC-01")
        if (incident.intent and not at_once) or (
            late and not (incident.officer_told and (reported or not incident.intent))
        ):
            broken.append("INC-02")
    return broken


def owners(supplier: Supplier, facts: Any, stage: int) -> list[str]:
    """ABRO 1.3: changes of ownership and control."""
    change: Any = supplier.control_change
    events = change.events
    if not events:
        return []
    broken = []
    late = stage >= PERFORMANCE
    prompt = facts.change_reported_at_once
    at_once = facts.change_reported and prompt
    approved = facts.change_decision == "approved"
    in_order = approved or not change.closed_on
    corporate = not events.isdisjoint(CORPORATE_EVENT)
    if not events.isdisjoint(INTERNAL_CHANGE) and not (at_once and in_order) and (late or not prompt):
        broken.append("OWN-02")
    if corporate and not at_once and (late or not prompt):
        broken.append("OWN-03")
    if corporate and change.closed_on and not approved and late:
        broken.append("OWN-04")
    if not events.isdisjoint(FOREIGN_COOPERATION) and not at_once and (late or not prompt):
        broken.append("OWN-05")
    if late and not events.isdisjoint(ACTIVITY_OR_LOCATION) and not (facts.change_reported and in_order):
        broken.append("OWN-06")
    return broken


def chain(supplier: Supplier, facts: Any, stage: int, special: Any) -> list[str]:
    """ABRO 1.5: subcontractors."""
    members: Any = [(member.country, member.extensions["abro"]) for member in supplier.subcontractors or ()]
    broken = []
    if stage >= CONTRACT:
        if special and not all(abro.buyer_approved and abro.nbiv_approved for _, abro in members):
            broken.append("SUB-01")
        if not all(abro.in_contract for _, abro in members if abro.touches_tbb):
            broken.append("SUB-03")
        if not all(
            abro.nbiv_approved and abro.security_clearance and abro.host_rules
            for country, abro in members
            if country != "NL"
        ):
            broken.append("SUB-04")
    counted = [abro for _, abro in members if abro.touches_tbb or abro.poses_risk]
    if stage >= PERFORMANCE and not all(abro.tbb_overview for abro in counted):
        broken.append("SUB-02")
    if counted:
        broken += decided(supplier, "SUB-06")
    if facts.escrow_holds_tbb:
        broken += decided(supplier, "SUB-08")
    return broken


def site(facts: Any, stage: int, tbb: int) -> list[str]:
    """ABRO chapter 3."""
    physical = facts.physical
    broken = []
    if not physical.compartment or (tbb > 1 and not (physical.strong_access and physical.visitor_notice >= 5)):
        broken.append("PHY-01")
    if tbb >= 2:
        if not physical.intervention_before and not (tbb == 2 and physical.intervention <= 120):
            broken.append("PHY-02")
        if not facts.equipment_countries.isdisjoint(OFFENSIVE):
            broken.append("VET-07")
        agreed = physical.transport_plan_approved and (tbb < 4 or physical.transport_buyer_approved)
        if physical.post != "none" or (stage >= PERFORMANCE and not agreed):
            broken.append("PHY-03")
    elif physical.post == "ordinary":
        broken.append("PHY-03")
    return broken


def network(
    file: File, supplier: Supplier, facts: Any, stage: int, tbb: int, special: Any, year: date, quarter: date
) -> list[str]:
    """ABRO chapter 4."""
    cyber, leaving = facts.cyber, facts.exit
    broken = []
    if facts.antimalware_in_cloud:
        broken += decided(supplier, "CLD-13")
    if facts.networks_linked:
        broken += decided(supplier, "SUB-09")
    if facts.ai_used:
        broken += decided(supplier, "EXT-04")
    if facts.uses_cryptography:
        broken += decided(supplier, "KEY-04")
    if stage >= PERFORMANCE and not (
        cyber.recovery_secured and (not cyber.external_link or tested(cyber, year, quarter))
    ):
        broken.append("CYB-05")
    if not tbb:
        return broken
    broken += decided(supplier, "VET-08")
    if special:
        broken += decided(supplier, "CLD-11")
    if facts.uses_cryptography:
        broken += decided(supplier, "KEY-03")
    if facts.ai_used:
        broken += decided(supplier, "AI-01")
    if tbb >= 2:
        if cyber.wireless or cyber.remote_maintenance or not (cyber.domains_separated and cyber.hardware_token):
            broken.append("CYB-01")
        if facts.site_management_in_cloud:
            broken.append("CLD-12")
    elif facts.site_management_in_cloud:
        broken += decided(supplier, "CLD-12b")
    if tbb == 4:
        broken += decided(supplier, "CYB-02")
    if cyber.log_months < (6 if tbb == 1 else 12) or cyber.access_log_months < (6 if tbb >= 3 else 3):
        broken.append("CYB-03")
    if stage >= PERFORMANCE and cyber.external_link and cyber.worst_flaw >= 4 and not cyber.flaw_handled:
        broken.append("CYB-04")
    media, ending = leaving.media, stage >= EXIT
    if media == "kept" or (tbb > 1 and media == "wiped") or (tbb > 1 and ending and not leaving.certificate):
        broken.append("EXT-02")
    if not 12 <= leaving.backup_months <= file.contract.duration or (ending and not leaving.certificate):
        broken.append("EXT-03")
    return broken


def tested(cyber: Any, year: date, quarter: date) -> bool:
    """What has an outside link was scanned and pentested in time."""
    scanned, pentested = cyber.scanned_on, cyber.pentested_on
    return bool(scanned and scanned >= quarter and pentested and pentested >= year)


def cloud_provider(
    file: File, supplier: Supplier, facts: Any, stage: int, tbb: int, public: Any, market: bool
) -> list[str]:
    """ABRO chapter 5, at the supplier."""
    broken = []
    if tbb and public and not file.information.origin.isdisjoint(TREATY):  # type: ignore[union-attr]
        broken += decided(supplier, "CLD-03")
    if tbb != 1 or not market:
        return broken
    if supplier.offensive_cyber_country:
        broken.append("CLD-04")
    broken += decided(supplier, "CLD-09", "CLD-10")
    if stage >= AWARD:
        if not facts.cloud_risk_analysis:
            broken.append("CLD-07")
        held: Any = supplier.certificates
        if not ("soc2_type2" in held and "csa_ccm" in held and facts.assurance_complete):
            broken.append("CLD-08")
    if supplier.role in LATE:
        broken += decided(supplier, "JUR-01", "AUD-05")
        if stage >= CONTRACT and not (file.exit.strategy and facts.exit.cloud_process):
            broken.append("EXT-05")
    return broken


def abdo(file: File, supplier: Supplier, facts: Any, stage: int, tbb: int, public: Any, market: bool) -> list[str]:
    """ABDO 2019, for running defence contracts."""
    asked, service = facts.abdo, file.service
    broken = decided(supplier, "TRN-09b")
    if market and not public:
        places: Any = service.storage_countries | service.processing_countries  # type: ignore[operator]
        if not (tbb == 1 and places <= NL and asked.dutch_entity and asked.dutch_staff):
            broken.append("TRN-08b")
    reported = asked.foreign_directors_reported and asked.administrators_cleared
    if not asked.dutch_officer or (stage >= PERFORMANCE and not reported):
        broken.append("TRN-09")
    return broken
