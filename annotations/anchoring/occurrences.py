"""Where a quote stands in a text, letter for letter or with other white space.

Quotes come from files that anybody may have written: each search has an end, however the quote and
the text repeat themselves, and is done in steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.steps import Step, at_once
from documents.spans import Span

_ENOUGH = 10_000
"""Places of one quote that are looked at; a quote with more says nothing about where it stood."""
_COMPARED = 16_000_000
"""Code points of a quote times its places, beyond which no more places are looked at."""
_LOOKED_THROUGH = 250_000
"""Code points of the text that are looked through in a step."""
_EFFORT = 2_000_000
"""Words and signs of space that are compared one by one for all quotes of one text together."""


class Occurrences:
    """Finds quotes as they stand in one text. ``step`` is called between short steps."""

    def __init__(self, text: str, step: Step = at_once) -> None:
        self._text = text
        self._step = step
        self._effort = _EFFORT

    def exact(self, quote: str) -> list[Span]:
        """Where a quote stands letter for letter, overlaps included: two places, if there are."""
        enough = max(2, min(_ENOUGH, _COMPARED // max(1, len(quote))))
        places: list[Span] = []
        for at in self._found(quote):
            places.append(Span(at, at + len(quote)))
            if len(places) == enough:
                break
        return places

    def loose(self, quote: str) -> list[Span]:
        """Where a quote of several words stands with any white space for white space.

        Nowhere, where to tell would take too long.
        """
        words = quote.split()
        if len(words) < 2:
            return []
        longest = max(range(len(words)), key=lambda number: len(words[number]))
        before, after = words[:longest][::-1], words[longest + 1 :]
        places: list[Span] = []
        for at in self._found(words[longest]):
            self._effort -= 1
            end = self._behind(at + len(words[longest]), after)
            start = self._in_front(at, before) if end >= 0 else -1
            if self._effort < 0:
                return []
            if start >= 0:
                places.append(Span(start, end))
            if len(places) == _ENOUGH:
                break
        return places

    def _found(self, part: str) -> Iterator[int]:
        """The offsets at which a part of a quote stands."""
        reach = max(_LOOKED_THROUGH, len(part))
        for start in range(0, len(self._text), reach):
            last = start + reach + len(part) - 1
            at = self._text.find(part, start, last)
            while at >= 0:
                yield at
                self._step()
                at = self._text.find(part, at + 1, last)
            self._step()

    def _behind(self, at: int, words: Sequence[str]) -> int:
        """Where words end that follow from ``at`` on, each after white space; else -1."""
        for word in words:
            end = at
            while end < len(self._text) and self._text[end].isspace():
                end += 1
            if not self._may_go_on(end - at) or not self._text.startswith(word, end):
                return -1
            at = end + len(word)
        return at

    def _in_front(self, at: int, words: Sequence[str]) -> int:
        """Where words begin that stand before ``at``, the last one first; else -1."""
        for word in words:
            start = at
            while start and self._text[start - 1].isspace():
                start -= 1
            if not self._may_go_on(at - start) or not self._text.endswith(word, 0, start):
                return -1
            at = start - len(word)
        return at

    def _may_go_on(self, space: int) -> bool:
        """Whether there is space at all, and time left to compare more."""
        self._effort -= 1 + space
        if self._effort % 64 == 0:
            self._step()
        return space > 0 and self._effort >= 0
