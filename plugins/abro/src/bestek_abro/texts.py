"""The texts that the rules rest on, as far as they were read for the brief law/abro.md.

Only the two letters and VIR-BI 2025 were read as such. Of the ABRO annex and ABDO 2019 a transcription was
read, of the framework decision the preamble and article 1, of everything else a page or its opening. Nobody
has yet compared any of them with the official text, so `checked_by` is empty everywhere.
"""

from __future__ import annotations

from datetime import date

from bestek import Instrument

READ = date(2026, 11, 21)

ABRO_2026 = Instrument(
    "abro-2026",
    (
        "Algemene Beveiligingseisen voor Rijksoverheidsopdrachten 2026",
        "General Security Requirements for Central Government Contracts 2026",
    ),
    "bijlage bij Stcrt. 2025, 39538",
    scope="abro",
    url="https://zoek.officielebekendmakingen.nl/stcrt-2025-39538.html",
    valid_from=date(2026, 1, 1),
    confidence="transcribed",
    note=(
        "Gelezen in een transcriptie van derden (445 eisen met TBB-markeringen); bijlagen en definities ontbraken",
        "Read in a third-party transcription (445 requirements with TBB marks); annexes and definitions were missing",
    ),
)
FRAMEWORK_DECISION = Instrument(
    "kaderbesluit-abro",
    ("Kaderbesluit ABRO rijksdienst", "Framework decision ABRO central government"),
    "Stcrt. 2025, 39538",
    url="https://zoek.officielebekendmakingen.nl/stcrt-2025-39538.html",
    valid_from=date(2026, 1, 1),
    note=("Alleen de aanhef en artikel 1 zijn gelezen", "Only the preamble and article 1 were read"),
)
VIRBI_2025 = Instrument(
    "virbi-2025",
    (
        "Besluit voorschrift informatiebeveiliging rijksdienst bijzondere informatie 2025 (VIR-BI 2025)",
        "Decree on information security of special information in central government 2025 (VIR-BI 2025)",
    ),
    "BWBR0051482; Stcrt. 2025, 30222",
    scope="virbi",
    url="https://wetten.overheid.nl/BWBR0051482",
    valid_from=date(2025, 9, 9),
    note=("Gelezen in een kopie; de tabellen ontbraken", "Read in a copy; its tables were missing"),
)
ABDO_2019 = Instrument(
    "abdo-2019",
    (
        "Algemene Beveiligingseisen voor Defensieopdrachten 2019",
        "General Security Requirements for Defence Contracts 2019",
    ),
    "ABDO 2019",
    scope="abdo",
    valid_from=date(2019, 11, 1),
    confidence="transcribed",
    note=("Gelezen in een transcriptie van derden", "Read in a third-party transcription"),
)
LETTER_NS = Instrument(
    "letter-ns",
    (
        "Beantwoording Kamervragen over ICT-uitbesteding door NS",
        "Answers to parliamentary questions on ICT outsourcing by NS",
    ),
    "Kamerbrief 13 april 2026, kenmerk 2026-0000142728",
    read_on=READ,
)
LETTER_DIGID = Instrument(
    "letter-digid",
    (
        "Beantwoording Kamervragen over DigiD, Solvinity en Kyndryl",
        "Answers to parliamentary questions on DigiD, Solvinity and Kyndryl",
    ),
    "Kamerbrief 25 juni 2026, kenmerk 2026-0000294466",
    read_on=READ,
)
TBB_METHOD = Instrument(
    "tbb-systematiek-1.0",
    ("TBB-systematiek 1.0 (Toolkit VIR-BI 2025)", "TBB method 1.0 (Toolkit VIR-BI 2025)"),
    "TBB-systematiek v1.0, 6 juni 2026",
    status="method",
    valid_from=date(2026, 6, 6),
    confidence="secondary",
    note=("Gelezen via een samenvatting van derden", "Read through a third party's summary"),
)
CBW_REGULATION = Instrument(
    "cyberbeveiligingsregeling-overheid",
    (
        "Cyberbeveiligingsregeling sector overheid, bijlage 1",
        "Cybersecurity regulation for the government sector, annex 1",
    ),
    "Stcrt. 2026, 27679",
    valid_from=date(2026, 8, 15),
    confidence="secondary",
    note=("Gelezen via een hulpmiddel van derden", "Read through a third party's tool"),
)


def _page(id: str, title: str, citation: str) -> Instrument:
    """A page that explains the law: never more than a secondary source."""
    return Instrument(id, (title, title), citation, confidence="secondary")


BUSINESS_GOV = _page(
    "business-gov", "business.gov.nl, ABRO", "business.gov.nl, security requirements government contracts (ABRO)"
)
GOVERNMENT_NL = _page(
    "government-nl", "government.nl, ABRO", "government.nl, security requirements for government contracts"
)
DEFENCE_PAGE = _page("defensie-nl", "defensie.nl, beveiligingsonderzoek bedrijven", "defensie.nl, industrieveiligheid")
LAW_FIRM = _page("nautadutilh", "NautaDutilh, ABRO: five things", "nautadutilh.com, 19 februari 2026")
PROXIMITIES = _page("proximities", "Proximities, vragen en antwoorden over ABRO", "proximities.com")
QUICK_SCAN = _page("compliancomatic", "Compliancomatic Quickscan 2.0", "Compliancomatic Quickscan 2.0")
FNC_TOOL = _page("fnc-tool", "fnc-tool, TBB en ABDO", "zero0f4/fnc-tool, 30 april 2026")

INSTRUMENTS = (
    ABRO_2026,
    VIRBI_2025,
    ABDO_2019,
    FRAMEWORK_DECISION,
    LETTER_NS,
    LETTER_DIGID,
    TBB_METHOD,
    CBW_REGULATION,
    BUSINESS_GOV,
    GOVERNMENT_NL,
    DEFENCE_PAGE,
    LAW_FIRM,
    PROXIMITIES,
    QUICK_SCAN,
    FNC_TOOL,
)
