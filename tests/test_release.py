"""`tools/release.py`, on a clone made for the test: what it does, and everything that it refuses."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from building import next_minor, version_of
from paths import PLUGINS, ROOT

ME = ("-c", "user.name=A Test", "-c", "user.email=test@example.org")
SIGNED = "Article 3 is read anew. Author: J. de Wit. Reviewer: A. Zwart. Read on 21 November 2026.\n"
START = "# Changes in bestek-sample\n\nNotes for the coming version stand in `changelog.d`.\n"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository with our tools, our core without notes, and the package bestek-sample, released as 1.2.0."""
    origin = tmp_path_factory.mktemp("release") / "origin"
    shutil.copytree(ROOT / "tools", origin / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (origin / "core/src/bestek").mkdir(parents=True)
    for file in ("pyproject.toml", "CHANGELOG.md", "src/bestek/__init__.py"):
        shutil.copy(ROOT / "core" / file, origin / "core" / file)
    sample = origin / "plugins/sample"
    sample.mkdir(parents=True)
    (sample / "pyproject.toml").write_text('[project]\nname = "bestek-sample"\nversion = "1.2.0"\n')
    (sample / "CHANGELOG.md").write_text(START)
    (origin / ".gitignore").write_text("__pycache__/\n")
    git(origin, "init", "--quiet")
    git(origin, "add", "--all")
    git(origin, *ME, "commit", "--quiet", "--message", "start")
    git(origin, *ME, "tag", "--annotate", "--message", "released", "bestek-sample-v1.2.0")
    return origin


@pytest.fixture
def clone(origin: Path, tmp_path: Path) -> Path:
    clone = tmp_path / "clone"
    git(origin, "clone", "--quiet", str(origin), str(clone))
    git(clone, "config", "user.name", "A Test")
    git(clone, "config", "user.email", "test@example.org")
    return clone


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


def note(clone: Path, name: str, text: str = "Something.\n", package: str = "plugins/sample") -> None:
    """Commit a note for the coming version."""
    folder = clone / package / "changelog.d"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text)
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", name)


def release(clone: Path, *arguments: str) -> tuple[int, str]:
    """Run the tool, and give its status and what it says."""
    done = subprocess.run(
        [sys.executable, "tools/release.py", *arguments], cwd=clone, check=False, capture_output=True, text=True
    )
    return done.returncode, (done.stdout + done.stderr).strip()


def state(clone: Path) -> tuple[str, ...]:
    return tuple(git(clone, *command) for command in (["rev-parse", "HEAD"], ["tag"], ["status", "--porcelain"]))


def test_a_release_is_one_commit_and_one_tag_here_and_nothing_elsewhere(origin: Path, clone: Path) -> None:
    note(clone, "7.law.md", SIGNED)
    note(clone, "8.fixed.md")
    before = state(origin)
    said = "bestek-sample-v1.3.0 is committed and tagged, and published nowhere"
    assert release(clone, "bestek-sample", "1.3.0") == (0, said)
    assert git(clone, "log", "-1", "--format=%s %D", "--decorate-refs=refs/tags") == (
        "bestek-sample: release 1.3.0 tag: bestek-sample-v1.3.0"
    )
    assert git(clone, "cat-file", "-t", "bestek-sample-v1.3.0") == "tag"
    assert git(clone, "show", "--format=", "--name-status", "--no-renames").splitlines() == [
        "M\tplugins/sample/CHANGELOG.md",
        "A\tplugins/sample/changelog.d/.gitkeep",
        "D\tplugins/sample/changelog.d/7.law.md",
        "D\tplugins/sample/changelog.d/8.fixed.md",
        "M\tplugins/sample/pyproject.toml",
    ]
    assert str(version_of(clone / "plugins/sample")) == "1.3.0"
    law = f"### Law\n\n- {SIGNED.strip()} (#7)\n"
    changelog = re.sub(r"\(\d{4}-\d\d-\d\d\)", "(today)", (clone / "plugins/sample/CHANGELOG.md").read_text())
    assert changelog == f"{START}\n## 1.3.0 (today)\n\n{law}\n### Fixed\n\n- Something. (#8)\n"
    assert state(clone)[2] == ""
    assert state(origin) == before


def test_the_core_says_its_version_twice_and_both_are_set(clone: Path) -> None:
    note(clone, "7.added.md", package="core")
    version = next_minor(version_of(ROOT / "core"))
    assert release(clone, "bestek", version)[0] == 0
    assert str(version_of(clone / "core")) == version
    assert f'\n__version__ = "{version}"\n' in (clone / "core/src/bestek/__init__.py").read_text()


def test_the_first_release_may_be_the_version_that_is_declared(clone: Path) -> None:
    git(clone, "tag", "--delete", "bestek-sample-v1.2.0")
    note(clone, "7.added.md")
    assert release(clone, "bestek-sample", "1.2.0")[0] == 0


def test_releases_follow_each_other(clone: Path) -> None:
    note(clone, "7.fixed.md", "One.\n")
    assert release(clone, "bestek-sample", "1.2.1")[0] == 0
    note(clone, "8.breaking.md", "Two.\n")
    assert release(clone, "bestek-sample", "2.0.0")[0] == 0
    changelog = (clone / "plugins/sample/CHANGELOG.md").read_text()
    assert re.findall(r"^(?:## [\d.]+|- .*)", changelog, re.MULTILINE) == [
        "## 2.0.0",
        "- Two. (#8)",
        "## 1.2.1",
        "- One. (#7)",
    ]


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("1.2.0", "1.2.0 is not greater: bestek-sample 1.2.0 was released"),
        ("1.1.9", "1.1.9 is not greater: bestek-sample says that it is 1.2.0"),
        ("1.3", '"1.3" is not a version such as 1.2.0'),
        ("1.3.0rc1", '"1.3.0rc1" is not a version such as 1.2.0'),
    ],
)
def test_a_version_that_cannot_follow_is_refused(clone: Path, version: str, sentence: str) -> None:
    note(clone, "7.added.md")
    refused(clone, version, sentence)


@pytest.mark.parametrize(("kind", "version"), [("breaking", "1.3.0"), ("law", "1.2.1"), ("changed", "1.2.1")])
def test_a_step_that_is_too_small_for_its_notes_is_refused(clone: Path, kind: str, version: str) -> None:
    note(clone, f"7.{kind}.md", SIGNED)
    refused(clone, version, f"{version} is too small a step from 1.2.0 for a note of type {kind}")


def test_a_version_of_which_only_the_changelog_knows_was_released(clone: Path) -> None:
    changelog = clone / "plugins/sample/CHANGELOG.md"
    changelog.write_text(f"{START}\n## 1.3.0 (2026-11-01)\n")
    note(clone, "7.fixed.md")
    refused(clone, "1.3.0", "1.3.0 is not greater: bestek-sample 1.3.0 was released")


def test_without_notes_there_is_nothing_to_release(clone: Path) -> None:
    refused(clone, "1.3.0", "bestek-sample has no notes in changelog.d, so there is nothing to release")


@pytest.mark.parametrize("file", ["README.md", "plugins/sample/CHANGELOG.md"])
def test_a_dirty_tree_is_refused(clone: Path, file: str) -> None:
    note(clone, "7.fixed.md")
    (clone / file).write_text("new or changed")
    refused(clone, "1.2.1", "the tree is dirty: commit or stash first")


@pytest.mark.parametrize("name", ["7.lawful.md", "law.md", "7.law.txt"])
def test_a_note_that_would_be_overlooked_is_refused(clone: Path, name: str) -> None:
    note(clone, name)
    refused(clone, "1.3.0", f"{name}: a note is named <issue>.<breaking|law|added|changed|fixed>.md")


@pytest.mark.parametrize(
    ("signed", "sentence"),
    [
        ("", 'it does not say "Author: NAME. Reviewer: NAME. Read on 21 November 2026."'),
        (
            "Author: J. de Wit. Read on 21 November 2026.",
            'it does not say "Author: NAME. Reviewer: NAME. Read on 21 Nove',
        ),
        ("Author: J. de Wit. Reviewer: A. Zwart.", 'it does not say "Author: NAME. Reviewer: NAME. Read on 21 Nove'),
        ("Author: J. de Wit. Reviewer: nobody yet. Read on 1 May 2026.", "no person has reviewed it (its reviewer is"),
        (
            "Author: the makers. Reviewer: A. Zwart. Read on 1 May 2026.",
            'its author must be one person, not "the makers"',
        ),
        ("Author: A. Zwart. Reviewer: a.\nZwart. Read on 1 May 2026.", "A. Zwart cannot review a change of A. Zwart"),
        ("Author: A. Wit. Reviewer: A. Zwart. Read on 31 June 2026.", '"31 June 2026" is not a day such as "21 Nov'),
        ("Author: A. Wit. Reviewer: A. Zwart. Read on 1 May 2999.", "1 May 2999 is still to come"),
    ],
)
def test_a_change_of_law_needs_four_eyes(clone: Path, signed: str, sentence: str) -> None:
    note(clone, "7.law.md", f"Article 3 is read anew. {signed}\n")
    refused(clone, "1.3.0", f"7.law.md: a change of law needs four eyes: {sentence}")


def test_all_that_stands_in_the_way_is_said_at_once(clone: Path) -> None:
    note(clone, "7.law.md")
    (clone / "new").touch()
    assert len(refused(clone, "1.2.0", "the tree is dirty").splitlines()) == 3


def test_an_unknown_package_is_refused(clone: Path) -> None:
    assert release(clone, "abro", "1.0.0") == (1, "there is no package abro; there are: bestek, bestek-sample")


def test_a_release_that_fails_halfway_leaves_nothing(clone: Path) -> None:
    note(clone, "7.fixed.md")
    hook = clone / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho not today >&2\nexit 1\n")
    hook.chmod(0o755)
    refused(clone, "1.2.1", "nothing was released: git commit --quiet --message failed\nnot today")
    assert not (clone / "plugins/sample/changelog.d/.gitkeep").exists()


def refused(clone: Path, version: str, sentence: str) -> str:
    """See that a release of the sample is refused with this sentence, and changes nothing."""
    before = state(clone)
    status, said = release(clone, "bestek-sample", version)
    assert status == 1
    assert f"\n{sentence}" in f"\n{said}"
    assert state(clone) == before
    return said


def test_the_notes_of_this_repository_can_be_gathered() -> None:
    """Each has a known type, each on law says whose eyes saw it, and each changelog has the line that notes go below."""
    settings = tomllib.loads((ROOT / "tools/towncrier.toml").read_text())["tool"]["towncrier"]
    line = runpy.run_path(str(ROOT / "tools/four_eyes.py"))["LINE"]
    kinds = "|".join(kind["directory"] for kind in settings["type"])
    for package in (ROOT / "core", *PLUGINS):
        assert settings["start_string"] in (package / "CHANGELOG.md").read_text(encoding="utf-8"), package.name
        for path in set((package / "changelog.d").iterdir()) - {package / "changelog.d/.gitkeep"}:
            assert re.fullmatch(rf"\d+\.({kinds})(\.\d+)?\.md", path.name), path
            assert ".law." not in path.name or line.search(" ".join(path.read_text(encoding="utf-8").split())), path
