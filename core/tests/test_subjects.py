"""Of whom a rule speaks: the procurement, or each supplier (DESIGN 3.3 and 4)."""

from __future__ import annotations

from typing import Any

import pytest
from kit import WORDS, Chapter, act, assess, finding, law

from bestek import Regulation, hookimpl, level
from bestek._plugins import load_module
from bestek.vocabulary import documents, subcontractor, supplier

PHASES = ["preparation", "publication", "selection", "award", "contract", "performance", "exit"]
ROLES = ["candidate", "tenderer", "winner", "contractor", "incumbent"]


def vetting(**more: Any) -> Chapter:
    """Make a law that asks where the supplier is."""
    chapter = act()
    chapter.obliges("R", **{"demands": supplier.country == "NL", **WORDS, **more})
    return chapter


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("role", ROLES)
def test_the_phase_says_for_which_roles_a_rule_is_judged(role: str, phase: Any) -> None:
    """From the contract on for the winner and the contractor; before it also for who may become one."""
    late = PHASES.index(phase) >= PHASES.index("contract")
    judged = role in (("winner", "contractor") if late else ("candidate", "tenderer", "winner", "contractor"))
    found = assess(
        vetting(phase=phase), {"procedure.stage": "exit", "suppliers": [{"name": "A", "role": role, "country": "US"}]}
    )
    assert finding(found, subject="supplier:A").status == ("breach" if judged else "not_applicable")


@pytest.mark.parametrize(("country", "expected"), [("NL", "met"), ("US", "open"), (None, "open")])
def test_a_role_that_is_not_known_leaves_the_condition_unknown(country: Any, expected: str) -> None:
    party = {"name": "A", **({"country": country} if country else {})}
    assert finding(assess(vetting(), {"suppliers": [party]})).status == expected


def test_only_a_rule_that_names_the_role_sees_an_incumbent() -> None:
    chapter = vetting(when=supplier.role == "incumbent")
    found = assess(chapter, {"suppliers": [{"name": "A", "role": "incumbent", "country": "US"}]})
    assert finding(found, subject="supplier:A").status == "breach"


def test_the_subject_follows_the_expression_not_the_hook() -> None:
    """A rule of the hook for suppliers that names none is judged once."""
    chapter = act()
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    made = Regulation(
        id="toy", title=("x", "x"), publisher="x", contact="x", instruments=(chapter.instrument,), scopes=("toy",)
    )

    class Plugin:
        @hookimpl
        def bestek_regulation(self) -> Any:
            return made

        @hookimpl
        def bestek_supplier_vetting(self) -> Any:
            return chapter.rules

    loaded = load_module(Plugin(), "toy", "bestek-toy", "1.0")
    found = assess(loaded, {"suppliers": [{"name": "A"}, {"name": "B"}]})
    assert [one.subject for one in found.all_findings] == ["procurement"]
    assert found.all_findings[0].law.hook == "bestek_supplier_vetting"


@pytest.mark.parametrize(
    ("suppliers", "subjects"),
    [
        ([], ["supplier"]),
        (None, ["supplier"]),
        ([{"name": "A", "role": "incumbent"}], ["supplier", "supplier:A"]),
        ([{"name": "A", "role": "tenderer"}], ["supplier:A"]),
        ([{"name": "A"}], ["supplier:A"]),
        ([{"role": "winner"}], ["supplier:[0]"]),
        ([{"name": "B"}, {"name": "A"}], ["supplier:A", "supplier:B"]),
        ([{"name": "B", "role": "incumbent"}, {"name": "A", "role": "winner"}], ["supplier:A", "supplier:B"]),
    ],
)
def test_the_subjects(suppliers: Any, subjects: list[str]) -> None:
    """Where nobody but incumbents is there, one stands for the winner to come."""
    found = assess(vetting(), {} if suppliers is None else {"suppliers": suppliers})
    assert [one.subject for one in found.subjects] == ["procurement", *subjects]


def test_before_there_are_tenderers_their_duties_are_visible_as_due() -> None:
    found = assess(vetting(phase="award"), {"procedure.stage": "preparation"})
    assert [(one.subject, one.status) for one in found.findings] == [("supplier", "due")]


def test_a_question_about_a_supplier_names_its_place() -> None:
    found = assess(vetting(), {"suppliers": [{"name": "A", "role": "winner"}, {"name": "B", "role": "winner"}]})
    assert {one.fact for one in found.questions} == {"suppliers[0].country", "suppliers[1].country"}


def test_a_question_about_the_winner_to_come() -> None:
    assert [one.fact for one in assess(vetting()).questions] == ["supplier.country"]


def test_a_rule_over_subcontractors_is_of_their_supplier() -> None:
    chapter = vetting(demands=supplier.subcontractors.all(subcontractor.country == "NL"))
    chain = [{"name": "S", "country": "US"}]
    found = assess(chapter, {"suppliers": [{"name": "A", "role": "winner", "subcontractors": chain}]})
    assert [(one.subject, one.status) for one in found.findings] == [("supplier:A", "breach")]
    facts = {(because.fact, because.value) for because in found.findings[0].because}
    assert ("suppliers[0].subcontractors[0].country", "US") in facts


def test_what_reads_a_class_of_each_supplier_is_judged_for_each() -> None:
    of = level("toy.level", {"a": ("a", "a"), "b": ("b", "b")}, nl="x", en="x", per_supplier=True)
    chapter = act()
    chapter.classifies("C", of=of, when=supplier.country == "US", gives="b", **WORDS)
    chapter.obliges("R", when=of >= "b", demands=documents.dpia.exists, **WORDS)
    parties = [{"name": "A", "role": "winner", "country": "US"}, {"name": "B", "role": "winner", "country": "NL"}]
    found = assess(law(chapter), {"suppliers": parties, "documents.dpia": False})
    assert {one.subject: one.status for one in found.all_findings if one.law.id == "R"} == {
        "supplier:A": "breach",
        "supplier:B": "not_applicable",
    }
