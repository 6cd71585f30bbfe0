"""The commands of `docs/make-a-profile.md`, run in a fresh environment of wheels, say what the page says they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from building import build, build_as
from environments import CLEAN, Environment
from paths import ROOT

PAGE = ROOT / "docs/make-a-profile.md"
NEEDED = ("abro", "cloudpolicy")
BLOCK = re.compile(r"^```(console|toml)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """Give the page's commands with what they say, and the lines that it adds to the profile, in order."""
    found = []
    for kind, block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "toml":
            found.append(("", block))
        else:
            parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)[1:]
            found += list(zip(parts[::2], parts[1::2], strict=True))
    return found


def matches(shown: str, said: str) -> bool:
    """Tell whether a command said what the page shows; `…` stands for whatever is left out."""
    pattern = "".join(".*" if part == "…" else re.escape(part) for part in re.split("(…)", shown.strip()))
    return re.fullmatch(pattern, said.strip(), re.DOTALL) is not None


def test_the_page_needs_at_most_twelve_commands() -> None:
    assert len([line for line, _ in steps() if line]) <= 12


def test_what_the_page_shows_is_compared() -> None:
    assert matches("a\n…\nb", "a\nx\ny\nb")
    assert not matches("a\n…\nb", "a\nx\nc")
    assert not matches("a", "a\nb")


def test_the_page(tmp_path: Path) -> None:
    wheels, work = tmp_path / "wheels", tmp_path / "work"
    work.mkdir()
    for name in ("core", *(f"plugins/{plugin}" for plugin in NEEDED)):
        build(ROOT / name, wheels)
    build_as(ROOT / "plugins/cloudpolicy", "1.1.0", wheels, work)
    environment = Environment(tmp_path / "environment", wheels)
    assert environment.install("bestek==1.0.0", *(f"bestek-{plugin}==1.0.0" for plugin in NEEDED)).status == 0
    folder = tmp_path / "ministry"
    shutil.copytree(ROOT / "examples", folder / "examples")
    for line, shown in steps():
        if not line:
            with (folder / "bestek.toml").open("a", encoding="utf-8") as end:
                end.write(f"\n{shown}")
        elif line.startswith("pip install "):
            assert environment.install(line.split()[-1]).status == 0
        else:
            said = shell(line, folder, environment)
            assert matches(shown, said), f"$ {line}\n{said}"


def shell(line: str, folder: Path, environment: Environment) -> str:
    """Run a line as the reader of the page would, in English; give what it said on both streams."""
    path = f"{environment.folder / 'bin'}:{os.environ['PATH']}"
    settings = CLEAN | {"PATH": path, "BESTEK_LANGUAGE": "en", "COLUMNS": "80", "NO_COLOR": "1"}
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=settings, text=True, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout
