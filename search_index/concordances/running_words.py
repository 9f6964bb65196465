"""The words of a text as they are counted and sorted by: one definition for index and texts.

Where a text holds no script that is written without spaces these are the very words that the index
has as numbers of terms (``search_index.terms``). Of such scripts each character, with its marks, is
a word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.folding import Searched, fold
from search_index.letters import MARKS, UNSPACED, WORD, is_unspaced, word_pattern
from search_index.terms import cut

_any = lazy_regex(rf"{WORD}|(?=\w)[{UNSPACED}](?:(?!\w)[{UNSPACED}{MARKS}])*")


def words_of(folded: str) -> list[str]:
    """The words of a text, which is folded, in order; the longest are cut as the index cuts."""
    return list(map(cut, _pattern(folded).findall(folded)))


def word_spans(text: Searched) -> list[Span]:
    """Where they stand in a text as it is."""
    pattern = _pattern(text.folded)
    return [text.place(Span(*found.span())) for found in pattern.finditer(text.folded)]


def unaccented(word: str) -> str:
    """A word for sorting: case and accents taken out, so that Élan stands with elan."""
    folded = fold(word)
    if folded.isascii():
        return folded
    parts: Iterable[str] = unicodedata.normalize("NFKD", folded)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _pattern(folded: str) -> re.Pattern[str]:
    return _any if is_unspaced(folded) else word_pattern(folded)
