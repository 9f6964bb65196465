"""Brings the index up to date with the texts and annotations of a workspace.

It is built in batches, each a shard that counts as soon as it is written: a builder that is
stopped, however roughly, is taken up by the next where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from annotations.forgetting import remove
from documents.document import text_digest
from documents.places import make_private
from search_index.engine import Progress, Summary
from search_index.folding import fold
from search_index.indexing.corpus import Corpus, Telling
from search_index.sealed import NotOurs
from search_index.whoosh_engine.building_plan import Task, plan
from search_index.whoosh_engine.catalogue import (
    CATALOGUE,
    Catalogue,
    read_catalogue,
    write_catalogue,
)
from search_index.whoosh_engine.gathering import MOST_TERMS, Gathering, most_terms
from search_index.whoosh_engine.index import Index
from search_index.whoosh_engine.shards import Entry, write_shard

_BATCH_TEXTS = 30_000
_BATCH_CHARACTERS = 10_000_000
"""What is lost when a builder is killed, which takes some seconds; the rest is told by the texts
alone, so that an index is of the same size wherever it is made.
"""
_LARGEST_BATCH = 20_000_000
_BATCH_SHARE = 0.25
"""Of what went before: where there is much, shards are larger, and not too many."""


def _make_room(folder: Path) -> None:
    """Makes the folder; what is there and cannot be believed is cleared away. Raises OSError."""
    try:
        read_catalogue(folder)
    except NotOurs:
        remove(folder)
    make_private(folder)


class _Found(NamedTuple):
    """A text that is to be indexed: its terms are counted at most."""

    entry: Entry
    folded: str
    terms: int


@dataclass(slots=True)
class _Batch:
    """Texts that go into the next shard."""

    most: float  # code points
    entries: list[Entry] = field(default_factory=list)
    gathered: Gathering = field(default_factory=Gathering)

    def add(self, found: _Found) -> None:
        self.entries.append(found.entry)
        self.gathered.add(found.folded)

    def has_room_for(self, found: _Found) -> bool:
        """Whether one more text is to go into the same shard."""
        gathered = self.gathered
        is_full = len(gathered) >= _BATCH_TEXTS or gathered.characters >= self.most
        return not is_full and gathered.terms + found.terms <= MOST_TERMS


class Builder:
    """One run; nobody else builds in ``folder`` meanwhile."""

    def __init__(self, folder: Path, corpus: Corpus, *, rebuild: bool) -> None:
        """Raises OSError."""
        _make_room(folder)
        self._folder = folder
        self._corpus = corpus
        index = Index(None if rebuild else folder)
        index.refresh()
        self._known = index.entries()
        self._shards = list(index.live())
        self._plan = plan(corpus, self._known, index.live(), index.characters())
        self._touched = dict(index.touched)
        self._indexed: set[str] = set()  # documents
        self._characters = 0
        self._listed: Catalogue | None = None

    def run(self, progress: Callable[[Progress], None]) -> Summary:
        """Does what there is to do. Raises OSError where it cannot be written."""
        tasks, batch = self._plan.tasks, _Batch(self._next_batch())
        telling = Telling((task.item for task in tasks), progress)
        for task in tasks:
            telling.begin(task.item)
            found = self._changed(task)
            if found is None:
                continue
            if not batch.has_room_for(found):
                self._write(batch)
                batch = _Batch(self._next_batch())
            batch.add(found)
            self._indexed.add(task.item.document)
        self._write(batch)
        self._finish()
        telling.end()
        return Summary(self._corpus.documents, len(self._indexed))

    def _next_batch(self) -> float:
        share = _BATCH_SHARE * self._characters
        return min(max(_BATCH_CHARACTERS, share), _LARGEST_BATCH)

    def _changed(self, task: Task) -> _Found | None:
        """What is to be indexed of a text; None where it is the same as before."""
        key, signature, *_ = task.item
        read = self._corpus.text(task.item)
        text = read or ""
        folded = fold(text)
        terms = most_terms(folded)
        scanned = read is None or terms > MOST_TERMS
        entry = Entry(key, signature, text_digest(text), len(text), scanned)
        before = self._known.get(key)
        self._known[key] = entry
        if before and before[2:] == entry[2:] and not task.renew:
            self._touched[key] = signature
            return None
        self._touched.pop(key, None)
        return _Found(entry, "", 0) if scanned else _Found(entry, folded, terms)

    def _write(self, batch: _Batch) -> None:
        if batch.entries:
            self._shards.append(write_shard(self._folder, batch.entries, batch.gathered))
            self._characters += batch.gathered.characters
            self._list(Catalogue(tuple(self._shards), self._touched))

    def _list(self, catalogue: Catalogue) -> None:
        """Writes the catalogue unless it is there: a search takes up each one that is new."""
        if catalogue != self._listed:
            write_catalogue(self._folder, catalogue)
            self._listed = Catalogue(catalogue.shards, dict(catalogue.touched))

    def _finish(self) -> None:
        """Lets go of the shards that others have taken the place of, and of what killed builders
        and other hands have left.
        """
        shards = tuple(shard for shard in self._shards if shard not in self._plan.retired)
        self._list(Catalogue(shards, self._touched))
        kept = {CATALOGUE, *(shard.folder for shard in shards)}
        for file in self._folder.iterdir():
            if file.name not in kept:
                with suppress(OSError):
                    remove(file)
