"""Say values, facts and conditions in Dutch or English, for a reader who knows no code."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from . import _tree as t
from ._check import kind_of
from ._kinds import OTHERS, FlagKind, Kind, NumberKind, ScaleKind
from ._texts import Text, say
from .facts import Fact, ListOf

if TYPE_CHECKING:
    from .policy import Policy
    from .procurement import Procurement

_MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_SUPPLIER = re.compile(r"suppliers\[(\d+)\]")
_MEMBER = re.compile(r"\.(controllers|subcontractors)\[(\d+)\]")


def day(value: date, language: str) -> str:
    """Say a date: 25 juni 2026."""
    return f"{value.day} {_MONTHS[language][value.month - 1]} {value.year}"


def number(value: float, unit: str, language: str) -> str:
    """Say a quantity: € 400.000.000, 12 maanden."""
    whole = isinstance(value, int) or float(value).is_integer()
    written = f"{int(value):,}" if whole else f"{value:,}"
    if language == "nl":
        written = written.replace(",", " ").replace(".", ",").replace(" ", ".")
    if unit == "eur":
        return f"€ {written}"
    named = say(f"unit.{unit}", language) if unit else ""
    return f"{written} {named}".strip()


def value(found: Any, kind: Kind | None, language: str) -> str:
    """Say a value as its fact has it."""
    if isinstance(found, bool):
        return say("word.yes" if found else "word.no", language)
    if isinstance(found, date):
        return day(found, language)
    if isinstance(found, frozenset | list | tuple):
        members = sorted(member for member in found if member != OTHERS)
        said = [value(member, getattr(kind, "of", None), language) for member in members]
        said += [say("word.others", language)] if OTHERS in found else []
        return ", ".join(said) if said else say("word.nothing", language)
    if isinstance(found, int | float):
        return number(found, kind.unit if isinstance(kind, NumberKind) else "", language)
    if kind is not None and found in kind.labels:
        return kind.labels[found].in_(language)
    return str(found)


def lower_first(text: str) -> str:
    """Begin a label in lower case, unless it begins with a name in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def where(path: str, procurement: Procurement | None, language: str) -> str:
    """Say which party a path is about: the supplier and, in its lists, the member. Empty for the procurement."""
    parts = []
    if path.startswith("supplier."):
        return ""
    if found := _SUPPLIER.match(path):
        place = int(found[1])
        members = procurement.facts.suppliers if procurement else None
        parts.append(party(members, place, "supplier", language))
        if inner := _MEMBER.search(path):
            of = getattr(members[place], inner[1]) if members else None
            parts.append(party(of, int(inner[2]), inner[1], language))
    return ", ".join(parts)


def party(members: Any, place: int, kind: str, language: str) -> str:
    """Say a member of a list: by its name, else by its number from one."""
    name = members[place].name if members else None
    return name or say(f"party.{kind}", language).format(number=place + 1)


def fact(path: str, member: Fact[Any, Any] | ListOf[Any] | None, procurement: Procurement | None, language: str) -> str:
    """Say a fact in words, and of whom."""
    words = lower_first(member.label.in_(language)) if member is not None else path
    of = where(path, procurement, language)
    return f"{words} ({of})" if of else words


def subject(name: str, language: str) -> str:
    """Say a subject of a report."""
    if name in ("procurement", "supplier"):
        return say(f"subject.{name}", language)
    bare = name.partition(":")[2]
    if bare.startswith("[") and bare[1:-1].isdigit():
        return say("party.supplier", language).format(number=int(bare[1:-1]) + 1)
    return bare


# Conditions -----------------------------------------------------------------------------------------------


class Sentence:
    """Writes conditions as sentences."""

    def __init__(self, language: str, policy: Policy | None = None) -> None:
        self.language = language
        self.policy = policy

    def of(self, node: t.Node, *, inside: bool = False) -> str:
        """Say a condition or a value. `inside` puts several parts in brackets."""
        match node:
            case t.Const(value=held):
                return self._constant(held)
            case t.And(items=items):
                return self._several([item for item in items if not _implied(item, items)], "word.and", inside)
            case t.Or(items=items):
                return self._several(items, "word.or", inside)
            case t.Not(item=item):
                return self._say("say.not", item=self.of(item, inside=True))
            case t.Named(nl=nl, en=en):
                return Text(nl, en).in_(self.language)
            case t.Exists(fact=held):
                return self._say("say.exists", item=self._label(held))
            case t.Compare(op=op, left=left, right=right):
                kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
                scale = "scale" if isinstance(kind, ScaleKind) else "plain"
                key = {"==": "say.is", "!=": "say.is_not"}.get(op, f"say.{scale}.{op}")
                return self._say(key, item=self._side(left, kind), other=self._side(right, kind))
            case t.In(item=item, group=group):
                return self._say("say.in", item=self.of(item), other=self._set(group, kind_of(item)))
            case t.Intersects(some=some, group=group):
                return self._say("say.intersects", item=self.of(some), other=self._set(group, kind_of(some)))
            case t.Within(some=some, group=group):
                return self._say("say.within", item=self.of(some), other=self._set(group, kind_of(some)))
            case t.Each(op=op, list=of, item=item):
                return self._say(f"say.{op}", item=self.of(item), other=lower_first(of.label.in_(self.language)))
        return self._value(node)

    def _value(self, node: t.Node) -> str:
        match node:
            case t.FactRef(fact=held):
                return self._label(held)
            case t.ParamRef(parameter=parameter):
                return lower_first(parameter.label.in_(self.language))
            case t.ClassRef(of=of):
                return of.label.in_(self.language)
            case t.Today() | t.Launched():
                return say(f"say.{type(node).__name__.lower()}", self.language)
            case t.Shift(date=start, unit=unit, amount=amount, sign=sign):
                period = f"{self.of(amount)} {say(f'unit.{unit}', self.language)}"
                return self._say("say.later" if sign > 0 else "say.earlier", item=self.of(start), other=period)
            case t.DaysBetween(start=start, end=end):
                return self._say("say.days_between", item=self.of(start), other=self.of(end))
            case t.Arithmetic(op=op, left=left, right=right):
                return f"{self.of(left)} {op} {self.of(right)}"
            case t.Extreme(op=op, items=items):
                return self._say(f"say.{op}", item=", ".join(self.of(item) for item in items))
            case t.Lookup(keys=keys):
                return self._say("say.table", item=", ".join(self.of(key) for key in keys))
        return type(node).__name__  # pragma: no cover - every node is said above

    def _label(self, held: Fact[Any, Any]) -> str:
        return lower_first(held.label.in_(self.language))

    def _side(self, node: t.Node, kind: Kind) -> str:
        return value(node.value, kind, self.language) if isinstance(node, t.Const) else self.of(node)

    def _constant(self, held: Any) -> str:
        if isinstance(held, bool):
            return say("say.always" if held else "say.never", self.language)
        return value(held, None, self.language)

    def _set(self, node: t.Node, kind: Kind) -> str:
        of = getattr(kind, "of", kind)
        parts = []
        for item in node.items if isinstance(node, t.Union) else (node,):
            if isinstance(item, t.Const):
                parts += [value(member, of, self.language) for member in _in_order(item.value, of)]
            else:
                parts.append(self.of(item))
        return _listed(parts, say("word.or", self.language))

    def _several(self, items: Any, word: str, inside: bool) -> str:
        joined = f" {say(word, self.language)} ".join(self.of(item, inside=True) for item in items)
        return f"({joined})" if inside and len(items) > 1 else joined

    def _say(self, key: str, **words: str) -> str:
        return say(key, self.language).format(**words)


def _implied(item: t.Node, others: tuple[t.Node, ...]) -> bool:
    """Leave out "exists" where a comparison beside it says so already."""
    if not isinstance(item, t.Exists):
        return False
    return any(
        isinstance(part, t.FactRef) and part.fact is item.fact
        for other in others
        if isinstance(other, t.Compare)
        for part in t.walk(other)
    )


def _in_order(members: frozenset[str], kind: Kind) -> list[str]:
    known = [one for one in kind.values if one in members]
    return known or sorted(members)


def _listed(parts: list[str], word: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def flag_of(node: t.Node) -> bool:
    """Tell whether a node is a yes/no."""
    return isinstance(kind_of(node), FlagKind)
