"""Measure how fast bestek decides, beside plain Python and other rule engines: `python benchmarks/decide`."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import by_hand
import equal
import peers
import two_valued
from bestek_rules import explain, lister, twenty
from files import Files, facts_read, load_abro, make_files
from makeup import makeup
from timing import Contender, one_core, play

import bestek


def main() -> None:
    """Make the files, check that all contenders agree, time them, and print what came out."""
    asked = _arguments()
    policy = load_abro()
    found = peers.installed()
    print(_machine())
    print(f"bestek {bestek.__version__}, " + ", ".join(f"{peers.PEERS[name]} {of}" for name, of in found.items()))
    for name in peers.PEERS.keys() - found.keys():
        print(f"not installed, so left out: {peers.PEERS[name]}")

    read = facts_read(policy)
    files = make_files(policy, asked.files, asked.seed)
    complete = make_files(policy, asked.files, asked.seed, complete=True)
    for title, made in (("Files", files), ("Complete files", complete)):
        print(f"\n{title}, seed {asked.seed}")
        print("\n".join(f"  {line}" for line in makeup(policy, made, read)))

    loaded = {name: peers.load(name) for name in found}
    print("\nEqual to bestek on every file")
    print(f"  by hand: {equal.by_hand_says_the_same(policy, files)} findings, unknowns included")
    print(f"  by hand, complete files: {equal.by_hand_says_the_same(policy, complete)} findings")
    print(f"  two-valued, complete files: {equal.two_valued_says_the_same(policy, complete)} breaches")
    for name, peer in loaded.items():
        compared = equal.peer_says_the_same(name, peer, policy, complete)
        print(f"  {peers.PEERS[name]}, {len(peers.RULES)} rules, complete files: {compared} breaches")

    parts = dict(_parts(policy, files, complete, loaded))
    play([contender for contenders in parts.values() for contender in contenders], asked.rounds)
    print(f"\nMedian of {asked.rounds} interleaved rounds, processor time")
    for title, contenders in parts.items():
        _table(title, contenders)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python benchmarks/decide", description=__doc__)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {_processor()}, {one_core()}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown processor"


def _parts(
    policy: bestek.Policy, files: Files, complete: Files, loaded: dict[str, peers.Peer]
) -> Iterator[tuple[str, list[Contender]]]:
    """Give the tables, each with its contenders; the first is what the others are compared with."""
    run = policy.engine.decider().run
    rules, listed = len(policy.program.by_id), lister(policy, run)
    yield (
        f"(a) statuses of all {rules} rules and all subjects",
        [
            Contender("bestek", run, files),
            Contender("three-valued, by hand", by_hand.judge, files),
        ],
    )
    yield (
        "(a) the same, as a list of rule, subject and status",
        [
            Contender("bestek", listed, files, of_facts=False),
            Contender("three-valued, by hand", lambda file, on: by_hand.rows(by_hand.judge(file, on)), files),
        ],
    )
    yield (
        "(a) complete files",
        [
            Contender("bestek", run, complete),
            Contender("three-valued, by hand", by_hand.judge, complete),
            Contender("two-valued, breaches only", two_valued.breaches, complete),
        ],
    )
    yield (
        "(b) findings, as the API returns them",
        [Contender("bestek", lambda file, on: policy.assess(file, on).all_findings, files, of_facts=False)],
    )
    yield (
        "(c) with explanations: because and missing of every finding",
        [Contender("bestek", lambda file, on: explain(policy, file, on), files, of_facts=False)],
    )
    yield (
        f"{len(peers.RULES)} common rules, complete files, breaches only",
        [
            Contender("bestek", twenty(policy, peers.RULES), complete),
            *(Contender(peers.PEERS[name], peer, complete) for name, peer in loaded.items()),
        ],
    )


def _table(title: str, contenders: list[Contender]) -> None:
    print(f"\n{title}\n  {'':28}{'µs a file':>10}{'slowest':>10}{'first':>10}{'files a second':>16}{'× bestek':>10}")
    base = contenders[0].microseconds
    for contender in contenders:
        taken = contender.microseconds
        print(
            f"  {contender.name:28}{taken:10.1f}{max(contender.rounds):10.1f}{contender.rounds[0]:10.1f}"
            f"{1e6 / taken:16,.0f}{taken / base:10.2f}"
        )


if __name__ == "__main__":
    sys.exit(main())
