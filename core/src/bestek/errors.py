"""What can be wrong, said so that its reader can mend it.

One base class, and one child per reader: the author of a procurement file, the owner of a policy,
the author of a plugin. A fault of a file is a `Problem`; all problems of a file travel in one error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from ._texts import REASONS, Text, say

LONGEST = 80  # letters; what is longer is shown in part, and has no near spelling


@attrs.frozen
class Problem:
    """One fault: where it is, what was found, what is allowed.

    `code` names the kind of fault (see `_texts.PROBLEMS`). `path` is the fact's path, `line` the line in the
    file where the format gives one. `allowed` is language-neutral: values, or a form such as `YYYY-MM-DD`.
    """

    code: str
    path: str = ""
    found: str = ""
    allowed: tuple[str, ...] = ()
    nearest: str | None = None
    line: int | None = None
    file: str | None = None

    @property
    def where(self) -> str:
        """The file, the line and the path, as far as they are known: `dossier.toml:12: buyer.kind`."""
        place = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        path = self.path if len(self.path) <= 2 * LONGEST else f"{self.path[:LONGEST]}…{self.path[-LONGEST:]}"
        return ": ".join(part for part in (place, path) if part)

    def message(self, language: str = "en") -> str:
        """Say the fault in one line, place first."""
        return ": ".join(part for part in (self.where, self.what(language)) if part)

    def what(self, language: str = "en") -> str:
        """Say what was found and what is allowed."""
        found = REASONS[self.found].in_(language) if self.found in REASONS else self.found
        text = say(f"problem.{self.code}", language).format(found=found, path=self.path)
        if self.nearest:
            text += say("problem.nearest", language).format(nearest=self.nearest)
        if self.allowed:
            shown = ", ".join(self.allowed[:20]) + (", …" if len(self.allowed) > 20 else "")
            text += say("problem.allowed", language).format(allowed=shown)
        return text

    def to_dict(self) -> dict[str, Any]:
        """Give the fault as JSON-able data; the keys are those of DESIGN section 7, and the file."""
        return {
            "code": self.code,
            "file": self.file,
            "path": self.path,
            "line": self.line,
            "found": self.found,
            "allowed": list(self.allowed),
            "nearest": self.nearest,
        }


class BestekError(Exception):
    """Something that a user can mend. `problems` lists every fault that was found."""

    def __init__(self, problems: Problem | Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__(self.message("en"))

    def message(self, language: str = "en") -> str:
        """Say every fault, one a line."""
        return "\n".join(problem.message(language) for problem in self.problems)


class ProcurementError(BestekError):
    """A procurement file, or what it says, is wrong. For the author of the file."""


class PolicyError(BestekError):
    """A policy cannot be put together: a profile, a regulation or a parameter. For its owner."""


class PluginError(BestekError):
    """A regulation is written wrongly. For the author of the plugin; `rule` names the rule where one is known."""

    def __init__(self, what: str, *, rule: str | None = None, nearest: str | None = None) -> None:
        self.rule = rule
        self.what = what
        super().__init__(Problem("plugin", path=rule or "", found=what, nearest=nearest))


class UnknownFactError(PluginError, AttributeError):
    """A rule names a fact that is not in the vocabulary."""


class NoTruthValueError(PluginError, TypeError):
    """A condition was used where Python wants a truth value: `and`, `or`, `not`, `in`, `if`, `a < b < c`."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known spelling closest to `word`, or None where nothing is close."""
    if len(word) > LONGEST:
        return None
    import difflib  # imported on failure only: it is slow to load

    lowered = {name.lower(): name for name in known}
    if len(word) > 3 * max(map(len, lowered), default=0):  # nothing so long is close; comparing it takes memory
        return None
    if word.lower() in lowered:
        return lowered[word.lower()]
    close = difflib.get_close_matches(word.lower(), list(lowered), n=1, cutoff=0.6)
    return lowered[close[0]] if close else None


__all__ = [
    "BestekError",
    "NoTruthValueError",
    "PluginError",
    "PolicyError",
    "Problem",
    "ProcurementError",
    "Text",
    "UnknownFactError",
    "nearest",
]
