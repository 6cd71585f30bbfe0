"""Wheels of our packages at any version, and of small regulations made for a test."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import textwrap
from pathlib import Path

from hatchling.build import build_wheel
from packaging.version import Version

VERSION = re.compile(r'^(version|__version__) = "(.+)"$', re.MULTILINE)

SMALL = """
from bestek import Chapter, Instrument, Regulation, hookimpl
from bestek.vocabulary import buyer

TEXT = Instrument("{id}-text", ("Tekst", "Text"), "A text made for a test", scope="{id}")
rules = Chapter(TEXT)
known = buyer.kind == "{kind}"
rules.applies("S-1", at="1", when=known | ~known, nl="Geldt als de koper bekend is.", en="The buyer is known.")
rules.obliges("S-2", at="2", when=known | ~known, demands=known, nl="De koper is er zo een.", en="The buyer is one.")


@hookimpl
def bestek_regulation():
    return Regulation("{id}", ("Klein", "Small"), "a test", "a test", (TEXT,), ("{id}",))


@hookimpl
def bestek_classification():
    return rules.rules
"""


def version_of(package: Path) -> Version:
    """Give the version that a package declares."""
    found = VERSION.search((package / "pyproject.toml").read_text(encoding="utf-8"))
    assert found
    return Version(found[2])


def next_minor(version: Version) -> str:
    """Give the version after this one that adds something."""
    return f"{version.major}.{version.minor + 1}.0"


def next_major(version: Version) -> str:
    """Give the version after this one that breaks something."""
    return f"{version.major + 1}.0.0"


def build(package: Path, into: Path) -> str:
    """Build a wheel of a folder and give its name."""
    with contextlib.chdir(package):
        return build_wheel(str(into))


def build_as(package: Path, version: str, into: Path, work: Path, *, adds: str = "") -> str:
    """Build a copy of one of our packages at another version, with code added to its `__init__.py`."""
    copy = work / f"{package.name}-{version}"
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (init,) = copy.glob("src/*/__init__.py")
    for file in (copy / "pyproject.toml", init):
        file.write_text(VERSION.sub(rf'\1 = "{version}"', file.read_text(encoding="utf-8")), encoding="utf-8")
    with init.open("a", encoding="utf-8") as end:
        end.write(adds)
    return build(copy, into)


def build_small(
    into: Path,
    work: Path,
    name: str,
    version: str = "1.0.0",
    *,
    id: str | None = None,
    needs: tuple[str, ...] = ("bestek",),
    kind: str = "department",
    before: str = "",
    after: str = "",
) -> str:
    """Build a regulation with one duty, in the distribution `bestek-<name>`; `before` and `after` are more code."""
    folder = work / f"{name}-{version}"
    module = folder / f"bestek_{name}"
    module.mkdir(parents=True)
    code = SMALL.format(id=id or name, kind=kind)
    (module / "__init__.py").write_text(before + code + after, encoding="utf-8")
    project = f"""
        [build-system]
        requires = ["hatchling"]
        build-backend = "hatchling.build"

        [project]
        name = "bestek-{name}"
        version = "{version}"
        dependencies = {json.dumps(needs)}

        [project.entry-points.bestek]
        {id or name} = "bestek_{name}"
    """
    (folder / "pyproject.toml").write_text(textwrap.dedent(project), encoding="utf-8")
    return build(folder, into)
