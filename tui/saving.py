"""Saving in the background: the screen never waits for a disk, and knows what is on it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Change
    from annotations.store import Store
    from documents.document import Document

Waiting = dict[str, "Change"]


class SaveState(NamedTuple):
    """How things stand: changes not yet on disk, why not, and when the last save was."""

    unsaved: int = 0
    failure: str = ""
    saved_at: datetime | None = None


class SaveReport(NamedTuple):
    """What a save came to. ``file`` is what now stands on disk, None where it failed."""

    state: SaveState
    path: str
    file: AnnotationFile | None = None


def joined(earlier: Change | None, later: Change) -> Change:
    """Two changes to one annotation as one."""
    if earlier is None:
        return later
    from annotations.model import Change

    return Change(earlier.before, later.after)


class Saver:
    """Saves the changes of one author, one document's at a time, in a thread of its own.

    ``report`` is called in that thread after each attempt. What could not be saved is kept and
    tried again with the next change, and whenever ``retry`` is called.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        author: str,
        report: Callable[[SaveReport], None],
        whole: Callable[[Document], Document] = lambda document: document,
    ) -> None:
        """``whole`` gives a document with all its text, where only its beginning was marked."""
        self._store = store
        self._author = author
        self._report = report
        self._whole = whole
        self._ready = threading.Condition()
        self._waiting: dict[str, tuple[Document, Waiting]] = {}
        self._held: dict[str, str] = {}  # why a document's changes wait for a reason to try again
        self._saving: tuple[str, int] | None = None
        self._saved_at: datetime | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> SaveState:
        """How things stand now."""
        with self._ready:
            return self._state()

    def pending(self, path: str) -> bool:
        """Whether changes to the annotations of a document are not on disk yet."""
        with self._ready:
            return path in self._waiting or (self._saving is not None and self._saving[0] == path)

    def submit(self, document: Document, changes: list[Change]) -> None:
        """Takes changes to save."""
        with self._ready:
            _, waiting = self._waiting.setdefault(document.path, (document, {}))
            for change in changes:
                waiting[change.annotation_id] = joined(waiting.get(change.annotation_id), change)
            self._held.pop(document.path, None)
            self._wake()

    def retry(self) -> None:
        """Tries again what could not be saved."""
        with self._ready:
            if self._waiting:
                self._held.clear()
                self._wake()

    def flush(self, timeout: float = 10.0) -> SaveState:
        """Waits until all is saved that can be; tries once more what failed before."""
        self.retry()
        with self._ready:
            self._ready.wait_for(lambda: not (self._saving or self._next()), timeout=timeout)
            return self._state()

    def close(self, timeout: float = 10.0) -> SaveState:
        """Saves what is left and ends; what the state then counts as unsaved is not on disk."""
        with self._ready:
            self._closed = True
            self._held.clear()
            self._ready.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
        return self.state

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()
        self._ready.notify_all()

    def _next(self) -> str | None:
        """The document whose changes are to be saved next."""
        return next((path for path in self._waiting if path not in self._held), None)

    def _state(self) -> SaveState:
        saving = self._saving[1] if self._saving else 0
        unsaved = saving + sum(len(changes) for _, changes in self._waiting.values())
        return SaveState(unsaved, next(iter(self._held.values()), ""), self._saved_at)

    def _run(self) -> None:
        while True:
            with self._ready:
                while (path := self._next()) is None and not self._closed:
                    self._ready.wait()
                if path is None:
                    return
                document, changes = self._waiting.pop(path)
                self._saving = path, len(changes)
            self._report(self._save(document, changes))

    def _save(self, document: Document, changes: Waiting) -> SaveReport:
        file: AnnotationFile | None = None
        failure = ""
        wanted = [change for change in changes.values() if change.before != change.after]
        try:
            if wanted:
                file = self._store().apply(self._author, self._whole(document), wanted)
        except Exception as error:  # whatever it is, the changes are kept and the reader is told
            failure = _told(error)
        with self._ready:
            self._saving = None
            if failure:
                self._put_back(document, changes)
                self._held[document.path] = failure
            elif wanted:
                self._saved_at = datetime.now()
            self._ready.notify_all()
            return SaveReport(self._state(), document.path, file)

    def _put_back(self, document: Document, changes: Waiting) -> None:
        _, newer = self._waiting.pop(document.path, (document, {}))
        for identifier, change in newer.items():
            changes[identifier] = joined(changes.get(identifier), change)
        self._waiting[document.path] = (document, changes)


def _told(error: Exception) -> str:
    """Why a save failed, in a line."""
    from annotations.errors import SaveFailed, UnreadableAnnotations

    if isinstance(error, SaveFailed | UnreadableAnnotations):
        return str(error)
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"could not save: {reason or type(error).__name__}"
