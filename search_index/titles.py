"""The title of a text: the first line that says anything, without a heading's marks."""

from __future__ import annotations

import re

from documents.spans import Span

_LONGEST = 200  # code points
_AT_ONCE = 2000  # code points among which the title has to begin
_FIRST_WORD = re.compile(r"\w")
_LINE_END = re.compile(r"[\n\r]")
_LAST_SPACE = re.compile(r"\s(?=\S*\Z)")


def title_span(text: str) -> Span:
    """Where the title of ``text`` stands; an empty span where it has none.

    Of a paragraph that begins the text, all in one line, it is the beginning.
    """
    first = _FIRST_WORD.search(text, 0, _AT_ONCE)
    if first is None:
        return Span(0, 0)
    line = text[first.start() : first.start() + _LONGEST]
    ended = _LINE_END.search(line)
    if ended is None and len(line) == _LONGEST:
        ended = _LAST_SPACE.search(line)  # no word is cut in two
    return Span(first.start(), first.start() + (ended.start() if ended else len(line)))
