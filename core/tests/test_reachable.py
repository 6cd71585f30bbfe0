"""Which statuses a rule can reach, where its scope is asked of each supplier."""

from __future__ import annotations

import pytest
from kit import WORDS, act, policy_of

from bestek import Chapter
from bestek.testing import reachable
from bestek.vocabulary import buyer, supplier

INCUMBENT_TOO = frozenset({"noted", "open", "not_applicable"})


def duty(chapter: Chapter) -> frozenset[str]:
    chapter.advises("R", of_supplier=True, **WORDS)
    program = policy_of(chapter).program
    return reachable(program, program.by_id["toy/R"])


@pytest.mark.parametrize("country", ["NL", "DE"])
def test_a_scope_of_each_supplier_leaves_out_who_has_another_role(country: str) -> None:
    assert duty(act(applies=supplier.country == country)) == INCUMBENT_TOO - {"not_applicable"}


def test_a_scope_of_the_procurement_does_not() -> None:
    assert duty(act(applies=buyer.special_sector)) == INCUMBENT_TOO
