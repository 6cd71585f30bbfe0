"""Time the parts of one assessment in a fresh process, and print them as JSON: `python parts.py FILE DATE`."""

# ruff: noqa: E402, F401, I001 - the order of the imports is what is measured
from __future__ import annotations

import time

start = time.process_time()
parts: dict[str, float] = {}


def mark(name: str) -> None:
    """Note the time since the last mark."""
    global start
    now = time.process_time()
    parts[name] = (now - start) * 1e3
    start = time.process_time()


import click, attrs, cattrs, pluggy, tomli  # noqa: E401

mark("libraries")

import json
import sys
from datetime import date

import bestek.cli
import bestek.cli.assess
from bestek import _plugins
from bestek._convert import make_converter
from bestek._interpret import Interpreter
from bestek.report.text import TextReport

mark("bestek")

_plugins.installed()
mark("entry points")

from bestek.policy import load_policy

policy = load_policy()
mark("regulations")

make_converter(lambda name, group: None)
mark("converter")

procurement = bestek.read(sys.argv[1])
mark("read")

program = policy.program
mark("rules")

assessment = policy.assess(procurement, date.fromisoformat(sys.argv[2]))
mark("decide")

findings = assessment.findings
because = [(finding.because, finding.missing) for finding in findings]
mark("explain")

questions = assessment.questions
mark("questions")

text = TextReport(assessment, "nl").text()
mark("print")

from bestek._decide import compile_program

compile_program(program)
mark("(compile, only for many)")

print(json.dumps(parts))
