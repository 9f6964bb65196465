"""The library: every document of the workspace, to open in a pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from documents.sources import Source
from tui.actions import Context
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece


class Shelf(NamedTuple):
    """What the library shows: documents with their sources, and what cannot be opened and why."""

    paths: Sequence[str]
    sources: Mapping[str, Source]
    counts: Mapping[str, int]
    unopenable: Sequence[tuple[str, str]] = ()


class LibraryPanel(ListPanel):
    """Lists the documents; those that cannot be opened stand at the end, with the reason."""

    context: Context = "library"
    entry_height = 2

    def __init__(self, painter: Painter, shelf: Shelf, current: str) -> None:
        super().__init__(painter)
        self.shelf = shelf
        self.current = current
        if current in shelf.paths:
            self.index = list(shelf.paths).index(current)

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

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Name and source of a document, or why it cannot be opened."""
        muted = self.painter.panel(muted=True)
        if index >= len(self.shelf.paths):
            path, reason = self.shelf.unopenable[index - len(self.shelf.paths)]
            return [[(visible(path), muted)], [(f"  {visible(reason)}", muted)]]
        path = self.shelf.paths[index]
        source = self.shelf.sources.get(path) or Source()
        count = self.shelf.counts.get(path, 0)
        origin = " · ".join(visible(part) for part in (source.outlet, source.date) if part)
        marked = f"{count} annotation{'s' if count != 1 else ''}" if count else ""
        below = " · ".join(part for part in (origin, marked) if part)
        here = "  ◂" if path == self.current else ""
        name = self.painter.panel()
        return [[(visible(path), name), (here, muted)], [(f"  {below}", muted)]]

    def empty(self) -> str:
        """Never seen: a workspace without documents is not opened."""
        return "No documents here."
