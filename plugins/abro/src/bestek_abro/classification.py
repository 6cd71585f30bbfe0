"""Which text applies, and which TBB: ABRO, VIR-BI and ABDO by body, risk and date (law/abro.md 2.1 and 2.2)."""

from __future__ import annotations

from datetime import date
from itertools import product

from bestek import Chapter, define, greatest, launched, level, lookup
from bestek.vocabulary import buyer, documents, information, risk

from .definitions import (
    abro_body,
    extension_in_preparation,
    market_cloud,
    no_cloud,
    rijksdienst,
    running_when_started,
    started,
    tbb,
)
from .facts import abro
from .texts import (
    ABDO_2019,
    BUSINESS_GOV,
    CBW_REGULATION,
    DEFENCE_PAGE,
    FNC_TOOL,
    LAW_FIRM,
    LETTER_DIGID,
    LETTER_NS,
    QUICK_SCAN,
    TBB_METHOD,
    VIRBI_2025,
)

ABRO_STARTS = date(2026, 1, 1)

# Who applies ABRO --------------------------------------------------------------------------------------------

ns = Chapter(LETTER_NS, scope="abro")

ns.applies(
    "APP-01",
    at="13",
    when=abro_body & risk.national_security & started,
    nl="Departementen, hun diensten en agentschappen en de politie passen ABRO toe op contracten met bedrijven waarbij "
    "de nationale veiligheid risico loopt, vanaf hun eigen startdatum.",
    en="Departments, their services and agencies, and the police apply ABRO to contracts with companies where national "
    "security is at risk, from their own start date.",
)
ns.exempts(
    "APP-02",
    at="12-13",
    when=buyer.kind == "state_owned_company",
    nl="Een staatsdeelneming hoort niet bij de organisaties die ABRO toepassen.",
    en="A state-owned company is not one of the organisations that apply ABRO.",
)
ns.exempts(
    "APP-03",
    at="13",
    when=extension_in_preparation,
    nl="Zbo's, provincies, gemeenten, waterschappen en vitale aanbieders hoeven ABRO nu niet toe te passen.",
    en="Zbo's, provinces, municipalities, water boards and vital providers need not apply ABRO now.",
)
ns.advises(
    "APP-03b",
    at="13",
    scope=None,
    when=extension_in_preparation,
    nl="Uitbreiding van ABRO naar deze organisaties is in voorbereiding; het kabinet zou de Tweede Kamer in het derde "
    "kwartaal van 2026 informeren.",
    en="Extension of ABRO to these bodies is in preparation; the cabinet was to inform parliament in the third quarter of 2026.",
)

digid = Chapter(LETTER_DIGID, scope=None)

digid.advises(
    "APP-04",
    at="3",
    valid_from=date(2026, 6, 25),
    when=~abro_body & buyer.critical_entity,
    nl="Een kritieke entiteit (Wwke) en haar leveranciers kunnen later verplicht worden om ABRO te gebruiken.",
    en="A critical entity (Wwke) and its suppliers may later be obliged to use ABRO.",
)
ns.applies(
    "APP-05",
    at="13",
    confidence="inferred",
    when=buyer.kind.is_in("high_council", "other") & risk.national_security & abro.adopted,
    nl="Voor Hoge Colleges van Staat en andere organisaties zegt de tekst niets; ABRO geldt als de organisatie dat zelf besluit.",
    en="The text says nothing about High Councils of State and other bodies; ABRO applies if the body so decides.",
)

own_risk = Chapter(BUSINESS_GOV, scope=None)

own_risk.obliges(
    "APP-08",
    at="ABRO",
    also=[LAW_FIRM.at("ABRO five things")],
    valid_from=ABRO_STARTS,
    when=abro_body & started,
    demands=documents.risk_analysis.exists,
    nl="De organisatie stelt zelf vast of de nationale veiligheid risico loopt, met een risicoanalyse.",
    en="The buyer itself determines whether national security is at risk, by a risk analysis.",
)
own_risk.exempts(
    "APP-09",
    at="ABRO, wijziging van de opdracht",
    scope="abro",
    when=risk.buyer_can_mitigate == "yes",
    nl="De organisatie kijkt eerst naar eigen maatregelen. Zijn die genoeg, dan hoeft ABRO niet; zijn ze dat niet "
    "(helemaal), dan moet ABRO worden toegepast.",
    en="The buyer first looks for own measures. If these suffice, ABRO is not needed; if not (fully), ABRO must be applied.",
)
own_risk.advises(
    "APP-10",
    at="ABRO",
    when=abro_body
    & abro.triggers.intersects("sensitive_data_shared", "sensitive_site", "sensitive_systems", "special_buildings"),
    nl="Deze omstandigheden horen in de risicoanalyse thuis.",
    en="These circumstances belong in the risk analysis.",
)

# Chapters by kind of application -----------------------------------------------------------------------------

application = Chapter(FNC_TOOL, scope="abro.chapter3")

application.applies(
    "APP-12",
    at="tbb.html",
    when=abro.application.intersects("physical_storage", "digital_storage"),
    nl="Bij fysieke of digitale opslag geldt hoofdstuk 3 (fysieke beveiliging).",
    en="With physical or digital storage chapter 3 (physical security) applies.",
)
application.applies(
    "APP-12b",
    at="tbb.html",
    scope="abro.chapter4",
    when=abro.application.intersects("digital_storage", "cloud_service") | market_cloud,
    nl="Bij digitale opslag of een clouddienst geldt hoofdstuk 4 (cyberbeveiliging).",
    en="With digital storage or a cloud service chapter 4 (cyber security) applies.",
)
application.applies(
    "APP-12c",
    at="tbb.html",
    scope="abro.chapter5",
    when=market_cloud | (abro.application.intersects("cloud_service") & ~no_cloud),
    nl="Bij een clouddienst geldt hoofdstuk 5 (cloud).",
    en="With a cloud service chapter 5 (cloud) applies.",
)

# Transition --------------------------------------------------------------------------------------------------

ns.exempts(
    "TRN-01",
    at="13",
    also=[LETTER_DIGID.at("3")],
    valid_from=ABRO_STARTS,
    valid_until=date(2028, 1, 1),
    when=abro_body & (abro.start_date > launched),
    nl="Zolang de startdatum van de organisatie nog komt, hoeft ABRO voor deze aanbesteding niet.",
    en="While the organisation's start date is still to come, ABRO is not required for this tender.",
)
ns.applies(
    "TRN-02",
    at="13",
    confidence="inferred",
    valid_from=date(2028, 1, 1),
    when=abro_body & risk.national_security,
    nl="Vanaf 1 januari 2028 past iedere organisatie uit deze groep ABRO toe, met of zonder eigen startdatum.",
    en="From 1 January 2028 every organisation of this group applies ABRO, with or without a start date of its own.",
)
ns.exempts(
    "TRN-03",
    at="13",
    when=abro_body & running_when_started & ~abro.adopted,
    nl="Uitgangspunt: een aanbesteding die al liep voordat de organisatie besloot ABRO toe te passen, komt er niet "
    "alsnog onder. De organisatie kan anders besluiten.",
    en="Starting point: a tender that was running before the organisation decided to apply ABRO is not brought under "
    "it later. The organisation can decide otherwise.",
)

abdo = Chapter(ABDO_2019)

abdo.applies(
    "TRN-05",
    at="voorwoord ABRO 2026",
    also=[DEFENCE_PAGE.at("industrieveiligheid", "verbatim")],
    when=(buyer.kind == "defence") & abro.abdo_contract & (launched < abro.start_date),
    nl="Een contract van Defensie dat al onder ABDO 2019 valt, houdt ABDO voor de duur van het contract.",
    en="A contract of Defence that is already under ABDO 2019 keeps ABDO for the term of the contract.",
)
defence = Chapter(DEFENCE_PAGE, scope="abro", confidence="verbatim")

defence.applies(
    "TRN-06",
    at="industrieveiligheid",
    when=(buyer.kind == "defence") & risk.national_security & started,
    nl="Defensie past ABRO toe op nieuwe contracten vanaf haar overgang in 2026; de dag is niet bekendgemaakt.",
    en="Defence applies ABRO to new contracts from its switch in 2026; the day was not given.",
)

# VIR-BI ------------------------------------------------------------------------------------------------------

virbi = Chapter(VIRBI_2025)

virbi.applies(
    "VIR-01",
    at="1-2",
    time="today",
    when=rijksdienst,
    nl="VIR-BI bindt de rijksdienst: de onderdelen onder volledige ministeriële verantwoordelijkheid, niet de leveranciers.",
    en="VIR-BI binds central government (rijksdienst): the parts under full ministerial responsibility, not suppliers.",
)
classification = level(
    "abro.classification",
    information.classification,
    decided_by=information.classification,
    nl="Rubricering",
    en="Classification",
)
virbi.proposes(
    "VIR-02",
    at="4(2)",
    of=classification,
    time="today",
    table=lookup(
        {
            "departmental": "departmental_confidential",
            "vital_interests": "confidential",
            "serious": "secret",
            "very_serious": "top_secret",
        },
        abro.classification_damage,
        of=information.classification,
    ),
    nl="De rubricering volgt uit de schade die te verwachten is als de informatie bekend wordt.",
    en="The classification follows from the damage to be expected if the information becomes known.",
)

# TBB ---------------------------------------------------------------------------------------------------------

toolkit_level = define(
    "toolkit_level",
    lookup(
        {"low": "tbb4", "medium": "tbb3", "high": "tbb2", "very_high": "tbb1"},
        greatest(information.confidentiality, information.integrity, information.availability),
        of=information.tbb,
    ),
    nl="de TBB volgens de TBB-systematiek",
    en="the TBB by the TBB method",
    cites=[TBB_METHOD.at("BIV")],
)
floor = lookup(
    {
        "departmental_confidential": "tbb4",
        "confidential": "tbb3",
        "secret": "tbb2",
        "top_secret": "tbb1",
    },
    information.classification,
    of=information.tbb,
)
floor_or_none = lookup(
    {
        "public": "none",
        "internal": "none",
        "departmental_confidential": "tbb4",
        "confidential": "tbb3",
        "secret": "tbb2",
        "top_secret": "tbb1",
    },
    information.classification,
    of=information.tbb,
)


def _by_very_high() -> dict[tuple[str, str, str], str]:
    """Annex 1: three scores "very high" give TBB 2, one or two give TBB 3, none gives nothing."""
    given = {0: "none", 1: "tbb3", 2: "tbb3", 3: "tbb2"}
    levels = ("very_low", "low", "medium", "high", "very_high")
    return {scores: given[scores.count("very_high")] for scores in product(levels, levels, levels)}


damage = abro.damage
cbw_level = define(
    "cbw_level",
    greatest(
        damage.political,
        damage.image,
        damage.diplomatic,
        damage.vital_processes,
        damage.injury,
        damage.financial,
        damage.misuse,
        floor_or_none,
        lookup(
            _by_very_high(),
            information.confidentiality,
            information.integrity,
            information.availability,
            of=information.tbb,
        ),
    ),
    nl="de TBB volgens de Cyberbeveiligingsregeling",
    en="the TBB by the Cyberbeveiligingsregeling",
    cites=[CBW_REGULATION.at("bijlage 1")],
)

method = Chapter(TBB_METHOD, scope=None, time="today")
METHOD_STARTS, CBW_STARTS = date(2026, 6, 6), date(2026, 8, 15)

method.proposes(
    "TBB-02",
    at="BIV",
    of=tbb,
    valid_from=METHOD_STARTS,
    table=toolkit_level,
    nl="De hoogste van de drie BIV-scores bepaalt het voorstel: zeer hoog is TBB 1, hoog 2, midden 3, laag 4. Nooit middelen.",
    en="The highest of the three BIV scores sets the proposal: very high is TBB 1, high 2, medium 3, low 4. Never average.",
)
method.bound(
    "TBB-03",
    at="3.1",
    of=tbb,
    valid_from=METHOD_STARTS,
    table=floor,
    nl="De rubricering is een ondergrens: Stg. ZEER GEHEIM is TBB 1, Stg. GEHEIM 2, Stg. CONFIDENTIEEL 3, "
    "Dep. VERTROUWELIJK 4. De zwaarste telt.",
    en="The classification is a floor: top secret is TBB 1, secret 2, confidential 3, departmental confidential 4. "
    "The heavier counts.",
)
cbw = Chapter(CBW_REGULATION, scope=None, time="today")

cbw.proposes(
    "TBB-05",
    at="bijlage 1",
    also=[QUICK_SCAN.at("TBB")],
    of=tbb,
    valid_from=CBW_STARTS,
    table=cbw_level,
    nl="Voor netwerk- en informatiesystemen onder de Cbw telt de zwaarste van zeven schadeschalen, de rubricering en "
    "de BIV: een of twee keer zeer hoog is TBB 3, drie keer TBB 2.",
    en="For network and information systems under the Cbw the heaviest counts of seven damage scales, the "
    "classification and the BIV: one or two times very high is TBB 3, three times TBB 2.",
)
cbw.advises(
    "TBB-06",
    at="bijlage 1",
    confidence="inferred",
    also=[TBB_METHOD.at("BIV")],
    valid_from=CBW_STARTS,
    when=toolkit_level != cbw_level,
    nl="De twee gepubliceerde methoden geven een verschillende TBB. De beveiligingsautoriteit (BVA) beslist.",
    en="The two published methods give a different TBB. The security authority (BVA) decides.",
)
tool = Chapter(QUICK_SCAN, scope=None)

tool.advises(
    "APP-15",
    at="ABRO-quickscan",
    when=abro_body & abro.critical_process,
    nl="Gebruik bij een kritiek-strategisch of vitaal proces de bestaande quickscan nationale veiligheid bij inkoop.",
    en="For a critical-strategic or vital process, use the existing quick scan on national security in procurement.",
)

RULES = [
    rule
    for chapter in (ns, digid, own_risk, application, abdo, defence, virbi, method, cbw, tool)
    for rule in chapter.rules
]
