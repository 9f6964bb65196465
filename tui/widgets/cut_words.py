"""Cutting parts of a line that is typed into, and putting them back, as a shell has it."""

from __future__ import annotations

import re
from collections.abc import Callable

from textual.widgets import Input


class CutsWords(Input):
    """An input line with ``alt+d``, and with ``ctrl+y`` for what was cut last.

    Other letters typed with alt are none of the line: nothing is typed.
    """

    _cut = ""

    def act_on(self, key: str, *, printable: bool) -> bool:
        """Does what a key means in a shell; whether that was all that there is to it."""
        if key == "alt+d":
            self._keep(self._delete_word)
        elif key == "ctrl+y":
            self.replace(self._cut, *sorted(self.selection))
        else:
            return printable and key.startswith("alt+")
        return True

    def action_delete_left_word(self) -> None:
        """Cuts the word left of the cursor."""
        self._keep(super().action_delete_left_word)

    def action_delete_right_word(self) -> None:
        """Cuts the word right of the cursor."""
        self._keep(super().action_delete_right_word)

    def action_delete_left_all(self) -> None:
        """Cuts all that stands left of the cursor."""
        self._keep(super().action_delete_left_all)

    def action_delete_right_all(self) -> None:
        """Cuts all that stands right of the cursor."""
        self._keep(super().action_delete_right_all)

    def _delete_word(self) -> None:
        """To the end of the word at the cursor or behind it."""
        if self.selection.is_empty:
            found = re.match(r"\W*\w*", self.value[self.cursor_position :])
            behind = found.end() if found else 0
            self.delete(self.cursor_position, self.cursor_position + behind)
        else:
            self.delete_selection()

    def _keep(self, delete: Callable[[], None]) -> None:
        before = self.value
        delete()
        start, length = min(self.selection), len(before) - len(self.value)
        self._cut = before[start : start + length] or self._cut
