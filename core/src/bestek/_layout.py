"""Put the lines of a compiled policy in their places: what only one scope needs, only where that scope may bind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ._emit import VARIABLE
from ._outcome import NOT_JUDGED, OPEN_SCOPE

Written = list[tuple[str | None, list[str]]]  # for each rule: the variable that binds it, and its lines


class Layout:
    """Puts variables where they are needed: at the top, or inside the only block that uses them."""

    def __init__(
        self,
        lines: dict[str, list[str]],
        scopes: list[str],
        binds: list[str],
        own: Written,
        vetting: Written,
        of_supplier: Iterable[str] = (),
    ) -> None:
        self.lines = lines
        self.scopes, self.binds, self.own, self.vetting = scopes, binds, own, vetting
        self.needs = {name: self._needed_by(body) - {name} for name, body in lines.items()}
        self.of_supplier = set(of_supplier)  # asked of each supplier even where a constant answers
        for name, body in lines.items():  # in the order of need
            if any(_SUPPLIER(line) for line in body) or self.needs[name] & self.of_supplier:
                self.of_supplier.add(name)

    @staticmethod
    def _needed_by(lines: list[str]) -> set[str]:
        return {name for line in lines for name in VARIABLE.findall(line)}

    def _closure(self, names: set[str]) -> set[str]:
        found: set[str] = set()
        waiting = set(names)
        while waiting:
            name = waiting.pop()
            found.add(name)
            waiting |= self.needs[name] - found
        return found

    def text(self) -> str:
        always = self._closure({*self.scopes, *self.binds})
        uses: dict[str, set[str | None]] = {name: {None} for name in always}
        for key, lines in (*self.own, *self.vetting):
            for name in self._closure(self._needed_by(lines)):
                uses.setdefault(name, set()).add(key)
        place: dict[str, str | None] = {}
        for name, keys in uses.items():
            (only,) = keys if len(keys) == 1 else (None,)
            hoist = only is not None and only in self.of_supplier and name not in self.of_supplier
            place[name] = None if hoist else only
        body = self._part(place, self.own, "r", supplier=False)
        loop = self._part(place, self.vetting, "q", supplier=True)
        codes = _tuple(f"r{n}" for n in range(len(self.own)))
        each = _tuple(f"q{n}" for n in range(len(self.vetting)))
        of_file = [NO_VALUE if name in self.of_supplier else name for name in self.scopes]
        of_file_binds = [NO_VALUE if name in self.of_supplier else name for name in self.binds]
        per_supplier = any(name in self.of_supplier for name in (*self.scopes, *self.binds))
        return "\n".join(
            [
                "def decide(F, on):",
                *_indent(_OPENING),
                *_indent(body),
                f"    scopes = {_tuple(of_file)}",
                f"    binds = {_tuple(of_file_binds)}",
                f"    own = Decided(scopes, binds, {codes})",
                "    vetted = []",
                "    for s in suppliers:",
                *_indent(_indent(loop)),
                *(
                    [f"        scopes = {_tuple(self.scopes)}", f"        binds = {_tuple(self.binds)}"]
                    if per_supplier
                    else []
                ),
                f"        vetted.append(Decided(scopes, binds, {each}))",
                "    return own, tuple(vetted)",
                "",
            ]
        )

    def _part(self, place: dict[str, str | None], rules: Written, prefix: str, *, supplier: bool) -> list[str]:
        """Write the variables and rules of the procurement, or of one supplier."""

        def variables(key: str | None) -> list[str]:
            names = [
                name
                for name in self.lines
                if name in place and place[name] == key and (name in self.of_supplier) == supplier
            ]
            return [line for name in names for line in self.lines[name]]

        written = variables(None)
        keys = dict.fromkeys(key for key, _ in (*self.own, *self.vetting) if key is not None)
        for key in (None, *keys):
            here = [(f"{prefix}{n}", lines) for n, (of, lines) in enumerate(rules) if of == key]
            if key is None:
                written += [line for _, lines in here for line in lines]
                continue
            inner = [*variables(key), *(line for _, lines in here for line in lines)]
            if inner:
                written += [f"if {key}:", *_indent(inner)]
                written += ["else:", f"    {' = '.join(name for name, _ in here)} = {NOT_JUDGED}"] if here else []
        return written


NO_VALUE = str(OPEN_SCOPE)
_SUPPLIER = re.compile(r"\bs\b").search
_OPENING = [
    "procedure = F.procedure",
    "stage = STAGES[procedure.stage]",
    "L = procedure.launched_on",
    "bound = on",
    "if L is None:",
    "    if stage == 0:",
    "        L = on",
    "    for day in (procedure.published_on, procedure.awarded_on):",
    "        if day is not None and day < bound:",
    "            bound = day",
    "suppliers = F.suppliers or ()",
    "for s in suppliers:",
    "    if s.role != 'incumbent':",
    "        break",
    "else:",
    "    suppliers += PLACEHOLDERS",
]


def _tuple(names: Any) -> str:
    listed = list(names)
    return f"({', '.join(listed)}{',' if len(listed) == 1 else ''})"


def _indent(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]
