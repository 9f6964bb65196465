"""The words of a shard that a word stands for which is written otherwise, or begins so."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from search_index.edits import alike
from search_index.finding.wildcards import WildPattern, literals
from search_index.folding import fold
from search_index.queries.query import Wild
from search_index.terms import Needed
from search_index.time_limits import timed
from search_index.whoosh_engine.vocabulary import Vocabulary

_FIRST_OF_WORDS = " "
"""What begins before this is a term, but no word."""


def numbers_of_word(vocabulary: Vocabulary, wanted: Needed) -> Collection[int] | None:
    """The numbers, from 0 on, of the words that are places of what is wanted.

    None where its places are no single words, or may be parts of words.
    """
    if wanted.alike:
        word = fold(wanted.alike.text)
        if not wanted.alike.edits:
            return _numbers_of(vocabulary, word)
        return list(alike(word, timed(vocabulary.terms), wanted.alike.edits))
    if wanted.shape:
        return list(_of_shape(vocabulary, wanted.shape))
    if wanted.one_of:
        found = [numbers_of_word(vocabulary, each) for each in wanted.one_of]
        return None if None in found else {number for each in found for number in each or ()}
    if len(wanted.words) != 1:
        return None
    if wanted.prefix:
        return vocabulary.numbers_beginning_with(wanted.prefix)
    return _numbers_of(vocabulary, wanted.words[0])


def _numbers_of(vocabulary: Vocabulary, word: str) -> Collection[int]:
    number = vocabulary.number(word)
    return range(0) if number is None else range(number, number + 1)


def _of_shape(vocabulary: Vocabulary, shape: Wild) -> Iterator[int]:
    word = fold(shape.text)
    is_in, letters = WildPattern(shape).is_in, max(literals(word), key=len)
    anywhere = word[0] == word[-1] == "*" and word.strip("*") == letters
    for number, term in enumerate(timed(vocabulary.terms)):
        if letters in term and term >= _FIRST_OF_WORDS and (anywhere or is_in(term, term)):
            yield number
