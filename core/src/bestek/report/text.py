"""The text report: the verdict first, then what is wrong, what is to be done, and what is still to be answered."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import groupby

from .._ask import pattern
from .._kinds import Kind
from .._say import day as say_day
from .._say import fact as say_fact
from .._say import subject as say_subject
from .._say import value as say_value
from .._texts import say
from ..facts import Fact
from ..finding import Because, Finding
from ..result import Assessment, ClassResult, RegulationResult, ScopeResult
from ..rules import DEMANDS, NOTES, PHASES
from . import words as _words  # noqa: F401 - adds the words of reports

Paint = Callable[[str, str], str]  # a text and a role: verdict, breach, heading, quiet

MOST_DUE, MOST_QUESTIONS, MOST_NOTES, MOST_BREACHES, MOST_FACTS = 16, 10, 6, 12, 4


def plain(text: str, role: str) -> str:
    """Paint nothing."""
    return text


class TextReport:
    """Writes one assessment, in one language, at one width."""

    def __init__(
        self,
        assessment: Assessment,
        language: str,
        *,
        width: int = 80,
        file: str = "FILE",
        full: bool = False,
        paint: Paint = plain,
    ) -> None:
        self.assessment = assessment
        self.language = language
        self.width = max(40, width)
        self.file = file
        self.full = full
        self.paint = paint

    def text(self) -> str:
        """Write the whole report."""
        parts = [
            self._head(),
            self._verdict(),
            self._subjects(),
            self._regulations(),
            self._classes(),
            self._breaches(),
            self._due(),
            self._open(),
            self._waived(),
            self._advisory(),
            self._questions(),
            self._people(),
            self._notes(),
            self._outlook(),
            self._foot(),
        ]
        blocks = ["\n".join(lines) for lines in (list(part) for part in parts) if lines]
        return "\n\n".join(blocks) + "\n"

    # Head and foot ----------------------------------------------------------------------------------------

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language).format(**values)

    def _wrap(self, text: str, indent: str = "", first: str | None = None) -> list[str]:
        return textwrap.wrap(
            text, self.width, initial_indent=indent if first is None else first, subsequent_indent=indent,
            break_long_words=False, break_on_hyphens=False,
        )  # fmt: skip

    def _heading(self, key: str, count: int | None = None) -> str:
        counted = "" if count is None else f" ({count})"
        return self.paint(self._say(key) + counted, "heading")

    def _sensitive(self) -> list[str]:
        if not is_sensitive(self.assessment):
            return []
        return [self.paint(line, "quiet") for line in self._wrap(self._say("report.sensitive"))]

    def _head(self) -> Iterator[str]:
        sensitive = self._sensitive()
        yield from [*sensitive, ""] if sensitive else []
        facts = self.assessment.procurement.facts
        title = facts.title or self._say("report.untitled")
        yield from self._wrap(f"{title} ({facts.reference})" if facts.reference else title)
        yield self._say("report.on", day=say_day(self.assessment.on, self.language))
        profile = self.assessment.policy.profile
        if profile is not None and not self.assessment.policy.nameless:
            yield from self._wrap(self._say("report.profile", name=profile.name or profile.local(profile.file)))

    def _foot(self) -> Iterator[str]:
        if any(finding.confidence != "verbatim" for finding in self.assessment.findings):
            yield self._say("report.star")
        for line in disclaimers(self.assessment, self.language):
            yield from self._wrap(line)
        yield from self._sensitive()

    # The verdict ------------------------------------------------------------------------------------------

    def _verdict(self) -> Iterator[str]:
        verdict = self.assessment.verdict
        yield self.paint(self._say(f"verdict.{verdict}").upper(), f"verdict.{verdict}")
        yield from self._wrap(basis(self.assessment, self.language))

    def _subjects(self) -> Iterator[str]:
        subjects = self.assessment.subjects
        if len(subjects) < 2:
            return
        yield self._heading("report.subjects")
        named = [(say_subject(found.subject, self.language), found.verdict) for found in subjects]
        longest = min(max(len(name) for name, _ in named), self.width // 2)
        for name, verdict in named:
            start = f"  {name:<{longest}}  "
            if len(name) > longest:
                yield start.rstrip()
                start = " " * (longest + 4)
            yield from self._wrap(self._say(f"verdict.{verdict}"), " " * (longest + 4), start)

    # What applies -----------------------------------------------------------------------------------------

    def _regulations(self) -> Iterator[str]:
        yield self._heading("report.regulations")
        for result in self.assessment.regulations:
            yield from self._scope_lines(result)

    def _scope_lines(self, result: RegulationResult) -> Iterator[str]:
        """Say of each scope whether it applies; parties of whom the same is said share a line."""
        said: dict[tuple[str, str, str], list[str]] = {}
        for scope in result.scopes:
            parent = scope.id.rpartition(".")[0]
            above = next((other for other in result.scopes if other.id == parent), None)
            if above is None or above.applies != "no":  # else a chapter of what does not apply
                outcome = self._say(f"report.applies.{scope.applies}") + self._why_scope(scope)
                said.setdefault((scope.id, self._edition(scope), outcome), []).append(scope.subject)
        order = list(dict.fromkeys(scope.id for scope in result.scopes))
        mode = "" if result.mode == "binding" else f" [{self._say(f'report.mode.{result.mode}')}]"
        for (id, edition, outcome), subjects in sorted(said.items(), key=lambda item: order.index(item[0][0])):  # noqa: A001
            named = ", ".join(say_subject(one, self.language) for one in subjects if one != "procurement")
            yield from self._wrap(f"{id}{edition}{f' ({named})' if named else ''}: {outcome}{mode}", "      ", "  ")

    def _edition(self, scope: ScopeResult) -> str:
        """Name the edition that counts, where a text has several and it may bind."""
        several = len(self.assessment.policy.program.scope[scope.id].editions) > 1
        return f" [{scope.edition}]" if several and scope.edition and scope.applies != "no" else ""

    def _why_scope(self, scope: ScopeResult) -> str:
        if scope.applies == "open":
            weight = {question.fact: place for place, question in enumerate(self.assessment.questions)}
            missing = sorted(scope.missing, key=lambda path: weight.get(path, len(weight)))
            shown = missing if self.full else missing[:MOST_FACTS]
            named = ", ".join(self.fact(path) for path in shown)
            if rest := len(missing) - len(shown):
                named = self._say("report.and_more", facts=named, count=rest)
            return f"; {self._say('report.hangs_on', facts=named)}" if named else ""
        reasons = [
            self._say(f"report.{reason}") if "/" not in reason else reason.partition("/")[2] for reason in scope.because
        ]
        return f" ({', '.join(reasons)})" if reasons else ""

    def _classes(self) -> Iterator[str]:
        known = [found for found in self.assessment.classes if self._says_something(found)]
        if not known:
            return
        yield self._heading("report.classes")
        for found in known:
            yield from self._wrap(self._class_line(found), "      ", "  ")

    def _says_something(self, found: ClassResult) -> bool:
        """Of the classes of a supplier, one of which nothing is certain yet is for the full report."""
        if found.level or found.proposed or found.value:
            return True
        return bool(found.at_most or found.possible) and (self.full or found.subject == "procurement")

    def _class_line(self, found: ClassResult) -> str:
        of = self.assessment.policy.program.class_[found.class_].of
        kind = of.kind
        level = self._level(found, kind, lowest=of.counts == "lowest")
        proposed = ""
        if found.proposed and found.proposed != found.level:
            proposed = "; " + self._say("report.proposed", level=say_value(found.proposed, kind, self.language))
        who = f" ({say_subject(found.subject, self.language)})" if found.subject != "procurement" else ""
        return f"{of.label.in_(self.language)}{who}: {level}{proposed}"

    def _level(self, found: ClassResult, kind: Kind, *, lowest: bool) -> str:
        said = {
            name: say_value(level, kind, self.language)
            for name in ("level", "at_most", "value")
            if (level := getattr(found, name))
        }
        if found.value:
            return said["value"]
        if found.possible:
            return self._say(
                "report.possible", values=", ".join(say_value(one, kind, self.language) for one in found.possible)
            )
        if found.level and found.level == found.at_most:
            return said["level"]
        turned = "_lowest" if lowest else ""
        if found.level:
            return self._say(f"report.level_between{turned}", level=said["level"], most=said["at_most"])
        return (
            self._say(f"report.level_open{turned}", most=said["at_most"]) if found.at_most else self._say("report.none")
        )

    # Findings ---------------------------------------------------------------------------------------------

    def _demands(self, *statuses: str, binding: bool = True) -> list[Finding]:
        """Give the duties and bans with these statuses that move the verdict, or that do not."""
        return [
            finding
            for finding in self.assessment.findings
            if finding.status in statuses and finding.kind in DEMANDS and finding.binding == binding
        ]

    def _breaches(self) -> Iterator[str]:
        found = self._demands("breach")
        if not found:
            return
        yield self._heading("report.breaches", len(found))
        shown = found if self.full else found[:MOST_BREACHES]
        for finding in shown:
            yield from self._finding(finding)
            yield from self._wrap(f"{self._say('report.because')}: {self._reasons(finding)}", "      ", "    ")
            yield from self._wrap(f"{self._say('report.source')}: {cites(finding, self.language)}", "      ", "    ")
        yield from self._rest(len(found) - len(shown), "--all")

    def _finding(self, finding: Finding) -> list[str]:
        """Write the rule, its text, whom it is about and whether it counts only if its scope applies."""
        extra = [] if finding.subject == "procurement" else [say_subject(finding.subject, self.language)]
        if finding.if_applicable and finding.law.scope:
            extra.append(self._say("report.if_applicable", scope=finding.law.scope))
        if finding.due_by:
            extra.append(self._say("report.until", day=say_day(finding.due_by, self.language)))
        mark = "" if finding.confidence == "verbatim" else "*"
        about = f" [{'; '.join(extra)}]" if extra else ""
        return self._wrap(
            f"{finding.title.in_(self.language)}{about}", "    ", self.paint(f"  {finding.rule}{mark}  ", "rule")
        )

    def _due(self) -> Iterator[str]:
        found = self._demands("due")
        if not found:
            return
        yield self._heading("report.due", len(found))
        found.sort(key=lambda one: (PHASES.index(one.phase), one.duty_of, one.rule, one.subject))
        shown = found if self.full else found[:MOST_DUE]
        for (phase, duty), group in groupby(shown, key=lambda one: (one.phase, one.duty_of)):
            yield f"  {self._say(f'phase.{phase}')}, {self._say(f'duty.{duty}')}:"
            for finding in group:
                yield from self._short(finding)
        yield from self._rest(len(found) - len(shown), "--all")

    def _short(self, finding: Finding) -> Iterator[str]:
        """Write one finding on one line, or whole where the report is a full one."""
        mark = " " if finding.confidence == "verbatim" else "*"
        start = f"    {self._id(finding)}{mark} "
        of = (
            "" if finding.subject in ("procurement", "supplier") else f"{say_subject(finding.subject, self.language)}: "
        )
        by = f" ({self._say('report.until', day=say_day(finding.due_by, self.language))})" if finding.due_by else ""
        line = f"{of}{finding.title.in_(self.language)}{by}"
        if self.full:
            yield from self._wrap(line, " " * len(start), start)
        else:
            yield start + shortened(line, self.width - len(start))

    def _id(self, finding: Finding) -> str:
        """Write the id of a rule in a column; with its regulation where there are several."""
        several = len(self.assessment.policy.loaded) > 1
        return f"{finding.rule if several else finding.law.id:<{self._widest}}"

    @cached_property
    def _widest(self) -> int:
        """The width of the column of ids: as wide as the widest id of what is due or open."""
        listed = [finding for finding in self.assessment.findings if finding.status in ("due", "open")]
        if len(self.assessment.policy.loaded) > 1:
            return max((len(finding.rule) for finding in listed), default=0)
        return max((len(finding.law.id) for finding in listed), default=0)

    def _open(self) -> Iterator[str]:
        found = self._demands("open")
        if not found:
            return
        found.sort(key=lambda one: (PHASES.index(one.phase), one.rule, one.subject))
        counts = [(phase, len(list(group))) for phase, group in groupby(found, key=lambda one: one.phase)]
        yield self._heading("report.open", len(found))
        if self.full:
            for phase, group in groupby(found, key=lambda one: one.phase):
                yield f"  {self._say(f'phase.{phase}')}:"
                for finding in group:
                    yield from self._short(finding)
            return
        said = ", ".join(f"{self._say(f'phase.{phase}')} {count}" for phase, count in counts)
        yield from self._wrap(f"{said} ({self._command('--all')})", "  ", "  ")

    def _waived(self) -> Iterator[str]:
        found = [finding for finding in self.assessment.findings if finding.waiver is not None]
        if not found:
            return
        yield self._heading("report.waived", len(found))
        for finding in found:
            yield from self._finding(finding)
            yield from self._wrap(waiver_line(finding, self.language), "      ", "    ")

    def _advisory(self) -> Iterator[str]:
        found = self._demands("breach", "due", "open", binding=False)
        if not found:
            return
        yield self._heading("report.advisory", len(found))
        shown = found if self.full else found[:MOST_NOTES]
        for finding in shown:
            status = self._say(f"status.{finding.status}")
            yield from self._wrap(f"{status}: {finding.title.in_(self.language)}", "    ", f"  {finding.rule}  ")
        yield from self._rest(len(found) - len(shown), "--all")

    def _questions(self) -> Iterator[str]:
        asked = self.assessment.questions
        if not asked:
            return
        yield self._heading("report.questions", len(asked))
        shown = asked if self.full else asked[:MOST_QUESTIONS]
        for question in shown:
            count = len(question.decides)
            decides = self._say("report.decides_one") if count == 1 else self._say("report.decides", count=count)
            yield from self._wrap(f"{self.fact(question.fact)} ({question.fact})", "    ", "  ")
            yield from self._wrap(f"{question.who.in_(self.language)}; {decides}", "      ", "      ")
        yield from self._rest(len(asked) - len(shown), "--all")

    def _people(self) -> Iterator[str]:
        found = [finding for finding in self.assessment.all_findings if finding.decided_by is not None]
        if not found:
            return
        yield self._heading("report.people", len(found))
        for finding in found:
            decision = finding.decided_by
            assert decision is not None
            outcome = self._say(f"status.{decision.outcome}")
            on = say_day(decision.on, self.language)
            said = self._say("report.decision", outcome=outcome, by=decision.by, day=on, reason=decision.reason)
            yield from self._wrap(said, "    ", f"  {finding.rule}: ")

    def _notes(self) -> Iterator[str]:
        found = [finding for finding in self.assessment.findings if finding.kind in NOTES and finding.status == "noted"]
        if not found:
            return
        yield self._heading("report.notes", len(found))
        found.sort(key=lambda one: (one.kind == "advises", one.if_applicable, one.rule, one.subject))
        shown = found if self.full else found[:MOST_NOTES]
        for finding in shown:
            yield from self._finding(finding)
        yield from self._rest(len(found) - len(shown), "--all")

    def _outlook(self) -> Iterator[str]:
        if not self.assessment.outlook:
            return
        yield self._heading("report.outlook", len(self.assessment.outlook))
        shown = self.assessment.outlook if self.full else self.assessment.outlook[:MOST_NOTES]
        for finding in shown:
            yield from self._finding(finding)
        yield from self._rest(len(self.assessment.outlook) - len(shown), "--all")

    def _rest(self, count: int, option: str) -> list[str]:
        if count <= 0:
            return []
        return self._wrap(self._say("report.more", count=count, command=self._command(option)), "    ", "  ")

    def _command(self, option: str) -> str:
        return f"bestek assess {self.file} --on {self.assessment.on.isoformat()} {option}"

    # Facts ------------------------------------------------------------------------------------------------

    def fact(self, path: str) -> str:
        """Say a fact, a parameter or a decision by its path."""
        from .._ask import label

        member = self.assessment.policy.vocabulary.get(pattern(path))
        if member is None:
            return label(self.assessment.policy, path).in_(self.language)
        return say_fact(path, member, self.assessment.procurement, self.language)

    def _reasons(self, finding: Finding) -> str:
        return "; ".join(self.reason(because) for because in finding.because) or self._say("explain.always")

    def reason(self, because: Because) -> str:
        """Say a deciding fact: what it is, its value, and where that comes from."""
        member = self.assessment.policy.vocabulary.get(pattern(because.fact))
        kind = member.kind if isinstance(member, Fact) else None
        held = kind.parse(because.value) if kind is not None else because.value
        said = f"{self.fact(because.fact)}: {say_value(held, kind, self.language)}"
        if because.derived_from and because.derived_from.endswith("controllers"):
            said += f" ({self._say('report.derived', fact=because.derived_from)})"
        elif because.derived_from:
            said += f" ({self._say('report.stands_in', fact=self.fact(because.derived_from))})"
        if because.evidence:
            source = ", ".join(part for part in (because.evidence.source, because.evidence.pinpoint) if part)
            said += f" [{source}]"
        elif isinstance(member, Fact) and member.judge is not None:
            said += f" [{self._say('report.no_evidence')}]"
        return said


def waiver_line(finding: Finding, language: str) -> str:
    """Say why a rule is waived, by whom, and from when to when."""
    waiver = finding.waiver
    assert waiver is not None
    days = [say_day(day, language) for day in (waiver.approved_on, waiver.expires)]
    said = say("report.waiver", language)
    return said.format(reason=waiver.reason, by=waiver.approved_by, day=days[0], until=days[1])


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
    count = {status: sum(finding.status == status for finding in judged) for status in ("breach", "due", "open")}
    rules = {finding.rule: finding for finding in judged}.values()
    first = say("report.basis", language).format(rules=len(rules), regulations=", ".join(by_regulation), **count)
    quality = {
        "report.unverified": sum(finding.confidence != "verbatim" for finding in rules),
        "report.left_to_people": sum(finding.law.left_to_a_person for finding in rules),
    }
    return " ".join([first, *(say(key, language).format(count=held) for key, held in quality.items() if held)])


def cites(finding: Finding, language: str) -> str:
    """Say where a rule comes from, and whether that was verified."""
    return "; ".join(cite_lines(finding.cites, language))


def cite_lines(found: Iterable[object], language: str) -> list[str]:
    """Say each citation on a line of its own."""
    from ..law import Citation

    lines = []
    for cite in found:
        assert isinstance(cite, Citation)
        mark = "" if cite.confidence == "verbatim" else f" ({say(f'confidence.{cite.confidence}', language)})"
        lines.append(f"{cite.instrument.title.in_(language)}, {cite.at}{mark}")
    return lines


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
