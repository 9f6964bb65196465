"""Gathers the words of a batch of texts, so that they can be written by term.

Every word and every run of signs takes a place, counted on from text to text. So two words stand in
neighbouring places only where nothing but white space is between them, and a phrase can be told
from places alone.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, repeat

from search_index.beginnings import Beginnings
from search_index.packing import Packed, packed, packed_places
from search_index.terms import (
    MAX_LENGTH,
    cut,
    is_paired,
    is_word,
    may_hold_paired,
    pieces_of,
    tokens_of,
)
from search_index.titles import title_span

MOST_TEXTS = 0xFFFF
"""Texts that one gathering takes at most: their numbers are written in two bytes."""

_PIECE = 256 * 1024  # code points whose words are held at once
_NO_PLACES = array("I")
_SPACE = re.compile(r"\s")


class Gathering:
    """The words of some texts, which go by the order in which they were added."""

    def __init__(self) -> None:
        self.characters = 0
        self.starts: list[int] = []
        """The place at which each text begins."""
        self.titles: list[int] = []
        """The place before which the title of each text ends."""
        self._next = 0
        self._places: defaultdict[str, array[int]] = defaultdict(_no_places)
        self._texts = array("H")  # the text of each place
        self._pieces: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._titled: defaultdict[str, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self.starts)

    def add(self, folded: str) -> None:
        """Takes in the words of one more text, which is folded."""
        number = len(self.starts)
        self.starts.append(self._next)
        self.characters += len(folded)
        for piece in _pieces(folded):
            self._add_places(tokens_of(piece))
        self._next += 1  # so that no word follows on the last one
        self._texts.extend(repeat(number, self._next - len(self._texts)))
        if may_hold_paired(folded):
            for term, times in pieces_of(folded).items():
                self._pieces[term][number] = times
        self._add_title(folded[: title_span(folded).end], number)

    def _add_title(self, title: str, number: int) -> None:
        tokens = tokens_of(title)
        self.titles.append(self.starts[number] + len(tokens))
        for term in {*tokens, *pieces_of(title)}:
            self._titled[term].append(number)

    def _add_places(self, tokens: list[str]) -> None:
        arrays = map(self._places.__getitem__, tokens)
        deque(map(array.append, arrays, count(self._next)), 0)  # a loop that is none of Python's
        self._next += len(tokens)

    def terms(self) -> Iterator[Packed]:
        """Every term with its postings, in the order of the UTF-8 bytes of the terms."""
        found = self._by_term()
        names = sorted(found.keys() | self._pieces.keys(), key=_bytes)
        beginnings = Beginnings(names)
        for term in names:
            titled = self._titled.get(term, ())
            counts = self._counts(term, found)
            beginnings.add(term, counts, titled)
            places = found.get(term, _NO_PLACES)
            postings = packed(counts.keys(), counts.values(), titled)
            yield Packed(term, sum(counts.values()), postings, packed_places(places))
        yield from beginnings.packed()

    def _counts(self, term: str, found: Mapping[str, array[int]]) -> Mapping[int, int]:
        """The texts that hold a term, in order, with how often each does."""
        if term in found:
            return Counter(map(self._texts.__getitem__, found[term]))
        return self._pieces[term]

    def _by_term(self) -> dict[str, array[int]]:
        """The places of the words that are terms: too long ones are cut, and may be the same."""
        found: dict[str, array[int]] = {}
        for word, places in self._places.items():
            if not is_word(word) or is_paired(word):
                continue
            if len(word) > MAX_LENGTH and cut(word) in found:
                places = array("I", sorted([*found[cut(word)], *places]))
            found[cut(word)] = places
        return found


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


def _no_places() -> array[int]:
    return array("I")


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
