"""Reading and changing a procurement by the paths of its facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from kit import file_of
from strategies import files

import bestek

READ = file_of(
    {
        "title": "Nieuw",
        "buyer.kind": "agency",
        "procedure.launched_on": "2026-03-01",
        "service.storage_countries": ["NL", "?"],
        "suppliers": [
            {"name": "A", "role": "winner"},
            {"name": "B", "controllers": [{"country": "US", "control": True}]},
        ],
        "evidence": {"suppliers[B].controllers": {"source": "KvK"}},
    }
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "Nieuw"),
        ("buyer.kind", "agency"),
        ("buyer.name", None),
        ("procedure.launched_on", date(2026, 3, 1)),
        ("suppliers[1].name", "B"),
        ("suppliers[B].controllers[0].country", "US"),
        ("suppliers[A].controllers", None),
        ("suppliers[B].control_countries", frozenset({"US", "?"})),
    ],
)
def test_get(path: str, value: Any) -> None:
    assert READ.get(path) == value


@pytest.mark.parametrize(
    "path", ["buyer", "buyer.knd", "suppliers[2].name", "suppliers[C].name", "suppliers.name", "", "x y"]
)
def test_get_a_path_that_leads_nowhere(path: str) -> None:
    with pytest.raises(KeyError):
        READ.get(path)


@pytest.mark.parametrize(
    ("path", "value", "held"),
    [
        ("buyer.kind", "zbo", "zbo"),
        ("buyer.kind", None, None),
        ("buyer.name", "Logius", "Logius"),
        ("contract.signed_on", "2026-05-01", date(2026, 5, 1)),
        ("contract.signed_on", date(2026, 5, 1), date(2026, 5, 1)),
        ("service.storage_countries", [], frozenset()),
        ("suppliers[0].role", "tenderer", "tenderer"),
        ("suppliers[B].role", "winner", "winner"),
        ("suppliers[B].controllers[0].country", "CN", "CN"),
        ("suppliers[A].control_change.known_on", "2026-05-01", date(2026, 5, 1)),
    ],
)
def test_replace_gives_a_copy_with_another_value(path: str, value: Any, held: Any) -> None:
    before = READ.digest
    assert READ.replace({path: value}).get(path) == held
    assert READ.digest == before


def test_replace_keeps_everything_else() -> None:
    changed = READ.replace({"buyer.name": "Logius"})
    assert changed.evidence == READ.evidence
    assert changed.source == READ.source
    assert changed.replace({"buyer.name": None}).digest == READ.digest


def test_replace_several_at_once() -> None:
    changed = READ.replace({"buyer.kind": "zbo", "suppliers[0].name": "Z", "suppliers[1].role": "winner"})
    assert [changed.get(path) for path in ("buyer.kind", "suppliers[Z].role", "suppliers[B].role")] == [
        "zbo",
        "winner",
        "winner",
    ]


def test_replace_derives_anew() -> None:
    """What followed from a fact does not outlive it."""
    changed = READ.replace({"suppliers[B].controllers[0].country": "CN"})
    assert changed.get("suppliers[B].control_countries") == frozenset({"CN", "?"})


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("buyer.kind", "zoo", "unknown_choice"),
        ("buyer.knd", "zbo", "unknown_key"),
        ("procedure.launched_on", True, "wrong_type"),
        ("suppliers[1].name", "A", "same_name"),
        ("suppliers[B].control_countries", ["NL"], "control_differs"),
    ],
)
def test_replace_makes_every_check_of_reading_again(path: str, value: Any, code: str) -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        READ.replace({path: value})
    assert [problem.code for problem in caught.value.problems] == [code]


@pytest.mark.parametrize(
    "path", ["suppliers[7].name", "suppliers[Nobody].name", "title.x", "suppliers.name", "", "x y", "buyer..kind"]
)
def test_replace_at_a_path_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(bestek.BestekError):
        READ.replace({path: "x"})


@given(files)
def test_what_was_read_can_be_written_and_read_again(data: dict[str, Any]) -> None:
    """Without the tables of regulations, which only an installed regulation can read."""
    plain = {key: value for key, value in data.items() if key != "toy"}
    for supplier in plain.get("suppliers", ()):
        supplier.pop("toy", None)
        for subcontractor in supplier.get("subcontractors", ()):
            subcontractor.pop("toy", None)
    once = bestek.read(plain)
    again = bestek.read(once.to_dict())
    assert (again.to_dict(), again.digest, again.derived) == (once.to_dict(), once.digest, once.derived)


def test_the_digest_does_not_hang_on_the_order_of_keys() -> None:
    one = bestek.read(b'{"title": "x", "buyer": {"kind": "agency", "name": "L"}}')
    other = bestek.read(b'[buyer]\nname = "L"\nkind = "agency"\n', form="toml").replace({"title": "x"})
    assert one.digest == other.digest


@pytest.mark.parametrize(
    ("path", "value"), [("title", "Ander"), ("service.storage_countries", ["NL"]), ("suppliers[0].role", None)]
)
def test_the_digest_changes_with_a_fact(path: str, value: Any) -> None:
    assert READ.replace({path: value}).digest != READ.digest


def test_a_procurement_is_frozen() -> None:
    with pytest.raises(AttributeError):
        READ.facts.title = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        READ.source = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        READ.facts.buyer.kind = "zbo"  # type: ignore[misc]
