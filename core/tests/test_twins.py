"""Rules that say the same in two regulations stand once in a report, with all citations; JSON keeps all (DESIGN 4)."""

from __future__ import annotations

from typing import Any

from kit import act, assess, law, policy_of, text

import bestek
from bestek.report.text import TextReport
from bestek.vocabulary import buyer, contract


def judged(facts: dict[str, Any], *, applies: Any = True) -> bestek.Assessment:
    """Judge a ban and its twin in another regulation, of which the scope may hang on a fact."""
    one = act()
    one.prohibits("R", forbids=contract.framework, at="2", nl="Geen raam.", en="No framework.")
    other = act(text("other-act", "other"), applies=applies)
    other.prohibits("T", forbids=contract.framework, at="9", nl="Ook geen raam.", en="No frame.", same_as="toy/R")
    return assess(policy_of(law(one), law(other, id="other")), facts)


def report(found: bestek.Assessment) -> str:
    return TextReport(found, "en", width=100).text()


def test_twins_share_an_entry_with_all_citations() -> None:
    found = judged({"contract.framework": True})
    said = report(found)
    assert [one.rule for one in found.findings if one.status == "breach"] == ["other/T", "toy/R"]
    assert said.count("No framework.") + said.count("No frame.") == 1
    assert "other/T" in said
    assert "toy/R" in said
    (source,) = [line for line in said.splitlines() if "The toy act" in line or "Toy Act" in line]
    assert ", 2" in source
    assert ", 9" in source


def test_the_twin_that_surely_binds_is_the_one_that_is_shown() -> None:
    """The other one counts only if its scope applies."""
    said = report(judged({"contract.framework": True}, applies=buyer.kind == "agency"))
    assert "No framework." in said
    assert "No frame." not in said


def test_twins_that_came_to_something_else_are_shown_apart() -> None:
    one = act()
    one.advises("R", when=contract.framework, at="2", nl="Let op.", en="Mind.")
    other = act(text("other-act", "other"))
    other.advises("T", at="9", nl="Altijd.", en="Always.", same_as="toy/R")
    policy = policy_of(law(one), law(other, id="other"))
    known = report(assess(policy, {"contract.framework": True}))
    assert ("Mind." in known) != ("Always." in known)
    unknown = assess(policy, {})
    assert {found.rule: found.status for found in unknown.findings} == {"toy/R": "open", "other/T": "noted"}
    assert "Always." in report(unknown)
