"""The terms of a shard in order, each with how often it stands there, kept as one run of bytes.

A list of strings would take five times the memory; looking a beginning up by bisection takes
microseconds here as well. Most words of any language stand in very few texts: of those, the line
says it all.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from documents.lazy_regex import lazy_regex
from search_index.whoosh_engine.packing import Occurrences, Postings

FEW = 12
"""Texts up to which a line names them all."""

_TERM = lazy_regex(rb"([^\n ]+) (\d+)((?: \d+:\d+t?)*)\n")
_NAME = lazy_regex(r"^[^\n ]+", re.MULTILINE)
_TEXT = lazy_regex(r"(\d+):(\d+)(t?)")
_BLOCK = 8192  # bytes among which lines are counted for each question
_LONGEST_LINE = 512  # bytes: a term is 48 code points and two marks at most


class Known(NamedTuple):
    """A term, and how often it stands in the texts; ``few`` names those texts if they are few."""

    term: str
    frequency: int
    few: str = ""

    @classmethod
    def of(cls, term: str, occurrences: Occurrences) -> Known:
        """What is told of a term that stands there."""
        texts, titled = occurrences
        few = ""
        if len(set(texts)) <= FEW:
            each = Counter(texts).items()
            few = "".join(f" {text}:{count}{'t' if text in titled else ''}" for text, count in each)
        return cls(term, len(texts), few)

    def postings(self) -> Postings:
        """Where it stands, if that is in few texts."""
        found = [(int(text), int(count), titled) for text, count, titled in _TEXT.findall(self.few)]
        return Postings(
            array("H", [text for text, _, _ in found]),
            array("I", [count for _, count, _ in found]),
            array("H", [text for text, _, titled in found if titled]),
        )


class Vocabulary:
    """The terms of a shard. Reading a damaged one may raise anything."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._counted: tuple[str | None, range] = None, range(0)  # asked more than once for each

    def get_ready(self) -> None:
        """Does what the first question would have to wait for."""
        _ = self._lines

    def beginning_with(self, prefix: str) -> list[Known]:
        """The terms with this beginning, in the order of their UTF-8 bytes."""
        start, end = self._range(_encoded(prefix))
        return list(_terms(self._data, start, end))

    def number_beginning_with(self, prefix: str) -> int:
        """How many terms have this beginning."""
        return len(self.numbers_beginning_with(prefix))

    def numbers_beginning_with(self, prefix: str) -> range:
        """The numbers of those terms, counted from 0 on."""
        if self._counted[0] != prefix:
            start, end = self._range(_encoded(prefix))
            self._counted = prefix, range(self._lines_before(start), self._lines_before(end))
        return self._counted[1]

    def number(self, term: str) -> int | None:
        """The number of a term, counted from 0 on; None where there is no such term."""
        start = self._first_line(_encoded(term))  # before all that it is the beginning of
        if not self._data.startswith(_encoded(term) + b" ", start):
            return None
        return self._lines_before(start)

    def known(self, term: str) -> Known | None:
        """What is known of a term; None where there is no such term."""
        start = self._first_line(_encoded(term))
        found = _TERM.match(self._data, start)
        if found is None or found.group(1) != _encoded(term):
            return None
        return _known(*found.groups())

    @cached_property
    def terms(self) -> list[str]:
        """All terms by their numbers; some megabytes, for the few queries that go through all."""
        return _NAME.findall(_decoded(self._data))

    def _range(self, prefix: bytes) -> tuple[int, int]:
        start = self._first_line(prefix)
        # 0xFF is in no UTF-8: what comes after all terms with this beginning.
        return start, max(start, self._first_line(prefix + b"\xff"))

    def _lines_before(self, place: int) -> int:
        block = place // _BLOCK
        return self._lines[block] + self._data.count(b"\n", block * _BLOCK, place)

    @cached_property
    def _lines(self) -> list[int]:
        """How many lines end before each block."""
        starts = range(0, len(self._data), _BLOCK)
        counts = (self._data.count(b"\n", start, start + _BLOCK) for start in starts)
        return list(accumulate(counts, initial=0))

    def _first_line(self, wanted: bytes) -> int:
        """Where the first line begins that is not before ``wanted``."""
        low, high = 0, len(self._data)
        while low < high:
            middle = (low + high) // 2
            start = self._data.rfind(b"\n", low, middle) + 1 or low
            end = self._data.find(b"\n", middle, middle + _LONGEST_LINE) + 1
            if self._data[start:end] < wanted:
                low = end
            else:
                high = start
        return low


def vocabulary_bytes(terms: Iterable[Known]) -> bytes:
    """The bytes of a Vocabulary of ``terms``, which come in the order of their UTF-8 bytes."""
    return b"".join(map(_line, terms))


def _line(one: Known) -> bytes:
    return b"%b %d%b\n" % (_encoded(one.term), one.frequency, one.few.encode("ascii"))


def _terms(data: bytes, start: int, end: int) -> Iterator[Known]:
    for groups in _TERM.findall(data, start, end):
        yield _known(*groups)


def _known(term: bytes, frequency: bytes, few: bytes) -> Known:
    return Known(_decoded(term), int(frequency), few.decode("ascii"))


def _encoded(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")


def _decoded(term: bytes) -> str:
    return term.decode("utf-8", "surrogatepass")
