"""What a reader is told of an annotation on a text that has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from annotations.model import Anchor

if TYPE_CHECKING:
    from annotations.anchoring.comparing import Difference, Telling
    from annotations.model import PlacedAnnotation
    from documents.document import Document

TOLD = (Anchor.CHANGED, Anchor.REVIEW, Anchor.ORPHAN)
"""How an annotation can sit that a reader has to know of."""


class Outcome:
    """A placed annotation with its passage as it was marked and as it reads today."""

    def __init__(self, placed: PlacedAnnotation, document: Document) -> None:
        self.placed = placed
        self.old = placed.annotation.exact
        self.new: str | None = None
        """What stands at the place found or proposed; None for an orphan."""
        if placed.start is not None and placed.end is not None:
            self.new = document.text[placed.start : placed.end]

    @cached_property
    def differences(self) -> list[Difference]:
        """The words in which the two differ; none where there is nothing to compare."""
        from annotations.anchoring.comparing import differences

        return differences(self.old, self.new) if self.new is not None and self.old else []

    @property
    def telling(self) -> frozenset[Telling]:
        """What of note came or went: a number, a name, a negation."""
        return frozenset(kind for each in self.differences for kind in each.telling)


def outcomes(placed: Iterable[PlacedAnnotation], document: Document) -> list[Outcome]:
    """Those of a document's annotations that a reader has to know of, in their order."""
    return [Outcome(each, document) for each in placed if each.anchor in TOLD]


def counts(placed: Iterable[PlacedAnnotation]) -> Counter[Anchor]:
    """How many annotations sit how."""
    return Counter(each.anchor for each in placed)
