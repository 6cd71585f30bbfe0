"""bestek as a contender: the whole policy, and a policy of only the twenty rules that the peers have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs
from peers import Breaches, Peer

import bestek
from bestek._judge import STATUSES
from bestek._outcome import NOT_JUDGED, OPEN_SCOPE, Outcome, subjects_of
from bestek.rules import SCOPING, Rule
from bestek.vocabulary import File

BREACH = STATUSES.index("breach")
Run = Callable[[File, date], Outcome]
Row = tuple[str, str, str, bool]  # rule, subject, status, and whether it counts only if its scope applies


def lister(policy: bestek.Policy, run: Run) -> Callable[[bestek.Procurement, date], list[Row]]:
    """Give what lists rule, subject and status of everything that is judged."""
    program = policy.program

    def named(rules: Iterable[Rule]) -> list[tuple[str, int]]:
        return [(rule.full_id, -1 if (bind := program.bind_of(rule)) is None else bind) for rule in rules]

    own_rules, vetting_rules = named(program.own), named(program.vetting)

    def rows(procurement: bestek.Procurement, on: date) -> list[Row]:
        own, vetted = run(procurement.facts, on)
        binds = (*own.binds, None)
        made = [
            (rule, "procurement", STATUSES[code], binds[bind] == OPEN_SCOPE)
            for (rule, bind), code in zip(own_rules, own.codes, strict=True)
            if code != NOT_JUDGED
        ]
        for (subject, _, _), decided in zip(subjects_of(procurement), vetted, strict=True):
            binds = (*decided.binds, None)
            made += [
                (rule, subject, STATUSES[code], binds[bind] == OPEN_SCOPE)
                for (rule, bind), code in zip(vetting_rules, decided.codes, strict=True)
                if code != NOT_JUDGED
            ]
        return made

    return rows


def explain(policy: bestek.Policy, procurement: bestek.Procurement, on: date) -> None:
    """Read of every finding the facts that decided it and those that are missing."""
    for finding in policy.assess(procurement, on).all_findings:
        _ = finding.because, finding.missing


def only(policy: bestek.Policy, rules: Iterable[str]) -> bestek.Policy:
    """Give a policy of these rules, with the rows that decide scopes and the floor under the TBB."""
    wanted = {*rules, "TBB-03"}
    (loaded,) = policy.loaded
    kept = tuple(rule for rule in loaded.rules if rule.id in wanted or rule.kind in SCOPING)
    return attrs.evolve(policy, loaded=(attrs.evolve(loaded, rules=kept),))


def twenty(policy: bestek.Policy, rules: Iterable[str]) -> Peer:
    """Give bestek as one of the peers: the breaches of these rules, by the subject's own name."""
    small = only(policy, rules)
    run = small.engine.decider().run
    own = [rule.id for rule in small.program.own]
    vetting = [rule.id for rule in small.program.vetting]

    def breaches(file: File, on: date) -> Breaches:
        procurement, vetted = run(file, on)
        found = [(rule, "procurement") for rule, code in zip(own, procurement.codes, strict=True) if code == BREACH]
        for supplier, decided in zip(file.suppliers or (), vetted, strict=True):
            name = supplier.name or ""
            found += [(rule, name) for rule, code in zip(vetting, decided.codes, strict=True) if code == BREACH]
        return frozenset(found)

    return breaches
