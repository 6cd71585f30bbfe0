"""The numbers, dates and lists of the four subjects: `parameters.toml`."""

from __future__ import annotations

from bestek import parameters

LAW = parameters("bestek_cadasov")
