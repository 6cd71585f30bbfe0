"""Personnel, physical and cyber security (ABRO chapters 2, 3 and 4; law/abro.md 2.7)."""

from __future__ import annotations

from bestek import Chapter, months, today

from .definitions import any_tbb, tbb_1, tbb_1_2, tbb_1_to_3, tbb_3, tbb_4
from .facts import supplier_abro
from .texts import ABRO_2026

NBIV = ("NBIV", "NBIV")
BUYER = ("inkopende organisatie", "buyer")
physical, cyber = supplier_abro.physical, supplier_abro.cyber

# Personnel ---------------------------------------------------------------------------------------------------

people = Chapter(ABRO_2026)

people.judged(
    "PER-01",
    at="2.1.1",
    by=BUYER,
    phase="contract",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_4,
    nl="Bij TBB 4 hebben betrokken medewerkers een VOG op het screeningsprofiel en binnen de leeftijdsgrens van de organisatie.",
    en="At TBB 4 all staff involved have a VOG on the buyer's screening profile and within its age limit.",
)
people.judged(
    "PER-02",
    at="2.1.2",
    by=BUYER,
    phase="contract",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_1_to_3,
    nl="Bij TBB 1, 2 of 3 hebben alle betrokken medewerkers een geldige VGB van het niveau dat de organisatie bepaalt, niet "
    "ouder dan vijf jaar.",
    en="At TBB 1, 2 or 3 all staff involved have a valid VGB at the level set by the buyer, not older than five years.",
)
people.judged(
    "PER-03",
    at="2.1.7, 2.1.8",
    by=BUYER,
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="Een VOG (TBB 4) wordt een maand en een VGB (TBB 1, 2 of 3) drie maanden voor het verlopen vernieuwd.",
    en="A VOG (TBB 4) is renewed one month, a VGB (TBB 1, 2 or 3) three months before it expires.",
)
people.judged(
    "PER-04",
    at="2.1.5-6",
    by=NBIV,
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="Voor medewerkers met bijzondere bevoegdheden (beheerders, servicedesk, analisten) zijn extra maatregelen afgesproken "
    "met de organisatie en NBIV.",
    en="For staff with special powers (administrators, service desk, analysts) extra measures are agreed with the buyer and NBIV.",
)
people.judged(
    "PER-05",
    at="2.2.1, 2.5.1, 2.6.1-4, 2.1.4",
    by=NBIV,
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="Medewerkers tekenen voor geheimhouding, zijn vooraf en jaarlijks getraind en melden reizen naar risicolanden. Eisen aan "
    "nationaliteit alleen als een internationaal contract die stelt. De TBB-markering is omstreden.",
    en="Staff sign for confidentiality, are trained before they start and yearly, and report trips to risk countries. "
    "Nationality rules only if an international contract sets them. The TBB mark is disputed.",
)

# Physical ----------------------------------------------------------------------------------------------------

site = Chapter(ABRO_2026, scope="abro.chapter3")

site.obliges(
    "PHY-01",
    at="3.1.6-15, 3.2.2",
    phase="contract",
    duty_of="supplier",
    when=any_tbb,
    demands=physical.compartment & (tbb_4 | (physical.strong_access & (physical.visitor_notice >= 5))),
    nl="Een TBB is in een compartiment, alleen toegankelijk voor wie het nodig heeft; bij TBB 1, 2 of 3 is er toegang met meer "
    "dan één factor en zijn bezoekers vijf werkdagen vooraf aangemeld.",
    en="A TBB is kept in a compartment, on a need-to-know basis; at TBB 1, 2 or 3 access takes more than one factor and "
    "visitors are cleared five working days before.",
)
site.obliges(
    "PHY-02",
    at="3.1.3, 3.1.4",
    confidence="secondary",
    phase="contract",
    duty_of="supplier",
    when=tbb_1_to_3,
    demands=(tbb_3 & (physical.intervention <= 120)) | physical.intervention_before,
    nl="Bij TBB 3 komt interventie binnen 120 minuten na compromittering, bij TBB 1 of 2 ervoor. De TBB-markering is omstreden.",
    en="At TBB 3 intervention comes within 120 minutes after compromise, at TBB 1 or 2 before it. The TBB mark is disputed.",
)
site.obliges(
    "PHY-03",
    at="3.6.2-3, 3.8.1, 3.8.9",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=any_tbb,
    demands=(tbb_4 & physical.post.is_in("none", "registered"))
    | (
        tbb_1_to_3
        & (physical.post == "none")
        & physical.transport_plan_approved
        & (~tbb_1 | physical.transport_buyer_approved)
    ),
    nl="Bij TBB 4 gaat post aangetekend met track-and-trace. Bij TBB 1, 2 of 3 mag niets per post en keurt NBIV het "
    "transportplan goed; bij TBB 1 mag transport alleen met goedkeuring van de organisatie. De TBB-markering is omstreden.",
    en="At TBB 4 post is registered with track and trace. At TBB 1, 2 or 3 nothing goes by post and NBIV approves the "
    "transport plan; at TBB 1 transport needs the buyer's approval. The TBB mark is disputed.",
)

# Cyber -------------------------------------------------------------------------------------------------------

network = Chapter(ABRO_2026, scope="abro.chapter4")

network.obliges(
    "CYB-01",
    at="4.5.4, 4.12.6, 4.5.22, 4.3.34",
    confidence="secondary",
    phase="contract",
    duty_of="supplier",
    when=tbb_1_to_3,
    demands=~cyber.wireless & ~cyber.remote_maintenance & cyber.domains_separated & cyber.hardware_token,
    nl="Bij TBB 1, 2 of 3 is er geen draadloos netwerk en geen onderhoud of beheer op afstand, zijn de domeinen fysiek "
    "gescheiden en hebben gebruikers een hardwaretoken. De TBB-markering is omstreden.",
    en="At TBB 1, 2 or 3 there is no wireless and no remote maintenance or administration, the domains are physically "
    "separated and users have a hardware token. The TBB mark is disputed.",
)
network.judged(
    "CYB-02",
    at="4.5.28",
    by=NBIV,
    kind="prohibits",
    phase="contract",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_1,
    nl="Bij TBB 1 is er geen WAN tussen locaties van de leverancier.",
    en="At TBB 1 there is no WAN between the supplier's sites.",
)
network.obliges(
    "CYB-03",
    at="4.13.1-2, 1.7.4-5",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=any_tbb,
    demands=((cyber.log_months >= 12) | (tbb_4 & (cyber.log_months >= 6)))
    & ((cyber.access_log_months >= 6) | (~tbb_1_2 & (cyber.access_log_months >= 3))),
    nl="Logs blijven zes maanden (TBB 4) of twaalf maanden (TBB 1, 2 of 3) bewaard, toegangsgegevens drie maanden (TBB 3 en 4) "
    "of zes maanden (TBB 1 en 2). De TBB-markering is omstreden.",
    en="Logs are kept six months (TBB 4) or twelve months (TBB 1, 2 or 3), access data three months (TBB 3 and 4) or six "
    "months (TBB 1 and 2). The TBB mark is disputed.",
)
network.obliges(
    "CYB-04",
    at="4.10.4",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=any_tbb & cyber.external_link & (cyber.worst_flaw >= 4),
    demands=cyber.flaw_handled,
    nl="Bij een bekend lek met CVSS 4,0 of hoger op een systeem met een koppeling naar buiten wordt de koppeling verbroken tot "
    "het lek is verholpen of aantoonbaar afgeschermd, en wordt NBIV ingelicht. De TBB-markering is omstreden.",
    en="With a known flaw of CVSS 4.0 or higher on an externally linked system the link is cut until it is fixed or shown to "
    "be mitigated, and NBIV is informed. The TBB mark is disputed.",
)
network.obliges(
    "CYB-05",
    at="4.10.1, 4.14.1",
    phase="performance",
    duty_of="supplier",
    demands=cyber.recovery_secured
    & (~cyber.external_link | ((cyber.scanned_on >= today - months(3)) & (cyber.pentested_on >= today - months(12)))),
    nl="Netwerken met een koppeling naar buiten worden ieder kwartaal gescand en ieder jaar met een pentest getest; de "
    "afgesproken RTO en RPO zijn zeker gesteld.",
    en="Networks with an outside link are scanned every quarter and pentested every year; the contracted RTO and RPO are secured.",
)

RULES = [*people.rules, *site.rules, *network.rules]
