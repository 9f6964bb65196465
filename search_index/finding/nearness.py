"""Words that stand near each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from search_index.finding.patterns import PatternOfSpans, pattern
from search_index.letters import LETTER, MARKS, UNSPACED, border_before
from search_index.queries.query import Near, Term
from search_index.time_limits import timed

_word_start = lazy_regex(rf"[{UNSPACED}]|{border_before('a')}(?:{LETTER}|[{MARKS}])")
_ascii_word_start = lazy_regex(r"(?<!\w)\w")
"""Where a word begins; of a script written without spaces, every character counts as one."""


class NearPattern(PatternOfSpans):
    """Finds the places of either side that have one of the other side near."""

    def __init__(self, near: Near) -> None:
        self._near = near
        self.needles = _of_all(near.left) | _of_all(near.right)

    def find(self, text: str, folded: str) -> Iterator[Span]:
        """The places of both sides; one that overlaps with one before it is left out."""
        left = _places(self._near.left, text, folded)
        right = _places(self._near.right, text, folded) if left else []
        if right:
            numbers = _word_numbers({*left, *right}, self._near.distance, folded)
            distance = self._near.distance
            near = {*_near(left, right, distance, numbers), *_near(right, left, distance, numbers)}
            yield from _apart(sorted(near))


def _places(terms: Iterable[Term], text: str, folded: str) -> list[Span]:
    return sorted({span for term in terms for span in pattern(term).find(text, folded)})


def _of_all(terms: tuple[Term, ...]) -> frozenset[str]:
    """The needles that all alternatives have in common."""
    return frozenset.intersection(*(pattern(term).needles for term in terms))


def _word_numbers(places: Iterable[Span], most: int, folded: str) -> dict[int, int]:
    """For every start and end of a place, how many words begin before it.

    Between two neighbouring ones no more than ``most`` are counted.
    """
    offsets = sorted({offset for place in places for offset in place})
    begun = _ascii_word_start if folded.isascii() else _word_start
    numbers = {offsets[0]: 0}
    for one, following in timed(pairwise(offsets)):
        words = sum(1 for _ in islice(begun.finditer(folded, one, following), most))
        numbers[following] = numbers[one] + words
    return numbers


def _near(
    places: list[Span], others: list[Span], distance: int, numbers: dict[int, int]
) -> Iterator[Span]:
    """Those of ``places`` that have one of the ``others`` beside them, apart, within distance."""
    starts = [other.start for other in others]
    ends = sorted(other.end for other in others)
    for place in timed(places):
        following = bisect_left(starts, place.end)
        before = bisect_right(ends, place.start) - 1
        words = distance
        if following < len(starts):
            words = numbers[starts[following]] - numbers[place.end]
        if before >= 0:
            words = min(words, numbers[place.start] - numbers[ends[before]])
        if words < distance:
            yield place


def _apart(places: Iterable[Span]) -> Iterator[Span]:
    end = 0
    for place in places:
        if place.start >= end:
            yield place
            end = place.end
