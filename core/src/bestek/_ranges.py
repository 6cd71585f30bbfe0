"""Ranges of versions: what lies in them, where they begin, and which contradict each other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.version import Version

Bound = tuple["Version", bool]  # the version, and whether it lies in the range itself


class Range:
    """A range as a profile writes it: `>=1,<2`. Reads what packaging reads."""

    def __init__(self, text: str) -> None:
        self.text = text

    def admits(self, version: str) -> bool:
        """Tell whether a version lies in the range; one that was tried out beforehand may too."""
        from packaging.specifiers import SpecifierSet

        return SpecifierSet(self.text).contains(version, prereleases=True)

    @cached_property
    def _bounds(self) -> tuple[list[Bound], list[Bound]]:
        from packaging.specifiers import SpecifierSet
        from packaging.version import Version

        floors: list[Bound] = []
        ceilings: list[Bound] = []
        for part in SpecifierSet(self.text):
            operator, said = part.operator, part.version
            if operator in ("!=", "==="):
                continue
            version = Version(said.removesuffix(".*"))
            if operator in (">=", ">", "==", "~="):
                floors.append((version, operator != ">"))
            if operator in ("<=", "<"):
                ceilings.append((version, operator == "<="))
            elif operator == "==" and not said.endswith(".*"):
                ceilings.append((version, True))
            elif operator in ("==", "~="):
                kept = version.release if operator == "==" else version.release[:-1]
                ceilings.append((Version(".".join(map(str, (*kept[:-1], kept[-1] + 1)))), False))
        return floors, ceilings

    @property
    def floor(self) -> Bound | None:
        """Where the range begins; None where it has no beginning."""
        return max(self._bounds[0], key=lambda bound: (bound[0], not bound[1]), default=None)

    @property
    def ceiling(self) -> Bound | None:
        """Where the range ends; None where it has no end."""
        return min(self._bounds[1], key=lambda bound: (bound[0], bound[1]), default=None)


def looser_floor(text: str, than: str) -> bool:
    """Tell whether a range begins before another one."""
    mine, theirs = Range(text).floor, Range(than).floor
    if theirs is None:
        return False
    return mine is None or (mine[0], not mine[1]) < (theirs[0], not theirs[1])


def contradiction(one: Range, other: Range) -> bool:
    """Tell whether no version can lie in both ranges, as far as their beginnings and ends show."""
    for first, second in ((one, other), (other, one)):
        floor, ceiling = first.floor, second.ceiling
        if floor and ceiling and (floor[0], not floor[1]) > (ceiling[0], not ceiling[1]):
            return True
        if floor and ceiling and floor[0] == ceiling[0] and not (floor[1] and ceiling[1]):
            return True
    return False
