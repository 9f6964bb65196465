"""Giving an annotation another span of its document's text."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from annotations.model import CONTEXT_LENGTH, Annotation, now
from documents.document import Document


def respanned(
    annotation: Annotation, text: str, start: int, end: int, moment: datetime | None = None
) -> Annotation:
    """The annotation on ``text[start:end]``, with its quote and context; all else stays.

    It counts in ``text`` from now on, and is anchored there. Raises ``ValueError`` where the span
    is empty or reaches outside the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start} to {end} does not lie in the text of {len(text)}")
    return replace(on_text(annotation, text, start, end), modified=moment or now())


def on_text(annotation: Annotation, text: str, start: int, end: int) -> Annotation:
    """The annotation where its passage is in ``text``, which is no edit of it."""
    return replace(
        annotation,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
        text=None,
        anchor=None,
    )


def on_its_text(annotation: Annotation, counted_in: str, document: Document) -> Annotation:
    """The annotation, which names the text that it counts in where that is not the document's.

    ``counted_in`` is the SHA-256 of the text that its file counts in; empty if it is not known.
    """
    if annotation.text or annotation.start is None or counted_in in ("", document.digest):
        return annotation
    return replace(annotation, text=counted_in)
