"""What deciding a file gives, in numbers: the common form of the interpreter and of the decider."""

from __future__ import annotations

from typing import NamedTuple

from ._judge import STATUSES, Status
from ._program import Program
from .procurement import Procurement
from .vocabulary import Supplier

NOT_JUDGED = -1  # a rule that its scope does not bind
NO, YES, OPEN_SCOPE = 0, 1, 2
STATE = {False: NO, True: YES, None: OPEN_SCOPE}
CODE = {status: code for code, status in enumerate(STATUSES)}
PLACEHOLDER = Supplier(role="winner")  # the supplier still to be chosen


class Decided(NamedTuple):
    """What was decided for one subject.

    `codes` are places in `STATUSES`, or -1 for a rule that its scope does not bind: for the procurement those of
    `program.own`, for a supplier those of `program.vetting`. `scopes` and `binds` are 0 no, 1 yes, 2 open, in the
    order of `program.scopes` and `program.bind_keys`.
    """

    scopes: tuple[int, ...]
    binds: tuple[int, ...]
    codes: tuple[int, ...]


Outcome = tuple[Decided, tuple[Decided, ...]]  # of the procurement, and of each supplier in the order of the file
Ruling = tuple[Status, bool]  # the status, and whether it counts only if its scope applies


def subjects_of(procurement: Procurement) -> tuple[tuple[str, int | None, Supplier], ...]:
    """Give the suppliers to judge: name of the subject, place in the file, and the supplier.

    Where nobody but incumbents is there, a placeholder stands for the winner that is still to come.
    """
    suppliers = procurement.facts.suppliers or ()
    found: list[tuple[str, int | None, Supplier]] = [
        (f"supplier:{supplier.name if supplier.name is not None else f'[{place}]'}", place, supplier)
        for place, supplier in enumerate(suppliers)
    ]
    if all(supplier.role == "incumbent" for supplier in suppliers):
        found.append(("supplier", None, PLACEHOLDER))
    return tuple(found)


def rulings(program: Program, procurement: Procurement, outcome: Outcome) -> dict[tuple[str, str], Ruling]:
    """Give status and flag by rule and subject, for every rule that is judged."""
    own, vetted = outcome
    made: dict[tuple[str, str], Ruling] = {}
    subjects = [("procurement", own, program.own)]
    named = zip(subjects_of(procurement), vetted, strict=True)
    subjects += [(subject[0], decided, program.vetting) for subject, decided in named]
    for subject, decided, rules in subjects:
        for rule, code in zip(rules, decided.codes, strict=True):
            if code != NOT_JUDGED:
                bind = program.bind_of(rule)
                open_scope = bind is not None and decided.binds[bind] == OPEN_SCOPE
                made[rule.full_id, subject] = (STATUSES[code], open_scope)
    return made
