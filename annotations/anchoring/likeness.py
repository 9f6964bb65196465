"""Words that are nearly the same: misspelt, inflected, read wrongly by a scanner."""

from __future__ import annotations

from collections.abc import Sequence

_LIKE = 0.6
"""The share of the longer word that the two begin and end with alike."""
MOST = 40
"""Words in a gap beyond which nobody corrected a word here and there."""


def nearly_alike(one: str, other: str) -> bool:
    """Whether one word may be the other, corrected; both are folded."""
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    if shorter < _LIKE * longer:
        return False
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start + end >= _LIKE * longer


def corrected(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Which of the old words have a word nearly alike among the new, in order.

    The longest common subsequence under that relation, by dynamic programming: for ``MOST`` words.
    """
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for a in range(len(old) - 1, -1, -1):
        for b in range(len(new) - 1, -1, -1):
            best[a][b] = max(best[a + 1][b], best[a][b + 1])
            if best[a][b] <= best[a + 1][b + 1] and nearly_alike(old[a], new[b]):
                best[a][b] = best[a + 1][b + 1] + 1
    found: list[int] = []
    a = b = 0
    while a < len(old) and b < len(new):
        if best[a][b] == best[a + 1][b]:
            a += 1
        elif best[a][b] == best[a][b + 1]:
            b += 1
        else:
            found.append(a)
            a, b = a + 1, b + 1
    return found
