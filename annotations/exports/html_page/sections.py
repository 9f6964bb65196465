"""A document on the page: where it comes from, its text with the marks, the notes beside it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotations.exports.characters import safe_address
from annotations.exports.html_page.escaping import escaped, span
from annotations.exports.html_page.excerpts import excerpts, paragraphs
from annotations.exports.html_page.marks import Mark, in_lanes, marked_html
from annotations.exports.html_page.notes import note

if TYPE_CHECKING:
    from annotations.exports.material import MarkedDocument
    from documents.document import Document
    from documents.sources import Source
    from documents.spans import Span


def section(number: int, marked: MarkedDocument, marks: Sequence[Mark]) -> Iterator[str]:
    """The section of one document; ``marks`` are all of its annotations."""
    yield f'<section class="document" id="d{number}">\n{_header(marked)}'
    document = marked.document
    standing = [mark for mark in marks if mark.placed.start is not None] if document else []
    loose = [mark for mark in marks if not document or mark.placed.start is None]
    yield from _loose_notes(loose, readable=document is not None)
    if document:
        yield from _text(document, in_lanes(standing))
    yield "</section>\n"


def _header(marked: MarkedDocument) -> str:
    path = f'<p class="path" dir="auto">{escaped(marked.path)}</p>\n' if marked.source.title else ""
    return (
        f'<header>\n<h2 dir="auto">{escaped(marked.title)}</h2>\n'
        f"{_source_line(marked.source)}{path}</header>\n"
    )


def _source_line(source: Source) -> str:
    parts = [
        span("outlet", source.outlet),
        span("date", source.date),
        _link(source.url) if source.url else "",
        f"retrieved {span('date', source.retrieved)}" if source.retrieved else "",
    ]
    line = " · ".join(part for part in parts if part)
    return f'<p class="source">{line}</p>\n' if line else ""


def _link(url: str) -> str:
    address = safe_address(url)
    if address is None:
        return span("address", url)
    href = escaped(address)
    return f'<a class="address" href="{href}" rel="noreferrer noopener">{escaped(url)}</a>'


def _loose_notes(marks: Sequence[Mark], *, readable: bool) -> Iterator[str]:
    """Notes that belong to no place in the text shown: on the whole document, and orphans."""
    if not readable:
        yield '<p class="missing">The text itself could not be read, or has changed since.</p>\n'
    for mark in marks:
        yield '<div class="loose">\n'
        if mark.placed.annotation.exact:
            yield f'<blockquote dir="auto">{escaped(mark.placed.annotation.exact)}</blockquote>\n'
        yield f"{note(mark, linked=False)}</div>\n"


def _text(document: Document, marks: Sequence[Mark]) -> Iterator[str]:
    """The text shown, paragraph by paragraph, with elisions between what lies apart."""
    yield f'<div class="text {document.kind}">\n'
    pages = _Paragraphs(document.text, marks)
    shown_to = 0
    for shown in excerpts(document, marks):
        yield _elision(shown_to, shown.start)
        for paragraph in paragraphs(document, shown):
            yield pages.html(paragraph)
        shown_to = shown.end
    yield _elision(shown_to, len(document.text))
    yield "".join(note(mark, linked=False) for mark in pages.waiting)
    yield "</div>\n"


class _Paragraphs:
    """Writes the paragraphs of a text in order, each with the marks on it and their notes.

    ``waiting`` are the marks, by start, that no paragraph so far has reached.
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self.waiting = deque(marks)
        self._reached: list[Mark] = []

    def html(self, paragraph: Span) -> str:
        """A paragraph after its notes, which float beside its first line on a wide screen."""
        beginning = []
        while self.waiting and self.waiting[0].start < paragraph.end:
            beginning.append(self.waiting.popleft())
        self._reached = [mark for mark in self._reached if mark.end > paragraph.start] + beginning
        here = [mark for mark in self._reached if mark.end > paragraph.start]
        standing = {mark.number for mark in beginning if mark in here}
        notes = "".join(note(mark, linked=mark.number in standing) for mark in beginning)
        marked = marked_html(self._text, *paragraph, here, standing)
        html = f'<p dir="auto">{marked}</p>\n'
        return f'<div class="noted">\n{notes}{html}</div>\n' if notes else html


def _elision(start: int, end: int) -> str:
    if start >= end:
        return ""
    return f'<p class="elision">{end - start:,} characters not shown</p>\n'
