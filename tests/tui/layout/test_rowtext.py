"""What a row shows: every character in its place, and none that a terminal obeys."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import hard_texts, texts, widths

from documents.document import Kind
from documents.newlines import NEWLINES
from tui.layout.clusters import clusters_of
from tui.layout.rowtext import RowText, row_text
from tui.layout.wrapping import Row, wrap
from tui.visible import begins_with_mark, visible

kinds = st.sampled_from(["prose", "markdown", "code"])


def whole(text: str, kind: Kind = "prose") -> RowText:
    return row_text(text, Row(0, len(text)), kind)


def test_plain_text_is_shown_as_it_is() -> None:
    assert whole("as it is").display == "as it is"


def test_only_the_row_is_shown() -> None:
    assert row_text("one two three", Row(4, 7)).display == "two"


@pytest.mark.parametrize("line_end", [*NEWLINES, "\r\n", "  \n", "\n    "])
def test_a_line_end_inside_a_row_is_one_space_with_the_white_space_around_it(line_end: str) -> None:
    assert whole(f"one{line_end}two").display == "one two"


def test_the_marks_of_a_block_quote_go_with_its_line_ends_in_markdown() -> None:
    assert whole("one\n> > two", "markdown").display == "one two"
    assert whole("one\n> two").display == "one > two"


def test_a_tab_goes_to_the_next_stop() -> None:
    assert whole("a\tb\tc").display == "a   b   c"
    assert whole("漢\tb").display == "漢  b"


def test_control_characters_are_shown_as_pictures() -> None:
    assert whole("a\x1b[2Jb\x07").display == "a␛[2Jb␇"


def test_a_mark_without_a_base_gets_one_and_keeps_off_the_gutter() -> None:
    assert whole("\u0301a").display == "\u25cc\u0301a"
    assert whole("\u0301a\nb").display == "\u25cc\u0301a b"


def test_columns_count_what_is_shown() -> None:
    shown = whole("漢\t\x1bz")
    assert [shown.column(offset) for offset in range(5)] == [0, 2, 4, 5, 6]


def test_the_character_at_a_column_is_the_one_that_covers_it() -> None:
    shown = whole("a漢\tz")
    assert [shown.offset_at(column) for column in range(7)] == [0, 1, 1, 2, 3, 4, 4]


def test_a_family_of_emoji_is_pointed_at_as_one() -> None:
    shown = whole("\U0001f469\u200d\U0001f4bbz")
    assert [shown.offset_at(column) for column in range(4)] == [0, 0, 3, 4]


@given(texts, widths, kinds)
@example("\u0301\n", 5, "prose")
def test_nothing_that_is_shown_is_obeyed_or_drawn_over_the_gutter(
    text: str, width: int, kind: Kind
) -> None:
    for row in wrap(text, 0, len(text), width):
        display = row_text(text, row, kind).display
        assert visible(display) == display
        assert not begins_with_mark(display)


@given(texts, kinds)
def test_places_run_from_the_rows_start_to_its_end(text: str, kind: Kind) -> None:
    shown = whole(text, kind)
    places = [shown.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[-1] == len(shown.display)
    assert shown.place(-1) == places[0]
    assert shown.place(len(text) + 9) == places[-1]
    assert shown.column(len(text)) == cell_len(shown.display)


@given(hard_texts, kinds)
def test_the_column_of_the_character_at_a_column_is_where_it_begins(text: str, kind: Kind) -> None:
    shown = whole(text, kind)
    clusters, total = clusters_of(shown.display), cell_len(shown.display)
    begins = 0
    for _first, _stop, cells in clusters:
        for column in range(begins, begins + cells):
            assert shown.column(shown.offset_at(column)) <= begins
        begins += cells
    assert shown.offset_at(total) == len(text)


@given(hard_texts, kinds)
def test_the_character_at_its_column_is_itself(text: str, kind: Kind) -> None:
    shown = whole(text, kind)
    starts = {first for first, _, cells in clusters_of(shown.display) if cells}
    for offset in range(len(text)):
        place = shown.place(offset)
        alone = place != shown.place(offset + 1)
        if alone and place in starts and shown.place(offset - 1) != shown.place(offset + 1):
            assert shown.offset_at(shown.column(offset)) == offset
