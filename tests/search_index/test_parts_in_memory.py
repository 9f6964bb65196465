from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain_evidence import is_sure
from plain_scan import WORDS, hard_text

from search_index.engine import Part
from search_index.finding.fuzziness import edits_for
from search_index.folding import fold
from search_index.in_memory.folded_texts import FoldedTexts
from search_index.in_memory.lettering import Lettering
from search_index.in_memory.word_streams import WordStreams
from search_index.queries.query import Fuzzy, Regex, Term, Wild, Words
from search_index.terms import needed


def streams_of(texts: list[str]) -> WordStreams:
    streams = WordStreams(Lettering())
    for text in texts:
        streams.add(fold(text))
    return streams


def folded(texts: list[str], *, initials: int = 0) -> FoldedTexts:
    """Texts as they are; of so many ones the first letters are written too, of others then read."""
    part = FoldedTexts()
    for text in texts[: max(0, initials)]:
        part.add(fold(text))
    for _ in part.write_initials():
        pass
    for text in texts[max(0, initials) :]:
        part.add(fold(text))
    return part


def check(texts: list[str], term: Term) -> bool:
    """Whether all kinds of memory are sure of the term; what they say must be so."""
    each = [folded(texts, initials=number) for number in {0, len(texts) - 1, len(texts)}]
    everything = range(len(texts))
    each += [part.only(everything) for part in each]
    sure = [tells(part, texts, term) for part in (streams_of(texts), *each)]
    assert len(set(sure)) == 1
    return all(sure)


def tells(part: Part, texts: list[str], term: Term) -> bool:
    found = part.evidence(needed(term))
    assert found is not None
    return is_sure(found, texts, term)


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.integers(), min_size=1, max_size=3), words, st.booleans())
def test_in_texts_that_make_it_hard(seeds: list[int], words: str, prefix: bool) -> None:
    check([hard_text(random.Random(seed)) for seed in seeds], Words(words, prefix))


@given(st.lists(st.text(max_size=60), max_size=4), st.text(min_size=1, max_size=5), st.booleans())
def test_in_any_texts(texts: list[str], words: str, prefix: bool) -> None:
    if words.strip():
        check(texts, Words(words, prefix))


@given(
    st.lists(st.text("abß ., \n\x1c\x85'", max_size=40), max_size=4),
    st.text("ab ", min_size=1, max_size=9),
    st.booleans(),
)
def test_what_was_asked_before_makes_no_difference(
    texts: list[str], words: str, prefix: bool
) -> None:
    parts = folded(texts), streams_of(texts)
    for end in range(1, len(words) + 1):
        for typed in (Words(words[:end], prefix), Words(words[end - 1 :], prefix)):
            if typed.text.strip():
                for part in parts:
                    tells(part, texts, typed)


@given(
    st.lists(st.text("abß ., \n\x1c\x85'", max_size=40), max_size=4),
    st.text("ab ", min_size=1, max_size=9),
    st.booleans(),
)
def test_words_and_phrases_are_told_without_reading(
    texts: list[str], words: str, prefix: bool
) -> None:
    if words.strip():
        assert check(texts, Words(words, prefix))


@given(
    st.lists(st.text("abcd -'.", max_size=40), max_size=4), st.text("abcd", min_size=3, max_size=6)
)
def test_no_word_like_a_fuzzy_one_is_hidden(texts: list[str], word: str) -> None:
    check([*texts, "none"], Fuzzy(word, edits_for(word)))
    check([*texts, "कब"], Fuzzy(word, edits_for(word)))


@given(st.lists(st.text("ab .", max_size=30), max_size=4), st.text("ab*?", min_size=1, max_size=5))
def test_no_wild_word_is_hidden(texts: list[str], wild: str) -> None:
    if wild.strip("*?"):
        check(texts, Wild(wild))


def test_what_cannot_be_told_may_stand_anywhere() -> None:
    texts = ["oil", "gas", ""]
    for part in (streams_of(texts), folded(texts)):
        found = part.evidence(needed(Regex("o.l")))
        assert (found.counts.keys(), found.exact) == ({0, 1, 2}, False)


def test_a_part_with_some_of_the_texts_tells_of_these() -> None:
    texts = ["oil", "no", "Two lines,\noil and oil"]
    for part in (streams_of(texts), folded(texts)):
        found = part.only([2, 0]).evidence(needed(Words("oil")))
        assert (found.counts, found.exact, found.titled) == ({0: 2, 1: 1}, True, {1})


@pytest.mark.parametrize("phrase", ["ab ab", "abab abab", "ab a", "ab abab", "abab aba"])
@pytest.mark.parametrize("prefix", [False, True])
def test_phrases_that_overlap_themselves(phrase: str, prefix: bool) -> None:
    texts = ["abab abab ababx abab\nabab", "ab ab ab, ab abx ab abab", "abab abab abab", "ab"]
    assert check(texts, Words(phrase, prefix))


def test_no_word_is_too_long_to_be_found() -> None:
    for length in (47, 48, 49, 5000):
        word = ("Ab0" * 2000)[:length]
        for prefix in (False, True):
            check([f"see {word} there", f"{word}", "none"], Words(word, prefix))
            check([f"see {word} there", f"{word}", "none"], Words(f"see {word}", prefix))


def test_more_words_than_two_bytes_have_room_for() -> None:
    texts = [" ".join(f"w{number}" for number in range(70_000)), "w69999 w7 w69999"]
    assert check(texts, Words("w69999"))
    assert check(texts, Words("w69999 w7"))
    assert check(texts, Words("w6999", prefix=True))
    assert check(texts, Words("w68998 w6899", prefix=True))


def test_texts_taken_from_another_are_found_as_there() -> None:
    lettering = Lettering()
    one, other = WordStreams(lettering), WordStreams(lettering)
    for text in ("Oil", "gas", "No oil or oil"):
        one.add(fold(text))
    other.add("oil")
    other.take(one, [0, 2])
    found = other.evidence(needed(Words("oil")))
    assert (found.counts, found.exact, found.titled) == ({0: 1, 1: 1, 2: 2}, True, {0, 1, 2})


def test_the_words_with_a_beginning_are_told_with_their_frequencies() -> None:
    streams = streams_of(["oil oiled, gas", "Oil!"])
    assert list(streams.completions("oi")) == [("oil", 2), ("oiled", 1)]
    assert list(streams.completions("oile")) == [("oiled", 1)]
    assert list(streams.completions("x")) == []
