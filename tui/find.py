"""Words to be found in the document on the screen, and where a stretch of text holds them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from documents.spans import Span

LONGEST = 256
"""Code points of the words that are looked for; what is longer is no search but a mistake."""
_GAP = 200
"""White space between two words at most: what stands further apart does not stand together."""
_PIECE = 32_768


@dataclass(frozen=True)
class Find:
    """Words to be found as they are written; white space stands for any.

    Capitals are told apart only where the words hold one, as less and vim have it, and accents
    only where they hold an accent. A plain quotation mark, apostrophe or hyphen stands for the
    typographic ones too.
    """

    words: str
    backward: bool = False

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    @property
    def piece(self) -> int:
        """Code points that can be searched at once in about a millisecond, in any text."""
        return max(2048, _PIECE * 8 // max(8, len(self.words)))

    @cached_property
    def _reach(self) -> int:
        """Code points that no match is longer than."""
        from tui.look_alikes import LONGEST_LETTER

        parts = self.words[:LONGEST].split()
        return sum(map(len, parts)) * LONGEST_LETTER + _GAP * (len(parts) - 1)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        from tui.look_alikes import LookAlikes

        alike = LookAlikes(self.words)
        words = self.words[:LONGEST].split()
        return re.compile(rf"\s{{1,{_GAP}}}".join(alike.pattern(word) for word in words))

    def within(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The matches in a stretch of the text, and those that reach into it."""
        for found in self._pattern.finditer(text, max(0, start - self._reach), end + self._reach):
            if found.end() > start and found.start() < end:
                yield Span(*found.span())

    def beginning(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The matches that begin in a stretch of the text."""
        for found in self._pattern.finditer(text, start, end + self._reach):
            if found.start() >= end:
                return
            yield Span(*found.span())

    def starts(self, text: str, start: int, end: int) -> list[int]:
        """Where in a stretch of the text matches begin: as ``beginning``, several times as fast."""
        found = [match.start() for match in self._pattern.finditer(text, start, end + self._reach)]
        return found[: bisect_left(found, end)]
