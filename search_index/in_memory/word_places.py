"""Where words were found lately in texts as they are, place by place.

Somebody who types a word, or a phrase, asks with each letter for less than before: what is asked
for stands at some of the places of what it goes on from, and nowhere else.
"""

from __future__ import annotations

from array import array
from collections import Counter, OrderedDict
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple

_KEPT = 400_000
"""Places that are kept of some texts: of each eight bytes."""


class WordPlaces(NamedTuple):
    """The texts and the places in them, those of each text in a row and in order."""

    texts: array[int]
    places: array[int]

    @classmethod
    def none(cls) -> WordPlaces:
        """Some that can be added to."""
        return cls(array("I"), array("I"))

    def only(self, chosen: Iterable[object]) -> WordPlaces:
        """Those that are chosen."""
        selectors = bytes(map(bool, chosen))
        texts, places = compress(self.texts, selectors), compress(self.places, selectors)
        return WordPlaces(array("I", texts), array("I", places))

    @property
    def counts(self) -> dict[int, int]:
        """How many there are in each text."""
        return Counter(self.texts)

    @property
    def first(self) -> dict[int, int]:
        """The first one in each text."""
        return dict(zip(reversed(self.texts), reversed(self.places), strict=True))


class PlacesLately:
    """The places of the latest words and beginnings of words."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, bool], WordPlaces] = OrderedDict()

    def around(self, word: str, *, begun: bool) -> WordPlaces | None:
        """Places among which are all of a word, or of the beginning of one; the fewest known."""
        beginnings = ((word[:end], True) for end in range(1, len(word) + 1))
        keys = [(word, False)] * (not begun) + [*beginnings]
        known = [self._kept[key] for key in keys if key in self._kept]
        return min(known, key=_number, default=None)

    def keep(self, word: str, found: WordPlaces, *, begun: bool) -> None:
        """Takes note of all places of a word, or of the beginning of one."""
        self._kept[word, begun] = found
        while self._kept and sum(map(_number, self._kept.values())) > _KEPT:
            self._kept.popitem(last=False)


def _number(found: WordPlaces) -> int:
    return len(found.places)
