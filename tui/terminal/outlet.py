"""Writes to the terminal from the screen's own thread, as long as the terminal takes it at once.

Textual hands every frame to a thread, and so each key waits for the interpreter to change threads.
Here that is left to what a slow line does not take at once: the screen never waits for it. Where
more waits than such a line carries soon, no further frames are kept: the newest state of the screen
is shown when the line is free again, and not each one on the way.
"""

from __future__ import annotations

import os
import select
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

_PATIENCE = 2.0
"""Seconds that the end waits for a terminal that takes nothing any more."""

_MUCH = 32 * 1024
"""Bytes that may wait before frames are refused: some seconds of the slowest lines."""


class _Waiting(NamedTuple):
    """Bytes that wait; a frame of which nothing is sent yet may be dropped."""

    data: bytes
    droppable: bool


class Outlet:
    """Stands where Textual's writing thread stands.

    It opens the terminal for itself, since whether a write may wait is shared by all who have a
    terminal from the same opening: the shell, too. Raises OSError where it cannot be opened.

    Frames come from one thread; whatever is not part of a frame may come from any.
    """

    def __init__(self, terminal: int) -> None:
        path = os.ttyname(terminal)
        self._handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        self._changed = threading.Condition()  # held for all that follows
        self._frame: list[str] | None = None  # the parts of a frame that is not complete yet
        self._painter = 0  # the thread that it comes from
        self._backlog: deque[_Waiting] = deque()
        self._emptied: Callable[[], None] | None = None  # whoever had a frame refused
        self._taken = 0  # bytes that the terminal has taken
        self._stopped = False
        self._thread: threading.Thread | None = None

    @contextmanager
    def frame(self, emptied: Callable[[], None]) -> Iterator[bool]:
        """Sends together what this thread writes meanwhile; gives whether there is room for it.

        Where there is none, nothing should be written: the frames that wait are dropped as well,
        and ``emptied`` is called, in another thread, as soon as the whole screen can be sent.
        """
        if self._refuses(emptied):
            yield False
            return
        with self._changed:
            self._frame, self._painter = [], threading.get_ident()
        try:
            yield True
        finally:
            self._end_frame(droppable=True)

    def _refuses(self, emptied: Callable[[], None]) -> bool:
        with self._changed:
            if self._emptied is None and sum(len(one.data) for one in self._backlog) <= _MUCH:
                return False
            self._emptied = emptied
            self._drop_frames()
            if not self._backlog:
                self._changed.notify_all()  # the thread tells that it is empty
            return True

    def _drop_frames(self) -> None:
        """Drops the frames that wait whole; half of one would leave the terminal anyhow."""
        self._backlog = deque(one for one in self._backlog if not one.droppable)

    def _end_frame(self, *, droppable: bool) -> None:
        with self._changed:
            if self._frame is not None:
                text, self._frame = "".join(self._frame), None
                self._send(text, droppable=droppable)

    def write(self, text: str) -> None:
        """Sends text, the parts of a frame together; never waits."""
        with self._changed:
            if self._frame is not None and threading.get_ident() == self._painter:
                self._frame.append(text)
            else:
                self._send(text)

    def flush(self) -> None:
        """Does nothing: what is written is sent at once, and a frame where it ends."""

    def start(self) -> None:
        """Does nothing: it has a thread only where one is needed."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True

    def fileno(self) -> int:
        """The terminal's handle."""
        return self._handle

    def stop(self) -> None:
        """Waits until everything is sent but the frames that nobody needs any more.

        It waits as long as the terminal takes anything at all: what puts the terminal back as it
        was is the last that was written.
        """
        with self._changed:
            self._end_frame(droppable=False)  # a signal came while it was painted
            self._stopped = True
            self._emptied = None
            self._drop_frames()
            self._changed.notify_all()
            self._wait_while_taken()
            self._backlog.clear()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
        handle, self._handle = self._handle, -1
        with suppress(OSError):
            os.close(handle)

    def _wait_while_taken(self) -> None:
        taken = -1
        while self._backlog and taken != self._taken:
            taken = self._taken
            self._changed.wait_for(self._taken_since(taken), timeout=_PATIENCE)

    def _taken_since(self, taken: int) -> Callable[[], bool]:
        return lambda: not self._backlog or self._taken != taken

    def _send(self, text: str, *, droppable: bool = False) -> None:
        data = text.encode("utf-8", "replace")
        with self._changed:
            rest = data if self._backlog else self._sent(data)
            if rest:
                self._backlog.append(_Waiting(rest, droppable and len(rest) == len(data)))
                if self._thread is None:
                    self._thread = threading.Thread(target=self._run, name="output", daemon=True)
                    self._thread.start()
                self._changed.notify_all()

    def _sent(self, data: bytes) -> bytes:
        """Sends what the terminal takes at once; gives the rest."""
        try:
            while data:
                count = os.write(self._handle, data)
                self._taken += count
                data = data[count:]
        except BlockingIOError:
            pass
        except OSError:  # the terminal is gone; the program hears of it by its input
            return b""
        return data

    def _run(self) -> None:
        while True:
            emptied = None
            with self._changed:
                self._changed.wait_for(lambda: self._backlog or self._stopped or self._emptied)
                if not self._backlog:
                    if self._stopped:
                        return
                    emptied, self._emptied = self._emptied, None
            if emptied is not None:
                emptied()
            else:
                self._send_first()

    def _send_first(self) -> None:
        """Sends some of what has waited longest, when the terminal takes it."""
        _, ready, _ = select.select([], [self._handle], [], _PATIENCE / 2)
        with self._changed:
            if self._backlog and ready:
                first = self._backlog.popleft()
                rest = self._sent(first.data)
                if rest:
                    untouched = first.droppable and len(rest) == len(first.data)
                    self._backlog.appendleft(_Waiting(rest, untouched))
                self._changed.notify_all()
