"""Sidelight's own engine, as its screen asks it."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

from annotations.store import Store
from benchmarks.search.asked import Asked
from benchmarks.search.engines import Answer
from benchmarks.search.worker import HITS
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.hits import Hit, Results
from search_index.search import Searcher
from tui.searching import SearchThread
from tui.watch import Watch

_PATIENCE = 1.0
"""Seconds for which the folder is taken to be as it was."""
_TO_FIRST_LETTER = 0.5
"""Seconds from the key that opens the search to the first letter."""


class Sidelight:
    """A searcher over the folder, whose index lies below ``place``."""

    def __init__(self, root: Path, place: Path) -> None:
        self._place = place
        use_cache(place)
        self.workspace = Workspace(root, Settings())
        self._store = Store(self.workspace)
        self._watch = Watch(self.workspace, self._store, _do_nothing)
        self._thread: SearchThread | None = None
        self._searcher = self.searcher()
        self._answers: SimpleQueue[Results | str] = SimpleQueue()

    def searcher(self) -> Searcher:
        """Another searcher, which has read nothing yet; with the index of this one's place."""
        use_cache(self._place)
        return Searcher(self.workspace, Store(self.workspace), patience=_PATIENCE)

    def expect(self) -> None:
        """Gets ready as the screen does while an index is being made, and nobody searches yet."""
        self._search_thread().begin(soon=False)

    def open(self) -> None:
        """Begins to search in a thread, while another looks for changes, as on screen."""
        thread = self._search_thread()
        self._watch.begin(closely=True)
        thread.begin()
        time.sleep(_TO_FIRST_LETTER)
        self.ask(Asked("thisword standsnowhere", ("thisword", "standsnowhere")), 1)

    def _search_thread(self) -> SearchThread:
        if self._thread is None:
            look = self._watch.snapshot
            self._thread = SearchThread(self.workspace, self._store, self._take, HITS, look=look)
        return self._thread

    def close(self) -> None:
        """Ends the threads."""
        self._search_thread().close()
        self._watch.close()

    def _take(self, query: str, results: Results | None, failure: str) -> None:
        self._answers.put(results or failure)

    def index(self, documents: Sequence[str]) -> None:
        """Indexes all documents of the folder. Raises OSError where it cannot."""
        from search_index.indexing.updating import update_index

        problem = update_index(self.workspace, Store(self.workspace)).problem
        if problem:
            raise OSError(problem)

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best hits, each in its sentence."""
        self._search_thread().ask(asked.text)
        found = self._answers.get()
        if isinstance(found, str):
            raise RuntimeError(found)
        return [Answer(hit.document, _marked(hit)) for hit in found.hits[:limit]]

    def documents(self, asked: Asked) -> set[str]:
        """All documents with hits."""
        return {hit.document for hit in self._searcher.search(asked.text, limit=None).hits}


def use_cache(place: Path) -> None:
    """Has everything that Sidelight keeps for itself kept below ``place``, by its children too."""
    for name in ("CACHE", "STATE", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(place / name.lower())


def _marked(hit: Hit) -> str:
    if hit.sentence is None or hit.start is None or hit.end is None:
        return hit.text
    start, end = hit.start - hit.sentence.start, hit.end - hit.sentence.start
    return f"{hit.text[:start]}[{hit.text[start:end]}]{hit.text[end:]}"


def _do_nothing() -> None:
    """The screen would ask again; here the next query does."""
