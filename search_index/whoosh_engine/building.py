"""Brings the index up to date with the texts and annotations of a workspace.

It is built in batches, each a shard that counts as soon as it is written: a builder that is
stopped, however roughly, is taken up by the next where it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotations.forgetting import remove
from annotations.locking import LockHeld, locked
from annotations.store import Store
from documents.document import text_digest
from documents.places import make_private
from documents.workspace import Workspace
from search_index.annotation_files import AnnotationFiles, searchable
from search_index.folding import fold
from search_index.snapshot import take_snapshot
from search_index.texts import Texts
from search_index.whoosh_engine.building_plan import Task, plan
from search_index.whoosh_engine.catalogue import (
    CATALOGUE,
    LOCK,
    Catalogue,
    index_folder,
    read_catalogue,
    write_catalogue,
)
from search_index.whoosh_engine.gathering import Gathering
from search_index.whoosh_engine.index import Index
from search_index.whoosh_engine.progress import BUSY, Progress
from search_index.whoosh_engine.sealed import NotOurs
from search_index.whoosh_engine.shards import Entry, write_shard

_BATCH_TEXTS = 20_000
_BATCH_CHARACTERS = 30_000_000
_BATCH_SECONDS = 4.0
_BATCH_SHARE = 0.25
"""Of the time that went before: what takes long anyhow is done in larger pieces."""
_READING_MEMORY = 4 * 1024 * 1024

NOT_WANTED = "no index is to be kept of this workspace; searching works without"


@dataclass(frozen=True, slots=True)
class Summary:
    """How bringing the index up to date went.

    ``texts`` are in the index now, of which ``indexed`` were added or changed. ``problem`` says
    why the index could not be brought up to date, and is empty where it was; searching works
    without.
    """

    texts: int
    indexed: int
    problem: str = ""


def update_index(
    workspace: Workspace,
    store: Store,
    *,
    rebuild: bool = False,
    progress: Callable[[Progress], None] | None = None,
    patience: float = 0.0,
) -> Summary:
    """Brings the index up to date, or makes it anew; in this process.

    One builder is at work at a time: while another is, this waits for ``patience`` seconds.
    """
    if not workspace.settings.keep_index:
        return Summary(0, 0, NOT_WANTED)
    try:
        folder = index_folder(workspace)
        make_private(folder.parent)
        with locked(folder.with_name(LOCK), patience):
            _make_room(folder)
            return _Builder(workspace, store, folder, rebuild).run(progress or _quietly)
    except LockHeld:
        return Summary(0, 0, BUSY)
    except OSError as error:
        return Summary(0, 0, f"the index cannot be written: {error.strerror or error}")


def _quietly(_: Progress) -> None:
    pass


def _make_room(folder: Path) -> None:
    """Makes the folder; what is there and cannot be believed is cleared away. Raises OSError."""
    try:
        read_catalogue(folder)
    except NotOurs:
        remove(folder)
    make_private(folder)


@dataclass(slots=True)
class _Batch:
    """Texts that go into the next shard."""

    entries: list[Entry] = field(default_factory=list)
    gathered: Gathering = field(default_factory=Gathering)
    seconds: float = _BATCH_SECONDS
    begun: float = field(default_factory=time.monotonic)

    def add(self, entry: Entry, text: str) -> None:
        self.entries.append(entry)
        self.gathered.add(fold(text))

    @property
    def is_full(self) -> bool:
        return (
            len(self.entries) >= _BATCH_TEXTS
            or self.gathered.characters >= _BATCH_CHARACTERS
            or time.monotonic() - self.begun > self.seconds
        )


class _Builder:
    """One run, with the lock held."""

    def __init__(self, workspace: Workspace, store: Store, folder: Path, rebuild: bool) -> None:
        self._folder = folder
        self._snapshot = take_snapshot(workspace, store)
        self._files = AnnotationFiles(store)
        self._files.see(self._snapshot)
        self._texts = Texts(workspace, self._files, _READING_MEMORY)
        index = Index(None if rebuild else folder)
        index.refresh()
        self._known = index.entries()
        self._shards = list(index.live())
        self._plan = plan(self._snapshot, self._known, index.live())
        self._touched = dict(index.touched)
        self._indexed = 0

    def run(self, progress: Callable[[Progress], None]) -> Summary:
        """Does what there is to do. Raises OSError where it cannot be written."""
        begun, batch, total = time.monotonic(), _Batch(), len(self._plan.tasks)
        for done, task in enumerate(self._plan.tasks):
            progress(Progress(done, total, task.document))
            self._look_at(task, batch)
            if batch.is_full:
                self._write(batch)
                spent = time.monotonic() - begun
                batch = _Batch(seconds=max(_BATCH_SECONDS, _BATCH_SHARE * spent))
        self._write(batch)
        self._finish()
        progress(Progress(total, total, ""))
        return Summary(len(self._known), self._indexed)

    def _look_at(self, task: Task, batch: _Batch) -> None:
        text = self._text(task)
        scanned = text is None
        text = "" if text is None or scanned else text
        entry = Entry(task.key, task.signature, text_digest(text), len(text), scanned)
        before = self._known.get(task.key)
        self._known[task.key] = entry
        if before and before[2:] == entry[2:] and not task.renew:
            self._touched[task.key] = task.signature
            return
        self._touched.pop(task.key, None)
        batch.add(entry, text)

    def _text(self, task: Task) -> str | None:
        if task.record is None:
            text = self._texts.get(task.document)
            return text.text if text else None
        file = self._files.get(task.record)
        if file is None:
            return None
        return "\n".join(each for one in file.annotations for each in searchable(one))

    def _write(self, batch: _Batch) -> None:
        if batch.entries:
            self._shards.append(write_shard(self._folder, batch.entries, batch.gathered))
            self._indexed += len(batch.entries)
            write_catalogue(self._folder, Catalogue(tuple(self._shards), self._touched))

    def _finish(self) -> None:
        """Lets go of the shards that others have taken the place of, and of what killed builders
        and other hands have left.
        """
        shards = tuple(shard for shard in self._shards if shard not in self._plan.retired)
        write_catalogue(self._folder, Catalogue(shards, self._touched))
        kept = {CATALOGUE, *(shard.folder for shard in shards)}
        for file in self._folder.iterdir():
            if file.name not in kept:
                with suppress(OSError):
                    remove(file)
