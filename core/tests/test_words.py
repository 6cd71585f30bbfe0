"""The language of conditions: what can be written, and what fails where it is written, with the id of the rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from kit import ON, WORDS, text

from bestek import (
    Chapter,
    Instrument,
    PluginError,
    days,
    days_between,
    define,
    first_match,
    greatest,
    kinds,
    launched,
    least,
    level,
    lookup,
    months,
    score,
    today,
)
from bestek._kinds import ChoiceKind, CountryKind, NumberKind, SetKind
from bestek._texts import Text
from bestek.errors import NoTruthValueError, UnknownFactError
from bestek.params import DatedValue, Parameter, Parameters
from bestek.rules import part
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

public = service.deployment == "public"


def parameter(name: str, kind: Any, value: Any) -> Parameter:
    """Make a parameter that always had this value."""
    return Parameter(f"toy.{name}", Text(name, name), kind, (DatedValue(None, None, value, "x"),))


PARAM = Parameters(
    {
        "limit": parameter("limit", NumberKind("eur", whole=True), 1000),
        "friends": parameter("friends", SetKind(CountryKind(), "countries"), frozenset({"NL"})),
        "objects": parameter(
            "objects", SetKind(ChoiceKind({"works": Text("", "")}), "choices"), frozenset({"works"})
        ),
    }
)  # fmt: skip
TBB = level("toy.tbb", information.tbb, nl="x", en="x")
OBJECT = kinds("toy.object", procedure.object, nl="x", en="x")


# No truth value -------------------------------------------------------------------------------------------

NO_TRUTH: dict[str, Callable[[], Any]] = {
    "and": lambda: public and contract.framework,
    "or": lambda: public or contract.framework,
    "not": lambda: not public,
    "if": lambda: 1 if public else 0,
    "in a list": lambda: service.deployment in ["public", "private"],
    "in a handle": lambda: "NL" in service.storage_countries,
    "a chain": lambda: procedure.value > 1 < 5 if False else 1 < procedure.value < 5,
    "bool()": lambda: bool(service.deployment),
    "any()": lambda: any([public]),
    "for": lambda: [str(country) for country in service.storage_countries],
    "a flag compared": lambda: contract.framework == True,  # noqa: E712
    "a flag compared with not": lambda: contract.framework != False,  # noqa: E712
    "and, of values": lambda: procedure.value and contract.duration,
    "a list of parties": lambda: supplier.subcontractors and contract.framework,
    "a condition compared": lambda: public == (service.model == "saas"),
    "a condition compared with not": lambda: public != (service.model == "saas"),
    "a set compared": lambda: supplier.certificates == "iso27001",
    "a text compared": lambda: buyer.name == "Logius",
}


@pytest.mark.parametrize("name", NO_TRUTH)
def test_an_expression_has_no_truth_value(name: str) -> None:
    with pytest.raises(PluginError):
        NO_TRUTH[name]()


def test_the_message_names_the_operator_to_write_instead() -> None:
    with pytest.raises(NoTruthValueError) as caught:
        public and contract.framework  # noqa: B018
    for operator in ("& for 'and'", "| for 'or'", "~ for 'not'", ".is_in(…) for 'in'", "(a < b) & (b < c)"):
        assert operator in str(caught.value)


def test_the_message_names_the_rule_that_was_being_written() -> None:
    chapter = Chapter(text())
    with pytest.raises(NoTruthValueError, match=r"KEY-01 \(test_words\.py:\d+\)"):
        chapter.obliges(
            "KEY-01",
            at="1",
            when=public and contract.framework,
            demands=documents.dpia.exists,
            nl="x",
            en="x",
        )


def test_a_misspelled_fact_names_the_rule_and_the_nearest_spelling() -> None:
    chapter = Chapter(text())
    with pytest.raises(UnknownFactError, match=r"KEY-02 \(test_words\.py:\d+\).*deploiment.*did you mean deployment\?"):
        chapter.obliges("KEY-02", at="1", demands=service.deploiment == "public", nl="x", en="x")  # type: ignore[attr-defined]


def test_outside_a_rule_the_message_names_the_line() -> None:
    with pytest.raises(UnknownFactError, match=r"test_words\.py:\d+.*knd"):
        buyer.knd  # type: ignore[attr-defined]  # noqa: B018


def test_a_misspelled_parameter_names_the_nearest_spelling() -> None:
    with pytest.raises(PluginError, match=r"frends.*did you mean friends\?"):
        PARAM("frends")


# Conditions that make no sense ------------------------------------------------------------------------------

NO_SENSE: dict[str, tuple[Callable[[], Any], str]] = {
    "a choice that is not there": (lambda: service.deployment == "publik", "did you mean public?"),
    "a choice that is not in a list": (lambda: service.deployment.is_in("public", "publik"), "'publik'"),
    "a level that is not there": (lambda: information.tbb >= "tbb5", "'tbb5'"),
    "a level of another scale": (lambda: information.tbb >= "high", "'high'"),
    "another scale": (lambda: information.tbb >= information.classification, "information.classification"),
    "another choice": (lambda: service.deployment == service.model, "service.model"),
    "a choice and a country": (lambda: supplier.country == service.model, "service.model"),
    "no country": (lambda: supplier.country == "XX", "'XX'"),
    "a country in small letters": (lambda: supplier.country.is_in("nl"), "'nl'"),
    "no member of the set": (lambda: leaving.covers.intersects("plan"), "'plan'"),
    "no country of the set": (lambda: service.storage_countries.within("EU"), "'EU'"),
    "no code": (lambda: procedure.cpv.intersects("72"), "8 digits"),
    "an order of choices": (lambda: service.deployment < "public", None),
    "an order of countries": (lambda: supplier.country > "NL", None),
    "a number and a text": (lambda: procedure.value == "1000", "'1000'"),
    "a number and a date": (lambda: procedure.value > ON, None),
    "a date and a number": (lambda: procedure.launched_on > 2026, "2026"),
    "a date and a text": (lambda: procedure.launched_on > "2026-01-01", "'2026-01-01'"),
    "a date and a moment": (lambda: procedure.launched_on > datetime(2026, 1, 1), None),
    "a text as a number": (lambda: service.deployment == 5, "5"),
    "two units": (lambda: procedure.value > contract.duration, "months"),
    "two units in a sum": (lambda: procedure.value + contract.duration > 5, "months"),
    "a sum of dates": (lambda: procedure.value + days_between(today, procedure.launched_on) > 5, "days"),
    "a parameter of other choices": (lambda: supplier.country.is_in(PARAM("objects")), "toy.objects"),
    "a set of other values": (lambda: leaving.covers.within(PARAM("friends")), "toy.friends"),
    "a parameter in another unit": (lambda: contract.duration > PARAM("limit"), "eur"),
    "a level of a class that is not there": (lambda: TBB >= "tbb9", "'tbb9'"),
    "a class and another scale": (lambda: information.classification <= TBB, None),
    "a value of a table that is not there": (lambda: OBJECT == "work", "did you mean works?"),
    "an order of a table's values": (lambda: OBJECT > "works", None),
    "the greatest of two scales": (lambda: greatest(information.tbb, information.integrity) > "low", None),
    "the greatest of a date and a number": (lambda: greatest(today, procedure.value) > today, None),
    "a table without a closed list": (lambda: lookup({"a": True}, procedure.value), "closed list"),
    "a table with a wrong key": (lambda: lookup({"work": True}, procedure.object), "did you mean works?"),
    "a table with a wrong value": (
        lambda: lookup({"works": "tbb5"}, procedure.object, of=information.tbb) >= "tbb4", "'tbb5'"
    ),
    "a table of yes/no and numbers": (lambda: lookup({"works": True, "services": 2}, procedure.object) > 1, None),
    "a table with a wrong yes/no": (lambda: lookup({"yes": True}, buyer.vital_provider), "true or false"),
    "days between numbers": (lambda: days_between(procedure.value, today) > 1, "date"),
    "a member outside its list": (lambda: subcontractor.country == "NL", ".any"),
    "a controller outside its list": (lambda: controller.control, ".any"),
    "a walk over the suppliers": (lambda: _suppliers().any(supplier.country == "NL"), None),
}  # fmt: skip


def _suppliers() -> Any:
    from bestek.vocabulary import File

    return File.suppliers


@pytest.mark.parametrize("name", NO_SENSE)
def test_a_condition_that_makes_no_sense_fails_with_the_id_of_the_rule(name: str) -> None:
    write, says = NO_SENSE[name]
    chapter = Chapter(text())
    with pytest.raises(PluginError) as caught:
        chapter.advises("CLD-01", when=write(), **WORDS)
    assert "CLD-01 (test_words.py:" in str(caught.value)
    assert says is None or says in str(caught.value)


NOT_A_CONDITION: dict[str, Callable[[], Any]] = {
    "a value": lambda: service.deployment,
    "a set": lambda: service.storage_countries,
    "a number": lambda: procedure.value,
    "a dated fact": lambda: documents.dpia,
    "a text": lambda: buyer.name,
    "a Python value": lambda: "public",
    "one": lambda: 1,
    "None": lambda: None,
    "a list": lambda: supplier.subcontractors,
}


@pytest.mark.parametrize("name", NOT_A_CONDITION)
def test_what_is_no_condition_cannot_stand_for_one(name: str) -> None:
    made = NOT_A_CONDITION[name]()
    for write in (
        lambda: Chapter(text()).advises("CLD-01", when=made, **WORDS),
        lambda: Chapter(text()).advises("CLD-01", when=public & made, **WORDS),
        lambda: Chapter(text()).advises("CLD-01", when=public | made, **WORDS),
    ):
        with pytest.raises(PluginError, match=r"CLD-01 \(test_words\.py:\d+\)"):
            write()


@pytest.mark.parametrize(
    "write",
    [
        lambda: procedure.value > True,
        lambda: procedure.value > None,
        lambda: procedure.value + "1",
        lambda: supplier.country.is_in(5),
        lambda: supplier.country.is_in(service.storage_countries),
        lambda: lookup({("works", True): True}, procedure.object),
        lambda: lookup({"works": True}),
        lambda: lookup({}, procedure.object, of=information.tbb),
        least,
        lambda: days("5"),
        lambda: procedure.launched_on + 5,
        lambda: supplier.subcontractors.any("NL"),
        lambda: PARAM("friends") | 5,
    ],
)
def test_what_python_itself_could_not_say_is_a_fault_of_the_plugin(write: Callable[[], Any]) -> None:
    """Never an AttributeError or a TypeError from within bestek, which would name no rule."""
    with pytest.raises(PluginError):
        Chapter(text()).advises("CLD-01", when=write(), **WORDS)


# Rules ------------------------------------------------------------------------------------------------------

NO_RULE: dict[str, dict[str, Any]] = {
    "no place in the text": {"at": " "},
    "no Dutch": {"nl": ""},
    "no English": {"en": "  "},
    "no phase": {"phase": "tender"},
    "no bearer of duties": {"duty_of": "minister"},
    "another's duty": {"duty_of": "other"},
    "a demand and an open norm": {"open_norm": "redelijk"},
    "no demand": {"demands": None},
    "a deadline that is no date": {"by": contract.duration},
    "a deadline of a member of a list": {"by": controller.share},
    "a condition that is a value": {"when": service.deployment},
    "an exception that is a value": {"unless": service.deployment},
}


@pytest.mark.parametrize("name", NO_RULE)
def test_a_rule_that_is_not_written_out_is_refused(name: str) -> None:
    whole: dict[str, Any] = {**WORDS, "demands": documents.dpia.exists, **NO_RULE[name]}
    with pytest.raises(PluginError, match=r"KEY-01 \(test_words\.py:\d+\)"):
        Chapter(text()).obliges("KEY-01", **whole)


@pytest.mark.parametrize("missing", ["at", "nl", "en"])
def test_a_rule_without_a_place_or_a_language_cannot_be_written(missing: str) -> None:
    with pytest.raises(TypeError, match=missing):
        Chapter(text()).advises("R", **{key: value for key, value in WORDS.items() if key != missing})


@pytest.mark.parametrize("id", ["", " KEY", "KEY\n", "KEY:1", "ké", "a|b"])
def test_an_id_is_one_that_can_be_named(id: str) -> None:
    with pytest.raises(PluginError):
        Chapter(text()).advises(id, **WORDS)


@pytest.mark.parametrize("id", ["CLD-01", "5.24.R1", "Art. 3/4", "KEY-01b", "OWN-02–04"])
def test_ids_of_real_texts(id: str) -> None:
    chapter = Chapter(text())
    chapter.advises(id, **WORDS)
    assert [rule.id for rule in chapter.rules] == [id]


CLASSES: dict[str, Callable[[Chapter], Any]] = {
    "a level that is not there": lambda chapter: chapter.classifies("R", of=TBB, gives="tbb9", **WORDS),
    "neither a level nor a table": lambda chapter: chapter.classifies("R", of=TBB, **WORDS),
    "a level and a table": lambda chapter: chapter.classifies(
        "R", of=OBJECT, gives="works", table=first_match([(public, "works")]), **WORDS
    ),
    "a value of the table that is not there": lambda chapter: chapter.classifies(
        "R", of=OBJECT, table=first_match([(public, "work")]), **WORDS
    ),
    "a level of another scale": lambda chapter: chapter.classifies("R", of=TBB, gives=information.integrity, **WORDS),
    "a bound from another scale": lambda chapter: chapter.bound("R", of=TBB, table=information.integrity, **WORDS),
    "a fact that is no class": lambda chapter: chapter.classifies("R", of=information.tbb, gives="tbb4", **WORDS),
    "a part of a score that is no number": lambda chapter: chapter.scores(
        "R", of=score("toy.points", nl="x", en="x"), parts=[part("a", value=today, maximum=1, weight=1, nl="x", en="x")], **WORDS
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CLASSES)
def test_a_row_that_classifies_wrongly_is_refused(name: str) -> None:
    with pytest.raises(PluginError, match=r"R \(test_words\.py:\d+\)"):
        CLASSES[name](Chapter(text()))


def test_a_table_on_a_scale_is_refused() -> None:
    """A decision table gives a value; a level on a scale comes from rows that each count (DESIGN 3.4)."""
    chapter = Chapter(text())
    with pytest.raises(PluginError):
        chapter.classifies("R", of=TBB, table=first_match([(public, "tbb4")]), **WORDS)


@pytest.mark.parametrize("decided_by", [information.integrity, procedure.object, contract.framework])
def test_a_class_is_decided_by_a_fact_of_its_own_values(decided_by: Any) -> None:
    with pytest.raises(PluginError):
        level("toy.x", information.tbb, decided_by=decided_by, nl="x", en="x")


@pytest.mark.parametrize("values", [procedure.object, procedure.value, service.storage_countries])
def test_a_level_needs_a_scale(values: Any) -> None:
    with pytest.raises(PluginError):
        level("toy.x", values, nl="x", en="x")


# Definitions ------------------------------------------------------------------------------------------------


def test_a_definition_that_makes_no_sense_says_which() -> None:
    with pytest.raises(PluginError, match="open_cloud"):
        define("open_cloud", service.deployment == "publik", nl="x", en="x")


def test_the_wordings_of_a_definition_are_of_one_kind() -> None:
    with pytest.raises(PluginError, match="one kind"):
        define("term", contract.duration, nl="x", en="x", since={ON: procedure.value})


def test_a_definition_is_written_as_what_it_stands_for() -> None:
    assert type(define("a", public, nl="x", en="x")) is type(public)
    assert type(define("b", contract.duration, nl="x", en="x")) is type(contract.duration)
    assert (define("c", information.tbb, nl="x", en="x") >= "tbb4") is not None
    assert (define("d", launched + months(3), nl="x", en="x") > today) is not None


def test_a_handle_is_no_key() -> None:
    with pytest.raises(TypeError):
        {service.deployment: 1}  # noqa: B018


# What holds for every text -----------------------------------------------------------------------------------


def test_a_rule_cites_its_place_and_others() -> None:
    letter = Instrument("letter", ("Brief", "Letter"), "kenmerk 1", confidence="secondary")
    chapter = Chapter(text(), confidence="transcribed")
    chapter.advises("R", also=[letter.at("3")], **WORDS)
    chapter.advises("S", confidence="inferred", **WORDS)
    first, second = chapter.rules
    assert [(cite.instrument.id, cite.at, cite.confidence) for cite in first.cites] == [
        ("toy-act", "1", "transcribed"),
        ("letter", "3", "secondary"),
    ]
    assert second.cites[0].confidence == "inferred"


@pytest.mark.parametrize(
    ("phase", "time"),
    [
        ("preparation", "launch"), ("publication", "launch"), ("selection", "launch"), ("award", "launch"),
        ("contract", "launch"), ("performance", "today"), ("exit", "today"),
    ],
)  # fmt: skip
def test_the_phase_says_which_day_counts_unless_the_rule_does(phase: Any, time: str) -> None:
    """DESIGN 3.2: by phase is only the default."""
    chapter, fixed = Chapter(text()), Chapter(text(), time="today")
    chapter.advises("R", phase=phase, **WORDS)
    chapter.advises("S", phase=phase, time="today", **WORDS)
    fixed.advises("T", phase=phase, **WORDS)
    assert [rule.time for rule in (*chapter.rules, *fixed.rules)] == [time, "today", "today"]


def test_a_rule_stands_in_the_scope_of_its_text_unless_it_says_otherwise() -> None:
    chapter, letter = Chapter(text()), Chapter(text("letter", None), scope="toy")
    chapter.advises("R", **WORDS)
    chapter.advises("S", scope="toy.chapter1", **WORDS)
    chapter.advises("T", scope=None, **WORDS)
    letter.advises("U", **WORDS)
    assert [rule.scope for rule in (*chapter.rules, *letter.rules)] == ["toy", "toy.chapter1", None, "toy"]


def test_a_rule_about_a_supplier_is_judged_for_each() -> None:
    """DESIGN 3.3: the subject follows the expression, whatever the hook."""
    chapter = Chapter(text())
    chapter.advises("R", when=buyer.kind == "agency", **WORDS)
    chapter.advises("S", when=(buyer.kind == "agency") & (supplier.country == "NL"), **WORDS)
    chapter.advises("T", when=supplier.subcontractors.any(subcontractor.country == "NL"), **WORDS)
    chapter.obliges("U", demands=documents.dpia.exists, unless=supplier.country == "NL", **WORDS)
    chapter.obliges("V", demands=documents.dpia.exists, by=supplier.control_change.known_on + days(30), **WORDS)
    assert [rule.of_supplier for rule in chapter.rules] == [False, True, True, True, True]


def test_constants_of_other_types_differ() -> None:
    """In Python `1 == True`; in the language a number is no yes/no."""
    one, other = Chapter(text()), Chapter(text())
    one.advises("R", when=lookup({"works": 1}, procedure.object) == 1, **WORDS)
    other.advises("R", when=lookup({"works": True}, procedure.object), **WORDS)
    assert one.rules[0].when != other.rules[0].when
