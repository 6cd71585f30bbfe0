"""From a file to its text and plain data, within bounds, whatever the file is for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .errors import Problem, ProcurementError

LARGEST = 20_000_000  # bytes; a file this long is no procurement, and reading it would take memory


def bytes_of(name: str) -> bytes:
    """Give the bytes of a file. Raises `ProcurementError` where it cannot be read, or is no procurement by its size."""
    try:
        with Path(name).open("rb") as stream:
            return within_size(stream.read(LARGEST + 1), name)
    except (OSError, ValueError) as wrong:  # a ValueError where no file can have this name
        reason = getattr(wrong, "strerror", None) or str(wrong)
        raise ProcurementError(Problem("unreadable", found=reason, file=name)) from wrong


def within_size(content: bytes, name: str) -> bytes:
    """Give what was read, unless it is too long."""
    if len(content) > LARGEST:
        raise ProcurementError(Problem("unreadable", found=f"> {LARGEST} bytes", file=name))
    return content


def text_of(content: bytes, name: str | None) -> str:
    """Give the text of a file. Raises `ProcurementError` where it is not UTF-8, or empty."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        found = f"0x{content[wrong.start]:02x}"
        raise ProcurementError(Problem("encoding", found=found, line=line, file=name)) from None
    if not text.strip():
        raise ProcurementError(Problem("empty", file=name))
    return text


TOML_VALUES = ('x = "text"', "x = 1200000", "x = 2026-01-31", "x = true", 'x = ["NL"]')


def from_toml(text: str, name: str | None) -> Any:
    """Give the plain data of a TOML text. Raises `ProcurementError`."""
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as wrong:
        raise ProcurementError(
            Problem("syntax", found=wrong.msg, allowed=TOML_VALUES, line=wrong.lineno, file=name)
        ) from None
    except RecursionError:
        raise ProcurementError(Problem("too_deep", file=name)) from None
    except ValueError as wrong:  # a number or date that Python does not hold
        raise ProcurementError(Problem("syntax", found=str(wrong)[:80], file=name)) from None
