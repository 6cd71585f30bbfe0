"""The framework for weighing the risk of cloud use (IK-2023; law/cloudpolicy.md 2.1).

Its levels come from a quick scan that may combine it with one department's own policy. Read them as an illustration
until somebody has compared them with the text.
"""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import documents, information, service, supplier

from .definitions import explained_to_cio, public_cloud, stored_adequately
from .facts import cloudpolicy
from .scope import ik_level
from .texts import IK_2023, QUICK_SCAN

LEVELS = QUICK_SCAN.at("niveaus laag, midden, hoog, zeer hoog")

ik = Chapter(IK_2023)

ik.permits(
    "IK23-02",
    at="niveau laag",
    also=[LEVELS],
    phase="selection",
    when=(ik_level == "low") & ~supplier.offensive_cyber_country,
    nl="Op niveau laag (openbare gegevens) mag iedere leverancier die aan de wet voldoet, behalve uit een land met een "
    "offensief cyberprogramma.",
    en="At level low (public data) any lawful provider is allowed, except from a country with an offensive cyber programme.",
)
ik.obliges(
    "IK23-03",
    at="niveau midden",
    also=[LEVELS],
    time="today",
    when=ik_level == "medium",
    demands=stored_adequately | (service.transfer_mechanism == "scc") | explained_to_cio,
    nl="Op niveau midden staan de gegevens in de EER, onder een adequaatheidsbesluit of onder een AVG-modelcontract; kan dat "
    "niet, dan gaat de DPIA naar CIO Rijk.",
    en="At level medium the data are in the EEA, under an adequacy decision or under standard clauses; if that is impossible, "
    "the DPIA goes to CIO Rijk.",
)
ik.obliges(
    "IK23-03b",
    at="niveau midden",
    also=[LEVELS],
    phase="selection",
    duty_of="supplier",
    when=ik_level == "medium",
    demands=supplier.certificates.intersects("iso27001")
    & supplier.certificates.intersects("iso27017")
    & (~information.personal | supplier.certificates.intersects("iso27018")),
    nl="Op niveau midden heeft de leverancier ISO 27001 en ISO 27017, en bij persoonsgegevens ISO 27018.",
    en="At level medium the provider has ISO 27001 and ISO 27017, and with personal data ISO 27018.",
)
ik.obliges(
    "IK23-04",
    at="niveau hoog",
    also=[LEVELS],
    time="today",
    when=ik_level == "high",
    demands=stored_adequately
    | (cloudpolicy.ciso_review.exists & documents.dpia.exists & cloudpolicy.deviation_reported.exists),
    nl="Op niveau hoog staan de gegevens in de EER of onder een adequaatheidsbesluit; anders, ook met een modelcontract, "
    "beoordeelt de CISO dat op de criteria van C2000 en gaat de uitleg met de DPIA naar CIO Rijk.",
    en="At level high the data are in the EEA or under an adequacy decision; else, also with standard clauses, the CISO reviews "
    "it on the C2000 criteria and the explanation with the DPIA goes to CIO Rijk.",
)
ik.obliges(
    "IK23-04b",
    at="niveau hoog",
    also=[LEVELS],
    when=ik_level == "high",
    demands=service.encrypted_at_rest
    & service.encrypted_in_transit
    & (
        (service.key_holder == "buyer")
        | (
            service.key_holder.is_in("declared_third_party", "certified_third_party", "third_party")
            & ~cloudpolicy.key_holder_under_us_law
        )
    ),
    nl="Op niveau hoog zijn alle gegevens versleuteld; de sleutels zijn bij de eigen organisatie, of bij een partij die niet de "
    "cloudleverancier is en niet onder de CLOUD Act valt.",
    en="At level high all data are encrypted; the keys are with the organisation itself, or with a contractor that is not the "
    "cloud supplier and not under the CLOUD Act.",
)
ik.prohibits(
    "IK23-05",
    at="niveau zeer hoog",
    also=[LEVELS],
    when=ik_level == "very_high",
    forbids=public_cloud,
    nl="Op niveau zeer hoog (staatsgeheim, NATO RESTRICTED en hoger, een hoge dreiging) nooit publieke cloud.",
    en="At level very high (state secret, NATO RESTRICTED and above, a high threat) never public cloud.",
)

BUYER_RULES = [rule for rule in ik.rules if not rule.of_supplier]
SUPPLIER_RULES = [rule for rule in ik.rules if rule.of_supplier]
