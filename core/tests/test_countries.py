"""The country codes are those of ISO 3166-1."""

from __future__ import annotations

import pycountry
import pytest

import bestek
from bestek._countries import COUNTRIES
from bestek.shared import SHARED


def test_they_are_those_of_pycountry() -> None:
    assert {country.alpha_2 for country in pycountry.countries} == COUNTRIES
    assert len(COUNTRIES) == 249


@pytest.mark.parametrize("code", ["UK", "EL", "EU", "XK", "SU", "AN", "nl", "NLD"])
def test_a_code_that_looks_like_one_is_none(code: str) -> None:
    with pytest.raises(bestek.ProcurementError, match="country"):
        bestek.read({"suppliers": [{"country": code}]})


@pytest.mark.parametrize("name", ["eu", "eea"])
def test_the_shared_lists_hold_nothing_else(name: str) -> None:
    for value in SHARED.all[name].values:
        assert value.value <= COUNTRIES
