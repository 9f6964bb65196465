"""Selecting word by word and character by character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import split_graphemes
from texts import texts

from documents.spans import Span
from tui.pane.selection import Selection, word_after, word_at, word_before
from tui.visible import visible

TEXT = "He didn't say 5,93 or U.S. well-known, “twice”."


def all_words(text: str) -> list[str]:
    found: list[str] = []
    word = word_after(text, 0)
    while word is not None:
        found.append(text[slice(*word)])
        word = word_after(text, word.end)
    return found


def of(text: str, word: str) -> Selection:
    span = Span(text.index(word), text.index(word) + len(word))
    return Selection(span, span)


def test_what_belongs_to_a_word_is_one_step() -> None:
    assert all_words(TEXT) == ["He", "didn't", "say", "5,93", "or", "U.S", "well-known", "twice"]


def test_scripts_without_spaces_go_by_character() -> None:
    assert all_words("漢字とabc") == ["漢", "字", "と", "abc"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("हिन्दी भाषा", ["हिन्दी", "भाषा"]),
        ("می‌خواهم بروم", ["می‌خواهم", "بروم"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("தமிழ் মাতৃভাষা", ["தமிழ்", "মাতৃভাষা"]),
        ("か\u3099き", ["か\u3099", "き"]),
    ],
)
def test_marks_and_joiners_stay_in_their_word(text: str, words: list[str]) -> None:
    assert all_words(text) == words


def test_a_place_between_words_means_the_next_one() -> None:
    assert word_at("one  two", 1) == Span(0, 3)
    assert word_at("one  two", 3) == Span(5, 8)
    assert word_at("one …", 4) is None
    assert word_at("", 0) is None


def test_a_selection_grows_and_shrinks_by_words() -> None:
    chosen = of(TEXT, "didn't")
    grown = chosen.by_word(TEXT, 2)
    assert TEXT[slice(*grown.span)] == "didn't say 5,93"
    assert grown.by_word(TEXT, -1).span == chosen.by_word(TEXT, 1).span
    assert TEXT[slice(*grown.by_word(TEXT, -3).span)] == "He didn't"


def test_a_selection_stops_at_the_ends_of_the_text() -> None:
    chosen = of(TEXT, "say")
    assert TEXT[slice(*chosen.by_word(TEXT, 99).span)].endswith("twice")
    assert TEXT[slice(*chosen.by_word(TEXT, -99).span)] == "He didn't say"


def test_the_other_end_can_be_moved() -> None:
    chosen = of(TEXT, "say").by_word(TEXT, 1).swapped().by_word(TEXT, -1)
    assert TEXT[slice(*chosen.span)] == "didn't say 5,93"


def test_a_selection_grows_and_shrinks_by_characters() -> None:
    chosen = of(TEXT, "say")
    assert TEXT[slice(*chosen.by_character(TEXT, 2).span)] == "say 5"
    assert TEXT[slice(*chosen.by_character(TEXT, -1).span)] == "sa"
    assert TEXT[slice(*chosen.by_character(TEXT, -9).span)] == "s"
    assert TEXT[slice(*chosen.by_character(TEXT, -1).by_character(TEXT, 1).span)] == "say"


def test_a_selection_made_backwards_moves_its_beginning() -> None:
    chosen = of(TEXT, "say").by_word(TEXT, -1)
    assert TEXT[slice(*chosen.by_character(TEXT, 2).span)] == "dn't say"
    assert TEXT[slice(*chosen.by_character(TEXT, -1).span)] == " didn't say"
    assert TEXT[slice(*chosen.by_character(TEXT, 99).span)] == "y"


def test_a_character_takes_its_marks_along() -> None:
    text = "ab e\u0301\u0323 \U0001f469\u200d\U0001f4bb z"
    assert text[slice(*of(text, "b").by_character(text, 2).span)] == "b e\u0301\u0323"
    assert text[slice(*of(text, "b").by_character(text, 4).span)] == "b e\u0301\u0323 👩\u200d💻"


@given(texts)
def test_words_lie_in_the_text_one_after_the_other(text: str) -> None:
    end = 0
    word = word_after(text, 0)
    while word is not None:
        assert end <= word.start < word.end <= len(text)
        end = word.end
        word = word_after(text, end)


@given(texts, st.integers(0, 80))
def test_the_word_at_a_place_reaches_behind_it(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    word = word_at(text, offset)
    assert word is None or word.end > offset


@given(st.lists(st.sampled_from(["word", "don't", "5,93", "well-known"]), min_size=2, max_size=9))
def test_back_and_on_take_the_same_words(pieces: list[str]) -> None:
    text = ", ".join(pieces)
    backwards: list[str] = []
    word = word_before(text, len(text))
    while word is not None:
        backwards.append(text[slice(*word)])
        word = word_before(text, word.start)
    assert backwards[::-1] == pieces


@given(texts.filter(bool), st.data())
def test_a_selection_is_never_empty_nor_outside_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    chosen = Selection(Span(start, start + 1), Span(start, start + 1))
    for by_word, count in data.draw(
        st.lists(st.tuples(st.booleans(), st.integers(-5, 5)), max_size=6)
    ):
        moved = chosen.by_word(text, count) if by_word else chosen.by_character(text, count)
        chosen = data.draw(st.sampled_from([moved, moved.swapped()]))
        assert 0 <= chosen.span.start < chosen.span.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["a", "e\u0301", "\U0001f469\u200d\U0001f4bb", "漢", " ", "\u2764\ufe0f"]),
        min_size=1,
        max_size=12,
    ),
    st.integers(1, 12),
)
def test_one_character_more_at_a_time_never_cuts_a_cluster(clusters: list[str], steps: int) -> None:
    text = "".join(["x", *clusters])
    inside = {
        offset
        for first, stop, _ in split_graphemes(visible(text))[0]
        for offset in range(first + 1, stop)
    }
    chosen = Selection(Span(0, 1), Span(0, 1))
    for _ in range(steps):
        chosen = chosen.by_character(text, 1)
        assert chosen.span.end not in inside
    for _ in range(steps):
        chosen = chosen.by_character(text, -1)
        assert chosen.span.end not in inside
