"""Case tables: facts in, what must come out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from .._paths import Part, split
from ..errors import PolicyError, Problem
from ..policy import Policy, load_policy
from ..reading import read_dict
from ..result import Assessment
from ..rules import SCOPING, Rule

NOT_JUDGED = "not_judged"  # the status of a rule whose scope does not bind
_FILE_KEYS = {"defaults", "case", "on", "source", "parameters"}
_CASE_KEYS = {"name", "source", "on", "facts", "parameters", "applies", "verdict", "status", "classes", "asks"}


@attrs.frozen
class Case:
    """One case of a table: facts, the day, and what must come out. Only what it names is compared."""

    file: str
    name: str
    source: str
    regulation: str
    on: date
    facts: Mapping[str, Any]
    parameters: Mapping[str, Any]
    applies: Mapping[str, str]
    verdict: str | None
    status: Mapping[str, Any]
    classes: Mapping[str, Any]
    asks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.file}: {self.name}"

    def policy(self) -> Policy:
        """Load the regulation with the case's parameters."""
        return _policy(self.regulation, json.dumps(self.parameters, sort_keys=True, default=str))

    def assess(self) -> Assessment:
        """Judge the facts of the case."""
        return self.policy().assess(read_dict(self.facts), self.on)


@cache
def _policy(regulation: str, parameters: str) -> Policy:
    return load_policy(parameters=json.loads(parameters), regulations=[regulation])


def read_cases(where: str | Path, *, regulation: str) -> list[Case]:
    """Read the case tables of a file, or of every `.toml` in a folder. Raises `PolicyError` for a faulty table."""
    path = Path(where)
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return [case for file in files for case in _read(file, regulation)]


def _read(file: Path, regulation: str) -> Iterator[Case]:
    import tomli

    try:
        data = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise PolicyError(Problem("syntax", found=str(wrong), file=str(file))) from wrong
    _only(data, _FILE_KEYS, file, "")
    for number, row in enumerate(data.get("case", ())):
        _only(row, _CASE_KEYS, file, f"case[{number}]")
        found = {"on": data.get("on"), "source": data.get("source"), **row}
        for key in ("name", "source", "on"):
            if not found.get(key):
                raise PolicyError(Problem("missing_key", f"case[{number}]", f'"{key}"', file=str(file)))
        applies = row.get("applies", {})
        yield Case(
            file.stem,
            found["name"],
            found["source"],
            regulation,
            found["on"],
            merged(data.get("defaults", {}), row.get("facts", {})),
            {**data.get("parameters", {}), **row.get("parameters", {})},
            {regulation: applies} if isinstance(applies, str) else applies,
            row.get("verdict"),
            row.get("status", {}),
            row.get("classes", {}),
            tuple(row.get("asks", ())),
        )


def _only(table: Mapping[str, Any], allowed: set[str], file: Path, path: str) -> None:
    for key in table.keys() - allowed:
        raise PolicyError(Problem("unknown_key", path, f'"{key}"', tuple(sorted(allowed)), file=str(file)))


def merged(defaults: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Put a case's own facts over the defaults: table by table, or at a path such as `"suppliers[0].role"`.

    The text `"unknown"` takes a fact of the defaults away; as what a class comes to it means that nothing is known.
    """
    made: dict[str, Any] = _copied(defaults)
    for key, value in own.items():
        if "." in key or "[" in key:
            _put(made, [part for part in split(key) if not isinstance(part, tuple)], value)
        elif isinstance(value, Mapping) and isinstance(made.get(key), Mapping):
            made[key] = merged(made[key], value)
        else:
            _put(made, [key], value)
    return made


def _put(table: Any, parts: list[Part], value: Any) -> None:
    *way, last = parts
    for part in way:
        table = table[part] if isinstance(part, int) else table.setdefault(part, {})
    if value == "unknown":
        table.pop(last, None)
    else:
        table[last] = _copied(value)


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items() if inner != "unknown"}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def run_case(case: Case) -> None:
    """Judge a case and compare. Raises `AssertionError` with every difference."""
    assessment = case.assess()
    differences = list(_differences(case, assessment))
    if differences:
        raise AssertionError("\n".join([f"{case} ({case.source})", *(f"  {line}" for line in differences)]))


def _differences(case: Case, assessment: Assessment) -> Iterator[str]:
    if case.verdict is not None and assessment.verdict != case.verdict:
        yield f"verdict: expected {case.verdict}, got {assessment.verdict}"
    scopes = {scope.id: scope.applies for found in assessment.regulations for scope in found.scopes}
    for scope, expected in case.applies.items():
        if scopes.get(scope) != expected:
            yield f"applies.{scope}: expected {expected}, got {scopes.get(scope)}"
    for rule, expected in case.status.items():
        got = statuses(assessment, assessment.policy.rule(rule))
        wanted = expected if isinstance(expected, Mapping) else dict.fromkeys(got, expected)
        if {subject: got.get(subject, NOT_JUDGED) for subject in wanted} != dict(wanted):
            yield f"status.{rule}: expected {expected}, got {got}"
    for name, expected in case.classes.items():
        found = next((result for result in assessment.classes if result.class_ == name), None)
        wanted = (
            expected if isinstance(expected, Mapping) else {"level" if found and not found.value else "value": expected}
        )
        wanted = {key: None if value == "unknown" else value for key, value in wanted.items()}
        if found is None or {key: getattr(found, key) for key in wanted} != wanted:
            yield f"classes.{name}: expected {expected}, got {found}"
    asked = {question.fact for question in assessment.questions}
    for fact in case.asks:
        if fact not in asked:
            yield f"asks: {fact} is not asked; asked are {', '.join(sorted(asked)) or 'none'}"


def statuses(assessment: Assessment, rule: Rule) -> dict[str, str]:
    """Give the status of a rule by subject; of a row that decides a scope: yes, no or open."""
    subjects = [found.subject for found in assessment.subjects if (found.subject != "procurement") == rule.of_supplier]
    if rule.kind in SCOPING:
        explainer = assessment.policy.engine.explainer
        answers = {True: "yes", False: "no", None: "open"}
        return {name: answers[explainer.when(rule, assessment.place(name))[0]] for name in subjects}
    made: dict[str, str] = {}
    for name in subjects:
        finding = assessment.finding(rule, name)
        made[name] = NOT_JUDGED if finding is None else finding.status
    return made
