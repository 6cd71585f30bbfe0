"""The texts that the rules rest on, as far as they were read for the brief law/adv.md.

The acts were read in a public copy of wetten.overheid.nl, in one version each; the two letters as such. Of the
case law, the Union's thresholds and the Wozt mostly what others quote was read. Nobody has yet compared any of
them with the official text, so `checked_by` is empty everywhere.
"""

from __future__ import annotations

from datetime import date

from bestek import Instrument

READ = date(2026, 11, 21)
ADV_STARTS = date(2013, 2, 16)
AW_STARTS = date(2016, 7, 1)  # Aw2012 as rebuilt by Stb. 2016, 241

ADV = Instrument(
    "adv",
    (
        "Aanbestedingswet op defensie- en veiligheidsgebied (ADV)",
        "Public Procurement Act on Defence and Security (ADV)",
    ),
    "BWBR0032898; Stb. 2013, 44",
    scope="adv",
    valid_from=ADV_STARTS,
    note=(
        "Gelezen in een openbare kopie, versie van 28 juli 2018; wat er op 18 april 2019 veranderde is niet gelezen",
        "Read in a public copy, version of 28 July 2018; what changed on 18 April 2019 was not read",
    ),
)


def _aw2012(part: int, nl: str, en: str) -> Instrument:
    return Instrument(
        f"aw2012-{part}",
        (f"Aanbestedingswet 2012, {nl}", f"Public Procurement Act 2012, {en}"),
        "BWBR0032203; Stb. 2012, 542 en Stb. 2016, 241",
        scope=f"aw2012_{part}",
        valid_from=AW_STARTS,
        note=(
            "Gelezen in een openbare kopie, versie van 1 september 2025; niet alle artikelen",
            "Read in a public copy, version of 1 September 2025; not all articles",
        ),
    )


AW2012_1 = _aw2012(1, "deel 1", "part 1")
AW2012_2 = _aw2012(2, "deel 2", "part 2")
AW2012_3 = _aw2012(3, "deel 3 (speciale sectoren)", "part 3 (special sectors)")
VIFO = Instrument(
    "vifo",
    (
        "Wet veiligheidstoets investeringen, fusies en overnames (Wet Vifo)",
        "Act on security screening of investments, mergers and acquisitions (Wet Vifo)",
    ),
    "BWBR0046747; Stb. 2022, 215",
    scope="vifo",
    valid_from=date(2023, 6, 1),
    note=(
        "Artikelen 1-23 gelezen in een openbare kopie, versie van 1 juni 2023; die van 1 september 2025 niet",
        "Articles 1-23 read in a public copy, version of 1 June 2023; that of 1 September 2025 was not",
    ),
)
WOZT = Instrument(
    "wozt",
    (
        "Wet ongewenste zeggenschap telecommunicatie (hoofdstuk 14a Telecommunicatiewet)",
        "Act on undesired control in telecommunications (chapter 14a Telecommunicatiewet)",
    ),
    "BWBR0009950, hoofdstuk 14a; dossier 35 153",
    scope="wozt",
    valid_from=date(2020, 10, 1),
    confidence="secondary",
    note=(
        "De wettekst is niet gevonden; gelezen via de Regeling, het begin van het Besluit en anderen",
        "The text of the act was not found; read through the Regeling, the start of the Besluit and others",
    ),
)
WOZT_ORDER = Instrument(
    "besluit-wozt",
    ("Besluit ongewenste zeggenschap telecommunicatie", "Decree on undesired control in telecommunications"),
    "Stb. 2020, 352",
    url="https://zoek.officielebekendmakingen.nl/stb-2020-352.html",
    note=("Alleen het begin is gelezen", "Only the start was read"),
)
WOZT_NOTIFICATION = Instrument(
    "regeling-melding-wozt",
    ("Regeling over de melding onder de Wozt", "Regulation on notification under the Wozt"),
    "Stcrt. 2020, 48965",
    url="https://zoek.officielebekendmakingen.nl/stcrt-2020-48965.html",
)
PROPOSAL_823 = Instrument(
    "com-2025-823",
    (
        "Voorstel COM(2025) 823: hogere drempels en meer procedures voor defensie",
        "Proposal COM(2025) 823: higher thresholds and more procedures for defence",
    ),
    "COM(2025) 823, 17 juni 2025",
    status="proposal",
    valid_from=date(2025, 6, 17),
    confidence="secondary",
    note=(
        "Gelezen via een advocatenkantoor; de Raad wilde in november 2025 € 3 miljoen en € 15 miljoen. "
        "Niet gezien dat het is aangenomen",
        "Read through a law firm; the Council wanted € 3 million and € 15 million in November 2025. No adoption seen",
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
KOLIN = Instrument(
    "kolin",
    ("HvJ EU 22 oktober 2024, Kolin", "CJEU 22 October 2024, Kolin"),
    "C-652/22, EU:C:2024:910",
    note=("Samenvatting en persbericht gelezen", "Headnote and press release were read"),
)


def _source(id: str, nl: str, en: str, citation: str) -> Instrument:
    """A text that was only read through others: never more than a secondary source."""
    return Instrument(id, (nl, en), citation, confidence="secondary")


THRESHOLDS = _source(
    "eu-thresholds",
    "Europese drempelbedragen per periode",
    "European thresholds by period",
    "verordeningen van de Commissie, grotendeels via webpagina's; de bron van ieder bedrag staat in parameters.toml",
)
QINGDAO = _source(
    "qingdao", "HvJ EU 13 maart 2025, CRRC Qingdao", "CJEU 13 March 2025, CRRC Qingdao", "C-266/22, EU:C:2025:178"
)
CJEU_368_10 = _source(
    "cjeu-c-368-10", "HvJ EU 10 mei 2012, C-368/10", "CJEU 10 May 2012, C-368/10", "C-368/10, aangehaald in een blog"
)
BORTA = _source("borta", "HvJ EU 5 april 2017, Borta", "CJEU 5 April 2017, Borta", "C-298/15, via blogs")
COURT_2025 = _source(
    "rbdha-2025-12619",
    "Rechtbank Den Haag, ECLI:NL:RBDHA:2025:12619",
    "District Court The Hague, ECLI:NL:RBDHA:2025:12619",
    "ECLI:NL:RBDHA:2025:12619, via van Doorne, declercq.com en nltoday.news",
)
COMMISSION_QA = _source(
    "commission-qa",
    "Vragen en antwoorden van de Commissie over Kolin en Qingdao",
    "Commission Q&A on Kolin and Qingdao",
    "mei 2025, aangehaald op howtocrackanut.com en upravnopravo.blog",
)
DIRECTIVE = Instrument(
    "directive-2009-81",
    ("Richtlijn 2009/81/EG", "Directive 2009/81/EC"),
    "32009L0081, PB L 216, 20 augustus 2009",
    confidence="secondary",
    note=(
        "Artikel 8 en het begin van artikel 39 gelezen (1 januari 2024); overweging 18 deels, in een Bulgaarse kopie",
        "Article 8 and the start of article 39 were read (1 January 2024); recital 18 in part, in a Bulgarian copy",
    ),
)
GUIDE = _source(
    "gids-proportionaliteit",
    "Gids Proportionaliteit",
    "Proportionality Guide (Gids Proportionaliteit)",
    "Gids Proportionaliteit, 3e herziening, via nieuweaanbestedingswet.nl en europadecentraal.nl",
)
WITTENBERG = _source(
    "wittenberg",
    "Wittenberg over de ADV (Universiteit Utrecht)",
    "Wittenberg on the ADV (Utrecht University)",
    "uu.nl, Wittenberg over de AwDV",
)
SECURITY_NL = _source(
    "security-nl",
    "security.nl, met de woorden van NS en de staatssecretaris",
    "security.nl, quoting NS and the state secretary",
    "security.nl 917360 en 923903",
)
LUBISZEWSKI = _source(
    "lubiszewski", "Lubiszewski over Kolin", "Lubiszewski on Kolin", "Lubiszewski, via synapsesocial.com"
)
DE_BRAUW = _source("de-brauw", "De Brauw over de Wozt", "De Brauw on the Wozt", "debrauw.com, 14 oktober 2020")
UNCTAD = _source("unctad-3675", "UNCTAD over de Wozt", "UNCTAD on the Wozt", "investmentpolicy.unctad.org 3675")

INSTRUMENTS = (
    ADV,
    AW2012_1,
    AW2012_2,
    AW2012_3,
    VIFO,
    WOZT,
    WOZT_ORDER,
    WOZT_NOTIFICATION,
    PROPOSAL_823,
    LETTER_NS,
    LETTER_DIGID,
    THRESHOLDS,
    KOLIN,
    QINGDAO,
    CJEU_368_10,
    BORTA,
    COURT_2025,
    COMMISSION_QA,
    DIRECTIVE,
    GUIDE,
    WITTENBERG,
    SECURITY_NL,
    LUBISZEWSKI,
    DE_BRAUW,
    UNCTAD,
)
