"""How far one has come, to an eighth of a column, and how long it takes to the end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.document import Document
from tui.pane.painter import Painter
from tui.pane.view import View
from tui.reading.progress import bar, in_words, minutes_left, progress
from tui.signs import ASCII
from tui.themes import THEMES


@given(st.floats(-1, 2), st.integers(1, 40))
def test_a_bar_takes_its_columns_whatever_the_share(share: float, cells: int) -> None:
    filled, empty = bar(share, cells)
    assert len(filled + empty) == cells


@given(st.floats(0, 1), st.floats(0, 1))
def test_who_has_come_further_has_no_shorter_bar(one: float, other: float) -> None:
    def eighths(share: float) -> int:
        return sum(" ▏▎▍▌▋▊▉█".index(sign) for sign in bar(share, 12)[0])

    assert (eighths(one) <= eighths(other)) or one > other


def test_a_bar_is_empty_at_the_beginning_and_full_at_the_end() -> None:
    assert bar(0, 4) == ("", "░░░░")
    assert bar(0.28, 4) == ("█▏", "░░")
    assert bar(1, 4) == ("████", "")


@given(st.floats(0, 1))
def test_in_ascii_a_bar_is_spelt(share: float) -> None:
    assert "".join(bar(share, 12)).translate(ASCII).isascii()


def test_time_is_told_by_the_letters_that_are_left() -> None:
    document = Document("a.txt", "word " * 13_000)
    assert minutes_left(document, 0) == pytest.approx(50)
    assert minutes_left(document, 32_500) == pytest.approx(25)
    assert minutes_left(document, 65_000) == 0


def test_signs_that_are_words_take_longer_to_read() -> None:
    assert minutes_left(Document("a.txt", "漢字" * 200), 0) == pytest.approx(1)


def test_of_a_text_that_is_still_being_read_the_rest_is_reckoned_in() -> None:
    half = Document("a.txt", "word " * 13_000, share=0.5)
    assert minutes_left(half, 65_000) == pytest.approx(50)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0.2, "<1 min left"),
        (1.4, "1 min left"),
        (59.4, "59 min left"),
        (63, "1 h 5 min left"),
        (121, "2 h left"),
        (800, "13 h left"),
        (77_000, ""),
    ],
)
def test_time_is_told_no_more_exactly_than_it_is_known(minutes: float, words: str) -> None:
    assert in_words(minutes) == words


def shown(view: View | None, columns: int) -> str:
    return "".join(text for text, _ in progress(Painter(THEMES["dark"]), view, columns))


def test_the_bar_is_full_once_the_end_is_in_sight_and_the_time_goes_by_the_sentence() -> None:
    view = View(Document("a.txt", "One sentence here. Another one there."))
    assert shown(view, 120) == " ████████████ <1 min left "
    view.step(1)
    assert shown(view, 120) == " ████████████"


def test_the_bar_and_the_title_tell_the_same() -> None:
    view = View(Document("a.txt", "One sentence here.\n\n" * 400))
    view.page(3)
    filled, empty = bar(view.progress, 12)
    assert 0 < len(filled) < 12
    assert shown(view, 120).startswith(f" {filled}{empty} ")


def test_where_there_is_no_room_or_nothing_to_read_nothing_is_told() -> None:
    view = View(Document("a.txt", "One sentence here. Another one there."))
    assert shown(view, 60) == ""
    assert shown(None, 120) == ""
    assert shown(View(Document("a.txt", " \n")), 120) == ""


def test_nobody_knows_how_long_one_reads_source_code() -> None:
    view = View(Document("a.py", "x = 1\ny = 2\n", kind="code"))
    assert "left" not in shown(view, 120)
