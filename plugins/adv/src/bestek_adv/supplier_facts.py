"""The facts about one supplier: `[suppliers.adv]`. Of a takeover only the outcome of a screening is a fact."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, dated, flag, number

from .facts import BUYER, LAWYER


class SupplierAdv(Group, at="suppliers[].adv", nl="ADV, leverancier", en="ADV, supplier"):
    """What is asked about one supplier."""

    excluded_for = choices(
        {
            "third_country": ("vestiging buiten de EU", "establishment outside the EU"),
            "ownership": ("eigendom of zeggenschap", "ownership or control"),
            "conviction": ("veroordeling", "conviction"),
            "insolvency": ("insolventie", "insolvency"),
            "professional_fault": ("fout in het beroep", "professional fault"),
            "tax": ("belasting of premies", "tax or social security"),
            "false_statement": ("valse verklaring", "false statement"),
            "security_reliability": ("betrouwbaarheid voor de veiligheid", "reliability for security"),
        },
        nl="Gronden waarop de leverancier is uitgesloten",
        en="Grounds on which the supplier was excluded",
        help=("[] als hij niet is uitgesloten", "[] where it was not excluded"),
        can_follow=True,
        judge=BUYER,
    )
    treaty_covers = flag(
        nl="Een verdrag of besluit dat Nederland bindt geeft deze leverancier toegang",
        en="A treaty or decision that binds the Netherlands gives this supplier access",
        judge=LAWYER,
    )
    treaty_checked = dated(
        nl="Onderzoek of een verdrag de leverancier toegang geeft",
        en="Check whether a treaty gives the supplier access",
        judge=BUYER,
    )
    reliable = flag(
        nl="De leverancier is betrouwbaar genoeg om risico's voor de nationale veiligheid uit te sluiten",
        en="The supplier is reliable enough to exclude risks to national security",
        judge=LAWYER,
    )
    exclusion_waived = flag(
        nl="Van uitsluiting is met redenen afgezien",
        en="Exclusion was waived with reasons",
        judge=LAWYER,
        can_follow=True,
    )
    convicted_on = dated(
        nl="Onherroepelijke veroordeling",
        en="Final conviction",
        help=(
            "Voor deelname aan een criminele organisatie, omkoping, fraude, terrorisme of witwassen",
            "For participation in a criminal organisation, corruption, fraud, terrorism or money laundering",
        ),
        can_follow=False,
    )
    fault_on = dated(
        nl="Ernstige fout in het beroep, of vonnis over beroepsgedrag",
        en="Serious professional fault, or judgment on professional conduct",
        can_follow=False,
    )
    insolvent = flag(
        nl="Faillissement, vereffening of surseance", en="Bankruptcy, liquidation or suspension of payments"
    )
    taxes_unpaid = flag(nl="Belasting of sociale premies niet betaald", en="Tax or social security was not paid")
    false_statement = flag(
        nl="Ernstig valse verklaringen of achtergehouden informatie",
        en="Serious false statements or withheld information",
        judge=BUYER,
    )
    self_declaration = dated(nl="Eigen verklaring", en="Self-declaration")
    conduct_certificate = dated(
        nl="Gedragsverklaring aanbesteden (GVA)",
        en="Certificate of conduct (GVA)",
        help=("false als die niet is gevraagd", "false where it was not asked"),
    )
    register_proof = dated(
        nl="Bewijs uit het register of van de Belastingdienst",
        en="Proof of register or tax",
        help=("false als dat niet is gevraagd", "false where it was not asked"),
    )
    foreign_proof_refused = flag(
        nl="Gelijkwaardig bewijs uit een ander EU- of EER-land is geweigerd",
        en="Equivalent proof from another EU or EEA state was refused",
        judge=BUYER,
    )
    low_tender = flag(nl="De inschrijving lijkt abnormaal laag", en="The tender seems abnormally low", judge=BUYER)
    asked_to_explain = flag(
        nl="De leverancier is gevraagd de lage prijs uit te leggen",
        en="The supplier was asked to explain the low price",
        can_follow=True,
        judge=BUYER,
    )
    state_aid = flag(nl="De prijs is laag door staatssteun", en="The price is low because of state aid", judge=LAWYER)
    aid_lawful = flag(
        nl="De leverancier bewees op tijd dat de steun rechtmatig is",
        en="The supplier proved in time that the aid is lawful",
        judge=LAWYER,
    )
    third_country_goods = number(
        "percent",
        maximum=100,
        nl="Goederen uit landen zonder verdrag",
        en="Goods from countries without an agreement",
        help=("Software voor telecomnetwerken telt als goed", "Software for telecom networks counts as goods"),
    )
    price_gap = number(
        "percent",
        nl="Verschil in prijs met de goedkoopste andere inschrijving",
        en="Difference in price with the cheapest other tender",
        judge=BUYER,
    )

    # Takeover

    target = choices(
        {
            "vital_provider": ("vitale aanbieder", "vital provider"),
            "campus_manager": ("beheerder van een bedrijfscampus", "campus manager"),
            "sensitive_technology": ("gevoelige technologie", "sensitive technology"),
            "telecom": ("telecompartij", "telecom party"),
        },
        nl="Soort onderneming die wordt overgenomen",
        en="Kind of company that is taken over",
    )
    votes_acquired = number("percent", maximum=100, nl="Stemmen die de koper krijgt", en="Votes that the acquirer gets")
    relevant_influence = flag(
        nl="De telecompartij heeft relevante invloed",
        en="The telecom party has relevant influence",
        help=(
            "Meer dan 100.000 eindgebruikers, een internetknooppunt met meer dan 300 autonome systemen, of hosting, "
            "datacenters, vertrouwensdiensten of diensten aan veiligheidsdiensten boven een grens die niet is "
            "gelezen",
            "Over 100,000 end users, an internet exchange with over 300 autonomous systems, or hosting, data centres, "
            "trust services or services to security agencies above a limit that was not read",
        ),
        judge=LAWYER,
    )
    takeover_kind = choice(
        {
            "share": ("aandelen", "share deal"),
            "asset": ("activa", "asset deal"),
            "merger": ("fusie", "merger"),
        },
        nl="Vorm van de overname",
        en="Form of the takeover",
    )
    screening_notified = dated(nl="Melding van de overname bij het BTI", en="Takeover notified to the BTI")
    screening = choice(
        {
            "none": ("geen", "none"),
            "pending": ("loopt", "pending"),
            "cleared": ("geen bezwaar", "cleared"),
            "conditions": ("met voorwaarden", "with conditions"),
            "prohibited": ("verboden", "prohibited"),
        },
        nl="Uitkomst van de toets door de minister",
        en="Outcome of the minister's screening",
        help=(
            "Alleen de uitkomst: de stukken van BTI en TFEV zijn vertrouwelijk",
            "Only the outcome: the files of BTI and TFEV are confidential",
        ),
        can_follow=True,
    )


supplier_adv = SupplierAdv
