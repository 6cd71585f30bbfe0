"""The report of the Cloud Sovereignty Framework: points, SEAL, floor and gaps, and what has to rise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import bestek
from bestek_cadasov.criteria import CRITERIA, OBJECTIVES
from bestek_cadasov.report import csf_report, lines_of

ON = date(2026, 10, 1)
POLICY = bestek.load_policy(regulations=["cadasov"])
BEST = {criterion.name: criterion.answers for criterion in CRITERIA}


def assess(answers: dict[str, int], **csf: Any) -> bestek.Assessment:
    file = {
        "procedure": {"launched_on": date(2026, 6, 15), "stage": "selection"},
        "cadasov": {
            "csf": {
                "adopted": True,
                "method": "guidance_2026",
                "profile": "guidance_2026",
                "floor": {f"sov{number}": "seal2" for number in OBJECTIVES},
                **csf,
            }
        },
        "suppliers": [
            {"name": "A", "role": "tenderer", "cadasov": {"answers": answers, "answers_basis": "self_declared"}}
        ],
        "evidence": {"suppliers[0].cadasov.answers.c1_1": {"source": "offerte"}},
    }
    return POLICY.assess(bestek.read(file), ON)


def test_the_fewest_answers_that_have_to_rise() -> None:
    """Every answer below the floor has to rise, to the first that passes; nothing else has to."""
    assessment = assess({**BEST, "c2_2": 3, "c2_3": 4, "c2_4": 3, "c3_4": 1, "c1_6": 0})
    lines = lines_of(assessment, 0)
    assert [(one.id, now, to) for one, now, to in lines[1].rising] == [("2.2", 3, 4), ("2.3", 4, 5)]
    assert [(one.id, now, to) for one, now, to in lines[2].rising] == [("3.4", 1, 5)]
    assert [line.seal for line in lines] == [4, 1, 0, 4, 4, 4, 4, 4]
    assert lines[0].blank == ("1.6",)
    assert lines[0].points == pytest.approx(1000.03 - 125)
    assert not lines[0].rising


def test_what_it_prints() -> None:
    text = csf_report(assess({**BEST, "c2_2": 3, "c2_3": 4, "c3_4": 1, "c1_6": 0}), "en")
    assert text.splitlines() == [
        "Supplier: A",
        "objective  points   SEAL  floor  left blank",
        "SOV-1      875.03   4     2      1.6",
        "SOV-2      876.75   1     2",
        "SOV-3      800.00   0     2",
        "SOV-4      1002.00  4     2",
        "SOV-5      1001.00  4     2",
        "SOV-6      1000.00  4     2",
        "SOV-7      1001.00  4     2",
        "SOV-8      1000.00  4     2",
        "Weakest link: SOV-3 with SEAL-0.",
        "To pass the floor, 2 answers of SOV-2 have to rise: 2.2 from 3 to 4; 2.3 from 4 to 5.",
        "To pass the floor, one answer of SOV-3 has to rise: 3.4 from 1 to 5.",
        "Score: 94.3231 percent, with the weights of profile 'guidance_2026'.",
        "Below a minimum SEAL: this tender is rejected, the score does not count.",
        "The answers are the supplier's own statement without evidence: unverified.",
        "With evidence: 1 of 47 answers.",
    ]


def test_what_is_not_known_is_a_question_mark() -> None:
    text = csf_report(assess({"c1_1": 4}, floor={}), "nl")
    assert "SOV-1  ?       ?     ?" in text
    assert "Score: niet te bepalen" in text


def test_where_the_framework_does_not_apply() -> None:
    assert csf_report(assess(BEST, adopted=False), "nl").startswith("Het Cloud Sovereignty Framework geldt niet")
