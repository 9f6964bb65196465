"""Which documents and annotation files a workspace holds at one moment, and in what state."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from typing import NamedTuple

from annotations.paths import annotation_path
from annotations.store import Store
from documents.workspace import Workspace


class Signature(NamedTuple):
    """What tells a changed file from an unchanged one without reading it."""

    size: int
    modified: int  # nanoseconds


class Record(NamedTuple):
    """An annotation file: what ``author`` wrote on the document at ``path``."""

    author: str
    path: str

    @property
    def key(self) -> str:
        """Its name in the index; no document's path can hold a NUL."""
        return f"\0{annotation_path(self.author, self.path)}"


class Snapshot(NamedTuple):
    """The files of a workspace with their signatures, in the order they are listed."""

    documents: dict[str, Signature]
    records: dict[Record, Signature]

    def by_key(self) -> Iterator[tuple[str, Signature]]:
        """All of them by the names they have in the index."""
        yield from self.documents.items()
        for record, signature in self.records.items():
            yield record.key, signature

    @property
    def size(self) -> int:
        """The bytes of all documents."""
        return sum(state.size for state in self.documents.values())

    def within(self, paths: Collection[str]) -> Snapshot:
        """Only these documents, and what is written about them."""
        return Snapshot(
            {path: state for path, state in self.documents.items() if path in paths},
            {record: state for record, state in self.records.items() if record.path in paths},
        )


def take_snapshot(workspace: Workspace, store: Store) -> Snapshot:
    """The workspace as it is now; what vanishes meanwhile is left out."""
    root = str(workspace.root)
    documents = ((path, signature(f"{root}/{path}")) for path in workspace.documents())
    records = (
        (record, signature(f"{root}/{annotation_path(*record)}"))
        for record in map(Record._make, store.records())
    )
    return Snapshot(
        {path: state for path, state in documents if state},
        {record: state for record, state in records if state},
    )


def signature(file: str) -> Signature | None:
    """The signature of a file, or None where there is none."""
    try:
        status = os.stat(file)  # noqa: PTH116 - for thousands of files before each answer
    except (OSError, ValueError):
        return None
    return Signature(status.st_size, status.st_mtime_ns)
