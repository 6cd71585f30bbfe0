"""What is only a proposal asks nothing: it never moves the verdict."""

from __future__ import annotations

import pytest
from kit import WORDS, act, assess, law, text

from bestek.vocabulary import risk, service


@pytest.mark.parametrize(("state", "asked"), [("in_force", ["risk.national_security"]), ("proposal", [])])
def test_whether_an_open_scope_is_asked_about(state: str, asked: list[str]) -> None:
    chapter = act(text(status=state), applies=risk.national_security)
    chapter.obliges("R", demands=service.encrypted_at_rest, **WORDS)
    facts = {"service.encrypted_at_rest": True}
    assert [question.fact for question in assess(law(chapter), facts).questions] == asked
