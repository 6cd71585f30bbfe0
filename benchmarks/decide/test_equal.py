"""Plain Python and bestek say the same of a few hundred files; the peers, where they are installed, too."""

from __future__ import annotations

from datetime import date
from typing import Any

import by_hand
import equal
import peers
import pytest
from files import facts_read, load_abro, make_files
from makeup import makeup

FILES = 150


@pytest.fixture(scope="module")
def policy() -> Any:
    """ABRO, loaded once."""
    return load_abro()


@pytest.fixture(scope="module")
def files(policy: Any) -> Any:
    """Files with unknowns."""
    return make_files(policy, FILES, seed=2)


@pytest.fixture(scope="module")
def complete(policy: Any) -> Any:
    """Files in which everything is known."""
    return make_files(policy, FILES, seed=2, complete=True)


def test_by_hand(policy: Any, files: Any, complete: Any) -> None:
    """Every rule, subject and status, unknowns included."""
    assert equal.by_hand_says_the_same(policy, files) > 50 * FILES
    assert equal.by_hand_says_the_same(policy, complete) > 50 * FILES


def test_two_valued(policy: Any, complete: Any) -> None:
    """Every breach."""
    assert equal.two_valued_says_the_same(policy, complete) > 5 * FILES


@pytest.mark.parametrize("name", peers.PEERS)
def test_peers(policy: Any, complete: Any, name: str) -> None:
    """Every breach of the twenty rules."""
    if name not in peers.installed():
        pytest.skip(f"{peers.PEERS[name]} is not installed")
    assert equal.peer_says_the_same(name, peers.load(name), policy, complete[:50]) > 50


def test_every_rule_is_written_by_hand(policy: Any) -> None:
    """No rule is missing, and none was made up."""
    written = {rule for rule, _ in (*by_hand.OWN, *by_hand.VETTING)}
    assert written == {rule.full_id for rule in policy.program.rules}


def test_twenty_rules(policy: Any) -> None:
    """The common rules are twenty, and are what they are said to be."""
    rules = {rule.id: rule for rule in policy.program.rules}
    assert len(set(peers.RULES)) == 20
    assert {rule for rule in peers.RULES if rules[rule].unless is not None} == set(peers.EXCEPTIONS)


def test_a_difference_is_seen(policy: Any, complete: Any) -> None:
    """A contender that finds nothing does not pass."""
    with pytest.raises(equal.DifferentError):
        equal.peer_says_the_same("nobody", lambda file, on: frozenset(), policy, complete)


def test_makeup(policy: Any) -> None:
    """The set is what the issue asks for."""
    made = make_files(policy, 600, seed=1)
    read = facts_read(policy)
    lines = makeup(policy, made, read)
    unknown = float(lines[0].partition("; ")[2].rpartition("; ")[2].partition("%")[0])
    assert 37 <= unknown <= 43
    applies = {policy.assess(file, on).regulations[0].applies for file, on in made}
    assert applies == {"yes", "open", "no"}
    assert {len(file.facts.suppliers) for file, _ in made} == {0, 1, 2, 3}
    assert all(isinstance(on, date) for _, on in made)
