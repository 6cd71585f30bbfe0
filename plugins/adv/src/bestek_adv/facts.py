"""The facts that the ADV and its neighbours need beside the core's, about the contract: `[adv]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, countries, dated, day, flag, integer, number

BUYER = ("inkopende organisatie", "buyer")
LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")
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
        judge=LAWYER,
    )
    security_purpose = flag(
        nl="De opdracht is bestemd voor veiligheidsdoelen", en="The contract has a security purpose", judge=LAWYER
    )
    linked_to_sensitive = flag(
        nl="De opdracht houdt rechtstreeks verband met militair of gevoelig materiaal",
        en="The contract is directly linked to military or sensitive equipment",
        help=("In welke fase van de levenscyclus ook", "In any phase of its life cycle"),
        judge=LAWYER,
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
        judge=BUYER,
    )
    single_award_justified = flag(
        nl="Er zijn objectieve redenen voor één opdracht",
        en="There are objective reasons for a single award",
        judge=LAWYER,
    )
    separable = flag(nl="De delen zijn objectief te scheiden", en="The parts are objectively separable", judge=LAWYER)
    avoidance_intent = flag(
        nl="De keuze is gemaakt om aan een aanbestedingswet te ontkomen",
        en="The choice was made to escape a procurement act",
        judge=LAWYER,
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
        judge=BUYER,
    )
    exemption_proven = flag(
        nl="Voor deze opdracht is bewezen dat de uitzondering nodig is",
        en="It is proven for this contract that the exemption is needed",
        judge=LAWYER,
        can_follow=True,
    )
    less_intrusive_possible = flag(
        nl="Een minder ingrijpende maatregel is genoeg", en="A less intrusive measure suffices", judge=LAWYER
    )

    # Value and threshold

    value_complete = flag(
        nl="De geraamde waarde is volledig",
        en="The estimated value is complete",
        help=(
            "Bij verzending van de aankondiging; met opties, verlengingen en alle percelen",
            "At the dispatch of the notice; with options, extensions and all lots",
        ),
        judge=LAWYER,
    )
    central_authority = flag(
        nl="Telt als centrale overheid voor de drempel",
        en="Counts as central government for the threshold",
        help=(
            "Alleen nodig waar de soort organisatie het openlaat, zoals politie en zbo",
            "Asked only where the kind of body leaves it open, such as police and zbo",
        ),
        judge=LAWYER,
    )
    annex_3_goods = flag(
        nl="De goederen staan in bijlage III van Richtlijn 2014/24",
        en="The goods are in Annex III of Directive 2014/24",
        help=("Alleen bij leveringen aan Defensie", "Only for supplies to Defence"),
        judge=LAWYER,
    )
    social_services = flag(
        nl="Het zijn sociale of andere specifieke diensten",
        en="These are social or other specific services",
        judge=LAWYER,
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
        judge=LAWYER,
    )
    annex_2_larger = flag(
        nl="De diensten van bijlage II zijn ten minste evenveel waard als die van bijlage I",
        en="The Annex II services are worth at least as much as those of Annex I",
        judge=LAWYER,
    )
    complex = flag(
        nl="De opdracht is bijzonder complex en de gewone procedures voldoen niet",
        en="The contract is particularly complex and the ordinary procedures do not do",
        judge=LAWYER,
    )
    cross_border = flag(
        nl="Er is een duidelijk grensoverschrijdend belang",
        en="There is a clear cross-border interest",
        judge=LAWYER,
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
        judge=LAWYER,
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
        judge=LAWYER,
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
        judge=LAWYER,
        can_follow=True,
    )
    terms_changed = flag(
        nl="De voorwaarden van het contract zijn gewijzigd", en="The terms of the contract were changed"
    )
    change_substantial = flag(nl="De wijziging is wezenlijk", en="The change is substantial", judge=LAWYER)
    change_unforeseen = flag(
        nl="De wijziging was niet te voorzien", en="The change could not be foreseen", judge=LAWYER
    )
    nature_unchanged = flag(
        nl="De aard van de opdracht blijft gelijk", en="The nature of the contract is unchanged", judge=LAWYER
    )
    change_percent = number("percent", nl="Verhoging van de prijs", en="Rise of the price")
    same_suitability = flag(
        nl="De nieuwe opdrachtnemer voldoet aan de eerste geschiktheidseisen",
        en="The new contractor meets the original suitability demands",
        judge=LAWYER,
    )
    arbit_applies = flag(nl="De ARBIT gelden voor dit contract", en="The ARBIT terms apply to this contract")
    subcontract_duty = flag(
        nl="De opdrachtnemer moet onderaanneming aanbesteden", en="The contractor must tender subcontracts"
    )
    subcontract_notice = dated(nl="Aankondiging van de onderaanneming", en="Subcontract notice")


adv = Adv
