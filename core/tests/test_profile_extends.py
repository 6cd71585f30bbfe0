"""A profile may extend others, and only tighten them; a refusal names both files and both values."""

from __future__ import annotations

from pathlib import Path

import pytest
from profiles import CHILD, TOY_CHOSEN, WAIVER, faults, load, write, write_toy

from bestek import PolicyError


@pytest.fixture(autouse=True)
def toy(plugins: Path, install: object) -> None:
    write_toy(plugins)


def chosen(**settings: str) -> str:
    said = ", ".join(f'{key} = "{value}"' for key, value in settings.items())
    return f"[regulations]\ntoy = {{ {said} }}\n"


def review(months: int) -> str:
    return f"[parameters.toy]\nreview_months = {months}\n"


def countries(name: str, *codes: str) -> str:
    return f"[parameters.toy]\n{name} = {list(codes)}\n"


# What a child may say: parent, child, and the path that is refused, or None.
TIGHTENING = [
    (chosen(mode="advisory"), chosen(mode="binding"), None),
    (chosen(mode="outlook"), chosen(mode="advisory"), None),
    (chosen(mode="advisory"), chosen(mode="outlook"), "regulations.toy.mode"),
    (chosen(mode="binding"), chosen(mode="advisory"), "regulations.toy.mode"),
    (chosen(), chosen(mode="advisory"), "regulations.toy.mode"),  # who does not say how it counts lets it bind
    (chosen(mode="advisory"), chosen(version=">=1"), None),
    (chosen(version=">=1,<2"), chosen(version=">=1.2"), None),
    (chosen(version=">=1,<2"), chosen(version=">=1"), None),
    (chosen(version=">=1.1"), chosen(version=">=1"), "regulations.toy.version"),
    (chosen(version=">=1"), chosen(version="<2"), "regulations.toy.version"),
    (chosen(version=">=1"), chosen(version=">1"), None),
    (chosen(version=">1"), chosen(version=">=1"), "regulations.toy.version"),
    (chosen(version=">=1.2"), chosen(version="==1.*"), "regulations.toy.version"),
    (chosen(version=">=1.2"), chosen(version="~=1.2"), None),
    (chosen(distribution="bestek-toy"), chosen(distribution="bestek-toy"), None),
    (chosen() + review(9), chosen() + review(9), None),
    (chosen() + review(9), chosen() + review(6), None),
    (chosen() + review(6), chosen() + review(9), "parameters.toy.review_months"),
    (chosen() + countries("homes", "NL", "BE"), countries("homes", "NL"), None),
    (chosen() + countries("homes", "NL"), countries("homes", "NL", "BE"), "parameters.toy.homes"),
    (chosen() + countries("watched", "RU"), countries("watched", "CN", "RU"), None),
    (chosen() + countries("watched", "RU"), countries("watched", "CN"), "parameters.toy.watched"),
    (chosen() + countries("watched", "RU"), countries("watched"), "parameters.toy.watched"),
    (chosen() + WAIVER, WAIVER.replace("2027-03-01", "2027-01-01"), None),
    (chosen() + WAIVER, WAIVER.replace("2027-03-01", "2027-04-01"), "waivers[0].expires"),
    (chosen() + WAIVER.replace('"all"', '"A-1"'), WAIVER, "waivers[0].scope"),
    (chosen() + WAIVER, WAIVER.replace('"all"', '"A-1"'), None),
    (chosen(), WAIVER, None),
]


@pytest.mark.parametrize(("parent", "child", "refused"), TIGHTENING)
def test_a_child_may_only_tighten(tmp_path: Path, parent: str, child: str, refused: str | None) -> None:
    path = write(tmp_path, parent=parent, bestek=CHILD + child)
    found = [(code, where) for code, where, _ in faults(path)]
    assert found == ([("looser_than_parent", refused)] if refused else [])


@pytest.mark.parametrize(("parent", "child"), [("kind = 'agency'", "kind = 'zbo'"), ("name = 'A'", "name = 'B'")])
def test_a_child_may_not_contradict_what_its_parent_says_of_the_organisation(
    tmp_path: Path, parent: str, child: str
) -> None:
    said = "[organisation]\n{}\n"
    path = write(tmp_path, parent=TOY_CHOSEN + said.format(parent), bestek=CHILD + said.format(child))
    assert [code for code, _, _ in faults(path)] == ["contradicts_parent"]
    again = write(tmp_path, parent=TOY_CHOSEN + said.format(parent), bestek=CHILD + said.format(parent))
    assert faults(again) == []


def test_a_date_and_its_text_are_one_fact(tmp_path: Path) -> None:
    parent = TOY_CHOSEN + "[facts.toy]\nstart_date = 2026-07-01\n"
    path = write(tmp_path, parent=parent, bestek=CHILD + "[facts.toy]\nstart_date = '2026-07-01'\n")
    assert faults(path) == []


def test_a_refusal_names_both_files_and_both_values(tmp_path: Path) -> None:
    path = write(tmp_path, parent=chosen() + review(6), bestek=CHILD + review(9))
    with pytest.raises(PolicyError) as caught:
        load(path)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line, problem.found) == (str(path), 4, "9")
    assert problem.allowed == (f"6 ({tmp_path / 'parent.toml'}:4)",)


def test_all_refusals_come_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        parent=chosen(mode="binding", version=">=1.1") + review(6) + WAIVER,
        bestek=CHILD
        + chosen(mode="outlook", version=">=1")
        + review(9)
        + WAIVER.replace("2027-03-01", "2028-01-01")
        + "[facts.toy]\nadoptd = true\n",
    )
    assert faults(path) == [
        ("looser_than_parent", "regulations.toy.mode", 4),
        ("looser_than_parent", "regulations.toy.version", 4),
        ("looser_than_parent", "parameters.toy.review_months", 6),
        ("looser_than_parent", "waivers[0].expires", 14),
        ("unknown_key", "facts.toy.adoptd", 16),
    ]


def test_a_child_follows_every_regulation_of_its_parents(tmp_path: Path, plugins: Path, install: object) -> None:
    write_toy(plugins, "game")
    path = write(
        tmp_path,
        one=TOY_CHOSEN,
        two="[regulations]\ngame = { mode = 'advisory' }\n",
        bestek="[profile]\nextends = ['one.toml', 'two.toml']\n",
    )
    assert load(path).modes == {"game": "advisory", "toy": "binding"}


@pytest.mark.parametrize(
    ("own", "mode"), [("", "advisory"), (chosen(), "advisory"), (chosen(mode="binding"), "binding")]
)
def test_who_names_a_regulation_and_says_no_more_inherits_how_it_counts(tmp_path: Path, own: str, mode: str) -> None:
    path = write(tmp_path, parent=chosen(mode="advisory"), bestek=CHILD + own)
    assert load(path).modes == {"toy": mode}


def test_a_parent_that_does_not_say_how_it_counts_lets_it_bind(tmp_path: Path) -> None:
    files = {"one": chosen(), "two": chosen(mode="advisory")}
    path = write(tmp_path, **files, bestek="[profile]\nextends = ['one.toml', 'two.toml']\n")
    assert load(path).modes == {"toy": "binding"}


def test_of_parents_beside_each_other_the_strictest_counts(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        one=chosen(mode="advisory", version=">=1") + review(6) + WAIVER,
        two=chosen(mode="binding", version=">=1.1") + review(9) + WAIVER.replace("2027-03-01", "2026-12-31"),
        bestek="[profile]\nextends = ['one.toml', 'two.toml']\n",
    )
    policy = load(path)
    assert policy.modes == {"toy": "binding"}
    assert policy.parameters == {"toy.review_months": 6}
    assert [waiver.expires.isoformat() for waiver in policy.waivers] == ["2026-12-31"]


def test_a_file_that_two_parents_extend_is_read_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        top=TOY_CHOSEN,
        one="[profile]\nextends = ['top.toml']\nname = 'one'\n",
        two="[profile]\nextends = ['top.toml']\n",
        bestek="[profile]\nextends = ['one.toml', 'two.toml']\n",
    )
    profile = load(path).profile
    assert profile is not None
    assert [Path(file.file).name for file in profile.files] == ["top.toml", "one.toml", "two.toml", "bestek.toml"]
    assert profile.name == "one"
    assert profile.above[str(path)] == {str(tmp_path / f"{name}.toml") for name in ("top", "one", "two")}


def test_looser_than_a_grandparent_is_looser(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        parent="[profile]\nextends = ['top.toml']\n",
        top=chosen() + review(6),
        bestek=CHILD + review(7),
    )
    assert [code for code, _, _ in faults(path)] == ["looser_than_parent"]


# Where parents may stand ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["bestek.toml", "./bestek.toml", "other.toml"])
def test_a_circle_is_refused(tmp_path: Path, name: str) -> None:
    files = {"other": "[profile]\nextends = ['bestek.toml']\n", "bestek": f"[profile]\nextends = ['{name}']\n"}
    assert [code for code, _, _ in faults(write(tmp_path, **files))] == ["extends_itself"]


def test_a_circle_is_shown(tmp_path: Path) -> None:
    path = write(tmp_path, other="[profile]\nextends = ['bestek.toml']\n", bestek="[profile]\nextends=['other.toml']\n")
    with pytest.raises(PolicyError) as caught:
        load(path)
    names = [Path(one).name for one in caught.value.problems[0].found.split(" → ")]
    assert names == ["bestek.toml", "other.toml", "bestek.toml"]


def test_a_parent_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load(write(tmp_path, bestek=CHILD + TOY_CHOSEN))
    (problem,) = caught.value.problems
    assert (problem.code, problem.file) == ("unreadable", str(tmp_path / "parent.toml"))


def test_faults_of_a_parent_and_of_the_child_come_together(tmp_path: Path) -> None:
    files = {"parent": "[x]\n", "other": "[y]\n", "bestek": "[profile]\nextends = ['parent.toml', 'other.toml']\n"}
    assert [path for _, path, _ in faults(write(tmp_path, **files))] == ["x", "y"]


@pytest.mark.parametrize("way", ["dots", "link", "link to folder", "absolute"])
def test_a_parent_outside_the_folder_is_refused_unless_it_is_named(tmp_path: Path, way: str) -> None:
    folder, elsewhere = tmp_path / "mine", tmp_path / "elsewhere"
    folder.mkdir()
    elsewhere.mkdir()
    outside = write(elsewhere, parent=TOY_CHOSEN)
    match way:
        case "link":
            (folder / "parent.toml").symlink_to(outside)
        case "link to folder":
            (folder / "sub").symlink_to(elsewhere)
    name = {"dots": "../elsewhere/parent.toml", "link": "parent.toml", "link to folder": "sub/parent.toml"}
    path = write(folder, bestek=f"[profile]\nextends = ['{name.get(way, outside)}']\n")
    assert [(code, where) for code, where, _ in faults(path)] == [("extends_outside", "profile.extends[0]")]
    assert faults(path, parents=[outside]) == []
    assert faults(path, parents=[folder / "parent.toml"]) == ([] if way == "link" else faults(path))


def test_a_parent_in_a_folder_below_may_stand_there(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", parent=TOY_CHOSEN)
    assert faults(write(tmp_path, bestek="[profile]\nextends = ['sub/parent.toml']\n")) == []


def test_a_chain_without_end_is_refused(tmp_path: Path) -> None:
    files = {f"p{number}": f"[profile]\nextends = ['p{number + 1}.toml']\n" for number in range(1, 30)}
    path = write(tmp_path, **files, bestek="[profile]\nextends = ['p1.toml']\n")
    assert [code for code, _, _ in faults(path)] == ["too_deep"]
