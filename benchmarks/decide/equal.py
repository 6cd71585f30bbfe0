"""What each contender says, beside what bestek says: nothing is timed before this is equal on every file."""

from __future__ import annotations

import by_hand
import two_valued
from bestek_rules import lister, twenty
from files import Files
from peers import RULES, Peer

import bestek


class DifferentError(AssertionError):
    """A contender and bestek do not say the same of a file."""


def by_hand_says_the_same(policy: bestek.Policy, files: Files) -> int:
    """Compare rule, subject, status and flag on every file; give how many there were."""
    listed = lister(policy, policy.engine.decider().run)
    compared = 0
    for procurement, on in files:
        expected = sorted(listed(procurement, on))
        _same("by hand", procurement, expected, sorted(by_hand.rows(by_hand.judge(procurement.facts, on))))
        compared += len(expected)
    return compared


def two_valued_says_the_same(policy: bestek.Policy, files: Files) -> int:
    """Compare the breaches on every file; give how many there were."""
    listed = lister(policy, policy.engine.decider().run)
    compared = 0
    for procurement, on in files:
        expected = sorted((rule, subject) for rule, subject, status, _ in listed(procurement, on) if status == "breach")
        found = sorted((f"abro/{rule}", subject) for rule, subject in two_valued.breaches(procurement.facts, on))
        _same("two-valued", procurement, expected, found)
        compared += len(expected)
    return compared


def peer_says_the_same(name: str, peer: Peer, policy: bestek.Policy, files: Files) -> int:
    """Compare the breaches of the twenty rules on every file; give how many there were."""
    expect = twenty(policy, RULES)
    compared = 0
    for procurement, on in files:
        expected = expect(procurement.facts, on)
        _same(name, procurement, sorted(expected), sorted(peer(procurement.facts, on)))
        compared += len(expected)
    return compared


def _same(name: str, procurement: bestek.Procurement, expected: list, found: list) -> None:
    if expected != found:
        lacking = [row for row in expected if row not in found]
        beyond = [row for row in found if row not in expected]
        raise DifferentError(f"{name} lacks {lacking} and has {beyond} in {procurement.to_dict()}")
