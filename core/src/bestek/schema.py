"""JSON Schema 2020-12 of a procurement file and of a result, made of the classes that read and hold them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from ._judge import Verdict
from ._texts import Text
from .group import Group
from .procurement import OUTCOMES, Decision, Evidence
from .regulation import Regulation
from .vocabulary import File, Supplier

if TYPE_CHECKING:
    from .facts import Fact

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BESIDE = r"^[^/\\:]+\.(toml|json|csv)$"  # the plain name of a file
_DATE = {"type": "string", "format": "date"}
_TEXT = {"type": "string", "minLength": 1}


# Of a file --------------------------------------------------------------------------------------------------


def file_schema(regulations: Iterable[Regulation] = ()) -> dict[str, Any]:
    """Describe a procurement file, with the tables of these regulations."""
    tables = {group.at: group for regulation in regulations for group in regulation.facts}
    made = _group(File, tables)
    made["properties"]["evidence"] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/evidence"}}
    return {
        "$schema": DIALECT,
        "title": "bestek procurement file",
        **made,
        "$defs": {
            "decision": {
                "type": "object",
                "properties": {"outcome": {"enum": list(OUTCOMES)}, "by": _TEXT, "on": _DATE, "reason": _TEXT},
                "required": ["outcome", "by", "on", "reason"],
                "additionalProperties": False,
            },
            "evidence": {
                "type": "object",
                "properties": {"source": _TEXT, "pinpoint": _TEXT, "by": _TEXT, "on": _DATE},
                "required": ["source"],
                "additionalProperties": False,
            },
        },
    }


def _group(group: type[Group], tables: Mapping[str, type[Group]]) -> dict[str, Any]:
    properties: dict[str, Any] = {name: _fact(fact) for name, fact in group.facts.items()}
    for name, member in group.groups.items():
        inner = _group(member.of, tables)
        properties[name] = {"anyOf": [inner, {"type": "string", "pattern": BESIDE}]} if member.beside else inner
    for name, listed in group.lists.items():
        properties[name] = {"type": "array", "title": listed.label.en, "items": _group(listed.of, tables)}
    if group.open_to_plugins:
        under = f"{group.at}." if group.at else ""
        for at, table in tables.items():
            if at.startswith(under) and "." not in at[len(under) :] and "[" not in at[len(under) :]:
                properties[at[len(under) :]] = _group(table, tables)
    if group in (File, Supplier):
        properties["decisions"] = {"type": "object", "additionalProperties": {"$ref": "#/$defs/decision"}}
    return {
        "type": "object",
        "title": group.label.en,
        "description": group.label.nl,
        "properties": properties,
        "additionalProperties": False,
    }


def _fact(fact: Fact[Any, Any]) -> dict[str, Any]:
    made = {"title": fact.label.en, "description": f"{fact.label.nl}. {fact.help.en}", **fact.kind.schema()}
    unit = getattr(fact.kind, "unit", None)
    return {**made, "x-unit": unit} if unit else made


# Of a result ------------------------------------------------------------------------------------------------


def assessment_schema() -> dict[str, Any]:
    """Describe the JSON of an assessment."""
    from . import finding as finding_module
    from . import result
    from ._to_json import FINDING_KEYS
    from .finding import Finding

    text = {
        "type": "object",
        "properties": {"nl": {"type": "string"}, "en": {"type": "string"}},
        "required": ["nl", "en"],
    }
    space = {**vars(finding_module), "Assessment": result.Assessment}
    hints = {name: get_type_hints(vars(Finding)[name].fget, space)["return"] for name in FINDING_KEYS}
    finding = {name: _type(hint) for name, hint in hints.items()}
    digest = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    maybe_digest = {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"}
    profile = _object({"name": {"type": ["string", "null"]}, "digest": digest, "lock": maybe_digest})
    properties: dict[str, Any] = {
        "schema": {"const": result.SCHEMA},
        "assessed_on": _DATE,
        "procurement": _object(
            {
                "title": {"type": ["string", "null"]},
                "reference": {"type": ["string", "null"]},
                "digest": digest,
            }
        ),
        "profile": {"anyOf": [profile, {"type": "null"}]},
        "versions": {"type": "object", "additionalProperties": {"type": "string"}},
        "digests": {"type": "object", "additionalProperties": maybe_digest},
        "verdict": _type(Verdict),
        "subjects": _array(_record(result.SubjectResult)),
        "regulations": _array(_record(result.RegulationResult)),
        "classes": _array(_record(result.ClassResult)),
        "scores": _array(_score()),
        "findings": _array({"$ref": "#/$defs/finding"}),
        "outlook": _array({"$ref": "#/$defs/finding"}),
        "questions": _array(_record(result.Question)),
    }
    return {
        "$schema": DIALECT,
        "title": "bestek assessment",
        **_object(properties),
        "$defs": {"finding": _object(finding), "text": text},
    }


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _array(items: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": dict(items)}


def _record(of: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(of)
    return _object({field.name.rstrip("_"): _type(hints[field.name]) for field in attrs.fields(of)})


def _score() -> dict[str, Any]:
    from . import result

    made = _record(result.ScoreResult)
    part = _object({"part": {"type": "string"}, "points": {"type": ["number", "null"]}})
    made["properties"]["parts"] = _array(part)
    return made


def _type(hint: Any) -> dict[str, Any]:
    """Describe a type of the result classes."""
    from .law import Citation

    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if one is type(None) else _type(one) for one in inside]}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return _array(_type(inside[0]))
    if hint is Text:
        return {"$ref": "#/$defs/text"}
    if hint is Citation:
        keys = {name: {"type": "string"} for name in ("instrument", "at", "confidence")}
        return _object({**keys, "title": {"$ref": "#/$defs/text"}, "url": {"type": ["string", "null"]}})
    if hint in (Decision, Evidence):
        fields = {field.name: {"type": ["string", "null"]} for field in attrs.fields(hint)}
        return _object(fields)
    if attrs.has(hint):
        return _record(hint)
    plain = {str: "string", bool: "boolean", int: "integer", float: "number"}
    return _DATE if hint is date else {"type": plain[hint]} if hint in plain else {}
