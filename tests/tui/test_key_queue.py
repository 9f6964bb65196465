"""Keys come one after another, in whichever way the focus moves meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import ClassVar

import pytest
from at_the_screen import type_ahead
from textual import events
from textual.app import App
from textual.screen import Screen
from textual.widgets import Input

from tui.key_queue import KeyQueue

Way = Callable[["Page"], Awaitable[None] | None]
WORD = "olddogsoldsongs"
"""Its letters open a line, or close it, where they are no letters of a word."""


class Page(Screen[None]):
    """Opens a line with ``o``, in the way given, and takes any other key for a command."""

    AUTO_FOCUS: ClassVar[str | None] = None

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.line = Input()
        self.commands: list[str] = []
        self._way = way

    async def on_key(self, event: events.Key) -> None:
        if self.focused is not None:
            return
        if event.key == "o":
            opened = self._way(self)
            if opened is not None:
                await opened
        else:
            self.commands.append(event.key)


class Typing(App[None]):
    """An application with one page, whose keys come by the queue."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.page = Page(way)
        self._typed = KeyQueue(self, super().on_event)

    def get_default_screen(self) -> Screen[None]:
        return self.page

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._typed.add(event)
        else:
            await super().on_event(event)


async def mounted(page: Page) -> None:
    await page.mount(page.line)
    page.line.focus()


async def in_some_turns(page: Page) -> None:
    await page.mount(page.line)
    for _ in range(20):
        await asyncio.sleep(0)
    page.line.focus()


async def at_once(page: Page) -> None:
    await page.mount(page.line)
    page.set_focus(page.line)


def next_of_all(page: Page) -> None:
    page.call_next(mounted, page)


async def put_away_before(page: Page) -> None:
    other = Input()
    await page.mount(other)
    page.set_focus(other)
    await other.remove()
    await mounted(page)


WAYS: dict[str, Way] = {
    one.__name__: one for one in (mounted, in_some_turns, at_once, next_of_all, put_away_before)
}


@pytest.mark.parametrize("turns", [0, 1, 2, 3, 5, 8])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
async def test_no_key_is_early_or_late(way: Way, turns: int) -> None:
    app = Typing(way)
    async with app.run_test() as pilot:
        await type_ahead(app, "a", "b", "o", *WORD, turns=turns)
        for _ in range(200):
            if len(app.page.line.value) == len(WORD):
                break
            await pilot.pause()
        assert app.page.line.value == WORD
        assert app.page.commands == ["a", "b"]
