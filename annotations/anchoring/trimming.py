"""What two long texts have in common at their ends, which need not be looked at word by word."""

from __future__ import annotations

from typing import NamedTuple

from documents.spans import Span

_LONG = 300_000
"""Code points of a text from which on its unchanged ends are left out."""
_AROUND = 2_000
"""Code points of the unchanged ends that are looked at all the same, beside what changed."""
_BY_LINES = 8_000_000
"""Code points of what has changed from which on lines are compared, and no words."""


class Trimmed(NamedTuple):
    """The parts of two texts that are to be compared, and how."""

    old: Span
    new: Span
    by_lines: bool


def trimmed(old: str, new: str) -> Trimmed:
    """What is left of two texts without the lines that both begin and end with."""
    head = tail = 0
    if max(len(old), len(new)) > _LONG:
        head = max(0, _alike(old, new) - _AROUND)
        head = old.rfind("\n", 0, head) + 1
        most = min(len(old), len(new)) - head
        tail = max(0, min(most, _alike_at_the_end(old, new)) - _AROUND)
        tail = len(old) - (old.find("\n", len(old) - tail) + 1 or len(old))
    parts = Span(head, len(old) - tail), Span(head, len(new) - tail)
    return Trimmed(*parts, by_lines=max(end - start for start, end in parts) > _BY_LINES)


def _alike(one: str, other: str) -> int:
    """How many code points the two begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_the_end(one: str, other: str) -> int:
    """How many code points the two end with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        ends = len(one) - low, len(other) - low
        if one[len(one) - middle : ends[0]] == other[len(other) - middle : ends[1]]:
            low = middle
        else:
            high = middle - 1
    return low
