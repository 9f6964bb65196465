"""A list in a panel: any number of entries, painted only where they are seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget

from tui.actions import Context
from tui.layout.wrapping import wrap
from tui.pane.painter import Painter
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, cut, fitted
from tui.widgets.takes_keys import TakesKeys

if TYPE_CHECKING:
    from tui.keys import Command

_WHEEL_ROWS = 3
_MARK_WIDTH = 2
"""Columns of the mark before the selected entry."""


class ListPanel(TakesKeys, Widget, can_focus=True):
    """Entries under a heading, one of them selected; of the same height unless a panel says more.

    A panel of the program is a subclass: it says what ``heading`` and ``entry`` show, how many
    entries there are, and what to say where there are none.
    """

    DEFAULT_CSS = "ListPanel { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False
    context: Context = "list"
    stays: ClassVar[str] = ""
    """Why the key that deletes does nothing here; empty where it is the panel's or the text's."""

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter
        self.index = 0
        self._first = 0
        self._does: str | None = ""
        self._comes = self._came = False  # whether the keys come just now, or with a click did

    # What a panel says

    @property
    def entry_height(self) -> int:
        """The rows that each entry takes."""
        return 1

    @property
    def selected_height(self) -> int:
        """The rows that the selected entry takes, where it is shown at more length."""
        return self.entry_height

    def height(self, index: int) -> int:
        """The rows that an entry takes."""
        return self.selected_height if index == self.index else self.entry_height

    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def heading(self) -> tuple[list[Piece], list[Piece]]:
        """What stands over the list, left and right."""
        raise NotImplementedError

    def entry(self, index: int, width: int) -> Sequence[Sequence[Piece]]:
        """The rows of an entry, each as pieces; at most as many as it has."""
        raise NotImplementedError

    def empty(self) -> str:
        """What to say where there is no entry: what it means, and what to do."""
        return ""

    def foot(self) -> str:
        """A line to say below the entries; none where it is empty."""
        return ""

    @property
    def rows_for_entries(self) -> int:
        """The rows between the heading and what is said below the entries."""
        return max(1, self.size.height - 1 - bool(self.foot()))

    def enter_does(self) -> str | None:
        """What enter does with the selected entry, in a word; None where it opens it, as usual.

        Empty where it does nothing.
        """
        return None

    def keeps(self, command: Command) -> bool:
        """Whether a command has to wait until there are entries; the panel sees to it then."""
        return False

    def left(self) -> str:
        """What to say when the keys go to the text and the panel stays."""
        return ""

    def open(self) -> None:
        """What happens when the selected entry is opened."""

    def walk_hits(self, steps: int) -> bool:
        """Goes so many hits on, or back where negative; False where what is listed is no hits."""
        return False

    def behind(self) -> Widget | None:
        """The panel that this one was opened from, and that is back when it is closed."""
        return None

    def go_back(self) -> None:
        """What happens when the reader closes the panel."""

    def end_selection(self) -> bool:
        """Ends what is to end before the panel is closed, such as a selection; False if nothing."""
        return False

    def selected_changed(self) -> None:
        """What happens when another entry is selected."""

    # Moving

    def update(self, *, index: int | None = None) -> None:
        """Shows the entries as they now are, with ``index`` selected if given."""
        self.index = max(0, min(self.index if index is None else index, self.count() - 1))
        self._show_selected()

    def move(self, by: int) -> None:
        """Selects the entry ``by`` further on."""
        self.select(self.index + by)

    def page(self, pages: int) -> None:
        """Selects the entry a page on, or back."""
        self.select(self.index + pages * max(1, self._room() - 1))

    def select(self, index: int) -> None:
        """Selects an entry."""
        index = max(0, min(index, self.count() - 1))
        if index != self.index:
            self.index = index
            self._show_selected()
            self.selected_changed()

    def choose(self) -> None:
        """Opens the selected entry."""
        if self.count():
            self.open()

    def _room(self) -> int:
        """How many entries are in sight at once."""
        return len(self._in_sight())

    def _in_sight(self) -> range:
        """The entries that are shown: those that there are rows for as a whole, one at least."""
        fitting, _ = self._fitting(range(self._first, self.count()), self.rows_for_entries)
        return range(self._first, min(self._first + max(1, fitting), self.count()))

    def _fitting(self, entries: Iterable[int], rows: int) -> tuple[int, int]:
        """How many of the entries there is room for, one after another, and the rows then left."""
        fitting = 0
        for index in entries:
            if (height := self.height(index)) > rows:
                break
            fitting, rows = fitting + 1, rows - height
        return fitting, rows

    def _show_selected(self) -> None:
        self._keep_in_sight()
        self.refresh()
        does = self.enter_does() if self.count() else ""
        if does != self._does and self.is_attached:
            self._does = does
            refresh = getattr(self.screen, "refresh_status", None)  # it names the keys
            if refresh is not None:
                self.call_later(refresh)

    def cursor_on_screen(self) -> Offset:
        """The selected entry; the first of the words where there is none."""
        row = 1 + sum(map(self.height, range(self._first, self.index))) if self.count() else 2
        return self.region.offset + Offset(_MARK_WIDTH, row)

    def _keep_in_sight(self) -> None:
        """Scrolls no further than it must; nothing stays empty below what has entries above it."""
        if not self.count():
            self._first = 0
            return
        farthest = min(self._first, self.index)
        rows = self.rows_for_entries - self.height(self.index)
        above, rows = self._fitting(range(self.index - 1, farthest - 1, -1), rows)
        first = self.index - above
        below = range(self.index + 1, self.count())
        fitting, rows = self._fitting(below, rows)
        if fitting == len(below):
            first -= self._fitting(range(first - 1, -1, -1), rows)[0]
        self._first = first

    # Painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """The heading and the entries in sight."""
        width = self.size.width
        self._keep_in_sight()  # what was chosen while the list was hidden, without any rows
        strips = [self._heading_strip(width)]
        if self.count() == 0:
            strips += self._empty_strips(width)
        for index in self._in_sight():
            strips += self._entry_strips(index, width)
        if foot := visible(self.foot()):
            blank = self.painter.panel(muted=True)
            above = self.size.height - 1
            strips = [*strips, *[Strip.blank(width, blank)] * (above - len(strips))][:above]
            strips.append(
                Strip(cut([(f"  {foot}", blank)], width)).adjust_cell_length(width, blank)
            )
        return filled(self, strips, crop, self.painter.panel())

    def _heading_strip(self, width: int) -> Strip:
        left, right = self.heading()
        chrome = self.painter.chrome(active=False)
        mark = ("▌" if self.has_focus else " ", self.painter.chrome(active=True, bar=True))
        return Strip(fitted([mark], left, right, width, chrome), width)

    def _empty_strips(self, width: int) -> list[Strip]:
        words = visible(self.empty())
        room = max(1, width - 4)
        style = self.painter.panel(muted=True)
        rows = [words[row.start : row.end] for row in wrap(words, 0, len(words), room)]
        lines = ["", *rows] if words else []
        return [
            Strip([Segment(f"  {line}", style)]).adjust_cell_length(width, style) for line in lines
        ]

    def _entry_strips(self, index: int, width: int) -> list[Strip]:
        selected = index == self.index
        blank = self.painter.panel(selected=selected)
        mark = self.painter.chosen_mark(focused=self.has_focus) if selected else blank
        strips = []
        height = self.height(index)
        rows = list(self.entry(index, width - 3))[:height]
        for number in range(height):
            pieces = rows[number] if number < len(rows) else ()
            sign = ("▸ " if number == 0 else "┃ ") if selected else "  "
            gutter = Segment(sign, mark)
            on = self.painter.on_selected if selected else _as_is
            backed = [(text, on(style)) for text, style in pieces]
            strips.append(Strip([gutter, *cut(backed, width - 3)]).adjust_cell_length(width, blank))
        return strips

    # Size, focus, mouse

    def on_resize(self) -> None:
        """Keeps the selected entry in sight."""
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Shows that keys go here now."""
        self._comes = True
        self.call_later(self._has_come)  # behind the click that may have brought the keys
        self.refresh()

    def _has_come(self) -> None:
        self._comes = False

    def on_blur(self) -> None:
        """Shows that keys go elsewhere."""
        self.refresh()

    def on_mouse_down(self) -> None:
        """Notes whether the keys went elsewhere till now."""
        self._came = self._comes

    def on_click(self, event: events.Click) -> None:
        """Selects an entry; a second click opens it, one from the text only takes the keys."""
        index = self._entry_at(event.y - 1)
        if event.y >= 1 and index < self.count():
            if index != self.index:
                self.select(index)
            elif not self._came:
                self.choose()

    def _entry_at(self, row: int) -> int:
        """The entry that is shown in a row, counted from below the heading."""
        last = self._first
        for last in self._in_sight():
            if (row := row - self.height(last)) < 0:
                return last
        return last + 1

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Moves on."""
        event.stop()
        self.move(max(1, _WHEEL_ROWS // self.entry_height))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Moves back."""
        event.stop()
        self.move(-max(1, _WHEEL_ROWS // self.entry_height))


def _as_is(style: Style) -> Style:
    return style
