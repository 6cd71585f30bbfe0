"""The facts that the cloud policy needs beside the core's: the table `[cloudpolicy]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choices, dated, flag, integer

_BUYER = ("inkopende organisatie", "buyer")


class CloudPolicy(Group, at="cloudpolicy", nl="Cloudbeleid", en="Cloud policy"):
    """What the cloud policy asks about the use of the cloud."""

    adopted = flag(
        nl="Het cloudbeleid wordt gevolgd door een eigen besluit",
        en="The cloud policy is followed by own decision",
        help=(
            "Door een organisatie waarvoor het beleid niet bindend is",
            "By a body that the policy does not bind",
        ),
    )
    minister_decision = dated(
        nl="Besluit van de minister over publieke cloud", en="The minister's decision on public cloud"
    )
    digital_minister_agreement = dated(
        nl="Overeenstemming met de bewindspersoon voor digitalisering",
        en="Agreement of the minister or state secretary for digitalisation",
    )
    continuity_finding = dated(
        nl="Onafhankelijke vaststelling dat de continuïteit anders in gevaar is",
        en="Independent finding that continuity is otherwise at risk",
    )
    organisation_policy = dated(nl="Eigen cloudbeleid van het departement", en="The department's own cloud policy")
    ciso_rijk_notice = dated(nl="Melding aan CISO Rijk", en="Notice to CISO Rijk")
    ciso_review = dated(
        nl="Beoordeling door de CISO op de criteria van C2000", en="The CISO's review on the C2000 criteria"
    )
    register_entry = dated(nl="Inschrijving in het register van materieel cloudgebruik", en="Entry in the register")
    annual_report = dated(nl="Laatste jaarlijkse rapportage aan CIO Rijk", en="Last yearly report to CIO Rijk")
    decision_published = dated(
        nl="Openbaarmaking van de besluiten (Woo)", en="Publication of the decisions (Open Government Act)"
    )
    deviates = flag(
        nl="Er wordt afgeweken van het cloudbeleid", en="The use deviates from the cloud policy", judge=_BUYER
    )
    deviation_reported = dated(nl="Melding van de afwijking aan CIO Rijk", en="Report of the deviation to CIO Rijk")
    aivd_mivd_advice = dated(nl="Advies van AIVD of MIVD", en="Advice of AIVD or MIVD")
    abro_assessed = dated(nl="Beoordeling of ABRO nodig is", en="Assessment whether ABRO is needed")
    adequacy_scope_checked = dated(
        nl="Vastgesteld dat de ontvanger onder het adequaatheidsbesluit valt",
        en="Found that the recipient is within the scope of the adequacy decision",
        help=(
            "Nodig voor Canada (PIPEDA), Japan (APPI), Korea (PIPA) en de VS (lijst van het Data Privacy Framework): daar "
            "geldt het besluit niet voor iedereen. De dag is die van de laatste controle",
            "Needed for Canada (PIPEDA), Japan (APPI), Korea (PIPA) and the US (Data Privacy Framework list): there the "
            "decision does not cover everyone. The day is that of the last check",
        ),
    )
    base_registry_exception = flag(
        nl="De gronden voor publieke cloud bij een basisregistratie zijn vastgelegd",
        en="The grounds for public cloud for a base registry are recorded",
        judge=_BUYER,
    )
    registry_only_in_cloud = flag(
        nl="De gegevens van de basisregistratie staan alleen in de publieke cloud",
        en="The base registry's data are in the public cloud only",
    )
    key_holder_under_us_law = flag(
        nl="De beheerder van de sleutels valt onder de CLOUD Act", en="The key holder is under the CLOUD Act"
    )
    personal_categories = integer(
        "", nl="Aantal categorieën persoonsgegevens", en="Number of categories of personal data"
    )
    risk_analysis_covers = choices(
        {
            "supplier": ("de leverancier", "the supplier"),
            "subcontractors": ("de onderaannemers", "the subcontractors"),
            "cloud_type": ("de soort cloud", "the type of cloud"),
            "region": ("de regio van opslag en verwerking", "the region of storage and processing"),
            "supplier_role": (
                "de rol van de leverancier in beveiliging en continuïteit",
                "the supplier's role in security and continuity",
            ),
            "control_and_audit": ("toezicht en audit", "control and audit"),
            "foreign_interference": ("inmenging door buitenlandse overheden", "interference by foreign governments"),
            "dependency": ("misbruik van afhankelijkheid", "abuse of dependency"),
        },
        nl="Wat de risicoanalyse behandelt",
        en="What the risk analysis covers",
        can_follow=True,
    )


cloudpolicy = CloudPolicy
