"""The frozen nodes of an expression: what every reader walks.

Authors never write nodes; they write handles (`words`), which build them. A node says what is meant and
nothing about how it is computed. Conditions have three values (true, false, unknown); values may be unknown.
Two nodes are equal when they say the same, so `1` and `True` differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias, dataclass_transform

if TYPE_CHECKING:
    from .classes import ClassOf
    from .law import Citation
    from .params import Parameter

Operator: TypeAlias = Literal["==", "!=", "<", "<=", ">", ">="]
NEGATED: dict[Operator, Operator] = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass_transform(frozen_default=True, kw_only_default=False)
class Node:
    """An expression, or a part of one: a small frozen record.

    Written by hand because every start of the command line pays for its classes, and thirty attrs classes
    cost more than reading a regulation. Fields are the annotations of the class, in order.
    """

    fields: ClassVar[tuple[str, ...]] = ()
    defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        own = tuple(cls.__dict__.get("__annotations__", ()))
        cls.fields = own
        cls.defaults = {name: cls.__dict__[name] for name in own if name in cls.__dict__}

    def __init__(self, *args: Any, **more: Any) -> None:
        fields = self.fields
        if more or len(args) != len(fields):
            values = dict(zip(fields, args, strict=False)) | more
            missing = [name for name in fields if name not in values and name not in self.defaults]
            if len(args) > len(fields) or missing or not values.keys() <= set(fields):
                raise TypeError(f"{type(self).__name__} takes {', '.join(fields)}")
            vars(self).update(self.defaults | values)
        else:
            vars(self).update(zip(fields, args, strict=True))

    @staticmethod
    def _same(value: Any) -> Any:
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a node is frozen: {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._identity() == other._identity()

    def __hash__(self) -> int:
        found: int | None = vars(self).get("_hash")
        if found is None:
            found = vars(self)["_hash"] = hash(self._identity())
        return found

    def _identity(self) -> tuple[Any, ...]:
        """What the node says, for comparing; made on first need."""
        found: tuple[Any, ...] | None = vars(self).get("_key")
        if found is None:
            held = vars(self)
            found = held["_key"] = (type(self), *(self._same(held[name]) for name in self.fields))
        return found

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(repr(vars(self)[name]) for name in self.fields)})"

    def parts(self) -> tuple[Node, ...]:
        """Give the nodes directly below this one, in the order of the text."""
        return ()


# Values ---------------------------------------------------------------------------------------------------


class FactRef(Node):
    """The value of a fact; of a yes/no fact it is a condition. For a `dated` fact: its day."""

    fact: Any  # a `facts.Fact`; written Any because that class is a descriptor


class Const(Node):
    """A constant: text, number, yes/no, date or a frozen set of texts."""

    value: Any

    @staticmethod
    def _same(value: Any) -> Any:
        return (type(value), value)


class ParamRef(Node):
    """The value of a parameter on the day that governs the rule."""

    parameter: Parameter


class Today(Node):
    """The assessment date."""


class Launched(Node):
    """The date that fixes the law: the launch, or in preparation the assessment date."""


class Arithmetic(Node):
    """Sum, difference or product of two numbers."""

    op: Literal["+", "-", "*"]
    left: Node
    right: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.left, self.right)


class Extreme(Node):
    """The least or the greatest of several values of one kind."""

    op: Literal["least", "greatest"]
    items: tuple[Node, ...]

    def parts(self) -> tuple[Node, ...]:
        return self.items


class Lookup(Node):
    """The row of a finite table that the keys pick; `kind` is the kind of what it gives."""

    rows: tuple[tuple[tuple[Any, ...], Any], ...]
    keys: tuple[Node, ...]
    kind: Any

    def parts(self) -> tuple[Node, ...]:
        return self.keys


class Shift(Node):
    """A date plus days or months; a month too short gives its last day."""

    date: Node
    unit: Literal["days", "months"]
    amount: Node
    sign: Literal[1, -1] = 1

    def parts(self) -> tuple[Node, ...]:
        return (self.date, self.amount)


class DaysBetween(Node):
    """The days from the first date to the second; negative where the second is earlier."""

    start: Node
    end: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.start, self.end)


class Union(Node):
    """Constant sets and parameters joined into one set."""

    items: tuple[Node, ...]

    def parts(self) -> tuple[Node, ...]:
        return self.items


class ClassRef(Node):
    """The level or value of a class, by name."""

    of: ClassOf


# Conditions -----------------------------------------------------------------------------------------------


class Compare(Node):
    """Two values compared."""

    op: Operator
    left: Node
    right: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.left, self.right)


class In(Node):
    """A value is one of a set."""

    item: Node
    group: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.item, self.group)


class Intersects(Node):
    """Two sets share a member."""

    some: Node
    group: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.some, self.group)


class Within(Node):
    """Every member of the first set is in the second."""

    some: Node
    group: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.some, self.group)


class Exists(Node):
    """A dated thing exists or happened, whatever its day."""

    fact: Any  # a `facts.Fact`; written Any because that class is a descriptor


class And(Node):
    """All of these hold."""

    items: tuple[Node, ...]

    def parts(self) -> tuple[Node, ...]:
        return self.items


class Or(Node):
    """At least one of these holds."""

    items: tuple[Node, ...]

    def parts(self) -> tuple[Node, ...]:
        return self.items


class Not(Node):
    """This does not hold."""

    item: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.item,)


class Each(Node):
    """Of a list of parties: `any` one meets the condition, or `all` do."""

    op: Literal["any", "all"]
    list: Any  # a `facts.ListOf`
    item: Node

    def parts(self) -> tuple[Node, ...]:
        return (self.item,)


class Decided(Node):
    """What a person decided on this rule: true is met, false is breach."""

    rule: str


class Named(Node):
    """A definition: an expression with a name that readers look through and explanations say first.

    `name` is `<regulation or module>.<name>`; `since` holds later wordings and the day each begins.
    """

    name: str
    nl: str
    en: str
    item: Node
    since: tuple[tuple[Any, Node], ...] = ()
    cites: tuple[Citation, ...] = ()

    def parts(self) -> tuple[Node, ...]:
        return (self.item, *(item for _, item in self.since))


TRUE = Const(True)
FALSE = Const(False)


def walk(top: Node) -> Iterator[Node]:
    """Give `top` and every node below it, depth first, in the order of the text."""
    yield top
    for part in top.parts():
        yield from walk(part)


def distinct(tops: Iterable[Node], seen: set[int] | None = None) -> Iterator[Node]:
    """Give every node of several expressions once; what they share is not walked again. `seen` holds what was given."""
    seen = set() if seen is None else seen
    waiting = list(tops)
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(node.parts())


def both(*items: Node) -> Node:
    """Join conditions with "and", without needless nesting."""
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, And) else (item,))
    kept = [item for item in flat if item != TRUE]
    if FALSE in kept:
        return FALSE
    return kept[0] if len(kept) == 1 else And(tuple(kept)) if kept else TRUE


def either(*items: Node) -> Node:
    """Join conditions with "or", without needless nesting."""
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, Or) else (item,))
    kept = [item for item in flat if item != FALSE]
    if TRUE in kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Or(tuple(kept)) if kept else FALSE


def negated(item: Node) -> Node:
    """Say the opposite."""
    if item == TRUE:
        return FALSE
    if item == FALSE:
        return TRUE
    return item.item if isinstance(item, Not) else Not(item)
