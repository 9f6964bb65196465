"""Textual's driver, with a shorter way to the terminal."""

from __future__ import annotations

from contextlib import suppress

from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from tui.terminal.outlet import Outlet


class ShortDriver(LinuxDriver):
    """Writes to the terminal without a change of threads, where the terminal can be opened."""

    _way: Outlet | WriterThread | None = None

    @property  # type: ignore[override]
    def _writer_thread(self) -> Outlet | WriterThread | None:
        return self._way

    @_writer_thread.setter
    def _writer_thread(self, thread: WriterThread | None) -> None:
        """Takes an outlet of ours in place of the thread that Textual made and has not started."""
        self._way = thread
        if thread is not None:
            with suppress(OSError):
                self._way = Outlet(thread.fileno())

    def flush(self) -> None:
        """Sends what there is."""
        if self._way is not None:
            self._way.flush()
