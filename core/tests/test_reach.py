"""Which statuses a rule can reach."""

from __future__ import annotations

from datetime import date

from kit import WORDS, act, policy_of, text

from bestek import Chapter
from bestek.testing._reach import reachable
from bestek.vocabulary import information, service, subcontractor, supplier


def found(law: Chapter) -> frozenset[str]:
    policy = policy_of(law)
    return reachable(policy.program, policy.rule("toy/R"))


def test_a_rule_over_a_list_of_parties_with_sets() -> None:
    """Members of which a set is not known are tried too."""
    law = act()
    law.advises("R", when=supplier.subcontractors.any(~subcontractor.control_countries.within("NL")), **WORDS)
    assert found(law) == {"noted", "not_applicable", "open"}


def test_a_status_that_only_a_file_outside_the_scope_would_have_is_out_of_reach() -> None:
    """A law for the public cloud only: what it forbids there is never met elsewhere."""
    law = act(applies=service.deployment == "public")
    law.prohibits("R", when=information.personal, forbids=service.deployment == "public", **WORDS)
    assert found(law) == {"breach", "not_applicable", "open"}


def test_a_text_that_is_no_longer_in_force_is_looked_at_on_its_last_day() -> None:
    law = act(text(valid_from=date(2022, 1, 1), valid_until=date(2026, 1, 1)))
    law.advises("R", when=information.personal, **WORDS)
    assert found(law) == {"noted", "not_applicable", "open"}
