"""Whether a passage still stands beside what it stood beside."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.anchoring.extents import Words, opens_paragraph
from annotations.anchoring.matches import Matches
from annotations.anchoring.sequences import Run
from annotations.anchoring.tokens import Tokens

SIDE = 10
"""Words on either side of a passage that tell whether it is in its place."""
_LEFT = 0.4
"""How much of them, as words are weighted, must be there."""
_APART = 8
"""Words that may have come between them and the passage."""


class Surroundings:
    """What stands around the passages of an old text in a new one."""

    def __init__(self, old: Tokens, new: Tokens, matches: Matches) -> None:
        self._old = old
        self._new = new
        self._matches = matches

    def sides_left(self, words: Words, found: Words, runs: Sequence[Run]) -> int:
        """On how many sides of a passage, 0 to 2, there still stands what stood there.

        ``found`` are its new words, and ``runs`` those of the old ones that are left.
        """
        before = self._is_left(words.first - SIDE, words.first, runs[0])
        after = self._is_left(words.last, words.last + SIDE, runs[-1])
        return (before and self._parted_alike(words.first, found.first)) + (
            after and self._parted_alike(words.last, found.last)
        )

    def _is_left(self, first: int, last: int, beside: Run) -> bool:
        first, last = max(0, first), min(last, len(self._old))
        if first >= last:
            return True
        shift = beside.new - beside.old
        runs = self._matches.within(first, last)
        near = [run for run in runs if abs(run.new - run.old - shift) <= _APART]
        return self._matches.weight(near) >= _LEFT * self._old.weight(first, last)

    def _parted_alike(self, word: int, found: int) -> bool:
        """Whether a paragraph begins, or none, before the word in either text.

        A near-copy of what was deleted often joins another paragraph; who edits a sentence leaves
        it in its own.
        """
        return opens_paragraph(self._old, word) == opens_paragraph(self._new, found)
