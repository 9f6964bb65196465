"""Where a note is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from rich.text import Text
from textual import events
from textual.timer import Timer
from textual.widgets import TextArea

from tui.visible import visible
from tui.widgets.joiners import joins
from tui.widgets.typed_into import LEAVING, TypedInto

_WRITE_AFTER = 1.0
"""Seconds after a key in which what was written is put down where a crash does not lose it."""

_NEW_LINE = ("ctrl+j", "shift+enter", "alt+enter")


class Writing(Protocol):
    """Where a note is kept while it is written."""

    @property
    def words(self) -> str | None:
        """What was written of it before, if anything was left."""

    def write(self, words: str) -> None:
        """Keeps the note as far as it is written."""

    def end(self) -> None:
        """Forgets it."""


class NoteEditor(TypedInto, TextArea):
    """A few lines at the bottom of the screen: enter keeps the note, escape leaves it as it was.

    What a note holds that a terminal would obey is shown as visible characters and stays in the
    note as it is.
    """

    DEFAULT_CSS = """
    NoteEditor, NoteEditor:focus {
        height: 5;
        max-height: 40%;
        border: none;
        background: $panel;
        padding: 0 1;
    }
    """

    def __init__(
        self,
        note: str,
        keep: Callable[[str], None],
        close: Callable[[], None],
        notice: Callable[[str], None],
        unsay: Callable[[], None],
        writing: Writing,
    ) -> None:
        left = writing.words
        words = note if left is None else left
        super().__init__(words, soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self._keep = keep
        self._leave = close
        self.notice = notice
        self._unsay = unsay
        self._before = note
        self._writing = writing
        self._write_soon: Timer | None = None
        self._armed = False  # after a first escape, until another key
        self.move_cursor(self.document.end)

    def get_line(self, line_index: int) -> Text:
        """A line as it is shown."""
        return Text(visible(self.document.get_line(line_index)), end="", no_wrap=True)

    def on_text_area_changed(self) -> None:
        """Has what is written kept in a moment, unless that was asked for already."""
        if self._write_soon is None and self.text != self._before:
            self._write_soon = self.set_timer(_WRITE_AFTER, self._write)

    def _write(self) -> None:
        self._write_soon = None
        self._writing.write(self.text)

    async def _on_key(self, event: events.Key) -> None:
        # What is not dealt with here, Textual hands to the handler of TextArea.
        if event.key in ("enter", "ctrl+s", "tab", *_NEW_LINE, *LEAVING):
            event.stop()
            event.prevent_default()
            if event.key in _NEW_LINE:
                self.insert("\n")
            elif event.key in LEAVING:
                self._leave_or_ask(event.key)
            elif event.key != "tab":
                self.finish()
            return
        self._disarm()
        if joins(event.character):  # Textual takes it for no character
            event.stop()
            event.prevent_default()
            self.replace(event.character or "", *self.selection, maintain_selection_offset=False)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        self._disarm()  # Textual hands the words to the handler of TextArea

    def _disarm(self) -> None:
        """Goes on writing after a first escape: what was said of it holds no longer."""
        if self._armed:
            self._armed = False
            self._unsay()

    def _leave_or_ask(self, key: str) -> None:
        """Leaves the note as it was; where something was written, only when asked twice.

        ctrl+c copies, as in any editor, where a part of the note is selected.
        """
        changed = self.text != self._before
        if key == "ctrl+c" and self.selected_text:
            self.app.copy_to_clipboard(self.selected_text)
            self.notice("Copied")
        elif changed and not self._armed:
            self._armed = True
            self.notice(
                f"The note is not kept yet: enter keeps it, {key} again leaves it as it was"
            )
        else:
            self.finish(keep=False)
            if changed:
                self.notice("Note not kept")

    def finish(self, *, keep: bool = True) -> None:
        """Ends the writing; the note is kept, or stays as it was."""
        words = self.text.strip()
        if self._write_soon is not None:
            self._write_soon.stop()
        self._leave()
        if keep:
            self._keep(words)
        else:
            self._writing.end()
