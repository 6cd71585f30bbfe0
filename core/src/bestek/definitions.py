"""Definitions: expressions with a name, shared by rules and said first in explanations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar, overload

from . import _tree as t
from ._blame import enclosing_rule
from ._check import NoSense, checked_condition, checked_value, kind_of, plugin_error
from .law import Citation
from .words import Condition, Dated, Day, Handle, Value, condition, value

V = TypeVar("V", bound=Value)


@overload
def define(
    name: str,
    item: Condition,
    *,
    nl: str,
    en: str,
    cites: Iterable[Citation] = (),
    since: Mapping[date, Condition] | None = None,
) -> Condition: ...
@overload
def define(
    name: str,
    item: V,
    *,
    nl: str,
    en: str,
    cites: Iterable[Citation] = (),
    since: Mapping[date, V] | None = None,
) -> V: ...


def define(
    name: str,
    item: Any,
    *,
    nl: str,
    en: str,
    cites: Iterable[Citation] = (),
    since: Mapping[date, Any] | None = None,
) -> Any:
    """Name a condition or a value.

    `nl` and `en` are the words an explanation uses. `since` gives later wordings by the day each begins; the
    day that governs the rule picks one. Definitions may use definitions.
    """
    try:
        node = _checked(item)
        later = tuple((day, _checked(wording)) for day, wording in sorted((since or {}).items()))
        for _, wording in later:
            if kind_of(wording).key != kind_of(node).key:
                raise NoSense(f"the wordings of {name} are not of one kind")
    except NoSense as wrong:
        raise plugin_error(wrong, f"{name} ({enclosing_rule()})") from None
    kind: Any = Condition if isinstance(item, Condition) else Day if isinstance(item, Dated) else type(item)
    return kind(t.Named(name, nl, en, node, later, tuple(cites)))


def _checked(item: Handle) -> t.Node:
    return checked_condition(condition(item)) if isinstance(item, Condition) else checked_value(value(item))
