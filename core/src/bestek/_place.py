"""What explanations are made of: plain tuples of facts that decided or are missing, and the place they are read at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from ._evaluate import places_of
from ._law import Days
from ._outcome import Decided
from .group import Group
from .procurement import Procurement
from .vocabulary import Supplier

# A fact that decided: its path, its value, the fact (or list) itself, and the path of what it stands in for.
Reason: TypeAlias = tuple[str, Any, Any, str | None]
# The truth of a condition, the facts that decide it, and where it is not known those that still matter.
Why: TypeAlias = tuple[bool | None, tuple[Reason, ...], tuple[str, ...]]
# The value of an expression (None: not known), the facts it comes from, and those that it lacks.
Found: TypeAlias = tuple[Any, tuple[Reason, ...], tuple[str, ...]]

SURELY: Why = (True, (), ())
NEVER: Why = (False, (), ())


class Standing(NamedTuple):
    """Where a class stands, as places in its order of strictness (-1: no level): certain and still possible.

    `best` are the facts that gave the certain level, `every` all that were weighed, `proposed` the strictest
    level that a row proposes.
    """

    low: int
    high: int
    sure: bool = False
    best: tuple[Reason, ...] = ()
    every: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    proposed: int | None = None


class Place:
    """Where an explanation stands: the groups and their paths, one subject, and what was decided for it.

    What was explained already is kept: in `of_file` what depends on no supplier (shared by all places of a file),
    in `of_subject` what depends on one, in `of_member` what depends on the member of a list.
    """

    __slots__ = ("days", "decided", "file", "here", "of_file", "of_member", "of_subject", "paths", "supplier")

    def __init__(self, file: Procurement, days: Days, decided: Decided) -> None:
        self.file = file
        self.days = days
        self.decided = decided
        self.supplier: Supplier | None = None
        self.here: dict[str, Group] = dict(places_of(file.facts))
        self.paths: dict[str, str] = {"": ""}
        self.of_file: dict[object, Any] = {}
        self.of_subject = self.of_member = self.of_file

    def at_supplier(self, supplier: Supplier, path: str, decided: Decided) -> Place:
        """Give the same place, standing at a supplier."""
        inner = self.inside("suppliers[]", supplier, path)
        inner.supplier, inner.decided, inner.of_subject = supplier, decided, inner.of_member
        return inner

    def inside(self, at: str, member: Group, path: str) -> Place:
        """Give the same place, standing at a member of a list."""
        inner = Place.__new__(Place)
        inner.file, inner.days, inner.decided, inner.supplier = self.file, self.days, self.decided, self.supplier
        inner.here = {**self.here, **dict(places_of(member))}
        inner.paths = {**self.paths, at: path}
        inner.of_file, inner.of_subject, inner.of_member = self.of_file, self.of_subject, {}
        return inner

    def path_of(self, path: str) -> str:
        """Write a path such as `suppliers[].country` with the places of this subject."""
        if "[]" not in path:
            return path
        at, _, rest = path.rpartition("[]")
        return self.paths[f"{at}[]"] + rest


Condition: TypeAlias = Callable[[Place], Why]
Value: TypeAlias = Callable[[Place], Found]
Possible: TypeAlias = Callable[[Place], frozenset[Any]]


def all_of(whys: Iterable[Why], *, stop: bool = False) -> Why:
    """What an "and" comes to (with `stop`, an "or"): the first part that decides it is the reason; else all parts are."""
    reasons: tuple[Reason, ...] = ()
    missing: tuple[str, ...] = ()
    unknown = False
    for why in whys:
        truth, because, lacks = why
        if truth is stop:
            return why
        if truth is None:
            unknown = True
            missing += lacks
        else:
            reasons += because
    return (None, (), missing) if unknown else (not stop, reasons, ())


def once(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Leave out what was there before; reasons are told apart by path and value."""
    return items if len(items) < 2 else tuple({_key(item): item for item in reversed(items)}.values())[::-1]


def _key(item: Any) -> Any:
    return item if isinstance(item, str) else item[0]
