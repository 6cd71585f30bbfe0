"""Release one package: set its version, gather its notes in CHANGELOG.md, commit and tag. Nothing is published.

python tools/release.py bestek-abro 1.1.0
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import four_eyes
from wheels import ROOT, packages

Version = tuple[int, ...]

# Which part of the version rises at least: 0 the first, 1 the second, 2 the third.
RISES = {"breaking": 0, "law": 1, "added": 1, "changed": 1, "fixed": 2}
NOTE = re.compile(rf"\d+\.({'|'.join(RISES)})(\.\d+)?\.md")
NUMBER = r"(\d+)\.(\d+)\.(\d+)"


def git(*arguments: str) -> str:
    """Run git here and give what it prints."""
    return subprocess.run(["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def as_version(text: str) -> Version | None:
    """Read a version of three numbers."""
    found = re.fullmatch(NUMBER, text)
    return tuple(map(int, found.groups())) if found else None


def declared(package: Path) -> tuple[str, str]:
    """Give the name and the version in the pyproject.toml of a package."""
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["name"], project["version"]


def released(package: Path, name: str) -> list[Version]:
    """Give the versions that were released, by tag or by CHANGELOG.md, in order."""
    changelog = (package / "CHANGELOG.md").read_text(encoding="utf-8")
    tags = [tag.removeprefix(f"{name}-v") for tag in git("tag", "--list", f"{name}-v*").splitlines()]
    found = [*tags, *re.findall(r"^## (\S+)", changelog, re.MULTILINE)]
    return sorted({version for text in found if (version := as_version(text))})


def notes(package: Path) -> list[Path]:
    """Give the notes for the coming version."""
    return sorted(path for path in (package / "changelog.d").glob("*") if path.name != ".gitkeep")


def refusals(package: Path, name: str, asked: str) -> list[str]:
    """Say why this version cannot be released, a sentence a reason."""
    found = []
    if git("status", "--porcelain"):
        found.append("the tree is dirty: commit or stash first")
    if not notes(package):
        found.append(f"{name} has no notes in changelog.d, so there is nothing to release")
    found += [wrong for note in notes(package) if (wrong := refusal_of(note))]
    return found + refusals_of_version(package, name, asked)


def refusal_of(note: Path) -> str | None:
    """Say what is wrong with a note, or nothing."""
    kind = NOTE.fullmatch(note.name)
    if kind is None:
        return f"{note.name}: a note is named <issue>.<{'|'.join(RISES)}>.md"
    lacks = four_eyes.missing(note.read_text(encoding="utf-8"), date.today()) if kind[1] == "law" else None
    return f"{note.name}: a change of law needs four eyes: {lacks}" if lacks else None


def refusals_of_version(package: Path, name: str, asked: str) -> list[str]:
    """Say why this version cannot follow the one before."""
    version, before = as_version(asked), released(package, name)
    if version is None:
        return [f'"{asked}" is not a version such as 1.2.0']
    if version < (as_version(declared(package)[1]) or ()):
        return [f"{asked} is not greater: {name} says that it is {declared(package)[1]}"]
    if not before:
        return []  # the first release has nothing to differ from
    last = ".".join(map(str, before[-1]))
    if version <= before[-1]:
        return [f"{asked} is not greater: {name} {last} was released"]
    kinds = [kind[1] for note in notes(package) if (kind := NOTE.fullmatch(note.name))]
    rises = next(part for part in range(3) if version[part] != before[-1][part])
    return [
        f"{asked} is too small a step from {last} for a note of type {kind}"
        for kind in dict.fromkeys(kinds)
        if RISES[kind] < rises
    ]


def write(package: Path, name: str, asked: str) -> None:
    """Set the version where it is declared, and gather the notes."""
    for file in (package / "pyproject.toml", *package.glob("src/*/__init__.py")):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            re.sub(rf'^(version|__version__) = "{NUMBER}"$', rf'\1 = "{asked}"', text, flags=re.MULTILINE),
            encoding="utf-8",
        )
    assert declared(package) == (name, asked)
    settings = ["--config", str(ROOT / "tools/towncrier.toml"), "--dir", str(package), "--name", name]
    gather = [*settings, "--version", asked, "--date", date.today().isoformat(), "--yes"]
    subprocess.run([sys.executable, "-m", "towncrier", "build", *gather], cwd=ROOT, check=True, capture_output=True)
    (package / "changelog.d").mkdir(exist_ok=True)
    (package / "changelog.d/.gitkeep").touch()


def release(package: Path, name: str, asked: str) -> None:
    """Write, commit and tag; where a step fails, everything is as it was."""
    before = git("rev-parse", "HEAD")
    try:
        write(package, name, asked)
        git("add", "--all")
        git("commit", "--quiet", "--message", f"{name}: release {asked}")
        git("tag", "--annotate", "--message", f"{name} {asked}", f"{name}-v{asked}")
    except BaseException:
        git("add", "--all")
        git("reset", "--quiet", "--hard", before)
        raise


def main(name: str, asked: str) -> None:
    """Release, or say everything that stands in the way."""
    found = {declared(package)[0]: package for package in packages()}
    if name not in found:
        sys.exit(f"there is no package {name}; there are: {', '.join(found)}")
    if wrong := refusals(found[name], name, asked):
        sys.exit("\n".join(wrong))
    try:
        release(found[name], name, asked)
    except subprocess.CalledProcessError as failed:
        said = failed.stderr if isinstance(failed.stderr, str) else failed.stderr.decode()
        sys.exit(f"nothing was released: {' '.join(failed.cmd[:4])} failed\n{said.strip()}")
    print(f"{name}-v{asked} is committed and tagged, and published nowhere")


if __name__ == "__main__":
    match sys.argv[1:]:
        case [name, asked]:
            main(name, asked)
        case _:
            sys.exit(__doc__)
