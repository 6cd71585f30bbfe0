"""Cedar, by cedarpy: one `forbid` policy a rule; those that forbid are the breaches.

Cedar has no named conditions, so shared ones are pasted into each policy. It has no "any" over a list of records:
each subcontractor is a resource of its own, and one request is made for the procurement, for each supplier and
for each subcontractor of a file, all in one batch.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from by_hand.case import ABRO_FOR_ALL, ABRO_STARTS, EEA, OFFENSIVE, TBB_METHOD_STARTS, VIRBI_STARTS
from by_hand.performing import CORPORATE_EVENT
from cedarpy import PolicySet, is_authorized_batch

from bestek.vocabulary import File

from . import Breaches, Peer
from .plain import plain


def one_of(what: str, *values: str) -> str:
    """Write that a value is one of these."""
    return f"{listed(frozenset(values))}.contains({what})"


def listed(values: frozenset[str]) -> str:
    """Write a set."""
    return "[" + ", ".join(f'"{value}"' for value in sorted(values)) + "]"


def tbb(rank: int) -> str:
    """Write that the TBB is this heavy or heavier."""
    floor = f"(principal.on >= {TBB_METHOD_STARTS.toordinal()} && principal.floor >= {rank})"
    return f"(principal.tbb >= {rank} || {floor})"


MARKET = one_of("principal.deployment", "private", "community", "hybrid", "public")
PUBLIC = '(principal.deployment == "public" || (principal.deployment == "hybrid" && principal.in_public_part))'
BODY = one_of("principal.kind", "department", "department_service", "agency", "police")
STARTED = "principal.start_date <= principal.launched_on"
FOR_ALL = f"principal.launched_on >= {ABRO_FOR_ALL.toordinal()}"
INSIDE = (
    f'(({BODY} && ({STARTED} || {FOR_ALL})) || (principal.kind == "defence" && {STARTED}) || '
    f"({one_of('principal.kind', 'high_council', 'other')} && principal.adopted))"
)
EXEMPT = (
    '(principal.buyer_can_mitigate == "yes" || '
    f"{one_of('principal.kind', 'zbo', 'province', 'municipality', 'water_board', 'state_owned_company')} || "
    f"({one_of('principal.kind', 'public_law_body', 'foundation', 'private', 'other')} && principal.vital_provider) || "
    f"({BODY} && !({STARTED}) && !({FOR_ALL})) || "
    f"({BODY} && principal.project_started_on < principal.start_date && !principal.adopted))"
)
APPLIES = (
    f"(principal.launched_on >= {ABRO_STARTS.toordinal()} && principal.national_security && {INSIDE} && !{EXEMPT})"
)
CHAPTER3 = f'({APPLIES} && principal.application.containsAny(["physical_storage", "digital_storage"]))'
CHAPTER4 = f'({APPLIES} && ({MARKET} || principal.application.containsAny(["digital_storage", "cloud_service"])))'
CHAPTER5 = (
    f'({APPLIES} && ({MARKET} || (principal.application.contains("cloud_service") && '
    f"!{one_of('principal.deployment', 'none', 'on_premises')})))"
)
VIRBI = (
    f"(principal.on >= {VIRBI_STARTS.toordinal()} && "
    f"{one_of('principal.kind', 'department', 'department_service', 'agency', 'defence')})"
)
ABDO = '(principal.kind == "defence" && principal.abdo_contract && principal.launched_on < principal.start_date)'
LIGHT_CLOUD = f"{CHAPTER5} && {tbb(1)} && !{tbb(2)} && {MARKET}"
TREATY = 'principal.origin.containsAny(["nato", "eu", "esa"])'
LATE = one_of("resource.role", "winner", "contractor")
CONTRACTOR = f"{APPLIES} && {LATE}"
SPECIAL = f"principal.national_security && {tbb(1)}"
KEPT = "(resource.backup_months >= 12 && resource.backup_months <= principal.duration)"
COUNTS = "(resource.touches_tbb || resource.poses_risk)"
CHAIN = f"{APPLIES} && {one_of('resource.supplier.role', 'winner', 'contractor')}"

ON_PROCUREMENT = {
    "CLD-01": f"{CHAPTER5} && {tbb(2)} && {PUBLIC}",
    "CLD-06": f"{LIGHT_CLOUD} && !{listed(EEA)}.containsAll(principal.administration_countries)",
    "KEY-01": f"{LIGHT_CLOUD} && !{one_of('principal.key_holder', 'buyer', 'declared_third_party')}",
    "PRO-01": f"{APPLIES} && principal.stage >= 1 && "
    "!(principal.announced_on > 0 && principal.announced_on <= principal.launched_on)",
    "VIR-07": f"{VIRBI} && principal.floor >= 1 && principal.stage >= 4 && principal.on > principal.goes_live_on && "
    "!(principal.accredited > 0 && principal.accredited < principal.goes_live_on)",
    "VIR-04": f'{VIRBI} && principal.floor >= 1 && principal.vir_04 == "breach" && !{TREATY}',
}
ON_SUPPLIER = {
    "PRO-04": f'{CONTRACTOR} && principal.stage >= 4 && resource.security_declaration != "issued" && '
    "!principal.no_declaration_grounds",
    "TRN-08b": f"{ABDO} && {LATE} && {tbb(1)} && {MARKET} && !{PUBLIC} && "
    f'!(!{tbb(2)} && ["NL"].containsAll(principal.storage_countries) && '
    '["NL"].containsAll(principal.processing_countries) && resource.dutch_entity && resource.dutch_staff)',
    "VET-02b": f"{CONTRACTOR} && {tbb(1)} && principal.stage >= 5 && resource.risk_analysis < principal.year_ago",
    "AUD-03": f"{CONTRACTOR} && principal.stage >= 5 && !(resource.inspected_on >= principal.year_ago && "
    "resource.networks_listed_on >= principal.year_ago)",
    "CYB-05": f"{CHAPTER4} && {LATE} && principal.stage >= 5 && !(resource.recovery_secured && "
    "(!resource.external_link || (resource.scanned_on >= principal.quarter_ago && "
    "resource.pentested_on >= principal.year_ago)))",
    "VET-06": f"{APPLIES} && {tbb(1)} && "
    f"{one_of('resource.role', 'candidate', 'tenderer', 'winner', 'contractor')} && "
    f"resource.security_product_countries.containsAny({listed(OFFENSIVE)})",
    "PHY-01": f"{CHAPTER3} && {LATE} && {tbb(1)} && !(resource.compartment && "
    f"(!{tbb(2)} || (resource.strong_access && resource.visitor_notice >= 5)))",
    "EXT-03": f"{CHAPTER4} && {LATE} && {tbb(1)} && (!{KEPT} || (principal.stage >= 6 && !resource.certificate))",
    "OWN-03": f"{CONTRACTOR} && resource.events.containsAny({listed(CORPORATE_EVENT)}) && "
    "(!resource.change_reported_at_once || (principal.stage >= 5 && resource.change_reported == 0))",
}
ON_SUBCONTRACTOR = {
    "SUB-01": f"{CHAIN} && {SPECIAL} && principal.stage >= 4 && !(resource.buyer_approved && resource.nbiv_approved)",
    "SUB-02": f"{CHAIN} && principal.stage >= 5 && {COUNTS} && !resource.tbb_overview",
    "SUB-03": f"{CHAIN} && principal.stage >= 4 && resource.touches_tbb && !resource.in_contract",
    "SUB-04": f'{CHAIN} && principal.stage >= 4 && resource.country != "NL" && '
    "!(resource.nbiv_approved && resource.security_clearance && resource.host_rules)",
    "SUB-06": f'{CHAIN} && resource.supplier.sub_06 == "breach" && {COUNTS}',
}


def policies() -> str:
    """Write the policies."""
    made = ["permit (principal, action, resource);"]
    for kind, rules in (
        ("Procurement", ON_PROCUREMENT),
        ("Supplier", ON_SUPPLIER),
        ("Subcontractor", ON_SUBCONTRACTOR),
    ):
        made += [
            f'@id("{rule}") forbid (principal, action, resource is {kind}) when {{ {when} }};'
            for rule, when in rules.items()
        ]
    return "\n".join(made)


def entities(data: dict[str, Any]) -> tuple[list[dict[str, Any]], list[tuple[str, dict[str, str]]]]:
    """Give the entities of a file, and each thing to judge: its subject and its entity."""
    file = {name: value for name, value in data.items() if name != "suppliers"}
    procurement = {"type": "Procurement", "id": "it"}
    made: list[dict[str, Any]] = [
        {"uid": FILE, "attrs": file, "parents": []},
        {"uid": procurement, "attrs": {}, "parents": []},
    ]
    judged = [("procurement", procurement)]
    for supplier in data["suppliers"]:
        members = supplier.pop("subcontractors")
        uid = {"type": "Supplier", "id": supplier["name"]}
        made.append({"uid": uid, "attrs": supplier, "parents": []})
        judged.append((supplier["name"], uid))
        for place, member in enumerate(members):
            member["supplier"] = {"__entity": uid}
            inner = {"type": "Subcontractor", "id": f"{supplier['name']}/{place}"}
            made.append({"uid": inner, "attrs": member, "parents": []})
            judged.append((supplier["name"], inner))
    return made, judged


FILE = {"type": "File", "id": "it"}
JUDGE = {"type": "Action", "id": "judge"}


def make() -> Peer:
    """Parse the policies."""
    policy_set = PolicySet.from_str(policies())

    def breaches(file: File, on: date) -> Breaches:
        made, judged = entities(plain(file, on))
        requests = [{"principal": FILE, "action": JUDGE, "resource": resource, "context": {}} for _, resource in judged]
        answers = is_authorized_batch(requests, policy_set, made)
        return frozenset(
            (rule, subject)
            for (subject, _), answer in zip(judged, answers, strict=True)
            if not answer.allowed
            for rule in answer.diagnostics.id_annotations_by_reason.values()
        )

    return breaches
