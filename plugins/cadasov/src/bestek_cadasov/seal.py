"""What follows from the answers in the calculator: a SEAL and points for each objective, and the classes that hold them.

An answer is a number, from 1 (worst) up; 0 was left blank. A blank answer gives no points and does not count for
the lowest SEAL. An answer that is not in the file is not known, and leaves open what it may change.
"""

from __future__ import annotations

from functools import reduce
from operator import add, or_

from bestek import define, greatest, least, level, lookup, score
from bestek.words import Condition, Number, Scale

from .criteria import NOMINAL_MAXIMUM, OBJECTIVES, Criterion, of_objective
from .facts_csf import Answers, Csf, Floor, Points, Seal, fact_of

_SCALE: Scale = fact_of(Floor, "sov1")
_PERCENT = 100 / NOMINAL_MAXIMUM


def answer(of: Criterion) -> Number:
    """Give the handle of the answer to a criterion."""
    found: Number = fact_of(Answers, of.name)
    return found


def at_least(of: Criterion, rung: int, *, or_blank: bool = False) -> Condition:
    """The answer is this one or better; where asked, a blank one counts too."""
    better = answer(of) >= rung
    name = f"{of.id}-{rung}{'-or-blank' if or_blank else ''}"
    blank = (" of opengelaten", " or blank") if or_blank else ("", "")
    return define(
        name,
        better | (answer(of) == 0) if or_blank else better,
        nl=f"antwoord {rung} of hoger{blank[0]} bij {of.id}",
        en=f"answer {rung} or better{blank[1]} to {of.id}",
    )


def seal_of(of: Criterion) -> Scale:
    """The SEAL of the answer to a criterion; of a blank one SEAL-4, which binds nothing."""
    first = of.seals[0]
    steps = [rung for rung in range(2, of.answers + 1) if of.seals[rung - 1] > of.seals[rung - 2]]
    reached = [
        lookup(
            {True: f"seal{of.seals[rung - 1]}", False: f"seal{first}"},
            at_least(of, rung, or_blank=rung == steps[-1]),
            of=_SCALE,
        )
        for rung in steps
    ]
    return greatest(*reached)


def points_of(of: Criterion) -> Number:
    """The points of the answer to a criterion, as a percentage of the nominal maximum of its objective."""
    steps = [
        lookup({True: (of.points[rung - 1] - of.points[rung - 2]) * _PERCENT, False: 0.0}, at_least(of, rung))
        for rung in range(2, of.answers + 1)
    ]
    return reduce(add, steps)


def seal_of_answers(objective: int) -> Scale:
    """The lowest SEAL among the answers of an objective that were given.

    Not known where none was, nor where the tender leaves the SEAL to its assessor (version 1.2.1).
    """
    asked = of_objective(objective)
    any_given = define(
        f"SOV-{objective}-answered",
        reduce(or_, (answer(criterion) >= 1 for criterion in asked)),
        nl=f"bij SOV-{objective} is een antwoord gegeven",
        en=f"an answer was given for SOV-{objective}",
    )
    given = lookup({True: "seal4"}, any_given, of=_SCALE)
    by_answers = lookup({"guidance_2026": "seal4"}, Csf.method, of=_SCALE)
    return least(*(seal_of(criterion) for criterion in asked if not criterion.inert), given, by_answers)


# Where a file holds only the outcome, that counts; where it holds the answers, this does.
for _number in OBJECTIVES:
    Seal.facts[f"sov{_number}"].stands_in = seal_of_answers(_number)
    Points.facts[f"sov{_number}"].stands_in = reduce(add, map(points_of, of_objective(_number)))

# The classes -----------------------------------------------------------------------------------------------------

objective_seal = {
    number: level(
        f"cadasov.sov{number}",
        _SCALE,
        counts="lowest",
        per_supplier=True,
        nl=f"SEAL van SOV-{number}, {nl}",
        en=f"SEAL of SOV-{number}, {en}",
    )
    for number, (nl, en) in OBJECTIVES.items()
}
overall_seal = level(
    "cadasov.seal",
    _SCALE,
    counts="lowest",
    per_supplier=True,
    nl="SEAL over alle doelen",
    en="SEAL over all objectives",
)
sovereignty_score = score("cadasov.score", per_supplier=True, nl="Soevereiniteitsscore", en="Sovereignty score")
