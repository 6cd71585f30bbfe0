"""Ownership, control and takeover (ABRO 1.3; law/abro.md 2.4)."""

from __future__ import annotations

from bestek import Chapter, define
from bestek.vocabulary import supplier

from .facts import supplier_abro
from .texts import ABRO_2026, LETTER_DIGID, LETTER_NS

change = supplier.control_change
BEST_EFFORT = (
    "herkenbaar onderdeel dat juridisch en organisatorisch kan worden afgeschermd (inspanningsplicht; in eigen woorden)"
)

internal_change = define(
    "internal_change",
    change.events.intersects("ownership", "control", "directors", "structure", "shareholding", "refinancing"),
    nl="een wijziging in eigendom, zeggenschap, structuur of aandelen",
    en="a change of ownership, control, structure or shareholding",
    cites=[ABRO_2026.at("1.3.2")],
)
corporate_event = define(
    "corporate_event",
    change.events.intersects(
        "demerger",
        "cooperation",
        "outsourcing",
        "merger",
        "significant_influence",
        "takeover_threat",
        "nonbinding_offer",
        "closure",
        "suspension_of_payment",
        "bankruptcy",
    ),
    nl="een splitsing, fusie, overname, uitbesteding, sluiting of insolventie",
    en="a demerger, merger, takeover, outsourcing, closure or insolvency",
    cites=[ABRO_2026.at("1.3.4")],
)
takeover = define(
    "takeover",
    change.events.intersects(
        "ownership", "control", "merger", "significant_influence", "takeover_threat", "nonbinding_offer"
    ),
    nl="een (mogelijke) overname",
    en="a (possible) takeover",
)
reported_at_once = define(
    "reported_at_once",
    supplier_abro.change_reported.exists & supplier_abro.change_reported_at_once,
    nl="de wijziging is meteen gemeld",
    en="the change was reported at once",
)
approved = supplier_abro.change_decision == "approved"

abro = Chapter(ABRO_2026)

abro.obliges(
    "OWN-01",
    at="1.3.1",
    also=[LETTER_NS.at("13")],
    phase="award",
    duty_of="supplier",
    demands=supplier_abro.ownership_statement.exists,
    nl="Voor de verklaring geeft de leverancier NBIV een verklaring van eigendom, zeggenschap en bedrijfsstructuur.",
    en="For the declaration the supplier gives NBIV a statement of ownership, control and company structure.",
)
abro.obliges(
    "OWN-02",
    at="1.3.2",
    phase="performance",
    duty_of="supplier",
    when=internal_change,
    demands=reported_at_once & (approved | ~change.closed_on.exists),
    nl="Iedere voorgenomen wijziging van eigendom, zeggenschap (ook bestuurders), structuur of aandelen (ook "
    "herfinanciering) gaat meteen en schriftelijk ter goedkeuring naar NBIV.",
    en="Every intended change of ownership, control (incl. directors), structure or shareholding (incl. refinancing) is "
    "put to NBIV at once, in writing, for approval.",
)
abro.obliges(
    "OWN-03",
    at="1.3.4",
    also=[LETTER_NS.at("13")],
    phase="performance",
    duty_of="supplier",
    when=corporate_event,
    demands=reported_at_once,
    nl="Splitsing, strategische samenwerking, uitbesteding, fusie, wijziging van significante invloed, dreigende overname "
    "(ook een niet-bindend bod), sluiting, surseance en faillissement worden meteen gemeld.",
    en="Demerger, strategic cooperation, outsourcing, merger, change in significant influence, threatened takeover (also "
    "a non-binding offer), closure, suspension of payment and bankruptcy are reported at once.",
)
abro.obliges(
    "OWN-04",
    at="1.3.5",
    phase="performance",
    duty_of="supplier",
    when=corporate_event & change.closed_on.exists,
    demands=approved,
    nl="Voor een bestuursbesluit over zo'n gebeurtenis is vooraf goedkeuring van NBIV nodig.",
    en="A management decision on such an event needs NBIV's prior approval.",
)
abro.obliges(
    "OWN-05",
    at="1.3.3",
    phase="performance",
    duty_of="supplier",
    when=change.events.intersects("foreign_cooperation"),
    demands=reported_at_once,
    nl="Een voorgenomen samenwerking met buitenlandse bedrijven of overheden wordt meteen gemeld.",
    en="An intended cooperation with foreign companies or governments is reported at once.",
)
abro.obliges(
    "OWN-06",
    at="1.3.6-7",
    phase="performance",
    duty_of="supplier",
    when=change.events.intersects("activity_or_location"),
    demands=supplier_abro.change_reported.exists & (approved | ~change.closed_on.exists),
    nl="Een wijziging van activiteiten, locaties of omgeving wordt gemeld; een TBB of het werk verplaatsen mag alleen met "
    "goedkeuring van NBIV, in overleg met de organisatie.",
    en="A change of activities, locations or surroundings is reported; moving a TBB or the work needs NBIV's approval, "
    "in consultation with the buyer.",
)
abro.obliges(
    "OWN-07",
    at="1.3.8",
    phase="contract",
    duty_of="supplier",
    of_supplier=True,
    open_norm=BEST_EFFORT,
    nl="De leverancier spant zich in om het werk onder te brengen in één herkenbaar onderdeel dat juridisch en "
    "organisatorisch kan worden afgeschermd.",
    en="The supplier makes an effort to place the work with one recognisable unit that can be shielded legally and "
    "organisationally.",
)

ns = Chapter(LETTER_NS, scope="abro")

ns.permits(
    "OWN-08",
    at="13",
    phase="performance",
    when=~supplier_abro.change_risk_mitigable,
    nl="Kan het risico van een wijziging niet worden beperkt, dan kan NBIV de verklaring intrekken en kan de organisatie "
    "het contract ontbinden.",
    en="If the risk of a change cannot be limited, NBIV can withdraw the declaration and the buyer can dissolve the contract.",
)
ns.advises(
    "OWN-09",
    at="13",
    also=[LETTER_DIGID.at("21")],
    phase="performance",
    when=takeover,
    nl="ABRO kan een overname niet tegenhouden. Kijk naar de toetsing van investeringen (Wet Vifo, Wozt; BTI).",
    en="ABRO cannot stop a takeover. Look at investment screening (Wet Vifo, Wozt; BTI).",
)

RULES = [*abro.rules, *ns.rules]
