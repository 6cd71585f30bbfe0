"""`bestek regulations`: what is installed, on which texts it rests, and how much of them it covers."""

from __future__ import annotations

import click

from ..errors import PolicyError, Problem, nearest
from ..policy import load_policy
from ._command import make_command
from ._common import (
    FORMATS,
    cli_language,
    format_option,
    language_option,
    one_of,
    verbose_option,
    width,
    with_options,
    write,
)


@make_command("help.regulations")
@click.argument("id", required=False, metavar="[ID]")
@with_options(format_option(), language_option(), verbose_option())
def command(id: str | None, form: str, language: str | None, verbose: bool) -> int:
    """Show the installed regulations, or one of them."""
    from ..report.regulations import as_dict, list_text, one_text

    language = language or cli_language()
    form = one_of(form, FORMATS, "--format")
    policy = load_policy()
    loaded = [found for found in policy.loaded if id in (None, found.regulation.id)]
    broken = [found for found in policy.broken if id in (None, found.id)]
    if id is not None and not loaded and not broken:
        known = [found.regulation.id for found in policy.loaded]
        raise PolicyError(
            Problem("unknown_regulation", found=f'"{id}"', allowed=tuple(known), nearest=nearest(id, known))
        )
    if form == "json":
        from .._to_json import dumps

        made = [as_dict(found) for found in loaded] + [
            {"id": found.id, "distribution": found.distribution, "version": found.version, "broken": found.reason}
            for found in broken
        ]
        write(dumps(made[0] if id is not None else made) + "\n", None, False)
    elif id is not None and loaded:
        write(one_text(loaded[0], language, width()), None, False)
    else:
        write(list_text(loaded, broken, language, width()), None, False)
    return 2 if id is not None and broken and not loaded else 0
