"""The help: every key, from the same table that the program obeys."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.actions import ACTIONS, Action
from tui.keys import Keymap
from tui.pane.painter import Painter
from tui.visible import visible
from tui.widgets.finishing import filled
from tui.widgets.pieces import Piece, cut, fitted

_COLUMN = 40
_GAP = 2

Cell = tuple[str, str]
"""Keys and what they do; a heading has no keys, and a gap neither."""

_MORE: tuple[tuple[str, tuple[Cell, ...]], ...] = (
    (
        "Counts and the mouse",
        (
            ("5 j", "Five times"),
            ("click", "Go to the sentence"),
            ("drag", "Select words"),
            ("wheel", "Scroll"),
        ),
    ),
    (
        "In a note",
        (
            ("enter", "Keep it"),
            ("ctrl+j", "New line"),
            ("escape", "Leave it as it was"),
        ),
    ),
    (
        "In a query",
        (
            ("two words", "Both, in any place"),
            ('"two words"', "As written"),
            ("a OR b  -c", "Either; without"),
            ("inv*", "Words that begin so"),
            ("tag: note:", "In annotations"),
            ("status: doc:", "By status; by document"),
        ),
    ),
)


def help_rows(keymap: Keymap, columns: int) -> list[list[Cell]]:
    """The table of keys in ``columns`` columns."""
    groups = [
        (group, tuple((_shown(keymap, one), one.title) for one in actions))
        for group, actions in groupby(ACTIONS, key=lambda action: action.group)
    ]
    blocks = [[("", group), *cells, ("", "")] for group, cells in (*groups, *_MORE)]
    height = sum(map(len, blocks)) / columns
    stacks: list[list[Cell]] = [[]]
    for block in blocks:
        if len(stacks[-1]) + len(block) / 2 > height and len(stacks) < columns:
            stacks.append([])
        stacks[-1] += block
    return [
        [stack[number] if number < len(stack) else ("", "") for stack in stacks]
        for number in range(max(map(len, stacks)))
    ]


def _shown(keymap: Keymap, action: Action) -> str:
    keys = keymap.keys(action.id)
    if action.takes == "itself":
        return f"{keys[0]} … {keys[-1]}" if keys else "—"
    after = " …" if action.takes else ""
    return "  ".join(key + after for key in keys) or "—"


class KeyTable(Widget, can_focus=True):
    """The keys, scrolled where they do not fit."""

    DEFAULT_CSS = "KeyTable { width: 1fr; height: 1fr; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, painter: Painter, keymap: Keymap) -> None:
        super().__init__()
        self.painter = painter
        self.keymap = keymap
        self.first = 0

    def _rows(self) -> list[list[tuple[str, str]]]:
        return help_rows(self.keymap, max(1, min(3, self.size.width // _COLUMN)))

    def scroll_rows(self, by: int) -> None:
        """Scrolls by rows."""
        most = max(0, len(self._rows()) + 1 - self.size.height)
        self.first = max(0, min(self.first + by, most))
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The heading and the rows in sight."""
        width = self.size.width
        chrome, strong = self.painter.chrome(active=False), self.painter.chrome(active=True)
        rows = self._rows()
        more = len(rows) + 1 - self.size.height > 0
        hint = " j k space scroll · escape closes " if more else " escape closes "
        strips = [Strip(fitted((), [(" Keys", strong)], [(hint, chrome)], width, chrome), width)]
        keys_width = [
            max(cell_len(row[number][0]) for row in rows) + _GAP for number in range(len(rows[0]))
        ]
        for row in rows[self.first : self.first + self.size.height - 1]:
            share = width // len(row)
            pieces = [
                piece
                for number, (keys, title) in enumerate(row)
                for piece in self._cell(keys, title, share, keys_width[number])
            ]
            blank = self.painter.panel()
            strips.append(Strip(cut(pieces, width)).adjust_cell_length(width, blank))
        return filled(self, strips, crop, self.painter.panel())

    def _cell(self, keys: str, title: str, width: int, keys_width: int) -> list[Piece]:
        if not keys:
            return [(set_cell_size(f"  {title}", width), self.painter.heading())]
        room = max(0, width - keys_width - 2)
        return [
            (set_cell_size(f"  {visible(keys)}", keys_width + 2), self.painter.panel(accent=True)),
            (set_cell_size(title, room), self.painter.panel()),
        ]


class HelpScreen(ModalScreen[None]):
    """Every key that does something, by group."""

    DEFAULT_CSS = "HelpScreen { align: center middle; }"

    def __init__(self, painter: Painter, keymap: Keymap) -> None:
        super().__init__()
        self.table = KeyTable(painter, keymap)

    def compose(self) -> ComposeResult:
        """The table."""
        yield self.table

    def on_key(self, event: events.Key) -> None:
        """Scrolls, or closes; other keys do nothing here."""
        event.stop()
        event.prevent_default()
        page = max(1, self.size.height - 3)
        moves = {
            "j": 1,
            "down": 1,
            "k": -1,
            "up": -1,
            "space": page,
            "pagedown": page,
            "b": -page,
            "pageup": -page,
            "home": -9999,
            "g": -9999,
            "end": 9999,
            "G": 9999,
        }
        by = moves.get(event.key) or moves.get(event.character or "")
        if by is not None:
            self.table.scroll_rows(by)
        elif event.key in ("escape", "q", "f1", "enter"):
            self.dismiss()

    def on_mouse_scroll_down(self) -> None:
        """Scrolls on."""
        self.table.scroll_rows(3)

    def on_mouse_scroll_up(self) -> None:
        """Scrolls back."""
        self.table.scroll_rows(-3)
