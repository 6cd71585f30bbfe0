"""The Python API: what is public, that it is light, silent and safe to share (DESIGN 7 and 8)."""

from __future__ import annotations

import asyncio
import builtins
import io
import logging
import os
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from hypothesis import given
from kit import ON, SMALL, act, file_of, plugin_source, policy_of, python, small_law, write_plugin
from strategies import files
from test_agreement import some

import bestek
from bestek import BestekError, PolicyError, ProcurementError
from bestek._engine import INTERPRETED
from bestek._to_json import dumps

# What is public -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", bestek.__all__)
def test_a_public_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(bestek, name)
    assert (found.__doc__ or "").strip() or name in ("today", "launched")


def test_the_public_names_are_in_order_and_whole() -> None:
    assert bestek.__all__ == sorted(set(bestek.__all__))
    assert {"read", "load_policy", "Policy", "Procurement", "Assessment", "BestekError", "hookimpl"} <= set(
        bestek.__all__
    )
    assert set(bestek.__all__) == set(bestek._HOME_OF)


def test_what_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'bestek' has no attribute 'assesment'"):
        bestek.assesment  # noqa: B018


def test_it_is_typed() -> None:
    assert (Path(bestek.__file__).parent / "py.typed").is_file()


def test_profiles_are_not_there_yet_and_it_says_so() -> None:
    with pytest.raises(PolicyError, match="profiles are not built yet"):
        bestek.load_policy("bestek.toml")  # type: ignore[arg-type]


# Light ----------------------------------------------------------------------------------------------------

HEAVY = ("click", "rich", "tomlkit", "duckdb", "pandas", "bestek.cli", "bestek.report", "bestek.testing", "plugin_toy")
LOADED = f"""
import sys
print(sorted(name for name in sys.modules if name.startswith({HEAVY!r})))
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "code",
    ["import bestek", "import bestek; bestek.read; bestek.Policy", "import bestek; bestek.read({'title': 'x'})"],
)
def test_the_library_loads_neither_the_command_line_nor_a_plugin(code: str, plugins: Path) -> None:
    write_plugin(plugins, "toy", plugin_source("toy"), module="plugin_toy")
    assert python(f"{code}\n{LOADED}", plugins).stdout == "[]\n"


@pytest.mark.slow
def test_the_version_loads_no_plugin(plugins: Path) -> None:
    write_plugin(plugins, "toy", plugin_source("toy"), module="plugin_toy")
    code = "from bestek.cli import run\nprint(run(['--version']))\nimport sys\nprint('plugin_toy' in sys.modules)"
    assert python(code, plugins).stdout == f"bestek {bestek.__version__}\n0\nFalse\n"


# Silent ---------------------------------------------------------------------------------------------------


def test_an_assessment_reads_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    policy, files_ = policy_of(small_law()), [file_of(SMALL) for _ in range(INTERPRETED + 2)]
    first = dumps(policy.assess(files_[0], ON).to_dict())  # which imports what it needs

    def forbidden(*_: Any, **__: Any) -> Any:
        pytest.fail("this is input or output")

    for module, name in ((builtins, "open"), (io, "open"), (os, "open"), (socket, "socket"), (builtins, "print")):
        monkeypatch.setattr(module, name, forbidden)
    for one in files_:
        assert dumps(policy.assess(one, ON).to_dict()) == first


def test_the_log_holds_no_fact(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        policy_of(small_law()).assess(file_of({**SMALL, "title": "zeer geheim"}), ON).to_dict()
        with pytest.raises(ProcurementError):
            bestek.read({"buyer": {"kind": "zeer geheim"}})
    assert "zeer geheim" not in caplog.text


# Safe to share --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("threads", [8])
def test_threads_may_share_a_policy(threads: int) -> None:
    """They begin together, so that the first of them interpret and compile at the same time."""
    changes = [{"contract.duration": number, "documents.dpia": number % 2 == 0} for number in range(threads * 4)]
    expected = [
        dumps(policy_of(small_law()).assess(file_of({**SMALL, **one}), ON).to_dict()) for one in changes[:threads]
    ]
    policy, start = policy_of(small_law()), Barrier(threads)

    def work(number: int) -> list[str]:
        start.wait()
        order = [*changes[number:threads], *changes[:number]] * 2
        made = [(changes.index(one), policy.assess(file_of({**SMALL, **one}), ON)) for one in order]
        return [text for place, found in made for text in [f"{place} {dumps(found.to_dict())}"]]

    with ThreadPoolExecutor(threads) as pool:
        for found in pool.map(work, range(threads)):
            assert set(found) == {f"{place} {text}" for place, text in enumerate(expected)}


def test_threads_may_share_an_assessment() -> None:
    found = policy_of(small_law()).assess(file_of(SMALL), ON)
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: dumps(found.to_dict()), range(24)))) == 1


def test_an_event_loop_may_assess() -> None:
    policy = policy_of(small_law())

    async def one() -> str:
        return dumps(policy.assess(file_of(SMALL), ON).to_dict())

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*(one() for _ in range(4)))

    assert len(set(asyncio.run(all_of_them()))) == 1


def test_the_first_files_are_interpreted_and_the_others_compiled_to_the_same_end() -> None:
    policy = policy_of(small_law())
    found = [policy.assess(file_of(SMALL), ON) for _ in range(INTERPRETED + 3)]
    assert policy.engine._decider is not None
    assert len({dumps(one.to_dict()) for one in found}) == 1


# A procurement --------------------------------------------------------------------------------------------


def test_replace_gives_another_with_other_facts() -> None:
    first = file_of(SMALL)
    second = first.replace({"documents.dpia": True, "suppliers[B].role": "tenderer", "title": None})
    assert (second.get("documents.dpia"), second.get("suppliers[0].role"), second.get("title")) == (
        True,
        "tenderer",
        None,
    )
    assert (first.get("documents.dpia"), first.get("suppliers[0].role"), first.get("title")) == (
        False,
        "winner",
        "Voorbeeld",
    )
    assert second.evidence == first.evidence


def test_replace_makes_every_check_again() -> None:
    with pytest.raises(ProcurementError) as caught:
        file_of(SMALL).replace({"buyer.kind": "agencie", "contract.duration": "lang"})
    assert sorted(problem.path for problem in caught.value.problems) == ["buyer.kind", "contract.duration"]


def test_replace_derives_anew() -> None:
    changed = file_of(SMALL).replace({"suppliers[0].controllers[0].country": "CN"})
    assert changed.get("suppliers[0].control_countries") == {"CN"}


def test_replacing_nothing_gives_the_same_facts() -> None:
    first = file_of(SMALL)
    assert first.replace({}).digest == first.digest


def test_get_of_a_path_that_leads_nowhere() -> None:
    with pytest.raises(KeyError):
        file_of(SMALL).get("buyer.knd")


@some(10)
@given(files.map(lambda data: {key: value for key, value in data.items() if key != "toy"}))
def test_a_file_written_back_is_the_same_file(data: dict[str, Any]) -> None:
    """Whatever it says; the tables of the regulation `toy` are not known here."""
    for party in data.get("suppliers", []):
        party.pop("toy", None)
        for member in party.get("subcontractors", []):
            member.pop("toy", None)
    try:
        first = bestek.read(data)
    except BestekError:
        return
    again = bestek.read(first.to_dict())
    assert (again.digest, again.to_dict()) == (first.digest, first.to_dict())


# A policy -------------------------------------------------------------------------------------------------


def test_a_rule_by_its_full_id_or_alone() -> None:
    policy = policy_of(small_law())
    assert policy.rule("toy/DPIA") is policy.rule("DPIA")
    with pytest.raises(PolicyError) as caught:
        policy.rule("toy/DPAI")
    (problem,) = caught.value.problems
    assert (problem.code, problem.found, problem.nearest) == ("unknown_rule", '"toy/DPAI"', "toy/DPIA")


def test_the_vocabulary_has_every_fact_by_its_path() -> None:
    paths = policy_of(act()).vocabulary
    assert {"buyer.kind", "suppliers", "suppliers[].controllers[].country", "exit.plan"} <= set(paths)
    assert all(path == member.path for path, member in paths.items())
