"""Waivers: when an organisation may lift a rule, judged in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from ._outcome import CODE, Decided, Outcome
from .finding import Waiver
from .rules import DEMANDS, Rule

Standing = Literal["works", "ends_soon", "not_yet", "expired", "not_derogable", "unknown_rule"]

EVERYWHERE = "all"
SOON = 30  # days before its end on which a waiver is warned about
WORKING: tuple[Standing, ...] = ("works", "ends_soon")
REFUSED: tuple[Standing, ...] = ("expired", "not_derogable", "unknown_rule")
_LIFTED = frozenset(CODE[status] for status in ("breach", "due", "open"))


def judge(waiver: Waiver, rule: Rule | None, on: date | None) -> Standing:
    """Judge a waiver of a rule on a day; without a day, only whether it can ever work.

    It works from the day it was approved until the day before it expires, on a demand that its regulation marks
    `derogable`, and on nothing else.
    """
    if rule is None:
        return "unknown_rule"
    if not rule.derogable or rule.kind not in DEMANDS:
        return "not_derogable"
    if on is None:
        return "works"
    if waiver.expires <= on:
        return "expired"
    if on < waiver.approved_on:
        return "not_yet"
    return "ends_soon" if (waiver.expires - on).days <= SOON else "works"


def working(waivers: Iterable[Waiver], rules: Mapping[str, Rule], reference: str | None, on: date) -> dict[str, Waiver]:
    """Give the waivers that work on a day for the file with this reference, by rule.

    Of two on one rule, that for this file goes before the one for all.
    """
    found = {
        waiver.rule: waiver
        for waiver in sorted(waivers, key=lambda one: one.scope != EVERYWHERE)
        if waiver.scope in (EVERYWHERE, reference) and judge(waiver, rules.get(waiver.rule), on) in WORKING
    }
    return dict(sorted(found.items()))


def lifted(outcome: Outcome, own: Iterable[Rule], vetting: Iterable[Rule], waived: Iterable[str]) -> Outcome:
    """Write `waived` where a waived rule is breached, due or open. What is met stays met."""
    rules = frozenset(waived)
    of_own, of_vetting = ([rule.full_id in rules for rule in part] for part in (own, vetting))
    return _lifted(outcome[0], of_own), tuple(_lifted(decided, of_vetting) for decided in outcome[1])


def _lifted(decided: Decided, waived: Iterable[bool]) -> Decided:
    codes = (
        CODE["waived"] if lift and code in _LIFTED else code for lift, code in zip(waived, decided.codes, strict=True)
    )
    return decided._replace(codes=tuple(codes))
