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
_KEPT = 4096


class ProseHeadings:
    """The faces of a text of prose: its headings are strong."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[Span, bool] = {}

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The headings that overlap ``[start, end)``, each with the name of its face."""
        if start < end:
            for paragraph in self._document.segmentation.paragraphs(start, end):
                if paragraph.end - paragraph.start <= _LONGEST and self._is_heading(paragraph):
                    yield paragraph.start, paragraph.end, "strong"

    def covers(self, start: int, end: int) -> bool:
        """Always: they are looked for when they are asked for."""
        return True

    def advance(self, budget: float) -> bool:
        """Nothing is left to do."""
        return False

    def _is_heading(self, paragraph: Span) -> bool:
        known = self._known.get(paragraph)
        if known is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            known = self._known[paragraph] = _leads_on(self._document.text, paragraph)
        return known


def _leads_on(text: str, paragraph: Span) -> bool:
    base = max(0, paragraph.start - _BEFORE)
    around = Document("", text[base : paragraph.end + _AFTER])
    return any(one.start + base == paragraph.start for one in headings(around))
