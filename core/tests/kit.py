"""What the tests share: small invented laws, a way to judge files by them, and a way to install them.

A law is written as any plugin writes it, and judged by everything that judges: the interpreter and the compiled
decider must agree on each file that a test looks at.
"""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs

import bestek
from bestek import (
    Chapter,
    Instrument,
    Regulation,
    _plugins,
    first_match,
    hookimpl,
    kinds,
    launched,
    level,
    months,
    part,
    score,
)
from bestek._interpret import Interpreter
from bestek._plugins import Loaded, load_module
from bestek.policy import Policy
from bestek.rules import SCOPING, Rule
from bestek.vocabulary import buyer, contract, documents, information, procedure, risk, service, supplier

ON = date(2026, 10, 1)  # the day on which files are judged unless a test says otherwise
WORDS = {"at": "1", "nl": "tekst", "en": "text"}  # what every rule needs and most tests do not care about
ANSWERS = {True: "yes", False: "no", None: "open"}


# Laws -----------------------------------------------------------------------------------------------------


def text(id: str = "toy-act", scope: str | None = "toy", **more: Any) -> Instrument:
    """Make a legal text; without dates it was always in force."""
    return Instrument(id, ("Speelgoedwet", "Toy Act"), f"Stcrt. {id}", scope=scope, **more)


def act(of: Instrument | None = None, *, applies: Any = True, **more: Any) -> Chapter:
    """Begin a law whose scope holds under this condition, by default always; its row is `APP`."""
    chapter = Chapter(of or text(), **more)
    chapter.applies("APP", when=applies, **WORDS)
    return chapter


def law(*chapters: Chapter | Iterable[Rule], id: str = "toy", **more: Any) -> Loaded:
    """Load a regulation with these rules, as the plugin of that id would be loaded."""
    rules = [rule for one in chapters for rule in (one.rules if isinstance(one, Chapter) else one)]
    texts = dict.fromkeys(cite.instrument for rule in rules for cite in rule.cites)
    scopes = dict.fromkeys(rule.scope for rule in rules if rule.scope is not None)
    regulation = Regulation(
        **{
            "id": id,
            "title": (f"De wet {id}", f"The {id} act"),
            "publisher": "niemand",
            "contact": "niemand",
            "instruments": tuple(texts),
            "scopes": tuple(scopes),
            **more,
        }
    )
    hooks = {"bestek_regulation": lambda: regulation, "bestek_requirements": lambda: rules}
    return load_module(
        SimpleNamespace(**{name: hookimpl(hook) for name, hook in hooks.items()}), id, f"bestek-{id}", "1.2.3"
    )


def policy_of(*laws: Loaded | Chapter, parameters: Mapping[str, Any] | None = None) -> Policy:
    """Put a policy together of laws, or of one chapter that is the whole law `toy`."""
    loaded = tuple(one if isinstance(one, Loaded) else law(one) for one in laws)
    return Policy(loaded, (), dict(parameters or {}))


def small_law() -> Loaded:
    """Make a small law that has one of everything: it is the made-up regulation of the tests of whole results."""
    chapter = act(applies=buyer.kind == "agency")
    chapter.exempts("EXC", when=procedure.value < 1000, **WORDS)
    inside = Chapter(chapter.instrument, scope="toy.chapter")
    inside.applies("IN", when=contract.framework, **WORDS)
    of = level("toy.level", information.tbb, decided_by=information.tbb, nl="niveau", en="level")
    table = kinds("toy.table", {"a": ("a", "a"), "b": ("b", "b")}, nl="tabel", en="table")
    points = score("toy.points", nl="punten", en="points")
    chapter.bound("BOUND", of=of, when=risk.national_security, table="tbb3", **WORDS)
    chapter.proposes("PROP", of=of, table="tbb2", **WORDS)
    chapter.classifies("TABLE", of=table, table=first_match([(of >= "tbb3", "a"), (of < "tbb3", "b")]), **WORDS)
    in_months = part("duration", value=contract.duration, maximum=48, weight=100, nl="duur", en="duration")
    chapter.scores("POINTS", of=points, parts=[in_months], **WORDS)
    chapter.obliges("DPIA", demands=documents.dpia.exists, by=launched + months(1), **WORDS)
    chapter.prohibits("CLOUD", when=of >= "tbb3", forbids=service.deployment == "public", same_as="other/X", **WORDS)
    inside.judged("JUDGED", by="NBIV", phase="award", **WORDS)
    chapter.obliges("NORM", open_norm="passend", **WORDS)
    chapter.permits("MAY", when=contract.framework, **WORDS)
    chapter.advises("ADVICE", duty_of="other", **WORDS)
    chapter.obliges("SEAT", demands=supplier.control_countries.within("NL"), duty_of="supplier", **WORDS)
    coming = act(text("toy-proposal", "coming", status="proposal"))
    coming.obliges("COMING", demands=documents.risk_analysis.exists, confidence="inferred", **WORDS)
    rules = [attrs.evolve(rule, id="P-APP") if rule.id == "APP" else rule for rule in coming.rules]
    return law(chapter, inside, rules)


SMALL = {  # a file that says something for each rule of the small law
    "title": "Voorbeeld",
    "buyer.kind": "agency",
    "procedure.value": 250000,
    "procedure.stage": "selection",
    "procedure.launched_on": "2026-05-01",
    "contract.framework": True,
    "contract.duration": 24,
    "information.tbb": "tbb4",
    "risk.national_security": True,
    "service.deployment": "public",
    "documents.dpia": False,
    "suppliers": [
        {
            "name": "B",
            "role": "winner",
            "controllers": [{"country": "US", "control": True}],
            "controllers_complete": True,
        },
        {"name": "A", "role": "tenderer", "control_countries": ["NL"]},
        {"role": "tenderer"},
    ],
    "evidence": {"buyer.kind": {"source": "https://voorbeeld.nl", "on": "2026-01-01"}},
}


# Files ----------------------------------------------------------------------------------------------------


def file_of(facts: Mapping[str, Any] | None = None, **more: Any) -> bestek.Procurement:
    """Read a procurement of tables, or of facts by path: `{"procedure.stage": "award"}`."""
    data: dict[str, Any] = {}
    for path, value in {**(facts or {}), **more}.items():
        *tables, last = path.split(".") if '"' not in path else [path]
        here = data
        for table in tables:
            here = here.setdefault(table, {})
        here[last] = value
    return bestek.read(data)


def assess(law: Policy | Loaded | Chapter, facts: Any = None, on: date = ON, **more: Any) -> bestek.Assessment:
    """Judge facts by a law, and check that the compiled decider gives what the interpreter gives."""
    policy = law if isinstance(law, Policy) else policy_of(law, **more)
    procurement = facts if isinstance(facts, bestek.Procurement) else file_of(facts)
    assessment = policy.assess(procurement, on)
    interpreted = Interpreter(policy.program, procurement, on).outcome()
    assert policy.engine.decider().run(procurement.facts, on) == interpreted
    assert assessment.outcome == interpreted
    return assessment


def status(
    law: Policy | Loaded | Chapter,
    facts: Any = None,
    rule: str = "R",
    *,
    on: date = ON,
    subject: str | None = None,
    **more: Any,
) -> str:
    """Judge facts and give the status of one rule; of a row that decides a scope: yes, no or open."""
    assessment = assess(law, facts, on, **more)
    found = assessment.policy.rule(rule)
    if subject is None:
        subject = "procurement" if not found.of_supplier else assessment.subjects[1].subject
    if found.kind in SCOPING:
        return ANSWERS[assessment.policy.engine.explainer.when(found, assessment.place(subject))[0]]
    finding = assessment.finding(found, subject)
    return "not_judged" if finding is None else finding.status


def truth(condition: Any, facts: Any = None, on: date = ON, *, time: str = "launch", **more: Any) -> bool | None:
    """Give the truth of a condition for a file: that of an advice of which it is the condition."""
    chapter = act()
    chapter.advises("R", when=condition, time=time, **WORDS)
    found = status(chapter, facts, on=on, **more)
    return {"noted": True, "not_applicable": False, "open": None}[found]


def finding(assessment: bestek.Assessment, rule: str = "R", subject: str | None = None) -> bestek.Finding:
    """Give what a rule says, applicable or not."""
    law = assessment.policy.rule(rule)
    found = assessment.finding(
        law, subject or ("procurement" if not law.of_supplier else assessment.subjects[1].subject)
    )
    assert found is not None
    return found


def scopes(assessment: bestek.Assessment) -> dict[str, str]:
    """Give for each scope whether it applies."""
    return {scope.id: scope.applies for found in assessment.regulations for scope in found.scopes}


def class_result(assessment: bestek.Assessment, name: str, subject: str = "procurement") -> Any:
    """Give what a class came to."""
    return next(one for one in assessment.classes if one.class_ == name and one.subject == subject)


# Installed plugins ----------------------------------------------------------------------------------------


def write_plugin(
    folder: Path,
    id: str,
    source: str,
    *,
    version: str = "1.2.3",
    requires: Iterable[str] = (),
    distribution: str | None = None,
    module: str | None = None,
) -> None:
    """Write a plugin as an installer leaves it: a module, and a dist-info folder that names it."""
    distribution, module = (
        distribution or f"bestek-{id}",
        module or f"plugin_{id}_{abs(hash((str(folder), distribution)))}",
    )
    (folder / f"{module}.py").write_text(textwrap.dedent(source), encoding="utf-8")
    info = folder / f"{distribution.replace('-', '_')}-{version}.dist-info"
    info.mkdir()
    needs = "".join(f"Requires-Dist: {one}\n" for one in requires)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n{needs}")
    (info / "entry_points.txt").write_text(f"[bestek]\n{id} = {module}\n")


PLUGIN = """
from bestek import Chapter, Instrument, Regulation, hookimpl
from bestek.vocabulary import buyer, documents

ACT = Instrument("{id}-act", ("De wet {id}", "The {id} act"), "Stcrt. 1", scope="{id}")
chapter = Chapter(ACT)
chapter.applies("APP", at="1", when=buyer.kind == "agency", nl="Geldt voor agentschappen.", en="Applies to agencies.")
chapter.obliges("R", at="2", demands=documents.dpia.exists, nl="Er is een DPIA.", en="There is a DPIA.")


@hookimpl
def bestek_regulation():
    return Regulation(
        id="{id}", title=("De wet {id}", "The {id} act"), publisher="niemand", contact="niemand",
        instruments=(ACT,), scopes=("{id}",),
    )


@hookimpl
def bestek_requirements():
    return chapter.rules
"""


def plugin_source(id: str) -> str:
    """Give the source of a sound plugin: an agency must have a DPIA."""
    return PLUGIN.replace("{id}", id)


def forget_plugins() -> None:
    """Make bestek look anew for what is installed."""
    from bestek.testing import _cases

    for module in (_plugins, _cases):
        for thing in list(vars(module).values()):
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


def entry_points_in(folder: Path, group: str) -> importlib.metadata.EntryPoints:
    """List the entry points of the distributions in one folder, and of no other."""
    found = importlib.metadata.distributions(path=[str(folder)])
    return importlib.metadata.EntryPoints(
        point for dist in found for point in dist.entry_points if point.group == group
    )


# Processes ------------------------------------------------------------------------------------------------

# Runs code with the plugins of one folder only, whatever else is installed beside the core.
_ONLY = """
import importlib.metadata as m, sys
folder = sys.argv.pop(1)
m.entry_points = lambda *, group: m.EntryPoints(
    point for dist in m.distributions(path=[folder]) for point in dist.entry_points if point.group == group
)
sys.path.insert(0, folder)
"""
COMMAND_LINE = "from bestek.cli import main; main()"
SILENT = ("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "BESTEK_LANGUAGE", "BESTEK_PROFILE")


def command(code: str, folder: Path, *arguments: str) -> list[str]:
    """Give the command that runs Python code in its own process, with the plugins of this folder and no other."""
    return [sys.executable, "-c", _ONLY + textwrap.dedent(code), str(folder), *arguments]


def python(code: str, folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[Any]:
    """Run Python code so, and wait for it."""
    options = {"capture_output": True, "text": True, "timeout": 60, "env": environment(), **more}
    return subprocess.run(command(code, folder, *arguments), check=False, **options)  # noqa: S603 - our own text


def bestek_process(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[Any]:
    """Run the command line so."""
    return python(COMMAND_LINE, folder, *arguments, **more)


def environment(**more: str) -> dict[str, str]:
    """Give an environment in which nothing says which language, colour or width to use."""
    return {name: value for name, value in os.environ.items() if name not in SILENT} | more
