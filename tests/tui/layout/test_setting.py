"""Justified rows are as wide as the column, and everything in them is found where it stands."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from texts import plain_texts, texts

from documents.document import Document, Kind
from tui.layout.direction import has_right_to_left
from tui.layout.disputed import most_columns_of
from tui.layout.rows import Rows
from tui.layout.rowtext import RowText, row_text
from tui.layout.setting import flows_on, justified, set_row
from tui.layout.wrapping import Row
from tui.typography import DEFAULT

JUSTIFIED = DEFAULT._replace(justified=True)
PARAGRAPH = (
    "By the Russian account, the caller told the president that he stood by the unity of the "
    "country, and offered help in putting its economy and its public life back on their feet."
)
TABLE = f"| one | two |\n|---|---|\n| {PARAGRAPH} | more |\n"
widths = st.integers(8, 40)
sides = st.booleans()
rows_of_words = plain_texts.map(lambda text: text.replace("\n", " "))


def as_rows(text: str, width: int, kind: Kind = "prose") -> list[tuple[Row, RowText]]:
    document = Document("a.txt", text, kind=kind)
    rows = Rows(document, width).after(0)
    return [(row, set_row(document, row, width, JUSTIFIED)) for row in rows]


def without_gaps(display: str) -> list[str]:
    return display.split()


def test_the_rows_of_a_paragraph_are_even_and_its_last_is_not() -> None:
    *rows, last = [shown.display for _, shown in as_rows(PARAGRAPH, 40)]
    assert {len(row) for row in rows} == {40}
    assert len(last) < 40
    assert " ".join(" ".join([*rows, last]).split()) == PARAGRAPH


def test_gaps_are_spread_evenly_from_one_side_or_the_other() -> None:
    shown = RowText("one two six ten", None)
    assert justified(shown, 17, from_left=True).display != justified(shown, 17, from_left=False)
    for side in (True, False):
        gaps = justified(shown, 19, from_left=side).display.replace("  ", "_").count(" ")
        assert gaps <= 2


def test_a_row_stays_ragged_where_its_gaps_would_be_wide() -> None:
    shown = RowText("one two", None)
    assert justified(shown, 9, from_left=True).display == "one   two"
    assert justified(shown, 10, from_left=True) is shown
    assert justified(RowText("word", None), 8, from_left=True).display == "word"
    assert justified(RowText("漢字漢字", None), 9, from_left=True).display == "漢字漢字"


def test_indentation_and_wide_gaps_are_no_place_for_more() -> None:
    assert justified(RowText("  one  two six", None), 15, from_left=True).display == (
        "  one  two  six"
    )


def test_code_and_what_stands_by_lines_is_never_justified() -> None:
    for text, kind in ((PARAGRAPH, "code"), (f"# {PARAGRAPH}", "markdown"), (TABLE, "markdown")):
        document = Document("a", text, kind=kind)
        for row in Rows(document, 40).after(0):
            shown = set_row(document, row, 40, JUSTIFIED).display
            assert shown == " " * row.indent + row_text(text, row, kind).display


@given(texts, widths)
@example("a b\nc d e f", 8)
def test_a_row_is_as_wide_as_the_column_or_as_it_was(text: str, width: int) -> None:
    document = Document("a.txt", text)
    for row, shown in as_rows(text, width):
        plain = row_text(text, row)
        if len(shown.display) > row.indent + len(plain.display):
            assert most_columns_of(shown.display) == width
            assert flows_on(document, row) or has_right_to_left(text)
        assert without_gaps(shown.display) == without_gaps(plain.display)


@given(rows_of_words, st.integers(1, 60), sides)
def test_every_character_is_found_where_it_stands(text: str, more: int, side: bool) -> None:
    shown = justified(RowText(text, None), len(text) + more, from_left=side)
    for offset, character in enumerate(text):
        assert shown.display[shown.place(offset)] == character
        assert shown.offset_at(shown.column(offset)) == offset
    assert shown.place(len(text)) == len(shown.display)


@given(rows_of_words, st.integers(1, 60), sides)
def test_the_space_that_was_added_belongs_to_the_space_before_it(
    text: str, more: int, side: bool
) -> None:
    shown = justified(RowText(text, None), len(text) + more, from_left=side)
    for column, character in enumerate(shown.display):
        assert text[shown.offset_at(column)] == character
