"""Every fault of a file is reported at once, each with its path, its line, and what would have been right."""

from __future__ import annotations

from typing import Any

import pytest
from kit import file_of

import bestek

FAULTY_TOML = """\
titel = "Nieuw"

[buyer]
kind = "agentschap"

[procedure]
stage = "gunning"
launched_on = 2026-02-28T10:00:00
value = -5

[service]
storage_countries = [
  "NL",
  "XX",
]

[[suppliers]]
name = "A"
country = "nl"
role = true

[[suppliers]]
name = "A"

[[suppliers.controllers]]
control = "yes"

[decisions."toy/R"]
outcome = "ok"
by = "CIO"
on = 2026-01-01

[evidence."buyer.kind"]
source = 5

[evidence."buyer.knd"]
source = "KvK"
"""


def problems(source: Any, **more: Any) -> tuple[bestek.Problem, ...]:
    """Read a faulty file and give its faults."""
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(source, **more)
    return caught.value.problems


def test_every_fault_of_a_file_is_there() -> None:
    found = {(problem.line, problem.path, problem.code) for problem in problems(FAULTY_TOML.encode())}
    assert found == {
        (1, "titel", "unknown_key"),
        (4, "buyer.kind", "unknown_choice"),
        (7, "procedure.stage", "unknown_choice"),
        (8, "procedure.launched_on", "wrong_type"),
        (9, "procedure.value", "out_of_range"),
        (12, "service.storage_countries[1]", "unknown_country"),
        (19, "suppliers[0].country", "unknown_country"),
        (20, "suppliers[0].role", "wrong_type"),
        (23, "suppliers[1].name", "same_name"),
        (26, "suppliers[1].controllers[0].control", "wrong_type"),
        (28, 'decisions."toy/R"', "missing_key"),
        (29, 'decisions."toy/R".outcome', "unknown_choice"),
        (34, 'evidence."buyer.kind".source', "wrong_type"),
        (36, 'evidence."buyer.knd"', "no_such_member"),
    }


def test_faults_come_in_the_order_of_the_file() -> None:
    lines = [problem.line or 0 for problem in problems(FAULTY_TOML.encode())]
    assert lines == sorted(lines)


def test_a_fault_names_the_file(tmp_path: Any) -> None:
    file = tmp_path / "dossier.toml"
    file.write_text(FAULTY_TOML)
    assert {problem.file for problem in problems(file)} == {str(file)}
    assert problems(file)[0].message().startswith(f"{file}:1: titel: ")


def test_plain_data_has_no_lines() -> None:
    assert [(problem.path, problem.line, problem.file) for problem in problems({"titel": "x"})] == [
        ("titel", None, None)
    ]


@pytest.mark.parametrize(
    ("data", "path", "nearest"),
    [
        ({"titel": "x"}, "titel", "title"),
        ({"Title": "x"}, "Title", "title"),
        ({"buyer": {"knd": "agency"}}, "buyer.knd", "kind"),
        ({"suppliers": [{"subcontractor": []}]}, "suppliers[0].subcontractor", "subcontractors"),
        ({"suppliers": [{"controllers": [{"votes_": 5}]}]}, "suppliers[0].controllers[0].votes_", "votes"),
        ({"procedures": {}}, "procedures", "procedure"),
        ({"zzz": 1}, "zzz", None),
    ],
)
def test_a_misspelled_key_is_an_error_with_the_nearest_spelling(data: Any, path: str, nearest: str | None) -> None:
    (problem,) = problems(data)
    assert (problem.code, problem.path, problem.nearest) == ("unknown_key", path, nearest)


def test_a_key_that_is_like_nothing_shows_what_there_is() -> None:
    (problem,) = problems({"buyer": {"zzz": 1}})
    assert {"name", "id", "kind", "contracting_authority"} <= set(problem.allowed)


def test_a_table_of_a_regulation_that_is_not_there() -> None:
    (problem,) = problems({"nobody": {"x": 1}})
    assert (problem.code, problem.path, problem.found) == ("unknown_table", "nobody", '"nobody"')


@pytest.mark.parametrize("place", ["buyer", "procedure"])
def test_only_the_file_a_supplier_and_a_subcontractor_have_tables_of_regulations(place: str) -> None:
    (problem,) = problems({place: {"nobody": {"x": 1}}})
    assert (problem.code, problem.path) == ("unknown_key", f"{place}.nobody")


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            "buyr.kind = 'x'\n[service]\nmodel = 'x'",
            [1, 3],
        ),
        ("buyer.kind = 'x'", [1]),
        ("buyer = { name = 'n', kind = 'x' }", [1]),
        ("title = '''\n[buyer]\nkind = 'no'\n'''\n[buyer]\nkind = 'x'", [6]),
        ('title = """\n[[suppliers]]\n# = "\n"""\nx = 1', [5]),
        ("# [buyer]\n# kind = 'x'\n\n  [ buyer ]  # comment\n  kind = 'x'  # = 5", [5]),
        ("['buyer']\n'kind' = 'x'", [2]),
        ('["buyer"]\n"kind" = "x"', [2]),
        (
            "[[suppliers]]\n[[suppliers]]\nrole = 'x'\n[[suppliers.controllers]]\n[[suppliers.controllers]]\nkind = 'x'",
            [3, 6],
        ),
        ("[[suppliers]]\nname = 'a[0] = {'\nrole = 'x'", [3]),
        ("[buyer]\r\nname = 'n'\r\nkind = 'x'\r\n", [3]),
        ('title = "a \\" [buyer]"\n[buyer]\nkind = \'x\'', [3]),
        ("service.storage_countries = [ # [\n 'XX', # ]\n]\nbuyer.kind = 'x'", [1, 4]),
        ("suppliers = [{}, {role = 'x'}]\nx = 1", [1, 2]),
    ],
)
def test_the_line_in_toml(toml: str, line: list[int]) -> None:
    assert [problem.line for problem in problems(toml.encode(), form="toml")] == line


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ('{"x": 1,\n "buyer": {\n  "kind": "x"}}', [1, 3]),
        ('{"suppliers": [\n {},\n {"role":\n "x"}]}', [3]),
        ('{"title": "{\\"x\\": [1,2]}",\n "buyer": {"kind": "x"}}', [2]),
        ('{"service": {"storage_countries": ["NL",\n "XX"]}}', [2]),
        ('{"suppliers": [\n 1,\n [],\n {}]}', [2, 3]),
        ('\n\n{"titel": 1}', [3]),
    ],
)
def test_the_line_in_json(written: str, line: list[int]) -> None:
    assert [problem.line for problem in problems(written.encode())] == line


def test_the_faults_of_a_supplier_do_not_hide_those_of_the_next() -> None:
    found = problems(
        {"suppliers": [{"role": "x"}, 5, {"country": "XX", "controllers": [{"kind": "x"}, {"kind": "y"}]}]}
    )
    assert [problem.path for problem in found] == [
        "suppliers[0].role",
        "suppliers[1]",
        "suppliers[2].controllers[0].kind",
        "suppliers[2].controllers[1].kind",
        "suppliers[2].country",
    ]


@pytest.mark.parametrize("members", ["suppliers", "controllers", "subcontractors"])
def test_names_in_a_list_are_unique(members: str) -> None:
    twice = [{"name": "A"}, {"name": "B"}, {"name": "A"}]
    data = {"suppliers": twice} if members == "suppliers" else {"suppliers": [{members: twice}]}
    (problem,) = problems(data)
    at = "suppliers" if members == "suppliers" else f"suppliers[0].{members}"
    assert (problem.code, problem.path, problem.found) == ("same_name", f"{at}[2].name", '"A"')


def test_members_without_a_name_do_not_clash() -> None:
    assert len(file_of({"suppliers": [{}, {}, {"name": "A"}]}).facts.suppliers or ()) == 3


def test_a_name_does_not_pass_for_the_place_of_another() -> None:
    """Subjects are `supplier:<name>`, and of the unnamed `supplier:[1]`: each must be one subject."""
    (problem,) = problems({"suppliers": [{"name": "[1]"}, {}]})
    assert (problem.code, problem.path, problem.found) == ("wrong_form", "suppliers[0].name", '"[1]"')


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({"contract": {"starts_on": "2026-05-02", "ends_on": "2026-05-01"}}, "contract.ends_on"),
        (
            {"suppliers": [{"control_countries": ["NL"], "controllers": [{"country": "US", "control": True}]}]},
            "suppliers[0].control_countries",
        ),
    ],
)
def test_what_contradicts_itself_is_an_error(data: Any, path: str) -> None:
    assert [problem.path for problem in problems(data)] == [path]


def test_a_contract_of_one_day_is_no_contradiction() -> None:
    assert file_of({"contract.starts_on": "2026-05-01", "contract.ends_on": "2026-05-01"}).get("contract.ends_on")


def test_contradictions_are_reported_beside_other_faults() -> None:
    data = {"contract": {"starts_on": "2026-05-02", "ends_on": "2026-05-01", "duration": "x"}}
    assert [problem.path for problem in problems(data)] == ["contract.duration", "contract.ends_on"]


def test_a_light_tbb_with_a_heavy_classification_is_no_error() -> None:
    """DESIGN 5: the stricter wins and the report says so."""
    assert file_of({"information.tbb": "tbb4", "information.classification": "top_secret"})
