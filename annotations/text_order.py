"""The order in which the annotations of a document are listed."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.model import PlacedAnnotation
from annotations.steps import Step, at_once


def text_order(placed: PlacedAnnotation) -> tuple[int, int, int, str, str]:
    """Sorts the annotations of one document by where they sit; those that sit nowhere come last."""
    annotation = placed.annotation
    if placed.start is not None and placed.end is not None:
        return (0, placed.start, placed.end, placed.author, annotation.id)
    if annotation.start is not None and annotation.end is not None:
        return (1, annotation.start, annotation.end, placed.author, annotation.id)
    return (2, 0, 0, placed.author, annotation.id)


def in_text_order(
    annotations: Iterable[PlacedAnnotation], step: Step = at_once
) -> list[PlacedAnnotation]:
    """The annotations of one document in that order; ``step`` is called between short steps."""
    keyed = []
    for number, placed in enumerate(annotations):
        step()
        keyed.append((text_order(placed), number, placed))
    keyed.sort()
    return [placed for _, _, placed in keyed]
