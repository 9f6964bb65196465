"""A line of a concordance keeps its keyword in its column, whatever the text."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from documents.spans import Span
from search_index.concordances.concordance import line_at, nearest_words
from tui.layout.direction import ISOLATOR
from tui.layout.kwic import Columns, columns_for, kwic
from tui.visible import visible

HARD_TEXT = (
    "the oil Äpfel cafe\u0301 北京 東京タワー हिन्दी ที่ العربية שָׁלוֹם 👩‍👩‍👧 🇩🇪🇫🇷 "
    "\u0301x \u202eevil \x1b[31m a-b \t . … Привет"
)
HARD = HARD_TEXT.split(" ")
texts = st.builds(
    lambda seed: " ".join(random.Random(seed).choices(HARD, k=20)), st.integers(0, 10_000)
)
widths = st.integers(24, 220)


@given(texts, widths, st.data())
def test_the_keyword_stands_in_its_column(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 12)))
    line = line_at("a", text, Span(start, end))
    columns = columns_for(width, cell_len(visible(line.keyword)))
    row = kwic(line.left, line.keyword, line.right, columns)
    assert columns.width == width
    assert cell_len(row.left.text) == columns.left
    assert cell_len(row.text) == width
    assert cell_len(row.keyword.text) <= columns.keyword
    assert row.text == visible(row.text)


@given(texts, widths)
def test_what_stands_beside_the_keyword_is_what_is_kept(text: str, width: int) -> None:
    columns = columns_for(width, 3)
    row = kwic(text, "oil", text, columns)
    kept = [part.replace(ISOLATOR, " ").strip() for part in (row.left.text, row.right.text)]
    plain = visible(text)
    assert plain.endswith(kept[0].lstrip("…\u25cc"))
    assert plain.startswith(kept[1].rstrip("…").lstrip("\u25cc"))


@given(texts, widths, st.booleans())
def test_the_sorted_words_are_marked_where_they_are_shown(
    text: str, width: int, of_left: bool
) -> None:
    side = "left" if of_left else "right"
    spans = nearest_words(text, side)
    row = kwic(text, "oil", text, columns_for(width, 3), spans, of_left=of_left)
    part, other = (row.left, row.right) if of_left else (row.right, row.left)
    assert not other.marks
    words = [visible(text)[slice(*span)] for span in spans]  # the nearest first
    marked = [part.text[slice(*mark)] for mark in part.marks]
    for word, shown in zip(words, reversed(marked) if of_left else marked, strict=False):
        assert shown in word


def test_a_long_keyword_leaves_room_beside_it() -> None:
    assert columns_for(80, 500) == Columns(27, 26, 27)
    row = kwic("left ", "k" * 500, " right", columns_for(80, 500))
    assert row.keyword.text == "k" * 25 + "…"


def test_a_row_read_from_the_right_is_kept_from_the_others() -> None:
    row = kwic("قال ", "النفط", " غال", columns_for(60, 5))
    assert row.left.text[-1] == row.right.text[0] == ISOLATOR
    assert cell_len(row.text) == 60
    assert ISOLATOR not in kwic("the ", "oil", " price", columns_for(60, 5)).text
