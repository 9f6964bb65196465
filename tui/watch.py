"""Notices what changes in the workspace while the program runs, at no cost that could be felt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.turns import Turns

if TYPE_CHECKING:
    from annotations.store import Store
    from documents.workspace import Workspace
    from search_index.snapshot import Snapshot


class _Pace:
    """How often to look: no more often than every ``least`` seconds, and a ``share`` of them."""

    def __init__(self, least: float, share: float) -> None:
        self._least = least
        self._share = share

    def pause(self, spent: float) -> float:
        """The seconds to rest after a look that took so many of processor time."""
        return max(self._least, spent / self._share)


_CLOSELY = _Pace(0.4, 0.05)
"""While somebody searches."""
_IDLY = _Pace(10.0, 0.002)
"""While nobody does: of the half percent of a processor that idling may cost, less than half."""

_GLANCE_EVERY = 2.0
"""Seconds between looks that a reader causes who walks through the files."""
_TICK = 0.2


class Watch:
    """Looks at the files in a thread of its own; ``changed`` is called there when they did.

    It begins with the first question for a snapshot, or when it is told to look closely.
    """

    def __init__(self, workspace: Workspace, store: Store, changed: Callable[[], None]) -> None:
        self._workspace = workspace
        self._store = store
        self._tell = changed
        self._pace = _IDLY
        self._afresh = False
        self._closed = False
        self._latest: Snapshot | None = None
        self._seen = threading.Event()  # the first look is done
        self._wake = threading.Event()
        self._thread: threading.Thread | None = None
        self._looked = 0.0  # when it was last looked
        self._awaiting: list[threading.Event] = []  # to be set after a look

    def begin(self, *, closely: bool = False) -> None:
        """Looks from now on, ``closely`` or as one can while idle."""
        if closely and self._pace is not _CLOSELY:
            self._afresh = True
            self._wake.set()
        self._pace = _CLOSELY if closely else _IDLY
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
            self._thread.start()

    def snapshot(self) -> Snapshot:
        """The files as they were last seen. Waits for the first look, in whatever thread."""
        if self._thread is None:
            self.begin()
        self._seen.wait()
        if self._latest is None:  # what went wrong there goes wrong here, and is told
            from search_index.snapshot import take_snapshot

            return take_snapshot(self._workspace, self._store)
        return self._latest

    def look_again(self) -> None:
        """Waits for a look that begins now, in whatever thread but the screen's."""
        looked = threading.Event()
        self._awaiting.append(looked)
        self.begin(closely=self._pace is _CLOSELY)
        self._wake.set()
        while not (looked.wait(_TICK) or self._closed):
            pass

    def glance(self) -> None:
        """Looks soon, unless that was done just now."""
        if time.monotonic() - self._looked > _GLANCE_EVERY:
            self.begin(closely=self._pace is _CLOSELY)
            self._wake.set()

    def close(self) -> None:
        """Ends the thread when it is done with what it does."""
        self._closed = True
        self._wake.set()

    def _run(self) -> None:
        from search_index.lookout import Lookout

        lookout = Lookout(self._workspace, self._store, Turns().pass_on)
        while not self._closed:
            self._wake.clear()
            afresh, self._afresh = self._afresh, False
            awaiting, self._awaiting = self._awaiting, []
            began, self._looked = time.thread_time(), time.monotonic()
            with suppress(Exception):  # an odd disk: what was seen last stays
                self._take(lookout.look(afresh=afresh))
            self._seen.set()
            for one in awaiting:
                one.set()
            self._wake.wait(self._pace.pause(time.thread_time() - began))

    def _take(self, now: Snapshot) -> None:
        before, self._latest = self._latest, now
        if before is not None and now is not before:
            self._tell()
