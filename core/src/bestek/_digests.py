"""What exactly is installed: a digest over the files of a distribution.

Path and content of each package file and of `entry_points.txt` count. Other files of the dist-info folder,
`__pycache__` and generated scripts do not: they differ between two installs of one wheel.
"""

from __future__ import annotations

import csv
import hashlib
import importlib.metadata
import json
import os
from functools import cache


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
    for path, file in sorted(_files(found).items()):
        total.update(f"{path}\0{_content(file)}\n".encode())
    return total.hexdigest()


def _content(file: str) -> str:
    try:
        with open(file, "rb") as stream:  # noqa: PTH123 - a path of text: there are hundreds
            return hashlib.sha256(stream.read()).hexdigest()
    except OSError:
        return "gone"


def is_editable(found: importlib.metadata.Distribution) -> bool:
    """Tell whether a distribution is installed from a folder that someone works in."""
    direct = found.read_text("direct_url.json")
    return bool(direct) and bool(json.loads(str(direct)).get("dir_info", {}).get("editable"))


def _files(found: importlib.metadata.Distribution) -> dict[str, str]:
    """Give path and place of each file that counts: those on record, and whatever else stands in their folders."""
    root = str(found.locate_file(""))
    files: dict[str, str] = {}
    for row in csv.reader((found.read_text("RECORD") or "").splitlines()):
        path = row[0].replace("\\", "/") if row else ""
        if not path or path.startswith(("../", "/")) or "__pycache__" in path.split("/"):
            continue
        if not path.partition("/")[0].endswith(".dist-info"):
            files[path] = f"{root}/{path}"
        elif path.endswith(".dist-info/entry_points.txt"):
            files["entry_points.txt"] = f"{root}/{path}"
    for top in {path.partition("/")[0] for path in files if "/" in path}:
        for folder, folders, names in os.walk(f"{root}/{top}"):
            folders[:] = [name for name in folders if name != "__pycache__"]
            for name in names:
                files[f"{folder}/{name}"[len(root) + 1 :].replace(os.sep, "/")] = f"{folder}/{name}"
    return files
