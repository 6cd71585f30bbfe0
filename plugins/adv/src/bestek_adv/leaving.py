"""What can be arranged for leaving, and for a takeover of the supplier (law/adv.md 2f U3 and U4, 2h TKO and EXIT)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import exit as leaving
from bestek.vocabulary import service

from .definitions import takeover
from .facts import adv
from .texts import ADV, LETTER_DIGID, SECURITY_NL

act = Chapter(ADV)

act.permits(
    "ADV-U3",
    at="2.69(2)(g)",
    nl="De dienst mag eisen dat de leverancier iedere wijziging in organisatie, keten of strategie die zijn "
    "verplichtingen raakt op tijd meldt; ook een overname (eigen lezing).",
    en="The buyer may demand that the supplier reports in time every change in organisation, supply chain or "
    "strategy that affects its obligations; also a takeover (own reading).",
)
act.permits(
    "ADV-U4",
    at="2.69(2)(h)",
    nl="De dienst mag eisen dat hij zonder de leverancier verder kan: tekeningen, licenties, instructies en "
    "testapparatuur voor reserveonderdelen; voor software het vergelijkbare (eigen lezing).",
    en="The buyer may demand the means to continue without the supplier: drawings, licences, instructions and test "
    "equipment for spare parts; for software the analogue (own reading).",
)
arbit = Chapter(SECURITY_NL, scope=None)

arbit.permits(
    "TKO-2",
    at="15 december 2025, staatssecretaris",
    phase="exit",
    when=adv.arbit_applies & takeover,
    nl="Gelden de ARBIT, dan mag de dienst opzeggen bij een ingrijpende wijziging van de zeggenschap.",
    en="Where the ARBIT terms apply, the buyer may terminate on a far-reaching change of control.",
)
letter = Chapter(LETTER_DIGID, scope=None)

letter.advises(
    "EXIT-1",
    at="8, 15",
    phase="exit",
    when=service.custom_built,
    nl="Plan bij maatwerk na de gunning 6 tot 12 maanden voor de overdracht.",
    en="For bespoke platforms plan 6 to 12 months for the transfer after award.",
)
letter.advises(
    "EXIT-1b",
    at="8, 15, 20",
    phase="exit",
    when=service.custom_built & (leaving.transition > 12),
    nl="De overdracht kost meer dan de 12 maanden die voor het PICARD-platform zijn gepland; migraties kunnen jaren "
    "duren.",
    en="The transfer takes more than the 12 months planned for the PICARD platform; migrations can take years.",
)

RULES = [*act.rules, *arbit.rules, *letter.rules]
