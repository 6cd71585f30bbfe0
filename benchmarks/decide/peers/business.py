"""business-rules: variables are Python methods that give facts, rules are nested conditions, an action notes a breach.

Its conditions compare a variable with a constant, and know neither days nor lists of things. So comparing two
facts, counting months and looking through the subcontractors are methods here, as the library means it. It reads
the file itself; each rule about a supplier is run for each supplier.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from business_rules import run_all
from business_rules.actions import BaseActions, rule_action
from business_rules.fields import FIELD_TEXT
from business_rules.variables import (
    BaseVariables,
    boolean_rule_variable,
    numeric_rule_variable,
    select_multiple_rule_variable,
    string_rule_variable,
)
from by_hand.case import ABRO_FOR_ALL, ABRO_STARTS, EEA, FLOOR, OFFENSIVE, TBB, TBB_METHOD_STARTS, VIRBI_STARTS
from by_hand.logic import months_back
from by_hand.performing import CORPORATE_EVENT

from bestek.vocabulary import File, Supplier

from . import Breaches, Peer
from .plain import STAGE

Conditions = dict[str, Any]
NL = frozenset(("NL",))


class Facts:
    """A file on a day, for the variables below."""

    def __init__(self, file: File, on: date) -> None:
        self.file: Any = file
        self.on = on
        self.abro: Any = file.extensions["abro"]
        self.launch: Any = file.procedure.launched_on

    @cached_property
    def year_ago(self) -> date:
        """The same day a year ago."""
        return months_back(self.on, 12)

    @cached_property
    def quarter_ago(self) -> date:
        """The same day three months ago."""
        return months_back(self.on, 3)


class OfProcurement(BaseVariables):  # type: ignore[misc]
    """Variables of the procurement."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @string_rule_variable()
    def kind(self) -> Any:
        return self.facts.file.buyer.kind

    @boolean_rule_variable()
    def vital_provider(self) -> Any:
        return self.facts.file.buyer.vital_provider

    @boolean_rule_variable()
    def national_security(self) -> Any:
        return self.facts.file.risk.national_security

    @string_rule_variable()
    def buyer_can_mitigate(self) -> Any:
        return self.facts.file.risk.buyer_can_mitigate

    @boolean_rule_variable()
    def adopted(self) -> Any:
        return self.facts.abro.adopted

    @boolean_rule_variable()
    def started(self) -> Any:
        return self.facts.abro.start_date <= self.facts.launch

    @boolean_rule_variable()
    def launched_under_abro(self) -> Any:
        return self.facts.launch >= ABRO_STARTS

    @boolean_rule_variable()
    def launched_when_for_all(self) -> Any:
        return self.facts.launch >= ABRO_FOR_ALL

    @boolean_rule_variable()
    def running_when_started(self) -> Any:
        return self.facts.file.procedure.project_started_on < self.facts.abro.start_date

    @boolean_rule_variable()
    def virbi_in_force(self) -> Any:
        return self.facts.on >= VIRBI_STARTS

    @boolean_rule_variable()
    def abdo_contract(self) -> Any:
        return self.facts.abro.abdo_contract

    @select_multiple_rule_variable()
    def application(self) -> Any:
        return self.facts.abro.application

    @string_rule_variable()
    def deployment(self) -> Any:
        return self.facts.file.service.deployment

    @boolean_rule_variable()
    def in_public_part(self) -> Any:
        return self.facts.file.service.in_public_part

    @numeric_rule_variable()
    def tbb(self) -> Any:
        tbb = TBB[self.facts.file.information.tbb]
        return max(tbb, self.floor()) if self.facts.on >= TBB_METHOD_STARTS else tbb

    @numeric_rule_variable()
    def floor(self) -> Any:
        return FLOOR.get(self.facts.file.information.classification, 0)

    @select_multiple_rule_variable()
    def origin(self) -> Any:
        return self.facts.file.information.origin

    @numeric_rule_variable()
    def stage(self) -> Any:
        return STAGE[self.facts.file.procedure.stage]

    @boolean_rule_variable()
    def data_stay_in_nl(self) -> Any:
        service = self.facts.file.service
        return service.storage_countries <= NL and service.processing_countries <= NL

    @boolean_rule_variable()
    def administered_in_eea(self) -> Any:
        return self.facts.file.service.administration_countries <= EEA

    @string_rule_variable()
    def key_holder(self) -> Any:
        return self.facts.file.service.key_holder

    @boolean_rule_variable()
    def announced_in_time(self) -> Any:
        announced = self.facts.abro.announced_on
        return bool(announced and announced <= self.facts.launch)

    @boolean_rule_variable()
    def first_use_has_passed(self) -> Any:
        return self.facts.on > self.facts.file.service.goes_live_on

    @boolean_rule_variable()
    def accredited_beforehand(self) -> Any:
        accredited = self.facts.abro.accredited
        return bool(accredited and accredited < self.facts.file.service.goes_live_on)

    @string_rule_variable()
    def vir_04(self) -> Any:
        return self.facts.file.decisions["abro/VIR-04"].outcome

    @boolean_rule_variable()
    def no_declaration_grounds(self) -> Any:
        return self.facts.abro.no_declaration_grounds


class OfSupplier(OfProcurement):
    """Variables of a supplier, and those of the procurement."""

    def __init__(self, facts: Facts, supplier: Supplier) -> None:
        super().__init__(facts)
        self.supplier: Any = supplier
        self.its: Any = supplier.extensions["abro"]

    @string_rule_variable()
    def role(self) -> Any:
        return self.supplier.role

    @string_rule_variable()
    def security_declaration(self) -> Any:
        return self.supplier.security_declaration

    @boolean_rule_variable()
    def dutch_entity(self) -> Any:
        return self.its.abdo.dutch_entity

    @boolean_rule_variable()
    def dutch_staff(self) -> Any:
        return self.its.abdo.dutch_staff

    @boolean_rule_variable()
    def risk_analysis_recent(self) -> Any:
        return bool(self.its.risk_analysis and self.its.risk_analysis >= self.facts.year_ago)

    @boolean_rule_variable()
    def inspected_recently(self) -> Any:
        inspected = self.its.audit.inspected_on
        return bool(inspected and inspected >= self.facts.year_ago)

    @boolean_rule_variable()
    def networks_listed_recently(self) -> Any:
        listed = self.its.audit.networks_listed_on
        return bool(listed and listed >= self.facts.year_ago)

    @boolean_rule_variable()
    def recovery_secured(self) -> Any:
        return self.its.cyber.recovery_secured

    @boolean_rule_variable()
    def external_link(self) -> Any:
        return self.its.cyber.external_link

    @boolean_rule_variable()
    def scanned_recently(self) -> Any:
        scanned = self.its.cyber.scanned_on
        return bool(scanned and scanned >= self.facts.quarter_ago)

    @boolean_rule_variable()
    def pentested_recently(self) -> Any:
        pentested = self.its.cyber.pentested_on
        return bool(pentested and pentested >= self.facts.year_ago)

    @select_multiple_rule_variable()
    def security_product_countries(self) -> Any:
        return self.its.security_product_countries

    @boolean_rule_variable()
    def compartment(self) -> Any:
        return self.its.physical.compartment

    @boolean_rule_variable()
    def strong_access(self) -> Any:
        return self.its.physical.strong_access

    @numeric_rule_variable()
    def visitor_notice(self) -> Any:
        return self.its.physical.visitor_notice

    @numeric_rule_variable()
    def backup_months(self) -> Any:
        return self.its.exit.backup_months

    @boolean_rule_variable()
    def backups_outlast_contract(self) -> Any:
        return self.its.exit.backup_months > self.facts.file.contract.duration

    @boolean_rule_variable()
    def certificate(self) -> Any:
        return self.its.exit.certificate

    @select_multiple_rule_variable()
    def events(self) -> Any:
        return self.supplier.control_change.events

    @boolean_rule_variable()
    def change_reported(self) -> Any:
        return bool(self.its.change_reported)

    @boolean_rule_variable()
    def change_reported_at_once(self) -> Any:
        return self.its.change_reported_at_once

    @string_rule_variable()
    def sub_06(self) -> Any:
        return self.supplier.decisions["abro/SUB-06"].outcome

    # The chain ----------------------------------------------------------------------------------------------

    @cached_property
    def chain(self) -> list[tuple[Any, Any]]:
        """The subcontractors, each with its facts on ABRO."""
        return [(member, member.extensions["abro"]) for member in self.supplier.subcontractors]

    @boolean_rule_variable()
    def some_not_approved(self) -> Any:
        return any(not (its.buyer_approved and its.nbiv_approved) for _, its in self.chain)

    @boolean_rule_variable()
    def some_without_overview(self) -> Any:
        return any((its.touches_tbb or its.poses_risk) and not its.tbb_overview for _, its in self.chain)

    @boolean_rule_variable()
    def some_without_abro_in_contract(self) -> Any:
        return any(its.touches_tbb and not its.in_contract for _, its in self.chain)

    @boolean_rule_variable()
    def some_foreign_not_cleared(self) -> Any:
        return any(
            member.country != "NL" and not (its.nbiv_approved and its.security_clearance and its.host_rules)
            for member, its in self.chain
        )

    @boolean_rule_variable()
    def some_count(self) -> Any:
        return any(its.touches_tbb or its.poses_risk for _, its in self.chain)


class Note(BaseActions):  # type: ignore[misc]
    """Notes a breach."""

    def __init__(self, found: list[tuple[str, str]], subject: str) -> None:
        self.found = found
        self.subject = subject

    @rule_action(params={"rule": FIELD_TEXT})
    def breach(self, rule: str) -> None:
        """Note a breach of a rule."""
        self.found.append((rule, self.subject))


# Conditions ----------------------------------------------------------------------------------------------------


def is_(name: str, operator: str, value: Any) -> Conditions:
    """Compare a variable with a constant."""
    return {"name": name, "operator": operator, "value": value}


def yes(*names: str) -> list[Conditions]:
    """These variables are true."""
    return [is_(name, "is_true", True) for name in names]


def no(name: str) -> Conditions:
    """This variable is false."""
    return is_(name, "is_false", True)


def every(*conditions: Conditions) -> Conditions:
    """All of these."""
    return {"all": list(conditions)}


def some(*conditions: Conditions) -> Conditions:
    """At least one of these."""
    return {"any": list(conditions)}


def one_of(name: str, *values: str) -> Conditions:
    """The value is one of these."""
    return some(*(is_(name, "equal_to", value) for value in values))


def none_of(name: str, *values: str) -> Conditions:
    """The value is none of these: "not equal" has to be written as "does not match"."""
    return is_(name, "matches_regex", rf"\A(?!(?:{'|'.join(values)})\Z)")


def at_least(name: str, number: int) -> Conditions:
    """The number is this much or more."""
    return is_(name, "greater_than_or_equal_to", number)


def shares(name: str, *values: str) -> Conditions:
    """The set has one of these."""
    return is_(name, "shares_at_least_one_element_with", list(values))


BODIES = ("department", "department_service", "agency", "police")
BODY = one_of("kind", *BODIES)
HYBRID = is_("deployment", "equal_to", "hybrid")
MARKET = one_of("deployment", "private", "community", "hybrid", "public")
PUBLIC = some(is_("deployment", "equal_to", "public"), every(HYBRID, *yes("in_public_part")))
PRIVATE = some(one_of("deployment", "private", "community"), every(HYBRID, no("in_public_part")))
INSIDE = some(
    every(BODY, some(*yes("started", "launched_when_for_all"))),
    every(is_("kind", "equal_to", "defence"), *yes("started")),
    every(one_of("kind", "high_council", "other"), *yes("adopted")),
)
NOT_EXEMPT = (
    none_of("buyer_can_mitigate", "yes"),
    none_of("kind", "zbo", "province", "municipality", "water_board", "state_owned_company"),
    some(none_of("kind", "public_law_body", "foundation", "private", "other"), no("vital_provider")),
    some(none_of("kind", *BODIES), *yes("started", "launched_when_for_all")),
    some(none_of("kind", *BODIES), no("running_when_started"), *yes("adopted")),
)
APPLIES = every(*yes("launched_under_abro", "national_security"), INSIDE, *NOT_EXEMPT)
CHAPTER3 = every(APPLIES, shares("application", "physical_storage", "digital_storage"))
CHAPTER4 = every(APPLIES, some(MARKET, shares("application", "digital_storage", "cloud_service")))
CHAPTER5 = every(
    APPLIES,
    some(MARKET, every(shares("application", "cloud_service"), none_of("deployment", "none", "on_premises"))),
)
VIRBI = every(
    *yes("virbi_in_force"),
    one_of("kind", "department", "department_service", "agency", "defence"),
    at_least("floor", 1),
)
ABDO = every(is_("kind", "equal_to", "defence"), *yes("abdo_contract"), no("started"))
LATE = one_of("role", "winner", "contractor")
LIGHT = is_("tbb", "equal_to", 1)

ON_PROCUREMENT = {
    "CLD-01": every(at_least("tbb", 2), PUBLIC, CHAPTER5),
    "CLD-06": every(LIGHT, MARKET, no("administered_in_eea"), CHAPTER5),
    "KEY-01": every(LIGHT, MARKET, none_of("key_holder", "buyer", "declared_third_party"), CHAPTER5),
    "PRO-01": every(at_least("stage", 1), no("announced_in_time"), APPLIES),
    "VIR-07": every(at_least("stage", 4), *yes("first_use_has_passed"), no("accredited_beforehand"), VIRBI),
    "VIR-04": every(
        is_("vir_04", "equal_to", "breach"), is_("origin", "shares_no_elements_with", ["nato", "eu", "esa"]), VIRBI
    ),
}
ON_SUPPLIER = {
    "PRO-04": every(
        LATE, at_least("stage", 4), none_of("security_declaration", "issued"), no("no_declaration_grounds"), APPLIES
    ),
    "TRN-08b": every(
        LATE,
        ABDO,
        at_least("tbb", 1),
        PRIVATE,
        some(at_least("tbb", 2), *(no(name) for name in ("data_stay_in_nl", "dutch_entity", "dutch_staff"))),
    ),
    "VET-02b": every(LATE, at_least("tbb", 1), at_least("stage", 5), no("risk_analysis_recent"), APPLIES),
    "AUD-03": every(
        LATE, at_least("stage", 5), some(no("inspected_recently"), no("networks_listed_recently")), APPLIES
    ),
    "CYB-05": every(
        LATE,
        at_least("stage", 5),
        some(
            no("recovery_secured"),
            every(*yes("external_link"), some(no("scanned_recently"), no("pentested_recently"))),
        ),
        CHAPTER4,
    ),
    "VET-06": every(
        one_of("role", "candidate", "tenderer", "winner", "contractor"),
        at_least("tbb", 1),
        shares("security_product_countries", *OFFENSIVE),
        APPLIES,
    ),
    "PHY-01": every(
        LATE,
        at_least("tbb", 1),
        some(
            no("compartment"),
            every(at_least("tbb", 2), some(no("strong_access"), is_("visitor_notice", "less_than", 5))),
        ),
        CHAPTER3,
    ),
    "EXT-03": every(
        LATE,
        at_least("tbb", 1),
        some(
            is_("backup_months", "less_than", 12),
            *yes("backups_outlast_contract"),
            every(at_least("stage", 6), no("certificate")),
        ),
        CHAPTER4,
    ),
    "OWN-03": every(
        LATE,
        shares("events", *CORPORATE_EVENT),
        some(no("change_reported_at_once"), every(at_least("stage", 5), no("change_reported"))),
        APPLIES,
    ),
    "SUB-01": every(
        LATE, *yes("national_security"), at_least("tbb", 1), at_least("stage", 4), *yes("some_not_approved"), APPLIES
    ),
    "SUB-02": every(LATE, at_least("stage", 5), *yes("some_without_overview"), APPLIES),
    "SUB-03": every(LATE, at_least("stage", 4), *yes("some_without_abro_in_contract"), APPLIES),
    "SUB-04": every(LATE, at_least("stage", 4), *yes("some_foreign_not_cleared"), APPLIES),
    "SUB-06": every(LATE, is_("sub_06", "equal_to", "breach"), *yes("some_count"), APPLIES),
}


def _rules(conditions: dict[str, Conditions]) -> list[dict[str, Any]]:
    return [
        {"conditions": condition, "actions": [{"name": "breach", "params": {"rule": rule}}]}
        for rule, condition in conditions.items()
    ]


def make() -> Peer:
    """Write the rules."""
    own, vetting = _rules(ON_PROCUREMENT), _rules(ON_SUPPLIER)

    def breaches(file: File, on: date) -> Breaches:
        facts = Facts(file, on)
        found: list[tuple[str, str]] = []
        run_all(own, OfProcurement(facts), Note(found, "procurement"))
        for supplier in file.suppliers or ():
            run_all(vetting, OfSupplier(facts, supplier), Note(found, supplier.name or ""))
        return frozenset(found)

    return breaches
