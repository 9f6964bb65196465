"""Textual's driver, with a shorter way to the terminal."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress

from textual import events
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.message import Message

from tui.terminal.outlet import Outlet
from tui.terminal.pastes import WholePasteParser
from tui.turns import READER

_SHOW_CURSOR = "\x1b[?25h"  # DECTCEM
_PATIENCE = 1.0
"""Seconds that are given to the thread of the keys to end."""


class ShortDriver(linux_driver.LinuxDriver):
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

    def frame(self, emptied: Callable[[], None]) -> AbstractContextManager[bool]:
        """Sends together what is written meanwhile; gives whether there is room for it.

        Where there is none, ``emptied`` is called, in another thread, when there is.
        """
        way = self._way
        return way.frame(emptied) if isinstance(way, Outlet) else nullcontext(True)

    def run_input_thread(self) -> None:
        """Reads what the terminal sends, pastes whole; Textual names its parser in its module."""
        linux_driver.XTermParser = WholePasteParser  # type: ignore[attr-defined]
        super().run_input_thread()

    def process_message(self, message: Message) -> None:
        """Hands on what came from the terminal; other threads rest until it is answered."""
        if not isinstance(message, events.MouseMove) or message.button:
            READER.acts()
        super().process_message(message)

    def flush(self) -> None:
        """Sends what there is."""
        if self._way is not None:
            self._way.flush()

    def _sigcont_application(self, *_: object) -> None:
        """Goes on after a stop; what the terminal shows by now is not known.

        Whoever stops a program by SIGSTOP gives it no time to leave the terminal, and Textual
        would take it a second time: with a second thread for the keys, and its own settings of
        the terminal taken for those to be restored at the end.
        """
        if not self._auto_restart:
            return
        before = None if self._must_signal_resume else self.attrs_before
        if not self._must_signal_resume:
            self._let_go()
        super()._sigcont_application()
        if before is not None:
            self.attrs_before = before
        self._app.post_message(self.SignalResume())

    def _let_go(self) -> None:
        """Ends what reads from the terminal and writes to it, and leaves it as it is."""
        self.exit_event.set()
        if self._key_thread is not None:
            self._key_thread.join(_PATIENCE)
        self.exit_event.clear()
        self.close()


class SeenCursorDriver(ShortDriver):
    """Leaves the terminal's cursor to be seen, which Textual hides whenever it takes the terminal.

    For what follows the cursor only while it is shown: some braille displays, screen readers and
    magnifiers.
    """

    def start_application_mode(self) -> None:
        """Takes the terminal, at the start or after it was another program's."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.write(_SHOW_CURSOR)
        self.flush()
