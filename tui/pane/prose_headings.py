"""The headings of plain prose, which only their looks tell, found where somebody looks."""

from __future__ import annotations

from collections.abc import Iterator

from documents.document import Document
from documents.headings import headings
from documents.spans import Span

_LONGEST = 80
"""Code points of a heading at most, in texts that have no marks for them."""
_BEFORE, _AFTER = 400, 800
"""Code points around a line that say whether it is a heading."""
_BLOCK = 4096
"""Code points whose headings are looked for together."""
_BLOCKS_KEPT = 64


class ProseHeadings:
    """The faces of a text of prose: its headings are strong."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks: dict[int, list[Span]] = {}

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The headings that overlap ``[start, end)``, each with the name of its face."""
        for number in range(max(0, start - _LONGEST) // _BLOCK, -(-end // _BLOCK)):
            for heading in self._block(number):
                if heading.start < end and start < heading.end:
                    yield heading.start, heading.end, "strong"

    def covers(self, start: int, end: int) -> bool:
        """Always: they are looked for when they are asked for."""
        return True

    def advance(self, budget: float) -> bool:
        """Nothing is left to do."""
        return False

    def _block(self, number: int) -> list[Span]:
        """The headings that begin in a block."""
        known = self._blocks.get(number)
        if known is None:
            if len(self._blocks) >= _BLOCKS_KEPT:
                self._blocks.clear()
            known = self._blocks[number] = list(self._found(number * _BLOCK, (number + 1) * _BLOCK))
        return known

    def _found(self, start: int, end: int) -> Iterator[Span]:
        text = self._document.text
        for paragraph in self._document.segmentation.paragraphs(start, end):
            short = paragraph.end - paragraph.start <= _LONGEST
            if short and paragraph.start >= start and _leads_on(text, paragraph):
                yield paragraph


def _leads_on(text: str, paragraph: Span) -> bool:
    base = max(0, paragraph.start - _BEFORE)
    around = Document("", text[base : paragraph.end + _AFTER])
    return any(one.start + base == paragraph.start for one in headings(around))
