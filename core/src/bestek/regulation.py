"""A regulation: what one plugin ships."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from ._texts import Text, text_of
from .group import Group
from .law import Instrument
from .params import Parameter, Parameters

_NONE: Mapping[str, Any] = MappingProxyType({})


@attrs.frozen(eq=False)
class Regulation:
    """A regulation and everything its rules rest on.

    `scopes` are the names that its rules may stand in, the lead scope first; `abro.chapter5` lies inside
    `abro`. `omits` lists the rows of the brief that are no rule, with the reason: `information`,
    `duplicate of <rule>` or `not about a procurement`. `reads_classes` lists the classes of other regulations
    that its rules read. `renamed` maps old rule ids to new ones, or to None where a rule was withdrawn.
    `official` is true only where the competent authority itself publishes the plugin.
    """

    id: str
    title: Text = attrs.field(converter=text_of)
    publisher: str
    contact: str
    instruments: tuple[Instrument, ...]
    scopes: tuple[str, ...]
    official: bool = False
    facts: tuple[type[Group], ...] = ()
    parameters: Parameters = attrs.field(factory=lambda: Parameters({}))
    omits: Mapping[str, str] = _NONE
    reads_classes: tuple[str, ...] = ()
    renamed: Mapping[str, str | None] = _NONE

    @property
    def lead_scope(self) -> str:
        """The scope that says whether the regulation applies."""
        return self.scopes[0]

    def parameter(self, name: str) -> Parameter | None:
        """Give a parameter by its name in `parameters.toml`."""
        return self.parameters.all.get(name)
