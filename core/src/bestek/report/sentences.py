"""Sentences that reports share: on what a verdict rests, whose reading it is, and where a rule comes from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from .._say import day as say_day
from .._texts import say
from ..finding import Finding
from ..result import Assessment
from ..rules import DEMANDS
from . import words as _words  # noqa: F401 - adds the words of reports
from .twins import Twins


def is_sensitive(assessment: Assessment) -> bool:
    """Tell whether a report may itself be classified: unless it is known that there is no TBB and no classification."""
    information = assessment.procurement.facts.information
    return information.tbb != "none" or information.classification not in ("public", "internal")


def disclaimers(assessment: Assessment, language: str) -> list[str]:
    """Say whose reading this is: ours, or that of the publisher of an official regulation."""
    official = [found.regulation for found in assessment.policy.loaded if found.regulation.official]
    lines = [say("report.official", language).format(publisher=regulation.publisher) for regulation in official]
    if len(official) < len(assessment.policy.loaded) or not official:
        lines.append(say("report.disclaimer", language))
    translation = say("report.translation", language)
    return [*lines, translation] if translation else lines


def basis(assessment: Assessment, language: str) -> str:
    """Say in a sentence or two on what the verdict rests."""
    judged = [finding for finding in assessment.all_findings if finding.kind in DEMANDS and finding.binding]
    if not judged:
        return say("report.no_rules", language)
    by_regulation = [
        f"{found.regulation.id} {found.version}"
        for found in assessment.policy.loaded
        if any(finding.law.regulation == found.regulation.id for finding in judged)
    ]
    entries = Twins(judged).leads(judged)
    count = {status: sum(finding.status == status for finding in entries) for status in ("breach", "due", "open")}
    rules = {finding.rule: finding for finding in judged}.values()
    first = say("report.basis", language).format(rules=len(rules), regulations=", ".join(by_regulation), **count)
    quality = {
        "report.unverified": sum(finding.confidence != "verbatim" for finding in rules),
        "report.left_to_people": sum(finding.law.left_to_a_person for finding in rules),
    }
    return " ".join([first, *(say(key, language).format(count=held) for key, held in quality.items() if held)])


def cites(findings: Iterable[Finding], language: str) -> str:
    """Say where a rule and its twins come from, and whether that was verified."""
    lines = [line for finding in findings for line in cite_lines(finding.cites, language)]
    return "; ".join(dict.fromkeys(lines))


def cite_lines(found: Iterable[object], language: str) -> list[str]:
    """Say each citation on a line of its own."""
    from ..law import Citation

    lines = []
    for cite in found:
        assert isinstance(cite, Citation)
        mark = "" if cite.confidence == "verbatim" else f" ({say(f'confidence.{cite.confidence}', language)})"
        lines.append(f"{cite.instrument.title.in_(language)}, {cite.at}{mark}")
    return lines


def counted(words: Iterable[str]) -> str:
    """Say how often each word occurs, in the order of the first time: `selection 3, award 5`."""
    return ", ".join(f"{word} {count}" for word, count in Counter(words).items())


def quoted(file: str) -> str:
    """Write a file name as a shell wants it."""
    from shlex import quote

    return quote(file)


def shortened(text: str, width: int) -> str:
    """Cut a text at a word so that it fits on one line."""
    text = re.sub(r"\s+", " ", text)
    if len(text) <= width:
        return text
    return text[: width - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def waiver_line(finding: Finding, language: str) -> str:
    """Say why a rule is waived, by whom, and from when to when."""
    waiver = finding.waiver
    assert waiver is not None
    days = [say_day(day, language) for day in (waiver.approved_on, waiver.expires)]
    said = say("report.waiver", language)
    return said.format(reason=waiver.reason, by=waiver.approved_by, day=days[0], until=days[1])
