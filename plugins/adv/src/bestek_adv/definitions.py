"""The words that the rules share: who buys, what is bought, what it is worth, and who is established where."""

from __future__ import annotations

from bestek import define, launched, months, parameters
from bestek.shared import EEA, EU
from bestek.vocabulary import buyer, contract, procedure, supplier
from bestek.words import Condition, Number

from .facts import adv
from .supplier_facts import supplier_adv
from .texts import ADV, AW2012_2, CJEU_368_10, DE_BRAUW, WOZT_ORDER

LAW = parameters(__package__)

# Who buys ----------------------------------------------------------------------------------------------------

CENTRAL = ("department", "department_service", "agency", "defence")
LOCAL = ("province", "municipality", "water_board", "public_law_body")

authority = define(
    "authority",
    buyer.kind.is_in(*CENTRAL, *LOCAL, "police", "zbo", "high_council")
    | buyer.contracting_authority
    | buyer.special_sector,
    nl="een aanbestedende dienst of speciale-sectorbedrijf",
    en="a contracting authority or special-sector company",
    cites=[ADV.at("1.1, 2.1")],
)
central = define(
    "central",
    buyer.kind.is_in(*CENTRAL) | (~buyer.kind.is_in(*LOCAL) & adv.central_authority),
    nl="een onderdeel van de centrale overheid",
    en="a part of central government",
    cites=[AW2012_2.at("2.1-2.3")],
)

# What is bought ----------------------------------------------------------------------------------------------

supplies = procedure.object == "supplies"
works_or_services = procedure.object.is_in("works", "services")

classified = define(
    "ADV-S7",
    adv.classified_link != "none",
    nl="er zijn gerubriceerde gegevens bij betrokken",
    en="classified information is involved",
    cites=[ADV.at("1.1")],
)
sensitive = define(
    "ADV-S6",
    adv.security_purpose & classified,
    nl="gevoelig: een veiligheidsdoel en gerubriceerde gegevens",
    en="sensitive: a security purpose and classified information",
    cites=[ADV.at("1.1")],
)
military_equipment = define(
    "ADV-S2",
    supplies & adv.military,
    nl="levering van militair materiaal",
    en="supply of military equipment",
    cites=[ADV.at("2.1(1)(a), 1.1")],
)
sensitive_equipment = define(
    "ADV-S3",
    supplies & sensitive,
    nl="levering van gevoelig materiaal",
    en="supply of sensitive equipment",
    cites=[ADV.at("2.1(1)(b)")],
)
linked_to_equipment = define(
    "ADV-S4",
    adv.linked_to_sensitive,
    nl="rechtstreeks verband met militair of gevoelig materiaal",
    en="a direct link with military or sensitive equipment",
    cites=[ADV.at("2.1(1)(c), 1.1")],
)
military_or_sensitive_work = define(
    "ADV-S5",
    works_or_services & (adv.military | sensitive),
    nl="werken of diensten voor militaire doelen, of gevoelige werken of diensten",
    en="works or services for military purposes, or sensitive works or services",
    cites=[ADV.at("2.1(1)(d)")],
)
adv_object = define(
    "adv_object",
    military_equipment | sensitive_equipment | linked_to_equipment | military_or_sensitive_work,
    nl="een opdracht waar de ADV over gaat",
    en="a contract that the ADV is about",
    cites=[ADV.at("2.1(1)")],
)

# One contract, or several in one -----------------------------------------------------------------------------

whole = define("whole", adv.mixed_with.within(), nl="de opdracht is niet gemengd", en="the contract is not mixed")
is_mixed = define(
    "is_mixed",
    adv.mixed_with.intersects("aw2012", "art_346", "outside"),
    nl="de opdracht is gemengd",
    en="the contract is mixed",
)
all_adv = define(
    "all_adv",
    adv_object & whole,
    nl="de hele opdracht valt onder de ADV",
    en="the whole contract is one for the ADV",
)
one_with_aw2012 = define(
    "one_with_aw2012",
    adv_object & adv.mixed_with.intersects("aw2012") & adv.single_award_justified,
    nl="deels ADV en deels Aanbestedingswet 2012, en er zijn objectieve redenen voor één opdracht",
    en="part ADV and part Aw2012, and there are objective reasons for one contract",
    cites=[ADV.at("2.2(1)")],
)
one_with_outside = define(
    "one_with_outside",
    adv_object & adv.mixed_with.intersects("outside") & adv.single_award_justified,
    nl="deels ADV en deels buiten beide wetten, en er zijn objectieve redenen voor één opdracht",
    en="part ADV and part outside both acts, and there are objective reasons for one contract",
    cites=[ADV.at("2.2(2)")],
)

# What it is worth --------------------------------------------------------------------------------------------


def reaches(amount: Number, goods: Number, works: Number) -> Condition:
    """Tell whether an amount is at or above the threshold for what is bought."""
    return (procedure.object.is_in("supplies", "services") & (amount >= goods)) | (
        (procedure.object == "works") & (amount >= works)
    )


def _even_if_social(threshold: Number) -> Condition:
    """At the threshold for social services every service is above its own: whether it is social does not matter."""
    return (procedure.object == "services") & (procedure.value >= threshold)


value = procedure.value
not_social = ~((procedure.object == "services") & adv.social_services)
adv_threshold = define(
    "adv_threshold",
    reaches(value, LAW("adv_goods"), LAW("adv_works")),
    nl="de waarde haalt de drempel van de ADV",
    en="the value reaches the ADV threshold",
    cites=[ADV.at("2.3(1), 2.4")],
)
sector_threshold = define(
    "sector_threshold",
    (not_social & reaches(value, LAW("sector_goods"), LAW("works"))) | _even_if_social(LAW("sector_social_services")),
    nl="de waarde haalt de drempel voor speciale sectoren",
    en="the value reaches the threshold for special sectors",
)
# The State's lower threshold; of supplies to Defence only those in Annex III of Directive 2014/24 have it.
lower_threshold = central & ~((buyer.kind == "defence") & supplies & ~adv.annex_3_goods)
classic_threshold = define(
    "classic_threshold",
    (
        not_social
        & (
            reaches(value, LAW("other_goods"), LAW("works"))
            | (lower_threshold & reaches(value, LAW("state_goods"), LAW("works")))
        )
    )
    | _even_if_social(LAW("social_services")),
    nl="de waarde haalt de Europese drempel van de Aanbestedingswet 2012",
    en="the value reaches the European threshold of the Aw2012",
    cites=[AW2012_2.at("2.1-2.3")],
)

# Which exemption ---------------------------------------------------------------------------------------------

art_346 = define(
    "art_346",
    adv.exemptions.intersects("art_346") & adv.exemption_proven & (whole | adv.single_award_justified | ~adv.separable),
    nl="een bewezen beroep op artikel 346 VWEU voor de hele opdracht, of voor een deel dat er niet los van kan",
    en="a proven claim of article 346 TFEU for the whole contract, or for a part that cannot stand apart",
    cites=[ADV.at("2.1(2)"), AW2012_2.at("2.12c, 2.23(1)(a)")],
)
EXEMPT_FACTS = (
    "intelligence",
    "joint_research",
    "deployed_forces",
    "international_rules",
    "government_to_government",
    "service_type",
)
exempt_from_adv = define(
    "exempt_from_adv",
    all_adv
    & (adv.exemptions.intersects(*EXEMPT_FACTS) | (adv.exemptions.intersects("disclosure") & adv.exemption_proven)),
    nl="de hele opdracht is uitgezonderd van de ADV",
    en="the whole contract is exempt from the ADV",
    cites=[ADV.at("2.16-2.17")],
)
security_exemption = define(
    "security_exemption",
    adv.exemptions.intersects("secret", "special_security", "essential_interest"),
    nl="een beroep op de uitzondering om veiligheid",
    en="a claim of the exemption for security",
)
exemption_invoked = define(
    "exemption_invoked",
    security_exemption | adv.exemptions.intersects(*EXEMPT_FACTS, "art_346", "disclosure", "in_house"),
    nl="er wordt een uitzondering ingeroepen",
    en="an exemption is invoked",
)
exempt_for_security = define(
    "exempt_for_security",
    ~adv_object & security_exemption & ~adv.less_intrusive_possible & adv.exemption_proven,
    nl="geen ADV-opdracht, en bewezen dat alleen een uitzondering de veiligheid beschermt",
    en="no ADV contract, and proven that only an exemption protects security",
    cites=[AW2012_2.at("2.23(1)(e)")],
)
in_house = define(
    "in_house",
    ~adv_object & adv.exemptions.intersects("in_house") & ~buyer.special_sector,
    nl="inbesteding",
    en="an in-house award",
    cites=[AW2012_2.at("2.24a")],
)

# Where the supplier is ---------------------------------------------------------------------------------------

in_eu = define(
    "in_eu", supplier.country.is_in(EU), nl="gevestigd in de Europese Unie", en="established in the European Union"
)
in_eea = define(
    "in_eea",
    supplier.country.is_in(EEA),
    nl="gevestigd in de Europese Economische Ruimte",
    en="established in the European Economic Area",
)
foreign_control = define(
    "foreign_control",
    ~supplier.control_countries.within(EU),
    nl="zeggenschap van buiten de Europese Unie",
    en="control from outside the European Union",
)

# Which procedure ---------------------------------------------------------------------------------------------

with_notice = procedure.type.is_in("restricted", "negotiated_with_notice", "competitive_dialogue")
no_notice_allowed = define(
    "no_notice_allowed",
    adv.no_notice_ground.is_in(
        "no_tenders",
        "technical",
        "urgency",
        "crisis",
        "research",
        "additional_supplies",
        "commodity",
        "repeat",
        "deployed_transport",
    )
    | ((adv.no_notice_ground == "additional_works") & (adv.additional_percent <= 50)),
    nl="er is een grond om zonder aankondiging te onderhandelen",
    en="there is a ground to negotiate without a notice",
    cites=[ADV.at("2.23-2.27")],
)
light = define(
    "light",
    (adv.annex == "annex_2") | ((adv.annex == "mixed") & adv.annex_2_larger),
    nl="diensten van bijlage II, of gemengd en bijlage II is ten minste evenveel waard",
    en="Annex II services, or mixed and Annex II is worth at least as much",
    cites=[ADV.at("2.29")],
)
# Of chapter 2.3 (articles 2.35 to 2.127) it leaves only technical specifications and the report of the award.
light_procedure = define(
    "light_procedure",
    (procedure.type == "light") & light,
    nl="de lichte procedure, voor diensten waarvoor dat mag",
    en="the light procedure, for services that may have it",
    cites=[ADV.at("2.30(2)")],
)

# What has happened -------------------------------------------------------------------------------------------

recently_convicted = define(
    "recently_convicted",
    supplier_adv.convicted_on >= launched - months(48),
    nl="onherroepelijk veroordeeld, ten hoogste vier jaar voor de start",
    en="a final conviction, at most four years before the launch",
    cites=[ADV.at("2.76")],
)
recently_at_fault = define(
    "recently_at_fault",
    supplier_adv.fault_on >= launched - months(48),
    nl="een ernstige fout in het beroep, ten hoogste vier jaar voor de start",
    en="a serious professional fault, at most four years before the launch",
    cites=[ADV.at("2.77(2)")],
)
no_standstill = define(
    "no_standstill",
    ((procedure.type == "negotiated_without_notice") & no_notice_allowed)
    | light_procedure
    | adv.call_off
    | (adv.tenders_received == 1),
    nl="op een van de gronden zonder aankondiging, de lichte procedure, een opdracht onder een raamovereenkomst, of één "
    "inschrijver",
    en="without a notice on one of the grounds, the light procedure, a call-off, or a sole tenderer",
    cites=[ADV.at("2.118, 2.122")],
)
subcontracting_demanded = define(
    "subcontracting_demanded",
    adv.demands.intersects("subcontractor_names", "capability") | (adv.subcontracting_max > 0),
    nl="er zijn eisen aan onderaanneming",
    en="there are subcontracting demands",
)
main_condition_changed = define(
    "main_condition_changed",
    adv.criteria_change == "main_condition",
    nl="een hoofdvoorwaarde kreeg een andere betekenis",
    en="a main condition got another meaning",
    cites=[CJEU_368_10.at("55")],
)
long_framework = define(
    "long_framework",
    contract.framework & (contract.duration > 84),
    nl="een raamovereenkomst van meer dan zeven jaar",
    en="a framework of more than seven years",
    cites=[ADV.at("2.129(3)")],
)
takeover = define(
    "takeover",
    supplier.control_change.events.intersects("control", "ownership", "merger", "takeover_threat"),
    nl="een (mogelijke) overname",
    en="a (possible) takeover",
)
predominant_control = define(
    "predominant_control",
    (supplier_adv.votes_acquired >= 30) | supplier.control_change.events.intersects("control", "merger"),
    nl="overwegende zeggenschap: 30 procent van de stemmen of meer, of een andere vorm van zeggenschap",
    en="predominant control: 30 percent of the votes or more, or another form of control",
    cites=[DE_BRAUW.at("overwegende zeggenschap")],
)
relevant_influence = define(
    "WOZT-3",
    supplier_adv.target.intersects("telecom") & supplier_adv.relevant_influence,
    nl="een telecompartij met relevante invloed",
    en="a telecom party with relevant influence",
    cites=[WOZT_ORDER.at("1(1)(a)-(c)")],
)
