"""Which contracts the ADV is about, what they are worth, and what takes them out (law/adv.md 2a and 2b)."""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.vocabulary import contract, procedure

from .definitions import (
    LAW,
    adv_object,
    adv_threshold,
    all_adv,
    art_346,
    authority,
    exempt_for_security,
    exempt_from_adv,
    in_house,
    one_with_aw2012,
    one_with_outside,
    reaches,
    security_exemption,
    whole,
)
from .facts import adv
from .texts import ADV, AW2012_1, AW2012_2, AW2012_3, AW_STARTS, COURT_2025, GUIDE, PROPOSAL_823

act = Chapter(ADV)
always = Chapter(ADV, scope=None)
part_2 = Chapter(AW2012_2)
ADV_STARTS = date(2013, 2, 16)
PRINCIPLES = "gelijk behandelen, doorzichtig handelen, eisen in redelijke verhouding (in eigen woorden)"

# 2a. Scope ---------------------------------------------------------------------------------------------------

act.exempts(
    "ADV-S1",
    at="1.1, 2.1",
    when=~authority,
    nl="De ADV bindt alleen aanbestedende diensten en speciale-sectorbedrijven.",
    en="The ADV binds only contracting authorities and special-sector companies.",
)
always.advises(
    "ADV-S8",
    at="1.1",
    confidence="inferred",
    valid_from=ADV_STARTS,
    when=adv.security_purpose & (adv.classified_link != "none"),
    nl="Bij een veiligheidsdoel hangt het regime af van gerubriceerde gegevens. Vraag eerst een besluit over de "
    "rubricering; zolang dat er niet is, staat het regime open.",
    en="With a security purpose the regime depends on classified information. First ask for a classification "
    "decision; as long as there is none, the regime is open.",
)
act.applies(
    "ADV-S9",
    at="2.3(1), 2.4",
    when=all_adv & adv_threshold,
    nl="De ADV geldt voor een opdracht die de drempel haalt van de periode waarin de aankondiging is verzonden.",
    en="The ADV applies to a contract that reaches the threshold of the period in which the notice was sent.",
)
act.exempts(
    "ADV-S10",
    at="2.3",
    when=all_adv & ~adv_threshold,
    nl="Onder de drempel gelden de procedures van de ADV niet.",
    en="Below the threshold the procedures of the ADV do not apply.",
)
part_2.exempts(
    "ADV-S10b",
    at="2.23(1)(c)",
    when=all_adv & ~adv_threshold,
    nl="Een ADV-opdracht onder de drempel valt ook niet onder deel 2 van de Aanbestedingswet 2012.",
    en="An ADV contract below the threshold does not fall under part 2 of the Aw2012 either.",
)
part_1 = Chapter(ADV, scope="aw2012_1")

part_1.exempts(
    "ADV-S11",
    at="2.3(2)",
    also=[AW2012_1.at("1.10(3)-(4)"), GUIDE.at("stap I", "inferred")],
    when=all_adv,
    nl="Voor een ADV-opdracht, wat zij ook waard is, gelden hoofdstukken 1.2 tot en met 1.4 van de Aanbestedingswet "
    "2012 niet, en de Gids Proportionaliteit dus ook niet.",
    en="For an ADV contract, whatever its value, chapters 1.2 to 1.4 of the Aw2012 do not apply, and so the Gids "
    "Proportionaliteit does not either.",
)
act.obliges(
    "ADV-S12",
    at="1.4-1.6",
    open_norm=PRINCIPLES,
    nl="De ADV heeft eigen beginselen: gelijke behandeling, transparantie en eisen die in verhouding staan tot de "
    "opdracht.",
    en="The ADV has its own principles: equal treatment, transparency and demands in proportion to the contract.",
)

# Value -------------------------------------------------------------------------------------------------------

always.prohibits(
    "ADV-V1",
    at="2.7",
    valid_from=ADV_STARTS,
    when=adv_object,
    forbids=adv.avoidance_intent,
    nl="Splits de opdracht niet, en kies geen manier van ramen, om aan de ADV te ontkomen.",
    en="Do not split the contract, or choose a valuation method, to escape the ADV.",
)
always.obliges(
    "ADV-V2",
    at="2.8",
    valid_from=ADV_STARTS,
    when=adv_object,
    demands=adv.value_complete,
    nl="De waarde is die bij verzending van de aankondiging: het totaal met opties en verlengingen, bij een "
    "raamovereenkomst alle opdrachten die gepland zijn.",
    en="The value is that at dispatch of the notice: the total incl. options and extensions, and for a framework all "
    "contracts planned over its life.",
)
always.obliges(
    "ADV-V3",
    at="2.10(c)(d)",
    valid_from=ADV_STARTS,
    when=adv_object & (procedure.object == "services") & (adv.monthly_value > 0),
    demands=((contract.indefinite | (contract.duration > 48)) & (procedure.value >= adv.monthly_value * 48))
    | (~contract.indefinite & (contract.duration <= 48) & (procedure.value >= adv.monthly_value * contract.duration)),
    nl="Diensten zonder totaalprijs: bij ten hoogste 48 maanden telt de waarde van de hele looptijd, bij een langere "
    "of onbepaalde tijd het maandbedrag maal 48.",
    en="Services without a total price: up to 48 months the value of the whole term counts, for a longer or "
    "indefinite term the monthly amount times 48.",
)
always.permits(
    "ADV-V4",
    at="2.11, 2.12",
    valid_from=ADV_STARTS,
    when=adv_object
    & adv.value_complete
    & (adv.lot_value > 0)
    & (
        (procedure.object.is_in("supplies", "services") & (adv.lot_value <= 80_000))
        | ((procedure.object == "works") & (adv.lot_value <= 1_000_000))
    )
    & (adv.small_lots_value * 5 <= procedure.value),
    nl="De waarden van percelen tellen op. Een klein perceel mag erbuiten blijven: diensten of leveringen tot € "
    "80.000, werken tot € 1.000.000, en alle kleine percelen samen ten hoogste 20 procent.",
    en="The values of lots add up. A small lot may stay out: services or supplies up to € 80,000, works up to "
    "€ 1,000,000, and all small lots together at most 20 percent.",
)

# 2b. Mixed contracts -----------------------------------------------------------------------------------------

act.applies(
    "MIX-1",
    at="2.2(1)",
    when=one_with_aw2012 & ~adv.avoidance_intent,
    nl="Is een opdracht deels ADV en deels Aanbestedingswet 2012, en zijn er objectieve redenen voor één opdracht, "
    "dan geldt de ADV voor het geheel.",
    en="Where a contract is part ADV and part Aw2012, and there are objective reasons for a single award, the ADV "
    "applies to the whole.",
)
act.exempts(
    "MIX-2",
    at="2.2(2)",
    when=one_with_outside,
    nl="Valt een deel buiten beide wetten en zijn er objectieve redenen voor één opdracht, dan geldt de ADV niet.",
    en="Where a part is outside both acts and there are objective reasons for a single award, the ADV does not apply.",
)
always.prohibits(
    "MIX-3",
    at="2.2(3)",
    also=[AW2012_2.at("2.12c(7)")],
    valid_from=ADV_STARTS,
    when=~whole,
    forbids=adv.avoidance_intent,
    nl="Voeg geen opdrachten samen om aan de ADV of de Aanbestedingswet 2012 te ontkomen.",
    en="Do not combine contracts to escape the ADV or the Aw2012.",
)
mixed = Chapter(AW2012_2, scope=None)

mixed.permits(
    "MIX-4",
    at="2.12c(2)",
    valid_from=AW_STARTS,
    when=~adv.separable & adv.mixed_with.intersects("art_346"),
    nl="Zijn de delen niet te scheiden en valt een deel onder artikel 346 VWEU, dan mag de opdracht buiten de "
    "Aanbestedingswet 2012 blijven.",
    en="Where the parts are inseparable and one is under article 346 TFEU, the contract may be placed outside the "
    "Aw2012.",
)
mixed.permits(
    "MIX-4b",
    at="2.12c(2)",
    valid_from=AW_STARTS,
    when=~adv.separable & adv_object & adv.mixed_with.intersects("aw2012") & adv.mixed_with.within("aw2012", "outside"),
    nl="Zijn de delen niet te scheiden, is er een ADV-deel en geen deel onder artikel 346 VWEU, dan mag de opdracht "
    "onder de ADV.",
    en="Where the parts are inseparable, one is for the ADV and none is under article 346 TFEU, the contract may be "
    "placed under the ADV.",
)
mixed.permits(
    "MIX-5",
    at="2.12c(3)-(4)",
    valid_from=AW_STARTS,
    when=adv.separable & ~whole,
    nl="Zijn de delen te scheiden, dan mag ieder deel een eigen opdracht worden met een eigen regime, of mag het één "
    "opdracht blijven.",
    en="Where the parts are separable, each may become a contract with its own regime, or they may stay one contract.",
)
mixed.permits(
    "MIX-5b",
    at="2.12c(5)-(6)",
    valid_from=AW_STARTS,
    when=adv.separable & one_with_aw2012 & adv.mixed_with.within("aw2012", "outside"),
    nl="Met een ADV-deel mag de ADV voor het geheel worden gebruikt als één opdracht objectief gerechtvaardigd is; "
    "een deel onder artikel 346 VWEU gaat voor.",
    en="With an ADV part the ADV may be used for the whole if one contract is objectively justified; a part under "
    "article 346 TFEU goes first.",
)

# Exemptions --------------------------------------------------------------------------------------------------

NL_346 = "Artikel 346 VWEU blijft onverlet: een bewezen beroep daarop neemt de opdracht uit {}."
EN_346 = "Article 346 TFEU stays unaffected: a proven claim takes the contract out of {}."
part_3 = Chapter(AW2012_3)

act.exempts("EX-1", at="2.1(2)", when=art_346, nl=NL_346.format("de ADV"), en=EN_346.format("the ADV"))
part_2.exempts(
    "EX-1b",
    at="2.23(1)(a)",
    when=art_346,
    nl=NL_346.format("deel 2 van de Aanbestedingswet 2012"),
    en=EN_346.format("part 2 of the Aw2012"),
)
part_3.exempts(
    "EX-1c",
    at="3.22(1)(a)",
    when=art_346,
    nl=NL_346.format("deel 3 van de Aanbestedingswet 2012"),
    en=EN_346.format("part 3 of the Aw2012"),
)
act.exempts(
    "EX-2",
    at="2.16(a)",
    when=all_adv & adv.exemptions.intersects("disclosure") & adv.exemption_proven,
    nl="Moet de dienst bij uitvoering informatie prijsgeven en botst dat met een wezenlijk veiligheidsbelang, dan "
    "geldt de ADV niet.",
    en="Where performance would oblige the buyer to disclose information against an essential security interest, the "
    "ADV does not apply.",
)
_FACTUAL = (
    (
        "EX-3",
        "2.16(b)",
        "intelligence",
        "de activiteiten van inlichtingendiensten",
        "activities of intelligence services",
    ),
    (
        "EX-4",
        "2.16(c)",
        "joint_research",
        "een programma voor onderzoek en ontwikkeling van een nieuw product met ten minste één andere EU- of EER-staat",
        "a research and development programme for a new product with at least one other EU or EEA state",
    ),
    (
        "EX-5",
        "2.16(d)",
        "deployed_forces",
        "een aankoop in een derde land bij troepen buiten de EU, als de operatie lokale leveranciers vraagt",
        "a purchase in a third country with forces deployed outside the EU, where operations need local suppliers",
    ),
    (
        "EX-6",
        "2.16(e)(f)(g)",
        "international_rules",
        "andere procedureregels: een verdrag met een derde land, de legering van troepen of een internationale "
        "organisatie",
        "other procedural rules: a treaty with a third country, stationing of forces or an international organisation",
    ),
    (
        "EX-7",
        "2.16(h)",
        "government_to_government",
        "een opdracht van een Nederlandse overheid aan een overheid van een andere staat",
        "an award by a Dutch authority to an authority of another state",
    ),
    (
        "EX-8",
        "2.17",
        "service_type",
        "grond en gebouwen, arbitrage, financiële diensten behalve verzekeringen, arbeid, of onderzoek dat niet "
        "geheel voor en door de dienst is betaald",
        "land and buildings, arbitration, financial services save insurance, employment, or research not wholly for "
        "and paid by the buyer",
    ),
)
for _id, _at, _ground, _nl, _en in _FACTUAL:
    act.exempts(
        _id,
        at=_at,
        when=all_adv & adv.exemptions.intersects(_ground),
        nl=f"De ADV geldt niet voor {_nl}.",
        en=f"The ADV does not apply to {_en}.",
    )
always.prohibits(
    "EX-9",
    at="2.15",
    valid_from=ADV_STARTS,
    when=~adv.exemptions.within(),
    forbids=adv.avoidance_intent,
    nl="Gebruik een uitzondering niet om aan de wet te ontkomen.",
    en="Do not use an exemption to escape the act.",
)
part_2.exempts(
    "EX-10",
    at="2.23(1)(c)",
    when=exempt_from_adv,
    nl="Is een opdracht uitgezonderd van de ADV, dan gaat deel 2 van de Aanbestedingswet 2012 niet alsnog gelden.",
    en="Where a contract is exempt from the ADV, part 2 of the Aw2012 does not revive.",
)
NL_11 = (
    "Een opdracht buiten de ADV die geheim is, bijzondere veiligheidsmaatregelen vraagt of wezenlijke belangen "
    "raakt, valt buiten {} als geen minder ingrijpende maatregel genoeg is."
)
EN_11 = (
    "A contract outside the ADV that is secret, needs special security measures or touches essential interests is "
    "outside {} if no less intrusive measure suffices."
)
part_2.exempts(
    "EX-11",
    at="2.23(1)(e)",
    also=[COURT_2025.at("r.o.")],
    when=exempt_for_security,
    nl=NL_11.format("deel 2"),
    en=EN_11.format("part 2"),
)
part_3.exempts(
    "EX-11b",
    at="3.22(1)(b)",
    when=exempt_for_security,
    nl=NL_11.format("deel 3"),
    en=EN_11.format("part 3"),
)
court = Chapter(COURT_2025, scope=None)

court.obliges(
    "EX-12",
    at="uitzondering voor veiligheid",
    valid_from=date(2025, 7, 16),
    when=security_exemption,
    demands=adv.exemption_proven,
    nl="De uitzondering om veiligheid wordt streng uitgelegd. De dienst voert aan en bewijst; een algemeen stempel "
    "geheim is niet genoeg, het gaat om deze opdracht. De rechter toetst of het redelijk is en of het anders kon.",
    en="The security exemption is read narrowly. The buyer pleads and proves; a general secrecy label is not enough, "
    "it must concern this contract. The court checks reasonableness and alternatives.",
)
mixed.advises(
    "EX-13",
    at="2.57a, 2.52a(3)(b)",
    also=[COURT_2025.at("minder ingrijpend", "inferred")],
    valid_from=AW_STARTS,
    when=security_exemption,
    nl="Weeg eerst lichtere middelen: geheimhouding eisen van inschrijvers, en een niet-elektronische weg voor zeer "
    "gevoelige informatie.",
    en="First weigh less intrusive tools: confidentiality demands on tenderers, and a non-electronic channel for "
    "highly sensitive information.",
)
part_2.exempts(
    "EX-14",
    at="2.24a",
    when=in_house,
    nl="Inbesteding valt buiten deel 2: toezicht als op een eigen dienst, meer dan 80 procent van het werk voor de "
    "dienst en geen privékapitaal.",
    en="An in-house award is outside part 2: control as over an own department, over 80 percent of the work for the "
    "controller and no private capital.",
)

# What a proposal would change --------------------------------------------------------------------------------

proposal = Chapter(PROPOSAL_823, scope=None)

proposal.advises(
    "ADV-S9b",
    at="drempels",
    valid_from=date(2025, 6, 17),
    when=adv_object & adv_threshold & ~reaches(procedure.value, LAW("proposed_goods"), LAW("proposed_works")),
    nl="Onder het voorstel zou deze opdracht onder de drempel blijven: € 900.000 voor leveringen en diensten, € "
    "7.000.000 voor werken. De Raad wil € 3.000.000 en € 15.000.000.",
    en="Under the proposal this contract would stay below the threshold: € 900,000 for supplies and services, € "
    "7,000,000 for works. The Council wants € 3,000,000 and € 15,000,000.",
)
proposal.advises(
    "ADV-P1b",
    at="procedures",
    valid_from=date(2025, 6, 17),
    when=adv_object & (procedure.type == "open"),
    nl="Het voorstel voegt de openbare procedure en een dynamisch aankoopsysteem toe.",
    en="The proposal adds the open procedure and a dynamic purchasing system.",
)

RULES = [rule for chapter in (act, always, part_1, part_2, part_3, mixed, court, proposal) for rule in chapter.rules]
CLASSIFICATION = [rule for rule in RULES if rule.kind in ("applies", "exempts")]
REQUIREMENTS = [rule for rule in RULES if rule.kind not in ("applies", "exempts")]
