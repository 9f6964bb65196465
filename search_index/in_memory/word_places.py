"""Where words were found lately in texts as they are, place by place.

Somebody who types a word, or a phrase, asks with each letter for less than before: what is asked
for stands at some of the places of what it goes on from, and nowhere else.
"""

from __future__ import annotations

from collections import OrderedDict

from search_index.text_places import TextPlaces

_KEPT = 400_000
"""Places that are kept of some texts: of each eight bytes."""


class PlacesLately:
    """The places of the latest words and beginnings of words."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, bool], TextPlaces] = OrderedDict()

    def around(self, word: str, *, begun: bool) -> TextPlaces | None:
        """Places among which are all of a word, or of the beginning of one; the fewest known."""
        beginnings = ((word[:end], True) for end in range(1, len(word) + 1))
        keys = [(word, False)] * (not begun) + [*beginnings]
        known = [self._kept[key] for key in keys if key in self._kept]
        return min(known, key=_number, default=None)

    def keep(self, word: str, found: TextPlaces, *, begun: bool) -> None:
        """Takes note of all places of a word, or of the beginning of one."""
        self._kept[word, begun] = found
        while self._kept and sum(map(_number, self._kept.values())) > _KEPT:
            self._kept.popitem(last=False)


def _number(found: TextPlaces) -> int:
    return len(found.places)
