"""How much of a passage is left in its place, and how much of what stands there that is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotations.anchoring.extents import Words
from annotations.anchoring.likeness import MOST, corrected
from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens

LEAST = 0.35
"""The share of the words of either that both must have for a place to be sure by words alone."""


class Needed(NamedTuple):
    """What must be left: of the old words and the new in the mean, and of either at ``least``."""

    mean: float
    least: float = LEAST


class Left(NamedTuple):
    """What share of a passage's old words is left, and what share of its new words that is."""

    of_old: float
    of_new: float

    @property
    def mean(self) -> float:
        """How much the two are alike."""
        return (self.of_old + min(1.0, self.of_new)) / 2

    def enough(self, needed: Needed) -> bool:
        """Whether the two are the same passage."""
        return self.mean >= needed.mean and min(self) >= needed.least


class Shares:
    """The shares of passages of an old text in what stands in their places in a new one."""

    def __init__(self, old: Tokens, new: Tokens) -> None:
        self._old = old
        self._new = new

    def left(self, words: Words, found: Words, weight: int) -> Left:
        """The shares, if what the old ``words`` and the new ones ``found`` have in common says
        ``weight``."""
        return Left(weight / self._old.weight(*words), weight / self._new.weight(*found))

    def corrected(self, words: Words, found: Words, runs: Sequence[Run]) -> int:
        """How much those words say that are still there, but not letter for letter."""
        weight = 0
        ends = Run(words.first, found.first, 0), Run(words.last, found.last, 0)
        for before, after in pairwise((ends[0], *runs, ends[1])):
            first, start = before.old + before.length, before.new + before.length
            if not (0 < after.old - first <= MOST and 0 < after.new - start <= MOST):
                continue
            old, new = self._old.folded(first, after.old), self._new.folded(start, after.new)
            for at in corrected(old, new):
                weight += self._old.weight(first + at, first + at + 1)
        return weight
