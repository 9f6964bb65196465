"""Writing down where the reader is, in a thread: no key waits for a state folder."""

from __future__ import annotations

from copy import copy
from dataclasses import fields
from threading import Condition, Thread

from documents.workspace import Workspace
from tui.reading.positions import Positions, save_positions


class PlaceKeeper:
    """Keeps the newest of what it is given, and nothing twice."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._last: Positions | None = None
        self._waiting: Positions | None = None
        self._writing = False
        self._changed = Condition()

    def keep(self, positions: Positions) -> None:
        """Has the places written that are other than those given before."""
        taken = _taken(positions)
        if taken == self._last:
            return
        self._last = taken
        with self._changed:
            self._waiting = taken
            if not self._writing:
                self._writing = True
                Thread(target=self._run, name="places", daemon=True).start()

    def flush(self) -> None:
        """Waits until the newest places are on disk."""
        with self._changed:
            self._changed.wait_for(lambda: not self._writing)

    def _run(self) -> None:
        while True:
            with self._changed:
                positions, self._waiting = self._waiting, None
                if positions is None:
                    self._writing = False
                    self._changed.notify_all()
                    return
            save_positions(self._workspace, positions)


def _taken(positions: Positions) -> Positions:
    """The places as they are now, whatever becomes of the lists they stand in."""
    parts = {one.name: getattr(positions, one.name) for one in fields(positions)}
    quotes = {path: dict(words) for path, words in positions.quotes.items()}
    return Positions(**{name: copy(part) for name, part in parts.items()} | {"quotes": quotes})
