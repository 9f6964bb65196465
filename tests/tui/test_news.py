"""What is said of the marks in a document that has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from annotated import placed

from annotations.model import Anchor
from tui.reading.news import told


def marks(**numbers: int) -> list[object]:
    return [
        replace(placed(0, 5), anchor=Anchor(name))
        for name, count in numbers.items()
        for _ in range(count)
    ]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (
            {"exact": 3, "shifted": 12, "changed": 2, "review": 1, "orphan": 1},
            "12 marks moved with their text, 2 changed, 1 to review, 1 lost – R shows them",
        ),
        ({"shifted": 1}, "1 mark moved with its text"),
        ({"changed": 1, "orphan": 2}, "1 mark changed, 2 lost – R shows them"),
        ({"orphan": 1}, "1 mark lost – R shows them"),
    ],
)
def test_the_counts_are_told(numbers: dict[str, int], words: str) -> None:
    line = told("a.txt", marks(**numbers), "R")  # type: ignore[arg-type]
    assert line == f"a.txt has changed since you marked it: {words}"


def test_others_marks_are_not_said_to_be_ones_own() -> None:
    line = told("a.txt", marks(shifted=2), "R", own=False)  # type: ignore[arg-type]
    assert line == "a.txt has changed since it was marked: 2 marks moved with their text"


def test_without_a_key_none_is_named_and_nothing_is_obeyed() -> None:
    line = told("a\x1b.txt", marks(orphan=1), "")  # type: ignore[arg-type]
    assert line == "a␛.txt has changed since you marked it: 1 mark lost"
