"""Measure a cold start, beside a Python that only imports the libraries: `python benchmarks/start`.

Whole processes are run side by side (A B A B …) and their processor time is taken from the system; the median and
the ratio pair by pair are printed. The parts of one start are timed inside one more process each round.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

HERE = Path(__file__).resolve().parent
FILE = HERE.parent.parent / "examples/ns-ict/procurement.toml"
ON = "2026-04-13"
MAIN = "from bestek.cli import main; main()"
LIBRARIES = "import click, attrs, cattrs, pluggy, tomli"
COMMANDS = {
    "libraries": [sys.executable, "-c", LIBRARIES],
    "bestek --version": [sys.executable, "-c", MAIN, "--version"],
    "bestek --help": [sys.executable, "-c", MAIN, "--help"],
    "bestek assess": [sys.executable, "-c", MAIN, "assess", str(FILE), "--on", ON],
    "bestek assess, json": [sys.executable, "-c", MAIN, "assess", str(FILE), "--on", ON, "--format", "json"],
}


def main() -> None:
    """Run the rounds and print what came out."""
    parser = argparse.ArgumentParser(prog="python benchmarks/start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=11)
    rounds = parser.parse_args().rounds
    regulations = sorted(entry.name for entry in entry_points(group="bestek"))
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}; {', '.join(regulations)}")

    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    parts: list[dict[str, float]] = []
    for _ in range(rounds + 1):
        for name, command in COMMANDS.items():
            times[name].append(_milliseconds(command))
        done = subprocess.run([sys.executable, str(HERE / "parts.py"), str(FILE), ON], capture_output=True, check=True)
        parts.append(json.loads(done.stdout))

    print(f"\nWhole processes, processor time in milliseconds; median of {rounds} rounds after a warm-up")
    base = times["libraries"][1:]
    for name, found in times.items():
        ratio = statistics.median(one / other for one, other in zip(found[1:], base, strict=True))
        print(f"  {name:<22} {statistics.median(found[1:]):7.1f}   × libraries {ratio:5.2f}")

    print("\nParts of one assessment, inside the process, in milliseconds")
    for name in parts[0]:
        print(f"  {name:<22} {statistics.median(round_[name] for round_ in parts[1:]):7.1f}")


def _milliseconds(command: list[str]) -> float:
    """Run a command and give the processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1e3


if __name__ == "__main__":
    main()
