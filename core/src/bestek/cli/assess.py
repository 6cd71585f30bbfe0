"""`bestek assess`: judge procurement files and say what came of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from .._bytes import LARGEST, bytes_of, within_size
from .._texts import say
from ..errors import BestekError, Problem
from ..policy import Policy
from ..procurement import Procurement
from ..reading import SYNTAXES, read
from ..result import Assessment
from ._command import make_command
from ._common import (
    FORMATS,
    Output,
    help_text,
    input_option,
    language_option,
    on_option,
    one_of,
    paint,
    progress,
    today,
    unpainted,
    use_colour,
    verbose_option,
    width,
    with_options,
    write,
)
from ._profile import locked_option, policy_here, profile_options

STATUS: Mapping[str, int] = {"clear": 0, "conditional": 0, "blocked": 1, "undecided": 3}
GRAVITY = (0, 3, 1, 2)  # of several files the gravest counts


@make_command("help.assess")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@with_options(
    on_option(),
    profile_options(),
    locked_option(),
    click.option("--all", "everything", is_flag=True, help=help_text("help.all")),
    click.option("--format", "form", default="text", metavar="text|json|…", help=help_text("help.format")),
    click.option("-o", "--output", "out", metavar="OUT", help=help_text("help.output")),
    click.option("--force", is_flag=True, help=help_text("help.force")),
    input_option(),
    language_option(),
    click.option("--exit-zero", is_flag=True, help=help_text("help.exit_zero")),
    click.option("--redact", is_flag=True, help=help_text("help.redact")),
    click.option("-q", "--quiet", is_flag=True, help=help_text("help.quiet")),
    verbose_option(),
)
def command(
    files: tuple[str, ...],
    on: date | None,
    everything: bool,
    form: str,
    out: str | None,
    force: bool,
    form_in: str | None,
    language: str,
    exit_zero: bool,
    redact: bool,
    quiet: bool,
) -> int:
    """Assess files; the exit status is that of the gravest."""
    policy, language = policy_here(on, form, language)
    form = one_of(form, (*FORMATS, *policy.reports), "--format")
    done, problems = _judged(policy, files, on or today(), form_in, redact)
    shown = [Problem("broken_regulation", path=one.distribution, found=one.reason) for one in policy.broken] + problems
    if done:
        write(
            _written(policy, done, files, form, language, everything=everything, quiet=quiet, to_file=out),
            out,
            force,
            inputs=files,
        )
    if shown:
        Output(json=form == "json", language=language).problems(shown)
    statuses = [2] if problems else []
    statuses += [0 if exit_zero else STATUS[assessment.verdict] for _, assessment in done]
    return max(statuses, key=GRAVITY.index)


def _judged(
    policy: Policy, files: tuple[str, ...], on: date, form_in: str | None, redact: bool
) -> tuple[list[tuple[str, Assessment]], list[Problem]]:
    """Judge every file that can be read, and collect the faults of the others."""
    done: list[tuple[str, Assessment]] = []
    problems: list[Problem] = []
    for file in progress(files):
        try:
            done.append(("FILE" if redact else file, judged(policy, file, form_in, on, redact=redact)))
        except BestekError as wrong:
            problems += wrong.problems
    return done, problems


def judged(policy: Policy, file: str, form_in: str | None, on: date, *, redact: bool = False) -> Assessment:
    """Read a file and judge it; with `redact` without any name in it."""
    procurement = read_file(policy, file, form_in)
    if redact:
        from .._redact import redacted, redacted_policy

        policy = redacted_policy(policy, procurement.facts.reference)
        procurement = redacted(procurement)
    return policy.assess(procurement, on)


def read_file(policy: Policy, file: str, form: str | None) -> Procurement:
    """Read a procurement file, or standard input where it is named `-`, in a format of ours or of a plugin."""
    form = form and one_of(form, (*SYNTAXES, *policy.readers), "--input")
    reader = policy.readers.get(form or "")
    if file != "-" and reader is None:
        return read(file, form=form)
    content = within_size(sys.stdin.buffer.read(LARGEST + 1), file) if file == "-" else bytes_of(file)
    return read(content, form=form) if reader is None else reader(content)


def _written(
    policy: Policy,
    done: list[tuple[str, Assessment]],
    files: tuple[str, ...],
    form: str,
    language: str,
    *,
    everything: bool,
    quiet: bool,
    to_file: str | None,
) -> str:
    if form == "json":
        from .._to_json import dumps

        made: list[Any] = [assessment.to_dict(all_findings=everything) for _, assessment in done]
        return dumps(made if len(files) > 1 else made[0]) + "\n"
    if form in policy.reports:
        return "\n".join(policy.reports[form](assessment, language) for _, assessment in done)
    from ..report.sentences import quoted
    from ..report.text import TextReport

    if quiet:
        lines = [f"{file}: {say(f'verdict.{assessment.verdict}', language)}" for file, assessment in done]
        return "\n".join(lines) + "\n"
    colour = paint if to_file is None and use_colour() else unpainted
    reports = [
        TextReport(assessment, language, width=width(), file=quoted(file), full=everything, paint=colour).text()
        for file, assessment in done
    ]
    return ("\n" + "=" * min(width(), 80) + "\n\n").join(reports)
