"""Errors: one base class, one child for each reader, and every fault in a form that people and programs can read."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path

import pytest

import bestek
from bestek import BestekError, PluginError, PolicyError, Problem, ProcurementError
from bestek._texts import PROBLEMS
from bestek.errors import NoTruthValueError, UnknownFactError, nearest

SOURCE = Path(bestek.__file__).parent


def test_every_error_of_ours_is_a_bestek_error() -> None:
    for error in (ProcurementError, PolicyError, PluginError, UnknownFactError, NoTruthValueError):
        assert issubclass(error, BestekError)


def test_a_problem_as_data() -> None:
    problem = Problem("unknown_choice", "buyer.kind", '"agentschap"', ("agency", "zbo"), "agency", 4, "x.toml")
    assert problem.to_dict() == {
        "code": "unknown_choice",
        "file": "x.toml",
        "path": "buyer.kind",
        "line": 4,
        "found": '"agentschap"',
        "allowed": ["agency", "zbo"],
        "nearest": "agency",
    }


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "nl",
            'x.toml:4: buyer.kind: "agentschap" is geen toegestane waarde; bedoelt u agency?; toegestaan: agency, zbo',
        ),
        (
            "en",
            'x.toml:4: buyer.kind: "agentschap" is not an allowed value; did you mean agency?; allowed: agency, zbo',
        ),
    ],
)
def test_a_problem_in_words(language: str, said: str) -> None:
    problem = Problem("unknown_choice", "buyer.kind", '"agentschap"', ("agency", "zbo"), "agency", 4, "x.toml")
    assert problem.message(language) == said


def test_an_error_says_every_fault_on_a_line_of_its_own() -> None:
    with pytest.raises(ProcurementError) as caught:
        bestek.read({"titel": "x", "buyer": {"kind": "x"}, "contract": {"framework": 0}})
    assert [line.partition(":")[0] for line in caught.value.message("nl").splitlines()] == [
        "buyer.kind",
        "contract.framework",
        "titel",
    ]
    assert str(caught.value) == caught.value.message("en")


def test_a_fault_of_a_file_is_data_without_python() -> None:
    with pytest.raises(ProcurementError) as caught:
        bestek.read({"buyer": {"kind": {"a": object}}, "title": None, "procedure": {"value": float("nan")}})
    assert json.loads(json.dumps([problem.to_dict() for problem in caught.value.problems]))


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_code_has_a_text_in_both_languages(code: str) -> None:
    texts = [Problem(code, "een.pad", "gevonden").message(language) for language in ("nl", "en")]
    assert all("{" not in text for text in texts)
    if code != "usage":  # its text is made by the command
        assert texts[0] != texts[1]


@pytest.mark.parametrize("code", PROBLEMS)
def test_a_text_names_only_what_was_found_and_where(code: str) -> None:
    for text in PROBLEMS[code]:
        assert {field for _, field, _, _ in string.Formatter().parse(text) if field} <= {"found", "path"}


def test_every_code_that_is_raised_has_a_text() -> None:
    """A fault in an error's own text would show as a fault of bestek itself."""
    raised = re.compile(r"(?:Problem|Misfit|Faults\.one|gathering\.add)\(\s*\"(\w+)\"")
    codes = {code for file in SOURCE.rglob("*.py") for code in raised.findall(file.read_text(encoding="utf-8"))}
    assert len(codes) > 20
    assert codes <= PROBLEMS.keys()


def test_braces_in_what_was_found_are_only_braces() -> None:
    with pytest.raises(ProcurementError) as caught:
        bestek.read({"{found}": 1, "buyer": {"kind": "{path} {0} %s"}})
    assert '"{path} {0} %s" is not an allowed value' in str(caught.value)


def test_a_long_list_of_what_is_allowed_is_cut() -> None:
    message = Problem("unknown_choice", allowed=tuple(f"v{number}" for number in range(30))).message("en")
    assert "v19, …" in message
    assert "v20" not in message


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("titel", ["title", "reference"], "title"),
        ("TITLE", ["title", "reference"], "title"),
        ("encrypted_at_transit", ["encrypted_at_rest", "encrypted_in_transit"], "encrypted_in_transit"),
        ("zzz", ["title", "reference"], None),
        ("", ["title"], None),
        ("title", [], None),
    ],
)
def test_the_nearest_spelling(word: str, known: list[str], expected: str | None) -> None:
    assert nearest(word, known) == expected
