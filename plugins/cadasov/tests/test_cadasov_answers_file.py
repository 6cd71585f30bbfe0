"""A supplier's answers in a file of their own: 48 criteria, in three forms, and every way in which they can be wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import bestek
from bestek_cadasov.criteria import CRITERIA

ON = date(2026, 10, 1)
POLICY = bestek.load_policy(regulations=["cadasov"])
BEST = {criterion.id: criterion.answers for criterion in CRITERIA}
FILE = """
[procedure]
launched_on = 2026-06-15
stage = "selection"

[cadasov.csf]
adopted = true
method = "guidance_2026"
profile = "{profile}"

[[suppliers]]
name = "A"
role = "tenderer"
cadasov.answers = "{answers}"
"""
ROWS = [
    {"criterion": name, "rung": rung, "source": "offerte A", "pinpoint": f"p. {rung}"} for name, rung in BEST.items()
]
TOML = "\n".join("[[row]]\n" + "\n".join(f"{key} = {json.dumps(value)}" for key, value in row.items()) for row in ROWS)
CSV = "criterion,rung,source,pinpoint\n" + "\n".join(",".join(map(str, row.values())) for row in ROWS)
FORMS = {"answers.toml": TOML, "answers.json": json.dumps(ROWS), "answers.csv": CSV}


def procurement(folder: Path, answers: str, profile: str = "guidance_2026") -> Path:
    path = folder / "procurement.toml"
    path.write_text(FILE.format(profile=profile, answers=answers), encoding="utf-8")
    return path


def faults(folder: Path, name: str, content: str | None = None) -> list[tuple[str, str | None, int | None]]:
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(procurement(folder, name))
    return [(one.code, Path(one.file).name if one.file else None, one.line) for one in caught.value.problems]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("profile", "score"), [("guidance_2026", 100.0756), ("v1_2_1", 100.0804)])
def test_48_answers_are_scored_under_both_weight_sets(tmp_path: Path, form: str, profile: str, score: float) -> None:
    (tmp_path / form).write_text(FORMS[form], encoding="utf-8")
    assessment = POLICY.assess(bestek.read(procurement(tmp_path, form, profile)), ON)
    (found,) = assessment.scores
    assert (found.value, found.gaps) == (pytest.approx(score, abs=0.0001), ())
    assert next(one.level for one in assessment.classes if one.class_ == "cadasov.seal") == "seal4"


def test_each_answer_keeps_its_evidence(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text(CSV, encoding="utf-8")
    read = bestek.read(procurement(tmp_path, "answers.csv"))
    piece = read.evidence["suppliers[0].cadasov.answers.c2_1"]
    assert (piece.source, piece.pinpoint) == ("offerte A", "p. 3")
    assert len(read.evidence) == 48


def test_every_fault_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    rows = [
        "criterion,rung,source,by",
        "1.1,5,offerte,",
        "9.9,1,,",
        "1.2,3,,ik",
        "1.3,veel,,",
        "1.4,2,,",
        "1.4,3,,",
        ",1,,",
    ]
    assert faults(tmp_path, "a.csv", "\n".join(rows)) == [
        ("out_of_range", "a.csv", 2),
        ("unknown_choice", "a.csv", 3),
        ("missing_key", "a.csv", 4),
        ("wrong_type", "a.csv", 5),
        ("duplicate_key", "a.csv", 7),
        ("missing_key", "a.csv", 8),
    ]


@pytest.mark.parametrize(
    "name", ["../a.csv", "/etc/hosts.csv", "a.txt", "sub/a.csv", "a", "folder.csv", "link.csv", "..\\\\a.csv"]
)
def test_only_a_plain_file_in_the_same_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "real.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    assert faults(tmp_path, name) == [("not_beside", "procurement.toml", 14)]


def test_a_file_that_is_not_there_or_too_long(tmp_path: Path) -> None:
    assert faults(tmp_path, "none.csv") == [("unreadable", "none.csv", None)]
    assert faults(tmp_path, "long.csv", "x" * 1_000_001) == [("unreadable", "long.csv", None)]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.toml", "[row]\n", "wrong_type"),
        ("a.toml", "[[row]\n", "syntax"),
        ("a.json", '[{"criterion": "1.1", "criterion": "1.2"}]', "duplicate_key"),
        ("a.json", '{"rows": []}', "wrong_type"),
        ("a.csv", 'criterion,rung\n1.1,"2', "syntax"),
        ("a.csv", "criterion,rung\n1.1,2,3\n", "syntax"),
        ("a.csv", "criterion,criterion\n", "duplicate_key"),
        ("a.csv", " ", "empty"),
        ("a.json", '[{"criterion": "1.1", "rung": "3"}]', "wrong_type"),
        ("a.json", '[{"criterion": "1.1", "rung": 3, "score": 4}]', "unknown_key"),
    ],
)
def test_a_faulty_file(tmp_path: Path, name: str, content: str, code: str) -> None:
    assert [found for found, _, _ in faults(tmp_path, name, content)] == [code]


def test_without_a_folder_a_name_is_no_table() -> None:
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(FILE.format(profile="custom", answers="answers.csv").encode())
    assert [(one.code, one.path) for one in caught.value.problems] == [("wrong_type", "suppliers[0].cadasov.answers")]


def test_the_schema_takes_a_table_or_a_name() -> None:
    from bestek.schema import file_schema

    supplier = file_schema([loaded.regulation for loaded in POLICY.loaded])["properties"]["suppliers"]["items"]
    table, name = supplier["properties"]["cadasov"]["properties"]["answers"]["anyOf"]
    assert len(table["properties"]) == 48
    assert name["type"] == "string"
