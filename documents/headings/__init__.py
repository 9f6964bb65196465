"""The headings of a document: what an outline shows, and what a reader jumps between."""

from __future__ import annotations

from collections.abc import Iterator
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
    return [heading for found in headings_in_steps(document) for heading in found]


def headings_in_steps(document: Document) -> Iterator[list[Heading]]:
    """The headings of ``document``, in order, those of some thousand letters with each step.

    A step takes about a millisecond, so that whoever looks through a long text can stop between.
    """
    from documents.headings.windows import windows

    if document.kind == "markdown":
        from documents.headings.markdown import markdown_headings

        return markdown_headings(windows(document.text))
    if document.kind == "code":
        from documents.headings.code import code_headings

        return code_headings(windows(document.text), document.path)
    from documents.headings.prose import prose_headings

    return prose_headings(windows(document.text))
