"""Putting an annotation on another passage, because its reader says that it belongs there."""

from __future__ import annotations

from dataclasses import replace

from annotations.decisions import with_old_words
from annotations.model import Anchor, Annotation, Change, PlacedAnnotation
from annotations.respanning import respanned
from documents.document import Document
from documents.spans import Span


def kept(placed: PlacedAnnotation, document: Document, counted_in: str) -> Change:
    """The annotation stays where it was found or proposed, on the words that stand there now.

    Raises ValueError where no place was found. ``counted_in`` as in ``moved``.
    """
    if placed.start is None or placed.end is None:
        raise ValueError(f"annotation {placed.annotation.id} has no place to be kept at")
    return moved(placed, document, Span(placed.start, placed.end), counted_in)


def moved(placed: PlacedAnnotation, document: Document, span: Span, counted_in: str) -> Change:
    """The annotation sits on ``span`` of ``document`` from now on.

    ``counted_in`` is the SHA-256 of the text that its file counts in. Raises ValueError where the
    span is empty or reaches outside the text.
    """
    before = counted(placed, counted_in)
    after = respanned(before, document.text, *span)
    return Change(before, with_old_words(after, before.exact))


def carried(
    placed: PlacedAnnotation, document: Document, span: Span, counted_in: str
) -> tuple[Change, Change]:
    """The annotation goes from its document to ``span`` of another: what changes in each.

    It keeps its id, so that what is tied to it finds it. ``counted_in`` and errors as in ``moved``.
    """
    change = moved(placed, document, span, counted_in)
    return Change(change.before, None), Change(None, change.after)


def counted(placed: PlacedAnnotation, counted_in: str) -> Annotation:
    """The annotation as it is, with the text named that it counts in, where that is an older one.

    So a change from it can be taken back when its file has gone over to today's text. A place that
    is only proposed is on record as such: taken back, it asks again.
    """
    one = as_proposed(placed.annotation, placed)
    if one.text is not None or one.start is None or counted_in in ("", placed.text):
        return one
    return replace(one, text=counted_in)


def as_proposed(annotation: Annotation, placed: PlacedAnnotation) -> Annotation:
    """The annotation, which says so itself where the place found for it is only proposed."""
    if placed.anchor is not Anchor.REVIEW or annotation.start is None:
        return annotation
    return replace(annotation, anchor=Anchor.REVIEW)
