"""What a condition says of a file: true, false or unknown (DESIGN 2 and 3.1). A condition is never true by absence."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import ON, act, law, policy_of, status, truth

from bestek import days, days_between, define, greatest, kinds, launched, least, level, lookup, months, today
from bestek._kinds import CountryKind, SetKind
from bestek._texts import Text
from bestek.params import DatedValue, Parameter, Parameters
from bestek.vocabulary import (
    buyer,
    contract,
    controller,
    documents,
    information,
    procedure,
    service,
    subcontractor,
    supplier,
)
from bestek.vocabulary import exit as leaving

T, F, U = True, False, None
YES, NO, WHO_KNOWS = buyer.vital_provider, contract.framework, information.personal
KNOWN = {"buyer.vital_provider": True, "contract.framework": False}


# And, or, not -----------------------------------------------------------------------------------------------

TABLES = [
    # one, other, and, or
    (T, T, T, T),
    (T, F, F, T),
    (T, U, U, T),
    (F, T, F, T),
    (F, F, F, F),
    (F, U, F, U),
    (U, T, U, T),
    (U, F, F, U),
    (U, U, U, U),
]
SAID = {T: YES, F: NO, U: WHO_KNOWS}


@pytest.mark.parametrize(("one", "other", "both", "either"), TABLES)
def test_and_and_or(one: bool | None, other: bool | None, both: bool | None, either: bool | None) -> None:
    """The three values of Kleene."""
    assert truth(SAID[one] & SAID[other], KNOWN) is both
    assert truth(SAID[one] | SAID[other], KNOWN) is either


@pytest.mark.parametrize(("one", "turned"), [(T, F), (F, T), (U, U)])
def test_not(one: bool | None, turned: bool | None) -> None:
    assert truth(~SAID[one], KNOWN) is turned
    assert truth(~~SAID[one], KNOWN) is one


def test_two_unknowns_that_exclude_each_other_are_two_unknowns() -> None:
    """Kleene weighs each part by itself: `x | ~x` is not settled by logic."""
    assert truth(WHO_KNOWS | ~WHO_KNOWS) is U
    assert truth(WHO_KNOWS & ~WHO_KNOWS) is U


# Comparisons ------------------------------------------------------------------------------------------------

SCALE = "information.tbb"
COMPARED = [
    (information.tbb == "tbb3", {SCALE: "tbb3"}, T),
    (information.tbb == "tbb3", {SCALE: "tbb2"}, F),
    (information.tbb != "tbb3", {SCALE: "tbb2"}, T),
    (information.tbb > "tbb3", {SCALE: "tbb3"}, F),
    (information.tbb > "tbb3", {SCALE: "tbb2"}, T),
    (information.tbb >= "tbb3", {SCALE: "tbb3"}, T),
    (information.tbb < "tbb4", {SCALE: "none"}, T),
    (information.tbb <= "tbb4", {SCALE: "tbb3"}, F),
    (information.tbb >= "none", {}, U),
    (information.integrity > information.availability, {"information.integrity": "high", "information.availability": "low"}, T),
    (information.integrity > information.availability, {"information.integrity": "high"}, U),
    (procedure.value >= 221_000, {"procedure.value": 221_000}, T),
    (procedure.value >= 221_000, {"procedure.value": 220_999.99}, F),
    (procedure.value != 221_000, {}, U),
    (procedure.value == 5, {"procedure.value": 5.0}, T),
    (procedure.launched_on >= date(2026, 1, 1), {"procedure.launched_on": "2026-01-01"}, T),
    (procedure.launched_on < date(2026, 1, 1), {"procedure.launched_on": "2025-12-31"}, T),
    (service.deployment == "public", {"service.deployment": "hybrid"}, F),
    (service.deployment != "public", {}, U),
    (contract.framework, {"contract.framework": True}, T),
    (contract.framework, {}, U),
    (contract.duration * 2 + 1 > 24, {"contract.duration": 12}, T),
    (contract.duration - 12 < 0, {"contract.duration": 6}, T),
    (1 + contract.duration * 2 - 1 == 24, {"contract.duration": 12}, T),
    (30 - contract.duration == 18, {"contract.duration": 12}, T),
    (contract.duration * 0 == 0, {}, U),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "facts", "expected"), COMPARED)
def test_a_comparison_with_an_unknown_is_unknown(condition: Any, facts: Any, expected: bool | None) -> None:
    assert truth(condition, facts) is expected
    assert truth(~condition, facts) is (None if expected is None else not expected)


# Dated facts ------------------------------------------------------------------------------------------------

DAY = "2026-05-10"
DATED = [
    # what the file says, exists, before 1 June, after 1 June, is 10 May
    (DAY, T, T, F, T),
    ("2026-07-01", T, F, T, F),
    (True, T, U, U, U),
    (False, F, F, F, F),
    (None, U, U, U, U),
]


@pytest.mark.parametrize(("value", "exists", "before", "after", "same"), DATED)
def test_a_comparison_of_its_day_holds_only_where_a_thing_exists(
    value: Any, exists: Any, before: Any, after: Any, same: Any
) -> None:
    """With `false` the comparison is false, with `true` it is unknown (FACTS, types)."""
    facts = {} if value is None else {"documents.dpia": value}
    june = date(2026, 6, 1)
    assert truth(documents.dpia.exists, facts) is exists
    assert truth(documents.dpia < june, facts) is before
    assert truth(documents.dpia > june, facts) is after
    assert truth(documents.dpia == date(2026, 5, 10), facts) is same
    assert truth(documents.dpia + months(1) > june, facts) is (after if value != DAY else T)


@pytest.mark.parametrize("value", [DAY, True, False, None])
def test_the_opposite_of_a_comparison_of_its_day_is_its_opposite(value: Any) -> None:
    """Written out as "exists and compares": so where it does not exist, "not before" is true and "after" is false."""
    facts = {} if value is None else {"documents.dpia": value}
    june = date(2026, 6, 1)
    before = truth(documents.dpia < june, facts)
    assert truth(~(documents.dpia < june), facts) is (None if before is None else not before)


@pytest.mark.parametrize(
    ("plan", "test", "expected"),
    [
        (DAY, "2026-05-11", T),
        (DAY, DAY, F),
        (DAY, False, F),
        (False, DAY, F),
        (False, None, F),
        (True, DAY, U),
        (True, False, F),
        (None, None, U),
    ],
)
def test_two_dated_things_compare_only_where_both_exist(plan: Any, test: Any, expected: Any) -> None:
    facts = {path: value for path, value in (("exit.plan", plan), ("exit.tested_on", test)) if value is not None}
    assert truth(leaving.tested_on > leaving.plan, facts) is expected


# Dates ------------------------------------------------------------------------------------------------------

SHIFTED = [
    ("2026-01-31", months(1), date(2026, 2, 28)),
    ("2028-01-31", months(1), date(2028, 2, 29)),
    ("2026-01-31", months(13), date(2027, 2, 28)),
    ("2026-03-31", months(0), date(2026, 3, 31)),
    ("2025-12-31", months(2), date(2026, 2, 28)),
    ("2026-08-30", months(6), date(2027, 2, 28)),
    ("2024-02-29", months(12), date(2025, 2, 28)),
    ("2026-02-28", days(1), date(2026, 3, 1)),
    ("2026-12-31", days(1), date(2027, 1, 1)),
]


def planned(launched_on: str) -> dict[str, str]:
    """Say when the launch is to be."""
    return {"procedure.launched_on": launched_on, "procedure.stage": "preparation"}


@pytest.mark.parametrize(("start", "period", "end"), SHIFTED)
def test_a_date_plus_days_or_months(start: str, period: Any, end: date) -> None:
    """A month too short gives its last day."""
    assert truth(procedure.launched_on + period == end, planned(start)) is T


@pytest.mark.parametrize(
    ("start", "period", "end"),
    [
        ("2026-03-31", months(1), date(2026, 2, 28)),
        ("2026-01-15", months(1), date(2025, 12, 15)),
        ("2026-03-01", days(1), date(2026, 2, 28)),
        ("2028-03-31", months(1), date(2028, 2, 29)),
    ],
)
def test_a_date_minus_days_or_months(start: str, period: Any, end: date) -> None:
    assert truth(procedure.launched_on - period == end, planned(start)) is T


@pytest.mark.parametrize("period", [months(200_000), days(10_000_000)])
@pytest.mark.parametrize("sign", [1, -1])
def test_a_date_outside_the_calendar_is_unknown(period: Any, sign: int) -> None:
    shifted = procedure.launched_on + period if sign > 0 else procedure.launched_on - period
    assert truth(shifted > date(2026, 1, 1), {"procedure.launched_on": "2026-03-01"}) is U


@pytest.mark.parametrize("amount", [10**9, 10**15])
def test_a_term_of_endless_length_is_unknown(amount: int) -> None:
    facts = {"procedure.launched_on": "2026-03-01", "contract.duration": amount}
    assert truth(procedure.launched_on + months(contract.duration) > today, facts) is U


def test_the_days_between() -> None:
    facts = {"procedure.published_on": "2026-02-27", "procedure.awarded_on": "2026-03-02"}
    assert truth(days_between(procedure.published_on, procedure.awarded_on) == 3, facts) is T
    assert truth(days_between(procedure.awarded_on, procedure.published_on) == -3, facts) is T
    assert truth(days_between(date(2026, 9, 30), today) == 1) is T
    assert truth(days_between(procedure.published_on, today) > 0) is U


def test_the_days_since_what_never_happened() -> None:
    """A comparison that touches a dated fact holds only where it exists."""
    late = days_between(leaving.reviewed_on, today) > 365
    assert truth(late, {"exit.reviewed_on": False}) is F
    assert truth(late, {"exit.reviewed_on": True}) is U
    assert truth(late, {"exit.reviewed_on": "2025-09-30"}) is T


def test_today_is_the_day_of_the_assessment() -> None:
    assert truth(today == ON) is T
    assert truth(today == ON, on=date(2026, 10, 2)) is F


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"procedure.launched_on": "2026-03-01", "procedure.stage": "preparation"}, date(2026, 3, 1)),
        ({"procedure.stage": "preparation"}, ON),
        ({"procedure.stage": "award"}, None),
        ({}, None),
    ],
)
def test_the_day_that_fixes_the_law(facts: Any, expected: date | None) -> None:
    """The launch; while it is not known in preparation, the day of the assessment (DESIGN 3.2)."""
    for day in (date(2026, 3, 1), ON):
        assert truth(launched == day, facts) is (None if expected is None else expected == day)


# Sets -------------------------------------------------------------------------------------------------------

SETS = [
    # what the file says, intersects NL and DE, within NL and DE
    (["NL"], T, T),
    (["NL", "US"], T, F),
    (["US"], F, F),
    ([], F, T),
    (["NL", "?"], T, U),
    (["US", "?"], U, F),
    (["?"], U, U),
    (None, U, U),
]


@pytest.mark.parametrize(("members", "intersects", "within"), SETS)
def test_a_set(members: Any, intersects: bool | None, within: bool | None) -> None:
    """A set that is given is complete, unless it holds "?": then it has its members and perhaps others."""
    facts = {} if members is None else {"service.storage_countries": members}
    assert truth(service.storage_countries.intersects("NL", "DE"), facts) is intersects
    assert truth(service.storage_countries.within("NL", "DE"), facts) is within


@pytest.mark.parametrize(("members", "expected"), [(["NL"], F), ([], F), (["?"], F), (None, F)])
def test_no_set_shares_a_member_with_an_empty_one(members: Any, expected: bool | None) -> None:
    facts = {} if members is None else {"service.storage_countries": members}
    assert truth(service.storage_countries.intersects(), facts) is expected


@pytest.mark.parametrize(("members", "expected"), [(["NL"], F), ([], T), (["?"], U), (None, U)])
def test_only_an_empty_set_is_within_an_empty_one(members: Any, expected: bool | None) -> None:
    facts = {} if members is None else {"service.storage_countries": members}
    assert truth(service.storage_countries.within(), facts) is expected


def countries(name: str, *values: Any) -> Parameter:
    """Make a list of countries that was always the same; without a value it is the organisation's."""
    dated = tuple(DatedValue(None, None, value, "x") for value in values)
    return Parameter(
        f"toy.{name}", Text(name, name), SetKind(CountryKind(), "countries"), dated, "law" if values else "profile"
    )


PARAM = Parameters({"eu": countries("eu", frozenset({"DE", "FR"})), "foes": countries("foes")})

IN_PARAMETERS = [
    # the country, the list of foes that the organisation gives, is it in NL, the EU or the foes
    ("NL", None, T),
    ("DE", None, T),
    ("US", None, U),
    ("US", {"RU"}, F),
    ("RU", {"RU"}, T),
    ("US", {"RU", "?"}, U),
    ("US", set(), F),
    (None, {"RU"}, U),
]


@pytest.mark.parametrize(("country", "foes", "expected"), IN_PARAMETERS)
def test_constants_and_parameters_join_into_one_set(country: str | None, foes: Any, expected: bool | None) -> None:
    chapter = act()
    chapter.advises("R", when=supplier.country.is_in({"NL"} | PARAM("eu") | PARAM("foes")), at="1", nl="x", en="x")
    policy = {} if foes is None else {"toy.foes": frozenset(foes)}
    facts = {"suppliers": [{"role": "winner", **({"country": country} if country else {})}]}
    found = status(policy_of(law(chapter, parameters=PARAM), parameters=policy), facts)
    assert {"noted": True, "not_applicable": False, "open": None}[found] is expected


# Lists of parties -------------------------------------------------------------------------------------------

DUTCH, GERMAN, SOMEWHERE = {"country": "NL"}, {"country": "DE"}, {}
PARTIES = [
    # the chain, whether it is complete, any in NL, all in NL
    (None, None, U, U),
    (None, True, U, U),
    ([], None, F, T),
    ([], False, F, T),
    ([DUTCH], None, T, U),
    ([DUTCH], True, T, T),
    ([DUTCH], False, T, U),
    ([GERMAN], None, U, F),
    ([GERMAN], True, F, F),
    ([DUTCH, GERMAN], None, T, F),
    ([SOMEWHERE], True, U, U),
    ([SOMEWHERE, DUTCH], True, T, U),
    ([SOMEWHERE, GERMAN], True, U, F),
]


@pytest.mark.parametrize(("chain", "complete", "some", "every"), PARTIES)
def test_a_list_of_parties(chain: Any, complete: bool | None, some: bool | None, every: bool | None) -> None:
    """Complete where it is empty or `…_complete = true`; else what nobody on it is, somebody else may be."""
    known = {"role": "winner", "subcontractors": chain, "subcontractors_complete": complete}
    facts = {"suppliers": [{key: value for key, value in known.items() if value is not None}]}
    in_nl = subcontractor.country == "NL"
    assert truth(supplier.subcontractors.any(in_nl), facts) is some
    assert truth(supplier.subcontractors.all(in_nl), facts) is every
    assert truth(~supplier.subcontractors.any(~in_nl), facts) is every


@pytest.mark.parametrize(
    ("chain", "expected"),
    [([GERMAN], F), ([GERMAN, {"country": "US"}], F), ([{"country": "US"}], T), ([SOMEWHERE], U)],
)
def test_all_of_those_where(chain: Any, expected: bool | None) -> None:
    every = supplier.subcontractors.all(subcontractor.country == "NL", where=subcontractor.country.is_in("NL", "DE"))
    facts = {"suppliers": [{"role": "winner", "subcontractors": chain, "subcontractors_complete": True}]}
    assert truth(every, facts) is expected


def test_a_list_may_be_compared_with_its_supplier() -> None:
    facts = {"suppliers": [{"role": "winner", "country": "NL", "controllers": [{"country": "NL"}, {"country": "US"}]}]}
    assert truth(supplier.controllers.any(controller.country != supplier.country), facts) is T
    assert truth(supplier.controllers.all(controller.country == supplier.country), facts) is F


# Least, greatest, lookup ------------------------------------------------------------------------------------

BIV = (information.confidentiality, information.integrity, information.availability)


def biv(*values: str | None) -> dict[str, str]:
    """Give the three levels, as far as they are known."""
    names = ("confidentiality", "integrity", "availability")
    return {f"information.{name}": value for name, value in zip(names, values, strict=True) if value is not None}


EXTREMES = [
    (greatest(*BIV) >= "high", biv("low", "high", None), T),
    (greatest(*BIV) >= "high", biv("low", "low", None), U),
    (greatest(*BIV) >= "high", biv("low", "low", "low"), F),
    (greatest(*BIV) == "very_high", biv("low", None, "very_high"), U),  # part by part
    (greatest(*BIV) < "high", biv("low", "very_high", None), F),
    (least(*BIV) <= "low", biv(None, "low", None), T),
    (least(*BIV) == "very_low", biv("high", "very_low", "high"), T),
    (least(*BIV) > "low", biv("high", "high", None), U),
    (least(*BIV) > "low", biv("high", "low", None), F),
    (greatest(*BIV) != "low", biv(None, "high", None), T),
    (greatest(procedure.value, contract.duration * 1000) > 5000, {"contract.duration": 6}, T),
    (least(procedure.value, contract.duration * 1000) > 5000, {"contract.duration": 5}, F),
    (least(procedure.launched_on, today) < date(2026, 1, 1), {"procedure.launched_on": "2025-12-31"}, T),
    (greatest(procedure.launched_on, date(2026, 1, 1)) >= date(2026, 1, 1), {}, T),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "facts", "expected"), EXTREMES)
def test_the_least_and_the_greatest_are_settled_part_by_part(condition: Any, facts: Any, expected: bool | None) -> None:
    """SQL's own would skip what is not known."""
    assert truth(condition, facts) is expected


TABLE = {"works": True, "supplies": True, "services": False}
TWO_KEYS = {("works", True): 1, ("works", False): 1, ("services", True): 2, ("services", False): 3}

LOOKUPS = [
    (lookup(TABLE, procedure.object), {"procedure.object": "works"}, T),
    (lookup(TABLE, procedure.object), {"procedure.object": "services"}, F),
    (lookup(TABLE, procedure.object), {}, U),
    (lookup({"works": True, "supplies": True}, procedure.object), {}, U),
    (lookup({"works": True, "supplies": True}, procedure.object), {"procedure.object": "services"}, U),
    (lookup(dict.fromkeys(TABLE, True), procedure.object), {}, T),
    (lookup(TWO_KEYS, procedure.object, contract.framework) == 1, {"procedure.object": "works"}, T),
    (lookup(TWO_KEYS, procedure.object, contract.framework) > 1, {"procedure.object": "services"}, U),
    (lookup(TWO_KEYS, procedure.object, contract.framework) > 1, {"contract.framework": True}, U),
    (lookup({"low": "tbb4", "high": "tbb4"}, greatest(*BIV), of=information.tbb) == "tbb4", biv("low", "high", "low"), T),
    (lookup({"low": "tbb4", "high": "tbb2"}, greatest(*BIV), of=information.tbb) >= "tbb4", biv("low", None, "low"), U),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "facts", "expected"), LOOKUPS)
def test_a_table_is_settled_when_every_row_that_can_match_gives_the_same(
    condition: Any, facts: Any, expected: bool | None
) -> None:
    assert truth(condition, facts) is expected


def test_a_table_of_countries() -> None:
    risky = lookup({"US": True, "CN": True, "NL": False}, supplier.country)
    for country, expected in (("US", T), ("NL", F), ("DE", U), (None, U)):
        facts = {"suppliers": [{"role": "winner", **({"country": country} if country else {})}]}
        assert truth(risky, facts) is expected


def test_a_table_of_three_keys() -> None:
    rows = {(one, two, three): one == "works" for one in TABLE for two in (True, False) for three in (True, False)}
    three = lookup(rows, procedure.object, contract.framework, contract.indefinite)
    assert truth(three, {"procedure.object": "works"}) is T
    assert truth(three, {"contract.framework": True, "contract.indefinite": True}) is U


# Definitions ------------------------------------------------------------------------------------------------

material = define("material", service.primary_process | service.supporting_process, nl="materieel", en="material")


def test_a_definition_says_what_it_stands_for() -> None:
    assert truth(material, {"service.primary_process": True}) is T
    assert truth(~material, {"service.primary_process": False, "service.supporting_process": False}) is T
    assert truth(material, {"service.primary_process": False}) is U


def test_definitions_use_definitions() -> None:
    heavy = define("heavy", material & (information.tbb >= "tbb3"), nl="zwaar", en="heavy")
    assert truth(heavy, {"service.primary_process": True, "information.tbb": "tbb2"}) is T


NEW_WORDING = date(2026, 6, 1)
term = define(
    "term", contract.duration > 12, nl="lang", en="long", since={NEW_WORDING: contract.duration > 24}
)  # fmt: skip


@pytest.mark.parametrize(
    ("launched_on", "duration", "expected"),
    [
        ("2026-05-31", 18, T),
        ("2026-06-01", 18, F),
        ("2026-06-01", 25, T),
        (None, 18, U),  # either wording may govern, and they differ
        (None, 25, T),
        (None, 6, F),
        (None, None, U),
    ],
)
def test_the_wording_of_the_day_governs(launched_on: str | None, duration: int | None, expected: bool | None) -> None:
    facts = {"procedure.launched_on": launched_on, "contract.duration": duration}
    assert truth(term, {path: value for path, value in facts.items() if value is not None}) is expected


def test_a_rule_of_today_reads_the_wording_of_today() -> None:
    facts = {"procedure.launched_on": "2026-05-31", "contract.duration": 18}
    assert truth(term, facts, time="today") is F
    assert truth(term, facts, on=NEW_WORDING, time="launch") is T


def test_a_wording_that_may_not_have_been_yet_does_not_count() -> None:
    """Launch unknown, but it lies on or before the day of the assessment, and of the award."""
    assert truth(term, {"contract.duration": 18}, on=date(2026, 5, 31)) is T
    assert truth(term, {"contract.duration": 18, "procedure.awarded_on": "2026-05-01"}) is T


# Facts that something stands in for -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"procedure.launched_on": "2026-03-01"}, T),
        ({"procedure.launched_on": "2026-03-01", "procedure.project_started_on": "2025-06-01"}, F),
        ({"procedure.project_started_on": "2026-06-01"}, T),
        ({}, U),
    ],
)
def test_the_launch_stands_for_the_start_of_the_project(facts: Any, expected: bool | None) -> None:
    assert truth(procedure.project_started_on >= date(2026, 1, 1), facts) is expected


@pytest.mark.parametrize(
    ("party", "listed", "expected"),
    [
        ({"offensive_cyber_country": True}, [], T),
        ({"offensive_cyber_country": False, "country": "RU"}, ["RU"], F),
        ({"country": "RU"}, ["RU"], T),
        ({"control_countries": ["RU"]}, ["RU"], T),
        ({"country": "NL", "control_countries": ["NL"]}, ["RU"], U),  # administration is not known
        ({"country": "NL", "control_countries": ["NL"]}, [], F),
        ({"country": "RU"}, None, U),
    ],
)
def test_the_list_that_a_person_keeps_stands_in_for_the_answer(party: Any, listed: Any, expected: bool | None) -> None:
    """FACTS: where given, the answer goes before the list."""
    parameters = {} if listed is None else {"bestek.offensive_cyber_countries": frozenset(listed)}
    facts = {"suppliers": [{"role": "winner", **party}]}
    assert truth(supplier.offensive_cyber_country, facts, parameters=parameters) is expected


# Classes that nobody fills ----------------------------------------------------------------------------------


def test_a_class_without_a_level_is_below_every_level() -> None:
    """Where no row gives a level, there is certainly none."""
    tbb = level("toy.tbb", information.tbb, nl="x", en="x")
    assert truth(tbb >= "none") is F
    assert truth(tbb < "none") is T


def test_a_table_without_a_row_has_no_value() -> None:
    assert truth(kinds("toy.object", procedure.object, nl="x", en="x") == "works") is U
