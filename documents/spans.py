"""The span: how every part of a text is named."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The part ``[start, end)`` of a text, in code points."""

    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any code point lies both here and in ``[start, end)``."""
        return self.start < end and start < self.end

    def contains(self, offset: int) -> bool:
        """Whether the code point at ``offset`` lies here."""
        return self.start <= offset < self.end
