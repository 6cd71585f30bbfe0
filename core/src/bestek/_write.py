"""Write the rules, scopes and classes of a policy as lines of Python."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cached_property

from . import _tree as t
from ._check import checked_condition
from ._emit import ALWAYS, NEVER, At, all_of, any_of, group
from ._emit_tests import Emitter
from ._judge import STATUSES
from ._layout import Layout
from ._outcome import NO, OPEN_SCOPE, YES
from ._program import BindKey, Edition, Scope, phase_rank, vetted_roles
from ._runtime import Spread
from ._values import closed_list, order_of
from .classes import ClassOf
from .rules import NOTES, Rule

NOT_APPLICABLE, MET, BREACH, DUE, OPEN, _WAIVED, NOTED, ASSIGNED = range(len(STATUSES))


class Writer(Emitter):
    """Writes the function of one policy."""

    # Rules ------------------------------------------------------------------------------------------------

    def rule(self, rule: Rule, name: str) -> list[str]:
        """Write the lines that give a rule its code."""
        at = At(rule.time)
        when_true, when_false = self.when(rule)
        if rule.kind in NOTES:
            return [f"{name} = {_pick([(when_false, NOT_APPLICABLE), (when_true, NOTED)], OPEN)}"]
        if rule.fill or rule.score:
            given_true, given_false = self.gives(rule)
            cases = [(any_of(when_false, given_false), NOT_APPLICABLE), (all_of(when_true, given_true), ASSIGNED)]
            return [f"{name} = {_pick(cases, OPEN)}"]
        if rule.left_to_a_person:
            return self._left_to_a_person(rule, name, when_true, when_false)
        settled = self.false(rule.holds, At(rule.time, settled=True))
        holds_true, holds_false = self.true(rule.holds, at), self.false(rule.holds, at)
        return self._demand(rule, name, (when_true, when_false), (holds_true, holds_false), settled)

    def _left_to_a_person(self, rule: Rule, name: str, when_true: str, when_false: str) -> list[str]:
        of = "s" if rule.of_supplier else "F"
        decisions = self.variable(("decisions", of), f"{{}} = {of}.decisions")
        name_in = f"{rule.full_id!r} in {decisions}"
        outcome = self.variable(
            ("outcome", rule.full_id), f"{{}} = {decisions}[{rule.full_id!r}].outcome if {name_in} else None"
        )
        when_false = any_of(when_false, f"{outcome} == 'not_applicable'")
        unless_true = NEVER if rule.unless is None else self.true(rule.unless, At(rule.time))
        unless_false = ALWAYS if rule.unless is None else self.false(rule.unless, At(rule.time))
        holds_true = any_of(f"{outcome} == 'met'", unless_true)
        holds_false = all_of(f"{outcome} is not None", f"{outcome} != 'met'", unless_false)
        if rule.open_norm is not None:
            cases = [(when_false, NOT_APPLICABLE), (holds_true, MET), (all_of(when_true, holds_false), BREACH)]
            return [f"{name} = {_pick(cases, OPEN)}"]
        return self._demand(rule, name, (when_true, when_false), (holds_true, holds_false), f"{outcome} is not None")

    def _demand(self, rule: Rule, name: str, when: tuple[str, str], holds: tuple[str, str], settled: str) -> list[str]:
        reached, not_reached = self.reached(rule)
        waiting = self.variable(("waiting", not_reached), f"{{}} = {_pick([(not_reached, DUE)], OPEN)}")
        lines = [
            (when[1], f"{name} = {NOT_APPLICABLE}"),
            (holds[0], f"{name} = {MET}"),
            (_not(when[0]), f"{name} = {OPEN}"),
            (all_of(holds[1], any_of(reached, settled)), f"{name} = {BREACH}"),
            (ALWAYS, f"{name} = {waiting}"),
        ]
        return _ladder(lines)

    def when(self, rule: Rule) -> tuple[str, str]:
        """Write the two tests of a rule's condition; what several rules ask is computed once."""
        true, false = (
            self.variable(("test", test), f"{{}} = {test}") if self._asked[test] > 1 and " " in test else test
            for test in self._when(rule)
        )
        return true, false

    def _when(self, rule: Rule) -> tuple[str, str]:
        """Write the two tests of the condition of a rule, its own dates and, for a supplier, its role."""
        at = At(rule.time)
        date_true, date_false = self._in_force(rule.valid_from, rule.valid_until, rule.time)
        role_true, role_false = ALWAYS, NEVER
        if rule.of_supplier and not rule.names_role:
            role, roles = self.variable("role", "{} = s.role"), self.set(vetted_roles(rule))
            role_true = self.variable(("role", roles), f"{{}} = {role} in {roles}")
            role_false = self.variable(("no role", roles), f"{{}} = {role} is not None and not {role_true}")
        return (
            all_of(role_true, date_true, self.true(rule.when, at)),
            any_of(role_false, date_false, self.false(rule.when, at)),
        )

    @cached_property
    def _asked(self) -> Counter[str]:
        """How many rules ask each test of a condition."""
        return Counter(test for rule in self.program.rules for test in self._when(rule))

    def _in_force(self, start: date | None, end: date | None, time: str) -> tuple[str, str]:
        """Write the two tests of a stretch of days holding the day that counts."""
        if start is None and end is None:
            return ALWAYS, NEVER
        day = "on" if time == "today" else "L"
        inside = all_of(
            ALWAYS if start is None else f"{self.literal(start)} <= {day}",
            ALWAYS if end is None else f"{day} < {self.literal(end)}",
        )
        if day == "on":
            return inside, _not(inside)
        too_late = NEVER if start is None else f"bound < {self.literal(start)}"
        return all_of("L is not None", inside), f"({_not(inside)} if L is not None else {too_late})"

    def reached(self, rule: Rule) -> tuple[str, str]:
        """Write the two tests of the phase of a rule being reached and its last day being past."""
        rank = phase_rank(rule)
        true, false = ALWAYS, NEVER
        if rank > 0:
            true, false = self.variable(("late", rank), f"{{}} = stage >= {rank}"), f"-1 < stage < {rank}"
        if rule.by is not None:
            passed = checked_condition(t.Compare(">", t.Today(), rule.by))
            true = all_of(true, self.true(passed, At(rule.time)))
            false = any_of(false, self.false(passed, At(rule.time)))
        return true, false

    # Scopes -----------------------------------------------------------------------------------------------

    def scope(self, scope: Scope) -> str:
        """Give the variable that says whether a scope applies: 0 no, 1 yes, 2 open."""
        true, false = self._scope_tests(scope)
        return self.variable(("scope", scope.id), f"{{}} = {_pick([(true, YES), (false, NO)], OPEN_SCOPE)}")

    def bind(self, key: BindKey) -> str:
        """Give the variable that says whether an edition of a scope binds."""
        scope = self.program.scope[key[0]]
        if key[1] is None:
            return self.scope(scope)
        true, false = self._bind_tests(scope, key[1])
        return self.variable(("bind", *key), f"{{}} = {_pick([(true, YES), (false, NO)], OPEN_SCOPE)}")

    def _rows(self, rows: tuple[Rule, ...]) -> tuple[str, str]:
        tests = [self._when(rule) for rule in rows]
        return any_of(*(true for true, _ in tests)), all_of(*(false for _, false in tests))

    def _may_be(self, edition: Edition) -> str:
        """Write whether an edition may have been in force, where the launch is not known."""
        start = edition.instrument.valid_from
        return ALWAYS if start is None else f"{self.literal(start)} <= bound"

    def _counts(self, scope: Scope, place: int) -> tuple[str, str]:
        """Write the two tests of an edition being the one in force on the launch."""
        edition = scope.editions[place]
        text = edition.instrument
        may = self._may_be(edition)
        if text.valid_from is None and text.valid_until is None:
            return ALWAYS, NEVER
        inside = all_of(
            ALWAYS if text.valid_from is None else f"{self.literal(text.valid_from)} <= L",
            ALWAYS if text.valid_until is None else f"L < {self.literal(text.valid_until)}",
        )
        others = [self._may_be(other) for other in scope.editions if other is not edition]
        sole = all_of(may, *(_not(other) for other in others))
        return f"({inside} if L is not None else {sole})", f"({_not(inside)} if L is not None else {_not(may)})"

    def _today(self, edition: Edition) -> tuple[str, str]:
        true, false = self._rows(edition.today_rows)
        text = edition.instrument
        in_true, in_false = self._in_force(text.valid_from, text.valid_until, "today")
        return all_of(in_true, true), any_of(in_false, false)

    def _bind_tests(self, scope: Scope, place: int) -> tuple[str, str]:
        exempt_true, exempt_false = self._rows(scope.exempts)
        if scope.parent is not None:
            above = self.bind((scope.parent.id, place))
            inside_true, inside_false = self._rows_inside(scope, exempt_true, exempt_false)
            return all_of(f"{above} == {YES}", inside_true), any_of(f"{above} == {NO}", inside_false)
        edition = scope.editions[place]
        rows_true, rows_false = self._rows(edition.rows)
        today_true, today_false = self._today(edition)
        counts_true, counts_false = self._counts(scope, place)
        return (
            all_of(exempt_false, any_of(all_of(counts_true, rows_true), today_true)),
            any_of(exempt_true, all_of(any_of(counts_false, rows_false), today_false)),
        )

    def _rows_inside(self, scope: Scope, exempt_true: str, exempt_false: str) -> tuple[str, str]:
        rows = tuple(rule for rule in scope.rows if rule.kind == "applies")
        true, false = self._rows(rows) if rows else (ALWAYS, NEVER)
        return all_of(exempt_false, true), any_of(exempt_true, false)

    def _scope_tests(self, scope: Scope) -> tuple[str, str]:
        if scope.parent is not None:
            above = self.scope(scope.parent)
            inside_true, inside_false = self._rows_inside(scope, *self._rows(scope.exempts))
            return all_of(f"{above} == {YES}", inside_true), any_of(f"{above} == {NO}", inside_false)
        tests = [self._bind_tests(scope, place) for place in range(len(scope.editions))]
        if len(tests) == 1:
            return tests[0]
        binds = [self.bind((scope.id, place)) for place in range(len(scope.editions))]
        any_true = any_of(*(f"{bind} == {YES}" for bind in binds))
        all_false = all_of(*(f"{bind} == {NO}" for bind in binds))
        exempt_true, exempt_false = self._rows(scope.exempts)
        each = [(self._may_be(edition), *self._rows(edition.rows), *self._today(edition)) for edition in scope.editions]
        same_true = all_of(*(any_of(_not(may), true) for may, true, _, _, _ in each))
        same_false = all_of(*(any_of(_not(may), false) for may, _, false, _, _ in each))
        one_true = all_of(exempt_false, any_of(same_true, *(today for *_, today, _ in each)))
        one_false = any_of(exempt_true, all_of(same_false, *(today for *_, today in each)))
        count = " + ".join(group(may) for may, *_ in each)
        several = self.variable(("several", scope.id), f"{{}} = L is None and {count} > 1")
        return f"({one_true} if {several} else {any_true})", f"({one_false} if {several} else {all_false})"

    def _binds(self, rule: Rule) -> tuple[str, str]:
        key = self.program.bind_key(rule)
        if key is None:
            return ALWAYS, NEVER
        return f"{self.bind(key)} == {YES}", f"{self.bind(key)} == {NO}"

    # Classes ----------------------------------------------------------------------------------------------

    def level(self, of: ClassOf, at: At) -> tuple[str, str]:
        top = len(of.kind.values) - 1
        if of.id not in self.program.class_ or (at.settled and of.id in self.program.can_follow):
            return str(-1), str(top)
        both = self.variable(("level", of.id), *self._level_lines(of, top))
        return (
            self.variable(("low", of.id), f"{{}} = {both}[0]"),
            self.variable(("high", of.id), f"{{}} = {both}[1]"),
        )

    def _level_lines(self, of: ClassOf, top: int) -> list[str]:
        order = order_of(of)
        lines = [f"a, b = {-1 if of.decided_by is None else 0}, -1"]
        if of.decided_by is not None:
            ranks = self.constant({level: place for place, level in enumerate(order)}, ("order", order))
            at_least = self.fact(of.decided_by, At())
            lines += [f"c = {ranks}.get({at_least})", "if c is None:", f"    b = {top}", "else:", "    a = b = c"]
        for rule in self.program.class_[of.id].rules:
            assert rule.fill is not None and rule.fill.gives is not None
            if rule.fill.how == "proposes":
                continue
            when_true, when_false = self._row(rule)
            spread = self.constant(Spread(of), ("spread", of.id))
            lines += [
                f"if {_not(when_false)}:",
                f"    c = {spread}[{self.mask(rule.fill.gives, At(rule.time), of.kind)}]",
                "    if c is not None:",
                f"        if c[2] and {group(when_true)} and c[0] > a:",
                "            a = c[0]",
                "        if c[1] > b:",
                "            b = c[1]",
            ]
        return [*lines, "{} = a, b"]

    def _row(self, rule: Rule) -> tuple[str, str]:
        """Write the two tests of a row that classifies counting: its scope binds and its condition holds."""
        binds_true, binds_false = self._binds(rule)
        when_true, when_false = self._when(rule)
        return all_of(binds_true, when_true), any_of(binds_false, when_false)

    def kinds(self, of: ClassOf, at: At) -> str:
        every = (1 << len(of.kind.values)) - 1
        if of.id not in self.program.class_ or (at.settled and of.id in self.program.can_follow):
            return str(every)
        if of.decided_by is not None:
            return self.mask(of.decided_by.node, At())
        lines = ["c = 0", "while True:"]
        for _, true, false, given in self._table_rows(of):
            lines += [f"    if {_not(false)}:", f"        c |= {given}", f"        if {true}:", "            break"]
        return self.variable(("kinds", of.id), *lines, "    break", "{} = c")

    def _table_rows(self, of: ClassOf) -> list[tuple[Rule, str, str, str]]:
        """Give the rows of a decision table: rule, its two tests, and the mask of what it may give."""
        values = closed_list(of.kind)
        rows = []
        for rule in self.program.class_[of.id].rules:
            assert rule.fill is not None
            true, false = self._row(rule)
            if rule.fill.gives is not None:
                mask = self.mask(rule.fill.gives, At(rule.time), of.kind)
                rows.append((rule, true, false, f"{mask} & {(1 << len(values)) - 1}"))
            for row, given in rule.fill.rows:
                both = all_of(true, self.true(row, At(rule.time))), any_of(false, self.false(row, At(rule.time)))
                rows.append((rule, *both, str(1 << values.index(given))))
        return rows

    def gives(self, rule: Rule) -> tuple[str, str]:
        """Write the two tests of a row that classifies giving something."""
        if rule.fill is None:
            return all_of(*(self._known(self.value(part.value, At(rule.time))) for part in rule.parts)), NEVER
        of = rule.fill.of
        if not of.on_scale:
            found = f"{self._table_states(of)}[{self.program.class_[of.id].rules.index(rule)}]"
            return f"{found} is True", f"{found} is False"
        assert rule.fill.gives is not None
        mask = self.mask(rule.fill.gives, At(rule.time), of.kind)
        spread = self.constant(Spread(of), ("spread", of.id))
        found = self.variable(("gives", rule.full_id), f"{{}} = {spread}[{mask}]")
        return f"{found} is not None and {found}[3]", f"{found} is None"

    def _table_states(self, of: ClassOf) -> str:
        rules = self.program.class_[of.id].rules
        lines = [f"c = [False] * {len(rules)}", "d = False", "while True:"]
        for rule, true, false, _ in self._table_rows(of):
            place = rules.index(rule)
            lines += [
                f"    if {_not(false)}:",
                f"        if c[{place}] is False:",
                f"            c[{place}] = None if d or {_not(true)} else True",
                f"        if {true}:",
                "            break",
                "        d = True",
            ]
        return self.variable(("states", of.id), *lines, "    break", "{} = c")

    # The function -----------------------------------------------------------------------------------------

    def function(self) -> str:
        """Write the whole function."""
        own = {rule.full_id: (self._key_var(rule), self.rule(rule, f"r{n}")) for n, rule in enumerate(self.program.own)}
        vetting = {
            rule.full_id: (self._key_var(rule), self.rule(rule, f"q{n}")) for n, rule in enumerate(self.program.vetting)
        }
        scopes = [self.scope(scope) for scope in self.program.scopes]
        binds = [self.bind(key) for key in self.program.bind_keys]
        vetted = [name for name, scope in zip(scopes, self.program.scopes, strict=True) if scope.of_supplier]
        vetted += [
            name
            for name, key in zip(binds, self.program.bind_keys, strict=True)
            if self.program.scope[key[0]].of_supplier
        ]
        return Layout(self.lines, scopes, binds, list(own.values()), list(vetting.values()), vetted).text()

    def _key_var(self, rule: Rule) -> str | None:
        key = self.program.bind_key(rule)
        return None if key is None else self.bind(key)


def _pick(cases: list[tuple[str, int]], otherwise: int) -> str:
    """Write a chain of choices; the first test that holds counts."""
    code = str(otherwise)
    for test, given in reversed(cases):
        code = str(given) if test == ALWAYS else code if test == NEVER else f"{given} if {test} else {code}"
    return code


def _ladder(rungs: list[tuple[str, str]]) -> list[str]:
    """Write tests one below the other; the first that holds counts."""
    lines: list[str] = []
    for test, line in rungs:
        if test == NEVER:
            continue
        if test == ALWAYS:
            return [*lines, "else:", f"    {line}"] if lines else [line]
        lines += [f"{'elif' if lines else 'if'} {test}:", f"    {line}"]
    return lines


def _not(test: str) -> str:
    return ALWAYS if test == NEVER else NEVER if test == ALWAYS else f"not {group(test)}"
