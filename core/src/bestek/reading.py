"""Read a procurement file: strictly, and with every fault of the file in one error."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from ._bytes import bytes_of, from_toml, text_of
from ._convert import MOST_FAULTS, Faults, make_converter, structure_evidence_table
from ._derive import derive
from ._kinds import shown
from ._locate import Lines
from ._paths import NoSuchPath, join, resolve
from .errors import Problem, ProcurementError, nearest
from .group import Group
from .procurement import Evidence, Procurement
from .vocabulary import File

SYNTAXES = ("toml", "json")


def read(source: str | os.PathLike[str] | bytes | Mapping[str, Any], *, form: str | None = None) -> Procurement:
    """Read a procurement from a path, from the bytes of a file, or from plain data.

    A path is read as TOML or JSON by its suffix, bytes by their first character; `form` (`"toml"` or `"json"`)
    goes before both. Raises `ProcurementError` with every fault that was found.
    """
    if isinstance(source, Mapping):
        return read_dict(source)
    if isinstance(source, bytes):
        return _read_bytes(source, form or _form_of(source), None)
    path = Path(source)
    name = os.fspath(source)
    if form is None and path.suffix.lower()[1:] not in SYNTAXES:
        allowed = tuple(f".{syntax}" for syntax in SYNTAXES)
        raise ProcurementError(
            Problem("unknown_format", found=shown(path.suffix or path.name), allowed=allowed, file=name)
        )
    return _read_bytes(bytes_of(name), form or path.suffix.lower()[1:], name)


def read_dict(
    data: Mapping[str, Any],
    *,
    source: str | None = None,
    lines: Lines | None = None,
    beside: Sequence[Problem] = (),
) -> Procurement:
    """Read a procurement from plain data: what a TOML or JSON reader gives.

    `beside` has the faults of the files that it names; they are raised with its own.
    """
    problems: list[Problem] = []
    rest = {key: value for key, value in data.items() if key != "evidence"}
    facts: File | None
    try:
        facts = make_converter(_extension).structure(rest, File)
    except Faults as wrong:
        facts = wrong.partial
        problems += wrong.problems()
    evidence: Mapping[str, Evidence] | None = {}
    if "evidence" in data:
        try:
            evidence = structure_evidence_table(data["evidence"])
        except Faults as wrong:
            evidence = wrong.partial
            problems += wrong.problems("evidence")
    problems += [problem for problem in beside if problem.file is None]
    elsewhere = [problem for problem in beside if problem.file is not None]
    if facts is not None and evidence is not None:
        facts, derived, contradictions = derive(facts)
        evidence, lost = _by_place(facts, evidence)
        problems += contradictions + lost
        if not problems and not elsewhere:
            return Procurement(facts, evidence, derived, source)
    placed = (
        attrs.evolve(problem, file=source, line=lines.of(problem.path) if lines else None) for problem in problems
    )
    raise ProcurementError([*sorted(placed, key=lambda problem: (problem.line or 0, problem.path)), *elsewhere])


def _by_place(facts: File, evidence: Mapping[str, Evidence]) -> tuple[dict[str, Evidence], list[Problem]]:
    """Write the paths of evidence by place, and find those that name nothing."""
    found: dict[str, Evidence] = {}
    problems: list[Problem] = []
    for path, piece in evidence.items():
        if len(problems) >= MOST_FAULTS:
            break
        try:
            place = join(resolve(facts, path)[0])
            if place in found:
                problems.append(Problem("duplicate_key", path=join(["evidence", path]), found=shown(place)))
            found[place] = piece
        except NoSuchPath as wrong:
            near = nearest(wrong.found.rsplit(".", 1)[-1], wrong.known)
            problems.append(Problem("no_such_member", path=join(["evidence", path]), found=shown(path), nearest=near))
    return found, problems


def _extension(name: str, group: type[Group]) -> type[Group] | None:
    """Find the group that an installed regulation puts at `[name]` in this group."""
    from ._plugins import facts_of

    return facts_of(name).get(f"{group.at}.{name}" if group.at else name)


# From bytes to plain data ---------------------------------------------------------------------------------


def _form_of(content: bytes) -> str:
    return (
        "json"
        if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") and _looks_like_json(content)
        else "toml"
    )


def _looks_like_json(content: bytes) -> bool:
    """Tell a JSON text from TOML that begins with a table: `[buyer]` is TOML, `[{` and `{` are JSON."""
    first = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first[:1] == b"{" or (first[1:].lstrip()[:1] in (b"{", b"[") and first[:2] != b"[[")


def _read_bytes(content: bytes, form: str, name: str | None) -> Procurement:
    data, lines = plain_of(content, form, name)
    if not isinstance(data, Mapping):
        raise ProcurementError(Problem("wrong_type", found=shown(data), allowed=("{…}",), file=name))
    if name is None:
        return read_dict(data, source=name, lines=lines)
    from ._beside import take_in

    data, problems = take_in(data, name, _extension)
    return read_dict(data, source=name, lines=lines, beside=problems)


def plain_of(content: bytes, form: str, name: str | None) -> tuple[Any, Lines]:
    """Give the plain data of a TOML or JSON text, and where its lines are."""
    text = text_of(content, name)
    data = _from_json(text, name) if form == "json" else from_toml(text, name)
    return data, Lines(text, json=form == "json")


class _Twice(Exception):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise _Twice(key)
        made[key] = value
    return made


def _no_number(said: str) -> Any:
    raise ValueError(f"{said} is no number")


def _from_json(text: str, name: str | None) -> Any:
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        if "\\u" in text:
            json.dumps(data, ensure_ascii=False).encode()  # half a surrogate pair cannot be written
        return data
    except UnicodeEncodeError as wrong:
        found = f"\\u{ord(wrong.object[wrong.start]):04x}"
        raise ProcurementError(Problem("encoding", found=found, file=name)) from None
    except json.JSONDecodeError as wrong:
        raise ProcurementError(Problem("syntax", found=wrong.msg, line=wrong.lineno, file=name)) from None
    except _Twice as wrong:
        line = _second_line(text, wrong.key)
        raise ProcurementError(Problem("duplicate_key", found=shown(wrong.key), line=line, file=name)) from None
    except RecursionError:
        raise ProcurementError(Problem("too_deep", file=name)) from None
    except ValueError as wrong:
        raise ProcurementError(Problem("syntax", found=str(wrong)[:80], file=name)) from None


def _second_line(text: str, key: str) -> int | None:
    """Find where a key stands for the second time in one object."""
    from ._locate import json_places

    seen: set[str] = set()
    for parts, line in json_places(text):
        path = join(parts)
        if path in seen and parts[-1] == key:
            return line
        seen.add(path)
    return None
