"""The buyer: who it is, and which laws see it as what."""

from __future__ import annotations

from ..facts import choice, flag, text
from ..group import Group


class Buyer(Group, at="buyer", nl="De inkopende organisatie", en="The buyer"):
    """The contracting authority (aanbestedende dienst)."""

    name = text(nl="Naam van de inkopende organisatie", en="Name of the buyer")
    id = text(
        nl="Nummer van de inkopende organisatie",
        en="Number of the buyer",
        help=("OIN, TOOI-adres of KvK-nummer", "OIN, TOOI URI or KvK number"),
    )
    kind = choice(
        {
            "department": ("kerndepartement", "core department"),
            "department_service": ("dienst van een departement", "service of a department"),
            "agency": ("agentschap", "agency"),
            "police": ("politie", "police"),
            "defence": ("Defensie", "Defence"),
            "zbo": ("zelfstandig bestuursorgaan", "independent administrative body (zbo)"),
            "high_council": ("Hoog College van Staat", "High Council of State"),
            "province": ("provincie", "province"),
            "municipality": ("gemeente", "municipality"),
            "water_board": ("waterschap", "water board"),
            "state_owned_company": ("staatsdeelneming", "state-owned company"),
            "public_law_body": ("publiekrechtelijke instelling", "body governed by public law"),
            "foundation": ("stichting", "foundation"),
            "union_entity": ("instelling van de Europese Unie", "Union entity"),
            "foreign_authority": ("overheid van een ander land", "public body of another state"),
            "private": ("privaat bedrijf", "private company"),
            "other": ("anders", "other"),
        },
        nl="Soort organisatie",
        en="Kind of body",
        help=(
            "Vitaal, kritiek en speciale sector zijn geen soorten; daarvoor zijn eigen vragen",
            "Vital, critical and special-sector are no kinds; they have their own questions",
        ),
    )
    contracting_authority = flag(
        nl="Is een aanbestedende dienst",
        en="Is a contracting authority in law",
        help=(
            "Alleen nodig waar de soort het openlaat: staatsdeelneming, stichting, privaat of anders",
            "Asked only where the kind leaves it open: state-owned company, foundation, private or other",
        ),
        judge=("jurist van de inkopende organisatie", "buyer's lawyer"),
    )
    special_sector = flag(nl="Is een speciale-sectorbedrijf", en="Is a special-sector company")
    vital_provider = flag(nl="Is een vitale aanbieder", en="Is a vital provider")
    critical_entity = flag(
        nl="Is aangewezen als kritieke entiteit (Wwke)", en="Is designated as a critical entity (Wwke)"
    )
    cbw_entity = choice(
        {
            "essential": ("essentiële entiteit", "essential entity"),
            "important": ("belangrijke entiteit", "important entity"),
            "none": ("geen van beide", "neither"),
        },
        nl="Soort entiteit onder de Cyberbeveiligingswet (Cbw)",
        en="Kind of entity under the Cyberbeveiligingswet (Cbw)",
    )
    security_task = flag(
        nl="Werkt vooral aan nationale of openbare veiligheid, defensie of rechtshandhaving",
        en="Is mainly active in national or public security, defence or law enforcement",
    )
