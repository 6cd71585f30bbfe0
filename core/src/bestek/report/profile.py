"""What a profile says, with the file that each setting came from; and how two of them differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from .._lock import differences, lock_of, lock_path, not_fixed, read_lock
from .._profile_diff import Change
from .._profile_file import Setting
from .._say import day as say_day
from .._texts import say
from ..errors import PolicyError
from ..policy import Policy
from ..profile import Profile
from ..waivers import judge
from . import words as _words  # noqa: F401 - adds the words of reports
from .text import Paint, plain
from .wrap import wrapped

SCHEMA = "bestek/profile/1"
DIFF_SCHEMA = "bestek/profile-diff/1"


# As data ----------------------------------------------------------------------------------------------------


def as_dict(policy: Policy, on: date) -> dict[str, Any]:
    """Give everything that a profile comes to on a day: enough to say later what was applied."""
    profile = policy.profile
    assert profile is not None
    return {
        "schema": SCHEMA,
        "on": on.isoformat(),
        "name": profile.name,
        "language": profile.language,
        "digest": profile.digest,
        "files": [
            {"file": profile.local(one.file), "sha256": one.digest, "extends": list(one.extends)}
            for one in profile.files
        ],
        "organisation": [_setting(profile, found[-1]) for found in profile.under("organisation").values()],
        "facts": [_setting(profile, found[-1]) for found in profile.under("facts").values()],
        "regulations": list(_regulations(policy, profile)),
        "parameters": list(_parameters(policy, profile)),
        "waivers": list(_waivers(policy, profile, on)),
        "packages": lock_of(policy)["packages"],
        "lock": _lock(policy, profile),
    }


def _setting(profile: Profile, setting: Setting) -> dict[str, Any]:
    value = setting.value.isoformat() if isinstance(setting.value, date) else setting.value
    return {"path": setting.path, "value": value, "file": profile.local(setting.file), "line": setting.line}


def _regulations(policy: Policy, profile: Profile) -> Iterator[dict[str, Any]]:
    loaded = {found.regulation.id: found for found in policy.loaded}
    for id, chosen in profile.regulations.items():  # noqa: A001
        yield {
            "id": id,
            "distribution": loaded[id].distribution,
            "version": loaded[id].version,
            "mode": chosen.mode,
            "said": [
                _setting(profile, setting)
                for key in ("version", "mode", "distribution")
                for setting in profile.says("regulations", id, key)
            ],
            "named": [{"file": profile.local(one.file), "line": one.line} for one in profile.says("regulations", id)],
        }


def _parameters(policy: Policy, profile: Profile) -> Iterator[dict[str, Any]]:
    """Give every parameter: its value here, what each file said, and what the law says from day to day."""
    for id, parameter in sorted(policy.known_parameters.items()):  # noqa: A001
        plain = parameter.kind.plain
        given = policy.parameters.get(id)
        yield {
            "id": id,
            "value": None if given is None else plain(given),
            "owner": parameter.owner,
            "stricter": parameter.stricter,
            "said": [_setting(profile, one) for one in profile.says("parameters", *id.split(".", 1))],
            "law": [
                {
                    "from": dated.start and dated.start.isoformat(),
                    "until": dated.end and dated.end.isoformat(),
                    "value": plain(dated.value),
                    "source": dated.source,
                }
                for dated in parameter.values
            ],
        }


def _waivers(policy: Policy, profile: Profile, on: date) -> Iterator[dict[str, Any]]:
    for entry, waiver in zip(profile.waivers, policy.waivers, strict=True):
        made = {
            key: value.isoformat() if isinstance(value, date) else value for key, value in attrs.asdict(waiver).items()
        }
        standing = judge(waiver, policy.program.by_id.get(waiver.rule), on)
        place = {"file": profile.local(entry.setting.file), "line": entry.setting.line}
        yield {**made, "standing": standing, **place}


def _lock(policy: Policy, profile: Profile) -> dict[str, Any] | None:
    """Give the lock beside the profile: whether it holds, that is whether `--locked` accepts it."""
    path = lock_path(profile)
    if not path.is_file():
        return None
    try:
        locked, now = read_lock(path), lock_of(policy)
    except PolicyError:
        return {"file": path.name, "digest": None, "holds": False}
    holds = not differences(locked, now, path.name) and not not_fixed(now, path.name)
    return {"file": path.name, "digest": locked["digest"], "holds": holds}


# As text ----------------------------------------------------------------------------------------------------


def show_text(shown: dict[str, Any], language: str, width: int, paint: Paint = plain) -> str:
    """Write a profile for people: each setting with the file and line that it came from."""
    writer = _Writer(language, width, paint)
    own, *inherited = [file["file"] for file in reversed(shown["files"])]
    head = [writer.say("profile.head", file=own, digest=shown["digest"][:12])]
    if inherited:
        head.append(writer.say("profile.extends", files=", ".join(inherited)))
    blocks = [
        [shown["name"] or own, *head],
        writer.block("profile.organisation", map(writer.setting, shown["organisation"])),
        writer.block("profile.regulations", map(writer.regulation, shown["regulations"])),
        writer.block("profile.facts", map(writer.setting, shown["facts"])),
        writer.block("profile.parameters", filter(None, map(writer.parameter, shown["parameters"]))),
        writer.block("profile.waivers", map(writer.waiver, shown["waivers"])),
        writer.block("profile.lock", [writer.lock(shown["lock"], shown["packages"])]),
    ]
    return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"


class _Writer:
    """Writes the parts of a profile in one language, at one width."""

    def __init__(self, language: str, width: int, paint: Paint) -> None:
        self.language = language
        self.width = width
        self.paint = paint

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language).format(**values)

    def block(self, heading: str, lines: Iterable[str]) -> list[str]:
        """Write a heading and what stands under it; nothing where nothing does."""
        found = [wrapped for line in lines for wrapped in self._wrap(line)]
        return [self.paint(self.say(heading), "heading"), *found] if found else []

    def _wrap(self, line: str) -> list[str]:
        return wrapped(line, self.width, "  ", "      ")

    def setting(self, found: dict[str, Any]) -> str:
        return f"{found['path'].partition('.')[2]} = {self._value(found['value'])}  ({_place(found)})"

    def regulation(self, found: dict[str, Any]) -> str:
        ranges = [f"{one['value']} ({_place(one)})" for one in found["said"] if one["path"].endswith(".version")]
        modes = [
            _place(one) for one in found["said"] if one["path"].endswith(".mode") and one["value"] == found["mode"]
        ]
        where = modes[-1:] or [_place(one) for one in found["named"]]
        mode = f"{self.say('mode.' + found['mode'])} ({', '.join(where)})"
        return "; ".join([f"{found['id']} {found['version']}: {mode}", *ranges])

    def parameter(self, found: dict[str, Any]) -> str:
        if found["value"] is None:
            return "" if found["owner"] == "law" else f"{found['id']}: {self.say('profile.not_filled')}"
        said = ", ".join(f"{self._value(one['value'])} ({_place(one)})" for one in found["said"])
        law = found["law"][-1]["value"] if found["law"] else None
        return f"{found['id']} = {self._value(found['value'])}: {said}" + (
            f"; {self.say('profile.law', value=self._value(law))}" if law is not None else ""
        )

    def waiver(self, found: dict[str, Any]) -> str:
        days = {key: say_day(date.fromisoformat(found[key]), self.language) for key in ("approved_on", "expires")}
        standing = self.say(f"waiver.{found['standing']}")
        scope = self.say("waiver.all") if found["scope"] == "all" else found["scope"]
        about = {"by": found["approved_by"], "day": days["approved_on"], "until": days["expires"]}
        said = self.say("profile.waiver", scope=scope, reason=found["reason"], standing=standing, **about)
        return f"{found['rule']}: {said} ({_place(found)})"

    def lock(self, found: dict[str, Any] | None, packages: dict[str, Any]) -> str:
        if found is None:
            return self.say("profile.no_lock")
        loose = ", ".join(name for name, package in packages.items() if "sha256" not in package)
        if found["holds"]:
            return self.say("profile.lock_holds", file=found["file"])
        reason = self.say("profile.lock_loose", packages=loose) if loose else ""
        return self.say("profile.lock_fails", file=found["file"]) + reason

    def _value(self, value: object) -> str:
        if isinstance(value, list):
            return ", ".join(map(str, value)) or "[]"
        return self.say(f"word.{'yes' if value else 'no'}") if isinstance(value, bool) else str(value)


def _place(found: dict[str, Any]) -> str:
    return f"{found['file']}:{found['line']}" if found["line"] else str(found["file"])


# Two profiles -----------------------------------------------------------------------------------------------


def diff_dict(before: Policy, after: Policy, found: Iterable[Change]) -> dict[str, Any]:
    """Give the differences between two profiles as JSON-able data."""
    return {
        "schema": DIFF_SCHEMA,
        "before": before.identity,
        "after": after.identity,
        "changes": [change.to_dict() for change in found],
    }


def diff_text(found: Iterable[Change], language: str, width: int, paint: Paint = plain) -> str:
    """Say the differences for people, one to a few lines each."""
    writer = _Writer(language, width, paint)
    lines: list[str] = []
    for change in found:
        before, after = (
            writer.say("profile.nothing") if value is None else writer._value(value)
            for value in (change.before, change.after)
        )
        lines += wrapped(f"{change.path}: {before} → {after}", width, "", "  ")
        lines += wrapped(writer.say(f"means.{change.means}") + _about(writer, change.rules), width, "  ")
    return "\n".join(lines or [writer.say("profile.same")]) + "\n"


def _about(writer: _Writer, rules: tuple[str, ...], most: int = 8) -> str:
    if not rules:
        return ""
    named = ", ".join(rules[:most]) + (", …" if len(rules) > most else "")
    count = writer.say("report.decides_one") if len(rules) == 1 else writer.say("report.decides", count=len(rules))
    return f"; {count}: {named}"
