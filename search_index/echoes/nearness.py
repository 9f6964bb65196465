"""Where in a text the words of a sentence stand closest together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from documents.spans import Span
from search_index.finding.patterns import pattern
from search_index.letters import border_after, border_before
from search_index.queries.query import Term
from search_index.texts import SearchText

_NEAR = 300
"""Code points, at least, within which words stand close together."""
_TELLING = 120
"""Code points, at least, by which two such places are told apart."""
_LONGEST = 8_000
"""Code points of a sentence whose copies are looked for word by word."""
_MOST = 4_000
"""Places of one word that are looked at in a text."""


class Nearest(NamedTuple):
    """The stretch of a text with the most of a sentence's words, and what these say in all.

    ``words`` are the text there, with what stands around it where it is short, without case and
    white space: copies of a text have the same.
    """

    weight: float
    span: Span
    words: str


NOWHERE = Nearest(0.0, Span(0, 0), "")
"""Of a text in which none of the words stands."""


class Nearness:
    """Looks for words, each with its weight, that stand as near to each other as in a sentence."""

    def __init__(self, weights: Mapping[Term, float], length: int) -> None:
        """``length`` is that of the sentence."""
        self._weights = list(weights.values())
        self._patterns = [pattern(term) for term in weights]
        self._near = max(_NEAR, 2 * length)

    def nearest(self, text: SearchText) -> Nearest | None:
        """The first of the best stretches of a text; None where no word stands in it."""
        places = self._places(text)
        if not places:
            return None
        inside = [0] * len(self._weights)
        weight = most = 0.0
        best, first = Span(0, 0), 0
        for start, end, term in places:
            inside[term] += 1
            weight += self._weights[term] if inside[term] == 1 else 0.0
            while start - places[first][0] > self._near:
                left = places[first][2]
                inside[left] -= 1
                weight -= 0.0 if inside[left] else self._weights[left]
                first += 1
            if weight > most + 1e-9:  # sums of the same weights in another order differ
                most, best = weight, Span(places[first][0], end)
        beside = max(0, _TELLING - (best.end - best.start)) // 2
        around = text.folded[max(0, best.start - beside) : best.end + beside]
        return Nearest(most, text.searched.place(best), " ".join(around.split()))

    def _places(self, text: SearchText) -> list[tuple[int, int, int]]:
        """Where each word stands, in order: start, end and the word's number."""
        found = []
        for term, one in enumerate(self._patterns):
            for number, span in enumerate(one.find(text.searched.plain, text.folded)):
                if number == _MOST:
                    break
                found.append((*span, term))
        return sorted(found)


class Wording:
    """Finds a sentence word for word in folded texts, any white space for a space.

    What is longer than any sentence is not looked for: it would make an expression too large.
    """

    def __init__(self, folded: str) -> None:
        parts = folded.split()
        self._needle = max(parts, key=len)
        self._regex: re.Pattern[str] | None = None
        if len(folded) <= _LONGEST:
            words = r"\s+".join(map(re.escape, parts))
            before, after = border_before(parts[0][0]), border_after(parts[-1][-1])
            self._regex = re.compile(before + words + after)

    def find(self, folded: str) -> Span | None:
        """The first place of the sentence in a text."""
        if self._regex is None or self._needle not in folded:
            return None
        found = self._regex.search(folded)
        return Span(*found.span()) if found else None
