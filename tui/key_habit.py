"""Which of an action's keys to name to a reader: letters, or arrows, pages and function keys."""

from __future__ import annotations

from collections.abc import Sequence

_ENOUGH = 2
"""Keys of the other kind, one after the other, that make a habit: one alone may be a slip."""
_EVERYBODYS = ("space", "escape", "enter", "tab", "shift+tab", "backspace")


class KeyHabit:
    """Follows which kind of keys a reader takes where an action has both, and names those."""

    def __init__(self) -> None:
        self._letters = True
        self._others = 0

    def notice(self, key: str, keys: Sequence[str]) -> None:
        """Takes a key that was pressed into account, which is one of ``keys`` of an action."""
        if key in _EVERYBODYS or all(_has_letter(one) == _has_letter(key) for one in keys):
            return
        self._others = 0 if _has_letter(key) == self._letters else self._others + 1
        if self._others >= _ENOUGH:
            self._letters, self._others = not self._letters, 0

    def choose(self, keys: Sequence[str]) -> str:
        """The key of ``keys`` to name; empty where there is none."""
        if not self._letters:
            keys = [key for key in keys if not _has_letter(key)] or keys
        return keys[0] if keys else ""


def _has_letter(keys: str) -> bool:
    """Whether a key, or one of a sequence, is a character; ``ctrl+f`` is one as well."""
    return any(len(key.split("+")[-1] or "+") == 1 or key == "space" for key in keys.split(" "))
