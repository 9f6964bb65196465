"""Gathers the words of a batch of texts, so that they can be written by term.

Beside the postings it keeps the texts themselves, as numbers of terms: every word and every run of
signs takes a place there, so that two terms are neighbours only where nothing but white space is
between the words. A phrase can be told from that alone.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import repeat

from documents.lazy_regex import lazy_regex
from search_index.terms import (
    MAX_LENGTH,
    cut,
    is_paired,
    is_word,
    special_terms,
    tokens_of,
)
from search_index.titles import headline_span
from search_index.whoosh_engine.beginnings import Beginnings
from search_index.whoosh_engine.packing import Packed, Postings, packed
from search_index.whoosh_engine.tokens import FIRST_TERM, NO_TERM
from search_index.whoosh_engine.vocabulary import Known, known

MOST_TEXTS = 0xFFFF
"""Texts that one gathering takes at most: their numbers are written in two bytes."""

_END = "\n"  # no token: it keeps the last word of a text from the first of the next one
_PIECE = 256 * 1024  # code points whose words are held at once
_SPACE = lazy_regex(r"\s")


class Gathering:
    """The words of some texts, which go by the order in which they were added."""

    def __init__(self) -> None:
        self.characters = 0
        self.starts: list[int] = [0]
        """The place at which each text begins; at the end, where the last one ends."""
        self.titles: list[int] = []
        """The place before which the headline of each text ends."""
        self._numbers = _Numbers()
        self._stream = array("I")  # the number of the token at each place
        self._texts: defaultdict[str, array[int]] = defaultdict(_short)
        self._counts: defaultdict[str, array[int]] = defaultdict(_long)
        self._titled: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self.titles)

    def add(self, folded: str) -> None:
        """Takes in the words of one more text, which is folded."""
        number, counts = len(self), Counter[str]()
        for piece in _pieces(folded):
            tokens = tokens_of(piece)
            self._stream.extend(map(self._numbers.__getitem__, tokens))
            counts.update(tokens)
        self._stream.append(self._numbers[_END])
        # Loops that are none of Python's: there are millions of these.
        terms = self._terms(counts, folded)
        deque(map(array.append, map(self._texts.__getitem__, terms), repeat(number)), 0)
        deque(map(array.append, map(self._counts.__getitem__, terms), terms.values()), 0)
        self._add_headline(number, folded[: headline_span(folded).end])
        self.characters += len(folded)
        self.starts.append(len(self._stream))

    def _add_headline(self, number: int, headline: str) -> None:
        tokens = tokens_of(headline)
        for term in self._terms(Counter(tokens), headline):
            self._titled[term].append(number)
        self.titles.append(self.starts[-1] + len(tokens))

    def _terms(self, counts: Counter[str], folded: str) -> Counter[str]:
        """The terms of a text with these tokens, all of which have numbers."""
        longest = 0
        for token in counts.keys() & self._numbers.unusual:
            number = counts.pop(token)
            if is_word(token) and not is_paired(token):
                counts[cut(token)] += number
                longest = max(longest, len(token))
        counts.update(special_terms(folded, longest))
        return counts

    def known(self) -> list[Known]:
        """The terms in the order of their UTF-8 bytes, with how often each stands in the texts."""
        return [known(term, self._postings(term)) for term in sorted(self._texts, key=_bytes)]

    def _postings(self, term: str) -> Postings:
        titled = array("H", self._titled.get(term, ()))
        return Postings(self._texts[term], self._counts[term], titled)

    def packed(self, known: Iterable[Known]) -> Iterator[Packed]:
        """The postings of what is ``known`` in many texts, then the beginnings that many share."""
        known = list(known)
        beginnings = Beginnings(one.term for one in known)
        for one in known:
            postings = self._postings(one.term)
            beginnings.add(one.term, postings)
            if not one.few:
                yield Packed(one.term, one.frequency, packed(postings))
        yield from beginnings.packed()

    def stream(self, known: Iterable[Known]) -> array[int]:
        """The texts as numbers of the terms that are ``known``, from 1 on; other tokens are 0."""
        numbers = {one.term: number for number, one in enumerate(known, FIRST_TERM)}
        here = [numbers.get(_term(token), NO_TERM) for token in self._numbers]
        return array("I", map(here.__getitem__, self._stream))


class _Numbers(dict[str, int]):
    """The numbers of tokens, given as they are asked for; ``unusual`` are those that are no term.

    Signs are not, words that are too long, and those inside which others may stand.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unusual: set[str] = set()

    def __missing__(self, token: str) -> int:
        number = self[token] = len(self)
        usual = is_word(token) and len(token) <= MAX_LENGTH
        if not usual or (not token.isascii() and is_paired(token)):
            self.unusual.add(token)
        return number


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


def _short() -> array[int]:
    return array("H")


def _long() -> array[int]:
    return array("I")


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
