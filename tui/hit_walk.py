"""The way from hit to hit through all documents that a search has found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from documents.spans import Span

if TYPE_CHECKING:
    from search_index.hits import Hit


class Stop(NamedTuple):
    """A hit on the way; ``wrapped`` says that the way led round the end of all hits."""

    document: str
    span: Span
    wrapped: bool = False


class HitWalk:
    """The hits document by document, in the order of the results, in each in text order."""

    def __init__(self, hits: Iterable[Hit], *, complete: bool = True) -> None:
        """``complete`` says that there are no more hits than these."""
        self.complete = complete
        places: dict[str, dict[Span, str]] = {}
        for hit in hits:
            if hit.start is not None and hit.end is not None:
                places.setdefault(hit.document, {})[Span(hit.start, hit.end)] = words_of(hit)
        self._words = places
        self._spans = {document: sorted(spans) for document, spans in places.items()}
        self._documents = list(self._spans)

    def __bool__(self) -> bool:
        return bool(self._documents)

    def onward(self, document: str, offset: int, end: int = 0) -> Stop:
        """The first hit that starts at or behind ``offset``, or else that of the next document.

        Of those that start there, it is one that ends at ``end`` or behind.
        """
        spans = self._spans.get(document, [])
        at = bisect_left(spans, (offset, end))
        if at < len(spans):
            return Stop(document, spans[at])
        return self._other(document, 1)

    def back(self, document: str, offset: int, end: int = 0) -> Stop:
        """The last hit that starts before ``offset``, or else that of the document before.

        Or one that starts there, and ends before ``end``.
        """
        spans = self._spans.get(document, [])
        at = bisect_left(spans, (offset, end))
        if at:
            return Stop(document, spans[at - 1])
        return self._other(document, -1)

    def _other(self, document: str, step: int) -> Stop:
        """The nearest hit of a neighbouring document; of the first one from outside of them all."""
        end = 0 if step > 0 else -1
        if document not in self._spans:
            other = self._documents[end]
            return Stop(other, self._spans[other][end])
        at = self._documents.index(document) + step
        other = self._documents[at % len(self._documents)]
        return Stop(other, self._spans[other][end], wrapped=not 0 <= at < len(self._documents))

    def number(self, document: str, span: Span) -> int | None:
        """Which document of how many a hit is in, from 1; None where it is in none of them."""
        spans = self._spans.get(document, [])
        there = bisect_right(spans, span) - 1
        known = there >= 0 and spans[there] == span
        return self._documents.index(document) + 1 if known else None

    def words(self, document: str, span: Span) -> str | None:
        """What stood at a hit when it was found; None where there was none."""
        return self._words.get(document, {}).get(span)

    @property
    def hits(self) -> int:
        """How many hits the way leads through."""
        return sum(map(len, self._spans.values()))

    @property
    def documents(self) -> int:
        """How many documents the way leads through."""
        return len(self._documents)


def words_of(hit: Hit) -> str:
    """What stands at a hit: its words, or those that an annotation marks."""
    if hit.kind == "annotation" or hit.sentence is None or hit.start is None or hit.end is None:
        return hit.text
    return hit.context[hit.start - hit.sentence.start : hit.end - hit.sentence.start]
