"""Market access: suppliers from inside and outside the EU and the EEA (law/adv.md 2d).

Establishment is not ownership: ADV 1.7 looks at where a supplier is established, not at who owns it (ACC-10).
"""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.shared import EEA
from bestek.vocabulary import procedure

from .definitions import LAW, foreign_control, in_eea, in_eu
from .facts import adv
from .supplier_facts import supplier_adv
from .texts import (
    ADV,
    AW2012_1,
    AW2012_3,
    COMMISSION_QA,
    DIRECTIVE,
    KOLIN,
    LETTER_NS,
    LUBISZEWSKI,
    QINGDAO,
    SECURITY_NL,
)

act = Chapter(ADV)
part_1 = Chapter(AW2012_1)
part_3 = Chapter(AW2012_3)
letter = Chapter(LETTER_NS, scope="adv")
kolin = Chapter(KOLIN, scope="aw2012_1")
guidance = Chapter(COMMISSION_QA, scope="aw2012_1")
QA_STARTS = date(2025, 5, 1)  # of the Q&A only the month is known

# Under the ADV -----------------------------------------------------------------------------------------------

act.permits(
    "ACC-1",
    at="1.7",
    phase="publication",
    when=~in_eu & ~in_eea & ~supplier_adv.treaty_covers,
    nl="Een leverancier die niet in de EU is gevestigd mag worden uitgesloten, tenzij een verdrag of besluit dat "
    "Nederland bindt dat verbiedt.",
    en="A supplier not established in the EU may be excluded, unless a treaty or decision binding on the Netherlands "
    "forbids that.",
)
act.prohibits(
    "ACC-2",
    at="1.1, 1.7",
    confidence="inferred",
    phase="selection",
    when=in_eea,
    forbids=supplier_adv.excluded_for.intersects("third_country"),
    nl="Een leverancier uit de EER (ook Noorwegen, IJsland en Liechtenstein) wordt behandeld als een uit de EU en "
    "niet om zijn vestiging uitgesloten.",
    en="A supplier from the EEA (also Norway, Iceland and Liechtenstein) is treated as one from the EU and not "
    "excluded for its establishment.",
)
letter.permits(
    "ACC-3",
    at="13",
    nl="De ADV geeft de mogelijkheid om alleen bedrijven uit de EER en uit nader te bepalen landen toe te laten.",
    en="The ADV makes it possible to admit only companies from the EEA and from countries still to be designated.",
)
letter.advises(
    "ACC-3b",
    at="13",
    confidence="inferred",
    when=~adv.admitted_countries.within(EEA | LAW("designated_countries")),
    nl="De stukken laten landen toe buiten de EER die niet zijn aangewezen. Een openbare lijst van aangewezen landen "
    "is niet gevonden.",
    en="The documents admit countries outside the EEA that were not designated. No public list of designated "
    "countries was found.",
)
source = Chapter(DIRECTIVE, scope="adv")

source.advises(
    "ACC-4",
    at="overweging 18",
    nl="ADV-opdrachten vallen buiten de GPA van de WTO; staten beslissen zelf over toegang van derde landen.",
    en="ADV contracts are outside the WTO GPA; states keep the power to decide on access for third countries.",
)
always = Chapter(ADV, scope=None)

always.advises(
    "ACC-10",
    at="1.7",
    confidence="inferred",
    also=[LETTER_NS.at("8", "inferred")],
    phase="selection",
    when=in_eu & foreign_control,
    nl="ADV 1.7 kijkt naar de plaats van vestiging, niet naar de eigenaar: een dochter in de EU van een moeder "
    "daarbuiten mag daarom niet worden uitgesloten als bedrijf van buiten de EU. Gebruik betrouwbaarheid "
    "(ADV-X6), beveiligingseisen en ABRO.",
    en="ADV 1.7 looks at the place of establishment, not the owner: a subsidiary in the EU of a parent outside it "
    "may therefore not be excluded as a company from outside the EU. Use reliability (ADV-X6), security demands "
    "and ABRO.",
)

# Under the Aanbestedingswet 2012 -----------------------------------------------------------------------------

part_1.prohibits(
    "ACC-5",
    at="1.23",
    also=[QINGDAO.at("56")],
    phase="selection",
    when=~in_eea & supplier_adv.treaty_covers,
    forbids=supplier_adv.excluded_for.intersects("third_country"),
    nl="Dekt de GPA of een ander verdrag de opdracht, dan krijgt een leverancier uit dat land geen slechtere "
    "behandeling dan een uit de EU.",
    en="Where the GPA or another treaty covers the contract, a supplier from that country is treated no less "
    "favourably than one from the EU.",
)
kolin.permits(
    "ACC-6",
    at="dictum",
    also=[QINGDAO.at("57-58")],
    phase="selection",
    valid_from=date(2024, 10, 22),
    when=~in_eea & ~supplier_adv.treaty_covers,
    nl="Een leverancier uit een land zonder verdrag over aanbesteden heeft geen recht op gelijke behandeling en kan "
    "geen beroep doen op de richtlijnen.",
    en="A supplier from a country without a procurement agreement has no right to equal treatment and cannot rely on "
    "the directives.",
)
kolin.permits(
    "ACC-7",
    at="persbericht",
    also=[LUBISZEWSKI.at("Kolin")],
    valid_from=date(2024, 10, 22),
    nl="De dienst kiest zelf of zulke leveranciers worden toegelaten, anders behandeld of geweigerd; een Nederlandse "
    "wet mag dat niet regelen.",
    en="The buyer itself chooses whether such suppliers are admitted, treated differently or refused; Dutch "
    "legislation may not regulate that.",
)
guidance.advises(
    "ACC-8",
    at="5.3",
    phase="publication",
    valid_from=QA_STARTS,
    when=adv.noncovered.is_in("admit", "differ", "refuse") & ~adv.documents_state.intersects("admitted_countries"),
    nl="Schrijf de keuze van ACC-7 in de stukken. Volgens de Commissie laat zwijgen later nog vrijheid; geleerden "
    "betwisten dat.",
    en="Record the choice of ACC-7 in the documents. The Commission says that silence leaves freedom later; scholars "
    "contest that.",
)
guidance.obliges(
    "ACC-9",
    at="non-paper",
    phase="selection",
    valid_from=QA_STARTS,
    when=~in_eea,
    demands=supplier_adv.treaty_checked.exists,
    nl="De dienst zoekt zelf uit of een verdrag de leverancier toegang geeft; hulpmiddelen van de EU geven geen "
    "zekerheid. Dit geldt ook onder de drempel.",
    en="The buyer itself checks whether a treaty gives the supplier access; EU tools give no assurance. This also "
    "holds below the threshold.",
)
ns = Chapter(LETTER_NS, scope="aw2012_1")

ns.prohibits(
    "ACC-11",
    at="12",
    also=[SECURITY_NL.at("NS")],
    phase="selection",
    forbids=procedure.nationality_bar,
    nl="De stukken weren geen leveranciers alleen om hun nationaliteit of die van hun eigenaren.",
    en="The documents do not bar suppliers for their nationality or their owners' alone.",
)
ns.prohibits(
    "ACC-11b",
    at="12",
    phase="selection",
    when=foreign_control,
    forbids=supplier_adv.excluded_for.intersects("ownership")
    & supplier_adv.excluded_for.within("ownership", "third_country"),
    nl="Een leverancier wordt niet uitgesloten alleen om wie hem bezit.",
    en="A supplier is not excluded only for who owns it.",
)
note = Chapter(LETTER_NS, scope=None)

note.advises(
    "ACC-11c",
    at="12",
    phase="selection",
    when=foreign_control,
    nl="Er is geen nationale richtlijn om partijen uit een bepaald land te weren, en het kabinet streeft daar niet naar. "
    "Onder de Aanbestedingswet 2012 is nationaliteit alleen geen grond om uit te sluiten.",
    en="There is no national guideline to bar parties from a certain country, and the cabinet does not aim at one. Under "
    "the Aw2012 nationality alone is no ground to exclude.",
)

# Special sectors ---------------------------------------------------------------------------------------------

foreign_goods = (procedure.object == "supplies") & (supplier_adv.third_country_goods > 50)

part_3.permits(
    "ACC-12",
    at="3.76",
    phase="award",
    when=foreign_goods,
    nl="Komt meer dan 50 procent van de goederen uit landen zonder verdrag, dan mag de inschrijving worden afgewezen.",
    en="Where more than 50 percent of the goods come from countries without an agreement, the tender may be rejected.",
)
part_3.judged(
    "ACC-12b",
    at="3.76",
    by=("inkopende organisatie", "buyer"),
    phase="award",
    of_supplier=True,
    when=foreign_goods & (supplier_adv.price_gap <= 3),
    nl="Bij gelijke inschrijvingen (een prijsverschil van ten hoogste 3 procent) gaat de andere inschrijving voor.",
    en="With equal tenders (a price difference of at most 3 percent) the other tender is preferred.",
)

RULES = [
    rule
    for chapter in (act, letter, source, always, part_1, kolin, guidance, ns, note, part_3)
    for rule in chapter.rules
]
