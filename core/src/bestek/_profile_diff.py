"""What differs between two profiles, and what that means: rules added, removed, tightened or loosened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import attrs

from . import _tree as t
from ._profile_file import MODES
from ._ranges import looser_floor
from ._reads import readers_of
from ._stricter import is_looser
from .finding import Waiver
from .policy import Policy
from .procurement import known_facts

Means = Literal["added", "removed", "tightened", "loosened", "changed"]


@attrs.frozen
class Change:
    """One difference: where, what it was and what it is (None: not there), what it means, and for which rules."""

    path: str
    before: Any
    after: Any
    means: Means
    rules: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the change as JSON-able data."""
        return {**attrs.asdict(self), "rules": list(self.rules)}


def changes(before: Policy, after: Policy) -> tuple[Change, ...]:
    """Say how the second policy differs from the first, in the order of a profile."""
    return (
        *_names(before, after),
        *_standing(before, after),
        *_regulations(before, after),
        *_parameters(before, after),
        *_waivers(before, after),
    )


def _names(before: Policy, after: Policy) -> Iterator[Change]:
    for key in ("name", "language"):
        was, now = getattr(before.profile, key), getattr(after.profile, key)
        if was != now:
            yield Change(f"profile.{key}", was, now, "changed")


def _standing(before: Policy, after: Policy) -> Iterator[Change]:
    was, now = _facts_of(before), _facts_of(after)
    for path in sorted(was.keys() | now.keys()):
        if was.get(path) != now.get(path):
            rules = {rule for policy in (before, after) for rule in readers_of(policy.program).get(path, ())}
            yield Change(path, was.get(path), now.get(path), "changed", tuple(sorted(rules)))


def _facts_of(policy: Policy) -> dict[str, Any]:
    if policy.standing is None:
        return {}
    found = known_facts(policy.standing.facts)
    return {path: fact.kind.plain(value) for path, fact, value in found if hasattr(fact, "kind")}


def _regulations(before: Policy, after: Policy) -> Iterator[Change]:
    for id in sorted(before.modes.keys() | after.modes.keys()):  # noqa: A001
        path = f"regulations.{id}"
        if id not in before.modes:
            yield Change(path, None, after.modes[id], "added", _rules_of(after, id))
        elif id not in after.modes:
            yield Change(path, before.modes[id], None, "removed", _rules_of(before, id))
        else:
            was, now = before.modes[id], after.modes[id]
            if was != now:
                means: Means = "tightened" if MODES.index(now) > MODES.index(was) else "loosened"
                yield Change(f"{path}.mode", was, now, means, _rules_of(after, id))
            yield from _versions(path, _range(before, id), _range(after, id))


def _versions(path: str, was: str, now: str) -> Iterator[Change]:
    if was != now:
        looser, stricter = looser_floor(now, was), looser_floor(was, now)
        means: Means = "loosened" if looser else "tightened" if stricter else "changed"
        yield Change(f"{path}.version", was or None, now or None, means)


def _range(policy: Policy, id: str) -> str:
    assert policy.profile is not None
    said = dict.fromkeys(setting.value for setting in policy.profile.regulations[id].versions)
    return ", ".join(said)


def _parameters(before: Policy, after: Policy) -> Iterator[Change]:
    known = {**before.known_parameters, **after.known_parameters}
    for id in sorted(before.parameters.keys() | after.parameters.keys()):  # noqa: A001
        was, now = before.parameters.get(id), after.parameters.get(id)
        if was == now:
            continue
        parameter = known[id]
        of_law = parameter.owner == "law"
        if was is None or now is None:
            means: Means = "changed" if not of_law else "tightened" if was is None else "loosened"
        elif parameter.stricter is None:
            means = "changed"
        else:
            means = "loosened" if is_looser(parameter.stricter, now, was) else "tightened"
        rules = {*_using(before, id), *_using(after, id)}
        shown_was, shown_now = (None if value is None else parameter.kind.plain(value) for value in (was, now))
        yield Change(f"parameters.{id}", shown_was, shown_now, means, tuple(sorted(rules)))


def _waivers(before: Policy, after: Policy) -> Iterator[Change]:
    was, now = _by_place(before.waivers), _by_place(after.waivers)
    for key in sorted(was.keys() | now.keys()):
        rule, scope = key
        path = f"waivers.{rule} ({scope})"
        days = [found[key].expires.isoformat() if key in found else None for found in (was, now)]
        if days[0] == days[1]:
            if was[key] != now[key]:
                yield Change(path, was[key].reason, now[key].reason, "changed", (rule,))
            continue
        longer = days[0] is None or (days[1] is not None and days[1] > days[0])
        yield Change(path, days[0], days[1], "loosened" if longer else "tightened", (rule,))


def _by_place(waivers: Iterable[Waiver]) -> Mapping[tuple[str, str], Waiver]:
    return {(waiver.rule, waiver.scope): waiver for waiver in waivers}


# Which rules it is about ------------------------------------------------------------------------------------


def _rules_of(policy: Policy, regulation: str) -> tuple[str, ...]:
    return tuple(sorted(rule.full_id for rule in policy.program.by_id.values() if rule.regulation == regulation))


def _using(policy: Policy, parameter: str) -> Iterator[str]:
    """Give the rules that name a parameter themselves."""
    for rule in policy.program.by_id.values():
        nodes = (node for top in rule.expressions() for node in t.walk(top))
        if any(isinstance(node, t.ParamRef) and node.parameter.id == parameter for node in nodes):
            yield rule.full_id
