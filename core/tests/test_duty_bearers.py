"""Who bears a duty, and which rules are twins (DESIGN 3.3)."""

from __future__ import annotations

from typing import Any

import pytest
from kit import WORDS, act, assess, finding, law, policy_of, text

from bestek import PluginError
from bestek.vocabulary import documents


@pytest.mark.parametrize("duty_of", ["buyer", "supplier"])
def test_a_finding_says_who_bears_the_duty(duty_of: Any) -> None:
    chapter = act()
    chapter.obliges("R", demands=documents.dpia.exists, duty_of=duty_of, **WORDS)
    assert finding(assess(chapter)).duty_of == duty_of


def test_the_buyer_bears_it_unless_the_rule_says_otherwise() -> None:
    chapter = act()
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    assert finding(assess(chapter)).duty_of == "buyer"


@pytest.mark.parametrize("kind", ["obliges", "prohibits"])
def test_what_is_the_duty_of_another_cannot_be_demanded(kind: str) -> None:
    demand = {"obliges": "demands", "prohibits": "forbids"}[kind]
    with pytest.raises(PluginError, match="another's duty is written as advice"):
        getattr(act(), kind)("R", **{demand: documents.dpia.exists}, duty_of="other", **WORDS)


def test_and_cannot_be_judged_either() -> None:
    with pytest.raises(PluginError, match="another's duty is written as advice"):
        act().judged("R", by="NBIV", duty_of="other", **WORDS)


def test_it_is_advice_and_never_a_breach() -> None:
    chapter = act()
    chapter.advises("R", when=~documents.dpia.exists, duty_of="other", **WORDS)
    found = assess(chapter, {"documents.dpia": False})
    assert (finding(found).status, finding(found).duty_of, found.verdict) == ("noted", "other", "clear")


def test_nobody_else_bears_a_duty() -> None:
    with pytest.raises(PluginError, match="'minister' bears no duty; allowed: buyer, supplier, other"):
        act().advises("R", duty_of="minister", **WORDS)


def test_twins_are_both_findings_and_name_each_other() -> None:
    one, other = act(text("a", "one")), act(text("b", "other"))
    one.obliges("R", demands=documents.dpia.exists, same_as="other/R", **WORDS)
    other.obliges("R", demands=documents.dpia.exists, **WORDS)
    found = assess(policy_of(law(one, id="one"), law(other, id="other")), {"documents.dpia": False})
    assert [(item.rule, item.same_as) for item in found.findings] == [("one/R", ("other/R",)), ("other/R", ())]
