"""Which of two values of a parameter is the stricter one, by the way that the parameter says is stricter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

# For each way: is the first value looser than the second, and the strictest of both.
_WAYS: Mapping[str, tuple[Callable[[Any, Any], bool], Callable[[Any, Any], Any]]] = {
    "lower": (lambda value, than: value > than, min),
    "higher": (lambda value, than: value < than, max),
    "earlier": (lambda value, than: value > than, min),
    "later": (lambda value, than: value < than, max),
    "smaller": (lambda value, than: not value <= than, lambda value, other: value & other),
    "larger": (lambda value, than: not value >= than, lambda value, other: value | other),
    "true": (lambda value, than: than and not value, lambda value, other: value or other),
    "false": (lambda value, than: value and not than, lambda value, other: value and other),
}


def is_looser(way: str | None, value: Any, than: Any) -> bool:
    """Tell whether a value is looser than another; where no way is stricter, every other value is."""
    return bool(value != than if way is None else _WAYS[way][0](value, than))


def strictest(way: str | None, value: Any, other: Any) -> Any:
    """Give the strictest of two values; of sets, what both hold or either holds."""
    return value if way is None else _WAYS[way][1](value, other)
