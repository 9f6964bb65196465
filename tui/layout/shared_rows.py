"""One layout for all panes that show the same document at the same width."""

from __future__ import annotations

from weakref import WeakValueDictionary

from documents.document import Document
from tui.layout.rows import Rows


class SharedRows:
    """Gives out the rows of documents; what nobody shows any more is forgotten."""

    def __init__(self) -> None:
        # By the document's identity, which is its own as long as its rows keep it.
        self._rows: WeakValueDictionary[tuple[int, int], Rows] = WeakValueDictionary()

    def of(self, document: Document, width: int) -> Rows:
        """The rows of a document in ``width`` columns."""
        rows = self._rows.get((id(document), width))
        if rows is None:
            rows = self._rows[id(document), width] = Rows(document, width)
        return rows
