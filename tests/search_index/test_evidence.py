"""What an index tells of a word or phrase is what a reading of the texts finds."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from plain_evidence import is_sure
from plain_scan import WORDS, hard_text

from search_index.finding.fuzziness import edits_for
from search_index.folding import fold
from search_index.queries.query import Fuzzy, Term, Words
from search_index.terms import needed
from search_index.whoosh_engine.beginnings import CROWD, beginning_term
from search_index.whoosh_engine.evidence import evidence_in
from search_index.whoosh_engine.gathering import Gathering, packed_terms
from search_index.whoosh_engine.packing import NOWHERE, Postings, unpacked
from search_index.whoosh_engine.tokens import Tokens, token_bytes
from search_index.whoosh_engine.vocabulary import Known, Vocabulary, vocabulary_bytes


class ShardInMemory:
    """A shard of texts of which no index was made."""

    def __init__(self, texts: list[str], file: Path) -> None:
        gathering = Gathering()
        for text in texts:
            gathering.add(fold(text))
        by_term = gathering.by_term()
        known = [Known.of(*each) for each in by_term.items()]
        data, width = token_bytes(gathering.stream(by_term))
        file.write_bytes(data)
        self.starts: Sequence[int] = gathering.starts
        self.titles: Sequence[int] = gathering.titles
        self.vocabulary = Vocabulary(vocabulary_bytes(known))
        self.tokens = Tokens(file, self.starts, width)
        self._postings = {one.term: unpacked(one.postings) for one in packed_terms(by_term, known)}

    def postings(self, term: str) -> Postings:
        known = self.vocabulary.known(term)
        return self.postings_of(known) if known else NOWHERE

    def postings_of(self, known: Known) -> Postings:
        return known.postings() if known.few else self._postings[known.term]

    def beginning(self, prefix: str) -> Postings:
        return self._postings[beginning_term(prefix)]


words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.integers(), min_size=1, max_size=3), words, st.booleans())
def test_in_texts_that_make_it_hard(seeds: list[int], words: str, prefix: bool) -> None:
    check([hard_text(random.Random(seed)) for seed in seeds], Words(words, prefix))


@given(st.lists(st.text(max_size=60), max_size=4), st.text(min_size=1, max_size=5), st.booleans())
def test_in_any_texts(texts: list[str], words: str, prefix: bool) -> None:
    if words.strip():
        check(texts, Words(words, prefix))


@given(
    st.lists(st.text("ab ., \n", max_size=40), max_size=4),
    st.text("ab ", min_size=1, max_size=7),
    st.booleans(),
)
def test_a_phrase_of_words_is_told_without_reading(
    texts: list[str], words: str, prefix: bool
) -> None:
    if words.strip():
        assert check(texts, Words(words, prefix))
        with patch("search_index.whoosh_engine.tokens._DEARER", 0):
            assert check(texts, Words(words, prefix))


def test_no_word_is_too_long_to_be_found() -> None:
    for length in (47, 48, 49, 50, 5000):
        word = ("Ab0" * 2000)[:length]
        for prefix in (False, True):
            check([f"see {word} there", f"{word}", "none"], Words(word, prefix))
            check([f"see {word} there", f"{word}", "none"], Words(f"see {word}", prefix))


@given(st.text("ab", max_size=9), st.integers(0, 2**32))
def test_a_beginning_that_many_words_share(prefix: str, seed: int) -> None:
    chance = random.Random(seed)
    words = ["".join(chance.choices("ab", k=chance.randint(1, 12))) for _ in range(20 * CROWD)]
    texts = [" ".join(words[number::3]) for number in range(3)]
    if prefix:
        assert check(texts, Words(prefix, prefix=True))


def test_a_text_in_many_pieces_is_one_text() -> None:
    text = "call and message, " * 60_000
    assert check([text, "call"], Words("call and"))
    assert check([text], Words("message call"))
    assert check([text], Words("and message"))


def test_a_word_that_also_begins_a_run_of_another_script_keeps_its_number() -> None:
    assert check(["oil 2025 said", "in 2025年", "2025 oil"], Words("oil 2025"))


@given(st.lists(st.text("ab -'.", max_size=30), max_size=4), st.text("ab", min_size=3, max_size=6))
def test_no_word_like_a_fuzzy_one_is_hidden(texts: list[str], word: str) -> None:
    assert check([*texts, "none"], Fuzzy(word, edits_for(word)))
    assert check([*texts, "none", "कब"], Fuzzy(word, edits_for(word)))


def test_a_fuzzy_word_is_looked_up_among_the_words_of_texts() -> None:
    texts = ["oil prices", "the prize", "пресса", "no cost"]
    with tempfile.TemporaryDirectory() as folder:
        shard = ShardInMemory(texts, Path(folder, "tokens"))
        found = evidence_in(shard, needed(Fuzzy("price", 1)))
    assert found is not None
    assert found.counts == {0: 1, 1: 1}


def check(texts: list[str], term: Term) -> bool:
    """Whether the index is sure of the term; what it says must be so."""
    with tempfile.TemporaryDirectory() as folder:
        found = evidence_in(ShardInMemory(texts, Path(folder, "tokens")), needed(term))
    if found is None:
        return False
    return is_sure(found, texts, term)
