"""The JSON Schema of a file and of a result, checked with a validator that others made (DESIGN 7 and 10)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from kit import ON, SMALL, assess, file_of, law, policy_of, small_law
from strategies import GIVEN, GROUPS, PARAMETERS, REGULATION, SCOPES, files, on_days, procurement_of, rules
from test_agreement import some

import bestek
from bestek import ProcurementError
from bestek._paths import split
from bestek.facts import Fact
from bestek.schema import assessment_schema, file_schema
from bestek.vocabulary import File

FILE, RESULT = file_schema(), assessment_schema()
OF_FILE = Draft202012Validator(FILE, format_checker=Draft202012Validator.FORMAT_CHECKER)
OF_RESULT = Draft202012Validator(RESULT, format_checker=Draft202012Validator.FORMAT_CHECKER)


def faults(validator: Draft202012Validator, data: Any) -> list[str]:
    """Give what a validator has against data, as JSON holds it."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(json.dumps(data)))]


@pytest.mark.parametrize("schema", [FILE, RESULT, file_schema([REGULATION])], ids=["file", "result", "with a plugin"])
def test_it_is_a_schema_of_2020_12(schema: Any) -> None:
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)


# Of a file ------------------------------------------------------------------------------------------------

FACTS = {fact.path: fact for group in File.all_groups() for fact in group.facts.values()}
VALUES: list[Any] = [
    True, False, 0, 1, -1, 1.5, 101, 10**15, 10**15 + 1, "", "x", "NL", "nl", "XX", "2026-01-01", "2026-02-30", "2026-1-1", "none",
    "yes",
    "agency", "open", "tbb1", "12345678", "?", [], ["NL"], ["NL", "?"], ["?"], ["NL", "NL"], ["XX"], ["12345678"], [1], {}, None,
]  # fmt: skip


def placed(path: str, value: Any) -> dict[str, Any]:
    """Write a file with one fact."""
    made: Any = value
    for part in reversed(path.split(".")):
        made = {part.removesuffix("[]"): [made] if part.endswith("[]") else made}
    return dict(made)


@pytest.mark.parametrize("path", FACTS)
def test_it_admits_what_reading_admits(path: str) -> None:
    """Both, for each fact and for values of every type."""
    read, admitted = [], []
    for value in VALUES:
        data = placed(path, value)
        admitted += [value] if not faults(OF_FILE, data) else []
        try:
            bestek.read(data)
        except ProcurementError:
            continue
        read.append(value)
    assert [repr(value) for value in admitted] == [repr(value) for value in read]


@pytest.mark.parametrize("path", FACTS)
def test_it_says_what_a_fact_is(path: str) -> None:
    fact: Fact[Any, Any] = FACTS[path]
    here: Any = FILE
    for part in path.split("."):
        here = here["properties"][part.removesuffix("[]")]
        here = here["items"] if part.endswith("[]") else here
    assert here["title"] == fact.label.en
    assert here["description"].startswith(fact.label.nl)
    assert here.get("x-unit") == (getattr(fact.kind, "unit", None) or None)


@some(24)
@given(files)
def test_a_drawn_file_with_the_facts_of_a_plugin(data: dict[str, Any]) -> None:
    assert faults(Draft202012Validator(file_schema([REGULATION])), data) == []


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"bueyr": {}}, "$"),
        ({"buyer": {"knd": "agency"}}, "$.buyer"),
        ({"buyer": []}, "$.buyer"),
        ({"suppliers": {}}, "$.suppliers"),
        ({"suppliers": [{"nme": "A"}]}, "$.suppliers[0]"),
        ({"toy": {}}, "$"),
        (
            {"decisions": {"a/B": {"outcome": "perhaps", "by": "x", "on": "2026-01-01", "reason": "x"}}},
            "$.decisions['a/B'].outcome",
        ),
        ({"decisions": {"a/B": {"outcome": "met", "by": "x", "on": "2026-01-01"}}}, "$.decisions['a/B']"),
        ({"evidence": {"buyer.kind": {"pinpoint": "1"}}}, "$.evidence['buyer.kind']"),
        ([], "$"),
    ],
)
def test_what_reading_refuses_it_refuses_at_that_place(data: Any, place: str) -> None:
    (found,) = faults(OF_FILE, data)
    assert found.partition(": ")[0] == place
    with pytest.raises(ProcurementError):
        bestek.read(json.dumps(data).encode())


def test_the_file_of_the_small_law_is_one() -> None:
    assert faults(OF_FILE, file_of(SMALL).to_dict()) == []
    assert split("a.b") == ["a", "b"]


# Of a result ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("facts", [SMALL, {}, {"buyer.kind": "police"}, {"suppliers": []}, {"procedure.stage": "exit"}])
@pytest.mark.parametrize("every", [True, False])
def test_a_result_is_what_the_schema_says(facts: Any, every: bool) -> None:
    assert faults(OF_RESULT, assess(policy_of(small_law()), facts).to_dict(all_findings=every)) == []


def test_a_result_with_a_decision_is_too() -> None:
    decision = {"outcome": "met", "by": "NBIV", "on": "2026-05-01", "reason": "getoetst"}
    made = assess(policy_of(small_law()), {**SMALL, "decisions": {"toy/NORM": decision}}).to_dict()
    assert [one["decided_by"] for one in made["findings"] if one["rule"] == "toy/NORM"] == [decision]
    assert faults(OF_RESULT, made) == []


@some(8)
@given(rules(), st.lists(files, min_size=1, max_size=3), on_days)
def test_every_drawn_result_is_explained_and_is_what_the_schema_says(made: Any, data: Any, on: Any) -> None:
    loaded = law(made, facts=GROUPS, parameters=PARAMETERS, scopes=SCOPES, instruments=REGULATION.instruments, id="toy")
    policy = policy_of(loaded, parameters=GIVEN)
    for one in data:
        found = policy.assess(procurement_of(_without_future(one, on)), on)
        assert faults(OF_RESULT, found.to_dict(all_findings=True)) == []


def _without_future(value: Any, on: Any) -> Any:
    """Leave out the days that lie after the assessment."""
    if isinstance(value, dict):
        kept = {key: _without_future(inner, on) for key, inner in value.items()}
        return {
            key: inner
            for key, inner in kept.items()
            if not (isinstance(inner, str) and inner[:2] == "20" and inner > on.isoformat())
        } | ({"decisions": {}} if "decisions" in kept else {})
    return [_without_future(inner, on) for inner in value] if isinstance(value, list) else value


WRONG = {
    "another schema": lambda made: made.update(schema="bestek/assessment/2"),
    "another verdict": lambda made: made.update(verdict="approved"),
    "another status": lambda made: made["findings"][0].update(status="fine"),
    "a key too many": lambda made: made["findings"][0].update(more=1),
    "a key too few": lambda made: made["findings"][0].pop("missing"),
    "no digest": lambda made: made["procurement"].update(digest="x"),
    "no day": lambda made: made.update(assessed_on="1 oktober"),
    "a title in one language": lambda made: made["findings"][0]["title"].pop("nl"),
    "an answer that is none": lambda made: made["regulations"][0].update(applies="maybe"),
    "a key of a class too few": lambda made: made["classes"][0].pop("level"),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_schema_of_a_result_refuses(name: str) -> None:
    made = policy_of(small_law()).assess(file_of(SMALL), ON).to_dict()
    WRONG[name](made)
    assert len(faults(OF_RESULT, made)) == 1
