"""The panes side by side: which documents they show, and which one is active."""

from __future__ import annotations

from collections.abc import Callable

from textual.containers import Horizontal

from documents.document import Document
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.pane.painter import Painter
from tui.pane.pane import Pane
from tui.reading.desk import Desk

_TWO_PANES = 80
"""Columns from which panes stand side by side; below, the active one is alone."""


class PaneRow(Horizontal):
    """One to four panes."""

    def __init__(
        self,
        desk: Desk,
        painter: Painter,
        *,
        moved: Callable[[Pane], None],
        clicked: Callable[[Pane], None],
    ) -> None:
        self.panes = [
            Pane(painter, desk.session.palette, separator=number > 0, moved=moved, clicked=clicked)
            for number in range(max(1, len(desk.opened)))
        ]
        super().__init__(*self.panes)
        self.active = self.panes[0]
        self._desk = desk

    def show(self, pane: Pane, path: str, offset: int | None = None) -> str:
        """Shows a document in a pane, at ``offset`` or where the reader left it.

        Gives nothing, or why it cannot be opened.
        """
        session = self._desk.session
        self._desk.remember(pane)
        place = self._desk.position(path)
        try:
            document = session.document(path, reach=place.cursor if offset is None else offset)
        except CannotOpen as error:
            return str(error)
        cursor, top = place.cursor if offset is None else offset, place.top
        moved = self._desk.settled(Place(path, cursor)).offset
        pane.typeset(self._desk.typography)
        pane.show(
            document,
            session.marks(path),
            title=self._desk.title(path),
            offset=moved,
            top=max(0, top + moved - cursor) if offset is None else None,
        )
        self._desk.begin(pane, document)
        return ""

    def reread(self, document: Document) -> None:
        """Shows a document as it reads in another encoding, where the reader was."""
        self._desk.session.replace(document)
        for pane in self.panes:
            if shows(pane, document.path):
                self.show(pane, document.path)

    def complete(self, document: Document) -> None:
        """Shows the whole of a document where its beginning is shown, at the same place."""
        self._desk.session.replace(document)
        marks = self._desk.session.marks(document.path)
        for pane in self.panes:
            if shows(pane, document.path):
                pane.take(document, marks)
                self._desk.begin(pane, document)

    def showing(self, path: str) -> Pane | None:
        """The pane that shows a document: the active one before others."""
        ordered = [self.active, *self.panes]
        return next((pane for pane in ordered if shows(pane, path)), None)

    def show_marks(self, paths: set[str] | None) -> None:
        """Shows the annotations of these documents, or of all, as they now are."""
        for pane in self.panes:
            if pane.document is not None and (paths is None or pane.document.path in paths):
                pane.set_marks(self._desk.session.marks(pane.document.path))

    def activate(self, pane: Pane) -> None:
        """Makes a pane the active one."""
        self.active = pane
        self.share_room()

    def show_active(self, *, takes_keys: bool) -> None:
        """Shows which pane is active, if keys go to the text at all."""
        for pane in self.panes:
            pane.set_active(pane is self.active and takes_keys)

    def share_room(self) -> None:
        """Shows as many panes as there is room for."""
        alone = self.screen.size.width < _TWO_PANES and len(self.panes) > 1
        for number, pane in enumerate(self.panes, start=1):
            shown = not alone or pane is self.active
            pane.set_alone(f"{number}/{len(self.panes)} " if alone else "")
            if pane.display != shown:
                pane.display = shown


def shows(pane: Pane, path: str) -> bool:
    """Whether a pane shows the document at ``path``."""
    return pane.document is not None and pane.document.path == path
