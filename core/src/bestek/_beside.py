"""Facts that stand in a file of their own, beside the procurement file.

Where a regulation allows it (`facts.one(…, beside=…)`), a procurement file that was read from a path may write the
name of a file in place of a table: `answers = "leverancier-a.csv"`. It is a plain name of an ordinary file in the
same folder, TOML, JSON or CSV, no longer than a megabyte, and what it holds is checked as if it stood in the file
itself. It is the only other file that reading touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from ._bytes import text_of
from ._convert import MOST_FAULTS, Faults, structure_evidence
from ._kinds import Misfit, NumberKind, shown
from ._locate import Lines
from ._paths import Part, join
from .errors import Problem, ProcurementError, nearest
from .facts import Beside, One
from .group import Group
from .vocabulary import File

LARGEST = 1_000_000  # bytes
MOST_FILES = 100  # that one procurement file may name
FORMS = ("toml", "json", "csv")
_EVIDENCE = ("source", "pinpoint", "by", "on")
Extension = Callable[[str, type[Group]], type[Group] | None]
Row = tuple[Mapping[str, Any], int | None]  # what a row holds, and its line


def take_in(data: Mapping[str, Any], name: str, extension: Extension) -> tuple[Mapping[str, Any], list[Problem]]:
    """Put what the named files hold in the place of their names, with the evidence of each row."""
    named = list(_named(File, data, [], extension))
    if not named:
        return data, []
    if len(named) > MOST_FILES:
        return data, [Problem("too_many_files", path=join(named[MOST_FILES][0]), found=str(MOST_FILES))]
    made = _copied(data)
    evidence: dict[str, Any] = {}
    problems: list[Problem] = []
    for parts, member, file in named:
        here: Any = made
        for part in parts[:-1]:
            here = here[part]
        try:
            facts, pieces, wrong = _read(member, _beside(file, name), parts)
        except ProcurementError as error:
            facts, pieces = {}, {}
            wrong = [one if one.file else attrs.evolve(one, path=join(parts)) for one in error.problems]
        here[parts[-1]] = facts
        evidence |= pieces
        problems += wrong
    own = made.get("evidence", {})
    return {**made, "evidence": {**evidence, **own} if isinstance(own, Mapping) else own}, problems


def _named(
    group: type[Group], table: object, at: list[Part], extension: Extension
) -> Iterator[tuple[list[Part], One[Any], str]]:
    """Find the places where a table may stand in a file of its own, and a name stands instead."""
    if not isinstance(table, Mapping):
        return
    for key, value in table.items():
        where = [*at, key]
        if member := group.groups.get(key):
            if member.beside is not None and isinstance(value, str):
                yield where, member, value
            else:
                yield from _named(member.of, value, where, extension)
        elif listed := group.lists.get(key):
            for place, one in enumerate(value if isinstance(value, list) else ()):
                yield from _named(listed.of, one, [*where, place], extension)
        elif group.open_to_plugins and isinstance(value, Mapping) and (of := extension(key, group)) is not None:
            yield from _named(of, value, where, extension)


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(inner) for key, inner in value.items()}
    return [_copied(inner) for inner in value] if isinstance(value, list) else value


def _beside(file: str, name: str) -> Path:
    """Give the path of a file beside another one; refuse anything but a plain name of an ordinary file there."""
    folder = Path(name).parent
    path = folder / file
    plain = not set(file) & set("/\\:\0") and path.suffix.lower()[1:] in FORMS
    if not plain or path.is_symlink() or (path.exists() and not path.is_file()):
        allowed = tuple(f"….{form}" for form in FORMS)
        raise ProcurementError(Problem("not_beside", found=shown(file), allowed=allowed))
    return path


def _read(member: One[Any], path: Path, parts: list[Part]) -> tuple[dict[str, Any], dict[str, Any], list[Problem]]:
    """Read a file of facts: the facts, the evidence for them, and every fault."""
    assert member.beside is not None
    facts: dict[str, Any] = {}
    evidence: dict[str, Any] = {}
    problems: list[Problem] = []
    for row, line in _rows(path, _columns(member.beside)):
        if len(problems) >= MOST_FAULTS:
            break
        name, value, piece, wrong = _row(member.of, member.beside, row, texts=path.suffix.lower() == ".csv")
        if name in facts:
            wrong.append(Problem("duplicate_key", found=shown(row[member.beside.key])))
        if name is not None and not wrong:
            facts[name] = value
            evidence |= {join([*parts, name]): piece} if piece else {}
        problems += [attrs.evolve(one, line=line, file=str(path)) for one in wrong]
    return facts, evidence, problems


def _columns(beside: Beside) -> tuple[str, ...]:
    return (beside.key, beside.value, *_EVIDENCE)


def _row(
    of: type[Group], beside: Beside, row: Mapping[str, Any], *, texts: bool
) -> tuple[str | None, Any, dict[str, Any], list[Problem]]:
    """Read a row: the name of its fact, the value, the evidence and the faults. `texts`: every cell is a text."""
    columns = _columns(beside)
    problems = [
        Problem("unknown_key", found=shown(key), allowed=columns, nearest=nearest(str(key), columns))
        for key in sorted(row.keys() - set(columns), key=str)
    ]
    for key in (beside.key, beside.value):
        if row.get(key) is None:
            return None, None, {}, [*problems, Problem("missing_key", found=shown(key), allowed=columns)]
    written, value = str(row[beside.key]), row[beside.value]
    if written not in beside.names:
        near = nearest(written, beside.names)
        allowed = () if near else tuple(beside.names)
        return (
            None,
            None,
            {},
            [*problems, Problem("unknown_choice", found=shown(written), allowed=allowed, nearest=near)],
        )
    fact = of.facts[beside.names[written]]
    if texts and isinstance(fact.kind, NumberKind):
        value = _number(value)
    try:
        fact.kind.parse(value)
    except Misfit as misfit:
        problems.append(Problem(misfit.code, written, misfit.found, misfit.allowed, misfit.nearest))
    piece = {key: row[key] for key in _EVIDENCE if key in row}
    try:
        if piece:
            structure_evidence(piece)
    except Faults as faults:
        problems += faults.problems(written)
    return fact.name, value, piece, problems


def _number(said: str) -> Any:
    """Read a number of a CSV file; what is none stays a text, and is refused as such."""
    if said.isascii() and said.isdigit():
        return int(said)
    try:
        return float(said)
    except ValueError:
        return said


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Give the rows of a file with their lines. TOML has them as `[[row]]`, JSON as a list, CSV below a heading."""
    from .reading import plain_of

    name, form = str(path), path.suffix.lower()[1:]
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as wrong:
        raise ProcurementError(
            Problem("unreadable", found=wrong.strerror or type(wrong).__name__, file=name)
        ) from wrong
    if len(content) > LARGEST:
        raise ProcurementError(Problem("unreadable", found=f"> {LARGEST} bytes", file=name))
    if form == "csv":
        yield from _csv(text_of(content, name), columns, name)
        return
    data, lines = plain_of(content, form, name)
    listed = data.get("row") if isinstance(data, Mapping) and set(data) == {"row"} else data
    if not isinstance(listed, list) or not all(isinstance(row, Mapping) for row in listed):
        raise ProcurementError(Problem("wrong_type", found=shown(data), allowed=("[[row]]", "[{…}]"), file=name))
    for place, row in enumerate(listed):
        yield row, _line(lines, place, isinstance(data, Mapping))


def _line(lines: Lines, place: int, in_table: bool) -> int | None:
    return lines.of(join(["row", place]) if in_table else f"[{place}]")


def _csv(text: str, columns: tuple[str, ...], name: str) -> Iterator[Row]:
    import csv

    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        heading = next(reader)
        if len(set(heading)) != len(heading):
            raise ProcurementError(
                Problem("duplicate_key", found=shown(",".join(heading)), allowed=columns, line=1, file=name)
            )
        for cells in reader:
            if len(cells) > len(heading):
                raise ProcurementError(
                    Problem("syntax", found=f"{len(cells)} > {len(heading)}", line=reader.line_num, file=name)
                )
            if cells:
                yield {key: cell for key, cell in zip(heading, cells, strict=False) if cell != ""}, reader.line_num
    except csv.Error as wrong:
        raise ProcurementError(Problem("syntax", found=str(wrong)[:80], line=reader.line_num, file=name)) from None
