"""The words a rule's condition is written in.

`service.deployment` gives one of the handles below; operators on handles build conditions:

    tbb_4 & (service.deployment == "public") & ~service.key_holder.is_in("buyer", "declared_third_party")

A handle is a pencil: it builds nodes and is thrown away. It has no truth value; `and`, `or`, `not`, `in`,
`if` and `a < b < c` raise where they are written, and the message names the operator to write instead.
Types and choices are checked when the rule is made (`_check`), so that the message knows the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, overload

from . import _tree as t
from ._blame import enclosing_rule
from .errors import NoTruthValueError, PluginError

G = TypeVar("G")
V = TypeVar("V", bound="Value")

_INSTEAD = (
    "a condition has no truth value: write & for 'and', | for 'or', ~ for 'not', "
    ".is_in(…) for 'in', (a < b) & (b < c) for 'a < b < c'"
)


class _Pencil:
    """What every handle has: no truth value, no members, no equality and no order but those it says it has."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        raise NoTruthValueError(_INSTEAD, rule=enclosing_rule())

    def __contains__(self, item: object) -> NoReturn:
        raise NoTruthValueError(_INSTEAD, rule=enclosing_rule())

    def __iter__(self) -> NoReturn:
        raise NoTruthValueError(_INSTEAD, rule=enclosing_rule())

    def __eq__(self, other: object) -> Any:
        raise PluginError(f"{_named(self)} is not compared with == or !=", rule=enclosing_rule())

    __ne__ = __eq__
    __hash__ = object.__hash__

    if not TYPE_CHECKING:  # mypy finds it by itself

        def __lt__(self, other: object) -> Any:
            raise PluginError(f"{_named(self)} has no order", rule=enclosing_rule())

        __le__ = __gt__ = __ge__ = __lt__


class Handle(_Pencil):
    """A handle of an expression: the node that it stands for."""

    __slots__ = ("node",)

    def __init__(self, node: t.Node) -> None:
        self.node = node


class Condition(Handle):
    """True, false or unknown. Join with `&`, `|` and `~`."""

    __slots__ = ()

    def __and__(self, other: Condition) -> Condition:
        return Condition(t.both(self.node, condition(other)))

    def __or__(self, other: Condition) -> Condition:
        return Condition(t.either(self.node, condition(other)))

    def __invert__(self) -> Condition:
        return Condition(t.negated(self.node))


class Flag(Condition):
    """A yes/no fact. Write `flag` or `~flag`, never `flag == True`."""

    __slots__ = ()
    __hash__ = Condition.__hash__

    def __eq__(self, other: object) -> NoReturn:
        raise NoTruthValueError("write the yes/no fact itself, or ~fact", rule=enclosing_rule())

    __ne__ = __eq__


class Value(Handle):
    """A value that can be compared with its like."""

    __slots__ = ()
    __hash__ = None  # type: ignore[assignment]  # == builds a condition, so a handle cannot be a key

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]
        return _compare("==", self, other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]
        return _compare("!=", self, other)

    if not TYPE_CHECKING:  # mypy finds it by itself; here the rule says it, when it is made

        def __lt__(self, other: object) -> Condition:
            return _compare("<", self, other)

        def __le__(self, other: object) -> Condition:
            return _compare("<=", self, other)

        def __gt__(self, other: object) -> Condition:
            return _compare(">", self, other)

        def __ge__(self, other: object) -> Condition:
            return _compare(">=", self, other)


class Choice(Value):
    """One of a closed list of values, or a country."""

    __slots__ = ()

    def is_in(self, *members: str | ValueSet | Iterable[str]) -> Condition:
        """The value is one of these."""
        return Condition(t.In(self.node, _set(members)))


class _Ordered(Value):
    """A value that has an order with its like."""

    __slots__ = ()

    if TYPE_CHECKING:

        def __lt__(self, other: object) -> Condition: ...
        def __le__(self, other: object) -> Condition: ...
        def __gt__(self, other: object) -> Condition: ...
        def __ge__(self, other: object) -> Condition: ...


class Scale(Choice, _Ordered):
    """One of an ordered list of values, lightest first. Compares only with its own kind."""

    __slots__ = ()


class Number(_Ordered):
    """A quantity; its unit is that of the fact or parameter."""

    __slots__ = ()

    def __add__(self, other: object) -> Number:
        return Number(t.Arithmetic("+", self.node, value(other)))

    def __sub__(self, other: object) -> Number:
        return Number(t.Arithmetic("-", self.node, value(other)))

    def __mul__(self, other: object) -> Number:
        return Number(t.Arithmetic("*", self.node, value(other)))

    def __radd__(self, other: object) -> Number:
        return Number(t.Arithmetic("+", value(other), self.node))

    def __rsub__(self, other: object) -> Number:
        return Number(t.Arithmetic("-", value(other), self.node))

    def __rmul__(self, other: object) -> Number:
        return Number(t.Arithmetic("*", value(other), self.node))


class Day(_Ordered):
    """A date. Add or take off `days(…)` or `months(…)`."""

    __slots__ = ()

    def __add__(self, period: Period) -> Day:
        return _shifted(self, period, 1)

    def __sub__(self, period: Period) -> Day:
        return _shifted(self, period, -1)


class Dated(Day):
    """Something that exists or happened on a day. Comparing its day holds only where it exists."""

    __slots__ = ()

    @property
    def exists(self) -> Condition:
        """It exists or happened, whatever its day."""
        if not isinstance(self.node, t.FactRef):  # pragma: no cover - handles of facts only
            raise PluginError(".exists belongs to a dated fact", rule=enclosing_rule())
        return Condition(t.Exists(self.node.fact))


class Several(Handle):
    """A set of values."""

    __slots__ = ()

    def intersects(self, *members: str | ValueSet | Iterable[str]) -> Condition:
        """At least one member is one of these."""
        return Condition(t.Intersects(self.node, _set(members)))

    def within(self, *members: str | ValueSet | Iterable[str]) -> Condition:
        """Every member is one of these; true of an empty set."""
        return Condition(t.Within(self.node, _set(members)))


class Words(Handle):
    """Free text: shown, never compared."""

    __slots__ = ()


class Many(_Pencil, Generic[G]):
    """A list of parties or things. Inside `any` and `all`, the facts of the group are those of the member."""

    __slots__ = ("list",)

    def __init__(self, of: Any) -> None:
        self.list = of

    def any(self, item: Condition) -> Condition:
        """At least one member meets the condition; false of an empty list."""
        return Condition(t.Each("any", self.list, condition(item)))

    def all(self, item: Condition, where: Condition | None = None) -> Condition:
        """Every member (of those where …) meets the condition; true of an empty list."""
        inner = condition(item)
        if where is not None:
            inner = t.either(t.negated(condition(where)), inner)
        return Condition(t.Each("all", self.list, inner))


class ValueSet(Handle):
    """A set of constants, of a parameter, or of both: join with `|`."""

    __slots__ = ()

    def __or__(self, other: ValueSet | Iterable[str]) -> ValueSet:
        return ValueSet(_set((self, other)))

    def __ror__(self, other: Iterable[str]) -> ValueSet:
        return ValueSet(_set((other, self)))


class Period:
    """A number of days or months, to add to a date."""

    __slots__ = ("amount", "unit")

    def __init__(self, unit: Any, amount: t.Node) -> None:
        self.unit = unit
        self.amount = amount


today = Day(t.Today())
launched = Day(t.Launched())


def days(amount: int | Number) -> Period:
    """A number of days."""
    return Period("days", value(amount))


def months(amount: int | Number) -> Period:
    """A number of months; 31 January plus one month is the last day of February."""
    return Period("months", value(amount))


def days_between(start: Day | date, end: Day | date) -> Number:
    """The days from `start` to `end`; negative where `end` is earlier."""
    return Number(t.DaysBetween(value(start), value(end)))


def least(*items: V) -> V:
    """The least of several values of one kind."""
    return _extreme("least", items)


def greatest(*items: V) -> V:
    """The greatest of several values of one kind."""
    return _extreme("greatest", items)


@overload
def lookup(table: Mapping[Any, str], *keys: Handle, of: V) -> V: ...
@overload
def lookup(table: Mapping[Any, bool], *keys: Handle) -> Condition: ...
@overload
def lookup(table: Mapping[Any, float], *keys: Handle) -> Number: ...


def lookup(table: Mapping[Any, Any], *keys: Handle, of: Handle | None = None) -> Any:
    """What a finite table gives for one to three keys; unknown where it has no such row.

    With one key the table's own keys are values, with more they are tuples of values. `of` names a fact or
    class whose values the table gives. Settled as soon as every row that can still match gives the same.
    """
    from ._check import kind_of

    rows = tuple((key if isinstance(key, tuple) else (key,), given) for key, given in table.items())
    nodes = tuple(key.node for key in keys)
    if not 1 <= len(keys) <= 3 or any(len(key) != len(keys) for key, _ in rows):
        raise PluginError("a lookup takes one to three keys, and each row as many", rule=enclosing_rule())
    if of is not None:
        return type(of)(t.Lookup(rows, nodes, kind_of(of.node)))
    if all(isinstance(given, bool) for _, given in rows):
        return Condition(t.Lookup(rows, nodes, "flag"))
    return Number(t.Lookup(rows, nodes, "number"))


# From what an author writes to nodes ----------------------------------------------------------------------


def condition(item: object) -> t.Node:
    """Give the node of a condition, or say what was written instead."""
    if isinstance(item, Condition):
        return item.node
    if isinstance(item, bool):
        return t.Const(item)
    raise PluginError(f"a condition is needed here, not {_named(item)}", rule=enclosing_rule())


def value(item: object) -> t.Node:
    """Give the node of a value or of a constant."""
    if isinstance(item, Value):
        return item.node
    if isinstance(item, bool) or not isinstance(item, str | int | float | date):
        raise PluginError(f"a value is needed here, not {_named(item)}", rule=enclosing_rule())
    return t.Const(item)


def _extreme(op: Any, items: tuple[V, ...]) -> V:
    """Dated things give a plain day: which of them it is, is not known beforehand."""
    if not items:
        raise PluginError(f"{op}() needs at least one value", rule=enclosing_rule())
    kind: Any = Day if isinstance(items[0], Dated) else type(items[0])
    made: V = kind(t.Extreme(op, tuple(value(item) for item in items)))
    return made


def _compare(op: t.Operator, left: Value, right: object) -> Condition:
    return Condition(t.Compare(op, left.node, value(right)))


def _shifted(day: Day, period: object, sign: Any) -> Day:
    if not isinstance(period, Period):
        raise PluginError(f"days(…) or months(…) is needed here, not {_named(period)}", rule=enclosing_rule())
    return Day(t.Shift(day.node, period.unit, period.amount, sign))


def _set(members: Iterable[object]) -> t.Node:
    constants: list[str] = []
    others: list[t.Node] = []
    for member in members:
        if isinstance(member, ValueSet):
            inner = member.node.items if isinstance(member.node, t.Union) else (member.node,)
            for item in inner:
                if isinstance(item, t.Const):
                    constants.extend(item.value)
                else:
                    others.append(item)
        elif isinstance(member, str):
            constants.append(member)
        elif isinstance(member, Iterable) and not isinstance(member, Handle):
            constants.extend(str(item) for item in member)
        else:
            raise PluginError(f"a set holds texts and parameters, not {_named(member)}", rule=enclosing_rule())
    parts: list[t.Node] = [t.Const(frozenset(constants))] if constants or not others else []
    parts += others
    return parts[0] if len(parts) == 1 else t.Union(tuple(parts))


def _named(item: object) -> str:
    if isinstance(item, _Pencil):
        return f"a {type(item).__name__.lower()}"
    return f"{item!r:.60}"
