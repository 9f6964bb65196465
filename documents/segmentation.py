"""The paragraphs and sentences of a text, cut only where somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

from documents.spans import Span


class Segmentation:
    """The paragraphs and sentences of one text.

    Nothing is cut until it is asked for, and asking for one place never costs more than the
    stretch of text around it, however long the text is.
    """

    def __init__(self, text: str, kind: str = "prose") -> None:
        self.text = text
        self.kind = kind

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence at ``offset``; in blank space the next one, past the last the last one.

        None only for a text without a visible character.
        """
        raise NotImplementedError

    def sentence_after(self, offset: int) -> Span | None:
        """The first sentence that starts at or after ``offset``."""
        raise NotImplementedError

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at or before ``offset``."""
        raise NotImplementedError

    def sentences(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The sentences that overlap ``[start, end)``, in order."""
        raise NotImplementedError

    def paragraph_at(self, offset: int) -> Span | None:
        """The paragraph at ``offset``; in blank space the next one, past the last the last one."""
        raise NotImplementedError

    def paragraph_after(self, offset: int) -> Span | None:
        """The first paragraph that starts at or after ``offset``."""
        raise NotImplementedError

    def paragraph_before(self, offset: int) -> Span | None:
        """The last paragraph that ends at or before ``offset``."""
        raise NotImplementedError

    def paragraphs(self, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """The paragraphs that overlap ``[start, end)``, in order."""
        raise NotImplementedError

    def count(self) -> Iterator[None]:
        """Counts the sentences of the whole text in short steps, one for each ``next()``.

        When it ends, ``total`` is known. A caller on the screen's thread takes a step when idle.
        """
        raise NotImplementedError

    @property
    def total(self) -> int | None:
        """How many sentences there are, or None while they have not all been counted."""
        raise NotImplementedError

    def number_of(self, offset: int) -> int | None:
        """The number (from 1) of the sentence at ``offset``, or None while it is not known."""
        raise NotImplementedError
