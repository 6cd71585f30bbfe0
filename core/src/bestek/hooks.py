"""The hooks that a regulation implements, and that its commands, readers and reports may.

A plugin is a module named in the entry-point group `bestek`; the entry point's name is the regulation's id:

    [project.entry-points.bestek]
    abro = "bestek_abro.plugin"

Its functions carry the mark `hookimpl`. Every hook may be left out but `bestek_regulation`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import pluggy

from .regulation import Regulation
from .rules import Rule

if TYPE_CHECKING:
    import click

    from .procurement import Procurement
    from .result import Assessment

F = TypeVar("F", bound=Callable[..., Any])

PROJECT = "bestek"
_hookspec = pluggy.HookspecMarker(PROJECT)
_hookimpl = pluggy.HookimplMarker(PROJECT)

Reader = Callable[[bytes], "Procurement"]
Report = Callable[["Assessment", str], str]


def hookimpl(function: F) -> F:
    """Mark a function of a plugin as one of the hooks below; its name says which."""
    return _hookimpl(function)


class Hooks:
    """What a plugin can give. All rules of a hook come as one iterable, in the order of the text."""

    @_hookspec
    def bestek_regulation(self) -> Regulation:  # type: ignore[empty-body]
        """Give the regulation: its id, texts, parameters and facts. Needed."""

    @_hookspec
    def bestek_classification(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Give the rules on what applies, and which class a file has."""

    @_hookspec
    def bestek_requirements(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Give duties, bans, permissions and advice on the procurement itself."""

    @_hookspec
    def bestek_supplier_vetting(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Give the same about a supplier, its owners and its subcontractors."""

    @_hookspec
    def bestek_exit_requirements(self) -> Iterable[Rule]:  # type: ignore[empty-body]
        """Give the rules on leaving."""

    @_hookspec
    def bestek_commands(self, cli: click.Group) -> None:
        """Add commands to the command line."""

    @_hookspec
    def bestek_readers(self) -> Mapping[str, Reader]:  # type: ignore[empty-body]
        """Give more input formats: from the name of a format to a reader of bytes."""

    @_hookspec
    def bestek_reports(self) -> Mapping[str, Report]:  # type: ignore[empty-body]
        """Give more report formats: from the name of a format to a writer of an assessment in a language."""

    @_hookspec
    def bestek_assessed(self, assessment: Assessment) -> None:
        """Hear of an assessment after it was made: for a decision log, or for counting."""


RULE_HOOKS = ("bestek_classification", "bestek_requirements", "bestek_supplier_vetting", "bestek_exit_requirements")
