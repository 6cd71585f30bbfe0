"""Find which rule a plugin's author was writing when an expression went wrong. Used on failure only."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

_HERE = str(Path(__file__).parent)


def _author_frame() -> FrameType | None:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(_HERE):
        frame = frame.f_back
    return frame


def enclosing_rule() -> str | None:
    """Give the id of the rule whose call spans the author's current line, and where it stands.

    The id is the first argument of a call such as `chapter.obliges("KEY-01", …)`. Outside any such call only
    the file and line are given. None where there is no source to read.
    """
    import ast

    frame = _author_frame()
    if frame is None:
        return None
    file, line = Path(frame.f_code.co_filename), frame.f_lineno
    place = f"{file.name}:{line}"
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"))
    except (OSError, SyntaxError, ValueError):
        return place
    inner: tuple[int, str] | None = None
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args or not isinstance(call.func, ast.Attribute):
            continue
        first, end = call.args[0], call.end_lineno or call.lineno
        spans = call.lineno <= line <= end
        if spans and isinstance(first, ast.Constant) and isinstance(first.value, str):
            size = end - call.lineno
            if inner is None or size <= inner[0]:
                inner = (size, first.value)
    return f"{inner[1]} ({place})" if inner else place
