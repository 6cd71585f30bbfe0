"""Settings of the tests, and the fixtures that install plugins.

Hypothesis draws the same examples every time and shows the first that fails as it was drawn;
`HYPOTHESIS_PROFILE=wide` draws other and many more, and makes what fails as small as it can.
"""

from __future__ import annotations

import importlib.metadata
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from kit import SILENT, entry_points_in, forget_plugins, plugin_source, write_plugin

_COMMON: dict[str, Any] = {"deadline": None, "suppress_health_check": list(HealthCheck)}
_DRAWN = (Phase.explicit, Phase.generate)
settings.register_profile("ci", **_COMMON, max_examples=30, derandomize=True, database=None, phases=_DRAWN)
settings.register_profile("wide", **_COMMON, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

Install = Callable[..., None]


def pytest_configure(config: pytest.Config) -> None:
    """Warnings are errors, and the slow tests can be left out."""
    config.addinivalue_line("filterwarnings", "error")
    config.addinivalue_line("markers", "slow: takes seconds; leave out with -m 'not slow'")


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """A folder to install plugins in, for another process."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    return folder


@pytest.fixture
def install(plugins: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install plugins in this process: while the test runs, those are all there are."""

    def install_one(id: str, source: str | None = None, **more: Any) -> None:
        write_plugin(plugins, id, plugin_source(id) if source is None else source, **more)
        forget_plugins()

    monkeypatch.syspath_prepend(str(plugins))
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: entry_points_in(plugins, group))
    forget_plugins()
    yield install_one
    forget_plugins()


@pytest.fixture(autouse=True)
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away every variable that chooses a language, a colour or a width."""
    for name in SILENT:
        monkeypatch.delenv(name, raising=False)
