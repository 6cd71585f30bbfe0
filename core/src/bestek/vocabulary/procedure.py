"""The procedure and the contract it leads to."""

from __future__ import annotations

from ..facts import choice, codes, dated, day, flag, integer, number, scale
from ..group import Group
from ..words import launched

PHASES = {
    "preparation": ("voorbereiding", "preparation"),
    "publication": ("aankondiging", "publication"),
    "selection": ("selectie", "selection"),
    "award": ("gunning", "award"),
    "contract": ("contractsluiting", "contract"),
    "performance": ("uitvoering", "performance"),
    "exit": ("beëindiging", "exit"),
}


class Procedure(Group, at="procedure", nl="De procedure", en="The procedure"):
    """The award procedure, or the direct purchase that stands for it."""

    stage = scale(
        PHASES,
        nl="Fase waarin het dossier is",
        en="Phase that the file is in",
        help=(
            "Een dossier in een fase moet voldoen aan de plichten van die fase en van de fasen ervoor",
            "A file in a phase must meet the duties of that phase and of those before it",
        ),
    )
    project_started_on = day(
        nl="Begin van het aanbestedingsproject",
        en="Start of the tender project",
        help=(
            "Zonder deze datum telt de dag waarop de aanbesteding is gestart",
            "Without this date, the day of the launch stands for it",
        ),
        stands_in=launched,
    )
    launched_on = day(
        nl="Start van de aanbesteding",
        en="Launch of the tender",
        help=(
            "De dag waarop de aankondiging is verzonden; zonder aankondiging het eerste contact met de markt. "
            "Deze dag bepaalt het recht en de drempels",
            "The day the notice was sent; without a notice the first approach to the market. It fixes the law and the thresholds",
        ),
        can_follow=True,
    )
    published_on = day(nl="Dag van de publicatie", en="Day of publication", can_follow=True)
    awarded_on = day(
        nl="Dag van de gunningsbeslissing",
        en="Day of the award decision",
        help=("De dag waarop de beslissing aan de inschrijvers is gestuurd", "The day it was sent to the tenderers"),
        can_follow=True,
    )
    type = choice(
        {
            "open": ("openbare procedure", "open procedure"),
            "restricted": ("niet-openbare procedure", "restricted procedure"),
            "negotiated_with_notice": (
                "onderhandelingsprocedure met aankondiging",
                "negotiated procedure with notice",
            ),
            "competitive_dialogue": ("concurrentiegerichte dialoog", "competitive dialogue"),
            "negotiated_without_notice": (
                "onderhandelingsprocedure zonder aankondiging",
                "negotiated procedure without notice",
            ),
            "innovation_partnership": ("innovatiepartnerschap", "innovation partnership"),
            "light": ("procedure voor sociale en andere specifieke diensten", "light regime"),
            "direct": ("rechtstreekse opdracht", "direct award"),
            "other": ("anders", "other"),
        },
        nl="Soort procedure",
        en="Type of procedure",
    )
    regime = choice(
        {
            "aw2012": ("Aanbestedingswet 2012", "Public Procurement Act 2012 (Aw2012)"),
            "adv": (
                "Aanbestedingswet op defensie- en veiligheidsgebied (ADV)",
                "Public Procurement Act on Defence and Security (ADV)",
            ),
            "exempt": ("uitgezonderd", "exempt"),
        },
        nl="Regime dat de inkopende organisatie noemt",
        en="Regime that the buyer declared",
    )
    object = choice(
        {
            "works": ("werken", "works"),
            "supplies": ("leveringen", "supplies"),
            "services": ("diensten", "services"),
        },
        nl="Voorwerp van de opdracht",
        en="Object of the contract",
    )
    cpv = codes(8, nl="CPV-codes", en="CPV codes", help=("Acht cijfers elk", "Eight digits each"))
    value = number(
        "eur",
        nl="Geraamde waarde",
        en="Estimated value",
        help=(
            "Zonder btw, met opties en verlengingen; van een raamovereenkomst alle geplande opdrachten samen",
            "Excl. VAT, incl. options and extensions; of a framework, of all contracts planned under it",
        ),
    )
    requirements_added_after_launch = flag(
        nl="Tijdens de procedure zijn eisen toegevoegd",
        en="Requirements were added during the procedure",
        help=("Meer dan een verduidelijking", "Beyond clarification"),
    )
    nationality_bar = flag(
        nl="De stukken weren leveranciers alleen om hun nationaliteit of die van hun eigenaren",
        en="The documents bar suppliers for their nationality or their owners' alone",
    )


class Contract(Group, at="contract", nl="Het contract", en="The contract"):
    """The contract that this file is about, or one lot of it."""

    signed_on = dated(nl="Ondertekening van het contract", en="Signature of the contract")
    starts_on = day(nl="Begin van het contract", en="Start of the contract")
    ends_on = day(
        nl="Einde van het contract",
        en="End of the contract",
        help=("Zonder verlengingen die niet gebruikt zijn", "Without unused extensions"),
    )
    duration = integer(
        "months",
        nl="Looptijd",
        en="Duration",
        help=("De langste looptijd, met verlengingen", "The longest term, with extensions"),
    )
    indefinite = flag(nl="Het contract geldt voor onbepaalde tijd", en="The contract has no fixed term")
    framework = flag(nl="Het contract is een raamovereenkomst", en="The contract is a framework agreement")
