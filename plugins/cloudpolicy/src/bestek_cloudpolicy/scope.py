"""Who the texts bind, and which edition (law/cloudpolicy.md 1.1, and the rows on scope of 2.1 to 2.3 and 2.6)."""

from __future__ import annotations

from bestek import Chapter, first_match, kinds
from bestek.vocabulary import buyer, information, procedure, risk, service, supplier

from .definitions import (
    LAW,
    existing_use,
    follows_by_choice,
    follows_policy,
    large_scale,
    market_cloud,
    public_cloud,
    rijksdienst,
    state_secret,
    transition_over,
)
from .facts import cloudpolicy
from .texts import (
    ARCKIT,
    AVG,
    COMPLIANCOMATIC,
    COMPUTER_WEEKLY,
    CP22_STARTS,
    CP26_STARTS,
    CP_2022,
    CP_2026,
    DATA_GUIDANCE,
    DPIA_TOOL,
    FORUM,
    IK_2023,
    LETTER_DIGID,
    LETTER_NS,
    NERDS,
    NOT_SEEN,
    QUICK_SCAN,
    SSC_ICT,
    TECHZINE,
    VIRBI_2025,
    WILL_SWITCH,
)

# Which version -----------------------------------------------------------------------------------------------

ns = Chapter(LETTER_NS, scope=None)

ns.prohibits(
    "VER-1",
    at="14",
    confidence="inferred",
    phase="publication",
    same_as="abro/TRN-04",
    forbids=procedure.requirements_added_after_launch,
    nl="De versie van het beleid bij de start van de aanbesteding telt; tijdens de procedure komen er geen eisen bij.",
    en="The version of the policy at the launch of the tender counts; no requirements are added during the procedure.",
)

# The policy of 2022 ------------------------------------------------------------------------------------------

cp22 = Chapter(CP_2022)

cp22.applies(
    "CP22-01",
    at="opening van de brief",
    confidence="verbatim",
    also=[FORUM.at("bijlage 5, punt 1")],
    when=rijksdienst & public_cloud,
    nl="Het cloudbeleid van 2022 geldt voor de rijksdienst bij het gebruik van publieke cloud.",
    en="The cloud policy of 2022 binds central government (rijksdienst) when it uses public cloud.",
)
cp22.advises(
    "CP22-02",
    at=NOT_SEEN,
    also=[FORUM.at("bijlage 5, punt 1"), DATA_GUIDANCE.at("brief van de AP, 14 november 2022")],
    scope=None,
    valid_from=CP22_STARTS,
    valid_until=CP26_STARTS,
    when=buyer.kind.is_in("zbo", "high_council", "province", "municipality", "water_board", "public_law_body"),
    nl="Overheden buiten de rijksdienst krijgen het advies om het cloudbeleid van 2022 te volgen; het bindt hen niet. De "
    "Autoriteit Persoonsgegevens had kritiek op dat laatste.",
    en="Public bodies outside the rijksdienst are advised to follow the cloud policy of 2022; it does not bind them. The "
    "data protection authority criticised this.",
)
cp22.applies(
    "CP22-02b",
    at=NOT_SEEN,
    also=[FORUM.at("bijlage 5, punt 1")],
    when=follows_by_choice & public_cloud,
    nl="Wie het cloudbeleid van 2022 door een eigen besluit volgt, wordt eraan getoetst.",
    en="A body that follows the cloud policy of 2022 by own decision is judged by it.",
)
cp22.exempts(
    "CP22-03",
    at=NOT_SEEN,
    also=[FORUM.at("bijlage 5, punt 5"), TECHZINE.at("87340"), COMPUTER_WEEKLY.at("252524519")],
    when=buyer.kind == "defence",
    nl="Het cloudbeleid geldt niet voor Defensie.",
    en="The cloud policy does not bind Defence.",
)
scope_ns = Chapter(LETTER_NS, scope="cloudpolicy")

scope_ns.exempts(
    "CP22-04",
    at="12",
    when=buyer.kind == "state_owned_company",
    nl="Het cloudbeleid geldt niet voor staatsdeelnemingen.",
    en="The cloud policy does not bind state-owned companies.",
)
ns.permits(
    "CP22-05",
    at="12",
    phase="selection",
    same_as="abro/APP-11",
    when=~supplier.control_countries.within("NL"),
    nl="De nationaliteit van een leverancier of zijn eigenaar alleen is geen grond om uit te sluiten: het beleid is "
    "landenneutraal, en er zijn geen nationale richtlijnen om Amerikaanse partijen te weren.",
    en="A supplier's or its owner's nationality alone is no ground to exclude: the policy is country-neutral, and there are no "
    "national guidelines to bar American parties.",
)

# The framework of 2023 ---------------------------------------------------------------------------------------

ik = Chapter(IK_2023)

ik.applies(
    "IK23-01",
    at=NOT_SEEN,
    confidence="inferred",
    also=[SSC_ICT.at("In de wolken 2"), FORUM.at("bijlage 6")],
    valid_until=CP26_STARTS,
    when=follows_policy & public_cloud & (service.primary_process | large_scale | LAW("ik2023_other_use_material")),
    nl="Wie het cloudbeleid van 2022 toepast, gebruikt bij materieel gebruik van publieke cloud het implementatiekader. Wat "
    "daarin materieel is, is niet gezien: een kerntaak en grote schaal tellen mee zoals in 2026, over ander gebruik beslist de "
    "organisatie.",
    en="Whoever applies the cloud policy of 2022 uses the framework for material use of public cloud. What it calls material "
    "was not seen: a core task and a large scale count as in 2026; on other use the organisation decides.",
)
ik_level = kinds(
    "cloudpolicy.ik2023_level",
    {
        "low": ("laag", "low"),
        "medium": ("midden", "medium"),
        "high": ("hoog", "high"),
        "very_high": ("zeer hoog", "very high"),
    },
    nl="Risiconiveau volgens het implementatiekader van 2023",
    en="Risk level under the framework of 2023",
)
ik.classifies(
    "IK23-01b",
    at=NOT_SEEN,
    also=[QUICK_SCAN.at("niveaus")],
    of=ik_level,
    table=first_match(
        [
            (
                state_secret
                | (information.origin.intersects("nato") & (information.classification >= "departmental_confidential"))
                | risk.state_actor,
                "very_high",
            ),
            (
                (information.classification == "departmental_confidential")
                | (information.personal & (cloudpolicy.personal_categories > 1))
                | (information.integrity >= "high")
                | (information.confidentiality >= "high")
                | information.high_risk,
                "high",
            ),
            (information.classification == "internal", "medium"),
            (information.classification == "public", "low"),
        ]
    ),
    nl="Het niveau volgt uit de rubricering, de persoonsgegevens, de BIV-scores en de dreiging; het zwaarste telt.",
    en="The level follows from classification, personal data, the CIA scores and the threat; the heaviest counts.",
)

# The policy of 2026 ------------------------------------------------------------------------------------------

cp26 = Chapter(CP_2026)

cp26.applies(
    "CP26-01",
    at="reikwijdte",
    also=[ARCKIT.at("reikwijdte"), NERDS.at("reikwijdte"), DPIA_TOOL.at("reikwijdte")],
    when=rijksdienst & market_cloud,
    nl="Het cloudbeleid van 2026 geldt voor de rijksoverheid bij iedere cloud van een marktpartij: publiek, hybride, "
    "gemeenschappelijk of privaat.",
    en="The cloud policy of 2026 binds central government for every cloud of a market party: public, hybrid, community or "
    "private.",
)
cp26.exempts(
    "CP26-01b",
    at="reikwijdte",
    also=[ARCKIT.at("reikwijdte"), NERDS.at("reikwijdte"), DPIA_TOOL.at("reikwijdte")],
    valid_from=CP26_STARTS,
    when=buyer.kind.is_in("high_council", "defence"),
    nl="Het cloudbeleid van 2026 geldt niet voor de Hoge Colleges van Staat en niet voor Defensie, die het volgt waar dat kan.",
    en="The cloud policy of 2026 does not bind the High Councils of State, nor Defence, which follows it where possible.",
)
cp26.advises(
    "CP26-02",
    at="reikwijdte",
    also=[NERDS.at("reikwijdte"), DPIA_TOOL.at("reikwijdte"), WILL_SWITCH.at("Uitstaptoets")],
    scope=None,
    valid_from=CP26_STARTS,
    when=buyer.kind.is_in("zbo", "province", "municipality", "water_board"),
    nl="Van zbo's wordt verwacht dat zij het cloudbeleid van 2026 volgen; gemeenten, provincies en waterschappen krijgen dat "
    "advies, en er komen gesprekken met hen.",
    en="Zbo's are expected to follow the cloud policy of 2026; municipalities, provinces and water boards are advised to, and "
    "talks with them are announced.",
)
cp26.applies(
    "CP26-02b",
    at="reikwijdte",
    also=[NERDS.at("reikwijdte"), DPIA_TOOL.at("reikwijdte")],
    when=follows_by_choice & market_cloud,
    nl="Wie het cloudbeleid van 2026 door een eigen besluit volgt, wordt eraan getoetst.",
    en="A body that follows the cloud policy of 2026 by own decision is judged by it.",
)
cp26.exempts(
    "CP26-03",
    at="reikwijdte",
    confidence="inferred",
    valid_from=CP26_STARTS,
    when=buyer.kind == "state_owned_company",
    nl="Ook het cloudbeleid van 2026 noemt staatsdeelnemingen niet.",
    en="The cloud policy of 2026 does not name state-owned companies either.",
)
cp26.advises(
    "CP26-04b",
    at="reikwijdte",
    also=[DPIA_TOOL.at("reikwijdte"), COMPLIANCOMATIC.at("reikwijdte")],
    scope=None,
    valid_from=CP26_STARTS,
    when=follows_policy & (service.deployment == "government"),
    nl="Voor een cloud van de overheid zelf geldt het cloudbeleid van 2026 maar voor een deel; welk deel is niet gezien.",
    en="For a cloud of government itself the cloud policy of 2026 holds only in part; which part was not seen.",
)
cp26.applies(
    "CP26-28b",
    at="overgang",
    also=[DPIA_TOOL.at("overgang"), ARCKIT.at("overgang"), NERDS.at("overgang")],
    time="today",
    when=follows_policy & market_cloud & existing_use & transition_over,
    nl="Na de overgangstermijn geldt het cloudbeleid van 2026 ook voor bestaand gebruik: na vier jaar, of na het contract als "
    "dat langer loopt.",
    en="After the transition term the cloud policy of 2026 binds existing use too: after four years, or after the contract if "
    "that runs longer.",
)

# VIR-BI and AVG ----------------------------------------------------------------------------------------------

virbi = Chapter(VIRBI_2025)

virbi.applies(
    "VIRBI-2025",
    at="werkingssfeer",
    also=[LETTER_DIGID.at("3"), ARCKIT.at("nl-tbb")],
    time="today",
    when=buyer.kind.is_in("department", "department_service", "agency", "defence"),
    nl="VIR-BI bindt de rijksdienst, ook Defensie.",
    en="VIR-BI binds central government (rijksdienst), Defence included.",
)
avg = Chapter(AVG, time="today")

avg.applies(
    "AVG",
    at="2, 44",
    when=information.personal,
    nl="De AVG geldt voor iedereen die persoonsgegevens verwerkt.",
    en="The GDPR binds everyone who processes personal data.",
)

RULES = [rule for chapter in (ns, cp22, scope_ns, ik, cp26, virbi, avg) for rule in chapter.rules]
SUPPLIER_RULES = [rule for rule in RULES if rule.of_supplier]
BUYER_RULES = [rule for rule in RULES if rule.kind == "prohibits"]
CLASSIFICATION = [rule for rule in RULES if rule not in SUPPLIER_RULES and rule not in BUYER_RULES]
