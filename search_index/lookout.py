"""Looks a workspace over for changes, again and again, without walking through it each time.

A folder is listed anew where its time of change is another, which it is when something came there
or went; the files in it are asked for their size and time. That is a tenth of the work of a walk,
and is done in short steps.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, TypeVar

from annotations.paths import annotation_path
from annotations.steps import Step, at_once
from annotations.store import Store
from documents.discovery import ANNOTATIONS_FOLDER
from documents.listing import natural_order
from documents.workspace import Workspace
from search_index.snapshot import Record, Signature, Snapshot, signature, take_snapshot

_UNSURE = 2_000_000_000
"""Nanoseconds after a change in which another may leave a folder's time as it is."""


_Change: TypeAlias = tuple[int, int]
_Key = TypeVar("_Key")


class _Folder(NamedTuple):
    """A folder as it was listed: its documents and folders, and the time of change it had then.

    That is None where it was unsure, or the folder was gone.
    """

    changed: _Change | None
    documents: list[str]
    folders: list[str]


class Lookout:
    """What a workspace holds, for one thread; ``step`` is called between short steps of a look."""

    def __init__(self, workspace: Workspace, store: Store, step: Step = at_once) -> None:
        self._workspace = workspace
        self._store = store
        self._step = step
        self._root = str(workspace.root)
        self._folders: dict[str, _Folder] = {}
        self._documents: list[str] = []
        self._record_folders: dict[str, _Change | None] = {}
        self._records: list[Record] = []
        self._latest: Snapshot | None = None

    def look(self, *, afresh: bool = False) -> Snapshot:
        """The workspace as it is now; the very snapshot of the last look where nothing changed.

        ``afresh`` lists every folder, whatever its time says.
        """
        if afresh:
            self._folders, self._record_folders = {}, {}
        found = self._found() if self._workspace.only is None else self._named()
        if found != self._latest:
            self._latest = found
        return self._latest or found

    def _named(self) -> Snapshot:
        return take_snapshot(self._workspace, self._store)

    def _found(self) -> Snapshot:
        self._list_documents()
        self._list_records()
        return Snapshot(
            dict(self._signed((path, path) for path in self._documents)),
            dict(self._signed((one, annotation_path(*one)) for one in self._records)),
        )

    def _signed(self, files: Iterable[tuple[_Key, str]]) -> Iterator[tuple[_Key, Signature]]:
        for key, path in files:
            self._step()
            if state := signature(f"{self._root}/{path}"):
                yield key, state

    def _list_documents(self) -> None:
        before, self._folders = self._folders, {}
        changed = False
        waiting = [""]
        while waiting:
            self._step()
            folder = waiting.pop()
            state, known = self._changed(folder), before.get(folder)
            if known is None or state is None or known.changed != state:
                now = self._listed(folder, state)
                changed = changed or known is None or known.documents != now.documents
                known = now
            self._folders[folder] = known
            waiting += known.folders
        if changed or before.keys() != self._folders.keys():
            found = (path for each in self._folders.values() for path in each.documents)
            self._documents = sorted(found, key=self._order)

    def _listed(self, folder: str, state: _Change | None) -> _Folder:
        listed = _Folder(state, [], [])
        for path, is_document in self._workspace.folder(folder):
            self._step()
            (listed.documents if is_document else listed.folders).append(path)
        return listed

    def _order(self, path: str) -> tuple[object, ...]:
        self._step()
        return natural_order(path)

    def _list_records(self) -> None:
        states = {folder: self._changed(folder) for folder in self._record_folders}
        if states and states == self._record_folders and None not in states.values():
            return
        self._record_folders = {folder: self._changed(folder) for folder in self._below()}
        self._records = []
        for record in self._store.records():
            self._step()
            self._records.append(Record._make(record))

    def _below(self) -> list[str]:
        """The folders that annotation files may come to."""
        found = [ANNOTATIONS_FOLDER]
        for place, folders, _ in os.walk(f"{self._root}/{ANNOTATIONS_FOLDER}"):
            self._step()
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += (f"{place[len(self._root) + 1 :]}/{name}" for name in folders)
        return found

    def _changed(self, folder: str) -> _Change | None:
        """When a folder changed last, and which it is; None where that is unsure, or it is gone."""
        try:
            status = os.stat(f"{self._root}/{folder}")  # noqa: PTH116 - for each folder, often
        except (OSError, ValueError):
            return None
        if time.time_ns() - status.st_mtime_ns < _UNSURE:
            return None
        return status.st_mtime_ns, status.st_ino
