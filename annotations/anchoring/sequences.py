"""Which parts of two sequences belong together: the longest series, the common subsequence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotations.steps import Step, at_once

_A_STEP = 1_000
"""Elements that are looked at in a step."""


class Run(NamedTuple):
    """``length`` elements from ``old`` on in the one sequence equal those from ``new`` on."""

    old: int
    new: int
    length: int


def joined(pairs: Iterable[tuple[int, int]], length: int = 1) -> list[Run]:
    """Runs of the pairs, sorted by their first: those that overlap or follow on become one.

    Each pair stands for ``length`` elements.
    """
    runs: list[Run] = []
    begin, shift, end = 0, 0, -1
    for old, new in pairs:
        if old > end or new - old != shift:
            if end >= 0:
                runs.append(Run(begin, begin + shift, end - begin))
            begin, shift = old, new - old
        end = old + length
    if end >= 0:
        runs.append(Run(begin, begin + shift, end - begin))
    return runs


def unique_pairs(
    old: Sequence[Hashable], new: Sequence[Hashable], step: Step = at_once
) -> Iterator[tuple[int, int]]:
    """The places of what occurs once in each of the two, in the order of the first."""
    in_new = _once(new, step)
    for element, at in _once(old, step).items():
        other = in_new.get(element)
        if other is not None:
            yield at, other


def _once(elements: Sequence[Hashable], step: Step) -> dict[Hashable, int]:
    """Where each element stands that occurs but once."""
    counts = Counter(elements[:_A_STEP])
    for start in range(_A_STEP, len(elements), _A_STEP):
        step()
        counts.update(elements[start : start + _A_STEP])
    once: dict[Hashable, int] = {}
    for start in range(0, len(elements), _A_STEP):
        several = enumerate(elements[start : start + _A_STEP], start)
        once |= {element: at for at, element in several if counts[element] == 1}
        step()
    return once


def heaviest_rising(runs: Sequence[Run], step: Step = at_once) -> list[Run]:
    """The series of runs, sorted by ``old``, that rises in ``new`` too and has most elements.

    A longest increasing subsequence (Fredman 1975) with weights.
    """
    if all(a.new + a.length <= b.new for a, b in pairwise(runs)):
        return list(runs)
    tops: list[tuple[int, int, int]] = []  # (end in new, weight, run), both rising: the best so far
    before: list[int] = []
    for number, run in enumerate(runs):
        place = bisect_left(tops, (run.new + 1, -1, -1)) - 1
        before.append(tops[place][2] if place >= 0 else -1)
        weight = run.length + (tops[place][1] if place >= 0 else 0)
        _enter(tops, (run.new + run.length, weight, number))
        if number % _A_STEP == 0:
            step()
    series: list[Run] = []
    number = tops[-1][2] if tops else -1
    while number >= 0:
        series.append(runs[number])
        number = before[number]
    return series[::-1]


def _enter(tops: list[tuple[int, int, int]], top: tuple[int, int, int]) -> None:
    """Puts in a series' end where no lighter one ends later, and takes out what it outweighs."""
    place = bisect_left(tops, (top[0] + 1, -1, -1))
    if place and tops[place - 1][1] >= top[1]:
        return
    last = place
    while last < len(tops) and tops[last][1] <= top[1]:
        last += 1
    first = place
    while first and tops[first - 1][0] == top[0]:
        first -= 1
    tops[first:last] = [top]


def common_subsequence(old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """The places of a longest common subsequence.

    Bit-parallel (Hyyrö, "Bit-parallel LCS-length computation revisited", 2004), a row of bits for
    each element of ``new``; a place in ``old`` that is 0 in a row ends a longer subsequence.
    """
    masks: dict[int, int] = {}
    for at, key in enumerate(old):
        masks[key] = masks.get(key, 0) | 1 << at
    every = (1 << len(old)) - 1
    row = every
    rows = [row]
    for key in new:
        matching = row & masks.get(key, 0)
        row = ((row + matching) | (row - matching)) & every
        rows.append(row)
    pairs: list[tuple[int, int]] = []
    a, b = len(old) - 1, len(new) - 1
    while a >= 0 and b >= 0:
        if rows[b + 1] >> a & 1:  # this element of old ends nothing
            a -= 1
        elif not rows[b] >> a & 1:  # it did so before this element of new
            b -= 1
        else:
            pairs.append((a, b))
            a, b = a - 1, b - 1
    return pairs[::-1]
