"""Annotations for tests of the screen, as they sit on a text."""

from __future__ import annotations

from datetime import UTC, datetime

from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.palette import Palette
from documents.settings import Settings

PALETTE = Palette.from_settings(Settings())
MOMENT = datetime(2026, 11, 21, 19, tzinfo=UTC)


def placed(
    start: int | None,
    end: int | None,
    *tags: str,
    note: str = "",
    status: str = "",
    name: str = "k3f9q2mx",
    author: str = "mk",
    document: str = "a.txt",
    stood: int | None = None,
) -> PlacedAnnotation:
    """An annotation at a place of a text that nobody looks at, or lost from where it ``stood``."""
    annotation = Annotation(
        id=name,
        start=start,
        end=end,
        exact="quoted words",
        tags=tags,
        note=note,
        status=status,
        created=MOMENT,
        modified=MOMENT,
    )
    anchor = Anchor.EXACT if stood is None else Anchor.ORPHAN
    return PlacedAnnotation(annotation, author, document, start, end, anchor, "", stood)
