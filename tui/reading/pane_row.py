"""The panes side by side: which documents they show, how wide they are, which one is active."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from weakref import WeakValueDictionary

from textual import events
from textual.layout import Layout
from textual.widget import Widget

from documents.document import Document
from documents.errors import CannotOpen
from tui.jumps import Place
from tui.layout.shared_rows import SharedRows
from tui.pane.painter import Painter
from tui.pane.pane import Pane
from tui.reading.arrangement import Arrangement
from tui.reading.desk import Desk
from tui.reading.side_by_side import SideBySide

_AT_EASE = 48
"""Columns each pane should have where a further one is opened without being asked for."""


class PaneRow(Widget):
    """One to four panes, as their ``arrangement`` says."""

    def __init__(
        self,
        desk: Desk,
        painter: Painter,
        *,
        moved: Callable[[Pane], None],
        clicked: Callable[[Pane], None],
        say: Callable[[str], None],
    ) -> None:
        rows, palette = SharedRows(), desk.session.palette

        def new() -> Pane:
            return Pane(
                painter,
                palette,
                rows_of=rows.of,
                moved=moved,
                resized=desk.moved,  # no move: linked panes stay where they are
                clicked=clicked,
            )

        panes = [new() for _ in range(max(1, len(desk.opened)))]
        super().__init__(*panes)
        self._say = say
        self.styles.width = self.styles.height = "1fr"  # a style sheet would take longer to read
        self.styles.overflow_x = self.styles.overflow_y = "hidden"
        self.arrangement = Arrangement(panes, [one.share for one in desk.opened], desk.active)
        self._new = new
        self._recent = list(panes)  # those that were active last come first
        self.left_in: WeakValueDictionary[Place, Pane] = WeakValueDictionary()
        """In which pane a place was left that a jump leads back to."""
        self._desk = desk
        self._side_by_side = SideBySide(self._placed)
        self._width = 0  # columns there are for panes
        self._held: int | None = None  # the pane whose left edge the mouse holds

    @property
    def panes(self) -> list[Pane]:
        """All panes, left to right, in sight or not."""
        return list(self.arrangement.panes)

    @property
    def active(self) -> Pane:
        """The pane that actions work on."""
        return self.arrangement.panes[self.arrangement.active]

    @property
    def in_sight(self) -> list[Pane]:
        """The panes there is room for, left to right."""
        return [self.arrangement.panes[number] for number in self.arrangement.in_sight(self._width)]

    # Documents in panes

    def open(self) -> Iterator[str]:
        """Shows the documents as the reader left them; why, where one cannot be opened."""
        for pane, one in zip(self.panes, self._desk.opened, strict=False):
            if problem := self.show(pane, one.path, one.cursor, one.top):
                yield problem

    def show(self, pane: Pane, path: str, offset: int | None = None, top: int | None = None) -> str:
        """Shows a document in a pane, at ``offset`` or where the reader is, or was, in it.

        Gives nothing, or why it cannot be opened.
        """
        session = self._desk.session
        if offset is None:
            offset, top = self._place(path)
        try:
            document = session.documents.at(path, reach=offset)
        except CannotOpen as error:
            return str(error)
        self._desk.leave(pane)
        moved = self._desk.settled(Place(path, offset)).offset
        top = None if top is None else max(0, top + moved - offset)
        pane.typeset(self._desk.typography)
        title = self._desk.title(path)
        pane.show(document, session.marks(path), title=title, offset=moved, top=top)
        self._desk.begin(pane, document)
        return ""

    def _place(self, path: str) -> tuple[int, int]:
        """Where the reader is in a document that is open, or else was when they left it."""
        pane = self.showing(path)
        place = self._desk.position(path)
        return (pane and pane.position) or (place.cursor, place.top)

    def reread(self, document: Document) -> None:
        """Shows a document as it now reads, where the reader was in each pane."""
        self._desk.session.documents.replace(document)
        for pane in self.panes:
            if shows(pane, document.path) and pane.position is not None:
                self.show(pane, document.path, *pane.position)

    def renamed(self, old: str, document: Document) -> None:
        """Shows a document under its new name, where the reader was in each pane."""
        self._desk.session.renamed(old, document)
        for pane in self.panes:
            if shows(pane, old) and pane.position is not None:
                self.show(pane, document.path, *pane.position)

    def complete(self, document: Document) -> None:
        """Shows the whole of a document where its beginning is shown, at the same place."""
        self._desk.session.documents.replace(document)
        marks = self._desk.session.marks(document.path)
        for pane in self.panes:
            if shows(pane, document.path):
                pane.take(document, marks, partial(self._desk.moved_to, document))
                self._desk.begin(pane, document)

    def showing(self, path: str) -> Pane | None:
        """The pane that shows a document: of several the one that was active last."""
        return next((pane for pane in self._recent if shows(pane, path)), None)

    def pane_of(self, place: Place) -> Pane | None:
        """The pane that a place left is gone back to in: the one that shows it, or else showed it.

        None where there is no such pane any more.
        """
        pane = self.showing(place.path) or self.left_in.get(place)
        return pane if pane in self.panes else None

    def show_marks(self, paths: set[str] | None) -> None:
        """Shows the annotations of these documents, or of all, as they now are."""
        for pane in self.panes:
            if pane.document is not None and (paths is None or pane.document.path in paths):
                pane.picture.title = self._desk.title(pane.document.path)
                pane.set_marks(self._desk.session.marks(pane.document.path))

    # Which pane is active

    def activate(self, pane: Pane) -> None:
        """Makes a pane the active one, and brings it in sight."""
        self._recent.remove(pane)
        self._recent.insert(0, pane)
        if pane is not self.active:
            self._arrange(self.arrangement.activated(self.panes.index(pane)))

    def show_active(self, *, takes_keys: bool) -> None:
        """Shows which pane is active, if keys go to the text at all."""
        for pane in self.panes:
            is_active = pane is self.active
            pane.set_active(is_active and takes_keys, meant=is_active)

    # Other panes, in other places; each tells whether it could be done

    def split(self) -> bool:
        """Opens a pane beside the active one, with the same document at the same place."""
        twin = self.active
        if self.arrangement.is_full:
            return False
        pane = self._add()
        if twin.document is not None and twin.position is not None:
            self.show(pane, twin.document.path, *twin.position)
            pane.set_find(twin.find, twin.match)
        return True

    def beside(self) -> Pane:
        """A pane for a further document: a new one if there is room to read, else the next one.

        A single pane always gets a neighbour, though it may be out of sight.
        """
        count = len(self.panes) + 1
        at_ease = not self.arrangement.is_full and self.screen.size.width >= count * _AT_EASE
        if count == 2 or at_ease:
            return self._add()
        return self.panes[(self.arrangement.active + 1) % len(self.panes)]

    def close(self) -> bool:
        """Closes the active pane."""
        return self._keep(self.arrangement.closed())

    def close_others(self) -> bool:
        """Closes all panes but the active one."""
        return self._keep(self.arrangement.only())

    def move(self, by: int) -> bool:
        """Moves the active pane to the right, or left if negative."""
        return self._arrange(self.arrangement.moved(by))

    def widen(self, by: int) -> bool:
        """Makes the active pane wider, or narrower if negative, by columns."""
        return self._arrange(self.arrangement.widened(by, self._width))

    def equalise(self) -> bool:
        """Makes all panes equally wide."""
        return self._arrange(self.arrangement.equal())

    def _add(self) -> Pane:
        pane = self._new()
        self._recent.insert(0, pane)
        self.mount(pane)
        self._arrange(self.arrangement.split(pane))
        return pane

    def _keep(self, arrangement: Arrangement[Pane]) -> bool:
        """Closes the panes that are not in an arrangement."""
        closed = [pane for pane in self.panes if pane not in arrangement.panes]
        for pane in closed:
            self._desk.leave(pane)
            self._recent.remove(pane)
            pane.remove()
        return self._arrange(arrangement)

    def _arrange(self, arrangement: Arrangement[Pane]) -> bool:
        changed = arrangement is not self.arrangement
        self.arrangement = arrangement
        if changed:
            self.active.refresh(layout=True)  # asked for by a child, it lays its parent out anew
        return changed

    # Their places on the screen

    @property
    def layout(self) -> Layout:
        """Puts panes side by side."""
        return self._side_by_side

    def _placed(self, width: int) -> Iterator[tuple[Pane, int]]:
        """The panes that are shown in ``width`` columns, and the columns of each."""
        self._width = width
        panes, shown = self.arrangement.panes, self.arrangement.in_sight(width)
        for number, columns in zip(shown, self.arrangement.widths(width), strict=True):
            which = f"{number + 1}/{len(panes)} " if len(shown) < len(panes) else ""
            panes[number].set_place(which, separator=number > shown.start)
            yield panes[number], columns

    # The lines between them, moved with the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the line between two panes."""
        for number in self.arrangement.in_sight(self._width)[1:]:
            region = self.arrangement.panes[number].region
            if event.button == 1 and region.column_span[0] == event.screen_x:
                self._held = number
                self.capture_mouse()
                event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Moves the line that is held."""
        if self._held is not None and self._held < len(self.panes):
            self._drag_to(int(event.screen_x))

    def _drag_to(self, column: int) -> None:
        """Moves the line that is held to a column of the screen, or says why it stays."""
        number, widths = self._held or 0, self.arrangement.widths(self._width)
        shown = self.arrangement.in_sight(self._width)
        by = column - self.region.x - sum(widths[: number - shown.start])
        arrangement = self.arrangement.edge_moved(number, by, self._width)
        self._arrange(arrangement)
        now = sum(arrangement.widths(self._width)[: number - shown.start])
        if now != column - self.region.x:
            side = "right" if by > 0 else "left"
            self._say(f"The pane at the {side} can be no narrower")

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Lets go of it."""
        if self._held is not None:
            self._held = None
            self.release_mouse()


def shows(pane: Pane, path: str) -> bool:
    """Whether a pane shows the document at ``path``."""
    return pane.document is not None and pane.document.path == path
