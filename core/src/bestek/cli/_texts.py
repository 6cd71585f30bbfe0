"""The texts of the command line, in Dutch and English."""

from __future__ import annotations

from .._texts import Text, add_texts

add_texts(
    {
        "help.bestek": Text(
            "Welke regels gelden voor een inkoop, wat vragen zij, en waarom.",
            "Which rules bind a procurement, what they demand, and why.",
        ),
        "help.version": Text("Toon de versie.", "Show the version."),
        "help.help": Text("Toon deze hulp.", "Show this help."),
        "help.usage": Text("Gebruik", "Usage"),
        "help.options": Text("Opties", "Options"),
        "help.commands": Text("Opdrachten", "Commands"),
        "help.options_metavar": Text("[OPTIES]", "[OPTIONS]"),
        "help.command_metavar": Text("OPDRACHT …", "COMMAND …"),
        "help.new": Text(
            "Maak een nieuw inkoopdossier, met uitleg bij ieder feit.\n\nHet bestand is TOML. Ieder feit dat de regelingen "
            "kunnen gebruiken staat erin als commentaar, met de toegestane waarden; wat het zwaarst weegt staat bovenaan.",
            "Make a new procurement file, with an explanation of each fact.\n\nThe file is TOML. Every fact that the "
            "regulations can use is in it as a comment, with the values allowed; what weighs most stands first.",
        ),
        "help.regulation": Text(
            "Alleen voor deze regeling; mag vaker. Zonder deze optie voor alle.",
            "Only for this regulation; may be repeated. For all of them if left out.",
        ),
        "help.questions": Text(
            "Toon wat nog beantwoord moet worden, en door wie.\n\nPer persoon of organisatie die het antwoord heeft, met "
            "wat het zwaarst weegt bovenaan.",
            "Show what is still to be answered, and by whom.\n\nBy the person or organisation that has the answer, what "
            "weighs most first.",
        ),
        "help.rule": Text(
            "Toon één regel: haar tekst, voorwaarde, bronnen en data.",
            "Show one rule: its text, condition, sources and dates.",
        ),
        "help.facts": Text(
            "Toon de feiten die een dossier kan bevatten.\n\nZonder PAD een lijst; met het pad van een tabel of feit meer "
            "over wat daar kan staan en welke regels het lezen.",
            "Show the facts that a file can hold.\n\nA list without PATH; with the path of a table or a fact, more on what "
            "can stand there and which rules read it.",
        ),
        "help.schema": Text(
            "Toon het JSON Schema van een dossier, of van een uitkomst (assessment).",
            "Show the JSON Schema of a file, or of a result (assessment).",
        ),
        "help.redact": Text(
            "Laat namen weg: van het dossier, van partijen en van personen.",
            "Leave names out: of the file, of parties and of persons.",
        ),
        "help.init": Text(
            "Schrijf een profiel: wie u bent, en welke regelingen gelden.\n\nWat u niet als optie geeft, wordt gevraagd.",
            "Write a profile: who you are, and which regulations count.\n\nWhat no option gives is asked.",
        ),
        "help.profile": Text(
            "Profielen: kies regelingen, maak ze strenger, bekijk en vergrendel.",
            "Profiles: choose regulations, tighten them, look and lock.",
        ),
        "help.assess": Text(
            "Beoordeel een of meer inkoopdossiers.\n\nExitstatus: 0 kan door, 1 geblokkeerd, 3 nog niet te bepalen, 2 fout in "
            "het bestand of de aanroep.",
            "Assess one or more procurement files.\n\nExit status: 0 clear or conditional, 1 blocked, 3 undecided, 2 bad input "
            "or usage.",
        ),
        "help.explain": Text(
            "Leg uit hoe een regel tot haar uitkomst komt.", "Explain how a rule came to its outcome."
        ),
        "help.regulations": Text(
            "Toon de geïnstalleerde regelingen, of één ervan met haar teksten en dekking.",
            "Show the installed regulations, or one of them with its texts and coverage.",
        ),
        "help.on": Text(
            "Peildatum, als JJJJ-MM-DD; zonder deze optie vandaag.",
            "Assessment date, as YYYY-MM-DD; today if left out.",
        ),
        "help.all": Text(
            "Toon alles: ook wat n.v.t. is, en volledige lijsten.",
            "Show everything: what is not applicable, and full lists.",
        ),
        "help.format": Text("Vorm van de uitvoer: text of json.", "Form of the output: text or json."),
        "help.format_json": Text("Vorm van de uitvoer; altijd json.", "Form of the output; always json."),
        "help.output": Text("Schrijf naar dit bestand.", "Write to this file."),
        "help.force": Text("Schrijf ook over een bestaand bestand heen.", "Write over an existing file too."),
        "help.input": Text("Vorm van wat via - binnenkomt: toml of json.", "Form of what comes in by -: toml or json."),
        "help.language": Text("Taal van de uitvoer: nl of en.", "Language of the output: nl or en."),
        "help.exit_zero": Text(
            "Eindig met status 0, ook als er iets in strijd of nog open is.",
            "End with status 0, also when something is breached or open.",
        ),
        "help.quiet": Text("Toon alleen het oordeel.", "Show the verdict only."),
        "help.verbose": Text(
            "Toon meer, ook bij een fout van bestek zelf.", "Show more, also at a fault of bestek itself."
        ),
        "help.tree": Text("Toon de hele voorwaarde met waarden.", "Show the whole condition with values."),
        "help.subject": Text("Alleen over deze partij.", "Only about this party."),
        "usage.date": Text("{found} is geen datum; schrijf JJJJ-MM-DD", "{found} is not a date; write YYYY-MM-DD"),
        "usage.choice": Text(
            "{found} kan hier niet; er zijn: {allowed}", "{found} cannot stand here; there are: {allowed}"
        ),
        "usage.no_option": Text("er is geen optie {found}", "there is no option {found}"),
        "usage.no_command": Text(
            "er is geen opdracht {found}; er zijn: {allowed}", "there is no command {found}; there are: {allowed}"
        ),
        "usage.no_value": Text("{found} heeft een waarde nodig", "{found} needs a value"),
        "usage.too_many": Text("{found} is te veel", "{found} is too many"),
        "usage.missing": Text("{found} ontbreekt", "{found} is missing"),
        "usage.toml": Text(
            "{found} eindigt niet op .toml; alleen TOML heeft commentaar",
            "{found} does not end in .toml; only TOML has comments",
        ),
        "new.done": Text(
            "Gemaakt: {file}. Vul in wat u weet en beoordeel het met: bestek assess {file}",
            "Made: {file}. Fill in what you know and assess it with: bestek assess {file}",
        ),
        "usage.exists": Text(
            "{found} bestaat al; met --force wordt het overschreven", "{found} exists already; --force writes over it"
        ),
        "usage.input": Text(
            "{found} is een van de dossiers zelf; kies een andere naam",
            "{found} is one of the files itself; choose another name",
        ),
        "usage.no_file": Text("{found} is geen gewoon bestand", "{found} is not an ordinary file"),
        "usage.cannot_write": Text("kan niet schrijven naar {found}: {reason}", "cannot write to {found}: {reason}"),
        "usage.nearest": Text("; bedoelt u {nearest}?", "; did you mean {nearest}?"),
        "cli.more_problems": Text(
            "… en nog {count} fouten; met --format json staan ze er allemaal",
            "… and {count} more faults; --format json lists them all",
        ),
        "cli.own_fault": Text(
            "Dit is een fout van bestek zelf: {fault}. Meld haar met de versie ({version}) en de opdracht; -v toont meer.",
            "This is a fault of bestek itself: {fault}. Report it with the version ({version}) and the command; -v shows more.",
        ),
        "cli.error": Text("Fout", "Error"),
    }
)
