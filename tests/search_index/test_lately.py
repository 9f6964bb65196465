"""What a part remembers of the questions before tells it where to look, and changes no answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_evidence import is_sure
from test_parts_in_memory import folded, streams_of

from search_index.engine import Evidence
from search_index.in_memory.folded_texts import FoldedTexts
from search_index.in_memory.word_streams import WordStreams
from search_index.lately import Lately
from search_index.queries.query import Words
from search_index.terms import Needed, needed

texts = st.lists(st.text("abé \n.", max_size=30), min_size=1, max_size=5)
asked = st.lists(
    st.tuples(st.text("abé ", min_size=1, max_size=6).filter(str.strip), st.booleans()),
    min_size=1,
    max_size=12,
)


def words(text: str, *, begun: bool = False) -> Needed:
    return needed(Words(text, prefix=begun))


@given(texts, asked)
def test_answers_are_those_that_would_be_given_first(
    texts: list[str], asked: list[tuple[str, bool]]
) -> None:
    for part in (streams_of(texts), folded(texts)):
        check(part, texts, asked)
        check(part, texts, [(text[:end], True) for text, _ in asked for end in (1, 2, 9)])


@given(texts, asked, st.data())
def test_some_of_the_texts_remember_for_themselves(
    texts: list[str], asked: list[tuple[str, bool]], data: st.DataObject
) -> None:
    chosen = data.draw(st.permutations(range(len(texts))))[: data.draw(st.integers(1, len(texts)))]
    for part in (streams_of(texts), folded(texts)):
        check(part, texts, asked)
        check(part.only(chosen), [texts[number] for number in chosen], asked)


def check(
    part: WordStreams | FoldedTexts, texts: Sequence[str], asked: Sequence[tuple[str, bool]]
) -> None:
    for text, begun in asked:
        if text.strip():
            assert is_sure(part.evidence(needed(Words(text, begun))), texts, Words(text, begun))


def found_in(*numbers: int) -> Evidence:
    return Evidence(dict.fromkeys(numbers, 1), True)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (words("oi", begun=True), words("oil")),
        (words("oil", begun=True), words("oil")),
        (words("o", begun=True), words("oil", begun=True)),
        (words("oil"), words("oil p", begun=True)),
        (words("oil p", begun=True), words("oil price fell")),
        (words("oi", begun=True), words("oil price", begun=True)),
    ],
)
def test_where_a_beginning_stands_is_where_to_look(before: Needed, now: Needed) -> None:
    lately = Lately(9)
    lately.keep(before, found_in(3, 5))
    lately.keep(words("gas"), found_in(1))
    assert set(lately.among(now) or ()) == {3, 5}
    assert lately.found(now) is None


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (words("oil"), words("oil", begun=True)),
        (words("oil"), words("oils")),
        (words("oil", begun=True), words("oi", begun=True)),
        (words("price", begun=True), words("oil price")),
        (words("oil p", begun=True), words("oil")),
    ],
)
def test_elsewhere_it_may_stand_anywhere(before: Needed, now: Needed) -> None:
    lately = Lately(9)
    lately.keep(before, found_in(3, 5))
    assert lately.among(now) is None


def test_the_fewest_texts_are_told() -> None:
    lately = Lately(9)
    for end, numbers in ((3, [2]), (1, [1, 2, 3]), (2, [2, 3])):
        lately.keep(words("oilfield"[:end], begun=True), found_in(*numbers))
    assert list(lately.among(words("oilfield")) or ()) == [2]


def test_what_is_not_certain_is_not_remembered() -> None:
    lately = Lately(9)
    for found in (Evidence({1: 1}, False), Evidence({1: 1}, True, unsure=frozenset({2}))):
        assert lately.keep(words("oil"), found) is found
        assert lately.found(words("oil")) is None


def test_what_is_asked_again_is_remembered_longest() -> None:
    lately = Lately(10)
    often = lately.keep(words("often"), found_in(*range(10)))
    for number in range(1000):
        lately.keep(words(f"w{number}"), found_in(*range(10)))
        assert lately.found(words("often")) is often
    assert lately.found(words("w1")) is None
    assert lately.found(words("w999")) is not None
