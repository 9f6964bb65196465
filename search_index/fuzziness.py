"""Words that are written a little otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.spans import Span
from search_index.edits import within
from search_index.folding import fold
from search_index.patterns import PatternOfSpans
from search_index.query import Fuzzy

MOST_EDITS = 2
LONGEST = 40
"""Code points of a word; longer ones are looked for as written."""

_word = re.compile(r"\w+")
_joined = re.compile(r"\w+(?:['.-]\w+)*")
_MOST_KEPT = 200_000


def edits_for(word: str, asked: int | None = None) -> int:
    """How many edits are admitted in a word: so many as ``asked``, else by its length.

    None in words of one or two letters, one at most in those of four; 0 where there is nothing to
    compare letter by letter.
    """
    if not _joined.fullmatch(fold(word)) or not 2 < len(word) <= LONGEST:
        return 0
    usual = 1 if len(word) < 6 else 2
    return min(usual if asked is None else asked, 1 if len(word) < 5 else MOST_EDITS)


class FuzzyPattern(PatternOfSpans):
    """Finds the words that differ from one by no more than some edits.

    The words of the text are its runs of word characters, or where the word sought holds an
    apostrophe, a hyphen or a full stop, what these signs join.
    """

    def __init__(self, fuzzy: Fuzzy) -> None:
        self._word = fold(fuzzy.text)
        self._edits = fuzzy.edits
        self._of_text = _word if _word.fullmatch(self._word) else _joined
        self._known: dict[str, bool] = {}

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of such words."""
        for found in self._of_text.finditer(folded):
            if self._is_alike(found.group()):
                yield Span(*found.span())

    def _is_alike(self, word: str) -> bool:
        alike = self._known.get(word)
        if alike is None:
            if len(self._known) > _MOST_KEPT:
                self._known.clear()
            alike = self._known[word] = within(self._word, word, self._edits)
        return alike
