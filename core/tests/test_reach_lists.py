"""Which statuses a rule over a list of parties can reach."""

from __future__ import annotations

from kit import WORDS, act, policy_of

from bestek.testing._reach import reachable
from bestek.vocabulary import subcontractor, supplier


def test_a_set_of_countries_inside_a_list_may_be_unknown() -> None:
    chapter = act()
    in_chain = supplier.subcontractors.any(subcontractor.control_countries.intersects("US"))
    chapter.advises("R", when=in_chain, phase="selection", **WORDS)
    policy = policy_of(chapter)
    assert reachable(policy.program, policy.rule("R")) == {"noted", "not_applicable", "open"}
