"""What the tests of profiles share: an invented law with parameters and a rule that can be waived, and profiles."""

from __future__ import annotations

import base64
import hashlib
import textwrap
from datetime import date
from pathlib import Path

from kit import write_plugin

from bestek import PolicyError
from bestek.policy import Policy, load_policy

ON = date(2026, 10, 1)

TOY = """
from pathlib import Path
from bestek import Chapter, Group, Instrument, Regulation, hookimpl, months, today
from bestek.facts import day, flag
from bestek.params import read_parameters
from bestek.vocabulary import buyer, documents, exit, procedure, service

LAW = read_parameters(Path(__file__).with_suffix(".toml"), "{id}")


class Toy(Group, at="{id}", nl="Speelgoed", en="Toys"):
    adopted = flag(nl="Gevolgd door een eigen besluit", en="Followed by own decision")
    start_date = day(nl="Begin", en="Start")


ACT = Instrument("{id}-act", ("De wet {id}", "The {id} act"), "Stcrt. 1", scope="{id}")
chapter = Chapter(ACT)
chapter.applies("APP", at="1", when=(buyer.kind == "agency") | Toy.adopted, nl="Geldt.", en="Applies.")
chapter.obliges("REVIEW", at="2", derogable=True, time="today",
    demands=exit.reviewed_on >= today - months(LAW("review_months")), nl="Kijk opnieuw.", en="Review it.")
chapter.obliges("DPIA", at="3", demands=documents.dpia.exists, nl="Er is een DPIA.", en="There is a DPIA.")
chapter.prohibits("ABROAD", at="4", forbids=~service.storage_countries.within(LAW("homes")),
    nl="Niet ver weg.", en="Not far away.")
chapter.prohibits("WATCHED", at="5", forbids=service.access_countries.intersects(LAW("watched")),
    nl="Niet daar.", en="Not there.")
chapter.advises("NOTE", at="6", derogable=True, nl="Denk na.", en="Think.")


@hookimpl
def bestek_regulation():
    return Regulation(
        id="{id}", title=("De wet {id}", "The {id} act"), publisher="niemand", contact="niemand",
        instruments=(ACT,), scopes=("{id}",), facts=(Toy,), parameters=LAW, renamed={"OLD": "REVIEW", "GONE": None},
    )


@hookimpl
def bestek_requirements():
    return chapter.rules
"""

PARAMETERS = """
[review_months]
kind = "integer"
unit = "months"
nl = "Termijn"
en = "Interval"
stricter = "lower"
[[review_months.values]]
until = 2026-01-01
value = 24
source = "artikel 2 (oud)"
[[review_months.values]]
from = 2026-01-01
value = 12
source = "artikel 2"

[homes]
kind = "countries"
nl = "Dichtbij"
en = "Nearby"
stricter = "smaller"
[[homes.values]]
value = ["BE", "DE", "NL"]
source = "artikel 4"

[fixed]
kind = "integer"
unit = "days"
nl = "Vast"
en = "Fixed"
[[fixed.values]]
value = 5
source = "artikel 9"

[watched]
kind = "countries"
nl = "In het oog"
en = "Watched"
owner = "profile"
stricter = "larger"
"""

CHILD = '[profile]\nextends = ["parent.toml"]\n'
TOY_CHOSEN = "[regulations]\ntoy = {}\n"
WAIVER = """
[[waivers]]
rule = "toy/REVIEW"
scope = "all"
reason = "wordt vervangen"
approved_by = "CIO"
approved_on = 2026-09-01
expires = 2027-03-01
"""


def write_toy(
    folder: Path, id: str = "toy", *, version: str = "1.2.3", distribution: str | None = None, module: str | None = None
) -> None:
    """Install the invented law, with a record of its files as an installer writes it."""
    module = module or f"plugin_{id}_{abs(hash(str(folder)))}"
    name = distribution or f"bestek-{id}"
    write_plugin(folder, id, TOY.replace("{id}", id), version=version, distribution=name, module=module)
    (folder / f"{module}.toml").write_text(PARAMETERS, encoding="utf-8")
    info = f"{name.replace('-', '_')}-{version}.dist-info"
    files = [f"{module}.py", f"{module}.toml", f"{info}/METADATA", f"{info}/entry_points.txt"]
    record(folder, info, files)


def record(folder: Path, info: str, files: list[str]) -> None:
    """Write the RECORD of an installed distribution."""
    lines = []
    for file in files:
        content = (folder / file).read_bytes()
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        lines.append(f"{file},sha256={digest},{len(content)}")
    (folder / info / "RECORD").write_text("\n".join([*lines, f"{info}/RECORD,,"]) + "\n")


def write(folder: Path, **files: str) -> Path:
    """Write profiles, `bestek` as `bestek.toml`, and give the path of the last one."""
    for name, text in files.items():
        path = folder / f"{name}.toml"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def load(path: Path, on: date | None = ON, **more: object) -> Policy:
    """Load the policy of a profile on the day of the tests."""
    return load_policy(path, on=on, **more)  # type: ignore[arg-type]


def faults(path: Path, on: date | None = ON, **more: object) -> list[tuple[str, str, int | None]]:
    """Give code, path and line of every fault of a profile; none where it loads."""
    try:
        load(path, on, **more)
    except PolicyError as wrong:
        return [(problem.code, problem.path, problem.line) for problem in wrong.problems]
    return []
