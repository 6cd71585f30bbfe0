"""A profile file is read strictly: every fault at once, each with file, place, what was found and what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest
from profiles import TOY_CHOSEN, WAIVER, faults, load, write, write_toy

from bestek import PolicyError


@pytest.fixture(autouse=True)
def toy(plugins: Path, install: object) -> None:
    write_toy(plugins)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[profil]\n", [("unknown_setting", "profil", 1)]),
        ("[profile]\nnaam = 'x'\n", [("unknown_setting", "profile.naam", 2)]),
        ("[profile]\nname = 3\n", [("wrong_type", "profile.name", 2)]),
        ("[profile]\nname = ' '\n", [("wrong_type", "profile.name", 2)]),
        ("[profile]\nlanguage = 'de'\n", [("unknown_choice", "profile.language", 2)]),
        ("[profile]\nextends = 'x.toml'\n", [("wrong_type", "profile.extends", 2)]),
        ("[profile]\nextends = ['a', \"b\\u0000\"]\n", [("wrong_form", "profile.extends[1]", 2)]),
        ("[profile]\nextends = [1]\n", [("wrong_type", "profile.extends[0]", 2)]),
        ("profile = 1\n", [("wrong_type", "profile", 1)]),
        ("organisation = []\n", [("wrong_type", "organisation", 1)]),
        ("[regulations]\ntoy = '>=1'\n", [("wrong_type", "regulations.toy", 2)]),
        ("[regulations]\ntoy = { mode = 'law' }\n", [("unknown_choice", "regulations.toy.mode", 2)]),
        ("[regulations]\ntoy = { version = '1 or so' }\n", [("no_version_range", "regulations.toy.version", 2)]),
        ("[regulations.toy]\nversie = '1'\n", [("unknown_setting", "regulations.toy.versie", 2)]),
        ("[facts]\ntoy = 1\n", [("wrong_type", "facts.toy", 2)]),
        ("[parameters]\ntoy = 1\n", [("wrong_type", "parameters.toy", 2)]),
        ("waivers = {}\n", [("wrong_type", "waivers", 1)]),
        ("waivers = [1]\n", [("wrong_type", "waivers", 1)]),
        ("[[waivers]]\nrule = 'toy/R'\n", [("missing_key", "waivers[0]", 1)] * 5),
        (WAIVER + "why = 'x'\n", [("unknown_setting", "waivers[0].why", 9)]),
        (WAIVER.replace("2027-03-01", "2026-09-01"), [("waiver_ends_first", "waivers[0].expires", 8)]),
        (WAIVER.replace("2027-03-01", "'soon'"), [("no_date", "waivers[0].expires", 8)]),
        (WAIVER + WAIVER, [("waived_twice", "waivers[1]", 10)]),
        ("[profile]\nname = 1\nlanguage = 2\n[x]\n", [
            ("wrong_type", "profile.name", 2), ("unknown_choice", "profile.language", 3), ("unknown_setting", "x", 4),
        ]),
        ("", [("empty", "", None)]),
        ("[profile\n", [("syntax", "", 1)]),
        ("# nothing\n", [("no_regulations", "regulations", None)]),
    ],
)  # fmt: skip
def test_faults_of_one_file(tmp_path: Path, text: str, expected: list[tuple[str, str, int | None]]) -> None:
    assert faults(write(tmp_path, bestek=text)) == expected


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "bestek.toml"
    path.write_bytes(b"[profile]\nname = '\xff'\n")
    assert faults(path) == [("encoding", "", 2)]


def test_a_profile_that_is_not_there(tmp_path: Path) -> None:
    assert faults(tmp_path / "bestek.toml") == [("unreadable", "", None)]


def test_the_message_names_file_place_what_was_found_and_what_is_allowed(tmp_path: Path) -> None:
    path = write(tmp_path, bestek="[regulations]\ntoy = { mode = 'advisry' }\n")
    with pytest.raises(PolicyError) as caught:
        load(path)
    assert caught.value.message("en") == (
        f'{path}:2: regulations.toy.mode: "advisry" is not an allowed value; did you mean advisory?; '
        "allowed: outlook, advisory, binding"
    )


def test_a_sound_profile_says_what_was_chosen(tmp_path: Path) -> None:
    text = "[profile]\nname = 'Ministerie'\nlanguage = 'nl'\n" + TOY_CHOSEN
    policy = load(write(tmp_path, bestek=text))
    assert policy.profile is not None
    assert (policy.profile.name, policy.profile.language) == ("Ministerie", "nl")
    assert [found.regulation.id for found in policy.loaded] == ["toy"]
    assert policy.modes == {"toy": "binding"}


def test_the_digest_is_of_what_is_said_and_not_of_how(tmp_path: Path) -> None:
    plain = load(write(tmp_path, bestek=TOY_CHOSEN))
    commented = load(write(tmp_path, bestek="# why\n[regulations]\n[regulations.toy] # so\n"))
    other = load(write(tmp_path, bestek="[regulations]\ntoy = { mode = 'advisory' }\n"))
    digests = [policy.profile.digest for policy in (plain, commented, other) if policy.profile]
    assert digests[0] == digests[1] != digests[2]


@pytest.mark.parametrize("depth", [50, 900, 5000])
def test_a_profile_without_bottom_is_refused_and_breaks_nothing(tmp_path: Path, depth: int) -> None:
    text = TOY_CHOSEN + "[facts.toy]\n" + ".".join(["a"] * depth) + " = 1\n"
    found = faults(write(tmp_path, bestek=text))
    assert [code for code, _, _ in found] in (["unknown_key"], ["too_deep"])
