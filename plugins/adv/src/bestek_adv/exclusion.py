"""Exclusion and vetting of suppliers (law/adv.md 2e). "Within four years" counts back from the launch."""

from __future__ import annotations

from bestek import Chapter, launched, months

from .definitions import classified, recently_at_fault, recently_convicted
from .facts import adv
from .supplier_facts import supplier_adv
from .texts import ADV, AW2012_1, AW2012_2, DIRECTIVE, GUIDE, WITTENBERG

act = Chapter(ADV)
part_1 = Chapter(AW2012_1)
part_2 = Chapter(AW2012_2)
excluded_for = supplier_adv.excluded_for

RELEVANT = "gronden die van belang zijn, eisen voor echte risico's, een procedure die past (in eigen woorden)"

# Grounds -----------------------------------------------------------------------------------------------------

act.obliges(
    "ADV-X1",
    at="2.76",
    also=[DIRECTIVE.at("39(1)", "verbatim")],
    phase="selection",
    when=recently_convicted,
    demands=excluded_for.intersects("conviction"),
    unless=supplier_adv.exclusion_waived,
    nl="Een leverancier die in de vier jaar ervoor onherroepelijk is veroordeeld voor een van de zware delicten "
    "wordt uitgesloten.",
    en="A supplier with a final conviction for one of the serious offences in the four years before is excluded.",
)
act.permits(
    "ADV-X2",
    at="2.77(1)(a)",
    phase="selection",
    when=supplier_adv.insolvent,
    nl="Bij faillissement, vereffening of surseance mag worden uitgesloten.",
    en="In bankruptcy, liquidation or suspension of payments exclusion is allowed.",
)
act.permits(
    "ADV-X3",
    at="2.77(1)(b)(c), (2)",
    phase="selection",
    when=recently_at_fault,
    nl="Bij een vonnis over beroepsgedrag of een aannemelijke ernstige fout, ten hoogste vier jaar oud, mag worden "
    "uitgesloten.",
    en="With a judgment on professional conduct or a plausible serious fault, at most four years old, exclusion is "
    "allowed.",
)
act.permits(
    "ADV-X4",
    at="2.77(1)(d)",
    phase="selection",
    when=supplier_adv.taxes_unpaid,
    nl="Zijn belasting of sociale premies niet betaald, dan mag worden uitgesloten.",
    en="Where tax or social security was not paid, exclusion is allowed.",
)
part_2.advises(
    "ADV-X4b",
    at="2.86(4)",
    phase="selection",
    when=supplier_adv.taxes_unpaid,
    nl="Staat onherroepelijk vast dat belasting of premies niet zijn betaald, dan moet de dienst onder de "
    "Aanbestedingswet 2012 uitsluiten.",
    en="Where it is finally established that tax or social security was not paid, the buyer must exclude under the "
    "Aw2012.",
)
act.permits(
    "ADV-X5",
    at="2.77(1)(e)",
    phase="selection",
    when=supplier_adv.false_statement,
    nl="Bij ernstig valse verklaringen of achtergehouden informatie mag worden uitgesloten.",
    en="For serious false statements or withheld information exclusion is allowed.",
)
act.permits(
    "ADV-X6",
    at="2.77(1)(f)",
    also=[WITTENBERG.at("2.77(1)(f)")],
    phase="selection",
    when=~supplier_adv.reliable,
    nl="Staat vast dat de leverancier niet betrouwbaar genoeg is om risico's voor de nationale veiligheid uit te "
    "sluiten, dan mag hij worden uitgesloten.",
    en="Where it is established that the supplier lacks the reliability needed to exclude risks to national "
    "security, it may be excluded.",
)
part_2.prohibits(
    "ADV-X7",
    at="2.87(1)(a)-(j)",
    phase="selection",
    forbids=excluded_for.intersects("security_reliability"),
    nl="De Aanbestedingswet 2012 kent geen uitsluiting om gebrek aan betrouwbaarheid voor de nationale veiligheid.",
    en="The Aw2012 has no exclusion for lack of reliability for national security.",
)
act.permits(
    "ADV-X8",
    at="2.78",
    phase="selection",
    when=recently_convicted
    | recently_at_fault
    | supplier_adv.insolvent
    | supplier_adv.taxes_unpaid
    | supplier_adv.false_statement
    | ~supplier_adv.reliable,
    nl="Van uitsluiting mag worden afgezien om een dwingende reden van algemeen belang, omdat de leverancier genoeg "
    "heeft hersteld, of omdat uitsluiting door tijd en voorwerp onevenredig is.",
    en="Exclusion may be waived for an overriding public interest, because self-cleaning is judged sufficient, or "
    "because it is disproportionate given time and object.",
)

# Proof -------------------------------------------------------------------------------------------------------

act.obliges(
    "ADV-X9",
    at="2.75, 2.79, 2.93",
    phase="selection",
    demands=supplier_adv.self_declaration.exists,
    nl="Vraag een eigen verklaring; bewijs pas daarna.",
    en="Ask for a self-declaration; proof only afterwards.",
)
act.obliges(
    "ADV-X9b",
    at="2.75, 2.79, 2.93",
    phase="award",
    when=supplier_adv.conduct_certificate.exists,
    demands=supplier_adv.conduct_certificate >= launched - months(24),
    nl="Een gedragsverklaring aanbesteden is ten hoogste twee jaar oud.",
    en="A certificate of conduct is at most two years old.",
)
act.obliges(
    "ADV-X9c",
    at="2.75, 2.79, 2.93",
    phase="award",
    when=supplier_adv.register_proof.exists,
    demands=supplier_adv.register_proof >= launched - months(6),
    nl="Bewijs uit het register of van de Belastingdienst is ten hoogste zes maanden oud.",
    en="Proof of register or tax is at most six months old.",
)
act.prohibits(
    "ADV-X9d",
    at="2.75, 2.79, 2.93",
    phase="award",
    forbids=supplier_adv.foreign_proof_refused,
    nl="Gelijkwaardig bewijs uit een andere EU- of EER-staat wordt aanvaard.",
    en="Equivalent proof from another EU or EEA state is accepted.",
)
part_2.obliges(
    "ADV-X10",
    at="2.86(7)",
    phase="selection",
    when=excluded_for.intersects("conviction"),
    demands=supplier_adv.convicted_on >= launched - months(60),
    nl="Onder de Aanbestedingswet 2012 telt een veroordeling van ten hoogste vijf jaar terug.",
    en="Under the Aw2012 a conviction of at most five years back counts.",
)
part_2.obliges(
    "ADV-X10b",
    at="2.87(2)",
    phase="selection",
    when=excluded_for.intersects("professional_fault"),
    demands=supplier_adv.fault_on >= launched - months(36),
    nl="Onder de Aanbestedingswet 2012 tellen de facultatieve gronden ten hoogste drie jaar terug.",
    en="Under the Aw2012 the optional grounds count at most three years back.",
)
act.permits(
    "ADV-X11",
    at="2.83(1)(k)",
    phase="selection",
    when=classified,
    nl="Als geschiktheid mag bewijs worden gevraagd dat gerubriceerde gegevens op het vereiste niveau kunnen worden "
    "verwerkt, bewaard en verzonden.",
    en="As suitability proof may be asked that classified information can be processed, stored and sent at the "
    "required level.",
)
act.permits(
    "ADV-X11b",
    at="2.83(3)",
    phase="selection",
    when=classified & adv.documents_state.intersects("clearance_time"),
    nl="Extra tijd om een machtiging te krijgen mag, omdat de aankondiging dat zegt.",
    en="Extra time to get a clearance is allowed, because the notice says so.",
)
act.permits(
    "ADV-X12",
    at="2.83(1)(i)",
    phase="selection",
    nl="De dienst mag zelf nagaan uit welke bronnen de leverancier levert en waar die liggen, ook buiten de EU.",
    en="The buyer may itself check the supplier's sources of supply and their location, also outside the EU.",
)
act.obliges(
    "ADV-X13",
    at="2.94",
    phase="selection",
    demands=adv.reasons_days <= 15,
    nl="Wie is afgewezen en daarom vraagt, krijgt binnen 15 dagen de redenen, ook waarom de eisen aan beveiliging "
    "van informatie en bevoorrading niet zijn gehaald, behalve wat ADV-P12 achterhoudt.",
    en="Whoever was rejected and asks gets the reasons within 15 days, incl. why demands on security of information "
    "and supply were not met, save what ADV-P12 withholds.",
)

# Gids Proportionaliteit --------------------------------------------------------------------------------------

part_1.obliges(
    "GIDS-1",
    at="1.10(4)",
    also=[GUIDE.at("3.4A, 3.5A, 3.5B")],
    open_norm=RELEVANT,
    unless=adv.documents_state.intersects("gids_reasons"),
    nl="Gebruik alleen uitsluitingsgronden die voor de opdracht van belang zijn, eisen voor echte risico's en een "
    "procedure die past bij omvang en markt; of leg in de stukken uit waarom niet.",
    en="Use only exclusion grounds relevant to the contract, suitability demands for real risks and a procedure that "
    "fits size and market; or explain in the documents why not.",
)

RULES = [*act.rules, *part_2.rules, *part_1.rules]
