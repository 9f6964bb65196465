"""What is said of the marks in a document that has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annotated import placed

from annotations.model import Anchor
from tui.reading.gone import gone
from tui.reading.news import News, there_again, told


def marks(path: str = "a.txt", *, own: bool = True, **numbers: int) -> News:
    found = [
        replace(placed(0, 5), anchor=Anchor(name))
        for name, count in numbers.items()
        for _ in range(count)
    ]
    return News(path, found, own)


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (
            {"exact": 3, "shifted": 12, "changed": 2, "review": 1, "orphan": 1},
            "12 marks moved with their text, 2 changed, 1 to review, 1 lost – R shows them",
        ),
        ({"shifted": 1}, "1 mark moved with its text"),
        ({"changed": 1, "orphan": 2}, "1 mark changed, 2 lost – R shows them"),
        ({"orphan": 1}, "1 mark lost – R shows it"),
    ],
)
def test_the_counts_are_told(numbers: dict[str, int], words: str) -> None:
    line = told([marks(**numbers)], "R")
    assert line == f"a.txt has changed since you marked it: {words}"


def test_others_marks_are_not_said_to_be_ones_own() -> None:
    line = told([marks(shifted=2, own=False)], "R")
    assert line == "a.txt has changed since it was marked: 2 marks moved with their text"


def test_without_a_key_none_is_named_and_nothing_is_obeyed() -> None:
    line = told([marks("a\x1b.txt", orphan=1)], "")
    assert line == "a␛.txt has changed since you marked it: 1 mark lost"


def test_documents_that_changed_are_told_in_one_line() -> None:
    news = [marks("a.txt", shifted=1, changed=1), marks("b.txt", shifted=2, orphan=1)]
    words = "3 marks moved with their text, 1 changed, 1 lost – R shows them"
    assert told(news, "R") == f"a.txt and b.txt have changed since you marked them: {words}"
    words = "6 marks moved with their text, 2 changed, 2 lost – R shows them"
    assert told(news * 2, "R") == f"4 documents have changed since you marked them: {words}"


def test_marks_that_are_in_their_places_again_are_told_too() -> None:
    assert there_again(["a.txt"]) == "a.txt has changed again: every mark is in its place"
    words = "a.txt, b.txt and c.txt have changed again: every mark is in its place"
    assert there_again(["a.txt", "b.txt", "c.txt"]) == words
    words = "a.txt and b.txt are there again: every mark is in its place"
    assert there_again(["a.txt", "b.txt"], back=True) == words


def test_a_document_that_is_gone_is_told_with_the_marks_that_wait_for_it() -> None:
    line = "a␛.txt is gone from the disk"
    assert gone("a\x1b.txt", 0, "R", read=False) == line
    assert gone("a\x1b.txt", 1, "R", read=False) == f"{line}; its 1 mark is kept – R shows it"
    read = f"{line}: here it is as it was read last; its 2 marks are kept"
    assert gone("a\x1b.txt", 2, "R", read=True) == f"{read} – R shows them"
    assert gone("a\x1b.txt", 2, "", read=True) == read
