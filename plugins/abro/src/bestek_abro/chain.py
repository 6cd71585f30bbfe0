"""Subcontractors and the chain (ABRO 1.5; law/abro.md 2.5)."""

from __future__ import annotations

from bestek import Chapter
from bestek.vocabulary import subcontractor, supplier

from .definitions import counts_as_subcontractor, special_contract
from .facts import subcontractor_abro, supplier_abro
from .texts import ABRO_2026

NBIV = ("NBIV", "NBIV")
chain = supplier.subcontractors
abro = Chapter(ABRO_2026)

abro.obliges(
    "SUB-01",
    at="1.5.1",
    phase="contract",
    duty_of="supplier",
    when=special_contract,
    demands=chain.all(subcontractor_abro.buyer_approved & subcontractor_abro.nbiv_approved),
    nl="Een deel van de bijzondere opdracht uitbesteden mag alleen na goedkeuring van de organisatie én van NBIV.",
    en="Outsourcing part of the special contract needs prior approval by the buyer and by NBIV.",
)
abro.obliges(
    "SUB-02",
    at="1.5.2",
    phase="performance",
    duty_of="supplier",
    demands=chain.all(subcontractor_abro.tbb_overview, where=counts_as_subcontractor),
    nl="Er is een TBB-overzicht van iedere onderaannemer en van wie daarachter zit.",
    en="There is a TBB overview of every subcontractor and of those behind it.",
)
abro.obliges(
    "SUB-03",
    at="1.5.3",
    phase="contract",
    duty_of="supplier",
    demands=chain.all(subcontractor_abro.in_contract, where=subcontractor_abro.touches_tbb),
    nl="Wie als onderaannemer op enige manier met een TBB in aanraking komt, heeft de geldende ABRO in zijn contract.",
    en="A subcontractor that touches a TBB in any way has the ABRO in force in its contract.",
)
abro.obliges(
    "SUB-04",
    at="1.5.4",
    phase="contract",
    duty_of="supplier",
    demands=chain.all(
        subcontractor_abro.nbiv_approved & subcontractor_abro.security_clearance & subcontractor_abro.host_rules,
        where=subcontractor.country != "NL",
    ),
    nl="Voor een buitenlandse onderaannemer is toestemming van NBIV nodig op basis van een Facility Security Clearance, en "
    "staan de beveiligingsregels van dat land in het contract.",
    en="A foreign subcontractor needs NBIV's consent based on a Facility Security Clearance, and the security rules of "
    "that country are in the contract.",
)
abro.judged(
    "SUB-06",
    at="1.5.6-7",
    by=NBIV,
    phase="performance",
    duty_of="supplier",
    when=chain.any(counts_as_subcontractor),
    nl="De hoofdaannemer blijft verantwoordelijk, controleert de keten doorlopend en meldt tekortkomingen die een TBB "
    "raken aan NBIV.",
    en="The main contractor stays responsible, controls the chain continuously and reports shortcomings that touch a TBB "
    "to NBIV.",
)
abro.obliges(
    "SUB-07",
    at="1.5.9",
    phase="award",
    duty_of="supplier",
    demands=supplier_abro.chain_list.exists,
    nl="NBIV krijgt een overzicht van de hele keten met landen.",
    en="NBIV gets a list of the whole chain with countries.",
)
abro.judged(
    "SUB-08",
    at="1.5.10",
    by=NBIV,
    phase="contract",
    duty_of="supplier",
    when=supplier_abro.escrow_holds_tbb,
    nl="Een escrow-agent die een TBB bewaart, heeft voor de overdracht ABRO in zijn contract en een eigen verklaring.",
    en="An escrow agent that holds a TBB has ABRO in its contract and a declaration of its own before the transfer.",
)
abro.judged(
    "SUB-09",
    at="4.5.25",
    by=("inkopende organisatie", "buyer"),
    kind="prohibits",
    scope="abro.chapter4",
    confidence="secondary",
    phase="performance",
    duty_of="supplier",
    when=supplier_abro.networks_linked,
    nl="Netwerken van verschillende rechtspersonen met een TBB zijn alleen gekoppeld met goedkeuring van de organisatie, en "
    "allemaal met een verklaring. De TBB-markering is omstreden.",
    en="Networks of different legal entities that hold a TBB are linked only with the buyer's approval, all with a "
    "declaration. The TBB mark is disputed.",
)

RULES = list(abro.rules)
