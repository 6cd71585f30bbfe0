"""The steps of the procurement and the examination by NBIV (law/abro.md 2.1 to 2.3)."""

from __future__ import annotations

from bestek import Chapter, launched
from bestek.vocabulary import procedure, supplier

from .definitions import any_tbb
from .facts import abro, supplier_abro
from .texts import (
    ABRO_2026,
    BUSINESS_GOV,
    DEFENCE_PAGE,
    FNC_TOOL,
    GOVERNMENT_NL,
    LAW_FIRM,
    LETTER_DIGID,
    LETTER_NS,
    PROXIMITIES,
)

ns = Chapter(LETTER_NS, scope="abro")
abro_text = Chapter(ABRO_2026)

# The buyer's documents ---------------------------------------------------------------------------------------

ns.prohibits(
    "TRN-04",
    at="14",
    scope=None,
    phase="publication",
    confidence="inferred",
    forbids=procedure.requirements_added_after_launch,
    nl="Tijdens een lopende procedure mogen geen eisen worden toegevoegd, ook ABRO niet.",
    en="No requirements may be added during a running procedure, ABRO included.",
)
ns.obliges(
    "PRO-01",
    at="13",
    phase="publication",
    demands=abro.announced_on <= launched,
    nl="De organisatie deelt bij de start van de aanbesteding mee dat ABRO wordt toegepast.",
    en="The buyer announces at the start of the tender that ABRO is applied.",
)
ns.permits(
    "PRO-02",
    at="13",
    also=[LETTER_DIGID.at("8")],
    scope=None,
    phase="selection",
    when=procedure.regime == "adv",
    nl="Onder de ADV mag de organisatie alleen bedrijven uit de EER en uit nader te bepalen landen toelaten. ABRO zelf "
    "geeft die mogelijkheid niet.",
    en="Under the ADV the buyer may admit only companies from the EEA and from countries still to be named. ABRO itself "
    "does not offer this.",
)
abro_text.obliges(
    "APP-13",
    at="1.4.1",
    demands=abro.tbb_overview.exists,
    nl="De organisatie geeft een ingevuld en goedgekeurd TBB-overzicht van deze opdracht. Zonder overzicht kan niet op "
    "TBB worden gecontroleerd.",
    en="The buyer gives a completed and approved TBB overview of this contract. Without it no check by TBB is possible.",
)
defence = Chapter(DEFENCE_PAGE, scope="abro")

defence.advises(
    "PRO-06",
    at="industrieveiligheid (oude pagina over ABDO)",
    confidence="inferred",
    phase="selection",
    when=abro.declaration_as_criterion,
    nl="Vraag de verklaring niet als selectiecriterium: een bedrijf kan haar niet hebben zonder concreet contract.",
    en="Do not ask for the declaration as a selection criterion: a company cannot hold one without a concrete contract.",
)
ns.permits(
    "APP-11",
    at="13",
    scope=None,
    phase="selection",
    when=~supplier.control_countries.within("NL"),
    nl="Buitenlands eigendom alleen is voor ABRO geen grond om een leverancier vooraf uit te sluiten.",
    en="Foreign ownership alone is no ground under ABRO to exclude a supplier beforehand.",
)

# NBIV and the declaration ------------------------------------------------------------------------------------

ns.obliges(
    "PRO-03",
    at="13",
    also=[BUSINESS_GOV.at("ABRO")],
    phase="award",
    when=supplier.role.is_in("winner", "contractor"),
    demands=supplier_abro.examination.is_in("pending", "done"),
    nl="Is de winnaar bekend, dan vraagt de organisatie NBIV om dat bedrijf te onderzoeken.",
    en="Once the winner is known, the buyer asks NBIV to examine that company.",
)
ns.obliges(
    "PRO-04",
    at="13",
    also=[BUSINESS_GOV.at("ABRO")],
    phase="contract",
    demands=supplier.security_declaration == "issued",
    unless=abro.no_declaration_grounds,
    nl="Zonder ABRO-verklaring wordt in beginsel geen contract gesloten en begint het werk niet.",
    en="Without an ABRO declaration in principle no contract is concluded and no work starts.",
)
ns.advises(
    "PRO-05",
    at="13",
    phase="award",
    when=~supplier_abro.risk_mitigable,
    nl="Kunnen de risico's niet worden beperkt, dan geeft NBIV geen verklaring.",
    en="If the risks cannot be limited, NBIV gives no declaration.",
)
law_firm = Chapter(LAW_FIRM, scope="abro")

law_firm.judged(
    "PRO-07",
    at="ABRO five things",
    by=("inkopende organisatie", "buyer"),
    phase="contract",
    of_supplier=True,
    nl="ABRO is deel van het contract; schending van ABRO is schending van het contract en kan leiden tot schorsing of "
    "intrekking van de verklaring.",
    en="ABRO is part of the contract; a breach of ABRO is a breach of contract and can lead to suspension or withdrawal "
    "of the declaration.",
)
government = Chapter(GOVERNMENT_NL, scope="abro")

government.advises(
    "PRO-08",
    at="ABRO",
    phase="award",
    nl="NBIV onderzoekt organisatie en bestuur, personeel, fysieke beveiliging, cyber en cloud.",
    en="NBIV examines organisation and management, personnel, physical security, cyber and cloud.",
)
proximities = Chapter(PROXIMITIES, scope="abro")

proximities.advises(
    "PRO-09",
    at="vragen en antwoorden",
    phase="award",
    nl="Het onderzoek door NBIV is gratis; de kosten van het voldoen zijn voor het bedrijf.",
    en="The examination by NBIV is free; the costs of complying fall on the company.",
)
abro_text.obliges(
    "PRO-10",
    at="1.1.10",
    phase="award",
    duty_of="supplier",
    when=any_tbb & supplier_abro.self_inspection_requested,
    demands=supplier_abro.self_inspection.exists,
    nl="Vraagt NBIV erom, dan doet de leverancier een zelfinspectie voor de verklaring.",
    en="If NBIV asks for it, the supplier does a self-inspection for the declaration.",
)
abro_text.permits(
    "PRO-11",
    at="1.3.9",
    phase="contract",
    nl="De organisatie mag, met NBIV, extra maatregelen stellen, zoals verwerking op Nederlandse bodem door een "
    "Nederlandse rechtspersoon.",
    en="The buyer may, with NBIV, set extra measures, such as processing on Dutch soil by a Dutch legal entity.",
)
abro_text.judged(
    "PRO-12",
    at="1.4.6",
    by=("NBIV", "NBIV"),
    phase="performance",
    duty_of="supplier",
    of_supplier=True,
    when=abro.extra_measures_imposed,
    nl="Bij een onvoorziene situatie kunnen redelijke extra maatregelen worden opgelegd; de leverancier volgt die op.",
    en="In an unforeseen situation reasonable extra measures can be imposed; the supplier follows them.",
)

# Running defence contracts -----------------------------------------------------------------------------------

extension = Chapter(FNC_TOOL, scope="abdo")

extension.advises(
    "TRN-07",
    at="abdo.html",
    phase="performance",
    when=abro.contract_extended,
    nl="Volgens één hulpmiddel valt een verlengd ABDO-contract onder ABRO; het voorwoord van ABRO spreekt van de duur "
    "van het contract. Laat dit nagaan.",
    en="One tool says that an extended ABDO contract falls under ABRO; the foreword of ABRO speaks of the term of the "
    "contract. Have this checked.",
)

BUYER_RULES = [
    rule
    for chapter in (ns, abro_text, defence, government, proximities, extension)
    for rule in chapter.rules
    if not rule.of_supplier
]
SUPPLIER_RULES = [rule for chapter in (ns, abro_text, law_firm) for rule in chapter.rules if rule.of_supplier]
