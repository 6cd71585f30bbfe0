"""The Data Act: what the contract says about leaving, and foreign orders for data (law/cadasov.md 3.3).

The duties bind the provider; for a buyer they are what to check in the contract. The brief gives most rows the
phase of exit. A term of article 25 stands in the contract, so it is checked when the contract is signed; what
happens on leaving itself keeps the phase of exit.
"""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.shared import EU
from bestek.vocabulary import contract, service
from bestek.vocabulary import exit as exit_terms

from .definitions import contract_end, custom_built, move_done, statutory_end, unfeasible
from .facts import data_act
from .parameters import LAW
from .texts import DATA_ACT, LETTER_DIGID

LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")
APPLIES_FROM = date(2025, 9, 12)
CHARGES_LIMITED_FROM, CHARGES_END = date(2024, 1, 11), date(2027, 1, 12)

act = Chapter(DATA_ACT, time="today")
standard = Chapter(DATA_ACT, scope="data_act.standard", time="today")  # articles 23(d), 29, 30(1) and 30(3)

# Whether it applies ----------------------------------------------------------------------------------------------

act.applies(
    "DA-00",
    at="2(8)",
    also=[DATA_ACT.at("lopende contracten", "secondary")],
    when=data_act.processing_service,
    nl="Hoofdstuk VI geldt voor een dataverwerkingsdienst (IaaS, PaaS of SaaS) voor een klant in de EU, ook onder contracten "
    "van voor 12 september 2025.",
    en="Chapter VI applies to a data processing service (IaaS, PaaS or SaaS) for a customer in the EU, also under contracts from "
    "before 12 September 2025.",
)
act.exempts(
    "DA-01",
    at="31(2)",
    when=data_act.test_version,
    nl="Hoofdstuk VI geldt niet voor een versie om te testen, voor beperkte tijd.",
    en="Chapter VI does not apply to a test or evaluation version for a limited time.",
)
standard.exempts(
    "DA-02",
    at="31(1)",
    when=custom_built,
    nl="Voor een dienst die vooral voor één klant is gebouwd en niet in het gewone aanbod staat, gelden de artikelen 23(d), "
    "29, 30(1) en 30(3) niet; de rest wel.",
    en="For a service mostly built for one customer and not in the catalogue, articles 23(d), 29, 30(1) and 30(3) do not "
    "apply; the rest does.",
)
act.obliges(
    "DA-03",
    at="31(3)",
    scope=None,
    phase="contract",
    duty_of="supplier",
    valid_from=APPLIES_FROM,
    when=data_act.processing_service & (data_act.test_version | custom_built),
    demands=data_act.exceptions_told.exists & ~(contract.signed_on < data_act.exceptions_told),
    nl="De leverancier zegt voor het contract welke plichten niet gelden voor een testversie of maatwerk.",
    en="The provider says before the contract which duties fall away for a test version or custom-built service.",
)

# What the contract says ------------------------------------------------------------------------------------------

act.prohibits(
    "DA-05",
    at="23",
    phase="contract",
    duty_of="supplier",
    forbids=data_act.obstacles.intersects("commercial", "technical", "contractual", "organisational"),
    nl="De leverancier werpt geen commerciële, technische, contractuele of organisatorische belemmeringen op om te vertrekken.",
    en="The provider keeps no commercial, technical, contractual or organisational obstacles to leaving.",
)
act.obliges(
    "DA-06",
    at="25(1)",
    phase="contract",
    duty_of="supplier",
    demands=exit_terms.switching_terms,
    nl="Voor de ondertekening is er een schriftelijk contract, dat de klant kan bewaren, met de voorwaarden voor overstappen.",
    en="Before signing there is a written contract, which the customer can store, with the switching terms.",
)
act.prohibits(
    "DA-07",
    at="25(2)(d)",
    phase="contract",
    duty_of="supplier",
    forbids=exit_terms.notice > LAW("switching_notice_months"),
    nl="De opzegtermijn om over te stappen is niet langer dan twee maanden.",
    en="The notice period for switching is no longer than two months.",
)
act.prohibits(
    "DA-08",
    at="25(2)(a)",
    phase="contract",
    duty_of="supplier",
    forbids=exit_terms.switching_days > LAW("switching_days"),
    unless=unfeasible | (data_act.extension_right & data_act.extended_by_customer),
    nl="De overstapperiode is niet langer dan 30 kalenderdagen na de opzegtermijn, tenzij dat technisch niet kan en de leverancier "
    "dat op tijd meldt, of de klant zelf verlengt.",
    en="The transitional period is no longer than 30 calendar days after notice, unless that is technically unfeasible and the "
    "provider says so in time, or the customer itself extends it.",
)
act.obliges(
    "DA-09",
    at="25(2)(a), (b)",
    confidence="secondary",
    phase="contract",
    duty_of="supplier",
    demands=data_act.transition_duties.intersects("help")
    & data_act.transition_duties.intersects("continuity")
    & data_act.transition_duties.intersects("risk_information")
    & data_act.transition_duties.intersects("security")
    & data_act.transition_duties.intersects("exit_support"),
    nl="Tijdens de overstap geeft de leverancier hulp, continuïteit, informatie over bekende risico's, beveiliging en steun "
    "voor de exitstrategie.",
    en="During the transition the provider gives help, continuity, information on known risks, security and support of the exit "
    "strategy.",
)
act.permits(
    "DA-10",
    at="25(4)",
    phase="exit",
    when=unfeasible,
    nl="Kan overstappen in 30 dagen technisch niet, dan mag de leverancier binnen 14 werkdagen met redenen een periode van hooguit "
    "zeven maanden noemen.",
    en="Where switching in 30 days is technically unfeasible, the provider may within 14 working days name a period of at "
    "most seven months, with reasons.",
)
act.obliges(
    "DA-11",
    at="25(5)",
    phase="contract",
    duty_of="supplier",
    demands=data_act.extension_right,
    nl="De klant mag de overstapperiode één keer verlengen, zo lang als hij passend vindt.",
    en="The customer may extend the transitional period once, to a term it finds fitting.",
)
act.obliges(
    "DA-12",
    at="25(2)(g)",
    phase="contract",
    duty_of="supplier",
    demands=exit_terms.retrieval_days >= LAW("retrieval_days"),
    nl="Na de overstapperiode kan de klant ten minste 30 dagen zijn gegevens ophalen.",
    en="After the transitional period the customer can retrieve its data for at least 30 days.",
)
act.judged(
    "DA-13",
    at="25(2)(h)",
    by=LAWYER,
    phase="contract",
    duty_of="supplier",
    nl="Het contract garandeert dat na die tijd alle gegevens en digitale middelen worden gewist.",
    en="The contract guarantees full erasure after the retrieval period.",
)
act.judged(
    "DA-14",
    at="25(2)(e), (f)",
    by=LAWYER,
    phase="contract",
    duty_of="supplier",
    nl="Het contract noemt volledig welke gegevens en digitale middelen meegaan, en welke interne gegevens achterblijven; dat "
    "laatste vertraagt de overstap niet.",
    en="The contract lists exhaustively the portable data and digital assets, and the internal data kept back, which may not delay "
    "switching.",
)
act.obliges(
    "DA-15",
    at="25(3)",
    phase="contract",
    duty_of="supplier",
    demands=data_act.destinations.intersects("provider")
    & data_act.destinations.intersects("on_premises")
    & data_act.destinations.intersects("erase"),
    nl="De klant kan kiezen: naar een andere leverancier, naar eigen beheer, of alleen wissen.",
    en="The customer can choose: another provider, on premises, or erasure only.",
)
act.judged(
    "DA-16",
    at="25(2)(c)",
    by=LAWYER,
    phase="contract",
    duty_of="supplier",
    nl="Het contract eindigt als de overstap is gelukt, of aan het einde van de opzegtermijn als de klant alleen wil wissen.",
    en="The contract ends when switching succeeds, or at the end of notice where the customer only wants erasure.",
)

# What leaving costs ----------------------------------------------------------------------------------------------

standard.prohibits(
    "DA-17",
    at="29(2), (3)",
    phase="contract",
    duty_of="supplier",
    valid_from=CHARGES_LIMITED_FROM,
    valid_until=CHARGES_END,
    forbids=exit_terms.switching_charge > data_act.switching_cost,
    nl="Tot 12 januari 2027 zijn overstapkosten niet hoger dan wat de overstap de leverancier direct kost.",
    en="Until 12 January 2027 switching charges do not exceed the provider's direct cost of the switch.",
)
standard.prohibits(
    "DA-18",
    at="29(1)",
    also=[DATA_ACT.at("29(1), uitgaand verkeer", "secondary")],
    phase="contract",
    duty_of="supplier",
    valid_from=CHARGES_END,
    forbids=exit_terms.switching_charge > 0,
    nl="Vanaf 12 januari 2027 zijn er geen overstapkosten; kosten voor uitgaand gegevensverkeer tellen mee.",
    en="From 12 January 2027 there are no switching charges; charges for data egress count as such.",
)
standard.judged(
    "DA-19",
    at="29(4)",
    by=LAWYER,
    phase="contract",
    duty_of="supplier",
    nl="De leverancier noemt voor het contract de gewone kosten en de boete bij vroeg vertrek; dat zijn geen overstapkosten.",
    en="Before the contract the provider states standard fees and early-termination penalties; these are no switching charges.",
)
act.permits(
    "DA-20",
    at="34(2)",
    phase="performance",
    when=data_act.parallel_use,
    nl="Bij gelijktijdig gebruik mag uitgaand gegevensverkeer tegen kostprijs worden berekend, ook na 12 januari 2027.",
    en="With parallel use, data egress may be charged at cost, also after 12 January 2027.",
)

# How leaving works -----------------------------------------------------------------------------------------------

act.judged(
    "DA-21",
    at="26",
    by=LAWYER,
    phase="contract",
    duty_of="supplier",
    nl="De leverancier geeft de procedures, formaten en grenzen, en een online register van gegevensstructuren en standaarden.",
    en="The provider gives procedures, formats and limits, and an online register of data structures and standards.",
)
standard.judged(
    "DA-22",
    at="30(1), (6)",
    by=("technicus van de inkopende organisatie", "buyer's engineer"),
    phase="exit",
    duty_of="supplier",
    when=service.model == "iaas",
    nl="Bij IaaS neemt de leverancier redelijke maatregelen zodat de dienst elders gelijkwaardig werkt; nieuwe techniek bouwen of "
    "intellectueel eigendom delen hoeft niet.",
    en="For IaaS the provider takes reasonable measures for functional equivalence elsewhere; no duty to build new technology or "
    "disclose IP.",
)
act.judged(
    "DA-22b",
    at="30(2)-(6)",
    by=("technicus van de inkopende organisatie", "buyer's engineer"),
    phase="exit",
    duty_of="supplier",
    when=service.model != "iaas",
    nl="Bij andere diensten zijn er gratis open koppelvlakken, en zonder standaard een export in een gestructureerd, gangbaar en "
    "leesbaar formaat.",
    en="Other services have free open interfaces, and where there is no standard an export in a structured, common, "
    "machine-readable form.",
)
act.obliges(
    "DA-23",
    at="27",
    phase="exit",
    duty_of="supplier",
    open_norm="te goeder trouw",
    nl="Alle partijen, ook de nieuwe leverancier, werken te goeder trouw mee aan de overstap.",
    en="All parties, also the new provider, cooperate in good faith.",
)
act.advises(
    "DA-27",
    at="25",
    confidence="inferred",
    also=[LETTER_DIGID.at("8, 20", "inferred")],
    phase="exit",
    when=(move_done > statutory_end) | (move_done > contract_end),
    nl="De overstap kost meer tijd dan opzegtermijn en overstapperiode geven. Die termijnen zijn een maximum voor de "
    "leverancier en geen schatting: verleng de periode of spreek een langere exit af.",
    en="The move takes longer than notice and transitional period give. Those terms are maxima for the provider and no estimate: "
    "extend the period or contract a longer exit.",
)

# Foreign orders for data -----------------------------------------------------------------------------------------

act.judged(
    "DA-24",
    at="28",
    by=LAWYER,
    phase="selection",
    duty_of="supplier",
    nl="De website van de leverancier noemt het recht waaronder de infrastructuur valt en de maatregelen tegen toegang door andere "
    "overheden; het contract noemt die website.",
    en="The provider's website states the jurisdiction of the infrastructure and measures against foreign government access; the "
    "contract lists that site.",
)
act.judged(
    "DA-25",
    at="32(1)",
    by=LAWYER,
    phase="selection",
    duty_of="supplier",
    when=service.storage_countries.intersects(EU),
    nl="De leverancier neemt passende maatregelen tegen toegang van derde landen tot niet-persoonlijke gegevens in de EU die "
    "in strijd is met het recht van de EU of een lidstaat.",
    en="The provider takes adequate measures against third-country access to non-personal data in the EU that clashes with EU or "
    "national law.",
)
act.prohibits(
    "DA-26",
    at="32(2)-(5)",
    phase="performance",
    duty_of="supplier",
    when=data_act.order_basis.is_in("agreement", "reviewed", "unreviewed"),
    forbids=(data_act.order_basis == "unreviewed") | ~data_act.order_minimised | ~data_act.customer_told,
    nl="Een bevel van een derde land geldt alleen op een internationale overeenkomst, of met redenen, evenredigheid, "
    "bepaaldheid en toetsing door een rechter; de leverancier geeft het minimum en zegt het eerst aan de klant, tenzij "
    "rechtshandhaving dat belet.",
    en="A third-country order counts only on an international agreement, or with reasons, proportionality, specificity and court "
    "review; the provider gives the minimum and tells the customer first, unless law enforcement prevents that.",
)

RULES = [*act.rules, *standard.rules]
