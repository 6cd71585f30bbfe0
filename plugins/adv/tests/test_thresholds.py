"""The thresholds of law/adv.md 1, each on both sides of its amount, on its first and on its last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

import bestek

# from; ADV and special sectors, supplies and services; works; central government; other authorities
PERIODS = [
    (2014, 414_000, 5_186_000, None, 207_000),
    (2016, 418_000, 5_225_000, 135_000, 209_000),
    (2018, 443_000, 5_548_000, 144_000, 221_000),
    (2020, 428_000, 5_350_000, 139_000, 214_000),
    (2022, 431_000, 5_382_000, 140_000, 215_000),
    (2024, 443_000, 5_538_000, 143_000, 221_000),
    (2026, 432_000, 5_404_000, 140_000, 216_000),
]
ON = date(2028, 3, 1)
STATE, TOWN = {"kind": "department"}, {"kind": "municipality"}
SECTOR = {"kind": "state_owned_company", "special_sector": True}
POLICY = bestek.load_policy(regulations=["adv"])


def regime(buyer: dict[str, Any], what: str, amount: int, day: date, *, military: bool) -> str | None:
    """Judge a contract and give its regime."""
    file = {
        "buyer": {"special_sector": False, **buyer},
        "procedure": {"launched_on": day, "object": what, "value": amount, "stage": "performance"},
        "adv": {
            "military": military,
            "security_purpose": False,
            "linked_to_sensitive": False,
            "mixed_with": [],
            "exemptions": [],
            "social_services": False,
        },
    }
    return next(found.value for found in POLICY.assess(bestek.read(file), ON).classes if found.class_ == "adv.regime")


def cells() -> list[tuple[date, dict[str, Any], str, int, bool, str, str]]:
    """Give each cell of the table twice: on the first day of its period and on the last."""
    made = []
    for year, adv_goods, works, state, other in PERIODS:
        for day in (date(year, 1, 1), date(year + 1, 12, 31)):
            made += [
                (day, STATE, "services", adv_goods, True, "below_adv", "adv"),
                (day, TOWN, "supplies", adv_goods, True, "below_adv", "adv"),
                (day, STATE, "works", works, True, "below_adv", "adv"),
                (day, SECTOR, "services", adv_goods, False, "below_aw2012", "aw2012_3"),
                (day, SECTOR, "works", works, False, "below_aw2012", "aw2012_3"),
                (day, TOWN, "services", other, False, "below_aw2012", "aw2012_2"),
                (day, TOWN, "works", works, False, "below_aw2012", "aw2012_2"),
            ]
            if state is not None:
                made.append((day, STATE, "supplies", state, False, "below_aw2012", "aw2012_2"))
    return made


@pytest.mark.parametrize(("day", "buyer", "what", "threshold", "military", "below", "at"), cells())
def test_threshold(
    day: date, buyer: dict[str, Any], what: str, threshold: int, military: bool, below: str, at: str
) -> None:
    assert regime(buyer, what, threshold - 1, day, military=military) == below
    assert regime(buyer, what, threshold, day, military=military) == at


def test_before_and_after_the_table_there_is_no_threshold() -> None:
    for day in (date(2013, 12, 31), date(2028, 1, 1)):
        assert regime(STATE, "services", 10_000_000, day, military=True) is None
        assert regime(TOWN, "services", 10_000_000, day, military=False) is None


def test_no_amount_of_2014_and_2015_for_the_central_government_was_found() -> None:
    last = date(2016, 1, 1) - timedelta(days=1)
    assert regime(STATE, "services", 206_999, last, military=False) is None
    assert regime(STATE, "services", 207_000, last, military=False) == "aw2012_2"


def test_an_unread_amount_of_2024_for_special_sectors_is_marked_as_inferred() -> None:
    found = next(loaded.regulation for loaded in POLICY.loaded if loaded.regulation.id == "adv")
    marks = {
        name: value.confidence
        for name in ("adv_goods", "sector_goods", "state_goods")
        for value in found.parameters.all[name].values
        if value.holds_on(date(2024, 6, 1))
    }
    assert marks == {"adv_goods": "verbatim", "sector_goods": "inferred", "state_goods": "secondary"}


def test_what_rests_on_a_threshold_says_that_the_amounts_were_read_elsewhere() -> None:
    weak = {rule.id for rule in POLICY.program.by_id.values() if rule.cites[-1].instrument.id == "eu-thresholds"}
    assert weak == {"ADV-S9", "ADV-S10", "ADV-S10b", "D0-D11", "D9", "D10", "ADV-SC6"}
