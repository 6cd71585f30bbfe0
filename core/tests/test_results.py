"""The result of an assessment, and its JSON (DESIGN 7)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from kit import (
    ON,
    SMALL,
    assess,
    bestek_process,
    environment,
    file_of,
    finding,
    plugin_source,
    policy_of,
    small_law,
    write_plugin,
)

import bestek
from bestek._to_json import dumps
from bestek.finding import Finding


@pytest.fixture(scope="module")
def assessment() -> bestek.Assessment:
    """Judge the whole file by the small law."""
    return assess(policy_of(small_law()), SMALL)


@pytest.fixture(scope="module")
def data(assessment: bestek.Assessment) -> Any:
    """Give it as data."""
    return assessment.to_dict()


def test_the_keys(data: Any) -> None:
    assert set(data) == {
        "schema", "assessed_on", "procurement", "profile", "versions", "verdict", "subjects", "regulations",
        "classes", "scores", "findings", "outlook", "questions",
    }  # fmt: skip
    assert set(data["findings"][0]) == {
        "rule", "subject", "kind", "phase", "status", "if_applicable", "duty_of", "title", "because", "missing",
        "ways_out", "due_by", "cites", "confidence", "same_as", "decided_by", "waiver",
    }  # fmt: skip


def test_the_head(data: Any) -> None:
    head = {key: data[key] for key in ("schema", "assessed_on", "profile", "versions", "verdict", "procurement")}
    assert head == {
        "schema": "bestek/assessment/1",
        "assessed_on": "2026-10-01",
        "profile": None,
        "versions": {"bestek": bestek.__version__, "bestek-toy": "1.2.3"},
        "verdict": "blocked",
        "procurement": {"title": "Voorbeeld", "reference": None, "digest": file_of(SMALL).digest},
    }


def test_the_subjects(data: Any) -> None:
    assert data["subjects"] == [
        {"subject": "procurement", "verdict": "blocked"},
        {"subject": "supplier:A", "verdict": "clear"},
        {"subject": "supplier:B", "verdict": "blocked"},
        {"subject": "supplier:[2]", "verdict": "undecided"},
    ]


def test_the_regulation(data: Any) -> None:
    (found,) = data["regulations"]
    scopes = found.pop("scopes")
    assert found == {"id": "toy", "version": "1.2.3", "applies": "yes", "because": ["toy/APP"]}
    assert scopes[0] == {
        "id": "toy", "edition": "toy-act", "applies": "yes", "because": ["toy/APP"], "missing": [], "subject": "procurement",
    }  # fmt: skip


def test_the_classes_and_the_score(data: Any) -> None:
    one, other = data["classes"]
    assert (one["class"], one["level"], one["at_most"], one["proposed"]) == ("toy.level", "tbb3", "tbb3", "tbb2")
    assert (other["class"], other["value"], other["possible"]) == ("toy.table", "a", [])
    assert data["scores"] == [
        {
            "score": "toy.points", "subject": "procurement", "value": 50.0, "max": 100.0,
            "parts": [{"part": "duration", "points": 50.0}], "gaps": [],
        }
    ]  # fmt: skip


def test_a_finding_whole(data: Any) -> None:
    assert next(one for one in data["findings"] if one["rule"] == "toy/DPIA") == {
        "rule": "toy/DPIA",
        "subject": "procurement",
        "kind": "obliges",
        "phase": "preparation",
        "status": "breach",
        "if_applicable": False,
        "duty_of": "buyer",
        "title": {"nl": "tekst", "en": "text"},
        "because": [
            {"fact": "documents.dpia", "value": False, "evidence": None, "derived_from": None},
            {"fact": "procedure.launched_on", "value": "2026-05-01", "evidence": None, "derived_from": None},
        ],
        "missing": [],
        "ways_out": [],
        "due_by": "2026-06-01",
        "cites": [
            {
                "instrument": "toy-act", "title": {"nl": "Speelgoedwet", "en": "Toy Act"}, "at": "1", "url": None,
                "confidence": "verbatim",
            }
        ],
        "confidence": "verbatim",
        "same_as": [],
        "decided_by": None,
        "waiver": None,
    }  # fmt: skip


def test_findings_stand_by_rule_and_then_by_subject(data: Any) -> None:
    order = [(one["rule"], one["subject"]) for one in data["findings"]]
    assert order == sorted(order)
    assert [subject for rule, subject in order if rule == "toy/SEAT"] == ["supplier:A", "supplier:B", "supplier:[2]"]


def test_the_statuses(data: Any) -> None:
    assert {one["rule"]: one["status"] for one in data["findings"] if one["subject"] == "procurement"} == {
        "toy/ADVICE": "noted",
        "toy/BOUND": "assigned",
        "toy/CLOUD": "breach",
        "toy/DPIA": "breach",
        "toy/JUDGED": "due",
        "toy/MAY": "noted",
        "toy/NORM": "open",
        "toy/POINTS": "assigned",
        "toy/PROP": "assigned",
        "toy/TABLE": "assigned",
    }


def test_a_proposal_stands_in_the_outlook(data: Any) -> None:
    assert [(one["rule"], one["confidence"]) for one in data["outlook"]] == [("toy/COMING", "inferred")]


def test_what_does_not_apply_is_left_out_unless_all_is_asked() -> None:
    facts = {**SMALL, "contract.framework": False}
    assessment = assess(policy_of(small_law()), facts)
    some = {(one["rule"], one["status"]) for one in assessment.to_dict()["findings"]}
    every = {(one["rule"], one["status"]) for one in assessment.to_dict(all_findings=True)["findings"]}
    assert every - some == {("toy/MAY", "not_applicable")}
    assert "not_applicable" not in {status for _, status in some}


def test_what_was_derived_says_from_what(assessment: bestek.Assessment) -> None:
    because = finding(assessment, "SEAT", "supplier:B").because
    assert {(one.fact, str(one.value), one.derived_from) for one in because} == {
        ("suppliers[0].control_countries", "['US']", "suppliers[0].controllers"),
        ("suppliers[0].role", "winner", None),
    }


def test_the_evidence_of_a_scope_is_at_hand(assessment: bestek.Assessment) -> None:
    assert assessment.procurement.evidence["buyer.kind"].source == "https://voorbeeld.nl"


# The same bytes -------------------------------------------------------------------------------------------


def test_the_same_input_gives_the_same_bytes(assessment: bestek.Assessment) -> None:
    again = policy_of(small_law()).assess(file_of(SMALL), ON)
    assert dumps(again.to_dict()) == dumps(assessment.to_dict())


def test_the_bytes_are_json_with_sorted_keys(data: Any) -> None:
    text = dumps(data)
    assert json.loads(text) == data
    assert text == json.dumps(data, sort_keys=True, indent=2, ensure_ascii=False)


@pytest.mark.slow
def test_whatever_the_order_of_pythons_sets(plugins: Path) -> None:
    write_plugin(plugins, "toy", plugin_source("toy"))
    file = plugins / "file.toml"
    file.write_text(
        '[buyer]\nkind = "agency"\n[service]\nstorage_countries = ["NL", "US", "DE", "FR"]\n', encoding="utf-8"
    )
    arguments = ("assess", str(file), "--on", "2026-10-01", "--format", "json", "--all")
    one, other = (bestek_process(plugins, *arguments, env={**environment(), "PYTHONHASHSEED": seed}) for seed in "12")
    assert one.returncode == 3
    assert one.stdout == other.stdout


# Frozen ---------------------------------------------------------------------------------------------------


def parts(value: Any) -> Iterator[Any]:
    """Give a result and everything of ours in it."""
    if isinstance(value, Finding):
        yield value
        yield from (part for inner in (value.because, value.cites) for one in inner for part in parts(one))
    elif isinstance(value, tuple):
        for inner in value:
            yield from parts(inner)
    elif attrs.has(type(value)) and type(value).__module__.startswith("bestek."):
        yield value


def test_nothing_in_a_result_can_be_changed(assessment: bestek.Assessment) -> None:
    names = ("regulations", "classes", "scores", "subjects", "findings", "outlook", "questions")
    found = [assessment, *(part for name in names for part in parts(getattr(assessment, name)))]
    assert {type(one).__name__ for one in found} >= {
        "Assessment", "RegulationResult", "ClassResult", "ScoreResult", "SubjectResult", "Finding", "Question", "Because",
    }  # fmt: skip
    for one in found:
        name = attrs.fields(type(one))[0].name if attrs.has(type(one)) else "status"
        with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
            setattr(one, name, None)


def test_data_is_a_copy(assessment: bestek.Assessment) -> None:
    made = assessment.to_dict()
    made["findings"].clear()
    made["versions"]["bestek"] = "x"
    assert assessment.to_dict() != made
    assert assessment.to_dict()["versions"]["bestek"] == bestek.__version__


@pytest.mark.parametrize("name", ["facts", "evidence", "source"])
def test_a_procurement_cannot_be_changed(name: str) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(file_of(SMALL), name, None)


def test_nor_can_its_facts() -> None:
    with pytest.raises(AttributeError):
        file_of(SMALL).facts.buyer.kind = "zbo"


# Questions ------------------------------------------------------------------------------------------------


def test_questions_name_what_they_decide_and_who_answers(data: Any) -> None:
    assert [(one["fact"], one["decides"], one["who"]["en"]) for one in data["questions"]] == [
        ('decisions."toy/NORM"', ["toy/NORM"], "whoever applies the rule"),
        ("suppliers[2].control_countries", ["toy/SEAT"], "supplier"),
    ]


def test_what_decides_whether_a_text_binds_is_asked_first() -> None:
    asked = [one.fact for one in assess(policy_of(small_law()), {"suppliers": []}).questions]
    assert asked[:2] == ["buyer.kind", "procedure.value"]
    assert len(asked) == len(set(asked))


def test_an_answer_takes_its_question_away() -> None:
    policy = policy_of(small_law())
    asked = [one.fact for one in assess(policy, {}).questions]
    left = [one.fact for one in assess(policy, {"buyer.kind": "agency"}).questions]
    assert "buyer.kind" in asked
    assert "buyer.kind" not in left


def test_the_days_are_dates_and_the_reprs_say_nothing_of_a_file(assessment: bestek.Assessment) -> None:
    assert assessment.on == date(2026, 10, 1)
    assert not re.search("Voorbeeld|US", repr(finding(assessment, "SEAT", "supplier:B")).replace("supplier:B", ""))
