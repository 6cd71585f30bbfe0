"""Which contracts the ADV is about, and what they are worth (law/adv.md 2a)."""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.vocabulary import contract, information, procedure

from .definitions import LAW, adv_object, adv_threshold, all_adv, authority, reaches
from .facts import adv
from .texts import ADV, ADV_STARTS, AW2012_1, AW2012_2, GUIDE, PROPOSAL_823, THRESHOLDS

act = Chapter(ADV)
always = Chapter(ADV, scope=None)
part_2 = Chapter(AW2012_2)
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
    when=adv.security_purpose & (adv.classified_link != "none"),
    nl="Bij een veiligheidsdoel kan het regime afhangen van gerubriceerde gegevens. Leg het besluit over de rubricering "
    "vast in het dossier; is er nog geen besluit, vraag er dan eerst om.",
    en="With a security purpose the regime can depend on classified information. Record the classification decision in "
    "the file; if there is none yet, first ask for one.",
)
always.advises(
    "ADV-S8b",
    at="1.1",
    confidence="inferred",
    when=(information.classification >= "confidential") & (adv.classified_link == "none"),
    nl="Er is informatie met een staatsgeheim, en toch heeft de opdracht geen band met gerubriceerde gegevens. Laat dit nagaan.",
    en="State secrets are involved, and yet the contract has no link with classified information. Have this checked.",
)
act.applies(
    "ADV-S9",
    at="2.3(1), 2.4",
    also=[THRESHOLDS.at("2009/81")],
    when=all_adv & adv_threshold,
    nl="De ADV geldt voor een opdracht die de drempel haalt van de periode waarin de aankondiging is verzonden.",
    en="The ADV applies to a contract that reaches the threshold of the period in which the notice was sent.",
)
act.exempts(
    "ADV-S10",
    at="2.3",
    also=[THRESHOLDS.at("2009/81")],
    when=all_adv & ~adv_threshold,
    nl="Onder de drempel gelden de procedures van de ADV niet.",
    en="Below the threshold the procedures of the ADV do not apply.",
)
part_2.exempts(
    "ADV-S10b",
    at="2.23(1)(c)",
    also=[THRESHOLDS.at("2009/81")],
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

RULES = [rule for chapter in (act, always, part_1, part_2, proposal) for rule in chapter.rules]
