"""Where annotations sit that were changed here, until they are read again from disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.merging import place_of
from annotations.model import Anchor, Annotation, Change, PlacedAnnotation
from annotations.reseating import as_proposed

if TYPE_CHECKING:
    from documents.document import Document

_Seat = tuple[str, int | None, int | None, str, bool]
"""An annotation, its place, its words, and whether that place is only proposed."""


class Seated(NamedTuple):
    """An annotation where it sits; not ``known`` where that is seen when it was saved and read."""

    placed: PlacedAnnotation
    known: bool = True


class Placements:
    """Places changed annotations, and remembers the places they left, for when that is undone."""

    def __init__(self, author: str) -> None:
        self._author = author
        self._left: dict[_Seat, PlacedAnnotation] = {}

    def leave(self, placed: PlacedAnnotation | None) -> None:
        """Remembers where an annotation sat."""
        if placed is not None:
            self._left[_seat(as_proposed(placed.annotation, placed))] = placed

    def place(
        self,
        path: str,
        document: Document | None,
        was: PlacedAnnotation | None,
        change: Change,
    ) -> Seated:
        """What a change made of an annotation, on its document as that is open here.

        ``was`` is where it sat before.
        """
        annotation = change.after
        if annotation is None:
            raise ValueError("what was deleted has no place")
        if was is not None and _stays(was, change):
            return Seated(replace(was, annotation=annotation))
        self.leave(was)
        digest = annotation.text or ""
        if document is not None and document.complete:
            digest = document.digest
        left = self._left.get(_seat(annotation))
        if left is not None and left.text == digest:
            return Seated(replace(left, annotation=annotation))
        place = _place(document, annotation)
        start, end, anchor = place or (None, None, Anchor.REVIEW)
        placed = PlacedAnnotation(annotation, self._author, path, start, end, anchor, digest)
        return Seated(placed, known=place is not None)


def _stays(was: PlacedAnnotation, change: Change) -> bool:
    """Whether a change says nothing of the place: keeping it where it was proposed does."""
    places = [place_of(one) for one in (change.before, change.after) if one is not None]
    return all(place == place_of(was.annotation) for place in places)


def _seat(annotation: Annotation) -> _Seat:
    proposed = annotation.anchor is Anchor.REVIEW
    return annotation.id, annotation.start, annotation.end, annotation.exact, proposed


def _place(
    document: Document | None, annotation: Annotation
) -> tuple[int | None, int | None, Anchor] | None:
    """Where an annotation sits, if its words stand there between the same others."""
    start, end, exact = annotation.start, annotation.end, annotation.exact
    if start is None or end is None:
        lost = annotation.anchor is Anchor.ORPHAN
        return None, None, Anchor.ORPHAN if lost else Anchor.EXACT
    if document is None:
        return start, end, Anchor.EXACT
    text = document.text
    around = text.endswith(annotation.prefix, 0, start) and text.startswith(annotation.suffix, end)
    stands = around and exact in (text[start:end], "")
    return (start, end, Anchor.EXACT) if stands else None
