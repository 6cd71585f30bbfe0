"""Write a new profile: short, with a comment beside each thing that someone may want to change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from . import _tree as t
from ._kinds import Kind, SetKind
from ._plugins import Loaded
from ._profile_edit import inline
from ._texts import Text, add_texts, say
from .facts import Fact
from .params import Parameter
from .rules import SCOPING, Rule

add_texts(
    {
        "new.head": Text(
            "Profiel van {name}: welke regelingen gelden, en hoe streng.\nBekijk wat het samen zegt met: bestek profile show",
            "Profile of {name}: which regulations count, and how strictly.\nSee what it says together with: bestek profile show",
        ),
        "new.extends": Text(
            "een ouder in deze map; dit bestand mag alleen strenger zijn",
            "a parent in this folder; this file may only be stricter",
        ),
        "new.organisation": Text(
            "wat in elk dossier van de organisatie hetzelfde is: de sleutels van `buyer`",
            "what is the same in every file of the organisation: the keys of `buyer`",
        ),
        "new.mode": Text(
            'mode = "binding" (bindend), "advisory" (telt niet mee in het oordeel) of "outlook" (als voorstel)',
            'mode = "binding" (default), "advisory" (never moves the verdict) or "outlook" (as a proposal)',
        ),
        "new.not_proposed": Text(
            "Niet gekozen; haal het hekje weg om haar toch te volgen.",
            "Not chosen; take the hash away to follow it all the same.",
        ),
        "new.facts": Text(
            "Feiten die voor elke inkoop gelden. Wat u weglaat, is onbekend.",
            "Facts that hold for every procurement. What you leave out is unknown.",
        ),
        "new.parameters": Text(
            "Waarden die de organisatie zelf invult of strenger maakt.",
            "Values that the organisation fills in itself, or makes stricter.",
        ),
        "new.waivers": Text(
            "Een ontheffing, alleen van een regel die dat toelaat:",
            "A waiver, only of a rule that allows it:",
        ),
        "new.reason": Text("waarom", "why"),
        "new.who": Text("wie", "who"),
        "new.expires": Text("de eerste dag dat zij niet meer werkt", "the first day it no longer works"),
        "new.law": Text("de wet zegt {value}; strenger is {way}", "the law says {value}; stricter is {way}"),
        "new.own": Text("niet ingevuld is onbekend", "not filled in is unknown"),
        "new.own_set": Text(
            "niet ingevuld is onbekend; [] is een uitspraak", "not filled in is unknown; [] is a statement"
        ),
        "way.lower": Text("lager", "lower"),
        "way.higher": Text("hoger", "higher"),
        "way.smaller": Text("minder", "fewer"),
        "way.larger": Text("meer", "more"),
        "way.true": Text("ja", "true"),
        "way.false": Text("nee", "false"),
        "way.earlier": Text("eerder", "earlier"),
        "way.later": Text("later", "later"),
    }
)


@attrs.frozen
class Draft:
    """What a new profile says: who the organisation is, and which of the installed regulations it chooses.

    A profile that several bodies `share` leaves name and kind to their files.
    """

    name: str
    kind: str
    language: str
    chosen: tuple[Loaded, ...]
    others: tuple[Loaded, ...]
    of_core: tuple[Parameter, ...]
    extends: tuple[str, ...] = ()
    share: bool = False


def profile_text(draft: Draft) -> str:
    """Write the profile."""
    parts = (_head(draft), _regulations(draft), _facts(draft), _parameters(draft), _waivers(draft))
    return "\n\n".join("\n".join(lines) for lines in (list(part) for part in parts) if lines) + "\n"


def version_range(version: str) -> str:
    """Give the range from an installed version to the next major one: `>=1.2,<2`."""
    from packaging.version import Version

    release = list(Version(version).release[:3])
    while len(release) > 1 and release[-1] == 0:
        release.pop()
    return f">={'.'.join(map(str, release))},<{release[0] + 1}"


def deciding_facts(found: Loaded) -> Iterator[Fact[object, object]]:
    """Give the regulation's own facts about the contract that decide whether it applies."""

    def decides(rule: Rule) -> bool:
        return rule.kind in SCOPING and rule.scope == found.regulation.lead_scope

    seen: set[str] = set()
    for rule in found.rules:
        nodes = (node for top in rule.expressions() for node in t.walk(top)) if decides(rule) else ()
        for node in nodes:
            fact = node.fact if isinstance(node, t.FactRef | t.Exists) else None
            if fact is not None and fact.owner.at == found.regulation.id and fact.path not in seen:
                seen.add(fact.path)
                yield fact


def _head(draft: Draft) -> Iterator[str]:
    yield from (f"# {line}" for line in say("new.head", draft.language).format(name=draft.name).split("\n"))
    yield from ("", "[profile]", f"name = {_text(draft.name)}")
    extends = say("new.extends", draft.language)
    if draft.extends:
        yield f"extends = [{', '.join(_text(file) for file in draft.extends)}] # {extends}"
    else:
        yield f'# extends = ["rijk.toml"] # {extends}'
    yield f"language = {_text(draft.language)}"
    mark = "# " if draft.share else ""
    yield from ("", f"{mark}[organisation] # {say('new.organisation', draft.language)}")
    yield f"{mark}name = {_text(draft.name)}"
    yield f"{mark}kind = {_text(draft.kind)}"


def _regulations(draft: Draft) -> Iterator[str]:
    yield f"[regulations] # {say('new.mode', draft.language)}"
    yield from (_regulation(found, draft.language) for found in draft.chosen)
    if draft.others:
        yield f"# {say('new.not_proposed', draft.language)}"
        yield from (f"# {_regulation(found, draft.language)}" for found in draft.others)


def _regulation(found: Loaded, language: str) -> str:
    chosen = inline({"version": version_range(found.version)})
    return f"{found.regulation.id} = {chosen} # {found.regulation.title.in_(language)}"


def _facts(draft: Draft) -> Iterator[str]:
    tables = {found.regulation.id: list(deciding_facts(found)) for found in draft.chosen}
    if any(tables.values()):
        yield f"# {say('new.facts', draft.language)}"
    for name, facts in tables.items():
        if facts:
            yield f"# [facts.{name}]"
        yield from (f"# {fact.name} = {_example(fact.kind)} # {fact.label.in_(draft.language)}" for fact in facts)


def _parameters(draft: Draft) -> Iterator[str]:
    tables: dict[str, list[Parameter]] = {"bestek": _open_to_change(draft.of_core)}
    tables |= {found.regulation.id: _open_to_change(found.regulation.parameters.all.values()) for found in draft.chosen}
    if any(tables.values()):
        yield f"# {say('new.parameters', draft.language)}"
    for name, parameters in tables.items():
        if parameters:
            yield f"# [parameters.{name}]"
        yield from (_parameter(parameter, draft.language) for parameter in parameters)


def _open_to_change(parameters: Iterable[Parameter]) -> list[Parameter]:
    """Give the parameters that a profile may fill, and the numbers, days and yes/noes that it may tighten."""
    return [
        one
        for one in parameters
        if one.owner == "profile" or (one.stricter is not None and not isinstance(one.values[-1].value, frozenset))
    ]


def _parameter(parameter: Parameter, language: str) -> str:
    label = parameter.label.in_(language)
    if parameter.owner == "profile":
        note = say("new.own_set" if isinstance(parameter.kind, SetKind) else "new.own", language)
        return f"# {parameter.name} = {_example(parameter.kind)} # {label} ({note})"
    value = _plain(parameter.values[-1].value)
    way = say(f"way.{parameter.stricter}", language)
    return f"# {parameter.name} = {value} # {label} ({say('new.law', language).format(value=value, way=way)})"


def _waivers(draft: Draft) -> Iterator[str]:
    rule = next((rule.full_id for found in draft.chosen for rule in found.rules if rule.derogable), "…/…")
    yield f"# {say('new.waivers', draft.language)}"
    values: Mapping[str, str] = {
        "rule": _text(rule),
        "scope": '"all"',
        "reason": _text(say("new.reason", draft.language)),
        "approved_by": _text(say("new.who", draft.language)),
        "approved_on": "2026-01-01",
        "expires": f"2026-07-01 # {say('new.expires', draft.language)}",
    }
    yield from ("# [[waivers]]", *(f"# {key} = {value}" for key, value in values.items()))


_EXAMPLES = {"date": "2026-01-01", "dated": "2026-01-01", "flag": "true", "countries": "[]", "choices": "[]"}


def _example(kind: Kind) -> str:
    return _EXAMPLES.get(kind.name) or (_text(kind.values[0]) if kind.values else "1")


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else json.dumps(value, ensure_ascii=False)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
