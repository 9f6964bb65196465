"""Saving in the background: the screen never waits for a disk, and knows what is on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tui.turns import Turns

if TYPE_CHECKING:
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Annotation, Change
    from annotations.store import Store
    from documents.document import Document
    from tui.save_batches import Batch
    from tui.save_order import Ready

_ONE_FILE = 2.0
"""Seconds that the file which is being written is waited for, when the time is over."""


_TURN_OF_MANY = 0.003
"""Seconds for which saving many files has the interpreter at once: it waits for the disk often, and
each time others have it; a pause for each file would take longer than the file."""


class SaveState(NamedTuple):
    """How things stand: changes not yet on disk, why not, and when the last save was.

    ``files`` is how many documents' annotation files are still to be written: those of what waits
    for a reason to try again do not count.
    """

    unsaved: int = 0
    failure: str = ""
    saved_at: datetime | None = None
    files: int = 0


class SaveReport(NamedTuple):
    """What a save came to. ``file`` is what now stands on disk, None where it failed."""

    state: SaveState
    path: str
    file: AnnotationFile | None = None


class BackgroundSaver:
    """Saves the changes of one author in a thread of its own, many documents' together.

    Changes are saved with the text they were made on, whatever the document reads by then; those
    on another text wait in a batch of their own, so that none holds up another.

    ``report`` is called in that thread for each document after an attempt. What could not be saved
    is kept and tried again with the next change, and whenever ``retry`` is called.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        author: str,
        report: Callable[[SaveReport], None],
        whole: Callable[[Document], Document] = lambda document: document,
        keep: Callable[[bool], None] = lambda meanwhile: None,
        wrote: Callable[[str], None] = lambda path: None,
    ) -> None:
        """``whole`` gives a document with all its text, where only its beginning was marked.

        It may have changed since then: what stands elsewhere now is found again by its quote.
        ``keep`` is called in the saver's thread when all is saved that can be, and before several
        documents are: to keep the steps for undo; it is told whether something is still unsaved.
        ``wrote`` is called with the path of each document that was saved, before its changes cease
        to count as unsaved.
        """
        self._keep = keep
        self._wrote = wrote
        self._store = store
        self._author = author
        self._report = report
        self._whole = whole
        self._ready = threading.Condition()
        self._waiting: list[Batch] = []
        self._saving: list[Batch] = []
        self._saved_at: datetime | None = None
        self._closed = False
        self._given_up = False  # whether what waits is left, since the time for it is over
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> SaveState:
        """How things stand now."""
        with self._ready:
            return self._state()

    def pending(self, path: str) -> bool:
        """Whether changes to the annotations of a document are not on disk yet."""
        with self._ready:
            return any(batch.document.path == path for batch in self._batches())

    def unsaved_paths(self) -> set[str]:
        """The documents of which changes to annotations are not on disk yet."""
        with self._ready:
            return {batch.document.path for batch in self._batches()}

    def waiting(self) -> dict[tuple[str, str], Change]:
        """The changes that are not on disk, by document and annotation."""
        with self._ready:
            batches = self._batches()
            return {(one.document.path, i): c for one in batches for i, c in one.changes.items()}

    def unsaved(self) -> list[tuple[Document, list[Change]]]:
        """The changes that are not on disk, with the texts they were made on. Blocks."""
        with self._ready:
            batches = [(batch.document, [*batch.changes.values()]) for batch in self._waiting]
        return [(self._whole(document), changes) for document, changes in batches]

    def submit(self, document: Document, changes: Iterable[Change]) -> None:
        """Takes changes to save, which were made on this text of the document.

        What changes an annotation again stays with the change that waits: its span counts there.
        """
        self.submit_together([(document, changes)])

    def submit_together(self, edits: Iterable[tuple[Document, Iterable[Change]]]) -> None:
        """Takes changes to several documents: what moves between them is nowhere in memory alone.

        An annotation is taken out of one only when it is on disk in the other.
        """
        with self._ready:
            waiting: dict[str, list[Batch]] = {}
            for one in self._waiting:
                waiting.setdefault(one.document.path, []).append(one)
            for document, changes in edits:
                self._take(document, changes, waiting.setdefault(document.path, []))
            self._wake()

    def _take(self, document: Document, changes: Iterable[Change], mine: list[Batch]) -> None:
        """Puts changes to a document into the batches of ``mine``, which wait with others to it."""
        for batch in mine:
            batch.held = ""
        before = list(mine)
        for change in changes:
            there = (batch for batch in before if change.annotation_id in batch.changes)
            batch = next(there, None) or self._batch(document, mine)
            batch.add(change.annotation_id, change)

    def _batch(self, document: Document, mine: list[Batch]) -> Batch:
        """The batch that waits with changes on this text, a new one where there is none."""
        from tui.save_batches import Batch

        batch = next((one for one in mine if one.is_on(document)), None)
        if batch is None:
            batch = Batch(document)
            mine.append(batch)
            self._waiting.append(batch)
        return batch

    def retry(self) -> None:
        """Tries again what could not be saved."""
        with self._ready:
            if self._waiting:
                self._let_go()
                self._wake()

    def flush(self, timeout: float = 10.0) -> SaveState:
        """Waits until all is saved that can be; tries once more what failed before."""
        self.retry()
        self.wait(timeout)
        return self.state

    def wait(self, timeout: float) -> bool:
        """Waits until all is saved that can be; whether it came to that in so many seconds."""
        with self._ready:
            return self._ready.wait_for(lambda: not (self._saving or self._next()), timeout=timeout)

    def close(self, timeout: float = 10.0) -> SaveState:
        """Saves what is left and ends; what the state then counts as unsaved is not on disk.

        What was not come to in ``timeout`` seconds is left; the file being written is finished.
        """
        with self._ready:
            self._closed = True
            self._let_go()
            self._ready.notify_all()
        if self._thread is not None:
            self._thread.join(timeout)
            if self._thread.is_alive():
                with self._ready:
                    self._given_up = True
                self._thread.join(_ONE_FILE)
        return self.state

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="saver", daemon=True)
            self._thread.start()
        self._ready.notify_all()

    def _let_go(self) -> None:
        for batch in self._waiting:
            batch.held = ""

    def _next(self) -> Ready | None:
        """What is to be saved next."""
        if not self._waiting:
            return None
        from tui.save_order import next_save

        return next_save(self._waiting)

    def _batches(self) -> list[Batch]:
        return [*self._waiting, *self._saving]

    def _begin(self) -> list[Ready]:
        """Takes what is saved next out of what waits."""
        from tui.save_batches import Batch
        from tui.save_order import next_saves

        group = next_saves(self._waiting)
        self._saving = []
        for ready in group:
            whole = ready.batch
            batch = Batch(whole.document)
            batch.changes = ready.changes
            whole.changes = {i: one for i, one in whole.changes.items() if i not in ready.changes}
            self._saving.append(batch)
        self._waiting = [one for one in self._waiting if one.changes]
        return group

    def _state(self) -> SaveState:
        batches = self._batches()
        unsaved = sum(len(batch.changes) for batch in batches)
        failure = next((batch.held for batch in self._waiting if batch.held), "")
        files = len({batch.document.path for batch in batches if not batch.held})
        return SaveState(unsaved, failure, self._saved_at, files)

    def _run(self) -> None:
        while True:
            with self._ready:
                while self._next() is None and not self._closed:
                    self._ready.wait()
                if self._given_up or not (group := self._begin()):
                    return
                batches, moved_from = self._saving, group[0].moved_from
                is_more = len(self._batches()) > 1
            if is_more:  # whatever happens until all are on disk, it can be undone
                self._keep_steps(meanwhile=True)
            for report in self._save(batches, moved_from):
                self._report(report)
            with self._ready:
                is_last, is_all = self._next() is None, not self._waiting
            if is_last:
                self._keep_steps(meanwhile=not is_all)

    def _keep_steps(self, *, meanwhile: bool) -> None:
        with suppress(Exception):  # whatever it is, it is not to keep changes from the disk
            self._keep(meanwhile)

    def _save(
        self, batches: Sequence[Batch], moved_from: Mapping[str, Sequence[Annotation]]
    ) -> list[SaveReport]:
        outcomes = self._outcomes(batches, moved_from)
        with self._ready:
            self._saving = []
            for batch, outcome in zip(reversed(batches), reversed(outcomes), strict=True):
                if isinstance(outcome, Exception):
                    self._put_back(batch, _told(outcome))
                elif outcome is not None:
                    self._saved_at = datetime.now()
            self._ready.notify_all()
            state = self._state()
        files = (None if isinstance(one, Exception) else one for one in outcomes)
        paths = (batch.document.path for batch in batches)
        return [SaveReport(state, path, file) for path, file in zip(paths, files, strict=True)]

    def _outcomes(
        self, batches: Sequence[Batch], moved_from: Mapping[str, Sequence[Annotation]]
    ) -> list[AnnotationFile | Exception | None]:
        """What came of each batch, None where nothing was left of it.

        Whatever fails, its changes are kept and the reader is told.
        """
        outcomes: list[AnnotationFile | Exception | None] = [None] * len(batches)
        edits: dict[int, tuple[Document, list[Change]]] = {}
        for number, batch in enumerate(batches):
            wanted = [change for change in batch.changes.values() if change.before != change.after]
            try:
                if wanted:
                    edits[number] = self._whole(batch.document), wanted
            except Exception as error:
                outcomes[number] = error
        saved = self._saved([*edits.values()], moved_from)
        for number, outcome in zip(edits, saved, strict=True):
            outcomes[number] = outcome
            if not isinstance(outcome, Exception):
                with suppress(Exception):  # it is on the disk all the same
                    self._wrote(edits[number][0].path)
        return outcomes

    def _saved(
        self,
        edits: Sequence[tuple[Document, Sequence[Change]]],
        moved_from: Mapping[str, Sequence[Annotation]],
    ) -> Sequence[AnnotationFile | Exception]:
        """What came of saving each, together if that can be."""
        if len(edits) > 1:
            with suppress(Exception):  # whatever it is, it is not to keep the others from disk
                step = Turns(turn=_TURN_OF_MANY).pass_on
                return self._store().apply_together(self._author, edits, step)
        return [self._saved_alone(*edit, moved_from) for edit in edits]

    def _saved_alone(
        self,
        document: Document,
        changes: Sequence[Change],
        moved_from: Mapping[str, Sequence[Annotation]],
    ) -> AnnotationFile | Exception:
        step = Turns().pass_on
        try:
            if moved_from:
                return self._store().carry(self._author, document, changes, moved_from, step)
            return self._store().apply(self._author, document, changes, step)
        except Exception as error:
            return error

    def _put_back(self, batch: Batch, failure: str) -> None:
        """Has a batch wait again, before the others, with what was changed again meanwhile."""
        for other in self._waiting:
            same = other.document.path == batch.document.path
            for identifier in (other.changes.keys() & batch.changes.keys()) if same else ():
                batch.add(identifier, other.changes.pop(identifier))
            if same and other.is_on(batch.document):
                for identifier, change in other.changes.items():
                    batch.add(identifier, change)
                other.changes.clear()
        batch.held = failure
        self._waiting = [one for one in (batch, *self._waiting) if one.changes]


def _told(error: Exception) -> str:
    """Why a save failed, in a line."""
    from annotations.errors import SaveFailed, UnreadableAnnotations

    if isinstance(error, SaveFailed | UnreadableAnnotations):
        return str(error)
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return f"could not save: {reason or type(error).__name__}"
