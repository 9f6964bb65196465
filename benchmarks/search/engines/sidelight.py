"""Sidelight's own engine, as its screen asks it."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from annotations.store import Store
from benchmarks.search.asked import Asked
from benchmarks.search.engines import Answer
from documents.settings import Settings
from documents.workspace import Workspace
from search_index.hits import Hit
from search_index.lookout import Lookout
from search_index.search import Searcher

_PATIENCE = 1.0
"""Seconds for which the folder is taken to be as it was: what the screen grants while one types."""


class Sidelight:
    """A searcher over the folder, whose index lies below ``place``."""

    def __init__(self, root: Path, place: Path) -> None:
        use_cache(place)
        self.workspace = Workspace(root, Settings())
        self._searcher = self.searcher()

    def searcher(self) -> Searcher:
        """Another searcher, which has read nothing yet."""
        return Searcher(self.workspace, Store(self.workspace), patience=_PATIENCE)

    def open(self) -> None:
        """Takes up the index; a thread looks for changes of the folder, as one does on screen."""
        lookout = Lookout(self.workspace, Store(self.workspace))
        self._seen = lookout.look()
        threading.Thread(target=self._look_out, args=(lookout,), daemon=True).start()
        self._searcher = Searcher(self.workspace, Store(self.workspace), look=lambda: self._seen)
        self._searcher.search("thisword standsnowhere", limit=1)

    def _look_out(self, lookout: Lookout) -> None:
        with suppress(OSError):  # the folder is gone: nobody asks any more
            while self.workspace.root.exists():
                time.sleep(_PATIENCE)
                self._seen = lookout.look()

    def index(self, documents: Sequence[str]) -> None:
        """Indexes all documents of the folder. Raises OSError where it cannot."""
        from search_index.indexing.updating import update_index

        problem = update_index(self.workspace, Store(self.workspace)).problem
        if problem:
            raise OSError(problem)

    def ask(self, asked: Asked, limit: int) -> list[Answer]:
        """The best hits, each in its sentence."""
        found = self._searcher.search(asked.text, limit=limit)
        return [Answer(hit.document, _marked(hit)) for hit in found.hits]

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
