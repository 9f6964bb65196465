"""Which words of an old text are which of a new one, in order.

From the sure to the less sure: equal lines that each text has once, then series of words that a gap
between these has once on either side (patience diff, by Bram Cohen, with longer and shorter
series for lines), then, in gaps that are small, a longest common subsequence. At the end words are
given up that are alike by chance: few, far from all others that match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.anchoring.sequences import (
    Run,
    common_subsequence,
    heaviest_rising,
    joined,
    unique_pairs,
)
from annotations.anchoring.sliding import slid
from annotations.anchoring.tokens import Tokens
from annotations.steps import Step, at_once

_TELLING_LINE = 16
"""Code points a line needs to be known by itself; shorter ones, as in code, recur."""
_SERIES = (5, 3, 2)
"""How many words in a row are looked for, the longest first."""
_MANY, _SAMPLED = 5_000, 4
"""Words in a gap from which on only one series of so many is looked at; the rest follows."""
_SMALL = 64
"""The product of the lengths of two gaps up to which a common subsequence is all there is to it."""
_LARGEST = 4_000_000
"""The product of the lengths of two gaps up to which a common subsequence is looked for."""
_BY_CHANCE = 3
"""Words that match between gaps are given up if the gaps are so many times as long."""
_FEW = 8
"""Words in a row, at most, that can match by chance."""


class Gap(NamedTuple):
    """The words ``[old, old_end)`` of the old text, in whose place are ``[new, new_end)``."""

    old: int
    old_end: int
    new: int
    new_end: int


def align(old: Tokens, new: Tokens, step: Step = at_once) -> list[Run]:
    """The runs of equal words, in order in both texts. ``step`` is called between short steps."""
    runs: list[Run] = []
    by_lines = _equal_lines(old, new, step)
    for gap in _gaps(by_lines, Gap(0, len(old), 0, len(new))):
        runs += _aligned(old.keys, new.keys, gap, step)
    kept = without_chance(_in_order(by_lines, runs), old, new)
    return _follow_on(slid(kept, old, new))


def _equal_lines(old: Tokens, new: Tokens, step: Step) -> list[Run]:
    """Runs of words from lines that each text has once, and the equal words around those."""
    old_lines, new_lines = _Lines(old), _Lines(new)
    pairs = list(unique_pairs(old_lines.texts, new_lines.texts, step))
    runs = []
    for a, b in pairs:
        step()
        first, last = old_lines.words(a)
        runs.append(Run(first, new_lines.words(b)[0], last - first))
    return heaviest_rising(_follow_on(runs), step)


def _follow_on(runs: Sequence[Run]) -> list[Run]:
    """The runs, with those that continue each other in both texts as one."""
    found: list[Run] = []
    for run in runs:
        if found:
            last = found[-1]
            if last.old + last.length == run.old and last.new + last.length == run.new:
                found[-1] = Run(last.old, last.new, last.length + run.length)
                continue
        if run.length:
            found.append(run)
    return found


class _Lines:
    """The lines of a text that are long enough to be known again."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._starts: list[int] = []
        self.texts: list[str] = []
        start = 0
        for line in tokens.text.split("\n"):
            if len(line) >= _TELLING_LINE:
                self._starts.append(start)
                self.texts.append(line)
            start += len(line) + 1

    def words(self, number: int) -> tuple[int, int]:
        """The words of a line, as ``[first, last)``."""
        start = self._starts[number]
        return self._tokens.within(start, start + len(self.texts[number]))


def _gaps(runs: Sequence[Run], whole: Gap) -> Iterator[Gap]:
    """What is left between runs that are in order, empty gaps aside."""
    old, new = whole.old, whole.new
    for run in (*runs, Run(whole.old_end, whole.new_end, 0)):
        if run.old > old and run.new > new:
            yield Gap(old, run.old, new, run.new)
        old, new = run.old + run.length, run.new + run.length


def _aligned(old: list[int], new: list[int], whole: Gap, step: Step) -> list[Run]:
    """The runs inside a gap, in no order."""
    runs: list[Run] = []
    waiting = [(whole, 0)]
    while waiting:
        step()
        gap, level = waiting.pop()
        head, gap, tail = _trimmed(old, new, gap)
        found = [head, tail]
        if gap.old < gap.old_end and gap.new < gap.new_end:
            inside, level = _matched(old, new, gap, level, step)
            waiting += ((each, level) for each in _gaps(inside, gap) if inside and level >= 0)
            found += inside
        runs += (run for run in found if run.length)
    return runs


def _matched(
    old: list[int], new: list[int], gap: Gap, level: int, step: Step
) -> tuple[list[Run], int]:
    """Runs inside a gap, and how to go on in what is between: -1 where there is nothing more."""
    if (gap.old_end - gap.old) * (gap.new_end - gap.new) <= _SMALL:
        return _common(old, new, gap), -1
    for number in range(level, len(_SERIES)):
        if found := _common_series(old, new, gap, _SERIES[number], step):
            return found, number
    return _common(old, new, gap), -1


def _trimmed(old: list[int], new: list[int], gap: Gap) -> tuple[Run, Gap, Run]:
    """What is alike at the two ends of a gap, and what is left between."""
    a, a_end, b, b_end = gap
    while a < a_end and b < b_end and old[a] == new[b]:
        a, b = a + 1, b + 1
    while a < a_end and b < b_end and old[a_end - 1] == new[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    head, tail = Run(gap.old, gap.new, a - gap.old), Run(a_end, b_end, gap.old_end - a_end)
    return head, Gap(a, a_end, b, b_end), tail


def _common_series(old: list[int], new: list[int], gap: Gap, length: int, step: Step) -> list[Run]:
    """Runs of words from series that either side of the gap has once."""
    a, b = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
    if len(a) < length or len(b) < length:
        return []
    every = _SAMPLED if min(len(a), len(b)) > _MANY else 1
    places, others = _places(a, length, every), _places(b, length, every)
    pairs = unique_pairs(
        [tuple(a[at : at + length]) for at in places],
        [tuple(b[at : at + length]) for at in others],
        step,
    )
    runs = joined(((gap.old + places[x], gap.new + others[y]) for x, y in pairs), length)
    return _without_overlaps(heaviest_rising(runs, step))


def _places(keys: list[int], length: int, every: int) -> Sequence[int]:
    """Where series of words begin that are looked at: all, or those with one word of ``every``.

    Words are chosen by what they are, not by where they stand, so that it is the same series in
    both texts.
    """
    last = len(keys) - length + 1
    if every == 1:
        return range(last)
    return [at for at, key in enumerate(keys[:last]) if key % every == 0]


def _without_overlaps(runs: Sequence[Run]) -> list[Run]:
    """The runs, each without what the one before has of it: series overlap in the old text."""
    found: list[Run] = []
    for run in runs:
        over = max(0, found[-1].old + found[-1].length - run.old) if found else 0
        if over < run.length:
            found.append(Run(run.old + over, run.new + over, run.length - over))
    return found


def _common(old: list[int], new: list[int], gap: Gap) -> list[Run]:
    a, b = old[gap.old : gap.old_end], new[gap.new : gap.new_end]
    if len(a) * len(b) > _LARGEST:
        return []
    return joined((gap.old + x, gap.new + y) for x, y in common_subsequence(a, b))


def _in_order(*several: Sequence[Run]) -> list[Run]:
    return _follow_on(sorted(run for runs in several for run in runs))


def without_chance(runs: Sequence[Run], old: Tokens, new: Tokens) -> list[Run]:
    """The runs without those that are short beside the gaps on both their sides."""
    kept: list[Run] = [Run(0, 0, 0)]
    for run in (*runs, Run(len(old), len(new), 0)):
        while len(kept) > 1 and _is_by_chance(kept[-2], kept[-1], run, old, new):
            del kept[-1]
        kept.append(run)
    return kept[1:-1]


def _is_by_chance(before: Run, run: Run, after: Run, old: Tokens, new: Tokens) -> bool:
    """Whether a run between two others is short beside the gaps that part it from both."""
    left = max(run.old - before.old, run.new - before.new) - before.length
    right = max(after.old - run.old, after.new - run.new) - run.length
    if run.length * _BY_CHANCE > min(left, right):
        return False
    return run.length <= _FEW and not (
        _stands_alone(old, run.old, run.length) and _stands_alone(new, run.new, run.length)
    )


def _stands_alone(tokens: Tokens, first: int, length: int) -> bool:
    """Whether the words are all there are in their lines, as in a heading."""
    last = first + length
    return tokens.starts_line(first) and (last == len(tokens) or tokens.starts_line(last))
