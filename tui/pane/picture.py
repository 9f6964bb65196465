"""The picture of one pane: its rows as strips, each kept until what it shows has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.strip import Strip

from documents.spans import Span
from tui.layout.breaks import cuts_word
from tui.layout.rowtext import RowText
from tui.layout.setting import set_row
from tui.layout.spacing import places
from tui.layout.wrapping import Row
from tui.pane.acting import ActedOn
from tui.pane.blank import nothing_to_read
from tui.pane.geometry import Geometry
from tui.pane.layers import (
    acted_on_layers,
    faded_layers,
    link_layers,
    link_sign,
    mark_layers,
    match_layers,
    sentence_layers,
    syntax_layers,
)
from tui.pane.margin import MarginLine, margin_lines, whole_notes
from tui.pane.marks import Marks
from tui.pane.painter import Painter
from tui.pane.view import View
from tui.typography import DEFAULT
from tui.visible import visible
from tui.widgets.pieces import fitted

if TYPE_CHECKING:
    from annotations.palette import Palette
    from tui.find import Find
    from tui.pane.colouring import Colouring

TITLE_ROWS = 1
"""Rows of the title over the text."""
_AIRY = 36
"""Rows of a pane from which one under the title stays blank."""


class Picture:
    """What a pane shows, and the rows painted of it.

    What it is painted from are plain attributes: whoever sets one forgets the rows that show it.
    ``finish`` is what every strip goes through before it is kept.
    """

    def __init__(
        self,
        painter: Painter,
        palette: Palette,
        finish: Callable[[Strip], Strip],
        *,
        separator: bool,
    ) -> None:
        self.painter = painter
        self.palette = palette
        self.separator = separator
        self.size = Size(0, 0)
        self.typography = DEFAULT
        self.geometry = Geometry.of(60, separator=separator)
        self.view: View | None = None
        self.title = ""
        self.which = ""
        self.active = False
        self.is_meant = False
        """Whether keys are about this pane's sentence, be they a panel's that has them now."""
        self.marks = Marks()
        self.find: Find | None = None
        self.match: Span | None = None
        self.linked: Span | None = None
        self.follows = False  # another pane: its own sentence is to look like no match
        self.syntax: Colouring | None = None
        self._finish = finish
        self._acting = ActedOn()
        self._strips: list[Strip | None] = []
        self._rows: list[Row] = []
        self._places: list[tuple[int, int]] = []
        self._margin: list[MarginLine] = []

    @property
    def text_height(self) -> int:
        """How many lines there are for the text and the space between its rows."""
        return max(1, self.size.height - self.text_y)

    @property
    def text_y(self) -> int:
        """The row of the pane at which the text begins."""
        return TITLE_ROWS + (self.size.height >= _AIRY)

    def resize(self, size: Size) -> None:
        """Takes another size, and lays the text out for it."""
        self.size = size
        self.geometry = Geometry.of(
            size.width, separator=self.separator, typography=self.typography
        )
        if self.view is not None:
            width, pitch = self.geometry.text_width, self.geometry.pitch
            keep = self.linked if self.follows else None
            self.view.resize(width, self.text_height, pitch, keep=keep)
        self.forget()

    @property
    def _lit(self) -> Span | None:
        """What stands out while there is a focus; where another pane leads, what tells the same."""
        view, focus = self.view, self.typography.focus
        if view is None or focus == "off":
            return None
        if self.follows and self.linked is not None:
            return self.linked
        return view.lit(focus)

    def link(self, passage: Span | None, *, follows: bool) -> list[Span]:
        """Takes the passage that is linked, and whether the pane follows; what that changes."""
        changed = [self.linked, passage] if passage != self.linked else []
        if follows != self.follows and self.view is not None:
            changed.append(self.view.cursor)
        before = self._lit
        self.linked, self.follows = passage, follows
        if self._lit != before:
            changed += [before, self._lit]
        return [span for span in changed if span is not None]

    # What is kept

    def forget(self) -> None:
        """Forgets everything painted and laid out: another part of the text is in sight."""
        self._rows = []
        self._places = []
        self._margin = []
        self.forget_strips()

    def scroll(self, changed: Iterable[Span]) -> None:
        """Shows another part of the text; rows that stay in sight keep their paint.

        But for those that show a part of the spans ``changed``.
        """
        stale = self.rows_of(changed)
        kept = {key: strip for y, key, strip in self._painted() if strip and y not in stale}
        self.forget()
        for y, key, _ in list(self._painted()):
            self._strips[y] = kept.get(key)

    def _painted(self) -> Iterator[tuple[int, tuple[Row, int, MarginLine], Strip | None]]:
        """The rows of the pane that show text: each with what it shows, and its strip."""
        rows, margin, top = self.rows, self._margin_lines(), self.text_y
        shown = zip(self._strips[top:], self._places, margin, strict=False)  # the last may be cut
        for y, (strip, (number, below), beside) in enumerate(shown, start=top):
            yield y, (rows[number], below, beside), strip

    def forget_strips(self) -> None:
        """Forgets everything painted: the colours are others."""
        self._strips = [None] * self.size.height

    def forget_row(self, y: int) -> None:
        """Forgets one row of the pane."""
        if y < len(self._strips):
            self._strips[y] = None

    # Where things stand

    @property
    def rows(self) -> list[Row]:
        """The rows of text in sight."""
        if not self._rows and self.view is not None:
            self._rows = self.view.window()
            self._places = places(self._rows, self.geometry.pitch)
        return self._rows

    @property
    def in_sight(self) -> tuple[int, int]:
        """The stretch of the text that is on the screen, as offsets."""
        rows = self.rows
        return (rows[0].start, rows[-1].end) if rows else (0, 0)

    def rows_of(self, spans: Iterable[Span]) -> set[int]:
        """The rows of the pane that show a part of these spans, and the space below each."""
        rows = self.rows
        return {
            y
            for span in spans
            for y, (number, _) in enumerate(self._places, start=self.text_y)
            if rows[number].start < span.end and span.start <= rows[number].end
        }

    def changing(self) -> set[tuple[str, Span]]:
        """The spans that look different from the rest of the text, each with its reason."""
        view = self.view
        if view is None:
            return set()
        lit = self._lit
        selected = view.selection.span if view.selection is not None else None
        reasons = (
            ("cursor", view.cursor),
            ("selection", selected),
            ("focus", lit),
            ("match", self.match),
            ("acted on", self._acting.span(view, self.marks, active=self.active)),
        )
        return {(reason, span) for reason, span in reasons if span is not None}

    def place_of(self, offset: int) -> Offset | None:
        """Where in the pane the code point at ``offset`` stands, if it is in sight."""
        rows = self.rows
        for y, (number, _) in enumerate(self._places, start=self.text_y):
            row = rows[number]
            if row.start <= offset < max(row.end, row.start + 1) and self.view is not None:
                column = self._shown(row).column(offset - row.start)
                return Offset(self.geometry.text_x + column, y)
        return None

    def offset_at(self, x: int, y: int) -> int | None:
        """The code point of the text at a place of the pane."""
        rows = self.rows
        line = y - self.text_y
        if self.view is None or not 0 <= line < len(self._places):
            return None
        row = rows[self._places[line][0]]
        return row.start + self._shown(row).offset_at(max(0, x - self.geometry.text_x))

    def _shown(self, row: Row) -> RowText:
        assert self.view is not None
        return set_row(self.view.document, row, self.geometry.text_width, self.typography)

    # Painting

    def strips(self, first: int, stop: int) -> list[Strip]:
        """The rows of the pane from ``first`` to ``stop``, painted where they were not yet."""
        if len(self._strips) != self.size.height:
            self.forget_strips()
        return [self._strip_at(y) for y in range(first, min(stop, self.size.height))]

    def _strip_at(self, y: int) -> Strip:
        strip = self._strips[y]
        if strip is None:
            strip = self._title_strip() if y < TITLE_ROWS else self._line_strip(y - self.text_y)
            strip = self._strips[y] = self._finish(strip)
        return strip

    def _title_strip(self) -> Strip:
        painter, active = self.painter, self.active
        quiet = painter.chrome(active=False)
        progress = f"{self.view.progress:.0%} " if self.view else ""
        edge = "│" if self.separator else ""
        lost = [(f"  {self.marks.lost} lost", painter.chrome_kind("warning"))]
        title = fitted(
            [("▌" if active else " ", painter.chrome(active=active, bar=True))],
            [
                (self.which, quiet),
                (visible(self.title), painter.chrome(active=active)),
                (whole_notes(self.marks), quiet),
            ],
            [*(lost if self.marks.lost else ()), (f" {progress}", quiet)],
            self.size.width - len(edge),
            quiet,
        )
        if edge:
            title = [Segment(edge, painter.plain(painter.theme.separator)), *title]
        return Strip([one._replace(text=painter.sign(one.text)) for one in title])

    def _line_strip(self, line: int) -> Strip:
        """A line of the pane below the title: a row of text, or the space below one."""
        view, rows = self.view, self.rows
        if view is None or not 0 <= line < len(self._places):
            return self.painter.strip(self.geometry)
        number, below = self._places[line]
        if line == 0 and (words := nothing_to_read(view)):
            muted = self.painter.plain(self.painter.theme.muted)
            return self.painter.strip(self.geometry, [Segment(words, muted)])
        here = [number] if not below else [number, number + 1]
        return self.painter.strip(
            self.geometry,
            () if below else self._row_segments(view, rows[number]),
            bar=all(self._beside_cursor(view, number) for number in here),
            focused=self.is_meant,
            follows=self.follows,
            linked="" if below else link_sign(rows[number], self.linked),
            gone=not below and bool(self.marks.gone(*rows[number][:2])),
            goes_on=not below and cuts_word(view.document.text, rows[number].end),
            margin=self._margin_lines()[line],
        )

    def _beside_cursor(self, view: View, number: int) -> bool:
        """Whether a part of the current sentence stands in the row."""
        if view.cursor is None or number >= len(self.rows):
            return False
        row = self.rows[number]
        return row.start < view.cursor.end and view.cursor.start < row.end

    def _row_segments(self, view: View, row: Row) -> list[Segment]:
        theme = self.painter.theme
        acted_on = self._acting.span(view, self.marks, active=self.active)
        layers = [
            *syntax_layers(row, self.syntax, theme),
            *faded_layers(row, self._lit, theme),
            *sentence_layers(row, view, theme, follows=self.follows),
            *link_layers(row, self.linked, theme),
            *mark_layers(row, self.marks, self.palette, theme),
            *acted_on_layers(row, acted_on, theme),
            *match_layers(row, view.document.text, self.find, self.match, theme),
        ]
        return self.painter.text(row, self._shown(row), layers)

    def _margin_lines(self) -> list[MarginLine]:
        if not self._margin:
            geometry = self.geometry
            note_width = geometry.margin_width - 6 if geometry.has_notes else 0
            self._margin = margin_lines(
                self.rows, self.marks, self.palette, note_width, geometry.pitch
            )
        return self._margin
