"""Leaving while much is still being saved: it is waited for, and told how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from textual import events

from tui.key_names import pressed
from tui.numbers import counted
from tui.reading.confirming import is_yes
from tui.reading.elsewhere import while_saving
from tui.visible import visible

if TYPE_CHECKING:
    from textual.app import App

    from tui.key_queue import KeyQueue, Typed
    from tui.reading.screen import ReadingScreen

_STEP = 0.2
"""Seconds after which it is told anew how much is left."""


def lose(reading: ReadingScreen) -> None:
    """Leaves, though not everything is on disk."""
    from tui.app import SidelightApp

    if isinstance(reading.app, SidelightApp):
        reading.app.loses = True
    reading.app.exit(1)


def keys_of(app: App[Any]) -> KeyQueue:
    """Where all that is typed comes through."""
    from tui.app import SidelightApp

    assert isinstance(app, SidelightApp)
    return app.typed


class Leaving:
    """Waits until all is saved that can be. Meanwhile the keys do nothing else.

    Escape stays; the key that leaves asks whether to wait on.
    """

    def __init__(self, reading: ReadingScreen, then: Callable[[], Awaitable[None]]) -> None:
        """``then`` leaves, or asks what to do about what could not be saved."""
        self._reading = reading
        self._then = then
        self._stays = False
        self._asks = False
        self._answered = False
        self._keys = keys_of(reading.app)

    def begin(self) -> None:
        """Takes the keys, and waits."""
        self._keys.divert(self._hear)
        self._reading.run_worker(self._wait(), group="leaving")

    async def _wait(self) -> None:
        try:
            done = await self._waited()
            if self._asks and not done:
                await self._ask()
        finally:
            self._keys.give_back(self._hear)
        if self._stays:
            self._stay()
        elif done:
            self._reading.bars.forget()
            await self._then()
        else:
            await self._tell_beside()

    async def _waited(self) -> bool:
        """Whether all is saved that can be, and not something else was wanted before."""
        while not (self._stays or self._asks):
            self._tell()
            if await asyncio.to_thread(self._reading.desk.wait, _STEP):
                return True
        return False

    def _left(self) -> str:
        return f"{counted(self._reading.desk.save_state.files, 'file')} to go"

    def _stay(self) -> None:
        self._reading.say("Not left; saving goes on")

    def _tell(self) -> None:
        again = visible(self._reading.keys.named("quit"))
        asks = f"; {again} again asks whether to wait" if again else ""
        self._reading.say(f"Saving, {self._left()}, then Sidelight ends{asks}; escape stays")

    def _hear(self, typed: Typed) -> None:
        if not isinstance(typed, events.Key):
            return
        if typed.key == "escape":
            self._stays = True
            return
        keymap = self._reading.keys.keymap
        action = keymap.action("reading", pressed(typed.key, typed.character))
        self._asks = self._asks or typed.key == "ctrl+q" or getattr(action, "id", "") == "quit"

    async def _ask(self) -> None:
        def answer(word: str) -> None:
            self._answered = True
            if is_yes(word):
                lose(self._reading)
            else:
                self._stay()

        def cancel() -> None:
            self._answered = True
            self._stay()

        self._reading.bars.forget()
        await self._reading.dialogs.ask(while_saving(answer, cancel))

    async def _tell_beside(self) -> None:
        """Tells beside the question how much is left, until it was answered."""
        done = False
        while not (done or self._answered):
            done = await asyncio.to_thread(self._reading.desk.wait, _STEP)
            if not self._answered:
                self._reading.dialogs.show_aside(self._so_far(done))

    def _so_far(self, done: bool) -> str:
        state = self._reading.desk.save_state
        if not done:
            return self._left()
        return "not all could be saved" if state.unsaved else "all is saved now: nothing is lost"
