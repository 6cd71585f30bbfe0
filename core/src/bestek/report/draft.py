"""A new procurement file: every fact that the regulations can use, as a comment with the values it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from .._ask import pattern
from .._reads import readers_of
from .._texts import Text, add_texts, say
from ..facts import Fact
from ..group import Group
from ..policy import Policy
from ..reading import read_dict
from ..vocabulary import File
from .forms import example, form, values
from .wrap import wrapped

NAMES = ("title", "reference", "buyer.name", "service.name", "suppliers[].name", "suppliers[].role")
WIDTH = 100

add_texts(
    {
        "draft.head": Text(
            "Inkoopdossier voor bestek, voor: {regulations}.\n"
            "Vul in wat u weet: haal het # voor de regel weg en zet uw waarde achter het =-teken.\n"
            "Staat er ook een # voor het kopje [..] of [[..]] van dat blok, haal dat dan ook weg.\n"
            "Wat u niet weet, laat u staan. bestek zegt dan 'nog open', en wie het moet beantwoorden.\n"
            "Wat het zwaarst weegt, staat bovenaan. Beoordelen: bestek assess {file}",
            "Procurement file for bestek, for: {regulations}.\n"
            "Fill in what you know: take away the # before the line and put your value after the = sign.\n"
            "If the heading [..] or [[..]] of that block has a # too, take that away as well.\n"
            "Leave what you do not know. bestek then says 'open', and who must answer it.\n"
            "What weighs most stands first. To assess: bestek assess {file}",
        ),
        "draft.members": Text(
            "Herhaal dit blok, met het kopje, voor ieder van hen.", "Repeat this block, with its heading, for each."
        ),
        "draft.who": Text("wie dit bepaalt: {who}", "who decides this: {who}"),
        "draft.evidence": Text(
            "Waar een feit vandaan komt, bij het pad van dat feit:",
            "Where a fact comes from, by the path of that fact:",
        ),
    }
)


def draft(policy: Policy, *, file: str, title: str, on: date, language: str) -> str:
    """Write the file. It can be assessed as it is: everything but its title is a comment."""
    return "\n".join(_Draft(policy, on, language).lines(file, title)) + "\n"


@attrs.define
class _Table:
    """A table of the file: its heading, and its facts by weight."""

    group: type[Group]
    facts: list[Fact[object, object]]
    weight: int


class _Draft:
    def __init__(self, policy: Policy, on: date, language: str) -> None:
        self.policy = policy
        self.language = language
        self.rules = readers_of(policy.program)
        self.weight = _weights(policy, on, self.rules)

    def lines(self, file: str, title: str) -> Iterator[str]:
        named = ", ".join(found.regulation.title.in_(self.language) for found in self.policy.loaded)
        head = say("draft.head", self.language).format(regulations=named, file=file)
        for line in head.splitlines():
            yield from self._comment(line)
        yield ""
        for table in self._tables():
            yield from self._heading(table.group)
            for fact in table.facts:
                yield from self._fact(fact, f'"{title}"' if fact.path == "title" else None)
            yield ""
        yield from self._comment(say("draft.evidence", self.language))
        yield '# [evidence."buyer.name"]'
        yield '# source = ""'

    def _tables(self) -> list[_Table]:
        """Give the root table first, then each family of tables by its heaviest fact; a list stays in one piece."""
        groups = [*File.all_groups(), *(inner for found in self.policy.loaded for of in found.regulation.facts
                                         for inner in of.all_groups())]  # fmt: skip
        tables = [_Table(group, self._facts(group), 0) for group in groups]
        for table in tables:
            heavy = (self.weight[fact.path] for fact in table.facts if fact.path not in NAMES)
            table.weight = min(heavy, default=len(self.weight))
        family: dict[str, int] = {}
        for table in tables:
            top = _top(table.group)
            family[top] = min(family.get(top, len(self.weight)), table.weight)
        kept = [table for table in tables if table.facts]
        needed = {_above(table.group.at) for table in kept if "[]" in table.group.at}
        kept += [table for table in tables if not table.facts and table.group.at in needed]
        return sorted(kept, key=lambda table: self._order(table, family))

    @staticmethod
    def _order(table: _Table, family: Mapping[str, int]) -> tuple[object, ...]:
        at = table.group.at
        listed = "[]" in at
        return (at != "", listed, family[_top(table.group)], at if listed else "", table.weight, at)

    def _facts(self, group: type[Group]) -> list[Fact[object, object]]:
        used = [fact for fact in group.facts.values() if fact.path in self.weight]
        return sorted(used, key=lambda fact: (fact.path not in NAMES, self.weight[fact.path]))

    # Writing ----------------------------------------------------------------------------------------------

    def _comment(self, text: str, indent: str = "") -> list[str]:
        return wrapped(text, WIDTH, f"# {indent}")  # fmt: skip

    def _heading(self, group: type[Group]) -> Iterator[str]:
        at = group.at
        if not at:
            return
        label = group.label.in_(self.language)
        yield f"# {label} " + "-" * max(3, WIDTH - len(label) - 3)
        if at.endswith("[]"):
            yield from self._comment(say("draft.members", self.language))
        path = at.replace("[]", "")
        written = f"[[{path}]]" if at.endswith("[]") else f"[{path}]"
        yield f"# {written}" if "[]" in at else written

    def _fact(self, fact: Fact[object, object], value: str | None) -> Iterator[str]:
        if value is not None:
            yield f"{fact.name} = {value}"
            return
        yield ""
        yield from self._comment(_with_help(fact.label.in_(self.language), fact.help.in_(self.language)))
        if fact.judge is not None:
            yield from self._comment(say("draft.who", self.language).format(who=fact.judge.in_(self.language)))
        listed = list(values(fact.kind, self.language))
        longest = max((len(value) for value, _ in listed), default=0) + 2
        for value, meaning in listed:
            quoted = f'"{value}"'
            yield from wrapped(meaning, WIDTH, f"#     {quoted:<{longest}}  ", "#     " + " " * (longest + 2))  # fmt: skip
        yield f"# {f'{fact.name} = {example(fact.kind)}':<40}  # {form(fact.kind, self.language)}"


def _with_help(label: str, helped: str) -> str:
    return label if helped == label else f"{label}. {helped}"


def _top(group: type[Group]) -> str:
    return group.at.partition(".")[0]


def _above(at: str) -> str:
    return at.rpartition(".")[0]


def _weights(policy: Policy, on: date, rules: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Give each fact that counts its place, most decisive first: what an empty file asks, then what most rules read."""
    asked = [pattern(one.fact) for one in policy.assess(read_dict({}), on).questions]
    rest = sorted(rules, key=lambda path: (-len(tuple(rules[path])), path))
    order = dict.fromkeys((*NAMES, *asked, *rest))
    return {path: place for place, path in enumerate(order) if isinstance(policy.vocabulary.get(path), Fact)}
