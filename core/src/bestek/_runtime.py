"""What compiled policies call at run time: sets of possible values as the bits of a number, and tables on them.

Bit n stands for value n of a closed list; the bit beyond the last value stands for "no level", or "no row".
"""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from . import _tree as t
from ._check import kind_of
from ._kinds import OTHERS, FlagKind
from ._law import in_force
from ._values import closed_list, order_of
from .classes import ClassOf


def extreme(greatest: bool, count: int, masks: tuple[int, ...]) -> int:
    """Give the possible greatest or least of several sets of possible places."""
    masks = tuple(mask & ((1 << count) - 1) for mask in masks)
    if not all(masks):
        return (1 << count) - 1
    lows = [(mask & -mask).bit_length() - 1 for mask in masks]
    highs = [mask.bit_length() - 1 for mask in masks]
    low, high = (max(lows), max(highs)) if greatest else (min(lows), min(highs))
    every = 0
    for mask in masks:
        every |= mask
    return every & ((1 << (high + 1)) - 1) & ~((1 << low) - 1)


def member(mask: int, values: tuple[str | None, ...], sets: tuple[frozenset[str] | None, ...]) -> bool | None:
    """Tell whether every value that a class may have is in a set, or none is."""
    complete = all(found is not None and OTHERS not in found for found in sets)
    certain = frozenset().union(*(found for found in sets if found is not None))
    possible = [value for place, value in enumerate(values) if mask >> place & 1]
    answers = {None if value is None else value in certain or (False if complete else None) for value in possible}
    return answers.pop() if len(answers) == 1 else None


class Table(dict[Any, tuple[Any, int]]):
    """What a table gives for masks of keys: the settled value, and the mask of what it may give. Filled on need."""

    def __init__(self, node: t.Lookup) -> None:
        super().__init__()
        self.rows = dict(node.rows)
        self.keys_of = [(True, False) if isinstance(kind_of(key), FlagKind) else _with_none(key) for key in node.keys]
        kind = kind_of(node)
        self.bits = {value: 1 << place for place, value in enumerate(closed_list(kind) or (True, False))}
        self.none = 1 << len(self.bits)

    def __missing__(self, key: Any) -> tuple[Any, int]:
        masks = key if isinstance(key, tuple) else (key,)
        possible = [
            [value for place, value in enumerate(values) if mask >> place & 1]
            for mask, values in zip(masks, self.keys_of, strict=True)
        ]
        found = {self.rows.get(keys) for keys in product(*possible)}
        settled = next(iter(found)) if len(found) == 1 else None
        mask = 0
        for value in found:
            mask |= self.none if value is None else self.bits.get(value, 0)
        self[key] = settled, mask
        return self[key]


def _with_none(key: t.Node) -> tuple[str | None, ...]:
    if isinstance(key, t.ClassRef) and key.of.on_scale:
        return (*key.of.kind.values, None)
    return closed_list(kind_of(key))


class Levels(dict[tuple[int, int], int]):
    """The mask of the levels from one place to another, in the order of the scale; beyond the last bit: no level."""

    def __init__(self, of: ClassOf) -> None:
        super().__init__()
        self.places = {level: place for place, level in enumerate(of.kind.values)}
        self.order = order_of(of)

    def __missing__(self, key: tuple[int, int]) -> int:
        low, high = key
        mask = 0
        for place in range(low, high + 1):
            mask |= 1 << (len(self.order) if place < 0 else self.places[self.order[place]])
        self[key] = mask
        return mask


class ByMask(dict[int, Any]):
    """The one value of a mask, or None where there are several."""

    def __init__(self, values: tuple[str, ...]) -> None:
        super().__init__({1 << place: value for place, value in enumerate(values)})

    def __missing__(self, key: int) -> Any:
        return None

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(sorted(self.items())))


class Possible(dict[date, Any]):
    """The one value that a parameter may have had up to a day, or None. Filled on need."""

    def __init__(self, values: Any) -> None:
        super().__init__()
        self.dated = values

    def __missing__(self, bound: date) -> Any:
        possible = [one.value for one in self.dated if in_force(one.start, one.end, None, bound) is not False]
        same = bool(possible) and all(value == possible[0] for value in possible)
        self[bound] = possible[0] if same else None
        return self[bound]


class Spread(dict[int, Any]):
    """What a mask of levels says for a class; None where it gives none. Filled on need.

    Its least and most strict place, whether it surely gives a level, and whether just one.
    """

    def __init__(self, of: ClassOf) -> None:
        super().__init__()
        self.values_of = of.kind.values
        self.places = {level: place for place, level in enumerate(order_of(of))}

    def __missing__(self, mask: int) -> tuple[int, int, bool, bool] | None:
        places = [self.places[level] for bit, level in enumerate(self.values_of) if mask >> bit & 1]
        sure = not mask >> len(self.values_of)
        self[mask] = (min(places), max(places), sure, sure and len(places) == 1) if places else None
        found: tuple[int, int, bool, bool] | None = self[mask]
        return found
