"""Gathers the words of a batch of texts, so that they can be written by term.

Beside the postings it keeps the texts themselves, as numbers of terms: every word and every run of
signs takes a place there, so that two terms are neighbours only where nothing but white space is
between the words. A phrase can be told from that alone.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import repeat

from documents.lazy_regex import lazy_regex
from search_index.terms import (
    cut,
    is_paired,
    is_word,
    pieces_of,
    special_terms,
    tokens_of,
)
from search_index.titles import headline_span
from search_index.whoosh_engine.beginnings import Beginnings
from search_index.whoosh_engine.packing import Occurrences, Packed, packed
from search_index.whoosh_engine.tokens import FIRST_TERM, NO_TERM
from search_index.whoosh_engine.vocabulary import Known

MOST_TEXTS = 0xFFFF
"""Texts that one gathering takes at most: their numbers are written in two bytes."""
MOST_TERMS = 1_000_000
"""Terms that it takes at most: their numbers are characters when they are read again."""

_END = "\n"  # no token: it keeps the last word of a text from the first of the next one
_PIECE = 256 * 1024  # code points whose words are held at once
_MANY_TERMS = 100_000
_SPACE = lazy_regex(r"\s")


class Gathering:
    """The words of some texts, which go by the order in which they were added."""

    def __init__(self) -> None:
        self.characters = 0
        self.starts: list[int] = [0]
        """The place at which each text begins; at the end, where the last one ends."""
        self.titles: list[int] = []
        """The place before which the headline of each text ends."""
        self._tokens = _Tokens()
        self._stream = array("I")  # the number of the token at each place
        self._special: defaultdict[str, array[int]] = defaultdict(_texts)  # terms, no tokens
        self._titled: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self.titles)

    @property
    def terms(self) -> int:
        """How many terms there are, at most."""
        return len(self._tokens) + len(self._special)

    def add(self, folded: str) -> None:
        """Takes in the words of one more text, which is folded."""
        text, unusual = len(self), set[str]()
        for piece in _pieces(folded):
            tokens = tokens_of(piece)
            numbers = list(map(self._tokens.__getitem__, tokens))
            self._stream.extend(numbers)
            # A loop that is none of Python's: there are millions of these.
            deque(map(array.append, map(self._tokens.texts.__getitem__, numbers), repeat(text)), 0)
            unusual |= self._tokens.unusual.intersection(tokens)
        self._stream.append(self._tokens[_END])
        for term, count in special_terms(folded, _longest(unusual)).items():
            self._special[term].extend(repeat(text, count))
        self._add_headline(text, folded[: headline_span(folded).end])
        self.characters += len(folded)
        self.starts.append(len(self._stream))

    def _add_headline(self, text: int, headline: str) -> None:
        tokens = tokens_of(headline)
        unusual = self._tokens.unusual.intersection(tokens)
        terms = {*tokens, *map(_term, unusual), *special_terms(headline, _longest(unusual))}
        for term in terms - unusual - {""}:
            self._titled[term].append(text)
        self.titles.append(self.starts[-1] + len(tokens))

    def by_term(self) -> dict[str, Occurrences]:
        """Where each term stands, in the order of their UTF-8 bytes."""
        unusual, each = self._tokens.unusual, zip(self._tokens, self._tokens.texts, strict=True)
        found = {token: texts for token, texts in each if token not in unusual} | self._special
        for token in unusual:
            if term := _term(token):
                texts = self._tokens.texts[self._tokens[token]]
                found[term] = array("H", sorted([*found.get(term, ()), *texts]))
        return {
            term: Occurrences(found[term], self._titled.get(term, ()))
            for term in sorted(found, key=_bytes)
        }

    def stream(self, terms: Iterable[str]) -> array[int]:
        """The texts as numbers of these ``terms``, from 1 on; other tokens are 0."""
        numbers = {term: number for number, term in enumerate(terms, FIRST_TERM)}
        numbers |= {token: numbers.get(_term(token), NO_TERM) for token in self._tokens.unusual}
        here = [*map(numbers.__getitem__, self._tokens)]
        return array("I", map(here.__getitem__, self._stream))


class _Tokens(dict[str, int]):
    """The numbers of tokens, given as they are asked for.

    ``texts`` has at each number those in which the token stands, as often as it stands there.
    ``unusual`` are the tokens that are no term: signs are not, words that are too long, and those
    inside which others may stand.
    """

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[array[int]] = []
        self.unusual: set[str] = set()
        self._nowhere = _texts()  # of the tokens that are no terms nobody asks where they stand

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        term = _term(token)
        self.texts.append(_texts() if term else self._nowhere)
        if term != token:
            self.unusual.add(token)
        return number


def most_terms(folded: str) -> int:
    """How many terms a text has, at most.

    Those of a long one are counted, until there are more than a gathering takes.
    """
    if 2 * len(folded) < _MANY_TERMS:  # characters without spaces, each by itself and in a pair
        return 2 * len(folded)
    found: set[str] = set()
    for piece in _pieces(folded):
        found.update(tokens_of(piece), pieces_of(piece))
        if len(found) > MOST_TERMS:
            break
    return len(found)


def packed_terms(by_term: Mapping[str, Occurrences], known: Iterable[Known]) -> Iterator[Packed]:
    """The postings of what is ``known`` in many texts, then the beginnings that many share."""
    beginnings = Beginnings(by_term)
    for (term, occurrences), one in zip(by_term.items(), known, strict=True):
        beginnings.add(term, occurrences)
        if not one.few:
            yield Packed(term, one.frequency, packed(occurrences.postings()))
    yield from beginnings.packed()


def _term(token: str) -> str:
    """The term that a token counts for in a phrase; empty where it is none."""
    if not is_word(token):
        return ""
    return "" if is_paired(token) else cut(token)


def _pieces(folded: str) -> Iterable[str]:
    """The text, cut between words where it is long."""
    start = 0
    while len(folded) - start > _PIECE:
        space = _SPACE.search(folded, start + _PIECE)
        if space is None:
            break
        yield folded[start : space.start()]
        start = space.start()
    yield folded[start:] if start else folded


def _longest(unusual: Iterable[str]) -> int:
    """The length of the longest word among tokens that are no terms."""
    return max((len(token) for token in unusual if _term(token)), default=0)


def _texts() -> array[int]:
    return array("H")


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
