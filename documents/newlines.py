"""Lines of a text whose newlines are never translated."""

from __future__ import annotations

from collections.abc import Iterator

from documents.lazy_regex import lazy_regex

NEWLINES = "\n\r\x0b\x0c\x85\u2028\u2029"
"""The characters that end a line; ``\\r\\n`` is one newline.

They are those behind which Unicode has a line end in any case (UAX #14, classes BK, CR, LF, NL).
"""
PARAGRAPH_END = "\u2029"
"""The one of them that ends a paragraph wherever it stands, as a blank line does."""

_LINE = lazy_regex(rf"[^{NEWLINES}]*(?:\r\n|[{NEWLINES}]|\Z)")


def lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ``(start, end)`` of each line in ``[start, end)``, newlines left out."""
    for match in _LINE.finditer(text, start, end):
        first, last = match.span()
        if first == last:  # the empty match at the end of the stretch
            return
        while last > first and text[last - 1] in NEWLINES:
            last -= 1
        yield first, last
