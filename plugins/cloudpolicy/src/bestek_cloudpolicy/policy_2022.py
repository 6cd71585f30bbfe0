"""The cloud policy of 2022 (Kamerstuk 26643, nr. 904; law/cloudpolicy.md 2.1). Leaving stands in `leaving`.

The scope is the use of public cloud (CP22-01), so a rule names the public cloud only where it forbids it.
"""

from __future__ import annotations

from bestek import Chapter
from bestek.shared import EEA
from bestek.vocabulary import documents, information, service, supplier

from .definitions import (
    base_registry,
    explained_to_cio,
    not_yet_signed,
    public_cloud,
    reported_in_time,
    safeguarded,
    special_categories,
    state_secret,
    stored_adequately,
)
from .facts import cloudpolicy
from .texts import (
    COMPUTER_WEEKLY,
    CP_2022,
    DPIA_NU,
    FORUM,
    LETTER_DIGID,
    LETTER_NS,
    NEWS_2022,
    NOT_SEEN,
    STADSZAKEN,
    TECHZINE,
)

POINT_5, POINT_6 = FORUM.at("bijlage 5, punt 5"), FORUM.at("bijlage 5, punt 6")
OPENING = "opening van de brief"
BY_LETTER = "zoals de brief van 25 juni 2026 het weergeeft (vraag 3)"

policy = Chapter(CP_2022)

# Whether the public cloud is allowed -------------------------------------------------------------------------

policy.prohibits(
    "CP22-06",
    at=NOT_SEEN,
    also=[POINT_5, TECHZINE.at("87340"), NEWS_2022.at("29 augustus 2022")],
    same_as="abro/CLD-02",
    when=state_secret,
    forbids=public_cloud,
    nl="Staatsgeheimen mogen niet in een publieke cloud.",
    en="State secrets may not be in a public cloud.",
)
policy.permits(
    "CP22-07",
    at=OPENING,
    confidence="verbatim",
    when=information.classification <= "departmental_confidential",
    nl="Tot en met Departementaal VERTROUWELIJK kan de minister besluiten tot publieke cloud, op basis van de risicoanalyse.",
    en="Up to and including departmental confidential the minister may decide for public cloud, on the basis of the risk "
    "analysis.",
)
policy.prohibits(
    "CP22-07b",
    at=OPENING,
    confidence="inferred",
    when=information.classification == "departmental_confidential",
    forbids=public_cloud,
    unless=cloudpolicy.minister_decision.exists & documents.risk_analysis.exists,
    nl="Departementaal VERTROUWELIJKE informatie gaat alleen naar een publieke cloud als de minister daartoe heeft besloten, op "
    "basis van de risicoanalyse.",
    en="Departmental confidential information goes to a public cloud only if the minister so decided, on the basis of the risk "
    "analysis.",
)
policy.prohibits(
    "CP22-11",
    at=NOT_SEEN,
    also=[DPIA_NU.at("9a en 9b"), STADSZAKEN.at("4538"), NEWS_2022.at("29 augustus 2022")],
    time="today",
    when=special_categories,
    forbids=~stored_adequately,
    unless=explained_to_cio,
    nl="Bijzondere persoonsgegevens mogen niet in een publieke cloud, tenzij opslag en verwerking aantoonbaar in de EER of onder "
    "een adequaatheidsbesluit zijn, of de afwijking met ten minste de DPIA is uitgelegd aan CIO Rijk.",
    en="Special categories of personal data may not be in a public cloud, unless storage and processing are demonstrably in the "
    "EEA or under an adequacy decision, or the deviation is explained to CIO Rijk with at least the DPIA.",
)
policy.obliges(
    "CP22-12",
    at=NOT_SEEN,
    also=[DPIA_NU.at("9c")],
    phase="contract",
    time="today",
    when=(special_categories | base_registry) & ~stored_adequately,
    demands=explained_to_cio,
    nl="Zijn er voor bijzondere persoonsgegevens of een basisregistratie alleen waarborgen zoals een modelcontract, of zelfs die "
    "niet, dan gaat de uitleg (ten minste de DPIA) naar CIO Rijk zodra die is vastgesteld.",
    en="Where special categories or a base registry have only safeguards such as standard clauses, or not even those, the "
    "explanation (at least the DPIA) goes to CIO Rijk as soon as it is adopted.",
)
policy.prohibits(
    "CP22-13",
    at=NOT_SEEN,
    also=[POINT_6, STADSZAKEN.at("4538"), COMPUTER_WEEKLY.at("252524519")],
    when=base_registry,
    forbids=public_cloud,
    unless=cloudpolicy.base_registry_exception,
    nl="Een basisregistratie of de bron daarvan staat in beginsel niet in een publieke cloud (nee, tenzij).",
    en="A base registry or its source is in principle not in a public cloud (no, unless).",
)

# Risk --------------------------------------------------------------------------------------------------------

policy.obliges(
    "CP22-08",
    at=OPENING,
    confidence="verbatim",
    demands=documents.risk_analysis.exists,
    nl="Het departement heeft zicht op de risico's van ieder gebruik van publieke cloud, vooraf en tijdens het gebruik.",
    en="The department keeps the risks of each use of public cloud in view, before and during use.",
)
policy.obliges(
    "CP22-17",
    at=OPENING,
    also=[FORUM.at("bijlage 5"), TECHZINE.at("87340")],
    demands=documents.risk_analysis.exists & (not_yet_signed | (documents.risk_analysis < service.goes_live_on)),
    nl="De risicoanalyse is er voor het gebruik begint, volgens het kader van CIO Rijk.",
    en="The risk analysis is there before use begins, by the framework of CIO Rijk.",
)
policy.obliges(
    "CP22-09",
    at=OPENING,
    confidence="verbatim",
    when=information.personal,
    demands=documents.dpia_prescan.exists & (~information.high_risk | documents.dpia.exists),
    nl="Bij persoonsgegevens in een publieke cloud is er een goedgekeurde pre-scan DPIA; is het risico hoog, dan ook een DPIA "
    "met gronden, aard, risico's en maatregelen.",
    en="With personal data in a public cloud there is an approved pre-scan DPIA; if the risk is high, also a DPIA with grounds, "
    "nature, risks and measures.",
)
policy.obliges(
    "CP22-14",
    at=BY_LETTER,
    confidence="verbatim",
    also=[LETTER_DIGID.at("3")],
    demands=documents.extraterritorial_analysis.exists,
    nl="De risicoanalyse laat zien of het land van de cloudleverancier via extraterritoriale wetten bij de gegevens kan.",
    en="The risk analysis shows whether the cloud provider's country can reach the data through extraterritorial law.",
)
policy.obliges(
    "CP22-15",
    at=BY_LETTER,
    confidence="verbatim",
    also=[LETTER_DIGID.at("3")],
    demands=documents.mitigation_plan.exists,
    nl="Plannen om schade te beperken zijn overwogen.",
    en="Plans to limit damage have been considered.",
)
policy.obliges(
    "CP22-16",
    at=NOT_SEEN,
    also=[POINT_6],
    demands=cloudpolicy.organisation_policy.exists,
    nl="Ieder departement heeft een eigen cloudbeleid.",
    en="Each department has its own cloud policy.",
)

# Where the data are ------------------------------------------------------------------------------------------

policy.obliges(
    "CP22-10",
    at=BY_LETTER,
    confidence="verbatim",
    also=[LETTER_DIGID.at("3")],
    time="today",
    demands=stored_adequately | safeguarded,
    nl="Gegevens in een publieke cloud worden verwerkt in de EER, in een land met een adequaatheidsbesluit, of in een land dat "
    "op een andere manier voldoet aan artikel 46 AVG.",
    en="Data in a public cloud are processed in the EEA, in a country with an adequacy decision, or in a country that otherwise "
    "meets article 46 GDPR.",
)

# The supplier ------------------------------------------------------------------------------------------------

policy.prohibits(
    "CP22-19",
    at=NOT_SEEN,
    also=[POINT_6, STADSZAKEN.at("4538"), TECHZINE.at("87340"), NEWS_2022.at("29 augustus 2022")],
    phase="selection",
    forbids=supplier.offensive_cyber_country,
    nl="Een leverancier of dienst uit een land met een actief cyberprogramma tegen Nederlandse belangen wordt uitgesloten "
    "(criteria van C2000).",
    en="A supplier or service from a country with an active cyber programme aimed at Dutch interests is excluded (C2000 "
    "criteria).",
)
policy.obliges(
    "CP22-20",
    at=NOT_SEEN,
    also=[POINT_6],
    phase="selection",
    of_supplier=True,
    judge=("inkopende organisatie", "buyer"),
    open_norm="bestaande ICT-voorwaarden (de tekst noemt ze niet; de BIO hoort erbij, afgeleid; in eigen woorden)",
    nl="De clouddienst voldoet aan de bestaande ICT-voorwaarden.",
    en="The cloud service meets the existing ICT conditions.",
)
letter = Chapter(LETTER_NS, scope=None)

letter.advises(
    "CP22-14b",
    at="5",
    phase="award",
    same_as="abro/JUR-02",
    when=~supplier.control_countries.within(EEA),
    nl="Wetten als de CLOUD Act, FISA 702 en EO 12333 kunnen leiden tot ongewenste toegang bij een leverancier onder "
    "zeggenschap van buiten de EER. Leg dat risico vast; het is geen overtreding.",
    en="Laws such as the CLOUD Act, FISA 702 and EO 12333 can lead to unwanted access at a supplier under control from outside "
    "the EEA. Record that risk; it is no breach.",
)

# Accounting for it -------------------------------------------------------------------------------------------

policy.obliges(
    "CP22-21",
    at=NOT_SEEN,
    also=[POINT_6, DPIA_NU.at("rapportage")],
    phase="performance",
    demands=reported_in_time,
    nl="Het gebruik van publieke cloud wordt ieder jaar gemeld aan CIO Rijk.",
    en="The use of public cloud is reported to CIO Rijk every year.",
)
policy.obliges(
    "CP22-22",
    at=NOT_SEEN,
    also=[POINT_6],
    phase="contract",
    demands=cloudpolicy.decision_published.exists,
    nl="De besluiten zijn openbaar volgens de Woo.",
    en="The decisions are open under the Open Government Act (Woo).",
)

RULES = [*policy.rules, *letter.rules]
BUYER_RULES = [rule for rule in RULES if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in RULES if rule.of_supplier]
