"""Incidents, checks and secrecy (ABRO 1.1, 1.6, 1.7 and 5.5; law/abro.md 2.7)."""

from __future__ import annotations

from bestek import Chapter, months, today

from .cloud import tbb_4_cloud
from .definitions import any_tbb
from .facts import supplier_abro
from .texts import ABRO_2026, LETTER_DIGID

NBIV = ("NBIV", "NBIV")
incident, audit = supplier_abro.incident, supplier_abro.audit
abro = Chapter(ABRO_2026)

abro.obliges(
    "INC-01",
    at="1.7.3",
    phase="performance",
    duty_of="supplier",
    when=any_tbb & incident.verified.exists,
    demands=incident.reported.exists & supplier_abro.incident_reported_at_once,
    nl="Een vastgesteld beveiligingsincident wordt meteen op het formulier aan NBIV gemeld; de tekst noemt geen aantal uren.",
    en="A verified security incident is reported to NBIV at once, on the form; the text gives no number of hours.",
)
abro.obliges(
    "INC-02",
    at="1.7.2, 1.7.8",
    phase="performance",
    duty_of="supplier",
    when=incident.verified.exists,
    demands=incident.officer_told.exists
    & (~incident.intent | (incident.reported.exists & supplier_abro.incident_reported_at_once)),
    nl="Bij compromittering van een TBB weet de beveiligingsfunctionaris het onmiddellijk; bij grove nalatigheid of opzet "
    "weet NBIV het meteen.",
    en="On compromise of a TBB the security officer is told immediately; with gross negligence or intent NBIV is told at once.",
)
abro.obliges(
    "AUD-01",
    at="1.1.11, 1.1.14",
    phase="performance",
    duty_of="supplier",
    demands=audit.cooperates & (audit.register_hours <= 48),
    nl="De leverancier werkt volledig mee aan controles van NBIV en geeft het overzicht van middelen binnen 48 uur na een verzoek.",
    en="The supplier fully cooperates with NBIV's checks and gives the asset register within 48 hours of a request.",
)
abro.judged(
    "AUD-02",
    at="1.1.15-16",
    by=NBIV,
    kind="prohibits",
    phase="performance",
    duty_of="supplier",
    when=audit.outside_party,
    nl="Toegang voor een audit door een ander dan een wettelijke toezichthouder mag alleen na goedkeuring van NBIV.",
    en="Access for an audit by others than statutory supervisors needs NBIV's approval first.",
)
abro.obliges(
    "AUD-03",
    at="1.1.12, 1.2.2-3",
    phase="performance",
    duty_of="supplier",
    demands=(audit.inspected_on >= today - months(12)) & (audit.networks_listed_on >= today - months(12)),
    nl="Ieder jaar is er een zelfinspectie met beoordeling van het plan, met een kopie aan NBIV, en een lijst van externe "
    "IP-adressen, providers en domeinen.",
    en="Every year there is a self-inspection with review of the plan, copy to NBIV, and a list of external IPs, ISPs and domains.",
)
abro.judged(
    "AUD-05",
    at="5.5.1",
    by=("inkopende organisatie", "buyer"),
    scope="abro.chapter5",
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=tbb_4_cloud,
    nl="Bij TBB 4 werkt de cloudleverancier mee aan controles van de organisatie of NBIV.",
    en="At TBB 4 the provider cooperates with checks by the buyer or NBIV.",
)
abro.judged(
    "AUD-06",
    at="1.6.1, 1.6.3",
    by=("inkopende organisatie", "buyer"),
    kind="prohibits",
    duty_of="supplier",
    of_supplier=True,
    nl="De leverancier maakt het bestaan van het contract en contacten bij NBIV niet openbaar zonder schriftelijke toestemming.",
    en="The supplier does not publish the contract's existence or its NBIV contacts without written approval.",
)

digid = Chapter(LETTER_DIGID, scope="abro")

digid.advises(
    "AUD-04",
    at="3",
    phase="award",
    nl="NBIV controleert bij de start en tijdens de looptijd of de leverancier voldoet.",
    en="NBIV checks at the start and during the term whether the supplier complies.",
)

SUPPLIER_RULES = list(abro.rules)
BUYER_RULES = list(digid.rules)
