"""One view follows another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from documents.document import Document
from documents.spans import Span
from tui.pane.view import View
from tui.reading.following import go_to_share, reveal, share

TEXT = "".join(f"Sentence {number} stands here.\n\n" for number in range(100))


def view(text: str = TEXT, height: int = 10) -> View:
    return View(Document("a.txt", text), 40, height)


def test_a_passage_is_brought_into_sight_and_the_cursor_with_it() -> None:
    here = view()
    start = TEXT.index("Sentence 70 ")
    reveal(here, Span(start, start + 10))
    assert here.in_sight(Span(start, start + 10))
    assert here.cursor is not None
    assert here.cursor.start == start


def test_what_is_in_sight_moves_nothing() -> None:
    here = view()
    start = TEXT.index("Sentence 2 ")
    cursor = here.cursor
    reveal(here, Span(start, start + 10))
    assert here.top == 0
    assert here.cursor == cursor


def test_the_cursor_stays_while_it_can_be_seen() -> None:
    here = view()
    here.go(TEXT.index("Sentence 4 "))
    cursor = here.cursor
    start = TEXT.index("Sentence 5 ")
    reveal(here, Span(start, start + 10))
    assert here.in_sight(Span(start, start + 10))
    assert here.cursor == cursor


def test_a_text_in_sight_as_a_whole_has_the_share_of_its_cursor() -> None:
    short = view("One. Two. Three. Four.")
    assert share(short) == 0
    short.to_end()
    assert share(short) > 0.5


@given(st.floats(0, 1), st.integers(3, 30))
def test_the_same_share_is_about_as_far_into_both(wanted: float, height: int) -> None:
    here = view(height=height)
    go_to_share(here, wanted)
    assert abs(share(here) - wanted) < 0.02
    assert here.cursor is not None
    assert here.in_sight(here.cursor)


def test_the_ends_meet() -> None:
    one, other = view(), view(TEXT[:900])
    one.to_end()
    go_to_share(other, share(one))
    assert other.window()[-1].end >= len(TEXT[:900].rstrip())
    one.to_start()
    go_to_share(other, share(one))
    assert other.top == 0
