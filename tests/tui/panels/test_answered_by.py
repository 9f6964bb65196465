"""The words that say where an answer came from."""

from __future__ import annotations

import pytest

from search_index.hits import Results
from tui.panels.answered_by import answered_by


@pytest.mark.parametrize(
    ("indexed", "known", "words"),
    [
        (True, 10_000, "indexed"),
        (False, 4200, "indexed 4\u202f200 of 10\u202f000"),
        (False, 0, "indexing 1/2"),
    ],
)
def test_how_much_the_index_gave(indexed: bool, known: int, words: str) -> None:
    results = Results([], 0, "", indexed, known=known, searched=10_000)
    assert answered_by(results, "indexing 1/2") == words


def test_what_no_index_answered_is_not_indexed_unless_it_is_being_indexed() -> None:
    assert answered_by(Results([], 0, "", False, searched=10_000), "") == "not indexed"


def test_before_there_is_an_answer_it_is_how_far_the_index_is() -> None:
    assert answered_by(None, "indexing 1/2") == "indexing 1/2"
    assert answered_by(Results([], 0, "", False), "") == ""
