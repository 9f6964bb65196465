"""Phrases, told from the places of their words."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

_FEW = 24
"""Of so many times fewer places, each is looked up among the others; else all are gone through."""


def phrase_places(words: Sequence[array[int]]) -> list[int]:
    """Where words follow on each other: the places of the first, in order.

    ``words`` are the places of each, in ascending order.
    """
    rarest = min(range(len(words)), key=lambda number: len(words[number]))
    found: Iterable[int] = [place - rarest for place in words[rarest]]
    for number in sorted(range(len(words)), key=lambda number: len(words[number])):
        if number != rarest:
            found = _followed(found, words[number], number)
    return sorted(found)


def _followed(places: Iterable[int], others: array[int], by: int) -> list[int]:
    """Those of ``places`` that have one of ``others`` as many places on."""
    places = list(places)
    if len(places) * _FEW < len(others):
        return [place for place in places if _holds(others, place + by)]
    wanted = {place + by for place in places}
    return [place - by for place in wanted.intersection(others)]


def _holds(places: array[int], wanted: int) -> bool:
    at = bisect_left(places, wanted)
    return at < len(places) and places[at] == wanted


def counted_by_text(places: Sequence[int], starts: Sequence[int]) -> dict[int, int]:
    """How many of ``places``, in order, lie in each text; ``starts`` is where the texts begin."""
    if len(places) < len(starts):
        counts: dict[int, int] = {}
        for place in places:
            text = bisect_right(starts, place) - 1
            counts[text] = counts.get(text, 0) + 1
        return counts
    borders = [bisect_left(places, start) for start in starts] + [len(places)]
    spans = enumerate(pairwise(borders))
    return {text: end - begin for text, (begin, end) in spans if end > begin}
