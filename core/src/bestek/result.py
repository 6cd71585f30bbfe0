"""What an assessment gives: frozen, and explained on demand.

The properties of `Finding` and the fields of the other classes here are the keys of the JSON result, and the
JSON Schema of the result is made of them (`schema`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import compress, repeat
from typing import TYPE_CHECKING, Any, Literal

import attrs

from . import __version__
from ._judge import STATUSES, Status, Verdict, strictest, weight
from ._law import Days, days_of, in_force
from ._outcome import NO, OPEN_SCOPE, YES, Decided, Outcome, subjects_of
from ._place import Place, Reason, Standing
from ._program import Class, Edition, Mode, Scope, phase_rank
from ._texts import Text
from ._values import order_of
from ._why_rule import Explained
from .facts import Fact
from .finding import Because, Finding, Waiver
from .procurement import Decision, Procurement
from .rules import DEMANDS, PHASES, Rule
from .vocabulary import Supplier
from .waivers import lifted

if TYPE_CHECKING:
    from .policy import Policy

SCHEMA = "bestek/assessment/1"
Answer = Literal["yes", "no", "open"]
_ANSWERS: dict[int, Answer] = {NO: "no", YES: "yes", OPEN_SCOPE: "open"}
_BARRED_ALONE = ("candidate", "tenderer")


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
    """Whether a regulation applies: what its lead scope says. `mode` is how the profile lets it count."""

    id: str
    version: str
    mode: Mode
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


@attrs.frozen(eq=False, slots=False)
class Assessment:
    """All findings on one procurement, and what they come to. Made by `Policy.assess`.

    `outcome` is what the law says; `waivers` are those that work on this file and day, by rule.
    """

    policy: Policy
    procurement: Procurement
    on: date
    outcome: Outcome
    waivers: Mapping[str, Waiver] = attrs.field(factory=dict)
    _whys: dict[tuple[str, str], Explained] = attrs.field(factory=dict, init=False, repr=False)

    @cached_property
    def ruled(self) -> Outcome:
        """What counts: the outcome, with what waivers lift."""
        if not self.waivers:
            return self.outcome
        program = self.policy.program
        return lifted(self.outcome, program.own, program.vetting, self.waivers)

    # Subjects ---------------------------------------------------------------------------------------------

    @cached_property
    def _suppliers(self) -> tuple[tuple[str, int | None, Supplier, Decided], ...]:
        """The suppliers by name of subject."""
        found = zip(subjects_of(self.procurement), self.ruled[1], strict=True)
        return tuple(sorted(((*subject, decided) for subject, decided in found), key=lambda one: one[0]))

    @cached_property
    def days(self) -> Days:
        """The days whose law counts."""
        return days_of(self.procurement.facts, self.on)

    @cached_property
    def _places(self) -> dict[str, Place]:
        own = Place(self.procurement, self.days, self.ruled[0])
        made = {"procurement": own}
        for name, number, supplier, decided in self._suppliers:
            path = "supplier" if number is None else f"suppliers[{number}]"
            made[name] = own.at_supplier(supplier, path, decided)
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
        return self._findings(proposals=False, every=True)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that says something, by rule and then by subject. Proposals are in the outlook."""
        return self._findings(proposals=False)

    @cached_property
    def outlook(self) -> tuple[Finding, ...]:
        """The findings on what is only a proposal."""
        return self._findings(proposals=True)

    def _findings(self, *, proposals: bool, every: bool = False) -> tuple[Finding, ...]:
        of, suppliers = self.policy.engine.rows, self._suppliers
        own = list(of.of(self.ruled[0], supplier=False, every=every))
        said, subjects = own, ["procurement"] * len(own)
        for name, _, _, decided in suppliers:
            vetted = list(of.of(decided, supplier=True, every=every))
            said += vetted
            subjects += [name] * len(vetted)
        order = of.order(len(suppliers), proposals=proposals)
        said, subjects = [said[place] for place in order], [subjects[place] for place in order]
        return tuple(map(Finding, zip(repeat(self), compress(subjects, said), filter(None, said), strict=False)))

    def finding(self, rule: Rule, subject: str) -> Finding | None:
        """Give what a rule says about a subject, applicable or not; None where its scope does not bind."""
        found = (*self.all_findings, *self._findings(proposals=True, every=True))
        return next((one for one in found if one.law is rule and one.subject == subject), None)

    def explained(self, rule: Rule, status: Status, subject: str) -> Explained:
        """Give the facts that decided a status, and those that are missing for a certain one."""
        key = (rule.full_id, subject)
        found = self._whys.get(key)
        if found is None:
            status = self._before_waiver(rule, subject) if status == "waived" else status
            found = self._whys[key] = self.policy.engine.explainer.ruling(rule, status, self.place(subject))
        return found

    def _before_waiver(self, rule: Rule, subject: str) -> Status:
        """Give the status that a rule would have without its waiver."""
        names = [name for name, _, _ in subjects_of(self.procurement)]
        decided = self.outcome[1][names.index(subject)] if rule.of_supplier else self.outcome[0]
        rules = self.policy.program.vetting if rule.of_supplier else self.policy.program.own
        return STATUSES[decided.codes[rules.index(rule)]]

    # Verdict ----------------------------------------------------------------------------------------------

    def _verdict_of(self, subject: str, decided: Decided) -> Verdict:
        """Give the verdict on one subject by its demands, and by the scopes that are open for it."""
        program = self.policy.program
        stage = self.procurement.facts.procedure.stage
        reached = len(PHASES) if stage is None else PHASES.index(stage)
        found: set[Verdict] = set()
        for scope, state in zip(program.scopes, decided.scopes, strict=True):
            mine = scope.of_supplier == (subject != "procurement")
            silent = scope.proposal or scope.regulation in program.not_binding
            if state == OPEN_SCOPE and mine and not silent:
                found.add("undecided")
        for row in self.policy.engine.rows.of(decided, supplier=subject != "procurement", every=False):
            if row is None or row.law.kind not in DEMANDS or row.law.instrument.status == "proposal":
                continue
            if row.law.regulation not in program.not_binding:
                found.add(weight(row.status, phase_rank(row.law) <= reached, row.if_applicable))
        return strictest(found)

    @cached_property
    def subjects(self) -> tuple[SubjectResult, ...]:
        """The verdict on each subject: the procurement, then the suppliers by name."""
        own = SubjectResult("procurement", self._verdict_of("procurement", self.ruled[0]))
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
            mode: Mode = self.policy.modes.get(regulation.id, "binding")
            made.append(
                RegulationResult(regulation.id, loaded.version, mode, lead.applies, lead.because, tuple(scopes))
            )
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
