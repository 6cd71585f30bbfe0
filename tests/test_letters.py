"""The two letters' procurements: what the tool answers, beside what the letter answers."""

from __future__ import annotations

from datetime import date

import pytest
from paths import DIGID, NS

import bestek
from bestek import Assessment
from bestek.result import ScopeResult


@pytest.fixture(scope="module")
def policy() -> bestek.Policy:
    return bestek.load_policy()


@pytest.fixture(scope="module")
def abro_alone() -> bestek.Policy:
    return bestek.load_policy(regulations=["abro"])


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


def test_whether_anything_was_added_to_ns_tender_is_the_one_open_question_of_abro(abro_alone: bestek.Policy) -> None:
    ns = abro_alone.assess(bestek.read(NS), date(2026, 4, 13))
    assert ns.verdict == "undecided"
    assert next(found.verdict for found in ns.subjects if found.subject == "supplier:[0]") == "clear"
    assert [question.fact for question in ns.questions] == ["procedure.requirements_added_after_launch"]


@pytest.mark.parametrize(("added", "verdict"), [(False, "clear"), (True, "blocked")])
def test_ns_once_that_is_known(abro_alone: bestek.Policy, added: bool, verdict: str) -> None:
    known = bestek.read(NS).replace({"procedure.requirements_added_after_launch": added})
    assert abro_alone.assess(known, date(2026, 4, 13)).verdict == verdict


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


# The cloud policy -----------------------------------------------------------------------------------------------


def scope(assessment: Assessment, name: str) -> ScopeResult:
    (found,) = [one for regulation in assessment.regulations for one in regulation.scopes if one.id == name]
    return found


def test_the_cloud_policy_does_not_apply_to_ns_and_the_letter_says_so(policy: bestek.Policy, ns: Assessment) -> None:
    found = next(found for found in ns.regulations if found.id == "cloudpolicy")
    assert (found.applies, found.because) == ("no", ("cloudpolicy/CP22-04",))
    (cite,) = policy.rule("cloudpolicy/CP22-04").cites
    assert (cite.instrument.id, cite.at, cite.confidence) == ("letter-ns", "12", "verbatim")
    assert {name: scope(ns, name).applies for name in ("ik2023", "virbi_cloud")} == {
        "ik2023": "no",
        "virbi_cloud": "no",
    }


def test_nationality_is_no_ground_to_exclude_ns_supplier_and_foreign_law_is_a_risk_not_a_breach(ns: Assessment) -> None:
    noted = {found.rule for found in ns.findings if found.status == "noted"}
    assert {"cloudpolicy/CP22-05", "cloudpolicy/CP22-14b"} <= noted
    assert not [found.rule for found in ns.findings if found.status == "breach"]


def test_what_the_gdpr_needs_to_know_of_ns_is_asked(ns: Assessment) -> None:
    """It binds NS too; the letter does not say whether the systems hold personal data, nor where."""
    assert scope(ns, "avg").applies == "open"
    asked = {question.fact for question in ns.questions}
    assert {"information.personal", "service.storage_countries", "service.access_countries"} <= asked


@pytest.mark.parametrize(
    ("launch", "edition", "judged", "not_judged"),
    [
        (date(2026, 7, 2), "cp-2022", "cloudpolicy/CP22-18", "cloudpolicy/CP26-09"),
        (date(2026, 7, 3), "cp-2026", "cloudpolicy/CP26-09", "cloudpolicy/CP22-18"),
    ],
)
def test_the_launch_of_digid_picks_the_edition(
    policy: bestek.Policy, launch: date, edition: str, judged: str, not_judged: str
) -> None:
    known = {
        "procedure.launched_on": launch.isoformat(),
        "service.deployment": "public",
        "service.primary_process": True,
    }
    found = policy.assess(bestek.read(DIGID).replace(known), date(2026, 6, 25))
    assert (scope(found, "cloudpolicy").applies, scope(found, "cloudpolicy").edition) == ("yes", edition)
    assert status(found, judged) == {"due"}
    assert status(found, not_judged) == set()


def test_digid_on_the_day_of_the_letter_stands_under_the_policy_of_2022(digid: Assessment) -> None:
    """The letter does not say which form of cloud: that is asked, and decides whether the policy binds."""
    assert (scope(digid, "cloudpolicy").applies, scope(digid, "cloudpolicy").edition) == ("open", "cp-2022")
    asked = {question.fact for question in digid.questions}
    assert {"service.deployment", "information.classification", "information.tbb"} <= asked


@pytest.mark.parametrize(
    ("launch", "rule", "source"),
    [(date(2026, 6, 25), "cloudpolicy/CP22-06", "cp-2022"), (date(2026, 7, 10), "cloudpolicy/CP26-26", "cp-2026")],
)
def test_state_secrets_of_digid_in_a_public_cloud_are_blocked_whatever_the_edition(
    policy: bestek.Policy, launch: date, rule: str, source: str
) -> None:
    changed = {
        "procedure.launched_on": launch.isoformat(),
        "service.deployment": "public",
        "information.classification": "secret",
    }
    found = policy.assess(bestek.read(DIGID).replace(changed), date(2026, 6, 25))
    breaches = {finding.rule: finding for finding in found.findings if finding.status == "breach"}
    assert found.verdict == "blocked"
    assert {rule, "cloudpolicy/VB25-01", "abro/CLD-02"} <= breaches.keys()
    assert breaches[rule].cites[0].instrument.id == source
    assert [(cite.instrument.id, cite.at) for cite in breaches["cloudpolicy/VB25-01"].cites] == [("letter-digid", "3")]


def test_the_handover_of_digid_is_not_called_unrealistic(policy: bestek.Policy) -> None:
    """Six to twelve months, says question 8; six months is very short, says question 20."""
    known = bestek.read(DIGID).replace({"service.deployment": "public"})
    assert status(policy.assess(known, date(2026, 6, 25)), "cloudpolicy/CP26-11b") == {"not_applicable"}
    short = policy.assess(known.replace({"exit.transition": 6}), date(2026, 6, 25))
    assert status(short, "cloudpolicy/CP26-11b") == {"noted"}


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


# The regime: plugins/adv ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def procurement_law() -> bestek.Policy:
    return bestek.load_policy(regulations=["adv"])


@pytest.fixture(scope="module")
def ns_regime(procurement_law: bestek.Policy) -> Assessment:
    return procurement_law.assess(bestek.read(NS), date(2026, 4, 13))


@pytest.fixture(scope="module")
def digid_regime(procurement_law: bestek.Policy) -> Assessment:
    return procurement_law.assess(bestek.read(DIGID), date(2026, 6, 25))


def test_which_regime_ns_is_under_hangs_on_named_facts(ns_regime: Assessment) -> None:
    """Question 8: the Aanbestedingswet. The letter does not say which part, nor that there is no classified link."""
    regime = next(found for found in ns_regime.classes if found.class_ == "adv.regime")
    assert regime.value is None
    assert {"aw2012_2", "aw2012_3", "adv"} <= set(regime.possible)
    asked = {question.fact: question.who.nl for question in ns_regime.questions}
    assert asked.keys() >= {
        "buyer.contracting_authority",
        "buyer.special_sector",
        "procedure.value",
        "adv.classified_link",
    }
    assert asked["adv.classified_link"] == "beveiligingsautoriteit (BVA)"


def test_ns_has_no_ground_to_exclude_on_nationality(ns_regime: Assessment) -> None:
    """Question 12, and the place of establishment: the Dutch subsidiary of an American company (8)."""
    assert status(ns_regime, "adv/ACC-10") == {"noted"}
    assert status(ns_regime, "adv/ACC-11c") == {"noted"}
    assert status(ns_regime, "adv/ACC-1") == {"not_applicable"}
    assert status(ns_regime, "adv/ACC-2") == {"open"}


@pytest.mark.parametrize(("grounds", "expected"), [([], "met"), (["third_country"], "breach")])
def test_the_dutch_subsidiary_may_not_be_excluded_as_a_foreign_company(
    procurement_law: bestek.Policy, grounds: list[str], expected: str
) -> None:
    known = bestek.read(NS).replace({"suppliers[0].adv.excluded_for": grounds})
    assert status(procurement_law.assess(known, date(2026, 4, 13)), "adv/ACC-2") == {expected}


def test_ns_may_add_no_requirements_and_twelve_years_need_reasons_only_in_a_framework(ns_regime: Assessment) -> None:
    """Questions 14 and 11."""
    assert status(ns_regime, "adv/TR-3") == {"open"}
    assert status(ns_regime, "adv/DUR-3") == {"open"}
    assert status(ns_regime, "adv/DUR-4") == {"open"}
    assert "contract.framework" in {question.fact for question in ns_regime.questions}


def test_digid_shows_the_adv_as_declared_and_asks_for_the_classified_link(digid_regime: Assessment) -> None:
    """Questions 8, 9 and 12 name the ADV; the letter does not say that classified information is involved."""
    assert status(digid_regime, "adv/D0-D11b") == {"noted"}
    assert applies(digid_regime, "adv") == "open"
    first = {question.fact: question.who.nl for question in digid_regime.questions[:4]}
    assert first["adv.classified_link"] == "beveiligingsautoriteit (BVA)"
    assert "adv.security_purpose" in first


@pytest.mark.parametrize(
    ("rule", "phase", "expected"),
    [
        ("adv/ADV-I1", "preparation", "open"),  # security of information, as soon as there is a classified link
        ("adv/ADV-U1", "preparation", "open"),  # security of supply
        ("adv/ADV-U3", "preparation", "noted"),  # report of changes, 2.69(2)(g)
        ("adv/ADV-U4", "preparation", "noted"),  # means to continue without the supplier, 2.69(2)(h)
        ("adv/TR-8", "publication", "due"),
        ("adv/ADV-X9", "selection", "due"),
        ("adv/ADV-P11b", "award", "due"),
        ("adv/ADV-P10", "contract", "due"),
        ("adv/EXIT-1", "exit", "noted"),  # questions 8 and 15: custom-built, 6 to 12 months
    ],
)
def test_what_adv_documents_must_hold_is_listed_by_phase(
    digid_regime: Assessment, rule: str, phase: str, expected: str
) -> None:
    found = [
        finding
        for finding in digid_regime.findings
        if finding.rule == rule and finding.subject in ("procurement", "supplier")
    ]
    assert {(finding.phase, finding.status) for finding in found} == {(phase, expected)}


def test_twelve_months_are_within_what_the_letter_plans(digid_regime: Assessment) -> None:
    assert status(digid_regime, "adv/EXIT-1b") == {"not_applicable"}


def test_a_takeover_of_the_incumbent_is_judged_in_the_file_of_its_own_contract(digid_regime: Assessment) -> None:
    """Question 21: the files of BTI and TFEV are confidential; only an outcome is a fact, and not in this file."""
    assert not [finding for finding in digid_regime.findings if finding.rule.startswith(("adv/WOZT", "adv/VIFO"))]


# Cloud sovereignty ------------------------------------------------------------------------------------------------


def test_the_framework_came_after_ns_tender_and_nothing_may_be_added(ns: Assessment) -> None:
    """Question 14."""
    assert (scope(ns, "csf").applies, scope(ns, "csf").because) == ("no", ("cadasov/CSF-01", "cadasov/CSF-02"))
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
    assert scope(digid, "data_act").applies == "open"
    assert "service.custom_built" not in {question.fact for question in digid.questions}
