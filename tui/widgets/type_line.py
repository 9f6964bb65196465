"""A line to type into."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.geometry import Offset

from tui.visible import visible
from tui.widgets.cut_words import CutsWords
from tui.widgets.joiners import joins
from tui.widgets.terminal_cursor import PlacesCursor
from tui.widgets.typed_into import LEAVING, TypedInto


class TypeLine(TypedInto, CutsWords):
    """An input line whose keys follow the focus.

    Enter and escape call what they are given at once, so that the key behind them finds the focus
    where they put it. Who is used to leave with ctrl+c does so here too.
    """

    DEFAULT_CSS = """
    TypeLine, TypeLine:focus {
        background: $panel; border: none; height: 1; padding: 0 1; width: 1fr;
    }
    """

    def __init__(
        self,
        value: str,
        placeholder: str,
        *,
        enter: Callable[[], None],
        escape: Callable[[], None] | None = None,
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(value, placeholder, select_on_focus=select_on_focus)
        self._joiner = ""  # typed last: it is seen to join something with the next letter
        self.chooses_in: PlacesCursor | None = None
        """The list in which the last key chose an entry: it has the terminal's cursor."""
        self._at_once = {"enter": enter}
        if escape:
            self._at_once |= dict.fromkeys(LEAVING, escape)

    def validate_value(self, value: str) -> str:
        """What is pasted may hold anything; what stands here is visible."""
        return visible(value)

    def cursor_on_screen(self) -> Offset:
        """Where the next letter goes, or the entry that was chosen from here."""
        if self.chooses_in is not None:
            return self.chooses_in.cursor_on_screen()
        behind = self.cursor_at_end  # there Textual's own is one column too far
        return self.cursor_screen_offset - Offset(int(behind), 0)

    async def _on_key(self, event: events.Key) -> None:
        # What is not dealt with here, Textual hands to the handler of Input.
        self.chooses_in = None
        joiner, self._joiner = self._joiner, ""
        if (act := self._at_once.get(event.key)) is not None:
            act()
        elif self.act_on(event.key, printable=event.is_printable):
            pass
        elif joins(event.character):
            self._joiner = joiner + (event.character or "")
        elif joiner and event.is_printable:
            self.replace(joiner + (event.character or ""), *sorted(self.selection))
        else:
            return
        event.stop()
        event.prevent_default()
