"""Wrapping: nothing is lost, nothing is cut that hangs together, and rows are full."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from texts import CLOSING, SPACES, hard_texts, plain_pieces, plain_texts, texts, widths, words

from tui.layout.clusters import clusters_of
from tui.layout.rowtext import row_text
from tui.layout.wrapping import Row, wrap
from tui.visible import visible

_WORD_BREAK = re.compile(r"[^\W\d][-–—/]$")


def wrapped(text: str, width: int) -> list[Row]:
    return list(wrap(text, 0, len(text), width))


def shown(text: str, width: int) -> list[str]:
    return [text[row.start : row.end] for row in wrapped(text, width)]


def width_of(text: str, row: Row) -> int:
    return cell_len(row_text(text, row).display)


def test_words_are_set_into_rows_without_the_space_between_them() -> None:
    assert shown("the quick brown fox", 10) == ["the quick", "brown fox"]


def test_a_row_that_fits_exactly_is_not_broken() -> None:
    assert shown("ten column", 10) == ["ten column"]
    assert shown("ten column s", 10) == ["ten column", "s"]


def test_newlines_flow_as_spaces() -> None:
    assert shown("one\ntwo\nthree", 9) == ["one\ntwo", "three"]


def test_a_word_longer_than_a_row_is_cut_where_the_row_ends() -> None:
    assert shown("abcdefghijkl", 5) == ["abcde", "fghij", "kl"]


def test_a_compound_may_be_broken_behind_its_hyphen_and_a_number_may_not() -> None:
    assert shown("long-standing ties", 8) == ["long-", "standing", "ties"]
    assert shown("in 2024-25 all", 8) == ["in", "2024-25", "all"]


def test_a_no_break_space_is_kept_on_the_row_with_its_neighbours() -> None:
    assert shown("about 20\u00a0km off", 10) == ["about", "20\u00a0km off"]


def test_chinese_is_broken_between_any_two_characters() -> None:
    assert shown("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_a_full_stop_of_chinese_takes_its_character_along() -> None:
    assert shown("漢字漢。字", 6) == ["漢字", "漢。字"]


def test_an_opening_bracket_of_chinese_goes_to_the_row_of_what_it_opens() -> None:
    assert shown("漢字「漢字」", 6) == ["漢字", "「漢", "字」"]


def test_a_family_of_emoji_is_one_character() -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    assert shown(family * 3, 12) == [family * 2, family]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("वार्ता मार्च की शुरू होगी", {"\u093e": 1, "\u0940": 1, "\u094b": 1}),
        ("தமிழ் மொழி பேசுவோர் ", {"\u0bbf": 1, "\u0bcb": 1, "\u0bca": 1, "\u0bbe": 1}),
        ("မြန်မာ စကားပြော ", {"\u102c": 1, "\u1031": 1, "\u1038": 1, "\u103c": 1, "\u103b": 1}),
        ("ភាសាខ្មែរ ", {"\u17b6": 1, "\u17c2": 1}),
        ("\U0001f469\u200d\U0001f469\u200d\U0001f467 ", {}),
        ("\U0001f1e9\U0001f1ea", {"\U0001f1e9": 2, "\U0001f1ea": 2}),
        ("\U0001f44d\U0001f3fd", {"\U0001f3fd": 2}),
        ("1\ufe0f\u20e3 \u2764\ufe0f ", {}),
    ],
)
@pytest.mark.parametrize("width", [8, 20])
def test_no_row_runs_over_where_a_terminal_gives_every_part_its_columns(
    text: str, columns: dict[str, int], width: int
) -> None:
    for row in shown(text * 9, width):
        drawn = sum(columns.get(character, cell_len(character)) for character in row)
        assert max(drawn, cell_len(row)) <= width


def test_an_indented_word_keeps_its_indentation_though_it_is_cut() -> None:
    assert shown("  abcdefgh", 6) == ["  abcd", "efgh"]
    assert shown("  漢漢漢漢", 6) == ["  漢漢", "漢漢"]


def test_an_empty_stretch_has_one_empty_row() -> None:
    assert wrapped("", 5) == [Row(0, 0)]


def test_only_the_stretch_asked_for_is_wrapped() -> None:
    text = "before, one two three, after"
    rows = list(wrap(text, 8, 21, 7))
    assert [text[row.start : row.end] for row in rows] == ["one two", "three"]


@given(texts, widths)
@example(" \u0301x", 1)
@example("a \u0301b", 1)
def test_every_character_stands_on_one_row_and_only_white_space_on_none(
    text: str, width: int
) -> None:
    covered = [0] * len(text)
    for row in wrapped(text, width):
        for offset in range(row.start, row.end):
            covered[offset] += 1
    for offset, times in enumerate(covered):
        assert times == 1 or (times == 0 and text[offset] in SPACES), offset


@given(texts, widths)
def test_rows_stand_in_order(text: str, width: int) -> None:
    rows = wrapped(text, width)
    assert all(row.start <= row.end for row in rows)
    assert all(one.end <= other.start for one, other in pairwise(rows))


@given(texts, widths)
@example("\r\ra", 2)
def test_no_row_is_wider_than_the_width_unless_it_is_one_character(text: str, width: int) -> None:
    for row in wrapped(text, width):
        clusters = clusters_of(row_text(text, row).display)
        assert width_of(text, row) <= width or len(clusters) == 1, text[row.start : row.end]


@given(hard_texts, widths)
def test_no_grapheme_cluster_is_cut(text: str, width: int) -> None:
    inside = {
        offset for first, stop, _ in clusters_of(visible(text)) for offset in range(first + 1, stop)
    }
    for row in wrapped(text, width):
        assert row.start not in inside
        assert row.end not in inside


@given(plain_texts, widths)
@example("aaaaaa, ", 2)
def test_a_word_is_cut_only_where_it_is_longer_than_a_row(text: str, width: int) -> None:
    rows = wrapped(text, width)
    for row, following in pairwise(rows):
        if row.end == following.start and not _WORD_BREAK.search(text[: row.end]):
            cut = text[row.start : row.end].strip()
            assert not any(character in SPACES for character in cut)
            word = text[following.start :].split(maxsplit=1)[0]
            assert row.end - row.start + len(word) > width
            assert row.end - row.start > width // 2


@given(st.lists(words, min_size=1, max_size=30), widths)
def test_a_row_takes_every_word_that_fits(sentence: list[str], width: int) -> None:
    text = " ".join(sentence)
    rows = wrapped(text, width)
    for row, following in pairwise(rows):
        if row.end < following.start:
            next_word = text[following.start : following.end].split(" ")[0]
            assert row.end - row.start + 1 + len(next_word) > width


@given(plain_texts, widths)
@example("a 1-a aaaa", 3)
@example("aa -b bbbb", 4)
def test_one_wide_character_changes_nothing_in_the_rows_before_it(text: str, width: int) -> None:
    text = text.strip() or "x"
    rows, widened = wrapped(text, width), wrapped(f"{text} 漢", width)
    assert widened[: len(rows) - 1] == rows[:-1]


@given(
    st.lists(
        st.tuples(st.text("漢字仮名交", min_size=2, max_size=5), st.sampled_from(["", *CLOSING])),
        min_size=1,
        max_size=20,
    ),
    st.integers(6, 20),
)
def test_no_row_begins_with_closing_punctuation(phrases: list[tuple[str, str]], width: int) -> None:
    text = "".join(characters + closing for characters, closing in phrases)
    assert not any(text[row.start] in CLOSING for row in wrapped(text, width))


@given(st.lists(st.one_of(plain_pieces, st.just("\n")), max_size=40).map("".join), widths)
def test_line_ends_of_two_characters_break_rows_as_those_of_one(text: str, width: int) -> None:
    twofold = text.replace("\n", "\r\n")
    rows = [twofold[row.start : row.end] for row in wrap(twofold, 0, len(twofold), width)]
    wanted = [text[row.start : row.end] for row in wrap(text, 0, len(text), width)]
    assert [row.replace("\r\n", "\n") for row in rows] == wanted


@pytest.mark.parametrize("piece", ["\u0301", "\U0001f468\u200d", "\u0e34", "\ufe0f"])
def test_marks_without_end_make_no_row_without_end(piece: str) -> None:
    text = "e" + piece * 5000
    rows = list(wrap(text, 0, len(text), 20))
    assert "".join(text[row.start : row.end] for row in rows) == text
    assert max(row.end - row.start for row in rows) < 500
