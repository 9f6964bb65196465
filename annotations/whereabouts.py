"""Where in today's text a passage stood that is not there any more: beside what stood around it."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.model import Annotation

_WORDS = 40
"""Code points of what is looked for: long enough to stand in few places by chance."""
_STEPS = 50
"""How many such stretches are looked for on either side, from the nearest on."""
_SPARSE = 8
"""Letters and digits that a stretch needs to be worth looking for."""


def where_it_was(annotation: Annotation, old: str | None, new: str) -> int | None:
    """The offset in ``new`` where the passage would stand; None where nothing around it is left.

    ``old`` is the text that the annotation counts in, if it was kept; without it there are only
    the few words of context that the annotation has itself.
    """
    start, end = annotation.start, annotation.end
    if old is None or start is None or end is None or end > len(old):
        old = annotation.prefix + annotation.exact + annotation.suffix
        start, end = len(annotation.prefix), len(annotation.prefix) + len(annotation.exact)
        expected = annotation.start or 0
    else:
        expected = start * len(new) // max(1, len(old))
    for first, last in _around(old, start, end):
        stretch = old[first:last]
        if (found := _nearest(stretch, new, expected)) is not None:
            return found + len(stretch) if last <= start else found
    return None


def seen_at(text: str, offset: int) -> int | None:
    """The first character from ``offset`` on that is no space, or else the last one before it."""
    behind = len(text) - len(text[offset:].lstrip()) if offset < len(text) else len(text)
    if behind < len(text):
        return behind
    before = len(text[:offset].rstrip())
    return before - 1 if before else None


def _around(old: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of the old text before the passage and behind it, in turn, away from it."""
    for step in range(_STEPS):
        before, behind = start - step * _WORDS, end + step * _WORDS
        for first, last in (
            (max(0, before - _WORDS), before),
            (behind, min(behind + _WORDS, len(old))),
        ):
            if first < last and sum(map(str.isalnum, old[first:last])) >= _SPARSE:
                yield first, last


def _nearest(stretch: str, text: str, expected: int) -> int | None:
    """Where the stretch stands in the text, of several places the one nearest to the expected."""
    behind = text.find(stretch, expected)
    nearest = 0 if behind < 0 else max(0, 2 * expected - behind)  # further off there is a nearer
    before = text.rfind(stretch, nearest, expected + len(stretch))
    places = [place for place in (before, behind) if place >= 0]
    return min(places, key=lambda place: abs(place - expected), default=None)
