"""Selecting part of a text word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from unicodedata import combining

from documents.spans import Span

_REACH = 4096
"""Code points within which a neighbouring word is looked for; text without any is cut there."""

# A word with what belongs to it: inner apostrophes, hyphens, points and commas between
# characters, so that "don't", "5,93" and "U.S" are one step. Han, kana and other scripts written
# without spaces are stepped through by character.
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = (
    rf"[{_NO_SPACES}][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
    rf"|(?:(?![{_NO_SPACES}])[\w\u0300-\u036f\u0900-\u0903\u093a-\u094f\u200c\u200d])+"
    rf"(?:[’'.,·:@/-](?![{_NO_SPACES}])[\w\u0300-\u036f]+)*"
)


@cache  # compiled when first needed: a reader starts without selecting
def _word() -> re.Pattern[str]:
    return re.compile(_WORD)


def word_at(text: str, offset: int) -> Span | None:
    """The word at ``offset``, or the next one near."""
    start = max(0, offset - 64)
    while start > 0 and start > offset - _REACH and not text[start - 1].isspace():
        start -= 1
    for found in _word().finditer(text, start, min(len(text), offset + _REACH)):
        if found.end() > offset:
            return Span(*found.span())
    return None


def word_after(text: str, offset: int) -> Span | None:
    """The first word that starts at or after ``offset``."""
    found = _word().search(text, offset, min(len(text), offset + _REACH))
    return Span(*found.span()) if found else None


def word_before(text: str, offset: int) -> Span | None:
    """The last word that ends at or before ``offset``."""
    start = max(0, offset - 256)
    while True:
        while start > 0 and not text[start - 1].isspace() and offset - start < _REACH:
            start -= 1
        last: Span | None = None
        for found in _word().finditer(text, start, offset):
            last = Span(*found.span())
        if last is not None or start == 0 or offset - start >= _REACH:
            return last
        start = max(0, start - 1024)


@dataclass(frozen=True, slots=True)
class Selection:
    """Two stretches of text and all between them: where it began, and where it has got to."""

    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """The part of the text that is selected."""
        return Span(min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end))

    def swapped(self) -> Selection:
        """The same part, moved from its other end."""
        return Selection(self.head, self.anchor)

    def by_word(self, text: str, count: int) -> Selection:
        """With its head ``count`` words on, or back where negative."""
        head = self.head
        for _ in range(abs(count)):
            onward = word_after(text, head.end) if count > 0 else word_before(text, head.start)
            if onward is None:
                break
            head = onward
        return replace(self, head=head)

    def by_character(self, text: str, count: int) -> Selection:
        """With its moving edge ``count`` code points on, or back; no grapheme cluster is cut."""
        if self.head.start >= self.anchor.start:
            end = _edge(text, self.head.end, count)
            end = max(end, self.anchor.start + 1)
            return replace(self, head=Span(min(self.head.start, end - 1), end))
        start = min(_edge(text, self.head.start, count), self.anchor.end - 1)
        return replace(self, head=Span(start, max(self.head.end, start + 1)))

    def to(self, span: Span) -> Selection:
        """With its head at ``span``."""
        return replace(self, head=span)


def _edge(text: str, edge: int, count: int) -> int:
    """``edge`` moved by ``count`` code points, and past what combines with the one before."""
    moved = min(max(edge + count, 0), len(text))
    while 0 < moved < len(text) and (combining(text[moved]) or text[moved] in "\u200d\ufe0f"):
        moved += 1 if count > 0 else -1
    return moved
