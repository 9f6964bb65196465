"""The annotation files of a workspace, read when they are asked for and kept while they last."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from annotations.errors import UnreadableAnnotations
from annotations.steps import Step, at_once
from annotations.store import Store
from search_index.snapshot import Record, Signature, Snapshot

if TYPE_CHECKING:
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Annotation

_KEPT_ANNOTATIONS = 20_000


class AnnotationFiles:
    """What stands in the annotation files that the latest snapshot shows.

    ``problems`` has a line for each that could not be read. ``step`` is called between short
    steps of reading one.
    """

    def __init__(self, store: Store, step: Step = at_once) -> None:
        self._store = store
        self._step = step
        self._records: dict[Record, Signature] = {}
        self._by_path: dict[str, list[Record]] = {}
        self._kept: OrderedDict[Record, tuple[Signature, AnnotationFile | None]] = OrderedDict()
        self._annotations = 0
        self.problems: dict[Record, str] = {}

    def see(self, snapshot: Snapshot) -> None:
        """From now on the files are those of ``snapshot``."""
        if snapshot.records is self._records:
            return
        self._records = snapshot.records
        self._by_path = {}
        for record in snapshot.records:
            self._by_path.setdefault(record.path, []).append(record)
        self.problems = {r: line for r, line in self.problems.items() if r in snapshot.records}

    def get(self, record: Record) -> AnnotationFile | None:
        """The file of ``record``, or None where it cannot be read."""
        now = self._records.get(record, Signature(0, 0))
        kept = self._kept.get(record)
        if kept and kept[0] == now:
            self._kept.move_to_end(record)
            return kept[1]
        file = self._read(record)
        self._keep(record, now, file)
        return file

    def encoding(self, path: str) -> str | None:
        """The encoding on record for a document; None where it was never annotated."""
        if path not in self._by_path:
            return None
        files = (self.get(record) for record in self._by_path[path])
        return next((file.encoding for file in files if file and file.encoding), None)

    def _read(self, record: Record) -> AnnotationFile | None:
        self.problems.pop(record, None)
        try:
            return self._store.read(*record, self._step)
        except UnreadableAnnotations as error:
            self.problems[record] = str(error)
            return None

    def _keep(self, record: Record, now: Signature, file: AnnotationFile | None) -> None:
        self._drop(record)
        self._kept[record] = (now, file)
        self._annotations += _size(file)
        while self._annotations > _KEPT_ANNOTATIONS and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))

    def _drop(self, record: Record) -> None:
        kept = self._kept.pop(record, None)
        self._annotations -= _size(kept[1]) if kept else 0


def _size(file: AnnotationFile | None) -> int:
    return len(file.annotations) if file else 0


def searchable(one: Annotation) -> tuple[str, ...]:
    """What is searched of an annotation: the words it marks, its note and its tags."""
    return (one.exact, one.note, *one.tags)
