"""The driver says when the reader does something, so that work in threads rests meanwhile."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import App
from textual.message import Message

from tui.terminal import driver as driver_module
from tui.terminal.driver import ShortDriver
from tui.turns import Reader


def mouse(button: int) -> events.MouseMove:
    return events.MouseMove(None, 1, 1, 1, 0, button, False, False, False)


@pytest.mark.parametrize(
    ("message", "acts"),
    [
        (events.Key("j", "j"), True),
        (events.Paste("words"), True),
        (mouse(1), True),
        (mouse(0), False),
    ],
    ids=["key", "paste", "drag", "mouse passing by"],
)
async def test_it_says_when_the_reader_does_something(
    message: Message, acts: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(clock=lambda: 0.0)
    monkeypatch.setattr(driver_module, "READER", reader)
    app: App[None] = App()
    async with app.run_test():
        ShortDriver(app).process_message(message)
    assert (reader.waits() > 0) == acts
