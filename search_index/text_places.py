"""Where in many texts something stands, place by place, kept as two arrays."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from itertools import compress
from typing import NamedTuple


class TextPlaces(NamedTuple):
    """The texts and the places in them, those of each text in a row and in order."""

    texts: array[int]
    places: array[int]

    def only(self, chosen: Iterable[object]) -> TextPlaces:
        """Those that are chosen."""
        selectors = bytes(map(bool, chosen))
        return TextPlaces(*(array(each.typecode, compress(each, selectors)) for each in self))

    @property
    def counts(self) -> dict[int, int]:
        """How many there are in each text."""
        return Counter(self.texts)

    @property
    def first(self) -> dict[int, int]:
        """The first one in each text."""
        return dict(zip(reversed(self.texts), reversed(self.places), strict=True))
