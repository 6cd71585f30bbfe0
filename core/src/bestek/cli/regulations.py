"""`bestek regulations`: what is installed, on which texts it rests, and how much of them it covers."""

from __future__ import annotations

import click

from ..errors import PolicyError, Problem, nearest
from ..policy import load_policy
from ._command import make_command
from ._common import show, show_options


@make_command("help.regulations")
@click.argument("id", required=False, metavar="[ID]")
@show_options()
def command(id: str | None, form: str, language: str) -> int:
    """Show the installed regulations, or one of them."""
    from ..report.regulations import as_data, list_text, one_text

    policy = load_policy()
    loaded = [found for found in policy.loaded if id in (None, found.regulation.id)]
    broken = [found for found in policy.broken if id in (None, found.id)]
    if id is not None and not loaded and not broken:
        known = [found.regulation.id for found in policy.loaded]
        raise PolicyError(
            Problem("unknown_regulation", found=f'"{id}"', allowed=tuple(known), nearest=nearest(id, known))
        )
    made = as_data(loaded, broken)
    show(
        form,
        lambda: made if id is None else made[0],
        lambda paint, width: (
            one_text(loaded[0], language, width)
            if id is not None and loaded
            else list_text(loaded, broken, language, width)
        ),
    )
    return 2 if id is not None and broken and not loaded else 0
