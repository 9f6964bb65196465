"""Cuts a text of any length into chunks that can be worked on one at a time.

A chunk's limits depend on nothing but its number and the text near it, so that what is found in
it never depends on which part of the text was asked about before.
"""

from __future__ import annotations

import re

from documents.graphemes import cluster_end
from documents.lazy_regex import lazy_regex
from documents.newlines import NEWLINES, PARAGRAPH_END

CHUNK = 8192
"""Code points in a chunk, about: a limit is sought from each multiple of it on."""

_NEWLINE = rf"(?:\r\n|[{NEWLINES}])"
_LINE_END = lazy_regex(_NEWLINE)
_BLANK_LINE = lazy_regex(rf"{_NEWLINE}[^\S{NEWLINES}]*{_NEWLINE}|{PARAGRAPH_END}")
_SENTENCE_LINE = lazy_regex(rf"[.!?…。！？][\"'”’»)\]]*{_NEWLINE}")
_SENTENCE = lazy_regex(r"[.!?…][\"'”’»)\]]*\s|[。！？][”’」』）]*")
_SPACE = lazy_regex(r"\s")
_LONG_LINE = lazy_regex(rf"[^{NEWLINES}]{{101}}")


def chunk_count(text: str) -> int:
    """How many chunks the text has."""
    return -(-len(text) // CHUNK)


def chunk_limit(text: str, number: int) -> int:
    """Where the chunk of this number starts; that of ``chunk_count`` is the end of the text.

    The first blank line from ``number * CHUNK`` on, else the best place short of the next
    multiple: a newline, the end of a sentence, white space, and at last any place that does not
    split a grapheme cluster.
    """
    start = number * CHUNK
    if start <= 0:
        return 0
    if start >= len(text):
        return len(text)
    end = min(len(text), start + CHUNK - 1)
    for pattern in _limits(text, start, end):
        match = pattern.search(text, start, end)
        if match:
            return _past_newline(text, match.end())
    return cluster_end(text, start, end)


def is_blank(text: str, number: int) -> bool:
    """Whether the chunk of this number, and what may follow it, is known to be blank: at once."""
    return text[number * CHUNK : (number + 2) * CHUNK].isspace()


def _limits(text: str, start: int, end: int) -> tuple[re.Pattern[str], ...]:
    """The places to cut at, best first: in long lines a newline ends a paragraph."""
    if _LONG_LINE.search(text, start, end):
        return _BLANK_LINE, _SENTENCE_LINE, _LINE_END, _SENTENCE, _SPACE
    return _BLANK_LINE, _SENTENCE_LINE, _SENTENCE, _LINE_END, _SPACE


def _past_newline(text: str, offset: int) -> int:
    return offset + (text[offset - 1 : offset + 1] == "\r\n")
