"""The texts that the rules rest on, as far as they were read for the brief law/cadasov.md.

Only the two letters were read as such. Of everything else a transcription, a page that quotes it, or a
commentary was read, and nobody has yet compared any of it with the official text: `checked_by` is empty
everywhere. A law of another state is one instrument each, because each has its own life.
"""

from __future__ import annotations

from datetime import date

from bestek import Instrument

READ = date(2026, 11, 21)

CSF = Instrument(
    "csf-1.2.1",
    ("Cloud Sovereignty Framework, versie 1.2.1", "Cloud Sovereignty Framework, version 1.2.1"),
    "Europese Commissie, DG DIGIT, versie 1.2.1, oktober 2025",
    scope="csf",
    status="method",
    url="https://commission.europa.eu/document/09579818-64a6-4dd5-9577-446ab6219113_en",
    valid_from=date(2025, 10, 20),
    note=(
        "Methode voor aanbestedingen, geen wetgeving. Gelezen in een transcriptie van derden; versie 1.2 is van september 2025",
        "A procurement method, not legislation. Read in a third-party transcription; version 1.2 is of September 2025",
    ),
)
CSF_GUIDANCE = Instrument(
    "csf-guidance-2026",
    (
        "Cloud Sovereignty Framework, handreiking en rekenblad van 1 juni 2026",
        "Cloud Sovereignty Framework, implementation guidance and calculator of 1 June 2026",
    ),
    "Europese Commissie, DG DIGIT, 1 juni 2026",
    status="method",
    url="https://commission.europa.eu/document/download/2ad80a48-166f-4c77-a513-80c53ca2a128_en",
    valid_from=date(2026, 6, 1),
    confidence="secondary",
    note=(
        "Gelezen via een sjabloon dat de handreiking aanhaalt en een transcriptie van het rekenblad",
        "Read through a template that quotes the guidance and a transcription of the calculator",
    ),
)
CADA = Instrument(
    "cada-proposal",
    (
        "Voorstel voor een verordening over de ontwikkeling van cloud en AI (CADA)",
        "Proposal for a Cloud and AI Development Act (CADA)",
    ),
    "COM(2026) 502 final; 2026/0138(COD)",
    scope="cada",
    status="proposal",
    confidence="secondary",
    note=(
        "Voorstel van 3 juni 2026, nog niet aangenomen. Gelezen via pagina's die artikelen aanhalen; bijlage II in een "
        "transcriptie. Bijlage II, 3.1(g), verwijst naar artikel 19, bedoeld is artikel 18 (CADA-33)",
        "Proposal of 3 June 2026, not adopted yet. Read through pages that quote articles; annex II in a transcription. "
        "Annex II, 3.1(g), refers to article 19 where article 18 is meant (CADA-33)",
    ),
)
DATA_ACT = Instrument(
    "data-act",
    ("Dataverordening (Data Act)", "Data Act"),
    "Verordening (EU) 2023/2854; CELEX 32023R2854",
    scope="data_act",
    valid_from=date(2025, 9, 12),
    note=(
        "Gelezen op pagina's met de tekst van de artikelen 16 en 23 tot en met 34. De Digitale Omnibus, COM(2025) 837, zou de "
        "verordening wijzigen; over overstappen was in juni 2026 nog geen akkoord",
        "Read on pages with the text of articles 16 and 23 to 34. The Digital Omnibus, COM(2025) 837, would amend it; switching "
        "was still disputed in June 2026",
    ),
)

# The laws of other states, each with its own life --------------------------------------------------------------

CLOUD_ACT = Instrument(
    "cloud-act",
    ("CLOUD Act (Verenigde Staten)", "CLOUD Act (United States)"),
    "18 U.S.C. 2713 (Stored Communications Act), in werking sinds 2018",
    scope="laws",
    confidence="secondary",
    note=(
        "De EU heeft geen uitvoeringsovereenkomst met de Verenigde Staten, dus er is geen verdrag om op terug te vallen",
        "The EU has no executive agreement with the United States, so there is no treaty to fall back on",
    ),
)
FISA_702 = Instrument(
    "fisa-702",
    ("FISA, artikel 702 (Verenigde Staten)", "FISA section 702 (United States)"),
    "50 U.S.C. 1881a",
    scope="laws",
    valid_until=date(2026, 6, 12),
    confidence="secondary",
    note=(
        "Verliep op 12 juni 2026, na verlengingen van 20 en 30 april 2026. Een latere stand is niet gevonden",
        "Lapsed on 12 June 2026, after extensions from 20 and 30 April 2026. A later state was not found",
    ),
)
FISA_702_CERTIFICATIONS = Instrument(
    "fisa-702-certifications",
    (
        "Doorlopende certificeringen onder FISA, artikel 702 (Verenigde Staten)",
        "Certifications under FISA section 702 that run on (United States)",
    ),
    "50 U.S.C. 1881a, certificeringen van de rechtbank",
    scope="laws",
    valid_from=date(2026, 6, 12),
    confidence="secondary",
    note=(
        "Lopen tot in 2027 (genoemd wordt maart), dus het verzamelen gaat door; de laatste dag is niet bekend",
        "They run into 2027 (March is named), so collection goes on; the last day is not known",
    ),
)
EO_12333 = Instrument(
    "eo-12333",
    ("Executive Order 12333 (Verenigde Staten)", "Executive Order 12333 (United States)"),
    "Executive Order 12333 (1981)",
    scope="laws",
    confidence="secondary",
)
CHINA_CYBERSECURITY = Instrument(
    "china-cybersecurity-law",
    ("Cyberbeveiligingswet (China)", "Cybersecurity Law (China)"),
    "genoemd in het Cloud Sovereignty Framework, versie 1.2.1, paragraaf 4",
    scope="laws",
    note=(
        "Alleen genoemd als voorbeeld van een wet met werking over de grens; hoe zij aangrijpt is niet onderzocht",
        "Only named as an example of a law with cross-border reach; how it attaches was not researched",
    ),
)
VULNERABILITY_LAWS = Instrument(
    "vulnerability-reporting-laws",
    (
        "Wetten die een vroege melding van kwetsbaarheden eisen (een soort wet)",
        "Laws that require early reporting of vulnerabilities (a class of laws)",
    ),
    "omschreven in COM(2026) 502 final, bijlage II, 1(g) en 2-3(i)(iii)",
    scope="laws",
)
EXPORT_CONTROL = Instrument(
    "export-control-and-sanctions",
    ("Exportcontrole en sancties (een soort wet)", "Export control and sanctions (a class of laws)"),
    "omschreven in het Cloud Sovereignty Framework, criterium 2.4, en COM(2026) 502 final, bijlage II, (g)(iv)",
    scope="laws",
    confidence="secondary",
)

# Letters and other sources -------------------------------------------------------------------------------------

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
AVG = Instrument(
    "avg",
    ("Algemene verordening gegevensbescherming (AVG)", "General Data Protection Regulation (GDPR)"),
    "Verordening (EU) 2016/679",
    confidence="inferred",
)


def _page(id: str, title: str, citation: str) -> Instrument:
    """A page that explains the law: never more than a secondary source."""
    return Instrument(id, (title, title), citation, confidence="secondary")


WEIGHTS_LOG = _page(
    "csf-weights-log", "Beslislog over de twee gewichtensets", "onafhankelijk beslislog, [F6] in law/cadasov.md"
)
NCSC_MEMO = _page(
    "ncsc-memo-2022",
    "Memo voor het NCSC over de CLOUD Act (Greenberg Traurig, 2022)",
    "pinsentmasons.com; legal.digital",
)
DATA_SOVEREIGNTY = _page(
    "datasoevereiniteit", "Datasoevereiniteit, deel 2; Computable 17 augustus 2022", "rechtentechniek.nl; computable.nl"
)
COLOGNE_OPINION = _page(
    "cologne-opinion", "Advies van de Universiteit van Keulen, maart 2025", "rakoellner.de; heise.de; itmagazine.ch"
)
WHITE_PAPER = _page(
    "us-white-paper-2020", "Over het Amerikaanse white paper van 28 september 2020", "accesspartnership.com"
)
FISA_NEWS = _page(
    "fisa-702-news", "Berichten over het verlopen van FISA 702", "lawfaremedia.org; R48592; cgnnews.net, 12 juni 2026"
)
SECTION_2713 = _page("lumen-2713", "Aanhaling van 18 U.S.C. 2713", "lumengroup.nl, oktober 2022")

INSTRUMENTS = (
    CSF,
    CSF_GUIDANCE,
    CADA,
    DATA_ACT,
    CLOUD_ACT,
    FISA_702,
    FISA_702_CERTIFICATIONS,
    EO_12333,
    CHINA_CYBERSECURITY,
    VULNERABILITY_LAWS,
    EXPORT_CONTROL,
    LETTER_NS,
    LETTER_DIGID,
    AVG,
    WEIGHTS_LOG,
    NCSC_MEMO,
    DATA_SOVEREIGNTY,
    COLOGNE_OPINION,
    WHITE_PAPER,
    FISA_NEWS,
    SECTION_2713,
)
