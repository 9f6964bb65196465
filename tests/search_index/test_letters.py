"""What belongs to a word."""

from __future__ import annotations

import re
import sys

import pytest

from search_index.letters import LETTER, MARKS, RAISED, SIGN, UNSPACED, WORD, is_simple

ALL = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def _matching(expression: str) -> set[str]:
    return set(filter(re.compile(expression).match, ALL))


def test_every_character_is_one_thing() -> None:
    kinds = [_matching(each) for each in (rf"{LETTER}|[{MARKS}]", f"[{UNSPACED}]", SIGN, r"\s")]
    assert sum(map(len, kinds)) == len(ALL)
    assert set().union(*kinds) == set(ALL)


def test_letters_are_word_characters_of_scripts_with_spaces_that_point_to_no_note() -> None:
    assert _matching(LETTER) == _matching(r"\w") - _matching(f"[{UNSPACED}{RAISED}]")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("claim¹ and claim²³.", ["claim", "and", "claim"]),
        ("5 km², 10⁶, CO₂", ["5", "km", "10", "CO₂"]),
        ("no① ⑵no ⒊no", ["no", "no", "no"]),
        ("1º 5½ Ⅳ", ["1º", "5½", "Ⅳ"]),
    ],
)
def test_raised_figures_are_no_part_of_a_word(text: str, words: list[str]) -> None:
    assert re.findall(WORD, text) == words
    assert not is_simple("claim¹")


def test_a_text_is_simple_where_words_are_nothing_but_word_characters() -> None:
    """Also far from its beginning, and among others."""
    simple = _matching(rf"[^{MARKS}{UNSPACED}{RAISED}]")
    for before in ("", "a" * 99, "б" * 99):
        assert {each for each in ALL if is_simple(before + each)} == simple
