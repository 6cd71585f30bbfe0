"""Decide files with one program: by interpreting the first few, and by compiled code once that pays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from ._decide import Decided, Decider, Outcome, bind_key, bind_keys, compile_program
from ._explain import Explainer
from ._interpret import Interpreter, Subject, subjects_of
from ._judge import STATUSES
from ._program import Program
from .procurement import Procurement
from .rules import Rule

INTERPRETED = 8  # files; compiling a policy takes about as long as interpreting this many
_STATE = {False: 0, True: 1, None: 2}
_CODE = {status: code for code, status in enumerate(STATUSES)}


class Engine:
    """Decides and explains. Safe from threads: at worst two of them compile the same program once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.bind_keys = bind_keys(program)
        self._files = 0
        self._decider: Decider | None = None

    @cached_property
    def order(self) -> Mapping[bool, tuple[tuple[Rule, bool, int, int | None], ...]]:
        """Give the rules in the order of reports, apart for what binds (False) and what is only proposed (True).

        For each: the rule, whether it is judged for each supplier, its place among the codes of its subject, and
        the place of what binds it among the bind keys.
        """
        keys = {key: place for place, key in enumerate(self.bind_keys)}
        made: dict[bool, list[tuple[Rule, bool, int, int | None]]] = {False: [], True: []}
        own = vetting = 0
        for rule in self.program.rules:
            key = bind_key(self.program, rule)
            place = vetting if rule.of_supplier else own
            row = (rule, rule.of_supplier, place, None if key is None else keys[key])
            made[rule.instrument.status == "proposal"].append(row)
            own, vetting = (own, vetting + 1) if rule.of_supplier else (own + 1, vetting)
        return {proposed: tuple(rows) for proposed, rows in made.items()}

    @cached_property
    def explainer(self) -> Explainer:
        """The explainer of this program."""
        return Explainer(self.program)

    def decider(self) -> Decider:
        """Give the compiled program, compiling it on first need."""
        if self._decider is None:
            self._decider = compile_program(self.program)
        return self._decider

    def decide(self, procurement: Procurement, on: date) -> Outcome:
        """Decide one file on one day."""
        if self._decider is None:
            self._files += 1
            if self._files <= INTERPRETED:
                return interpret(self.program, self.bind_keys, procurement, on)
        return self.decider().run(procurement.facts, on)


def interpret(
    program: Program, keys: tuple[tuple[str, int | None], ...], procurement: Procurement, on: date
) -> Outcome:
    """Give with the interpreter what the compiled program gives."""
    file = Interpreter(program, procurement, on)
    own = _decided(program, keys, file.subject(), program.own)
    return own, tuple(
        _decided(program, keys, file.subject(supplier), program.vetting) for _, _, supplier in subjects_of(procurement)
    )


def _decided(
    program: Program, keys: tuple[tuple[str, int | None], ...], subject: Subject, rules: tuple[Rule, ...]
) -> Decided:
    def state(name: str, edition: int | None) -> int:
        scope = program.scope[name]
        if scope.of_supplier and subject.supplier is None:
            return _STATE[None]  # asked of each supplier, not of the procurement
        found = subject.scope(scope)
        return _STATE[found.applies if edition is None else found.editions[edition]]

    return Decided(
        tuple(state(scope.id, None) for scope in program.scopes),
        tuple(state(*key) for key in keys),
        tuple(-1 if subject.binds(rule) is False else _CODE[subject.status(rule)] for rule in rules),
    )
