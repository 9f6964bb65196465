"""The matches of some words in a whole text, found piece by piece: how many, and which is next."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from threading import Lock

from documents.spans import Span
from tui.find import Find

_NOT_COUNTED = -1
_KEPT = 4
PARTS = 24
"""Equal parts of a text in which matches are counted apart, to show where they are."""


class NotCounted(Exception):
    """The answer lies in a piece of the text that was not looked at yet."""


class Survey:
    """How many matches begin in each piece of a text.

    Pieces are counted one at a time, by ``count``, each in about a millisecond; a thread may do
    that while another asks. All else costs no more than a few pieces: those where nothing stands
    are passed over. Of a text with millions of matches only the counts are kept.
    """

    def __init__(self, find: Find, text: str, *, size: int | None = None) -> None:
        """``size`` is that of a piece in code points, where it is not to be the usual one."""
        self.find = find
        self.text = text
        self._size = size or find.piece
        self._counts = array("l", [_NOT_COUNTED]) * (len(text) // self._size + 1)
        self._uncounted = len(self._counts)
        self._found = 0
        self._spans: dict[int, list[Span]] = {}
        self._lock = Lock()
        self.spread = [0] * PARTS

    @property
    def complete(self) -> bool:
        """Whether every piece was counted."""
        return self._uncounted == 0

    @property
    def found(self) -> int:
        """The matches counted so far."""
        return self._found

    def order(self, offset: int, *, backward: bool = False) -> Iterator[int]:
        """All pieces, those first that are met first on the way from ``offset``."""
        first, total = self._piece(offset), len(self._counts)
        return ((first + (-step if backward else step)) % total for step in range(total))

    def count(self, piece: int) -> None:
        """Counts the matches that begin in a piece, where that was not done."""
        if self._counts[piece] != _NOT_COUNTED:
            return
        starts = self.find.starts(self.text, *self._limits(piece))
        with self._lock:
            if self._counts[piece] == _NOT_COUNTED:
                self._found += len(starts)
                self._counts[piece] = len(starts)
                self._uncounted -= 1
                self._spread_out(starts)

    def _spread_out(self, starts: list[int]) -> None:
        """Adds matches, in order, to the parts of the text they stand in."""
        place = 0
        while place < len(starts):
            part = self.part_of(starts[place])
            stop = bisect_left(starts, -(-(part + 1) * len(self.text) // PARTS), place)
            self.spread[part] += stop - place
            place = stop

    def part_of(self, offset: int) -> int:
        """The part of the text, of PARTS, in which ``offset`` lies."""
        return min(PARTS - 1, offset * PARTS // max(1, len(self.text)))

    def onward(self, offset: int) -> Span | None:
        """The first match that starts at or behind ``offset``, or else the text's first.

        Raises NotCounted where the pieces on the way were not counted yet.
        """
        for step, piece in enumerate([*self.order(offset), self._piece(offset)]):
            spans = self._in(piece)
            at = bisect_left(spans, (offset,)) if step == 0 else 0
            if at < len(spans):
                return spans[at]
        return None

    def back(self, offset: int) -> Span | None:
        """The last match that starts before ``offset``, or else the text's last.

        Raises NotCounted where the pieces on the way were not counted yet.
        """
        for step, piece in enumerate([*self.order(offset, backward=True), self._piece(offset)]):
            spans = self._in(piece)
            stop = bisect_left(spans, (offset,)) if step == 0 else len(spans)
            if stop:
                return spans[stop - 1]
        return None

    def number_of(self, match: Span) -> int | None:
        """The number of a match, from 1; None while those before it were not all counted.

        None as well for what is no match, as words that a note is found at.
        """
        piece = self._piece(match.start)
        before = self._counts[:piece]
        if _NOT_COUNTED in before or self._counts[piece] == _NOT_COUNTED:
            return None
        spans = self._in(piece)
        index = bisect_left(spans, match)
        return sum(before) + index + 1 if match in spans[index : index + 1] else None

    def _piece(self, offset: int) -> int:
        return min(max(offset, 0), len(self.text)) // self._size

    def _limits(self, piece: int) -> tuple[int, int]:
        return piece * self._size, (piece + 1) * self._size

    def _in(self, piece: int) -> list[Span]:
        """The matches that begin in a piece; those of the pieces asked about last are kept."""
        if self._counts[piece] == _NOT_COUNTED:
            raise NotCounted
        if not self._counts[piece]:
            return []
        spans = self._spans.get(piece)
        if spans is None:
            while len(self._spans) >= _KEPT:
                del self._spans[next(iter(self._spans))]
            spans = list(self.find.beginning(self.text, *self._limits(piece)))
            self._spans[piece] = spans
        return spans
