"""`control_countries` follows from `controllers` (FACTS, rules for the vocabulary)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kit import file_of

import bestek

US = {"country": "US", "control": True}
DE = {"country": "DE", "control": True}
NOT_FR = {"country": "FR", "control": False}
MAYBE_CN = {"country": "CN"}
SOMEWHERE = {"control": True}

TABLE = [
    # controllers, complete, country of the supplier, what follows
    (None, None, "NL", None),
    (None, True, "NL", None),
    ([], None, "NL", {"NL"}),
    ([], None, None, {"?"}),
    ([], True, "NL", {"NL"}),
    ([US], True, "NL", {"US"}),
    ([US], None, "NL", {"US", "?"}),
    ([US], False, "NL", {"US", "?"}),
    ([US, DE], True, "NL", {"US", "DE"}),
    ([US, US], True, "NL", {"US"}),
    ([NOT_FR], True, "NL", {"NL"}),
    ([NOT_FR], True, None, {"?"}),
    ([NOT_FR], None, "NL", {"?"}),
    ([US, NOT_FR], True, "NL", {"US"}),
    ([US, MAYBE_CN], True, "NL", {"US", "?"}),
    ([MAYBE_CN], True, "NL", {"?"}),
    ([US, SOMEWHERE], True, "NL", {"US", "?"}),
    ([SOMEWHERE], True, "NL", {"?"}),
    ([{}], True, "NL", {"?"}),
]


def supplier(controllers: Any, complete: bool | None, country: str | None, **more: Any) -> dict[str, Any]:
    """Write a supplier of whom this is known."""
    known = {"controllers": controllers, "controllers_complete": complete, "country": country, **more}
    return {key: value for key, value in known.items() if value is not None}


@pytest.mark.parametrize(("controllers", "complete", "country", "follows"), TABLE)
def test_control_countries(
    controllers: Any, complete: bool | None, country: str | None, follows: set[str] | None
) -> None:
    read = file_of({"suppliers": [supplier(controllers, complete, country)]})
    assert read.get("suppliers[0].control_countries") == (None if follows is None else frozenset(follows))
    assert read.derived == (set() if follows is None else {"suppliers[0].control_countries"})


def test_what_is_derived_is_not_written() -> None:
    read = file_of({"suppliers": [supplier([US], True, "NL")]})
    assert "control_countries" not in read.to_dict()["suppliers"][0]


def test_what_is_derived_is_no_part_of_the_digest() -> None:
    """The digest is that of the file, and does not change when we learn to derive more."""
    given_too = supplier([US], True, "NL", control_countries=["US"])
    assert file_of({"suppliers": [supplier([US], True, "NL")]}).digest != file_of({"suppliers": [given_too]}).digest


@pytest.mark.parametrize(
    ("controllers", "complete", "given", "agrees"),
    [
        ([US], True, ["US"], True),
        ([US], True, ["NL"], False),
        ([US], True, ["US", "NL"], False),
        ([US], True, [], False),
        ([US], True, ["?"], True),
        ([US], True, ["US", "?"], True),
        ([US], True, ["NL", "?"], False),
        ([US], None, ["US", "NL"], True),
        ([US], None, ["NL"], False),
        ([US], None, ["NL", "?"], True),
        ([], None, ["NL"], True),
        ([], None, ["DE"], False),
        ([MAYBE_CN], True, ["DE"], True),
    ],
)
def test_control_countries_that_are_given_agree_with_the_controllers(
    controllers: Any, complete: bool | None, given: list[str], agrees: bool
) -> None:
    facts = {"suppliers": [supplier(controllers, complete, "NL", control_countries=given)]}
    if agrees:
        assert file_of(facts).get("suppliers[0].control_countries") == frozenset(given)
        return
    with pytest.raises(bestek.ProcurementError) as caught:
        file_of(facts)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("control_differs", "suppliers[0].control_countries")


parties = st.fixed_dictionaries({}, optional={"country": st.sampled_from(["NL", "US", "CN"]), "control": st.booleans()})


@given(st.lists(parties, max_size=3), st.data())
def test_learning_more_of_the_controllers_never_takes_back_what_followed(
    listed: list[Any], data: st.DataObject
) -> None:
    """Certain members stay, and what was certainly not a member never becomes one."""
    more = [dict(party) for party in listed]
    for party in more:
        party.setdefault("country", data.draw(st.sampled_from(["NL", "US"])))
        party.setdefault("control", data.draw(st.booleans()))
    less_known = file_of({"suppliers": [supplier(listed, None, None)]}).get("suppliers[0].control_countries")
    known = file_of({"suppliers": [supplier(more, True, "NL")]}).get("suppliers[0].control_countries")
    assert less_known - {"?"} <= known
    assert "?" in less_known or known <= less_known
