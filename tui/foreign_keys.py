"""Keys of keyboards that are not Latin, asked about when the first one arrives."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.keyboards.translator import Translator


class Foreign:
    """Knows which keys the characters of other scripts stand on.

    ``keyboard`` is the layout that the reader named, if any. The tables of the layouts are read
    with the first key that needs them.
    """

    def __init__(self, keyboard: str = "") -> None:
        self._keyboard = keyboard
        self._translator: Translator | None = None

    def key(self, pressed: str) -> str:
        """The key that was meant by one without a meaning; empty where that is not known."""
        if pressed.isascii() and not self._keyboard:
            return ""
        return self._known().key(pressed)

    def advice(self, pressed: str) -> str:
        """What to do about a character that different keyboards have on different keys."""
        if pressed.isascii() or not (names := self._known().claimants(pressed)):
            return ""
        one = " or ".join(f'"{name}"' for name in names)
        return f"{pressed} stands on different keys: say keyboard = {one} in config.toml"

    def _known(self) -> Translator:
        if self._translator is None:
            from tui.keyboards.translator import Translator

            self._translator = Translator(self._keyboard, os.environ)
        return self._translator
