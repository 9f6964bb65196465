"""What stays selected in a list when what is listed has changed."""

from __future__ import annotations

import pytest

from documents.spans import Span
from search_index.hits import SentenceHits
from tui.panels.counterparts import counterpart, same


def listed(*entries: tuple[str, int, str]) -> list[SentenceHits]:
    return [
        SentenceHits(document, Span(start, start + len(text)), text, (), ())
        for document, start, text in entries
    ]


BEFORE = listed(("a", 0, "One."), ("b", 0, "Two."), ("b", 9, "Three."), ("c", 0, "Four."))


@pytest.mark.parametrize(
    ("at", "now", "found"),
    [
        (1, listed(("a", 0, "One."), ("c", 0, "Four."), ("b", 50, "Two.")), 2),
        (1, listed(("b", 50, "Three."), ("b", 7, "Two, and more.")), 1),
        (1, listed(("b", 90, "Two."), ("b", 3, "Two.")), 1),
        (1, listed(("a", 0, "One."), ("c", 0, "Four.")), 1),
        (3, listed(("a", 0, "One.")), None),
        (0, [], None),
        (4, BEFORE, None),
    ],
)
def test_it_is_the_same_sentence_or_what_is_nearest(
    at: int, now: list[SentenceHits], found: int | None
) -> None:
    assert counterpart(BEFORE, at, now) == found


def test_another_sentence_is_not_the_same() -> None:
    assert same(BEFORE[1], listed(("b", 0, "Two, and more."), ("a", 0, "Two."))) is None
