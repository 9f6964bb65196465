"""Rows of pieces have the width they are asked to have."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style

from tui.widgets.pieces import Piece, cut, fitted, measured

PLAIN = Style.null()

words = st.text("ab 漢e\u0301—…", max_size=12)
pieces = st.lists(words.map(lambda text: (text, PLAIN)), max_size=5)
widths = st.integers(0, 60)


def width(segments: list[Segment]) -> int:
    return sum(segment.cell_length for segment in segments)


def text(segments: list[Segment]) -> str:
    return "".join(segment.text for segment in segments)


def plain(*words: str) -> list[Piece]:
    return [(word, PLAIN) for word in words]


def test_what_fits_is_shown_whole() -> None:
    assert text(cut(plain("one", " two"), 7)) == "one two"


def test_an_ellipsis_stands_for_what_was_left_out() -> None:
    assert text(cut(plain("one", " two"), 6)) == "one t…"
    assert text(cut(plain("one", " two"), 4)) == "one…"
    assert text(cut(plain("漢字漢字"), 6)) == "漢字…"


def test_the_middle_gives_way_first() -> None:
    row = fitted(plain("1"), plain("a long middle that gives way"), plain("end"), 20, PLAIN)
    assert text(row) == "1a long middle t…end"


def test_then_the_end_gives_way_from_its_beginning() -> None:
    row = fitted(plain("1"), plain("the middle of it"), plain("first ", "last"), 17, PLAIN)
    assert text(row) == "1the middle… last"


@given(pieces, widths)
def test_a_cut_row_is_never_wider_than_asked(row: list[Piece], room: int) -> None:
    shown = cut(row, room)
    assert width(shown) <= room
    if measured(row) <= room:
        assert text(shown) == "".join(word for word, _ in row)
    elif room > 0:
        assert text(shown).endswith("…")


@given(pieces, pieces, pieces, widths)
def test_a_fitted_row_is_exactly_as_wide_as_asked(
    start: list[Piece], middle: list[Piece], end: list[Piece], room: int
) -> None:
    assert width(fitted(start, middle, end, room, PLAIN)) == room
