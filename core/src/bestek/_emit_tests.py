"""Write conditions as plain Python: two tests each, "certainly true" and "certainly false"."""

from __future__ import annotations

from . import _tree as t
from ._check import kind_of
from ._emit import ALWAYS, NEVER, At, ValueEmitter, all_of, any_of, group, wordings
from ._kinds import OTHERS, ScaleKind
from ._values import order_of
from .classes import ClassOf


class Emitter(ValueEmitter):
    """Writes the expressions of one program."""

    def true(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly true."""
        return self._test(node, at, True)

    def false(self, node: t.Node, at: At) -> str:
        """Write the test that holds where a condition is certainly false."""
        return self._test(node, at, False)

    def _test(self, node: t.Node, at: At, wanted: bool) -> str:
        """Write a test, or give it as it was written before. Inside a list it is written anew: its names differ."""
        if at.members:
            return self._written(node, at, wanted)
        timed, follows, _ = self.depends(node)
        key = (node, at.time if timed else None, at.settled and follows, wanted)
        if key not in self._tests:
            self._tests[key] = self._written(node, at, wanted)
        return self._tests[key]

    def _written(self, node: t.Node, at: At, wanted: bool) -> str:
        match node:
            case t.Const(value=value):
                return ALWAYS if bool(value) is wanted else NEVER
            case t.And(items=items):
                return (all_of if wanted else any_of)(*(self._test(item, at, wanted) for item in items))
            case t.Or(items=items):
                return (any_of if wanted else all_of)(*(self._test(item, at, wanted) for item in items))
            case t.Not(item=item):
                return self._test(item, at, not wanted)
            case t.Exists(fact=fact):
                held = self.fact(fact, at)
                return NEVER if held == "None" else held if wanted else f"{held} is False"
            case t.Named():
                return self._named(node, at, wanted)
            case t.Compare():
                return self._compare(node, at, wanted)
            case t.In(item=item, group=group):
                return self._is_in(item, group, at, wanted)
            case t.Intersects(some=some, group=group):
                return self._intersects(self.value(some, at), group, at, wanted)
            case t.Within(some=some, group=group):
                return self._within(self.value(some, at), group, at, wanted)
            case t.Each():
                return self._each(node, at, wanted)
        value = self.value(node, at)  # a yes/no fact, parameter or table
        if value in ("None", "True", "False"):
            return ALWAYS if value == str(wanted) else NEVER
        return value if wanted else f"{value} is False"

    def _named(self, node: t.Named, at: At, wanted: bool) -> str:
        tests = [(day, self._test(item, at, wanted)) for day, item in wordings(node)]
        code = tests[0][1]
        if len(tests) > 1:
            day = "on" if at.time == "today" else "L"
            for start, test in tests[1:]:
                code = f"{group(test)} if {self.literal(start)} <= {day} else {group(code)}"
            if day == "L":
                every = all_of(
                    tests[0][1], *(any_of(f"bound < {self.literal(start)}", test) for start, test in tests[1:])
                )
                code = f"({code}) if L is not None else {group(every)}"
        if code in (ALWAYS, NEVER):
            return code
        return self._shared(f"is {wanted}", node, at, code)

    def _compare(self, node: t.Compare, at: At, wanted: bool) -> str:
        op, left, right = node.op, node.left, node.right
        if isinstance(right, t.ClassRef) and not isinstance(left, t.ClassRef):
            op, left, right = t.MIRRORED[op], right, left
        if isinstance(left, t.ClassRef):
            return self._compare_class(op, left.of, right, at, wanted)
        one, other = self.value(left, at), self.value(right, at)
        known = all_of(self._known(one), self._known(other))
        if known == NEVER:
            return NEVER
        kind = kind_of(right) if isinstance(left, t.Const) else kind_of(left)
        op = op if wanted else t.NEGATED[op]
        if isinstance(kind, ScaleKind) and op not in ("==", "!="):
            return self._compare_scale(kind, op, left, right, one, other, known)
        if op == "==" and isinstance(right, t.Const):
            return f"{one} == {other}"
        return all_of(known, f"{one} {op} {other}")

    def _compare_scale(
        self, kind: ScaleKind, op: t.Operator, left: t.Node, right: t.Node, one: str, other: str, known: str
    ) -> str:
        if isinstance(left, t.Const):
            op, left, right, one, other = t.MIRRORED[op], right, left, other, one
        if isinstance(right, t.Const):
            there = kind.rank[right.value]
            keep = {
                "<": range(there),
                "<=": range(there + 1),
                ">": range(there + 1, len(kind.values)),
                ">=": range(there, len(kind.values)),
            }
            return f"{one} in {self.set(kind.values[place] for place in keep[op])}"
        ranks = self.constant(dict(kind.rank), ("ranks", kind.values))
        return all_of(known, f"{ranks}[{one}] {op} {ranks}[{other}]")

    def _compare_class(self, op: t.Operator, of: ClassOf, right: t.Node, at: At, wanted: bool) -> str:
        if not of.on_scale:
            return self._compare_kinds(op, of, right, at, wanted)
        low, high = self.level(of, at)
        known = []
        if of.counts == "lowest":
            op = t.MIRRORED[op]
            known.append(f"{low} >= 0")
        if isinstance(right, t.ClassRef):
            low_2, high_2 = self.level(right.of, at)
            known += [f"{low_2} >= 0"] if right.of.counts == "lowest" else []
        else:
            order = order_of(of)
            if isinstance(right, t.Const):
                low_2 = high_2 = str(order.index(right.value))
            else:
                ranks = self.constant({level: place for place, level in enumerate(order)}, ("order", order))
                low_2 = high_2 = self._shared(f"rank {of.counts}", right, at, f"{ranks}.get({self.value(right, at)})")
                known.append(self._known(low_2))
        tests = {
            "<": f"{high} < {low_2}",
            "<=": f"{high} <= {low_2}",
            ">": f"{low} > {high_2}",
            ">=": f"{low} >= {high_2}",
            "==": f"{low} == {high} == {low_2}" + ("" if low_2 == high_2 else f" == {high_2}"),
            "!=": f"({high} < {low_2} or {low} > {high_2})",
        }
        return all_of(*known, tests[op if wanted else t.NEGATED[op]])

    def _compare_kinds(self, op: t.Operator, of: ClassOf, right: t.Node, at: At, wanted: bool) -> str:
        found, other = self.kinds(of, at), self.mask(right, at, of.kind)
        same = (op == "==") is wanted
        if same:  # both certain, and the same
            return f"{found} == {other} and not {found} & ({found} - 1) and {found}"
        if isinstance(right, t.ClassRef):
            return f"{found} and {other} and not {found} & {other}"
        return all_of(self._known(self.value(right, at)), found, f"not {found} & {other}")

    def _sets(self, group: t.Node, at: At) -> tuple[frozenset[str], list[str]]:
        """Give the constant members of a set and the names of its parts that are no constant."""
        items = group.items if isinstance(group, t.Union) else (group,)
        constant = frozenset().union(*(item.value for item in items if isinstance(item, t.Const)))
        return constant, [self.value(item, at) for item in items if not isinstance(item, t.Const)]

    def _is_in(self, item: t.Node, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if isinstance(item, t.ClassRef):
            values = self.constant((*item.of.kind.values, None))
            sets = f"({self.set(constant)}, {''.join(f'{other}, ' for other in others)})"
            return f"member({self.mask(item, at)}, {values}, {sets}) is {wanted}"
        value = self.value(item, at)
        if value == "None":
            return NEVER
        known = [f"{other} is not None" for other in others]
        if wanted:
            tests = [f"{value} in {self.set(constant)}"] if constant else []
            return any_of(
                *tests, *(all_of(test, f"{value} in {other}") for test, other in zip(known, others, strict=True))
            )
        outside = [f"{value} not in {self.set(constant)}"] if constant else []
        for test, other in zip(known, others, strict=True):
            outside += [test, f"{value} not in {other}", f"{OTHERS!r} not in {other}"]
        return all_of(self._known(value), *outside)

    def _intersects(self, some: str, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if not constant and not others:
            return NEVER if wanted else ALWAYS
        if some == "None":
            return NEVER
        known = [f"{other} is not None" for other in others]
        if wanted:
            tests = [f"not {some}.isdisjoint({self.set(constant)})"] if constant else []
            for test, other in zip(known, others, strict=True):
                tests.append(all_of(test, f"not ({some} - {self.set({OTHERS})}).isdisjoint({other})"))
            return all_of(f"{some} is not None", any_of(*tests))
        apart = [f"{some}.isdisjoint({self.set(constant)})"] if constant else []
        for test, other in zip(known, others, strict=True):
            apart += [test, f"{some}.isdisjoint({other})", f"{OTHERS!r} not in {other}"]
        complete = all_of(f"{OTHERS!r} not in {some}", *apart)
        empty_group = (
            all_of(*(f"{test} and not {other}" for test, other in zip(known, others, strict=True)))
            if others and not constant
            else NEVER
        )
        return any_of(empty_group, all_of(f"{some} is not None", any_of(f"not {some}", complete)))

    def _within(self, some: str, group: t.Node, at: At, wanted: bool) -> str:
        constant, others = self._sets(group, at)
        if some == "None":
            return NEVER
        certain = (
            " | ".join([self.set(constant), *(f"({other} or {self.set(())})" for other in others)])
            if others
            else self.set(constant)
        )
        if wanted:
            inside = f"{some} <= {certain}" if not others else f"{some} <= ({certain}) - {self.set({OTHERS})}"
            return all_of(f"{some} is not None", inside)
        if not others:
            return all_of(f"{some} is not None", f"not {some} <= {self.set(constant | {OTHERS})}")
        known = [test for other in others for test in (f"{other} is not None", f"{OTHERS!r} not in {other}")]
        return all_of(f"{some} is not None", *known, f"not {some} - {self.set({OTHERS})} <= ({certain})")

    def _each(self, node: t.Each, at: At, wanted: bool) -> str:
        """Lists are walked once for both tests: a variable for "true", one for "false"."""
        timed, follows, _ = self.depends(node)
        key = (node, at.time if timed else None, at.settled and follows)
        owner = self.group(node.list.owner, at)
        name = f"e{len(at.members)}"
        inner = At(at.time, at.settled, {**at.members, f"{node.list.path}[]": name})
        is_true, is_false = self.true(node.item, inner), self.false(node.item, inner)
        complete = f"{node.list.name}_complete"
        all_known = (
            f"({owner}.{complete} is True or not {{list}})" if complete in node.list.owner.facts else "not {list}"
        )
        if self._inside(node, at):  # a list inside a list: no room for a loop of its own
            members = f"{owner}.{node.list.name}"
            found, none = (is_true, is_false) if (node.op == "any") else (is_false, is_true)
            if wanted is (node.op == "any"):
                return f"any({found} for {name} in {members} or ())"
            return (
                f"({members} is not None and {all_known.format(list=members)} and all({none} for {name} in {members}))"
            )
        items = self.variable(("list", node.list.owner.at, node.list.name), f"{{}} = {owner}.{node.list.name}")
        stop, go_on = (is_true, is_false) if node.op == "any" else (is_false, is_true)
        stopped = self.variable(
            ("each", *key),
            f"{{}} = None if {items} is None else False if {all_known.format(list=items)} else None",
            f"if {items}:",
            f"    for {name} in {items}:",
            *([] if stop == NEVER else [f"        if {stop}:", "            {} = True", "            break"]),
            *([] if go_on == ALWAYS else [f"        if {{}} is False and not ({go_on}):", "            {} = None"]),
            *(["        break"] if stop == NEVER and go_on == ALWAYS else []),
        )
        return f"{stopped} is {wanted is (node.op == 'any')}"
