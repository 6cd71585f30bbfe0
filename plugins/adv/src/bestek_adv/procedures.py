"""Procedures and time limits of the ADV (law/adv.md 2c)."""

from __future__ import annotations

from bestek import Chapter, days, launched, months, today
from bestek.vocabulary import contract, procedure

from .definitions import light, light_procedure, no_notice_allowed, no_standstill, with_notice
from .facts import adv
from .texts import ADV, AW2012_2

act = Chapter(ADV)
part_2 = Chapter(AW2012_2)

HARM = "gegevens die de defensie of de veiligheid zouden schaden (in eigen woorden)"

# The choice of procedure -------------------------------------------------------------------------------------

act.obliges(
    "ADV-P1",
    at="2.18",
    demands=procedure.type.is_in("restricted", "negotiated_with_notice"),
    unless=((procedure.type == "competitive_dialogue") & adv.complex)
    | ((procedure.type == "negotiated_without_notice") & no_notice_allowed)
    | light_procedure
    | adv.call_off,
    nl="De niet-openbare procedure of de onderhandelingsprocedure met aankondiging, naar keuze. De openbare "
    "procedure bestaat niet; andere procedures alleen op hun eigen gronden.",
    en="The restricted procedure or the negotiated procedure with a notice, free choice between them. There is no "
    "open procedure; others only on their own grounds.",
)
act.permits(
    "ADV-P2",
    at="2.21, 2.101(1)",
    when=adv.complex,
    nl="Bij een bijzonder complexe opdracht mag de concurrentiegerichte dialoog; gunning dan alleen op de economisch "
    "meest voordelige inschrijving.",
    en="For a particularly complex contract the competitive dialogue is allowed; award then only on the most "
    "economically advantageous tender.",
)
act.permits(
    "ADV-P3",
    at="2.23-2.27",
    when=no_notice_allowed,
    nl="Op een van de gronden uit de lijst mag zonder aankondiging worden onderhandeld; aanvullende werken of "
    "diensten tot ten hoogste 50 procent.",
    en="On one of the listed grounds negotiation without a notice is allowed; additional works or services up to 50 "
    "percent.",
)
act.obliges(
    "ADV-P4",
    at="2.24(2)",
    when=(procedure.type == "negotiated_without_notice") & (adv.no_notice_ground == "additional_supplies"),
    demands=contract.duration <= 60,
    unless=adv.duration_justified,
    nl="Aanvullende leveringen duren ten hoogste vijf jaar, langer alleen bij uitzondering. Onder de "
    "Aanbestedingswet 2012 is het drie jaar.",
    en="Additional supplies last at most five years, longer only exceptionally. Under the Aw2012 it is three years.",
)
act.obliges(
    "ADV-P4b",
    at="2.26",
    when=(procedure.type == "negotiated_without_notice") & (adv.no_notice_ground == "repeat"),
    demands=launched <= adv.original_award_on + months(60),
    nl="Herhaling van werken of diensten kan tot vijf jaar na de eerste gunning. Onder de Aanbestedingswet 2012 is "
    "het drie jaar.",
    en="Works or services can be repeated up to five years after the first award. Under the Aw2012 it is three years.",
)
act.judged(
    "ADV-P4c",
    at="2.26",
    by=("inkopende organisatie", "buyer"),
    when=(procedure.type == "negotiated_without_notice") & (adv.no_notice_ground == "repeat"),
    nl="De herhaling stond al in de eerste aankondiging.",
    en="The repeat was announced in the first notice.",
)
act.permits(
    "ADV-P5",
    at="2.29, 2.30",
    when=light,
    nl="Voor diensten van bijlage II geldt de lichte procedure: regels over technische specificaties en een bericht "
    "van de gunning. Bij gemengde diensten als bijlage II ten minste evenveel waard is.",
    en="For Annex II services the light procedure applies: rules on technical specifications and a report of the "
    "award. For mixed services where Annex II is worth at least as much.",
)
act.obliges(
    "ADV-P6",
    at="2.30(3)",
    phase="publication",
    when=light & adv.cross_border,
    demands=procedure.published_on <= today,
    nl="Bij een dienst van bijlage II met een duidelijk grensoverschrijdend belang komt er toch een aankondiging.",
    en="For an Annex II service with a clear cross-border interest a notice is still published.",
)

# Periods -----------------------------------------------------------------------------------------------------

act.obliges(
    "ADV-P7",
    at="2.54, 2.57",
    phase="publication",
    when=with_notice,
    demands=(adv.request_days >= 30)
    | (adv.urgent & (adv.request_days >= 15))
    | (adv.urgent & adv.electronic_notice & (adv.request_days >= 10)),
    nl="Voor verzoeken tot deelneming zijn er ten minste 30 dagen; bij spoed 15, of 10 als de aankondiging "
    "elektronisch is verzonden.",
    en="For requests to participate there are at least 30 days; in urgency 15, or 10 if the notice was sent "
    "electronically.",
)
act.obliges(
    "ADV-P7b",
    at="2.54, 2.55, 2.57",
    phase="publication",
    when=procedure.type == "restricted",
    demands=(adv.tender_days >= 40)
    | (adv.electronic_access & (adv.tender_days >= 35))
    | (adv.prior_notice & (adv.tender_days >= 22))
    | (adv.urgent & (adv.tender_days >= 10)),
    nl="Voor inschrijvingen in een niet-openbare procedure zijn er ten minste 40 dagen; 5 minder als alle stukken "
    "elektronisch toegankelijk zijn; na een vooraankondiging nooit minder dan 22; bij spoed 10.",
    en="For tenders in a restricted procedure there are at least 40 days; 5 fewer if all documents are accessible "
    "electronically; after a prior notice never fewer than 22; in urgency 10.",
)
act.advises(
    "ADV-P7c",
    at="2.55",
    phase="publication",
    when=(procedure.type == "restricted")
    & adv.prior_notice
    & ~adv.urgent
    & (adv.tender_days < 36)
    & ~(adv.electronic_access & (adv.tender_days >= 31)),
    nl="Na een vooraankondiging is 36 dagen de regel (31 met volledige elektronische toegang); 22 is het minste.",
    en="After a prior notice 36 days is the rule (31 with full electronic access); 22 is the least.",
)
act.obliges(
    "ADV-P8",
    at="2.56",
    phase="publication",
    when=adv.documents_late,
    demands=adv.period_extended,
    nl="Komen stukken te laat of is een bezoek ter plaatse nodig, dan wordt de termijn voor inschrijvingen verlengd.",
    en="Where documents come late or a site visit is needed, the period for tenders is extended.",
)
act.obliges(
    "ADV-P9",
    at="2.91",
    phase="selection",
    when=with_notice,
    demands=adv.candidates_invited >= 3,
    unless=adv.fewer_suitable,
    nl="Nodig ten minste drie gegadigden uit; zijn er minder geschikt, dan mag de procedure doorgaan.",
    en="Invite at least three candidates; with fewer suitable ones the procedure may continue.",
)
part_2.advises(
    "ADV-P9b",
    at="2.99(3)",
    phase="selection",
    when=(procedure.type == "restricted") & (adv.candidates_invited < 5),
    nl="De Aanbestedingswet 2012 vraagt in de niet-openbare procedure ten minste vijf gegadigden.",
    en="The Aw2012 asks for at least five candidates in the restricted procedure.",
)

# Award -------------------------------------------------------------------------------------------------------

without_notice = procedure.type.is_in("negotiated_without_notice", "direct") & ~no_notice_allowed & ~adv.call_off
too_early = contract.signed_on < procedure.awarded_on + days(15)

act.obliges(
    "ADV-P10",
    at="2.118, 2.122",
    phase="contract",
    demands=contract.signed_on >= procedure.awarded_on + days(15),
    unless=no_standstill,
    nl="Tussen de gunningsbeslissing en de ondertekening zitten ten minste 15 kalenderdagen. Niet als zonder "
    "aankondiging mag worden onderhandeld, in de lichte procedure, bij een opdracht onder een raamovereenkomst of bij "
    "één inschrijver.",
    en="Between the award decision and signature there are at least 15 calendar days. Not where negotiation "
    "without a notice is allowed, in the light procedure, for a call-off or with a sole tenderer.",
)
act.prohibits(
    "ADV-P10b",
    at="2.118, 2.122",
    phase="contract",
    when=adv.interim_relief & ~no_standstill,
    forbids=contract.signed_on.exists,
    nl="Loopt er een kort geding tegen de gunning, dan wordt niet getekend.",
    en="While an interim-relief claim against the award is pending, nothing is signed.",
)
act.obliges(
    "ADV-P11",
    at="2.125, 2.126",
    phase="award",
    demands=adv.award_notice <= procedure.awarded_on + days(48),
    unless=adv.call_off,
    by=procedure.awarded_on + days(48),
    nl="Binnen 48 dagen na de gunning wordt de aankondiging van de gunning verzonden. Niet bij een opdracht onder een "
    "raamovereenkomst.",
    en="The award notice is sent within 48 days after the award. Not for a call-off.",
)
act.obliges(
    "ADV-P11b",
    at="2.123",
    phase="award",
    demands=adv.award_report.exists,
    nl="Er is een proces-verbaal van de gunning met de redenen.",
    en="There is an award report with the reasons.",
)
part_2.obliges(
    "ADV-P11c",
    at="2.134",
    phase="award",
    demands=adv.award_notice <= procedure.awarded_on + days(30),
    by=procedure.awarded_on + days(30),
    nl="Onder de Aanbestedingswet 2012 wordt de aankondiging van de gunning binnen 30 dagen verzonden.",
    en="Under the Aw2012 the award notice is sent within 30 days.",
)
act.obliges(
    "ADV-P12",
    at="2.95(b), 2.127(b)",
    phase="award",
    open_norm=HARM,
    nl="Gegevens over de gunning of een afwijzing die de defensie of de veiligheid zouden schaden, worden niet "
    "gegeven.",
    en="Award or rejection details that would harm defence or security interests are withheld.",
)
act.advises(
    "ADV-P13",
    at="3.2, 3.5(2), 3.8(4)",
    phase="performance",
    when=(~no_standstill & too_early)
    | (adv.interim_relief & ~no_standstill & contract.signed_on.exists)
    | (without_notice & contract.signed_on.exists),
    nl="Een contract dat te vroeg of zonder de verplichte aankondiging is getekend is vernietigbaar (vordering "
    "binnen 30 dagen of 6 maanden), tenzij dat een wezenlijk breder defensieprogramma in gevaar brengt. De ACM "
    "kan een boete geven tot 15 procent van de waarde.",
    en="A contract signed too early or without the required notice is voidable (claim within 30 days or 6 months), "
    "unless that would endanger an essential wider defence programme. The ACM can fine up to 15 percent of the "
    "value.",
)

RULES = [*act.rules, *part_2.rules]
