"""Evidence: where a fact comes from, by the path of the fact."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from kit import WORDS, act, assess, file_of, finding

import bestek
from bestek import Evidence
from bestek.vocabulary import buyer, information, supplier

SUPPLIERS = [{"name": "Voorbeeld BV", "country": "NL", "controllers": [{"name": "A [x] B.V.", "country": "US"}]}]


def problem(evidence: Any) -> bestek.Problem:
    """Read a file with one faulty piece of evidence."""
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read({"suppliers": SUPPLIERS, "evidence": evidence})
    (found,) = caught.value.problems
    return found


def test_evidence_is_kept_by_path() -> None:
    written = {"source": "https://voorbeeld.nl/1", "pinpoint": "p. 3", "by": "CIO", "on": "2026-01-02"}
    read = bestek.read({"buyer": {"kind": "agency"}, "evidence": {"buyer.kind": written}})
    assert read.evidence == {"buyer.kind": Evidence("https://voorbeeld.nl/1", "p. 3", "CIO", date(2026, 1, 2))}


def test_only_a_source_is_needed() -> None:
    read = bestek.read({"evidence": {"buyer.kind": {"source": "KvK"}}})
    assert read.evidence == {"buyer.kind": Evidence("KvK")}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("suppliers[0].country", "suppliers[0].country"),
        ("suppliers[Voorbeeld BV].country", "suppliers[0].country"),
        ("suppliers[Voorbeeld BV].controllers[0].country", "suppliers[0].controllers[0].country"),
        ("suppliers[0].controllers[A [x] B.V.].country", "suppliers[0].controllers[0].country"),
        ("suppliers[0].controllers", "suppliers[0].controllers"),
        ("suppliers", "suppliers"),
        ("suppliers[0].control_change.closed_on", "suppliers[0].control_change.closed_on"),
    ],
)
def test_a_member_of_a_list_is_named_by_its_place_or_its_name(path: str, place: str) -> None:
    read = bestek.read({"suppliers": SUPPLIERS, "evidence": {path: {"source": "KvK"}}})
    assert list(read.evidence) == [place]


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("buyer.knd", "kind"),
        ("bueyr.kind", "buyer"),
        ("buyer", None),
        ("suppliers[1].country", None),
        ("suppliers[Voorbeeld].country", None),
        ("suppliers.country", None),
        ("suppliers[0].controllers[1].country", None),
        ("", None),
        (".buyer.kind", None),
        ("buyer..kind", None),
        ("buyer.kind.", None),
        ("buyer kind", None),
        ("suppliers[-1].country", None),
    ],
)
def test_a_path_that_leads_nowhere_is_an_error(path: str, nearest: str | None) -> None:
    found = problem({path: {"source": "KvK"}})
    assert (found.code, found.nearest) == ("no_such_member", nearest)


@pytest.mark.parametrize(
    ("piece", "code", "path"),
    [
        ({}, "missing_key", ""),
        ({"source": ""}, "wrong_type", ".source"),
        ({"source": "  "}, "wrong_type", ".source"),
        ({"source": 5}, "wrong_type", ".source"),
        ({"source": "x", "on": "gisteren"}, "no_date", ".on"),
        ({"source": "x", "url": "y"}, "unknown_key", ".url"),
        ("KvK", "wrong_type", ""),
    ],
)
def test_a_faulty_piece_of_evidence(piece: Any, code: str, path: str) -> None:
    found = problem({"buyer.kind": piece})
    assert (found.code, found.path) == (code, f'evidence."buyer.kind"{path}')


def test_evidence_is_a_table() -> None:
    assert problem(["KvK"]).path == "evidence"


def test_one_fact_has_one_source() -> None:
    """The place and the name of one supplier are one path: of two sources, one would silently be lost."""
    with pytest.raises(bestek.ProcurementError):
        bestek.read(
            {
                "suppliers": SUPPLIERS,
                "evidence": {
                    "suppliers[0].country": {"source": "KvK"},
                    "suppliers[Voorbeeld BV].country": {"source": "LEI"},
                },
            }
        )


def test_a_finding_shows_the_evidence_of_what_decided_it() -> None:
    law = act()
    law.prohibits("R", forbids=(buyer.kind == "agency") & (supplier.country == "NL"), **WORDS)
    facts = {
        "buyer": {"kind": "agency"},
        "suppliers": SUPPLIERS,
        "evidence": {"suppliers[Voorbeeld BV].country": {"source": "KvK", "pinpoint": "uittreksel"}},
    }
    (of,) = assess(law, facts).findings
    assert [(one.fact, one.evidence) for one in of.because] == []  # the role is not known, so nothing is decided
    assert of.missing == ("suppliers[0].role",)
    decided = assess(law, {**facts, "suppliers": [{**SUPPLIERS[0], "role": "winner"}]})
    assert {one.fact: one.evidence for one in finding(decided).because} == {
        "suppliers[0].role": None,
        "buyer.kind": None,
        "suppliers[0].country": Evidence("KvK", "uittreksel"),
    }


def test_what_is_derived_rests_on_the_evidence_of_what_it_is_derived_from() -> None:
    law = act()
    law.prohibits("R", forbids=supplier.control_countries.intersects("US"), **WORDS)
    facts = {
        "suppliers": [{"name": "A", "role": "winner", "controllers": [{"country": "US", "control": True}]}],
        "evidence": {"suppliers[A].controllers": {"source": "UBO-register"}},
    }
    because = {one.fact: one for one in finding(assess(law, facts)).because}["suppliers[0].control_countries"]
    assert (because.derived_from, because.evidence) == ("suppliers[0].controllers", Evidence("UBO-register"))


def test_evidence_is_no_part_of_the_digest() -> None:
    """The digest is of the facts: the same facts with another source are the same facts."""
    facts = {"buyer": {"kind": "agency"}}
    assert bestek.read(facts).digest == bestek.read({**facts, "evidence": {"buyer.kind": {"source": "KvK"}}}).digest


def test_a_judgement_without_evidence_is_used() -> None:
    law = act()
    law.prohibits("R", forbids=information.tbb >= "tbb4", **WORDS)
    (because,) = finding(assess(law, file_of({"information.tbb": "tbb1"}))).because
    assert (because.fact, because.value, because.evidence) == ("information.tbb", "tbb1", None)
