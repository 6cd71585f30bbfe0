"""A seeded set of procurement files: every fact that ABRO's rules read, with values at the edges of the rules.

A file is a plain dict, as a TOML or JSON reader gives it, and the day it is assessed on. About 40 % of its facts
are left out. The `complete` variant leaves nothing out and says nothing vague (no `"?"` in a set, no document
without its day, a decision on every rule that is left to a person, a supplier who is not about to leave), for
contenders that know no "unknown".
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from by_hand.logic import months_back

import bestek
from bestek._tree import Exists, FactRef, Named, walk
from bestek.facts import Fact, ListOf

Files = list[tuple[bestek.Procurement, date]]

COUNTRIES_WITH_OFFENSIVE_PROGRAMME = ("CN", "IR", "KP", "RU")
PARAMETERS = {"bestek.offensive_cyber_countries": list(COUNTRIES_WITH_OFFENSIVE_PROGRAMME)}

# Days on which an answer turns: the start of a text, the end of a term, and the day before.
TURNING_DAYS = tuple(
    day + timedelta(days=shift)
    for day in (
        date(2026, 1, 1),  # ABRO
        date(2026, 3, 9),  # the end of VIR-BI's relief
        date(2026, 6, 6),  # TBB method
        date(2026, 6, 25),  # the letter on DigiD
        date(2026, 8, 15),  # Cyberbeveiligingsregeling
        date(2028, 1, 1),  # the last day to begin with ABRO has passed
    )
    for shift in (-1, 0, 1)
)
LIKELY: Mapping[str, Mapping[Any, int]] = {
    "buyer.kind": {
        **dict.fromkeys(("department", "department_service", "agency", "police"), 30),
        "defence": 20,
        "high_council": 6,
    },
    "procedure.stage": {"contract": 2, "performance": 3},
    "risk.national_security": {True: 12, False: 1},
    "risk.buyer_can_mitigate": {"no": 10, "partly": 10},
    "information.tbb": {"none": 1, "tbb4": 6, "tbb3": 3, "tbb2": 2, "tbb1": 2},
    "information.classification": {"departmental_confidential": 5},
    "service.deployment": {"private": 4, "hybrid": 4, "public": 4},
    "abro.adopted": {True: 5},
    "abro.abdo_contract": {True: 3},
    "suppliers[].role": {"winner": 4, "contractor": 5},
}
NUMBERS: Mapping[str, tuple[float, ...]] = {
    "contract.duration": (6, 12, 24, 48, 120),
    "suppliers[].abro.crypto_custodians": (0, 1, 2, 3),
    "suppliers[].abro.physical.visitor_notice": (2, 4, 5, 6, 10),
    "suppliers[].abro.physical.intervention": (30, 119, 120, 121, 240),
    "suppliers[].abro.cyber.log_months": (5, 6, 11, 12, 24),
    "suppliers[].abro.cyber.access_log_months": (2, 3, 5, 6, 12),
    "suppliers[].abro.cyber.worst_flaw": (0, 3.9, 4, 7.5, 9.8),
    "suppliers[].abro.audit.register_hours": (24, 47, 48, 49, 96),
    "suppliers[].abro.exit.backup_months": (6, 11, 12, 13, 24, 60),
}
WHERE = ("NL", "NL", "NL", "NL", "DE", "BE", "NO", "GB", "US", "CN", "RU")
KNOWN_MORE_OFTEN = {
    "buyer.kind": 0.06,
    "risk.national_security": 0.12,
    "risk.buyer_can_mitigate": 0.15,
    "abro.start_date": 0.15,
    "abro.adopted": 0.25,
    "information.tbb": 0.2,
    "procedure.stage": 0.15,
    "procedure.launched_on": 0.15,
    "service.deployment": 0.2,
    "suppliers[].role": 0.08,
    "suppliers[].name": 0.04,
}
UNKNOWN = 0.4
MORE_LISTS = ("suppliers", "suppliers[].subcontractors", "suppliers[].subcontractors_complete")
ALWAYS_READ = (
    *("procedure.stage", "procedure.launched_on", "procedure.published_on", "procedure.awarded_on"),
    *("information.tbb", "suppliers[].role", "suppliers[].name", *MORE_LISTS),
)


def load_abro() -> bestek.Policy:
    """Load ABRO, with a list of countries that an organisation would give it."""
    return bestek.load_policy(regulations=["abro"], parameters=PARAMETERS)


def facts_read(policy: bestek.Policy) -> dict[str, Fact[Any, Any] | ListOf[Any]]:
    """Give the facts and lists that the rules of a policy read, by path."""
    paths = set(ALWAYS_READ)
    waiting = [node for rule in policy.program.by_id.values() for node in rule.expressions()]
    while waiting:
        for node in walk(waiting.pop()):
            if isinstance(node, Named):
                waiting.append(node.item)
            if isinstance(node, FactRef | Exists) and node.fact.path not in paths:
                paths.add(node.fact.path)
                if node.fact.stands_in is not None:
                    waiting.append(node.fact.stands_in.node)
    return {path: member for path, member in policy.vocabulary.items() if path in paths}


class Maker:
    """Makes files, one after the other, from one source of chance."""

    def __init__(self, policy: bestek.Policy, seed: int, *, complete: bool = False) -> None:
        self.chance = Random(seed)  # noqa: S311 - a benchmark must be repeatable, not secret
        self.complete = complete
        self.facts = {path: fact for path, fact in facts_read(policy).items() if isinstance(fact, Fact)}
        self.judged = [rule for rule in policy.program.rules if rule.left_to_a_person]
        self.on = self.launch = self.start = date.min

    def file(self) -> tuple[dict[str, Any], date]:
        """Make a file and the day it is assessed on."""
        chance = self.chance
        self.on = self._some_day(date(2026, 2, 1) if chance.random() < 0.9 else date(2025, 12, 1), date(2028, 6, 30))
        self.start = self._some_day(date(2026, 1, 1), date(2026, 12, 31))
        if chance.random() < 0.08:
            self.start = self._some_day(date(2027, 1, 1), date(2027, 12, 31))
        elif self.start > self.on >= date(2026, 1, 1):
            self.start = self._some_day(date(2026, 1, 1), self.on)
        self.launch = self._launch()
        made = self._group("")
        number = chance.choices((0, 1, 2, 3), (0 if self.complete else 2, 4, 3, 2))[0]
        made["suppliers"] = [self._supplier(place) for place in range(number)]
        self._decide(made, of_supplier=False)
        return made, self.on

    # Parts of a file --------------------------------------------------------------------------------------

    def _supplier(self, place: int) -> dict[str, Any]:
        made = self._group("suppliers[].")
        if "name" in made:
            made["name"] = f"Leverancier {place + 1}"
        if self.chance.random() < 0.3:
            self._controlled(made)
        if not self._left_out("suppliers[].subcontractors"):
            number = self.chance.choices((0, 1, 2, 3), (3, 3, 2, 1))[0]
            made["subcontractors"] = [self._group("suppliers[].subcontractors[].") for _ in range(number)]
        if self.complete and place == 0 and made["role"] == "incumbent":
            made["role"] = "winner"  # else the winner to come is judged too, of whom nothing is known
        self._decide(made, of_supplier=True)
        return made

    def _controlled(self, supplier: dict[str, Any]) -> None:
        """Name the parties in control, from which the countries in control follow."""
        supplier.pop("control_countries", None)
        parties = [{"country": self.chance.choice(WHERE), "control": self.chance.random() < 0.6} for _ in range(2)]
        supplier["controllers"] = parties
        supplier["controllers_complete"] = self.complete or self.chance.random() < 0.6
        if self.complete:
            supplier["controllers"][0]["control"] = True

    def _decide(self, made: dict[str, Any], *, of_supplier: bool) -> None:
        """Let people decide on some of the rules that are left to them."""
        decided = {}
        for rule in self.judged:
            if rule.of_supplier == of_supplier and (self.complete or self.chance.random() >= UNKNOWN):
                outcome = self.chance.choices(("met", "breach", "not_applicable"), (6, 3, 1))[0]
                decided[rule.full_id] = {"outcome": outcome, "by": "BVA", "on": self.on, "reason": "gezien"}
        if decided:
            made["decisions"] = decided

    def _group(self, at: str) -> dict[str, Any]:
        """Make the facts whose path begins like this and that lie in no list further down."""
        made: dict[str, Any] = {}
        for path, fact in self.facts.items():
            rest = path[len(at) :]
            if not path.startswith(at) or "[]" in rest or self._left_out(path):
                continue
            here = made
            *groups, name = rest.split(".")
            for group in groups:
                here = here.setdefault(group, {})
            here[name] = self._value(path, fact)
        return made

    def _left_out(self, path: str) -> bool:
        return not self.complete and self.chance.random() < KNOWN_MORE_OFTEN.get(path, UNKNOWN + 0.025)

    # Values -----------------------------------------------------------------------------------------------

    def _value(self, path: str, fact: Fact[Any, Any]) -> Any:
        chance, kind = self.chance, fact.kind
        if path.endswith("_complete") and self.complete:
            return True
        if path in NUMBERS:
            return chance.choice(NUMBERS[path])
        if kind.name == "flag":
            return self._likely(path, (True, False))
        if kind.name in ("choice", "scale"):
            return self._likely(path, kind.values)
        if kind.name == "country":
            return chance.choice(WHERE)
        if kind.name in ("choices", "countries"):
            return self._set(kind.values or WHERE, most=4 if kind.values else 2)
        if kind.name == "date":
            return self._day(path)
        if kind.name == "dated":
            return self._dated(path)
        if kind.name == "text":
            return "naam"
        raise LookupError(f"no values for {path}")

    def _likely(self, path: str, values: tuple[Any, ...]) -> Any:
        weights = LIKELY.get(path, {})
        return self.chance.choices(values, [weights.get(value, 1) for value in values])[0]

    def _set(self, values: tuple[str, ...], most: int) -> list[str]:
        number = self.chance.choices((0, 1, 2, 3), (1, 6, 3, 1))[0]
        members = set(self.chance.choices(values, k=min(number, most)))
        if not self.complete and self.chance.random() < 0.1:
            members.add("?")
        return sorted(members)

    # Days -------------------------------------------------------------------------------------------------

    def _some_day(self, first: date, last: date) -> date:
        """Give a day of a stretch; one in four is a day on which an answer turns."""
        if self.chance.random() < 0.25:
            return self.chance.choice([day for day in TURNING_DAYS if first <= day <= last])
        return first + timedelta(days=self.chance.randrange((last - first).days + 1))

    def _launch(self) -> date:
        """Give a launch before the assessment: mostly after the buyer began with ABRO, or on the edge of that."""
        sort = self.chance.choices(("after", "edge", "turning", "any"), (14, 2, 1, 1))[0]
        if sort == "after":
            room = max((self.on - self.start).days, 0)
            return min(self.start + timedelta(days=self.chance.randrange(room + 1)), self.on)
        if sort == "edge":
            return min(self.start + timedelta(days=self.chance.choice((-1, 0, 1))), self.on)
        if sort == "turning":
            return self.chance.choice([day for day in TURNING_DAYS if day <= self.on] or [self.on])
        return self.on - timedelta(days=self.chance.randrange(400))

    def _day(self, path: str) -> date:
        if path == "abro.start_date":
            return self.start
        if path == "procedure.launched_on":
            return self.launch
        if path == "procedure.project_started_on":
            return self.launch - timedelta(days=self.chance.choice((0, 0, 0, 0, 1, 60)))
        day = self.on + timedelta(days=self.chance.choice((-300, -40, -1, 0, 1, 30)))
        return day if path == "service.goes_live_on" else min(day, self.on)

    def _dated(self, path: str) -> date | bool:
        """Give the day of a document, around the terms of three and twelve months; or say that there is none."""
        sort = self.chance.choices(("day", "without day", "none"), (70, 0 if self.complete else 8, 22))[0]
        if sort != "day":
            return sort == "without day"
        if path == "abro.announced_on":
            return min(self.launch + timedelta(days=self.chance.choice((-10, -1, 0, 0, 1, 10))), self.on)
        edges = [months_back(self.on, months) + timedelta(days=n) for months in (3, 12) for n in (-1, 0, 1)]
        return self.chance.choice((*edges, self.on, self.on - timedelta(days=30), self.on - timedelta(days=200)))


def make_files(policy: bestek.Policy, number: int, seed: int, *, complete: bool = False) -> Files:
    """Make so many files, read as an application would read them, each with its day of assessment."""
    maker = Maker(policy, seed, complete=complete)
    made = (maker.file() for _ in range(number))
    return [(bestek.read(file), on) for file, on in made]
