"""A window on a text: wherever it moves, the reader sees where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from texts import hard_pieces, plain_pieces

from documents.document import Document, Kind
from documents.spans import Span
from tui.layout.spacing import length
from tui.pane.selection import Selection
from tui.pane.view import View

TEXT = "\n\n".join(
    f"Paragraph {n} begins here. It goes on for a while, as they do. It ends." for n in range(30)
)

kinds = st.sampled_from(["prose", "markdown", "code"])
ends = st.sampled_from([". ", ".\n\n", "!\n", "\n\n\n\n", ". A", "。"])
texts = st.lists(st.one_of(plain_pieces, hard_pieces, ends), min_size=1, max_size=80).map("".join)
sizes = st.tuples(st.integers(4, 40), st.integers(4, 15), st.integers(1, 2))

Motion = Callable[[View], object]

motions: st.SearchStrategy[tuple[str, Motion]] = st.one_of(
    st.builds(lambda n: (f"step {n}", lambda view: view.step(n)), st.integers(-5, 5)),
    st.builds(lambda n: (f"paragraph {n}", lambda view: view.paragraph(n)), st.integers(-3, 3)),
    st.builds(lambda n: (f"page {n}", lambda view: view.page(n)), st.sampled_from([-2, -1, 1, 2])),
    st.builds(lambda n: (f"page {n}", lambda view: view.page(n)), st.sampled_from([-0.5, 0.5])),
    st.builds(lambda n: (f"scroll {n}", lambda view: view.scroll(n)), st.integers(-9, 9)),
    st.builds(lambda n: (f"go {n}", lambda view: view.go(n)), st.integers(0, 400)),
    st.builds(lambda s: (f"resize {s}", lambda view: view.resize(*s)), sizes),
    st.just(("to_start", View.to_start)),
    st.just(("to_end", View.to_end)),
)


def view_of(
    text: str = TEXT, kind: Kind = "prose", width: int = 30, height: int = 10, pitch: int = 1
) -> View:
    return View(Document("a.txt", text, kind=kind), width, height, pitch=pitch)


def starts(view: View) -> list[int]:
    """The offsets at which the rows of the whole text begin."""
    return [row.start for row in view.rows.after(0)]


def sees(view: View, span: Span) -> bool:
    """Whether any character of the span is in sight."""
    return any(span.overlaps(row.start, row.end) for row in view.window())


def words(view: View) -> str:
    assert view.cursor is not None
    return view.document.text[slice(*view.cursor)]


@given(texts, kinds, sizes, st.lists(motions, max_size=12))
@example("\u00a0a", "prose", (4, 4, 1), [])
@example("\n\n\n\na", "code", (4, 4, 1), [("to_start", View.to_start)])
@example("a\n\n\n\n ", "code", (4, 4, 1), [("to_end", View.to_end)])
@example("\n\n\n\na", "code", (4, 4, 1), [("a page back", lambda view: view.page(-1))])
@example("a" + "\n" * 40 + "b", "code", (4, 4, 1), [("on", lambda view: view.scroll(9))])
@example(
    "a" + "\n" * 40 + "b",
    "code",
    (4, 4, 1),
    [("end", View.to_end), ("back", lambda view: view.scroll(-9))],
)
def test_no_motion_loses_the_cursor(
    text: str, kind: Kind, size: tuple[int, int, int], path: list[tuple[str, Motion]]
) -> None:
    view = view_of(text, kind, *size)
    sentences = list(view.document.segmentation.sentences())
    for name, motion in [("begin", View.deselect), *path]:
        motion(view)
        assert view.top in starts(view), name
        assert view.cursor in sentences or (view.cursor is None and not sentences), name
        if view.cursor is not None:
            assert sees(view, view.cursor), name


@given(texts, kinds, sizes, st.lists(motions, max_size=12))
def test_no_row_is_left_empty_below_a_text_that_could_fill_it(
    text: str, kind: Kind, size: tuple[int, int, int], path: list[tuple[str, Motion]]
) -> None:
    view = view_of(text, kind, *size)
    for name, motion in path:
        motion(view)
        rows = view.window()
        assert length(rows, view.pitch) >= view.height or len(rows) == len(starts(view)), name
        assert length(rows[:-1], view.pitch) < view.height, name


@given(texts, kinds, sizes, st.integers(0, 400), st.integers(-5, 5))
def test_a_sentence_that_fits_is_shown_whole_when_it_is_gone_to(
    text: str, kind: Kind, size: tuple[int, int, int], offset: int, count: int
) -> None:
    view = view_of(text, kind, *size)
    for motion in (lambda: view.go(offset), lambda: view.step(count)):
        before = view.cursor
        motion()
        if view.cursor is None or view.cursor == before:
            continue
        rows = [r for r in view.rows.after(view.cursor.start) if r.start < view.cursor.end]
        assert view.in_sight(view.cursor) or length(rows, view.pitch) > view.height


@given(texts, kinds, sizes, sizes, st.integers(0, 400))
def test_another_size_keeps_the_cursor_in_sight(
    text: str, kind: Kind, size: tuple[int, int, int], other: tuple[int, int, int], offset: int
) -> None:
    view = view_of(text, kind, *size)
    view.go(offset)
    cursor = view.cursor
    for each in (other, size):
        view.resize(*each)
        assert view.cursor == cursor
        assert cursor is None or sees(view, cursor)


@given(texts, kinds, st.lists(motions, max_size=5), sizes, st.lists(sizes, max_size=5), sizes)
def test_after_any_resizes_the_last_size_shows_what_it_would_have_shown_at_once(
    text: str,
    kind: Kind,
    path: list[tuple[str, Motion]],
    size: tuple[int, int, int],
    between: list[tuple[int, int, int]],
    last: tuple[int, int, int],
) -> None:
    view, at_once = view_of(text, kind, *size), view_of(text, kind, *size)
    for one in (view, at_once):
        for _, motion in path:
            motion(one)
        one.resize(*size)
    begun = (view.top, view.cursor)
    for each in (*between, last):
        view.resize(*each)
    at_once.resize(*last)
    assert (view.top, view.cursor) == (at_once.top, at_once.cursor)
    view.resize(*size)
    assert (view.top, view.cursor) == begun


def test_who_moves_between_two_resizes_is_not_taken_back() -> None:
    view = view_of()
    view.page(3)
    view.resize(12, 10)
    view.page(2)
    here = view.cursor
    view.resize(30, 10)
    assert view.cursor == here
    assert here is not None
    assert sees(view, here)


@pytest.mark.parametrize("width", [12, 20, 45, 72])
def test_another_width_keeps_the_text_at_the_top(width: int) -> None:
    view = view_of()
    view.scroll(40)
    top = view.top
    view.resize(width, 10)
    row = view.rows.at(view.top)
    assert row.start <= top <= row.end


@given(st.integers(1, 5), st.integers(0, 900))
def test_a_page_back_undoes_a_page_on(pages: int, offset: int) -> None:
    view = view_of()
    view.top = view.rows.at(offset).start
    top = view.top
    distance = pages * (view.height - 2)
    assume(view.rows.moved(top, distance) <= view.rows.last_top(view.height))
    view.page(pages)
    assert view.top == view.rows.moved(top, distance)
    view.page(-pages)
    assert view.top == top


def test_two_rows_of_the_old_page_stay_on_the_next() -> None:
    view = view_of()
    before = view.window()
    view.page(1)
    assert view.window()[:2] == before[-2:]


def test_the_cursor_turns_the_page_along() -> None:
    view = view_of()
    view.page(1)
    assert view.cursor is not None
    assert view.cursor.start >= view.top


def test_scrolling_leaves_the_cursor_while_it_is_in_sight() -> None:
    view = view_of()
    view.step(2)
    cursor = view.cursor
    view.scroll(1)
    assert view.cursor == cursor
    view.scroll(20)
    assert view.cursor != cursor


def test_sentences_are_gone_through_one_by_one() -> None:
    view = view_of()
    assert words(view) == "Paragraph 0 begins here."
    assert view.step(1)
    assert words(view) == "It goes on for a while, as they do."
    assert view.step(2)
    assert words(view) == "Paragraph 1 begins here."
    assert view.step(-3)
    assert words(view) == "Paragraph 0 begins here."


def test_paragraphs_are_gone_to_at_their_first_sentence() -> None:
    view = view_of()
    view.step(1)
    assert view.paragraph(-1)
    assert words(view) == "Paragraph 0 begins here."
    assert view.paragraph(3)
    assert words(view) == "Paragraph 3 begins here."
    assert view.paragraph(-1)
    assert words(view) == "Paragraph 2 begins here."


def test_at_the_ends_there_is_no_further() -> None:
    view = view_of()
    assert not view.step(-1)
    assert not view.paragraph(-1)
    assert not view.scroll(-1)
    assert not view.page(-1)
    view.to_end()
    assert words(view) == "It ends."
    assert not view.step(1)
    assert not view.scroll(1)
    assert not view.page(1)
    assert not view.paragraph(1)


def test_a_page_that_cannot_turn_goes_to_the_last_sentence_and_the_first() -> None:
    view = view_of("One. Two. Three.")
    assert view.page(1)
    assert words(view) == "Three."
    assert view.page(-1)
    assert words(view) == "One."


def test_going_far_leaves_room_above() -> None:
    view = view_of()
    view.go(len(TEXT) // 2)
    assert view.cursor is not None
    rows = [row.start for row in view.window()]
    assert rows.index(view.rows.at(view.cursor.start).start) == view.height // 3


def test_a_sentence_longer_than_the_page_begins_at_its_top() -> None:
    long = "word " * 200 + "end."
    view = view_of(f"First words.\n\n{long}\n\nLast words.")
    view.step(1)
    assert view.cursor is not None
    assert view.top == view.rows.at(view.cursor.start).start


def test_a_motion_ends_the_selection_and_a_scroll_that_keeps_the_cursor_does_not() -> None:
    view = view_of()
    view.step(3)
    assert view.cursor is not None
    chosen = Selection(view.cursor, view.cursor)
    view.selection = chosen
    assert view.focus_span() == view.cursor
    view.scroll(1)
    assert view.selection == chosen
    view.step(1)
    assert view.selection is None
    assert view.focus_span() == view.cursor


def test_progress_runs_from_what_the_first_page_shows_to_all() -> None:
    view = view_of()
    assert 0 < view.progress < 0.2
    view.to_end()
    assert view.progress == 1.0
    assert view_of("Short.").progress == 1.0


@pytest.mark.parametrize("text", ["", "\n", " \n\n "])
def test_a_blank_text_can_be_moved_about_in(text: str) -> None:
    view = view_of(text)
    for motion in (
        lambda: view.step(1),
        lambda: view.paragraph(-1),
        lambda: view.page(1),
        lambda: view.scroll(-3),
        view.to_start,
        view.to_end,
        lambda: view.go(5),
        lambda: view.resize(9, 4),
    ):
        motion()
        assert view.cursor is None
        assert view.focus_span() is None
        assert view.window()
    assert view.progress == 1.0


@pytest.mark.parametrize(
    ("cursor", "span"),
    [(Span(2, 5), Span(2, 5)), (Span(2, 50), Span(2, 11)), (Span(11, 50), None), (None, None)],
)
def test_what_an_action_works_on_lies_within_the_text(
    cursor: Span | None, span: Span | None
) -> None:
    view = view_of("Short text.")
    view.cursor = cursor
    assert view.focus_span() == span


def beginning_of(text: str, share: float = 0.5) -> View:
    """A window on the first half of a text."""
    begun = Document("a.txt", text[: int(len(text) * share)], share=share)
    return View(begun, 30, 10, pitch=1)


@given(st.integers(0, len(TEXT) - 1))
def test_a_place_in_the_rest_of_a_text_is_gone_to_when_it_is_there(offset: int) -> None:
    view, whole = beginning_of(TEXT), Document("a.txt", TEXT)
    view.go(offset)
    assert view.cursor is not None
    assert view.in_sight(view.cursor)
    view.take(whole)
    assert view.cursor == whole.segmentation.sentence_at(offset)
    assert view.in_sight(view.cursor)


def test_who_has_moved_on_is_not_taken_to_the_rest() -> None:
    view = beginning_of(TEXT)
    view.go(len(TEXT) - 1)
    view.to_start()
    view.take(Document("a.txt", TEXT))
    assert words(view) == "Paragraph 0 begins here."


def test_of_two_places_in_the_rest_the_last_one_asked_for_is_gone_to() -> None:
    view, whole = beginning_of(TEXT), Document("a.txt", TEXT)
    view.to_end()
    view.go(TEXT.index("Paragraph 20"))
    view.take(whole)
    assert words(view) == "Paragraph 20 begins here."
