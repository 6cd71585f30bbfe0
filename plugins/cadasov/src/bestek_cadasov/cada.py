"""CADA, a proposal: whether it would apply, the State's assessment, and what the buyer would do (law/cadasov.md 3.2)."""

from __future__ import annotations

from bestek import Chapter, launched, months, today
from bestek.vocabulary import buyer, service

from .definitions import buys_cloud, contracting_authority, derogation_holds, the_state
from .facts import cada, supplier_cadasov
from .parameters import LAW
from .texts import CADA, LETTER_DIGID

LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")

act = Chapter(CADA)

# Whether it would apply ------------------------------------------------------------------------------------------

act.exempts(
    "CADA-00",
    at="48",
    also=[LETTER_DIGID.at("10")],
    when=launched < LAW("cada_application_date"),
    nl="CADA heeft geen werking voor een aanbesteding die begint voordat de verordening van toepassing is. Het is nu een voorstel.",
    en="CADA has no effect on a tender launched before the regulation applies. It is a proposal now.",
)
act.advises(
    "CADA-00b",
    at="48",
    also=[LETTER_DIGID.at("10")],
    nl="CADA is een voorstel zonder rechtskracht: dit is een vooruitblik. Het Nederlandse beleid zal er later op worden afgestemd.",
    en="CADA is a proposal without legal effect: this is an outlook. Dutch policy will be aligned with it later.",
)
act.applies(
    "CADA-01",
    at="2(22), 30(1)",
    when=(contracting_authority | (buyer.kind == "union_entity")) & buys_cloud,
    nl="CADA geldt voor een aanbestedende dienst of orgaan van de Unie die een cloudcomputingdienst voor eigen gebruik inkoopt.",
    en="CADA applies to a contracting authority or Union entity that buys a cloud computing service for its exclusive use.",
)
act.applies(
    "CADA-02",
    at="2(6)",
    when=(buyer.kind == "state_owned_company") & contracting_authority & buys_cloud,
    nl="Voor een staatsdeelneming geldt CADA alleen als zij een publiekrechtelijke instelling is.",
    en="CADA applies to a state-owned company only if it is a body governed by public law.",
)
act.exempts(
    "CADA-02b",
    at="2(6)",
    when=(buyer.kind == "state_owned_company") & ~contracting_authority,
    nl="Een staatsdeelneming die geen publiekrechtelijke instelling is, is geen overheidsorgaan in de zin van CADA.",
    en="A state-owned company that is not a body governed by public law is no public sector body for CADA.",
)

# The State's assessment ------------------------------------------------------------------------------------------

act.obliges(
    "CADA-04",
    at="29(1)",
    time="today",
    when=the_state,
    by=LAW("cada_application_date"),
    demands=cada.assessment + months(24) >= today,
    nl="De Staat of het orgaan van de Unie beoordeelt de risico's voor soevereiniteit, de eerste keer een jaar na de "
    "inwerkingtreding en daarna iedere twee jaar of als dat nodig is.",
    en="The State or Union entity assesses sovereignty risks, first by one year after entry into force and then every two years "
    "or when needed.",
)
act.obliges(
    "CADA-05",
    at="29(1)",
    when=cada.listed_activity & (cada.public_order == "yes"),
    demands=cada.assigned_level.is_in("level2", "level3", "level4"),
    nl="Een activiteit in een genoemde sector die bijdraagt aan de openbare orde krijgt niveau 2, 3 of 4 toegekend.",
    en="An activity in a listed sector that contributes to public order is assigned level 2, 3 or 4.",
)
act.obliges(
    "CADA-06",
    at="29(2)",
    when=cada.assessment.exists,
    demands=cada.assessment_covers.intersects("data")
    & cada.assessment_covers.intersects("third_country_access")
    & cada.assessment_covers.intersects("disruption")
    & cada.assessment_covers.intersects("multi_vendor"),
    nl="De beoordeling weegt ten minste de gegevens, onrechtmatige toegang door derde landen en verstoring, en ook verdelen over "
    "meer leveranciers.",
    en="The assessment weighs at least the data, unlawful third-country access and disruption, and also a multi-vendor option.",
)
act.advises(
    "CADA-07",
    at="29(3)-(5)",
    time="today",
    when=cada.assessment.exists & ~(cada.assessment_reported <= cada.assessment + months(3)),
    nl="De Staat meldt de uitkomst binnen drie maanden aan de Commissie; die kan een ander niveau vaststellen.",
    en="The State reports the results to the Commission within three months; the Commission may set another level.",
)
act.advises(
    "CADA-10",
    at="29, 30",
    when=cada.public_order == "not_assessed",
    nl="Zolang niet is beoordeeld of de activiteit bijdraagt aan de openbare orde, is het vereiste niveau niet te bepalen: doe "
    "eerst de risicobeoordeling.",
    en="While it is not assessed whether the activity contributes to public order, the required level cannot be fixed: do the "
    "risk assessment first.",
)

# What may be bought ----------------------------------------------------------------------------------------------

act.obliges(
    "CADA-08",
    at="30(2)",
    also=[CADA.at("20(1)", "inferred")],
    phase="selection",
    when=cada.public_order == "no",
    demands=supplier_cadasov.recognised_level >= "level1",
    unless=derogation_holds | cada.central_purchasing,
    nl="Draagt de activiteit niet bij aan de openbare orde, dan is de dienst erkend op niveau 1 of hoger.",
    en="Where the activity does not contribute to public order, the service is recognised at level 1 or higher.",
)
act.prohibits(
    "CADA-09",
    at="30(3)",
    phase="selection",
    when=cada.public_order == "yes",
    forbids=(supplier_cadasov.recognised_level < cada.assigned_level) | (supplier_cadasov.recognised_level < "level2"),
    unless=derogation_holds | cada.central_purchasing,
    nl="Draagt de activiteit bij aan de openbare orde, dan mag een dienst niet erkend zijn onder het toegekende niveau (2, 3 "
    "of 4).",
    en="Where the activity contributes to public order, a service may not be recognised below the assigned level (2, 3 or 4).",
)
act.permits(
    "CADA-12",
    at="30(4)",
    phase="award",
    when=derogation_holds,
    nl="Afwijken van het niveau mag bij uitzondering en met motivering: er is geen erkende dienst en geen redelijk alternatief, in "
    "het jaar ervoor kwam er geen geschikte inschrijving, of de kosten zijn onevenredig.",
    en="Derogating from the level is allowed exceptionally and with reasons: no recognised service and no reasonable alternative, "
    "no suitable tender in the year before, or disproportionate cost.",
)
act.prohibits(
    "CADA-13",
    at="30(4)(a)",
    phase="award",
    when=cada.derogation == "nothing_available",
    forbids=~cada.not_narrowed,
    nl="Afwijken omdat niets beschikbaar is mag niet als dat komt door een kunstmatig enge vraag.",
    en="Derogating because nothing is available is not allowed where artificially narrow requirements caused it.",
)
act.obliges(
    "CADA-14",
    at="29(6)",
    phase="exit",
    when=cada.migration_required,
    demands=cada.migration_months <= LAW("cada_migration_months"),
    nl="Dwingt de beoordeling tot een andere dienst, dan is de overstap binnen een redelijke tijd klaar, uiterlijk in 12 maanden.",
    en="Where the assessment forces a move to another service, it is done in a reasonable term, at most 12 months.",
)
act.obliges(
    "CADA-15",
    at="32",
    when=cada.innovative,
    demands=cada.union_value.intersects("eu_chain", "eu_technology", "supply_security", "eu_hardware"),
    unless=cada.central_purchasing,
    nl="Bij innovatieve cloud of AI is er een gunningscriterium over toegevoegde waarde voor de Unie: de keten, technologie, "
    "leveringszekerheid of apparatuur.",
    en="For innovative cloud or AI there is an award criterion on Union added value: chain, technology, security of supply or "
    "hardware.",
)
act.judged(
    "CADA-15b",
    at="32",
    by=LAWYER,
    phase="publication",
    when=cada.innovative,
    unless=cada.central_purchasing,
    nl="Het criterium over toegevoegde waarde hangt samen met de opdracht, is begrensd, bekendgemaakt en ondergeschikt.",
    en="The criterion on Union added value is linked to the subject, bounded, published and ancillary.",
)
act.advises(
    "CADA-16",
    at="overweging 67",
    phase="award",
    when=cada.union_value_weight > LAW("cada_union_value_ceiling"),
    nl="Het gewicht van de toegevoegde waarde voor de Unie ligt boven het richtgetal van 15 van de 120 punten (12,5 procent).",
    en="The weight of Union added value is above the indicative ceiling of 15 of 120 points (12.5 percent).",
)
act.permits(
    "CADA-17",
    at="39(1)",
    phase="selection",
    when=cada.central_purchasing,
    nl="Wie via de centrale inkoop van de Commissie koopt, wordt geacht aan de inkoopplichten te voldoen.",
    en="Who buys through the Commission's central purchasing is deemed to meet the procurement duties.",
)

# Beside the scope ------------------------------------------------------------------------------------------------

act.advises(
    "CADA-18",
    at="31",
    scope=None,
    when=(buyer.kind == "private") & cada.listed_activity,
    nl="Voor een particuliere entiteit in een sector van NIS2 bijlage I is de effectbeoordeling vrijwillig.",
    en="For a private entity in a sector of NIS2 annex I the impact assessment is voluntary.",
)
act.advises(
    "CADA-19",
    at="41",
    scope=None,
    when=service.deployment.is_in("on_premises", "government") & ~cada.open_source_weighed,
    nl="Wie zelf cloud of AI opbouwt, weegt open standaarden en open source af, naast functie, kosten en andere criteria.",
    en="Who builds its own cloud or AI stack weighs open standards and open source, beside function, cost and other criteria.",
)

# Recognition of the service --------------------------------------------------------------------------------------

act.obliges(
    "CADA-11",
    at="22",
    phase="selection",
    when=supplier_cadasov.recognised_level >= "level1",
    demands=supplier_cadasov.in_repository,
    nl="De erkenning blijkt uit het openbare register van de Commissie, niet uit een verklaring van de leverancier.",
    en="Recognition is proved by the Commission's public repository, not by the supplier's statement.",
)
act.permits(
    "CADA-34",
    at="17(3), 19",
    phase="selection",
    when=supplier_cadasov.sme,
    nl="Voor niveau 1 volstaan een eigen beoordeling en een EU-conformiteitsverklaring; mkb wordt zonder controle erkend.",
    en="For level 1 a self-assessment and an EU statement of conformity will do; SMEs are recognised without a check.",
)
act.obliges(
    "CADA-35",
    at="20",
    phase="selection",
    duty_of="supplier",
    time="today",
    when=supplier_cadasov.recognised_level >= "level2",
    demands=supplier_cadasov.audited_on + months(12) >= today,
    nl="Voor niveau 2, 3 en 4 is er een positieve onafhankelijke audit, ieder jaar opnieuw.",
    en="For levels 2, 3 and 4 there is a positive independent audit, reviewed every year.",
)
act.advises(
    "CADA-36",
    at="17(5)",
    when=supplier_cadasov.recognised_level == "none",
    nl="Reken op tijd voor de erkenning: 60 dagen, met hooguit 30 dagen stilstand, en 60 dagen toetsing door andere landen.",
    en="Plan time for recognition: 60 days, with at most 30 days of stop, and 60 days of cross-border review.",
)
act.obliges(
    "CADA-37",
    at="17(11), 22(3), 23",
    phase="performance",
    duty_of="supplier",
    when=supplier_cadasov.recognised_level >= "level1",
    demands=supplier_cadasov.recognition_valid & supplier_cadasov.change_reported,
    nl="De leverancier meldt een wezenlijke wijziging meteen. Bij onjuiste gegevens vervalt de erkenning in de hele EU en staat "
    "dat vijf jaar in het register.",
    en="The supplier reports a material change at once. Wrong data end the recognition EU-wide, which stays listed for five years.",
)
act.permits(
    "CADA-38",
    at="24",
    phase="performance",
    when=~supplier_cadasov.recognition_valid | ~supplier_cadasov.change_reported,
    nl="Wie door een inbreuk schade lijdt mag vergoeding vragen; de lidstaten bepalen de straffen.",
    en="Who suffers loss from an infringement may claim compensation; Member States set the penalties.",
)

RULES = list(act.rules)
