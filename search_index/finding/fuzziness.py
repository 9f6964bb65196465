"""Words that are written a little otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.edits import within
from search_index.finding.patterns import PatternOfSpans
from search_index.folding import fold
from search_index.letters import WORD, is_one_word, is_simple, word_pattern
from search_index.queries.query import Fuzzy

MOST_EDITS = 2
LONGEST = 40
"""Code points of a word; longer ones are looked for as written."""

_joined = lazy_regex(rf"{WORD}(?:['.-]{WORD})*")
_simple_joined = lazy_regex(r"\w+(?:['.-]\w+)*")
_MOST_KEPT = 200_000


def edits_for(word: str, asked: int | None = None) -> int:
    """How many edits are admitted in a word: so many as ``asked``, else by its length.

    None in words of one or two letters, one at most in those of four; 0 where there is nothing to
    compare letter by letter.
    """
    word = fold(word)
    if not _joined.fullmatch(word) or not 2 < len(word) <= LONGEST:
        return 0
    usual = 1 if len(word) < 6 else 2
    return min(usual if asked is None else asked, 1 if len(word) < 5 else MOST_EDITS)


class FuzzyPattern(PatternOfSpans):
    """Finds the words that differ from one by no more than some edits.

    The words of the text are as they are everywhere, or where the word sought holds an
    apostrophe, a hyphen or a full stop, what these signs join.
    """

    def __init__(self, fuzzy: Fuzzy) -> None:
        self._word = fold(fuzzy.text)
        self._edits = fuzzy.edits
        self._is_joined = not is_one_word(self._word)
        self._alike: set[str] = set()
        self._unlike: set[str] = set()

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of such words."""
        if not self._like_ones(folded):
            return
        for found in self._words_in(folded).finditer(folded):
            if found.group() in self._alike:
                yield Span(*found.span())

    def is_in(self, text: str, folded: str) -> bool:
        """Whether such a word stands anywhere in the text."""
        return self._like_ones(folded)

    def _like_ones(self, folded: str) -> bool:
        """Whether the text holds a word that is alike; each is compared once, whatever the text."""
        words = _words_of(folded, self._words_in(folded)) - self._unlike
        unknown = words - self._alike
        alike = {word for word in unknown if within(self._word, word, self._edits)}
        if len(self._unlike) > _MOST_KEPT:
            self._unlike.clear()
        self._alike |= alike
        self._unlike |= unknown - alike
        return bool(words - self._unlike)

    def _words_in(self, folded: str) -> re.Pattern[str]:
        """What finds the words of a text that may be alike."""
        if not self._is_joined:
            return word_pattern(folded)
        return _simple_joined if is_simple(folded) else _joined


@lru_cache(maxsize=2)
def _words_of(folded: str, kind: re.Pattern[str]) -> frozenset[str]:
    """The words of a text, kept while other words are looked for in it."""
    return frozenset(kind.findall(folded))
