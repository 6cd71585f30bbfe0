"""Classes: a level on a scale, or a value of a decision table (DESIGN 3.4)."""

from __future__ import annotations

from typing import Any

import pytest
from kit import WORDS, Loaded, act, assess, class_result, finding, law, policy_of, status, text

from bestek import Chapter, PluginError, first_match, foreign_kinds, foreign_level, kinds, level, lookup
from bestek.vocabulary import buyer, documents, information, procedure, supplier

SCALE = {name: (name, name) for name in ("low", "middle", "high", "top")}
ONE, TWO = buyer.vital_provider, buyer.critical_entity


def facts(one: bool | None, two: bool | None, **more: Any) -> dict[str, Any]:
    """Write a file in which the two conditions are so."""
    known = {"buyer.vital_provider": one, "buyer.critical_entity": two, **more}
    return {path: value for path, value in known.items() if value is not None}


def standing(chapter: Chapter | Loaded, known: Any, name: str = "toy.level") -> tuple[str | None, str | None]:
    """Give the certain level and the strictest still possible."""
    found = class_result(assess(chapter, known), name)
    return found.level, found.at_most


# On a scale -----------------------------------------------------------------------------------------------


def two_levels(**more: Any) -> Chapter:
    """Make a law in which one condition gives "middle" and the other "high"."""
    of = level("toy.level", SCALE, nl="x", en="x", **more)
    chapter = act()
    chapter.classifies("C1", of=of, when=ONE, gives="middle", **WORDS)
    chapter.classifies("C2", of=of, when=TWO, gives="high", **WORDS)
    return chapter


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (True, True, ("high", "high")),
        (True, False, ("middle", "middle")),
        (False, True, ("high", "high")),
        (False, False, (None, None)),
        (True, None, ("middle", "high")),
        (None, True, ("high", "high")),
        (None, False, (None, "middle")),
        (False, None, (None, "high")),
        (None, None, (None, "high")),
    ],
)
def test_the_strictest_certain_level_counts(one: Any, two: Any, expected: Any) -> None:
    assert standing(two_levels(), facts(one, two)) == expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (True, True, ("middle", "middle")),
        (True, False, ("middle", "middle")),
        (False, True, ("high", "high")),
        (False, False, (None, None)),
        (None, True, ("high", "middle")),
        (True, None, ("middle", "middle")),
    ],
)
def test_a_scale_may_be_turned_around(one: Any, two: Any, expected: Any) -> None:
    """The weakest objective counts: what is still possible is lower, not higher."""
    assert standing(two_levels(counts="lowest"), facts(one, two)) == expected


DECIDED = level("toy.level", information.tbb, decided_by=information.tbb, nl="x", en="x")


@pytest.mark.parametrize(
    ("decided", "bound", "expected"),
    [
        ("tbb4", True, ("tbb3", "tbb3")),
        ("tbb4", False, ("tbb4", "tbb4")),
        ("tbb4", None, ("tbb4", "tbb3")),
        ("tbb2", True, ("tbb2", "tbb2")),
        ("tbb2", None, ("tbb2", "tbb2")),
        (None, True, ("tbb3", "tbb1")),
        (None, False, (None, "tbb1")),
        ("none", False, ("none", "none")),
    ],
)
def test_a_bound_counts_beside_what_a_person_decided(decided: Any, bound: Any, expected: Any) -> None:
    """Strictest first; and what the bound lacks keeps the class open."""
    chapter = act()
    chapter.bound("B", of=DECIDED, when=ONE, table="tbb3", **WORDS)
    assert standing(chapter, facts(bound, None, **{"information.tbb": decided})) == expected


@pytest.mark.parametrize(
    ("decided", "object_", "expected"),
    [
        ("tbb4", "works", ("tbb4", "tbb4", "tbb2")),
        ("tbb4", "supplies", ("tbb4", "tbb4", None)),
        ("tbb4", None, ("tbb4", "tbb4", None)),
        (None, "works", (None, "tbb1", "tbb2")),
    ],
)
def test_a_proposal_never_counts(decided: Any, object_: Any, expected: Any) -> None:
    chapter = act()
    table = lookup({"works": "tbb2"}, procedure.object, of=information.tbb)
    chapter.proposes("P", of=DECIDED, table=table, **WORDS)
    found = class_result(
        assess(chapter, facts(None, None, **{"information.tbb": decided, "procedure.object": object_})), "toy.level"
    )
    assert (found.level, found.at_most, found.proposed) == expected


def test_the_strictest_proposal_is_given() -> None:
    chapter = act()
    chapter.proposes("P1", of=DECIDED, when=ONE, table="tbb4", **WORDS)
    chapter.proposes("P2", of=DECIDED, when=TWO, table="tbb3", **WORDS)
    assert class_result(assess(chapter, facts(True, True)), "toy.level").proposed == "tbb3"
    assert class_result(assess(chapter, facts(True, False)), "toy.level").proposed == "tbb4"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (True, False, "not_applicable"),
        (False, True, "noted"),
        (None, True, "noted"),
        (True, None, "open"),
        (False, False, "not_applicable"),
    ],
)
def test_a_rule_reads_a_class_as_it_stands(one: Any, two: Any, expected: str) -> None:
    of = level("toy.level", SCALE, nl="x", en="x")
    chapter = act()
    chapter.classifies("C1", of=of, when=ONE, gives="middle", **WORDS)
    chapter.classifies("C2", of=of, when=TWO, gives="high", **WORDS)
    chapter.advises("R", when=of >= "high", **WORDS)
    assert status(chapter, facts(one, two)) == expected


def test_what_is_missing_for_a_class() -> None:
    found = class_result(assess(two_levels(), facts(None, False)), "toy.level")
    assert found.missing == ("buyer.vital_provider",)


def test_a_rule_outside_its_scope_gives_no_level() -> None:
    of = level("toy.level", SCALE, nl="x", en="x")
    chapter = act(applies=TWO)
    chapter.classifies("C", of=of, when=ONE, gives="top", **WORDS)
    assert standing(chapter, facts(True, True)) == ("top", "top")
    assert standing(chapter, facts(True, False)) == (None, None)
    assert standing(chapter, facts(True, None)) == (None, "top")


def test_a_class_is_explained_by_its_facts() -> None:
    of = level("toy.level", SCALE, nl="x", en="x")
    chapter = act()
    chapter.classifies("C", of=of, when=ONE, gives="top", **WORDS)
    chapter.obliges("R", when=of >= "high", demands=documents.dpia.exists, **WORDS)
    found = finding(
        assess(chapter, {"buyer.vital_provider": True, "documents.dpia": False, "contract.framework": True})
    )
    assert {(one.fact, one.value) for one in found.because} == {
        ("buyer.vital_provider", True),
        ("documents.dpia", False),
    }


def test_a_class_may_be_of_each_supplier() -> None:
    of = level("toy.level", SCALE, nl="x", en="x", per_supplier=True)
    chapter = act()
    chapter.classifies("C", of=of, when=supplier.country != "NL", gives="top", **WORDS)
    assessment = assess(
        chapter,
        {
            "suppliers": [
                {"name": "A", "role": "winner", "country": "US"},
                {"name": "B", "role": "winner", "country": "NL"},
            ]
        },
    )
    assert class_result(assessment, "toy.level", "supplier:A").level == "top"
    assert class_result(assessment, "toy.level", "supplier:B").level is None


# Decision tables ------------------------------------------------------------------------------------------

TABLE = kinds("toy.table", procedure.object, nl="x", en="x")


@pytest.mark.parametrize(
    ("one", "two", "value", "possible"),
    [
        (True, True, "works", ()),
        (True, None, "works", ()),
        (False, True, "services", ()),
        (None, True, None, ("works", "services")),
        (None, False, "works", ()),  # the only value that is left
        (False, False, None, ()),
        (None, None, None, ("works", "services")),
    ],
)
def test_a_table_is_read_top_down(one: Any, two: Any, value: Any, possible: Any) -> None:
    """Row n holds where the rows above it certainly fail."""
    chapter = act()
    chapter.classifies("T", of=TABLE, table=first_match([(ONE, "works"), (TWO, "services")]), **WORDS)
    found = class_result(assess(chapter, facts(one, two)), "toy.table")
    assert (found.value, found.possible) == (value, possible)


def test_the_last_row_may_be_for_all_others() -> None:
    chapter = act()
    table = first_match([(ONE, "works"), (TWO | ~TWO, "services")])
    chapter.classifies("T", of=TABLE, table=table, **WORDS)
    assert class_result(assess(chapter, facts(False, True)), "toy.table").value == "services"


@pytest.mark.parametrize(
    ("declared", "row", "value", "proposed"),
    [("supplies", True, "supplies", "works"), (None, True, None, "works"), ("supplies", None, "supplies", "works")],
)
def test_what_a_person_decides_goes_before_the_table(declared: Any, row: Any, value: Any, proposed: Any) -> None:
    of = kinds("toy.table", procedure.object, decided_by=procedure.object, nl="x", en="x")
    chapter = act()
    chapter.classifies("T", of=of, table=first_match([(ONE, "works")]), **WORDS)
    found = class_result(assess(chapter, facts(row, None, **{"procedure.object": declared})), "toy.table")
    assert (found.value, found.proposed) == (value, proposed)


@pytest.mark.parametrize(
    ("one", "two", "first", "second"),
    [
        (True, True, "assigned", "not_applicable"),
        (False, True, "not_applicable", "assigned"),
        (None, True, "open", "open"),
        (True, None, "assigned", "not_applicable"),
    ],
)
def test_only_the_row_that_counts_is_assigned(one: Any, two: Any, first: str, second: str) -> None:
    chapter = act()
    chapter.classifies("T1", of=TABLE, when=ONE, gives="works", **WORDS)
    chapter.classifies("T2", of=TABLE, when=TWO, gives="services", **WORDS)
    assert (status(chapter, facts(one, two), "T1"), status(chapter, facts(one, two), "T2")) == (first, second)


# Of another regulation --------------------------------------------------------------------------------------


def reader(**more: Any) -> Loaded:
    """Make a law that reads the classes of another."""
    chapter = Chapter(text("aside-act", "aside"))
    chapter.applies("APP", when=True, **WORDS)
    chapter.advises("R", when=foreign_level("toy.level", SCALE) >= "high", **WORDS)
    chapter.advises("S", when=foreign_kinds("toy.table", procedure.object) == "works", **WORDS)
    return law(chapter, **{"id": "aside", "reads_classes": ("toy.level", "toy.table"), **more})


def test_a_class_of_another_regulation_is_read_by_name() -> None:
    chapter = two_levels()
    chapter.classifies("T", of=TABLE, gives="works", **WORDS)
    policy = policy_of(law(chapter), reader())
    assert [status(policy, facts(None, two), "aside/R") for two in (True, False, None)] == [
        "noted",
        "not_applicable",
        "open",
    ]
    assert status(policy, {}, "aside/S") == "noted"


def test_a_class_of_a_regulation_that_is_not_there_is_unknown() -> None:
    assessment = assess(reader())
    assert [finding(assessment, rule).status for rule in ("aside/R", "aside/S")] == ["open", "open"]
    assert finding(assessment, "aside/R").missing == ("classes.toy.level",)


def test_a_plugin_lists_the_foreign_classes_that_it_reads() -> None:
    with pytest.raises(PluginError, match=r"R .*class toy.level is not among the classes"):
        reader(reads_classes=("toy.levl", "toy.table"))


def test_a_class_of_another_is_read_as_such() -> None:
    chapter = act(text("aside-act", "aside"))
    chapter.advises("R", when=level("toy.level", SCALE, nl="x", en="x") >= "high", **WORDS)
    with pytest.raises(PluginError, match="read it with foreign_level"):
        law(chapter, id="aside")
