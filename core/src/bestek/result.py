"""What an assessment gives: frozen, and explained on demand.

The properties of `Finding` and the fields of the other classes here are the keys of the JSON result, and the
JSON Schema of the result is made of them (`schema`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import attrs

from . import __version__
from ._judge import STATUSES, Status, Verdict, strictest, weight
from ._law import Days, days_of, in_force
from ._outcome import NO, NOT_JUDGED, OPEN_SCOPE, YES, Decided, Outcome, subjects_of
from ._program import Class, Edition, Scope, phase_rank
from ._texts import Text
from ._values import order_of
from ._why import Place, Reason, Standing
from .facts import Fact
from .law import Citation, Confidence, weakest
from .procurement import Decision, Evidence, Procurement
from .rules import DEMANDS, PHASES, Duty, Kind, Phase, Rule
from .vocabulary import Supplier

if TYPE_CHECKING:
    from .policy import Policy

SCHEMA = "bestek/assessment/1"
Answer = Literal["yes", "no", "open"]
_ANSWERS: dict[int, Answer] = {NO: "no", YES: "yes", OPEN_SCOPE: "open"}
_BARRED_ALONE = ("candidate", "tenderer")


@attrs.frozen
class Because:
    """A fact that decided: its path, its value as a file writes it, and the evidence for it.

    `derived_from` names the facts it follows from where the file leaves it out.
    """

    fact: str
    value: Any
    evidence: Evidence | None = None
    derived_from: str | None = None


@attrs.frozen
class ScopeResult:
    """Whether a text, or a chapter of it, binds this file; `because` names the rows that decided."""

    id: str
    edition: str | None
    applies: Answer
    because: tuple[str, ...]
    missing: tuple[str, ...] = ()
    subject: str = "procurement"


@attrs.frozen
class RegulationResult:
    """Whether a regulation applies: what its lead scope says."""

    id: str
    version: str
    applies: Answer
    because: tuple[str, ...]
    scopes: tuple[ScopeResult, ...]


@attrs.frozen
class ClassResult:
    """A class: on a scale its certain level and the strictest still possible, in a table its value."""

    class_: str
    subject: str
    level: str | None = None
    at_most: str | None = None
    proposed: str | None = None
    value: str | None = None
    possible: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@attrs.frozen
class ScoreResult:
    """A score: its value, the most it can be, its parts, and the parts that nothing is known of."""

    score: str
    subject: str
    value: float
    max: float
    parts: tuple[tuple[str, float | None], ...]
    gaps: tuple[str, ...]


@attrs.frozen
class SubjectResult:
    """The verdict on one subject."""

    subject: str
    verdict: Verdict


@attrs.frozen
class Question:
    """A fact that can still change the outcome: what it decides, and who answers."""

    fact: str
    decides: tuple[str, ...]
    who: Text
    label: Text


@attrs.frozen
class Waiver:
    """A waiver of a rule by an organisation."""

    rule: str
    reason: str
    approved_by: str
    approved_on: date
    expires: date


class Finding:
    """What one rule says about one subject. Everything beyond the status is found when it is asked for."""

    __slots__ = ("_of", "_why", "if_applicable", "law", "status", "subject")

    law: Rule
    subject: str
    status: Status
    if_applicable: bool

    def __init__(self, of: Assessment, law: Rule, subject: str, status: Status, if_applicable: bool) -> None:
        self._of = of
        self._why: tuple[tuple[Reason, ...], tuple[str, ...]] | None = None
        self.law = law
        self.subject = subject
        self.status = status
        self.if_applicable = if_applicable

    def __repr__(self) -> str:
        return f"<finding {self.rule} {self.subject} {self.status}>"

    @property
    def rule(self) -> str:
        """The full id of the rule."""
        return self.law.full_id

    @property
    def kind(self) -> Kind:
        """What the rule does: oblige, prohibit, permit, advise or classify."""
        return self.law.kind

    @property
    def phase(self) -> Phase:
        """The phase from which the rule must be met."""
        return self.law.phase

    @property
    def duty_of(self) -> Duty:
        """Who bears the duty."""
        return self.law.duty_of

    @property
    def title(self) -> Text:
        """The rule's text in both languages."""
        return self.law.title

    @property
    def because(self) -> tuple[Because, ...]:
        """The facts that decided the status, and no others."""
        return tuple(self._of.because(reason) for reason in self._explained()[0])

    @property
    def missing(self) -> tuple[str, ...]:
        """The paths of the facts that can still decide it."""
        return self._explained()[1]

    @property
    def ways_out(self) -> tuple[Any, ...]:
        """The smallest changes that would help. Empty until they are built."""
        return ()

    @property
    def due_by(self) -> date | None:
        """The last day on which a demand can be met, where it has one."""
        if self.law.by is None or self.status not in ("due", "open", "breach"):
            return None
        return self._of.policy.engine.explainer.last_day(self.law, self._of.place(self.subject))

    @property
    def cites(self) -> tuple[Citation, ...]:
        """The places in the law that the rule rests on."""
        return self.law.cites

    @property
    def confidence(self) -> Confidence:
        """The weakest confidence among the citations."""
        return weakest(self.law.cites)

    @property
    def same_as(self) -> tuple[str, ...]:
        """The twins of this rule in other regulations."""
        return self.law.same_as

    @property
    def decided_by(self) -> Decision | None:
        """The decision of a person that the status rests on."""
        return self._of.decision(self.law, self.subject)

    @property
    def waiver(self) -> Waiver | None:
        """The waiver that lifts the rule."""
        return None

    def _explained(self) -> tuple[tuple[Reason, ...], tuple[str, ...]]:
        if self._why is None:
            self._why = self._of.policy.engine.explainer.ruling(self.law, self.status, self._of.place(self.subject))
        return self._why


@attrs.frozen(eq=False, slots=False)
class Assessment:
    """All findings on one procurement, and what they come to. Made by `Policy.assess`."""

    policy: Policy
    procurement: Procurement
    on: date
    outcome: Outcome

    # Subjects ---------------------------------------------------------------------------------------------

    @cached_property
    def _suppliers(self) -> tuple[tuple[str, int | None, Supplier, Decided], ...]:
        """The suppliers by name of subject."""
        found = zip(subjects_of(self.procurement), self.outcome[1], strict=True)
        return tuple(sorted(((*subject, decided) for subject, decided in found), key=lambda one: one[0]))

    @cached_property
    def days(self) -> Days:
        """The days whose law counts."""
        return days_of(self.procurement.facts, self.on)

    @cached_property
    def _places(self) -> dict[str, Place]:
        made = {"procurement": Place(self.procurement, self.days, self.outcome[0])}
        for name, number, supplier, decided in self._suppliers:
            path = "supplier" if number is None else f"suppliers[{number}]"
            made[name] = Place(self.procurement, self.days, decided, supplier, path)
        return made

    def place(self, subject: str) -> Place:
        """Give where explanations of a subject stand."""
        return self._places[subject]

    def because(self, reason: Reason) -> Because:
        """Write a deciding fact as JSON has it, with its evidence."""
        path, value, fact, stands_in = reason
        derived = stands_in or (_controllers(path) if path in self.procurement.derived else None)
        evidence = self.procurement.evidence
        shown = fact.kind.plain(value) if isinstance(fact, Fact) else value
        return Because(path, shown, evidence.get(path) or evidence.get(derived or ""), derived)

    def decision(self, rule: Rule, subject: str) -> Decision | None:
        """Give what a person decided on a rule."""
        if not rule.left_to_a_person:
            return None
        of = self.place(subject).supplier if rule.of_supplier else self.procurement.facts
        found: Decision | None = of.decisions.get(rule.full_id) if of is not None else None
        return found

    # Findings ---------------------------------------------------------------------------------------------

    @cached_property
    def all_findings(self) -> tuple[Finding, ...]:
        """Every finding that binds or advises, those that are not applicable among them."""
        return tuple(self._findings(proposals=False, all_of_them=True))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that says something, by rule and then by subject. Proposals are in the outlook."""
        return tuple(self._findings(proposals=False, all_of_them=False))

    @cached_property
    def outlook(self) -> tuple[Finding, ...]:
        """The findings on what is only a proposal."""
        return tuple(self._findings(proposals=True, all_of_them=False))

    def _findings(self, *, proposals: bool, all_of_them: bool) -> Iterator[Finding]:
        engine = self.policy.engine
        lowest = 0 if all_of_them else 1
        own, suppliers = self.outcome[0], self._suppliers
        for rule, vetting, place, bind in engine.order[proposals]:
            if not vetting:
                code = own.codes[place]
                if code >= lowest:
                    open_scope = bind is not None and own.binds[bind] == OPEN_SCOPE
                    yield Finding(self, rule, "procurement", STATUSES[code], open_scope)
                continue
            for name, _, _, decided in suppliers:
                code = decided.codes[place]
                if code >= lowest:
                    open_scope = bind is not None and decided.binds[bind] == OPEN_SCOPE
                    yield Finding(self, rule, name, STATUSES[code], open_scope)

    def finding(self, rule: Rule, subject: str) -> Finding | None:
        """Give what a rule says about a subject, applicable or not; None where its scope does not bind."""
        for found in (*self.all_findings, *self._findings(proposals=True, all_of_them=True)):
            if found.law is rule and found.subject == subject:
                return found
        return None

    # Verdict ----------------------------------------------------------------------------------------------

    def _verdict_of(self, subject: str, decided: Decided) -> Verdict:
        """Give the verdict on one subject by its demands, and by the scopes that are open for it."""
        program = self.policy.program
        stage = self.procurement.facts.procedure.stage
        reached = len(PHASES) if stage is None else PHASES.index(stage)
        found: set[Verdict] = set()
        for scope, state in zip(program.scopes, decided.scopes, strict=True):
            mine = scope.of_supplier == (subject != "procurement")
            if state == OPEN_SCOPE and mine and not scope.proposal:
                found.add("undecided")
        for rule, vetting, place, bind in self.policy.engine.order[False]:
            if vetting == (subject == "procurement") or rule.kind not in DEMANDS:
                continue
            code = decided.codes[place]
            if code != NOT_JUDGED:
                open_scope = bind is not None and decided.binds[bind] == OPEN_SCOPE
                found.add(weight(STATUSES[code], phase_rank(rule) <= reached, open_scope))
        return strictest(found)

    @cached_property
    def subjects(self) -> tuple[SubjectResult, ...]:
        """The verdict on each subject: the procurement, then the suppliers by name."""
        own = SubjectResult("procurement", self._verdict_of("procurement", self.outcome[0]))
        return (own, *(SubjectResult(name, self._verdict_of(name, found)) for name, _, _, found in self._suppliers))

    @cached_property
    def verdict(self) -> Verdict:
        """The verdict on the whole: the strictest of the procurement and of every supplier that counts."""
        by_subject = {found.subject: found.verdict for found in self.subjects}
        bidders = [name for name, _, supplier, _ in self._suppliers if supplier.role != "incumbent"]
        if bidders and all(by_subject[name] == "blocked" for name in bidders):
            return "blocked"
        counted = [
            name for name, _, supplier, _ in self._suppliers if supplier.role not in (*_BARRED_ALONE, "incumbent")
        ]
        return strictest(by_subject[name] for name in ("procurement", *counted))

    # Regulations, classes and scores ----------------------------------------------------------------------

    @cached_property
    def regulations(self) -> tuple[RegulationResult, ...]:
        """Which regulations apply, and why."""
        made = []
        for loaded in self.policy.loaded:
            regulation = loaded.regulation
            scopes = [
                result
                for scope in self.policy.program.scopes
                if scope.regulation == regulation.id
                for result in self._scope_results(scope)
            ]
            lead = next(result for result in scopes if result.id == regulation.lead_scope)
            made.append(RegulationResult(regulation.id, loaded.version, lead.applies, lead.because, tuple(scopes)))
        return tuple(sorted(made, key=lambda result: result.id))

    def _scope_results(self, scope: Scope) -> Iterator[ScopeResult]:
        number = self.policy.program.scopes.index(scope)
        for subject in self._subjects_of(scope.of_supplier):
            place = self.place(subject)
            state = place.decided.scopes[number]
            because, missing = self.policy.engine.explainer.scope(scope, state, place)
            yield ScopeResult(scope.id, self._edition(scope), _ANSWERS[state], because, missing, subject)

    def _edition(self, scope: Scope) -> str | None:
        """Name the edition that was in force on the launch, where that is one."""
        may = [edition.instrument.id for edition in scope.editions if self._may_count(edition)]
        return may[0] if len(may) == 1 else None

    def _may_count(self, edition: Edition) -> bool:
        text = edition.instrument
        return in_force(text.valid_from, text.valid_until, self.days.launch, self.days.bound) is not False

    @cached_property
    def classes(self) -> tuple[ClassResult, ...]:
        """Every class, by id and subject."""
        return tuple(
            self._class_result(found, subject)
            for found in self.policy.program.classes
            for subject in self._subjects_of(found.of_supplier)
        )

    def _subjects_of(self, of_supplier: bool) -> list[str]:
        return [name for name, *_ in self._suppliers] if of_supplier else ["procurement"]

    def _class_result(self, found: Class, subject: str) -> ClassResult:
        explainer, place, of = self.policy.engine.explainer, self.place(subject), found.of
        if not of.on_scale:
            values, why = explainer.class_values(of, place)
            proposed = explainer.table(found, place)[0] if of.decided_by is not None else frozenset()
            return ClassResult(
                of.id,
                subject,
                value=next(iter(values)) if len(values) == 1 else None,
                possible=tuple(value for value in of.kind.values if value in values) if len(values) != 1 else (),
                proposed=next(iter(proposed)) if len(proposed) == 1 else None,
                missing=why[2],
            )
        state: Standing = explainer.level(of, place)
        order = order_of(of)
        return ClassResult(
            of.id,
            subject,
            level=order[state.low] if state.sure else None,
            at_most=order[state.high] if state.high >= 0 else None,
            proposed=None if state.proposed is None else order[state.proposed],
            missing=state.missing,
        )

    @cached_property
    def scores(self) -> tuple[ScoreResult, ...]:
        """Every score that is computed for this file."""
        return tuple(
            ScoreResult(*result)
            for found in self.policy.program.scores
            for subject in self._subjects_of(found.of_supplier)
            for result in self.policy.engine.explainer.score(found, subject, self.place(subject))
        )

    # Questions --------------------------------------------------------------------------------------------

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The facts that can still change the outcome, most decisive first."""
        from ._ask import questions

        return questions(self)

    # As data ----------------------------------------------------------------------------------------------

    def to_dict(self, *, all_findings: bool = False) -> dict[str, Any]:
        """Give the JSON result (DESIGN section 7). `all_findings` adds those that are not applicable."""
        from ._to_json import assessment_to_dict

        return assessment_to_dict(self, all_findings=all_findings)


def _controllers(path: str) -> str:
    return path.removesuffix("control_countries") + "controllers"


def versions(policy: Policy) -> dict[str, str]:
    """Give the versions of the distributions that made a result."""
    return {"bestek": __version__, **{found.distribution: found.version for found in policy.loaded}}
