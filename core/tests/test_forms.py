"""How a value is written: the form of a fact in words."""

from __future__ import annotations

from bestek.facts import integer
from bestek.report.forms import form, short_form


def test_a_quantity_has_its_unit_and_a_count_has_none() -> None:
    assert form(integer("months", nl="x", en="x").kind, "en") == "a whole number, in months"
    assert form(integer("", nl="x", en="x").kind, "nl") == "een heel getal"
    assert short_form(integer("months", nl="x", en="x").kind, "nl") == "getal in maanden"
    assert short_form(integer("", nl="x", en="x").kind, "en") == "number"
