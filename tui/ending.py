"""Ending when the system asks for it: the terminal was closed, or the machine goes down."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from threading import Timer
from typing import TYPE_CHECKING

from documents.errors import CannotOpen

if TYPE_CHECKING:
    from tui.app import SidelightApp

_PATIENCE = 5.0
"""Seconds that saving and taking the screen down may last before the process ends regardless."""
_SIGNAL = 128
"""What is added to a signal's number for the exit status, as shells have it."""


def end_when_told(app: SidelightApp) -> None:
    """Has SIGHUP and SIGTERM save everything, an open note too, and leave as quitting does."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        with suppress(AttributeError, NotImplementedError, RuntimeError):  # not on every system
            number: int = getattr(signal, name)
            loop.add_signal_handler(number, _end, app, number)


def _end(app: SidelightApp, number: int) -> None:
    status = _SIGNAL + number
    last_resort = Timer(_PATIENCE, os._exit, [status])
    last_resort.daemon = True
    last_resort.start()
    with suppress(CannotOpen, OSError):
        app.reading.dialogs.finish()
    with suppress(CannotOpen, OSError):
        app.reading.keep_places()
    app.exit(status)
