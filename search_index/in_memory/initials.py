"""The first letters of the words of a text, one behind the other.

Somebody who begins to type asks for the words with one letter first, and those stand everywhere: to
find them in texts as they are takes longer than anything else that is asked of those.
"""

from __future__ import annotations

from operator import itemgetter

from search_index.titles import headline_span

_WORDS = str.maketrans(
    {chr(code): " " for code in range(0x80) if not (chr(code).isalnum() or chr(code) == "_")}
)
_first = itemgetter(0)


def initials(folded: str) -> str:
    """The first letters of all words of a text that is folded, and ASCII."""
    return "".join(map(_first, folded.translate(_WORDS).split()))


def initials_of_headline(folded: str) -> int:
    """How many of them are those of the headline."""
    return len(initials(folded[: headline_span(folded).end]))
