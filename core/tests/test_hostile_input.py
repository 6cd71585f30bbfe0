"""No file, however large or strange, does more than cost a little time: one clear message, or a result.

Each runs in its own process, which the system stops after 5 seconds of work or at 500 MB (DESIGN 10).
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from kit import bestek_process, write_plugin

import bestek
from bestek.vocabulary import File

SECONDS, BYTES = 5, 500 * 2**20
MANY = 100_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of resources are those of POSIX")


def limited() -> None:
    """Let the system stop this process where it asks too much."""
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))


def assess(tmp_path: Path, name: str, content: bytes, *options: str) -> Any:
    """Assess a file within the limits."""
    file = tmp_path / name
    file.write_bytes(content)
    return bestek_process(tmp_path, "assess", str(file), "--on", "2026-10-01", "-q", *options, preexec_fn=limited)


def lines(line: str, count: int = MANY) -> bytes:
    """Repeat a line; `%d` in it is the number of the line."""
    return "\n".join(line.replace("%d", str(number)) for number in range(count)).encode()


def suppliers(count: int, **more: Any) -> bytes:
    """Write a JSON file with so many suppliers."""
    return json.dumps({"suppliers": [{"name": f"leverancier {number}", **more} for number in range(count)]}).encode()


Make = Callable[[], bytes]
GOOD: dict[str, tuple[str, Make]] = {
    "10 MB of comment": ("x.toml", lambda: b"#" * 10_000_000),
    "10 MB of title": ("x.toml", lambda: b'title = "' + b"x" * 10_000_000 + b'"'),
    "10,000 suppliers": ("x.json", lambda: suppliers(10_000, country="NL")),
    "10,000 suppliers in TOML": ("x.toml", lambda: lines('[[suppliers]]\nname = "%d"\ncountry = "NL"', 10_000)),
    "a long list of codes": ("x.json", lambda: json.dumps({"procedure": {"cpv": ["12345678"] * 800_000}}).encode()),
}
BAD: dict[str, tuple[str, Make]] = {
    "nested brackets in JSON": ("x.json", lambda: b"[" * MANY + b"]" * MANY),
    "nested brackets in JSON, never closed": ("x.json", lambda: b'{"title": ' + b"[" * MANY),
    "nested objects in JSON": ("x.json", lambda: b'{"a":' * MANY + b"1" + b"}" * MANY),
    "nested brackets in TOML": ("x.toml", lambda: b"x = " + b"[" * MANY + b"]" * MANY),
    "nested tables in TOML": ("x.toml", lambda: b"x = " + b"{a=" * MANY + b"1" + b"}" * MANY),
    "a key of 100,000 parts": ("x.toml", lambda: b"a." * MANY + b"a = 1"),
    "a table of 100,000 parts": ("x.toml", lambda: b"[" + b"a." * MANY + b"a]\nx = 1"),
    "100,000 unknown keys": ("x.toml", lambda: lines("key%d = 1")),
    "100,000 unknown keys in quotes": ("x.toml", lambda: lines('"key%d" = 1')),
    "100,000 unknown keys in JSON": ("x.json", lambda: json.dumps({f"key{n}": 1 for n in range(MANY)}).encode()),
    "100,000 suppliers with an unknown key": ("x.json", lambda: suppliers(MANY, nam="x")),
    "10,000 suppliers from nowhere": ("x.toml", lambda: lines('[[suppliers]]\ncontrol_countries = ["XX"]', 10_000)),
    "10 MB of wrong codes": ("x.json", lambda: json.dumps({"procedure": {"cpv": ["x"] * 2_000_000}}).encode()),
    "10 MB of near misses": ("x.json", lambda: json.dumps({"exit": {"covers": ["plannex"] * 900_000}}).encode()),
    "one choice of 10 MB": ("x.toml", lambda: b'[buyer]\nkind = "' + b"x" * 10_000_000 + b'"'),
    "one key of 10 MB": ("x.toml", lambda: b"x" * 10_000_000 + b" = 1"),
    "50,000 pieces of evidence on nothing": (
        "x.toml",
        lambda: lines('[evidence."suppliers[%d].name"]\nsource = "x"', 50_000),
    ),
    "50,000 decisions that lack everything": ("x.toml", lambda: lines('[decisions."x/%d"]', 50_000)),
    "a fault after 10 MB of empty lines": ("x.toml", lambda: b"\n" * 10_000_000 + b"x = 1"),
    "a number of a million digits": ("x.toml", lambda: b"[procedure]\nvalue = " + b"9" * 1_000_000),
    "a number of a million digits in JSON": ("x.json", lambda: b'{"procedure": {"value": ' + b"9" * 1_000_000 + b"}}"),
    "more than is read": ("x.toml", lambda: b"#" * 21_000_000),
}


VETTING = """
from bestek import Chapter, Instrument, Regulation, hookimpl
from bestek.vocabulary import supplier

ACT = Instrument("toy-act", ("De wet", "The act"), "Stcrt. 1", scope="toy")
chapter = Chapter(ACT)
chapter.applies("APP", at="1", when=True, nl="Geldt altijd.", en="Always applies.")
for number in range(COUNT):
    chapter.prohibits(
        f"R{number}", at="2", forbids=(supplier.country == "KP") | supplier.control_countries.intersects("KP"),
        nl="Niet uit dit land.", en="Not from this country.",
    )


@hookimpl
def bestek_regulation():
    return Regulation(
        id="toy", title=("De wet", "The act"), publisher="niemand", contact="niemand",
        instruments=(ACT,), scopes=("toy",),
    )


@hookimpl
def bestek_supplier_vetting():
    return chapter.rules
"""


@pytest.mark.parametrize("name", GOOD)
def test_a_large_file_is_judged(tmp_path: Path, name: str) -> None:
    file, make = GOOD[name]
    done = assess(tmp_path, file, make())
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_ten_thousand_suppliers_are_judged(tmp_path: Path, form: str) -> None:
    write_plugin(tmp_path, "toy", VETTING.replace("COUNT", "1"))
    file = tmp_path / "x.json"
    file.write_bytes(suppliers(10_000, country="KP", role="winner"))
    done = bestek_process(tmp_path, "assess", str(file), "--on", "2026-10-01", "--format", form, preexec_fn=limited)
    assert (done.returncode, done.stderr) == (1, "")


def test_ten_thousand_suppliers_are_judged_by_many_rules(tmp_path: Path) -> None:
    write_plugin(tmp_path, "toy", VETTING.replace("COUNT", "100"))
    done = assess(tmp_path, "x.json", suppliers(10_000, country="KP", role="winner"))
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("name", BAD)
def test_a_hostile_file_gives_a_clear_message(tmp_path: Path, name: str) -> None:
    file, make = BAD[name]
    done = assess(tmp_path, file, make(), "--language", "en")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    said = done.stderr.splitlines()
    assert 1 <= len(said) <= 51  # fifty faults, and how many more there are
    assert all(len(line) < 1000 for line in said)
    assert said[0].startswith(f"Error: {tmp_path / file}")


# What it reads is a file, or it says what is wrong --------------------------------------------------------

anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["NL", "?", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def members(group: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a table that has the right keys, and mostly wrong values."""
    inner = {name: members(member.of) | anything for name, member in group.groups.items()}
    inner |= {name: st.lists(members(member.of), max_size=2) | anything for name, member in group.lists.items()}
    inner |= dict.fromkeys(group.facts, anything)
    inner |= {
        "decisions": st.dictionaries(st.text(max_size=5), anything, max_size=2),
        "evidence": anything,
        "x": anything,
    }
    keys = st.lists(st.sampled_from(sorted(inner)), max_size=4, unique=True)
    return keys.flatmap(lambda names: st.fixed_dictionaries({name: inner[name] for name in names}))


def check_read(source: Any, form: str | None = None) -> None:
    """Reading gives a procurement that can be written and hashed, or faults that can be said and written."""
    try:
        found = bestek.read(source, form=form)
    except bestek.ProcurementError as wrong:
        assert wrong.problems
        assert wrong.message("nl")
        assert wrong.message("en")
        json.dumps([problem.to_dict() for problem in wrong.problems]).encode()
    else:
        assert len(found.digest) == 64
        assert bestek.read(found.to_dict()).digest == found.digest


@given(st.binary(max_size=100), st.sampled_from(["toml", "json", None]))
@example(b"\xef\xbb\xbf", None)
@example(b"\xff\xfet\x00", "toml")
@example(b"[", None)
@example(b"{", None)
@example(b"[[", None)
@example(b"0", "json")
@example(b'"title"', "json")
@example(b"title = 1979-05-27T07:32:00Z", "toml")
@example(b"title = 07:32:00", "toml")
@example(b'{"title": 1e999}', "json")
@example(b'{"procedure": {"value": -0.0}}', "json")
def test_random_bytes(content: bytes, form: str | None) -> None:
    check_read(content, form)


@given(members(File))
def test_random_values_at_known_keys(data: dict[str, Any]) -> None:
    check_read(data)


@given(members(File))
def test_random_values_at_known_keys_as_json(data: dict[str, Any]) -> None:
    check_read(json.dumps(data).encode(), "json")
