"""Times contenders against each other: all on one core, in interleaved rounds, the median counts."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from files import Files


@dataclass
class Contender:
    """What is timed: its name, and what it does with one file."""

    name: str
    judge: Callable[[Any, date], object]
    files: Files
    of_facts: bool = True  # it is given the facts, not the procurement around them
    rounds: list[float] = field(default_factory=list)

    @property
    def microseconds(self) -> float:
        """The median time for one file."""
        return statistics.median(self.rounds)

    def play(self) -> None:
        """Judge every file once. Processor time, since the machine may have other things to do."""
        given = [(file.facts if self.of_facts else file, on) for file, on in self.files]
        judge = self.judge
        gc.collect()
        start = time.process_time()
        for file, on in given:
            judge(file, on)
        self.rounds.append((time.process_time() - start) / len(given) * 1e6)


def one_core() -> str:
    """Stay on one core, where the system allows it."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned to a core"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"pinned to core {core}"


def play(contenders: list[Contender], rounds: int) -> None:
    """Play the rounds: A B C, A B C, … Garbage is collected as in any program; what is loaded already is left alone."""
    gc.collect()
    gc.freeze()
    for _ in range(rounds):
        for contender in contenders:
            contender.play()
    gc.unfreeze()
