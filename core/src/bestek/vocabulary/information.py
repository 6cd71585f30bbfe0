"""The risk, and the information that is at stake."""

from __future__ import annotations

from ..facts import choice, choices, flag, scale
from ..group import Group

_FIVE_LEVELS = {
    "very_low": ("zeer laag", "very low"),
    "low": ("laag", "low"),
    "medium": ("midden", "medium"),
    "high": ("hoog", "high"),
    "very_high": ("zeer hoog", "very high"),
}
_BUYER = ("inkopende organisatie", "buyer")


class Risk(Group, at="risk", nl="Het risico", en="The risk"):
    """What the buyer's own risk analysis says."""

    national_security = flag(
        nl="De opdracht raakt de nationale veiligheid",
        en="The contract touches national security",
        judge=("inkopende organisatie, met een risicoanalyse", "buyer, by risk analysis"),
    )
    buyer_can_mitigate = choice(
        {
            "yes": ("ja, eigen maatregelen zijn genoeg", "yes, own measures suffice"),
            "partly": ("ten dele", "partly"),
            "no": ("nee", "no"),
        },
        nl="De organisatie kan het risico met eigen maatregelen wegnemen",
        en="The buyer can take the risk away with own measures",
        judge=_BUYER,
    )
    state_actor = flag(
        nl="Er is een reële dreiging van een statelijke actor",
        en="There is a real threat by a state actor",
        judge=("inkopende organisatie, met AIVD of MIVD", "buyer, with AIVD or MIVD"),
    )


class Information(Group, at="information", nl="De informatie", en="The information"):
    """What is at stake: the heaviest that is involved counts."""

    classification = scale(
        {
            "public": ("openbaar", "public"),
            "internal": ("intern, niet gerubriceerd", "internal, not classified"),
            "departmental_confidential": ("Departementaal VERTROUWELIJK", "departmental confidential"),
            "confidential": ("Staatsgeheim CONFIDENTIEEL", "state secret: confidential"),
            "secret": ("Staatsgeheim GEHEIM", "state secret: secret"),
            "top_secret": ("Staatsgeheim ZEER GEHEIM", "state secret: top secret"),
        },
        nl="Rubricering",
        en="Classification",
        help=("De zwaarste die voorkomt", "The heaviest involved"),
        judge=("wie de inhoud vaststelt (VIR-BI artikel 4)", "author (VIR-BI article 4)"),
    )
    tbb = scale(
        {
            "none": ("geen TBB", "none"),
            "tbb4": ("TBB 4", "TBB 4"),
            "tbb3": ("TBB 3", "TBB 3"),
            "tbb2": ("TBB 2", "TBB 2"),
            "tbb1": ("TBB 1", "TBB 1"),
        },
        nl="Te Beschermen Belang (TBB)",
        en="Interest to be protected (TBB)",
        help=(
            "Het zwaarste dat voorkomt, zoals vastgesteld; een belang bij beschikbaarheid alleen telt mee. "
            "TBB 1 is het zwaarst. 'none' betekent dat er geen TBB is",
            "The heaviest involved, as determined; an interest in availability alone counts. "
            "TBB 1 is the heaviest. 'none' means that no TBB is involved",
        ),
        judge=("inkopende organisatie, beveiligingsautoriteit (BVA)", "buyer, security authority (BVA)"),
    )
    confidentiality = scale(_FIVE_LEVELS, nl="Vertrouwelijkheid (V)", en="Confidentiality", judge=_BUYER)
    integrity = scale(confidentiality, nl="Integriteit (I)", en="Integrity", judge=_BUYER)
    availability = scale(confidentiality, nl="Beschikbaarheid (B)", en="Availability", judge=_BUYER)
    origin = choices(
        {
            "nl": ("Nederland", "the Netherlands"),
            "nato": ("NAVO", "NATO"),
            "eu": ("Europese Unie", "European Union"),
            "esa": ("ESA", "ESA"),
        },
        nl="Herkomst van de bijzondere informatie",
        en="Origin of the special information",
    )
    personal = flag(nl="Er zijn persoonsgegevens bij", en="Personal data are involved")
    special_categories = flag(
        nl="Er zijn bijzondere persoonsgegevens bij (AVG artikel 9)",
        en="Special categories of personal data are involved (GDPR article 9)",
    )
    large_scale = flag(
        nl="Er zijn op grote schaal persoonsgegevens bij", en="Personal data on a large scale", judge=_BUYER
    )
    high_risk = flag(
        nl="De DPIA wijst op een hoog risico", en="The DPIA says that the risk is high", judge=("DPIA", "DPIA")
    )
    base_registry = choice(
        {
            "none": ("geen basisregistratie", "no base registry"),
            "copy": ("een kopie", "a copy"),
            "source": ("de bron", "the source"),
        },
        nl="Basisregistratie",
        en="Base registry",
    )
