"""What there is to index: the texts of a workspace's documents, and what is written about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from annotations.store import Store
from documents.workspace import Workspace
from search_index.annotation_files import AnnotationFiles, searchable
from search_index.engine import Progress
from search_index.snapshot import Record, Signature, take_snapshot
from search_index.texts import Texts

_MEMORY = 4 * 1024 * 1024
"""Bytes of texts that are kept once they were read: each is read once."""


class Item(NamedTuple):
    """A text: that of a document, or what ``record`` says about it.

    ``key`` is its name in an index, and ``signature`` the state of its file.
    """

    key: str
    signature: Signature
    document: str
    record: Record | None = None


class Telling:
    """Tells how far a builder is, in documents: what is written about one belongs to it."""

    def __init__(self, items: Iterable[Item], progress: Callable[[Progress], None]) -> None:
        """``items`` are all that are going to be looked at."""
        self._total = len({item.document for item in items})
        self._progress = progress
        self._seen: set[str] = set()

    def begin(self, item: Item) -> None:
        """Tells that an item is looked at now, and those before it are done."""
        self._progress(Progress(len(self._seen), self._total, item.document))
        self._seen.add(item.document)

    def end(self) -> None:
        """Tells that all is done."""
        self._progress(Progress(self._total, self._total, ""))


class Corpus:
    """The texts of a workspace as it is when this is made."""

    def __init__(self, workspace: Workspace, store: Store) -> None:
        self._snapshot = take_snapshot(workspace, store)
        self._files = AnnotationFiles(store)
        self._files.see(self._snapshot)
        self._texts = Texts(workspace, self._files, _MEMORY)

    def __iter__(self) -> Iterator[Item]:
        """All texts: the documents first, in their order."""
        for path, state in self._snapshot.documents.items():
            yield Item(path, state, path)
        for record, state in self._snapshot.records.items():
            yield Item(record.key, state, record.path, record)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self._snapshot.documents)

    def outdated(self, known: Callable[[str], Signature | None]) -> frozenset[str]:
        """The keys of the texts that are to be looked at where an index has those ``known``.

        A document is looked at again when what is written about it has changed, since that tells
        its encoding.
        """
        stale = {key for key, state in self._snapshot.by_key() if known(key) != state}
        documents, records = self._snapshot.documents, self._snapshot.records
        stale.update(r.path for r in records if r.key in stale and r.path in documents)
        return frozenset(stale)

    def text(self, item: Item) -> str | None:
        """The text, not folded; None where it cannot be read."""
        if item.record is None:
            text = self._texts.get(item.document)
            return text.text if text else None
        file = self._files.get(item.record)
        if file is None:
            return None
        return "\n".join(each for one in file.annotations for each in searchable(one))
