"""A row that is not kept longer than it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.strip import Strip


class WholeStrip(Strip):
    """A strip that is mostly shown whole: cut at its end alone, it is itself.

    Textual's own keeps that in a cache of its own, and so refers to itself: nothing but a garbage
    collection frees it. Paging would fill megabytes between two of them.
    """

    __slots__ = ()

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """The strip in pieces that end at ``cuts``, in columns."""
        wanted = list(cuts)
        return [self] if wanted == [self.cell_length] else super().divide(wanted)
