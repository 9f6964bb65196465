"""The runs of equal words of two texts, to be asked by their place in the old one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens


class Remains(NamedTuple):
    """What is left of a passage: runs clipped to it, and how much their words say."""

    runs: list[Run]
    weight: int


class Matches:
    """Runs in the order of the old text, none of which overlaps the next there."""

    def __init__(self, runs: Sequence[Run], old: Tokens, new: Tokens) -> None:
        self.runs = runs
        self._starts = [run.old for run in runs]
        self._old = old
        self._ends = len(old), len(new)

    def covering(self, first: int, last: int) -> Run | None:
        """The run that the old words ``[first, last)`` all lie in."""
        number = bisect_right(self._starts, first) - 1
        if number >= 0 and last <= self.runs[number].old + self.runs[number].length:
            return self.runs[number]
        return None

    def within(self, first: int, last: int) -> list[Run]:
        """The runs that have words in ``[first, last)``, clipped to it."""
        found: list[Run] = []
        for number in range(max(0, bisect_right(self._starts, first) - 1), len(self.runs)):
            run = self.runs[number]
            if run.old >= last:
                break
            begin, end = max(run.old, first), min(run.old + run.length, last)
            if begin < end:
                found.append(Run(begin, run.new + begin - run.old, end - begin))
        return found

    def before(self, word: int) -> tuple[int, int]:
        """Where, in either text, the last word that matches before the old ``word`` ends."""
        number = bisect_right(self._starts, word - 1) - 1
        if number < 0:
            return 0, 0
        run = self.runs[number]
        length = min(run.length, word - run.old)
        return run.old + length, run.new + length

    def after(self, word: int) -> tuple[int, int]:
        """Where, in either text, the first run that starts at the old ``word`` or later begins."""
        number = bisect_right(self._starts, word - 1)
        if number == len(self.runs):
            return self._ends
        return self.runs[number].old, self.runs[number].new

    def weight(self, runs: Sequence[Run]) -> int:
        """How much the words of the runs say."""
        return sum(self._old.weight(run.old, run.old + run.length) for run in runs)

    def closest(self, first: int, last: int, close: int) -> Remains:
        """What is left of ``[first, last)`` in one place, parted by ``close`` new words at most.

        Of several such places the one that says most.
        """
        runs = sorted(self.within(first, last), key=lambda run: run.new)
        most = begin = weight = 0
        where = (0, 0)
        for number, run in enumerate(runs):
            if number > begin and run.new > runs[number - 1].new + runs[number - 1].length + close:
                begin, weight = number, 0
            weight += self._old.weight(run.old, run.old + run.length)
            if weight > most:
                most, where = weight, (begin, number + 1)
        return Remains(runs[slice(*where)], most)
