"""Cloud, keys, foreign jurisdiction and AI (ABRO chapters 4 and 5; law/abro.md 2.6)."""

from __future__ import annotations

from bestek import Chapter
from bestek.shared import EEA
from bestek.vocabulary import service, supplier

from .definitions import any_tbb, market_cloud, of_a_treaty, public_cloud, special_contract, tbb_1_to_3, tbb_4
from .facts import abro, supplier_abro
from .texts import ABDO_2019, ABRO_2026, LETTER_DIGID, LETTER_NS

NBIV = ("NBIV", "NBIV")
tbb_4_cloud = tbb_4 & market_cloud

cloud = Chapter(ABRO_2026, scope="abro.chapter5")

# Whether the cloud is allowed --------------------------------------------------------------------------------

cloud.prohibits(
    "CLD-01",
    at="5.1.1",
    also=[LETTER_DIGID.at("3")],
    when=tbb_1_to_3,
    forbids=public_cloud,
    nl="Publieke cloud is niet toegestaan bij TBB 1, 2 of 3.",
    en="Public cloud is not allowed at TBB 1, 2 or 3.",
)
cloud.judged(
    "CLD-03",
    at="5.1.2",
    by=NBIV,
    kind="prohibits",
    confidence="secondary",
    of_supplier=True,
    when=any_tbb & public_cloud & of_a_treaty,
    nl="Publieke cloud voor bijzondere informatie van de NAVO, de EU of ESA mag alleen met goedkeuring vooraf van NBIV. De "
    "TBB-markering is omstreden.",
    en="Public cloud for special information of NATO, the EU or ESA needs NBIV's prior approval. The TBB mark is disputed.",
)
cloud.prohibits(
    "CLD-04",
    at="5.1.3",
    phase="selection",
    duty_of="supplier",
    when=tbb_4_cloud,
    forbids=supplier.offensive_cyber_country,
    nl="Bij TBB 4 is de cloudleverancier niet verbonden met, gevestigd in of beheerd vanuit een land met een offensief "
    "cyberprogramma.",
    en="At TBB 4 the cloud provider is not affiliated with, seated in or administering from a country with an offensive "
    "cyber programme.",
)
cloud.obliges(
    "CLD-05",
    at="5.1.4",
    phase="contract",
    when=tbb_4_cloud,
    demands=(service.storage_countries.within("NL") & service.processing_countries.within("NL"))
    | (service.storage_countries.within(EEA) & service.processing_countries.within(EEA) & abro.eea_approved.exists),
    nl="Bij TBB 4 blijven de gegevens, ook metadata en telemetrie, in Nederland; elders in de EER alleen als de "
    "organisatie dat goedkeurt.",
    en="At TBB 4 the data, incl. metadata and telemetry, stay in the Netherlands; elsewhere in the EEA only if the buyer "
    "approves.",
)
cloud.obliges(
    "CLD-06",
    at="5.1.5",
    phase="contract",
    when=tbb_4_cloud,
    demands=service.administration_countries.within(EEA),
    nl="Bij TBB 4 vinden beheer en onderhoud plaats binnen de EER.",
    en="At TBB 4 administration and maintenance take place inside the EEA.",
)
cloud.obliges(
    "CLD-10",
    at="5.1.6",
    phase="award",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_4_cloud,
    open_norm="de relevante eisen van hoofdstuk 3 en 4 volgens bijlage 11 (niet gezien; in eigen woorden)",
    nl="Bij TBB 4 gelden de relevante eisen van hoofdstuk 3 en 4 volgens bijlage 11.",
    en="At TBB 4 the relevant requirements of chapters 3 and 4 apply, as annex 11 has it.",
)

# What the provider shows -------------------------------------------------------------------------------------

cloud.obliges(
    "CLD-07",
    at="5.2.1",
    phase="award",
    duty_of="supplier",
    when=tbb_4_cloud,
    demands=supplier_abro.cloud_risk_analysis.exists,
    nl="Bij TBB 4 is er een risicoanalyse voor de cloud, ook over statelijke actoren, goedgekeurd door de organisatie met "
    "NBIV, in het beveiligingsplan.",
    en="At TBB 4 there is a cloud risk analysis, state actors included, approved by the buyer with NBIV, in the security plan.",
)
cloud.obliges(
    "CLD-08",
    at="5.2.2-4",
    phase="award",
    duty_of="supplier",
    when=tbb_4_cloud,
    demands=supplier.certificates.intersects("soc2_type2")
    & supplier.certificates.intersects("csa_ccm")
    & supplier_abro.assurance_complete,
    nl="Bij TBB 4 heeft de cloudleverancier SOC 2 type 2 op alle criteria (of wat NBIV gelijk vindt) voor de hele looptijd "
    "en dienst, en toont hij de beheersmaatregelen van CSA CCM; wijzigingen worden eerst goedgekeurd.",
    en="At TBB 4 the provider has SOC 2 type 2 on all criteria (or what NBIV accepts as equal) for the whole term and "
    "service, and shows the CSA CCM controls; changes are approved first.",
)
cloud.judged(
    "CLD-09",
    at="5.3.1-4",
    by=NBIV,
    phase="award",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_4_cloud,
    nl="Bij TBB 4 krijgt NBIV de architectuur van deze opdracht; de rolverdeling staat in SLA en DAP, er is zo nodig extra "
    "monitoring op statelijke actoren, en alles is standaard veilig ingesteld.",
    en="At TBB 4 NBIV gets the architecture of this contract; the role split is in SLA and DAP, there is extra monitoring "
    "of state actors where needed, and all is secure by default.",
)
cyber = Chapter(ABRO_2026, scope="abro.chapter4")

cyber.judged(
    "CLD-11",
    at="4.15.23",
    by=NBIV,
    kind="prohibits",
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=special_contract,
    nl="Broncode die voor de bijzondere opdracht is gemaakt, staat nooit in een cloudoplossing.",
    en="Source code made for the special contract is never in a cloud solution.",
)
cyber.prohibits(
    "CLD-12",
    at="3.1.28-29, 4.1.6",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=tbb_1_to_3,
    forbids=supplier_abro.site_management_in_cloud,
    nl="Bij TBB 1, 2 of 3 mag het beheer van fysieke apparatuur en beveiligingssystemen niet via een cloud. De "
    "TBB-markering is omstreden.",
    en="At TBB 1, 2 or 3 physical equipment and security systems are not managed through a cloud. The TBB mark is disputed.",
)
cyber.prohibits(
    "CLD-12b",
    at="3.1.28, 4.1.6",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=tbb_4 & supplier_abro.site_management_in_cloud,
    open_norm="3.1.28 staat het toe bij een geregistreerde onderaannemer, 4.1.6 verbiedt het op ieder niveau (in eigen woorden)",
    nl="Bij TBB 4 spreken twee eisen over beheer via een cloud elkaar tegen: 3.1.28 staat het toe als de leverancier als "
    "onderaannemer is geregistreerd, 4.1.6 verbiedt het.",
    en="At TBB 4 two requirements on management through a cloud conflict: 3.1.28 allows it if the supplier is registered "
    "as a subcontractor, 4.1.6 forbids it.",
)
cyber.judged(
    "CLD-13",
    at="4.6.12",
    by=NBIV,
    phase="performance",
    duty_of="supplier",
    when=supplier_abro.antimalware_in_cloud,
    nl="Antimalware die via een cloud werkt, is vooraf goedgekeurd door NBIV.",
    en="Cloud-based anti-malware is approved by NBIV beforehand.",
)

# Keys --------------------------------------------------------------------------------------------------------

cloud.obliges(
    "KEY-01",
    at="5.4.1",
    also=[LETTER_DIGID.at("3")],
    phase="contract",
    when=tbb_4_cloud,
    demands=service.key_holder.is_in("buyer", "declared_third_party"),
    nl="Bij TBB 4 beheert de organisatie zelf alle sleutels, of een derde met een ABRO-verklaring, gekozen op een "
    "risicoanalyse met NBIV. Nooit de cloudleverancier.",
    en="At TBB 4 the buyer itself manages all keys, or a third party with an ABRO declaration, chosen on a risk analysis "
    "with NBIV. Never the cloud provider.",
)
cloud.obliges(
    "KEY-02",
    at="5.4.2",
    phase="contract",
    when=tbb_4_cloud,
    demands=service.encrypted_at_rest & service.encrypted_in_transit,
    nl="Bij TBB 4 zijn de gegevens versleuteld, opgeslagen en onderweg, naar de huidige marktstandaard.",
    en="At TBB 4 the data are encrypted, at rest and in transit, to current market standards.",
)
cyber.judged(
    "KEY-03",
    at="4.8.9, 4.8.11, 4.2.4",
    by=NBIV,
    confidence="secondary",
    phase="contract",
    duty_of="supplier",
    when=any_tbb & supplier_abro.uses_cryptography,
    nl="Cryptografie gebeurt alleen met goedgekeurde middelen; de sleutels zijn minstens zo goed beschermd als wat zij "
    "beschermen. De TBB-markering is omstreden.",
    en="Cryptography only uses approved means; keys are protected at least as well as what they protect. The TBB mark is "
    "disputed.",
)
cyber.judged(
    "KEY-04",
    at="4.8.20-22",
    by=NBIV,
    confidence="secondary",
    phase="contract",
    duty_of="supplier",
    when=supplier_abro.uses_cryptography,
    nl="De sleutel van de root-CA staat in een losstaande HSM (FIPS 140-3), gehuisvest op het niveau van TBB 3 bij een "
    "opdracht met TBB 4, en anders op het niveau van de opdracht. De TBB-markering is omstreden.",
    en="The root CA key is in a stand-alone HSM (FIPS 140-3), housed at TBB 3 level for a TBB 4 contract, else at the "
    "contract's level. The TBB mark is disputed.",
)

# Foreign jurisdiction and AI ---------------------------------------------------------------------------------

cloud.judged(
    "JUR-01",
    at="5.5.2",
    by=NBIV,
    phase="contract",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_4_cloud,
    nl="Bij TBB 4 heeft de cloudleverancier procedures voor verzoeken om gegevens door overheden.",
    en="At TBB 4 the provider has procedures for government data requests.",
)
letter = Chapter(LETTER_NS, scope=None)

letter.advises(
    "JUR-02",
    at="5, 13",
    phase="award",
    when=~supplier.control_countries.within("NL") | ~supplier.presence_countries.within("NL"),
    nl="Buitenlands recht kan de leverancier raken. Dat is een gegeven voor de risicoanalyse en voor NBIV, en geen "
    "weigering op zichzelf.",
    en="Foreign law may reach the supplier. That is a fact for the risk analysis and for NBIV, and no refusal by itself.",
)
cyber.judged(
    "AI-01",
    at="4.2.8-10",
    by=("inkopende organisatie", "buyer"),
    kind="prohibits",
    phase="performance",
    duty_of="supplier",
    when=any_tbb & supplier_abro.ai_used,
    nl="AI mag alleen als zij past bij het TBB-niveau en de organisatie haar goedkeurt, geheel binnen het vertrouwde "
    "netwerk draait, en gegevens van verschillende niveaus en opdrachtgevers gescheiden blijven.",
    en="AI is allowed only if it meets the TBB level and the buyer approves it, runs fully inside the trusted network, and "
    "data of different levels and buyers are kept apart.",
)

# Running defence contracts under ABDO 2019 -------------------------------------------------------------------

abdo = Chapter(ABDO_2019)

abdo.prohibits(
    "TRN-08",
    at="4.9.29-31",
    phase="performance",
    when=any_tbb,
    forbids=public_cloud,
    nl="Onder ABDO 2019 is publieke cloud bij ieder TBB verboden.",
    en="Under ABDO 2019 public cloud is forbidden at every TBB.",
)
abdo.prohibits(
    "TRN-08b",
    at="4.9.29-31",
    phase="performance",
    when=any_tbb,
    forbids=market_cloud & ~public_cloud,
    unless=tbb_4
    & service.storage_countries.within("NL")
    & service.processing_countries.within("NL")
    & supplier_abro.abdo.dutch_entity
    & supplier_abro.abdo.dutch_staff,
    nl="Onder ABDO 2019 mag private cloud alleen bij TBB 4, op Nederlandse bodem, bij een Nederlandse rechtspersoon met "
    "personeel van Nederlandse nationaliteit.",
    en="Under ABDO 2019 private cloud is allowed at TBB 4 only, on Dutch soil, with a Dutch legal entity and staff of "
    "Dutch nationality.",
)
abdo.obliges(
    "TRN-09",
    at="1.2.5, 1.4.4, 1.4.9-10, 2.1.7-8",
    phase="performance",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.abdo.foreign_directors_reported
    & supplier_abro.abdo.dutch_officer
    & supplier_abro.abdo.administrators_cleared,
    nl="Onder ABDO 2019 zijn niet-Nederlandse bestuurders gemeld, is de beveiligingsfunctionaris Nederlander, en hebben "
    "beheerders VGB A (TBB 1 en 2) of ten minste B (TBB 3 en 4).",
    en="Under ABDO 2019 non-Dutch directors are reported, the security officer is Dutch, and administrators have VGB A "
    "(TBB 1 and 2) or at least B (TBB 3 and 4).",
)
abdo.judged(
    "TRN-09b",
    at="1.4.9-10",
    by=NBIV,
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="Onder ABDO 2019 blijven grote hoeveelheden bijzondere informatie bij een Nederlandse rechtspersoon op Nederlandse bodem.",
    en="Under ABDO 2019 large amounts of special information stay with a Dutch legal entity on Dutch soil.",
)

ALL = [rule for chapter in (cloud, cyber, letter, abdo) for rule in chapter.rules]
SERVICE_RULES = [rule for rule in ALL if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in ALL if rule.of_supplier]
