"""Finding words in a document: what ``re`` finds in the whole text, a piece at a time."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.spans import Span
from tui import finding
from tui.finding import Find

haystacks = st.text("qQab \n", max_size=120)
needles = st.text("ab ", max_size=4).map(lambda rest: f"q{rest}".strip())
spaced = st.lists(st.sampled_from(["qa", "b", " ", "\n", " " * 20, "\r\n\t"]), max_size=40).map(
    "".join
)


def everywhere(words: str, text: str) -> list[Span]:
    """All matches in the whole text; the needles of these tests never overlap themselves."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [Span(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE)]


@given(haystacks, needles, st.integers(0, 120))
def test_onward_is_the_first_match_from_a_place(text: str, words: str, offset: int) -> None:
    wanted = next((span for span in everywhere(words, text) if span.start >= offset), None)
    assert Find(words).onward(text, offset) == wanted


@given(haystacks, needles, st.integers(0, 120), st.sampled_from([5, 16, 65_536]))
def test_back_is_the_last_match_before_a_place(
    text: str, words: str, offset: int, step: int
) -> None:
    wanted = [span for span in everywhere(words, text) if span.start < offset]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(finding, "_BACK", step)
        assert Find(words, backward=True).back(text, offset) == (wanted[-1] if wanted else None)


@given(st.one_of(haystacks, spaced), needles, st.integers(0, 120), st.integers(0, 40))
@example(f"qa{' ' * 20}b", "qa b", 0, 2)
@example(f"qa{' ' * 20}b", "qa b", 22, 1)
def test_within_a_stretch_are_those_that_reach_into_it(
    text: str, words: str, start: int, length: int
) -> None:
    end = start + length
    wanted = [span for span in everywhere(words, text) if span.overlaps(start, end)]
    assert list(Find(words).within(text, start, end)) == wanted


def test_white_space_stands_for_any() -> None:
    assert Find("  the  call ").onward("by the\r\n   call", 0) == Span(3, 15)


def test_capitals_are_told_apart_only_where_the_words_hold_one() -> None:
    assert Find("moscow").onward("MOSCOW Moscow", 0) == Span(0, 6)
    assert Find("Moscow").onward("MOSCOW Moscow", 0) == Span(7, 13)


def test_nothing_in_the_words_is_a_pattern() -> None:
    assert Find("a.c*").onward("abc a.c*", 0) == Span(4, 8)


def test_blank_words_are_no_words() -> None:
    assert not Find("")
    assert not Find(" \t")
    assert Find(" x ")
