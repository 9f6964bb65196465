"""Which function carries out which action."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import TYPE_CHECKING

from tui.actions import action

if TYPE_CHECKING:
    from tui.keys import Command
    from tui.reading.screen import ReadingScreen

Handler = Callable[["ReadingScreen", "Command"], Awaitable[None] | None]

HANDLERS: dict[str, Handler] = {}

_AT_ONCE = ("motion",)
"""Modules of what a reader may ask for with the first key."""

_LATER = (
    "agreement",
    "changed",
    "annotations",
    "answering",
    "authors",
    "bulk",
    "choosing",
    "concordance",
    "conflicts",
    "copying",
    "deciding",
    "display",
    "drafts",
    "echo_links",
    "echoes",
    "editors",
    "finding",
    "linking",
    "links",
    "marking",
    "panels",
    "panes",
    "places",
    "program",
    "reseating",
    "resizing",
    "retagging",
    "searching",
    "tagging_hits",
    "selecting",
    "tags",
)
"""Modules that are imported when the first page stands on the screen, or sooner if needed."""


def handles(*action_ids: str) -> Callable[[Handler], Handler]:
    """Makes a function the one that carries out these actions."""

    def register(handler: Handler) -> Handler:
        for action_id in action_ids:
            action(action_id)  # an action that does not exist is a mistake of ours
            HANDLERS[action_id] = handler
        return handler

    return register


def import_handlers(*, all_of_them: bool = True) -> None:
    """Imports the modules of this package, so that they register what they carry out."""
    for name in (*_AT_ONCE, *_LATER) if all_of_them else _AT_ONCE:
        import_module(f"tui.handlers.{name}")


async def carry_out(reading: ReadingScreen, command: Command) -> None:
    """Carries out a command; nothing where the screen is being taken down, after ``q``."""
    if not reading.row.is_attached:
        return
    if command.action.id not in HANDLERS:
        import_handlers()
    done = HANDLERS[command.action.id](reading, command)
    if done is not None:
        await done
