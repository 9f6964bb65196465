"""Where annotations sit that were changed here, until they are read again from disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.merging import place_of
from annotations.model import Anchor, Annotation, PlacedAnnotation

if TYPE_CHECKING:
    from documents.document import Document

_Seat = tuple[str, int | None, int | None, str]


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
            self._left[_seat(placed.annotation)] = placed

    def place(
        self,
        path: str,
        document: Document | None,
        was: PlacedAnnotation | None,
        annotation: Annotation,
    ) -> Seated:
        """``annotation`` on its document as that is open here; ``was`` is how it was before."""
        if was is not None and place_of(was.annotation) == place_of(annotation):
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


def _seat(annotation: Annotation) -> _Seat:
    return annotation.id, annotation.start, annotation.end, annotation.exact


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
