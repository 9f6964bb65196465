"""Where a word or a phrase stands in a text: the one definition of a hit.

A word stands where it is written, case apart, with no word character (``\\w``) on either side. In
scripts written without spaces there would always be one, so an edge of the word that is a
character of such a script asks for nothing beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from documents.spans import Span
from search_index.folding import fold
from search_index.query import Term

UNSPACED = (
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff\u19e0-\u19ff"  # Khmer
    "\u3005-\u3007\u3021-\u3029\u3038-\u303b"  # Han: the iteration mark, numerals
    "\u3041-\u309f\u30a1-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Hiragana, Katakana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"  # Han
)
"""The inside of a character class: the scripts that are written without spaces between words."""

_unspaced = re.compile(f"[{UNSPACED}]")


class Pattern:
    """A term made ready to be found in any number of texts."""

    def __init__(self, term: Term) -> None:
        self.term = term
        self.parts = term.text.split()
        self._needles = tuple(dict.fromkeys(fold(part) for part in self.parts))
        self._anchor = fold(self.parts[0]) if self.parts else ""
        self._regex: re.Pattern[str] | None = None

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of the term, in order and apart; ``folded`` is ``fold(text)``.

        The same as ``finditer`` with the pattern of this module's description, but the regular
        expression only looks where the plain substring search has found the first word.
        """
        if not self._anchor or not all(needle in folded for needle in self._needles):
            return
        match_at = self._compiled().match
        at = folded.find(self._anchor)
        while at >= 0:
            found = match_at(text, at)
            if found:
                yield Span(at, found.end())
            at = folded.find(self._anchor, found.end() if found else at + 1)

    def is_in(self, text: str, folded: str) -> bool:
        """Whether the term stands anywhere in the text."""
        return next(self.find(text, folded), None) is not None

    def _compiled(self) -> re.Pattern[str]:
        if self._regex is None:
            self._regex = re.compile(self._expression(), re.IGNORECASE)
        return self._regex

    def _expression(self) -> str:
        first, last = self.parts[0][0], self.parts[-1][-1]
        before = "" if _unspaced.match(first) else r"(?<!\w)"
        after = "" if _unspaced.match(last) else r"\w*" if self.term.prefix else r"(?!\w)"
        return before + r"\s+".join(map(re.escape, self.parts)) + after


@lru_cache(maxsize=1024)
def pattern(term: Term) -> Pattern:
    """The pattern of a term, kept for the next time it is asked for."""
    return Pattern(term)
