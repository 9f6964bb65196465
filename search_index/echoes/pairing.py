"""What links panes, asked of one sentence and many texts, each for itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from documents.document import Document
from documents.segmentation import Segmentation
from documents.spans import Span
from search_index.alignment.matching import Matcher
from search_index.alignment.telling_same import Judge
from search_index.alignment.text_index import TextIndex
from search_index.echoes.model import Asked

MOST_OF_ONE = 3
"""Passages of one document."""
WHOLE = 20_000
"""Code points of a text that is looked at whole; of a longer one it is the part around a place."""


class Paired(NamedTuple):
    """The passage that tells the same, its best sentence, and how sure it is."""

    passage: Span
    sentence: Span
    confidence: float


class Pairing:
    """Finds what tells the same as a sentence. Takes time and memory for one text after the other.

    ``check`` is called between short steps, and may raise.
    """

    def __init__(self, asked: Asked, check: Callable[[], None]) -> None:
        self._check = check
        part = around(asked.text, asked.span, asked.kind)
        self._offset = asked.span.start - part.start
        self._source = self._ready(asked.text[slice(*part)], asked.kind)

    def pair(self, document: Document, near: Span) -> list[Paired]:
        """What in a document tells the same, the surest first, and no more than a few passages.

        Of a long one, what does around a place in it.
        """
        part = around(document.text, near, document.kind)
        target = self._ready(document.text[slice(*part)], document.kind)
        steps = Judge(Matcher(self._source, target)).find(self._offset)
        while True:
            try:
                next(steps)
            except StopIteration as found:
                matches = found.value
                break
            self._check()
        return [
            Paired(_moved(passage, part.start), _moved(sentence, part.start), confidence)
            for passage, sentence, confidence in matches[:MOST_OF_ONE]
        ]

    def _ready(self, text: str, kind: str) -> TextIndex:
        index = TextIndex(text, kind)
        for _ in index.build():
            self._check()
        return index


def around(text: str, place: Span, kind: str) -> Span:
    """The part of a text that is looked at: all of it, or whole sentences around a place."""
    if len(text) <= WHOLE:
        return Span(0, len(text))
    beside = max(0, WHOLE - (place.end - place.start)) // 2
    cut = Segmentation(text, kind)
    first = cut.sentence_after(max(0, place.start - beside))
    start = min(first.start, place.start) if first else place.start
    last = cut.sentence_before(min(len(text), place.end + beside))
    end = max(last.end, place.end) if last else place.end
    return Span(start, min(end, start + 2 * WHOLE))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
