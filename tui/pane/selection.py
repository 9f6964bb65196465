"""Selecting part of a text word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from documents.graphemes import cluster_end
from documents.spans import Span

_REACH = 4096
"""Code points within which a neighbouring word is looked for; text without any is cut there."""

# Marks that are part of the letter before them and no word characters to ``re``; of Indic scripts
# whole blocks, less the danda.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0966-\u0df3"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe0e\ufe0f\ufe20-\ufe2f"
)
_NO_SPACES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NO_SPACES_MARKS = (
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    r"\u102b-\u103e\u1056-\u1059\u17b4-\u17d3\u17dd\u3099\u309a\ufe0e\ufe0f"
)

# A word with what belongs to it: inner apostrophes, hyphens, points and commas between
# characters, so that "don't", "5,93" and "U.S" are one step. Han, kana and other scripts written
# without spaces are stepped through by character.
_LETTERS = rf"(?:(?![{_NO_SPACES}])\w[{_MARKS}]*)+"
_WORD = rf"[{_NO_SPACES}][{_NO_SPACES_MARKS}]*|{_LETTERS}(?:[’'.,·:@/-]{_LETTERS})*"


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
    """Two stretches of text and all between them: where it began, and where it has got to.

    ``of`` is the id of the annotation whose span is being changed; empty where none is.
    """

    anchor: Span
    head: Span
    of: str = ""

    @property
    def span(self) -> Span:
        """The part of the text that is selected."""
        return Span(min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end))

    def swapped(self) -> Selection:
        """The same part, moved from its other end."""
        return replace(self, anchor=self.head, head=self.anchor)

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
        """With its moving edge ``count`` characters on, or back, though it cuts into a word.

        A character is a grapheme cluster; one stays selected.
        """
        anchor, head = self.anchor, self.head
        if head.start >= anchor.start:
            end = max(_edge(text, head.end, count), _edge(text, anchor.start, 1))
            head = Span(min(head.start, end - 1), end)
            return replace(self, anchor=Span(anchor.start, min(anchor.end, end)), head=head)
        start = min(_edge(text, head.start, count), _edge(text, anchor.end, -1))
        head = Span(start, max(head.end, start + 1))
        return replace(self, anchor=Span(max(anchor.start, start), anchor.end), head=head)

    def to(self, span: Span) -> Selection:
        """With its head at ``span``."""
        return replace(self, head=span)


def covering(text: str, span: Span, of: str = "") -> Selection:
    """All of ``span`` selected, from its first word to its last, so that words come and go whole.

    An end that cuts into a word, or stands behind a full stop, stays where it is.
    """
    first, last = word_at(text, span.start), word_at(text, span.end - 1)
    whole = first is not None and first.start == span.start and first.end <= span.end
    anchor = first if whole and first else Span(span.start, span.start + 1)
    whole = last is not None and last.end == span.end and last.start >= span.start
    head = last if whole and last else Span(span.end - 1, span.end)
    return Selection(anchor, head, of)


def _edge(text: str, edge: int, count: int) -> int:
    """``edge`` moved by ``count`` grapheme clusters."""
    for _ in range(abs(count)):
        if edge == (len(text) if count > 0 else 0):
            break
        edge = cluster_end(text, edge + 1, len(text)) if count > 0 else _cluster_start(text, edge)
    return edge


def _cluster_start(text: str, end: int) -> int:
    """Where the cluster that ends at ``end`` begins."""
    start = end - 1
    while start > 0 and cluster_end(text, start, start + 1) > start:
        start -= 1
    return start
