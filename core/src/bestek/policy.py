"""A policy: the regulations that are judged together, with the values that an organisation gives them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from ._engine import Engine
from ._param_values import as_given, parameters_of, read_value
from ._plugins import Broken, Loaded, installed, listeners, readers, reports, usable
from ._program import Mode, Program, build
from ._stricter import is_looser
from .errors import BestekError, PolicyError, Problem, nearest
from .facts import Fact, ListOf
from .group import Group
from .hooks import Reader, Report
from .params import Parameter
from .rules import Rule
from .vocabulary import File

if TYPE_CHECKING:
    from ._standing import StandingFacts
    from .finding import Waiver
    from .procurement import Procurement
    from .profile import Profile
    from .result import Assessment


@attrs.frozen(eq=False, slots=False)
class Policy:
    """Regulations that loaded, and what an organisation made of them. Made by `load_policy`; safe to share.

    `parameters` are the values that the organisation gives. `modes` are by regulation, `binding` unless the
    profile says otherwise. `warnings` are what the owner of the profile should know. `lock` is the digest of the
    lock that this policy was held to. A `nameless` policy does not say whose it is.
    """

    loaded: tuple[Loaded, ...]
    broken: tuple[Broken, ...] = ()
    parameters: Mapping[str, Any] = attrs.field(factory=dict)
    profile: Profile | None = None
    modes: Mapping[str, Mode] = attrs.field(factory=dict)
    standing: StandingFacts | None = None
    waivers: tuple[Waiver, ...] = ()
    warnings: tuple[Problem, ...] = ()
    lock: str | None = None
    nameless: bool = False

    @cached_property
    def program(self) -> Program:
        """The rules, scopes and classes, laid out for their readers."""
        rules = [rule for found in self.loaded for rule in found.rules]
        known = self.known_parameters
        given = {
            id: as_given(known[id], value) if id in known else value
            for id, value in self.parameters.items()  # noqa: A001
        }
        return build([found.regulation for found in self.loaded], rules, given, self.modes)

    @property
    def identity(self) -> dict[str, Any] | None:
        """Name the profile that this policy was made of, and the digests of what it says and of its lock."""
        if self.profile is None:
            return None
        name = None if self.nameless else self.profile.name
        return {"name": name, "digest": self.profile.digest, "lock": self.lock}

    @cached_property
    def digests(self) -> Mapping[str, str | None]:
        """The digest of each distribution, the core's among them; None for one whose files are not fixed."""
        from ._digests import digest_of

        return {name: digest_of(name) for name in ("bestek", *(found.distribution for found in self.loaded))}

    @cached_property
    def engine(self) -> Engine:
        """What decides and explains with this policy."""
        return Engine(self.program)

    @cached_property
    def vocabulary(self) -> Mapping[str, Fact[Any, Any] | ListOf[Any]]:
        """Every fact and list by its path, `[]` for a place in a list: the core's, and those of the regulations."""
        groups: list[type[Group]] = [File, *(group for found in self.loaded for group in found.regulation.facts)]
        inner = [group for top in groups for group in top.all_groups()]
        found: dict[str, Fact[Any, Any] | ListOf[Any]] = {}
        for group in inner:
            found |= {member.path: member for member in group.facts.values()}
            found |= {member.path: member for member in group.lists.values()}
        return found

    @cached_property
    def readers(self) -> Mapping[str, Reader]:
        """The input formats that the regulations add, by name."""
        return readers(self.loaded)

    @cached_property
    def reports(self) -> Mapping[str, Report]:
        """The report formats that the regulations add, by name."""
        return reports(self.loaded)

    @cached_property
    def _listeners(self) -> tuple[Callable[[Assessment], None], ...]:
        return listeners(self.loaded)

    @cached_property
    def known_parameters(self) -> Mapping[str, Parameter]:
        """Every parameter by its id: the core's, and those of the regulations."""
        return parameters_of(found.regulation for found in self.loaded)

    def rule(self, id: str) -> Rule:
        """Give a rule by its full id; the id alone will do where it is the only one. Raises `PolicyError`."""
        known = self.program.by_id
        if id in known:
            return known[id]
        alone = [full for full in known if full.partition("/")[2] == id]
        if len(alone) == 1:
            return known[alone[0]]
        for found in self.loaded:
            regulation, _, old = id.rpartition("/")
            if old in found.regulation.renamed and regulation in ("", found.regulation.id):
                new = found.regulation.renamed[old]
                if new is not None:
                    return known[f"{found.regulation.id}/{new}"]
        raise PolicyError(
            Problem("unknown_rule", found=f'"{id}"', allowed=tuple(sorted(alone)), nearest=nearest(id, known))
        )

    def assess(self, procurement: Procurement, on: date) -> Assessment:
        """Judge a procurement on a day. No input or output; safe from threads and event loops.

        Plugins that asked to hear of assessments are told; a fault of theirs is logged and changes nothing.
        """
        from .assess import assess

        assessment = assess(self, procurement, on)
        for tell in self._listeners:
            try:
                tell(assessment)
            except BestekError as wrong:
                import logging

                logging.getLogger("bestek").warning("not told of an assessment: %s", wrong)
        return assessment


def load_policy(
    profile: str | os.PathLike[str] | Profile | None = None,
    parameters: Mapping[str, Any] | None = None,
    *,
    regulations: Iterable[str] | None = None,
    parents: Iterable[str | os.PathLike[str]] = (),
    on: date | None = None,
    locked: bool = False,
) -> Policy:
    """Load what a profile chooses; without one every installed regulation, or those named.

    `parameters` gives values, as a file would write them, to parameters that the law leaves to the
    organisation: `{"bestek.offensive_cyber_countries": ["RU"]}`. Where the profile fills them, only stricter ones.
    `parents` names files outside its folder that the profile may extend. `on` is the day for which waivers and
    parameters are judged; without it a waiver that expired is not found here, and does not work either.
    `locked` refuses where anything differs from the lock beside the profile.

    Raises `PolicyError` with every fault: a regulation that is named is not there, is broken or has the wrong
    version; a setting that is unknown, or looser than the law or a parent. Without names the regulations that are
    broken are listed in `policy.broken`.
    """
    if profile is None:
        loaded, broken = _load(None if regulations is None else tuple(regulations))
        return Policy(loaded, broken, _values(loaded, parameters or {}))
    if regulations is not None:
        raise TypeError("a profile names the regulations itself")
    from .profile import Profile, read_profile

    chosen = profile if isinstance(profile, Profile) else read_profile(profile, parents=parents)
    return _of_profile(chosen, parameters or {}, on, locked=locked)


def _load(wanted: tuple[str, ...] | None) -> tuple[tuple[Loaded, ...], tuple[Broken, ...]]:
    here = sorted({of.id for of in installed()})
    problems = [
        Problem("unknown_regulation", found=f'"{id}"', nearest=nearest(id, here))
        for id in wanted or ()  # noqa: A001
        if id not in here
    ]
    found = usable(wanted)
    loaded = tuple(one for one in found if isinstance(one, Loaded))
    broken = tuple(one for one in found if isinstance(one, Broken))
    if wanted is not None:
        problems += [Problem("broken_regulation", path=one.id, found=one.reason) for one in broken]
    if problems:
        raise PolicyError(problems)
    return loaded, broken


def _of_profile(profile: Profile, parameters: Mapping[str, Any], on: date | None, *, locked: bool) -> Policy:
    from . import _tailor
    from .profile import loosened

    problems = loosened(profile)
    loaded, wrong = _tailor.load_chosen(profile)
    problems += wrong
    standing, wrong = _tailor.standing_facts(profile, loaded)
    problems += wrong
    values, wrong = _tailor.parameter_values(profile, loaded, on)
    problems += wrong
    waivers, wrong, warnings = _tailor.judged_waivers(profile, dict(_tailor.rules_of(loaded)), loaded, on)
    problems += wrong
    if problems:
        order = [file.file for file in profile.files]
        raise PolicyError(sorted(problems, key=lambda one: (order.index(one.file or order[-1]), one.line or 0)))
    values |= _values(loaded, parameters, values)
    modes = {chosen.id: chosen.mode for chosen in profile.regulations.values()}
    policy = Policy(loaded, (), values, profile, modes, standing, waivers, tuple(warnings))
    if not locked:
        return policy
    from ._lock import held_to

    return held_to(policy)


def _values(
    loaded: tuple[Loaded, ...], given: Mapping[str, Any], above: Mapping[str, Any] = MappingProxyType({})
) -> dict[str, Any]:
    """Read the values that a caller gives to parameters; none may be looser than that of the profile (`above`)."""
    known = parameters_of(found.regulation for found in loaded)
    made: dict[str, Any] = {}
    problems: list[Problem] = []
    for id, raw in given.items():  # noqa: A001
        if id not in known:
            problems.append(Problem("unknown_parameter", found=f'"{id}"', nearest=nearest(id, known)))
        elif known[id].owner != "profile":
            problems.append(Problem("fixed_parameter", found=f'"{id}"'))
        else:
            value, wrong = read_value(known[id], raw)
            problems += wrong
            if not wrong and id in above and is_looser(known[id].stricter, value, above[id]):
                said = [str(known[id].kind.plain(one)) for one in (value, above[id])]
                problems.append(Problem("looser_than_parent", id, said[0], (said[1],)))
            made[id] = value
    if problems:
        raise PolicyError(problems)
    return made
