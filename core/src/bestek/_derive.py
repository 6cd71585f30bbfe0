"""What follows from a file by itself, and where a file contradicts itself.

`control_countries`, where it is not given, follows from `controllers`; contradictions are the closed list of
DESIGN section 5. Acts after the assessment date are found when a file is assessed (`assess`).
"""

from __future__ import annotations

from typing import Any

from ._kinds import OTHERS, shown
from .errors import Problem
from .vocabulary import File, Supplier

DERIVED_FROM = {
    "suppliers[].control_countries": tuple(
        f"suppliers[].{name}"
        for name in ("controllers", "controllers_complete", "controllers[].country", "controllers[].control")
    )
}


def derive(facts: File) -> tuple[File, frozenset[str], list[Problem]]:
    """Give the file with derived facts filled in, their paths, and the contradictions."""
    problems: list[Problem] = []
    contract = facts.contract
    if contract.starts_on and contract.ends_on and contract.starts_on > contract.ends_on:
        problems.append(
            Problem("ends_before_start", "contract.ends_on", shown(contract.ends_on), (f"≥ {contract.starts_on}",))
        )
    paths: set[str] = set()
    suppliers: list[Supplier] = []
    for place, supplier in enumerate(facts.suppliers or ()):
        path = f"suppliers[{place}].control_countries"
        found = control_countries(supplier)
        if found is not None and supplier.control_countries is None:
            paths.add(path)
            suppliers.append(_with(supplier, control_countries=found))
            continue
        if found is not None and not _agree(supplier.control_countries or frozenset(), found):
            shown_set = ", ".join(sorted(supplier.control_countries or ()))
            problems.append(Problem("control_differs", path, f"[{shown_set}]", (", ".join(sorted(found)),)))
        suppliers.append(supplier)
    return (_with(facts, suppliers=tuple(suppliers)) if paths else facts), frozenset(paths), problems


def control_countries(supplier: Supplier) -> frozenset[str] | None:
    """Derive the countries of the parties in control, or None where nothing is known of them.

    The certain members are the countries of those known to control. Beyond them it is unknown, unless the list
    is complete and of each member it is known whether it controls, and from where.
    """
    if supplier.controllers is None:
        return None
    in_control = [party for party in supplier.controllers if party.control]
    certain = frozenset(party.country for party in in_control if party.country is not None)
    complete = (supplier.controllers_complete is True or not supplier.controllers) and all(
        party.control is not None for party in supplier.controllers
    )
    if not complete or any(party.country is None for party in in_control):
        return certain | {OTHERS}
    if not in_control:
        return frozenset({supplier.country}) if supplier.country else frozenset({OTHERS})
    return certain


def _agree(given: frozenset[str], found: frozenset[str]) -> bool:
    """Two sets that may each have others agree when each holds the other's certain members, or may."""
    sure_given, sure_found = given - {OTHERS}, found - {OTHERS}
    return (sure_found <= sure_given or OTHERS in given) and (sure_given <= sure_found or OTHERS in found)


def _with(group: Any, **values: Any) -> Any:
    """Give a copy of a group with other values."""
    return type(group)(**(vars(group) | values))
