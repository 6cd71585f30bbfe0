"""Four eyes: a note on a change of law names its author, another person who reviewed it, and the day of reading."""

from __future__ import annotations

import re
from datetime import date, datetime

FORM = "Author: NAME. Reviewer: NAME. Read on 21 November 2026."
LINE = re.compile(r"Author: (.+?)\. Reviewer: (.+?)\. Read on (.+?)\.")
NOBODY = re.compile(r"(nobody|niemand|none|the|de makers)\b", re.IGNORECASE)  # nobody, or more than one person


def missing(note: str, today: date) -> str | None:
    """Say what a note on a change of law lacks, or nothing."""
    found = LINE.search(" ".join(note.split()))
    if found is None:
        return f'it does not say "{FORM}"'
    author, reviewer, read_on = found.groups()
    if NOBODY.match(reviewer):
        return f'no person has reviewed it (its reviewer is "{reviewer}")'
    if NOBODY.match(author):
        return f'its author must be one person, not "{author}"'
    if author.casefold() == reviewer.casefold():
        return f"{author} cannot review a change of {author}"
    try:
        day = datetime.strptime(read_on, "%d %B %Y").date()
    except ValueError:
        return f'"{read_on}" is not a day such as "21 November 2026"'
    return f"{read_on} is still to come" if day > today else None
