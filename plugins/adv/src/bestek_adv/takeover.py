"""Screening of a takeover of the supplier: Wet Vifo and Wozt (law/adv.md 2h).

Only the outcome of a screening is a fact; the files of BTI and TFEV are confidential (WOZT-5).
"""

from __future__ import annotations

from bestek import Chapter, days, today
from bestek.vocabulary import supplier

from .definitions import predominant_control, relevant_influence, takeover
from .supplier_facts import supplier_adv
from .texts import DE_BRAUW, LETTER_DIGID, UNCTAD, VIFO, WOZT, WOZT_NOTIFICATION

target, screening = supplier_adv.target, supplier_adv.screening
closed = supplier.control_change.closed_on.exists
holds_contract = (
    supplier.role == "contractor"
)  # the rows bite in performance: who does not hold the contract is not asked
may_close = screening.is_in("cleared", "conditions")

# Wet Vifo ----------------------------------------------------------------------------------------------------

vifo = Chapter(VIFO, time="today")

vifo.applies(
    "VIFO-1",
    at="2, 6",
    phase="performance",
    when=holds_contract & takeover & target.intersects("vital_provider", "campus_manager", "sensitive_technology"),
    nl="De Wet Vifo geldt als iemand zeggenschap krijgt in een Nederlandse vitale aanbieder, beheerder van een "
    "bedrijfscampus of onderneming met gevoelige technologie.",
    en="The Wet Vifo applies where someone acquires control in a Dutch vital provider, campus manager or company "
    "active in sensitive technology.",
)
vifo.applies(
    "VIFO-2",
    at="3, 4",
    phase="performance",
    when=holds_contract & target.intersects("sensitive_technology") & (supplier_adv.votes_acquired >= 10),
    nl="Bij gevoelige technologie telt ook significante invloed: vanaf 10, 20 of 25 procent van de stemmen, of "
    "afspraken over het bestuur.",
    en="For sensitive technology significant influence counts too: from 10, 20 or 25 percent of the votes, or pacts "
    "on the board.",
)
vifo.exempts(
    "VIFO-3",
    at="7",
    phase="performance",
    when=target.within("telecom"),
    nl="De wet noemt welke aanbieders vitaal zijn (zoals warmte, kernenergie, Schiphol, banken en gasopslag); "
    "hosting, cloud en identiteitsdiensten staan er in de tekst van 2023 niet bij.",
    en="The act lists which providers are vital (such as heat, nuclear, Schiphol, banks and gas storage); hosting, "
    "cloud and identity services are not among them in the 2023 text.",
)
vifo.exempts(
    "VIFO-4",
    at="5(1)(b)(c)",
    phase="performance",
    also=[WOZT.at("voorrang", "inferred")],
    when=target.intersects("telecom"),
    nl="Heeft een andere wet een eigen veiligheidstoets voor de overname, dan geldt de Wet Vifo niet; de Wozt gaat "
    "dus voor.",
    en="Where another act has its own national-security test for the deal, the Wet Vifo does not apply; so the Wozt "
    "goes first.",
)
vifo.obliges(
    "VIFO-5",
    at="10",
    phase="performance",
    duty_of="supplier",
    demands=supplier_adv.screening_notified.exists,
    nl="Het voornemen wordt voor de overname gemeld bij de minister (BTI).",
    en="The intention is notified to the minister (BTI) before the deal.",
)
vifo.prohibits(
    "VIFO-5b",
    at="11",
    phase="performance",
    duty_of="supplier",
    forbids=closed,
    unless=may_close,
    nl="De overname wordt niet afgerond voor er een besluit of mededeling is dat het mag.",
    en="The deal is not closed before clearance or a decision.",
)
vifo.advises(
    "VIFO-6",
    at="12",
    phase="performance",
    when=screening == "pending",
    nl="De toets duurt 8 weken, met ten hoogste 6 maanden extra (en 3 bij een buitenlandse investering); het besluit "
    "8 weken en wat er over is. Geen bericht betekent dat er geen besluit nodig is.",
    en="The screening takes 8 weeks plus at most 6 months (and 3 for foreign direct investment); the decision 8 "
    "weeks and the remainder. Silence means that no decision is needed.",
)
vifo.advises(
    "VIFO-6b",
    at="12",
    phase="performance",
    when=(screening == "pending") & (today > supplier_adv.screening_notified + days(56)),
    nl="De eerste 8 weken zijn voorbij: ga na of de minister de termijn heeft verlengd.",
    en="The first 8 weeks have passed: check whether the minister extended the period.",
)
vifo.permits(
    "VIFO-7",
    at="19-23",
    phase="performance",
    nl="De minister weegt onder meer ondoorzichtig eigendom, sancties, een offensief programma van een staat en "
    "financiële zwakte, en kan eisen stellen: een veiligheidscommissie, een Nederlandse dochter voor gevoelige "
    "overheidsdiensten, grenzen aan aandelen.",
    en="The minister weighs opaque ownership, sanctions, a state's offensive programme and financial weakness among "
    "others, and can set conditions: a security committee, a Dutch subsidiary for sensitive government services, "
    "limits on shares.",
)

# Wozt --------------------------------------------------------------------------------------------------------

wozt = Chapter(WOZT, time="today")

wozt.applies(
    "WOZT-2",
    at="14a",
    also=[DE_BRAUW.at("overwegende zeggenschap")],
    phase="performance",
    when=holds_contract & relevant_influence & predominant_control,
    nl="De Wozt geldt als iemand overwegende zeggenschap krijgt in een telecompartij met relevante invloed; vanaf 30 "
    "procent van de stemmen, alleen of samen, is dat zo.",
    en="The Wozt applies where someone gets predominant control in a telecom party with relevant influence; from 30 "
    "percent of the votes, alone or in concert, that is so.",
)
wozt.obliges(
    "WOZT-1",
    at="14a.2",
    also=[WOZT_NOTIFICATION.at("aanhef"), UNCTAD.at("3675")],
    phase="performance",
    duty_of="supplier",
    demands=supplier_adv.screening_notified.exists,
    nl="Het voornemen wordt gemeld bij het BTI (minister van EZ), ongeveer 8 weken ervoor.",
    en="The intention is notified to the BTI (minister of EZ), about 8 weeks ahead.",
)
wozt.permits(
    "WOZT-4",
    at="14a",
    also=[DE_BRAUW.at("verbod")],
    phase="performance",
    when=screening != "cleared",
    nl="Bij een bedreiging van het publiek belang kan de minister voorwaarden stellen of, als laatste middel, "
    "verbieden de zeggenschap te krijgen of te houden, ook na de afronding.",
    en="On a threat to the public interest the minister can set conditions or, as a last resort, prohibit acquiring "
    "or keeping control, also after closing.",
)
wozt.prohibits(
    "WOZT-4b",
    at="14a",
    also=[DE_BRAUW.at("verbod")],
    phase="performance",
    duty_of="supplier",
    when=screening == "prohibited",
    forbids=closed,
    nl="Na een verbod wordt de zeggenschap niet verkregen of gehouden.",
    en="After a prohibition control is not acquired or kept.",
)
letter = Chapter(LETTER_DIGID, scope="wozt")

letter.advises(
    "WOZT-5",
    at="21",
    also=[WOZT.at("uitkomst", "inferred")],
    phase="performance",
    time="today",
    nl="De analyses van BTI en TFEV zijn vertrouwelijk: schrijf in het dossier alleen de uitkomst.",
    en="The analyses of BTI and TFEV are confidential: write only the outcome in the file.",
)

RULES = [*vifo.rules, *wozt.rules, *letter.rules]
