"""Parameters: dated values of an instrument, kept in `parameters.toml` beside the rules that use them.

    [eea]
    kind = "countries"
    nl = "Landen van de Europese Economische Ruimte"
    en = "Countries of the European Economic Area"
    stricter = "smaller"

    [[eea.values]]
    from = 2020-02-01
    value = ["AT", …]
    source = "…"
    confidence = "verbatim"

A parameter whose content a person must keep has `owner = "profile"` and no values: it is unknown until a
profile, or the caller of `load_policy`, fills it. An empty list is then a statement.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs

from ._kinds import ChoiceKind, CountryKind, DayKind, FlagKind, Kind, Misfit, Misfits, NumberKind, SetKind
from ._texts import Text
from ._tree import ParamRef
from .errors import PluginError
from .law import CONFIDENCES, Confidence
from .words import Condition, ValueSet

_STRICTER = ("lower", "higher", "smaller", "larger", "true", "false", "earlier", "later")


@attrs.frozen
class DatedValue:
    """The value of a parameter over a half-open stretch of days; None is "from ever" or "for ever"."""

    start: date | None
    end: date | None
    value: Any
    source: str
    url: str | None = None
    confidence: Confidence = "verbatim"
    note: str | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether this is the value on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@attrs.frozen(eq=False)
class Parameter:
    """A dated value of an instrument. `id` is `<regulation>.<name>`."""

    id: str
    label: Text
    kind: Kind
    values: tuple[DatedValue, ...] = ()
    owner: str = "law"
    stricter: str | None = None

    @property
    def name(self) -> str:
        """The name without its regulation: the key in `parameters.toml` and in a profile."""
        return self.id.partition(".")[2]


@attrs.frozen(eq=False)
class Parameters:
    """The parameters of one plugin. Call it with a name to use one in a condition: `param("eea")`."""

    all: Mapping[str, Parameter]

    def __call__(self, name: str) -> Any:
        """Give the handle of a parameter: a number, a date, a set, a condition, as its kind has it."""
        if name not in self.all:
            from ._blame import enclosing_rule
            from .errors import nearest

            raise PluginError(f"no parameter {name!r}", rule=enclosing_rule(), nearest=nearest(name, self.all))
        parameter = self.all[name]
        if isinstance(parameter.kind, SetKind):
            return ValueSet(ParamRef(parameter))
        if isinstance(parameter.kind, FlagKind):
            return Condition(ParamRef(parameter))
        return parameter.kind.handle(ParamRef(parameter))


def parameters(package: str, of: str | None = None) -> Parameters:
    """Read `parameters.toml` of a package; `of` is the regulation's id, by default the package's name after `bestek_`."""
    file = Path(str(sys.modules[package].__file__)).parent / "parameters.toml"
    return read_parameters(file, of or package.rpartition("bestek_")[2])


def read_parameters(file: Path, of: str) -> Parameters:
    """Read a parameter file. Raises `PluginError` that names the file and the parameter."""
    import tomli

    try:
        tables = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as wrong:
        raise PluginError(f"{file.name}: {wrong}") from wrong
    return Parameters({name: _parameter(name, table, of) for name, table in tables.items()})


def _parameter(name: str, table: Mapping[str, Any], of: str) -> Parameter:
    where = f"parameters.toml: {name}"
    allowed = {"kind", "nl", "en", "unit", "choices", "owner", "stricter", "values"}
    if wrong := sorted(table.keys() - allowed):
        raise PluginError(f"{where}: unknown key {wrong[0]!r}; allowed: {', '.join(sorted(allowed))}")
    if not table.get("nl") or not table.get("en"):
        raise PluginError(f"{where}: needs nl and en")
    owner, stricter = table.get("owner", "law"), table.get("stricter")
    if owner not in ("law", "profile") or stricter not in (None, *_STRICTER):
        raise PluginError(f"{where}: owner is law or profile, stricter one of {', '.join(_STRICTER)}")
    kind = _kind(where, table)
    values = tuple(_value(where, kind, row) for row in table.get("values", ()))
    if owner == "law" and not values:
        raise PluginError(f"{where}: has no value")
    for before, after in pairwise(values):
        if before.end is None or after.start is None or before.end > after.start:
            raise PluginError(f"{where}: values overlap or are out of order at {after.start}")
    return Parameter(f"{of}.{name}", Text(table["nl"], table["en"]), kind, values, owner, stricter)


def _kind(where: str, table: Mapping[str, Any]) -> Kind:
    choices = {value: Text(*labels) for value, labels in table.get("choices", {}).items()}
    kinds: dict[str, Kind] = {
        "flag": FlagKind(),
        "date": DayKind(),
        "number": NumberKind(table.get("unit", ""), whole=False),
        "integer": NumberKind(table.get("unit", ""), whole=True),
        "country": CountryKind(),
        "countries": SetKind(CountryKind(), "countries"),
        "choice": ChoiceKind(choices),
        "choices": SetKind(ChoiceKind(choices), "choices"),
    }
    if table.get("kind") not in kinds:
        raise PluginError(f"{where}: kind is one of {', '.join(kinds)}")
    return kinds[table["kind"]]


def _value(where: str, kind: Kind, row: Mapping[str, Any]) -> DatedValue:
    allowed = {"from", "until", "value", "source", "url", "confidence", "note"}
    if wrong := sorted(row.keys() - allowed):
        raise PluginError(f"{where}: unknown key {wrong[0]!r} in a value; allowed: {', '.join(sorted(allowed))}")
    if not row.get("source") or "value" not in row:
        raise PluginError(f"{where}: each value needs value and source")
    confidence = row.get("confidence", "verbatim")
    if confidence not in CONFIDENCES:
        raise PluginError(f"{where}: confidence is one of {', '.join(CONFIDENCES)}")
    return DatedValue(
        row.get("from"),
        row.get("until"),
        value_of(kind, row["value"], where),
        row["source"],
        row.get("url"),
        confidence,
        row.get("note"),
    )


def value_of(kind: Kind, raw: object, where: str) -> Any:
    """Make the value of a parameter, or say what it should have been."""
    try:
        return kind.parse(raw)
    except Misfit as misfit:
        raise PluginError(
            f"{where}: {misfit.found} is not a {kind.name}; allowed: {', '.join(misfit.allowed)}"
        ) from None
    except Misfits as wrong:
        found = ", ".join(misfit.found for _, misfit in wrong.members)
        raise PluginError(f"{where}: {found} cannot be in a set of {kind.name}") from None
