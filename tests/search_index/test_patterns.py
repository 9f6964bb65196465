from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import WORDS, hard_text, scan

from search_index.folding import fold
from search_index.patterns import pattern
from search_index.query import Term


@given(st.integers(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_places_are_those_of_a_plain_scan(seed: int, words: list[str]) -> None:
    text, phrase = hard_text(random.Random(seed)), " ".join(words)
    found = [("x", *span) for span in pattern(Term(phrase)).find(text, fold(text))]
    assert found == sorted(scan({"x": text}, phrase))


@given(st.text(max_size=60), st.text(min_size=1, max_size=4))
def test_places_are_those_of_a_plain_scan_in_any_text(text: str, phrase: str) -> None:
    if phrase.strip():
        found = [("x", *span) for span in pattern(Term(phrase)).find(text, fold(text))]
        assert found == sorted(scan({"x": text}, phrase))


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("北京", "我们在北京市开会", ["北京"]),
        ("ไทย", "ประเทศไทยมี", ["ไทย"]),
        ("タワー", "東京タワーへ", ["タワー"]),
        ("in depth", "an IN\r\n  depth talk", ["IN\r\n  depth"]),
        ("oil", "oil, Oil oily _oil oil-gas", ["oil", "Oil", "oil"]),
        ("хлеб", "Хлеб и хлеба", ["Хлеб"]),
        ("हिन्दी", "मैं हिन्दी बोलता", ["हिन्दी"]),
    ],
)
def test_a_word_is_found_as_readers_expect(phrase: str, text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in pattern(Term(phrase)).find(text, fold(text))] == found


def test_a_prefix_stands_for_the_words_that_begin_with_it() -> None:
    text = "Sanction, sanctions sanctioned; unsanctioned"
    spans = pattern(Term("sanction", prefix=True)).find(text, fold(text))
    assert [text[slice(*span)] for span in spans] == ["Sanction", "sanctions", "sanctioned"]
