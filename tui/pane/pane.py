"""The widget of one pane: it shows a view, repaints the rows that changed, and takes the mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widget import Widget

from annotations.palette import Palette
from documents.document import Document
from documents.spans import Span
from tui.finding import Find
from tui.layout.rowtext import RowText, row_text
from tui.layout.wrapping import Row
from tui.pane.geometry import Geometry
from tui.pane.layers import mark_layers, match_layers, sentence_layers, syntax_layers
from tui.pane.margin import MarginLine, margin_lines
from tui.pane.marks import Marks
from tui.pane.painter import Painter
from tui.pane.selection import Selection, word_at
from tui.pane.view import View
from tui.visible import visible
from tui.widgets.finishing import filtered
from tui.widgets.pieces import fitted

if TYPE_CHECKING:
    from tui.syntax import SyntaxColouring

_TITLE_ROWS = 1
_WHEEL_ROWS = 3


class Pane(Widget):
    """One document on the screen.

    It has no border and no scrollbar of its own, and paints whole rows: what Textual's styles
    would draw around a widget is drawn in the rows, which are kept until what they show changes.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        *,
        separator: bool,
        moved: Callable[[Pane], None],
        clicked: Callable[[Pane], None],
    ) -> None:
        """``moved`` is called when the cursor, the selection or the window is another.

        ``clicked`` is called when the mouse wants the keys here. They are calls and not messages
        so that what they change is painted together with the text.
        """
        super().__init__()
        self.styles.width = self.styles.height = "1fr"  # a style sheet would take longer to read
        self._moved = moved
        self._clicked = clicked
        self.painter = painter
        self.palette = palette
        self.separator = self._separated = separator
        self._which = ""
        self.view: View | None = None
        self.title = ""
        self.marks = Marks()
        self.find: Find | None = None
        self.match: Span | None = None
        self.syntax: SyntaxColouring | None = None
        self._strips: list[Strip | None] = []
        self._rows: list[Row] = []
        self._margin: list[MarginLine] = []
        self._geometry = Geometry.of(60, separator=separator)
        self._active = False
        self._drag: Span | None = None
        self._fitted_to: tuple[Size, View | None] | None = None
        self._pending: tuple[int, int | None] | None = None

    # What it shows

    @property
    def document(self) -> Document | None:
        """The document shown."""
        return self.view.document if self.view else None

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
        self.title = visible(title or document.path)
        self.marks = marks
        self.match = None
        self.syntax = None
        self.view = View(document, self._geometry.text_width, self._text_height)
        self._pending = (offset, top)
        if self.size:
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

    def set_marks(self, marks: Marks) -> None:
        """Shows other annotations of the same document."""
        self.marks = marks
        self.repaint()

    def set_find(self, find: Find | None, match: Span | None = None) -> None:
        """Marks all matches of ``find``, and ``match`` as the one gone to."""
        self.find = find
        self.match = match
        self.repaint()

    @property
    def in_sight(self) -> tuple[int, int]:
        """The stretch of the text that is on the screen, as offsets."""
        rows = self._window()
        return (rows[0].start, rows[-1].end) if rows else (0, 0)

    @property
    def _text_height(self) -> int:
        return max(1, self.size.height - _TITLE_ROWS)

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
        top, rows, was = view.top, view.rows, list(_changing(view))
        motion(view)
        match, cursor = self.match, view.cursor
        if match is not None and cursor is not None and not cursor.overlaps(*match):
            self.match = None  # the reader has gone on: what comes next is next from there
        if view.top != top or view.rows is not rows:
            self.repaint()
        else:
            self._repaint_spans([*was, *_changing(view)])
        self._place_terminal_cursor()
        self._moved(self)

    def _place_terminal_cursor(self) -> None:
        """Puts the terminal's own cursor on the sentence, for braille displays and the like."""
        view = self.view
        if view is None or view.cursor is None or not self._active:
            return
        at = self.place_of(view.cursor.start)
        if at is not None:
            self.app.cursor_position = self.region.offset + at

    def place_of(self, offset: int) -> Offset | None:
        """Where in the pane the code point at ``offset`` stands, if it is in sight."""
        for number, row in enumerate(self._window()):
            if row.start <= offset < max(row.end, row.start + 1) and self.view:
                shown = row_text(self.view.document.text, row, self.view.document.kind)
                column = self._geometry.text_x + shown.column(offset - row.start)
                return Offset(column, number + _TITLE_ROWS)
        return None

    # Painting

    def repaint(self) -> None:
        """Forgets every row painted, and paints anew."""
        self._strips = []
        self._rows = []
        self._margin = []
        self.refresh()

    def _repaint_spans(self, spans: Iterable[Span]) -> None:
        changed = {
            number
            for span in spans
            for number, row in enumerate(self._window())
            if row.start < span.end and span.start <= row.end
        }
        self._repaint_rows(number + _TITLE_ROWS for number in changed)

    def _repaint_rows(self, places: Iterable[int]) -> None:
        width = self.size.width
        regions = []
        for y in places:
            if y < len(self._strips):
                self._strips[y] = None
            regions.append(Region(0, y, width, 1))
        if regions:
            self.refresh(*regions)

    def _window(self) -> list[Row]:
        if not self._rows and self.view is not None:
            self._rows = self.view.window()
        return self._rows

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of a region, from those kept where nothing changed."""
        self._fit()
        height = self.size.height
        if len(self._strips) != height:
            self._strips = [None] * height
        strips = [self._strip_at(y) for y in range(crop.y, min(crop.bottom, height))]
        if crop.x or crop.width != self.size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def _strip_at(self, y: int) -> Strip:
        strip = self._strips[y]
        if strip is None:
            strip = self._title_strip() if y < _TITLE_ROWS else self._row_strip(y - _TITLE_ROWS)
            strip = self._strips[y] = filtered(self, strip)
        return strip

    def _title_strip(self) -> Strip:
        theme = self.painter.theme
        progress = f"{self.view.progress:.0%} " if self.view else ""
        edge = "│" if self.separator else ""
        style = self.painter.chrome(active=self._active)
        mark = "▌" if self._active else " "
        return Strip(
            [
                *([Segment(edge, self.painter.plain(theme.separator))] if edge else []),
                *fitted(
                    [(mark, self.painter.chrome(active=self._active, bar=True))],
                    [(self._which, self.painter.chrome(active=False)), (self.title, style)],
                    [(f" {progress}", self.painter.chrome(active=False))],
                    self.size.width - len(edge),
                    self.painter.chrome(active=False),
                ),
            ]
        )

    def _row_strip(self, number: int) -> Strip:
        rows = self._window()
        view = self.view
        if view is None or number >= len(rows):
            return self.painter.strip(self._geometry)
        row = rows[number]
        shown = row_text(view.document.text, row, view.document.kind)
        theme = self.painter.theme
        layers = [
            *syntax_layers(row, self.syntax, theme),
            *sentence_layers(row, view, theme),
            *mark_layers(row, self.marks, self.palette, theme),
            *match_layers(row, view.document.text, self.find, self.match, theme),
        ]
        cursor = view.cursor
        beside = cursor is not None and row.start < cursor.end and cursor.start < row.end
        return self.painter.strip(
            self._geometry,
            self.painter.text(row, shown, layers),
            bar=beside,
            focused=self._active,
            margin=self._margin_lines()[number],
        )

    def _margin_lines(self) -> list[MarginLine]:
        if not self._margin:
            note_width = self._geometry.margin_width - 6 if self._geometry.has_notes else 0
            rows = self._window()
            self._margin = margin_lines(rows, self.marks, self.palette, note_width)
        return self._margin

    def notify_style_update(self) -> None:
        """A change of theme or of the palette of colours repaints every row."""
        super().notify_style_update()
        self._strips = []

    # Size, and whether it is active

    def on_resize(self, event: events.Resize) -> None:
        """Lays the text out for the new size, at the same place."""
        self._fit()
        self.call_after_refresh(self._place_terminal_cursor)

    def _fit(self) -> None:
        """Takes the size the pane has; painting asks for it too, and is sooner than the event."""
        fitted_to = (self.size, self.view)
        if self._fitted_to == fitted_to or not self.size:
            return
        self._fitted_to = fitted_to
        self._geometry = Geometry.of(self.size.width, separator=self.separator)
        if self.view is not None:
            first = self.view.height <= 1
            self.view.resize(self._geometry.text_width, self._text_height)
            if first:
                self._settle()
        self.repaint()

    def set_alone(self, which: str) -> None:
        """Shows which pane this is, where it is the only one in sight; nothing where it is not."""
        if which != self._which:
            self._which = which
            self.separator = self._separated and not which
            self._fitted_to = None
            self.repaint()

    def set_active(self, active: bool) -> None:
        """Shows whether keys go here now."""
        if active != self._active:
            self._active = active
            self._repaint_frame()
            self._place_terminal_cursor()

    def _repaint_frame(self) -> None:
        self._repaint_rows(range(_TITLE_ROWS))
        if self.view is not None and self.view.cursor is not None:
            self._repaint_spans([self.view.cursor])

    # The mouse

    def _offset_at(self, x: int, y: int) -> int | None:
        """The code point of the text at a place of the pane."""
        rows, view = self._window(), self.view
        if view is None or not _TITLE_ROWS <= y < len(rows) + _TITLE_ROWS:
            return None
        row = rows[y - _TITLE_ROWS]
        shown: RowText = row_text(view.document.text, row, view.document.kind)
        return row.start + shown.offset_at(max(0, x - self._geometry.text_x))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begins a click or a drag."""
        self._clicked(self)
        offset = self._offset_at(event.x, event.y)
        if offset is None or self.view is None or event.button != 1:
            return
        text = self.view.document.text
        at = min(offset, len(text) - 1)
        if at < 0:
            return
        self._drag = word_at(text, offset) or Span(at, at + 1)
        if self.view.selection is not None:
            self.perform(View.deselect)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Extends a selection word by word while a button is held."""
        view, anchor = self.view, self._drag
        if view is None or anchor is None:
            return
        offset = self._offset_at(event.x, event.y)
        if offset is None:
            return
        head = word_at(view.document.text, offset)
        if head is None or (head == anchor and view.selection is None):
            return

        def select(view: View) -> None:
            view.selection = Selection(anchor, head)

        self.perform(select)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A click moves the cursor to the sentence; a drag leaves its selection."""
        if self._drag is None:
            return
        self._drag = None
        self.release_mouse()
        offset = self._offset_at(event.x, event.y)
        view = self.view
        if view is None:
            return
        if view.selection is None and offset is not None:
            self.perform(lambda view: view.go(offset))
        elif view.selection is not None:
            start = view.selection.span.start

            def follow(view: View) -> None:
                view.cursor = view.document.segmentation.sentence_at(start)

            self.perform(follow)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls on."""
        event.stop()
        self.perform(lambda view: view.scroll(_WHEEL_ROWS))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls back."""
        event.stop()
        self.perform(lambda view: view.scroll(-_WHEEL_ROWS))


def _changing(view: View) -> Iterator[Span]:
    """The spans of a view that look different from the rest of its text."""
    if view.cursor is not None:
        yield view.cursor
    if view.selection is not None:
        yield view.selection.span
