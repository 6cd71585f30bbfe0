"""The parameters of the core: what several regulations share."""

from __future__ import annotations

from pathlib import Path

from .params import read_parameters

SHARED = read_parameters(Path(__file__).parent / "parameters.toml", "bestek")

EU = SHARED("eu")
EEA = SHARED("eea")
OFFENSIVE_CYBER_COUNTRIES = SHARED("offensive_cyber_countries")
