"""The rows of a text are the same whichever way one comes to them, and however it is cut."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from texts import SPACES, hard_pieces, plain_pieces

from documents.document import Document, Kind
from documents.newlines import NEWLINES
from tui.layout import rows as rows_module
from tui.layout.rows import Rows
from tui.layout.shared_rows import SharedRows
from tui.layout.wrapping import Row, wrap

kinds = st.sampled_from(["prose", "markdown", "code"])
line_ends = st.sampled_from(
    ["\n", "\n\n", "\n\n\n\n", "\r\n", "\r\n\r\n", "\n  ", " \n \n", "\t\n"]
)
texts = st.lists(st.one_of(plain_pieces, hard_pieces, line_ends), max_size=50).map("".join)
prose = st.lists(st.one_of(plain_pieces, line_ends), max_size=60).map("".join)
widths = st.integers(1, 24)
blocks = st.sampled_from([7, 16, 40, 8192])

PARAGRAPHS = "First words of it.\n\nA second paragraph,\nof two lines.\n\n\n\n\nThe third.\n"


@contextmanager
def blocks_of(size: int) -> Iterator[None]:
    """Cuts texts into blocks of that size, as long texts are."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "_BLOCK", size)
        patch.setattr(rows_module, "_BLOCKS_KEPT", 3)
        yield


def rows_of(text: str, width: int, kind: Kind = "prose") -> Rows:
    return Rows(Document("a.txt", text, kind=kind), width)


def every(rows: Rows) -> list[Row]:
    return list(rows.after(0))


def shown(text: str, width: int, kind: Kind = "prose") -> list[str]:
    return [text[row.start : row.end] for row in every(rows_of(text, width, kind))]


def test_of_many_blank_lines_two_are_shown() -> None:
    assert shown(PARAGRAPHS, 20) == [
        "First words of it.",
        "",
        "A second paragraph,",
        "of two lines.",
        "",
        "",
        "The third.",
    ]


@pytest.mark.parametrize("newline", ["\r\n", *NEWLINES])
@pytest.mark.parametrize("kind", ["prose", "markdown", "code"])
def test_rows_and_sentences_agree_on_where_lines_end(newline: str, kind: Kind) -> None:
    text = f"First.{newline}{newline}- It is so.{newline}- At last."
    document = Document("a", text, kind=kind)
    rows = [text[row.start : row.end] for row in Rows(document, 40).after(0)]
    assert rows == ["First.", "", "- It is so.", "- At last."]
    spans = [text[start:end] for start, end in document.segmentation.sentences()]
    assert spans == ["First.", "- It is so.", "- At last."]


def test_source_code_is_shown_line_for_line() -> None:
    assert shown("if a:\n    b()\n\n\n\nc()\n", 30, "code") == [
        "if a:",
        "    b()",
        "",
        "",
        "",
        "c()",
    ]


def test_long_paragraphs_on_adjacent_lines_are_set_off_from_each_other() -> None:
    paragraph = ("A sentence of some words, and more of them. " * 4).strip()
    text = f"{paragraph}\n{paragraph}\n"
    assert shown(text, 200).count("") == 1


def test_a_markdown_list_is_not_set_apart() -> None:
    assert shown("- one\n- two\n- three\n", 30, "markdown") == ["- one", "- two", "- three"]


@pytest.mark.parametrize("text", ["", " ", "\n", " \n\t\n ", "\n" * 50])
@pytest.mark.parametrize("kind", ["prose", "markdown", "code"])
def test_a_blank_text_has_a_row_to_stand_on(text: str, kind: Kind) -> None:
    rows = rows_of(text, 10, kind)
    for offset in (0, len(text)):
        assert rows.at(offset) in every(rows)
        assert rows.window(offset, 5)
    assert rows.last_top(5) in [row.start for row in every(rows)]


def test_an_offset_before_or_behind_the_text_means_its_first_row_or_its_last() -> None:
    rows = rows_of(PARAGRAPHS, 20)
    assert rows.at(-5) == every(rows)[0]
    assert rows.at(10**9) == every(rows)[-1]


def test_preparing_the_next_page_changes_no_row() -> None:
    with blocks_of(16):
        rows, untouched = rows_of(PARAGRAPHS, 9), rows_of(PARAGRAPHS, 9)
        for offset in range(0, len(PARAGRAPHS), 5):
            list(rows.prepare(offset, offset + 12))
        assert every(rows) == every(untouched)


def test_what_was_prepared_is_not_laid_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Words of a paragraph, some of them long.\n\n" * 4000
    rows = rows_of(text, 30)
    middle = rows.at(len(text) // 2).start
    bottom = rows.window(middle, 40)[-1].end
    assert 0 < len(list(rows.prepare(middle, bottom))) <= 3  # a step for each block
    assert list(rows.prepare(middle, bottom)) == []
    wrapped: list[str] = []
    monkeypatch.setattr(rows_module, "wrap", lambda *span: wrapped.append("again") or iter(()))
    for by in (40, 35, -40):
        assert rows.window(rows.moved(middle, by), 40)
    assert wrapped == []


def test_panes_on_one_document_and_width_share_their_rows_as_long_as_any_is_there() -> None:
    shared, document = SharedRows(), Document("a.txt", PARAGRAPHS)
    rows = shared.of(document, 20)
    assert shared.of(document, 20) is rows
    assert shared.of(document, 21) is not rows
    assert shared.of(Document("a.txt", PARAGRAPHS), 20) is not rows
    gone = weakref.ref(rows)
    del rows
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize("kind", ["prose", "markdown", "code"])
@pytest.mark.parametrize("piece", ["words and words, ", "x", "漢字", "e\u0301\t"])
def test_a_single_line_of_200_kilobytes_is_one_run_of_rows(kind: Kind, piece: str) -> None:
    text = piece * (200_000 // len(piece))
    rows = rows_of(text, 60, kind)
    found = every(rows)
    assert "".join("".join(text[row.start : row.end] for row in found).split()) == "".join(
        text.split()
    )
    middle = len(found) // 2
    assert rows.at(found[middle].start) == found[middle]
    assert rows.moved(found[middle].start, 100) == found[middle + 100].start
    assert rows.last_top(10) == found[-10].start


@given(texts, widths, kinds, blocks)
@example("a\n\nb", 5, "prose", 7)
@example("\n\n\n\n\n\n\n\n\n\na\n", 5, "code", 7)
def test_every_visible_character_stands_on_one_row(
    text: str, width: int, kind: Kind, block: int
) -> None:
    with blocks_of(block):
        covered = [0] * len(text)
        for row in every(rows_of(text, width, kind)):
            for offset in range(row.start, row.end):
                covered[offset] += 1
    for offset, times in enumerate(covered):
        assert times == 1 or (times == 0 and text[offset].isspace()), (offset, text[offset])


@given(texts, widths, kinds, blocks)
def test_a_row_is_named_by_its_start(text: str, width: int, kind: Kind, block: int) -> None:
    with blocks_of(block):
        rows = rows_of(text, width, kind)
        found = every(rows)
        assert all(one.start < other.start for one, other in pairwise(found))
        for row in found:
            assert rows.at(row.start) == row


@given(texts, widths, kinds, blocks, st.data())
def test_up_down_and_straight_to_a_place_show_the_same_rows(
    text: str, width: int, kind: Kind, block: int, data: st.DataObject
) -> None:
    with blocks_of(block):
        found = every(rows_of(text, width, kind))
        rows = rows_of(text, width, kind)
        for offset in data.draw(st.lists(st.integers(-2, len(text) + 2), max_size=6)):
            number = max((n for n, row in enumerate(found) if row.start <= offset), default=0)
            assert rows.at(offset) == found[number]
            assert list(rows.after(offset)) == found[number:]
            assert list(rows.before(offset)) == found[:number][::-1]
            height = data.draw(st.integers(1, 9))
            assert rows.window(offset, height) == found[number : number + height]
            by = data.draw(st.integers(-12, 12))
            wanted = found[min(max(number + by, 0), len(found) - 1)]
            assert rows.moved(offset, by) == wanted.start


@given(texts, widths, kinds, blocks)
def test_the_last_page_ends_with_the_last_row(
    text: str, width: int, kind: Kind, block: int
) -> None:
    with blocks_of(block):
        rows = rows_of(text, width, kind)
        found = every(rows)
        for height in (1, 3, len(found), len(found) + 3):
            assert rows.window(rows.last_top(height), height) == found[-height:]


@given(prose, widths, blocks)
def test_the_size_of_blocks_changes_no_row_of_prose(text: str, width: int, block: int) -> None:
    text = text.lstrip()
    whole = every(rows_of(text, width))
    with blocks_of(block):
        assert every(rows_of(text, width)) == whole


def test_white_space_of_a_row_is_the_only_thing_left_out() -> None:
    text = "one  two\tthree\n\n four"
    found = every(rows_of(text, 5))
    left_out = set(range(len(text))) - {n for row in found for n in range(row.start, row.end)}
    assert {text[offset] for offset in left_out} <= set(SPACES)


HUGE = 400_000


@pytest.mark.parametrize("kind", ["prose", "code"])
@pytest.mark.parametrize(
    "text",
    [
        "\n" * HUGE,
        "a\n" + "\n" * HUGE + "b",
        "\r\n" * HUGE,
        "\t" * HUGE + "b",
        " " * HUGE + "b\n" + " " * HUGE,
        "e" + "\u0301" * HUGE,
        "\U0001f468\u200d" * HUGE,
        "x" * HUGE,
    ],
    ids=["newlines", "between", "crlf", "tabs", "spaces", "marks", "joiners", "letters"],
)
def test_looking_at_a_place_of_a_hostile_text_costs_some_blocks_and_not_the_text(
    text: str, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = 0
    rows = rows_of(text, 60, kind)

    def counted(*values: int) -> Row:
        nonlocal made
        made += 1
        return Row(*values)

    def counted_wrap(*span: Any) -> Iterator[Row]:
        assert span[2] - span[1] < 20_000
        for row in wrap(*span):
            yield counted(*row)

    monkeypatch.setattr(rows_module, "Row", counted)
    monkeypatch.setattr(rows_module, "wrap", counted_wrap)
    for offset in (0, len(text) // 2, len(text)):
        assert rows.window(offset, 40)
        rows.moved(offset, -40)
        rows.moved(offset, 40)
    assert made < 60_000


@pytest.mark.parametrize("kind", ["prose", "code"])
def test_a_line_that_is_blank_for_long_begins_where_it_is_visible(kind: Kind) -> None:
    text = "one\n" + " " * 50_000 + "two\n" + "\t" * 50_000 + "\nthree\n"
    shown_rows = [text[row.start : row.end] for row in every(rows_of(text, 20, kind))]
    assert [row.strip() for row in shown_rows if row.strip()] == ["one", "two", "three"]
    assert len(shown_rows) < 10
