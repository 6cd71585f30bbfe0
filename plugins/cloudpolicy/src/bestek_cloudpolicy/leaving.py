"""Leaving: the exit strategy of 2022, the exit plan of 2026, and the transition between them (law/cloudpolicy.md 2.1, 2.3)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import exit as exit_facts

from .definitions import (
    LAW,
    both_scenarios,
    existing_use,
    exit_plan_due,
    follows_policy,
    market_cloud,
    material,
    reviewed_in_time,
)
from .texts import (
    ARCKIT,
    COMPLIANCOMATIC,
    CP26_STARTS,
    CP_2022,
    CP_2026,
    DPIA_TOOL,
    FORUM,
    LETTER_DIGID,
    NERDS,
    NOT_SEEN,
    STADSZAKEN,
    TECHZINE,
    WILL_SWITCH,
)

BUYER = ("inkopende organisatie", "buyer")

cp22 = Chapter(CP_2022)
cp26 = Chapter(CP_2026)

# 2022: a strategy --------------------------------------------------------------------------------------------

cp22.obliges(
    "CP22-18",
    at=NOT_SEEN,
    also=[FORUM.at("bijlage 5, punt 6"), STADSZAKEN.at("4538"), TECHZINE.at("87340")],
    phase="contract",
    demands=exit_facts.strategy
    & exit_facts.covers.intersects("transfer")
    & exit_facts.covers.intersects("destruction"),
    nl="In het contract staat een exitstrategie: overdracht van de gegevens naar een andere cloud, en vernietiging bij de "
    "leverancier.",
    en="The contract has an exit strategy: transfer of the data to another cloud, and destruction at the supplier.",
)

# 2026: a plan ------------------------------------------------------------------------------------------------

cp26.obliges(
    "CP26-09",
    at="3.2",
    also=[
        ARCKIT.at("nl-exit"),
        NERDS.at("exit"),
        DPIA_TOOL.at("3.2"),
        COMPLIANCOMATIC.at("3.2"),
        LETTER_DIGID.at("19"),
    ],
    phase="contract",
    derogable=True,
    when=material,
    demands=exit_facts.plan.exists
    & both_scenarios
    & exit_facts.covers.intersects("destruction")
    & exit_facts.tested_on.exists
    & reviewed_in_time,
    nl="Bij materieel gebruik is er een exitplan dat zelf getest is en ieder jaar wordt beoordeeld, voor een gepland vertrek en "
    "voor een plotselinge onderbreking, met vernietiging bij de leverancier.",
    en="Material use has an exit plan, self-tested and reviewed every year, for a planned exit and for a disruptive interruption, "
    "with destruction at the supplier.",
)
cp26.obliges(
    "CP26-10",
    at="3.2",
    also=[LETTER_DIGID.at("20")],
    phase="contract",
    derogable=True,
    when=material,
    demands=exit_facts.covers.intersects("disruptive")
    & exit_facts.covers.intersects("recovery")
    & (exit_facts.recovery <= exit_facts.acceptable_recovery),
    nl="Het exitplan rekent op onverwacht niet beschikbaar zijn, en zegt hoe de overheidsdienst binnen een acceptabele termijn "
    "wordt hersteld.",
    en="The exit plan reckons with unexpected unavailability, and says how the government service is restored within an "
    "acceptable time.",
)
cp26.judged(
    "CP26-11",
    at="3.2",
    also=[LETTER_DIGID.at("19")],
    by=BUYER,
    phase="contract",
    derogable=True,
    when=material,
    nl="Het contract bevat realistische afspraken over een gepland of plotseling einde, passend bij de dienst.",
    en="The contract has realistic arrangements on a planned or sudden end, fitted to the service.",
)
letter = Chapter(LETTER_DIGID, scope="cloudpolicy", time="today")

letter.advises(
    "CP26-11b",
    at="20",
    phase="contract",
    when=exit_facts.transition <= LAW("short_migration_months"),
    nl="Zes maanden is een zeer korte termijn voor een overstap: een aanbesteding kost al tijd, en de meeste migraties duren "
    "langer, soms jaren. Reken na of dit realistisch is.",
    en="Six months is a very short term for moving: a tender takes time already, and most migrations take longer, sometimes years. "
    "Check whether this is realistic.",
)

# Existing use on 3 July 2026 ---------------------------------------------------------------------------------

transition = Chapter(CP_2026, scope=None, time="today")
running = follows_policy & market_cloud & existing_use

transition.obliges(
    "CP26-28",
    at="overgang",
    also=[DPIA_TOOL.at("overgang"), ARCKIT.at("overgang"), NERDS.at("overgang")],
    phase="performance",
    valid_from=CP26_STARTS,
    when=running,
    by=exit_plan_due,
    demands=exit_facts.plan.exists,
    nl="Bestaand gebruik heeft binnen twaalf maanden een exitplan, en voldoet binnen vier jaar aan het cloudbeleid van 2026, of "
    "aan het einde van het contract als dat later is.",
    en="Existing use has an exit plan within twelve months, and complies with the cloud policy of 2026 within four years, or at "
    "the end of the contract if that is later.",
)
transition.obliges(
    "CP26-29",
    at="overgang",
    also=[DPIA_TOOL.at("overgang")],
    phase="performance",
    valid_from=CP26_STARTS,
    when=running,
    demands=exit_facts.switching_terms,
    nl="Bestaande contracten regelen uitdrukkelijk de overstap naar een andere leverancier.",
    en="Existing contracts expressly include arrangements for switching.",
)
transition.advises(
    "VER-4",
    at="overgang",
    also=[WILL_SWITCH.at("Uitstaptoets: medio 2030")],
    phase="performance",
    valid_from=CP26_STARTS,
    when=running,
    nl="Of de vier jaar lopen vanaf 3 juli 2026 is niet gezien; de bronnen zeggen medio 2030. Hier wordt vanaf 3 juli 2026 "
    "gerekend.",
    en="Whether the four years run from 3 July 2026 was not seen; sources say mid-2030. Here they count from 3 July 2026.",
)

RULES = [*cp22.rules, *cp26.rules, *letter.rules, *transition.rules]
