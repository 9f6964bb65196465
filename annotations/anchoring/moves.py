"""Passages of an old text that stand in another place in the new one.

They are sought by short series of words, and only among words that have no counterpart in the other
text: a place that another old passage has a claim to is nobody else's. That rule is what
makes a deleted boilerplate sentence lost, however many copies of it remain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.anchoring.sequences import Run, joined, unique_pairs
from annotations.anchoring.tokens import Tokens
from annotations.steps import Step, at_once
from documents.lazy_regex import lazy_regex

_SERIES = (4, 3)
_LEAST_WEIGHT = 14
"""What a moved run must say, as words are weighted: two or three telling words at least."""
_LEAST_LINE = 8
"""What a whole line must say that moved: one word, if it is long."""
_UNUSED = lazy_regex(b"\0+")
_BY_CHANCE = 8
"""Words that a moved run takes, at most, from what they were matched with before."""


def moved_runs(
    old: Tokens, new: Tokens, in_order: Sequence[Run], step: Step = at_once
) -> list[Run]:
    """The runs of equal words that moved, in the order of the old text."""
    free = _Both(_Free(len(old)), _Free(len(new)))
    for run in in_order:
        _take(free, run)
    found: list[Run] = []
    for length in _SERIES:
        for seed in _seeds(old.keys, new.keys, free, length, step):
            step()
            run = _drawn_out(seed, old.keys, new.keys, free)
            if run.length >= length and old.weight(run.old, run.old + run.length) >= _LEAST_WEIGHT:
                found.append(run)
                _take(free, run)
    for run in _moved_lines(old, new, free, step):
        found.append(run)
        _take(free, run)
    return _disjoint(sorted(found))


def _seeds(old: list[int], new: list[int], free: _Both, length: int, step: Step) -> list[Run]:
    """Runs from series of words that each text has once among the free ones, the longest first."""
    series, others = _series(old, free.old.parts, length), _series(new, free.new.parts, length)
    pairs = unique_pairs([key for _, key in series], [key for _, key in others], step)
    seeds = joined(((series[a][0], others[b][0]) for a, b in pairs), length)
    return sorted(seeds, key=lambda run: -run.length)


def _moved_lines(old: Tokens, new: Tokens, free: _Both, step: Step) -> Iterator[Run]:
    """Whole lines, however short, that each text has once among those that are free."""
    ours, theirs = list(_free_lines(old, free.old)), list(_free_lines(new, free.new))
    pairs = unique_pairs(
        [tuple(old.keys[first:last]) for first, last in ours],
        [tuple(new.keys[first:last]) for first, last in theirs],
        step,
    )
    for a, b in pairs:
        first, last = ours[a]
        if old.weight(first, last) >= _LEAST_LINE:
            yield Run(first, theirs[b][0], last - first)


def _free_lines(tokens: Tokens, free: _Free) -> Iterator[tuple[int, int]]:
    """The lines of whose words half or more have no counterpart, as words ``[first, last)``.

    That the others have one is by chance, if the same line stands in the other text.
    """
    last = 0
    for start, end in free.parts:
        for word in range(max(start, last), end):
            if word < last:
                continue
            first, last = tokens.line(word)
            if 2 * sum(free.used[first:last]) <= last - first:
                yield first, last


def _take(free: _Both, run: Run) -> None:
    free.old.take(run.old, run.length)
    free.new.take(run.new, run.length)


class _Free:
    """The words of one text that have no counterpart; ``used`` is 1 for each of the others."""

    def __init__(self, length: int) -> None:
        self.used = bytearray(length)

    def take(self, start: int, length: int) -> None:
        """Words that now have a counterpart."""
        self.used[start : start + length] = b"\1" * length

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The free words, as the stretches ``[start, end)`` that they make."""
        return [match.span() for match in _UNUSED.finditer(self.used)]


class _Both(NamedTuple):
    """The free words of both texts."""

    old: _Free
    new: _Free


def _series(
    keys: list[int], parts: Sequence[tuple[int, int]], length: int
) -> list[tuple[int, tuple[int, ...]]]:
    """Each series of words that lies in one free part, with where it starts."""
    found: list[tuple[int, tuple[int, ...]]] = []
    for start, end in parts:
        words = keys[start:end]
        found += enumerate(zip(*(words[n:] for n in range(length)), strict=False), start)
    return found


def _drawn_out(seed: Run, old: list[int], new: list[int], free: _Both) -> Run:
    """The longest stretch of a seed that is still free, and the equal free words around it.

    A few equal words further on that something else was matched with by chance belong to it too.
    """
    shift = seed.new - seed.old

    def is_free(at: int) -> bool:
        used = free.old.used, free.new.used
        return _alike(at, shift, old, new) and not (used[0][at] or used[1][at + shift])

    first = next((at for at in range(seed.old, seed.old + seed.length) if is_free(at)), -1)
    if first < 0:
        return Run(seed.old, seed.new, 0)
    last = first
    while is_free(last):
        last += 1
    while is_free(first - 1):
        first -= 1
    most = min(_BY_CHANCE, last - first)
    begin, end = first, last
    while begin > first - most and _alike(begin - 1, shift, old, new):
        begin -= 1
    while end < last + most and _alike(end, shift, old, new):
        end += 1
    return Run(begin, begin + shift, end - begin)


def _disjoint(runs: Sequence[Run]) -> list[Run]:
    """The runs, sorted by ``old``, with each old word in but one of them: in the longer."""
    found: list[Run] = []
    for run in runs:
        over = found[-1].old + found[-1].length - run.old if found else 0
        if over < 0 or not found:
            found.append(run)
            continue
        last = found[-1]
        if run.new - run.old == last.new - last.old:
            found[-1] = Run(last.old, last.new, max(last.length, last.length + run.length - over))
        elif over >= run.length:
            continue
        elif run.length <= last.length:
            found.append(Run(run.old + over, run.new + over, run.length - over))
        else:
            found[-1] = Run(last.old, last.new, last.length - over)
            found.append(run)
    return [run for run in found if run.length]


def _alike(at: int, shift: int, old: list[int], new: list[int]) -> bool:
    return 0 <= at < len(old) and 0 <= at + shift < len(new) and old[at] == new[at + shift]
