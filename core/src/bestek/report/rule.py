"""One rule apart from any file: its text, its condition in words, its sources and dates, and what it reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .._plugins import Loaded
from .._reads import readers_of
from .._say import Sentence
from .._say import day as say_day
from .._say import fact as say_fact
from .._say import value as say_value
from .._texts import Text, add_texts, say
from ..facts import Fact
from ..policy import Policy
from ..rules import Rule
from .explain import conditions
from .sentences import cite_lines
from .text import Paint
from .wrap import wrapped

if TYPE_CHECKING:
    from ..testing import Case

MOST_CASES = 6

add_texts(
    {
        "rule.title_nl": Text("Nederlands", "Dutch"),
        "rule.title_en": Text("Engels (vertaling)", "English (translation)"),
        "rule.scope": Text("Geldt als {scope} geldt", "Binds where {scope} applies"),
        "rule.no_scope": Text("Wordt altijd bekeken", "Always judged"),
        "rule.time.launch": Text("Het recht op de dag van de start telt", "The law on the day of the launch counts"),
        "rule.time.today": Text("Het recht op de peildatum telt", "The law on the assessment date counts"),
        "rule.from": Text("Geldt vanaf {day}", "Holds from {day}"),
        "rule.until": Text("Geldt tot {day}", "Holds until {day}"),
        "rule.by": Text("Uiterlijk", "At the latest"),
        "rule.gives": Text("Geeft {name}", "Gives {name}"),
        "rule.row": Text("{value} als {condition}", "{value} if {condition}"),
        "rule.score": Text("Berekent {name} uit {parts}", "Computes {name} of {parts}"),
        "rule.derogable": Text("Hiervan kan ontheffing worden gegeven", "May be waived"),
        "rule.same_as": Text("Zegt hetzelfde als {rules}", "Says the same as {rules}"),
        "rule.reads": Text("Feiten die de regel leest", "Facts that the rule reads"),
        "rule.cases": Text(
            "Voorbeelden waarmee de regel is getest, in het Engels", "Examples with which the rule is tested"
        ),
        "rule.no_cases": Text("bij dit pakket zitten geen voorbeelden", "this package ships no examples"),
        "rule.report": Text("Fout gezien? Meld het bij", "Seen an error? Report it to"),
        "rule.case": Text("{name} ({source}): {status}", "{name} ({source}): {status}"),
    }
)


def as_data(policy: Policy, rule: Rule) -> dict[str, Any]:
    """Give a rule as JSON-able data."""
    from .._to_json import plain as as_plain

    of = _owner(policy, rule)
    return {
        "rule": rule.full_id,
        "kind": rule.kind,
        "phase": rule.phase,
        "duty_of": rule.duty_of,
        "scope": rule.scope,
        "time": rule.time,
        "per_supplier": rule.of_supplier,
        "title": as_plain(rule.title),
        "condition": {
            language: {part: Sentence(language).of(node) for part, node in conditions(rule)}
            for language in ("nl", "en")
        },
        "judge": as_plain(rule.judge),
        "open_norm": rule.open_norm,
        "valid_from": rule.valid_from.isoformat() if rule.valid_from else None,
        "valid_until": rule.valid_until.isoformat() if rule.valid_until else None,
        "derogable": rule.derogable,
        "same_as": list(rule.same_as),
        "cites": as_plain(rule.cites),
        "instruments": [cite.instrument.to_dict() for cite in rule.cites],
        "facts": [path for path, rules in readers_of(policy.program).items() if rule.full_id in rules],
        "regulation": {
            "id": of.regulation.id,
            "distribution": of.distribution,
            "version": of.version,
            "publisher": of.regulation.publisher,
            "contact": of.regulation.contact,
        },
        "cases": [
            {"name": case.name, "source": case.source, "on": case.on.isoformat(), "status": case.status[rule.full_id]}
            for case in _cases(of, rule)
        ],
        "written_at": rule.place,
    }


def rule_text(policy: Policy, rule: Rule, language: str, width: int, paint: Paint) -> str:
    """Write a rule for a reader who knows no code."""
    return "\n".join(_RuleText(policy, rule, language, max(40, width), paint).lines()) + "\n"


def _owner(policy: Policy, rule: Rule) -> Loaded:
    return next(found for found in policy.loaded if found.regulation.id == rule.regulation)


def _cases(of: Loaded, rule: Rule) -> list[Case]:
    """Give the cases of the regulation's package, or of its source tree, that expect something of this rule."""
    from pathlib import Path

    from ..testing import read_cases

    here = Path(of.hook.bestek_regulation.get_hookimpls()[0].plugin.__file__).parent
    for folder in (here / "cases", here / ".." / ".." / "tests" / "cases"):
        if folder.is_dir():
            cases = read_cases(str(folder), regulation=of.regulation.id)
            return [case for case in cases if rule.full_id in case.status]
    return []


def _statuses(held: Any) -> list[str]:
    """Give the statuses that a case expects, of one subject or of several."""
    return list(dict.fromkeys(held.values())) if isinstance(held, dict) else [held]


class _RuleText:
    def __init__(self, policy: Policy, rule: Rule, language: str, width: int, paint: Paint) -> None:
        self.policy = policy
        self.rule = rule
        self.language = language
        self.width = width
        self.paint = paint

    def lines(self) -> Iterator[str]:
        rule = self.rule
        kind, phase, duty = (
            self._say(f"kind.{rule.kind}"),
            self._say(f"phase.{rule.phase}"),
            self._say(f"duty.{rule.duty_of}"),
        )
        heading = self._wrap(f"{rule.full_id} ({kind}, {phase}, {duty})", "")
        yield from (self.paint(line, "heading") for line in heading)
        yield from self._wrap(rule.title.in_(self.language))
        other = "en" if self.language == "nl" else "nl"
        yield from self._wrap(f"{self._say(f'rule.title_{other}')}: {rule.title.in_(other)}")
        yield ""
        yield from self._condition()
        yield ""
        yield from self._when()
        yield ""
        yield self.paint(self._say("explain.sources"), "heading")
        for cite, line in zip(rule.cites, cite_lines(rule.cites, self.language), strict=True):
            yield from self._wrap(line)
            if cite.instrument.url:
                yield f"    {cite.instrument.url}"
        yield from self._reads()
        of = _owner(self.policy, rule)
        yield from self._examples(of)
        yield ""
        yield from self._wrap(
            f"{self._say('rule.report')} {of.regulation.contact} ({of.distribution} {of.version})", ""
        )

    def _condition(self) -> Iterator[str]:
        rule, sentence = self.rule, Sentence(self.language)
        for part, node in conditions(rule):
            yield from self._wrap(f"{self._say(f'explain.{part}')}: {sentence.of(node)}")
        if rule.by is not None:
            yield from self._wrap(f"{self._say('rule.by')}: {sentence.of(rule.by)}")
        if rule.open_norm is not None:
            yield from self._wrap(self._say("explain.open_norm", words=rule.open_norm))
        elif rule.judge is not None:
            yield from self._wrap(self._say("explain.judged", by=rule.judge.in_(self.language)))
        if rule.fill is not None:
            yield from self._gives(sentence)
        if rule.score is not None:
            parts = ", ".join(part.label.in_(self.language) for part in rule.parts)
            yield from self._wrap(self._say("rule.score", name=rule.score.label.in_(self.language), parts=parts))

    def _gives(self, sentence: Sentence) -> Iterator[str]:
        fill = self.rule.fill
        assert fill is not None
        named = self._say("rule.gives", name=fill.of.label.in_(self.language))
        if fill.gives is not None:
            yield from self._wrap(f"{named}: {sentence.of(fill.gives)}")
            return
        yield from self._wrap(f"{named}:")
        for node, value in fill.rows:
            said = say_value(value, fill.of.kind, self.language)
            yield from self._wrap(self._say("rule.row", value=said, condition=sentence.of(node)), "    ")

    def _when(self) -> Iterator[str]:
        rule = self.rule
        scope = self._say("rule.scope", scope=rule.scope) if rule.scope else self._say("rule.no_scope")
        days = [
            self._say(key, day=say_day(day, self.language))
            for key, day in (("rule.from", rule.valid_from), ("rule.until", rule.valid_until))
            if day is not None
        ]
        yield from self._wrap(". ".join([scope, self._say(f"rule.time.{rule.time}"), *days]) + ".")
        if rule.derogable:
            yield from self._wrap(self._say("rule.derogable") + ".")
        if rule.same_as:
            yield from self._wrap(self._say("rule.same_as", rules=", ".join(rule.same_as)) + ".")

    def _reads(self) -> Iterator[str]:
        read = [path for path, rules in readers_of(self.policy.program).items() if self.rule.full_id in rules]
        facts = [(path, found) for path in read if isinstance(found := self.policy.vocabulary.get(path), Fact)]
        if facts:
            yield ""
            yield self.paint(f"{self._say('rule.reads')} ({len(facts)})", "heading")
        for path, fact in facts:
            yield from self._wrap(f"{path}: {say_fact(path, fact, None, self.language)}")

    def _examples(self, of: Loaded) -> Iterator[str]:
        cases = _cases(of, self.rule)
        yield ""
        yield self.paint(f"{self._say('rule.cases')} ({len(cases)})", "heading")
        if not cases:
            yield from self._wrap(self._say("rule.no_cases"))
        for case in cases[:MOST_CASES]:
            said = ", ".join(self._say(f"status.{status}") for status in _statuses(case.status[self.rule.full_id]))
            yield from self._wrap(self._say("rule.case", name=case.name, source=case.source, status=said))
        if (rest := len(cases) - MOST_CASES) > 0:
            command = f"bestek rule {self.rule.full_id} --format json"
            yield from self._wrap(self._say("report.more", count=rest, command=command))

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language).format(**values)

    def _wrap(self, text: str, indent: str = "  ") -> list[str]:
        return wrapped(text, self.width, indent, f"{indent}  ")
