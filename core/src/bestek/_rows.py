"""What each code of an outcome says, as rows that are made once for a program and shared by all files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import getitem
from typing import NamedTuple

from ._judge import STATUSES, Status
from ._outcome import OPEN_SCOPE, Decided
from ._program import Program
from .rules import Rule

_KEPT = 4096  # states of the scopes; there are a few dozen in practice


class Row(NamedTuple):
    """What one rule says about some subject: its status, and whether it counts only if its scope applies."""

    law: Rule
    status: Status
    if_applicable: bool


ByCode = tuple[Row | None, ...]  # the last one stands for `NOT_JUDGED`


class _ByBinds(dict[tuple[int, ...], tuple[ByCode, ...]]):
    """The rows of each rule by its code, for each state of what binds the rules. Filled on need."""

    def __init__(self, program: Program, rules: Iterable[Rule], made: _Made, *, every: bool) -> None:
        super().__init__()
        self.of = [(program.bind_of(rule), rule) for rule in rules]
        self.made = made
        self.every = every

    def __missing__(self, binds: tuple[int, ...]) -> tuple[ByCode, ...]:
        if len(self) >= _KEPT:
            self.clear()
        self[binds] = made = tuple(
            self.made[rule, bind is not None and binds[bind] == OPEN_SCOPE, self.every] for bind, rule in self.of
        )
        return made


class _Made(dict[tuple[Rule, bool, bool], ByCode]):
    """The rows of each rule by code, made on first need."""

    def __missing__(self, key: tuple[Rule, bool, bool]) -> ByCode:
        rule, if_applicable, every = key
        if every:
            self[key] = made = (*(Row(rule, status, if_applicable) for status in STATUSES), None)
        else:
            self[key] = made = (None, *self[rule, if_applicable, True][1:])
        return made


class Rows:
    """The rows of one program."""

    def __init__(self, program: Program) -> None:
        rules, made = {False: program.own, True: program.vetting}, _Made()
        self._tables = {
            (of_supplier, every): _ByBinds(program, rules[of_supplier], made, every=every)
            for of_supplier in (False, True)
            for every in (False, True)
        }
        self._counts = len(program.own), len(program.vetting)
        self._orders: dict[tuple[bool, int], Sequence[int]] = {}
        self._places: dict[bool, list[tuple[bool, int]]] = {False: [], True: []}  # by: is it only a proposal?
        own = vetting = 0
        for rule in program.rules:
            place = vetting if rule.of_supplier else own
            self._places[program.is_outlook(rule)].append((rule.of_supplier, place))
            own, vetting = (own, vetting + 1) if rule.of_supplier else (own + 1, vetting)

    def of(self, decided: Decided, *, supplier: bool, every: bool = True) -> Iterable[Row | None]:
        """Give the row of each rule for one subject.

        None for a rule that its scope does not bind, and unless `every`, for one that is not applicable.
        """
        return map(getitem, self._tables[supplier, every][decided.binds], decided.codes)

    def order(self, suppliers: int, *, proposals: bool) -> Sequence[int]:
        """Give the order of findings, by rule and then by subject, as places among the rows of all subjects.

        Those of the procurement come first there, then those of each supplier.
        """
        key = (proposals, suppliers)
        found = self._orders.get(key)
        if found is None:
            found = self._order(suppliers, proposals)
            if suppliers < 16:
                self._orders[key] = found
        return found

    def _order(self, suppliers: int, proposals: bool) -> list[int]:
        first, each = self._counts
        return [
            number
            for of_supplier, place in self._places[proposals]
            for number in (range(first + place, first + each * suppliers, each) if of_supplier else (place,))
        ]
