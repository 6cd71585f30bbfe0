"""Why one rule came to its status: the facts that decided it, and those that are missing for a certain one."""

from __future__ import annotations

from datetime import date

from . import _tree as t
from ._check import checked_condition
from ._judge import either
from ._law import in_force
from ._place import NEVER, SURELY, Condition, Place, Reason, Value, Why, all_of, once
from ._program import phase_rank, vetted_roles
from ._why import WhyReader
from .facts import Fact
from .procurement import Decision
from .rules import NOTES, PHASES, Rule
from .vocabulary import Procedure, Supplier

Explained = tuple[tuple[Reason, ...], tuple[str, ...]]  # the facts that decided, and those that are missing
_STAGE, _ROLE = Procedure.facts["stage"], Supplier.facts["role"]


class RuleWhy:
    """Explains one rule. The functions for its parts are made once."""

    def __init__(self, reader: WhyReader, rule: Rule) -> None:
        def condition(node: t.Node | None) -> Condition | None:
            return None if node is None else reader.condition(node, rule.time)

        self.rule = rule
        self._notes = rule.kind in NOTES
        self._gives = bool(rule.fill or rule.score)
        self._of_a_person = rule.left_to_a_person
        self._when = reader.condition(rule.when, rule.time)
        self._demand = condition(rule.holds)
        self._unless = condition(rule.unless)
        self._passed = None if rule.by is None else condition(checked_condition(t.Compare(">", t.Today(), rule.by)))
        self._last_day: Value | None = None if rule.by is None else reader.value(rule.by, rule.time)
        self._dated = rule.valid_from is not None or rule.valid_until is not None
        self._roles = vetted_roles(rule) if rule.of_supplier and not rule.names_role else None
        self._plain = self._roles is None and not self._dated and not self._of_a_person
        self._rank = phase_rank(rule)
        self._launched = reader.launched

    def ruling(self, status: str, place: Place, gives: Why = SURELY) -> Explained:
        """Give the facts that decided a status, and those that are missing for a certain one.

        `gives` is what a row that classifies comes to, beside its condition.
        """
        when = self.when(place)
        if self._notes or (status == "not_applicable" and when[0] is False):
            return when[1], when[2]
        if self._gives:
            return once(when[1] + gives[1]), once(when[2] + gives[2])
        if status == "not_applicable":
            return (), ()  # a person decided so
        decided = self._decision(place)
        truth, because, lacks = self._holds(decided, place)
        certain = when[1] if when[0] else ()
        if status == "met":
            return once(certain + because), ()
        reached = self._reached(place)
        if status == "breach":
            settled = decided is not None or not any(_can_follow(reason) for reason in because)
            return once(certain + because + (() if settled else reached[1])), ()
        asked = () if decided is not None else self._asked(place) if self._of_a_person else lacks
        if status == "due":
            return once(certain + because + reached[1]), once(asked)
        late = reached[2] if when[0] else ()
        return once(certain), once(when[2] + (asked if truth is None else ()) + late)

    def when(self, place: Place) -> Why:
        """Explain the condition of the rule, its own dates, and for a supplier its role."""
        if self._plain:
            return self._when(place)
        decided = self._decision(place)
        if decided is not None and decided.outcome == "not_applicable":
            return NEVER
        whys = [self._role(place)] if self._roles is not None and place.supplier is not None else []
        if self._dated:
            whys.append(self._own_dates(place))
        return all_of([*whys, self._when(place)])

    def last_day(self, place: Place) -> date | None:
        """Give the last day on which a demand can be met, where it has one and that is known."""
        found: date | None = None if self._last_day is None else self._last_day(place)[0]
        return found

    def _own_dates(self, place: Place) -> Why:
        rule = self.rule
        found = in_force(rule.valid_from, rule.valid_until, place.days.of(rule.time), place.days.bound)
        _, because, lacks = self._launched(place)
        if found is None:
            return None, (), lacks
        return found, because if rule.time == "launch" else (), ()

    def _role(self, place: Place) -> Why:
        assert place.supplier is not None and self._roles is not None
        role, path = place.supplier.role, place.path_of("suppliers[].role")
        if role is None:
            return None, (), (path,)
        if role in self._roles:
            return SURELY if path == "supplier.role" else (True, ((path, role, _ROLE, None),), ())
        return False, ((path, role, _ROLE, None),), ()

    def _holds(self, decided: Decision | None, place: Place) -> Why:
        """Explain what is demanded, or the exception; of a rule left to a person, only the exception."""
        if not self._of_a_person:
            return NEVER if self._demand is None else self._demand(place)
        unless = NEVER if self._unless is None else self._unless(place)
        truth = either(None if decided is None else decided.outcome == "met", unless[0])
        return truth, unless[1] if unless[0] else (), unless[2] if truth is None else ()

    def _decision(self, place: Place) -> Decision | None:
        if not self._of_a_person:
            return None
        of = place.supplier if self.rule.of_supplier and place.supplier is not None else place.file.facts
        return of.decisions.get(self.rule.full_id)

    def _asked(self, place: Place) -> tuple[str, ...]:
        path = place.path_of("suppliers[].decisions" if self.rule.of_supplier else "decisions")
        return (f'{path}."{self.rule.full_id}"',)

    def _reached(self, place: Place) -> Why:
        """Explain whether the stage has come to the phase of the rule, and its last day has passed."""
        stage = SURELY if self._rank == 0 else self._stage(place)
        return stage if self._passed is None else all_of((stage, self._passed(place)))

    def _stage(self, place: Place) -> Why:
        stage = place.file.facts.procedure.stage
        if stage is None:
            return None, (), ("procedure.stage",)
        return PHASES.index(stage) >= self._rank, (("procedure.stage", stage, _STAGE, None),), ()


def _can_follow(reason: Reason) -> bool:
    return isinstance(reason[2], Fact) and reason[2].can_follow
