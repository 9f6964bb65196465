"""Rows of list items, quotations and source lines go on under their own text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from documents.document import Document, Kind
from tui.layout.hanging import of_line, of_paragraph
from tui.layout.rows import Rows
from tui.layout.rowtext import row_text
from tui.layout.setting import set_row
from tui.layout.wrapping import wrap
from tui.typography import DEFAULT


def shown(text: str, width: int, kind: Kind = "markdown") -> list[str]:
    document = Document("a", text, kind=kind)
    rows = Rows(document, width).after(0)
    return [set_row(document, row, width, DEFAULT).display.rstrip() for row in rows]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("- one two", 2),
        ("  * one two", 4),
        ("12. one two", 4),
        ("- [ ] one two", 6),
        ("> one two", 2),
        ("> > - one two", 6),
        ("   goes on", 3),
        ("one two", 0),
        ("-one two", 0),
        ("2024 was it", 0),
        ("", 0),
    ],
)
def test_a_paragraph_hangs_by_its_marker(text: str, columns: int) -> None:
    assert of_paragraph(text, 0, "markdown", 40) == columns


def test_a_sign_of_quotation_marks_nothing_in_prose() -> None:
    assert of_paragraph("> one two", 0, "prose", 40) == 0
    assert of_paragraph("- one two", 0, "prose", 40) == 2
    assert of_paragraph("   first line", 0, "prose", 40) == 0


def test_a_line_goes_on_deeper_than_it_began() -> None:
    assert of_line("one two", 0, 40) == 2
    assert of_line("    one two", 0, 40) == 6
    assert of_line("\tone two", 0, 40) == 6


def test_what_would_leave_too_little_of_the_row_is_left_out() -> None:
    assert of_line(" " * 30 + "one", 0, 40) == 0
    assert of_paragraph("1000. one", 0, "markdown", 10) == 0


def test_an_item_stands_as_a_block_beside_its_marker() -> None:
    assert shown("- one two three four\n- five six", 11) == [
        "- one two",
        "  three",
        "  four",
        "- five six",
    ]


def test_a_quotation_stands_as_a_block() -> None:
    assert shown("> one two three\n> four five", 11) == ["> one two", "  three", "  four five"]


def test_source_code_goes_on_under_its_line() -> None:
    text = "if ready:\n    begin(first, second)\n"
    assert shown(text, 20, "code") == ["if ready:", "    begin(first,", "      second)"]


@given(texts, st.integers(12, 40), st.integers(1, 4))
def test_rows_that_hang_hold_the_same_text_in_fewer_columns(
    text: str, width: int, hang: int
) -> None:
    plain, hanging = (list(wrap(text, 0, len(text), width, by)) for by in (0, hang))
    assert [row.indent for row in hanging] == [0, *[hang] * (len(hanging) - 1)]
    kept = ["".join(text[row.start : row.end].split()) for row in plain]
    assert "".join("".join(text[row.start : row.end].split()) for row in hanging) == "".join(kept)
    for row in hanging:
        assert row.indent + cell_len(row_text(text, row).display) <= width


@given(texts, st.integers(12, 40), st.sampled_from(["prose", "markdown", "code"]))
def test_every_character_is_found_where_it_stands(text: str, width: int, kind: Kind) -> None:
    document = Document("a", text, kind=kind)
    for row in Rows(document, width).after(0):
        placed = set_row(document, row, width, DEFAULT)
        alone = row_text(text, row, kind)
        before = len(placed.display) - len(alone.display)
        assert before >= row.indent
        for offset in range(row.end - row.start + 1):
            assert placed.place(offset) == before + alone.place(offset)
            assert placed.column(offset) == before + alone.column(offset)
        for column in range(cell_len(alone.display)):
            assert placed.offset_at(before + column) == alone.offset_at(column)
