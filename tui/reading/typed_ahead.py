"""Keys typed for a question that cannot be asked yet: they wait for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events

if TYPE_CHECKING:
    from tui.key_queue import KeyQueue, Typed


class TypedAhead:
    """Holds back all that is typed, from when it is made until ``hand_over`` or ``drop``."""

    def __init__(self, keys: KeyQueue, given_up: Callable[[], None]) -> None:
        """``given_up`` is called when escape is pressed: what was typed is dropped then."""
        self._keys = keys
        self._given_up = given_up
        self._kept: list[Typed] = []
        keys.divert(self._hear)

    def hand_over(self) -> None:
        """Gives what was typed to what has the keys now."""
        self._keys.give_back(self._hear, self._kept)

    def drop(self) -> None:
        """Forgets what was typed: there is nothing that it was meant for."""
        self._keys.give_back(self._hear)

    def _hear(self, typed: Typed) -> None:
        if isinstance(typed, events.Key) and typed.key == "escape":
            self.drop()
            self._given_up()
        else:
            self._kept.append(typed)
