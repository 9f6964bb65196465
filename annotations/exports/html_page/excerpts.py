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
_NEAR = 600
"""Code points shown on either side of a mark in a longer text, and then to the paragraph's end."""
_FARTHEST = 2_000
"""Code points beyond which no paragraph's end is waited for; some are as long as the text."""
_LONG_MARK = 4_000
"""Code points from which on a mark is shown by its beginning and its end."""


def excerpts(document: Document, marks: Iterable[Mark]) -> list[Span]:
    """The stretches of the text to show, apart and in order."""
    length = len(document.text)
    if length <= WHOLE:
        return [Span(0, length)]
    near = _merged(span for mark in marks for span in _around(mark, length))
    return _merged(_to_paragraphs(document, span) for span in near)


def paragraphs(document: Document, shown: Span) -> Iterator[Span]:
    """The paragraphs in a stretch, cut where it is cut."""
    for paragraph in document.segmentation.paragraphs(shown.start, shown.end):
        start, end = max(paragraph.start, shown.start), min(paragraph.end, shown.end)
        if start < end:
            yield Span(start, end)


def _around(mark: Mark, length: int) -> Iterator[Span]:
    """The surroundings of a mark; of a long one, those of its start and of its end."""
    if mark.end - mark.start <= _LONG_MARK:
        yield _near(mark.start, mark.end, length)
    else:
        yield _near(mark.start, mark.start, length)
        yield _near(mark.end, mark.end, length)


def _near(start: int, end: int, length: int) -> Span:
    return Span(max(start - _NEAR, 0), min(end + _NEAR, length))


def _to_paragraphs(document: Document, span: Span) -> Span:
    """The span, widened to whole paragraphs."""
    first = document.segmentation.paragraph_at(span.start) or span
    last = document.segmentation.paragraph_at(span.end - 1) or span
    return Span(
        max(min(first.start, span.start), span.start - _FARTHEST),
        min(max(last.end, span.end), span.end + _FARTHEST),
    )


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that touch as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
