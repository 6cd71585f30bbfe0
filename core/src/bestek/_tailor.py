"""Put a policy together of a profile: its regulations, standing facts, parameters and waivers, or every fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import attrs

from ._convert import Faults, make_converter
from ._param_values import against_law, parameters_of, read_value
from ._paths import join
from ._plugins import Broken, Installed, Loaded, choose, installed, usable
from ._profile_file import Path_, Setting, WaiverEntry
from ._ranges import Range
from ._standing import StandingFacts
from ._stricter import is_looser, strictest
from .errors import Problem, nearest
from .finding import Waiver
from .group import Group
from .hooks import PROJECT
from .procurement import Evidence, known_facts
from .profile import Chosen, Profile, looser, said_in, shown_value
from .rules import Rule
from .vocabulary import File
from .waivers import judge

Problems = list[Problem]


# Regulations ------------------------------------------------------------------------------------------------


def load_chosen(profile: Profile) -> tuple[tuple[Loaded, ...], Problems]:
    """Load the regulations of a profile, each from the distribution and in the range of versions that it names."""
    here = installed()
    problems: Problems = []
    wanted: list[str] = []
    for chosen in profile.regulations.values():
        wrong = _check_chosen(chosen, [of for of in here if of.id == chosen.id], sorted({of.id for of in here}))
        problems += wrong
        if not wrong:
            wanted.append(chosen.id)
            if chosen.distribution is not None:
                choose(chosen.id, chosen.distribution)
    found = usable(wanted)
    for one in found:
        if isinstance(one, Broken):
            problems.append(profile.regulations[one.id].named.problem("broken_regulation", found=one.reason))
    return tuple(one for one in found if isinstance(one, Loaded)), problems


def _check_chosen(chosen: Chosen, candidates: list[Installed], known: list[str]) -> Problems:
    if not candidates:
        near = nearest(chosen.id, known)
        return [chosen.named.problem("regulation_not_installed", found=chosen.id, nearest=near)]
    names = tuple(of.distribution for of in candidates)
    if chosen.distribution is None and len(candidates) > 1:
        return [chosen.named.problem("several_distributions", found="", allowed=names)]
    if chosen.distribution is not None and chosen.distribution not in names:
        return [chosen.named.problem("unknown_distribution", found=f'"{chosen.distribution}"', allowed=names)]
    of = next(one for one in candidates if chosen.distribution in (None, one.distribution))
    unfit = [setting for setting in chosen.versions if not Range(setting.value).admits(of.version)]
    if not unfit:
        return []
    wants = tuple(said_in(setting) for setting in unfit)
    return [unfit[0].problem("version_not_admitted", found=f"{of.version} ({of.distribution})", allowed=wants)]


# Standing facts ---------------------------------------------------------------------------------------------


def standing_facts(profile: Profile, loaded: Iterable[Loaded]) -> tuple[StandingFacts | None, Problems]:
    """Give the facts that hold for every procurement of the organisation."""
    said = {("buyer", *path[1:]): found[-1] for path, found in profile.under("organisation").items()}
    said |= {path[1:]: found[-1] for path, found in profile.under("facts").items()}
    problems = _not_chosen(profile, "facts", profile.under("facts"))
    strange = {path[1] for path in profile.under("facts") if path[1] not in profile.regulations}
    said = {path: setting for path, setting in said.items() if path[0] not in strange}
    groups = {group.at: group for found in loaded for group in found.regulation.facts}

    def extension(name: str, group: type[Group]) -> type[Group] | None:
        return groups.get(name) if group is File else None

    try:
        facts = make_converter(extension).structure(_nested(said), File)
    except Faults as wrong:
        problems += [_placed(problem, said) for problem in wrong.problems()]
        return None, problems
    known = [path for path, _, _ in known_facts(facts)]
    by_path = {join(path): setting for path, setting in said.items()}
    sources = {
        path: Evidence(source=profile.local(by_path[path].file), pinpoint=by_path[path].path)
        for path in known
        if path in by_path
    }
    return (StandingFacts(facts, sources) if known else None), problems


def _nested(said: Mapping[Path_, Setting]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for path, setting in said.items():
        here = made
        for part in path[:-1]:
            here = here.setdefault(part, {})
        here[path[-1]] = setting.value
    return made


def _placed(problem: Problem, said: Mapping[Path_, Setting]) -> Problem:
    """Lay a fault of a standing fact at the setting that has it."""
    for path, setting in said.items():
        if problem.path == join(path) or problem.path.startswith(join(path) + "["):
            return attrs.evolve(problem, path=setting.path, file=setting.file, line=setting.line)
    inside = [setting for path, setting in said.items() if join(path).startswith(problem.path)]
    table = "organisation" if problem.path.startswith("buyer") else f"facts.{problem.path}"
    return attrs.evolve(problem, path=table, file=inside[0].file, line=inside[0].line) if inside else problem


def _not_chosen(profile: Profile, table: str, found: Mapping[Path_, tuple[Setting, ...]]) -> Problems:
    strange: dict[str, Setting] = {}
    for path, settings in found.items():
        if path[1] not in profile.regulations and (table, path[1]) != ("parameters", PROJECT):
            strange.setdefault(path[1], settings[-1])
    known = tuple(profile.regulations)
    return [
        setting.problem("not_in_profile", found=f'"{name}"', path=f"{table}.{name}", nearest=nearest(name, known))
        for name, setting in strange.items()
    ]


# Parameters -------------------------------------------------------------------------------------------------


def parameter_values(profile: Profile, loaded: Iterable[Loaded], on: date | None) -> tuple[dict[str, Any], Problems]:
    """Give the strictest value of each parameter that the profile fills or tightens."""
    known = parameters_of(found.regulation for found in loaded)
    loaded_ids = {id.partition(".")[0] for id in known} | {found.regulation.id for found in loaded}  # noqa: A001
    found = profile.under("parameters")
    problems = _not_chosen(profile, "parameters", found)
    made: dict[str, Any] = {}
    for path, settings in found.items():
        id = ".".join(path[1:])  # noqa: A001
        if path[1] not in loaded_ids:
            continue  # not chosen, or could not load: that was said
        if id not in known:
            near = nearest(path[-1], [one.partition(".")[2] for one in known if one.startswith(f"{path[1]}.")])
            problems.append(settings[-1].problem("unknown_parameter", found=f'"{id}"', nearest=near))
            continue
        values, wrong = _read_all(known[id], settings, on)
        problems += wrong
        if wrong:
            continue
        way = known[id].stricter
        problems += looser(profile, values, lambda value, than, way=way: is_looser(way, value, than))
        for setting in values:
            made[id] = strictest(way, made.get(id, setting.value), setting.value)
    return made, problems


def _read_all(parameter: Any, settings: tuple[Setting, ...], on: date | None) -> tuple[list[Setting], Problems]:
    """Read what each file says of a parameter; a value looser than the law is a fault of that file."""
    values: list[Setting] = []
    problems: Problems = []
    for setting in settings:
        value, wrong = read_value(parameter, setting.value)
        if not wrong:
            values.append(attrs.evolve(setting, value=value))
            loose = against_law(parameter, value, on)
            wrong = [attrs.evolve(loose, found=loose.found or shown_value(value))] if loose else []
        problems += [attrs.evolve(one, path=setting.path, file=setting.file, line=setting.line) for one in wrong]
    return values, problems


# Waivers ----------------------------------------------------------------------------------------------------


def judged_waivers(
    profile: Profile, rules: Mapping[str, Rule], loaded: Iterable[Loaded], on: date | None
) -> tuple[tuple[Waiver, ...], Problems, Problems]:
    """Give the waivers of a profile, what is wrong with them, and what its owner should know."""
    renamed = {
        f"{found.regulation.id}/{old}": f"{found.regulation.id}/{new}"
        for found in loaded
        for old, new in found.regulation.renamed.items()
        if new is not None
    }
    made: list[Waiver] = []
    problems: Problems = []
    warnings: Problems = []
    unloaded = profile.regulations.keys() - {found.regulation.id for found in loaded}
    for entry in profile.waivers:
        if entry.rule.partition("/")[0] in unloaded:
            continue  # why it could not load was said
        rule = renamed.get(entry.rule, entry.rule)
        waiver = Waiver(rule, entry.scope, entry.reason, entry.approved_by, entry.approved_on, entry.expires)
        standing = judge(waiver, rules.get(rule), on)
        if rule != entry.rule:
            warnings.append(_of_waiver(entry, "renamed_rule", "rule", rule))
        made.append(waiver)
        match standing:
            case "unknown_rule":
                problems.append(_of_waiver(entry, "unknown_rule", "rule", f'"{rule}"', nearest=nearest(rule, rules)))
            case "not_derogable":
                problems.append(_of_waiver(entry, "not_derogable", "rule", rule))
            case "expired":
                problems.append(_of_waiver(entry, "waiver_expired", "expires", entry.expires.isoformat()))
            case "ends_soon":
                warnings.append(_of_waiver(entry, "waiver_ends_soon", "expires", entry.expires.isoformat()))
            case "not_yet":
                warnings.append(_of_waiver(entry, "waiver_not_yet", "approved_on", entry.approved_on.isoformat()))
    return tuple(made), problems, warnings


def _of_waiver(entry: WaiverEntry, code: str, key: str, found: str, **more: Any) -> Problem:
    said = entry.said[key]
    return said.problem(code, found=found, path=f"{said.path} ({entry.rule})", **more)


def rules_of(loaded: Iterable[Loaded]) -> Iterator[tuple[str, Rule]]:
    """Give the rules of these regulations by full id."""
    return ((rule.full_id, rule) for found in loaded for rule in found.rules)
