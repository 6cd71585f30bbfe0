"""Each type of fact takes exactly its own values, in TOML and in JSON, and nothing is turned into anything else."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from kit import file_of

import bestek

COUNTRY = ("ISO 3166-1 alpha-2",)
DAY = ("YYYY-MM-DD",)
EUR = ("0 … (eur)",)
MONTHS = ("0, 1, 2, … (months)",)
YES_NO = ("true", "false")

GOOD = [
    # path, as TOML, as JSON, value
    ("title", '"Nieuw"', '"Nieuw"', "Nieuw"),
    ("contract.framework", "true", "true", True),
    ("contract.framework", "false", "false", False),
    ("buyer.kind", '"agency"', '"agency"', "agency"),
    ("procedure.stage", '"award"', '"award"', "award"),
    ("procedure.launched_on", "2026-03-01", '"2026-03-01"', date(2026, 3, 1)),
    ("procedure.launched_on", '"2026-03-01"', '"2026-03-01"', date(2026, 3, 1)),
    ("documents.dpia", "2024-02-29", '"2024-02-29"', date(2024, 2, 29)),
    ("documents.dpia", "true", "true", True),
    ("documents.dpia", "false", "false", False),
    ("contract.duration", "0", "0", 0),
    ("contract.duration", "48", "48", 48),
    ("procedure.value", "221_000", "221000", 221_000),
    ("procedure.value", "1.5", "1.5", 1.5),
    ("procedure.value", "0", "0", 0),
    ("procedure.cpv", '["72000000"]', '["72000000"]', frozenset({"72000000"})),
    ("service.storage_countries", '["NL", "DE"]', '["NL", "DE"]', frozenset({"NL", "DE"})),
    ("service.storage_countries", '["NL", "NL"]', '["NL", "NL"]', frozenset({"NL"})),
    ("service.storage_countries", '["NL", "?"]', '["NL", "?"]', frozenset({"NL", "?"})),
    ("service.storage_countries", "[]", "[]", frozenset()),
    ("exit.covers", '["planned"]', '["planned"]', frozenset({"planned"})),
]

BAD = [
    # path, as JSON, code, found, allowed, nearest
    ("title", "5", "wrong_type", "5", ("text",), None),
    ("title", "null", "wrong_type", "null", ("text",), None),
    ("title", '["a"]', "wrong_type", "[…]", ("text",), None),
    ("title", "{}", "wrong_type", "{}", ("text",), None),
    ("contract.framework", '"false"', "wrong_type", '"false"', YES_NO, None),
    ("contract.framework", "0", "wrong_type", "0", YES_NO, None),
    ("contract.framework", "null", "wrong_type", "null", YES_NO, None),
    ("procedure.object", '"Works"', "unknown_choice", '"Works"', ("works", "supplies", "services"), "works"),
    ("procedure.object", '"work"', "unknown_choice", '"work"', ("works", "supplies", "services"), "works"),
    ("procedure.object", '"xyzzy"', "unknown_choice", '"xyzzy"', ("works", "supplies", "services"), None),
    ("procedure.object", '""', "unknown_choice", '""', ("works", "supplies", "services"), None),
    ("procedure.object", '["works"]', "wrong_type", "[…]", ("works", "supplies", "services"), None),
    ("procedure.object", "true", "wrong_type", "true", ("works", "supplies", "services"), None),
    ("procedure.launched_on", '"2026-02-30"', "no_date", '"2026-02-30"', DAY, None),
    ("procedure.launched_on", '"20260301"', "no_date", '"20260301"', DAY, "2026-03-01"),
    ("procedure.launched_on", '"2026-W10-1"', "no_date", '"2026-W10-1"', DAY, "2026-03-02"),
    ("procedure.launched_on", '"1 maart 2026"', "no_date", '"1 maart 2026"', DAY, None),
    ("procedure.launched_on", '"2026-03-01T00:00:00"', "no_date", '"2026-03-01T00:00:00"', DAY, None),
    ("procedure.launched_on", "20260301", "wrong_type", "20260301", DAY, None),
    ("procedure.launched_on", "true", "wrong_type", "true", DAY, None),
    ("documents.dpia", '"ja"', "no_date", '"ja"', (*DAY, *YES_NO), None),
    ("documents.dpia", "1", "wrong_type", "1", (*DAY, *YES_NO), None),
    ("contract.duration", "-1", "out_of_range", "-1", MONTHS, None),
    ("contract.duration", "1.0", "wrong_type", "1.0", MONTHS, None),
    ("contract.duration", "true", "wrong_type", "true", MONTHS, None),
    ("contract.duration", '"48"', "wrong_type", '"48"', MONTHS, None),
    ("procedure.value", "-0.01", "out_of_range", "-0.01", EUR, None),
    ("procedure.value", "false", "wrong_type", "false", EUR, None),
    ("procedure.value", "1e999", "out_of_range", "inf", EUR, None),
    ("suppliers[0].controllers[0].share", "100.5", "out_of_range", "100.5", ("0 … 100 (percent)",), None),
    ("suppliers[0].country", '"nl"', "unknown_country", '"nl"', COUNTRY, "NL"),
    ("suppliers[0].country", '"UK"', "unknown_country", '"UK"', COUNTRY, None),
    ("suppliers[0].country", '"EU"', "unknown_country", '"EU"', COUNTRY, None),
    ("suppliers[0].country", '"XK"', "unknown_country", '"XK"', COUNTRY, None),
    ("suppliers[0].country", '"NLD"', "unknown_country", '"NLD"', COUNTRY, None),
    ("suppliers[0].country", '"?"', "unknown_country", '"?"', COUNTRY, None),
    ("service.storage_countries", '"NL"', "wrong_type", '"NL"', ("[…]",), None),
    ("service.storage_countries", '{"NL": true}', "wrong_type", "{…}", ("[…]",), None),
    ("service", "[]", "wrong_type", "[]", ("{…}",), None),
    ("service", '"cloud"', "wrong_type", '"cloud"', ("{…}",), None),
    ("suppliers", "{}", "wrong_type", "{}", ("[[suppliers]]",), None),
    ("suppliers[0]", "1", "wrong_type", "1", ("{…}",), None),
    ("suppliers[0].controllers", '"geen"', "wrong_type", '"geen"', ("[[controllers]]",), None),
]


def as_json(path: str, value: str) -> bytes:
    """Write a JSON file that holds this value at this path."""
    for part in reversed(path.replace("[0]", ".[0]").split(".")):
        value = f"[{value}]" if part == "[0]" else f'{{"{part}": {value}}}'
    return value.encode()


@pytest.mark.parametrize(("path", "toml", "_json", "value"), GOOD)
def test_a_value_in_toml(path: str, toml: str, _json: str, value: Any) -> None:
    assert bestek.read(f"{path} = {toml}".encode(), form="toml").get(path) == value


@pytest.mark.parametrize(("path", "_toml", "written", "value"), GOOD)
def test_a_value_in_json(path: str, _toml: str, written: str, value: Any) -> None:
    found = bestek.read(as_json(path, written)).get(path)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(("path", "written", "code", "found", "allowed", "nearest"), BAD)
def test_a_value_that_does_not_fit(
    path: str, written: str, code: str, found: str, allowed: tuple[str, ...], nearest: str | None
) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(as_json(path, written))
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.found, problem.allowed, problem.nearest, problem.line) == (
        code, path, found, allowed, nearest, 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "toml", "found"),
    [
        ("procedure.launched_on", "2026-03-01T00:00:00", "2026-03-01T00:00:00"),
        ("procedure.launched_on", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00+00:00"),
        ("procedure.launched_on", "07:32:00", "07:32:00"),
        ("documents.dpia", "2026-03-01T12:00:00", "2026-03-01T12:00:00"),
        ("title", "2026-03-01", "2026-03-01"),
        ("contract.duration", "2026-03-01", "2026-03-01"),
    ],
)
def test_only_toml_has_days_with_a_time(path: str, toml: str, found: str) -> None:
    """A moment is not a day, and a day is not a text or a number."""
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(f"{path} = {toml}".encode())
    (problem,) = caught.value.problems
    assert (problem.code, problem.found) == ("wrong_type", found)


@pytest.mark.parametrize(("toml", "found"), [("nan", "nan"), ("inf", "inf"), ("-inf", "-inf"), ("+inf", "inf")])
def test_no_number_is_endless_or_none_at_all(toml: str, found: str) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(f"procedure.value = {toml}".encode())
    (problem,) = caught.value.problems
    assert (problem.code, problem.found) == ("out_of_range", found)


@pytest.mark.parametrize("written", ["NaN", "Infinity", "-Infinity"])
def test_json_has_no_such_numbers_either(written: str) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(as_json("procedure.value", written))
    (problem,) = caught.value.problems
    assert (problem.code, written in problem.found) == ("syntax", True)


def test_each_wrong_member_of_a_set_is_named() -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        file_of({"service.storage_countries": ["NL", "XX", 5, "?", ["DE"], "de"]})
    assert [(problem.path, problem.code, problem.found, problem.nearest) for problem in caught.value.problems] == [
        ("service.storage_countries[1]", "unknown_country", '"XX"', None),
        ("service.storage_countries[2]", "wrong_type", "5", None),
        ("service.storage_countries[4]", "wrong_type", "[…]", None),
        ("service.storage_countries[5]", "unknown_country", '"de"', "DE"),
    ]
    assert caught.value.problems[0].allowed == (*COUNTRY, "?")


@pytest.mark.parametrize("code", ["7200000", "720000000", "7200000a", "72000000-5", "７２００００００"])
def test_a_cpv_code_has_eight_digits(code: str) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        file_of({"procedure.cpv": [code]})
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.allowed) == ("wrong_form", "procedure.cpv[0]", ('"00000000"', "?"))


def test_a_long_value_is_not_echoed_whole() -> None:
    """DESIGN 10: error messages do not echo whole files."""
    with pytest.raises(bestek.ProcurementError) as caught:
        file_of({"procedure.object": "x" * 10_000, "contract.framework": "y" * 10_000})
    assert all(len(problem.found) <= 60 for problem in caught.value.problems)


def test_a_strange_value_is_shown_readably() -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        file_of({"contract.framework": "a\nb\x1b[2J\ud800"})
    assert caught.value.problems[0].found == '"a\\nb\\x1b[2J\\ud800"'


def test_a_number_that_no_computer_holds_is_out_of_range() -> None:
    """What is read can be computed with: a value beyond all money would end in an overflow."""
    with pytest.raises(bestek.ProcurementError):
        bestek.read(json.dumps({"procedure": {"value": 10**400}}).encode())


def test_text_is_unicode() -> None:
    """DESIGN 5: read strictly, UTF-8. Half a surrogate pair is no character, and could not be written again."""
    with pytest.raises(bestek.ProcurementError):
        bestek.read(b'{"title": "\\ud800"}')
