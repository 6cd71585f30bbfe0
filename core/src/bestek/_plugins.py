"""Find the installed regulations and load them, each by itself, so that a broken one harms nobody else."""

from __future__ import annotations

import importlib.metadata
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

import attrs
import pluggy

from . import _tree as t
from ._check import NoSense
from .classes import ClassOf
from .errors import BestekError, PluginError
from .group import Group
from .hooks import PROJECT, RULE_HOOKS, Hooks, Reader, Report
from .regulation import Regulation
from .rules import SCOPING, Rule
from .vocabulary import File

if TYPE_CHECKING:
    import click

    from .result import Assessment


@attrs.frozen(eq=False)
class Loaded:
    """A regulation that loaded: its rules in the order of its hooks, where it comes from, and its other hooks."""

    regulation: Regulation
    rules: tuple[Rule, ...]
    distribution: str
    version: str
    hook: Any
    classes: tuple[ClassOf, ...] = ()


@attrs.frozen
class Broken:
    """A regulation that did not load, and why."""

    id: str
    distribution: str
    version: str
    reason: str


@attrs.frozen(eq=False)
class Installed:
    """An entry point of the group `bestek` that nobody has loaded yet."""

    id: str
    distribution: str
    version: str
    requires: tuple[str, ...]
    entry: Any


@lru_cache(maxsize=1)
def installed() -> tuple[Installed, ...]:
    """List the installed regulations, by id and distribution. Reads every installed distribution: once."""
    found = {}
    for entry in importlib.metadata.entry_points(group=PROJECT):
        dist: Any = entry.dist
        name = dist.name if dist is not None else "?"
        found[entry.name, name] = Installed(
            entry.name, name, dist.version if dist else "?", tuple(dist.requires or ()) if dist else (), entry
        )
    return tuple(found[key] for key in sorted(found))


def usable(ids: Iterable[str] | None = None) -> tuple[Loaded | Broken, ...]:
    """Load the installed regulations, or those with these ids. Of two with one id, neither is used unless chosen."""
    here = [of for of in installed() if _chosen.get(of.id, of.distribution) == of.distribution]
    count = Counter(of.id for of in here)
    wanted = [of for of in here if ids is None or of.id in ids]
    found = [load(of) if count[of.id] == 1 else _contested(of, here) for of in wanted]
    own = {of.id: of for one in found if isinstance(one, Loaded) for of in one.classes if not of.foreign}
    return tuple(_misread(one, own) or one for one in found)


def _classes_of(rules: Sequence[Rule]) -> Iterator[ClassOf]:
    """Give every class that rules fill or read, as often as they name it."""
    yield from (rule.fill.of for rule in rules if rule.fill is not None)
    tops = (top for rule in rules for top in rule.expressions())
    yield from (node.of for node in t.distinct(tops) if isinstance(node, t.ClassRef))


def _misread(one: Loaded | Broken, own: Mapping[str, ClassOf]) -> Broken | None:
    """Refuse a regulation that reads a class of another one with other values than that one gives it."""
    if isinstance(one, Broken) or not one.regulation.reads_classes:
        return None
    for of in one.classes:
        if of.foreign and of.id in own and of.kind.key != own[of.id].kind.key:
            here, there = ", ".join(of.kind.values), ", ".join(own[of.id].kind.values)
            reason = f"class {of.id} has other values than it reads: {there}; it reads {here}"
            return Broken(one.regulation.id, one.distribution, one.version, reason)
    return None


_chosen: dict[str, str] = {}  # of regulations that several distributions have: the one that a profile named


def choose(id: str, distribution: str) -> None:
    """Use the regulation of this distribution, in this process and from now on: reading a file asks no policy."""
    if _chosen.get(id) != distribution:
        _chosen[id] = distribution
        facts_of.cache_clear()


def _contested(of: Installed, here: Iterable[Installed]) -> Broken:
    names = ", ".join(other.distribution for other in here if other.id == of.id)
    return Broken(of.id, of.distribution, of.version, f"several distributions have the regulation {of.id!r}: {names}")


@cache
def load(of: Installed) -> Loaded | Broken:
    """Load one regulation; whatever goes wrong in it is the reason that it is broken."""
    try:
        reason = _other_core(of.requires)
        if reason is None:
            return load_module(of.entry.load(), of.id, of.distribution, of.version)
    except PluginError as wrong:
        reason = wrong.message()
    except (Exception, SystemExit) as wrong:  # a plugin that quits does not take us along
        reason = f"{type(wrong).__name__}: {wrong}"
    return Broken(of.id, of.distribution, of.version, reason)


def load_module(module: ModuleType | object, id: str, distribution: str = "", version: str = "") -> Loaded:
    """Load a regulation from its plugin module and check it. Raises `PluginError`."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(module, name=id)
        manager.check_pending()
    except pluggy.PluginValidationError as wrong:
        raise PluginError(f"hook: {wrong}") from wrong
    given = manager.hook.bestek_regulation()
    if len(given) != 1 or not isinstance(given[0], Regulation):
        raise PluginError("bestek_regulation must give a Regulation")
    regulation: Regulation = given[0]
    if regulation.id != id:
        raise PluginError(f"the entry point is named {id!r}, but its regulation {regulation.id!r}")
    rules: list[Rule] = []
    for hook in RULE_HOOKS:
        for result in getattr(manager.hook, hook)():
            rules += _rules_of(hook, result, regulation.id)
    check_regulation(regulation, rules)
    classes = tuple(dict.fromkeys(_classes_of(rules)))
    return Loaded(regulation, tuple(rules), distribution, version, manager.hook, classes)


def _rules_of(hook: str, result: object, regulation: str) -> list[Rule]:
    rules: list[Rule] = []
    for item in result if isinstance(result, Iterable) else [result]:
        if not isinstance(item, Rule):
            raise PluginError(f"{hook} must give rules, not {item!r:.60}")
        rules.append(attrs.evolve(item, regulation=regulation, hook=hook))
    return rules


def check_regulation(regulation: Regulation, rules: Sequence[Rule]) -> None:
    """Check what only shows when the rules of a regulation stand together. Raises `PluginError`."""
    seen: dict[str, Rule] = {}
    vocabulary = set(File.all_groups()) | {group for top in regulation.facts for group in top.all_groups()}
    decided = {rule.scope for rule in rules if rule.kind in SCOPING}
    walked: set[int] = set()
    for rule in rules:
        name = f"{rule.id} ({rule.place})"
        if rule.id in seen:
            raise PluginError(f"the id is taken by {seen[rule.id].place}", rule=name)
        seen[rule.id] = rule
        if rule.scope is not None and rule.scope not in regulation.scopes:
            raise PluginError(f"the regulation has no scope {rule.scope!r}", rule=name)
        if rule.scope is None and rule.kind in SCOPING:
            raise PluginError("a row that decides a scope needs one", rule=name)
        for cite in rule.cites:
            if cite.instrument not in regulation.instruments:
                raise PluginError(f"{cite.instrument.id} is none of the regulation's instruments", rule=name)
        try:
            for node in t.distinct(rule.expressions(), walked):
                _check_node(node, regulation, vocabulary)
        except NoSense as wrong:
            raise PluginError(wrong.what, rule=name) from None
    classes: dict[str, ClassOf] = {}
    for of in _classes_of(rules):
        if classes.setdefault(of.id, of) is not of and not of.foreign:
            raise PluginError(f"class {of.id} is declared twice")
    for scope in regulation.scopes:
        if "." not in scope and scope not in decided:
            raise PluginError(f"no row says when scope {scope!r} applies")
        if not any(instrument.scope == scope.partition(".")[0] for instrument in regulation.instruments):
            raise PluginError(f"no instrument stands behind scope {scope!r}")


def _check_node(node: t.Node, regulation: Regulation, vocabulary: set[type[Group]]) -> None:
    match node:
        case t.FactRef(fact=fact) | t.Exists(fact=fact):
            if fact.owner not in vocabulary:
                raise NoSense(f"{fact.path} is a fact of another regulation")
        case t.ParamRef(parameter=parameter):
            owner = parameter.id.partition(".")[0]
            if owner not in (regulation.id, PROJECT):
                raise NoSense(f"parameter {parameter.id} is another regulation's")
        case t.ClassRef(of=of):
            owner = of.id.partition(".")[0]
            if of.foreign and of.id not in regulation.reads_classes:
                raise NoSense(f"class {of.id} is not among the classes that the regulation says it reads")
            if not of.foreign and owner != regulation.id:
                raise NoSense(f"class {of.id} is another regulation's: read it with foreign_level or foreign_kinds")


def _other_core(requires: Iterable[str]) -> str | None:
    """Say that a plugin needs another core than this one, where it does."""
    core = importlib.metadata.version(PROJECT)
    for requirement in requires:
        if requirement.lower().startswith(PROJECT) and not _admits(requirement, core):
            return f"needs {requirement.strip()}, but the core is {core}"
    return None


_CLAUSE = re.compile(r"(>=|<)(\d+(?:\.\d+)*)")  # as most plugins write it: >=1,<2


def _admits(requirement: str, core: str) -> bool:
    """Tell whether this core will do. Plain clauses need no help; `packaging`, slow to load, reads all others."""
    clauses = _CLAUSE.findall(requirement)
    plain = PROJECT + ",".join(operator + bound for operator, bound in clauses)
    if requirement == plain and re.fullmatch(r"\d+(\.\d+)*", core):
        here, found = _release(core), [(operator, _release(bound)) for operator, bound in clauses]
        return all(here >= bound if operator == ">=" else here < bound for operator, bound in found)
    from packaging.requirements import Requirement

    needs = Requirement(requirement)
    if needs.name.lower() != PROJECT or (needs.marker is not None and not needs.marker.evaluate({"extra": ""})):
        return True
    return needs.specifier.contains(core, prereleases=True)


def _release(version: str) -> tuple[int, ...]:
    """Give the numbers of a plain version, without zeros at the end: 1.0 is 1."""
    numbers = [int(number) for number in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


@cache
def facts_of(name: str) -> Mapping[str, type[Group]]:
    """Give the groups of facts of an installed regulation, by the place they stand at; empty where there is none."""
    for found in usable([name]):
        if isinstance(found, Broken):
            raise PluginError(f"{found.distribution} {found.version}: {found.reason}")
        return places(found.regulation)
    return {}


def places(regulation: Regulation) -> Mapping[str, type[Group]]:
    """Give the groups of facts of a regulation by the place they stand at, with `[]` for lists."""
    return {group.at: group for group in regulation.facts}


def readers(loaded: Iterable[Loaded]) -> Mapping[str, Reader]:
    """Give the input formats that regulations add, by name."""
    return {
        name: _contained(found, reader) for found in loaded for name, reader in _given(found, found.hook.bestek_readers)
    }


def reports(loaded: Iterable[Loaded]) -> Mapping[str, Report]:
    """Give the report formats that regulations add, by name."""
    return {
        name: _contained(found, report) for found in loaded for name, report in _given(found, found.hook.bestek_reports)
    }


def _given(of: Loaded, hook: Callable[[], Iterable[Mapping[str, Any]]]) -> list[tuple[str, Any]]:
    """Ask a plugin which formats it adds. One that fails adds none, is named in the log, and disturbs nobody else."""
    try:
        return [pair for given in hook() for pair in given.items()]
    except (Exception, SystemExit) as wrong:
        _failed(of, wrong)
        return []


def _failed(of: Loaded, wrong: BaseException) -> None:
    import logging

    logging.getLogger("bestek").warning("%s %s: %s: %s", of.distribution, of.version, type(wrong).__name__, wrong)


def _contained(of: Loaded, call: Callable[..., Any]) -> Any:
    """Lay a fault in a plugin's own code at its door."""

    def contained(*arguments: Any) -> Any:
        try:
            return call(*arguments)
        except BestekError:
            raise
        except (Exception, SystemExit) as wrong:
            raise PluginError(f"{of.distribution} {of.version}: {type(wrong).__name__}: {wrong}") from wrong

    return contained


def listeners(loaded: Iterable[Loaded]) -> tuple[Callable[[Assessment], None], ...]:
    """Give what wants to hear of assessments."""
    return tuple(_contained(found, _tell(found)) for found in loaded if found.hook.bestek_assessed.get_hookimpls())


def _tell(of: Loaded) -> Callable[[Assessment], None]:
    def tell(assessment: Assessment) -> None:
        of.hook.bestek_assessed(assessment=assessment)

    return tell


def add_commands(cli: click.Group) -> None:
    """Let the plugins that load add their commands to a group."""
    for found in usable():
        if isinstance(found, Loaded):
            try:
                found.hook.bestek_commands(cli=cli)
            except (Exception, SystemExit) as wrong:
                _failed(found, wrong)
