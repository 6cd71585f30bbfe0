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
    # profiles
    "unknown_setting": Text("onbekende instelling {found}", "unknown setting {found}"),
    "no_version_range": Text("{found} is geen reeks van versies", "{found} is not a range of versions"),
    "extends_itself": Text("het profiel breidt zichzelf uit: {found}", "the profile extends itself: {found}"),
    "extends_outside": Text(
        "{found} staat buiten de map van dit profiel; noem het bestand zelf op de opdrachtregel",
        "{found} stands outside the folder of this profile; name the file on the command line yourself",
    ),
    "looser_than_parent": Text(
        "{found} is minder streng dan wat dit profiel erft", "{found} is looser than what this profile inherits"
    ),
    "contradicts_parent": Text(
        "{found} is niet wat een ander bestand van dit profiel zegt",
        "{found} is not what another file of this profile says",
    ),
    "looser_than_law": Text("{found} is minder streng dan de wet", "{found} is looser than the law"),
    "no_regulations": Text("dit profiel kiest geen enkele regeling", "this profile chooses no regulation"),
    "regulation_inherited": Text(
        "{found} komt uit een bestand dat dit profiel uitbreidt, en kan hier niet weg",
        "{found} comes from a file that this profile extends, and cannot be removed here",
    ),
    "not_in_profile": Text(
        "de regeling {found} staat niet in dit profiel", "the regulation {found} is not in this profile"
    ),
    "regulation_not_installed": Text(
        "de regeling {found} is niet geïnstalleerd (pip install bestek-{found}, als dat het pakket van de uitgever is)",
        "the regulation {found} is not installed (pip install bestek-{found}, if that is its publisher's package)",
    ),
    "version_not_admitted": Text(
        "versie {found} is geïnstalleerd, en past niet", "version {found} is installed, and does not fit"
    ),
    "impossible_range": Text("geen enkele versie past bij {found}", "no version fits {found}"),
    "several_distributions": Text(
        "meer dan een pakket heeft deze regeling; kies er een met distribution",
        "several packages have this regulation; choose one with distribution",
    ),
    "unknown_distribution": Text(
        "het pakket {found} heeft deze regeling niet, of is niet geïnstalleerd",
        "the package {found} does not have this regulation, or is not installed",
    ),
    "profile_differs": Text(
        "{found} is niet wat het profiel van de organisatie zegt",
        "{found} is not what the organisation's profile says",
    ),
    # waivers
    "waived_twice": Text(
        "voor {found} staat hier al een ontheffing met dezelfde scope",
        "there is a waiver of {found} with the same scope already",
    ),
    "waiver_ends_first": Text(
        "de ontheffing eindigt ({found}) voor of op de dag dat zij is goedgekeurd",
        "the waiver ends ({found}) before or on the day it was approved",
    ),
    "not_derogable": Text(
        "van {found} kan niemand ontheffing geven: de regeling staat dat niet toe",
        "nobody can waive {found}: its regulation does not allow that",
    ),
    "waiver_expired": Text("de ontheffing werkt niet meer sinds {found}", "the waiver no longer works since {found}"),
    "waiver_ends_soon": Text("de ontheffing werkt niet meer vanaf {found}", "the waiver no longer works from {found}"),
    "waiver_not_yet": Text("de ontheffing werkt pas vanaf {found}", "the waiver works only from {found}"),
    "renamed_rule": Text("deze regel heet nu {found}", "this rule is now called {found}"),
    # locks
    "no_profile": Text("er is geen profiel: {found} bestaat niet", "there is no profile: {found} does not exist"),
    "no_lock": Text(
        "er is geen vergrendeling; maak haar met: bestek profile lock",
        "there is no lock; make it with: bestek profile lock",
    ),
    "edited_lock": Text(
        "de vergrendeling is met de hand veranderd; maak haar opnieuw met: bestek profile lock",
        "the lock was edited by hand; make it anew with: bestek profile lock",
    ),
    "lock_differs": Text("nu {found}, en dat is niet wat vergrendeld is", "now {found}, which is not what was locked"),
    "lock_gone": Text("is vergrendeld en is er nu niet", "is locked and is not there now"),
    "lock_new": Text("is er nu en is niet vergrendeld", "is there now and is not locked"),
    "changed_files": Text(
        "de bestanden van versie {found} zijn veranderd", "the files of version {found} have changed"
    ),
    "not_fixed": Text(
        "is geïnstalleerd om aan te werken (editable): zijn bestanden liggen niet vast",
        "is an editable install: its files are not fixed",
    ),
    "other_library": Text("nu {found}, vergrendeld met een andere versie", "now {found}, locked with another version"),
    "plugin": Text("fout in de regeling: {found}", "error in the regulation: {found}"),
    "usage": Text("{found}", "{found}"),
}

REASONS = {  # why the system cannot read a file, as it says so itself
    "No such file or directory": Text("het bestaat niet", "it does not exist"),
    "Permission denied": Text("dit mag niet van het systeem", "the system does not allow it"),
    "Is a directory": Text("het is een map", "it is a folder"),
    "No space left on device": Text("er is geen ruimte meer om te schrijven", "there is no space left to write"),
}

_PLAIN = {
    "problem.nearest": Text("; bedoelt u {nearest}?", "; did you mean {nearest}?"),
    "problem.allowed": Text("; toegestaan: {allowed}", "; allowed: {allowed}"),
    # single words
    "word.warning": Text("Let op", "Note"),
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
