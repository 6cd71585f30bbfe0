"""What a profile does to a policy: which regulations, how they count, standing facts and parameters."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from kit import plugin_source
from profiles import CHILD, ON, TOY_CHOSEN, WAIVER, faults, load, write, write_toy

import bestek
from bestek import PolicyError, ProcurementError, _plugins
from bestek.policy import Policy, load_policy
from bestek.report.text import TextReport

AGENCY = "[organisation]\nname = 'Logius'\nkind = 'agency'\n"
DONE = {"documents": {"dpia": True}, "service": {"storage_countries": ["NL"], "access_countries": []}}


@pytest.fixture(autouse=True)
def toy(plugins: Path, install: object) -> None:
    write_toy(plugins)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget afterwards which distribution a profile chose."""
    monkeypatch.setattr(_plugins, "_chosen", {})


def assess(policy: Policy, on: datetime.date = ON, **facts: Any) -> bestek.Assessment:
    return policy.assess(bestek.read({**DONE, **facts}), on)


def status(assessment: bestek.Assessment, rule: str) -> str:
    return next((found.status for found in assessment.all_findings if found.rule == f"toy/{rule}"), "-")


# Regulations ----------------------------------------------------------------------------------------------


def test_only_what_is_chosen_is_loaded(tmp_path: Path, plugins: Path) -> None:
    write_toy(plugins, "game")
    assert [found.regulation.id for found in load(write(tmp_path, bestek=TOY_CHOSEN)).loaded] == ["toy"]
    assert [found.regulation.id for found in load_policy().loaded] == ["game", "toy"]


def test_an_unknown_regulation_names_the_nearest_and_how_to_install_it(tmp_path: Path) -> None:
    path = write(tmp_path, bestek="[regulations]\ntooy = {}\n")
    with pytest.raises(PolicyError) as caught:
        load(path)
    assert caught.value.message("en") == (
        f"{path}:2: regulations.tooy: the regulation tooy is not installed (pip install bestek-tooy, if that is its "
        "publisher's package); did you mean toy?"
    )


def test_a_version_that_does_not_fit_says_who_wants_what(tmp_path: Path) -> None:
    files = {"parent": "[regulations]\ntoy = { version = '<1.2' }\n", "bestek": CHILD + TOY_CHOSEN}
    path = write(tmp_path, **files)
    with pytest.raises(PolicyError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.found) == ("version_not_admitted", "1.2.3 (bestek-toy)")
    assert problem.allowed == (f'"<1.2" ({tmp_path / "parent.toml"}:2)',)


@pytest.mark.parametrize(("parent", "child"), [("<1", ">=2"), ("==1.0", "==1.1"), ("<2", ">=2")])
def test_ranges_that_no_version_fits(tmp_path: Path, parent: str, child: str) -> None:
    said = "[regulations]\ntoy = {{ version = '{}' }}\n"
    path = write(tmp_path, parent=said.format(parent), bestek=CHILD + said.format(child))
    assert ("impossible_range", "regulations.toy.version", 4) in faults(path)


def test_a_range_that_nothing_fits_by_itself(tmp_path: Path) -> None:
    path = write(tmp_path, bestek="[regulations]\ntoy = { version = '>=2,<1' }\n")
    assert ("impossible_range", "regulations.toy.version", 2) in faults(path)


def test_a_broken_regulation_stops_the_profile_that_needs_it_and_no_other(tmp_path: Path, install: Any) -> None:
    install("broken", "1 / 0")
    assert [code for code, _, _ in faults(write(tmp_path, bestek="[regulations]\nbroken = {}\n"))] == [
        "broken_regulation"
    ]
    assert faults(write(tmp_path, bestek=TOY_CHOSEN)) == []


def test_a_regulation_that_needs_another_core_says_so(tmp_path: Path, install: Any) -> None:
    install("future", requires=["bestek>=99"])
    with pytest.raises(PolicyError, match="needs bestek>=99, but the core is"):
        load(write(tmp_path, bestek="[regulations]\nfuture = {}\n"))


@pytest.mark.usefixtures("chosen")
def test_of_two_distributions_with_one_regulation_the_profile_names_one(
    tmp_path: Path, plugins: Path, install: Any
) -> None:
    write_toy(plugins, distribution="ministry-toy", version="2.0", module="plugin_of_the_ministry")
    assert [code for code, _, _ in faults(write(tmp_path, bestek=TOY_CHOSEN))] == ["several_distributions"]
    said = "[regulations]\ntoy = {{ distribution = '{}' }}\n"
    for name, version in (("ministry-toy", "2.0"), ("bestek-toy", "1.2.3")):
        policy = load(write(tmp_path, bestek=said.format(name) + AGENCY))
        assert [(found.distribution, found.version) for found in policy.loaded] == [(name, version)]
        assert status(assess(policy, toy={"adopted": True}), "DPIA") == "met"  # its facts can be read
    assert [code for code, _, _ in faults(write(tmp_path, bestek=said.format("x")))] == ["unknown_distribution"]


def test_a_child_cannot_take_another_distribution(tmp_path: Path) -> None:
    said = "[regulations]\ntoy = {{ distribution = '{}' }}\n"
    path = write(tmp_path, parent=said.format("bestek-toy"), bestek=CHILD + said.format("ministry-toy"))
    assert "contradicts_parent" in [code for code, _, _ in faults(path)]


def test_regulations_and_a_profile_do_not_go_together(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="names the regulations itself"):
        load_policy(write(tmp_path, bestek=TOY_CHOSEN), regulations=["toy"])


# Modes ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mode", "verdict", "in_findings", "in_outlook"),
    [("binding", "blocked", True, False), ("advisory", "clear", True, False), ("outlook", "clear", False, True)],
)
def test_a_mode_says_whether_a_regulation_moves_the_verdict(
    tmp_path: Path, mode: str, verdict: str, in_findings: bool, in_outlook: bool
) -> None:
    policy = load(write(tmp_path, bestek=f"[regulations]\ntoy = {{ mode = '{mode}' }}\n" + AGENCY))
    facts = {"documents": {"dpia": False}, "exit": {"reviewed_on": "2026-09-01"}, "procedure": {"stage": "exit"}}
    assessment = assess(policy, **facts)
    assert assessment.verdict == verdict
    assert ("toy/DPIA" in {found.rule for found in assessment.findings}) == in_findings
    assert ("toy/DPIA" in {found.rule for found in assessment.outlook}) == in_outlook
    (regulation,) = assessment.to_dict()["regulations"]
    assert (regulation["mode"], regulation["applies"]) == (mode, "yes")


@pytest.mark.parametrize(
    ("mode", "heading", "mark"),
    [
        ("binding", "In strijd (1)", "toy: geldt (APP)\n"),
        (
            "advisory",
            "Advies volgens het profiel: telt niet mee in het oordeel (1)",
            "[alleen als advies: telt niet mee]",
        ),
        ("outlook", "Vooruitblik: voorstellen die nog geen wet zijn", "[alleen als vooruitblik: telt niet mee]"),
    ],
)
def test_the_report_says_how_a_regulation_counts(tmp_path: Path, mode: str, heading: str, mark: str) -> None:
    policy = load(write(tmp_path, bestek=f"[regulations]\ntoy = {{ mode = '{mode}' }}\n" + AGENCY))
    facts = {"documents": {"dpia": False}, "exit": {"reviewed_on": "2026-09-01"}, "procedure": {"stage": "exit"}}
    report = TextReport(assess(policy, **facts), "nl", width=120).text()
    assert heading in report
    assert mark in report
    assert ("In strijd (1)" in report) == (mode == "binding")
    assert ("Geen plicht of verbod geldt voor dit dossier." in report) == (mode != "binding")
    assert "Profiel: bestek.toml" in report  # it has no name


@pytest.mark.parametrize(("mode", "verdict"), [("binding", "undecided"), ("advisory", "clear"), ("outlook", "clear")])
def test_an_open_scope_counts_only_where_the_regulation_binds(tmp_path: Path, mode: str, verdict: str) -> None:
    policy = load(write(tmp_path, bestek=f"[regulations]\ntoy = {{ mode = '{mode}' }}\n"))
    assert assess(policy).verdict == verdict


# Standing facts -------------------------------------------------------------------------------------------


def test_a_file_may_leave_out_what_the_profile_says(tmp_path: Path) -> None:
    policy = load(write(tmp_path, bestek=TOY_CHOSEN + AGENCY + "[facts.toy]\nstart_date = 2026-07-01\n"))
    assessment = assess(policy)
    assert assessment.procurement.get("buyer.kind") == "agency"
    assert assessment.procurement.get("toy.start_date") == datetime.date(2026, 7, 1)
    assert [found.applies for found in assessment.regulations] == ["yes"]


def test_what_came_from_the_profile_is_said_as_its_source(tmp_path: Path) -> None:
    policy = load(write(tmp_path, parent=TOY_CHOSEN + AGENCY, bestek=CHILD))
    evidence = assess(policy).procurement.evidence["buyer.kind"]
    assert (evidence.source, evidence.pinpoint) == ("parent.toml", "organisation.kind")


def test_the_digest_of_a_file_is_of_the_file_alone(tmp_path: Path) -> None:
    procurement = bestek.read({"title": "A"})
    policy = load(write(tmp_path, bestek=TOY_CHOSEN + AGENCY))
    filled = policy.assess(procurement, ON)
    assert filled.to_dict()["procurement"]["digest"] == procurement.digest
    assert filled.procurement.to_dict() == {"title": "A"}


def test_a_file_may_repeat_the_profile_but_not_contradict_it(tmp_path: Path) -> None:
    policy = load(write(tmp_path, bestek=TOY_CHOSEN + AGENCY + "[facts.toy]\nadopted = false\n"))
    assert assess(policy, buyer={"kind": "agency"}).procurement.standing == {"buyer.name", "toy.adopted"}
    with pytest.raises(ProcurementError) as caught:
        assess(policy, buyer={"kind": "zbo", "name": "X"}, toy={"adopted": True})
    found = [(problem.code, problem.path, problem.found, problem.allowed) for problem in caught.value.problems]
    assert found == [
        ("profile_differs", "buyer.name", '"X"', ('"Logius" (bestek.toml)',)),
        ("profile_differs", "buyer.kind", '"zbo"', ('"agency" (bestek.toml)',)),
        ("profile_differs", "toy.adopted", "true", ("false (bestek.toml)",)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[organisation]\nkind = 'agencie'\n", [("unknown_choice", "organisation.kind", 4)]),
        ("[organisation]\nsort = 'x'\n", [("unknown_key", "organisation.sort", 4)]),
        ("[facts.toy]\nstart_date = 'soon'\n", [("no_date", "facts.toy.start_date", 4)]),
        ("[facts.toy]\nstart = 2026-01-01\n", [("unknown_key", "facts.toy.start", 4)]),
        ("[facts.game]\nx = 1\n", [("not_in_profile", "facts.game", 4)]),
        ("[parameters.game]\nx = 1\n", [("not_in_profile", "parameters.game", 4)]),
        ("[parameters.toy]\nreview_month = 1\n", [("unknown_parameter", "parameters.toy.review_month", 4)]),
        ("[parameters.toy]\nreview_months = '6'\n", [("wrong_type", "parameters.toy.review_months", 4)]),
        ("[parameters.toy]\nreview_months = 13\n", [("looser_than_law", "parameters.toy.review_months", 4)]),
        ("[parameters.toy]\nreview_months = 12\n", []),
        ("[parameters.toy]\nhomes = ['NL', 'US']\n", [("looser_than_law", "parameters.toy.homes", 4)]),
        ("[parameters.toy]\nhomes = ['NL', '?']\n", [("looser_than_law", "parameters.toy.homes", 4)]),
        ("[parameters.toy]\nwatched = ['XX', 'RU']\n", [("unknown_country", "parameters.toy.watched", 4)]),
        ("[parameters.toy]\nfixed = 4\n", [("fixed_parameter", "parameters.toy.fixed", 4)]),
        ("[parameters.bestek]\neu = ['NL']\n", []),
        ("[parameters.bestek]\noffensive_cyber_countries = ['RU']\n", []),
    ],
)
def test_faults_that_only_the_regulation_knows(
    tmp_path: Path, text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert faults(write(tmp_path, bestek=TOY_CHOSEN + text)) == expected


# Parameters -----------------------------------------------------------------------------------------------


def test_a_tighter_parameter_changes_the_result(tmp_path: Path) -> None:
    facts = {"exit": {"reviewed_on": "2026-01-15"}, "procedure": {"stage": "exit"}}
    tight = TOY_CHOSEN + AGENCY + "[parameters.toy]\nreview_months = 6\n"
    assert status(assess(load(write(tmp_path, bestek=TOY_CHOSEN + AGENCY)), **facts), "REVIEW") == "met"
    assert status(assess(load(write(tmp_path, bestek=tight)), **facts), "REVIEW") == "breach"


def test_on_a_day_when_the_law_is_stricter_the_law_counts(tmp_path: Path) -> None:
    """Until 2026 the law said 24 months: 18 was stricter then; from 2026 it says 12."""
    path = write(tmp_path, bestek=TOY_CHOSEN + AGENCY + "[parameters.toy]\nreview_months = 18\n")
    before = datetime.date(2025, 12, 31)
    policy = load(path, on=before)
    for on, reviewed, expected in [
        (before, "2024-07-01", "met"),
        (before, "2024-06-29", "breach"),
        (ON, "2025-10-01", "met"),
        (ON, "2025-09-30", "breach"),
    ]:
        assessment = assess(policy, on=on, exit={"reviewed_on": reviewed}, procedure={"stage": "preparation"})
        assert status(assessment, "REVIEW") == expected, (on, reviewed)
    assert faults(path, on=ON) == [("looser_than_law", "parameters.toy.review_months", 7)]
    assert faults(path, on=None) == []  # no day was named: it counts on some


def test_the_compiled_policy_agrees_on_a_tightened_value(tmp_path: Path) -> None:
    policy = load(write(tmp_path, bestek=TOY_CHOSEN + AGENCY + "[parameters.toy]\nreview_months = 6\n"))
    for day in ("2026-03-31", "2026-04-01", "2025-01-01"):
        assessment = assess(policy, exit={"reviewed_on": day})
        assert policy.engine.decider().run(assessment.procurement.facts, ON) == assessment.outcome


def test_a_caller_may_be_stricter_than_the_profile_and_no_looser(tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN + "[parameters.toy]\nwatched = ['RU']\n")
    both = frozenset({"CN", "RU"})
    assert load(path, parameters={"toy.watched": ["RU", "CN"]}).parameters == {"toy.watched": both}
    with pytest.raises(PolicyError) as caught:
        load(path, parameters={"toy.watched": ["CN"], "toy.review_months": 1, "toy.x": 1})
    assert [(problem.code, problem.found, problem.allowed) for problem in caught.value.problems] == [
        ("looser_than_parent", "['CN']", ("['RU']",)),
        ("fixed_parameter", '"toy.review_months"', ()),
        ("unknown_parameter", '"toy.x"', ()),
    ]


# The result -----------------------------------------------------------------------------------------------


def test_the_result_names_the_profile_and_the_same_profile_gives_the_same_bytes(tmp_path: Path) -> None:
    from bestek._to_json import dumps
    from bestek.schema import assessment_schema

    text = "[profile]\nname = 'Logius'\n" + TOY_CHOSEN + AGENCY + WAIVER
    first, second = (load(write(tmp_path, bestek=text)) for _ in range(2))
    made = [assess(policy).to_dict() for policy in (first, second)]
    assert dumps(made[0]) == dumps(made[1])
    assert first.profile is not None
    assert made[0]["profile"] == {"name": "Logius", "digest": first.profile.digest, "lock": None}
    assert made[0]["digests"].keys() == made[0]["versions"].keys() == {"bestek", "bestek-toy"}
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validate(made[0], assessment_schema())


def test_an_act_after_the_day_is_laid_at_the_file_that_says_it(tmp_path: Path, install: Any) -> None:
    source = plugin_source("acts").replace(
        "instruments=(ACT,)", "facts=(Acts,), instruments=(ACT,)"
    ).replace(
        "chapter = Chapter(ACT)",
        "from bestek import Group\nfrom bestek.facts import dated\n\n"
        "class Acts(Group, at='acts', nl='a', en='a'):\n    told = dated(nl='b', en='b')\n\nchapter = Chapter(ACT)",
    )  # fmt: skip
    install("acts", source)
    policy = load(write(tmp_path, bestek="[regulations]\nacts = {}\n[facts.acts]\ntold = 2026-12-01\n"))
    with pytest.raises(ProcurementError) as caught:
        assess(policy)
    assert [(problem.code, problem.path, problem.file) for problem in caught.value.problems] == [
        ("future_act", "acts.told", "bestek.toml")
    ]
