"""What may stand at a fact, in words: the form of its value, an example, and the values of a closed list."""

from __future__ import annotations

from collections.abc import Iterator

from .._kinds import CodeKind, CountryKind, DatedKind, DayKind, FlagKind, Kind, NumberKind, SetKind
from .._texts import Text, add_texts, say

add_texts(
    {
        "form.text": Text("tekst", "text"),
        "form.flag": Text("ja of nee: true of false", "yes or no: true or false"),
        "form.choice": Text("een van deze waarden", "one of these values"),
        "form.scale": Text("een van deze waarden, van licht naar zwaar", "one of these values, lightest first"),
        "form.date": Text("een dag: JJJJ-MM-DD", "a day: YYYY-MM-DD"),
        "form.dated": Text(
            "een dag (JJJJ-MM-DD), of true als de dag niet bekend is, of false als het er niet is",
            "a day (YYYY-MM-DD), or true where the day is not known, or false where it is not there",
        ),
        "form.country": Text(
            "een landcode van twee letters (ISO 3166-1)", "a country code of two letters (ISO 3166-1)"
        ),
        "form.code": Text("een code van {digits} cijfers", "a code of {digits} digits"),
        "form.number": Text("een getal{unit}", "a number{unit}"),
        "form.whole": Text("een heel getal{unit}", "a whole number{unit}"),
        "form.set": Text(
            'een lijst; met "?" erbij als er misschien meer zijn', 'a list; with "?" among them if there may be more'
        ),
        "form.set_of": Text("{set}: {of}", "{set}: {of}"),
        "short.text": Text("tekst", "text"),
        "short.flag": Text("ja/nee", "yes/no"),
        "short.choice": Text("keuze", "choice"),
        "short.scale": Text("trap", "scale"),
        "short.date": Text("dag", "day"),
        "short.dated": Text("dag of ja/nee", "day or yes/no"),
        "short.country": Text("land", "country"),
        "short.code": Text("code", "code"),
        "form.unit": Text(", in {unit}", ", in {unit}"),
        "form.most": Text(", ten hoogste {most}", ", at most {most}"),
        "short.number": Text("getal", "number"),
        "short.unit": Text("getal in {unit}", "number in {unit}"),
        "short.set": Text("lijst van: {of}", "list of: {of}"),
        "short.list": Text("lijst van partijen", "list of parties"),
        "form.list": Text("een lijst van partijen", "a list of parties"),
    }
)


def form(kind: Kind, language: str) -> str:
    """Say what a value of this kind looks like."""
    match kind:
        case SetKind(of=of):
            return say("form.set_of", language).format(set=say("form.set", language), of=form(of, language))
        case NumberKind(unit=unit, whole=whole, maximum=maximum):
            named = say("form.unit", language).format(unit=say(f"unit.{unit}", language)) if unit else ""
            most = "" if maximum is None else say("form.most", language).format(most=maximum)
            return say("form.whole" if whole else "form.number", language).format(unit=named) + most
        case CodeKind(digits=digits):
            return say("form.code", language).format(digits=digits)
    return say(f"form.{kind.name}", language)


def short_form(kind: Kind, language: str) -> str:
    """Name the form in a word or two."""
    if isinstance(kind, SetKind):
        return say("short.set", language).format(of=short_form(kind.of, language))
    if isinstance(kind, NumberKind) and kind.unit:
        return say("short.unit", language).format(unit=say(f"unit.{kind.unit}", language))
    return say(f"short.{kind.name}", language)


def example(kind: Kind) -> str:
    """Give a value of this kind as TOML writes it; it is only an example of the form."""
    match kind:
        case SetKind(of=of):
            return f"[{example(of)}]"
        case FlagKind():
            return "true"
        case DayKind() | DatedKind():
            return "2026-01-31"
        case NumberKind():
            return "0"
        case CountryKind():
            return '"NL"'
        case CodeKind(digits=digits):
            return f'"{"0" * digits}"'
    return f'"{next(iter(kind.values), "")}"'


def values(kind: Kind, language: str) -> Iterator[tuple[str, str]]:
    """Give each value of a closed list with its label; nothing where there is no such list."""
    for value, label in kind.labels.items():
        yield value, label.in_(language)
