"""The rules on a supplier that count from tendering on: for a candidate, a tenderer, the winner and the contractor."""

from __future__ import annotations

from bestek.vocabulary import Supplier
from bestek_abro.facts import SupplierAbro

from .buyer import NL
from .case import OFFENSIVE, Case
from .logic import (
    NOT_APPLICABLE,
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
    open_norm,
    opposite,
    within,
)

SOC2, CCM = frozenset(("soc2_type2",)), frozenset(("csa_ccm",))

ALWAYS = ("APP-11", "JUR-02")
ABRO = (
    *("PRO-03", "PRO-05", "PRO-10", "OWN-01", "SUB-07", "AUD-06"),
    *("VET-01", "VET-02", "VET-03", "VET-04", "VET-05", "VET-06"),
)
CHAPTER5 = ("CLD-03", "CLD-04", "CLD-07", "CLD-08", "CLD-09", "CLD-10")


def always(supplier: Supplier, role: Truth) -> tuple[Status, ...]:
    """Rules that are judged whatever applies: what foreign control means."""
    if role is False:
        return NOT_APPLICABLE, NOT_APPLICABLE
    abroad = opposite(within(supplier.control_countries, NL))
    present = opposite(within(supplier.presence_countries, NL))
    return note(both(role, abroad)), note(both(role, either(abroad, present)))


def under_abro(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """What ABRO asks for the declaration."""
    if role is False:
        return (NOT_APPLICABLE,) * 12
    award, tbb = case.award, both(role, case.any_tbb)
    examination = facts.examination
    winner = None if supplier.role is None else supplier.role in ("winner", "contractor")
    return (
        demand(winner, None if examination is None else examination != "not_requested", award),
        note(both(role, opposite(facts.risk_mitigable))),
        document(both(tbb, facts.self_inspection_requested), facts.self_inspection, award),
        document(role, facts.ownership_statement, award),
        document(role, facts.chain_list, award),
        judged(role, supplier.decisions.get("abro/AUD-06"), True),
        document(tbb, facts.security_policy, award),
        document(tbb, facts.risk_analysis, award),
        document(tbb, facts.security_officer, award),
        demand(both(tbb, facts.uses_cryptography), enough_custodians(facts), award),
        document(tbb, facts.security_plan, award),
        fixed(tbb, opposite(meets(facts.security_product_countries, OFFENSIVE)), award),
    )


def enough_custodians(facts: SupplierAbro) -> Truth:
    """Two where the keys come from the State, else one."""
    number = facts.crypto_custodians
    if number is None:
        return None
    return number >= 2 or (opposite(facts.keys_from_state) if number == 1 else False)


def in_the_cloud(case: Case, supplier: Supplier, facts: SupplierAbro, role: Truth) -> tuple[Status, ...]:
    """What chapter 5 asks of a cloud provider before the award."""
    if role is False:
        return (NOT_APPLICABLE,) * 6
    decisions, award = supplier.decisions, case.award
    treaty_cloud = both(role, both(case.any_tbb, both(case.public_cloud, case.of_a_treaty)))
    cld_03 = judged(treaty_cloud, decisions.get("abro/CLD-03"), True)
    when = both(role, case.tbb_4_cloud)
    if when is False:
        return cld_03, *(NOT_APPLICABLE,) * 5
    certificates = supplier.certificates
    assured = both(both(meets(certificates, SOC2), meets(certificates, CCM)), facts.assurance_complete)
    return (
        cld_03,
        fixed(when, opposite(linked_to_offensive_country(case, supplier)), case.selection),
        document(when, facts.cloud_risk_analysis, award),
        demand(when, assured, award),
        judged(when, decisions.get("abro/CLD-09"), award),
        open_norm(when, decisions.get("abro/CLD-10")),
    )


def linked_to_offensive_country(case: Case, supplier: Supplier) -> Truth:
    """As the file says; otherwise by seat, control or administration."""
    if supplier.offensive_cyber_country is not None:
        return supplier.offensive_cyber_country
    seat = None if supplier.country is None else supplier.country in OFFENSIVE
    control = meets(supplier.control_countries, OFFENSIVE)
    return either(either(seat, control), meets(case.file.service.administration_countries, OFFENSIVE))
