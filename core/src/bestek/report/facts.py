"""The vocabulary: what a file can say, what may stand there, who says it, and which rules read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from .._ask import pattern, who
from .._reads import readers_of
from .._texts import Text, add_texts, say
from ..errors import PolicyError, Problem, nearest
from ..facts import Fact, ListOf
from ..policy import Policy
from . import words as _words  # noqa: F401 - adds the words of reports
from .forms import form, short_form, values
from .text import Paint
from .wrap import wrapped

Found = Mapping[str, Fact[Any, Any] | ListOf[Any]]
MOST_RULES = 12

add_texts(
    {
        "facts.form": Text("Wat er kan staan", "What can stand there"),
        "facts.can_follow": Text("Kan later volgen in de procedure", "Can follow later in the procedure"),
        "facts.who": Text("Wie het antwoord heeft", "Who has the answer"),
        "facts.stands_in": Text("Laat u het weg, dan telt {fact}", "If left out, {fact} counts"),
        "facts.rules": Text("Regels die het lezen", "Rules that read it"),
        "facts.no_rules": Text("geen regel van de geïnstalleerde regelingen", "no rule of the installed regulations"),
        "facts.and_more": Text("{rules} en nog {count}", "{rules} and {count} more"),
        "facts.root": Text("Het dossier", "The file"),
    }
)


def found_at(policy: Policy, path: str | None) -> Found:
    """Give the facts and lists at a path, or under a table of that path; all of them without a path.

    A path may name a place in a list (`suppliers[0].country`) or the supplier of a rule (`supplier.country`).
    Raises `PolicyError` where nothing stands there.
    """
    known = dict(sorted(policy.vocabulary.items(), key=lambda item: item[0].rpartition(".")[::2]))
    if path is None:
        return known
    wanted = pattern(path)
    if wanted in known and isinstance(known[wanted], Fact):
        return {wanted: known[wanted]}
    found = {
        name: member
        for name, member in known.items()
        if name == wanted or name.startswith((f"{wanted}.", f"{wanted}[]."))
    }
    if not found:
        tables = {name.rpartition(".")[0] for name in known}
        raise PolicyError(
            Problem("unknown_fact", found=f'"{path}"', nearest=nearest(wanted, [*known, *sorted(tables)]))
        )
    return found


def as_data(policy: Policy, found: Found) -> list[dict[str, Any]]:
    """Give facts as JSON-able data: path, form, labels, who answers, and the rules that read each."""
    from .._to_json import plain as as_plain

    rules = readers_of(policy.program)
    made: list[dict[str, Any]] = []
    for path, member in found.items():
        row: dict[str, Any] = {
            "fact": path,
            "label": as_plain(member.label),
            "rules": list(rules.get(path, ())),
            "type": "list",
        }
        if isinstance(member, Fact):
            row |= {
                "type": member.kind.name,
                "help": as_plain(member.help),
                "unit": getattr(member.kind, "unit", None) or None,
                "values": {value: as_plain(label) for value, label in member.kind.labels.items()},
                "can_follow": member.can_follow,
                "judge": as_plain(member.judge),
                "who": as_plain(who(policy, path)),
                "stands_in": _stand_in(member),
                "schema": member.kind.schema(),
            }
        made.append(row)
    return made


def facts_text(policy: Policy, found: Found, language: str, width: int, paint: Paint) -> str:
    """List facts by table, or write one fact in full."""
    alone = len(found) == 1 and all(isinstance(member, Fact) for member in found.values())
    lines = _one(policy, found, language, width, paint) if alone else _list(found, language, width, paint)
    return "\n".join(lines) + "\n"


def _list(found: Found, language: str, width: int, paint: Paint) -> Iterator[str]:
    first = True
    for table, group in groupby(found.items(), key=lambda item: item[0].rpartition(".")[0]):
        if not first:
            yield ""
        first = False
        yield paint(table or say("facts.root", language), "heading")
        rows = list(group)
        longest = max(len(path.rpartition(".")[2]) for path, _ in rows)
        for path, member in rows:
            name = path.rpartition(".")[2]
            kind = short_form(member.kind, language) if isinstance(member, Fact) else say("short.list", language)
            yield from wrapped(
                f"{member.label.in_(language)} ({kind})", width, f"  {name:<{longest}}  ", " " * (longest + 4)
            )


def _one(policy: Policy, found: Found, language: str, width: int, paint: Paint) -> Iterator[str]:
    def wrap(text: str, indent: str = "  ") -> Sequence[str]:
        return wrapped(text, width, indent, f"{indent}  ")

    ((path, fact),) = found.items()
    assert isinstance(fact, Fact)
    yield paint(path, "heading")
    yield from wrap(fact.label.in_(language))
    if fact.help != fact.label:
        yield from wrap(fact.help.in_(language))
    yield from wrap(f"{say('facts.form', language)}: {form(fact.kind, language)}")
    listed = list(values(fact.kind, language))
    longest = max((len(value) for value, _ in listed), default=0)
    for value, meaning in listed:
        yield from wrapped(meaning, width, f"    {value:<{longest}}  ", " " * (longest + 6))
    yield from wrap(f"{say('facts.who', language)}: {who(policy, path).in_(language)}")
    if fact.can_follow:
        yield from wrap(say("facts.can_follow", language))
    if stand_in := _stand_in(fact):
        yield from wrap(say("facts.stands_in", language).format(fact=stand_in))
    rules = readers_of(policy.program).get(path, ())
    said = ", ".join(rules[:MOST_RULES]) or say("facts.no_rules", language)
    if len(rules) > MOST_RULES:
        said = say("facts.and_more", language).format(rules=said, count=len(rules) - MOST_RULES)
    yield from wrap(f"{say('facts.rules', language)}: {said}")


def _stand_in(fact: Fact[Any, Any]) -> str | None:
    if fact.stands_in is None:
        return None
    held = getattr(fact.stands_in.node, "fact", None)
    return held.path if held is not None else getattr(getattr(fact.stands_in.node, "parameter", None), "id", None)
