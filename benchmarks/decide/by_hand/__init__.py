"""The whole of ABRO as plain Python with three-valued logic, as one writes it without a framework.

It reads the same file objects as bestek and gives the same statuses, unknowns included. It was written from
law/abro.md and DESIGN section 3. It explains nothing, asks nothing, and has no second reader.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bestek.vocabulary import File, Supplier
from bestek_abro.facts import SupplierAbro

from . import buyer, performing, tendering
from .case import Binds, Case
from .logic import Status

EARLY = frozenset(("candidate", "tenderer", "winner", "contractor"))
LATE = frozenset(("winner", "contractor"))
WINNER_TO_COME = Supplier(role="winner")
NOTHING = SupplierAbro.nothing()

# The rules in the order of their statuses, each with the text that must bind.
OWN = (
    *((f"abro/{rule}", None) for rule in buyer.ALWAYS),
    *((f"abro/{rule}", "abro") for rule in buyer.ABRO),
    *((f"abro/{rule}", "chapter5") for rule in buyer.CHAPTER5),
    *((f"abro/{rule}", "virbi") for rule in buyer.VIRBI),
    *((f"abro/{rule}", "abdo") for rule in buyer.ABDO),
)
VETTING = (
    *((f"abro/{rule}", None) for rule in tendering.ALWAYS),
    *((f"abro/{rule}", "abro") for rule in (*tendering.ABRO, *performing.ABRO)),
    *((f"abro/{rule}", "chapter3") for rule in performing.CHAPTER3),
    *((f"abro/{rule}", "chapter4") for rule in performing.CHAPTER4),
    *((f"abro/{rule}", "chapter5") for rule in (*tendering.CHAPTER5, *performing.CHAPTER5)),
    *((f"abro/{rule}", "abdo") for rule in performing.ABDO),
)
OUT_ABRO = (None,) * len(buyer.ABRO)
OUT_CHAPTER5 = (None,) * len(buyer.CHAPTER5)
OUT_VIRBI = (None,) * len(buyer.VIRBI)
OUT_ABDO = (None,) * len(buyer.ABDO)
OUT_OF_ABRO = (None,) * len([rule for rule, text in VETTING if text not in (None, "abdo")])
OUT_VETTING_ABDO = (None,) * len(performing.ABDO)
OUT_CHAPTER3 = (None,) * len(performing.CHAPTER3)
OUT_CHAPTER4 = (None,) * len(performing.CHAPTER4)
OUT_VETTING_CHAPTER5 = (None,) * (len(tendering.CHAPTER5) + len(performing.CHAPTER5))


class Judged(NamedTuple):
    """The statuses for the procurement, and for each supplier by name, in the order of `OWN` and `VETTING`."""

    binds: Binds
    own: tuple[Status, ...]
    suppliers: tuple[tuple[str, tuple[Status, ...]], ...]


def judge(file: File, on: date) -> Judged:
    """Judge a file on a day."""
    case = Case(file, on)
    binds = case.binds
    own = (
        *buyer.always(case),
        *(OUT_ABRO if binds.abro is False else buyer.under_abro(case)),
        *(OUT_CHAPTER5 if binds.chapter5 is False else buyer.the_service(case)),
        *(OUT_VIRBI if binds.virbi is False else buyer.under_virbi(case)),
        *(OUT_ABDO if binds.abdo is False else buyer.under_abdo(case)),
    )
    found, awaited = [], True
    for place, supplier in enumerate(file.suppliers or ()):
        name = f"supplier:{supplier.name if supplier.name is not None else f'[{place}]'}"
        found.append((name, vet(case, supplier)))
        awaited = awaited and supplier.role == "incumbent"
    if awaited:
        found.append(("supplier", vet(case, WINNER_TO_COME)))
    return Judged(binds, own, tuple(found))


def vet(case: Case, supplier: Supplier) -> tuple[Status, ...]:
    """Judge a supplier."""
    binds, role = case.binds, supplier.role
    early = None if role is None else role in EARLY
    late = None if role is None else role in LATE
    facts = supplier.extensions.get("abro", NOTHING)
    if binds.abro is False:
        under_abro: tuple[Status, ...] = OUT_OF_ABRO
    else:
        under_abro = (
            *tendering.under_abro(case, supplier, facts, early),
            *performing.under_abro(case, supplier, facts, late),
            *(OUT_CHAPTER3 if binds.chapter3 is False else performing.on_the_site(case, facts, late)),
            *(OUT_CHAPTER4 if binds.chapter4 is False else performing.on_the_network(case, supplier, facts, late)),
            *(OUT_VETTING_CHAPTER5 if binds.chapter5 is False else in_the_cloud(case, supplier, facts, early, late)),
        )
    abdo = OUT_VETTING_ABDO if binds.abdo is False else performing.under_abdo(case, supplier, facts, late)
    return (*tendering.always(supplier, early), *under_abro, *abdo)


def in_the_cloud(
    case: Case, supplier: Supplier, facts: SupplierAbro, early: bool | None, late: bool | None
) -> tuple[Status, ...]:
    """Chapter 5, before and after signature."""
    return (
        *tendering.in_the_cloud(case, supplier, facts, early),
        *performing.in_the_cloud(case, supplier, facts, late),
    )


def rows(judged: Judged) -> list[tuple[str, str, str, bool]]:
    """List rule, subject and status, and whether it counts only if its text applies."""
    open_texts = {text for text, binds in zip(Binds._fields, judged.binds, strict=True) if binds is None}
    made = [
        (rule, "procurement", status, text in open_texts)
        for (rule, text), status in zip(OWN, judged.own, strict=True)
        if status is not None
    ]
    for subject, statuses in judged.suppliers:
        made += [
            (rule, subject, status, text in open_texts)
            for (rule, text), status in zip(VETTING, statuses, strict=True)
            if status is not None
        ]
    return made
