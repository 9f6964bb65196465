from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import WORDS, hard_text, scan

from search_index.folding import fold
from search_index.patterns import pattern
from search_index.query import Term
from search_index.terms import needed, terms_of


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


@given(st.integers(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=2), st.booleans())
def test_the_index_has_all_that_is_needed_where_a_term_stands(
    seed: int, words: list[str], prefix: bool
) -> None:
    _check_needed(hard_text(random.Random(seed)), Term(" ".join(words), prefix))


@given(st.text(max_size=60), st.text(min_size=1, max_size=3), st.booleans())
def test_the_index_has_all_that_is_needed_in_any_text(text: str, words: str, prefix: bool) -> None:
    if words.strip():
        _check_needed(text, Term(words, prefix))


def _check_needed(text: str, term: Term) -> None:
    folded = fold(text)
    if "\u0345" in text:  # such a text is not indexed
        return
    count = len([*pattern(term).find(text, folded)])
    held, wanted = terms_of(folded), needed(term)
    begun = sum(held[each] for each in held if each.startswith(wanted.prefix))
    if count:
        assert wanted.terms <= held.keys()
        assert begun or not wanted.prefix
    if wanted.exact:
        assert count == (begun if wanted.prefix else sum(held[each] for each in wanted.terms))


def test_no_word_is_too_long_to_be_found() -> None:
    for length in (47, 48, 49, 50, 5000):
        word = "Ab0" * 2000
        _check_needed(f"see {word[:length]} there", Term(word[:length]))
        _check_needed(f"see {word[:length]} there", Term(word[:length], prefix=True))
