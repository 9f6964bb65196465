"""The library: every document of the workspace, to open in a pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from documents.sources import Source
from tui.actions import Context
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece, fitted

_BETWEEN = 5
"""Columns before and between outlet and date."""


class Shelf(NamedTuple):
    """What the library shows: documents with their sources, and what cannot be opened and why."""

    paths: Sequence[str]
    sources: Mapping[str, Source]
    counts: Mapping[str, int]
    unopenable: Sequence[tuple[str, str]] = ()


class LibraryPanel(ListPanel):
    """Lists the documents; those that cannot be opened stand at the end, with the reason."""

    context: Context = "library"

    def __init__(
        self, painter: Painter, shelf: Shelf, current: str, show: Callable[[str], None]
    ) -> None:
        super().__init__(painter)
        self._show = show
        self.shelf = shelf
        self.current = current
        if current in shelf.paths:
            self.index = list(shelf.paths).index(current)

    @property
    def entry_height(self) -> int:
        """Two rows where there is something to tell of documents beside their names."""
        return 2 if self.shelf.sources or self.shelf.unopenable else 1

    def count(self) -> int:
        """All files that are documents, openable or not."""
        return len(self.shelf.paths) + len(self.shelf.unopenable)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are."""
        style = self.painter.chrome(active=False)
        strong = self.painter.chrome(active=True)
        return [("Library", strong)], [(f"{len(self.shelf.paths)} documents ", style)]

    def path(self, index: int) -> str | None:
        """The document of an entry; None for one that cannot be opened."""
        return self.shelf.paths[index] if index < len(self.shelf.paths) else None

    def open(self) -> None:
        """Shows the document in the text."""
        path = self.path(self.index)
        if path is not None:
            self._show(path)

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Name and source of a document, or why it cannot be opened."""
        muted = self.painter.panel(muted=True)
        if index >= len(self.shelf.paths):
            path, reason = self.shelf.unopenable[index - len(self.shelf.paths)]
            return [[(visible(path), muted)], [(f"  {visible(reason)}", muted)]]
        path = self.shelf.paths[index]
        source = self.shelf.sources.get(path) or Source()
        count = self.shelf.counts.get(path, 0)
        marked = f"{count} marked" if count else ""
        name: Piece = (visible(path), self.painter.panel())
        here = "  ◂" if path == self.current else ""
        first = fitted((), [name], [(f"{here}  {marked}", muted)], width, muted)
        rows: list[Sequence[Piece]] = [[(one.text, one.style or muted) for one in first]]
        return [*rows, self._origin(source, width)] if self.entry_height > 1 else rows

    def _origin(self, source: Source, width: int) -> Sequence[Piece]:
        """Who published it and when; the date stays whole where there is no room for both."""
        muted = self.painter.panel(muted=True)
        date = visible(source.date or "")
        outlet = visible(source.outlet or "")
        if outlet and date and len(outlet) + len(date) + _BETWEEN > width:
            outlet = outlet[: max(0, width - len(date) - _BETWEEN - 1)].rstrip() + "…"
        return [(f"  {' · '.join(filter(None, [outlet, date]))}", muted)]

    def empty(self) -> str:
        """Never seen: a workspace without documents is not opened."""
        return "No documents here."
