"""Decide files with one program: by interpreting the first few, and by compiled code once that pays."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from ._explain import Explainer
from ._interpret import Interpreter
from ._outcome import Outcome
from ._program import Program
from ._rows import Rows
from .procurement import Procurement

if TYPE_CHECKING:
    from ._decide import Decider

INTERPRETED = 25  # files, or suppliers of them; compiling a policy takes about as long as interpreting this many


class Engine:
    """Decides and explains. Safe from threads: at worst two of them compile the same program once."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._files = 0
        self._decider: Decider | None = None

    @cached_property
    def rows(self) -> Rows:
        """The rows that findings are made of."""
        return Rows(self.program)

    @cached_property
    def explainer(self) -> Explainer:
        """The explainer of this program."""
        return Explainer(self.program)

    def decider(self) -> Decider:
        """Give the compiled program, compiling it on first need."""
        if self._decider is None:
            from ._decide import compile_program

            self._decider = compile_program(self.program)
        return self._decider

    def decide(self, procurement: Procurement, on: date) -> Outcome:
        """Decide one file on one day."""
        if self._decider is None:
            self._files += max(1, len(procurement.facts.suppliers or ()))
            if self._files <= INTERPRETED:
                return Interpreter(self.program, procurement, on).outcome()
        return self.decider().run(procurement.facts, on)
