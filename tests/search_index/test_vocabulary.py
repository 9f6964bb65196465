"""The terms of a shard by their numbers."""

from __future__ import annotations

import pytest

from search_index.whoosh_engine.vocabulary import Known, Vocabulary, vocabulary_bytes

TERMS = sorted({f"{number:x}ß{number * number}" for number in range(4000)}, key=str.encode)
VOCABULARY = Vocabulary(vocabulary_bytes(Known(term, len(term)) for term in TERMS))


def test_terms_are_numbered_in_order() -> None:
    assert [VOCABULARY.number(term) for term in TERMS] == list(range(len(TERMS)))


@pytest.mark.parametrize("term", ["", "0", "0ß", "zzz", "7ß4", "fffß"])
def test_what_is_no_term_has_no_number(term: str) -> None:
    assert VOCABULARY.number(term) is None


@pytest.mark.parametrize("prefix", ["", "0", "7", "7ß", "a1", "f9fß", "g", "é"])
def test_terms_with_a_beginning_are_in_a_row(prefix: str) -> None:
    begun = VOCABULARY.numbers_beginning_with(prefix)
    expected = [number for number, term in enumerate(TERMS) if term.startswith(prefix)]
    assert list(begun) == expected
    assert VOCABULARY.number_beginning_with(prefix) == len(expected)
    assert [known.term for known in VOCABULARY.beginning_with(prefix)] == TERMS[
        begun.start : begun.stop
    ]


def test_no_terms() -> None:
    assert not Vocabulary(b"").numbers_beginning_with("a")
    assert Vocabulary(b"").number("a") is None
