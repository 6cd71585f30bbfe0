"""Reports: an assessment written for people (`text`). JSON is not a report but the result itself."""

from __future__ import annotations
