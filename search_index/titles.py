"""The title of a text: the first line that says anything, without a heading's marks."""

from __future__ import annotations

from documents.lazy_regex import lazy_regex
from documents.spans import Span

LONGEST = 200
"""Code points of a title."""

_AT_ONCE = 2000  # code points among which the title has to begin
_FIRST_WORD = lazy_regex(r"\w")
_LINE_END = lazy_regex(r"[\n\r]")
_LAST_SPACE = lazy_regex(r"\s(?=\S*\Z)")
_SENTENCE_END = lazy_regex(r"[.\u3002\uff0e\uff61\u0964\u06d4\u0589\u1362]\W*\Z")


def title_span(text: str) -> Span:
    """Where the title of ``text`` stands; an empty span where it has none.

    Of a paragraph that begins the text, all in one line, it is the beginning.
    """
    first = _FIRST_WORD.search(text, 0, _AT_ONCE)
    if first is None:
        return Span(0, 0)
    line = text[first.start() : first.start() + LONGEST]
    ended = _LINE_END.search(line)
    if ended is None and len(line) == LONGEST:
        ended = _LAST_SPACE.search(line)  # no word is cut in two
    return Span(first.start(), first.start() + (ended.start() if ended else len(line)))


def headline_span(text: str) -> Span:
    """Where the title of ``text`` stands if somebody wrote it to be one; else an empty span.

    A line too long for a headline, or one that ends as a statement does, is the beginning of the
    text itself. Case taken out makes no difference.
    """
    start, end = title_span(text)
    is_whole = end == len(text) or text[end] in "\n\r"
    if not is_whole or _SENTENCE_END.search(text, start, end):
        return Span(0, 0)
    return Span(start, end)
