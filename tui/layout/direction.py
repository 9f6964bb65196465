"""Text that is read from the right.

Most terminals set characters from left to right as they come; some (VTE, Konsole, mlterm, the one
of macOS) reorder each row of the screen by the Unicode Bidirectional Algorithm (UAX 9), whatever
an application thinks of it. Which kind it is cannot be asked. So the text is sent in its own
order, as every offset counts it, and what can be right in both kinds is done: a row that is read
from the right stands at the right of its column, and ``ISOLATOR`` on both sides of a row keeps
numbers, bars and the next pane's text out of the reordering.
"""

from __future__ import annotations

import unicodedata

from documents.lazy_regex import lazy_regex

ISOLATOR = "\N{BRAILLE PATTERN BLANK}"
"""A blank that counts as a letter read from the left, and is no control character."""

_LOOKED_AT = 400
"""Code points of a paragraph that may stand before the first letter."""

_right_to_left = lazy_regex(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
).search


def has_right_to_left(text: str) -> bool:
    """Whether a terminal might reorder the text."""
    return not text.isascii() and _right_to_left(text) is not None


def reads_from_right(text: str, start: int, end: int) -> bool:
    """Whether the paragraph ``text[start:end]`` does: as its first letter (UAX 9, P2 and P3)."""
    for character in text[start : min(end, start + _LOOKED_AT)]:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
