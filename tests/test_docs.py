"""The pages of `docs`: what they show is run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

from paths import ROOT


def blocks(page: str, language: str) -> list[str]:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def run(code: str, **environment: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr


def test_embed() -> None:
    code = blocks("embed.md", "python")
    assert len(code) >= 5
    run("\n".join(code))


def test_write_a_regulation(tmp_path: Path) -> None:
    """The package of the page, put together from its blocks, passes its own cases and leaves no status untested."""
    code = blocks("write-a-regulation.md", "python")
    parameters, project, cases = blocks("write-a-regulation.md", "toml")
    package = tmp_path / "bestek_bylaw"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "plugin.py").write_text("\n".join(code), encoding="utf-8")
    (package / "parameters.toml").write_text(parameters, encoding="utf-8")
    installed = tmp_path / "bestek_bylaw-1.0.0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: bestek-bylaw\nVersion: 1.0.0\n")
    entry = re.search(r'^bylaw = "(.*)"$', project, re.MULTILINE)
    assert entry
    (installed / "entry_points.txt").write_text(f"[bestek]\nbylaw = {entry[1]}\n")
    (tmp_path / "cases.toml").write_text(cases, encoding="utf-8")
    (usage,) = re.findall(
        r"```\n(from bestek.testing.*?)```", (ROOT / "docs/write-a-regulation.md").read_text(), re.DOTALL
    )
    check = f"""
        cases = read_cases({str(tmp_path / "cases.toml")!r}, regulation="bylaw")
        assert len(cases) == 3
        for case in cases:
            run_case(case)
        missing = untested("bylaw", cases)
        assert not [one for one in missing if "B-2" in one and "breach" in one], missing
    """
    run(usage + textwrap.dedent(check), PYTHONPATH=str(tmp_path))


def test_the_dutch_readme(tmp_path: Path) -> None:
    """Its commands run in the order in which they stand, and its pieces of file are a file."""
    page = (ROOT / "README.nl.md").read_text(encoding="utf-8")
    lines = re.findall(r"```\n(bestek .*)\n```", page) + re.findall(r"`(bestek [a-z]+ [^`]+)`", page)
    assert len(lines) >= 8
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    for line in lines:
        command = [sys.executable, "-c", "from bestek.cli import main; main()", *line.split()[1:]]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 3), (line, done.stderr)
    pieces = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "pieces.toml").write_text("\n".join(pieces), encoding="utf-8")
    import bestek

    assert bestek.read(tmp_path / "pieces.toml").get("buyer.kind") == "agency"


def test_the_page_of_the_command_line() -> None:
    """What its console block shows is what comes out."""
    (block,) = blocks("command-line.md", "console")
    command, said, _, status = block.strip().splitlines()
    words = command.removeprefix("$ bestek ").split()
    done = subprocess.run(
        [sys.executable, "-c", "from bestek.cli import main; main()", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "BESTEK_LANGUAGE": "nl"},
    )
    assert (done.stdout.strip(), str(done.returncode)) == (said, status)
