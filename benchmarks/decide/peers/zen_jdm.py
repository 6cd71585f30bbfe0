"""zen-engine: one decision of two expression nodes, first what the rules share, then for each rule who breaches it."""

from __future__ import annotations

import json
from datetime import date

from by_hand.case import ABRO_FOR_ALL, ABRO_STARTS, EEA, OFFENSIVE, TBB_METHOD_STARTS, VIRBI_STARTS
from by_hand.performing import CORPORATE_EVENT
from zen import ZenDecisionContent, ZenEngine

from bestek.vocabulary import File

from . import Breaches, Peer
from .plain import plain

SHARED = {
    "body": "kind in ['department', 'department_service', 'agency', 'police']",
    "heaviest": f"on >= {TBB_METHOD_STARTS.toordinal()} and floor > tbb ? floor : tbb",
    "market": "deployment in ['private', 'community', 'hybrid', 'public']",
    "public": "deployment == 'public' or (deployment == 'hybrid' and in_public_part)",
    "treaty": "some(origin, # in ['nato', 'eu', 'esa'])",
    "special": "national_security and $.heaviest >= 1",
    "started": "start_date <= launched_on",
    "for_all": f"launched_on >= {ABRO_FOR_ALL.toordinal()}",
    "inside": "($.body and ($.started or $.for_all)) or (kind == 'defence' and $.started) or "
    "(kind in ['high_council', 'other'] and adopted)",
    "exempt": "buyer_can_mitigate == 'yes' or "
    "kind in ['zbo', 'province', 'municipality', 'water_board', 'state_owned_company'] or "
    "(kind in ['public_law_body', 'foundation', 'private', 'other'] and vital_provider) or "
    "($.body and not $.started and not $.for_all) or ($.body and project_started_on < start_date and not adopted)",
    "applies": f"launched_on >= {ABRO_STARTS.toordinal()} and national_security and $.inside and not $.exempt",
    "chapter3": "$.applies and some(application, # in ['physical_storage', 'digital_storage'])",
    "chapter4": "$.applies and ($.market or some(application, # in ['digital_storage', 'cloud_service']))",
    "chapter5": "$.applies and ($.market or ('cloud_service' in application and "
    "not (deployment in ['none', 'on_premises'])))",
    "virbi": f"on >= {VIRBI_STARTS.toordinal()} and "
    "kind in ['department', 'department_service', 'agency', 'defence'] and floor >= 1",
    "abdo": "kind == 'defence' and abdo_contract and launched_on < start_date",
    "light_cloud": "$.chapter5 and $.heaviest == 1 and $.market",
    "dutch_soil": "$.heaviest == 1 and all(storage_countries, # == 'NL') and all(processing_countries, # == 'NL')",
    "late": "filter(suppliers, #.role in ['winner', 'contractor'])",
    "contractors": "$.applies ? $.late : []",
    "online": "$.chapter4 ? $.late : []",
}
PROCUREMENT = {
    "CLD-01": "chapter5 and heaviest >= 2 and public",
    "CLD-06": f"light_cloud and some(administration_countries, not (# in {sorted(EEA)}))",
    "KEY-01": "light_cloud and not (key_holder in ['buyer', 'declared_third_party'])",
    "PRO-01": "applies and stage >= 1 and not (announced_on > 0 and announced_on <= launched_on)",
    "VIR-07": "virbi and stage >= 4 and on > goes_live_on and not (accredited > 0 and accredited < goes_live_on)",
    "VIR-04": "virbi and vir_04 == 'breach' and not treaty",
}
# For each rule: whether anyone is asked, who is, and which of them breaches it.
SUPPLIERS = {
    "PRO-04": ("stage >= 4 and not no_declaration_grounds", "contractors", "#.security_declaration != 'issued'"),
    "TRN-08b": (
        "abdo and heaviest >= 1 and market and not public",
        "late",
        "not (dutch_soil and #.dutch_entity and #.dutch_staff)",
    ),
    "VET-02b": ("heaviest >= 1 and stage >= 5", "contractors", "#.risk_analysis < year_ago"),
    "AUD-03": ("stage >= 5", "contractors", "not (#.inspected_on >= year_ago and #.networks_listed_on >= year_ago)"),
    "CYB-05": (
        "stage >= 5",
        "online",
        "not (#.recovery_secured and (not #.external_link or "
        "(#.scanned_on >= quarter_ago and #.pentested_on >= year_ago)))",
    ),
    "VET-06": (
        "applies and heaviest >= 1",
        "suppliers",
        "#.role in ['candidate', 'tenderer', 'winner', 'contractor'] and "
        f"some(#.security_product_countries, # in {list(OFFENSIVE)})",
    ),
    "PHY-01": (
        "chapter3 and heaviest >= 1",
        "contractors",
        "not (#.compartment and (heaviest == 1 or (#.strong_access and #.visitor_notice >= 5)))",
    ),
    "EXT-03": (
        "heaviest >= 1",
        "online",
        "#.backup_months < 12 or #.backup_months > duration or (stage >= 6 and not #.certificate)",
    ),
    "OWN-03": (
        "true",
        "contractors",
        f"some(#.events, # in {sorted(CORPORATE_EVENT)}) and "
        "(not #.change_reported_at_once or (stage >= 5 and #.change_reported == 0))",
    ),
    "SUB-01": (
        "special and stage >= 4",
        "contractors",
        "some(#.subcontractors, not (#.buyer_approved and #.nbiv_approved))",
    ),
    "SUB-02": (
        "stage >= 5",
        "contractors",
        "some(#.subcontractors, (#.touches_tbb or #.poses_risk) and not #.tbb_overview)",
    ),
    "SUB-03": ("stage >= 4", "contractors", "some(#.subcontractors, #.touches_tbb and not #.in_contract)"),
    "SUB-04": (
        "stage >= 4",
        "contractors",
        "some(#.subcontractors, #.country != 'NL' and not (#.nbiv_approved and #.security_clearance and #.host_rules))",
    ),
    "SUB-06": (
        "true",
        "contractors",
        "#.sub_06 == 'breach' and some(#.subcontractors, #.touches_tbb or #.poses_risk)",
    ),
}


def decision() -> dict[str, object]:
    """Write the decision as JDM."""
    rules = {rule: f"{when} ? ['procurement'] : []" for rule, when in PROCUREMENT.items()}
    rules |= {
        rule: f"{when} ? map(filter({who}, {breach}), #.name) : []" for rule, (when, who, breach) in SUPPLIERS.items()
    }
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "file", "position": POSITION, "content": {"schema": ""}},
            _expressions("shared", SHARED, pass_through=True),
            _expressions("rules", rules, pass_through=False),
            {"id": "out", "type": "outputNode", "name": "breaches", "position": POSITION, "content": {"schema": ""}},
        ],
        "edges": [
            {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}
            for source, target in (("in", "shared"), ("shared", "rules"), ("rules", "out"))
        ],
    }


POSITION = {"x": 0, "y": 0}


def _expressions(name: str, given: dict[str, str], *, pass_through: bool) -> dict[str, object]:
    return {
        "id": name,
        "type": "expressionNode",
        "name": name,
        "position": POSITION,
        "content": {
            "expressions": [{"id": key, "key": key, "value": value} for key, value in given.items()],
            "passThrough": pass_through,
            "inputField": None,
            "outputPath": None,
            "executionMode": "single",
        },
    }


def make() -> Peer:
    """Compile the decision."""
    compiled = ZenEngine().create_decision(ZenDecisionContent(json.dumps(decision())))

    def breaches(file: File, on: date) -> Breaches:
        found = compiled.evaluate(plain(file, on))["result"]
        return frozenset((rule, subject) for rule, subjects in found.items() for subject in subjects)

    return breaches
