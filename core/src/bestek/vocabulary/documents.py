"""The buyer's documents, and what is arranged for leaving."""

from __future__ import annotations

from ..facts import choices, dated, flag, integer, number
from ..group import Group

_BUYER = ("inkopende organisatie", "buyer")


class Documents(Group, at="documents", nl="De documenten", en="The documents"):
    """Documents of the buyer, each adopted on a day."""

    risk_analysis = dated(nl="Risicoanalyse", en="Risk analysis")
    extraterritorial_analysis = dated(
        nl="Analyse van buitenlandse wetten met werking hier",
        en="Analysis of extraterritorial law",
        help=(
            "De risicoanalyse zegt of buitenlands recht bij de gegevens kan",
            "The risk analysis says whether foreign law reaches the data",
        ),
    )
    mitigation_plan = dated(nl="Plan om schade te beperken", en="Mitigation plan")
    dpia_prescan = dated(nl="Pre-scan DPIA", en="DPIA pre-scan")
    dpia = dated(nl="DPIA", en="DPIA")
    dtia = dated(nl="DTIA", en="DTIA")
    residual_risk_acceptance = dated(nl="Aanvaarding van het restrisico", en="Acceptance of the residual risk")


class Exit(Group, at="exit", nl="Het vertrek", en="The exit"):
    """What is arranged for leaving the supplier or the service."""

    strategy = flag(
        nl="Er staat een exitstrategie in het contract", en="The contract has an exit strategy", can_follow=True
    )
    switching_terms = flag(
        nl="Het contract regelt de overstap naar een andere leverancier",
        en="The contract sets out switching to another supplier",
        can_follow=True,
    )
    plan = dated(nl="Exitplan", en="Exit plan")
    reviewed_on = dated(nl="Laatste beoordeling van het exitplan", en="Last review of the exit plan")
    tested_on = dated(nl="Laatste test van het exitplan", en="Last test of the exit plan")
    covers = choices(
        {
            "planned": ("gepland vertrek", "planned exit"),
            "disruptive": ("plotselinge onderbreking", "disruptive interruption"),
            "transfer": ("overdracht van gegevens", "transfer of data"),
            "destruction": ("vernietiging bij de leverancier", "destruction at the supplier"),
            "recovery": ("herstel van de dienst", "recovery of the service"),
            "bankruptcy": ("faillissement", "bankruptcy"),
            "takeover": ("overname", "takeover"),
        },
        nl="Wat het exitplan regelt",
        en="What the exit plan covers",
        can_follow=True,
    )
    recovery = integer(
        "hours",
        nl="Hersteltijd van de dienst na plotseling verlies",
        en="Time to restore the service after a sudden loss",
        can_follow=True,
    )
    acceptable_recovery = integer("hours", nl="Aanvaardbare hersteltijd", en="Acceptable recovery time", judge=_BUYER)
    transition = integer(
        "months",
        nl="Tijd die een overstap echt kost",
        en="Time that moving really takes",
        help=("Ten hoogste", "At most"),
        judge=_BUYER,
    )
    notice = integer("months", nl="Opzegtermijn", en="Notice period", can_follow=True)
    switching_days = integer("days", nl="Overstapperiode in het contract", en="Switching period", can_follow=True)
    retrieval_days = integer("days", nl="Tijd om gegevens op te halen", en="Retrieval period", can_follow=True)
    switching_charge = number("eur", nl="Overstapkosten", en="Switching charge", can_follow=True)
