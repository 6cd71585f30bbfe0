"""What is still to be answered: by the person or organisation that has the answer, what weighs most first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .._ask import pattern
from .._texts import Text, add_texts, say
from ..facts import Fact
from ..result import Assessment, Question
from . import words as _words  # noqa: F401 - adds the words of reports
from .forms import form
from .text import Paint, TextReport, plain
from .wrap import wrapped

MOST = 10  # questions a person, unless all are wanted
FEW_VALUES = 8

add_texts(
    {
        "questions.none": Text(
            "Er is niets meer te vragen dat de uitkomst kan veranderen.",
            "Nothing is left to ask that can change the outcome.",
        ),
        "questions.head": Text(
            "{count} vragen. Het zwaarst weegt: {fact}.", "{count} questions. What weighs most: {fact}."
        ),
        "questions.decides": Text("voor {rules}", "for {rules}"),
        "questions.and_more": Text("{rules} en nog {count}", "{rules} and {count} more"),
        "questions.decision": Text(
            'een besluit: outcome = "met", "breach" of "not_applicable", met by, on en reason',
            'a decision: outcome = "met", "breach" or "not_applicable", with by, on and reason',
        ),
        "questions.profile": Text("een waarde in het profiel", "a value in the profile"),
    }
)


def as_data(assessment: Assessment) -> dict[str, Any]:
    """Give the questions as JSON-able data, in the form of the result, with the values that each takes."""
    from .._to_json import plain as as_plain

    made: list[dict[str, Any]] = []
    for question in assessment.questions:
        member = assessment.policy.vocabulary.get(pattern(question.fact))
        kind = member.kind if isinstance(member, Fact) else None
        made.append({**as_plain(question), "allowed": kind.schema() if kind is not None else None})
    return {"assessed_on": assessment.on.isoformat(), "verdict": assessment.verdict, "questions": made}


def questions_text(
    assessment: Assessment,
    language: str,
    *,
    width: int = 80,
    file: str = "FILE",
    full: bool = False,
    paint: Paint = plain,
) -> str:
    """Write the questions, grouped by who answers."""
    if not assessment.questions:
        return say("questions.none", language) + "\n"
    return "\n".join(_Questions(assessment, language, max(40, width), file, full, paint).lines()) + "\n"


class _Questions:
    def __init__(self, assessment: Assessment, language: str, width: int, file: str, full: bool, paint: Paint) -> None:
        self.assessment = assessment
        self.language = language
        self.width = width
        self.file = file
        self.full = full
        self.paint = paint
        self.report = TextReport(assessment, language, width=width)

    def lines(self) -> Iterator[str]:
        asked = self.assessment.questions
        first = self.report.fact(asked[0].fact)
        yield from self._wrap(say("questions.head", self.language).format(count=len(asked), fact=first), "")
        by: dict[str, list[Question]] = {}
        for question in asked:
            by.setdefault(question.who.in_(self.language), []).append(question)
        for who, theirs in by.items():
            yield ""
            yield from (
                self.paint(line, "heading") for line in self._wrap(f"{who[:1].upper()}{who[1:]} ({len(theirs)})", "")
            )
            shown = theirs if self.full else theirs[:MOST]
            for question in shown:
                yield from self._question(question)
            if rest := len(theirs) - len(shown):
                command = f"bestek questions {self.file} --on {self.assessment.on.isoformat()} --all"
                yield from self._wrap(say("report.more", self.language).format(count=rest, command=command), "  ")

    def _question(self, question: Question) -> Iterator[str]:
        yield from self._wrap(f"{self.report.fact(question.fact)} ({question.fact})", "  ")
        yield from self._wrap(self._answer(question.fact), "      ")
        rules = ", ".join(question.decides[:3])
        if (more := len(question.decides) - 3) > 0:
            rules = say("questions.and_more", self.language).format(rules=rules, count=more)
        yield from self._wrap(say("questions.decides", self.language).format(rules=rules), "      ")

    def _answer(self, path: str) -> str:
        """Say what an answer looks like; a short list of values is written out."""
        if path.startswith("parameters."):
            return say("questions.profile", self.language)
        member = self.assessment.policy.vocabulary.get(pattern(path))
        if not isinstance(member, Fact):
            return say("questions.decision" if "decisions." in path else "form.list", self.language)
        said = form(member.kind, self.language)
        values = member.kind.values
        return f"{said}: {', '.join(values)}" if 0 < len(values) <= FEW_VALUES else said

    def _wrap(self, text: str, indent: str) -> list[str]:
        return wrapped(text, self.width, indent, f"{indent}  " if indent == "  " else indent)
