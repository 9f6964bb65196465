"""Writes to the terminal from the screen's own thread, as long as the terminal takes it at once.

Textual hands every frame to a thread, and so each key waits for the interpreter to change threads.
Here that is left to what a slow line does not take at once: the screen never waits for it.
"""

from __future__ import annotations

import os
import select
import threading
from collections import deque
from contextlib import suppress

_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"  # of a frame that is to be shown at once
_PATIENCE = 2.0
"""Seconds that the end waits for a terminal that takes nothing any more."""


class Outlet:
    """Stands where Textual's writing thread stands.

    It opens the terminal for itself, since whether a write may wait is shared by all who have a
    terminal from the same opening: the shell, too. Raises OSError where it cannot be opened.
    """

    def __init__(self, terminal: int) -> None:
        path = os.ttyname(terminal)
        self._handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        self._frame: list[str] | None = None  # the parts of a frame that is not complete yet
        self._changed = threading.Condition()
        self._backlog: deque[bytes] = deque()
        self._stopped = False
        self._thread: threading.Thread | None = None

    def write(self, text: str) -> None:
        """Sends text, the parts of a frame together; never waits."""
        if text == _BEGIN:
            self._frame = self._frame or []
        if self._frame is None:
            self._send(text)
        else:
            self._frame.append(text)
            if text == _END:
                self.flush()

    def flush(self) -> None:
        """Sends what there is of a frame."""
        if self._frame is not None:
            text, self._frame = "".join(self._frame), None
            self._send(text)

    def _send(self, text: str) -> None:
        data = text.encode("utf-8", "replace")
        with self._changed:
            if not self._backlog:
                data = self._sent(data)
            if data:
                self._keep(data)

    def start(self) -> None:
        """Does nothing: it has a thread only where one is needed."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def fileno(self) -> int:
        """The terminal's handle."""
        return self._handle

    def stop(self) -> None:
        """Waits until everything is sent, but not for a terminal that is gone."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._backlog, timeout=_PATIENCE)
            self._backlog.clear()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
        handle, self._handle = self._handle, -1
        with suppress(OSError):
            os.close(handle)

    def _sent(self, data: bytes) -> bytes:
        """Sends what the terminal takes at once; gives the rest."""
        try:
            while data:
                data = data[os.write(self._handle, data) :]
        except BlockingIOError:
            pass
        except OSError:  # the terminal is gone; the program hears of it by its input
            return b""
        return data

    def _keep(self, data: bytes) -> None:
        self._backlog.append(data)
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="output", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._backlog or self._stopped)
                if not self._backlog:
                    return
            select.select([], [self._handle], [], _PATIENCE)
            with self._changed:
                if self._backlog:
                    rest = self._sent(self._backlog[0])
                    if rest:
                        self._backlog[0] = rest
                    else:
                        self._backlog.popleft()
                        self._changed.notify_all()
