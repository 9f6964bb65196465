"""What an index tells by its words alone is what a reading finds: words like one, and nearness."""

from __future__ import annotations

import random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_scan import WORDS, hard_text
from test_evidence import check

from search_index.queries.query import Fuzzy, Near, Term, Wild, Words

PLAIN = "none of it"

texts = st.lists(st.text("ab .?*\n", max_size=40), max_size=4)
wild_words = st.text("ab?*", min_size=1, max_size=5).filter(lambda word: word.strip("?*") != "")
words = st.builds(Words, st.sampled_from(["a", "b", "ab", "a b", "ba", "b a a"]), st.booleans())
terms = st.one_of(words, words, wild_words.map(Wild), st.builds(Fuzzy, st.just("abab"), st.just(1)))


def side(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[tuple[Term, ...]]:
    return st.lists(terms, min_size=1, max_size=2).map(tuple)


def nearby(terms: st.SearchStrategy[Term]) -> st.SearchStrategy[Near]:
    return st.builds(Near, side(terms), side(terms), st.integers(1, 6))


@given(texts, wild_words)
def test_words_that_fit_one_with_signs(texts: list[str], word: str) -> None:
    check([*texts, PLAIN], Wild(word))
    with patch("search_index.whoosh_engine.evidence._CROWD", 0):
        check([*texts, PLAIN], Wild(word))


@pytest.mark.parametrize("word", ["*rice*", "pr?ce", "*s", "p*", "o*l*", "O?L*"])
def test_some_are_told_without_reading(word: str) -> None:
    assert check(["Oil prices, why?", "**price** of oil", "a*b price"], Wild(word))


@pytest.mark.parametrize("word", ["why?", "?oil", "p?*", "*?l", "*"])
def test_a_sign_beside_a_word_may_be_what_is_meant(word: str) -> None:
    check(["Oil, why?", "?oil oil? *oil*", "pr? p?"], Wild(word))


@given(texts, nearby(st.one_of(terms, nearby(terms))))
def test_what_is_near_by_tokens_is_near_in_the_text(texts: list[str], near: Near) -> None:
    check([*texts, PLAIN], near)


@given(st.lists(st.integers(), min_size=1, max_size=3), st.data())
def test_in_texts_that_make_it_hard(seeds: list[int], data: st.DataObject) -> None:
    made = [hard_text(random.Random(seed)) for seed in seeds]
    word = st.builds(Words, st.sampled_from(WORDS), st.booleans())
    check([*made, PLAIN], data.draw(nearby(word)))
    check([*made, PLAIN], Wild(f"*{data.draw(st.sampled_from(WORDS))}*"))


@pytest.mark.parametrize("distance", [1, 2, 3, 100])
def test_nearness_of_words_is_told_without_reading(distance: int) -> None:
    some = [
        "oil price; the price, of oil. Oil",
        "oil " + "and so on " * 40 + "price",
        "price -- - : oil",
        "oil 北京 price",
    ]
    assert check(some, Near((Words("oil"),), (Words("pri", prefix=True),), distance))
    assert check(some, Near((Words("so on"),), (Words("on and"), Words("price")), distance))
    assert check(some, Near((Words("oil"),), (Words("oil"),), distance))
