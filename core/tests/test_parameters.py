"""Parameters: dated values with their sources (DESIGN 1 and 3.2)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Install
from kit import WORDS, Chapter, Loaded, act, assess, finding, law, plugin_source, policy_of, scopes, status

import bestek
from bestek import PluginError, PolicyError, load_policy
from bestek.params import DatedValue, Parameters, read_parameters
from bestek.shared import EEA, EU, OFFENSIVE_CYBER_COUNTRIES, SHARED
from bestek.vocabulary import contract, procedure, supplier

LIMIT = """
[limit]
kind = "integer"
unit = "months"
nl = "Grens"
en = "Limit"
stricter = "lower"

[[limit.values]]
until = 2026-01-01
value = 48
source = "Stcrt. 2020, 1"

[[limit.values]]
from = 2026-01-01
until = 2027-01-01
value = 36
source = "Stcrt. 2025, 1"
url = "https://voorbeeld.nl/1"
confidence = "secondary"
note = "afgerond"
"""
FOES = """
[foes]
kind = "countries"
nl = "Landen"
en = "Countries"
owner = "profile"
"""


def read(content: str, folder: Path) -> Parameters:
    """Read a parameter file of the regulation `toy`."""
    file = folder / "parameters.toml"
    file.write_text(content, encoding="utf-8")
    return read_parameters(file, "toy")


def test_a_value_has_its_days_and_its_source(tmp_path: Path) -> None:
    limit = read(LIMIT, tmp_path).all["limit"]
    assert (limit.id, limit.name, limit.owner, limit.stricter) == ("toy.limit", "limit", "law", "lower")
    assert limit.values == (
        DatedValue(None, date(2026, 1, 1), 48, "Stcrt. 2020, 1"),
        DatedValue(
            date(2026, 1, 1), date(2027, 1, 1), 36, "Stcrt. 2025, 1", "https://voorbeeld.nl/1", "secondary", "afgerond"
        ),
    )


def limited(folder: Path, **more: Any) -> Loaded:
    """Make a law that limits how long a contract may last."""
    found = read(LIMIT, folder)
    chapter = act()
    chapter.obliges("R", demands=contract.duration <= found("limit"), **more, **WORDS)
    return law(chapter, parameters=found)


@pytest.mark.parametrize(
    ("launched", "expected"),
    [("2025-12-31", "met"), ("2026-01-01", "breach"), ("2026-12-31", "breach"), ("2027-01-01", "open")],
)
def test_the_value_of_the_day_of_the_launch_counts(tmp_path: Path, launched: str, expected: str) -> None:
    """A day that no value covers is open, never a default."""
    facts = {"procedure.launched_on": launched, "contract.duration": 40}
    assert status(limited(tmp_path), facts, on=date(2027, 6, 1)) == expected


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2025, 12, 31), "met"), (date(2026, 1, 1), "breach"), (date(2027, 1, 1), "open")]
)
def test_a_rule_of_today_reads_the_value_of_today(tmp_path: Path, on: date, expected: str) -> None:
    facts = {"procedure.launched_on": "2020-01-01", "contract.duration": 40}
    assert status(limited(tmp_path, time="today"), facts, on=on) == expected


@pytest.mark.parametrize(
    ("duration", "expected"),
    [(36, "open"), (40, "open"), (48, "open"), (60, "open")],
)
def test_a_value_that_may_have_been_another_is_open(tmp_path: Path, duration: int, expected: str) -> None:
    facts = {"procedure.stage": "award", "contract.duration": duration}
    assert status(limited(tmp_path), facts, on=date(2026, 6, 1)) == expected


def test_a_value_that_can_only_have_been_one_is_used(tmp_path: Path) -> None:
    facts = {"procedure.stage": "award", "contract.duration": 40}
    assert status(limited(tmp_path), facts, on=date(2025, 6, 1)) == "met"


def test_what_is_missing_names_the_day_or_the_value(tmp_path: Path) -> None:
    facts = {"procedure.stage": "award", "contract.duration": 40}
    assert finding(assess(limited(tmp_path), facts, date(2026, 6, 1))).missing == ("procedure.launched_on",)
    facts = {"procedure.launched_on": "2027-02-01", "contract.duration": 40}
    assert finding(assess(limited(tmp_path), facts, date(2027, 6, 1))).missing == ("parameters.toy.limit",)


# Kept by a person -------------------------------------------------------------------------------------------


def barred(folder: Path) -> Loaded:
    """Make a law that bars suppliers of some countries."""
    found = read(FOES, folder)
    chapter = act()
    chapter.prohibits("R", forbids=supplier.country.is_in(found("foes")), **WORDS)
    return law(chapter, parameters=found)


PARTY = {"suppliers": [{"name": "A", "role": "winner", "country": "RU"}]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "open"),
        ({"toy.foes": frozenset()}, "met"),
        ({"toy.foes": frozenset({"RU"})}, "breach"),
        ({"toy.foes": frozenset({"CN"})}, "met"),
        ({"toy.foes": frozenset({"CN", "?"})}, "open"),
    ],
)
def test_it_is_unknown_until_it_is_filled(tmp_path: Path, given: Any, expected: str) -> None:
    """An empty list is then a statement."""
    assert status(policy_of(barred(tmp_path), parameters=given), PARTY) == expected


def test_it_is_asked_of_its_owner(tmp_path: Path) -> None:
    found = assess(barred(tmp_path), PARTY)
    assert finding(found, subject="supplier:A").missing == ("parameters.toy.foes",)
    (question,) = found.questions
    assert (question.fact, question.label.en) == ("parameters.toy.foes", "Countries")


# Through the API --------------------------------------------------------------------------------------------

WITH_PARAMETER = (
    plugin_source("keeper")
    .replace(
        "from bestek import",
        "from bestek.params import read_parameters\nfrom pathlib import Path\nfrom bestek import",
        1,
    )
    .replace('scopes=("keeper",),', 'scopes=("keeper",), parameters=read_parameters(Path(r"FILE"), "keeper"),')
)


@pytest.fixture
def keeper(install: Install, tmp_path: Path) -> None:
    """Install a regulation with a parameter of each owner."""
    file = tmp_path / "parameters.toml"
    file.write_text(LIMIT + FOES, encoding="utf-8")
    install("keeper", WITH_PARAMETER.replace("FILE", str(file)))


@pytest.mark.usefixtures("keeper")
def test_a_caller_gives_values_as_a_file_would_write_them() -> None:
    policy = load_policy(parameters={"keeper.foes": ["RU", "CN"], "bestek.offensive_cyber_countries": []})
    assert policy.parameters == {
        "keeper.foes": frozenset({"RU", "CN"}),
        "bestek.offensive_cyber_countries": frozenset(),
    }


@pytest.mark.usefixtures("keeper")
@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"keeper.foos": []}, [("unknown_parameter", "", '"keeper.foos"', "keeper.foes")]),
        ({"keeper.limit": 12}, [("fixed_parameter", "", '"keeper.limit"', None)]),
        ({"keeper.foes": "RU"}, [("wrong_type", "keeper.foes", '"RU"', None)]),
        (
            {"keeper.foes": ["RU", "XX", "rusland"]},
            [
                ("unknown_country", "keeper.foes[1]", '"XX"', None),
                ("unknown_country", "keeper.foes[2]", '"rusland"', None),
            ],
        ),
        (
            {"keeper.limit": 12, "nothing": 1},
            [("fixed_parameter", "", '"keeper.limit"', None), ("unknown_parameter", "", '"nothing"', None)],
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_and_every_fault_is_named(given: Any, expected: Any) -> None:
    """A parameter that the law fixes is not the caller's to set."""
    with pytest.raises(PolicyError) as caught:
        load_policy(parameters=given)
    assert [(one.code, one.path, one.found, one.nearest) for one in caught.value.problems] == expected


# Faults of the author ---------------------------------------------------------------------------------------

VALUE = '[[x.values]]\nvalue = 1\nsource = "s"\n'
HEAD = '[x]\nkind = "integer"\nnl = "x"\nen = "x"\n'
FAULTS = {
    "an unknown key": (HEAD + 'kleur = "rood"\n' + VALUE, "x: unknown key 'kleur'"),
    "an unknown key of a value": (HEAD + VALUE + "since = 2026-01-01\n", "x: unknown key 'since' in a value"),
    "no Dutch": (HEAD.replace('nl = "x"\n', "") + VALUE, "x: needs nl and en"),
    "no kind": (HEAD.replace("integer", "whole") + VALUE, "x: kind is one of flag, date, number, integer"),
    "another owner": (HEAD + 'owner = "minister"\n' + VALUE, "x: owner is law or profile"),
    "no way that is stricter": (HEAD + 'stricter = "better"\n' + VALUE, "stricter one of lower, higher"),
    "no value of the law": (HEAD, "x: has no value"),
    "no source": (HEAD + "[[x.values]]\nvalue = 1\n", "x: each value needs value and source"),
    "another type": (HEAD + VALUE.replace("1", '"1"'), 'x: "1" is not a number'),
    "another confidence": (HEAD + VALUE + 'confidence = "sure"\n', "x: confidence is one of verbatim"),
    "overlapping days": (HEAD + VALUE + "until = 2026-02-01\n" + VALUE + "from = 2026-01-31\n", "x: values overlap"),
    "days out of order": (HEAD + VALUE + "from = 2026-02-01\n" + VALUE + "until = 2026-02-01\n", "x: values overlap"),
    "an unknown country": (
        HEAD.replace("integer", "countries") + VALUE.replace("1", '["NL", "XX"]'),
        'x: "XX" cannot be in a set of countries',
    ),
    "no TOML": ("[x", "parameters.toml: "),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_file_names_the_parameter(name: str, tmp_path: Path) -> None:
    content, said = FAULTS[name]
    with pytest.raises(PluginError) as caught:
        read(content, tmp_path)
    assert said in str(caught.value)


def test_values_may_touch(tmp_path: Path) -> None:
    content = HEAD + VALUE + "until = 2026-02-01\n" + VALUE + "from = 2026-02-01\n"
    assert len(read(content, tmp_path).all["x"].values) == 2


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PluginError, match=r"nothing\.toml"):
        read_parameters(tmp_path / "nothing.toml", "toy")


def test_a_parameter_belongs_to_one_regulation(tmp_path: Path) -> None:
    """Only the core's are shared."""
    chapter = act()
    chapter.obliges("R", demands=contract.duration <= read(LIMIT, tmp_path)("limit"), **WORDS)
    with pytest.raises(PluginError, match=r"parameter toy\.limit is another regulation's"):
        law(chapter, id="other")


# The core's own ---------------------------------------------------------------------------------------------


def test_the_shared_lists_of_countries() -> None:
    eu, eea = (SHARED.all[name].values[0].value for name in ("eu", "eea"))
    assert (len(eu), len(eea), eea - eu) == (27, 30, {"IS", "LI", "NO"})
    assert SHARED.all["offensive_cyber_countries"].owner == "profile"


@pytest.mark.parametrize("shared", [EU, EEA, OFFENSIVE_CYBER_COUNTRIES])
def test_every_regulation_may_use_them(shared: Any) -> None:
    chapter: Chapter = act(applies=procedure.nationality_bar)
    chapter.prohibits("R", forbids=supplier.country.is_in(shared), **WORDS)
    assert scopes(assess(law(chapter, id="other"), {"procedure.nationality_bar": False})) == {"toy": "no"}


def test_a_policy_knows_every_parameter(tmp_path: Path) -> None:
    known = policy_of(limited(tmp_path)).known_parameters
    assert set(known) == {"toy.limit", "bestek.eu", "bestek.eea", "bestek.offensive_cyber_countries"}
    assert bestek.parameters.__module__ == "bestek.params"
