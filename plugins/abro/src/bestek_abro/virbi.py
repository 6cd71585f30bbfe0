"""VIR-BI 2025: what the buyer does with special information (law/abro.md 2.1, 2.2 and 2.7)."""

from __future__ import annotations

from datetime import date

from bestek import Chapter
from bestek.vocabulary import documents, information, procedure, service

from .definitions import market_cloud, of_a_treaty, public_cloud, special_information, state_secret
from .facts import abro
from .texts import LETTER_DIGID, VIRBI_2025

AUTHOR = ("wie de inhoud vaststelt", "the person who sets the content")
BVA = ("beveiligingsautoriteit (BVA)", "security authority (BVA)")

virbi = Chapter(VIRBI_2025, time="today")

virbi.obliges(
    "VIR-03",
    at="4(3), 5(3)",
    when=special_information,
    demands=abro.classification_decided.exists,
    nl="De auteur stelt de rubricering voor; wie de inhoud vaststelt, bepaalt haar, en alleen die mag haar herzien of beëindigen.",
    en="The author proposes the classification; whoever sets the content decides it, and only that person may review or end it.",
)
virbi.judged(
    "VIR-04",
    at="5",
    by=AUTHOR,
    when=special_information,
    unless=of_a_treaty,
    nl="De rubricering heeft een maximale duur of een gebeurtenis waarna zij eindigt, behalve bij verdragsinformatie "
    "en wettelijke geheimen.",
    en="The classification has a maximum period or an event that ends it, save for treaty information and statutory secrets.",
)
virbi.judged(
    "VIR-05",
    at="7(1)",
    by=BVA,
    phase="contract",
    when=special_information & market_cloud,
    nl="Voor bijzondere informatie buiten de rijksdienst gelden dezelfde beveiligingseisen en hetzelfde toezicht; "
    "daarom is bij leveranciers ABRO nodig.",
    en="Special information outside central government keeps the same security requirements and supervision; this is "
    "why suppliers need ABRO.",
)
virbi.obliges(
    "VIR-06",
    at="6(3), 7(2)",
    phase="contract",
    when=of_a_treaty,
    demands=abro.origin_consent.exists & abro.origin_approval.exists,
    nl="Verdragsinformatie gaat alleen naar derden met toestemming vooraf van de partij waarvan zij komt, en wordt pas "
    "verwerkt na goedkeuring van de bevoegde autoriteit.",
    en="Treaty information goes to third parties only with prior consent of its origin, and is processed only after "
    "approval by the competent authority.",
)
virbi.obliges(
    "VIR-07",
    at="3(1)b",
    phase="contract",
    when=special_information,
    demands=abro.accredited.exists & ((procedure.stage < "contract") | (abro.accredited < service.goes_live_on)),
    by=service.goes_live_on,
    nl="De secretaris-generaal accrediteert de verwerking vooraf.",
    en="The secretary-general accredits the processing in advance.",
)
virbi.obliges(
    "VIR-08",
    at="bijlage",
    when=special_information & abro.virbi_deviation,
    demands=documents.risk_analysis.exists
    & (
        (abro.virbi_deviation_approved_by == "director_general")
        | (
            (information.classification == "departmental_confidential")
            & (abro.virbi_deviation_approved_by >= "director")
        )
    ),
    nl="Een afwijking van de bijlage staat met redenen in de risicoanalyse en is goedgekeurd: bij Dep. VERTROUWELIJK door "
    "ten minste een directeur, bij staatsgeheim door een directeur-generaal.",
    en="A deviation from the annex is reasoned in the risk analysis and approved: for departmental confidential by at "
    "least a director, for state secrets by a director-general.",
)
virbi.permits(
    "TRN-10",
    at="11",
    valid_from=date(2025, 9, 9),
    valid_until=date(2026, 3, 9),
    when=abro.met_virbi_2013,
    nl="Informatie die al gerubriceerd was en geheel voldeed aan VIR-BI 2013, heeft zes maanden uitstel van nieuwe "
    "maatregelen. Oude rubriceringen worden binnen tien jaar herzien.",
    en="Information that was already classified and fully met VIR-BI 2013 has six months' relief from added measures. "
    "Old classifications are reviewed within ten years.",
)
virbi.obliges(
    "INC-03",
    at="8",
    phase="performance",
    when=abro.information_compromised,
    demands=abro.compromise_reported.exists,
    nl="Een ambtenaar meldt (mogelijke) compromittering van bijzondere informatie meteen bij de beveiligingsautoriteit.",
    en="A civil servant reports (possible) compromise of special information to the security authority at once.",
)

digid = Chapter(LETTER_DIGID, scope="virbi")

digid.prohibits(
    "CLD-02",
    at="3",
    time="today",
    when=state_secret,
    forbids=public_cloud,
    nl="Voor staatsgeheimen is publieke cloud niet toegestaan.",
    en="Public cloud is not allowed for state secrets.",
)

RULES = [*virbi.rules, *digid.rules]
