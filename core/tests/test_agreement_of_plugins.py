"""The order in which plugins are found changes nothing, nor does the presence of another one."""

from __future__ import annotations

import random
from datetime import date
from itertools import permutations

import pytest
from kit import ON, WORDS, Loaded, act, file_of, law, policy_of, text

from bestek import Policy, foreign_level, level
from bestek._to_json import dumps, plain
from bestek.vocabulary import buyer, documents, information, supplier

FACTS = {
    "buyer.kind": "agency",
    "information.tbb": "tbb2",
    "documents.dpia": False,
    "suppliers": [{"name": "B", "role": "winner", "country": "US"}, {"name": "A"}],
}


def base() -> Loaded:
    """Make a law with a class."""
    chapter = act(text("base-act", "base"), applies=buyer.kind == "agency")
    chapter.bound("B", of=level("base.level", information.tbb, nl="x", en="x"), table=information.tbb, **WORDS)
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    return law(chapter, id="base")


def reader() -> Loaded:
    """Make a law that reads the class of the other."""
    chapter = act(text("aside-act", "aside"))
    chapter.prohibits(
        "R", when=foreign_level("base.level", information.tbb) >= "tbb3", forbids=supplier.country == "US", **WORDS
    )
    return law(chapter, id="aside", reads_classes=("base.level",))


def stranger() -> Loaded:
    """Make a law that has nothing to do with the others."""
    chapter = act(text("zed-act", "zed"), applies=buyer.kind == "municipality")
    chapter.obliges("R", demands=documents.dpia.exists, **WORDS)
    return law(chapter, id="zed")


LAWS = (base(), reader(), stranger())


def written(policy: Policy, on: date = ON) -> str:
    """Give the whole result as it is written."""
    return dumps(policy.assess(file_of(FACTS), on).to_dict(all_findings=True))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_plugins_changes_no_byte(order: tuple[int, ...]) -> None:
    assert written(policy_of(*(LAWS[place] for place in order))) == written(policy_of(*LAWS))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_keys_of_a_file_changes_no_byte(seed: int) -> None:
    names = list(FACTS)
    random.Random(seed).shuffle(names)  # noqa: S311 - the same orders every time
    policy = policy_of(*LAWS)
    mixed = policy.assess(file_of({name: FACTS[name] for name in names}), ON)
    assert dumps(mixed.to_dict(all_findings=True)) == written(policy)


def test_a_plugin_that_reads_nothing_of_another_says_the_same_beside_it() -> None:
    alone = policy_of(LAWS[0]).assess(file_of(FACTS), ON)
    beside = policy_of(*LAWS).assess(file_of(FACTS), ON)
    mine = [plain(one) for one in beside.all_findings if one.rule.startswith("base/")]
    assert mine == [plain(one) for one in alone.all_findings]
    assert mine  # there is something to compare
