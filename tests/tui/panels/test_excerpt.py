"""Of a quote in the text around it, the quote is shown first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from tui.panels.excerpt import Surroundings, excerpt, rows_wanted

AROUND = Surroundings(
    "… speak directly since the fall of the government in December. ",
    "The Kremlin called it an in-depth exchange about the months to come.",
    " Damascus called it a message. Nobody else was asked.",
)


def quoted(around: Surroundings, width: int, most: int) -> str:
    rows = excerpt(around, width, most)
    return " ".join(row.text[row.start : row.stop] for row in rows if row.start < row.stop)


def test_all_is_shown_where_there_is_room() -> None:
    rows = excerpt(AROUND, 60, 9)
    assert " ".join(row.text for row in rows) == "".join(AROUND)
    assert quoted(AROUND, 60, 9) == AROUND.quote


def test_what_stands_before_gives_way_to_the_quote() -> None:
    assert quoted(AROUND, 60, 2).rstrip("…") == AROUND.quote
    assert excerpt(AROUND, 60, 2)[0].text.startswith("… government in December. The Kremlin")
    assert excerpt(AROUND, 40, 2)[0].text.startswith("The Kremlin")
    assert excerpt(AROUND, 60, 3)[0].text.startswith("… speak directly")


def test_what_is_cut_says_so() -> None:
    (row,) = excerpt(AROUND, 60, 1)
    assert row.text == "The Kremlin called it an in-depth exchange about the months…"
    assert excerpt(AROUND, 60, 3)[-1].text.endswith("…")


@given(texts, texts, texts, st.integers(10, 90), st.integers(1, 9))
def test_the_rows_fit_and_hold_the_quote_if_they_can(
    before: str, quote: str, after: str, width: int, most: int
) -> None:
    around = Surroundings(before, quote, after)
    rows = excerpt(around, width, most)
    assert len(rows) <= most
    assert all(0 <= row.start <= row.stop <= len(row.text) for row in rows)
    assert all(cell_len(row.text) <= width + 1 for row in rows)  # white space may hang over
    whole = excerpt(around, width, rows_wanted(around, width) + 20)
    assert len(whole) >= len(rows)
