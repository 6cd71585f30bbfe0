"""Edit the text of a profile and keep its comments and layout."""

from __future__ import annotations

import json
from collections.abc import Mapping

import tomlkit
from tomlkit.items import AoT


def add_regulation(text: str, id: str, settings: Mapping[str, str]) -> str:
    """Give the text with this regulation, or with these settings changed where it is there already."""
    document = tomlkit.parse(text)
    chosen = document.setdefault("regulations", tomlkit.table())
    if id in chosen:
        for key, value in settings.items():
            chosen[id][key] = value
    else:
        chosen[id] = tomlkit.value(inline(settings))
    return tomlkit.dumps(document)


def remove_regulation(text: str, id: str) -> tuple[str, tuple[str, ...]]:
    """Give the text without this regulation, and name what else went: its facts, parameters and waivers."""
    document = tomlkit.parse(text)
    gone: list[str] = []
    for table in ("facts", "parameters"):
        if id in document.get(table, {}):
            del document[table][id]
            gone.append(f"{table}.{id}")
    waivers = document.get("waivers")
    if isinstance(waivers, AoT):
        for place in reversed(range(len(waivers))):
            rule = str(waivers[place]["rule"])
            if rule.partition("/")[0] == id:
                del waivers[place]
                gone.append(f"waivers: {rule}")
        if not len(waivers):
            del document["waivers"]
    del document["regulations"][id]
    return tomlkit.dumps(document), tuple(gone)


def inline(settings: Mapping[str, str]) -> str:
    """Write the settings of a regulation on one line, as people write them."""
    said = ", ".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items())
    return f"{{ {said} }}" if said else "{}"
