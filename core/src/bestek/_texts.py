"""Every text that a user sees and that is not the text of a rule or a fact, in Dutch and English.

Keys are `<where>.<what>`. Dutch is language level B1. The words of DESIGN section 6 stand here once.
"""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("nl", "en")


class Text(NamedTuple):
    """One text in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Give the text in this language; English where the language is not Dutch."""
        return self.nl if language == "nl" else self.en


def text_of(pair: tuple[str, str]) -> Text:
    """Make a text of a Dutch and an English one."""
    return Text(*pair)


PROBLEMS = {
    "unreadable": Text("kan dit bestand niet lezen: {found}", "cannot read this file: {found}"),
    "encoding": Text("is geen UTF-8: {found}", "is not UTF-8: {found}"),
    "empty": Text("het bestand is leeg", "the file is empty"),
    "unknown_format": Text("onbekend bestandsformaat {found}", "unknown file format {found}"),
    "syntax": Text("fout in de opmaak van het bestand: {found}", "syntax error: {found}"),
    "not_beside": Text(
        "{found} is niet de naam van een gewoon bestand in dezelfde map",
        "{found} is not the name of an ordinary file in the same folder",
    ),
    "too_many_files": Text("er worden meer dan {found} bestanden genoemd", "more than {found} files are named"),
    "too_deep": Text("te diep genest", "nested too deeply"),
    "duplicate_key": Text("de sleutel {found} staat er twee keer", "the key {found} is there twice"),
    "unknown_key": Text("onbekend feit {found}", "unknown fact {found}"),
    "unknown_table": Text(
        "onbekende tabel {found}; er is ook geen regeling met deze naam geïnstalleerd",
        "unknown table {found}; no regulation of that name is installed either",
    ),
    "wrong_type": Text("{found} heeft niet het juiste type", "{found} has the wrong type"),
    "wrong_form": Text("{found} heeft niet de juiste vorm", "{found} has the wrong form"),
    "unknown_choice": Text("{found} is geen toegestane waarde", "{found} is not an allowed value"),
    "unknown_country": Text("{found} is geen landcode", "{found} is not a country code"),
    "no_date": Text("{found} is geen datum", "{found} is not a date"),
    "out_of_range": Text("{found} ligt buiten het bereik", "{found} is out of range"),
    "missing_key": Text("hier ontbreekt {found}", "{found} is missing here"),
    "same_name": Text("de naam {found} komt twee keer voor", "the name {found} occurs twice"),
    "unknown_fact": Text(
        "er is geen feit of tabel {found}; bestek facts toont ze alle",
        "there is no fact or table {found}; bestek facts lists them all",
    ),
    "no_such_member": Text("{found} wijst niets aan in dit bestand", "{found} points at nothing in this file"),
    "ends_before_start": Text(
        "het contract eindigt ({found}) voor het begint", "the contract ends ({found}) before it starts"
    ),
    "control_differs": Text(
        "{found} klopt niet met de partijen onder controllers",
        "{found} does not agree with the parties under controllers",
    ),
    "future_act": Text("{found} ligt na de peildatum", "{found} is after the assessment date"),
    "unknown_rule": Text("{found} is geen regel", "{found} is not a rule"),
    "not_for_a_person": Text(
        "{found} wordt berekend; hierover kan geen mens beslissen in het bestand",
        "{found} is computed; a person cannot decide it in the file",
    ),
    "wrong_subject": Text(
        "het besluit over {found} hoort bij {path} niet thuis",
        "the decision on {found} does not belong at {path}",
    ),
    "unknown_regulation": Text("de regeling {found} is niet geïnstalleerd", "the regulation {found} is not installed"),
    "broken_regulation": Text("de regeling kan niet laden: {found}", "the regulation cannot load: {found}"),
    "unknown_parameter": Text("onbekende parameter {found}", "unknown parameter {found}"),
    "fixed_parameter": Text(
        "de parameter {found} staat in de wet en is niet van de organisatie",
        "the parameter {found} is fixed by the law and not the organisation's",
    ),
    "plugin": Text("fout in de regeling: {found}", "error in the regulation: {found}"),
    "usage": Text("{found}", "{found}"),
}

REASONS = {  # why the system cannot read a file, as it says so itself
    "No such file or directory": Text("het bestaat niet", "it does not exist"),
    "Permission denied": Text("dit mag niet van het systeem", "the system does not allow it"),
    "Is a directory": Text("het is een map", "it is a folder"),
}

_PLAIN = {
    "problem.nearest": Text("; bedoelt u {nearest}?", "; did you mean {nearest}?"),
    "problem.allowed": Text("; toegestaan: {allowed}", "; allowed: {allowed}"),
    # single words
    "word.yes": Text("ja", "yes"),
    "word.no": Text("nee", "no"),
    "word.and": Text("en", "and"),
    "word.or": Text("of", "or"),
    "word.others": Text("misschien andere", "perhaps others"),
    "word.nothing": Text("geen", "none"),
    # units
    "unit.months": Text("maanden", "months"),
    "unit.days": Text("dagen", "days"),
    "unit.working_days": Text("werkdagen", "working days"),
    "unit.hours": Text("uur", "hours"),
    "unit.minutes": Text("minuten", "minutes"),
    "unit.percent": Text("procent", "percent"),
    "unit.eur": Text("euro", "euros"),
    "unit.persons": Text("personen", "persons"),
    "unit.cvss": Text("(CVSS)", "(CVSS)"),
    # who
    "subject.procurement": Text("de opdracht", "the procurement"),
    "subject.supplier": Text("de leverancier die nog gekozen wordt", "the supplier still to be chosen"),
    "party.supplier": Text("leverancier {number} (zonder naam)", "supplier {number} (unnamed)"),
    "party.controllers": Text("partij met zeggenschap {number}", "controlling party {number}"),
    "party.subcontractors": Text("onderaannemer {number}", "subcontractor {number}"),
    # conditions
    "say.not": Text("niet: {item}", "not: {item}"),
    "say.exists": Text("{item} is er", "{item} is there"),
    "say.is": Text("{item} is {other}", "{item} is {other}"),
    "say.is_not": Text("{item} is niet {other}", "{item} is not {other}"),
    "say.scale.<": Text("{item} is lichter dan {other}", "{item} is lighter than {other}"),
    "say.scale.<=": Text("{item} is ten hoogste {other}", "{item} is at most {other}"),
    "say.scale.>": Text("{item} is zwaarder dan {other}", "{item} is heavier than {other}"),
    "say.scale.>=": Text("{item} is ten minste {other}", "{item} is at least {other}"),
    "say.plain.<": Text("{item} is voor of minder dan {other}", "{item} is before or less than {other}"),
    "say.plain.<=": Text("{item} is niet later of meer dan {other}", "{item} is not after or more than {other}"),
    "say.plain.>": Text("{item} is later of meer dan {other}", "{item} is after or more than {other}"),
    "say.plain.>=": Text("{item} is niet voor of minder dan {other}", "{item} is not before or less than {other}"),
    "say.in": Text("{item} is {other}", "{item} is {other}"),
    "say.intersects": Text("bij {item} hoort {other}", "{item} has {other}"),
    "say.within": Text("{item}: alleen {other}", "{item}: only {other}"),
    "say.any": Text("voor een of meer van de {other} geldt: {item}", "for at least one of the {other}: {item}"),
    "say.all": Text("voor alle {other} geldt: {item}", "for all {other}: {item}"),
    "say.today": Text("de peildatum", "the assessment date"),
    "say.launched": Text("de start van de aanbesteding", "the launch of the tender"),
    "say.later": Text("{item} plus {other}", "{item} plus {other}"),
    "say.earlier": Text("{item} min {other}", "{item} minus {other}"),
    "say.days_between": Text("de dagen van {item} tot {other}", "the days from {item} to {other}"),
    "say.least": Text("de laagste van: {item}", "the least of: {item}"),
    "say.greatest": Text("de hoogste van: {item}", "the greatest of: {item}"),
    "say.table": Text("wat de tabel geeft bij: {item}", "what the table gives for: {item}"),
    "say.always": Text("altijd", "always"),
    "say.never": Text("nooit", "never"),
}

_TEXTS = _PLAIN | {f"problem.{code}": text for code, text in PROBLEMS.items()}


def say(key: str, language: str) -> str:
    """Give the text of this key in this language."""
    return _TEXTS[key].in_(language)


def add_texts(texts: dict[str, Text]) -> None:
    """Add the texts of a part of the tool that is loaded only when it is used."""
    _TEXTS.update(texts)
