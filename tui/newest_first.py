"""A thread that does the newest of what it is asked for, and drops what was asked before."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Request = TypeVar("Request")


class Overtaken(Exception):
    """What is being done is not wanted any more."""


class NewestFirst(Generic[Request]):
    """Hands requests to ``serve`` one at a time, in a thread of its own.

    A request takes the place of the one that waits. The one that is being served is not stopped:
    ``serve`` looks at ``overtaken`` between short steps, or calls ``go_on``, and returns early.
    ``failed`` hears, in the thread, of what else it raises, and the next request is served; it may
    be left out where ``serve`` tells its failures itself. ``idle`` is called while nothing is asked
    for, is overtaken like ``serve``, and says after how many seconds it is to be called again: with
    None, when something has been served.
    """

    def __init__(
        self,
        name: str,
        serve: Callable[[Request], None],
        failed: Callable[[Exception], None] | None = None,
        idle: Callable[[], float | None] | None = None,
    ) -> None:
        self._name = name
        self._serve = serve
        self._failed = failed
        self._idle = idle
        self._changed = threading.Condition()  # held where the following change
        self._waiting: list[Request] = []  # one, or none
        self._begun = False
        self._closed = False
        self._thread: threading.Thread | None = None
        self.overtaken = False
        """Whether what is being served is not wanted any more."""

    def ask(self, request: Request) -> None:
        """Asks for something, in the place of all that was asked for before."""
        self._put([request])

    def begin(self) -> None:
        """Has the thread be idle now, before anything is asked for; starts it if need be."""
        with self._changed:
            self._begun = True
            self._start()
            self._changed.notify()

    def drop(self) -> None:
        """Takes back what was asked for."""
        self._put([])

    def close(self) -> None:
        """Ends the thread when what it does is done, or has seen that it is overtaken."""
        self._closed = True
        self._put([])

    def go_on(self) -> None:
        """For ``serve``: raises Overtaken where it should not go on."""
        if self.overtaken:
            raise Overtaken

    def _put(self, waiting: list[Request]) -> None:
        with self._changed:
            self._waiting, self.overtaken = waiting, True
            if waiting:
                self._start()
            self._changed.notify()

    def _start(self) -> None:
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        rest: float | None = 0.0
        while not self._closed:
            next_one = self._next(rest if self._idle else None)
            rest = 0.0
            try:
                if next_one:
                    self._serve(*next_one)
                elif self._idle and not self._closed:
                    rest = self._idle()
            except Overtaken:
                continue
            except Exception as error:  # told, and nothing else ends with it
                rest = None
                if self._failed is not None:
                    self._failed(error)

    def _next(self, patience: float | None) -> list[Request]:
        """Waits for a request; none where the time is over, or the thread is to end."""
        with self._changed:
            if not (self._waiting or self._begun or self._closed):
                self._changed.wait(patience)
            self._begun = False
            next_one, self._waiting = self._waiting, []
            self.overtaken = self._closed
            return [] if self._closed else next_one
