"""VIR-BI 2025: no public cloud for the heaviest classes (law/cloudpolicy.md 2.2)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import supplier

from .definitions import heaviest_classes, market_cloud, public_cloud
from .texts import LETTER_DIGID

letter = Chapter(LETTER_DIGID, scope="virbi_cloud", time="today")

letter.prohibits(
    "VB25-01",
    at="3",
    same_as=["abro/CLD-01", "abro/CLD-02"],
    when=heaviest_classes,
    forbids=public_cloud,
    nl="Voor de zwaarste categorieën, staatsgeheim of TBB 1, 2 of 3, is publieke cloud niet toegestaan.",
    en="For the heaviest categories, state secret or TBB 1, 2 or 3, public cloud is not allowed.",
)
letter.obliges(
    "VB25-02",
    at="3",
    phase="contract",
    duty_of="supplier",
    when=heaviest_classes & market_cloud,
    demands=supplier.security_declaration == "issued",
    nl="Komen zulke gegevens bij een marktpartij, dan voldoet die aan ABRO, ook aan de eisen over sleutels; NBIV controleert dat "
    "bij het begin en tijdens het contract.",
    en="Where such data go to a market party, it meets ABRO, the demands on keys included; NBIV checks this at the start and "
    "during the contract.",
)

BUYER_RULES = [rule for rule in letter.rules if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in letter.rules if rule.of_supplier]
