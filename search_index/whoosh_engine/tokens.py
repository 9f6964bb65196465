"""The texts of a shard as numbers of terms, by which phrases are told."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress
from pathlib import Path
from typing import NamedTuple

NO_TERM = 0
"""Stands for whatever is no term: signs, and words in scripts that are written without spaces."""
FIRST_TERM = 1
"""The number of the first term of the vocabulary; the others follow."""

_LARGEST_SHORT = 0xFFFF
_KEPT_PLACES = 4_000_000
"""Places of common words that are kept of one shard: of each four bytes."""
KEPT_BYTES = 96 * 1024 * 1024
"""What all shards of an index keep in memory together."""


class Wanted(NamedTuple):
    """Terms that follow on each other, by their numbers: one of each range."""

    terms: tuple[range, ...]

    @property
    def literal(self) -> int:
        """How many terms at the beginning are but one each."""
        return next((n for n, each in enumerate(self.terms) if len(each) != 1), len(self.terms))


def token_bytes(stream: array[int]) -> tuple[bytes, int]:
    """The bytes of such a file, and how many of them a term takes."""
    short = max(stream, default=0) <= _LARGEST_SHORT
    numbers = array("H", stream) if short else stream
    return numbers.tobytes(), numbers.itemsize


class Room:
    """The memory that the shards of an index share, for one thread: who was asked last has it."""

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = most
        self._holders: OrderedDict[Tokens, None] = OrderedDict()

    def has_room_for(self, tokens: Tokens) -> bool:
        """Whether nobody has to let go of anything if ``tokens`` keeps what it reads."""
        held = sum(each.size for each in self._holders if each is not tokens)
        return held + tokens.size <= self._most

    def hold(self, tokens: Tokens) -> None:
        """Lets ``tokens`` keep what it reads; others let go of theirs where it is too much."""
        self._holders[tokens] = None
        self._holders.move_to_end(tokens)
        while len(self._holders) > 1 and sum(each.size for each in self._holders) > self._most:
            self._holders.popitem(last=False)[0].let_go()


class Tokens:
    """The file of a shard, of whose texts ``starts`` says where they begin, and the last ends."""

    def __init__(
        self, file: Path, starts: Sequence[int], width: int, room: Room | None = None
    ) -> None:
        self._file = file
        self._starts = starts
        self._width = width
        self._room = room or Room()
        self._kept: OrderedDict[int, array[int]] = OrderedDict()

    @property
    def size(self) -> int:
        """The bytes that it keeps, or will have read."""
        places = sum(map(len, self._kept.values()))
        return self._starts[-1] * self._width + places * array("I").itemsize

    def get_ready(self) -> None:
        """Reads the file, where there is room for it."""
        if self._room.has_room_for(self):
            self._room.hold(self)
            _ = self._numbers

    def let_go(self) -> None:
        """Keeps nothing; what is needed again is read again."""
        self._kept.clear()
        self.__dict__.pop("_numbers", None)
        self.__dict__.pop("_data", None)

    def in_texts(self, wanted: Wanted, texts: Iterable[int]) -> dict[int, list[int]]:
        """Where the terms stand in some texts: the places of the first, by text.

        Good where the texts are few. Places count from the beginning of the shard on.
        """
        self._room.hold(self)
        found: dict[int, list[int]] = {}
        first = _bytes([each.start for each in wanted.terms[: wanted.literal]], self._width)
        for text in texts:
            places: Sequence[int]
            places = list(self._found(first, self._starts[text], self._starts[text + 1]))
            if wanted.literal < len(wanted.terms):
                places = self._chosen(places, wanted)
            if chosen := _apart(places, len(wanted.terms)):
                found[text] = chosen
        return found

    def everywhere(self, wanted: Wanted, by: int) -> dict[int, list[int]]:
        """The same in all texts, from the places of the term number ``by`` of those wanted."""
        self._room.hold(self)
        found: dict[int, list[int]] = {}
        places = self._places(wanted.terms[by].start)
        places = array("q", map((-by).__add__, places)) if by else places
        for place in _apart(self._chosen(places, wanted, by), len(wanted.terms)):
            found.setdefault(bisect_right(self._starts, place) - 1, []).append(place)
        return found

    def literally(self, wanted: Wanted) -> dict[int, list[int]]:
        """The same where all that is wanted are single terms, which are common."""
        self._room.hold(self)
        found: dict[int, list[int]] = {}
        written = _bytes([each.start for each in wanted.terms], self._width)
        places = self._found(written, 0, len(self._numbers))
        for place in _apart(places, len(wanted.terms)):
            found.setdefault(bisect_right(self._starts, place) - 1, []).append(place)
        return found

    def of(self, text: int) -> list[int]:
        """The tokens of a text, in order."""
        self._room.hold(self)
        return self._numbers[self._starts[text] : self._starts[text + 1]].tolist()

    def _chosen(self, places: Sequence[int], wanted: Wanted, given: int = 0) -> Sequence[int]:
        """Those of the places, in order, from which on all terms but the ``given`` are as wanted.

        The loops are none of Python's: a common word stands in hundreds of thousands of places.
        """
        last = len(self._numbers) - len(wanted.terms)
        places = places[bisect_left(places, 0) : bisect_right(places, last)]
        for by, term in enumerate(wanted.terms):
            if by != given:
                there = map(self._numbers.__getitem__, map(by.__add__, places))
                places = list(compress(places, map(term.__contains__, there)))
        return places

    def _found(self, first: bytes, start: int, end: int) -> Iterable[int]:
        """The places of some bytes in a stretch of the shard."""
        width, data = self._width, self._data
        at = data.find(first, start * width, end * width)
        while at >= 0:
            place, between = divmod(at, width)
            if not between:
                yield place
            at = data.find(first, at + 1, end * width)

    def _all_of(self, term: bytes) -> Iterable[int]:
        """The places of a term; quicker where there are many."""
        if any(term[shift:] == term[:-shift] for shift in range(1, self._width)):
            return self._found(term, 0, len(self._numbers))  # else it might overlap with itself
        width = self._width
        starts = map(re.Match.start, re.finditer(re.escape(term), self._data))
        return [start // width for start in starts if start % width == 0]

    def _places(self, number: int) -> array[int]:
        """All places of a term."""
        kept = self._kept.pop(number, None)
        if kept is None:
            kept = array("I", self._all_of(_bytes([number], self._width)))
        self._kept[number] = kept
        while sum(map(len, self._kept.values())) > _KEPT_PLACES and len(self._kept) > 1:
            self._kept.popitem(last=False)
        return kept

    @cached_property
    def _data(self) -> bytes:
        """The file. Raises OSError, or ValueError where it is not as long as its texts."""
        data = self._file.read_bytes()
        if len(data) != self._starts[-1] * self._width:
            raise ValueError(self._file)
        return data

    @cached_property
    def _numbers(self) -> memoryview:
        return memoryview(self._data).cast("H" if self._width == array("H").itemsize else "I")


def _apart(places: Iterable[int], size: int) -> list[int]:
    """The places, in order, without those that lie within ``size`` of one before."""
    found: list[int] = []
    for place in places:
        if not found or place >= found[-1] + size:
            found.append(place)
    return found


def _bytes(numbers: Iterable[int], width: int) -> bytes:
    return b"".join(number.to_bytes(width, sys.byteorder) for number in numbers)
