"""Where the passages of an old text stand in a new one, as far as that is sure.

Lines that occur once in each text are matched, the longest series of them in the same order is
kept (patience diff, by Bram Cohen), and the matches are drawn out over the equal lines around
them. What is left are gaps; the characters at their ends that are alike belong together too. Long
lines that occur once in each text but in another order have moved.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from documents.spans import Span

_SURELY_MOVED = 24
"""Code points a line must have to be known again in another place; shorter ones recur."""


class Block(NamedTuple):
    """``old[start:start + length]`` stands unchanged at ``new`` in the new text."""

    start: int
    new: int
    length: int


class TextMapping:
    """The unchanged passages of ``old`` in ``new``."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        lines = _matched_lines(_Lines(old), _Lines(new))
        self._blocks = _joined(_with_gap_ends(old, new, lines.in_order))
        self._starts = [block.start for block in self._blocks]
        self._moved = _joined(lines.moved)
        self._moved_starts = [block.start for block in self._moved]
        claimed = sorted((block.new, block.new + block.length) for block in lines.every)
        self._claimed_starts = [start for start, _ in claimed]
        self._claimed_ends = [end for _, end in claimed]

    def unchanged(self, start: int, end: int) -> Span | None:
        """Where ``old[start:end]`` stands in the new text, if it is in one unchanged passage."""
        for blocks, starts in ((self._blocks, self._starts), (self._moved, self._moved_starts)):
            number = bisect_right(starts, start) - 1
            if number >= 0 and end <= blocks[number].start + blocks[number].length:
                shift = blocks[number].new - blocks[number].start
                return Span(start + shift, end + shift)
        return None

    def surroundings(self, start: int, end: int) -> tuple[Span, Span]:
        """The gap of the old text around ``[start, end)``, and what takes its place in the new.

        Both are bounded by the nearest unchanged passages on either side.
        """
        before = bisect_right(self._starts, start) - 1
        after = bisect_left(self._starts, end)
        old_start = new_start = 0
        old_end, new_end = len(self.old), len(self.new)
        if before >= 0:
            block = self._blocks[before]
            inside = min(block.length, start - block.start)
            old_start, new_start = block.start + inside, block.new + inside
        if 0 <= after - 1 < len(self._blocks) and after - 1 != before:
            block = self._blocks[after - 1]
            if end <= block.start + block.length:
                return Span(old_start, end), Span(new_start, block.new + end - block.start)
        if after < len(self._blocks):
            old_end, new_end = self._blocks[after].start, self._blocks[after].new
        return Span(old_start, old_end), Span(new_start, new_end)

    def is_claimed(self, start: int, end: int) -> bool:
        """Whether a whole line of the old text has its place in ``new[start:end]``."""
        number = bisect_right(self._claimed_ends, start)
        return number < len(self._claimed_starts) and self._claimed_starts[number] < end


class _Lines:
    """A text's lines, without what ends them, and where each begins."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.starts: list[int] = []
        position = 0
        for line in self.lines:
            self.starts.append(position)
            position += len(line) + 1

    def once(self) -> dict[str, int]:
        """The lines that occur once, with their numbers."""
        counts = Counter(self.lines)
        return {line: n for n, line in enumerate(self.lines) if counts[line] == 1 and line.strip()}


class _Matches(NamedTuple):
    in_order: list[Block]
    moved: list[Block]

    @property
    def every(self) -> Iterator[Block]:
        yield from (block for block in self.in_order if block.length)
        yield from self.moved


def _matched_lines(old: _Lines, new: _Lines) -> _Matches:
    new_once = new.once()
    unique = [(n, new_once[line]) for line, n in old.once().items() if line in new_once]
    kept = _longest_rising(unique)
    pairs = _drawn_out(old.lines, new.lines, kept)
    in_order = [_block(old, new, a, b) for a, b in pairs]
    used = {a for a, _ in pairs}
    moved = [
        _block(old, new, a, b)
        for a, b in unique
        if a not in used and len(old.lines[a].strip()) >= _SURELY_MOVED
    ]
    return _Matches(in_order, moved)


def _block(old: _Lines, new: _Lines, a: int, b: int) -> Block:
    """The match of two equal lines, with the newline after them where both have one."""
    more = a + 1 < len(old.lines) and b + 1 < len(new.lines)
    return Block(old.starts[a], new.starts[b], len(old.lines[a]) + more)


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence of ``pairs``, sorted by their first, whose second rises too."""
    ends: list[int] = []
    at: list[int] = []
    previous: list[int] = []
    for n, (_, b) in enumerate(pairs):
        place = bisect_left(ends, b)
        previous.append(at[place - 1] if place else -1)
        if place == len(ends):
            ends.append(b)
            at.append(n)
        else:
            ends[place], at[place] = b, n
    found: list[tuple[int, int]] = []
    n = at[-1] if at else -1
    while n >= 0:
        found.append(pairs[n])
        n = previous[n]
    return found[::-1]


def _drawn_out(
    old: Sequence[str], new: Sequence[str], kept: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The matches in ``kept``, and the equal lines right before and after each, in order."""
    edges = [(-1, -1), *kept, (len(old), len(new))]
    pairs: list[tuple[int, int]] = []
    for (a, b), (next_a, next_b) in pairwise(edges):
        if a >= 0:
            pairs.append((a, b))
        first_a, first_b = a + 1, b + 1
        while first_a < next_a and first_b < next_b and old[first_a] == new[first_b]:
            pairs.append((first_a, first_b))
            first_a, first_b = first_a + 1, first_b + 1
        upwards: list[tuple[int, int]] = []
        while next_a > first_a and next_b > first_b and old[next_a - 1] == new[next_b - 1]:
            next_a, next_b = next_a - 1, next_b - 1
            upwards.append((next_a, next_b))
        pairs += reversed(upwards)
    return pairs


def _with_gap_ends(old: str, new: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, and what is alike at the two ends of each gap between them."""
    a = b = 0
    for block in [*blocks, Block(len(old), len(new), 0)]:
        head = _alike(old[a : block.start], new[b : block.new])
        yield Block(a, b, head)
        a, b = a + head, b + head
        tail = _alike(old[a : block.start][::-1], new[b : block.new][::-1])
        yield Block(block.start - tail, block.new - tail, tail)
        yield block
        a, b = block.start + block.length, block.new + block.length


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _joined(blocks: Iterator[Block] | Sequence[Block]) -> list[Block]:
    """The blocks in order of the old text; those that follow on in both texts become one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and last.start + last.length == block.start and last.new + last.length == block.new:
            joined[-1] = Block(last.start, last.new, last.length + block.length)
        elif block.length:
            joined.append(block)
    return joined
