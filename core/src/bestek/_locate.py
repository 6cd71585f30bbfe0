"""Find on which line of a file a path stands. Used only after a fault was found, so it may be slow but not wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ._paths import Part, join

# Strings are matched with possessive quantifiers: a text of 10 MB leaves nothing to go back to.
_BARE = r"[A-Za-z0-9_-]+"
_KEY = re.compile(rf"\s*({_BARE}|\"(?:[^\"\\]++|\\.)*+\"|'[^']*')\s*(\.?)")
_STRINGS = re.compile(r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]++|\\.)*+\"|'[^'\n]*'|#[^\n]*", re.DOTALL)
_WRITTEN = re.compile(r"[^\n]*\S[^\n]*")  # a line that is not empty
_JSON = re.compile(
    r"\n|(?P<key>\"(?:[^\"\\]++|\\.)*+\")(?=\s*:)|\"(?:[^\"\\]++|\\.)*+\"|[{}\[\]:,]|[^\s{}\[\]:,\"]+", re.DOTALL
)


class Lines:
    """The line of each path of one text; read only as far as what is asked for."""

    def __init__(self, text: str, *, json: bool) -> None:
        self._lines: dict[str, int] = {}
        self._more = json_places(text) if json else _toml_lines(text)

    def of(self, path: str) -> int | None:
        """Give the line of `path`, or of the nearest thing around it that has one; None where nothing has."""
        if path not in self._lines:
            for parts, line in self._more:
                self._lines.setdefault(found := join(parts), line)
                if found == path:
                    break
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return None


def _toml_lines(text: str) -> Iterator[tuple[list[Part], int]]:
    # Blank out strings and comments that hold brackets or equal signs, but keep quoted keys and line breaks.
    table: list[Part] = []
    counts: dict[str, int] = {}
    depth = 0
    blank = _STRINGS.sub(_blank_value, text)
    number, seen = 1, 0
    for found in _WRITTEN.finditer(blank):
        number, seen, line = number + blank.count("\n", seen, found.start()), found.start(), found.group()
        if depth == 0 and line.lstrip().startswith("["):
            array = line.lstrip().startswith("[[")
            table = _place(_keys(line.lstrip()[2 if array else 1 :]), counts, array)
            yield table, number
            continue
        name, equals, rest = line.partition("=")
        value = line
        if depth == 0 and equals:
            keys = _keys(name)
            yield from (([*table, *keys[: last + 1]], number) for last in range(len(keys)))
            value = rest
        depth += value.count("[") + value.count("{") - value.count("]") - value.count("}")


def _blank_value(found: re.Match[str]) -> str:
    said = found.group()
    after = found.string[found.end() : found.end() + 40].lstrip(" \t")
    if not said.startswith("#") and "\n" not in said and after[:1] in (".", "=", "]"):
        begin = found.string.rfind("\n", 0, found.start()) + 1
        if "=" not in found.string[begin : found.start()]:
            return said  # a quoted key
    return re.sub(r"[^\n]", " ", said)


def _keys(line: str) -> list[Part]:
    keys: list[Part] = []
    at = 0
    while found := _KEY.match(line, at):
        keys.append(found[1].strip("\"'"))
        at = found.end()
        if not found[2]:
            break
    return keys


def _place(keys: list[Part], counts: dict[str, int], array: bool) -> list[Part]:
    """Put the places of array members into a table's name."""
    placed: list[Part] = []
    for last, key in ((place == len(keys) - 1, key) for place, key in enumerate(keys)):
        placed.append(key)
        name = join(placed)
        if last and array:
            counts[name] = counts.get(name, -1) + 1
        if name in counts:
            placed.append(counts[name])
    return placed


def json_places(text: str) -> Iterator[tuple[list[Part], int]]:
    """Give the path and line of everything in a JSON text, in order."""
    path: list[Part] = []
    kinds: list[str] = []
    number = 1
    for found in _JSON.finditer(text):
        said = found.group()
        if said == "\n":
            number += 1
        elif said in "}]":
            if kinds:
                kinds.pop()
                path.pop()
        elif said == ",":
            if kinds and kinds[-1] == "[" and isinstance(path[-1], int):
                path[-1] += 1
        elif found["key"] and kinds and kinds[-1] == "{":
            path[-1] = said[1:-1]
            yield list(path), number
        elif said != ":":
            if kinds and kinds[-1] == "[":
                yield list(path), number
            if said in "{[":
                kinds.append(said)
                path.append(0 if said == "[" else "")
