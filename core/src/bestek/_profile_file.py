"""Read one profile file: strictly, and with every fault of the file in one error.

What only a regulation knows (is this a fact of it, is that rule derogable) is checked when a policy is made of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from ._bytes import bytes_of, from_toml, text_of
from ._convert import Faults, Gathering
from ._kinds import DayKind, Misfit, shown
from ._locate import Lines
from ._paths import join
from ._program import Mode
from ._texts import LANGUAGES
from .errors import PolicyError, Problem, ProcurementError, nearest

MODES: tuple[Mode, ...] = ("outlook", "advisory", "binding")  # mildest first
EVERYWHERE = "all"
_TABLES = ("profile", "organisation", "regulations", "facts", "parameters", "waivers")
_WAIVER = ("rule", "scope", "reason", "approved_by", "approved_on", "expires")

Path_ = tuple[str, ...]


@attrs.frozen
class Setting:
    """What one file says at one place: `("regulations", "abro", "mode")`."""

    value: Any
    path: str
    file: str
    line: int | None

    def problem(self, code: str, found: str | None = None, **more: Any) -> Problem:
        """Make the fault of this setting."""
        said = shown(self.value) if found is None else found
        return Problem(code, **{"path": self.path, "found": said, "file": self.file, "line": self.line, **more})


@attrs.frozen
class WaiverEntry:
    """One `[[waivers]]` of a file; `said` are its keys as settings."""

    rule: str
    scope: str
    reason: str
    approved_by: str
    approved_on: date
    expires: date
    setting: Setting
    said: Mapping[str, Setting] = attrs.field(eq=False)


@attrs.frozen(eq=False)
class ProfileFile:
    """One profile file. `file` is its name in messages, `real` the file it is once links are followed."""

    file: str
    real: Path
    digest: str
    settings: Mapping[Path_, Setting]
    waivers: tuple[WaiverEntry, ...]

    @property
    def extends(self) -> tuple[str, ...]:
        """The names of its parents, as written."""
        found = self.settings.get(("profile", "extends"))
        return tuple(found.value) if found else ()


def read_profile_file(file: str, *, shown_as: str | None = None, content: bytes | None = None) -> ProfileFile:
    """Read one file. Raises `PolicyError` with every fault that its text shows by itself."""
    name = shown_as or file
    try:
        content = bytes_of(file) if content is None else content
        text = text_of(content, name)
        data = from_toml(text, name)
    except ProcurementError as wrong:
        raise PolicyError(attrs.evolve(problem, file=name) for problem in wrong.problems) from None
    lines = Lines(text, json=False)
    try:
        _check(data)
        leaves = list(_leaves(data))
    except RecursionError:
        raise PolicyError(Problem("too_deep", file=name)) from None
    except Faults as wrong:
        placed = [attrs.evolve(one, file=name, line=lines.of(one.path)) for one in wrong.problems()]
        raise PolicyError(sorted(placed, key=lambda one: (one.line or 0, one.path))) from None
    settings = {
        path: Setting(value, written, name, lines.of(written)) for path, value in leaves for written in [join(path)]
    }
    digest = hashlib.sha256(content).hexdigest()
    return ProfileFile(name, Path(file).resolve(), digest, settings, tuple(_waivers(data, name, lines)))


def _leaves(data: Mapping[str, Any]) -> Iterator[tuple[Path_, Any]]:
    """Give every setting but the waivers by its path; a regulation that is only named is a setting too."""
    for table in _TABLES[:-1]:
        if table == "regulations":
            for name, chosen in data.get(table, {}).items():
                yield (table, name), True
                yield from (((table, name, key), value) for key, value in chosen.items())
        else:
            yield from _inner((table,), data.get(table, {}))


def _inner(at: Path_, value: Any) -> Iterator[tuple[Path_, Any]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _inner((*at, key), inner)
    else:
        yield at, value


def _waivers(data: Mapping[str, Any], file: str, lines: Lines) -> Iterator[WaiverEntry]:
    for place, entry in enumerate(data.get("waivers", ())):
        at = f"waivers[{place}]"
        days = {key: _date(entry[key]) for key in ("approved_on", "expires")}
        said = {key: Setting(value, f"{at}.{key}", file, lines.of(f"{at}.{key}")) for key, value in entry.items()}
        yield WaiverEntry(**{**entry, **days}, setting=Setting(entry["rule"], at, file, lines.of(at)), said=said)


# What is wrong with a file by itself ----------------------------------------------------------------------


def _check(data: Mapping[str, Any]) -> None:
    gathering = Gathering()
    for key, value in data.items():
        if key not in _TABLES:
            _unknown(gathering, key, _TABLES)
        elif key == "waivers":
            gathering.take(key, _check_waivers, value)
        else:
            gathering.take(key, _CHECKS[key], value)
    gathering.done(None)


def _check_profile(raw: object) -> None:
    _keys(raw, {"name": _text, "extends": _file_names, "language": _one_of(LANGUAGES)})


def _check_plain(raw: object) -> None:
    _table(raw)


def _check_tables(raw: object) -> None:
    _keys(raw, dict.fromkeys(_table(raw), _check_plain))


def _check_regulations(raw: object) -> None:
    keys = {"version": _specifier, "mode": _one_of(MODES), "distribution": _text}
    _keys(raw, dict.fromkeys(_table(raw), lambda chosen: _keys(chosen, keys)))


def _check_waivers(raw: object) -> None:
    if not isinstance(raw, list) or not all(isinstance(entry, Mapping) for entry in raw):
        raise Faults.one("wrong_type", found=shown(raw), allowed=("[[waivers]]",))
    gathering = Gathering()
    seen: set[tuple[Any, Any]] = set()
    for place, entry in enumerate(raw):
        before = len(gathering.faults)
        gathering.take(place, _check_waiver, entry)
        if len(gathering.faults) > before:
            continue
        if (entry["rule"], entry["scope"]) in seen:
            gathering.add("waived_twice", place, found=shown(entry["rule"]))
        seen.add((entry["rule"], entry["scope"]))
    gathering.done(None)


def _check_waiver(entry: Mapping[str, Any]) -> None:
    days = {"approved_on": _date, "expires": _date}
    _keys(entry, {key: days.get(key, _text) for key in _WAIVER}, needed=_WAIVER)
    if _date(entry["expires"]) <= _date(entry["approved_on"]):
        raise Faults.one("waiver_ends_first", "expires", found=shown(entry["expires"]))


_CHECKS: dict[str, Callable[[object], None]] = {
    "profile": _check_profile,
    "organisation": _check_plain,
    "regulations": _check_regulations,
    "facts": _check_tables,
    "parameters": _check_tables,
}


def _keys(raw: object, checks: Mapping[str, Callable[[object], Any]], needed: tuple[str, ...] = ()) -> None:
    table = _table(raw)
    gathering = Gathering()
    for key, value in table.items():
        if key in checks:
            gathering.take(key, checks[key], value)
        else:
            _unknown(gathering, key, tuple(checks))
    for key in needed:
        if key not in table:
            gathering.add("missing_key", found=shown(key), allowed=tuple(checks))
    gathering.done(None)


def _unknown(gathering: Gathering, key: str, known: tuple[str, ...]) -> None:
    gathering.add("unknown_setting", key, found=shown(key), allowed=known, near=nearest(key, known))


def _table(raw: object) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping):
        raise Faults.one("wrong_type", found=shown(raw), allowed=("{…}",))
    return raw


def _text(raw: object) -> None:
    if not isinstance(raw, str) or not raw.strip():
        raise Faults.one("wrong_type", found=shown(raw), allowed=("text",))


def _file_names(raw: object) -> None:
    if not isinstance(raw, list):
        raise Faults.one("wrong_type", found=shown(raw), allowed=("[…]",))
    gathering = Gathering()
    for place, text in enumerate(raw):
        gathering.take(place, _file_name, text)
    gathering.done(None)


def _file_name(raw: object) -> None:
    _text(raw)
    if not str(raw).isprintable():
        raise Faults.one("wrong_form", found=shown(raw), allowed=("*.toml",))


def _one_of(words: tuple[str, ...]) -> Callable[[object], None]:
    def check(raw: object) -> None:
        if not isinstance(raw, str) or raw not in words:
            raise Faults.one("unknown_choice", found=shown(raw), allowed=words, near=nearest(str(raw), words))

    return check


def _specifier(raw: object) -> None:
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    _text(raw)
    try:
        SpecifierSet(str(raw))
    except InvalidSpecifier:
        raise Faults.one("no_version_range", found=shown(raw), allowed=('">=1,<2"',)) from None


def _date(raw: object) -> date:
    try:
        found: date = DayKind().parse(raw)
    except Misfit as misfit:
        raise Faults.one(misfit.code, found=misfit.found, allowed=misfit.allowed, near=misfit.nearest) from None
    return found
