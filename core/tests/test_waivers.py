"""Waivers: when they work, what they lift, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kit import WORDS, act, assess, file_of, finding, law
from profiles import CHILD, TOY_CHOSEN, WAIVER, faults, load, write, write_toy

import bestek
from bestek import PolicyError
from bestek.finding import Waiver
from bestek.policy import Policy
from bestek.report.text import TextReport
from bestek.vocabulary import buyer, documents, procedure, supplier
from bestek.waivers import judge, working

APPROVED, EXPIRES = date(2026, 9, 1), date(2027, 3, 1)


def waiver(rule: str = "toy/R", scope: str = "all", expires: date = EXPIRES) -> Waiver:
    return Waiver(rule, scope, "wordt vervangen", "CIO", APPROVED, expires)


def policy(*waivers: Waiver, **rule: Any) -> Policy:
    """A policy with one demand that can be waived, by default that there is a DPIA, and one that cannot."""
    chapter = act()
    options = {"demands": documents.dpia.exists, "derogable": True, **rule}
    chapter.obliges("R", **options, **WORDS)
    chapter.obliges("S", demands=documents.dtia.exists, phase="contract", **WORDS)
    chapter.advises("N", derogable=True, **WORDS)
    return Policy((law(chapter),), waivers=waivers)


# One function judges --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "on", "expected"),
    [
        ("R", date(2026, 8, 31), "not_yet"),
        ("R", APPROVED, "works"),
        ("R", date(2027, 1, 29), "works"),
        ("R", date(2027, 1, 30), "ends_soon"),  # 30 days before
        ("R", date(2027, 2, 28), "ends_soon"),
        ("R", EXPIRES, "expired"),
        ("R", date(2030, 1, 1), "expired"),
        ("R", None, "works"),
        ("S", APPROVED, "not_derogable"),
        ("S", None, "not_derogable"),
        ("N", APPROVED, "not_derogable"),  # advice demands nothing
        ("X", APPROVED, "unknown_rule"),
        ("X", None, "unknown_rule"),
    ],
)
def test_a_waiver_is_judged_by_its_rule_and_its_dates(rule: str, on: date | None, expected: str) -> None:
    rules = policy().program.by_id
    assert judge(waiver(f"toy/{rule}"), rules.get(f"toy/{rule}"), on) == expected


@pytest.mark.parametrize(
    ("scope", "reference", "works"),
    [("all", None, True), ("all", "A", True), ("A", "A", True), ("A", "B", False), ("A", None, False), ("a", "A", False)],
)  # fmt: skip
def test_a_waiver_works_for_all_files_or_for_one(scope: str, reference: str | None, works: bool) -> None:
    found = working([waiver(scope=scope)], policy().program.by_id, reference, APPROVED)
    assert bool(found) == works


def test_of_two_waivers_that_of_the_file_itself_is_shown() -> None:
    found = working([waiver(scope="A"), waiver()], policy().program.by_id, "A", APPROVED)
    assert found["toy/R"].scope == "A"


# What it lifts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "without"),
    [
        ({"documents.dpia": False, "procedure.stage": "award"}, "breach"),
        ({"documents.dpia": False, "procedure.stage": "preparation"}, "due"),
        ({"procedure.stage": "award"}, "open"),
        ({"documents.dpia": True, "procedure.stage": "award"}, "met"),
        ({"documents.dpia": True, "buyer.kind": "zbo", "procedure.stage": "award"}, "not_applicable"),
    ],
)
def test_what_is_not_met_is_waived_and_what_is_met_stays_met(facts: dict[str, Any], without: str) -> None:
    rule = {"when": buyer.kind != "zbo", "phase": "selection"}
    facts = {"buyer.kind": "agency", **facts}
    assert finding(assess(policy(**rule), facts)).status == without
    lifted = policy(waiver(), **rule)
    found = finding(assess(lifted, facts))
    expected = without if without in ("met", "not_applicable") else "waived"
    assert found.status == expected
    assert found.waiver == (waiver() if expected == "waived" else None)


def test_a_waived_rule_does_not_move_the_verdict_and_asks_nothing() -> None:
    facts = {"procedure.stage": "preparation"}
    assert [question.fact for question in assess(policy(), facts).questions] == ["documents.dpia"]
    lifted = assess(policy(waiver()), facts)
    assert lifted.verdict == "conditional"  # S is due later
    assert [question.fact for question in lifted.questions] == []


def test_a_waiver_for_a_breach_takes_the_block_away() -> None:
    facts = {"documents.dpia": False, "documents.dtia": True}
    assert assess(policy(), facts).verdict == "blocked"
    assert assess(policy(waiver()), facts).verdict == "clear"


def test_a_waived_finding_still_says_why_it_would_be_a_breach() -> None:
    facts = {"documents.dpia": False, "procedure.stage": "award"}
    before, after = (finding(assess(one, facts)) for one in (policy(), policy(waiver())))
    assert after.because == before.because
    assert [reason.fact for reason in after.because] == ["documents.dpia"]


def test_a_rule_on_suppliers_is_waived_for_each_of_them() -> None:
    chapter = act()
    chapter.obliges("R", demands=supplier.certificates.intersects("iso27001"), derogable=True, **WORDS)
    lifted = Policy((law(chapter),), waivers=(waiver(),))
    facts = file_of({"suppliers": [{"name": "A", "role": "winner", "certificates": []}, {"name": "B"}]})
    found = {one.subject: (one.status, one.waiver is not None) for one in assess(lifted, facts).findings}
    assert found == {"supplier:A": ("waived", True), "supplier:B": ("waived", True)}
    assert {one.verdict for one in assess(lifted, facts).subjects} == {"clear"}


def test_a_scope_that_is_open_stays_open() -> None:
    chapter = act(applies=procedure.stage == "award")
    chapter.obliges("R", demands=documents.dpia.exists, derogable=True, **WORDS)
    found = finding(assess(Policy((law(chapter),), waivers=(waiver(),)), {}))
    assert (found.status, found.if_applicable) == ("waived", True)


@pytest.mark.parametrize("on", [date(2026, 8, 31), EXPIRES])
def test_outside_its_dates_a_waiver_does_nothing(on: date) -> None:
    assert finding(assess(policy(waiver()), {"documents.dpia": False}, on)).status == "breach"


def test_the_json_of_a_finding_holds_its_waiver() -> None:
    (found,) = (
        one
        for one in assess(policy(waiver()), {"documents.dpia": False}).to_dict()["findings"]
        if one["rule"] == "toy/R"
    )
    assert found["status"] == "waived"
    assert found["waiver"] == {
        "rule": "toy/R",
        "scope": "all",
        "reason": "wordt vervangen",
        "approved_by": "CIO",
        "approved_on": "2026-09-01",
        "expires": "2027-03-01",
    }


@pytest.mark.parametrize(
    ("language", "heading", "line"),
    [
        ("nl", "Ontheven (1)", "wordt vervangen; goedgekeurd door CIO op 1 september 2026, werkt tot 1 maart 2027"),
        ("en", "Waived (1)", "wordt vervangen; approved by CIO on 1 September 2026, works until 1 March 2027"),
    ],
)
def test_every_report_shows_what_is_waived(language: str, heading: str, line: str) -> None:
    report = TextReport(assess(policy(waiver()), {"documents.dpia": False}), language, width=200).text()
    assert heading in report
    assert line in report


def test_an_explanation_shows_the_waiver_and_what_it_lifts() -> None:
    from bestek.report.explain import Explanation

    lifted = assess(policy(waiver()), {"documents.dpia": False})
    made = Explanation(lifted, lifted.policy.rule("R"), "nl", subject=None, tree=False).text(
        lambda text, role: text, 200
    )
    assert "Uitkomst: ontheven (de opdracht)" in made
    assert "Ontheven: wordt vervangen; goedgekeurd door CIO op 1 september 2026, werkt tot 1 maart 2027" in made
    assert "Omdat: DPIA" in made


# In a profile ---------------------------------------------------------------------------------------------


@pytest.fixture
def toy(plugins: Path, install: object) -> None:
    write_toy(plugins)


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize(
    ("old", "new", "on", "expected"),
    [
        ("", "", date(2026, 10, 1), []),
        ("", "", date(2027, 2, 28), []),
        ("", "", date(2027, 3, 1), [("waiver_expired", "waivers[0].expires (toy/REVIEW)", 10)]),
        ("", "", date(2026, 1, 1), []),
        ("", "", None, []),
        ("toy/REVIEW", "toy/REVUE", date(2026, 10, 1), [("unknown_rule", "waivers[0].rule (toy/REVUE)", 5)]),
        ("toy/REVIEW", "toy/REVUE", None, [("unknown_rule", "waivers[0].rule (toy/REVUE)", 5)]),
        ("toy/REVIEW", "toy/GONE", None, [("unknown_rule", "waivers[0].rule (toy/GONE)", 5)]),
        ("toy/REVIEW", "game/R", None, [("unknown_rule", "waivers[0].rule (game/R)", 5)]),
        ("toy/REVIEW", "toy/DPIA", None, [("not_derogable", "waivers[0].rule (toy/DPIA)", 5)]),
        ("toy/REVIEW", "toy/NOTE", None, [("not_derogable", "waivers[0].rule (toy/NOTE)", 5)]),
        ("toy/REVIEW", "toy/APP", None, [("not_derogable", "waivers[0].rule (toy/APP)", 5)]),
        ("toy/REVIEW", "toy/OLD", date(2026, 10, 1), []),
    ],
)
def test_a_waiver_that_cannot_work_is_refused_when_the_profile_is_loaded(
    tmp_path: Path, old: str, new: str, on: date | None, expected: list[tuple[str, str, int]]
) -> None:
    text = TOY_CHOSEN + WAIVER
    path = write(tmp_path, bestek=text.replace(old, new) if old else text)
    assert faults(path, on) == expected


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize(
    ("rule", "on", "expected"),
    [
        ("toy/REVIEW", date(2026, 10, 1), []),
        ("toy/REVIEW", date(2027, 1, 29), []),
        ("toy/REVIEW", date(2027, 1, 30), [("waiver_ends_soon", "2027-03-01")]),
        ("toy/REVIEW", date(2026, 8, 31), [("waiver_not_yet", "2026-09-01")]),
        ("toy/OLD", date(2026, 10, 1), [("renamed_rule", "toy/REVIEW")]),
    ],
)
def test_what_the_owner_of_a_profile_should_know(
    tmp_path: Path, rule: str, on: date, expected: list[tuple[str, str]]
) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN + WAIVER.replace("toy/REVIEW", rule))
    assert [(one.code, one.found) for one in load(path, on).warnings] == expected


@pytest.mark.usefixtures("toy")
def test_the_waivers_of_a_parent_work_in_its_children(tmp_path: Path) -> None:
    parent = TOY_CHOSEN + WAIVER
    found = load(write(tmp_path, parent=parent, bestek=CHILD + WAIVER.replace('"all"', '"A"'))).waivers
    assert [(one.rule, one.scope) for one in found] == [("toy/REVIEW", "A"), ("toy/REVIEW", "all")]


@pytest.mark.usefixtures("toy")
def test_a_renamed_rule_is_waived_under_its_new_name(tmp_path: Path) -> None:
    policy = load(write(tmp_path, bestek=TOY_CHOSEN + WAIVER.replace("REVIEW", "OLD")))
    facts = {"buyer": {"kind": "agency"}, "exit": {"reviewed_on": False}}
    found = {one.rule: one.status for one in policy.assess(bestek.read(facts), date(2026, 10, 1)).findings}
    assert found["toy/REVIEW"] == "waived"


@pytest.mark.usefixtures("toy")
def test_the_message_of_an_expired_waiver(tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN + WAIVER)
    with pytest.raises(PolicyError) as caught:
        load(path, date(2027, 3, 1))
    assert caught.value.message("nl") == (
        f"{path}:10: waivers[0].expires (toy/REVIEW): de ontheffing werkt niet meer sinds 2027-03-01"
    )
