"""Where a query finds something in a note."""

from __future__ import annotations

import pytest

from tui.panels.noted import noted_places

NOTE = "Call the desk: was it December? Called twice."


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("december", ["December"]),
        ("note:december", ["December"]),
        ("call*", ["Call", "Called"]),
        ('"the desk" OR zebra', ["the desk"]),
        ("tag:desk -december", []),
        ("note: has:note", []),
        ("/(a+)+$b/", []),
        ("", []),
    ],
)
def test_the_words_that_are_asked_for_are_found(query: str, words: list[str]) -> None:
    assert [NOTE[slice(*place)] for place in noted_places(query, NOTE)] == words
