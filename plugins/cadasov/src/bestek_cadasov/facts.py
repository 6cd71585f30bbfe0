"""The facts that this regulation adds: `[cadasov]` and `[suppliers.cadasov]`."""

from __future__ import annotations

from bestek import Group
from bestek.facts import Beside, choice, dated, flag, one, scale

from .criteria import CRITERIA
from .facts_cada import Cada, Level
from .facts_csf import Answers, Csf, Points, Seal
from .facts_data_act import DataAct


class Cadasov(Group, at="cadasov", nl="Cloudsoevereiniteit", en="Cloud sovereignty"):
    """What is asked about the procurement and the service."""

    csf = one(Csf)
    cada = one(Cada)
    data_act = one(DataAct)
    provider_sees_plaintext = flag(
        nl="De leverancier ziet de gegevens onversleuteld",
        en="The provider sees the data in plaintext",
        judge=("inkopende organisatie", "buyer"),
    )


class SupplierCadasov(Group, at="suppliers[].cadasov", nl="Cloudsoevereiniteit", en="Cloud sovereignty"):
    """What is asked about a supplier and its service."""

    answers = one(
        Answers,
        beside=Beside("criterion", "rung", {criterion.id: criterion.name for criterion in CRITERIA}),
    )
    seal = one(Seal)
    points = one(Points)
    answers_basis = choice(
        {
            "self_declared": ("eigen verklaring, zonder bewijs", "self-declared, without evidence"),
            "documented": ("met stukken onderbouwd", "documented"),
            "audited": ("door een auditor getoetst", "audited"),
        },
        nl="Waar de antwoorden op berusten",
        en="What the answers rest on",
        judge=("beoordelaar van de inschrijvingen", "assessor of the tenders"),
    )
    recognised_level = scale(
        Cada.facts["assigned_level"],
        nl="Erkend soevereiniteitsniveau van de dienst",
        en="Recognised level of the service",
        can_follow=True,
    )
    in_repository = flag(
        nl="De erkenning staat in het openbare register van de Commissie",
        en="The recognition is in the Commission's public repository",
        can_follow=True,
    )
    recognition_valid = flag(
        nl="De erkenning is geldig en niet ingetrokken", en="The recognition is valid, not withdrawn", can_follow=True
    )
    sme = flag(nl="De leverancier is een mkb-onderneming", en="The supplier is an SME")
    change_reported = flag(
        nl="Wezenlijke wijzigingen zijn meteen gemeld, of waren er niet",
        en="Material changes were reported at once, or there were none",
    )
    audited_on = dated(nl="Laatste positieve onafhankelijke audit", en="Last positive independent audit")
    level = one(Level)


cadasov = Cadasov
csf = Csf
cada = Cada
data_act = DataAct
supplier_cadasov = SupplierCadasov
