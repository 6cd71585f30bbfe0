"""Editing a profile keeps what it says and how it is laid out, however its tables are written."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from bestek._profile_edit import add_regulation, remove_regulation

SHAPES = [
    "[regulations]\n# why\ntoy = { version = '1' } # kept\n",
    "[regulations]\ntoy = {version='1'}\n[facts.toy]\nx = 1\n",
    "regulations.toy.version = '1' # kept\n",
    "regulations = { toy = { version = '1' } }\n",
    "[regulations.toy]\nversion = '1'\n[regulations.game] # kept\nversion = '2'\n",
    "[regulations]\ntoy.version = '1'\n",
    "[regulations.toy]\nversion = '1'\n[facts.toy]\nx = 1\n[regulations.game]\nmode = 'outlook'\n",
    "[profile]\r\nname = 'x' # kept\r\n[regulations]\r\ntoy = { version = '1' }\r\n",
]


def chosen(text: str) -> dict[str, Any]:
    found: dict[str, Any] = tomli.loads(text).get("regulations", {})
    return found


def rest(text: str, *tables: str) -> dict[str, Any]:
    return {key: value for key, value in tomli.loads(text).items() if key not in ("regulations", *tables)}


@pytest.mark.parametrize("text", SHAPES)
def test_a_regulation_is_added_beside_the_others(text: str) -> None:
    made = add_regulation(text, "adv", {"version": ">=1,<2"})
    assert chosen(made) == {**chosen(text), "adv": {"version": ">=1,<2"}}
    assert rest(made) == rest(text)
    assert made.count("#") == text.count("#")


@pytest.mark.parametrize("text", SHAPES)
def test_a_setting_of_a_regulation_is_changed(text: str) -> None:
    made = add_regulation(text, "toy", {"version": "2", "mode": "advisory"})
    assert chosen(made) == {**chosen(text), "toy": {"version": "2", "mode": "advisory"}}
    assert rest(made) == rest(text)


@pytest.mark.parametrize("text", SHAPES)
def test_a_regulation_is_removed_with_its_facts(text: str) -> None:
    made, gone = remove_regulation(text, "toy")
    assert chosen(made) == {key: value for key, value in chosen(text).items() if key != "toy"}
    assert rest(made, "facts") == rest(text, "facts")
    assert "toy" not in tomli.loads(made).get("facts", {})
    assert gone == (("facts.toy",) if "[facts.toy]" in text else ())


def test_the_first_regulation_of_a_file() -> None:
    assert add_regulation("# mine\n", "toy", {}) == "# mine\n\n[regulations]\ntoy = {}\n"
