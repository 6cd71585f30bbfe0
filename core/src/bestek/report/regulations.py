"""What is installed: each regulation, its texts, and how much of its legal reading it covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from .. import _tree as t
from .._plugins import Broken, Loaded
from .._say import day as say_day
from .._texts import say
from ..law import Instrument
from ..rules import Rule
from . import words as _words  # noqa: F401 - adds the words of reports
from .wrap import wrapped

OUTCOMES = ("computed", "judged", "open_norm", "definition", "omitted")
_SECOND = re.compile(r"(?<=\d)[b-z]\Z")  # a row with two kinds: the first keeps the id, the second adds b


def row_of(rule: str) -> str:
    """Give the row of the brief that a rule comes from: `KEY-01b` comes from `KEY-01`."""
    return _SECOND.sub("", rule)


def coverage(found: Loaded) -> dict[str, list[str]]:
    """Give the rows of the brief by outcome: computed, judged, open norm, definition, omitted."""
    made: dict[str, list[str]] = {outcome: [] for outcome in OUTCOMES}
    first: dict[str, Rule] = {}
    for rule in found.rules:
        first.setdefault(row_of(rule.id), rule)
    for row, rule in first.items():
        outcome = "open_norm" if rule.open_norm is not None else "judged" if rule.left_to_a_person else "computed"
        made[outcome].append(row)
    names = {
        node.name
        for rule in found.rules
        for top in rule.expressions()
        for node in t.walk(top)
        if isinstance(node, t.Named)
    }
    made["definition"] = sorted(
        name for name in names if re.fullmatch(r"[A-Z][A-Z0-9]*-[A-Z]?\d+", name) and name not in first
    )
    made["omitted"] = sorted(found.regulation.omits)
    return {outcome: sorted(rows) for outcome, rows in made.items()}


def as_dict(found: Loaded) -> dict[str, Any]:
    """Give a regulation as JSON-able data."""
    regulation = found.regulation
    rows = coverage(found)
    return {
        "id": regulation.id,
        "title": regulation.title._asdict(),
        "distribution": found.distribution,
        "version": found.version,
        "publisher": regulation.publisher,
        "contact": regulation.contact,
        "official": regulation.official,
        "scopes": list(regulation.scopes),
        "instruments": [instrument.to_dict() for instrument in regulation.instruments],
        "rules": dict(sorted(Counter(rule.kind for rule in found.rules).items())),
        "rows": {"total": sum(map(len, rows.values())), **{outcome: len(listed) for outcome, listed in rows.items()}},
        "rows_by_outcome": rows,
        "omits": dict(regulation.omits),
    }


def as_data(loaded: Iterable[Loaded], broken: Iterable[Broken]) -> list[dict[str, Any]]:
    """Give regulations as JSON-able data, those that did not load with the reason."""
    return [as_dict(found) for found in loaded] + [
        {"id": found.id, "distribution": found.distribution, "version": found.version, "broken": found.reason}
        for found in broken
    ]


def list_text(loaded: Iterable[Loaded], broken: Iterable[Broken], language: str, width: int) -> str:
    """List the regulations, one to a few lines each."""
    lines: list[str] = []
    for found in loaded:
        rows = coverage(found)
        total = sum(map(len, rows.values()))
        lines += _title(found, language, width)
        lines += _wrapped(f"{say('regulations.rows', language)}: {total} ({_counts(rows, language)})", width)
    for wrong in broken:
        lines.append(f"{wrong.id}  {wrong.version}  ({wrong.distribution})")
        lines += _wrapped(say("regulations.broken", language).format(reason=wrong.reason), width)
    return "\n".join(lines or [say("regulations.none", language)]) + "\n"


def one_text(found: Loaded, language: str, width: int) -> str:
    """Show one regulation: its texts, its rows by outcome, and what is left out and why."""
    regulation = found.regulation
    official = say("regulations.official" if regulation.official else "regulations.unofficial", language)
    rows = coverage(found)
    lines = [
        *_title(found, language, width),
        f"  {say('regulations.publisher', language)}: {regulation.publisher} ({official})",
        f"  {say('regulations.contact', language)}: {regulation.contact}",
        "",
        say("regulations.instruments", language),
        *(line for instrument in regulation.instruments for line in _instrument(instrument, language, width)),
        "",
        f"{say('regulations.rows', language)}",
        f"  {say('regulations.total', language)}: {sum(map(len, rows.values()))}",
    ]
    for outcome, listed in rows.items():
        lines.append(f"  {say(f'regulations.{outcome}', language)}: {len(listed)}")
        if outcome != "computed" and listed:
            lines += _wrapped(", ".join(listed), width, "    ")
    if regulation.omits:
        lines += ["", say("regulations.omits", language)]
        lines += [f"  {row}: {_reason(reason, language)}" for row, reason in sorted(regulation.omits.items())]
    lines += ["", say("regulations.rules", language)]
    kinds = Counter(rule.kind for rule in found.rules)
    lines += [f"  {say(f'kind.{kind}', language)}: {count}" for kind, count in sorted(kinds.items())]
    return "\n".join(lines) + "\n"


def _title(found: Loaded, language: str, width: int) -> list[str]:
    title = f"{found.regulation.id}  {found.version}  {found.regulation.title.in_(language)}"
    return wrapped(title, width, "", "    ")


def _counts(rows: dict[str, list[str]], language: str) -> str:
    return ", ".join(
        f"{say(f'regulations.{outcome}', language)} {len(listed)}" for outcome, listed in rows.items() if listed
    )


def _reason(reason: str, language: str) -> str:
    return say(f"omit.{reason}", language) if reason in ("information", "not about a procurement") else reason


def _instrument(instrument: Instrument, language: str, width: int) -> Iterator[str]:
    days = []
    if instrument.valid_from:
        days.append(say("regulations.from", language).format(day=say_day(instrument.valid_from, language)))
    if instrument.valid_until:
        days.append(say("regulations.until", language).format(day=say_day(instrument.valid_until, language)))
    status = say(f"instrument.{instrument.status}", language)
    yield from wrapped(
        f"{instrument.title.in_(language)} ({instrument.citation}); {', '.join([status, *days])}", width, "  ", "    "
    )
    if instrument.checked_by and instrument.checked_on:
        text = say("regulations.checked", language)
        yield f"    {text.format(by=instrument.checked_by, day=say_day(instrument.checked_on, language))}"
    else:
        yield f"    {say('regulations.unchecked', language)}"
    if instrument.note:
        yield from wrapped(instrument.note.in_(language), width, "    ")


def _wrapped(text: str, width: int, indent: str = "  ") -> list[str]:
    return wrapped(text, width, indent)
