"""The rules on the procurement itself: what the buyer does, and what the service must be."""

from __future__ import annotations

from datetime import date

from .case import TBB, TBB_METHOD_STARTS, VIRBI_STARTS, Case
from .logic import (
    ASSIGNED,
    NOT_APPLICABLE,
    NOTED,
    OPEN,
    Status,
    Truth,
    both,
    demand,
    document,
    either,
    fixed,
    judged,
    meets,
    note,
    opposite,
    there,
    within,
)

NL = frozenset(("NL",))
TRIGGERS = frozenset(("sensitive_data_shared", "sensitive_site", "sensitive_systems", "special_buildings"))
SUDDEN = frozenset(("takeover", "disruptive"))
KEYS = frozenset(("buyer", "declared_third_party"))
STATE_SECRET = frozenset(("confidential", "secret", "top_secret"))
SPECIAL = STATE_SECRET | {"departmental_confidential"}
FIVE = {"very_low": 0, "low": 1, "medium": 2, "high": 3, "very_high": 4}
CLASSIFICATION_TBB = {"public": 0, "internal": 0, "departmental_confidential": 1, "confidential": 2, "secret": 3}
CLASSIFICATION_TBB["top_secret"] = 4
BY_VERY_HIGH = (0, 2, 2, 3)  # no, one, two or three scores "very high"

LETTER_DIGID = date(2026, 6, 25)
ABRO_STARTS = date(2026, 1, 1)
CBW_STARTS = date(2026, 8, 15)
RELIEF_ENDS = date(2026, 3, 9)

ALWAYS = (
    *("APP-03b", "APP-04", "APP-08", "APP-10", "APP-15", "PRO-02", "TRN-04"),
    *("TBB-02", "TBB-03", "TBB-05", "TBB-06"),
)
ABRO = ("APP-13", "PRO-01", "PRO-06", "PRO-08", "PRO-09", "PRO-11", "AUD-04", "EXT-07")
CHAPTER5 = ("CLD-01", "CLD-05", "CLD-06", "KEY-01", "KEY-02")
VIRBI = ("CLD-02", "INC-03", "TRN-10", "VIR-02", "VIR-03", "VIR-04", "VIR-05", "VIR-06", "VIR-07", "VIR-08")
ABDO = ("TRN-07", "TRN-08")


def since(case: Case, day: date) -> Truth:
    """The law of a day counted when the tender was launched."""
    if case.launch is not None:
        return case.launch >= day
    return None if case.bound >= day else False


def always(case: Case) -> tuple[Status, ...]:
    """Rules that are judged whatever applies."""
    body, abro = case.abro_body, case.abro
    regime = case.file.procedure.regime
    return (
        note(case.extension),
        note(both(both(opposite(body), case.file.buyer.critical_entity), since(case, LETTER_DIGID))),
        document(both(both(body, case.started), since(case, ABRO_STARTS)), case.file.documents.risk_analysis, True),
        note(both(body, meets(abro.triggers, TRIGGERS))),
        note(both(body, abro.critical_process)),
        note(None if regime is None else regime == "adv"),
        fixed(True, opposite(case.file.procedure.requirements_added_after_launch), case.publication),
        *proposals(case),
    )


def proposals(case: Case) -> tuple[Status, Status, Status, Status]:
    """What the two published methods propose for the TBB, and whether they differ."""
    information = case.file.information
    if case.on < TBB_METHOD_STARTS:
        return NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
    ranks = [FIVE.get(information.confidentiality), FIVE.get(information.integrity), FIVE.get(information.availability)]
    known = [rank for rank in ranks if rank is not None]
    heaviest = max(known, default=0)
    if len(known) < 3 and heaviest < 4:
        toolkit, by_toolkit = None, OPEN
    elif heaviest == 0:
        toolkit, by_toolkit = None, NOT_APPLICABLE
    else:
        toolkit, by_toolkit = heaviest, ASSIGNED
    classification = information.classification
    floor = OPEN if classification is None else ASSIGNED if classification in SPECIAL else NOT_APPLICABLE
    if case.on < CBW_STARTS:
        return by_toolkit, floor, NOT_APPLICABLE, NOT_APPLICABLE
    cbw = by_cbw(case, known.count(4), 3 - len(known))
    differs = None if toolkit is None or cbw is None else toolkit != cbw
    return by_toolkit, floor, OPEN if cbw is None else ASSIGNED, note(differs)


def by_cbw(case: Case, very_high: int, unknown: int) -> int | None:
    """The heaviest of seven damage scales, the classification and the scores; None while a heavier one is possible."""
    damage, classification = case.abro.damage, case.file.information.classification
    scales = (
        *(damage.political, damage.image, damage.diplomatic, damage.vital_processes),
        *(damage.injury, damage.financial, damage.misuse),
    )
    low, high = BY_VERY_HIGH[very_high], BY_VERY_HIGH[very_high + unknown]
    for scale in scales:
        if scale is None:
            high = 4
        elif TBB[scale] > low:
            low = TBB[scale]
    if classification is None:
        high = 4
    else:
        low = max(low, CLASSIFICATION_TBB[classification])
    return low if low >= high else None


def under_abro(case: Case) -> tuple[Status, ...]:
    """What ABRO asks of the buyer."""
    abro, launch = case.abro, case.launch
    announced = abro.announced_on
    if announced is None or announced is False:
        in_time = announced
    elif announced is True or launch is None:
        in_time = None
    else:
        in_time = announced <= launch
    return (
        document(True, abro.tbb_overview, True),
        demand(True, in_time, case.publication),
        note(abro.declaration_as_criterion),
        NOTED,
        NOTED,
        NOTED,
        NOTED,
        note(opposite(meets(case.file.exit.covers, SUDDEN))),
    )


def the_service(case: Case) -> tuple[Status, ...]:
    """What ABRO's chapter 5 asks of the service."""
    service, when, contract = case.file.service, case.tbb_4_cloud, case.contract
    cld_01 = fixed(case.tbb_1_to_3, opposite(case.public_cloud), True)
    if when is False:
        return cld_01, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE
    keys = service.key_holder
    return (
        cld_01,
        where_the_data_stay(case),
        fixed(when, in_eea(service.administration_countries, case), contract),
        fixed(when, None if keys is None else keys in KEYS, contract),
        fixed(when, both(service.encrypted_at_rest, service.encrypted_in_transit), contract),
    )


def in_eea(countries: frozenset[str] | None, case: Case) -> Truth:
    """All countries lie in the EEA."""
    if case.eea is None:
        return True if countries is not None and not countries else None
    return within(countries, case.eea)


def where_the_data_stay(case: Case) -> str:
    """In the Netherlands, or elsewhere in the EEA where the buyer approved; an approval can follow, a place not."""
    service = case.file.service
    in_nl = both(within(service.storage_countries, NL), within(service.processing_countries, NL))
    if in_nl:
        return fixed(case.tbb_4_cloud, True, case.contract)
    eea = both(in_eea(service.storage_countries, case), in_eea(service.processing_countries, case))
    holds = either(in_nl, both(eea, there(case.abro.eea_approved)))
    return demand(case.tbb_4_cloud, holds, case.contract, in_nl is False and eea is False)


def under_virbi(case: Case) -> tuple[Status, ...]:
    """What VIR-BI asks of the buyer, on the day itself."""
    file, abro, on = case.file, case.abro, case.on
    classification, damage = file.information.classification, abro.classification_damage
    special = None if classification is None else classification in SPECIAL
    secret = None if classification is None else classification in STATE_SECRET
    damage_status = OPEN if damage is None else NOT_APPLICABLE if damage == "none" else ASSIGNED
    relief = abro.met_virbi_2013 if VIRBI_STARTS <= on < RELIEF_ENDS else False
    return (
        fixed(secret, opposite(case.public_cloud), True),
        document(abro.information_compromised, abro.compromise_reported, case.performance),
        note(relief),
        damage_status,
        document(special, abro.classification_decided, True),
        duration_of_classification(case, special),
        judged(both(special, case.market_cloud), file.decisions.get("abro/VIR-05"), case.contract),
        demand(case.of_a_treaty, both(there(abro.origin_consent), there(abro.origin_approval)), case.contract),
        accreditation(case, special),
        deviation(case, special),
    )


def duration_of_classification(case: Case, special: Truth) -> str:
    """A person judges it, save for treaty information."""
    decision = case.file.decisions.get("abro/VIR-04")
    if special is False or (decision is not None and decision.outcome == "not_applicable"):
        return NOT_APPLICABLE
    decided = None if decision is None else decision.outcome == "met"
    return demand(special, either(decided, case.of_a_treaty), True)


def accreditation(case: Case, special: Truth) -> str:
    """Before the first use: the duty is due until that day has passed."""
    first_use = case.file.service.goes_live_on
    passed = None if first_use is None else case.on > first_use
    accredited = case.abro.accredited
    known = first_use is not None and isinstance(accredited, date)
    beforehand = either(opposite(case.contract), accredited < first_use if known else None)
    return demand(special, both(there(accredited), beforehand), both(case.contract, passed))


def deviation(case: Case, special: Truth) -> str:
    """A deviation is reasoned in the risk analysis, and approved by someone high enough."""
    when = both(special, case.abro.virbi_deviation)
    if when is False:
        return NOT_APPLICABLE
    approved = high_enough(case.abro.virbi_deviation_approved_by, case.file.information.classification)
    return demand(when, both(there(case.file.documents.risk_analysis), approved), True)


def high_enough(by: str | None, classification: str | None) -> Truth:
    """A director-general approved, or for departmental confidential a director."""
    if by is None:
        return None
    if by == "director_general":
        return True
    departmental = None if classification is None else classification == "departmental_confidential"
    return departmental if by == "director" else False


def under_abdo(case: Case) -> tuple[Status, ...]:
    """What ABDO 2019 asks of the buyer of a running defence contract."""
    return note(case.abro.contract_extended), fixed(case.any_tbb, opposite(case.public_cloud), case.performance)
