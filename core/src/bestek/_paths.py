"""Paths of facts: `information.tbb`, `suppliers[0].controllers[1].country`, `suppliers[Voorbeeld BV].country`.

A member of a list is named by its place, from zero, or by its exact name. Inside the tool the place is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from .facts import Fact, ListOf, One
from .group import Group

Part = str | int
_PLAIN = re.compile(r"[A-Za-z0-9_-]+\Z")
_PART = re.compile(r"\.?(?:(?P<name>[A-Za-z0-9_-]+)|\[(?P<place>\d+)\]|\[(?P<member>.*?)\](?=\.|\[|\Z))", re.DOTALL)


class NoSuchPath(Exception):
    """A path that leads nowhere: up to which part it leads, and what could have come next."""

    def __init__(self, found: str, known: Iterable[str] = ()) -> None:
        super().__init__(found)
        self.found = found
        self.known = tuple(known)


def join(parts: Iterable[Part]) -> str:
    """Write a path: names joined by dots, places in brackets, other keys in quotes."""
    written = ""
    for part in parts:
        if isinstance(part, int):
            written += f"[{part}]"
        elif _PLAIN.match(part):
            written += f".{part}" if written else part
        else:
            written += f'."{part}"' if written else f'"{part}"'
    return written


def split(path: str) -> list[Part | tuple[str]]:
    """Read a path; a member named by its name is a tuple of one."""
    parts: list[Part | tuple[str]] = []
    at = 0
    while at < len(path):
        found = _PART.match(path, at)
        if found is None or found.end() == at or (not parts and path[0] == "."):
            raise NoSuchPath(path)
        if found["name"] is not None:
            parts.append(found["name"])
        elif found["place"] is not None:
            parts.append(int(found["place"]))
        else:
            parts.append((found["member"],))
        at = found.end()
    return parts


def members_of(group: Group | type[Group], extensions: Mapping[str, type[Group]]) -> dict[str, Any]:
    """Give everything a path can name right below this group."""
    inner: dict[str, Any] = {**group.facts, **group.groups, **group.lists}
    return inner | {key: of for key, of in extensions.items() if group.open_to_plugins}


def resolve(top: Group, path: str) -> tuple[list[Part], Group, Fact[Any, Any] | ListOf[Any]]:
    """Follow a path through a file: its parts by place, the group it ends in, and the fact or list it names.

    Raises `NoSuchPath` where it leads nowhere. Tables of regulations that the file does not have lead nowhere
    either: ask `bestek.read` for a file that has them.
    """
    done: list[Part] = []
    here: Any = top
    parts = split(path)
    for place, part in enumerate(parts):
        last = place == len(parts) - 1
        if isinstance(here, tuple):  # a list: now a place or a name must come
            position = _position(here, part, done)
            done.append(position)
            here = here[position]
            continue
        if not isinstance(part, str):
            raise NoSuchPath(join([*done, str(part)]))
        member = (
            {**here.facts, **here.groups, **here.lists, **here.extensions}.get(part)
            if _open(here)
            else ({**here.facts, **here.groups, **here.lists}.get(part))
        )
        if isinstance(member, Fact | ListOf) and last:
            return [*done, part], here, member
        if isinstance(member, Group):
            here = member
        elif isinstance(member, One):
            here = getattr(here, part)
        elif isinstance(member, ListOf):
            here = getattr(here, part) or ()
        else:
            raise NoSuchPath(join([*done, part]), (*here.facts, *here.groups, *here.lists))
        done.append(part)
    raise NoSuchPath(path)


def _open(group: Any) -> bool:
    return isinstance(group, Group) and group.open_to_plugins


def _position(members: tuple[Any, ...], part: Any, done: list[Part]) -> int:
    if isinstance(part, int) and part < len(members):
        return part
    if isinstance(part, tuple):
        for place, member in enumerate(members):
            if member.name == part[0]:
                return place
    raise NoSuchPath(f"{join(done)}[{part[0] if isinstance(part, tuple) else part}]")
