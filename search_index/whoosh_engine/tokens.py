"""The texts of a shard as numbers of terms, by which phrases are told."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

from search_index.text_places import TextPlaces

NO_TERM = 0
"""Stands for whatever is no term: signs, and words in scripts that are written without spaces."""
FIRST_TERM = 1
"""The number of the first term of the vocabulary; the others follow."""

_LARGEST_SHORT = 0xD7FF
"""From here on, two bytes are no character by themselves."""
_KEPT_PLACES = 500_000
"""Places of phrases that are kept of one shard: of each six bytes."""
_BYTES_OF_PLACE = 6
_DEARER = 3
"""How much longer it takes to look for a phrase in a text, than in all at once for each of them."""
KEPT_BYTES = 96 * 1024 * 1024
"""What all shards of an index keep in memory together."""


class Wanted(NamedTuple):
    """Terms that follow on each other, by their numbers: one of each range.

    The first one is a single term.
    """

    terms: tuple[range, ...]

    @property
    def literal(self) -> int:
        """How many terms at the beginning are but one each."""
        return next((n for n, each in enumerate(self.terms) if len(each) != 1), len(self.terms))

    @property
    def overlaps(self) -> bool:
        """Whether two places of it may have terms in common."""
        return any(
            all(map(_meet, self.terms[shift:], self.terms)) for shift in range(1, len(self.terms))
        )

    def is_in(self, other: Wanted) -> bool:
        """Whether wherever it stands the other does."""
        pairs = zip(self.terms, other.terms, strict=False)
        return len(other.terms) <= len(self.terms) and all(
            other.start <= one.start and one.stop <= other.stop for one, other in pairs
        )


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
    """The file of a shard, of whose texts ``starts`` says where they begin, and the last ends.

    In memory it is a string, of which each character is a term: that is searched the fastest.
    """

    def __init__(
        self, file: Path, starts: Sequence[int], width: int, room: Room | None = None
    ) -> None:
        self._file = file
        self._starts = list(starts)
        self._width = width
        self._room = room or Room()
        self._kept: OrderedDict[Wanted, TextPlaces] = OrderedDict()

    @property
    def size(self) -> int:
        """The bytes that it keeps, or will have read."""
        return self._starts[-1] * self._width + self._kept_places * _BYTES_OF_PLACE

    @property
    def _kept_places(self) -> int:
        return sum(len(each.places) for each in self._kept.values())

    def get_ready(self) -> None:
        """Reads the file, where there is room for it."""
        if self._room.has_room_for(self):
            self._room.hold(self)
            _ = self._stream

    def let_go(self) -> None:
        """Keeps nothing; what is needed again is read again."""
        self._kept.clear()
        self.__dict__.pop("_stream", None)

    def of(self, text: int) -> list[int]:
        """The tokens of a text, in order."""
        self._room.hold(self)
        return [*map(ord, self._stream[self._starts[text] : self._starts[text + 1]])]

    def places(self, wanted: Wanted, among: Collection[int]) -> TextPlaces:
        """Where the terms stand in some texts, in others they must not; apart, and in order.

        Places count from the beginning of the shard on.
        """
        self._room.hold(self)
        before = [kept for kept in self._kept if wanted.is_in(kept)]
        if before:
            found = self._chosen(min(before, key=self._number_of), wanted)
        elif len(among) * _DEARER < len(self._starts):
            return self._in_texts(wanted, sorted(among))
        else:
            found = self._everywhere(wanted)
        if wanted.overlaps:
            return found.only(_apart(found.places, len(wanted.terms)))
        self._keep(wanted, found)
        return found

    def in_texts(self, wanted: Wanted, texts: Iterable[int]) -> dict[int, list[int]]:
        """The same, by text; good where the texts are few, and given in order."""
        self._room.hold(self)
        found: dict[int, list[int]] = {}
        for text, place in zip(*self._in_texts(wanted, texts), strict=True):
            found.setdefault(text, []).append(place)
        return found

    def _in_texts(self, wanted: Wanted, texts: Iterable[int]) -> TextPlaces:
        find, starts = _finder(self._stream, wanted), self._starts
        places, holding = array("I"), array("H")
        for text in texts:
            found = find(starts[text], starts[text + 1])
            while found >= 0:
                places.append(found)
                holding.append(text)
                found = find(found + len(wanted.terms), starts[text + 1])
        return TextPlaces(holding, places)

    def _everywhere(self, wanted: Wanted) -> TextPlaces:
        """The places in all texts."""
        found = re.compile(_expression(wanted)).finditer(self._stream)
        places = array("I", map(re.Match.start, found))
        return TextPlaces(array("H", map(bisect_right, repeat(self._starts[1:]), places)), places)

    def _chosen(self, before: Wanted, wanted: Wanted) -> TextPlaces:
        """Those of the places kept of something that goes on as wanted.

        The loops are none of Python's: a common word stands in hundreds of thousands of places.
        What is read behind a place is no further than one token behind a term of the same text.
        """
        found = self._kept[before]
        for by, term in enumerate(wanted.terms):
            if term not in before.terms[by : by + 1]:
                there = map(self._stream.__getitem__, map(by.__add__, found.places))
                found = found.only(map(term.__contains__, map(ord, there)))
        return found

    def _number_of(self, kept: Wanted) -> int:
        return len(self._kept[kept].places)

    def _keep(self, wanted: Wanted, found: TextPlaces) -> None:
        self._kept[wanted] = found
        self._kept.move_to_end(wanted)
        while len(self._kept) > 1 and self._kept_places > _KEPT_PLACES:
            self._kept.popitem(last=False)

    @cached_property
    def _stream(self) -> str:
        """The file. Raises OSError, or ValueError where it is not as long as its texts."""
        data = self._file.read_bytes()
        if len(data) != self._starts[-1] * self._width:
            raise ValueError(self._file)
        return _string(data, self._width)


def _string(data: bytes, width: int) -> str:
    """The numbers, of so many bytes each, as characters."""
    return data.decode(f"utf-{8 * width}-{sys.byteorder[0]}e", "surrogatepass")


def _finder(stream: str, wanted: Wanted) -> Callable[[int, int], int]:
    """Finds the first place in a stretch; -1 where there is none."""
    head, others = _head(wanted), wanted.terms[wanted.literal :]
    if not others:
        return partial(stream.find, head)

    def goes_on(place: int) -> bool:
        return all(ord(stream[at]) in each for at, each in enumerate(others, place + len(head)))

    def find(start: int, end: int) -> int:
        place = stream.find(head, start, end - len(others))
        while place >= 0 and not goes_on(place):
            place = stream.find(head, place + 1, end - len(others))
        return place

    return find


def _expression(wanted: Wanted) -> str:
    others = ((chr(each.start), chr(each.stop - 1)) for each in wanted.terms[wanted.literal :])
    return re.escape(_head(wanted)) + "".join(
        f"[{re.escape(first)}-{re.escape(last)}]" for first, last in others
    )


def _head(wanted: Wanted) -> str:
    return "".join(chr(each.start) for each in wanted.terms[: wanted.literal])


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def _apart(places: Iterable[int], size: int) -> Iterator[bool]:
    """For each of the places, in order, whether it lies not within ``size`` of one before."""
    end = 0
    for place in places:
        is_apart = place >= end
        yield is_apart
        end = place + size if is_apart else end
