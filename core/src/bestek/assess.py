"""Assess a procurement on a day: first what cannot be, then every rule."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from ._kinds import shown
from ._program import Program
from .errors import Problem, ProcurementError, nearest
from .procurement import Decision, Procurement
from .result import Assessment
from .rules import Rule
from .waivers import working

if TYPE_CHECKING:
    from .policy import Policy


def assess(policy: Policy, procurement: Procurement, on: date) -> Assessment:
    """Judge a procurement on a day. Raises `ProcurementError` where it says what cannot be."""
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TypeError("on must be a date")
    if policy.standing is not None:
        procurement = policy.standing.fill(procurement)
    problems = [*_future_acts(procurement, on), *_decisions(policy, procurement, on)]
    if problems:
        raise ProcurementError(problems)
    outcome = policy.engine.decide(procurement, on)
    waivers = policy.waivers and working(policy.waivers, policy.program.by_id, procurement.facts.reference, on)
    return Assessment(policy, procurement, on, outcome, waivers or {})


def _future_acts(procurement: Procurement, on: date) -> list[Problem]:
    """Find acts dated after the assessment date. A launch that is planned is no act yet."""
    planned = procurement.facts.procedure.stage == "preparation"
    return [
        Problem("future_act", path, shown(value), (f"≤ {on.isoformat()}",), file=_file_of(procurement, path))
        for path, value in procurement.acts
        if value > on and not (planned and path == "procedure.launched_on")
    ]


def _file_of(procurement: Procurement, path: str) -> str | None:
    """Name the file that says a fact: the procurement's own, or the profile's."""
    return procurement.evidence[path].source if path in procurement.standing else procurement.source


def _decisions(policy: Policy, procurement: Procurement, on: date) -> list[Problem]:
    """Find decisions on rules that are not there, that are computed, or that stand at the wrong subject."""
    places: list[tuple[str, bool, dict[str, Decision]]] = [("decisions", False, dict(procurement.facts.decisions))]
    for number, supplier in enumerate(procurement.facts.suppliers or ()):
        places.append((f"suppliers[{number}].decisions", True, dict(supplier.decisions)))
    known = {found.regulation.id for found in policy.loaded}
    problems = []
    for at, of_supplier, decisions in places:
        for name, decision in decisions.items():
            path, regulation = f'{at}."{name}"', name.partition("/")[0]
            if decision.on > on:
                problems.append(Problem("future_act", f"{path}.on", shown(decision.on), (f"≤ {on.isoformat()}",)))
            if regulation in known or "/" not in name:
                problems += _decided_rightly(policy.program, name, path, of_supplier)
    return problems


def _decided_rightly(program: Program, name: str, path: str, of_supplier: bool) -> list[Problem]:
    rule: Rule | None = program.by_id.get(name)
    if rule is None:
        return [Problem("unknown_rule", path, f'"{name}"', nearest=nearest(name, program.by_id))]
    if not rule.left_to_a_person:
        return [Problem("not_for_a_person", path, name)]
    if rule.of_supplier != of_supplier:
        right = "suppliers[…].decisions" if rule.of_supplier else "decisions"
        return [Problem("wrong_subject", path, name, (right,))]
    return []
