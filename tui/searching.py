"""Searching in a thread of its own: the newest query wins, and the screen never waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from documents.workspace import Workspace

if TYPE_CHECKING:
    from annotations.store import Store
    from search_index.hits import Results
    from search_index.search import Searcher

_PATIENCE = 1.0
"""Seconds for which the folder is taken to be as it was last seen, while a query is typed."""

Answer = Callable[[str, "Results | None", str], None]


class SearchThread:
    """Answers queries one at a time; a query that was overtaken by another is called off.

    ``answer`` is called in that thread with the query, its results, and what went wrong if
    something did. Whoosh is imported there, when the first query comes.
    """

    def __init__(self, workspace: Workspace, store: Store, answer: Answer, limit: int) -> None:
        self._workspace = workspace
        self._store = store
        self._answer = answer
        self._limit = limit
        self._ready = threading.Condition()
        self._query: str | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    def ask(self, query: str) -> None:
        """Asks for the answer to a query, in place of all asked before."""
        with self._ready:
            self._query = query
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="search", daemon=True)
                self._thread.start()
            self._ready.notify()

    def close(self) -> None:
        """Ends the thread when it is done with what it does."""
        with self._ready:
            self._closed = True
            self._ready.notify()

    def _overtaken(self) -> bool:
        return self._query is not None or self._closed

    def _run(self) -> None:
        searcher: Searcher | None = None
        while True:
            with self._ready:
                while self._query is None and not self._closed:
                    self._ready.wait()
                if self._closed:
                    return
                query, self._query = self._query, None
            if query is not None:
                searcher = self._search(searcher, query)

    def _search(self, searcher: Searcher | None, query: str) -> Searcher | None:
        """Answers a query; gives the searcher, made where there was none."""
        try:
            if searcher is None:
                from search_index.search import Searcher

                searcher = Searcher(self._workspace, self._store, patience=_PATIENCE)
            results = searcher.search(query, limit=self._limit, cancelled=self._overtaken)
        except Exception as error:  # a search that fails is told, and ends nothing else
            self._answer(query, None, f"the search failed: {error or type(error).__name__}")
            return searcher
        if not results.cancelled:
            self._answer(query, results, "")
        return searcher
