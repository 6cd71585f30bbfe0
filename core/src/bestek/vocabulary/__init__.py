"""The vocabulary that every regulation shares: what a procurement file says.

Rule files import the lower-case names:

    from bestek.vocabulary import information, service
    public_cloud = service.deployment == "public"
"""

from __future__ import annotations

from ..facts import many, one, text
from ..group import Group
from .buyer import Buyer
from .documents import Documents, Exit
from .information import Information, Risk
from .procedure import Contract, Procedure
from .service import Service
from .supplier import ControlChange, Controller, Subcontractor, Supplier


class File(Group, at="", nl="Het dossier", en="The file", open_to_plugins=True):
    """One contract, or one lot of it, of one buyer, with a market party."""

    title = text(nl="Naam van het dossier", en="Name of the file")
    reference = text(nl="Nummer van het dossier", en="Number of the file")
    buyer = one(Buyer)
    procedure = one(Procedure)
    contract = one(Contract)
    risk = one(Risk)
    information = one(Information)
    service = one(Service)
    suppliers = many(Supplier, nl="Leveranciers", en="Suppliers")
    documents = one(Documents)
    exit = one(Exit)


buyer = Buyer
procedure = Procedure
contract = Contract
risk = Risk
information = Information
service = Service
supplier = Supplier
controller = Controller
subcontractor = Subcontractor
documents = Documents
exit = Exit  # noqa: A001 - the fact's own name in FACTS.md

__all__ = [
    "Buyer",
    "Contract",
    "ControlChange",
    "Controller",
    "Documents",
    "Exit",
    "File",
    "Information",
    "Procedure",
    "Risk",
    "Service",
    "Subcontractor",
    "Supplier",
    "buyer",
    "contract",
    "controller",
    "documents",
    "exit",
    "information",
    "procedure",
    "risk",
    "service",
    "subcontractor",
    "supplier",
]
