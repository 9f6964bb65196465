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
    from documents.spans import Span

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

        if self.new is None or not self.old:
            return []
        return differences(self.old, self.new, self._kind_of)

    @cached_property
    def called_out(self) -> dict[Telling, tuple[list[str], list[str]]]:
        """The numbers, names and denials that only one of the two has."""
        from annotations.anchoring.comparing import called_out

        return called_out(self.old, self.new or "", self.differences, self._kind_of)

    def _kind_of(self, passage: str, word: Span) -> Telling | None:
        """What a word is, where the passage may begin in the middle of a sentence."""
        from annotations.anchoring.comparing import kind_of_word
        from documents.spans import Span

        before = self.placed.annotation.prefix
        return kind_of_word(before + passage, Span(*(len(before) + at for at in word)))

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
