"""What applies, and what was classified: the scopes of each regulation with their reasons, and the classes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .._kinds import Kind
from .._say import subject as say_subject
from .._say import value as say_value
from ..result import ClassResult, RegulationResult, ScopeResult
from .sentences import shortened

if TYPE_CHECKING:
    from .text import TextReport

LONGEST = 60  # letters of a fact that a scope hangs on
MOST_VALUES = 3  # of a table that is still open


class Applies:
    """Writes the part of a text report on scopes and classes."""

    def __init__(self, report: TextReport) -> None:
        self.report = report

    def regulations(self) -> Iterator[str]:
        yield self.report.heading("report.regulations")
        for result in self.report.assessment.regulations:
            yield from self._scope_lines(result)

    def _scope_lines(self, result: RegulationResult) -> Iterator[str]:
        """Say of each scope whether it applies; scopes and parties of which the same is said share a line."""
        parties: dict[tuple[str, str], list[str]] = {}
        for scope in result.scopes:
            if self._is_shown(scope, result):
                outcome = self.report.say(f"report.applies.{scope.applies}") + self._why_scope(scope)
                parties.setdefault((scope.id + self._edition(scope), outcome), []).append(scope.subject)
        same: dict[tuple[str, ...], list[str]] = {}
        for (name, outcome), subjects in parties.items():
            same.setdefault((outcome, *subjects), []).append(name)
        mode = "" if result.mode == "binding" else f" [{self.report.say(f'report.mode.{result.mode}')}]"
        for (outcome, *subjects), names in same.items():
            everyone = set(subjects) == {one.subject for one in self.report.assessment.subjects} - {"procurement"}
            parties_named = [say_subject(one, self.report.language) for one in subjects if one != "procurement"]
            of = "" if everyone and not self.report.full else ", ".join(parties_named)
            start = ", ".join(names) + (f" ({of})" if of else "")
            yield from self.report.wrap(f"{start}: {outcome}{mode}", "      ", "  ")

    def _is_shown(self, scope: ScopeResult, result: RegulationResult) -> bool:
        """Leave out a chapter of what does not apply; and but in a full report one of what is open, and a proposal."""
        parent = scope.id.rpartition(".")[0]
        above = next((other.applies for other in result.scopes if other.id == parent), "yes")
        if self.report.full:
            return above != "no"
        return above == "yes" and not self.report.assessment.policy.program.scope[scope.id].proposal

    def _edition(self, scope: ScopeResult) -> str:
        """Name the edition that counts, where a text has several and it may bind; and say where it is no law yet."""
        known = self.report.assessment.policy.program.scope[scope.id]
        if known.proposal:
            return f" [{self.report.say('instrument.proposal')}]"
        return f" [{scope.edition}]" if len(known.editions) > 1 and scope.edition and scope.applies != "no" else ""

    def _why_scope(self, scope: ScopeResult) -> str:
        if scope.applies == "open":
            weight = {question.fact: place for place, question in enumerate(self.report.assessment.questions)}
            missing = sorted(scope.missing, key=lambda path: weight.get(path, len(weight)))
            shown = missing if self.report.full else missing[: self.report.limits.facts]
            longest = self.report.width if self.report.full else LONGEST
            named = ", ".join(shortened(self.report.fact(path), longest) for path in shown)
            if rest := len(missing) - len(shown):
                named = self.report.say("report.and_more", facts=named, count=rest)
            return f"; {self.report.say('report.hangs_on', facts=named)}" if named else ""
        reasons = [
            self.report.say(f"report.{reason}") if "/" not in reason else reason.partition("/")[2]
            for reason in scope.because
        ]
        return f" ({', '.join(reasons)})" if reasons else ""

    def classes(self) -> Iterator[str]:
        known = [found for found in self.report.assessment.classes if self._says_something(found)]
        if not known:
            return
        yield self.report.heading("report.classes")
        for found in known:
            yield from self.report.wrap(self._class_line(found), "      ", "  ")

    def _says_something(self, found: ClassResult) -> bool:
        """Leave out, but in a full report, a supplier's class and a table of which nothing is certain yet."""
        if found.level or found.proposed or found.value:
            return True
        if self.report.full:
            return bool(found.at_most or found.possible)
        return found.subject == "procurement" and (bool(found.at_most) or 0 < len(found.possible) <= MOST_VALUES)

    def _class_line(self, found: ClassResult) -> str:
        of = self.report.assessment.policy.program.class_[found.class_].of
        kind = of.kind
        level = self._level(found, kind, lowest=of.counts == "lowest")
        proposed = ""
        if found.proposed and found.proposed != found.level:
            proposed = "; " + self.report.say(
                "report.proposed", level=say_value(found.proposed, kind, self.report.language)
            )
        who = f" ({say_subject(found.subject, self.report.language)})" if found.subject != "procurement" else ""
        return f"{of.label.in_(self.report.language)}{who}: {level}{proposed}"

    def _level(self, found: ClassResult, kind: Kind, *, lowest: bool) -> str:
        said = {
            name: say_value(level, kind, self.report.language)
            for name in ("level", "at_most", "value")
            if (level := getattr(found, name))
        }
        if found.value:
            return said["value"]
        if found.possible:
            return self.report.say(
                "report.possible",
                values="; ".join(say_value(one, kind, self.report.language) for one in found.possible),
            )
        if found.level and found.level == found.at_most:
            return said["level"]
        turned = "_lowest" if lowest else ""
        if found.level:
            return self.report.say(f"report.level_between{turned}", level=said["level"], most=said["at_most"])
        return (
            self.report.say(f"report.level_open{turned}", most=said["at_most"])
            if found.at_most
            else self.report.say("report.none")
        )
