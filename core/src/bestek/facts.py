"""Facts: what a procurement file can say, one typed descriptor each.

A group of facts is a class (`group.Group`) whose attributes are made here:

    class Service(Group, at="service", nl="De dienst", en="The service"):
        deployment = choice({"public": ("publieke cloud", "public cloud"), …}, nl="Vorm van levering", en="Deployment")

`Service.deployment` is the handle that a rule is written with; `service.deployment` of an object is the value,
or None where it is not known. A fact carries its labels, type, unit, whether it can follow later
(`can_follow`) and, where the law leaves it to a person, who decides (`judge`). `stands_in` is what counts where
a file leaves the fact out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from . import words
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
from ._texts import Text, text_of
from ._tree import FactRef

if TYPE_CHECKING:
    from .group import Group

H = TypeVar("H")
V = TypeVar("V")
G = TypeVar("G", bound="Group")


# Members of a group ---------------------------------------------------------------------------------------


class Fact(Generic[H, V]):
    """One fact of a group: on the class a handle, on an object its value (None: not known)."""

    name: str
    owner: type[Group]

    def __init__(
        self,
        kind: Kind,
        label: Text,
        *,
        help: tuple[str, str] | None = None,
        can_follow: bool = False,
        judge: tuple[str, str] | None = None,
        stands_in: words.Handle | None = None,
    ) -> None:
        self.kind = kind
        self.label = label
        self.help = text_of(help) if help else label
        self.can_follow = can_follow
        self.judge = text_of(judge) if judge else None
        self.stands_in = stands_in
        self.node = FactRef(self)

    def __set_name__(self, owner: type[Group], name: str) -> None:
        self.name = name
        self.owner = owner

    @property
    def path(self) -> str:
        """The path as a file writes it, with `[]` for a list: `suppliers[].abro.examination`."""
        return f"{self.owner.at}.{self.name}" if self.owner.at else self.name

    @overload
    def __get__(self, obj: None, owner: type) -> H: ...
    @overload
    def __get__(self, obj: Group, owner: type) -> V | None: ...

    def __get__(self, obj: Group | None, owner: type) -> H | V | None:
        # Values live in the object's own dict, which Python reads first: an object gets here only without one.
        return self.kind.handle(self.node) if obj is None else None

    def __repr__(self) -> str:
        return f"<fact {self.path}>"


class Beside(NamedTuple):
    """How a file beside the procurement file may hold the facts of a group, one row each.

    A row names the fact in the column `key` and holds its value in the column `value`; `names` maps what a row
    may write to the fact that it means. A row may have the columns of evidence: source, pinpoint, by and on.
    """

    key: str
    value: str
    names: Mapping[str, str]


class One(Generic[G]):
    """A group inside a group, at most one. Where it may stand in a file of its own, `beside` says how."""

    name: str

    def __init__(self, of: type[G], beside: Beside | None = None) -> None:
        self.of = of
        self.beside = beside

    def __set_name__(self, owner: type[Group], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, obj: None, owner: type) -> type[G]: ...
    @overload
    def __get__(self, obj: Group, owner: type) -> G: ...

    def __get__(self, obj: Group | None, owner: type) -> type[G] | G:
        return self.of if obj is None else self.of.nothing()


class ListOf(Generic[G]):
    """A list of groups. Its completeness is the fact `<name>_complete` of the same group, where it has one."""

    name: str
    owner: type[Group]

    def __init__(self, of: type[G], label: Text) -> None:
        self.of = of
        self.label = label

    def __set_name__(self, owner: type[Group], name: str) -> None:
        self.name = name
        self.owner = owner

    @property
    def path(self) -> str:
        """The path as a file writes it: `suppliers[].controllers`."""
        return f"{self.owner.at}.{self.name}" if self.owner.at else self.name

    @overload
    def __get__(self, obj: None, owner: type) -> words.Many[G]: ...
    @overload
    def __get__(self, obj: Group, owner: type) -> tuple[G, ...] | None: ...

    def __get__(self, obj: Group | None, owner: type) -> words.Many[G] | tuple[G, ...] | None:
        return words.Many(self) if obj is None else None

    def __repr__(self) -> str:
        return f"<list {self.path}>"


# What an author writes ------------------------------------------------------------------------------------

Labels = Mapping[str, tuple[str, str]]


def _labels(values: Labels) -> dict[str, Text]:
    return {value: text_of(label) for value, label in values.items()}


def text(*, nl: str, en: str, **more: Any) -> Fact[words.Words, str]:
    """Free text."""
    return Fact(_TEXT, Text(nl, en), **more)


def flag(*, nl: str, en: str, **more: Any) -> Fact[words.Flag, bool]:
    """Yes or no."""
    return Fact(_FLAG, Text(nl, en), **more)


def choice(values: Labels, *, nl: str, en: str, **more: Any) -> Fact[words.Choice, str]:
    """One of a closed list; `values` maps each value to its Dutch and English label."""
    return Fact(ChoiceKind(_labels(values)), Text(nl, en), **more)


def scale(values: Labels | Fact[Any, Any], *, nl: str, en: str, **more: Any) -> Fact[words.Scale, str]:
    """One of an ordered list, lightest first; `values` may be another scale, to be comparable with it."""
    kind = values.kind if isinstance(values, Fact) else ScaleKind(_labels(values))
    return Fact(kind, Text(nl, en), **more)


def choices(values: Labels, *, nl: str, en: str, **more: Any) -> Fact[words.Several, frozenset[str]]:
    """A set of values of a closed list."""
    return Fact(SetKind(ChoiceKind(_labels(values)), "choices"), Text(nl, en), **more)


def codes(digits: int, *, nl: str, en: str, **more: Any) -> Fact[words.Several, frozenset[str]]:
    """A set of codes of so many digits."""
    return Fact(SetKind(CodeKind(digits), "codes"), Text(nl, en), **more)


def country(*, nl: str, en: str, **more: Any) -> Fact[words.Choice, str]:
    """A country, ISO 3166-1 alpha-2."""
    return Fact(_COUNTRY, Text(nl, en), **more)


def countries(*, nl: str, en: str, **more: Any) -> Fact[words.Several, frozenset[str]]:
    """A set of countries, ISO 3166-1 alpha-2."""
    return Fact(_COUNTRIES, Text(nl, en), **more)


def day(*, nl: str, en: str, **more: Any) -> Fact[words.Day, date]:
    """A date."""
    return Fact(_DAY, Text(nl, en), **more)


def dated(*, nl: str, en: str, can_follow: bool = True, **more: Any) -> Fact[words.Dated, date | bool]:
    """A thing that exists or happened on a day. It can follow later unless said otherwise."""
    return Fact(_DATED, Text(nl, en), can_follow=can_follow, **more)


def integer(unit: str, *, nl: str, en: str, maximum: int | None = None, **more: Any) -> Fact[words.Number, int]:
    """A whole quantity in this unit."""
    return Fact(NumberKind(unit, whole=True, maximum=maximum), Text(nl, en), **more)


def number(unit: str, *, nl: str, en: str, maximum: int | None = None, **more: Any) -> Fact[words.Number, float]:
    """A quantity in this unit."""
    return Fact(NumberKind(unit, whole=False, maximum=maximum), Text(nl, en), **more)


def one(of: type[G], *, beside: Beside | None = None) -> One[G]:
    """A group inside this group; with `beside`, a file may name another file in its folder that holds the facts."""
    return One(of, beside)


def many(of: type[G], *, nl: str, en: str) -> ListOf[G]:
    """A list of groups inside this group."""
    return ListOf(of, Text(nl, en))


_TEXT, _FLAG, _COUNTRY, _DAY, _DATED = TextKind(), FlagKind(), CountryKind(), DayKind(), DatedKind()
_COUNTRIES = SetKind(_COUNTRY, "countries")
