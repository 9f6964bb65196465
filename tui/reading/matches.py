"""The match that the reader went to stays the one they are at when its document is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.reading.pane_row import shows

if TYPE_CHECKING:
    from documents.document import Document
    from tui.pane.pane import Pane
    from tui.reading.pane_row import PaneRow


class Matches:
    """The matches gone to in one document as they were before it was read again."""

    def __init__(self, row: PaneRow, path: str) -> None:
        self._kept = [
            (pane, cursor.start, pane.match, pane.view.document.text[slice(*pane.match)])
            for pane in row.panes
            if shows(pane, path) and pane.view is not None and pane.match is not None
            if (cursor := pane.view.cursor) is not None
        ]

    def put_back(self, document: Document) -> None:
        """Marks them where they are in the document now: as far from the cursor as they were."""
        for pane, cursor, match, words in self._kept:
            _put(pane, document, cursor, match, words)


def _put(pane: Pane, document: Document, before: int, match: Span, words: str) -> None:
    now = pane.view.cursor if pane.view is not None else None
    if now is None:
        return
    by = now.start - before
    moved = Span(match.start + by, match.end + by)
    if document.text[slice(*moved)] == words and now.overlaps(*moved):
        pane.set_find(pane.find, moved)
