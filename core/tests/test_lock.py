"""A lock fixes versions, files and settings; what differs from it is noticed and said."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
import tomli
from profiles import CHILD, ON, TOY_CHOSEN, WAIVER, load, record, write, write_toy

import bestek
from bestek import PolicyError, _digests, _lock
from bestek._digests import fresh_digest_of
from bestek._lock import differences, dumps, held_to, lock_of, lock_path, read_lock
from bestek._to_json import dumps as as_json
from bestek.policy import Policy

AGENCY = "[organisation]\nkind = 'agency'\n"
MODULE = "plugin_toy"


@pytest.fixture
def toy(plugins: Path, install: object, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A recorded install of the invented law, beside a core that is taken to be one too."""
    write_toy(plugins, module=MODULE)

    def digest_of(name: str) -> str | None:
        return "0" * 64 if name == "bestek" else fresh_digest_of(name)

    monkeypatch.setattr(_lock, "fresh_digest_of", digest_of)
    _digests.digest_of.cache_clear()
    return plugins


def locked(path: Path) -> tuple[Policy, Path]:
    """Load a profile and write its lock."""
    policy = load(path)
    assert policy.profile is not None
    beside = lock_path(policy.profile)
    beside.write_text(dumps(lock_of(policy)), encoding="utf-8")
    return policy, beside


def refused(path: Path) -> list[tuple[str, str, str, tuple[str, ...]]]:
    try:
        load(path, locked=True)
    except PolicyError as wrong:
        return [(problem.code, problem.path, problem.found, problem.allowed) for problem in wrong.problems]
    return []


# Digests of what is installed -----------------------------------------------------------------------------


def test_a_digest_is_the_same_for_the_same_files_wherever_they_are(
    toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = fresh_digest_of("bestek-toy")
    other = tmp_path / "again"
    other.mkdir()
    write_toy(other, module=MODULE)
    monkeypatch.setattr(importlib.metadata, "distribution", found_in(other))
    assert first is not None
    assert fresh_digest_of("bestek-toy") == first


def found_in(folder: Path) -> Callable[[str], importlib.metadata.Distribution]:
    def distribution(name: str) -> importlib.metadata.Distribution:
        (found,) = importlib.metadata.distributions(name=name, path=[str(folder)])
        return found

    return distribution


CHANGES: list[tuple[str, Callable[[Path, Path], object], bool]] = [
    ("nothing", lambda folder, info: None, False),
    ("code", lambda folder, info: append(folder / f"{MODULE}.py", "x = 1\n"), True),
    ("a comment in code", lambda folder, info: append(folder / f"{MODULE}.py", "# note\n"), True),
    ("a comment in a parameter file", lambda folder, info: append(folder / f"{MODULE}.toml", "# note\n"), True),
    ("entry points", lambda folder, info: append(info / "entry_points.txt", "\n"), True),
    ("a file that is gone", lambda folder, info: (folder / f"{MODULE}.toml").unlink(), True),
    ("metadata", lambda folder, info: append(info / "METADATA", "Summary: x\n"), False),
    ("who installed it", lambda folder, info: (info / "INSTALLER").write_text("uv\n"), False),
    ("compiled code", lambda folder, info: cached(folder), False),
]


def append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


def cached(folder: Path) -> None:
    (folder / "__pycache__").mkdir(exist_ok=True)
    (folder / "__pycache__/plugin_toy.cpython-311.pyc").write_bytes(b"x")


@pytest.mark.parametrize(("change", "seen"), [change[1:] for change in CHANGES], ids=[change[0] for change in CHANGES])
def test_what_makes_another_digest(toy: Path, change: Callable[[Path, Path], object], seen: bool) -> None:
    before = fresh_digest_of("bestek-toy")
    change(toy, toy / "bestek_toy-1.2.3.dist-info")
    assert (fresh_digest_of("bestek-toy") != before) == seen


def package(folder: Path) -> Path:
    """Install a distribution with a folder, a script and a compiled file on record."""
    inner = folder / "bestek_pack"
    (inner / "__pycache__").mkdir(parents=True)
    (inner / "__init__.py").write_text("")
    (inner / "parameters.toml").write_text("# a\n")
    (inner / "__pycache__/__init__.cpython-311.pyc").write_bytes(b"x")
    (folder.parent / "script").write_text("#!/bin/python\n")
    info = folder / "bestek_pack-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bestek-pack\nVersion: 1.0\n")
    files = [
        "bestek_pack/__init__.py",
        "bestek_pack/parameters.toml",
        "bestek_pack/__pycache__/__init__.cpython-311.pyc",
    ]
    record(folder, info.name, [*files, "../script", f"{info.name}/METADATA"])
    return inner


def test_a_file_that_nobody_recorded_is_seen_and_a_script_is_not(plugins: Path, install: object) -> None:
    inner = package(plugins)
    before = fresh_digest_of("bestek-pack")
    (plugins.parent / "script").write_text("#!/other/python\n")
    (inner / "__pycache__/x.pyc").write_bytes(b"y")
    assert before is not None
    assert fresh_digest_of("bestek-pack") == before
    (inner / "extra.py").write_text("")
    assert fresh_digest_of("bestek-pack") != before


def test_an_editable_install_and_one_without_a_record_have_no_digest(toy: Path) -> None:
    info = toy / "bestek_toy-1.2.3.dist-info"
    (info / "direct_url.json").write_text('{"url": "file:///x", "dir_info": {"editable": true}}')
    assert fresh_digest_of("bestek-toy") is None
    (info / "direct_url.json").write_text('{"url": "file:///x.whl", "archive_info": {}}')
    assert fresh_digest_of("bestek-toy") is not None
    (info / "RECORD").unlink()
    assert fresh_digest_of("bestek-toy") is None
    assert fresh_digest_of("bestek-nothing") is None


# The lock itself ------------------------------------------------------------------------------------------


def test_what_a_lock_holds(toy: Path, tmp_path: Path) -> None:
    parameters = "[parameters.toy]\nhomes = ['NL', 'BE']\nreview_months = 6\n"
    path = write(tmp_path, parent=TOY_CHOSEN, bestek=CHILD + "name = 'Logius'\n" + parameters)
    policy, beside = locked(path)
    made = tomli.loads(beside.read_text(encoding="utf-8"))
    assert beside == tmp_path / "bestek.lock"
    assert policy.profile is not None
    assert made["schema"] == "bestek/lock/1"
    assert made["profile"] == {"name": "Logius", "digest": policy.profile.digest}
    assert made["files"].keys() == {"bestek.toml", "parent.toml"}
    assert made["packages"]["bestek"] == {"version": bestek.__version__, "sha256": "0" * 64}
    assert made["packages"]["bestek-toy"] == {"version": "1.2.3", "sha256": fresh_digest_of("bestek-toy")}
    assert made["parameters"] == {"toy.homes": ["BE", "NL"], "toy.review_months": 6}
    assert {"python", "attrs", "cattrs"} <= made["recorded"].keys()
    assert read_lock(beside) == made == lock_of(policy)


def test_the_same_profile_gives_the_same_bytes(toy: Path, tmp_path: Path) -> None:
    first, second = (locked(write(tmp_path, bestek=TOY_CHOSEN + WAIVER))[1].read_bytes() for _ in range(2))
    assert first == second


def test_the_lock_of_a_profile_of_another_name_stands_beside_it(toy: Path, tmp_path: Path) -> None:
    assert locked(write(tmp_path, ministry=TOY_CHOSEN))[1] == tmp_path / "ministry.lock"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('version = "1.2.3"', 'version = "1.2.4"'),
        ("bestek/lock/1", "bestek/lock/2"),
        ("[files]", "[fils]"),
        ("[parameters]", "[parameters]\nx = 2026-01-01"),
        ('digest = "', 'digest = "0'),
        ('name = ""', 'name = "X"'),
        ("[recorded]", "[recorded]\nx = 1"),
    ],
)
def test_a_lock_that_was_edited_by_hand_is_refused(toy: Path, tmp_path: Path, old: str, new: str) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    beside = locked(path)[1]
    text = beside.read_text(encoding="utf-8")
    assert old in text
    beside.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [code for code, *_ in refused(path)] == ["edited_lock"]


@pytest.mark.parametrize(
    ("content", "code"), [("[", "syntax"), ("", "empty"), ("a = 1", "edited_lock"), (None, "no_lock")]
)
def test_a_lock_that_is_none(toy: Path, tmp_path: Path, content: str | None, code: str) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    if content is not None:
        (tmp_path / "bestek.lock").write_text(content)
    assert [found for found, *_ in refused(path)] == [code]


# Held to the lock -----------------------------------------------------------------------------------------


def test_what_is_as_it_was_locked_is_accepted(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN + AGENCY)
    locked(path)
    policy = load(path, locked=True)
    assert policy.lock == read_lock(tmp_path / "bestek.lock")["digest"]
    assert policy.warnings == ()


def test_the_same_lock_gives_the_same_bytes_and_names_itself(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN + AGENCY + "[parameters.toy]\nreview_months = 6\n")
    locked(path)
    procurement = bestek.read({"title": "A", "exit": {"reviewed_on": "2026-01-01"}})
    results = [load(path, locked=True).assess(procurement, ON).to_dict() for _ in range(2)]
    assert as_json(results[0]) == as_json(results[1])
    assert results[0]["profile"]["lock"] == read_lock(tmp_path / "bestek.lock")["digest"]
    assert results[0]["digests"]["bestek-toy"] == fresh_digest_of("bestek-toy")


@pytest.mark.parametrize("file", [f"{MODULE}.py", f"{MODULE}.toml"])
def test_a_changed_file_of_a_package_is_refused(toy: Path, tmp_path: Path, file: str) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    locked(path)
    append(toy / file, "# a comment\n")
    assert refused(path) == [("changed_files", "packages.bestek-toy", "1.2.3", ())]


def test_a_package_that_was_installed_again_is_no_change(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    locked(path)
    for file in (toy / "bestek_toy-1.2.3.dist-info").iterdir():
        file.unlink()
    (toy / "bestek_toy-1.2.3.dist-info").rmdir()
    write_toy(toy, module=MODULE)
    assert refused(path) == []


def test_another_version_is_refused_with_both_versions(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    policy, beside = locked(path)
    was = read_lock(beside)
    now = lock_of(policy)
    now["packages"] = {**now["packages"], "bestek-toy": {"version": "1.3.0", "sha256": "1" * 64}}
    (problem,) = differences(was, now, "bestek.lock")
    assert problem.message("nl") == (
        "bestek.lock: packages.bestek-toy: nu 1.3.0, en dat is niet wat vergrendeld is; toegestaan: 1.2.3"
    )


@pytest.mark.parametrize("file", ["bestek", "parent"])
def test_a_changed_profile_is_refused_and_so_is_a_changed_parent(toy: Path, tmp_path: Path, file: str) -> None:
    path = write(tmp_path, parent=TOY_CHOSEN, bestek=CHILD)
    locked(path)
    append(tmp_path / f"{file}.toml", "# note\n")
    assert [(code, where) for code, where, *_ in refused(path)] == [("lock_differs", f"files.{file}.toml")]


def test_a_changed_parameter_is_named(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    locked(path)
    write(tmp_path, bestek=TOY_CHOSEN + "[parameters.toy]\nreview_months = 6\n")
    assert [(code, where) for code, where, *_ in refused(path)] == [
        ("lock_differs", "files.bestek.toml"),
        ("lock_new", "parameters.toy.review_months"),
    ]


def test_a_regulation_more_or_less_is_named(toy: Path, tmp_path: Path) -> None:
    write_toy(toy, "game")
    both = "[regulations]\ntoy = {}\ngame = {}\n"
    path = write(tmp_path, bestek=both)
    locked(path)
    write(tmp_path, bestek=TOY_CHOSEN)
    gone = [where for code, where, *_ in refused(path) if code == "lock_gone"]
    assert gone == ["packages.bestek-game", "regulations.game"]
    locked(path)
    write(tmp_path, bestek=both)
    assert [where for code, where, *_ in refused(path) if code == "lock_new"] == gone


def test_an_editable_install_is_locked_as_such_and_refused(toy: Path, tmp_path: Path) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    locked(path)
    url = toy / "bestek_toy-1.2.3.dist-info/direct_url.json"
    url.write_text('{"url": "file:///x", "dir_info": {"editable": true}}')
    assert refused(path) == [("not_fixed", "packages.bestek-toy", "1.2.3", ())]
    _, beside = locked(path)
    assert read_lock(beside)["packages"]["bestek-toy"] == {"version": "1.2.3", "editable": True}
    assert refused(path) == [("not_fixed", "packages.bestek-toy", "", ())]


def test_another_python_or_library_is_a_warning(toy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, bestek=TOY_CHOSEN)
    locked(path)
    monkeypatch.setattr("platform.python_version", lambda: "3.99.0")
    warnings = load(path, locked=True).warnings
    assert [(one.code, one.path, one.found) for one in warnings] == [("other_library", "recorded.python", "3.99.0")]


def test_a_policy_that_is_held_to_a_lock_is_the_same_policy(toy: Path, tmp_path: Path) -> None:
    policy, _ = locked(write(tmp_path, bestek=TOY_CHOSEN + WAIVER))
    held: Any = held_to(policy)
    same = [field.name for field in attrs.fields(Policy) if getattr(held, field.name) == getattr(policy, field.name)]
    assert set(same) == {field.name for field in attrs.fields(Policy)} - {"lock"}
