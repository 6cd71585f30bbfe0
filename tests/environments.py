"""A fresh virtual environment with exactly the wheels that a test names, made without a network."""

from __future__ import annotations

import importlib.metadata
import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement

CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "BESTEK_"))}


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


class Environment:
    """A virtual environment: no package of ours but those installed, and of others only what the core needs."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder = folder
        self.wheels = wheels
        venv.create(folder, symlinks=True)
        (site,) = folder.glob("lib/python*/site-packages")
        (site / "needed.pth").write_text(f"{needed(folder.with_name('needed'))}\n")

    def install(self, *wanted: str, force: bool = False) -> Ran:
        """Install `name==version` from the wheels; with `force`, also what does not fit together."""
        return run(
            *(sys.executable, "-m", "pip", "--isolated", "--quiet", "--python", str(self.folder / "bin/python")),
            *("install", "--no-index", "--find-links", str(self.wheels), "--no-deps" if force else "--no-input"),
            *wanted,
            PIP_CONFIG_FILE=os.devnull,
            PIP_DISABLE_PIP_VERSION_CHECK="1",
        )

    def bestek(self, *arguments: str) -> Ran:
        """Run the command that was installed, in English."""
        return run(str(self.folder / "bin/bestek"), *arguments, BESTEK_LANGUAGE="en")

    def regulations(self) -> dict[str, Any]:
        """Give the version of each distribution that works, and the reason of each that does not."""
        ran = self.bestek("regulations", "--format", "json")
        assert ran.status == 0, ran.err
        return {one["distribution"]: one.get("broken", one["version"]) for one in json.loads(ran.out)}

    def assess(self, file: Path, on: str) -> dict[str, Any]:
        """Assess a file, where nothing is broken."""
        ran = self.bestek("assess", str(file), "--on", on, "--all", "--format", "json")
        assert not ran.err
        assessment: dict[str, Any] = json.loads(ran.out)
        return assessment


def run(*command: str, **variables: str) -> Ran:
    """Run a command outside the repository, with a clean slate of variables."""
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd="/", env=CLEAN | variables, timeout=300
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@cache
def needed(folder: Path) -> Path:
    """Fill a folder with links to what the core needs, from the packages of this Python."""
    folder.mkdir()
    for name in requirements_of(["bestek"]) - {"bestek"}:
        distribution = importlib.metadata.distribution(name)
        for top in {file.parts[0] for file in distribution.files or ()} - {"..", "__pycache__"}:
            (folder / top).symlink_to(str(distribution.locate_file(top)))
    return folder


def requirements_of(names: Iterable[str]) -> set[str]:
    """Give these distributions and all that they need, without extras."""
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            parsed = map(Requirement, importlib.metadata.requires(name) or ())
            left += [one.name for one in parsed if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found
