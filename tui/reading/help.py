"""The help: every key, from the same table that the program obeys."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Offset, Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.actions import Context
from tui.key_names import pressed
from tui.keys import KeyReader
from tui.numbers import counted
from tui.pane.painter import Painter
from tui.reading.key_list import Cell, Entry, in_columns, key_list, narrowed
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, cut, fitted
from tui.widgets.type_line import TypeLine

_COLUMN = 40
_MOST_COLUMNS = 5
_GAP = 2
_MARGIN = 2
_GROUP_WIDTH = 16


class KeyTable(Widget, can_focus=True):
    """The keys in columns, or one below the other where they were narrowed; scrolled if need be."""

    DEFAULT_CSS = "KeyTable { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, painter: Painter, keys: KeyReader, context: Context) -> None:
        super().__init__()
        self.painter = painter
        self.entries = key_list(keys.keymap, context)
        self.words = ""
        self.first = 0
        self._hints = _hints(keys)
        on = visible(keys.named("list.page-next"))
        self._on_words = f" · {on} goes on" if on else ""

    def narrow(self, words: str) -> None:
        """Shows what these words find; everything, if there are none."""
        self.words, self.first = words.strip(), 0
        self.refresh()

    @property
    def page(self) -> int:
        """The rows that a page goes on."""
        return max(1, self.size.height - 3)

    def scroll_rows(self, by: int) -> None:
        """Scrolls by rows."""
        self.first = max(0, min(self.first + by, self._last_first(len(self._rows()))))
        self.refresh()

    def _last_first(self, rows: int) -> int:
        """The first row in sight at the end of so many."""
        return max(0, rows + 1 - self.size.height)

    def cursor_on_screen(self) -> Offset:
        """The first row in sight, which is another one after every step."""
        return self.region.offset + Offset(_MARGIN, 1)

    def _rows(self) -> list[list[Cell]]:
        if self.words:
            return [[one] for one in narrowed(self.entries, self.words)] or [["No key is found."]]
        return in_columns(self.entries, max(1, min(_MOST_COLUMNS, self.size.width // _COLUMN)))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The heading and the rows in sight."""
        width = self.size.width
        chrome, strong = self.painter.chrome(active=False), self.painter.chrome(active=True)
        heading = fitted((), [(" Keys", strong)], [(self._hints, chrome)], width, chrome)
        strips = [Strip(heading, width)]
        rows = self._rows()
        keys_width = self._keys_widths()
        share = width // len(rows[0])
        goes_on = self.first < self._last_first(len(rows))
        for row in rows[self.first : self.first + self.size.height - 1 - goes_on]:
            pieces = [piece for cell in row for piece in self._cell(cell, share, keys_width)]
            strips.append(Strip(cut(pieces, width)).adjust_cell_length(width, self.painter.panel()))
        if goes_on:
            below = len(rows) - self.first - (self.size.height - 2)
            more = [(f" ↓ {counted(below, 'more row')}", strong), (self._on_words, chrome)]
            words = fitted((), more, (), width, chrome)
            strips.append(Strip(words, width))
        return filled(self, strips, crop, self.painter.panel())

    def _keys_widths(self) -> dict[str, int]:
        """How wide the keys are, of each group where groups stand apart."""
        widths: dict[str, int] = {}
        for one in self.entries:
            width = cell_len(self._keys(one)) + _GAP
            widths[one.group] = max(widths.get(one.group, 0), width)
        if self.words:
            found = [cell_len(self._keys(one)) for one in narrowed(self.entries, self.words)]
            widths = dict.fromkeys(widths, max(found, default=0) + _GAP)
        return widths

    def _keys(self, entry: Entry) -> str:
        keys = visible(entry.shown if self.words else entry.briefly)
        if not entry.id:  # no key, but what stands on the screen
            return self.painter.sign(keys)
        # Elsewhere an ellipsis has one column in ASCII; here that would read as a key.
        return keys.replace("…", "...") if self.painter.ascii_only else keys

    def _cell(self, cell: Cell, width: int, keys_widths: dict[str, int]) -> list[Piece]:
        if not isinstance(cell, Entry):
            return [(set_cell_size(f"  {cell or ''}", width), self.painter.heading())]
        keys_width = keys_widths[cell.group] + _MARGIN
        keys = set_cell_size(f"{'':{_MARGIN}}{self._keys(cell)}", keys_width)
        room = max(0, width - keys_width)
        group: list[Piece] = []
        if self.words and room > 2 * _GROUP_WIDTH:
            room -= _GROUP_WIDTH
            group = [(set_cell_size(cell.group, _GROUP_WIDTH), self.painter.panel(muted=True))]
        title = (set_cell_size(cell.title, room), self.painter.panel())
        return [(keys, self.painter.panel(accent=True)), title, *group]


def _hints(keys: KeyReader) -> str:
    """How to get about in the help, in the keys that do it."""
    words = {"find.forward": "narrows", "list.page-next": "scrolls", "list.close": "closes"}
    known = [(keys.named(one), word) for one, word in words.items()]
    return " · ".join(f"{visible(key)} {word}" for key, word in known if key) + " "


class HelpScreen(ModalScreen[None]):
    """Every key that does something, by group; those of ``context`` before the others."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen Input { display: none; }
    HelpScreen Input.-open { display: block; }
    """

    def __init__(self, painter: Painter, keys: KeyReader, context: Context = "reading") -> None:
        """The keys of ``context``, where the reader asks for help, come first."""
        super().__init__()
        self.keys = keys
        self.table = KeyTable(painter, keys, context)
        self.line = TypeLine(
            "", "Type a key, or a word for what it does", enter=self._keep, escape=self._show_all
        )

    def compose(self) -> ComposeResult:
        """The table, and the line that narrows it."""
        yield self.table
        yield self.line

    def on_mount(self) -> None:
        """Takes the keys."""
        self.table.focus()

    async def on_key(self, event: events.Key) -> None:
        """Scrolls, narrows or closes, by the keys that do so in a list."""
        if self.line.has_focus:
            if event.key in ("down", "up", "pagedown", "pageup"):
                event.stop()
                self._scroll(f"list.{_MOVES[event.key]}")
            return
        event.stop()
        event.prevent_default()
        command = self.keys.feed(pressed(event.key, event.character), "list")
        if command is None or self.app.screen is not self:  # closed by the key before
            return
        match command.action.id:
            case "list.close" | "list.open" | "list.leave" | "help" | "quit" | "escape":
                self.dismiss()
            case "find.forward" | "find.backward" | "search.open":
                self.line.add_class("-open")
                self.line.focus()
            case "copy.quote" if event.key == "ctrl+c":
                self.dismiss()
            case moving:
                self._scroll(moving, command.times)

    def _scroll(self, action: str, times: int = 1) -> None:
        page = self.table.page
        rows = {
            "list.next": 1,
            "list.previous": -1,
            "list.page-next": page,
            "list.page-previous": -page,
            "page.half-next": page // 2,
            "page.half-previous": -(page // 2),
            "list.start": -9999,
            "list.end": 9999,
        }
        self.table.scroll_rows(rows.get(action, 0) * times)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.table.narrow(event.value)

    def _keep(self) -> None:
        self.table.narrow(self.line.value)  # the change may not have been heard yet
        self.table.focus()

    def _show_all(self) -> None:
        self.line.value = ""
        self.line.remove_class("-open")
        self.table.narrow("")
        self.table.focus()

    def on_mouse_scroll_down(self) -> None:
        """Scrolls on."""
        self.table.scroll_rows(3)

    def on_mouse_scroll_up(self) -> None:
        """Scrolls back."""
        self.table.scroll_rows(-3)


_MOVES = {"down": "next", "up": "previous", "pagedown": "page-next", "pageup": "page-previous"}
