"""Facts that stand in a file beside the procurement file: found wherever a group allows it, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bestek import Group
from bestek._beside import take_in
from bestek._kinds import Misfit
from bestek.facts import Beside, integer, one


class Marks(Group, at="suppliers[].toy.marks", nl="Cijfers", en="Marks"):
    """What stands in a file of its own."""

    first = integer("", maximum=5, nl="eerste", en="first")


class Other(Group, at="suppliers[].toy.other", nl="Ander", en="Other"):
    """What does not."""

    first = integer("days", nl="eerste", en="first")


class Toy(Group, at="suppliers[].toy", nl="Speelgoed", en="Toy"):
    """A table of a plugin."""

    marks = one(Marks, beside=Beside("question", "mark", {"1": "first"}))
    other = one(Other)


def taken(folder: Path, **toy: Any) -> tuple[Any, list[str]]:
    data = {"suppliers": [{"name": "A", "toy": toy}], "evidence": {"suppliers[0].name": {"source": "s"}}}
    made, problems = take_in(data, str(folder / "p.toml"), lambda name, group: Toy if name == "toy" else None)
    return made, [problem.code for problem in problems]


def test_a_name_gives_way_to_what_the_file_holds(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("question,mark,source\n1,4,letter\n")
    made, problems = taken(tmp_path, marks="m.csv")
    assert problems == []
    assert made["suppliers"][0]["toy"] == {"marks": {"first": 4}}
    assert made["evidence"]["suppliers[0].toy.marks.first"] == {"source": "letter"}
    assert made["evidence"]["suppliers[0].name"] == {"source": "s"}


def test_a_table_stays_a_table_and_another_group_takes_no_name(tmp_path: Path) -> None:
    assert taken(tmp_path, marks={"first": 3}, other="m.csv")[0]["suppliers"][0]["toy"]["other"] == "m.csv"


def test_a_value_out_of_range_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m.json").write_text('[{"question": "1", "mark": 6}]')
    assert taken(tmp_path, marks="m.json")[1] == ["out_of_range"]


def test_a_number_without_a_unit_names_none() -> None:
    with pytest.raises(Misfit) as caught:
        Marks.facts["first"].kind.parse(6)
    assert caught.value.allowed == ("0, 1, 2, … 5",)


@pytest.mark.parametrize("name", ["../m.csv", "/m.csv", "m.txt", "a/m.csv", "C:m.csv", "", ".csv/"])
def test_no_other_file_is_read(tmp_path: Path, name: str) -> None:
    assert taken(tmp_path, marks=name)[1] == ["not_beside"]


def test_a_missing_file_is_one_fault(tmp_path: Path) -> None:
    assert taken(tmp_path, marks="m.toml")[1] == ["unreadable"]


def test_a_bounded_number_of_files_is_read(tmp_path: Path) -> None:
    data = {"suppliers": [{"toy": {"marks": "m.csv"}}] * 101}
    made, problems = take_in(data, str(tmp_path / "p.toml"), lambda name, group: Toy if name == "toy" else None)
    assert made is data
    assert [(problem.code, problem.path) for problem in problems] == [("too_many_files", "suppliers[100].toy.marks")]
