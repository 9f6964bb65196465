"""Which parts of a text a page shows: all of a short one, of a long one what stands near marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from documents.spans import Span

if TYPE_CHECKING:
    from annotations.exports.html_page.marks import Mark
    from documents.document import Document

WHOLE = 200_000
"""Code points up to which a text is shown whole."""
_NEAR = 2_000
"""Code points shown at most on either side of a mark in a longer text, and of a long mark."""


def excerpts(document: Document, marks: Iterable[Mark]) -> list[Span]:
    """The stretches of the text to show, apart and in order."""
    length = len(document.text)
    if length <= WHOLE:
        return [Span(0, length)]
    shown: list[Span] = []
    for span in sorted(near for mark in marks for near in _around(document, mark)):
        if shown and span.start <= shown[-1].end:
            shown[-1] = Span(shown[-1].start, max(shown[-1].end, span.end))
        else:
            shown.append(span)
    return shown


def paragraphs(document: Document, shown: Span) -> Iterator[Span]:
    """The paragraphs in a stretch, cut where it is cut."""
    for paragraph in document.segmentation.paragraphs(shown.start, shown.end):
        start, end = max(paragraph.start, shown.start), min(paragraph.end, shown.end)
        if start < end:
            yield Span(start, end)


def _around(document: Document, mark: Mark) -> Iterator[Span]:
    """The surroundings of a mark's start and of its end; of a short mark they are one stretch."""
    if mark.end - mark.start <= 2 * _NEAR:
        yield _near(document, mark.start, mark.end)
    else:
        yield _near(document, mark.start, mark.start + _NEAR)
        yield _near(document, mark.end - _NEAR, mark.end)


def _near(document: Document, start: int, end: int) -> Span:
    """From the paragraph before to the paragraph after, but never far."""
    cut = document.segmentation
    first = cut.paragraph_at(start) or Span(start, end)
    last = cut.paragraph_at(max(start, end - 1)) or Span(start, end)
    before = cut.paragraph_before(first.start) or first
    after = cut.paragraph_after(last.end) or last
    return Span(
        max(min(before.start, start), start - _NEAR, 0),
        min(max(after.end, end), end + _NEAR, len(document.text)),
    )
