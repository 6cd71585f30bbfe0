"""The rules on a supplier that count from signature on: for the winner and the contractor."""

from __future__ import annotations

from bestek.vocabulary import Subcontractor, Supplier
from bestek_abro.facts import SubcontractorAbro, SupplierAbro

from .buyer import NL
from .case import OFFENSIVE, Case
from .logic import (
    NOT_APPLICABLE,
    Status,
    Truth,
    both,
    demand,
    either,
    fixed,
    judged,
    meets,
    not_before,
    note,
    open_norm,
    opposite,
    there,
    within,
)

INTERNAL_CHANGE = frozenset(("ownership", "control", "directors", "structure", "shareholding", "refinancing"))
CORPORATE_EVENT = frozenset(
    ("demerger", "cooperation", "outsourcing", "merger", "significant_influence", "takeover_threat")
) | {"nonbinding_offer", "closure", "suspension_of_payment", "bankruptcy"}
FOREIGN_COOPERATION = frozenset(("foreign_cooperation",))
ACTIVITY_OR_LOCATION = frozenset(("activity_or_location",))
TAKEOVER = frozenset(("ownership", "control", "merger", "significant_influence", "takeover_threat", "nonbinding_offer"))
NOTHING = SubcontractorAbro.nothing()

ABRO = (
    *("PRO-04", "PRO-07", "PRO-12", "VET-02b"),
    *("OWN-02", "OWN-03", "OWN-04", "OWN-05", "OWN-06", "OWN-07", "OWN-08", "OWN-09"),
    *("SUB-01", "SUB-02", "SUB-03", "SUB-04", "SUB-06", "SUB-08"),
    *("PER-01", "PER-02", "PER-03", "PER-04", "PER-05"),
    *("INC-01", "INC-02", "AUD-01", "AUD-02", "AUD-03", "EXT-01", "EXT-06"),
)
CHAPTER3 = ("PHY-01", "PHY-02", "PHY-03", "VET-07")
CHAPTER4 = (
    *("CYB-01", "CYB-02", "CYB-03", "CYB-04", "CYB-05", "VET-08"),
    *("CLD-11", "CLD-12", "CLD-12b", "CLD-13", "KEY-03", "KEY-04", "AI-01", "SUB-09"),
    *("EXT-02", "EXT-03", "EXT-04"),
)
CHAPTER5 = ("JUR-01", "AUD-05", "EXT-05")
ABDO = ("TRN-08b", "TRN-09", "TRN-09b")


def under_abro(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """What ABRO asks outside its chapters 3, 4 and 5."""
    if role is False:
        return (NOT_APPLICABLE,) * len(ABRO)
    decided, performance, ending = supplier.decisions.get, case.performance, case.exit
    tbb = both(role, case.any_tbb)
    issued = None if supplier.security_declaration is None else supplier.security_declaration == "issued"
    return (
        demand(role, either(issued, case.abro.no_declaration_grounds), case.contract),
        judged(role, decided("abro/PRO-07"), case.contract),
        judged(both(role, case.abro.extra_measures_imposed), decided("abro/PRO-12"), performance),
        demand(tbb, not_before(facts.risk_analysis, case.year_ago), performance),
        *ownership(case, supplier, facts, role),
        *chain(case, supplier, facts, role),
        judged(both(role, case.tbb_4), decided("abro/PER-01"), case.contract),
        judged(both(role, case.tbb_1_to_3), decided("abro/PER-02"), case.contract),
        judged(tbb, decided("abro/PER-03"), performance),
        judged(tbb, decided("abro/PER-04"), performance),
        judged(tbb, decided("abro/PER-05"), performance),
        *incidents_and_audits(case, supplier, facts, role),
        judged(tbb, decided("abro/EXT-01"), ending),
        judged(role, decided("abro/EXT-06"), ending),
    )


def ownership(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """Changes of ownership and control. That a change was not reported at once can no longer be put right."""
    change, performance = supplier.control_change, case.performance
    own_07 = open_norm(role, supplier.decisions.get("abro/OWN-07"))
    own_08 = note(both(role, opposite(facts.change_risk_mitigable)))
    events = change.events
    if events is not None and not events:
        nothing = NOT_APPLICABLE
        return nothing, nothing, nothing, nothing, nothing, own_07, own_08, nothing
    reported, closed = there(facts.change_reported), there(change.closed_on)
    at_once = both(reported, facts.change_reported_at_once)
    too_late = facts.change_reported_at_once is False
    decision = facts.change_decision
    approved = None if decision is None else decision == "approved"
    in_order = either(approved, opposite(closed))
    corporate = both(role, meets(events, CORPORATE_EVENT))
    return (
        demand(both(role, meets(events, INTERNAL_CHANGE)), both(at_once, in_order), performance, too_late),
        demand(corporate, at_once, performance, too_late),
        demand(both(corporate, closed), approved, performance),
        demand(both(role, meets(events, FOREIGN_COOPERATION)), at_once, performance, too_late),
        demand(both(role, meets(events, ACTIVITY_OR_LOCATION)), both(reported, in_order), performance),
        own_07,
        own_08,
        note(both(role, meets(events, TAKEOVER))),
    )


def chain(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """Subcontractors. Of a list that may be longer nothing holds for all, and nothing fails to hold for any."""
    members = supplier.subcontractors
    if members is None:
        approved = overview = in_contract = foreign = anyone = None
    else:
        complete = not members or supplier.subcontractors_complete
        approved = overview = in_contract = foreign = True if complete else None
        anyone = False if complete else None
        for member in members:
            abro = member.extensions.get("abro", NOTHING)
            touches = abro.touches_tbb
            counts = either(touches, abro.poses_risk)
            approved = both(approved, both(abro.buyer_approved, abro.nbiv_approved))
            overview = both(overview, either(opposite(counts), abro.tbb_overview))
            in_contract = both(in_contract, either(opposite(touches), abro.in_contract))
            foreign = both(foreign, cleared_abroad(member, abro))
            anyone = either(anyone, counts)
    decided, contract, performance = supplier.decisions.get, case.contract, case.performance
    return (
        demand(both(role, case.special), approved, contract),
        demand(role, overview, performance),
        demand(role, in_contract, contract),
        demand(role, foreign, contract),
        judged(both(role, anyone), decided("abro/SUB-06"), performance),
        judged(both(role, facts.escrow_holds_tbb), decided("abro/SUB-08"), contract),
    )


def cleared_abroad(member: Subcontractor, abro: SubcontractorAbro) -> Truth:
    """A subcontractor is Dutch, or cleared and bound by the rules of its own country."""
    if member.country == "NL":
        return True
    cleared = both(both(abro.nbiv_approved, abro.security_clearance), abro.host_rules)
    return cleared if member.country is not None else True if cleared else None


def incidents_and_audits(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """Incidents, checks by NBIV and the yearly self-inspection."""
    incident, audit, performance = facts.incident, facts.audit, case.performance
    happened = both(role, there(incident.verified))
    if happened is False:
        inc_01 = inc_02 = NOT_APPLICABLE
    else:
        told, intent = there(incident.officer_told), incident.intent
        reported = both(there(incident.reported), facts.incident_reported_at_once)
        too_late = facts.incident_reported_at_once is False
        inc_01 = demand(both(happened, case.any_tbb), reported, performance, too_late)
        enough = both(told, either(opposite(intent), reported))
        inc_02 = demand(happened, enough, performance, too_late and intent)
    hours = audit.register_hours
    in_time = None if hours is None else hours <= 48
    inspected, listed = (
        not_before(audit.inspected_on, case.year_ago),
        not_before(audit.networks_listed_on, case.year_ago),
    )
    return (
        inc_01,
        inc_02,
        fixed(role, both(audit.cooperates, in_time), performance),
        judged(both(role, audit.outside_party), supplier.decisions.get("abro/AUD-02"), performance),
        demand(role, both(inspected, listed), performance),
    )


# Chapter 3: the site -------------------------------------------------------------------------------------------


def on_the_site(case: Case, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """Physical security."""
    tbb = both(role, case.any_tbb)
    if tbb is False:
        return (NOT_APPLICABLE,) * 4
    physical, heavy = facts.physical, both(role, case.tbb_1_to_3)
    notice, minutes = physical.visitor_notice, physical.intervention
    guarded = both(physical.strong_access, None if notice is None else notice >= 5)
    quick = None if minutes is None else minutes <= 120
    arrives = either(both(case.tbb_is(2), quick), physical.intervention_before)
    return (
        fixed(tbb, both(physical.compartment, either(case.tbb_4, guarded)), case.contract),
        fixed(heavy, arrives, case.contract),
        transport(case, facts, tbb),
        fixed(heavy, opposite(meets(facts.equipment_countries, OFFENSIVE)), case.performance),
    )


def transport(case: Case, facts: SupplierAbro, when: Truth) -> str:
    """Post by TBB. Approvals can follow; how it is sent does not."""
    physical = facts.physical
    post = physical.post
    light = both(case.tbb_4, None if post is None else post != "ordinary")
    by_hand = both(case.tbb_1_to_3, None if post is None else post == "none")
    agreed = either(opposite(case.tbb_is(4)), physical.transport_buyer_approved)
    heavy = both(by_hand, both(physical.transport_plan_approved, agreed))
    return demand(when, either(light, heavy), case.performance, light is False and by_hand is False)


# Chapter 4: the network ----------------------------------------------------------------------------------------


def on_the_network(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """Cyber security, cloud use of the supplier itself, keys and AI."""
    if role is False:
        return (NOT_APPLICABLE,) * len(CHAPTER4)
    decided, contract, performance, ending = supplier.decisions.get, case.contract, case.performance, case.exit
    in_cloud = facts.site_management_in_cloud
    tbb, heavy = both(role, case.any_tbb), both(role, case.tbb_1_to_3)
    cryptography = both(role, facts.uses_cryptography)
    return (
        fixed(heavy, isolated(facts), contract),
        judged(both(role, case.tbb_is(4)), decided("abro/CYB-02"), contract),
        logs(case, facts, tbb),
        flaw(facts, tbb, performance),
        demand(role, tested(case, facts), performance),
        judged(tbb, decided("abro/VET-08"), performance),
        judged(both(role, case.special), decided("abro/CLD-11"), performance),
        fixed(heavy, opposite(in_cloud), performance),
        open_norm(both(role, both(case.tbb_4, in_cloud)), decided("abro/CLD-12b")),
        judged(both(role, facts.antimalware_in_cloud), decided("abro/CLD-13"), performance),
        judged(both(cryptography, case.any_tbb), decided("abro/KEY-03"), contract),
        judged(cryptography, decided("abro/KEY-04"), contract),
        judged(both(tbb, facts.ai_used), decided("abro/AI-01"), performance),
        judged(both(role, facts.networks_linked), decided("abro/SUB-09"), performance),
        wiped(case, facts, tbb),
        backups(case, facts, tbb),
        judged(both(role, facts.ai_used), decided("abro/EXT-04"), ending),
    )


def isolated(facts: SupplierAbro) -> Truth:
    """No wireless, no remote maintenance, separate domains, hardware tokens."""
    cyber = facts.cyber
    if cyber.wireless or cyber.remote_maintenance:
        return False
    closed = None if cyber.wireless is None or cyber.remote_maintenance is None else True
    return both(closed, both(cyber.domains_separated, cyber.hardware_token))


def logs(case: Case, facts: SupplierAbro, when: Truth) -> str:
    """Logs are kept long enough for this TBB."""
    if when is False:
        return NOT_APPLICABLE
    kept = long_enough(facts.cyber.log_months, 12, 6, case.tbb_4)
    access = long_enough(facts.cyber.access_log_months, 6, 3, opposite(case.tbb_1_2))
    return fixed(when, both(kept, access), case.performance)


def long_enough(months: int | None, term: int, shorter: int, light: Truth) -> Truth:
    """Something is kept for its term, or for a shorter one where the TBB is light enough."""
    if months is None:
        return None
    if months >= term:
        return True
    return light if months >= shorter else False


def flaw(facts: SupplierAbro, when: Truth, reached: Truth) -> str:
    """A known flaw of CVSS 4 or more on a system with an external link is handled."""
    worst = facts.cyber.worst_flaw
    serious = None if worst is None else worst >= 4
    return demand(both(when, both(facts.cyber.external_link, serious)), facts.cyber.flaw_handled, reached)


def tested(case: Case, facts: SupplierAbro) -> Truth:
    """Recovery is secured, and what has an outside link was scanned and pentested in time."""
    cyber = facts.cyber
    recent = both(not_before(cyber.scanned_on, case.quarter_ago), not_before(cyber.pentested_on, case.year_ago))
    return both(cyber.recovery_secured, either(opposite(cyber.external_link), recent))


def wiped(case: Case, facts: SupplierAbro, when: Truth) -> str:
    """Media are wiped at TBB 4 or destroyed. A certificate can follow; what is kept or only wiped is so."""
    if when is False:
        return NOT_APPLICABLE
    media = facts.exit.media
    if media is None:
        light = None if case.tbb_4 is not False else False
        destroyed = None if facts.exit.certificate is not False else False
    else:
        light = False if media == "kept" else case.tbb_4
        destroyed = facts.exit.certificate if media == "destroyed" else False
    lost = light is False and media in ("kept", "wiped")
    return demand(when, either(light, destroyed), case.exit, lost)


def backups(case: Case, facts: SupplierAbro, when: Truth) -> str:
    """Kept a year or longer, and no longer than the contract; then destroyed, with a certificate."""
    if when is False:
        return NOT_APPLICABLE
    months, duration = facts.exit.backup_months, case.file.contract.duration
    if months is None:
        kept = None
    elif months < 12:
        kept = False
    else:
        kept = None if duration is None else months <= duration
    return demand(when, both(kept, facts.exit.certificate), case.exit, kept is False)


# Chapter 5: the cloud, and ABDO --------------------------------------------------------------------------------


def in_the_cloud(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """What chapter 5 asks of a cloud provider under contract."""
    when = both(role, case.tbb_4_cloud)
    if when is False:
        return NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
    decided = supplier.decisions.get
    leaving = both(case.file.exit.strategy, facts.exit.cloud_process)
    return (
        judged(when, decided("abro/JUR-01"), case.contract),
        judged(when, decided("abro/AUD-05"), case.performance),
        demand(when, leaving, case.contract),
    )


def under_abdo(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """What ABDO 2019 asks of the supplier of a running defence contract."""
    when = both(role, case.any_tbb)
    if when is False:
        return NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
    abdo, performance = facts.abdo, case.performance
    reported, officer, cleared = abdo.foreign_directors_reported, abdo.dutch_officer, abdo.administrators_cleared
    return (
        fixed(when, cloud_under_abdo(case, facts), performance),
        demand(when, both(both(reported, officer), cleared), performance, officer is False),
        judged(when, supplier.decisions.get("abro/TRN-09b"), performance),
    )


def cloud_under_abdo(case: Case, facts: SupplierAbro) -> Truth:
    """No private cloud, unless at TBB 4 on Dutch soil with a Dutch entity and Dutch staff."""
    private = both(case.market_cloud, opposite(case.public_cloud))
    service, abdo = case.file.service, facts.abdo
    soil = both(within(service.storage_countries, NL), within(service.processing_countries, NL))
    dutch = both(abdo.dutch_entity, abdo.dutch_staff)
    return either(opposite(private), both(case.tbb_4, both(soil, dutch)))
