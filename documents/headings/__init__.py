"""The headings of a document: what an outline shows, and what a reader jumps between."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from documents.document import Document

LONGEST_TITLE = 200
"""Code points of a heading's text that are kept."""


class Heading(NamedTuple):
    """A heading: its level (1 is the highest), the span of its line, its text without markers.

    The span leaves out the newline and the white space around.
    """

    level: int
    start: int
    end: int
    title: str


def headings(document: Document) -> list[Heading]:
    """The headings of ``document``, in order.

    Takes one pass of regular expressions over the text: time grows with its length alone.
    """
    text = _with_line_feeds(document.text)
    if document.kind == "markdown":
        from documents.headings.markdown import markdown_headings

        return markdown_headings(text)
    if document.kind == "code":
        from documents.headings.code import code_headings

        return code_headings(text, document.path)
    from documents.headings.prose import prose_headings

    return prose_headings(text)


def _with_line_feeds(text: str) -> str:
    """``text`` with a line feed at the end of every line, and every character in its place."""
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")
