"""Every help page, report and error is what its golden file holds; `python tests/golden.py` writes them anew."""

from __future__ import annotations

import golden
import pytest


@pytest.mark.parametrize("language", golden.LANGUAGES)
@pytest.mark.parametrize(("name", "line"), golden.COMMANDS.items(), ids=golden.COMMANDS)
def test_command(name: str, line: str, language: str) -> None:
    assert golden.said(line, language) == golden.path_of(name, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", golden.LANGUAGES)
@pytest.mark.parametrize(("name", "line"), golden.helps().items(), ids=golden.helps())
def test_help(name: str, line: str, language: str) -> None:
    assert golden.help_said(line, language) == golden.path_of(name, language).read_text(encoding="utf-8")


def test_every_file_belongs_to_a_command() -> None:
    known = {golden.path_of(name, language) for name, _, _ in golden.everything() for language in golden.LANGUAGES}
    assert set(golden.FOLDER.glob("*/*.txt")) == known
