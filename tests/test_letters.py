"""The two letters' procurements: what the tool answers, beside what the letter answers."""

from __future__ import annotations

from datetime import date

import pytest
from paths import DIGID, NS

import bestek
from bestek import Assessment


@pytest.fixture(scope="module")
def policy() -> bestek.Policy:
    return bestek.load_policy()


@pytest.fixture(scope="module")
def ns(policy: bestek.Policy) -> Assessment:
    return policy.assess(bestek.read(NS), date(2026, 4, 13))


@pytest.fixture(scope="module")
def digid(policy: bestek.Policy) -> Assessment:
    return policy.assess(bestek.read(DIGID), date(2026, 6, 25))


def applies(assessment: Assessment, regulation: str) -> str:
    return next(found.applies for found in assessment.regulations if found.id == regulation)


def status(assessment: Assessment, rule: str) -> set[str]:
    return {found.status for found in assessment.all_findings if found.rule == rule}


def test_abro_does_not_apply_to_ns_because_it_is_a_state_owned_company(ns: Assessment) -> None:
    abro = next(found for found in ns.regulations if found.id == "abro")
    assert (abro.applies, abro.because) == ("no", ("abro/APP-02",))


def test_american_control_of_the_ns_supplier_is_noted_and_no_ground_to_exclude(ns: Assessment) -> None:
    noted = {found.rule: found for found in ns.findings if found.status == "noted"}
    assert {"abro/APP-11", "abro/JUR-02"} <= noted.keys()
    because = {reason.fact: reason for reason in noted["abro/JUR-02"].because}
    assert "US" in because["suppliers[0].control_countries"].value
    assert because["suppliers[0].control_countries"].evidence is not None
    assert next(found.verdict for found in ns.subjects if found.subject == "supplier:[0]") == "clear"


def test_whether_anything_was_added_to_ns_tender_is_the_one_open_question() -> None:
    ns = bestek.load_policy(regulations=["abro"]).assess(bestek.read(NS), date(2026, 4, 13))
    assert ns.verdict == "undecided"
    assert [question.fact for question in ns.questions] == ["procedure.requirements_added_after_launch"]


@pytest.mark.parametrize(("added", "verdict"), [(False, "clear"), (True, "blocked")])
def test_ns_once_that_is_known(added: bool, verdict: str) -> None:
    known = bestek.read(NS).replace({"procedure.requirements_added_after_launch": added})
    assert bestek.load_policy(regulations=["abro"]).assess(known, date(2026, 4, 13)).verdict == verdict


def test_digid_is_undecided_until_start_date_national_security_and_tbb_are_known(digid: Assessment) -> None:
    assert digid.verdict == "undecided"
    assert applies(digid, "abro") == "open"
    asked = {question.fact: question for question in digid.questions}
    for fact in ("abro.start_date", "risk.national_security", "information.tbb"):
        assert asked[fact].who.nl, fact
        assert asked[fact].who.en, fact


def test_digid_notes_what_the_defence_procurement_act_allows(digid: Assessment) -> None:
    assert status(digid, "abro/PRO-02") == {"noted"}


@pytest.mark.parametrize(
    ("rule", "phase"),
    [("abro/PRO-01", "publication"), ("abro/PRO-03", "award"), ("abro/PRO-04", "contract"), ("abro/OWN-01", "award")],
)
def test_what_is_due_is_visible_before_there_is_a_tenderer(digid: Assessment, rule: str, phase: str) -> None:
    found = [finding for finding in digid.findings if finding.rule == rule and finding.status == "due"]
    assert found, rule
    assert {finding.phase for finding in found} == {phase}
    assert "supplier:Solvinity" not in {finding.subject for finding in found}


def test_the_incumbent_is_not_vetted_for_a_contract_that_it_has_not_won(digid: Assessment) -> None:
    assert next(found.verdict for found in digid.subjects if found.subject == "supplier:Solvinity") == "clear"


@pytest.mark.parametrize("path", [NS, DIGID])
def test_every_fact_of_an_example_has_its_source(path: object) -> None:
    procurement = bestek.read(path)  # type: ignore[arg-type]
    known = {fact for fact in facts_in(procurement.to_dict()) if fact not in ("title", "reference")}
    unsourced = {fact for fact in known if not any(fact.startswith(source) for source in procurement.evidence)}
    assert not unsourced


def facts_in(data: object, path: str = "") -> set[str]:
    if isinstance(data, dict):
        inner = {key: value for key, value in data.items() if not (path == "" and key == "evidence")}
        return {fact for key, value in inner.items() for fact in facts_in(value, f"{path}.{key}" if path else key)}
    if isinstance(data, list) and any(isinstance(one, dict) for one in data):
        return {fact for place, one in enumerate(data) for fact in facts_in(one, f"{path}[{place}]")}
    return {path}


# Cloud sovereignty ------------------------------------------------------------------------------------------------


def scope(assessment: Assessment, name: str) -> tuple[str, tuple[str, ...]]:
    found = next(one for result in assessment.regulations for one in result.scopes if one.id == name)
    return found.applies, found.because


def test_the_framework_came_after_ns_tender_and_nothing_may_be_added(ns: Assessment) -> None:
    """Question 14."""
    assert scope(ns, "csf") == ("no", ("cadasov/CSF-01", "cadasov/CSF-02"))
    assert status(ns, "cadasov/CSF-03") == {"open"}
    asked = next(one for one in ns.questions if one.fact == "procedure.requirements_added_after_launch")
    assert "cadasov/CSF-03" in asked.decides


def test_ns_exposure_to_american_law_is_noted_and_excludes_nobody(ns: Assessment) -> None:
    """Questions 5, 8 and 12."""
    noted = {finding.rule: finding for finding in ns.findings if finding.status == "noted"}
    exposure = {"cadasov/EXT-01", "cadasov/EXT-01b", "cadasov/EXT-02", "cadasov/EXT-04", "cadasov/EXT-07"}
    assert exposure <= noted.keys()
    assert "cadasov/EXT-01c" not in noted  # FISA 702 lapsed later
    for rule in ("cadasov/EXT-01", "cadasov/EXT-01b", "cadasov/EXT-04"):
        assert any((cite.instrument.id, cite.at) == ("letter-ns", "5") for cite in noted[rule].cites)
    assert not any(finding.status == "breach" for finding in ns.findings)


def test_digid_sees_cada_as_an_outlook_that_decides_nothing(digid: Assessment) -> None:
    """Question 10."""
    outlook = {finding.rule for finding in digid.outlook}
    assert {"cadasov/CADA-00b", "cadasov/CADA-08", "cadasov/CADA-09"} <= outlook
    assert not any(finding.rule.startswith("cadasov/CADA") for finding in digid.findings)
    assert not any("cadasov.cada" in question.fact for question in digid.questions)


def test_digid_handover_of_6_to_12_months_is_longer_than_the_data_act_gives(digid: Assessment) -> None:
    """Questions 8, 15 and 20."""
    assert status(digid, "cadasov/DA-27") == {"noted"}
    assert scope(digid, "data_act")[0] == "open"
    assert "service.custom_built" not in {question.fact for question in digid.questions}
