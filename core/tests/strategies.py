"""Hypothesis strategies: procurement files, conditions, rules and whole regulations, drawn at random.

The facts are the core's, and those of an invented regulation `toy` at each place where a plugin can put facts.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st

from bestek import words
from bestek._convert import make_converter
from bestek._derive import derive
from bestek._plugins import check_regulation
from bestek._program import Program, build
from bestek._texts import Text
from bestek.classes import kinds, level
from bestek.definitions import define
from bestek.facts import CountryKind, FlagKind, NumberKind, SetKind, dated, day, flag, integer, one, scale
from bestek.group import Group
from bestek.law import Instrument
from bestek.params import DatedValue, Parameter, Parameters
from bestek.procurement import Procurement
from bestek.regulation import Regulation
from bestek.rules import PHASES, Chapter, Rule, first_match
from bestek.vocabulary import (
    File,
    buyer,
    contract,
    documents,
    information,
    procedure,
    service,
    subcontractor,
    supplier,
)
from bestek.vocabulary import (
    exit as leaving,
)


class Inner(Group, at="toy.inner", nl="Binnen", en="Inner"):
    """A table inside the table of a regulation."""

    level = scale(information.tbb.node.fact, nl="Niveau", en="Level")
    done = dated(nl="Gedaan", en="Done")


class Toy(Group, at="toy", nl="Speelgoed", en="Toy"):
    """Facts of an invented regulation."""

    starts = day(nl="Begin", en="Start")
    agreed = flag(nl="Akkoord", en="Agreed", can_follow=True)
    hours = integer("hours", nl="Uren", en="Hours", can_follow=True)
    inner = one(Inner)


class SupplierToy(Group, at="suppliers[].toy", nl="Speelgoed", en="Toy"):
    """The same, of a supplier."""

    vetted = dated(nl="Doorgelicht", en="Vetted")
    reliable = flag(nl="Betrouwbaar", en="Reliable")


class SubcontractorToy(Group, at="suppliers[].subcontractors[].toy", nl="Speelgoed", en="Toy"):
    """The same, of a subcontractor."""

    approved = flag(nl="Goedgekeurd", en="Approved", can_follow=True)


GROUPS = (Toy, SupplierToy, SubcontractorToy)
_AT = {group.at: group for group in GROUPS}
CONVERTER = make_converter(lambda name, group: _AT.get(f"{group.at}.{name}" if group.at else name))

DAYS = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 28), date(2026, 6, 15), date(2027, 1, 1)]
COUNTRIES = ["NL", "DE", "US", "CN"]


def procurement_of(data: dict[str, Any]) -> Procurement:
    """Make a procurement of plain data with the facts of the invented regulation."""
    facts, derived, problems = derive(CONVERTER.structure(data, File))
    assert not problems
    return Procurement(facts, {}, derived)


# Files ----------------------------------------------------------------------------------------------------


def _value(kind: Any) -> st.SearchStrategy[Any]:
    if kind.name == "flag":
        return st.booleans()
    if kind.name in ("choice", "scale"):
        return st.sampled_from(kind.values)
    if kind.name == "country":
        return st.sampled_from(COUNTRIES)
    if kind.name == "countries":
        return st.lists(st.sampled_from([*COUNTRIES, "?"]), max_size=3, unique=True)
    if kind.name == "choices":
        return st.lists(st.sampled_from([*kind.values, "?"]), max_size=3, unique=True)
    if kind.name == "date":
        return st.sampled_from(DAYS).map(date.isoformat)
    if kind.name == "dated":
        return st.one_of(st.sampled_from(DAYS).map(date.isoformat), st.booleans())
    return st.integers(0, 4)


def _table(*facts: Any, **inner: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    optional = {handle.node.fact.name: _value(handle.node.fact.kind) for handle in facts}
    return st.fixed_dictionaries({}, optional=optional | inner)


_subcontractors = st.lists(
    _table(subcontractor.country, subcontractor.control_countries, toy=_table(SubcontractorToy.approved)), max_size=3
)
_decision = st.fixed_dictionaries(
    {
        "outcome": st.sampled_from(["met", "breach", "not_applicable"]),
        "by": st.just("iemand"),
        "on": st.just("2026-01-01"),
        "reason": st.just("omdat"),
    }
)
_decisions = st.dictionaries(st.sampled_from([f"toy/R{n}" for n in range(12)]), _decision, max_size=6)
_supplier = _table(
    supplier.role,
    supplier.country,
    supplier.control_countries,
    supplier.subcontractors_complete,
    supplier.security_declaration,
    supplier.certificates,
    subcontractors=_subcontractors,
    toy=_table(SupplierToy.vetted, SupplierToy.reliable),
    decisions=_decisions,
)

files = st.fixed_dictionaries(
    {},
    optional={
        "buyer": _table(buyer.kind, buyer.vital_provider),
        "procedure": _table(
            procedure.stage,
            procedure.launched_on,
            procedure.project_started_on,
            procedure.published_on,
            procedure.value,
            procedure.object,
        ),
        "contract": _table(contract.signed_on, contract.duration, contract.framework),
        "information": _table(
            information.classification,
            information.tbb,
            information.confidentiality,
            information.integrity,
            information.availability,
        ),
        "service": _table(
            service.deployment, service.storage_countries, service.access_countries, service.applications
        ),
        "documents": _table(documents.risk_analysis, documents.dpia),
        "exit": _table(leaving.plan, leaving.tested_on, leaving.covers, leaving.recovery, leaving.acceptable_recovery),
        "suppliers": st.lists(_supplier, max_size=3),
        "toy": _table(Toy.starts, Toy.agreed, Toy.hours, inner=_table(Inner.level, Inner.done)),
        "decisions": _decisions,
    },
)


# Conditions -----------------------------------------------------------------------------------------------

SCALES = [information.tbb, Inner.level]
BIV = [information.confidentiality, information.integrity, information.availability]
CHOICES = [buyer.kind, service.deployment, procedure.object]
SETS = [service.storage_countries, service.access_countries]
DATES = [procedure.launched_on, procedure.project_started_on, Toy.starts, words.today, words.launched]
HAPPENED = [contract.signed_on, documents.risk_analysis, leaving.plan, leaving.tested_on, Inner.done]
NUMBERS = [procedure.value, contract.duration * 2, Toy.hours, leaving.recovery, leaving.acceptable_recovery]
FLAGS = [buyer.vital_provider, contract.framework, Toy.agreed]


def _parameter(name: str, kind: Any, *values: DatedValue) -> Parameter:
    return Parameter(f"toy.{name}", Text(name, name), kind, values, "law" if values else "profile")


def _dated(start: date | None, end: date | None, value: Any) -> DatedValue:
    return DatedValue(start, end, value, "test")


PARAMETERS = Parameters(
    {
        "friends": _parameter(
            "friends",
            SetKind(CountryKind(), "countries"),
            _dated(date(2026, 1, 1), date(2026, 6, 15), frozenset({"NL", "DE"})),
            _dated(date(2026, 6, 15), None, frozenset({"NL"})),
        ),
        "foes": _parameter("foes", SetKind(CountryKind(), "countries")),
        "limit": _parameter(
            "limit", NumberKind("", whole=True), _dated(None, date(2026, 2, 1), 2), _dated(date(2026, 2, 1), None, 3)
        ),
        "steady": _parameter("steady", NumberKind("", whole=True), _dated(None, None, 2)),
        "open_wide": _parameter("open_wide", FlagKind(), _dated(date(2026, 1, 1), None, True)),
    }
)
GIVEN = {"toy.foes": frozenset({"CN", "?"})}

_comparisons = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])


def _compared(op: str, left: Any, right: Any) -> words.Condition:
    made: words.Condition = {
        "==": lambda: left == right,
        "!=": lambda: left != right,
        "<": lambda: left < right,
        "<=": lambda: left <= right,
        ">": lambda: left > right,
        ">=": lambda: left >= right,
    }[op]()
    return made


@st.composite
def _dates(draw: st.DrawFn) -> Any:
    base = draw(st.sampled_from([*DATES, *HAPPENED]))
    shift = draw(st.sampled_from(["no", "days", "months", "extreme"]))
    if shift == "days":
        return base + words.days(draw(st.integers(0, 60)))
    if shift == "months":
        return base - words.months(draw(st.one_of(st.integers(0, 13), st.just(PARAMETERS("limit")))))
    if shift == "extreme":
        return draw(st.sampled_from([words.least, words.greatest]))(base, draw(st.sampled_from(HAPPENED)))
    return base


@st.composite
def _numbers(draw: st.DrawFn) -> Any:
    base = draw(
        st.sampled_from(
            [
                procedure.value,
                PARAMETERS("limit"),
                PARAMETERS("steady"),
                words.lookup({"works": 1, "services": 2}, procedure.object),
            ]
        )
    )
    more = draw(st.sampled_from(["no", "sum", "product", "extreme"]))
    if more == "sum":
        return base + draw(st.sampled_from([1, PARAMETERS("steady")]))
    if more == "product":
        return base * 2
    if more == "extreme":
        return words.greatest(base, draw(st.sampled_from([PARAMETERS("steady"), procedure.value])))
    return base


def leaves(*, of_supplier: bool, classes: bool = True) -> st.SearchStrategy[words.Condition]:
    """Conditions that are no and, or, not."""
    some = [
        st.sampled_from(FLAGS),
        st.sampled_from([PARAMETERS("open_wide")]),
        st.builds(
            lambda handle, value: handle == value[0] if value[1] else handle != value[0],
            st.just(buyer.kind),
            st.tuples(st.sampled_from(["agency", "zbo"]), st.booleans()),
        ),
        st.builds(
            lambda handle, members: handle.is_in(*members),
            st.just(service.deployment),
            st.lists(st.sampled_from(["public", "private", "none"]), max_size=2),
        ),
        st.builds(
            _compared,
            _comparisons,
            st.sampled_from(SCALES),
            st.sampled_from(["none", "tbb4", "tbb2", "tbb1"]),
        ),
        st.builds(lambda op: _compared(op, Inner.level, information.tbb), _comparisons),
        st.builds(
            lambda op, extreme, value: _compared(op, extreme(*BIV), value),
            _comparisons,
            st.sampled_from([words.least, words.greatest]),
            st.sampled_from(["low", "high"]),
        ),
        st.builds(_compared, _comparisons, _dates(), st.one_of(_dates(), st.sampled_from(DAYS))),
        st.builds(_compared, _comparisons, _numbers(), st.one_of(_numbers(), st.integers(0, 5))),
        st.builds(
            lambda op, number: _compared(op, words.days_between(leaving.plan, words.today), number),
            _comparisons,
            st.integers(-30, 60),
        ),
        st.builds(lambda handle: handle.exists, st.sampled_from(HAPPENED)),
        st.builds(
            _set_test,
            st.sampled_from(SETS),
            st.booleans(),
            st.lists(st.sampled_from(COUNTRIES), max_size=2),
            st.lists(st.sampled_from(["friends", "foes"]), max_size=2),
        ),
        st.builds(
            lambda members: leaving.covers.intersects(*members),
            st.lists(st.sampled_from(["planned", "transfer"]), max_size=2),
        ),
        st.just(
            words.lookup(
                {("works", True): True, ("works", False): False, ("services", True): True},
                procedure.object,
                buyer.vital_provider,
            )
        ),
        st.builds(
            lambda op: _compared(
                op,
                words.lookup(
                    {"low": "tbb4", "high": "tbb2", "very_high": "tbb1"}, words.greatest(*BIV), of=information.tbb
                ),
                "tbb3",
            ),
            _comparisons,
        ),
    ]
    if classes:
        some += [
            st.builds(
                lambda op, value: _compared(op, LEVEL, value), _comparisons, st.sampled_from(["none", "tbb3", "tbb1"])
            ),
            st.builds(lambda op: _compared(op, LEVEL, information.tbb), _comparisons),
            st.builds(lambda op: _compared(op, LOWEST, "medium"), _comparisons),
            st.builds(lambda op: _compared(op, LOWEST, information.integrity), _comparisons),
            st.builds(lambda same: (TABLE == "supplies") if same else (TABLE != "works"), st.booleans()),
            st.just(TABLE.is_in("works", "supplies")),
            st.just(LEVEL.is_in("tbb4", "tbb3")),
            st.just(words.lookup({"tbb4": True, "tbb3": False, "none": True}, LEVEL)),
            st.just(words.lookup({"works": False, "supplies": False, "services": True}, TABLE)),
            st.builds(lambda op: _compared(op, TABLE, procedure.object), st.sampled_from(["==", "!="])),
        ]
    if of_supplier:
        some += [
            st.builds(
                _set_test,
                st.just(supplier.control_countries),
                st.booleans(),
                st.lists(st.sampled_from(COUNTRIES), max_size=2),
                st.lists(st.sampled_from(["friends", "foes"]), max_size=1),
            ),
            st.builds(
                lambda value, params: supplier.country.is_in(value, *(PARAMETERS(name) for name in params)),
                st.sampled_from(COUNTRIES),
                st.lists(st.sampled_from(["friends", "foes"]), max_size=2),
            ),
            st.just(supplier.role == "winner"),
            st.just(supplier.security_declaration == "issued"),
            st.sampled_from([SupplierToy.reliable, SupplierToy.vetted.exists]),
            st.builds(_over_chain, st.booleans(), st.integers(0, 3)),
        ]
    return st.one_of(*some)


def _set_test(handle: Any, within: bool, members: list[str], parameters: list[str]) -> words.Condition:
    group: list[Any] = [*members, *(PARAMETERS(name) for name in parameters)]
    made: words.Condition = handle.within(*group) if within else handle.intersects(*group)
    return made


def _over_chain(every: bool, which: int) -> words.Condition:
    inner = [
        SubcontractorToy.approved,
        subcontractor.country != "NL",
        subcontractor.control_countries.within("NL", PARAMETERS("friends")) | SubcontractorToy.approved,
        (subcontractor.country == supplier.country) & Toy.agreed,
    ][which]
    chain = supplier.subcontractors
    return chain.all(inner, where=subcontractor.country.is_in("NL", "DE")) if every else chain.any(inner)


def conditions(*, of_supplier: bool = False, classes: bool = True) -> st.SearchStrategy[words.Condition]:
    """Conditions of any shape, definitions among them."""

    def grow(inner: st.SearchStrategy[words.Condition]) -> st.SearchStrategy[words.Condition]:
        return st.one_of(
            st.builds(lambda left, right: left & right, inner, inner),
            st.builds(lambda left, right: left | right, inner, inner),
            st.builds(lambda item: ~item, inner),
            st.builds(_defined, inner, inner, st.booleans()),
        )

    return st.recursive(leaves(of_supplier=of_supplier, classes=classes), grow, max_leaves=6)


def _defined(item: words.Condition, later: words.Condition, changes: bool) -> words.Condition:
    since = {date(2026, 2, 1): later} if changes else None
    return define("defined", item, nl="bepaald", en="defined", since=since)


# Regulations ----------------------------------------------------------------------------------------------

_WORDS = {"nl": "tekst", "en": "text", "at": "1"}
EDITIONS = tuple(
    Instrument(f"toy-{n}", ("Speelgoedwet", "Toy Act"), "x", scope="toy", valid_from=start, valid_until=end)
    for n, (start, end) in enumerate([(date(2026, 1, 1), date(2026, 6, 15)), (date(2026, 6, 15), None)])
)
SINGLE = Instrument(
    "toy-single", ("Enkel", "Single"), "x", scope="single", valid_from=date(2026, 1, 31), valid_until=date(2027, 1, 1)
)
VETTING = Instrument("toy-vetting", ("Per leverancier", "Per supplier"), "x", scope="each")
LETTER = Instrument("toy-letter", ("Brief", "Letter"), "x")

LEVEL = level("toy.level", information.tbb, decided_by=information.tbb, nl="Niveau", en="Level")
LOWEST = level("toy.lowest", information.integrity, counts="lowest", nl="Laagste", en="Lowest")
FREE = level("toy.free", information.tbb, nl="Vrij", en="Free")
TABLE = kinds("toy.table", procedure.object, nl="Tabel", en="Table")
SCOPES = ("toy", "single", "each", "toy.chapter")


@st.composite
def rules(draw: st.DrawFn, count: int = 8) -> list[Rule]:
    """The rules of a regulation with two editions, a chapter, a scope for each supplier, and classes."""
    plain = conditions(classes=False)
    chapter = Chapter(EDITIONS[0])
    later = Chapter(EDITIONS[1])
    letter = Chapter(LETTER, scope=None)
    chapter.applies("A0", when=draw(plain), **_WORDS)
    chapter.applies("A1", when=draw(plain), time="today", **_WORDS)
    later.applies("A2", when=draw(plain), **_WORDS)
    letter.applies("A3", when=draw(plain), scope="single", valid_from=date(2026, 2, 28), **_WORDS)
    letter.exempts("E0", when=draw(plain), scope="toy", **_WORDS)
    letter.applies(
        "A4",
        when=draw(conditions(of_supplier=True, classes=False)) & (supplier.country == "NL"),
        scope="each",
        **_WORDS,
    )
    letter.applies("A5", when=draw(plain), scope="toy.chapter", **_WORDS)
    letter.bound(
        "B0",
        of=LEVEL,
        when=draw(plain),
        table=words.lookup({"secret": "tbb2", "confidential": "tbb3"}, information.classification, of=information.tbb),
        **_WORDS,
    )
    chapter.bound("B1", of=LEVEL, when=draw(plain), table=draw(st.sampled_from(["tbb4", Inner.level])), **_WORDS)
    letter.proposes(
        "B2",
        of=LEVEL,
        table=words.lookup({"low": "tbb4", "high": "tbb2"}, words.greatest(*BIV), of=information.tbb),
        **_WORDS,
    )
    letter.classifies(
        "B3",
        of=LOWEST,
        when=draw(plain),
        gives=draw(st.sampled_from(["low", "high", information.availability])),
        **_WORDS,
    )
    letter.classifies(
        "B4",
        of=LOWEST,
        when=draw(plain),
        gives=words.least(information.confidentiality, information.integrity),
        **_WORDS,
    )
    letter.classifies("B5", of=FREE, when=draw(plain), gives=draw(st.sampled_from(["tbb4", "tbb1"])), **_WORDS)
    letter.classifies("D0", of=TABLE, table=first_match([(draw(plain), "works"), (draw(plain), "supplies")]), **_WORDS)
    letter.classifies("D1", of=TABLE, when=draw(plain), gives=draw(st.sampled_from(["works", "services"])), **_WORDS)
    for n in range(count):
        _add_rule(draw, n, chapter if draw(st.booleans()) else later, letter)
    return [attrs.evolve(rule, regulation="toy") for made in (chapter, later, letter) for rule in made.rules]


def _add_rule(draw: st.DrawFn, n: int, chapter: Chapter, letter: Chapter) -> None:
    of_supplier = draw(st.booleans())
    any_condition = conditions(of_supplier=of_supplier)
    common: dict[str, Any] = {
        "when": draw(any_condition) if draw(st.booleans()) else True,
        "phase": draw(st.sampled_from(PHASES)),
        "time": draw(st.sampled_from([None, "launch", "today"])),
        **_WORDS,
    }
    if draw(st.integers(0, 4)) == 0:
        common |= {"valid_from": date(2026, 1, 31), "valid_until": draw(st.sampled_from([None, date(2026, 6, 15)]))}
    scope = draw(st.sampled_from(["own", None, "single", "toy.chapter", "each" if of_supplier else "toy"]))
    writer = chapter if scope == "own" else letter
    if scope != "own":
        common["scope"] = scope
    if scope == "each":  # must name the supplier
        common["of_supplier"] = True
    kind = draw(st.sampled_from(["obliges", "prohibits", "judged", "open", "permits", "advises"]))
    if kind in ("obliges", "prohibits", "judged") and draw(st.integers(0, 2)) == 0:
        common["by"] = draw(st.sampled_from([date(2026, 2, 28), leaving.plan + words.months(12), Toy.starts]))
    if kind in ("obliges", "prohibits", "judged", "open") and draw(st.integers(0, 2)) == 0:
        common["unless"] = draw(any_condition)
    name = f"R{n}"
    match kind:
        case "obliges":
            writer.obliges(name, demands=draw(any_condition), **common)
        case "prohibits":
            writer.prohibits(name, forbids=draw(any_condition), **common)
        case "judged":
            writer.judged(name, by="NBIV", deadline=common.pop("by", None), **common)
        case "open":
            writer.obliges(name, open_norm="redelijk", **common)
        case "permits":
            writer.permits(name, **common)
        case "advises":
            writer.advises(name, **common)


REGULATION = Regulation(
    id="toy",
    title=("Speelgoed", "Toy"),
    publisher="niemand",
    contact="niemand",
    instruments=(*EDITIONS, SINGLE, VETTING, LETTER),
    scopes=SCOPES,
    facts=GROUPS,
    parameters=PARAMETERS,
)


def program_of(made: list[Rule]) -> Program:
    """Lay out the regulation with these rules, checked as a plugin's would be."""
    check_regulation(REGULATION, made)
    return build([REGULATION], made, GIVEN)


on_days = st.sampled_from([*DAYS[1:], DAYS[-1] + timedelta(days=400)])
