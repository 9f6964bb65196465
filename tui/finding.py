"""Finding words in the document on the screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from documents.spans import Span

_BACK = 65_536
"""Code points searched at once on the way backwards."""
_GAP = 128
"""Code points of white space between two words, beyond which a match is not marked whole."""


@dataclass(frozen=True)
class Find:
    """Words to be found as they are written; white space stands for any.

    Capitals are told apart only where the words hold one, as less and vim have it.
    """

    words: str
    backward: bool = False

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        escaped = r"\s+".join(re.escape(part) for part in self.words.split())
        flags = re.NOFLAG if any(c.isupper() for c in self.words) else re.IGNORECASE
        return re.compile(escaped, flags)

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    def within(self, text: str, start: int, end: int) -> Iterator[Span]:
        """The matches in a stretch of the text, and those that reach into it."""
        reach = len(self.words) + _GAP * (len(self.words.split()) - 1)
        for found in self._pattern.finditer(text, max(0, start - reach), end + reach):
            if found.end() > start and found.start() < end:
                yield Span(*found.span())

    def onward(self, text: str, offset: int, end: int | None = None) -> Span | None:
        """The first match that starts at or behind ``offset`` and ends before ``end``, if given."""
        found = self._pattern.search(text, offset, len(text) if end is None else end)
        return Span(*found.span()) if found else None

    def back(self, text: str, offset: int) -> Span | None:
        """The last match that starts before ``offset``."""
        end = offset
        while end > 0:
            start = max(0, end - _BACK)
            last = None
            for found in self._pattern.finditer(text, start, min(len(text), end + 1024)):
                if found.start() >= end:
                    break
                last = Span(*found.span())
            if last is not None:
                return last
            end = start
        return None
