"""The comparison of decider and interpreter sees faults: each of these, planted once in the compiled text, is caught.

A comparison that cannot fail proves nothing. A fault is planted at one place of one program; where no file that was
drawn happens to show it there, the next place is tried.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from kit import ON, WORDS, act, file_of, policy_of, text
from strategies import DAYS, files, procurement_of, program_of, rules

from bestek import kinds, level, lookup, months
from bestek._decide import Decider, compile_program
from bestek._interpret import Interpreter
from bestek.vocabulary import contract, documents, information, procedure, service, supplier

FAULTS = {
    # what goes wrong: (what stands in the compiled text, what stands there instead)
    "and for or": (r" or ", " and "),
    "or for and": (r" and ", " or "),
    "a forgotten not": (r"if not ", "if "),
    "yes for no": (r"is False", "is True"),
    "an unknown counts as no": (r"(v\d+) is False", r"not \1"),
    "an unknown counts as yes": (r"if (v\d+ == 1|v\d+):", r"if True or \1:"),
    "a day too late": (r"<= L\b", "< L"),
    "a day too long": (r"L < ", "L <= "),
    "the launch for today": (r"<= on\b", "<= L"),
    "today for the launch": (r"if L is None:", "if False:"),
    "a launch in preparation is not today": (r"if stage == 0:", "if False:"),
    "the publication does not bound the launch": (r"day < bound", "False"),
    "a stage too early": (r"stage >= (\d)", r"stage > \1"),
    "a stage too late": (r"-1 < stage < ", "-1 < stage <= "),
    "an unknown stage is the first": (r"-1 < stage", "-2 < stage"),
    "a level too low": (r"c\[0\] > a:", "c[0] >= 9:"),
    "a level too high": (r"if c\[1\] > b:", "if c[1] < b:"),
    "an unsure level counts": (r"c\[2\] and ", ""),
    "a table goes on after its row": (r"            break\n", "            pass\n"),
    "a table forgets what was open": (r"d = True", "d = False"),
    "a breach is due": (r"= 2\n", "= 3\n"),
    "met is a breach": (r"= 1\n", "= 2\n"),
    "open is due": (r"else 4\n", "else 3\n"),
    "not applicable is open": (r"= 0 if ", "= 4 if "),
    "a rule outside its scope is judged": (r"= -1\n", "= 0\n"),
    "an open scope applies": (r"else 2\n", "else 1\n"),
    "an absent list is empty": (r"for s in suppliers:\n        if", "for s in ():\n        if"),
    "an incumbent is vetted": (r"!= 'incumbent'", "!= 'nobody'"),
    "a set is always whole": (r"'\?' not in (v\d+)", "True"),
    "a set with others has no member": (r"not (v\d+)\.isdisjoint", r"'?' not in \1 and not \1.isdisjoint"),
    "a thing that never was may have a day": (r"v\d+ is False or (v\d+ is not None)", r"\1"),
    "the greatest for the least": (r"extreme\(False", "extreme(True"),
    "months are days": (r"'months'", "'days'"),
    "a term runs backwards": (r"shifted\((v\d+), '(\w+)', -", r"shifted(\1, '\2', "),
    "a decision is forgotten": (r"(v\d+\['toy/R\d'\])\.outcome if .*", "None"),
    "not applicable by decision is forgotten": (r"== 'not_applicable'", "== 'never'"),
    "met by decision is forgotten": (r"== 'met'", "== 'never'"),
    "a role that is not known is vetted": (r"(v\d+) is not None and not ", "not "),
}  # fmt: skip
Sample = tuple[Decider, list[tuple[Any, Any, Any]]]  # a compiled program, and files with their day and outcome
PLACES = 8  # of each program at which a fault is tried
FILES = 10
DPIA, SIGNED = documents.dpia.exists, contract.signed_on


def written() -> Sample:
    """Write a law in which what chance seldom draws matters, and the files that show it."""
    level_of = level("toy.level", information.tbb, nl="x", en="x")
    table = kinds("toy.table", procedure.object, nl="x", en="x")
    looked_up = lookup({"secret": "tbb2"}, information.classification, of=information.tbb)
    act_since = act(text(valid_from=date(2026, 6, 15)))
    act_since.obliges("STAGE", demands=DPIA, phase="award", **WORDS)
    act_since.prohibits("SET", forbids=service.storage_countries.intersects("US"), **WORDS)
    act_since.bound("LEVEL", of=level_of, table=looked_up, **WORDS)
    act_since.obliges("READS", when=level_of >= "tbb3", demands=DPIA, **WORDS)
    act_since.obliges("BELOW", when=level_of < "tbb3", demands=DPIA, **WORDS)
    act_since.classifies("FIRST", of=table, when=contract.framework, gives="works", **WORDS)
    act_since.classifies("SECOND", of=table, gives="supplies", **WORDS)
    act_since.obliges("TERM", demands=DPIA, by=SIGNED - months(6), **WORDS)
    act_since.obliges("SEAT", demands=supplier.country == "NL", **WORDS)
    program = policy_of(act_since).program
    facts: list[dict[str, Any]] = [
        {"procedure.stage": "award"},
        {"procedure.stage": "award", "procedure.published_on": "2026-02-01"},
        {"procedure.stage": "selection", "service.storage_countries": ["NL", "?"], "documents.dpia": False},
        {"procedure.stage": "award", "procedure.launched_on": "2026-07-01", "documents.dpia": False},
        {"procedure.launched_on": "2026-07-01", "contract.signed_on": "2026-12-01", "documents.dpia": False},
        {"procedure.launched_on": "2026-07-01", "contract.framework": True, "information.classification": "secret"},
        {"procedure.launched_on": "2026-07-01", "information.classification": "secret", "documents.dpia": False},
        {"procedure.launched_on": "2026-07-01", "service.storage_countries": ["US", "?"]},
        {"procedure.launched_on": "2026-07-01", "suppliers": [{"name": "A", "role": "incumbent"}]},
    ]
    judged = [(file_of(one), ON) for one in facts]
    outcomes = [(one.facts, on, Interpreter(program, one, on).outcome()) for one, on in judged]
    return compile_program(program), outcomes


@pytest.fixture(scope="module")
def samples() -> list[Sample]:
    """Draw programs, and files with what the interpreter says of each."""
    made: list[Sample] = [written()]

    @settings(max_examples=8, derandomize=True, database=None, phases=[Phase.generate])
    @given(rules(), st.lists(st.tuples(files, st.sampled_from(DAYS[1:])), min_size=FILES, max_size=FILES))
    def draw(rows: Any, drawn: Any) -> None:
        program = program_of(rows)
        judged = [(procurement_of(data), on) for data, on in drawn]
        outcomes = [(one.facts, on, Interpreter(program, one, on).outcome()) for one, on in judged]
        made.append((compile_program(program), outcomes))

    draw()
    return made


def planted(samples: list[Sample], what: str, instead: str) -> Iterator[tuple[Sample, str]]:
    """Give texts with the fault at one place."""
    for sample in samples:
        source = sample[0].source
        found = list(re.finditer(what, source))
        random.Random(what).shuffle(found)  # noqa: S311 - the same places every time
        for match in found[:PLACES]:
            yield sample, source[: match.start()] + match.expand(instead) + source[match.end() :]


def compiled(decider: Decider, source: str) -> Decider:
    """Compile another text with the constants of a program."""
    space = dict(decider.run.__globals__)
    exec(compile(source, "<planted>", "exec"), space)  # noqa: S102 - our own text, with a fault in it
    return Decider(space["decide"], source)


def agrees(decider: Decider, judged: list[tuple[Any, Any, Any]]) -> bool:
    """Compare as the tests of agreement do; a decider that stops with an error does not agree."""
    try:
        return all(decider.run(facts, on) == outcome for facts, on, outcome in judged)
    except Exception:
        return False


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught(fault: str, samples: list[Sample]) -> None:
    tried = 0
    for (decider, judged), source in planted(samples, *FAULTS[fault]):
        tried += 1
        if not agrees(compiled(decider, source), judged):
            return
    pytest.fail(f"not caught at any of {tried} places")


def test_what_is_not_faulty_agrees(samples: list[Sample]) -> None:
    """Without a fault, nothing is caught."""
    for decider, judged in samples:
        assert agrees(compiled(decider, decider.source), judged)
