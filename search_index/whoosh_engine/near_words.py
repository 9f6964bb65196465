"""Single words near each other, told from texts in which each word is one letter.

The loops over words are those of regular expressions: of common words there are hundreds of
thousands.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from search_index.whoosh_engine.tokens import NO_TERM

_OTHER, _SIGN = b"w", b"s"
_LEFT, _RIGHT, _BOTH = b"L", b"R", b"B"
"""Words of either side, and those that are of both; small once they are found to be near."""
_OF_RIGHT, _OF_LEFT, _OF_ANY = b"RrBb", b"LlBb", b"LlRrBb"


class Counted(NamedTuple):
    """How many words are near one of the other side, and whether one of the first words is."""

    places: int
    titled: bool


class NearWords:
    """Counts the words of two sides that have one of the other side near."""

    def __init__(
        self, left: Collection[int], right: Collection[int], distance: int, tokens: int
    ) -> None:
        """Both sides are numbers of tokens, which are below ``tokens``."""
        kinds = bytearray(_OTHER * tokens)
        kinds[NO_TERM : NO_TERM + 1] = _SIGN
        both = set(left) & set(right)
        for numbers, kind in ((left, _LEFT), (right, _RIGHT), (both, _BOTH)):
            for number in numbers:
                kinds[number] = kind[0]
        self._kind_of = kinds.__getitem__
        sides = [(_LEFT, _OF_RIGHT), (_RIGHT, _OF_LEFT)] + [(_BOTH, _OF_ANY)] * bool(both)
        self._near = [
            (re.compile(b"%b(?=[^%b]{0,%d}[%b])" % (own, other, distance - 1, other)), own.lower())
            for own, other in sides
        ]

    def count(self, _: int, tokens: list[int], headline: int) -> Counted:
        """How many there are in a text, of which so many tokens are the ``headline``."""
        words = self._words(tokens)
        for _ in range(2):  # what follows is near, then what goes before
            for expression, found in self._near:
                words = expression.sub(found, words)
            words = words[::-1]
        places = sum(words.count(found) for _, found in self._near)
        first = words[: len(self._words(tokens[:headline]))] if places else b""
        return Counted(places, any(found in first for _, found in self._near))

    def _words(self, tokens: list[int]) -> bytes:
        return bytes(map(self._kind_of, tokens)).translate(None, _SIGN)
