"""The annotation nearest to a place."""

from __future__ import annotations

import pytest

from annotations.model import Anchor, PlacedAnnotation, mark
from annotations.nearest import nearest
from documents.spans import Span


def at(start: int | None, path: str = "b.txt") -> PlacedAnnotation:
    end = None if start is None else start + 5
    anchor = Anchor.ORPHAN if start is None else Anchor.EXACT
    return PlacedAnnotation(mark("x" * 100, 0, 5), "mk", path, start, end, anchor, "")


@pytest.mark.parametrize(
    ("span", "number"),
    [((0, 4), 2), ((12, 13), 2), ((19, 24), 2), ((26, 30), 3), ((31, 60), 3), ((90, 95), 4)],
)
def test_the_nearest_in_the_document_is_found(span: tuple[int, int], number: int) -> None:
    annotations = [at(50, "a.txt"), at(None), at(10), at(32), at(80)]
    assert nearest(annotations, "b.txt", Span(*span)) == number


def test_one_without_a_place_is_nearer_than_another_document() -> None:
    assert nearest([at(3, "a.txt"), at(None)], "b.txt", Span(3, 8)) == 1
    assert nearest([at(3, "a.txt")], "b.txt", Span(3, 8)) == 0
    assert nearest([], "b.txt", Span(3, 8)) == 0
