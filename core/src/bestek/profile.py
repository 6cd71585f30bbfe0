"""A profile: what an organisation chose, read from `bestek.toml` and from the files that it extends.

Parents come first, and a file may only tighten what its parents say. Two parents beside each other are both
followed: of what they say, the strictest counts.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from ._kinds import shown
from ._profile_file import MODES, Path_, ProfileFile, Setting, WaiverEntry, read_profile_file
from ._program import Mode
from ._ranges import Range, contradiction, looser_floor
from .errors import PolicyError, Problem

DEEPEST = 20  # files in a chain; deeper is a mistake


@attrs.frozen
class Chosen:
    """A regulation that a profile names: the version ranges it must lie in, how it counts, and who ships it."""

    id: str
    named: Setting
    versions: tuple[Setting, ...]
    mode: Mode
    distribution: str | None


@attrs.frozen(eq=False, slots=False)
class Profile:
    """A profile and the files that it extends, parents first. Made by `read_profile`.

    `above` names for each file the files that it extends, at any depth.
    """

    files: tuple[ProfileFile, ...]
    above: Mapping[str, frozenset[str]]

    @property
    def file(self) -> str:
        """The file itself, as it was named."""
        return self.files[-1].file

    @property
    def folder(self) -> Path:
        """The folder that the file stands in, once links are followed."""
        return self.files[-1].real.parent

    @property
    def name(self) -> str | None:
        """The name of the organisation, or of the profile."""
        found = self.says("profile", "name")
        return found[-1].value if found else None

    @property
    def language(self) -> str | None:
        """The language of reports."""
        found = self.says("profile", "language")
        return found[-1].value if found else None

    def says(self, *path: str) -> tuple[Setting, ...]:
        """Give what the files say at a place, parents first."""
        return self._by_path.get(path, ())

    def under(self, *path: str) -> dict[Path_, tuple[Setting, ...]]:
        """Give what the files say below a place."""
        return {key: found for key, found in self._by_path.items() if key[: len(path)] == path and len(key) > len(path)}

    @cached_property
    def _by_path(self) -> Mapping[Path_, tuple[Setting, ...]]:
        found: dict[Path_, tuple[Setting, ...]] = {}
        for file in self.files:
            for path, setting in file.settings.items():
                found[path] = (*found.get(path, ()), setting)
        return found

    def overrides(self, setting: Setting, other: Setting | WaiverEntry) -> bool:
        """Tell whether a setting stands in a file that extends the file of the other one."""
        file = other.file if isinstance(other, Setting) else other.setting.file
        return file in self.above[setting.file]

    @cached_property
    def regulations(self) -> Mapping[str, Chosen]:
        """The regulations by id: those of this file and of every parent."""
        return {path[1]: self._chosen(path[1]) for path in sorted(self._by_path) if path[0] == "regulations"}

    def _chosen(self, id: str) -> Chosen:
        modes = [setting.value for setting in self.modes_of(id)]
        who = self.says("regulations", id, "distribution")
        return Chosen(
            id,
            self.says("regulations", id)[-1],
            self.says("regulations", id, "version"),
            max(modes, key=MODES.index, default="binding"),
            who[-1].value if who else None,
        )

    def modes_of(self, id: str) -> tuple[Setting, ...]:
        """Give how each file lets a regulation count: who names it and says nothing inherits, or lets it bind."""
        found: list[Setting] = []
        for file in self.files:
            named = file.settings.get(("regulations", id))
            said = file.settings.get(("regulations", id, "mode"))
            if said is None and named is not None and not any(one.file in self.above[file.file] for one in found):
                said = attrs.evolve(named, value="binding")
            found += [said] if said else []
        return tuple(found)

    @cached_property
    def waivers(self) -> tuple[WaiverEntry, ...]:
        """The waivers of all files; of those on one rule and scope, the one that ends first."""
        found: dict[tuple[str, str], WaiverEntry] = {}
        for entry in (entry for file in self.files for entry in file.waivers):
            known = found.get((entry.rule, entry.scope))
            if known is None or entry.expires <= known.expires:
                found[entry.rule, entry.scope] = entry
        return tuple(found[key] for key in sorted(found))

    def local(self, file: str) -> str:
        """Name a file as seen from the folder of the profile: the same name wherever one stands."""
        real = next(one.real for one in self.files if one.file == file)
        return Path(os.path.relpath(real, self.folder)).as_posix()

    @cached_property
    def digest(self) -> str:
        """The sha256 of what the files say together, in canonical JSON: comments and layout make no difference."""
        said = {json.dumps(path): [one.value for one in found] for path, found in self._by_path.items()}
        keys = ("rule", "scope", "reason", "approved_by", "approved_on", "expires")
        waivers = [[getattr(entry, key) for key in keys] for entry in self.waivers]
        canonical = json.dumps([said, waivers], sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
        return hashlib.sha256(canonical.encode()).hexdigest()


# Reading ----------------------------------------------------------------------------------------------------


def read_profile(
    file: str | os.PathLike[str], *, parents: Iterable[str | os.PathLike[str]] = (), content: bytes | None = None
) -> Profile:
    """Read a profile and what it extends. Raises `PolicyError` with every fault that the files have by themselves.

    A file may extend files in its own folder and below. One that stands elsewhere, by `..` or through a link, is
    refused unless `parents` names it. `content` stands for the file itself: what it is about to become.
    """
    reading = _Reading({Path(parent).resolve() for parent in parents})
    reading.follow(os.fspath(file), (), content)
    if reading.problems:
        raise PolicyError(reading.problems)
    return Profile(tuple(reading.files.values()), reading.above())


class _Reading:
    """Follows `extends`, each file once, and gathers what is wrong."""

    def __init__(self, named: set[Path]) -> None:
        self.named = named
        self.files: dict[Path, ProfileFile] = {}
        self.parents: dict[Path, list[Path]] = {}
        self.problems: list[Problem] = []

    def follow(self, file: str, chain: tuple[tuple[Path, str], ...], content: bytes | None = None) -> None:
        real = Path(file).resolve()
        if real in self.files:
            return
        try:
            found = read_profile_file(file, content=content)
        except PolicyError as wrong:
            self.problems += wrong.problems
            return
        chain = (*chain, (real, file))
        self.parents[real] = []
        for place, name in enumerate(found.extends):
            setting = attrs.evolve(found.settings["profile", "extends"], value=name, path=f"profile.extends[{place}]")
            beside = os.path.normpath(Path(file).parent / name)
            parent = Path(beside).resolve()
            if parent in (known for known, _ in chain):
                circle = [named for _, named in chain[[known for known, _ in chain].index(parent) :]]
                self.problems.append(setting.problem("extends_itself", found=" → ".join([*circle, circle[0]])))
            elif len(chain) >= DEEPEST:
                self.problems.append(setting.problem("too_deep"))
            elif self._outside(parent, Path(file)):
                self.problems.append(setting.problem("extends_outside", allowed=(f"--parent {beside}",)))
            else:
                self.parents[real].append(parent)
                self.follow(beside, chain)
        self.files[real] = found

    def _outside(self, parent: Path, file: Path) -> bool:
        return parent not in self.named and not parent.is_relative_to(file.parent.resolve())

    def above(self) -> dict[str, frozenset[str]]:
        """Give for each file, parents first, the files that it extends at any depth."""
        found: dict[Path, frozenset[str]] = {}
        for real in self.files:
            direct = self.parents[real]
            inherited = [found[parent] for parent in direct if parent in found]
            names = {self.files[parent].file for parent in direct if parent in self.files}
            found[real] = frozenset(names).union(*inherited)
        return {self.files[real].file: above for real, above in found.items()}


# A child may only tighten -----------------------------------------------------------------------------------


def loosened(profile: Profile) -> list[Problem]:
    """Find where a file says less than a file that it extends, as far as that shows without the regulations."""
    problems: list[Problem] = []
    for id in profile.regulations:  # noqa: A001 - the field's own word
        problems += looser(profile, profile.modes_of(id), _milder)
        problems += looser(profile, profile.says("regulations", id, "version"), looser_floor)
        problems += different(profile.says("regulations", id, "distribution"))
        problems += _impossible(profile.says("regulations", id, "version"))
    for found in (profile.under("organisation"), profile.under("facts")):
        for settings in found.values():
            problems += different(settings)
    problems += _longer_waivers(profile)
    if not profile.regulations:
        problems.append(Problem("no_regulations", "regulations", file=profile.file))
    return problems


def looser(profile: Profile, settings: Iterable[Setting], is_looser: Any) -> list[Problem]:
    """Find the settings that are looser than one that their file inherits; each names both files and both values."""
    settings = tuple(settings)
    return [
        _refused(setting, above, "looser_than_parent")
        for setting in settings
        for above in settings
        if profile.overrides(setting, above) and is_looser(setting.value, above.value)
    ]


def different(settings: tuple[Setting, ...]) -> list[Problem]:
    """Find a setting that contradicts another one: of a fact there is one value."""
    return [
        _refused(setting, settings[0], "contradicts_parent")
        for setting in settings[1:]
        if _same_form(setting.value) != _same_form(settings[0].value)
    ]


def _refused(setting: Setting, above: Setting, code: str) -> Problem:
    return setting.problem(code, found=f"{shown_value(setting.value)}", allowed=(said_in(above),))


def said_in(setting: Setting) -> str:
    """Name a value and where it stands."""
    place = f"{setting.file}:{setting.line}" if setting.line else setting.file
    return f"{shown_value(setting.value)} ({place})"


def shown_value(value: Any) -> str:
    """Show a value as the file has it; a list with its members."""
    if isinstance(value, list | tuple | frozenset):
        members = sorted(value) if isinstance(value, frozenset) else value
        return f"[{', '.join(shown(member) for member in members)}]"
    return shown(value)


def _milder(mode: str, than: str) -> bool:
    return MODES.index(mode) < MODES.index(than)


def _same_form(value: Any) -> Any:
    """Write a value so that a date and its text are equal, and the order of a set makes no difference."""
    if isinstance(value, list) and all(isinstance(member, str) for member in value):
        return sorted(value)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _impossible(settings: tuple[Setting, ...]) -> list[Problem]:
    """Find two ranges that no version lies in together, or one that holds none."""
    for place, setting in enumerate(settings):
        for other in (*settings[:place], setting):
            if contradiction(Range(setting.value), Range(other.value)):
                return [setting.problem("impossible_range", allowed=(said_in(other),) if other is not setting else ())]
    return []


def _longer_waivers(profile: Profile) -> list[Problem]:
    """Find waivers that last longer or reach wider than one of a parent on the same rule."""
    problems: list[Problem] = []
    entries = [entry for file in profile.files for entry in file.waivers]
    for entry in entries:
        above = [other for other in entries if other.rule == entry.rule and profile.overrides(entry.setting, other)]
        for other in above:
            wider = entry.scope == "all" and other.scope != "all"
            longer = entry.scope == other.scope and entry.expires > other.expires
            if wider or longer:
                key = "scope" if wider else "expires"
                problems.append(_refused(entry.said[key], other.said[key], "looser_than_parent"))
    return problems
