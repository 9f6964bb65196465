"""Marks on a document that is gone, whose text is shown as it was read last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.model import Anchor

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from documents.document import Document


def waiting(placed: PlacedAnnotation, shown: Document | None) -> PlacedAnnotation:
    """The annotation without a place, for there is no text that it could have one in.

    Where it counts in the very text that is still ``shown``, it is known where it stood there.
    """
    counted_in = placed.annotation.text or placed.text
    lost = replace(placed, start=None, end=None, anchor=Anchor.ORPHAN)
    if shown is None or not shown.complete or counted_in != shown.digest:
        return lost
    return replace(lost, stood=placed.annotation.start, text=counted_in)
