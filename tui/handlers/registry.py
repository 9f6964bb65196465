"""Which function carries out which action."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from tui.actions import action
from tui.keys import Command

if TYPE_CHECKING:
    from tui.reading.screen import ReadingScreen

Handler = Callable[["ReadingScreen", Command], Awaitable[None] | None]

HANDLERS: dict[str, Handler] = {}


def handles(*action_ids: str) -> Callable[[Handler], Handler]:
    """Makes a function the one that carries out these actions."""

    def register(handler: Handler) -> Handler:
        for action_id in action_ids:
            action(action_id)  # an action that does not exist is a mistake of ours
            HANDLERS[action_id] = handler
        return handler

    return register


async def carry_out(reading: ReadingScreen, command: Command) -> None:
    """Carries out a command."""
    done = HANDLERS[command.action.id](reading, command)
    if inspect.isawaitable(done):
        await done
