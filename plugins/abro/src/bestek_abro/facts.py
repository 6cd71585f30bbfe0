"""The facts that ABRO, VIR-BI and ABDO need beside the core's: `[abro]`, `[suppliers.abro]`, `[suppliers.subcontractors.abro]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, countries, dated, day, flag, integer, number, one, scale
from bestek.vocabulary import Information

_BUYER = ("inkopende organisatie", "buyer")
_BVA = ("beveiligingsautoriteit (BVA)", "security authority (BVA)")
_NBIV = ("NBIV", "NBIV")
_TBB = Information.facts["tbb"]


class Damage(Group, at="abro.damage", nl="Schade", en="Damage"):
    """The seven damage scales of annex 1 of the Cyberbeveiligingsregeling sector overheid (TBB-05)."""

    political = scale(_TBB, nl="Politieke schade", en="Political damage", judge=_BVA)
    image = scale(_TBB, nl="Schade aan het aanzien van de overheid", en="Damage to the government's image", judge=_BVA)
    diplomatic = scale(_TBB, nl="Diplomatieke schade", en="Diplomatic damage", judge=_BVA)
    vital_processes = scale(_TBB, nl="Schade aan vitale processen", en="Damage to vital processes", judge=_BVA)
    injury = scale(_TBB, nl="Letsel", en="Injury", judge=_BVA)
    financial = scale(_TBB, nl="Financiële schade", en="Financial damage", judge=_BVA)
    misuse = scale(_TBB, nl="Misbruik van bedrijfsinformatie", en="Misuse of business information", judge=_BVA)


class Abro(Group, at="abro", nl="ABRO", en="ABRO"):
    """What ABRO asks about the contract itself."""

    start_date = day(
        nl="Dag vanaf wanneer de organisatie ABRO toepast",
        en="Day from which the buyer applies ABRO",
        help=(
            "Van Defensie: de dag van de overgang van ABDO naar ABRO",
            "Of Defence: the day of its switch from ABDO to ABRO",
        ),
    )
    adopted = flag(
        nl="ABRO wordt toegepast door een eigen besluit, waar de tekst dat openlaat",
        en="ABRO is applied by own decision, where the text leaves it open",
        judge=_BVA,
    )
    announced_on = dated(
        nl="Mededeling dat ABRO wordt toegepast",
        en="Announcement that ABRO is applied",
        help=("Gedaan bij de start van de aanbesteding", "Made at the start of the tender"),
    )
    tbb_overview = dated(nl="TBB-overzicht van deze opdracht", en="TBB overview of this contract")
    eea_approved = dated(
        nl="Goedkeuring voor verwerking in de EER buiten Nederland",
        en="Approval for processing in the EEA outside the Netherlands",
    )
    classification_decided = dated(
        nl="Vaststelling van de rubricering door de bevoegde persoon",
        en="Classification set by the competent person",
        judge=("wie de inhoud vaststelt", "the person who sets the content"),
    )
    origin_consent = dated(
        nl="Toestemming van de partij waarvan de informatie komt",
        en="Consent of the party that the information comes from",
    )
    origin_approval = dated(
        nl="Goedkeuring van de bevoegde autoriteit voor de verwerking",
        en="Approval of the processing by the competent authority",
    )
    accredited = dated(nl="Accreditatie door de secretaris-generaal", en="Accreditation by the secretary-general")
    compromise_reported = dated(
        nl="Melding van de compromittering aan de beveiligingsautoriteit",
        en="Report of the compromise to the security authority",
    )
    application = choices(
        {
            "access_to_site": ("toegang tot een locatie", "access to a site"),
            "physical_storage": ("fysieke opslag", "physical storage"),
            "digital_storage": ("digitale opslag", "digital storage"),
            "cloud_service": ("clouddienst", "cloud service"),
        },
        nl="Soort toepassing",
        en="Kind of application",
        judge=_BUYER,
    )
    triggers = choices(
        {
            "sensitive_data_shared": ("er worden gevoelige gegevens gedeeld", "sensitive data are shared"),
            "sensitive_site": ("er wordt gewerkt op een gevoelige locatie", "work at a sensitive site"),
            "sensitive_systems": ("er wordt gewerkt aan gevoelige systemen", "work on sensitive systems"),
            "special_buildings": ("er wordt gewerkt in bijzondere gebouwen", "work in special buildings"),
        },
        nl="Omstandigheden die op een risico wijzen",
        en="Circumstances that point to a risk",
    )
    damage = one(Damage)
    classification_damage = scale(
        {
            "none": ("geen schade", "no damage"),
            "departmental": ("schade aan ministeries of bondgenoten", "damage to ministries or allies"),
            "vital_interests": ("schade aan vitale belangen", "damage to vital interests"),
            "serious": ("ernstige schade", "serious damage"),
            "very_serious": ("zeer ernstige schade", "very serious damage"),
        },
        nl="Verwachte schade als de informatie bekend wordt",
        en="Damage to be expected if the information becomes known",
        judge=("wie de inhoud vaststelt", "the person who sets the content"),
    )
    virbi_deviation = flag(nl="Er wordt afgeweken van de bijlage van VIR-BI", en="The annex of VIR-BI is deviated from")
    virbi_deviation_approved_by = scale(
        {
            "none": ("niemand", "nobody"),
            "director": ("een directeur", "a director"),
            "director_general": ("een directeur-generaal", "a director-general"),
        },
        nl="Wie de afwijking heeft goedgekeurd",
        en="Who approved the deviation",
        can_follow=True,
    )
    met_virbi_2013 = flag(
        nl="De informatie was al gerubriceerd en voldeed geheel aan VIR-BI 2013",
        en="The information was already classified and fully met VIR-BI 2013",
    )
    abdo_contract = flag(
        nl="Op het lopende contract is ABDO 2019 van toepassing", en="The running contract is under ABDO 2019"
    )
    contract_extended = flag(nl="Het ABDO-contract wordt verlengd", en="The ABDO contract is extended")
    critical_process = flag(
        nl="Het proces is kritiek-strategisch of vitaal", en="The process is critical-strategic or vital"
    )
    declaration_as_criterion = flag(
        nl="De ABRO-verklaring is een selectiecriterium", en="The ABRO declaration is a selection criterion"
    )
    no_declaration_grounds = flag(
        nl="De gronden om zonder verklaring te contracteren zijn vastgelegd",
        en="The grounds to contract without a declaration are recorded",
        judge=_BUYER,
    )
    extra_measures_imposed = flag(nl="Er zijn extra maatregelen opgelegd", en="Extra measures have been imposed")
    information_compromised = flag(
        nl="Bijzondere informatie is (mogelijk) gecompromitteerd",
        en="Special information has (possibly) been compromised",
    )


class Physical(Group, at="suppliers[].abro.physical", nl="Fysieke beveiliging", en="Physical security"):
    """Chapter 3 at the supplier."""

    compartment = flag(nl="Het TBB is in een compartiment", en="The TBB is kept in a compartment")
    strong_access = flag(nl="Toegang met meer dan één factor", en="Access by more than one factor")
    visitor_notice = integer("working_days", nl="Aanmelding van bezoekers vooraf", en="Notice of visitors")
    intervention = integer(
        "minutes", nl="Tijd tot interventie na compromittering", en="Time to intervention after compromise"
    )
    intervention_before = flag(nl="Interventie voor compromittering", en="Intervention before compromise")
    post = choice(
        {
            "none": ("niet per post", "not by post"),
            "registered": ("aangetekend met track-and-trace", "registered with track and trace"),
            "ordinary": ("gewone post", "ordinary post"),
        },
        nl="Verzending per post",
        en="Sending by post",
    )
    transport_plan_approved = flag(
        nl="NBIV heeft het transportplan goedgekeurd", en="NBIV approved the transport plan", can_follow=True
    )
    transport_buyer_approved = flag(
        nl="De inkopende organisatie heeft het transport goedgekeurd",
        en="The buyer approved the transport",
        can_follow=True,
    )


class Cyber(Group, at="suppliers[].abro.cyber", nl="Cyberbeveiliging", en="Cyber security"):
    """Chapter 4 at the supplier."""

    wireless = flag(nl="Er wordt draadloos gewerkt", en="Wireless is used")
    remote_maintenance = flag(
        nl="Er is onderhoud of beheer op afstand", en="There is remote maintenance or administration"
    )
    domains_separated = flag(nl="De domeinen zijn fysiek gescheiden", en="The domains are physically separated")
    hardware_token = flag(nl="Gebruikers hebben een hardwaretoken", en="Users have a hardware token")
    external_link = flag(nl="Het systeem heeft een koppeling naar buiten", en="The system has an external link")
    flaw_handled = flag(
        nl="De koppeling is verbroken tot het lek verholpen of afgeschermd is, en NBIV weet ervan",
        en="The link is cut until the flaw is fixed or mitigated, and NBIV is informed",
        can_follow=True,
    )
    recovery_secured = flag(
        nl="De afgesproken RTO en RPO zijn zeker gesteld", en="The contracted RTO and RPO are secured", can_follow=True
    )
    log_months = integer("months", nl="Bewaartijd van logs", en="Retention of logs")
    access_log_months = integer("months", nl="Bewaartijd van toegangsgegevens", en="Retention of access data")
    worst_flaw = number("cvss", maximum=10, nl="Zwaarste bekende lek (CVSS)", en="Worst known flaw (CVSS)")
    scanned_on = dated(nl="Laatste kwetsbaarhedenscan", en="Last vulnerability scan")
    pentested_on = dated(nl="Laatste pentest", en="Last penetration test")


class Incident(Group, at="suppliers[].abro.incident", nl="Incident", en="Incident"):
    """The incident now at hand."""

    verified = dated(nl="Vaststelling van een beveiligingsincident", en="Security incident verified", can_follow=False)
    reported = dated(nl="Melding van het incident aan NBIV", en="Incident reported to NBIV")
    officer_told = dated(nl="Melding aan de beveiligingsfunctionaris", en="Security officer told")
    intent = flag(nl="Er is grove nalatigheid of opzet", en="There is gross negligence or intent")


class Audit(Group, at="suppliers[].abro.audit", nl="Controle", en="Audit"):
    """Checks at the supplier."""

    cooperates = flag(
        nl="De leverancier werkt volledig mee aan controles",
        en="The supplier fully cooperates with checks",
        judge=_NBIV,
    )
    register_hours = integer(
        "hours", nl="Tijd tot het overzicht van middelen er is", en="Time until the asset register is given"
    )
    outside_party = flag(
        nl="Een ander dan een wettelijke toezichthouder krijgt toegang voor een audit",
        en="A party other than a statutory supervisor gets access for an audit",
    )
    inspected_on = dated(
        nl="Laatste zelfinspectie met beoordeling van het plan", en="Last self-inspection with review of the plan"
    )
    networks_listed_on = dated(
        nl="Laatste lijst van externe IP-adressen, providers en domeinen",
        en="Last list of external IPs, ISPs and domains",
    )


class Leaving(Group, at="suppliers[].abro.exit", nl="Vertrek", en="Exit"):
    """What happens to a TBB when the contract ends."""

    media = choice(
        {
            "kept": ("gehouden", "kept"),
            "wiped": ("gewist met goedgekeurde middelen", "wiped with approved means"),
            "destroyed": ("vernietigd", "destroyed"),
        },
        nl="Wat er met gegevensdragers gebeurt",
        en="What happens to the media",
    )
    certificate = flag(
        nl="Er is een certificaat van vernietiging", en="There is a certificate of destruction", can_follow=True
    )
    backup_months = integer("months", nl="Bewaartijd van back-ups", en="Retention of back-ups")
    cloud_process = flag(
        nl="De cloudleverancier heeft maatregelen en processen om de exitstrategie uit te voeren",
        en="The cloud provider has measures and processes to carry out the exit strategy",
        can_follow=True,
    )


class Abdo(Group, at="suppliers[].abro.abdo", nl="ABDO 2019", en="ABDO 2019"):
    """What only ABDO 2019 asks of the supplier."""

    dutch_entity = flag(nl="De leverancier is een Nederlandse rechtspersoon", en="The supplier is a Dutch legal entity")
    dutch_staff = flag(nl="De medewerkers hebben de Nederlandse nationaliteit", en="The staff have Dutch nationality")
    dutch_officer = flag(nl="De beveiligingsfunctionaris is Nederlander", en="The security officer is Dutch")
    administrators_cleared = flag(
        nl="Beheerders hebben VGB A (TBB 1 en 2) of ten minste B (TBB 3 en 4)",
        en="Administrators have VGB A (TBB 1 and 2) or at least B (TBB 3 and 4)",
        can_follow=True,
    )
    foreign_directors_reported = flag(
        nl="Niet-Nederlandse bestuurders zijn gemeld", en="Non-Dutch directors have been reported", can_follow=True
    )


class SupplierAbro(Group, at="suppliers[].abro", nl="ABRO, leverancier", en="ABRO, supplier"):
    """What ABRO asks about the supplier."""

    examination = choice(
        {
            "not_requested": ("niet aangevraagd", "not requested"),
            "pending": ("loopt", "pending"),
            "done": ("afgerond", "done"),
        },
        nl="Onderzoek door NBIV",
        en="Examination by NBIV",
        judge=_NBIV,
        can_follow=True,
    )
    change_decision = choice(
        {
            "none": ("geen besluit", "no decision"),
            "approved": ("goedgekeurd", "approved"),
            "refused": ("afgewezen", "refused"),
        },
        nl="Besluit van NBIV over de wijziging",
        en="NBIV's decision on the change",
        judge=_NBIV,
        can_follow=True,
    )
    risk_mitigable = flag(nl="De risico's kunnen worden beperkt", en="The risks can be limited", judge=_NBIV)
    change_risk_mitigable = flag(
        nl="De risico's van de wijziging kunnen worden beperkt",
        en="The risks of the change can be limited",
        judge=_NBIV,
    )
    change_reported_at_once = flag(
        nl="De wijziging is meteen gemeld", en="The change was reported at once", judge=_NBIV
    )
    incident_reported_at_once = flag(
        nl="Het incident is meteen gemeld", en="The incident was reported at once", judge=_NBIV
    )
    ownership_statement = dated(
        nl="Verklaring van eigendom, zeggenschap en bedrijfsstructuur",
        en="Statement of ownership, control and company structure",
    )
    security_policy = dated(
        nl="Beveiligingsbeleid, bekrachtigd door het hoogste orgaan", en="Security policy, endorsed by the highest body"
    )
    risk_analysis = dated(nl="Risicoanalyse van de leverancier", en="Risk analysis of the supplier")
    security_officer = dated(
        nl="Benoeming van de beveiligingsfunctionaris door NBIV", en="Security officer appointed by NBIV"
    )
    security_plan = dated(nl="Beveiligingsplan, aanvaard door NBIV", en="Security plan, accepted by NBIV")
    self_inspection = dated(nl="Zelfinspectie voor de verklaring", en="Self-inspection for the declaration")
    chain_list = dated(nl="Overzicht van de hele keten met landen", en="List of the whole chain with countries")
    cloud_risk_analysis = dated(
        nl="Risicoanalyse voor de cloud, goedgekeurd met NBIV", en="Cloud risk analysis, approved with NBIV"
    )
    change_reported = dated(nl="Melding van de wijziging aan NBIV", en="Change reported to NBIV")
    self_inspection_requested = flag(
        nl="NBIV heeft om een zelfinspectie gevraagd", en="NBIV asked for a self-inspection"
    )
    uses_cryptography = flag(nl="Er wordt cryptografie gebruikt", en="Cryptography is used")
    keys_from_state = flag(
        nl="De sleutels komen van de inkopende organisatie of een nationale autoriteit",
        en="The keys come from the buyer or a national authority",
    )
    crypto_custodians = integer(
        "persons", nl="Cryptobeheerders, benoemd door NBIV", en="Crypto custodians, appointed by NBIV", can_follow=True
    )
    security_product_countries = countries(
        nl="Landen van herkomst van beveiligingssystemen", en="Countries of origin of security systems"
    )
    equipment_countries = countries(
        nl="Landen van herkomst van elektronische apparatuur in het compartiment",
        en="Countries of origin of electronic equipment in the compartment",
    )
    escrow_holds_tbb = flag(nl="Een escrow-agent bewaart een TBB", en="An escrow agent holds a TBB")
    networks_linked = flag(
        nl="Netwerken van verschillende rechtspersonen met een TBB zijn gekoppeld",
        en="Networks of different legal entities that hold a TBB are linked",
    )
    assurance_complete = flag(
        nl="De assurance dekt alle criteria, de hele looptijd en de hele dienst",
        en="The assurance covers all criteria, the whole term and the whole service",
        judge=_NBIV,
        can_follow=True,
    )
    site_management_in_cloud = flag(
        nl="Beheer van fysieke apparatuur en beveiligingssystemen gaat via een cloud",
        en="Physical equipment and security systems are managed through a cloud",
    )
    antimalware_in_cloud = flag(nl="De antimalware werkt via een cloud", en="The anti-malware works through a cloud")
    ai_used = flag(nl="Er wordt AI gebruikt", en="AI is used")
    physical = one(Physical)
    cyber = one(Cyber)
    incident = one(Incident)
    audit = one(Audit)
    exit = one(Leaving)
    abdo = one(Abdo)


class SubcontractorAbro(
    Group, at="suppliers[].subcontractors[].abro", nl="ABRO, onderaannemer", en="ABRO, subcontractor"
):
    """What ABRO asks about a subcontractor."""

    touches_tbb = flag(nl="De onderaannemer komt met een TBB in aanraking", en="The subcontractor touches a TBB")
    poses_risk = flag(nl="De onderaannemer levert een risico op", en="The subcontractor poses a risk", judge=_BUYER)
    buyer_approved = flag(nl="Goedgekeurd door de inkopende organisatie", en="Approved by the buyer", can_follow=True)
    nbiv_approved = flag(nl="Goedgekeurd door NBIV", en="Approved by NBIV", judge=_NBIV, can_follow=True)
    tbb_overview = flag(
        nl="Er is een TBB-overzicht van de onderaannemer",
        en="There is a TBB overview of the subcontractor",
        can_follow=True,
    )
    in_contract = flag(
        nl="De geldende ABRO staat in het contract met de onderaannemer",
        en="The ABRO in force is in the subcontract",
        can_follow=True,
    )
    security_clearance = flag(
        nl="Er is een Facility Security Clearance", en="There is a Facility Security Clearance", can_follow=True
    )
    host_rules = flag(
        nl="De beveiligingsregels van het land staan in het contract",
        en="The security rules of that country are in the contract",
        can_follow=True,
    )


abro = Abro
supplier_abro = SupplierAbro
subcontractor_abro = SubcontractorAbro
