"""A finding: what one rule says about one subject, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from ._judge import Status
from ._rows import Row
from ._texts import Text
from ._why_rule import Explained
from .law import Citation, Confidence, weakest
from .procurement import Decision, Evidence
from .rules import Duty, Kind, Phase, Rule

if TYPE_CHECKING:
    from .result import Assessment


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
class Waiver:
    """A waiver of a rule by an organisation."""

    rule: str
    reason: str
    approved_by: str
    approved_on: date
    expires: date


class Finding(tuple["Assessment", str, Row]):
    """What one rule says about one subject. Everything beyond the status is found when it is asked for.

    Made by the thousand, so a plain tuple within: the assessment, the subject, and what the rule says.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<finding {self.rule} {self.subject} {self.status}>"

    @property
    def law(self) -> Rule:
        """The rule itself."""
        return self[2].law

    @property
    def subject(self) -> str:
        """Whom it is about: `procurement`, `supplier:<name>`, or `supplier` for one still to be chosen."""
        return self[1]

    @property
    def status(self) -> Status:
        """What the rule comes to."""
        return self[2].status

    @property
    def if_applicable(self) -> bool:
        """Whether it counts only if its scope applies, which is not known yet."""
        return self[2].if_applicable

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
        return tuple(self[0].because(reason) for reason in self._explained()[0])

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
        return self[0].policy.engine.explainer.rule(self.law).last_day(self[0].place(self.subject))

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
        """The decision of a person that the status rests on; None where something else decided, as an exception does."""
        found = self[0].decision(self.law, self.subject)
        outcome = "breach" if self.status == "waived" else self.status
        return found if found is not None and found.outcome == outcome else None

    @property
    def waiver(self) -> Waiver | None:
        """The waiver that lifts the rule."""
        return None

    def _explained(self) -> Explained:
        return self[0].explained(self.law, self.status, self.subject)
