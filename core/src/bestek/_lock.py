"""The lock of a profile: exactly which versions, files and settings it was made of.

A lock stands beside its profile: `bestek.lock` beside `bestek.toml`. The same profile over the same packages gives
the same bytes. It holds its own digest, so that one that was edited by hand is noticed; that is no signature.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import platform
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from ._bytes import bytes_of, from_toml, text_of
from ._digests import fresh_digest_of, is_editable
from .errors import PolicyError, Problem, ProcurementError
from .policy import Policy
from .profile import Profile

SCHEMA = "bestek/lock/1"
LIBRARIES = ("attrs", "cattrs", "packaging", "pluggy", "tomli")  # what a result could depend on
_BARE = re.compile(r"[A-Za-z0-9_-]+\Z")
_HEAD = "# Made by `bestek profile lock`. Do not edit it: make it anew.\n"


def lock_path(profile: Profile) -> Path:
    """Give where the lock of a profile stands."""
    return Path(profile.file).with_suffix(".lock")


def lock_of(policy: Policy) -> dict[str, Any]:
    """Give what a lock of this policy holds; it needs a profile."""
    profile = policy.profile
    assert profile is not None
    known = policy.known_parameters
    made: dict[str, Any] = {
        "schema": SCHEMA,
        "profile": {"name": profile.name or "", "digest": profile.digest},
        "files": {profile.local(file.file): file.digest for file in profile.files},
        "packages": {name: _package(name) for name in packages_of(policy)},
        "regulations": {found.regulation.id: found.distribution for found in policy.loaded},
        "parameters": {id: known[id].kind.plain(value) for id, value in sorted(policy.parameters.items())},  # noqa: A001
        "recorded": {"python": platform.python_version()} | {name: _version(name) for name in LIBRARIES},
    }
    return {**made, "digest": _digest(made)}


def packages_of(policy: Policy) -> tuple[str, ...]:
    """Name the distributions that a policy is made of, the core first."""
    return ("bestek", *sorted({found.distribution for found in policy.loaded}))


def _package(name: str) -> dict[str, Any]:
    found = importlib.metadata.distribution(name)
    digest = fresh_digest_of(name)
    fixed = {"sha256": digest} if digest else {"editable": True} if is_editable(found) else {"unrecorded": True}
    return {"version": found.version, **fixed}


def _version(name: str) -> str:
    return importlib.metadata.version(name)


def _digest(made: Mapping[str, Any]) -> str:
    rest = {key: value for key, value in made.items() if key != "digest"}
    canonical = json.dumps(rest, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


# As a file --------------------------------------------------------------------------------------------------


def dumps(made: Mapping[str, Any]) -> str:
    """Write a lock as TOML, in one order: plain keys, then one table after the other."""
    lines = [_HEAD]
    lines += [f"{key} = {_value(made[key])}" for key in ("schema", "digest")]
    for table in ("profile", "files", "regulations", "parameters", "recorded"):
        lines += ["", f"[{table}]", *(f"{_key(key)} = {_value(value)}" for key, value in sorted(made[table].items()))]
    for name, package in sorted(made["packages"].items()):
        lines += ["", f"[packages.{_key(name)}]", *(f"{key} = {_value(package[key])}" for key in sorted(package))]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if _BARE.match(name) else _value(name)


def _value(value: Any) -> str:
    """Write a text, number, truth value or list: JSON's way of writing them is TOML's too."""
    return json.dumps(value, ensure_ascii=False)


def read_lock(path: Path) -> dict[str, Any]:
    """Read a lock. Raises `PolicyError` where there is none, it is no lock, or it was edited by hand."""
    if not path.is_file():
        raise PolicyError(Problem("no_lock", file=str(path)))
    try:
        data = from_toml(text_of(bytes_of(str(path)), str(path)), str(path))
    except ProcurementError as wrong:
        raise PolicyError(attrs.evolve(problem, file=str(path)) for problem in wrong.problems) from None
    tables = ("profile", "files", "packages", "regulations", "parameters", "recorded")
    whole = data.get("schema") == SCHEMA and all(isinstance(data.get(table), dict) for table in tables)
    if not whole or not _plain(data) or _digest(data) != data.get("digest"):
        raise PolicyError(Problem("edited_lock", file=str(path)))
    return dict(data)


def _plain(data: Any) -> bool:
    """Tell whether data holds only what a lock holds, so that its digest can be made."""
    if isinstance(data, dict):
        return all(_plain(value) for value in data.values())
    if isinstance(data, list):
        return all(_plain(value) for value in data)
    return isinstance(data, str | int | float | bool)


# Compared ---------------------------------------------------------------------------------------------------


def differences(locked: Mapping[str, Any], now: Mapping[str, Any], file: str) -> list[Problem]:
    """Say what is not as it was locked."""
    return [attrs.evolve(problem, file=file) for problem in _differences(locked, now)]


def _differences(locked: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Problem]:
    for name in sorted(locked["packages"].keys() | now["packages"].keys()):
        yield from _package_differs(name, locked["packages"].get(name), now["packages"].get(name))
    for table in ("regulations", "files", "parameters"):
        for key in sorted(locked[table].keys() | now[table].keys()):
            before, after = locked[table].get(key), now[table].get(key)
            if before != after:
                yield _differs(f"{table}.{key}", before, after)


def _differs(path: str, before: Any, after: Any) -> Problem:
    if after is None:
        return Problem("lock_gone", path)
    if before is None:
        return Problem("lock_new", path)
    return Problem("lock_differs", path, _value(after), (_value(before),))


def _package_differs(name: str, before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> Iterator[Problem]:
    path = f"packages.{name}"
    if before is None or after is None:
        yield _differs(path, before, after)
    elif before["version"] != after["version"]:
        yield Problem("lock_differs", path, after["version"], (str(before["version"]),))
    elif before.get("sha256") != after.get("sha256"):
        code = "changed_files" if "sha256" in after else "not_fixed"
        yield Problem(code, path, after["version"])


def not_fixed(made: Mapping[str, Any], file: str) -> list[Problem]:
    """Name the packages whose files can change without anyone noticing."""
    return [
        Problem("not_fixed", f"packages.{name}", file=file)
        for name, package in sorted(made["packages"].items())
        if "sha256" not in package
    ]


def other_libraries(locked: Mapping[str, Any], now: Mapping[str, Any], file: str) -> list[Problem]:
    """Name the libraries, and Python, of another version than was recorded."""
    return [
        Problem("other_library", f"recorded.{name}", version, (str(locked["recorded"].get(name)),), file=file)
        for name, version in sorted(now["recorded"].items())
        if locked["recorded"].get(name) != version
    ]


def held_to(policy: Policy) -> Policy:
    """Give the policy, held to the lock beside its profile. Raises `PolicyError` where anything differs."""
    assert policy.profile is not None
    path = lock_path(policy.profile)
    locked, now = read_lock(path), lock_of(policy)
    problems = differences(locked, now, str(path))
    said = {problem.path for problem in problems}
    problems += [problem for problem in not_fixed(now, str(path)) if problem.path not in said]
    if problems:
        raise PolicyError(problems)
    warnings = (*policy.warnings, *other_libraries(locked, now, str(path)))
    return attrs.evolve(policy, lock=locked["digest"], warnings=warnings)
