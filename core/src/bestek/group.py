"""Groups of facts: one class is both the vocabulary and the data.

A group says where it stands (`at`): `service`, `suppliers[]`, `suppliers[].abro`. On the class its facts are
handles for rules; its objects are frozen and hold the values. Objects are made by `read`, never by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self

from ._blame import enclosing_rule
from ._texts import Text
from .errors import PluginError, UnknownFactError, nearest
from .facts import Fact, ListOf, One

_NO_MAPPING: Mapping[str, Any] = MappingProxyType({})


class _GroupType(type):
    """Says which fact was meant when a rule misspells one."""

    if not TYPE_CHECKING:  # mypy must keep reporting unknown attributes itself

        def __getattr__(cls, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            members = [*cls.__dict__.get("facts", ()), *cls.__dict__.get("groups", ()), *cls.__dict__.get("lists", ())]
            where = cls.__dict__.get("at", "") or "the file"
            raise UnknownFactError(
                f"{where} has no fact {name!r}", rule=enclosing_rule(), nearest=nearest(name, members)
            )


class Group(metaclass=_GroupType):
    """A group of facts at one place of a procurement file."""

    at: ClassVar[str] = ""
    label: ClassVar[Text] = Text("", "")
    facts: ClassVar[Mapping[str, Fact[Any, Any]]] = _NO_MAPPING
    groups: ClassVar[Mapping[str, One[Any]]] = _NO_MAPPING
    lists: ClassVar[Mapping[str, ListOf[Any]]] = _NO_MAPPING
    open_to_plugins: ClassVar[bool] = False
    _defaults: ClassVar[dict[str, Any]] = {}
    _empty: ClassVar[Any] = None

    # What objects hold beside their facts, where the group is open to plugins.
    extensions: Mapping[str, Group]
    decisions: Mapping[str, Any]

    def __init_subclass__(cls, *, at: str, nl: str, en: str, open_to_plugins: bool = False) -> None:
        cls.at = at
        cls.label = Text(nl, en)
        cls.open_to_plugins = open_to_plugins
        members = vars(cls)
        cls.facts = {name: member for name, member in members.items() if isinstance(member, Fact)}
        cls.groups = {name: member for name, member in members.items() if isinstance(member, One)}
        cls.lists = {name: member for name, member in members.items() if isinstance(member, ListOf)}
        cls._check_places()
        cls._defaults = dict.fromkeys((*cls.facts, *cls.lists))
        cls._defaults |= {name: member.of.nothing() for name, member in cls.groups.items()}
        if open_to_plugins:
            cls._defaults |= {"extensions": _NO_MAPPING, "decisions": _NO_MAPPING}

    def __init__(self, **values: Any) -> None:
        if not values.keys() <= self._defaults.keys():
            raise TypeError(f"{type(self).__name__} has no {sorted(values.keys() - self._defaults.keys())}")
        vars(self).update(self._defaults | values)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a group is frozen: {name}")

    @classmethod
    def _check_places(cls) -> None:
        under = f"{cls.at}." if cls.at else ""
        for name in (*cls.facts, *cls.groups, *cls.lists):
            if name in vars(Group) or name in ("extensions", "decisions"):
                raise PluginError(f"{cls.__name__}.{name}: the name is taken by Group itself")
        inner = {name: (member.of, f"{under}{name}") for name, member in cls.groups.items()}
        inner |= {name: (member.of, f"{under}{name}[]") for name, member in cls.lists.items()}
        for name, (group, place) in inner.items():
            if group.at != place:
                raise PluginError(f"{cls.__name__}.{name} stands at {place!r}, but its group says at={group.at!r}")

    @classmethod
    def nothing(cls) -> Self:
        """The object of which nothing is known."""
        if cls.__dict__.get("_empty") is None:
            cls._empty = cls()
        found: Self = cls._empty
        return found

    @classmethod
    def all_groups(cls) -> Iterator[type[Group]]:
        """Give this group and every group inside it, outer ones first."""
        yield cls
        inner = [member.of for member in cls.groups.values()] + [member.of for member in cls.lists.values()]
        for group in inner:
            yield from group.all_groups()

    @classmethod
    def all_facts(cls) -> Iterator[Fact[Any, Any]]:
        """Give every fact of this group and of the groups inside it."""
        for group in cls.all_groups():
            yield from group.facts.values()

    def __repr__(self) -> str:
        known = {name: value for name in self.facts if (value := getattr(self, name)) is not None}
        return f"<{type(self).__name__} {known}>"
