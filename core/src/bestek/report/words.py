"""The fixed words of reports (DESIGN section 6), everywhere the same."""

from __future__ import annotations

from .._texts import Text, add_texts

add_texts(
    {
        # verdicts
        "verdict.blocked": Text("geblokkeerd", "blocked"),
        "verdict.undecided": Text("nog niet te bepalen", "undecided"),
        "verdict.conditional": Text(
            "kan door, met openstaande plichten", "conditional: may go on, with duties outstanding"
        ),
        "verdict.clear": Text("geen belemmering gevonden", "clear: no obstacle found"),
        # statuses
        "status.met": Text("voldaan", "met"),
        "status.breach": Text("in strijd", "breach"),
        "status.due": Text("nog te doen", "due"),
        "status.open": Text("nog open", "open"),
        "status.waived": Text("ontheven", "waived"),
        "status.noted": Text("ter kennisneming", "noted"),
        "status.assigned": Text("vastgesteld", "assigned"),
        "status.not_applicable": Text("n.v.t.", "not applicable"),
        "status.yes": Text("ja", "yes"),
        "status.no": Text("nee", "no"),
        # kinds
        "kind.applies": Text("reikwijdte", "scope"),
        "kind.exempts": Text("uitzondering op de reikwijdte", "exemption from the scope"),
        "kind.classifies": Text("indeling", "classification"),
        "kind.obliges": Text("plicht", "duty"),
        "kind.prohibits": Text("verbod", "prohibition"),
        "kind.permits": Text("bevoegdheid", "permission"),
        "kind.advises": Text("advies", "advice"),
        # phases
        "phase.preparation": Text("voorbereiding", "preparation"),
        "phase.publication": Text("aankondiging", "publication"),
        "phase.selection": Text("selectie", "selection"),
        "phase.award": Text("gunning", "award"),
        "phase.contract": Text("contractsluiting", "contract"),
        "phase.performance": Text("uitvoering", "performance"),
        "phase.exit": Text("beëindiging", "exit"),
        # whose duty
        "duty.buyer": Text("inkopende organisatie", "buyer"),
        "duty.supplier": Text("leverancier", "supplier"),
        "duty.other": Text("een ander", "another party"),
        # how well a source was read
        "confidence.verbatim": Text("woordelijk gelezen", "read verbatim"),
        "confidence.transcribed": Text("gelezen in een transcriptie", "read in a transcription"),
        "confidence.secondary": Text("gelezen in een tweede bron", "read in a secondary source"),
        "confidence.inferred": Text("afgeleid", "inferred"),
        "mark.unverified": Text("brontekst niet geverifieerd", "text not verified"),
        # sentences
        "report.sensitive": Text(
            "Dit verslag kan zelf gerubriceerd zijn. Deel het alleen met wie het mag zien.",
            "This report may itself be classified. Share it only with those who may see it.",
        ),
        "report.disclaimer": Text(
            "Lezing van de makers van bestek, niet vastgesteld door het bevoegd gezag.",
            "A reading by bestek's authors, not adopted by the competent authority.",
        ),
        "report.official": Text("Lezing van {publisher}.", "A reading by {publisher}."),
        "report.translation": Text("", "English texts of Dutch law are translations."),
        "report.untitled": Text("Dossier zonder naam", "File without a title"),
        "report.on": Text("Peildatum {day}", "Assessed on {day}"),
        "report.basis": Text(
            "Dit berust op {rules} plichten en verboden van {regulations}. Per partij bekeken: {breach} in strijd, {due} nog "
            "te doen, {open} nog open.",
            "This rests on {rules} duties and prohibitions of {regulations}. Seen party by party: {breach} breached, {due} "
            "due, {open} open.",
        ),
        "report.unverified": Text(
            "Regels waarvan de brontekst niet is geverifieerd: {count}.", "Rules whose text is not verified: {count}."
        ),
        "report.left_to_people": Text(
            "Regels waarover een mens oordeelt: {count}.", "Rules that are left to a person: {count}."
        ),
        "report.no_rules": Text(
            "Geen plicht of verbod geldt voor dit dossier.", "No duty or prohibition applies to this file."
        ),
        "report.subjects": Text("Per partij", "By party"),
        "report.also": Text("ook {rules}", "also {rules}"),
        "report.and_more": Text("{facts} en nog {count}", "{facts} and {count} more"),
        "report.regulations": Text("Welke regeling geldt", "Which regulation applies"),
        "report.applies.yes": Text("geldt", "applies"),
        "report.applies.no": Text("geldt niet", "does not apply"),
        "report.applies.open": Text("nog open", "open"),
        "report.hangs_on": Text("hangt af van: {facts}", "depends on: {facts}"),
        "report.not yet in force": Text("nog niet van kracht op die dag", "not yet in force on that day"),
        "report.no longer in force": Text("niet meer van kracht op die dag", "no longer in force on that day"),
        "report.classes": Text("Indeling", "Classification"),
        "report.level": Text("{level}", "{level}"),
        "report.level_open": Text("nog open, ten hoogste {most}", "open, at most {most}"),
        "report.level_open_lowest": Text("nog open, mogelijk {most}", "open, possibly {most}"),
        "report.level_between_lowest": Text(
            "niet hoger dan {level}, mogelijk {most}", "no higher than {level}, possibly {most}"
        ),
        "report.level_between": Text("ten minste {level}, ten hoogste {most}", "at least {level}, at most {most}"),
        "report.proposed": Text("voorstel volgens de methode: {level}", "proposed by the method: {level}"),
        "report.possible": Text("nog open: {values}", "open: {values}"),
        "report.none": Text("geen", "none"),
        "report.breaches": Text("In strijd", "Breaches"),
        "report.due": Text("Nog te doen", "Due"),
        "report.open": Text("Nog open", "Open"),
        "report.questions": Text("Wie moet dit beantwoorden", "Who answers this"),
        "report.decides": Text("{count} regels", "{count} rules"),
        "report.decides_one": Text("1 regel", "1 rule"),
        "report.notes": Text("Ter kennisneming", "Noted"),
        "report.outlook": Text(
            "Vooruitblik: voorstellen die nog geen wet zijn", "Outlook: proposals that are not law yet"
        ),
        "report.people": Text("Beslist door een mens", "Decided by a person"),
        "report.decision": Text("{outcome}, door {by} op {day}: {reason}", "{outcome}, by {by} on {day}: {reason}"),
        "report.met": Text("Voldaan", "Met"),
        "report.because": Text("omdat", "because"),
        "report.source": Text("bron", "source"),
        "report.if_applicable": Text("als {scope} geldt", "if {scope} applies"),
        "report.until": Text("uiterlijk {day}", "at the latest {day}"),
        "report.more": Text("en nog {count}: {command}", "and {count} more: {command}"),
        "report.rest": Text("en nog {count}", "and {count} more"),
        "report.whole": Text("Alles, zonder inkorting: {command}", "Everything, in full: {command}"),
        "report.no_evidence": Text("zonder onderbouwing", "without evidence"),
        "report.derived": Text("afgeleid uit {fact}", "derived from {fact}"),
        "report.stands_in": Text("niet gegeven; {fact} staat ervoor in de plaats", "not given; {fact} stands for it"),
        "report.broken": Text("In strijd is: {rules}.", "Breached: {rules}."),
        "report.question_mark": Text("? alleen als de regeling geldt", "? only if the regulation applies"),
        "report.star": Text("* brontekst niet geverifieerd", "* text not verified"),
        # profiles
        "report.profile": Text("Profiel: {name}", "Profile: {name}"),
        "report.mode.advisory": Text("alleen als advies: telt niet mee", "as advice only: does not move the verdict"),
        "report.mode.outlook": Text(
            "alleen als vooruitblik: telt niet mee", "as an outlook only: does not move the verdict"
        ),
        "report.advisory": Text(
            "Advies volgens het profiel: telt niet mee in het oordeel",
            "Advice by the profile: does not move the verdict",
        ),
        "report.waived": Text("Ontheven", "Waived"),
        "report.waiver": Text(
            "{reason}; goedgekeurd door {by} op {day}, werkt tot {until}",
            "{reason}; approved by {by} on {day}, works until {until}",
        ),
        "mode.binding": Text("bindend", "binding"),
        "mode.advisory": Text("als advies", "advisory"),
        "mode.outlook": Text("als vooruitblik", "outlook"),
        "profile.head": Text("Profiel {file}, kenmerk {digest}", "Profile {file}, digest {digest}"),
        "profile.extends": Text("Breidt uit: {files}", "Extends: {files}"),
        "profile.organisation": Text("Organisatie", "Organisation"),
        "profile.regulations": Text("Regelingen", "Regulations"),
        "profile.facts": Text("Vaste feiten", "Standing facts"),
        "profile.parameters": Text("Waarden", "Parameters"),
        "profile.not_filled": Text("niet ingevuld, dus onbekend", "not filled in, so unknown"),
        "profile.law": Text("de wet zegt {value}", "the law says {value}"),
        "profile.waivers": Text("Ontheffingen", "Waivers"),
        "profile.waiver": Text(
            "{scope}, {standing}: {reason}; goedgekeurd door {by} op {day}, tot {until}",
            "{scope}, {standing}: {reason}; approved by {by} on {day}, until {until}",
        ),
        "waiver.all": Text("elk dossier", "every file"),
        "waiver.works": Text("werkt", "works"),
        "waiver.ends_soon": Text("loopt bijna af", "ends soon"),
        "waiver.not_yet": Text("werkt nog niet", "does not work yet"),
        "profile.lock": Text("Vergrendeling", "Lock"),
        "profile.no_lock": Text("geen; maak haar met: bestek profile lock", "none; make it with: bestek profile lock"),
        "profile.lock_holds": Text("{file} klopt", "{file} holds"),
        "profile.lock_fails": Text(
            "{file} klopt niet: bestek profile verify", "{file} does not hold: bestek profile verify"
        ),
        "profile.lock_loose": Text(
            " (niet vast te leggen, want editable: {packages})", " (cannot be fixed, as editable: {packages})"
        ),
        "profile.same": Text("De profielen zeggen hetzelfde.", "The profiles say the same."),
        "profile.nothing": Text("niets", "nothing"),
        "means.added": Text("regeling erbij", "regulation added"),
        "means.removed": Text("regeling weg", "regulation removed"),
        "means.tightened": Text("strenger", "tightened"),
        "means.loosened": Text("minder streng", "loosened"),
        "means.changed": Text("anders", "changed"),
        # explain
        "explain.status": Text("Uitkomst", "Outcome"),
        "explain.when": Text("Wanneer", "When"),
        "explain.forbids": Text("Verbiedt", "Forbids"),
        "explain.demands": Text("Vraagt", "Demands"),
        "explain.unless": Text("Tenzij", "Unless"),
        "explain.because": Text("Omdat", "Because"),
        "explain.missing": Text("Nog niet bekend", "Not known yet"),
        "explain.text": Text("Tekst", "Text"),
        "explain.sources": Text("Bronnen", "Sources"),
        "explain.open_norm": Text("Aan een mens: {words}", "Left to a person: {words}"),
        "explain.judged": Text("Beslist door {by}, in het bestand", "Decided by {by}, in the file"),
        "explain.not_judged": Text(
            "Deze regel is niet beoordeeld, want {scope} geldt niet: {because}.",
            "This rule was not judged, as {scope} does not apply: {because}.",
        ),
        "explain.always": Text("altijd", "always"),
        "explain.true": Text("ja", "yes"),
        "explain.false": Text("nee", "no"),
        "explain.unknown": Text("niet bekend", "not known"),
        # regulations
        "regulations.none": Text("Er is geen regeling geïnstalleerd.", "No regulation is installed."),
        "regulations.broken": Text("werkt niet: {reason}", "broken: {reason}"),
        "regulations.instruments": Text("Teksten", "Texts"),
        "regulations.rows": Text("Rijen van de juridische lezing", "Rows of the legal reading"),
        "regulations.total": Text("totaal", "total"),
        "regulations.computed": Text("berekend", "computed"),
        "regulations.judged": Text("door een mens te beantwoorden", "answered by a person"),
        "regulations.open_norm": Text("open norm", "open norm"),
        "regulations.definition": Text("begripsbepaling", "definition"),
        "regulations.omitted": Text("geen regel", "no rule"),
        "regulations.rules": Text("Regels per soort", "Rules by kind"),
        "regulations.omits": Text("Waarom geen regel", "Why no rule"),
        "regulations.publisher": Text("Uitgever", "Publisher"),
        "regulations.contact": Text("Fouten melden", "Report errors"),
        "regulations.official": Text("officieel", "official"),
        "regulations.unofficial": Text("niet officieel", "not official"),
        "regulations.checked": Text(
            "vergeleken met de officiële tekst door {by} op {day}", "checked against the official text by {by} on {day}"
        ),
        "regulations.unchecked": Text(
            "nog door niemand vergeleken met de officiële tekst", "not yet checked against the official text by anyone"
        ),
        "regulations.from": Text("vanaf {day}", "from {day}"),
        "regulations.until": Text("tot {day}", "until {day}"),
        "omit.information": Text("alleen informatie", "information only"),
        "omit.not about a procurement": Text("gaat niet over een inkoop", "not about a procurement"),
        "instrument.in_force": Text("van kracht", "in force"),
        "instrument.proposal": Text("voorstel", "proposal"),
        "instrument.method": Text("methode", "method"),
        "instrument.repealed": Text("ingetrokken", "repealed"),
    }
)
