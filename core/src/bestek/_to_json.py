"""The JSON of an assessment (DESIGN section 7): the same input gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from ._texts import Text
from .finding import Finding
from .law import Citation
from .procurement import Decision, Evidence
from .result import SCHEMA, ScoreResult, versions

if TYPE_CHECKING:
    from .result import Assessment

FINDING_KEYS = (
    "rule",
    "subject",
    "kind",
    "phase",
    "status",
    "if_applicable",
    "duty_of",
    "title",
    "because",
    "missing",
    "ways_out",
    "due_by",
    "cites",
    "confidence",
    "same_as",
    "decided_by",
    "waiver",
)


def assessment_to_dict(assessment: Assessment, *, all_findings: bool = False) -> dict[str, Any]:
    """Give an assessment as JSON-able data."""
    facts = assessment.procurement.facts
    return {
        "schema": SCHEMA,
        "assessed_on": assessment.on.isoformat(),
        "procurement": {
            "title": facts.title,
            "reference": facts.reference,
            "digest": assessment.procurement.digest,
        },
        "profile": assessment.policy.identity,
        "versions": versions(assessment.policy),
        "digests": assessment.policy.digests,
        "verdict": assessment.verdict,
        "subjects": plain(assessment.subjects),
        "regulations": plain(assessment.regulations),
        "classes": plain(assessment.classes),
        "scores": plain(assessment.scores),
        "findings": plain(assessment.all_findings if all_findings else assessment.findings),
        "outlook": plain(assessment.outlook),
        "questions": plain(assessment.questions),
    }


def plain(value: Any) -> Any:
    """Turn a result into what JSON can hold."""
    match value:
        case Finding():
            return {key: plain(getattr(value, key)) for key in FINDING_KEYS}
        case Text():
            return value._asdict()
        case Citation() | Evidence() | Decision():
            return value.to_dict()
        case ScoreResult():
            parts = [{"part": name, "points": points} for name, points in value.parts]
            return {**{name: plain(found) for name, found in _fields(value) if name != "parts"}, "parts": parts}
        case date():
            return value.isoformat()
        case str() | int() | float() | None:
            return value
        case Mapping():
            return {key: plain(inner) for key, inner in value.items()}
        case Iterable():
            return [plain(inner) for inner in value]
    return {name.rstrip("_"): plain(inner) for name, inner in _fields(value)}


def _fields(value: Any) -> list[tuple[str, Any]]:
    return [(field.name, getattr(value, field.name)) for field in attrs.fields(type(value))]


def dumps(data: Any) -> str:
    """Write JSON: keys sorted, two spaces, letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
