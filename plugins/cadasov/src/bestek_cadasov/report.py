"""The report `csf`: for each supplier a table of the eight objectives, the weakest link, and what has to rise.

bestek assess FILE --format csf
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bestek import Assessment

from .criteria import CRITERIA, NOMINAL_MAXIMUM, OBJECTIVES, Criterion, of_objective

_WORDS: dict[str, dict[str, Any]] = {
    "nl": {
        "head": ("doel", "punten", "SEAL", "minimum", "opengelaten"),
        "score": "Score: {value} procent, met de gewichten van het profiel '{profile}'.",
        "no_score": "Score: niet te bepalen; het gewichtenprofiel of een antwoord ontbreekt.",
        "rejected": "Onder een minimum-SEAL: deze inschrijving wordt afgewezen, de score telt niet mee.",
        "weakest": "Zwakste schakel: {names} met SEAL-{seal}.",
        "rise": "Om het minimum te halen moeten bij SOV-{number} {count} antwoorden omhoog: {answers}.",
        "rise_one": "Om het minimum te halen moet bij SOV-{number} één antwoord omhoog: {answers}.",
        "to": "{id} van {now} naar {wanted}",
        "none": "Het Cloud Sovereignty Framework geldt niet voor deze opdracht.",
        "unverified": "De antwoorden zijn een eigen verklaring zonder bewijs: niet geverifieerd.",
        "evidence": "Met onderbouwing: {count} van de {all} antwoorden.",
        "supplier": "Leverancier",
    },
    "en": {
        "head": ("objective", "points", "SEAL", "floor", "left blank"),
        "score": "Score: {value} percent, with the weights of profile '{profile}'.",
        "no_score": "Score: cannot be determined; the weight profile or an answer is missing.",
        "rejected": "Below a minimum SEAL: this tender is rejected, the score does not count.",
        "weakest": "Weakest link: {names} with SEAL-{seal}.",
        "rise": "To pass the floor, {count} answers of SOV-{number} have to rise: {answers}.",
        "rise_one": "To pass the floor, one answer of SOV-{number} has to rise: {answers}.",
        "to": "{id} from {now} to {wanted}",
        "none": "The Cloud Sovereignty Framework does not apply to this contract.",
        "unverified": "The answers are the supplier's own statement without evidence: unverified.",
        "evidence": "With evidence: {count} of {all} answers.",
        "supplier": "Supplier",
    },
}


class Line(NamedTuple):
    """One objective of one supplier, as far as it is known."""

    number: int
    points: float | None
    seal: int | None
    floor: int | None
    blank: tuple[str, ...]
    rising: tuple[tuple[Criterion, int, int], ...]  # which answers have to rise, from which one, to which one


def csf_report(assessment: Assessment, language: str) -> str:
    """Write the tables of all suppliers."""
    words = _WORDS["nl" if language == "nl" else "en"]
    scopes = (scope for found in assessment.regulations for scope in found.scopes)
    if next(scope.applies for scope in scopes if scope.id == "csf") == "no":
        return f"{words['none']}\n"
    suppliers = assessment.procurement.facts.suppliers or ()
    return "\n".join("\n".join(_supplier(assessment, place, words)) + "\n" for place in range(len(suppliers)))


def lines_of(assessment: Assessment, place: int) -> list[Line]:
    """Give the eight lines of the supplier at this place in the file."""
    return [_line(assessment, place, number) for number in OBJECTIVES]


def _line(assessment: Assessment, place: int, number: int) -> Line:
    answers = {one: _known(assessment, f"{_table(place)}.answers.{one.name}") for one in of_objective(number)}
    share = _known(assessment, f"{_table(place)}.points.sov{number}")
    points = None if share is None else share * NOMINAL_MAXIMUM / 100
    if points is None and None not in answers.values():
        points = sum(one.points[answer - 1] for one, answer in answers.items() if answer)
    floor = _known(assessment, f"cadasov.csf.floor.sov{number}")
    named = (f"cadasov.sov{number}", _subject(assessment, place))
    found = next((one for one in assessment.classes if (one.class_, one.subject) == named), None)
    least = None if floor is None else int(floor[-1])
    return Line(
        number,
        points,
        int(found.level[-1]) if found and found.level and found.level == found.at_most else None,
        least,
        tuple(one.id for one, answer in answers.items() if answer == 0),
        tuple(
            (one, answer, next(rung for rung, seal in enumerate(one.seals, start=1) if seal >= least))
            for one, answer in answers.items()
            if answer and least is not None and one.seals[answer - 1] < least
        ),
    )


def _known(assessment: Assessment, path: str) -> Any:
    """Give a fact, or None where the file does not even have its table."""
    try:
        return assessment.procurement.get(path)
    except KeyError:
        return None


def _table(place: int) -> str:
    return f"suppliers[{place}].cadasov"


def _subject(assessment: Assessment, place: int) -> str:
    name = _known(assessment, f"suppliers[{place}].name")
    return f"supplier:{f'[{place}]' if name is None else name}"


def _supplier(assessment: Assessment, place: int, words: Mapping[str, Any]) -> Iterator[str]:
    lines, subject = lines_of(assessment, place), _subject(assessment, place)
    yield f"{words['supplier']}: {subject.removeprefix('supplier:')}"
    yield from _as_table(lines, words)
    known = [line.seal for line in lines if line.seal is not None]
    if known:
        weakest = min(known)
        names = ", ".join(f"SOV-{line.number}" for line in lines if line.seal == weakest)
        yield words["weakest"].format(names=names, seal=weakest)
    for line in lines:
        if line.rising:
            answers = "; ".join(
                words["to"].format(id=one.id, now=now, wanted=wanted) for one, now, wanted in line.rising
            )
            key = "rise_one" if len(line.rising) == 1 else "rise"
            yield words[key].format(number=line.number, count=len(line.rising), answers=answers)
    score = next((one for one in assessment.scores if one.subject == subject and not one.gaps), None)
    profile = _known(assessment, "cadasov.csf.profile")
    yield words["score"].format(value=f"{score.value:.4f}", profile=profile) if score else words["no_score"]
    if any(line.seal is not None and line.floor is not None and line.seal < line.floor for line in lines):
        yield words["rejected"]
    if _known(assessment, f"{_table(place)}.answers_basis") == "self_declared":
        yield words["unverified"]
    given = [f"{_table(place)}.answers.{one.name}" for one in CRITERIA]
    given = [path for path in given if _known(assessment, path)]
    if given:
        count = sum(path in assessment.procurement.evidence for path in given)
        yield words["evidence"].format(count=count, all=len(given))


def _as_table(lines: list[Line], words: Mapping[str, Any]) -> Iterator[str]:
    rows = [words["head"]]
    for line in lines:
        points = "?" if line.points is None else f"{line.points:.2f}"
        seals = ["?" if seal is None else str(seal) for seal in (line.seal, line.floor)]
        rows.append((f"SOV-{line.number}", points, *seals, ", ".join(line.blank)))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
