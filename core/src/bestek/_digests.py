"""What exactly is installed: a digest over the files of a distribution.

Path and content of each package file and of `entry_points.txt` count. Other files of the dist-info folder,
`__pycache__` and generated scripts do not: they differ between two installs of one wheel.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def digest_of(distribution: str) -> str | None:
    """Give the sha256 of an installed distribution, read once; None for one whose files are not fixed."""
    return fresh_digest_of(distribution)


def fresh_digest_of(distribution: str) -> str | None:
    """Give the sha256 of an installed distribution as it is now; None for an editable one, or one without a record."""
    try:
        found = importlib.metadata.distribution(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None
    if found.read_text("RECORD") is None or is_editable(found):
        return None
    total = hashlib.sha256()
    for path, file in sorted(_files(found)):
        content = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "gone"
        total.update(f"{path}\0{content}\n".encode())
    return total.hexdigest()


def is_editable(found: importlib.metadata.Distribution) -> bool:
    """Tell whether a distribution is installed from a folder that someone works in."""
    direct = found.read_text("direct_url.json")
    return bool(direct) and bool(json.loads(str(direct)).get("dir_info", {}).get("editable"))


def _files(found: importlib.metadata.Distribution) -> Iterator[tuple[str, Path]]:
    """Give path and place of each file that counts: those on record, and whatever else stands in their folders."""
    root = Path(str(found.locate_file("")))
    seen: set[str] = set()
    for record in found.files or ():
        parts = record.parts
        if parts[0] == ".." or record.is_absolute() or "__pycache__" in parts:
            continue
        if parts[0].endswith(".dist-info"):
            if parts[1:] == ("entry_points.txt",):
                yield "entry_points.txt", root / record
            continue
        seen.add(record.as_posix())
        yield record.as_posix(), root / record
    for folder in sorted({path.partition("/")[0] for path in seen if "/" in path}):
        for file in (root / folder).rglob("*"):
            path = file.relative_to(root).as_posix()
            if path not in seen and "__pycache__" not in file.parts and file.is_file():
                yield path, file
