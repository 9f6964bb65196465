"""Gathers the words of a batch of texts, so that they can be written by term.

Beside the postings it keeps the texts themselves, as numbers of terms: every word and every run of
signs takes a place there, so that two terms are neighbours only where nothing but white space is
between the words. A phrase can be told from that alone.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import count, repeat

from search_index.beginnings import Beginnings
from search_index.packing import Packed, Postings, packed
from search_index.terms import (
    begun_by,
    cut,
    is_paired,
    is_word,
    may_hold_paired,
    pieces_of,
    tokens_of,
)
from search_index.titles import title_span
from search_index.tokens import FIRST_TERM, NO_TERM
from search_index.vocabulary import Known

MOST_TEXTS = 0xFFFF
"""Texts that one gathering takes at most: their numbers are written in two bytes."""

_END = "\n"  # no token: it keeps the last word of a text from the first of the next one
_PIECE = 256 * 1024  # code points whose words are held at once
_SPACE = re.compile(r"\s")


class Gathering:
    """The words of some texts, which go by the order in which they were added."""

    def __init__(self) -> None:
        self.characters = 0
        self.starts: list[int] = [0]
        """The place at which each text begins; at the end, where the last one ends."""
        self.titles: list[int] = []
        """The place before which the title of each text ends."""
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
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
        terms = _terms(counts, folded)
        deque(map(array.append, map(self._texts.__getitem__, terms), repeat(number)), 0)
        deque(map(array.append, map(self._counts.__getitem__, terms), terms.values()), 0)
        self._add_title(number, folded[: title_span(folded).end])
        self.characters += len(folded)
        self.starts.append(len(self._stream))

    def _add_title(self, number: int, title: str) -> None:
        tokens = tokens_of(title)
        for term in _terms(Counter(tokens), title):
            self._titled[term].append(number)
        self.titles.append(self.starts[-1] + len(tokens))

    def known(self) -> list[Known]:
        """The terms in the order of their UTF-8 bytes, with how often each stands in the texts."""
        return [Known(term, sum(self._counts[term])) for term in sorted(self._texts, key=_bytes)]

    def packed(self, known: Iterable[Known]) -> Iterator[Packed]:
        """Every term that is ``known`` with its postings, and then the beginnings many share."""
        known = list(known)
        beginnings = Beginnings(one.term for one in known)
        for term, frequency in known:
            titled = array("H", self._titled.get(term, ()))
            postings = Postings(self._texts[term], self._counts[term], titled)
            beginnings.add(term, postings)
            yield Packed(term, frequency, packed(postings))
        yield from beginnings.packed()

    def stream(self, known: Iterable[Known]) -> array[int]:
        """The texts as numbers of the terms that are ``known``, from 1 on; other tokens are 0."""
        numbers = {one.term: number for number, one in enumerate(known, FIRST_TERM)}
        here = [numbers.get(_term(token), NO_TERM) for token in self._numbers]
        return array("I", map(here.__getitem__, self._stream))


def _terms(counts: Counter[str], folded: str) -> Counter[str]:
    """The terms of a text with these tokens."""
    terms = Counter({token: number for token, number in counts.items() if is_word(token)})
    for word in [word for word in terms if cut(word) != word]:
        terms[cut(word)] += terms.pop(word)
    if may_hold_paired(folded):
        for word in [word for word in terms if is_paired(word)]:
            terms.pop(word)
        terms.update(pieces_of(folded))
    return terms


def _term(token: str) -> str:
    """The term that a token counts for in a phrase; empty where it is none."""
    if not is_word(token):
        return ""
    return begun_by(token) if is_paired(token) else cut(token)


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
