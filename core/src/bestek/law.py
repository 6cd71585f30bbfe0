"""What a rule rests on: instruments, and the places in them that it cites."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import attrs

from ._texts import Text, text_of

Confidence = Literal["verbatim", "transcribed", "secondary", "inferred"]
CONFIDENCES: tuple[Confidence, ...] = ("verbatim", "transcribed", "secondary", "inferred")  # strongest first
Status = Literal["in_force", "proposal", "method", "repealed"]


@attrs.frozen(eq=False)
class Instrument:
    """A legal text, or one edition of it.

    `scope` names what the text binds; editions of one text share a scope. A text that is only a source (a
    letter, a web page) has none. `valid_from` is its first day, `valid_until` the first day it no longer is.
    `url` is an address that was seen, never a guessed one; without one, `citation` holds the official
    publication number. `read_on` is the day the copy at hand was read; `checked_by` and `checked_on` stay
    empty until a person has compared it with the official text.
    """

    id: str
    title: Text = attrs.field(converter=text_of)
    citation: str
    scope: str | None = None
    status: Status = "in_force"
    url: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    read_on: date | None = None
    checked_by: str | None = None
    checked_on: date | None = None
    confidence: Confidence = "verbatim"
    note: Text | None = attrs.field(default=None, converter=attrs.converters.optional(text_of))

    def at(self, place: str, confidence: Confidence | None = None) -> Citation:
        """Cite a place in this text."""
        return Citation(self, place, confidence or self.confidence)

    def to_dict(self) -> dict[str, Any]:
        """Give the instrument as JSON-able data."""
        return {
            "id": self.id,
            "title": self.title._asdict(),
            "citation": self.citation,
            "scope": self.scope,
            "status": self.status,
            "url": self.url,
            **{
                name: day.isoformat() if (day := getattr(self, name)) else None
                for name in ("valid_from", "valid_until", "read_on", "checked_on")
            },
            "checked_by": self.checked_by,
            "note": self.note._asdict() if self.note else None,
        }


@attrs.frozen
class Citation:
    """A place in an instrument, and how sure it is that the rule says what stands there."""

    instrument: Instrument
    at: str
    confidence: Confidence

    def to_dict(self) -> dict[str, Any]:
        """Give the citation as JSON-able data; `instrument` is its id."""
        return {
            "instrument": self.instrument.id,
            "title": self.instrument.title._asdict(),
            "at": self.at,
            "url": self.instrument.url,
            "confidence": self.confidence,
        }


def weakest(cites: tuple[Citation, ...]) -> Confidence:
    """Give the weakest confidence among these citations."""
    return max((cite.confidence for cite in cites), key=CONFIDENCES.index, default="inferred")
