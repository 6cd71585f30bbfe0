"""Which files are read: by suffix, by first character or by name of the format; UTF-8, no duplicate keys."""

from __future__ import annotations

import os
import resource
from collections import OrderedDict
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from kit import bestek_process

import bestek

TOML = b'title = "Nieuw"\n[buyer]\nkind = "agency"\n'
JSON = b'{"title": "Nieuw", "buyer": {"kind": "agency"}}'


def problem(source: Any, **more: Any) -> bestek.Problem:
    """Read a file that has one fault and give it."""
    with pytest.raises(bestek.ProcurementError) as caught:
        bestek.read(source, **more)
    (found,) = caught.value.problems
    return found


@pytest.mark.parametrize(
    ("name", "content"), [("x.toml", TOML), ("x.json", JSON), ("x.TOML", TOML), ("x.Json", JSON), ("a.b.json", JSON)]
)
def test_a_path_is_read_by_its_suffix(tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    for path in (file, str(file)):
        assert bestek.read(path).get("buyer.kind") == "agency"


@pytest.mark.parametrize("name", ["x.yaml", "x", "x.toml.bak", ".toml", "x."])
def test_another_suffix_is_an_error_that_lists_those_there_are(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(TOML)
    found = problem(file)
    assert (found.code, found.allowed, found.file) == ("unknown_format", (".toml", ".json"), str(file))


@pytest.mark.parametrize(("form", "content"), [("toml", TOML), ("json", JSON)])
def test_the_name_of_a_format_goes_before_the_suffix(tmp_path: Path, form: str, content: bytes) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(content)
    assert bestek.read(file, form=form).get("title") == "Nieuw"
    assert bestek.read(content, form=form).get("title") == "Nieuw"


@pytest.mark.parametrize(
    "content",
    [TOML, JSON, b"\n\n  " + JSON, b"# [\n" + TOML, b"[buyer]\nname = 'n'", b"[[suppliers]]\nname = 'n'", b"[ buyer ]"],
)
def test_bytes_are_read_by_their_first_character(content: bytes) -> None:
    assert bestek.read(content)


@pytest.mark.parametrize("content", [TOML, JSON])
def test_a_byte_order_mark_is_no_fault(content: bytes) -> None:
    assert bestek.read(b"\xef\xbb\xbf" + content).get("title") == "Nieuw"


@pytest.mark.parametrize(
    "data",
    [{"title": "Nieuw"}, OrderedDict(title="Nieuw"), MappingProxyType({"title": "Nieuw"})],
    ids=lambda data: type(data).__name__,
)
def test_plain_data_is_any_mapping(data: Any) -> None:
    assert bestek.read(data).get("title") == "Nieuw"


def test_lists_of_plain_data_may_be_tuples() -> None:
    read = bestek.read({"suppliers": ({"name": "A"},), "service": {"storage_countries": ("NL",)}})
    assert read.get("suppliers[0].name") == "A"
    assert read.get("service.storage_countries") == frozenset({"NL"})


@pytest.mark.parametrize(
    ("content", "found", "line"),
    [
        (b'title = "caf\xe9"', "0xe9", 1),
        (b'\n\ntitle = "\xff"', "0xff", 3),
        ("title = 'x'".encode("utf-16"), "0xff", 1),
        (b"\x80", "0x80", 1),
        (b'title = "\xed\xa0\x80"', "0xed", 1),  # half a surrogate pair
        (b'title = "\xc0\xaf"', "0xc0", 1),  # written longer than need be
    ],
)
def test_what_is_not_utf_8_is_named_by_its_first_wrong_byte(content: bytes, found: str, line: int) -> None:
    wrong = problem(content, form="toml")
    assert (wrong.code, wrong.found, wrong.line) == ("encoding", found, line)


@pytest.mark.parametrize("content", [b"", b"\n \t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
@pytest.mark.parametrize("form", ["toml", "json"])
def test_an_empty_file(content: bytes, form: str) -> None:
    assert problem(content, form=form).code == "empty"


@pytest.mark.parametrize("content", [b"# nothing yet\n", b"{}", b"[buyer]\n"])
def test_a_file_that_says_nothing_is_a_file(content: bytes) -> None:
    """Every fact may be absent."""
    assert bestek.read(content).get("buyer.kind") is None


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"title = ", 1),
        (b"title = 'a'\nkind", 2),
        (b"[buyer\nkind = 'agency'", 1),
        (b"title = 'a'\ntitle = 'b'", 2),
        (b"[buyer]\nname = 'a'\n[buyer]\nkind = 'agency'", 3),
        (b"[suppliers]\nname = 'a'\n[[suppliers]]\nname = 'b'", 3),
        (b"buyer = {name = 'a'}\nbuyer.kind = 'agency'", 2),
        (b"buyer = {name = 'a', name = 'b'}", 1),
        (b"[procedure]\nlaunched_on = 2026-02-30", 2),
        (b"\x00", 1),
    ],
)
def test_a_fault_in_the_form_of_toml_has_its_line(content: bytes, line: int) -> None:
    """A key that stands twice among them."""
    wrong = problem(content, form="toml")
    assert (wrong.code, wrong.line) == ("syntax", line)


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"{", 1),
        (b'{\n"title": "a",\n}', 3),
        (b"{'title': 'a'}", 1),
        (b'{"title": "a"}\n{}', 2),
        (b'{"title": "a"} // note', 1),
        (b'{"title": tru}', 1),
        (b'{"title":\n "a\nb"}', 2),
    ],
)
def test_a_fault_in_the_form_of_json_has_its_line(content: bytes, line: int) -> None:
    wrong = problem(content, form="json")
    assert (wrong.code, wrong.line) == ("syntax", line)


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        (b'{"title": "a",\n"title": "b"}', "title", 2),
        (b'{"title": "a", "buyer": {"kind": "agency",\n"kind": "zbo"}}', "kind", 2),
        (b'{"suppliers": [{"name": "a"},\n{"name": "b",\n"name": "b"}]}', "name", 3),
        (b'{"title": "a",\n"title": "a"}', "title", 2),
        (b'{"nonsense": {"x": 1,\n"x": 2}}', "x", 2),
    ],
)
def test_a_key_that_stands_twice_in_json(content: bytes, key: str, line: int) -> None:
    """Python would silently keep the last."""
    wrong = problem(content)
    assert (wrong.code, wrong.found, wrong.line) == ("duplicate_key", f'"{key}"', line)


@pytest.mark.parametrize(
    ("content", "found"), [(b"[]", "[]"), (b"[{}]", "[…]"), (b'"a"', '"a"'), (b"5", "5"), (b"null", "null")]
)
def test_a_json_file_holds_one_object(content: bytes, found: str) -> None:
    wrong = problem(content, form="json")
    assert (wrong.code, wrong.found, wrong.allowed) == ("wrong_type", found, ("{…}",))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    wrong = problem(tmp_path / "nergens.toml")
    assert (wrong.code, wrong.file) == ("unreadable", str(tmp_path / "nergens.toml"))
    assert "No such file" in wrong.found


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "x.toml").mkdir()
    assert problem(tmp_path / "x.toml").code == "unreadable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(TOML)
    file.chmod(0)
    assert problem(file).code == "unreadable"


def test_a_name_that_no_file_can_have() -> None:
    assert problem("a\0.toml").code == "unreadable"


def test_a_file_of_more_than_20_mb_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_bytes(b"#" * 20_000_001)
    assert problem(file).code == "unreadable"


def short_of_memory() -> None:
    """Give a process 500 MB and 10 seconds."""
    resource.setrlimit(resource.RLIMIT_AS, (500 * 2**20, 500 * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (10, 11))


def test_what_has_no_end_is_not_read(tmp_path: Path) -> None:
    """DESIGN 10: no input can exhaust memory."""
    (tmp_path / "x.toml").symlink_to("/dev/zero")
    done = bestek_process(tmp_path, "assess", str(tmp_path / "x.toml"), preexec_fn=short_of_memory)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_standard_input_without_end_is_not_read(tmp_path: Path) -> None:
    with Path("/dev/zero").open("rb") as endless:
        done = bestek_process(tmp_path, "assess", "-", stdin=endless, preexec_fn=short_of_memory)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
