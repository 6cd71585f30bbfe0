"""The text report: the verdict first, then what is wrong, what is to be done, and what is still to be answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from .._ask import pattern
from .._say import day as say_day
from .._say import fact as say_fact
from .._say import subject as say_subject
from .._say import value as say_value
from .._texts import say
from ..facts import Fact
from ..finding import Because, Finding
from ..result import Assessment
from ..rules import DEMANDS, NOTES, PHASES
from . import words as _words  # noqa: F401 - adds the words of reports
from .applies import Applies
from .sentences import basis, cites, counted, disclaimers, is_sensitive, shortened, waiver_line
from .twins import Twins
from .wrap import wrapped

NOTE_LINES = 2  # of a note that is not shown whole
Paint = Callable[[str, str], str]  # a text and a role: verdict, breach, heading, quiet


class Limits(NamedTuple):
    """How many of each list a report shows that is not a full one."""

    breaches: int
    due: int  # in each phase, of each party
    questions: int
    notes: int
    outlook: int
    facts: int  # that a scope hangs on


ONE, SEVERAL = Limits(12, 5, 10, 6, 6, 4), Limits(12, 1, 5, 3, 0, 2)  # by how many regulations are judged


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
        self.limits = ONE if len(assessment.policy.loaded) == 1 else SEVERAL
        self._twins = Twins(assessment.findings)
        self._cut = False  # is a list not shown whole?

    def text(self) -> str:
        """Write the whole report."""
        applies = Applies(self)
        parts = [
            self._head(),
            self._verdict(),
            self._subjects(),
            applies.regulations(),
            applies.classes(),
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

    def say(self, key: str, **values: object) -> str:
        return say(key, self.language).format(**values)

    def wrap(self, text: str, indent: str = "", first: str | None = None) -> list[str]:
        return wrapped(text, self.width, indent if first is None else first, indent)

    def heading(self, key: str, count: int | None = None) -> str:
        counted = "" if count is None else f" ({count})"
        return self.paint(self.say(key) + counted, "heading")

    def _sensitive(self) -> list[str]:
        if not is_sensitive(self.assessment):
            return []
        return [self.paint(line, "quiet") for line in self.wrap(self.say("report.sensitive"))]

    def _head(self) -> Iterator[str]:
        sensitive = self._sensitive()
        yield from [*sensitive, ""] if sensitive else []
        facts = self.assessment.procurement.facts
        title = facts.title or self.say("report.untitled")
        yield from self.wrap(f"{title} ({facts.reference})" if facts.reference else title)
        yield self.say("report.on", day=say_day(self.assessment.on, self.language))
        profile = self.assessment.policy.profile
        if profile is not None and not self.assessment.policy.nameless:
            yield from self.wrap(self.say("report.profile", name=profile.name or profile.local(profile.file)))

    def _foot(self) -> Iterator[str]:
        if self._cut:
            yield from self.wrap(self.say("report.whole", command=self._command("--all")), "  ", "")
        marks = {
            "report.star": any(finding.confidence != "verbatim" for finding in self.assessment.findings),
            "report.question_mark": any(finding.if_applicable for finding in self._demands("due", "open")),
        }
        if any(marks.values()):
            yield from self.wrap("; ".join(self.say(key) for key, is_used in marks.items() if is_used))
        for line in disclaimers(self.assessment, self.language):
            yield from self.wrap(line)
        yield from self._sensitive()

    # The verdict ------------------------------------------------------------------------------------------

    def _verdict(self) -> Iterator[str]:
        verdict = self.assessment.verdict
        yield self.paint(self.say(f"verdict.{verdict}").upper(), f"verdict.{verdict}")
        if broken := list(dict.fromkeys(finding.rule for finding in self._demands("breach"))):
            named = ", ".join(broken[: self.limits.breaches])
            rest = len(broken) - self.limits.breaches
            named = self.say("report.and_more", facts=named, count=rest) if rest > 0 else named
            yield from self.wrap(self.say("report.broken", rules=named))
        yield from self.wrap(basis(self.assessment, self.language))

    def _subjects(self) -> Iterator[str]:
        subjects = self.assessment.subjects
        if len(subjects) < 2:
            return
        yield self.heading("report.subjects")
        named = [(say_subject(found.subject, self.language), found.verdict) for found in subjects]
        longest = min(max(len(name) for name, _ in named), self.width // 2)
        for name, verdict in named:
            start = f"  {name:<{longest}}  "
            if len(name) > longest:
                yield start.rstrip()
                start = " " * (longest + 4)
            yield from self.wrap(self.say(f"verdict.{verdict}"), " " * (longest + 4), start)

    # Findings ---------------------------------------------------------------------------------------------

    def _demands(self, *statuses: str, binding: bool = True) -> list[Finding]:
        """Give the duties and bans with these statuses that move the verdict, or that do not; of twins one."""
        return [
            finding
            for finding in self._twins.leads(self.assessment.findings)
            if finding.status in statuses and finding.kind in DEMANDS and finding.binding == binding
        ]

    def _breaches(self) -> Iterator[str]:
        found = self._demands("breach")
        if not found:
            return
        yield self.heading("report.breaches", len(found))
        shown = found if self.full else found[: self.limits.breaches]
        for finding in shown:
            yield from self._finding(finding)
            yield from self.wrap(f"{self.say('report.because')}: {self._reasons(finding)}", "      ", "    ")
            yield from self.wrap(
                f"{self.say('report.source')}: {cites([finding, *self._twins.others(finding)], self.language)}",
                "      ",
                "    ",
            )
        yield from self._rest(len(found) - len(shown))

    def _finding(self, finding: Finding) -> list[str]:
        """Write the rule, its text, whom it is about and whether it counts only if its scope applies."""
        extra = [] if finding.subject == "procurement" else [say_subject(finding.subject, self.language)]
        if finding.if_applicable and finding.law.scope:
            extra.append(self.say("report.if_applicable", scope=finding.law.scope))
        if finding.due_by:
            extra.append(self.say("report.until", day=say_day(finding.due_by, self.language)))
        mark = "" if finding.confidence == "verbatim" else "*"
        about = f" [{'; '.join(extra)}]" if extra else ""
        return self.wrap(
            f"{finding.title.in_(self.language)}{about}{self._also(finding)}",
            "    ",
            self.paint(f"  {finding.rule}{mark}  ", "rule"),
        )

    def _note(self, finding: Finding) -> list[str]:
        """Write a finding on two lines at most, or whole where the report is a full one."""
        lines = self._finding(finding)
        if self.full or len(lines) <= NOTE_LINES:
            return lines
        kept, rest = lines[: NOTE_LINES - 1], " ".join(line.strip() for line in lines[NOTE_LINES - 1 :])
        return [*kept, "    " + shortened(rest, self.width - 4)]

    def _also(self, finding: Finding) -> str:
        """Name the twins of a rule in other regulations."""
        twins = ", ".join(twin.rule for twin in self._twins.others(finding))
        return f" ({self.say('report.also', rules=twins)})" if twins else ""

    def _due(self) -> Iterator[str]:
        found = self._demands("due")
        if not found:
            return
        yield self.heading("report.due", len(found))
        found.sort(key=lambda one: (PHASES.index(one.phase), one.duty_of, one.rule, one.subject))
        for (phase, duty), group in groupby(found, key=lambda one: (one.phase, one.duty_of)):
            mine = list(group)
            shown = mine if self.full else mine[: self.limits.due]
            yield f"  {self.say(f'phase.{phase}')}, {self.say(f'duty.{duty}')} ({len(mine)}):"
            for finding in shown:
                yield from self._short(finding)
            self._cut = self._cut or len(shown) < len(mine)

    def _short(self, finding: Finding) -> Iterator[str]:
        """Write one finding on one line, or whole where the report is a full one."""
        mark = " " if finding.confidence == "verbatim" else "*"
        if_applicable = "?" if finding.if_applicable else " "
        start = f"    {self._id(finding)}{mark}{if_applicable} "
        of = (
            "" if finding.subject in ("procurement", "supplier") else f"{say_subject(finding.subject, self.language)}: "
        )
        by = f" ({self.say('report.until', day=say_day(finding.due_by, self.language))})" if finding.due_by else ""
        line, also = f"{of}{finding.title.in_(self.language)}{by}", self._also(finding)
        if self.full:
            yield from self.wrap(line + also, " " * len(start), start)
        else:
            also = also if len(start) + len(also) + 20 < self.width else ""
            yield start + shortened(line, self.width - len(start) - len(also)) + also

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
        yield self.heading("report.open", len(found))
        if self.full:
            for phase, group in groupby(found, key=lambda one: one.phase):
                yield f"  {self.say(f'phase.{phase}')}:"
                for finding in group:
                    yield from self._short(finding)
            return
        self._cut = True
        yield from self.wrap(counted(self.say(f"phase.{finding.phase}") for finding in found), "  ")

    def _waived(self) -> Iterator[str]:
        found = [finding for finding in self.assessment.findings if finding.waiver is not None]
        if not found:
            return
        yield self.heading("report.waived", len(found))
        for finding in found:
            yield from self._finding(finding)
            yield from self.wrap(waiver_line(finding, self.language), "      ", "    ")

    def _advisory(self) -> Iterator[str]:
        found = self._demands("breach", "due", "open", binding=False)
        if not found:
            return
        yield self.heading("report.advisory", len(found))
        shown = found if self.full else found[: self.limits.notes]
        for finding in shown:
            status = self.say(f"status.{finding.status}")
            yield from self.wrap(f"{status}: {finding.title.in_(self.language)}", "    ", f"  {finding.rule}  ")
        yield from self._rest(len(found) - len(shown))

    def _questions(self) -> Iterator[str]:
        asked = self.assessment.questions
        if not asked:
            return
        yield self.heading("report.questions", len(asked))
        shown = asked if self.full else asked[: self.limits.questions]
        for question in shown:
            count = len(question.decides)
            decides = self.say("report.decides_one") if count == 1 else self.say("report.decides", count=count)
            asking = f" ({question.fact})"
            if self.full or len(asking) > self.width // 2:
                yield from self.wrap(f"{self.fact(question.fact)}{asking}", "    ", "  ")
            else:
                yield f"  {shortened(self.fact(question.fact), self.width - 2 - len(asking))}{asking}"
            yield from self.wrap(f"{question.who.in_(self.language)}; {decides}", "      ", "      ")
        yield from self._rest(len(asked) - len(shown))

    def _people(self) -> Iterator[str]:
        found = [finding for finding in self.assessment.all_findings if finding.decided_by is not None]
        if not found:
            return
        yield self.heading("report.people", len(found))
        for finding in found:
            decision = finding.decided_by
            assert decision is not None
            outcome = self.say(f"status.{decision.outcome}")
            on = say_day(decision.on, self.language)
            said = self.say("report.decision", outcome=outcome, by=decision.by, day=on, reason=decision.reason)
            yield from self.wrap(said, "    ", f"  {finding.rule}: ")

    def _notes(self) -> Iterator[str]:
        noted = self._twins.leads(self.assessment.findings)
        found = [finding for finding in noted if finding.kind in NOTES and finding.status == "noted"]
        if not found:
            return
        yield self.heading("report.notes", len(found))
        found.sort(key=lambda one: (one.if_applicable, one.kind == "advises", one.rule, one.subject))
        shown = found if self.full else found[: self.limits.notes]
        for finding in shown:
            yield from self._note(finding)
        yield from self._rest(len(found) - len(shown))

    def _outlook(self) -> Iterator[str]:
        outlook = self.assessment.outlook
        if not outlook:
            return
        yield self.heading("report.outlook", len(outlook))
        shown = outlook if self.full else outlook[: self.limits.outlook]
        for finding in shown:
            yield from self._note(finding)
        if shown:
            yield from self._rest(len(outlook) - len(shown))
        else:
            self._cut = True
            yield from self.wrap(counted(finding.law.regulation for finding in outlook), "  ")

    def _rest(self, count: int) -> list[str]:
        self._cut = self._cut or count > 0
        return self.wrap(self.say("report.rest", count=count), "    ", "  ") if count > 0 else []

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
        return "; ".join(self.reason(because) for because in finding.because) or self.say("explain.always")

    def reason(self, because: Because) -> str:
        """Say a deciding fact: what it is, its value, and where that comes from."""
        member = self.assessment.policy.vocabulary.get(pattern(because.fact))
        kind = member.kind if isinstance(member, Fact) else None
        held = kind.parse(because.value) if kind is not None else because.value
        said = f"{self.fact(because.fact)}: {say_value(held, kind, self.language)}"
        if because.derived_from and because.derived_from.endswith("controllers"):
            said += f" ({self.say('report.derived', fact=because.derived_from)})"
        elif because.derived_from:
            said += f" ({self.say('report.stands_in', fact=self.fact(because.derived_from))})"
        if because.evidence:
            source = ", ".join(part for part in (because.evidence.source, because.evidence.pinpoint) if part)
            said += f" [{source}]"
        elif isinstance(member, Fact) and member.judge is not None:
            said += f" [{self.say('report.no_evidence')}]"
        return said
