"""The revised cloud policy of 2026 (Kamerstuk 26643, nr. 1541; law/cloudpolicy.md 2.3). Leaving stands in `leaving`.

Section numbers are those that others cite; the text itself was not read.
"""

from __future__ import annotations

from bestek import Chapter
from bestek.shared import EEA
from bestek.vocabulary import buyer, documents, information, risk, service, supplier
from bestek.vocabulary import exit as exit_facts

from .definitions import (
    LAW,
    base_registry,
    continuity_at_risk,
    decided_together,
    heaviest_classes,
    material,
    not_yet_signed,
    outside_jurisdiction,
    prepared_and_tested,
    public_cloud,
    remote_access,
    reported_in_time,
    special_categories,
    transfer_without_adequacy,
)
from .facts import cloudpolicy
from .texts import ARCKIT, COMPLIANCOMATIC, CP_2026, DPIA_TOOL, LETTER_DIGID, LETTER_NS, NERDS

BUYER = ("inkopende organisatie", "buyer")
LOCATION = EEA | LAW("outside_eea_allowed")

policy = Chapter(CP_2026)

# Principle and risk (3.1) ------------------------------------------------------------------------------------

policy.advises(
    "CP26-05",
    at="uitgangspunt",
    also=[NERDS.at("uitgangspunt")],
    nl="Gebruik waar dat kan soevereine of Europese oplossingen; een algemeen beleid van 'cloud, tenzij' wordt afgeraden.",
    en="Use sovereign or European solutions where possible; a general 'cloud, unless' policy is discouraged.",
)
policy.obliges(
    "CP26-07",
    at="3.1",
    also=[DPIA_TOOL.at("3.1"), ARCKIT.at("3.1"), COMPLIANCOMATIC.at("3.1")],
    derogable=True,
    when=material,
    demands=documents.risk_analysis.exists
    & cloudpolicy.risk_analysis_covers.intersects("supplier")
    & cloudpolicy.risk_analysis_covers.intersects("subcontractors")
    & cloudpolicy.risk_analysis_covers.intersects("cloud_type")
    & cloudpolicy.risk_analysis_covers.intersects("region")
    & cloudpolicy.risk_analysis_covers.intersects("supplier_role")
    & cloudpolicy.risk_analysis_covers.intersects("control_and_audit")
    & cloudpolicy.risk_analysis_covers.intersects("foreign_interference")
    & cloudpolicy.risk_analysis_covers.intersects("dependency"),
    nl="Bij materieel gebruik is er een integrale risicoanalyse, op basis van BIV en TBB, over de leverancier en zijn "
    "onderaannemers, de soort cloud, de regio, de rol van de leverancier, toezicht en audit, buitenlandse inmenging en misbruik "
    "van afhankelijkheid.",
    en="Material use has an integral risk analysis, based on CIA and TBB, on the supplier and its subcontractors, the cloud type, "
    "the region, the supplier's role, control and audit, foreign interference and abuse of dependency.",
)
policy.obliges(
    "CP26-08",
    at="3.1",
    also=[ARCKIT.at("nl-dtia"), DPIA_TOOL.at("3.1"), COMPLIANCOMATIC.at("3.1")],
    derogable=True,
    time="today",
    when=material & information.personal,
    demands=documents.dpia_prescan.exists
    & documents.dpia.exists
    & (~transfer_without_adequacy | documents.dtia.exists),
    nl="Bij materieel gebruik met persoonsgegevens zijn er een pre-scan DPIA en een DPIA; bij doorgifte naar een land zonder "
    "adequaatheidsbesluit ook een DTIA.",
    en="Material use with personal data has a pre-scan DPIA and a DPIA; a transfer to a country without an adequacy decision also "
    "has a DTIA.",
)

# CISO Rijk, CIO Rijk and the executive (3.3, 3.4, governance) ------------------------------------------------

policy.obliges(
    "CP26-12",
    at="3.3",
    also=[ARCKIT.at("3.3"), NERDS.at("melden"), DPIA_TOOL.at("3.3"), COMPLIANCOMATIC.at("3.3")],
    phase="contract",
    derogable=True,
    when=material,
    demands=cloudpolicy.ciso_rijk_notice.exists
    & (not_yet_signed | (cloudpolicy.ciso_rijk_notice < service.goes_live_on)),
    nl="Materieel gebruik wordt gemeld aan CISO Rijk voordat de dienst in gebruik gaat, het liefst met risicoanalyse en exitplan.",
    en="Material use is notified to CISO Rijk before the service goes live, preferably with risk analysis and exit plan.",
)
policy.advises(
    "CP26-12b",
    at="3.3",
    also=[ARCKIT.at("3.3"), NERDS.at("melden"), DPIA_TOOL.at("3.3"), COMPLIANCOMATIC.at("3.3")],
    phase="contract",
    duty_of="other",
    when=material,
    nl="CISO Rijk kan een aanwijzing geven.",
    en="CISO Rijk can give directions.",
)
policy.obliges(
    "CP26-13",
    at="3.4",
    also=[ARCKIT.at("3.4"), NERDS.at("registreren")],
    phase="performance",
    derogable=True,
    when=material,
    demands=cloudpolicy.register_entry.exists & reported_in_time,
    nl="Materieel gebruik staat in het register en wordt ieder jaar gemeld aan CIO Rijk, met de gekozen aanbieder.",
    en="Material use is in the register and is reported to CIO Rijk every year, with the chosen provider.",
)
policy.obliges(
    "CP26-14",
    at="governance",
    also=[NERDS.at("afwijken"), COMPLIANCOMATIC.at("governance")],
    when=cloudpolicy.deviates,
    demands=cloudpolicy.deviation_reported.exists
    & (not_yet_signed | (cloudpolicy.deviation_reported < service.goes_live_on)),
    nl="Een afwijking van het cloudbeleid wordt vooraf gemeld aan CIO Rijk, in overleg met het kerndepartement.",
    en="A deviation from the cloud policy is reported to CIO Rijk beforehand, in consultation with the core department.",
)
policy.obliges(
    "CP26-15",
    at="governance",
    also=[DPIA_TOOL.at("governance"), COMPLIANCOMATIC.at("governance")],
    phase="contract",
    derogable=True,
    demands=documents.residual_risk_acceptance.exists,
    nl="Het restrisico is vastgelegd en aanvaard door de verantwoordelijke bestuurder.",
    en="The residual risk is recorded and formally accepted by the responsible executive.",
)
policy.judged(
    "CP26-15b",
    at="governance",
    also=[DPIA_TOOL.at("governance"), COMPLIANCOMATIC.at("governance")],
    by=BUYER,
    phase="contract",
    derogable=True,
    nl="De maatregelen die de leverancier moet nemen, staan in het contract.",
    en="The measures that the supplier must take are in the contract.",
)
policy.obliges(
    "CP26-19",
    at="4.4",
    also=[ARCKIT.at("4.4"), DPIA_TOOL.at("4.4")],
    phase="contract",
    demands=cloudpolicy.decision_published.exists,
    nl="Relevante besluiten worden openbaar gemaakt volgens de Woo.",
    en="Relevant decisions are published under the Open Government Act (Woo).",
)
policy.permits(
    "CP26-19b",
    at="4.4",
    also=[ARCKIT.at("4.4"), DPIA_TOOL.at("4.4")],
    phase="contract",
    when=documents.risk_analysis.exists | exit_facts.plan.exists,
    nl="De risicoanalyse en het exitplan mogen een rubricering hebben.",
    en="The risk analysis and the exit plan may carry a classification.",
)

# The supplier (4.2, 4.3) -------------------------------------------------------------------------------------

policy.prohibits(
    "CP26-16",
    at="4.2",
    also=[DPIA_TOOL.at("4.2"), COMPLIANCOMATIC.at("4.2"), ARCKIT.at("4.2")],
    phase="selection",
    forbids=supplier.offensive_cyber_country,
    nl="Een leverancier of dienst uit een land met een actief cyberprogramma tegen Nederlandse belangen wordt uitgesloten "
    "(C2000); andere landen wegen mee in de risicoanalyse.",
    en="A supplier or service from a country with an active cyber programme against Dutch interests is excluded (C2000); other "
    "countries weigh in the risk analysis.",
)
policy.obliges(
    "CP26-17",
    at="4.2",
    also=[ARCKIT.at("4.2"), DPIA_TOOL.at("4.2"), COMPLIANCOMATIC.at("4.2")],
    when=risk.state_actor,
    demands=cloudpolicy.aivd_mivd_advice.exists & cloudpolicy.abro_assessed.exists,
    nl="Bij dreiging van een statelijke actor is advies gevraagd van AIVD of MIVD en is beoordeeld of ABRO nodig is.",
    en="Where a state actor is a threat, advice of AIVD or MIVD was sought and the need for ABRO was assessed.",
)
policy.advises(
    "CP26-18",
    at="4.3",
    also=[ARCKIT.at("4.3"), NERDS.at("jurisdictie"), DPIA_TOOL.at("4.3"), COMPLIANCOMATIC.at("4.3")],
    phase="selection",
    when=(buyer.vital_provider | buyer.critical_entity | (buyer.cbw_entity == "essential"))
    & service.primary_process
    & outside_jurisdiction,
    nl="Voor het primaire proces van een vitale aanbieder, kritieke entiteit of essentiële entiteit wordt een leverancier die "
    "(mede) onder een jurisdictie van buiten de EER valt afgeraden, waar de gegevens ook staan. "
    "ArcKit telt Zwitserland als Europees; hier telt alleen de EER.",
    en="For the primary process of a vital provider, critical entity or essential entity a supplier wholly or partly under "
    "jurisdiction from outside the EEA is discouraged, wherever the data are. ArcKit counts Switzerland as European; "
    "here only the EEA counts.",
)
policy.advises(
    "CP26-30",
    at="selectie",
    also=[ARCKIT.at("SEAL"), NERDS.at("Cloud Sovereignty Framework"), LETTER_NS.at("14")],
    phase="selection",
    nl="Het EU Cloud Sovereignty Framework (SEAL 0 tot 4) helpt om bij de selectie buitenlandse inmenging te beperken; het "
    "geeft punten en sluit niemand uit.",
    en="The EU Cloud Sovereignty Framework (SEAL 0 to 4) helps to limit foreign interference in the selection; it scores and "
    "excludes nobody.",
)

# E-mail and documents (4.5) ----------------------------------------------------------------------------------

in_office_use = service.applications.intersects("email", "documents", "workplace")

policy.prohibits(
    "CP26-20",
    at="4.5",
    also=[ARCKIT.at("4.5"), NERDS.at("4.5"), DPIA_TOOL.at("4.5"), COMPLIANCOMATIC.at("4.5")],
    derogable=True,
    when=in_office_use,
    forbids=public_cloud,
    unless=continuity_at_risk & prepared_and_tested & decided_together,
    nl="E-mail, documenten en werkplek staan niet in een publieke cloud, tenzij alle drie: onafhankelijk is vastgesteld dat de "
    "continuïteit anders in gevaar is, risicoanalyse en exitplan zijn gemaakt en getest, en de minister besluit in overeenstemming "
    "met de bewindspersoon voor digitalisering. Is dat maar voor een deel zo, dan blijft het verbod; ArcKit leest dat als "
    "toegestaan onder voorwaarden.",
    en="E-mail, documents and workplace are not in a public cloud, unless all three: it is independently established that "
    "continuity is otherwise at risk, risk analysis and exit plan are made and tested, and the minister decides in agreement with "
    "the minister or state secretary for digitalisation. If only some hold, the ban stays; ArcKit reads that as allowed with "
    "conditions.",
)
policy.permits(
    "CP26-21",
    at="4.5",
    also=[COMPLIANCOMATIC.at("4.5")],
    when=in_office_use & public_cloud & service.small_or_temporary,
    nl="Voor een klein of tijdelijk doel kan er een uitzondering zijn op het verbod voor e-mail en documenten (CP26-20).",
    en="For a small or temporary purpose there may be an exception to the ban on e-mail and documents (CP26-20).",
)

# The data (4.6) ----------------------------------------------------------------------------------------------

policy.obliges(
    "CP26-22",
    at="4.6",
    also=[ARCKIT.at("4.6"), NERDS.at("4.6"), DPIA_TOOL.at("4.6"), COMPLIANCOMATIC.at("4.6")],
    derogable=True,
    time="today",
    demands=service.storage_countries.within(LOCATION) & service.processing_countries.within(LOCATION),
    nl="Alle informatie wordt opgeslagen en verwerkt in de EER of Zwitserland. Caribisch Nederland telt niet mee; een "
    "adequaatheidsbesluit of modelcontract is niet meer genoeg.",
    en="All information is stored and processed in the EEA or Switzerland. The Caribbean Netherlands does not count; an adequacy "
    "decision or standard clauses no longer suffice.",
)
policy.advises(
    "CP26-22b",
    at="4.6",
    confidence="inferred",
    also=[COMPLIANCOMATIC.at("4.6")],
    time="today",
    when=remote_access,
    nl="Of toegang of beheer op afstand van buiten de EER ook verwerking is, zegt geen bron met zekerheid; één hulpmiddel telt "
    "het mee. Leg vast hoe u het leest.",
    en="Whether remote access or administration from outside the EEA is processing too, no source says for certain; one tool "
    "counts it. Record how you read it.",
)
policy.obliges(
    "CP26-23",
    at="4.6",
    also=[ARCKIT.at("4.6"), DPIA_TOOL.at("4.6"), COMPLIANCOMATIC.at("4.6")],
    derogable=True,
    when=information.classification > "public",
    demands=service.encrypted_at_rest & service.encrypted_in_transit,
    nl="Behalve openbare gegevens is alles versleuteld, opgeslagen en onderweg, en waar het kan ook tijdens de verwerking.",
    en="All but public data are encrypted, at rest and in transit, and where possible in processing.",
)
policy.advises(
    "CP26-24",
    at="4.6",
    also=[ARCKIT.at("4.6"), DPIA_TOOL.at("4.6"), COMPLIANCOMATIC.at("4.6")],
    when=(information.classification >= "departmental_confidential")
    & ~service.key_holder.is_in("buyer", "certified_third_party"),
    nl="Bij vertrouwelijke gegevens zijn de sleutels bij voorkeur in eigen hand of bij een gecertificeerde derde, niet bij de "
    "cloudleverancier.",
    en="For confidential data the keys are preferably one's own or with a certified third party, not with the cloud provider.",
)
policy.advises(
    "CP26-25",
    at="4.6",
    also=[ARCKIT.at("4.6"), NERDS.at("4.6"), DPIA_TOOL.at("4.6"), COMPLIANCOMATIC.at("4.6")],
    when=special_categories & public_cloud,
    nl="Bijzondere persoonsgegevens staan bij voorkeur niet in een publieke cloud.",
    en="Special categories of personal data are preferably not in a public cloud.",
)
policy.judged(
    "CP26-25b",
    at="4.6",
    also=[ARCKIT.at("4.6"), NERDS.at("4.6"), DPIA_TOOL.at("4.6"), COMPLIANCOMATIC.at("4.6")],
    by=BUYER,
    derogable=True,
    when=special_categories & public_cloud,
    nl="Staan bijzondere persoonsgegevens toch in een publieke cloud, dan zijn er extra maatregelen, zoals privacyverbeterende "
    "technieken.",
    en="Where special categories are in a public cloud all the same, there are extra measures, such as privacy-enhancing "
    "technologies.",
)

# State secrets, TBB and base registries (5.2, 5.4) -----------------------------------------------------------

policy.prohibits(
    "CP26-26",
    at="5.2",
    also=[ARCKIT.at("5.2"), NERDS.at("5.2"), DPIA_TOOL.at("5.2"), COMPLIANCOMATIC.at("5.2"), LETTER_DIGID.at("3")],
    same_as=["abro/CLD-01", "abro/CLD-02"],
    when=heaviest_classes,
    forbids=public_cloud,
    nl="Staatsgeheim en TBB 1, 2 of 3 mogen nooit in een publieke cloud; dat risico kan niet worden aanvaard.",
    en="State secrets and TBB 1, 2 or 3 may never be in a public cloud; that risk cannot be accepted.",
)
policy.prohibits(
    "CP26-27",
    at="5.4",
    also=[ARCKIT.at("5.4"), NERDS.at("5.4"), DPIA_TOOL.at("5.4"), COMPLIANCOMATIC.at("5.4")],
    confidence="inferred",
    when=information.base_registry == "source",
    forbids=public_cloud,
    nl="De brongegevens van een basisregistratie worden nooit in een publieke cloud beheerd, in of buiten de EER.",
    en="The source data of a base registry are never managed in a public cloud, inside or outside the EEA.",
)
policy.advises(
    "CP26-27b",
    at="5.4",
    also=[ARCKIT.at("5.4"), COMPLIANCOMATIC.at("5.4")],
    confidence="inferred",
    when=base_registry & public_cloud & cloudpolicy.registry_only_in_cloud,
    nl="Een basisregistratie staat niet alleen in een publieke cloud; extra capaciteit daar mag wel. Of dit voor een kopie een "
    "verbod is, zeggen de bronnen verschillend.",
    en="A base registry is not only in a public cloud; extra capacity there is allowed. Whether this is a ban for a copy, the "
    "sources differ.",
)

BUYER_RULES = [rule for rule in policy.rules if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in policy.rules if rule.of_supplier]
