"""Check that an expression makes sense, and write out what its author left implicit.

Called when a rule or definition is made, so that an error knows its id. Two things are written out here, so
that every reader finds plain nodes:

- a comparison that touches a `dated` fact becomes "it exists, and …";
- a comparison with `least` or `greatest` becomes one comparison for each part.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from . import _tree as t
from ._countries import COUNTRIES
from ._kinds import (
    ChoiceKind,
    CodeKind,
    CountryKind,
    DatedKind,
    DayKind,
    FlagKind,
    Kind,
    NumberKind,
    ScaleKind,
    SetKind,
    TextKind,
)
from .errors import PluginError, nearest

_DAY, _DAYS, _FLAG, _PLAIN_NUMBER, _TEXT = (
    DayKind(),
    NumberKind("days", whole=True),
    FlagKind(),
    NumberKind("", whole=False),
    TextKind(),
)


class NoSense(Exception):
    """An expression that does not make sense; the rule that holds it says where."""

    def __init__(self, what: str, near: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.nearest = near


def kind_of(node: t.Node) -> Kind:
    """Give the kind of value that a node has; a condition is of the kind flag."""
    match node:
        case t.FactRef(fact=fact):
            kind: Kind = fact.kind
            return kind
        case t.ParamRef(parameter=parameter):
            return parameter.kind
        case t.ClassRef(of=of):
            return of.kind
        case t.Lookup(kind=given):
            return {"flag": _FLAG, "number": _PLAIN_NUMBER}[given] if isinstance(given, str) else given
        case t.Named(item=item):
            return kind_of(item)
        case t.Extreme(items=items):
            return kind_of(items[0])
        case t.Today() | t.Launched() | t.Shift():
            return _DAY
        case t.DaysBetween():
            return _DAYS
        case t.Arithmetic(op=op, left=left, right=right):
            if op == "*":
                return _PLAIN_NUMBER
            return kind_of(left) if getattr(kind_of(left), "unit", "") else kind_of(right)
        case t.Union(items=items):
            return next((kind_of(item) for item in items if not isinstance(item, t.Const)), kind_of(items[0]))
        case t.Const(value=value):
            return _kind_of_constant(value)
    return _FLAG


def _kind_of_constant(value: object) -> Kind:
    if isinstance(value, bool):
        return _FLAG
    if isinstance(value, int | float):
        return _PLAIN_NUMBER
    if isinstance(value, date) and not isinstance(value, datetime):
        return _DAY
    if isinstance(value, str):
        return _TEXT
    if isinstance(value, frozenset):
        return SetKind(_TEXT, "constants")
    raise NoSense(f"{value!r} is no value of the language")


def checked_condition(node: t.Node) -> t.Node:
    """Check a condition and give it written out. Raises `NoSense`."""
    match node:
        case t.Const(value=bool()):
            return node
        case t.And(items=items):
            return t.both(*(checked_condition(item) for item in items))
        case t.Or(items=items):
            return t.either(*(checked_condition(item) for item in items))
        case t.Not(item=item):
            return t.negated(checked_condition(item))
        case t.Named() if isinstance(kind_of(node), FlagKind):
            return node  # checked when it was defined
        case t.Compare():
            return _compared(node)
        case t.In(item=item, group=group):
            _check_value(item)
            _check_members(kind_of(item), group)
            return node
        case t.Intersects(some=some, group=group) | t.Within(some=some, group=group):
            kind = kind_of(some)
            if not isinstance(kind, SetKind):
                raise NoSense(f"intersects and within are for sets, not for {said(some)}")
            _check_members(kind.of, group)
            return node
        case t.Each(op=op, list=of, item=item):
            return t.Each(op, of, checked_condition(item))
        case t.Exists(fact=fact):
            if not isinstance(fact.kind, DatedKind):
                raise NoSense(f".exists belongs to a dated fact, not to {fact.path}")
            return node
        case t.FactRef() | t.ParamRef() | t.Lookup() if isinstance(kind_of(node), FlagKind):
            for key in node.parts():
                _check_value(key)
            if isinstance(node, t.Lookup):
                _check_rows(node)
            return node
    raise NoSense(f"{said(node)} is not a condition")


def checked_value(node: t.Node) -> t.Node:
    """Check a value and give it as it is. Raises `NoSense`."""
    _check_value(node)
    return node


def _compared(node: t.Compare) -> t.Node:
    for side in (node.left, node.right):
        _check_value(side)
    _check_alike(node.op, node.left, node.right)
    return _exist_first(_part_by_part(node))


def _part_by_part(node: t.Compare) -> t.Node:
    op, left, right = node.op, node.left, node.right
    if isinstance(left, t.Extreme):
        if op == "==":
            both_ways = (t.Compare("<=", left, right), t.Compare(">=", left, right))
            return t.both(*(_part_by_part(part) for part in both_ways))
        if op == "!=":
            return t.negated(_part_by_part(t.Compare("==", left, right)))
        parts = [_part_by_part(t.Compare(op, item, right)) for item in left.items]
        wants_all = (left.op == "greatest") == (op in ("<", "<="))
        return t.both(*parts) if wants_all else t.either(*parts)
    if isinstance(right, t.Extreme):
        return _part_by_part(t.Compare(t.MIRRORED[op], right, left))
    return node


def _exist_first(node: t.Node) -> t.Node:
    match node:
        case t.Compare(left=left, right=right):
            return t.both(*(t.Exists(fact) for fact in _dated_in(left, right)), node)
        case t.And(items=items):
            return t.both(*(_exist_first(item) for item in items))
        case t.Or(items=items):
            return t.either(*(_exist_first(item) for item in items))
        case t.Not(item=item):
            return t.negated(_exist_first(item))
    return node


def _dated_in(*nodes: t.Node) -> Iterator[Any]:
    """Give each dated fact whose day these values use, once."""
    seen: list[Any] = []
    for node in nodes:
        for part in t.walk(node):
            if isinstance(part, t.FactRef) and isinstance(part.fact.kind, DatedKind) and part.fact not in seen:
                seen.append(part.fact)
                yield part.fact


def _check_value(node: t.Node) -> None:
    match node:
        case t.FactRef() | t.ParamRef() | t.ClassRef() | t.Today() | t.Launched() | t.Const() | t.Named():
            kind_of(node)
        case t.Lookup():
            for key in node.keys:
                _check_value(key)
            _check_rows(node)
        case t.Extreme(items=items):
            for item in items:
                _check_value(item)
                _check_alike("<", items[0], item)
        case t.Arithmetic(left=left, right=right):
            for side in (left, right):
                _check_value(side)
                if not isinstance(kind_of(side), NumberKind):
                    raise NoSense(f"{said(side)} is not a number")
            if node.op != "*":
                _check_alike("<", left, right)
        case t.Shift(date=day, amount=amount):
            _check_value(day)
            _check_value(amount)
            if not isinstance(kind_of(day), DayKind) or not isinstance(kind_of(amount), NumberKind):
                raise NoSense(f"{said(day)} plus {said(amount)} {node.unit} is not a date plus a number")
        case t.DaysBetween(start=start, end=end):
            for side in (start, end):
                _check_value(side)
                if not isinstance(kind_of(side), DayKind):
                    raise NoSense(f"{said(side)} is not a date")
        case _:
            raise NoSense(f"{said(node)} is not a value")


def _check_alike(op: str, left: t.Node, right: t.Node) -> None:
    for kinds, other in ((kind_of(left), right), (kind_of(right), left)):
        if isinstance(kinds, SetKind):
            raise NoSense("a set is compared with .intersects(…) or .within(…)")
        if isinstance(kinds, FlagKind):
            raise NoSense("a yes/no is not compared: write it as it is, or with ~")
        if isinstance(other, t.Const):
            _check_constant(kinds, other.value)
    kind, second = kind_of(left), kind_of(right)
    constants = isinstance(left, t.Const) or isinstance(right, t.Const)
    if isinstance(kind, NumberKind) and isinstance(second, NumberKind):
        if kind.unit and second.unit and kind.unit != second.unit:
            raise NoSense(f"{said(left)} is in {kind.unit}, {said(right)} in {second.unit}")
    elif isinstance(kind, DayKind) and isinstance(second, DayKind):
        pass
    elif not constants and kind.key != second.key:
        raise NoSense(f"{said(left)} ({kind.name}) cannot be compared with {said(right)} ({second.name})")
    ordered = (ScaleKind, NumberKind, DayKind)
    if op not in ("==", "!=") and not isinstance(second if isinstance(left, t.Const) else kind, ordered):
        raise NoSense(f"{said(left)} {op} {said(right)}: only scales, numbers and dates have an order")


def _check_constant(kind: Kind, value: object) -> None:
    match kind:
        case TextKind() if isinstance(value, str):
            return
        case ChoiceKind():
            if value not in kind.values:
                raise NoSense(f"{value!r} is none of {', '.join(kind.values)}", nearest(str(value), kind.values))
        case CountryKind():
            if value not in COUNTRIES:
                raise NoSense(f"{value!r} is not a country code of ISO 3166-1 alpha-2")
        case CodeKind():
            if not (isinstance(value, str) and value.isdigit() and len(value) == kind.digits):
                raise NoSense(f"{value!r} is not a code of {kind.digits} digits")
        case NumberKind():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise NoSense(f"{value!r} is not a number")
        case DayKind():
            if isinstance(value, datetime) or not isinstance(value, date):
                raise NoSense(f"{value!r} is not a date")
        case _:
            raise NoSense(f"{value!r} cannot be compared with a {kind.name}")


def _check_members(kind: Kind, group: t.Node) -> None:
    items = group.items if isinstance(group, t.Union) else (group,)
    for item in items:
        if isinstance(item, t.Const):
            for member in sorted(item.value):
                _check_constant(kind, member)
            continue
        given = kind_of(item)
        if not isinstance(given, SetKind) or given.of.key != kind.key:
            raise NoSense(f"{said(item)} is not a set of {kind.name}")


def _check_rows(node: t.Lookup) -> None:
    for keys, given in node.rows:
        for key, of in zip(keys, node.keys, strict=True):
            kind = kind_of(of)
            if isinstance(kind, FlagKind):
                if not isinstance(key, bool):
                    raise NoSense(f"{key!r} is not true or false")
            elif isinstance(kind, ChoiceKind | CountryKind):
                _check_constant(kind, key)
            else:
                raise NoSense(f"{said(of)} cannot be the key of a table: it has no closed list of values")
        kind = kind_of(node)
        if isinstance(kind, FlagKind):
            if not isinstance(given, bool):
                raise NoSense(f"{given!r} is not true or false")
        else:
            _check_constant(kind, given)


def said(node: t.Node) -> str:
    """Name a node shortly in an error."""
    match node:
        case t.FactRef(fact=fact) | t.Exists(fact=fact):
            return str(fact.path)
        case t.Const(value=value):
            return repr(value)
        case t.ParamRef(parameter=parameter):
            return f"parameter {parameter.id}"
        case t.ClassRef(of=of):
            return f"class {of.id}"
        case t.Named(name=name):
            return name
    return f"a {type(node).__name__.lower()}"


def where_it_stands(node: t.Node) -> frozenset[str]:
    """Give the places (`at`) of the groups whose facts the expression reads from outside a list it walks."""
    found: set[str] = set()
    _places(node, frozenset(), found)
    return frozenset(found)


def _places(node: t.Node, inside: frozenset[str], found: set[str]) -> None:
    match node:
        case t.FactRef(fact=fact) | t.Exists(fact=fact):
            at = fact.owner.at
            if "[]" in at and not any(at.startswith(place) for place in inside):
                depth = at.rfind("[]") + 2
                if at[:depth] != "suppliers[]":
                    raise NoSense(f"{fact.path} belongs inside .any(…) or .all(…) over {at[: depth - 2]}")
                found.add("suppliers[]")
        case t.Each(list=of, item=item):
            if of.owner.at.startswith("suppliers[]"):
                found.add("suppliers[]")
            elif of.path == "suppliers":
                raise NoSense("a rule names supplier, and is judged for each; it does not walk over suppliers")
            _places(item, inside | {f"{of.path}[]"}, found)
        case _:
            for part in node.parts():
                _places(part, inside, found)
    if isinstance(node, t.ClassRef) and node.of.per_supplier:
        found.add("suppliers[]")


def reads_fact(node: t.Node, path: str) -> bool:
    """Tell whether the expression names this fact."""
    return any(isinstance(part, t.FactRef | t.Exists) and part.fact.path == path for part in t.walk(node))


def plugin_error(wrong: NoSense, rule: str | None) -> PluginError:
    """Make the author's error of an expression that does not make sense."""
    return PluginError(wrong.what, rule=rule, nearest=wrong.nearest)
