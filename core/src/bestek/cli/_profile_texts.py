"""The texts of the commands on profiles, in Dutch and English."""

from __future__ import annotations

from .._texts import Text, add_texts

add_texts(
    {
        # options
        "help.profile_option": Text(
            "Het profiel; zonder deze optie BESTEK_PROFILE, en anders bestek.toml in deze map.",
            "The profile; without this option BESTEK_PROFILE, and else bestek.toml in this folder.",
        ),
        "help.parent": Text(
            "Een bestand buiten zijn map dat het profiel mag uitbreiden; mag vaker.",
            "A file outside its folder that the profile may extend; may be repeated.",
        ),
        "help.no_profile": Text(
            "Zonder profiel: met elke geïnstalleerde regeling.", "Without a profile: with every installed regulation."
        ),
        "help.locked": Text(
            "Weiger als iets anders is dan vergrendeld.", "Refuse where anything differs from the lock."
        ),
        "usage.profile_or_not": Text(
            "--profile en --no-profile gaan niet samen", "--profile and --no-profile do not go together"
        ),
        # init
        "help.name": Text("Naam van de organisatie.", "Name of the organisation."),
        "help.kind": Text("Soort organisatie, bijvoorbeeld department.", "Kind of body, for example department."),
        "help.init_regulation": Text(
            "Kies deze regeling; mag vaker. Zonder deze optie: alle die kunnen gelden.",
            "Choose this regulation; may be repeated. Without it: all that may bind.",
        ),
        "help.extends": Text("Breid dit profiel uit; mag vaker.", "Extend this profile; may be repeated."),
        "help.shared": Text(
            "Voor meer organisaties samen, zoals een ministerie met zijn agentschappen: naam en soort staan in elk dossier.",
            "For several bodies together, such as a ministry with its agencies: each file says its name and kind.",
        ),
        "help.init_output": Text(
            "Schrijf naar dit bestand, gewoonlijk bestek.toml.", "Write to this file, bestek.toml by default."
        ),
        "ask.name": Text("Hoe heet uw organisatie?", "What is your organisation called?"),
        "ask.kinds": Text("Soorten organisaties:", "Kinds of bodies:"),
        "ask.kind": Text("Welke soort is de uwe?", "Which kind is yours?"),
        "ask.regulation": Text("Wilt u {id} volgen ({title})?", "Follow {id} ({title})?"),
        "init.done": Text(
            "{file} is geschreven. Bekijk het met: bestek profile show",
            "{file} was written. Look at it with: bestek profile show",
        ),
        # commands
        "help.profile.add": Text(
            "Voeg een regeling toe, of verander hoe zij telt.", "Add a regulation, or change how it counts."
        ),
        "help.profile.remove": Text(
            "Haal een regeling weg, met wat over haar is gezegd.", "Remove a regulation, with what was said of it."
        ),
        "help.profile.show": Text(
            "Toon wat een profiel samen zegt, met bij elke instelling het bestand.",
            "Show what a profile comes to, with the file of each setting.",
        ),
        "help.profile.lock": Text(
            "Vergrendel: schrijf welke versies en bestanden nu gelden.",
            "Lock: write down which versions and files count now.",
        ),
        "help.profile.verify": Text(
            "Vergelijk met de vergrendeling.\n\nExitstatus: 0 gelijk, 1 anders, 2 fout.",
            "Compare with the lock.\n\nExit status: 0 the same, 1 different, 2 bad input or usage.",
        ),
        "help.profile.diff": Text(
            "Vergelijk twee profielen, en zeg wat het verschil betekent.\n\nExitstatus: 0 gelijk, 1 anders, 2 fout.",
            "Compare two profiles, and say what the difference means.\n\n"
            "Exit status: 0 the same, 1 different, 2 bad input or usage.",
        ),
        "help.version_range": Text(
            'Reeks van versies, bijvoorbeeld ">=1,<2".', 'Range of versions, for example ">=1,<2".'
        ),
        "help.mode": Text(
            "Hoe de regeling telt: bindend, als advies, of als voorstel.",
            "How the regulation counts: binding, as advice, or as a proposal.",
        ),
        "help.distribution": Text(
            "Het pakket, als meer dan een pakket deze regeling heeft.",
            "The package, where several packages have this regulation.",
        ),
        "profile.written": Text("{file} is geschreven.", "{file} was written."),
        "profile.unchanged": Text("{file} is niet veranderd.", "{file} did not change."),
        "profile.gone_too": Text("Ook weggehaald: {what}", "Removed as well: {what}"),
        "profile.locked": Text(
            "{file} is geschreven: {count} pakketten vergrendeld.", "{file} was written: {count} packages locked."
        ),
        "profile.as_locked": Text("Alles is zoals vergrendeld.", "Everything is as locked."),
    }
)
