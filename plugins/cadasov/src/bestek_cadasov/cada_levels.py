"""The level that a service meets by the criteria of annex II of CADA (law/cadasov.md 3.2, level test).

A level asks its own criteria and those of the levels below it. Each row gives the highest level that one
criterion allows, and the lowest row counts. Software is in scope, hardware is not.
"""

from __future__ import annotations

from bestek import Chapter, define, greatest, level, lookup
from bestek.shared import EU
from bestek.vocabulary import information, supplier
from bestek.words import Condition, Scale

from .definitions import associated_control, buys_cloud, third_country_control
from .facts import cada, supplier_cadasov
from .parameters import LAW
from .texts import CADA

meets = supplier_cadasov.level
annex = Chapter(CADA, scope=None, confidence="verbatim")

met_level = level(
    "cadasov.level",
    cada.assigned_level,
    counts="lowest",
    per_supplier=True,
    nl="Soevereiniteitsniveau dat de dienst haalt (CADA bijlage II)",
    en="Sovereignty level that the service meets (CADA annex II)",
)
level_by_control = level(
    "cadasov.level_by_control",
    cada.assigned_level,
    counts="lowest",
    per_supplier=True,
    nl="Hoogste niveau dat de zeggenschap toelaat (CADA bijlage II, g)",
    en="Highest level that control allows (CADA annex II, g)",
)


def ladder(row: str, asked: dict[int, Condition]) -> Scale:
    """The highest level whose demands are met; `asked` has what each level adds to the levels below it."""
    first = min(asked)
    steps: list[Scale] = []
    so_far: Condition | None = None
    for number, demand in asked.items():
        so_far = demand if so_far is None else so_far & demand
        holds = define(
            f"CADA-L-{row}-{number}",
            so_far,
            nl=f"bijlage II, onderdeel {row}, is gehaald voor niveau {number}",
            en=f"annex II, point {row}, is met for level {number}",
            cites=[CADA.at(f"bijlage II, {number}({row})", "verbatim")],
        )
        top = min((above - 1 for above in asked if above > number), default=4)
        below = "none" if first == 1 else f"level{first - 1}"
        steps.append(lookup({True: f"level{top}", False: below}, holds, of=cada.assigned_level))
    return greatest(*steps)


# Who controls the provider (g) -----------------------------------------------------------------------------------

not_controlled = ~third_country_control
four_measures = (
    meets.control_without_restriction & meets.access_prevented & meets.disruption_prevented & meets.sanctions_shielded
)
annex.classifies(
    "CADA-31",
    at="bijlage II, (g); artikel 18 (in 3.1(g) gedrukt als 19)",
    phase="selection",
    of=level_by_control,
    when=buys_cloud,
    gives=ladder(
        "g",
        {
            1: not_controlled | meets.no_early_reports,
            2: not_controlled | four_measures,
            3: not_controlled | (associated_control & meets.code_access),
            4: not_controlled,
        },
    ),
    nl="Onder zeggenschap van een derde land is niveau 4 nooit mogelijk, niveau 3 alleen vanuit een geassocieerd land met alle "
    "maatregelen en toegang tot de code, niveau 2 alleen met de vier maatregelen, en niveau 1 alleen zonder dwang tot vroege "
    "melding van kwetsbaarheden.",
    en="Under third-country control level 4 is never possible, level 3 only from an associated country with all measures and code "
    "access, level 2 only with the four measures, and level 1 only without forced early reporting of vulnerabilities.",
)

# The other criteria ----------------------------------------------------------------------------------------------

in_eu = supplier.country.is_in(EU)
no_scheme = ~LAW("cada_eu_certificate")
fallback = (no_scheme & (meets.certificate >= "national")) | (
    no_scheme & ~LAW("cada_national_certificate") & (meets.certificate >= "state_of_the_art")
)
foreign_software_secured = meets.tampering_blocked & meets.code_audited & meets.migration_plan & meets.no_early_reports
classified_work = information.classification >= "departmental_confidential"

_CRITERIA: tuple[tuple[str, Scale, str, str], ...] = (
    (
        "a",
        ladder("a", {1: in_eu, 2: meets.subcontractors_in_eu}),
        "De leverancier is gevestigd in de Unie, vanaf niveau 2 ook de betrokken onderaannemers.",
        "The provider is established in the Union, from level 2 the involved subcontractors too.",
    ),
    (
        "b",
        ladder(
            "b",
            {1: meets.assets_in_eu | meets.buyer_exception, 2: meets.assets_in_eu & meets.personnel_in_eu},
        ),
        "Infrastructuur en middelen staan in de Unie, tenzij de organisatie op niveau 1 uitdrukkelijk anders zegt; vanaf niveau 2 "
        "zonder uitzondering, en ook het personeel.",
        "Infrastructure and assets are in the Union, unless at level 1 the buyer explicitly says otherwise; from level 2 without "
        "exception, and personnel too.",
    ),
    (
        "c",
        ladder(
            "c",
            {
                1: meets.data_in_eu | meets.buyer_exception,
                4: meets.data_in_eu | (meets.buyer_exception & ~meets.data_sensitive),
            },
        ),
        "Gegevens van de klant, ook metadata en telemetrie, blijven in de Unie, tenzij de organisatie uitdrukkelijk anders "
        "zegt; op niveau 4 geldt die uitzondering niet voor gevoelige gegevens.",
        "Customer data, incl. metadata and telemetry, stay in the Union unless the buyer explicitly says otherwise; at level "
        "4 that exception does not hold for sensitive data.",
    ),
    (
        "d",
        ladder(
            "d",
            {
                1: meets.outsourcing_governed,
                2: meets.screened_staff,
                3: meets.union_citizens & (meets.cleared_staff | ~classified_work),
            },
        ),
        "Ondersteuning buiten de EU is bestuurd (niveau 1); er is gescreend personeel (niveau 2); het personeel bestaat uit "
        "burgers van de Unie, gemachtigd voor gerubriceerd werk (niveau 3 en 4).",
        "Support outside the EU is governed (level 1); screened staff are available (level 2); staff are Union citizens, "
        "cleared for classified work (levels 3 and 4).",
    ),
    (
        "e",
        ladder(
            "e",
            {
                1: meets.certificate >= "state_of_the_art",
                2: (meets.certificate >= "substantial") | fallback,
                4: (meets.certificate >= "high") | fallback,
            },
        ),
        "De gangbare norm (niveau 1); een EU-certificaat van ten minste substantieel (niveau 2 en 3) of hoog (niveau 4); "
        "bestaat dat niet een nationaal certificaat, en bestaat ook dat niet de hoogste norm van de Unie.",
        "State-of-the-art standards (level 1); an EU certificate of at least substantial (levels 2 and 3) or high (level 4); where "
        "there is none a national one, and where there is none either the highest Union standard.",
    ),
    (
        "f",
        ladder("f", {1: meets.subcontractors_transparent, 2: meets.usage_data_kept}),
        "De onderaannemers zijn geheel zichtbaar (niveau 1); gebruiksgegevens trainen nooit AI van een derde land en verlaten "
        "de Unie nooit (vanaf niveau 2).",
        "Subcontractors are fully transparent (level 1); usage data never train third-country AI and never leave the Union (from "
        "level 2).",
    ),
    (
        "g",
        level_by_control,
        "Niet meer dan het niveau dat de zeggenschap toelaat.",
        "No more than the level that control allows.",
    ),
    (
        "h",
        ladder("h", {2: meets.support_in_eu, 3: meets.support_by_residents}),
        "Ondersteuning begint en gebeurt alleen in de Unie (niveau 2), door inwoners van de Unie en zonder derden onder "
        "buitenlandse zeggenschap (niveau 3 en 4).",
        "Support is started and done only in the Union (level 2), by Union residents and without foreign-controlled third parties "
        "(levels 3 and 4).",
    ),
    (
        "i",
        ladder(
            "i",
            {
                2: meets.sbom & (meets.no_foreign_component_control | foreign_software_secured),
                4: meets.no_foreign_component_control,
            },
        ),
        "Er is een softwarestuklijst; software uit derde landen is beveiligd, geaudit en vervangbaar, zonder vroege melding van "
        "kwetsbaarheden (niveau 2 en 3); op niveau 4 heeft geen derde land zeggenschap over onderdelen.",
        "There is a software bill of materials; third-country software is secured, audited and replaceable, without early "
        "reporting of vulnerabilities (levels 2 and 3); at level 4 no third country controls components.",
    ),
    (
        "j",
        ladder("j", {2: meets.open_source_controls}),
        "Open source is beveiligd tegen manipulatie op afstand (vanaf niveau 2).",
        "Open source is controlled against remote tampering (from level 2).",
    ),
    (
        "k",
        ladder("k", {2: meets.subsidiaries_separated}),
        "Dochters in derde landen zijn juridisch, technisch en organisatorisch gescheiden (vanaf niveau 2).",
        "Third-country subsidiaries are legally, technically and organisationally separated (from level 2).",
    ),
)
for letter, reached, nl, en in _CRITERIA:
    annex.classifies(
        f"CADA-L-{letter}",
        at=f"bijlage II, 1-4({letter})",
        also=[CADA.at("20(1)")],
        phase="selection",
        of=met_level,
        when=buys_cloud,
        gives=reached,
        nl=nl,
        en=en,
    )

RULES = list(annex.rules)
