"""Laws of other states that reach data here: what each can do, and what helps (law/cadasov.md 3.4 and 4).

What is found is a finding for the risk analysis, never a ground to exclude by itself.
"""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import documents, information, procedure, service, supplier

from .definitions import central_government, third_country_control, us_control, us_control_in_chain
from .facts import cadasov
from .texts import (
    AVG,
    CHINA_CYBERSECURITY,
    CLOUD_ACT,
    COLOGNE_OPINION,
    DATA_ACT,
    DATA_SOVEREIGNTY,
    EO_12333,
    EXPORT_CONTROL,
    FISA_702,
    FISA_702_CERTIFICATIONS,
    FISA_NEWS,
    LETTER_DIGID,
    LETTER_NS,
    NCSC_MEMO,
    SECTION_2713,
    VULNERABILITY_LAWS,
    WHITE_PAPER,
)

letter = Chapter(LETTER_NS, scope="laws", time="today")
foreign_access = Chapter(DATA_ACT, scope="laws", time="today")
cloud_act = Chapter(CLOUD_ACT, time="today")
fisa = Chapter(FISA_702, time="today")
fisa_now = Chapter(FISA_702_CERTIFICATIONS, time="today")
eo_12333 = Chapter(EO_12333, time="today")
export_control = Chapter(EXPORT_CONTROL, time="today")
china = Chapter(CHINA_CYBERSECURITY, time="today")

foreign_access.applies(
    "EXT-08",
    at="32",
    when=True,
    nl="Wetten van andere staten kunnen iedere opdracht raken. Voor niet-persoonlijke gegevens gelden ook DA-24, DA-25 en DA-26.",
    en="Laws of other states can reach any contract. For non-personal data DA-24, DA-25 and DA-26 apply as well.",
)
foreign_access.advises(
    "EXT-08b",
    at="32",
    confidence="inferred",
    also=[AVG.at("hoofdstuk V, artikel 48")],
    phase="selection",
    when=information.personal,
    nl="Voor persoonsgegevens geldt hoofdstuk V van de AVG, met artikel 48 over bevelen van derde landen.",
    en="For personal data chapter V of the GDPR applies, with article 48 on orders of third countries.",
)

# Through control of the supplier ---------------------------------------------------------------------------------

cloud_act.advises(
    "EXT-01",
    at="2713",
    also=[LETTER_NS.at("5"), NCSC_MEMO.at("geheel"), COLOGNE_OPINION.at("geheel")],
    phase="selection",
    when=us_control_in_chain,
    nl="CLOUD Act: een organisatie onder Amerikaanse zeggenschap kan de opdracht krijgen gegevens te verstrekken. Haar "
    "medewerking is nodig; waar de gegevens staan maakt niet uit. Beperk het met eigen sleutels of een andere opzet.",
    en="CLOUD Act: an organisation under US control can be ordered to provide data. Its cooperation is needed; the place of "
    "storage is irrelevant. Mitigate with own keys or another set-up.",
)
fisa.advises(
    "EXT-01b",
    at="1881a",
    also=[LETTER_NS.at("5"), COLOGNE_OPINION.at("geheel")],
    phase="selection",
    when=us_control_in_chain,
    nl="FISA 702: een organisatie onder Amerikaanse zeggenschap kan de opdracht krijgen gegevens te verstrekken voor "
    "inlichtingen over niet-Amerikanen, zonder bevel per persoon. Haar medewerking is nodig.",
    en="FISA 702: an organisation under US control can be ordered to provide data for intelligence on non-US persons, without an "
    "individual warrant. Its cooperation is needed.",
)
fisa_now.advises(
    "EXT-01c",
    at="1881a",
    also=[FISA_NEWS.at("12 juni 2026")],
    phase="selection",
    when=us_control_in_chain,
    nl="FISA 702 verliep op 12 juni 2026, maar certificeringen lopen door tot in 2027, dus het verzamelen gaat door. Kijk na "
    "of de wet is vernieuwd.",
    en="FISA 702 lapsed on 12 June 2026, but certifications run on into 2027, so collection goes on. Check whether the law "
    "was renewed.",
)
export_control.advises(
    "EXT-01d",
    at="soort wet",
    confidence="inferred",
    also=[VULNERABILITY_LAWS.at("bijlage II, 1(g)")],
    phase="selection",
    when=third_country_control,
    nl="Onder zeggenschap van een derde land kunnen exportcontrole en sancties de dienst stoppen of beperken, en kan een wet "
    "vroege melding van kwetsbaarheden eisen. Regel hoe de dienst dan doorgaat.",
    en="Under third-country control, export control and sanctions can stop or limit the service, and a law can require early "
    "reports of vulnerabilities. Arrange how the service then continues.",
)
china.advises(
    "EXT-01e",
    at="paragraaf 4",
    phase="selection",
    when=supplier.control_countries.intersects("CN"),
    nl="Het Cloud Sovereignty Framework noemt de Chinese cyberbeveiligingswet als wet met werking over de grens; hoe zij "
    "aangrijpt is hier niet onderzocht.",
    en="The Cloud Sovereignty Framework names the Chinese Cybersecurity Law as one with cross-border reach; how it attaches "
    "was not researched here.",
)
cloud_act.advises(
    "EXT-02",
    at="2713",
    also=[DATA_SOVEREIGNTY.at("deel 2"), COLOGNE_OPINION.at("geheel"), SECTION_2713.at("2713")],
    phase="selection",
    when=us_control & (supplier.country != "US"),
    nl="Een Amerikaanse moeder wordt geacht over de gegevens van haar dochter te beschikken; waar de gegevens staan maakt "
    "niet uit.",
    en="A US parent is presumed to control its subsidiary's data; the location of the data is irrelevant.",
)
cloud_act.advises(
    "EXT-03",
    at="2713",
    also=[NCSC_MEMO.at("geheel"), DATA_SOVEREIGNTY.at("deel 2")],
    phase="selection",
    when=~us_control & supplier.presence_countries.intersects("US"),
    nl="Ook een niet-Amerikaanse leverancier met een vestiging, notering, omzet of gelieerde partij in de VS kan bloot staan.",
    en="A non-US supplier with a US branch, listing, sales or affiliate can be exposed as well.",
)

# Without the supplier --------------------------------------------------------------------------------------------

eo_12333.advises(
    "EXT-04",
    at="geheel",
    also=[LETTER_NS.at("5"), COLOGNE_OPINION.at("geheel"), WHITE_PAPER.at("geheel")],
    phase="selection",
    nl="EO 12333: verzamelen met eigen middelen, zonder medewerking van de leverancier. Dit geldt voor iedere keuze en "
    "verdwijnt niet met een andere leverancier; alleen techniek helpt, zoals versleuteling.",
    en="EO 12333: collection by own means, without the supplier's cooperation. This holds for every option and does not go "
    "away with another supplier; only technical measures help, such as encryption.",
)

# What helps, and what it is not ----------------------------------------------------------------------------------

cloud_act.advises(
    "EXT-05",
    at="2713",
    confidence="inferred",
    also=[DATA_SOVEREIGNTY.at("deel 2")],
    phase="selection",
    when=(service.key_holder == "buyer") & ~cadasov.provider_sees_plaintext,
    nl="Heeft alleen de organisatie de sleutels en ziet de leverancier niets onversleuteld, dan levert een bevel alleen "
    "versleutelde gegevens op. Dat verkleint het risico voor vertrouwelijkheid, niet dat voor continuïteit.",
    en="Where only the buyer has the keys and the provider sees no plaintext, an order yields ciphertext. That lowers the "
    "confidentiality risk, not the continuity risk.",
)
digid = Chapter(LETTER_DIGID, scope="laws", time="today")
digid.advises(
    "EXT-06",
    at="3",
    same_as="cloudpolicy/CP22-14",
    when=central_government & ~documents.extraterritorial_analysis.exists,
    nl="Een risicoanalyse onder het rijksbrede cloudbeleid die niet zegt of buitenlands recht bij de gegevens kan, is niet "
    "volledig.",
    en="A risk analysis under the central cloud policy that does not say whether foreign law reaches the data is incomplete.",
)
letter.advises(
    "EXT-07",
    at="12, 13",
    phase="selection",
    when=(procedure.regime == "aw2012") & ~supplier.control_countries.within("NL"),
    nl="In een gewone aanbesteding steunt geen nationale regel het uitsluiten van een leverancier om buitenlandse zeggenschap "
    "alleen: neem maatregelen. Onder de ADV ligt dat anders.",
    en="In an ordinary procurement no national rule supports excluding a supplier for foreign control as such: take measures. "
    "Under the ADV this is different.",
)

CHAPTERS = (foreign_access, cloud_act, fisa, fisa_now, export_control, china, eo_12333, digid, letter)
RULES = [rule for chapter in CHAPTERS for rule in chapter.rules]
