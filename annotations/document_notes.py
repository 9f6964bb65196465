"""Notes on a document as a whole: what it never says stands in none of its sentences."""

from __future__ import annotations

from datetime import datetime

from annotations.model import Anchor, Annotation, PlacedAnnotation, new_id, now


def document_note(
    note: str,
    *,
    tags: tuple[str, ...] = (),
    status: str = "",
    reply_to: str | None = None,
    moment: datetime | None = None,
) -> Annotation:
    """A new annotation of a document as a whole: it has no span and quotes nothing."""
    when = moment or now()
    return Annotation(
        id=new_id(),
        start=None,
        end=None,
        note=note,
        tags=tags,
        status=status,
        reply_to=reply_to,
        created=when,
        modified=when,
    )


def is_on_document(placed: PlacedAnnotation) -> bool:
    """Whether this is about the document as a whole, and not one whose place was lost."""
    return placed.annotation.start is None and placed.anchor is not Anchor.ORPHAN
