"""`bestek.testing`: case tables, and which statuses no case has (DESIGN 5)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Install
from kit import PLUGIN, WORDS, act, law, policy_of, small_law

from bestek import PolicyError, level
from bestek.testing import Case, reachable, read_cases, run_case, untested
from bestek.testing._cases import merged
from bestek.vocabulary import buyer, contract, documents, information, procedure, supplier

TOY = PLUGIN.replace("{id}", "toy")
VETTING = (
    TOY.replace(
        "@hookimpl\ndef bestek_regulation",
        'chapter.obliges("S", at="3", demands=supplier.country == "NL", nl="x", en="x")\n'
        'LEVEL = level("toy.level", information.tbb, nl="x", en="x")\n'
        'chapter.bound("L", at="4", of=LEVEL, when=documents.dpia.exists, table="tbb3", nl="x", en="x")\n\n\n'
        "@hookimpl\ndef bestek_regulation",
        1,
    )
    .replace("import buyer, documents", "import buyer, documents, information, supplier")
    .replace("import Chapter,", "import level, Chapter,")
)
CASE = """
on = 2026-10-01
source = "Stcrt. 1, art. 2"

[defaults.buyer]
kind = "agency"

[[case]]
name = "no DPIA"
facts.documents.dpia = false
applies = "yes"
verdict = "blocked"
status = { "toy/R" = "breach" }
"""


@pytest.fixture
def table(tmp_path: Path) -> Any:
    """Write a case table and read it."""

    def write(content: str, name: str = "cases.toml") -> list[Case]:
        (tmp_path / name).write_text(content, encoding="utf-8")
        return read_cases(tmp_path / name, regulation="toy")

    return write


def test_a_case_is_read(table: Any) -> None:
    (case,) = table(CASE)
    assert case == Case(
        file="cases", name="no DPIA", source="Stcrt. 1, art. 2", regulation="toy", on=date(2026, 10, 1),
        facts={"buyer": {"kind": "agency"}, "documents": {"dpia": False}}, parameters={}, applies={"toy": "yes"},
        verdict="blocked", status={"toy/R": "breach"}, classes={}, asks=(),
    )  # fmt: skip
    assert str(case) == "cases: no DPIA"


def test_a_folder_is_read_file_by_file(table: Any, tmp_path: Path) -> None:
    table(CASE, "b.toml")
    table(CASE, "a.toml")
    (tmp_path / "notes.md").write_text("geen tabel")
    assert [case.file for case in read_cases(tmp_path, regulation="toy")] == ["a", "b"]


def test_a_case_that_holds(table: Any, install: Install) -> None:
    install("toy", TOY)
    (case,) = table(CASE)
    run_case(case)


EXPECTED = [
    # what a case expects, and what is said where it is otherwise; None where it holds
    ('applies = "yes"', None),
    ('applies = "no"', "applies.toy: expected no, got yes"),
    ('applies = { toy = "open" }', "applies.toy: expected open, got yes"),
    ('applies = { toys = "yes" }', "applies.toys: expected yes, got None"),
    ('verdict = "blocked"', None),
    ('verdict = "clear"', "verdict: expected clear, got blocked"),
    ('status = { "toy/R" = "breach", "toy/APP" = "yes" }', None),
    ('status = { "toy/R" = "met" }', "status.toy/R: expected met, got {'procurement': 'breach'}"),
    ('status = { "toy/APP" = "no" }', "status.toy/APP: expected no, got {'procurement': 'yes'}"),
    ('status = { R = "breach" }', None),
    ('status = { "toy/S" = { "supplier:A" = "met", "supplier:B" = "breach" } }', None),
    ('status = { "toy/S" = { "supplier:B" = "breach" } }', None),
    ('status = { "toy/S" = "met" }', "status.toy/S: expected met, got {'supplier:A': 'met', 'supplier:B': 'breach'}"),
    ('status = { "toy/S" = { "supplier:C" = "met" } }', "status.toy/S: expected {'supplier:C': 'met'}, got "),
    ('classes = { "toy.level" = "unknown" }', None),
    ('classes = { "toy.level" = "tbb3" }', "classes.toy.level: expected tbb3, got ClassResult"),
    ('classes = { "toy.level" = { level = "unknown", at_most = "unknown" } }', None),
    ('classes = { "toy.levl" = "tbb3" }', "classes.toy.levl: expected tbb3, got None"),
    ("asks = []", None),
    ('asks = ["buyer.kind"]', "asks: buyer.kind is not asked; asked are none"),
]  # fmt: skip
PARTIES = """
[[defaults.suppliers]]
name = "A"
role = "winner"
country = "NL"
[[defaults.suppliers]]
name = "B"
role = "winner"
country = "US"
"""


@pytest.mark.parametrize(("expects", "said"), EXPECTED)
def test_what_a_case_expects_is_compared(expects: str, said: str | None, table: Any, install: Install) -> None:
    install("toy", VETTING)
    head, _, case = CASE.partition("[[case]]")
    given = case.partition("applies")[0]
    (made,) = table(f"{head}{PARTIES}[[case]]{given}{expects}\n")
    if said is None:
        run_case(made)
        return
    with pytest.raises(AssertionError) as caught:
        run_case(made)
    first, *lines = str(caught.value).splitlines()
    assert first == "cases: no DPIA (Stcrt. 1, art. 2)"
    assert [line for line in lines if line.startswith(f"  {said}")] == lines
    assert len(lines) == 1


def test_every_difference_is_said_at_once(table: Any, install: Install) -> None:
    install("toy", TOY)
    (case,) = table(CASE.replace('"blocked"', '"clear"').replace('"breach"', '"met"'))
    with pytest.raises(AssertionError) as caught:
        run_case(case)
    assert len(str(caught.value).splitlines()) == 3


FAULTS = {
    # what is wrong with a table, and the code and the place of the fault
    "no TOML": ("[[case", "syntax", ""),
    "an unknown key": (CASE + "\n[wat]\n", "unknown_key", ""),
    "an unknown key of a case": (CASE.replace("verdict", "verdikt"), "unknown_key", "case[0]"),
    "no name": (CASE.replace('name = "no DPIA"\n', ""), "missing_key", "case[0]"),
    "no day": (CASE.replace("on = 2026-10-01\n", ""), "missing_key", "case[0]"),
    "no source": (CASE.replace('source = "Stcrt. 1, art. 2"\n', ""), "missing_key", "case[0]"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_table_is_refused(name: str, table: Any, tmp_path: Path) -> None:
    content, code, path = FAULTS[name]
    with pytest.raises(PolicyError) as caught:
        table(content)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path, problem.file) == (code, path, str(tmp_path / "cases.toml"))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("facts.documents.dpai = false", "dpai"),
        ('facts.buyer.kind = "agencie"', "agencie"),
        ('status = { "toy/X" = "met" }\nfacts.title = "x"', "toy/X"),
    ],
)
def test_a_case_that_cannot_be_judged_fails(changed: str, said: str, table: Any, install: Install) -> None:
    install("toy", TOY)
    head, _, _ = CASE.partition("[[case]]")
    (case,) = table(f'{head}[[case]]\nname = "x"\n{changed}\n')
    with pytest.raises(Exception, match=said):
        run_case(case)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ({}, {"buyer": {"kind": "agency", "name": "A"}, "suppliers": [{"name": "B"}]}),
        ({"buyer": {"kind": "zbo"}}, {"buyer": {"kind": "zbo", "name": "A"}, "suppliers": [{"name": "B"}]}),
        ({"buyer": {"kind": "unknown"}}, {"buyer": {"name": "A"}, "suppliers": [{"name": "B"}]}),
        ({"buyer": "unknown"}, {"suppliers": [{"name": "B"}]}),
        (
            {"suppliers[0].role": "winner"},
            {"buyer": {"kind": "agency", "name": "A"}, "suppliers": [{"name": "B", "role": "winner"}]},
        ),
        ({"suppliers": []}, {"buyer": {"kind": "agency", "name": "A"}, "suppliers": []}),
        (
            {"documents.dpia": True},
            {"buyer": {"kind": "agency", "name": "A"}, "suppliers": [{"name": "B"}], "documents": {"dpia": True}},
        ),
    ],
)
def test_the_facts_of_a_case_go_over_the_defaults(own: Any, expected: Any) -> None:
    defaults = {"buyer": {"kind": "agency", "name": "A"}, "suppliers": [{"name": "B"}]}
    assert merged(defaults, own) == expected
    assert defaults == {"buyer": {"kind": "agency", "name": "A"}, "suppliers": [{"name": "B"}]}


# What no case has -----------------------------------------------------------------------------------------


def reached(write: Any) -> set[str]:
    """Give the statuses that rule R of a law can reach."""
    chapter = act()
    write(chapter)
    policy = policy_of(law(chapter))
    return set(reachable(policy.program, policy.rule("R")))


REACH = {
    # a rule, and every status that it can reach
    "a demand": (
        lambda one: one.obliges("R", when=buyer.vital_provider, demands=documents.dpia.exists, **WORDS),
        {"not_applicable", "met", "breach", "open"},
    ),
    "a demand without a condition": (
        lambda one: one.obliges("R", demands=documents.dpia.exists, **WORDS), {"met", "breach", "open"},
    ),
    "a later demand": (
        lambda one: one.obliges("R", demands=documents.dpia.exists, phase="award", **WORDS),
        {"met", "breach", "open", "due"},
    ),
    "a demand with a last day": (
        lambda one: one.obliges("R", demands=documents.dpia.exists, by=date(2026, 3, 1), **WORDS),
        {"met", "breach", "open"},  # on the day on which it is looked for, that day has passed
    ),
    "a ban": (lambda one: one.prohibits("R", forbids=contract.framework, **WORDS), {"met", "breach", "open"}),
    "a judgement": (lambda one: one.judged("R", by="x", **WORDS), {"not_applicable", "met", "breach", "open"}),
    "an open norm": (lambda one: one.obliges("R", open_norm="x", **WORDS), {"not_applicable", "met", "breach", "open"}),
    "advice": (lambda one: one.advises("R", when=contract.framework, **WORDS), {"noted", "not_applicable", "open"}),
    "advice for all": (lambda one: one.advises("R", **WORDS), {"noted"}),
    "advice for none": (lambda one: one.advises("R", when=False, **WORDS), {"not_applicable"}),
    "a scope": (lambda one: one.applies("R", when=contract.framework, **WORDS), {"yes", "no", "open"}),
    "a level": (
        lambda one: one.classifies(
            "R", of=level("toy.level", information.tbb, nl="x", en="x"), when=contract.framework, gives="tbb4", **WORDS
        ),
        {"assigned", "not_applicable", "open"},
    ),
    "a number": (
        lambda one: one.obliges("R", when=procedure.value >= 1000, demands=contract.duration <= 48, **WORDS),
        {"not_applicable", "met", "breach", "open"},
    ),
    "of a supplier": (
        lambda one: one.obliges("R", demands=supplier.country == "NL", **WORDS),
        {"not_applicable", "met", "breach", "open"},
    ),
    "a condition that contradicts itself": (
        lambda one: one.advises("R", when=(procedure.value > 5) & (procedure.value < 3), **WORDS),
        {"not_applicable", "open"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REACH)
def test_which_statuses_a_rule_can_reach(name: str) -> None:
    """Computed, not declared."""
    write, expected = REACH[name]
    assert reached(write) == expected


def test_each_rule_of_the_small_law_reaches_something() -> None:
    policy = policy_of(small_law())
    assert all(reachable(policy.program, rule) for rule in policy.program.by_id.values())


def test_what_no_case_has_is_named(table: Any, install: Install) -> None:
    install("toy", TOY)
    every = ["toy/APP no", "toy/APP open", "toy/APP yes", "toy/R breach", "toy/R met", "toy/R open"]
    assert untested("toy", []) == every
    assert untested("toy", table(CASE)) == [one for one in every if one != "toy/R breach"]
    more = CASE + '[[case]]\nname = "none"\nfacts.documents.dpia = true\nstatus = { R = "met", APP = "yes" }\n'
    assert untested("toy", table(more)) == ["toy/APP no", "toy/APP open", "toy/R open"]


def test_only_a_case_that_names_the_rule_counts(table: Any, install: Install) -> None:
    install("toy", TOY)
    cases = table(CASE.replace('status = { "toy/R" = "breach" }', ""))
    assert "toy/R breach" in untested("toy", cases)
