"""The texts that the rules rest on, as far as they were read for the brief law/cloudpolicy.md.

Only the two letters were read as such, and the opening of the cloud policy of 2022. What the policy of 2026, the
framework of 2023 and VIR-BI 2025 say was read through others. Nobody has yet compared any of them with the
official text, so `checked_by` is empty everywhere.
"""

from __future__ import annotations

from datetime import date

from bestek import Instrument

READ = date(2026, 11, 21)
CP22_STARTS = date(2022, 8, 29)
CP26_STARTS = date(2026, 7, 3)
NOT_SEEN = "vindplaats niet gezien"  # the rule comes from a source that does not say where in the text it stands

CP_2022 = Instrument(
    "cp-2022",
    ("Rijksbreed cloudbeleid 2022", "Government-wide cloud policy 2022"),
    "Kamerstuk 26643, nr. 904 (2022D33299)",
    scope="cloudpolicy",
    url="https://zoek.officielebekendmakingen.nl/kst-26643-904.html",
    valid_from=CP22_STARTS,
    valid_until=CP26_STARTS,
    confidence="secondary",
    note=(
        "Alleen de opening van de brief is gelezen; dat dit beleid eindigt op de dag van het nieuwe is afgeleid",
        "Only the opening of the letter was read; that it ends on the first day of the new policy is inferred",
    ),
)
CP_2026 = Instrument(
    "cp-2026",
    ("Herziening rijksbreed cloudbeleid 2026", "Revised government-wide cloud policy 2026"),
    "Kamerstuk 26643, nr. 1541 (brief 2026D35294, beleid 2026D35295)",
    scope="cloudpolicy",
    valid_from=CP26_STARTS,
    confidence="secondary",
    note=(
        "Niet gelezen: de regels en paragraafnummers komen uit hulpmiddelen en samenvattingen van anderen",
        "Not read: rules and section numbers come from tools and summaries by others",
    ),
)
IK_2023 = Instrument(
    "ik-2023",
    ("Implementatiekader risicoafweging cloudgebruik", "Implementation framework for weighing the risk of cloud use"),
    "ronl-734f947ec6465e4f75a56bed82fe64a1135f71a8, 5 januari 2023",
    scope="ik2023",
    valid_from=date(2023, 1, 5),
    confidence="secondary",
    note=(
        "Niet gelezen: de niveaus komen uit een quickscan van een departement, die er eigen beleid bij kan hebben gezet",
        "Not read: its levels come from one department's quick scan, which may have added policy of its own",
    ),
)
VIRBI_2025 = Instrument(
    "virbi-2025",
    (
        "Besluit voorschrift informatiebeveiliging rijksdienst bijzondere informatie 2025 (VIR-BI 2025)",
        "Decree on information security of special information in central government 2025 (VIR-BI 2025)",
    ),
    "BWBR0051482; Stcrt. 2025, 30222",
    scope="virbi_cloud",
    valid_from=date(2025, 9, 9),
    confidence="secondary",
    note=(
        "Alleen wat de brief van 25 juni 2026 erover zegt is gelezen",
        "Only what the letter of 25 June 2026 says about it was read",
    ),
)
AVG = Instrument(
    "avg",
    ("Algemene verordening gegevensbescherming (AVG)", "General Data Protection Regulation (GDPR)"),
    "Verordening (EU) 2016/679",
    scope="avg",
    valid_from=date(2018, 5, 25),
    note=(
        "Hoofdstuk V, gelezen op de pagina van de Autoriteit Persoonsgegevens over doorgifte",
        "Chapter V, read on the Dutch supervisor's page on transfers",
    ),
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


def _page(id: str, title: str, citation: str) -> Instrument:
    """A page or tool that explains the law: never more than a secondary source."""
    return Instrument(id, (title, title), citation, confidence="secondary")


FORUM = _page(
    "forum-standaardisatie",
    "Forum Standaardisatie, onderzoek cloudstandaarden, bijlagen 5 en 6",
    "GitHub brienen/onderzoek-cloudstandaarden, rapport_8.md en rapport_9.md",
)
STADSZAKEN = _page("stadszaken", "Stadszaken, rijksbreed cloudbeleid 2022", "stadszaken.nl/artikel/4538")
DPIA_NU = _page(
    "dpia-nu",
    "dpia.nu, DPIA in het rijksbrede cloudbeleid 2022",
    "dpia.nu/redactie/dpia-krijgt-prominente-plek-in-rijksbrede-cloudbeleid-2022",
)
NEWS_2022 = _page("nieuws-2022", "Nieuwsbericht van 29 augustus 2022 (kopie)", "taketonews.com")
TECHZINE = _page("techzine-2022", "Techzine, cloud policy 2022", "techzine.eu, 87340")
COMPUTER_WEEKLY = _page("computer-weekly", "Computer Weekly, cloud policy 2022", "computerweekly.com, 252524519")
DATA_GUIDANCE = _page("dataguidance", "DataGuidance, brief van de AP, 14 november 2022", "dataguidance.com")
SSC_ICT = _page("ssc-ict", "SSC-ICT Connect, In de wolken 2", "ssc-ictspecials.nl/connect/2024/02/in-de-wolken-2")
QUICK_SCAN = _page("ib-privacy-quickscan", "IB & Privacy Quickscan", "eerste quickscan, tijd van de BIO 1")
COMPLIANCOMATIC = _page("compliancomatic", "Compliancomatic Quickscan 2.0", "Compliancomatic Quickscan 2.0")
ARCKIT = _page("arckit-nl", "ArcKit, Nederlandse aanvulling", "arckit-nl: nl-cloud, nl-exit, nl-tbb, nl-dtia")
NERDS = _page("nerds", "NeRDS, richtlijn cloud", "nederlandsedigitaledienst.github.io/NeRDS/richtlijnen/cloud")
DPIA_TOOL = _page("dpia-assistent", "DPIA-assistent van de overheid", "referentie van de DPIA-assistent")
WILL_SWITCH = _page("willswitch", "Willswitch, Uitstaptoets", "willswitch.nl")
DPF_PROFILE = _page("us-dpf", "Landenprofiel VS, Data Privacy Framework", "TIA-landenprofiel VS")

INSTRUMENTS = (
    CP_2022,
    CP_2026,
    IK_2023,
    VIRBI_2025,
    AVG,
    LETTER_NS,
    LETTER_DIGID,
    FORUM,
    STADSZAKEN,
    DPIA_NU,
    NEWS_2022,
    TECHZINE,
    COMPUTER_WEEKLY,
    DATA_GUIDANCE,
    SSC_ICT,
    QUICK_SCAN,
    COMPLIANCOMATIC,
    ARCKIT,
    NERDS,
    DPIA_TOOL,
    WILL_SWITCH,
    DPF_PROFILE,
)
