"""Finding words in a document: what ``re`` finds in the whole text, a stretch at a time."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.spans import Span
from tui.find import Find

haystacks = st.text("qQab \n", max_size=120)
needles = st.text("ab ", max_size=4).map(lambda rest: f"q{rest}".strip())
spaced = st.lists(st.sampled_from(["qa", "b", " ", "\n", " " * 20, "\r\n\t"]), max_size=40).map(
    "".join
)


def everywhere(words: str, text: str) -> list[Span]:
    """All matches in the whole text; the needles of these tests never overlap themselves."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [Span(*found.span()) for found in re.finditer(pattern, text, re.IGNORECASE)]


def found(words: str, text: str) -> list[str]:
    return [text[slice(*span)] for span in Find(words).within(text, 0, len(text))]


@given(st.one_of(haystacks, spaced), needles, st.integers(0, 120), st.integers(0, 40))
@example(f"qa{' ' * 20}b", "qa b", 0, 2)
@example(f"qa{' ' * 20}b", "qa b", 22, 1)
def test_within_a_stretch_are_those_that_reach_into_it(
    text: str, words: str, start: int, length: int
) -> None:
    end = start + length
    wanted = [span for span in everywhere(words, text) if span.overlaps(start, end)]
    assert list(Find(words).within(text, start, end)) == wanted


@given(st.one_of(haystacks, spaced), needles, st.integers(0, 120), st.integers(0, 40))
def test_each_match_begins_in_one_stretch(text: str, words: str, start: int, length: int) -> None:
    end = start + length
    wanted = [span for span in everywhere(words, text) if start <= span.start < end]
    assert list(Find(words).beginning(text, start, end)) == wanted


def test_letters_that_unicode_has_twice_find_each_other() -> None:
    for letter in map(chr, range(sys.maxunicode + 1)):
        same = unicodedata.normalize("NFC", letter)
        if same != letter and len(same) == 1 and not letter.isspace():
            assert found(letter, letter + same) == [letter, same]
            assert found(same, letter + same) == [letter, same]


@given(st.text(max_size=300))
@example("\uf900")
def test_any_words_find_themselves(words: str) -> None:
    kept = " ".join(words.split())[:256].strip()
    if kept:
        assert kept in found(words, kept)


def test_white_space_stands_for_any() -> None:
    assert found("  the  call ", "by the\r\n   call") == ["the\r\n   call"]


def test_what_stands_far_apart_does_not_stand_together() -> None:
    assert not found("the call", f"the{' ' * 1000}call")


def test_capitals_are_told_apart_only_where_the_words_hold_one() -> None:
    assert found("moscow", "MOSCOW Moscow") == ["MOSCOW", "Moscow"]
    assert found("Moscow", "MOSCOW Moscow moscow") == ["Moscow"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("cafe", "café"),
        ("cafe", "cafe\u0301"),
        ("CAFE", "CAFÉ"),
        ("еще", "ещё"),
        ("lodz", "Łódź"),
        ("σοφος", "ΣΟΦΌΣ"),
        ("don't", "don’t"),
        ('"yes"', "“Yes”"),
        ("1914-18", "1914–18"),
        ("straße", "Straße"),
        ("istanbul", "ISTANBUL"),
    ],
)
def test_what_is_typed_plainly_finds_what_is_set_with_care(words: str, text: str) -> None:
    assert found(words, f"x {text}, x") == [text]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("café", "cafe"),
        ("résumé", "resume"),
        ("don’t", "don't"),
        ("мои", "мой"),  # a letter of its own
        ("a.c*", "abc"),
        ("a", "b"),
    ],
)
def test_what_is_typed_with_care_finds_itself_alone(words: str, text: str) -> None:
    assert found(words, f"{text} {words}") == [words]


def test_accents_are_the_same_composed_or_not() -> None:
    assert found("café", "cafe\u0301 café CAFÉ") == ["cafe\u0301", "café", "CAFÉ"]


def test_nothing_in_the_words_is_a_pattern() -> None:
    assert found("a.c*[x]\\", "abc a.c*[x]\\") == ["a.c*[x]\\"]


def test_blank_words_are_no_words() -> None:
    assert not Find("")
    assert not Find(" \t")
    assert Find(" x ")
