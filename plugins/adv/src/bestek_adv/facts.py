"""The facts that the ADV and its neighbours need beside the core's: `[adv]` and `[suppliers.adv]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, countries, dated, day, flag, integer, number

_BUYER = ("inkopende organisatie", "buyer")
_LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")
_SECURITY = ("beveiligingsautoriteit (BVA)", "security authority (BVA)")


class Adv(Group, at="adv", nl="ADV en andere regimes", en="ADV and other regimes"):
    """What the choice and the working of the regime ask about the contract itself."""

    # The object of the contract

    classified_link = choice(
        {
            "none": ("geen", "none"),
            "relates_to": ("heeft er betrekking op", "relates to it"),
            "requires": ("heeft het nodig", "requires it"),
            "contains": ("bevat het", "contains it"),
        },
        nl="Band van de opdracht met gerubriceerde gegevens",
        en="Link of the contract with classified information",
        help=(
            "Gerubriceerd: er is een niveau toegekend, de nationale veiligheid vraagt bescherming, en dat rust op een "
            "wet, bindende aanwijzing of besluit (ADV 1.1)",
            "Classified: a level was assigned, national security needs protection, and it rests on law, binding "
            "instruction or decision (ADV 1.1)",
        ),
        judge=_SECURITY,
    )
    military = flag(
        nl="De opdracht is voor militaire doelen bestemd",
        en="The contract is for military purposes",
        help=(
            "Materieel: speciaal ontworpen of aangepast voor militaire doelen en bedoeld als wapen, munitie of "
            "oorlogsmaterieel",
            "Equipment: specifically designed or adapted for military purposes and meant as weapon, munition or war "
            "material",
        ),
        judge=_LAWYER,
    )
    security_purpose = flag(
        nl="De opdracht is bestemd voor veiligheidsdoelen", en="The contract has a security purpose", judge=_LAWYER
    )
    linked_to_sensitive = flag(
        nl="De opdracht houdt rechtstreeks verband met militair of gevoelig materiaal",
        en="The contract is directly linked to military or sensitive equipment",
        help=("In welke fase van de levenscyclus ook", "In any phase of its life cycle"),
        judge=_LAWYER,
    )
    mixed_with = choices(
        {
            "aw2012": ("deel onder de Aanbestedingswet 2012", "part under the Aw2012"),
            "art_346": ("deel onder artikel 346 VWEU", "part under article 346 TFEU"),
            "outside": ("deel buiten beide wetten", "part outside both acts"),
        },
        nl="Andere delen in dezelfde opdracht",
        en="Other parts in the same contract",
        help=("[] als de opdracht niet gemengd is", "[] where the contract is not mixed"),
        judge=_BUYER,
    )
    single_award_justified = flag(
        nl="Er zijn objectieve redenen voor één opdracht",
        en="There are objective reasons for a single award",
        judge=_LAWYER,
    )
    separable = flag(nl="De delen zijn objectief te scheiden", en="The parts are objectively separable", judge=_LAWYER)
    avoidance_intent = flag(
        nl="De keuze is gemaakt om aan een aanbestedingswet te ontkomen",
        en="The choice was made to escape a procurement act",
        judge=_LAWYER,
    )

    # Exemptions

    exemptions = choices(
        {
            "art_346": ("artikel 346 VWEU", "article 346 TFEU"),
            "disclosure": ("informatie prijsgeven schaadt de veiligheid", "disclosure harms security"),
            "intelligence": ("inlichtingenactiviteiten", "intelligence activities"),
            "joint_research": ("gezamenlijk onderzoeksprogramma", "joint research programme"),
            "deployed_forces": ("inzet van troepen buiten de EU", "forces deployed outside the EU"),
            "international_rules": ("internationale procedureregels", "international procedural rules"),
            "government_to_government": ("opdracht tussen staten", "government-to-government award"),
            "service_type": ("uitgezonderde soort dienst", "excluded type of service"),
            "in_house": ("inbesteding", "in-house award"),
            "secret": ("geheim verklaard", "declared secret"),
            "special_security": ("bijzondere veiligheidsmaatregelen", "special security measures"),
            "essential_interest": ("wezenlijke veiligheidsbelangen", "essential security interests"),
        },
        nl="Uitzonderingen die worden ingeroepen",
        en="Exemptions that are invoked",
        help=("[] als er geen wordt ingeroepen", "[] where none is invoked"),
        judge=_BUYER,
    )
    exemption_proven = flag(
        nl="Voor deze opdracht is bewezen dat de uitzondering nodig is",
        en="It is proven for this contract that the exemption is needed",
        judge=_LAWYER,
        can_follow=True,
    )
    less_intrusive_possible = flag(
        nl="Een minder ingrijpende maatregel is genoeg", en="A less intrusive measure suffices", judge=_LAWYER
    )

    # Value and threshold

    value_complete = flag(
        nl="De geraamde waarde is volledig",
        en="The estimated value is complete",
        help=(
            "Bij verzending van de aankondiging; met opties, verlengingen en alle percelen",
            "At the dispatch of the notice; with options, extensions and all lots",
        ),
        judge=_LAWYER,
    )
    central_authority = flag(
        nl="Telt als centrale overheid voor de drempel",
        en="Counts as central government for the threshold",
        help=(
            "Alleen nodig waar de soort organisatie het openlaat, zoals politie en zbo",
            "Asked only where the kind of body leaves it open, such as police and zbo",
        ),
        judge=_LAWYER,
    )
    annex_3_goods = flag(
        nl="De goederen staan in bijlage III van Richtlijn 2014/24",
        en="The goods are in Annex III of Directive 2014/24",
        help=("Alleen bij leveringen aan Defensie", "Only for supplies to Defence"),
        judge=_LAWYER,
    )
    social_services = flag(
        nl="Het zijn sociale of andere specifieke diensten",
        en="These are social or other specific services",
        judge=_LAWYER,
    )
    monthly_value = number(
        "eur",
        nl="Geraamde waarde per maand",
        en="Estimated value per month",
        help=("Van diensten zonder totaalprijs; anders 0", "Of services without a total price; else 0"),
    )
    lot_value = number("eur", nl="Waarde van dit perceel", en="Value of this lot")
    small_lots_value = number("eur", nl="Waarde van alle kleine percelen samen", en="Value of all small lots together")
    subcontract_value = number(
        "eur", nl="Waarde van de opdracht in onderaanneming", en="Value of the subcontract", can_follow=True
    )

    # Procedure and periods

    annex = choice(
        {
            "annex_1": ("bijlage I", "Annex I"),
            "annex_2": ("bijlage II", "Annex II"),
            "mixed": ("beide", "both"),
        },
        nl="Bijlage van Richtlijn 2009/81 waarin de diensten staan",
        en="Annex of Directive 2009/81 that the services are in",
        judge=_LAWYER,
    )
    annex_2_larger = flag(
        nl="De diensten van bijlage II zijn ten minste evenveel waard als die van bijlage I",
        en="The Annex II services are worth at least as much as those of Annex I",
        judge=_LAWYER,
    )
    complex = flag(
        nl="De opdracht is bijzonder complex en de gewone procedures voldoen niet",
        en="The contract is particularly complex and the ordinary procedures do not do",
        judge=_LAWYER,
    )
    cross_border = flag(
        nl="Er is een duidelijk grensoverschrijdend belang",
        en="There is a clear cross-border interest",
        judge=_LAWYER,
    )
    no_notice_ground = choice(
        {
            "none": ("geen", "none"),
            "no_tenders": ("geen of onregelmatige inschrijvingen", "no or irregular tenders"),
            "technical": ("technische redenen of uitsluitende rechten", "technical reasons or exclusive rights"),
            "urgency": ("onvoorziene dwingende spoed", "unforeseeable extreme urgency"),
            "crisis": ("spoed door een crisis", "crisis urgency"),
            "research": ("onderzoek en ontwikkeling", "research and development"),
            "additional_supplies": ("aanvullende leveringen", "additional supplies"),
            "commodity": ("grondstoffenmarkt of opheffingsverkoop", "commodity or closing-down purchase"),
            "additional_works": ("aanvullende werken of diensten", "additional works or services"),
            "repeat": ("herhaling", "repeat"),
            "deployed_transport": ("vervoer voor ingezette troepen", "transport for deployed forces"),
        },
        nl="Grond om zonder aankondiging te onderhandelen",
        en="Ground to negotiate without a notice",
        judge=_LAWYER,
    )
    additional_percent = number(
        "percent",
        nl="Aanvullende werken of diensten, als deel van de eerste opdracht",
        en="Additional works or services, as a share of the first contract",
    )
    original_award_on = day(nl="Gunning van de eerste opdracht", en="Award of the first contract")
    prior_notice = flag(nl="Er is een vooraankondiging gedaan", en="A prior notice was sent")
    electronic_access = flag(
        nl="De stukken zijn volledig elektronisch toegankelijk", en="The documents are fully accessible electronically"
    )
    electronic_notice = flag(nl="De aankondiging is elektronisch verzonden", en="The notice was sent electronically")
    urgent = flag(nl="De termijnen zijn verkort door spoed", en="The periods are shortened for urgency")
    documents_late = flag(
        nl="Stukken kwamen te laat, of een bezoek ter plaatse is nodig",
        en="Documents came late, or a site visit is needed",
    )
    period_extended = flag(
        nl="De inschrijvingstermijn is verlengd", en="The period for tenders was extended", can_follow=True
    )
    request_days = integer(
        "days", nl="Termijn voor verzoeken tot deelneming", en="Period for requests to participate", can_follow=True
    )
    tender_days = integer("days", nl="Termijn voor inschrijvingen", en="Period for tenders", can_follow=True)
    candidates_invited = integer("", nl="Uitgenodigde gegadigden", en="Candidates invited", can_follow=True)
    fewer_suitable = flag(
        nl="Er waren minder geschikte gegadigden", en="There were fewer suitable candidates", can_follow=True
    )
    tenders_received = integer("", nl="Ontvangen inschrijvingen", en="Tenders received", can_follow=True)
    call_off = flag(
        nl="De opdracht wordt onder een raamovereenkomst geplaatst",
        en="The contract is called off under a framework agreement",
    )
    interim_relief = flag(
        nl="Er loopt een kort geding tegen de gunning", en="An interim-relief claim against the award is pending"
    )
    reasons_days = integer(
        "days",
        nl="Tijd tot de redenen van een afwijzing zijn gegeven",
        en="Time until the reasons for a rejection were given",
        help=("0 als niemand erom vroeg", "0 where nobody asked"),
        can_follow=True,
    )
    award_notice = dated(nl="Aankondiging van de gunning", en="Award notice")
    award_report = dated(nl="Proces-verbaal van de gunning", en="Award report")

    # Documents

    documents_state = choices(
        {
            "security_measures": ("beveiligingsmaatregelen", "security measures"),
            "supply_security": ("bevoorradingszekerheid", "security of supply"),
            "subcontracting": ("eisen aan onderaanneming", "subcontracting demands"),
            "selection_rules": ("regels voor de selectie", "selection rules"),
            "candidate_number": ("aantal gegadigden", "number of candidates"),
            "criteria": ("gunningscriteria", "award criteria"),
            "weights": ("gewicht van de criteria", "weights of the criteria"),
            "evidence": ("bewijsstukken", "evidence asked"),
            "clearance_time": ("extra tijd voor een veiligheidsmachtiging", "extra time for a clearance"),
            "admitted_countries": ("welke landen mee mogen doen", "which countries may take part"),
            "gids_reasons": ("redenen om van de Gids af te wijken", "reasons to depart from the Gids"),
        },
        nl="Wat er in de stukken of de aankondiging staat",
        en="What the documents or the notice state",
        can_follow=True,
    )
    demands = choices(
        {
            "secrecy": ("geheimhouding", "secrecy"),
            "capability": ("gegevens over de onderaannemers", "data on the subcontractors' capability"),
            "clearance": ("veiligheidsmachtiging", "security clearance"),
            "export_ability": ("uitvoer en overdracht", "export and transfer ability"),
            "chain_location": ("plaats van de keten", "location of the chain"),
            "crisis_capacity": ("capaciteit in een crisis", "crisis capacity"),
            "maintenance": ("onderhoud en modernisering", "maintenance and modernisation"),
            "change_report": ("melding van wijzigingen", "report of changes"),
            "continuity_means": (
                "middelen om zonder de leverancier door te gaan",
                "means to continue without the supplier",
            ),
            "export_promise": ("belofte van een staat over uitvoer", "a state's promise on exports"),
            "subcontractor_names": ("namen van onderaannemers", "names of subcontractors"),
        },
        nl="Wat van de inschrijver wordt geëist",
        en="What is demanded of the tenderer",
        can_follow=True,
    )
    admitted_countries = countries(
        nl="Landen waarvan bedrijven mee mogen doen", en="Countries whose companies may take part", can_follow=True
    )
    noncovered = choice(
        {
            "admit": ("toelaten", "admit"),
            "differ": ("toelaten en anders behandelen", "admit and treat differently"),
            "refuse": ("weigeren", "refuse"),
        },
        nl="Keuze over bedrijven uit landen zonder verdrag",
        en="Choice on companies from countries without an agreement",
        can_follow=True,
    )
    award_basis = choice(
        {
            "best_value": ("economisch meest voordelige inschrijving", "most economically advantageous tender"),
            "lowest_price": ("laagste prijs", "lowest price"),
        },
        nl="Grondslag van de gunning",
        en="Basis of the award",
        can_follow=True,
    )
    criteria_change = choice(
        {
            "none": ("geen", "none"),
            "clarification": ("verduidelijking", "clarification"),
            "main_condition": ("andere betekenis van een hoofdvoorwaarde", "another meaning of a main condition"),
        },
        nl="Wijziging van de voorwaarden tijdens de procedure",
        en="Change of the conditions during the procedure",
        judge=_LAWYER,
    )
    subcontracting_max = number(
        "percent",
        maximum=100,
        nl="Hoogste deel dat verplicht in onderaanneming gaat",
        en="Highest share that must be subcontracted",
        help=("0 als er niets verplicht is", "0 where nothing is required"),
        can_follow=True,
    )

    # Term and changes

    duration_justified = flag(
        nl="De langere looptijd is goed gemotiveerd",
        en="The longer term is properly reasoned",
        judge=_LAWYER,
        can_follow=True,
    )
    terms_changed = flag(
        nl="De voorwaarden van het contract zijn gewijzigd", en="The terms of the contract were changed"
    )
    change_substantial = flag(nl="De wijziging is wezenlijk", en="The change is substantial", judge=_LAWYER)
    change_unforeseen = flag(
        nl="De wijziging was niet te voorzien", en="The change could not be foreseen", judge=_LAWYER
    )
    nature_unchanged = flag(
        nl="De aard van de opdracht blijft gelijk", en="The nature of the contract is unchanged", judge=_LAWYER
    )
    change_percent = number("percent", nl="Verhoging van de prijs", en="Rise of the price")
    same_suitability = flag(
        nl="De nieuwe opdrachtnemer voldoet aan de eerste geschiktheidseisen",
        en="The new contractor meets the original suitability demands",
        judge=_LAWYER,
    )
    arbit_applies = flag(nl="De ARBIT gelden voor dit contract", en="The ARBIT terms apply to this contract")
    subcontract_duty = flag(
        nl="De opdrachtnemer moet onderaanneming aanbesteden", en="The contractor must tender subcontracts"
    )
    subcontract_notice = dated(nl="Aankondiging van de onderaanneming", en="Subcontract notice")


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
        judge=_BUYER,
    )
    treaty_covers = flag(
        nl="Een verdrag of besluit dat Nederland bindt geeft deze leverancier toegang",
        en="A treaty or decision that binds the Netherlands gives this supplier access",
        judge=_LAWYER,
    )
    treaty_checked = dated(
        nl="Onderzoek of een verdrag de leverancier toegang geeft",
        en="Check whether a treaty gives the supplier access",
        judge=_BUYER,
    )
    reliable = flag(
        nl="De leverancier is betrouwbaar genoeg om risico's voor de nationale veiligheid uit te sluiten",
        en="The supplier is reliable enough to exclude risks to national security",
        judge=_LAWYER,
    )
    exclusion_waived = flag(
        nl="Van uitsluiting is met redenen afgezien",
        en="Exclusion was waived with reasons",
        judge=_LAWYER,
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
        judge=_BUYER,
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
        judge=_BUYER,
    )
    low_tender = flag(nl="De inschrijving lijkt abnormaal laag", en="The tender seems abnormally low", judge=_BUYER)
    asked_to_explain = flag(
        nl="De leverancier is gevraagd de lage prijs uit te leggen",
        en="The supplier was asked to explain the low price",
        can_follow=True,
        judge=_BUYER,
    )
    state_aid = flag(nl="De prijs is laag door staatssteun", en="The price is low because of state aid", judge=_LAWYER)
    aid_lawful = flag(
        nl="De leverancier bewees op tijd dat de steun rechtmatig is",
        en="The supplier proved in time that the aid is lawful",
        judge=_LAWYER,
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
        judge=_BUYER,
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
        judge=_LAWYER,
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


adv = Adv
supplier_adv = SupplierAdv
