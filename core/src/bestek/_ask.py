"""Which unknown facts can still change the outcome, what each decides, and who answers it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from ._texts import Text
from .facts import Fact
from .result import Question
from .rules import DEMANDS

if TYPE_CHECKING:
    from .policy import Policy
    from .result import Assessment

_PLACE = re.compile(r"\[\d+\]")
_DECISION = re.compile(r'(?:(?P<supplier>suppliers?(?:\[\d+\])?)\.)?decisions\."(?P<rule>[^"]+)"\Z')
BUYER = Text("inkopende organisatie", "buyer")
SUPPLIER = Text("leverancier", "supplier")
OWNER = Text("wie het profiel van de organisatie beheert", "owner of the organisation's profile")
_WHOLE = 5040  # what a text weighs: shared by the facts that it hangs on
NOBODY = Text("niemand: deze regeling is niet geïnstalleerd", "nobody: that regulation is not installed")


@attrs.define
class _Weighed:
    """What a missing fact decides, and how much of it binds."""

    decides: dict[str, None] = attrs.field(factory=dict)
    texts: dict[str, int] = attrs.field(factory=dict)
    scopes: int = 0
    demands: int = 0

    @property
    def order(self) -> tuple[int, ...]:
        """Sort what decides whether a text binds first, then what binds a chapter, then what most duties need.

        A fact weighs more for a text that hangs on few facts; of one regulation the lightest of its texts counts.
        """
        return (-sum(self.texts.values()), -self.scopes, -self.demands, -len(self.decides))


def questions(assessment: Assessment) -> tuple[Question, ...]:
    """Give the questions of an assessment, most decisive first: first what decides whether a text binds.

    Regulations take turns: the first question of each, then the second of each.
    """
    asked = _weighed(assessment)
    order = sorted(asked, key=lambda path: (asked[path].order, path))
    turns: dict[str, int] = {}
    for regulation in assessment.regulations:
        theirs = (path for path in order if regulation.id in asked[path].texts)
        for turn, path in enumerate(theirs):
            turns[path] = min(turn, turns.get(path, turn))
    last = len(order)
    order.sort(key=lambda path: turns.get(path, last))
    return tuple(
        Question(path, tuple(asked[path].decides), who(assessment.policy, path), label(assessment.policy, path))
        for path in order
    )


def _weighed(assessment: Assessment) -> dict[str, _Weighed]:
    """Weigh every fact that is missing."""
    asked: dict[str, _Weighed] = {}
    for regulation in assessment.regulations:
        for scope in regulation.scopes:
            if assessment.policy.program.scope[scope.id].proposal:
                continue  # what is only a proposal never moves the verdict
            for path in scope.missing:
                weighed = asked.setdefault(path, _Weighed())
                weighed.decides |= dict.fromkeys(scope.because)
                weighed.scopes += 1
                if "." not in scope.id:
                    share = _WHOLE // len(scope.missing)
                    weighed.texts[regulation.id] = max(share, weighed.texts.get(regulation.id, 0))
    for finding in assessment.findings:
        if finding.status == "open":
            for path in finding.missing:
                weighed = asked.setdefault(path, _Weighed())
                weighed.decides[finding.rule] = None
                weighed.demands += finding.kind in DEMANDS
    return asked


def pattern(path: str) -> str:
    """Write a path as the vocabulary has it: `suppliers[0].country` and `supplier.country` as `suppliers[].country`."""
    path = _PLACE.sub("[]", path)
    return f"suppliers[]{path[8:]}" if path.startswith("supplier.") else path


def who(policy: Policy, path: str) -> Text:
    """Say who answers a question."""
    if found := _DECISION.match(path):
        judge = policy.program.by_id[found["rule"]].judge
        return judge or BUYER
    if path.startswith("parameters."):
        return OWNER
    if path.startswith("classes."):
        return NOBODY
    member = policy.vocabulary.get(pattern(path))
    if isinstance(member, Fact) and member.judge is not None:
        return member.judge
    return SUPPLIER if path.startswith("supplier") else BUYER


def label(policy: Policy, path: str) -> Text:
    """Say a question in words: the label of the fact, or the text of the rule that a person decides."""
    if found := _DECISION.match(path):
        return policy.program.by_id[found["rule"]].title
    if parameter := policy.known_parameters.get(path.removeprefix("parameters.")):
        return parameter.label
    member = policy.vocabulary.get(pattern(path))
    return member.label if member is not None else Text(path, path)
