"""Replies: annotations of one's own that name the one they answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from annotations.model import Annotation, PlacedAnnotation, mark, new_id, now
from annotations.relations import Relations


def reply(
    placed: PlacedAnnotation,
    text: str,
    *,
    tags: tuple[str, ...] = (),
    note: str = "",
    status: str = "",
    moment: datetime | None = None,
) -> Annotation:
    """A new annotation that answers ``placed``, on the same span of today's ``text``.

    What is said of a document as a whole is answered so. Raises ``ValueError`` where the place of
    ``placed`` was lost.
    """
    when = moment or now()
    if placed.start is not None and placed.end is not None:
        fresh = mark(text, placed.start, placed.end, moment=when)
    elif placed.annotation.start is None:
        fresh = Annotation(id=new_id(), start=None, end=None, created=when, modified=when)
    else:
        raise ValueError("the place of this annotation was lost")
    answered = placed.annotation.id
    return replace(fresh, tags=tags, note=note, status=status, reply_to=answered)


def reply_by(author: str, placed: PlacedAnnotation, ties: Relations) -> PlacedAnnotation | None:
    """The author's reply to ``placed``, the last one where there are several."""
    own = [one for one in ties.answers(placed) if one.author == author]
    return own[-1] if own else None
