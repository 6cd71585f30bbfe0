"""How a rule came to its outcome: its text, its condition as a sentence, what decided, what is missing, its sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import _tree as t
from .._kinds import FlagKind
from .._place import Place
from .._say import Sentence
from .._say import subject as say_subject
from .._say import value as say_value
from .._texts import say
from ..errors import PolicyError, Problem
from ..finding import Finding
from ..result import Assessment
from ..rules import SCOPING, Rule
from . import words as _words  # noqa: F401 - adds the words of reports
from .sentences import cite_lines, waiver_line
from .text import Paint, TextReport, plain
from .wrap import wrapped


def conditions(rule: Rule) -> Iterator[tuple[str, t.Node]]:
    """Give the parts of a rule that are conditions: when it holds, what it demands or forbids, and its exception."""
    yield "when", rule.when
    if rule.demand is not None and rule.kind == "prohibits":
        yield "forbids", t.negated(rule.demand)
    elif rule.demand is not None:
        yield "demands", rule.demand
    if rule.unless is not None:
        yield "unless", rule.unless


class Explanation:
    """Explains one rule for every subject that it is judged for, or for one."""

    def __init__(
        self,
        assessment: Assessment,
        rule: Rule,
        language: str,
        *,
        subject: str | None = None,
        tree: bool = False,
    ) -> None:
        self.assessment = assessment
        self.rule = rule
        self.language = language
        self.tree = tree
        self.width = 80
        self.paint: Paint = plain
        self.report = TextReport(assessment, language)
        subjects = [found.subject for found in assessment.subjects]
        if subject is not None and subject not in subjects:
            raise PolicyError(Problem("usage", found=f'"{subject}"', allowed=tuple(subjects)))
        mine = [name for name in subjects if (name != "procurement") == rule.of_supplier]
        self.subjects = [name for name in mine if subject in (None, name)] or mine

    def to_dict(self) -> dict[str, Any]:
        """Give the explanation as JSON-able data: the rule, and its findings in the form of the result."""
        from .._to_json import plain as as_plain

        found = [self._found(name) for name in self.subjects]
        return {
            "rule": self.rule.full_id,
            "kind": self.rule.kind,
            "phase": self.rule.phase,
            "title": as_plain(self.rule.title),
            "condition": {
                language: {part: Sentence(language).of(node) for part, node in conditions(self.rule)}
                for language in ("nl", "en")
            },
            "cites": as_plain(self.rule.cites),
            "findings": [as_plain(finding) for finding in found if finding is not None],
            "rows": [self._row(name) for name in self.subjects] if self.rule.kind in SCOPING else [],
        }

    def text(self, paint: Paint = plain, width: int = 80) -> str:
        """Write the explanation."""
        self.paint, self.width = paint, max(40, width)
        blocks = [list(self._head())]
        blocks += [list(self._outcome(name)) for name in self.subjects]
        blocks.append(list(self._sources()))
        return "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"

    # The rule ---------------------------------------------------------------------------------------------

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language).format(**values)

    def _wrap(self, label: str, text: str) -> list[str]:
        start = f"{label}: " if label else ""
        return wrapped(text, self.width, f"  {start}", "    ")

    def _head(self) -> Iterator[str]:
        rule = self.rule
        kind, phase = self._say(f"kind.{rule.kind}"), self._say(f"phase.{rule.phase}")
        yield self.paint(f"{rule.full_id} ({kind}, {phase})", "heading")
        yield from self._wrap("", rule.title.in_(self.language))
        sentence = Sentence(self.language)
        for part, node in conditions(self.rule):
            yield from self._wrap(self._say(f"explain.{part}"), sentence.of(node))
        if rule.open_norm is not None:
            yield from self._wrap("", self._say("explain.open_norm", words=rule.open_norm))
        elif rule.judge is not None:
            yield from self._wrap("", self._say("explain.judged", by=rule.judge.in_(self.language)))

    def _sources(self) -> Iterator[str]:
        yield self.paint(self._say("explain.sources"), "heading")
        for cite, line in zip(self.rule.cites, cite_lines(self.rule.cites, self.language), strict=True):
            yield from self._wrap("", line)
            if cite.instrument.url:
                yield f"    {cite.instrument.url}"

    # The outcome ------------------------------------------------------------------------------------------

    def _found(self, name: str) -> Finding | None:
        return self.assessment.finding(self.rule, name)

    def _row(self, name: str) -> dict[str, Any]:
        why = self.assessment.policy.engine.explainer.when(self.rule, self.assessment.place(name))
        answer = {True: "yes", False: "no", None: "open"}[why[0]]
        because = [self.assessment.because(reason) for reason in why[1]]
        from .._to_json import plain as as_plain

        return {"subject": name, "status": answer, "because": as_plain(because), "missing": list(why[2])}

    def _outcome(self, name: str) -> Iterator[str]:
        who = say_subject(name, self.language)
        if self.rule.kind in SCOPING:
            row = self._row(name)
            yield self.paint(
                f"{self._say('explain.status')}: {self._say('status.' + row['status'])} ({who})", "heading"
            )
            explainer, place = self.assessment.policy.engine.explainer, self.assessment.place(name)
            because = [self.assessment.because(reason) for reason in explainer.when(self.rule, place)[1]]
            yield from self._facts(because, row["missing"])
        else:
            found = self._found(name)
            if found is None:
                yield from self._wrap("", self._not_judged())
                return
            extra = f", {self._say('report.if_applicable', scope=found.law.scope)}" if found.if_applicable else ""
            yield self.paint(
                f"{self._say('explain.status')}: {self._say(f'status.{found.status}')} ({who}{extra})", "heading"
            )
            if found.waiver is not None:
                yield from self._wrap(self._say("report.waived"), waiver_line(found, self.language))
            yield from self._facts(list(found.because), found.missing)
        if self.tree:
            yield from self._tree_lines(self.assessment.place(name))

    def _facts(self, because: list[Any], missing: Any) -> Iterator[str]:
        for one in because:
            yield from self._wrap(self._say("explain.because"), self.report.reason(one))
        for path in missing:
            yield from self._wrap(self._say("explain.missing"), f"{self.report.fact(path)} ({path})")

    def _not_judged(self) -> str:
        scope = self.rule.scope or ""
        results = [
            found for regulation in self.assessment.regulations for found in regulation.scopes if found.id == scope
        ]
        because = ", ".join(reason for found in results for reason in found.because)
        return self._say("explain.not_judged", scope=scope, because=because)

    # The tree ---------------------------------------------------------------------------------------------

    def _tree_lines(self, place: Place) -> Iterator[str]:
        for part, node in conditions(self.rule):
            yield f"  {self._say(f'explain.{part}')}"
            yield from self._branch(node, place, 2)

    def _branch(self, node: t.Node, place: Place, depth: int) -> Iterator[str]:
        sentence = Sentence(self.language)
        truth = self.assessment.policy.engine.explainer.condition(node, self.rule.time)(place)[0]
        mark = self._say({True: "explain.true", False: "explain.false", None: "explain.unknown"}[truth])
        inner = _below(node)
        words = {t.And: "word.and", t.Or: "word.or"}.get(type(node))
        text = say(words, self.language) if words and inner else sentence.of(node)
        values = "" if inner else self._values(node, place)
        yield from wrapped(f"[{mark}] {text}{values}", self.width, "  " * depth, "  " * (depth + 2))
        for part in inner:
            yield from self._branch(part, place, depth + 1)

    def _values(self, node: t.Node, place: Place) -> str:
        said = []
        for part in t.walk(node):
            if isinstance(part, t.FactRef | t.Exists) and "[]." not in part.fact.path.removeprefix("suppliers[]."):
                held = self.assessment.policy.engine.explainer.fact(part.fact)(place)[0]
                if held is not None and not isinstance(part.fact.kind, FlagKind):
                    said.append(say_value(held, part.fact.kind, self.language))
        return f" ({'; '.join(dict.fromkeys(said))})" if said else ""


def _below(node: t.Node) -> tuple[t.Node, ...]:
    if isinstance(node, t.Named):
        return (node.item,) if not node.since else tuple(node.parts())
    return node.parts() if isinstance(node, t.And | t.Or | t.Not) else ()
