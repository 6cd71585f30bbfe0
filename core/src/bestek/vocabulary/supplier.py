"""The suppliers: who they are, who controls them, what changes, and who works for them."""

from __future__ import annotations

from ..facts import choice, choices, countries, country, dated, day, flag, many, number, one, text
from ..group import Group
from ..shared import OFFENSIVE_CYBER_COUNTRIES
from .service import Service

_BUYER = ("inkopende organisatie", "buyer")


class Controller(
    Group,
    at="suppliers[].controllers[]",
    nl="Een partij met zeggenschap of invloed",
    en="A party with control or influence",
):
    """A party with control or significant influence over the supplier, at any depth."""

    name = text(nl="Naam van de partij", en="Name of the party")
    country = country(nl="Land van de partij", en="Country of the party")
    share = number("percent", maximum=100, nl="Aandeel in het kapitaal", en="Share of the capital")
    votes = number("percent", maximum=100, nl="Aandeel in de stemmen", en="Share of the votes")
    kind = choice(
        {
            "person": ("persoon", "person"),
            "entity": ("organisatie", "entity"),
            "state": ("staat", "state"),
        },
        nl="Soort partij",
        en="Kind of party",
    )
    control = flag(
        nl="Heeft beslissende invloed, in recht of in feite",
        en="Has decisive influence, in law or in fact",
        judge=_BUYER,
    )
    interests = choices(
        {
            "shareholding": ("aandelen", "shareholding"),
            "voting_rights": ("stemrechten", "voting rights"),
            "appointment_of_board": ("benoeming van het bestuur", "appointment of the board"),
            "company_rules": ("statuten", "company rules"),
            "contract": ("contract", "contract"),
            "law": ("wet", "law"),
            "financing": ("financiering", "financing"),
            "other": ("anders", "other"),
            "unknown": ("onbekend", "unknown"),
        },
        nl="Vormen van invloed",
        en="Interests",
    )


class ControlChange(
    Group, at="suppliers[].control_change", nl="De wijziging die nu speelt", en="The change now at hand"
):
    """A change in ownership, control or position of the supplier that is now at hand."""

    events = choices(
        {
            "ownership": ("eigendom", "ownership"),
            "control": ("zeggenschap", "control"),
            "directors": ("bestuurders", "directors"),
            "structure": ("structuur van het bedrijf", "structure"),
            "shareholding": ("aandeelhouders", "shareholding"),
            "refinancing": ("herfinanciering", "refinancing"),
            "demerger": ("splitsing", "demerger"),
            "cooperation": ("strategische samenwerking", "strategic cooperation"),
            "foreign_cooperation": (
                "samenwerking met een buitenlands bedrijf of een buitenlandse overheid",
                "cooperation with a foreign company or government",
            ),
            "outsourcing": ("uitbesteding", "outsourcing"),
            "merger": ("fusie", "merger"),
            "significant_influence": ("significante invloed", "significant influence"),
            "takeover_threat": ("dreigende overname", "threatened takeover"),
            "nonbinding_offer": ("niet-bindend bod", "non-binding offer"),
            "closure": ("sluiting", "closure"),
            "suspension_of_payment": ("surseance van betaling", "suspension of payment"),
            "bankruptcy": ("faillissement", "bankruptcy"),
            "activity_or_location": ("activiteiten of locatie", "activity or location"),
        },
        nl="Wat er verandert",
        en="What changes",
    )
    known_on = day(nl="Dag waarop de wijziging bekend werd", en="Day on which the change became known", can_follow=True)
    closed_on = dated(nl="Afronding van de wijziging", en="Closing of the change")
    acquirer_country = country(nl="Land van de koper", en="Country of the acquirer")


class Subcontractor(
    Group,
    at="suppliers[].subcontractors[]",
    nl="Een onderaannemer",
    en="A subcontractor",
    open_to_plugins=True,
):
    """A party in the chain behind the supplier; the chain is written flat."""

    name = text(nl="Naam van de onderaannemer", en="Name of the subcontractor")
    country = country(nl="Land van vestiging van de onderaannemer", en="Country of establishment of the subcontractor")
    control_countries = countries(
        nl="Landen die zeggenschap hebben over de onderaannemer", en="Countries in control of the subcontractor"
    )


class Supplier(Group, at="suppliers[]", nl="Een leverancier", en="A supplier", open_to_plugins=True):
    """A tenderer, winner or contractor; in a rule, the supplier that is being vetted."""

    name = text(nl="Naam van de leverancier", en="Name of the supplier")
    id = text(
        nl="Nummer van de leverancier", en="Number of the supplier", help=("LEI of KvK-nummer", "LEI or KvK number")
    )
    role = choice(
        {
            "candidate": ("gegadigde", "candidate"),
            "tenderer": ("inschrijver", "tenderer"),
            "winner": ("winnaar", "winner"),
            "contractor": ("opdrachtnemer", "contractor"),
            "incumbent": ("huidige opdrachtnemer, die wordt opgevolgd", "incumbent, to be replaced"),
        },
        nl="Rol van de leverancier",
        en="Role of the supplier",
    )
    country = country(nl="Land van vestiging", en="Country of establishment")
    controllers = many(Controller, nl="Partijen met zeggenschap of invloed", en="Parties with control or influence")
    controllers_complete = flag(
        nl="De lijst van partijen met zeggenschap is volledig", en="The list of controlling parties is complete"
    )
    subcontractors_complete = flag(
        nl="De lijst van onderaannemers is volledig", en="The list of subcontractors is complete"
    )
    control_countries = countries(
        nl="Landen van de partijen met zeggenschap",
        en="Countries of the parties in control",
        help=(
            "Het eigen land waar niemand zeggenschap heeft; zonder opgave afgeleid uit controllers",
            "The supplier's own where nobody is; where not given, derived from controllers",
        ),
    )
    presence_countries = countries(
        nl="Andere landen waarvan het recht de leverancier kan raken",
        en="Other countries whose law may reach the supplier",
        help=(
            "Door een vestiging, dochter, beursnotering of grote omzet",
            "By a branch, subsidiary, listing or substantial sales",
        ),
    )
    offensive_cyber_country = flag(
        nl="Heeft een band met een land met een offensief cyberprogramma",
        en="Is linked to a country with an offensive cyber programme",
        help=(
            "Door zetel, verbondenheid, beheer of herkomst. Waar dit is ingevuld, gaat het voor de lijst",
            "By seat, affiliation, administration or origin. Where given, it goes before the list",
        ),
        judge=(
            "inkopende organisatie, met een lijst die een mens bijhoudt",
            "buyer, with a dated list kept by a person",
        ),
    )
    certificates = choices(
        {
            "iso27001": ("ISO 27001", "ISO 27001"),
            "iso27017": ("ISO 27017", "ISO 27017"),
            "iso27018": ("ISO 27018", "ISO 27018"),
            "soc2_type2": ("SOC 2 type 2", "SOC 2 type 2"),
            "csa_ccm": ("CSA CCM", "CSA CCM"),
        },
        nl="Certificaten",
        en="Certificates",
        can_follow=True,
    )
    security_declaration = choice(
        {
            "none": ("geen", "none"),
            "issued": ("afgegeven", "issued"),
            "refused": ("geweigerd", "refused"),
            "suspended": ("geschorst", "suspended"),
            "withdrawn": ("ingetrokken", "withdrawn"),
        },
        nl="Verklaring van de veiligheidsautoriteit voor deze opdracht (ABRO of ABDO)",
        en="Declaration of the security authority for this contract (ABRO or ABDO)",
        judge=("NBIV", "NBIV"),
        can_follow=True,
    )
    control_change = one(ControlChange)
    subcontractors = many(Subcontractor, nl="Onderaannemers", en="Subcontractors")


# Where the answer is not given, the list that a person keeps stands in for it.
Supplier.facts["offensive_cyber_country"].stands_in = (
    Supplier.country.is_in(OFFENSIVE_CYBER_COUNTRIES)
    | Supplier.control_countries.intersects(OFFENSIVE_CYBER_COUNTRIES)
    | Service.administration_countries.intersects(OFFENSIVE_CYBER_COUNTRIES)
)
