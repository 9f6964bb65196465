"""How far the rows of a list item, a quotation or a source line are indented after its first."""

from __future__ import annotations

from documents.document import Kind
from documents.lazy_regex import lazy_regex
from tui.layout.clusters import TAB_WIDTH

_DEEPER = 2
"""Columns by which a line that stands for itself goes on deeper than it began."""

_LISTED = r"(?:[-*+•‣◦]|\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?"
_begins_item = lazy_regex(rf"[ \t]*{_LISTED}").match
_begins_quote_or_item = lazy_regex(rf"[ \t]*(?:>[ \t]?)*(?:{_LISTED})?").match
_indentation = lazy_regex(r"[ \t]*").match


def of_paragraph(text: str, start: int, kind: Kind, width: int) -> int:
    """The columns for the paragraph whose first line begins at ``start``: those of its marker.

    In Markdown, indentation alone makes a paragraph part of the list item above it.
    """
    if text[start : start + 1].isalpha():
        return 0  # nearly always: spares the pattern
    begins = _begins_quote_or_item if kind == "markdown" else _begins_item
    found = begins(text, start, start + width)
    return _at_most(_columns(found.group()), width) if found else 0


def of_line(text: str, start: int, width: int) -> int:
    """The columns for the line that begins at ``start`` and stands for itself."""
    found = _indentation(text, start, start + width)
    return _at_most(_columns(found.group()) + _DEEPER, width) if found else 0


def _columns(before: str) -> int:
    return len(before.expandtabs(TAB_WIDTH))


def _at_most(columns: int, width: int) -> int:
    """The columns, or none where they would leave too little of the row."""
    return columns if columns <= width // 3 else 0
