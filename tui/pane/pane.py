"""The widget of one pane: it shows a view, repaints the rows that changed, and takes the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.filter import LineFilter
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from documents.document import Document
from documents.spans import Span
from tui.layout.rows import Rows
from tui.pane.dragging import Dragging, follow_selection
from tui.pane.marks import Marks
from tui.pane.painter import Painter
from tui.pane.picture import TITLE_ROWS, Picture
from tui.pane.view import View
from tui.typography import Typography
from tui.widgets.ascii_signs import as_written
from tui.widgets.finishing import filtered

if TYPE_CHECKING:
    from annotations.palette import Palette
    from tui.find import Find
    from tui.pane.colouring import Colouring

_WHEEL_ROWS = 3


class Pane(Widget):
    """One document on the screen.

    It has no border and no scrollbar of its own, and paints whole rows: what Textual's styles
    would draw around a widget is drawn in the rows. What is painted is its ``picture``.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        *,
        rows_of: Callable[[Document, int], Rows] = Rows,
        moved: Callable[[Pane], None],
        resized: Callable[[Pane], None],
        clicked: Callable[[Pane], None],
    ) -> None:
        """``moved`` is called when the cursor, the selection or the window is another.

        ``resized`` is called when the same place is shown in another size.
        ``clicked`` is called when the mouse wants the keys here. They are calls and not messages
        so that what they change is painted together with the text.
        """
        super().__init__()
        self.styles.width = self.styles.height = "1fr"  # a style sheet would take longer to read
        self._moved = moved
        self._resized = resized
        self._clicked = clicked
        self._rows_of = rows_of
        self.picture = Picture(
            painter, palette, lambda strip: filtered(self, strip), separator=False
        )
        self._dragging = Dragging()
        self._fitted_to: tuple[Size, View | None] | None = None
        self._pending: tuple[int, int | None] | None = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What its rows go through; signs in a text stay as they are."""
        return as_written(super().get_line_filters())

    # What it shows

    @property
    def view(self) -> View | None:
        """The document's window, cursor and selection."""
        return self.picture.view

    @property
    def document(self) -> Document | None:
        """The document shown."""
        return self.view.document if self.view else None

    @property
    def marks(self) -> Marks:
        """The annotations shown."""
        return self.picture.marks

    @property
    def find(self) -> Find | None:
        """The words whose matches are marked."""
        return self.picture.find

    @property
    def match(self) -> Span | None:
        """The match that the reader went to, until the cursor leaves it."""
        return self.picture.match

    @property
    def syntax(self) -> Colouring | None:
        """The colours of source code or Markdown, as far as they are known."""
        return self.picture.syntax

    @property
    def in_sight(self) -> tuple[int, int]:
        """The stretch of the text that is on the screen, as offsets."""
        return self.picture.in_sight

    def show(
        self,
        document: Document,
        marks: Marks,
        *,
        title: str = "",
        offset: int = 0,
        top: int | None = None,
    ) -> None:
        """Shows a document with the cursor at ``offset`` and, if given, ``top`` at the top."""
        self._dragging.release()  # where it began counts in the text that was shown
        picture = self.picture
        picture.title = title or document.path
        picture.marks = marks
        picture.match = None
        picture.linked = None
        picture.syntax = None
        picture.view = View(
            document,
            picture.geometry.text_width,
            picture.text_height,
            self._rows_of,
            picture.geometry.pitch,
        )
        self._pending = (offset, top)
        if self.size or picture.text_height > 1:  # out of sight, it has rows all the same
            self._settle()
        self.repaint()
        self._moved(self)

    def _settle(self) -> None:
        """Takes the place that was asked for: once more when the size is known, unless moved on."""
        view = self.view
        if view is None or self._pending is None:
            return
        offset, top = self._pending
        if top is not None:
            view.top = view.rows.at(top).start
        view.go(offset)

    def take(self, document: Document, marks: Marks, settled: Callable[[int], int]) -> None:
        """Shows the whole of the document whose beginning is shown: every place in it holds."""
        view = self.view
        if view is not None:
            self.picture.marks = marks
            view.take(document, settled)
            self.repaint()
            self._moved(self)

    def set_marks(self, marks: Marks) -> None:
        """Shows other annotations of the same document."""
        self.picture.marks = marks
        self.repaint()

    def set_find(self, find: Find | None, match: Span | None = None) -> None:
        """Marks all matches of ``find``, and ``match`` as the one gone to."""
        before, self.picture.match = self.picture.match, match
        if find == self.picture.find:
            self.repaint_spans([span for span in (before, match) if span is not None])
            return
        self.picture.find = find
        self.repaint()

    def set_linked(self, passage: Span | None, *, follows: bool = False) -> None:
        """Marks the passage that tells the same as the sentence of the pane that this one follows,
        whose own sentence stands back then.
        """
        self.repaint_spans(self.picture.link(passage, follows=follows))

    def set_syntax(self, syntax: Colouring) -> None:
        """Takes the colours of the document; they are painted when ``repaint`` asks for them."""
        self.picture.syntax = syntax

    @property
    def position(self) -> tuple[int, int] | None:
        """The offsets of the cursor and of the top, or those asked for, before there is a size."""
        if self.view is None:
            return None
        if self._pending is not None and not self.size:
            offset, top = self._pending
            return offset, offset if top is None else top
        cursor = self.view.cursor
        return (cursor.start if cursor else 0), self.view.top

    # Moving

    def perform(self, motion: Callable[[View], object]) -> None:
        """Carries out a motion and repaints what it changed."""
        view = self.view
        if view is None:
            return
        self._pending = None
        top, rows, was = view.top, view.rows, self.picture.changing()
        motion(view)
        match, cursor = self.match, view.cursor
        if match is not None and cursor is not None and not cursor.overlaps(*match):
            self.picture.match = None  # the reader has gone on: what comes next is next from there
        changed = {span for _, span in was ^ self.picture.changing()}
        if view.rows is not rows:
            self.repaint()
        elif view.top != top:
            self.picture.scroll(changed)
            self.refresh()
        else:
            self.repaint_spans(changed)
        self._moved(self)

    def cursor_on_screen(self) -> Offset | None:
        """Where the sentence stands on the screen, for braille displays and the like.

        While words are selected it is where the selection has got to. None where that is not in
        sight.
        """
        view = self.view
        if view is None or view.cursor is None or not self.region:
            return None
        at = self.place_of((view.selection.head if view.selection else view.cursor).start)
        return None if at is None else self.region.offset + at

    def place_of(self, offset: int) -> Offset | None:
        """Where in the pane the code point at ``offset`` stands, if it is in sight."""
        return self.picture.place_of(offset)

    # Painting

    def repaint(self) -> None:
        """Forgets every row painted, and paints anew."""
        self.picture.forget()
        self.refresh()

    def repaint_spans(self, spans: Iterable[Span]) -> None:
        """Paints the rows anew that show a part of these spans."""
        self._repaint_rows(self.picture.rows_of(spans))

    def _repaint_rows(self, places: Iterable[int]) -> None:
        regions = []
        for y in places:
            self.picture.forget_row(y)
            regions.append(Region(0, y, self.size.width, 1))
        if regions:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region, from those kept where nothing changed."""
        self._fit()
        strips = self.picture.strips(crop.y, crop.bottom)
        if crop.x or crop.width != self.size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def notify_style_update(self) -> None:
        """A change of theme or of the palette of colours repaints every row."""
        super().notify_style_update()
        self.picture.forget_strips()

    # Size, and whether it is active

    def on_resize(self, event: events.Resize) -> None:
        """Lays the text out for the new size, at the same place."""
        self._fit()
        self._resized(self)

    def _fit(self) -> None:
        """Takes the size the pane has; painting asks for it too, and is sooner than the event."""
        fitted_to = (self.size, self.view)
        if self._fitted_to == fitted_to or not self.size:
            return
        self._fitted_to = fitted_to
        first = self.view is not None and self.view.height <= 1
        self.picture.resize(self.size)
        if first:
            self._settle()
        self.repaint()

    def typeset(self, typography: Typography) -> None:
        """Sets the text anew, at the same place."""
        if typography == self.picture.typography:
            return
        self.picture.typography = typography
        self._fitted_to = None
        self._fit()

    def set_place(self, which: str, *, separator: bool) -> None:
        """Shows which pane this is, where not all are in sight, and a line to its neighbour."""
        picture = self.picture
        if (which, separator) != (picture.which, picture.separator):
            picture.which, picture.separator = which, separator
            self._fitted_to = None
            self.repaint()

    def set_active(self, active: bool, *, meant: bool) -> None:
        """Shows whether keys go here now, and whether they are about the sentence here at least."""
        if (active, meant) != (self.picture.active, self.picture.is_meant):
            was = self.picture.changing()
            self.picture.active, self.picture.is_meant = active, meant
            self._repaint_rows(range(TITLE_ROWS))
            self.repaint_spans(span for _, span in was | self.picture.changing())

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins a click or a drag; the line between panes is their container's to move."""
        if event.x < self.picture.geometry.separator:
            return
        self._clicked(self)
        offset, view = self.picture.offset_at(event.x, event.y), self.view
        if offset is None or view is None or event.button != 1:
            return
        if self._dragging.press(view.document.text, offset):
            if view.selection is not None:
                self.perform(View.deselect)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extends a selection word by word while a button is held."""
        if self.view is None or not self._dragging.held:
            return
        offset = self.picture.offset_at(event.x, event.y)
        selection = None if offset is None else self._dragging.move(self.view, offset)
        if selection is not None:
            self.perform(lambda view: view.select(selection))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A click moves the cursor to the sentence; a drag leaves its selection."""
        if not self._dragging.held:
            return
        self._dragging.release()
        self.release_mouse()
        if self.view is None:
            return
        offset = self.picture.offset_at(event.x, event.y)
        if self.view.selection is not None:
            self.perform(follow_selection)
        elif offset is not None:
            self.perform(lambda view: view.go(offset))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls on."""
        event.stop()
        self.perform(lambda view: view.scroll(_WHEEL_ROWS))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls back."""
        event.stop()
        self.perform(lambda view: view.scroll(-_WHEEL_ROWS))
