"""The library: every document of the workspace, to open in a pane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from documents.sources import Source
from tui.actions import Context
from tui.fuzzy import fitting
from tui.numbers import counted, grouped
from tui.pane.painter import Painter
from tui.panels.list_panel import ListPanel
from tui.visible import visible
from tui.widgets.pieces import Piece, fitted

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

_BETWEEN = 5
"""Columns before and between outlet and date."""
_WIDE = 60
"""Columns from which all there is to tell of a document has room in one row."""
_BESIDE = 9
"""Columns of the mark and the name in the heading."""
_LOW = 12
"""Rows below which a list is too short to give two of them to a document."""
_MOST_REFUSED = 100
"""Files that cannot be opened and are named: pictures and programs may be there in thousands."""


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
        self,
        painter: Painter,
        shelf: Shelf,
        current: str,
        show: Callable[[LibraryPanel], None],
    ) -> None:
        super().__init__(painter)
        self._show = show
        self.shelf = shelf
        self.current = current
        self.typed = ""
        self._paths: Sequence[str] = shelf.paths
        self._unopenable = shelf.unopenable[:_MOST_REFUSED]
        self._marked_width = _widest(shelf)
        if current in shelf.paths:
            self.index = list(shelf.paths).index(current)

    def narrow(self, typed: str) -> None:
        """Lists the files whose names fit what was typed, the best first; all, if it is nothing."""
        if typed == self.typed:
            return
        selected, self.typed = self.path(self.index), typed
        self._paths, self._unopenable = self.shelf.paths, self.shelf.unopenable[:_MOST_REFUSED]
        if typed.strip():
            self._paths = fitting(self._paths, typed.strip())
            reasons = dict(self.shelf.unopenable)
            names = fitting(reasons, typed.strip())[:_MOST_REFUSED]
            self._unopenable = [(name, reasons[name]) for name in names]
        stays = not typed.strip() and selected in self._paths
        self.update(index=list(self._paths).index(selected) if selected and stays else 0)

    @property
    def entry_height(self) -> int:
        """Two rows where there is something to tell beside the names, and no room in one row."""
        telling = self.shelf.sources or self.shelf.unopenable
        return 2 if telling and self.size.width < _WIDE and self.size.height >= _LOW else 1

    def count(self) -> int:
        """All files listed that are documents, and of those that are not as many as are named."""
        return len(self._paths) + len(self._unopenable)

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """How many there are, and how many files are none."""
        style = self.painter.chrome(active=False)
        strong = self.painter.chrome(active=True)
        number, refused = len(self.shelf.paths), len(self.shelf.unopenable)
        words = f"{counted(number, 'document')} "
        if self.typed.strip():
            words = f"{grouped(self.count())} of {counted(number + refused, 'file')} "
        elif refused:
            more = f"{words[:-1]}, {counted(refused, 'other file')} "
            words = more if len(more) + _BESIDE <= self.size.width else words
        return [("Library", strong)], [(words, style)]

    def path(self, index: int) -> str | None:
        """The document of an entry; None for one that cannot be opened."""
        return self._paths[index] if index < len(self._paths) else None

    def refusal(self) -> str:
        """Why the selected file cannot be opened; empty where it can."""
        past = self.index - len(self._paths)
        return ": ".join(self._unopenable[past]) if past >= 0 else ""

    def open(self) -> None:
        """Shows the document in the text, or why it cannot be opened."""
        self._show(self)

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """Name and source of a document, or why a file cannot be opened."""
        if index >= len(self._paths):
            return self._refused(index - len(self._paths))
        path, muted = self._paths[index], self.painter.panel(muted=True)
        source = self.shelf.sources.get(path) or Source()
        aside = [(self._about(path), muted)]
        if self.entry_height == 1:
            aside = [(f"  {_origin(source)}", muted), *aside]
        first = fitted((), [(visible(path), self.painter.panel())], aside, width, muted)
        rows: list[Sequence[Piece]] = [[(one.text, one.style or muted) for one in first]]
        under = f"  {_origin(source, width)}"
        return [*rows, [(under, muted)]] if self.entry_height > 1 else rows

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Counts the marks as they now are."""
        self.shelf = self.shelf._replace(counts=reading.session.annotated())
        self._marked_width = _widest(self.shelf)
        self.refresh()

    def _about(self, path: str) -> str:
        """Whether a document is the one that is read, and how many marks are on it."""
        marked = _marked(self.shelf.counts.get(path, 0))
        here = "◂" if path == self.current else " "
        return f"  {here}  {marked:{self._marked_width}}"

    def _refused(self, number: int) -> Sequence[Sequence[Piece]]:
        muted = self.painter.panel(muted=True)
        path, reason = map(visible, self._unopenable[number])
        if self.entry_height == 1:
            return [[(f"{path}  {reason}", muted)]]
        return [[(path, muted)], [(f"  {reason}", muted)]]

    def empty(self) -> str:
        """That no name fits: a workspace without documents is not opened."""
        return "No file has such a name. Fewer letters of it find more."


def _widest(shelf: Shelf) -> int:
    return max(map(len, map(_marked, shelf.counts.values())), default=0)


def _marked(count: int) -> str:
    return f"{count} marked" if count else ""


def _origin(source: Source, width: int | None = None) -> str:
    """Who published a document and when; the date stays whole where there is no room for both."""
    outlet, date = visible(source.outlet or ""), visible(source.date or "")
    if width and outlet and date and len(outlet) + len(date) + _BETWEEN > width:
        outlet = outlet[: max(0, width - len(date) - _BETWEEN - 1)].rstrip() + "…"
    return " · ".join(filter(None, [outlet, date]))
