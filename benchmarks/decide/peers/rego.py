"""Rego, by regopy (rego-cpp): the policy is compiled once to a bundle with one entry point."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from regopy import Input, Interpreter

from bestek.vocabulary import File

from . import Breaches, Peer
from .plain import plain

POLICY = Path(__file__).with_name("abro.rego")


def make() -> Peer:
    """Compile the policy."""
    rego = Interpreter()
    rego.add_module("abro", POLICY.read_text())
    bundle = rego.build(None, ["abro/breach"])

    def breaches(file: File, on: date) -> Breaches:
        rego.set_input(Input(plain(file, on)))
        found = rego.query_bundle_entrypoint(bundle, "abro/breach").results[0].expressions[0]
        return frozenset((rule, subject) for rule, subject in found)

    return breaches
