"""A text in few columns is brought to what matched in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from documents.spans import Span
from tui.panels.brought import Stretch, brought_to, cut_off

NOTE = "Ask the desk in the morning whether it was in December or later"
DECEMBER = Span(NOTE.index("December"), NOTE.index("December") + 8)


def text(stretches: list[Stretch]) -> str:
    return "".join(one.text for one in stretches)


def test_what_fits_is_shown_from_its_beginning() -> None:
    assert text(cut_off(brought_to(NOTE, [DECEMBER], 80), 80)) == NOTE


def test_what_does_not_is_shown_around_its_match() -> None:
    shown = cut_off(brought_to(NOTE, [DECEMBER], 30), 30)
    assert [one.text for one in shown if one.is_match] == ["December"]
    assert shown[0] == Stretch("…", is_cut=True)
    assert text(cut_off(brought_to(NOTE, [], 20), 20)) == "Ask the desk in the…"


@given(
    st.text("ab 漢é", max_size=60),
    st.integers(0, 60),
    st.integers(1, 10),
    st.integers(1, 70),
)
def test_it_fits_and_begins_with_the_match_at_the_latest(
    words: str, start: int, length: int, room: int
) -> None:
    start = min(start, max(0, len(words) - 1))
    matches = [Span(start, min(len(words), start + length))] if words else []
    brought = brought_to(words, matches, room)
    assert text([one for one in brought if not one.is_cut]) in words
    if words:
        assert any(one.is_match for one in brought)
    assert cell_len(text(cut_off(brought, room))) <= room
