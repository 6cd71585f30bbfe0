"""Facts of the Data Act's exit terms: `[cadasov.data_act]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, dated, flag, integer, number

_LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")
_PROVIDER = ("leverancier", "supplier")


class DataAct(Group, at="cadasov.data_act", nl="Data Act", en="Data Act"):
    """What chapter VI of the Data Act asks about the service and the contract's terms on leaving."""

    processing_service = flag(
        nl="Het is een dataverwerkingsdienst: op verzoek, schaalbaar en elastisch, met gedeelde rekenkracht, voor een klant "
        "in de EU",
        en="It is a data processing service: on demand, scalable and elastic shared computing, for a customer in the EU",
        judge=_LAWYER,
    )
    test_version = flag(
        nl="Het is een versie om te testen, voor beperkte tijd",
        en="It is a test version, for a limited time",
        judge=_LAWYER,
    )
    in_catalogue = flag(
        nl="De dienst staat in het gewone aanbod van de leverancier",
        en="The service is in the provider's catalogue",
        judge=_LAWYER,
    )
    exceptions_told = dated(
        nl="Bericht van de leverancier welke plichten niet gelden", en="Provider's notice of the duties that fall away"
    )
    obstacles = choices(
        {
            "commercial": ("commercieel", "commercial"),
            "technical": ("technisch", "technical"),
            "contractual": ("in het contract", "contractual"),
            "organisational": ("organisatorisch", "organisational"),
        },
        nl="Belemmeringen om te vertrekken die de leverancier opwerpt",
        en="Obstacles to leaving that the provider keeps",
        can_follow=True,
    )
    transition_duties = choices(
        {
            "help": ("hulp", "help"),
            "continuity": ("continuïteit", "continuity"),
            "risk_information": ("informatie over bekende risico's", "information on known risks"),
            "security": ("beveiliging", "security"),
            "exit_support": ("steun voor de exitstrategie", "support of the exit strategy"),
        },
        nl="Plichten van de leverancier tijdens de overstap in het contract",
        en="Provider's duties during the transition, in the contract",
        can_follow=True,
    )
    unfeasible_notice = integer(
        "working_days",
        nl="Tijd waarin de leverancier meldde dat 30 dagen technisch niet kan",
        en="Time in which the provider said that 30 days is technically unfeasible",
        can_follow=True,
    )
    unfeasible_months = integer(
        "months",
        nl="Overstapperiode die de leverancier dan met redenen noemt",
        en="Transitional period that the provider then names, with reasons",
        can_follow=True,
    )
    extension_right = flag(
        nl="De klant mag de overstapperiode één keer verlengen, zo lang als hij passend vindt",
        en="The customer may extend the transitional period once, to a term it finds fitting",
        can_follow=True,
    )
    extended_by_customer = flag(
        nl="De klant heeft de overstapperiode zelf verlengd", en="The customer itself extended the transitional period"
    )
    destinations = choices(
        {
            "provider": ("een andere leverancier", "another provider"),
            "on_premises": ("eigen beheer", "on premises"),
            "erase": ("alleen wissen", "erasure only"),
        },
        nl="Waar de klant volgens het contract voor kan kiezen",
        en="What the customer can choose by the contract",
        can_follow=True,
    )
    switching_cost = number(
        "eur",
        nl="Kosten die de leverancier direct maakt voor de overstap",
        en="Costs that the provider directly incurs for the switch",
        judge=_PROVIDER,
    )
    parallel_use = flag(
        nl="De dienst wordt gelijktijdig met die van een andere leverancier gebruikt",
        en="The service is used in parallel with another provider's",
    )
    order_basis = choice(
        {
            "none": ("er is geen bevel", "there is no order"),
            "agreement": ("een internationale overeenkomst", "an international agreement"),
            "reviewed": (
                "geen overeenkomst; wel redenen, evenredig, bepaald en met toetsing door een rechter",
                "no agreement; but reasons, proportionality, specificity and court review",
            ),
            "unreviewed": ("geen van beide", "neither of these"),
        },
        nl="Grondslag van een bevel van een derde land om gegevens te geven",
        en="Basis of a third country's order to hand over data",
        judge=_PROVIDER,
    )
    order_minimised = flag(
        nl="Alleen het minimum aan gegevens is gegeven", en="Only the minimum of data was given", judge=_PROVIDER
    )
    customer_told = flag(
        nl="De klant is vooraf ingelicht, of het doel is rechtshandhaving en dat verzette zich ertegen",
        en="The customer was told first, or the purpose is law enforcement, which stood in the way",
        judge=_PROVIDER,
    )
