"""What the supplier must have in order for the declaration (ABRO chapters 1, 3 and 4; law/abro.md 2.3)."""

from __future__ import annotations

from bestek import Chapter, months, today
from bestek.shared import OFFENSIVE_CYBER_COUNTRIES

from .definitions import any_tbb, tbb_1_to_3
from .facts import supplier_abro
from .texts import ABRO_2026

abro = Chapter(ABRO_2026)

abro.obliges(
    "VET-01",
    at="1.1.1",
    phase="award",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.security_policy.exists,
    nl="De leverancier heeft een integraal beveiligingsbeleid, bekrachtigd door het hoogste orgaan, dat ABRO niet belemmert.",
    en="The supplier has an integral security policy, endorsed by its highest body, that is no obstacle to ABRO.",
)
abro.obliges(
    "VET-02",
    at="1.1.2-3",
    phase="award",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.risk_analysis.exists,
    nl="De leverancier heeft een risicoanalyse die voortbouwt op die van de organisatie.",
    en="The supplier has a risk analysis that builds on the buyer's.",
)
abro.obliges(
    "VET-02b",
    at="1.1.2-3",
    phase="performance",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.risk_analysis >= today - months(12),
    nl="De leverancier herziet zijn risicoanalyse ieder jaar.",
    en="The supplier reviews its risk analysis every year.",
)
abro.obliges(
    "VET-03",
    at="1.1.4, 1.1.6",
    phase="award",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.security_officer.exists,
    nl="De leverancier draagt een beveiligingsfunctionaris voor, die NBIV benoemt.",
    en="The supplier nominates a security officer, whom NBIV appoints.",
)
abro.obliges(
    "VET-04",
    at="1.1.7, 4.8.3",
    confidence="secondary",
    phase="award",
    duty_of="supplier",
    when=any_tbb & supplier_abro.uses_cryptography,
    demands=(supplier_abro.crypto_custodians >= 2)
    | (~supplier_abro.keys_from_state & (supplier_abro.crypto_custodians >= 1)),
    nl="Bij cryptografie is er een cryptobeheerder die NBIV heeft benoemd; komen de sleutels van de organisatie of een "
    "nationale autoriteit, dan ten minste twee. De TBB-markering is omstreden.",
    en="With cryptography there is a crypto custodian appointed by NBIV; where the keys come from the buyer or a "
    "national authority, at least two. The TBB mark is disputed.",
)
abro.obliges(
    "VET-05",
    at="1.1.8, 1.2.3-5",
    phase="award",
    duty_of="supplier",
    when=any_tbb,
    demands=supplier_abro.security_plan.exists,
    nl="Het beveiligingsplan is geschreven door de beveiligingsfunctionaris, goedgekeurd door het hoogste orgaan, "
    "aanvaard door NBIV en ingevoerd; wijzigingen vragen goedkeuring van NBIV.",
    en="The security plan is written by the security officer, approved by the highest body, accepted by NBIV and "
    "implemented; changes need NBIV's approval.",
)
abro.prohibits(
    "VET-06",
    at="3.3.1, 4.5.8",
    phase="award",
    duty_of="supplier",
    when=any_tbb,
    forbids=supplier_abro.security_product_countries.intersects(OFFENSIVE_CYBER_COUNTRIES),
    nl="Beveiligingssystemen komen niet uit een land met een offensief cyberprogramma.",
    en="Security systems do not stem from a country with an offensive cyber programme.",
)
abro.prohibits(
    "VET-07",
    at="3.3.27",
    scope="abro.chapter3",
    phase="performance",
    duty_of="supplier",
    when=tbb_1_to_3,
    forbids=supplier_abro.equipment_countries.intersects(OFFENSIVE_CYBER_COUNTRIES),
    nl="Elektronische apparatuur uit een land met een offensief cyberprogramma mag niet in een compartiment; de "
    "organisatie keurt de lijst goed met NBIV.",
    en="Electronic equipment from a country with an offensive cyber programme is not allowed in a compartment; the "
    "buyer approves the list with NBIV.",
)
abro.judged(
    "VET-08",
    at="4.4.10",
    scope="abro.chapter4",
    by=("NBIV", "NBIV"),
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=any_tbb,
    nl="De leverancier gebruikt alleen hardware en software die nog wordt onderhouden.",
    en="The supplier uses only hardware and software that is still maintained.",
)

RULES = list(abro.rules)
