"""How every report breaks its lines: at spaces only, never inside a word, a path or a name with a hyphen."""

from __future__ import annotations

import textwrap


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Break a text into lines; `first` goes before the first line, `rest` (else `first`) before the others."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
