"""Where in the new text a passage would stand that is gone: at the nearest words that are left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotations.anchoring.extents import Words
from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens

_TELLING = 12
"""How much a run must say to be a neighbour: two words or three, not one that stands anywhere."""
_LOOKED_AT = 200
"""Runs on either side that are asked."""


class Neighbour(NamedTuple):
    """The nearest word that is left on one side: its number in either text."""

    old: int
    new: int


class Gaps:
    """The places in ``new`` of what is gone from ``old``; ``runs`` are the words left in order."""

    def __init__(self, runs: Sequence[Run], old: Tokens, new: Tokens) -> None:
        self._runs = runs
        self._starts = [run.old for run in runs]
        self._old = old
        self._new = new

    def of(self, words: Words) -> int | None:
        """Where the old words would stand, at a character that can be seen; None where no
        neighbour is left.

        That is before what follows on what stood before them; behind that instead, where they
        ended the line it stood in.
        """
        number = bisect_right(self._starts, words.first)
        back, on = range(number - 1, -1, -1), range(max(0, number - 1), len(self._runs))
        before = self._telling(back[:_LOOKED_AT], 0, words.first)
        after = self._telling(on[:_LOOKED_AT], words.last, len(self._old), behind=True)
        if before is None or (after and after.old - words.last < words.first - before.old - 1):
            return self._new.starts[after.new] if after else None
        return self._behind(words, before)

    def _telling(
        self, places: Iterable[int], first: int, last: int, *, behind: bool = False
    ) -> Neighbour | None:
        """The nearest word in the first of the runs at ``places`` of which enough lies in the old
        words ``[first, last)``: its last one before a passage, its first one ``behind`` it."""
        for run in map(self._runs.__getitem__, places):
            begin, end = max(run.old, first), min(run.old + run.length, last)
            if begin < end and self._old.weight(begin, end) >= _TELLING:
                at = begin if behind else end - 1
                return Neighbour(at, at + run.new - run.old)
        return None

    def _behind(self, words: Words, before: Neighbour) -> int:
        """The place behind a word: that of the next one, unless the old words ended its line."""
        following = before.new + 1
        if following == len(self._new):
            return self._new.ends[before.new] - 1
        ended = self._old.text[self._old.ends[before.old] : self._start_of(words)]
        if "\n" not in ended and self._new.starts_line(following):
            return self._new.ends[before.new] - 1
        return self._new.starts[following]

    def _start_of(self, words: Words) -> int:
        old = self._old
        return old.starts[words.first] if words.first < len(old) else len(old.text)
