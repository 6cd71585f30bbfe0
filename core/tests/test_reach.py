"""Which statuses a rule can reach: the search tries lists whose members have sets that are not known."""

from __future__ import annotations

from kit import WORDS, act, policy_of

from bestek.testing._reach import reachable
from bestek.vocabulary import subcontractor, supplier


def test_a_rule_over_a_list_of_parties_with_sets() -> None:
    law = act()
    law.advises("R", when=supplier.subcontractors.any(~subcontractor.control_countries.within("NL")), **WORDS)
    policy = policy_of(law)
    assert reachable(policy.program, policy.rule("toy/R")) == {"noted", "not_applicable", "open"}
