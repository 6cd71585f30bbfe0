"""How the form of a number is said: with its unit and its maximum, where it has them."""

from __future__ import annotations

import pytest

from bestek._kinds import NumberKind
from bestek.report.forms import form, short_form


@pytest.mark.parametrize(
    ("kind", "said", "short"),
    [
        (NumberKind("", whole=True, maximum=4), "a whole number, at most 4", "number"),
        (NumberKind("days", whole=True), "a whole number, in days", "number in days"),
        (NumberKind("percent", whole=False, maximum=100), "a number, in percent, at most 100", "number in percent"),
    ],
)
def test_the_form_of_a_number(kind: NumberKind, said: str, short: str) -> None:
    assert (form(kind, "en"), short_form(kind, "en")) == (said, short)
