"""Facts of the CADA proposal: `[cadasov.cada]`, and what `[suppliers.cadasov]` says of recognition and levels."""

from __future__ import annotations

from bestek import Group
from bestek.facts import choice, choices, dated, flag, integer, number, scale

_LAWYER = ("jurist van de inkopende organisatie", "buyer's lawyer")
_STATE = ("de Staat, in zijn risicobeoordeling", "the State, in its risk assessment")
_AUDITOR = ("auditor", "auditor")


class Cada(Group, at="cadasov.cada", nl="CADA", en="CADA"):
    """What CADA would ask about the procurement."""

    cloud_service = flag(
        nl="Het gaat om een cloudcomputingdienst (NIS2 artikel 6, onderdeel 30)",
        en="It is a cloud computing service (NIS2 article 6(30))",
        judge=_LAWYER,
    )
    exclusive_use = flag(
        nl="De dienst is alleen voor eigen gebruik van de organisatie",
        en="The service is for the buyer's exclusive use",
        judge=_LAWYER,
    )
    listed_activity = flag(
        nl="De activiteit valt in een sector van NIS2 bijlage I of II, of in veiligheid, grens, defensie, justitie of handhaving",
        en="The activity is in a sector of NIS2 annex I or II, or in security, border, defence, justice or law enforcement",
        judge=_LAWYER,
    )
    public_order = choice(
        {
            "yes": ("ja", "yes"),
            "no": ("nee", "no"),
            "not_assessed": ("niet beoordeeld", "not assessed"),
        },
        nl="De activiteit draagt bij aan de openbare orde",
        en="The activity contributes to public order",
        judge=_STATE,
    )
    assigned_level = scale(
        {
            "none": ("geen", "none"),
            "level1": ("niveau 1", "level 1"),
            "level2": ("niveau 2", "level 2"),
            "level3": ("niveau 3", "level 3"),
            "level4": ("niveau 4", "level 4"),
        },
        nl="Toegekend soevereiniteitsniveau van de activiteit",
        en="Sovereignty level assigned to the activity",
        judge=_STATE,
    )
    assessment = dated(nl="Risicobeoordeling van soevereiniteit", en="Sovereignty risk assessment", judge=_STATE)
    assessment_reported = dated(
        nl="Risicobeoordeling gemeld aan de Europese Commissie", en="Risk assessment reported to the Commission"
    )
    assessment_covers = choices(
        {
            "data": ("gevoeligheid, belang en omvang van gegevens", "sensitivity, criticality and size of data"),
            "third_country_access": ("onrechtmatige toegang door derde landen", "unlawful third-country access"),
            "disruption": ("verstoring van de dienst", "disruption of the service"),
            "multi_vendor": ("verdelen over meer leveranciers", "a multi-vendor option"),
        },
        nl="Wat de risicobeoordeling weegt",
        en="What the risk assessment weighs",
        judge=_STATE,
        can_follow=True,
    )
    migration_required = flag(
        nl="De risicobeoordeling dwingt tot overstap naar een andere dienst",
        en="The risk assessment forces a move to another service",
        judge=_STATE,
    )
    migration_months = integer("months", nl="Tijd voor de overstap", en="Time for the move", can_follow=True)
    derogation = choice(
        {
            "none": ("geen", "none"),
            "nothing_available": (
                "geen erkende dienst kan leveren en er is geen redelijk alternatief",
                "no recognised service can supply it and there is no reasonable alternative",
            ),
            "no_tenders_before": (
                "een vergelijkbare aanbesteding in het jaar ervoor gaf geen geschikte inschrijving",
                "a similar procurement in the year before had no suitable tenders",
            ),
            "disproportionate_cost": ("onevenredige kosten", "disproportionate cost"),
        },
        nl="Grond om af te wijken van het niveau",
        en="Ground to derogate from the level",
        judge=_LAWYER,
    )
    derogation_reasoned = flag(
        nl="De afwijking is uitzonderlijk en gemotiveerd",
        en="The derogation is exceptional and reasoned",
        judge=_LAWYER,
        can_follow=True,
    )
    not_narrowed = flag(
        nl="Het ontbreken van een dienst komt niet door een kunstmatig enge vraag",
        en="The lack of a service is not caused by artificially narrow requirements",
        judge=_LAWYER,
        can_follow=True,
    )
    innovative = flag(nl="De clouddienst of AI is innovatief", en="The cloud or AI is innovative", judge=_LAWYER)
    union_value = choices(
        {
            "eu_chain": ("digitale keten in de EU", "EU digital chain"),
            "eu_technology": ("technologie en onderzoek in de EU", "EU technology and R&D"),
            "supply_security": ("leveringszekerheid", "security of supply"),
            "eu_hardware": ("apparatuur uit de EU", "EU hardware"),
        },
        nl="Thema's in het gunningscriterium over toegevoegde waarde voor de Unie",
        en="Themes in the award criterion on Union added value",
        can_follow=True,
    )
    union_value_weight = number(
        "percent",
        maximum=100,
        nl="Gewicht van de toegevoegde waarde voor de Unie",
        en="Weight of Union added value",
        can_follow=True,
    )
    central_purchasing = flag(
        nl="Ingekocht via de centrale inkoop van de Europese Commissie",
        en="Bought through the Commission's central purchasing",
    )
    open_source_weighed = flag(
        nl="Open standaarden en open source zijn afgewogen",
        en="Open standards and open source were weighed",
        can_follow=True,
    )


class Level(Group, at="suppliers[].cadasov.level", nl="CADA bijlage II", en="CADA annex II"):
    """The criteria of annex II, each as met for this service."""

    subcontractors_in_eu = flag(
        nl="Betrokken onderaannemers zijn in de Unie gevestigd",
        en="Involved subcontractors are established in the Union",
        judge=_AUDITOR,
    )
    assets_in_eu = flag(
        nl="Infrastructuur en middelen staan in de Unie",
        en="Infrastructure and assets are in the Union",
        judge=_AUDITOR,
    )
    personnel_in_eu = flag(nl="Het personeel werkt in de Unie", en="Personnel are in the Union", judge=_AUDITOR)
    buyer_exception = flag(
        nl="De organisatie staat uitdrukkelijk een uitzondering toe op de plaats in de Unie",
        en="The buyer explicitly allows an exception to the place in the Union",
        judge=("inkopende organisatie", "buyer"),
    )
    data_in_eu = flag(
        nl="Gegevens van de klant, ook metadata en telemetrie, blijven in de Unie",
        en="Customer data, incl. metadata and telemetry, stay in the Union",
        judge=_AUDITOR,
    )
    data_sensitive = flag(
        nl="De risicobeoordeling noemt de gegevens gevoelig",
        en="The risk assessment found the data sensitive",
        judge=_STATE,
    )
    outsourcing_governed = flag(
        nl="Ondersteuning wordt niet buiten de EU uitbesteed, of is te volgen, beveiligd en bestuurd zonder verlies van "
        "zelfstandigheid",
        en="Support is not outsourced outside the EU, or with traceability, security, governance and no loss of autonomy",
        judge=_AUDITOR,
    )
    screened_staff = flag(
        nl="Gescreend personeel of personeel met burgerschap van de Unie is er als de organisatie het nodig heeft",
        en="Staff with screening or Union citizenship are available if the buyer needs them",
        judge=_AUDITOR,
    )
    union_citizens = flag(
        nl="Het personeel bestaat uit burgers van de Unie", en="Staff are Union citizens", judge=_AUDITOR
    )
    cleared_staff = flag(
        nl="Het personeel is gemachtigd voor gerubriceerd werk",
        en="Staff are cleared for classified work",
        judge=_AUDITOR,
    )
    certificate = scale(
        {
            "none": ("geen", "none"),
            "state_of_the_art": ("hoogste gangbare norm", "state-of-the-art standard"),
            "national": ("nationaal certificaat", "national certificate"),
            "substantial": ("EU-certificaat, substantieel", "EU certificate, substantial"),
            "high": ("EU-certificaat, hoog", "EU certificate, high"),
        },
        nl="Zwaarste cybercertificaat",
        en="Heaviest cybersecurity certificate",
        judge=_AUDITOR,
    )
    subcontractors_transparent = flag(
        nl="De onderaannemers zijn geheel zichtbaar, onderzocht en onder toezicht",
        en="Full transparency, due diligence and oversight of subcontractors",
        judge=_AUDITOR,
    )
    usage_data_kept = flag(
        nl="Gebruiksgegevens trainen nooit AI van een derde land en verlaten de Unie nooit",
        en="Usage data never train third-country AI and never leave the Union",
        judge=_AUDITOR,
    )
    no_early_reports = flag(
        nl="Geen wet of praktijk dwingt tot vroege melding van kwetsbaarheden aan het derde land",
        en="No law or practice forces early vulnerability reporting to the third country",
        judge=_AUDITOR,
    )
    control_without_restriction = flag(
        nl="De zeggenschap kan de dienst niet beperken", en="Control does not restrict the service", judge=_AUDITOR
    )
    access_prevented = flag(nl="Toegang tot gegevens is voorkomen", en="Access to data is prevented", judge=_AUDITOR)
    disruption_prevented = flag(nl="Verstoring is voorkomen", en="Disruption is prevented", judge=_AUDITOR)
    sanctions_shielded = flag(
        nl="Sancties van het derde land hoeven niet te worden toegepast",
        en="Foreign sanctions need not be applied",
        judge=_AUDITOR,
    )
    code_access = flag(
        nl="Er is redelijke toegang tot de code", en="There is reasonable access to the code", judge=_AUDITOR
    )
    support_in_eu = flag(
        nl="Ondersteuning begint en gebeurt alleen in de Unie",
        en="Support is started and done only in the Union",
        judge=_AUDITOR,
    )
    support_by_residents = flag(
        nl="Ondersteuning door inwoners van de Unie; derden zijn niet onder buitenlandse zeggenschap",
        en="Support by Union residents; third parties are not foreign-controlled",
        judge=_AUDITOR,
    )
    sbom = flag(
        nl="Er is een softwarestuklijst (SBOM)", en="There is a software bill of materials (SBOM)", judge=_AUDITOR
    )
    tampering_blocked = flag(
        nl="Manipulatie op afstand van software uit derde landen is geblokkeerd",
        en="Remote tampering with third-country software is blocked",
        judge=_AUDITOR,
    )
    code_audited = flag(
        nl="De code van software uit derde landen is geaudit",
        en="The code of third-country software is audited",
        judge=_AUDITOR,
    )
    migration_plan = flag(
        nl="Er is een migratieplan voor software uit derde landen",
        en="There is a migration plan for third-country software",
        judge=_AUDITOR,
    )
    no_foreign_component_control = flag(
        nl="Geen derde land heeft feitelijke zeggenschap over onderdelen van de software",
        en="No third country effectively controls software components",
        judge=_AUDITOR,
    )
    open_source_controls = flag(
        nl="Open source is beveiligd tegen manipulatie op afstand",
        en="Open source is controlled against remote tampering",
        judge=_AUDITOR,
    )
    subsidiaries_separated = flag(
        nl="Dochters in derde landen zijn juridisch, technisch en organisatorisch gescheiden, of die zijn er niet",
        en="Third-country subsidiaries are legally, technically and organisationally separated, or there are none",
        judge=_AUDITOR,
    )
