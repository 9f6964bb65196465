"""Which of some annotations is nearest to a place in a text."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.model import PlacedAnnotation
from documents.spans import Span


def nearest(annotations: Sequence[PlacedAnnotation], document: str, span: Span) -> int:
    """The number of the annotation nearest to ``span`` of a document; 0 where none is in it.

    Of several at the same distance it is the first. One with a lost place, or on the document as a
    whole, is near to no span, but nearer than those of other documents.
    """
    here = [n for n, one in enumerate(annotations) if one.document == document]
    return min(here, key=lambda n: _distance(annotations[n], span), default=0)


def _distance(placed: PlacedAnnotation, span: Span) -> float:
    """The code points between them; 0 where they touch or overlap."""
    if placed.start is None or placed.end is None:
        return float("inf")
    return max(0, placed.start - span.end, span.start - placed.end)
