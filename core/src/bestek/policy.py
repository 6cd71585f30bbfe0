"""A policy: the regulations that are judged together, with the values that an organisation gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from ._engine import Engine
from ._kinds import Misfit, Misfits
from ._plugins import Broken, Loaded, installed, listeners, readers, reports, usable
from ._program import Program, build
from .errors import BestekError, PolicyError, Problem, nearest
from .facts import Fact, ListOf
from .group import Group
from .hooks import Reader, Report
from .params import Parameter
from .rules import Rule
from .shared import SHARED
from .vocabulary import File

if TYPE_CHECKING:
    from .procurement import Procurement
    from .result import Assessment


@attrs.frozen(eq=False, slots=False)
class Policy:
    """Regulations that loaded, and the values of their parameters. Made by `load_policy`; safe to share."""

    loaded: tuple[Loaded, ...]
    broken: tuple[Broken, ...] = ()
    parameters: Mapping[str, Any] = attrs.field(factory=dict)

    @cached_property
    def program(self) -> Program:
        """The rules, scopes and classes, laid out for their readers."""
        rules = [rule for found in self.loaded for rule in found.rules]
        return build([found.regulation for found in self.loaded], rules, self.parameters)

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
        return _parameters_of(self.loaded)

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
    profile: None = None,
    parameters: Mapping[str, Any] | None = None,
    *,
    regulations: Iterable[str] | None = None,
) -> Policy:
    """Load every installed regulation, or those named.

    `parameters` gives values, as a file would write them, to parameters that the law leaves to the
    organisation: `{"abro.offensive_cyber_countries": ["RU"]}`. Raises `PolicyError` where a regulation that is
    named is not there or is broken; otherwise the broken ones are listed in `policy.broken`.
    """
    if profile is not None:
        raise PolicyError(Problem("usage", found="profiles are not built yet"))
    wanted = None if regulations is None else tuple(regulations)
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
    return Policy(loaded, broken, _values(loaded, parameters or {}))


def _parameters_of(loaded: Iterable[Loaded]) -> dict[str, Parameter]:
    tables = [SHARED, *(one.regulation.parameters for one in loaded)]
    return {parameter.id: parameter for table in tables for parameter in table.all.values()}


def _values(loaded: tuple[Loaded, ...], given: Mapping[str, Any]) -> dict[str, Any]:
    """Read the values that a policy gives to parameters."""
    known = _parameters_of(loaded)
    made: dict[str, Any] = {}
    problems: list[Problem] = []
    for id, raw in given.items():  # noqa: A001
        if id not in known:
            problems.append(Problem("unknown_parameter", found=f'"{id}"', nearest=nearest(id, known)))
        elif known[id].owner != "profile":
            problems.append(Problem("fixed_parameter", found=f'"{id}"'))
        else:
            try:
                made[id] = known[id].kind.parse(raw)
            except Misfit as misfit:
                problems.append(Problem(misfit.code, id, misfit.found, misfit.allowed, misfit.nearest))
            except Misfits as wrong:
                problems += [
                    Problem(misfit.code, f"{id}[{place}]", misfit.found, misfit.allowed, misfit.nearest)
                    for place, misfit in wrong.members
                ]
    if problems:
        raise PolicyError(problems)
    return made
