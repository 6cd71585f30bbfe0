"""Classes: what a file is, on a scale or in a table of values; and scores.

A class is declared once and read by name. `level(…)` gives a handle that compares as a scale does,
`kinds(…)` one that compares as a choice does. Rules fill it (`Chapter.classifies`, `.bound`, `.proposes`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import attrs

from ._kinds import ChoiceKind, Kind, ScaleKind
from ._texts import Text
from ._tree import ClassRef
from .errors import PluginError
from .facts import Fact, Labels
from .words import Choice, Scale


@attrs.frozen(eq=False)
class ClassOf:
    """A class. `id` is `<regulation>.<name>`.

    `decided_by` is the fact that holds the decision where the law leaves the class to a person. `counts` says
    which certain level counts: the strictest (highest), or the lowest. `foreign` classes are another
    regulation's; only their id and kind are known here.
    """

    id: str
    label: Text
    kind: Kind
    decided_by: Any = None  # a `facts.Fact`; written Any because that class is a descriptor
    counts: Literal["strictest", "lowest"] = "strictest"
    per_supplier: bool = False
    foreign: bool = False

    @property
    def on_scale(self) -> bool:
        """A level on a scale, not a value of a table."""
        return isinstance(self.kind, ScaleKind)


@attrs.frozen(eq=False)
class ScoreOf:
    """A number that rules compute from parts. `id` is `<regulation>.<name>`."""

    id: str
    label: Text
    per_supplier: bool = False


class Level(Scale):
    """A level on a scale, to compare with."""

    __slots__ = ()


class Table(Choice):
    """A value of a decision table, to compare with."""

    __slots__ = ()


def class_of(handle: Level | Table) -> ClassOf:
    """Give the class behind a handle."""
    if not isinstance(handle.node, ClassRef):
        raise PluginError("this is not a class")
    return handle.node.of


def level(
    id: str,
    scale: Scale | Labels,
    *,
    nl: str,
    en: str,
    decided_by: Scale | None = None,
    counts: Literal["strictest", "lowest"] = "strictest",
    per_supplier: bool = False,
) -> Level:
    """Declare a class that is a level on a scale: that of a fact, or one of its own, lightest first."""
    kind = _kind(scale, ScaleKind)
    return Level(ClassRef(ClassOf(id, Text(nl, en), kind, _fact(decided_by, id, kind), counts, per_supplier)))


def kinds(
    id: str,
    values: Choice | Labels,
    *,
    nl: str,
    en: str,
    decided_by: Choice | None = None,
    per_supplier: bool = False,
) -> Table:
    """Declare a class that is one value of a decision table."""
    kind = _kind(values, ChoiceKind)
    return Table(ClassRef(ClassOf(id, Text(nl, en), kind, _fact(decided_by, id, kind), "strictest", per_supplier)))


def foreign_level(id: str, scale: Scale | Labels, *, per_supplier: bool = False) -> Level:
    """Read a level of another regulation; unknown where that regulation is not there."""
    return Level(ClassRef(ClassOf(id, Text(id, id), _kind(scale, ScaleKind), per_supplier=per_supplier, foreign=True)))


def foreign_kinds(id: str, values: Choice | Labels, *, per_supplier: bool = False) -> Table:
    """Read a value of another regulation's decision table; unknown where that regulation is not there."""
    return Table(
        ClassRef(ClassOf(id, Text(id, id), _kind(values, ChoiceKind), per_supplier=per_supplier, foreign=True))
    )


def score(id: str, *, nl: str, en: str, per_supplier: bool = False) -> ScoreOf:
    """Declare a score."""
    return ScoreOf(id, Text(nl, en), per_supplier)


def _kind(given: Any, wanted: type[ChoiceKind]) -> Kind:
    if isinstance(given, Mapping):
        return wanted({value: Text(*labels) for value, labels in given.items()})
    from ._check import kind_of

    kind = kind_of(given.node)
    if not isinstance(kind, wanted):
        raise PluginError(f"a class needs a {wanted.name}, not a {kind.name}")
    return kind


def _fact(handle: Any, id: str, kind: Kind) -> Fact[Any, Any] | None:
    if handle is None:
        return None
    fact: Fact[Any, Any] = handle.node.fact
    if fact.kind.key != kind.key:
        raise PluginError(f"class {id}: {fact.path} has other values than the class")
    return fact
