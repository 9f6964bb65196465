"""What is said at more length than a row takes the rows it needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import texts

from tui.reading.long_notice import notice_rows

SAID = (
    "could not save annotations/root/call.txt.toml: you may not write there; "
    "ask its owner for permission"
)


def test_what_to_do_is_read_to_its_end() -> None:
    rows = notice_rows([SAID], 80, 24)
    assert len(rows) == 2
    assert " ".join(" ".join(rows).split()) == SAID


def test_each_line_of_a_list_stands_in_its_own_row() -> None:
    assert notice_rows(["one", "two"], 80, 24) == [" one", " two"]


def test_of_what_has_no_room_there_is_told_how_much() -> None:
    rows = notice_rows([f"mistake {number}" for number in range(50)], 80, 24)
    assert len(rows) == 8
    assert rows[-1] == " … and 43 more"
    assert notice_rows(["word " * 500], 80, 24)[-1].endswith("word…")


@given(st.lists(texts, min_size=1), st.integers(32, 100), st.integers(1, 60))
def test_no_row_is_too_long_and_none_is_too_many(lines: list[str], width: int, height: int) -> None:
    rows = notice_rows(lines, width, height)
    assert 1 <= len(rows) <= max(1, height // 3)
    assert all(cell_len(row) <= width + 1 for row in rows)
