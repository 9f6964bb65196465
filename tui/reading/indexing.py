"""Keeps the index up to date beside the screen: from the start on, and whenever files change."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from tui.turns import READER

if TYPE_CHECKING:
    from pathlib import Path

    from textual.timer import Timer

    from documents.workspace import Workspace
    from search_index.engine import Progress
    from search_index.indexing.background import IndexProcess
    from tui.reading.screen import ReadingScreen

_POLL = 0.5
_REST = 5.0
"""Seconds from one beginning to the next at least, and ten times what the last one took."""
_MANY = 1000
"""Texts to be indexed, from which on it takes seconds, and a query meanwhile is got ready for."""
_LONG_REST = 60.0
"""Seconds where there is no sign that it would do more than the last time."""


class Indexing:
    """Starts a builder's process when there is something to do, and tells how far it is."""

    def __init__(self, reading: ReadingScreen, workspace: Workspace) -> None:
        self._reading = reading
        self._workspace = workspace
        self._process: IndexProcess | None = None
        self._timer: Timer | None = None
        self._due: float | None = None  # when to begin
        self._began = 0.0
        self._took = 0.0
        self._working = False
        self._told = False
        self._is_ready = False  # to search what is not indexed yet

    def start(self) -> None:
        """Begins; where there is to be no index, one that was made before goes."""
        if self._workspace.only is not None:
            return
        if not self._workspace.settings.keep_index:
            _without_index(self._workspace.root)
            return
        from search_index.indexing.background import IndexProcess

        self._process = IndexProcess(self._workspace)
        self._timer = self._reading.set_interval(_POLL, self._poll)
        self._begin()

    def outdated(self, *, changed: bool = True) -> None:
        """Hears that the index does not know all files as they are now.

        Without ``changed``, that was so already: it is tried again after a longer rest.
        """
        if self._process is None or self._timer is None:
            return
        rest = max(_REST, 10 * self._took) if changed else max(_LONG_REST, 10 * self._took)
        due = self._began + rest
        self._due = due if self._due is None else min(due, self._due)
        self._timer.resume()

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.stop()

    def _begin(self) -> None:
        if self._process is not None:
            self._due, self._began, self._working = None, monotonic(), True
            self._process.start()

    def _poll(self) -> None:
        if self._process is None or self._timer is None:
            return
        progress, running = self._process.poll(), self._process.running
        self._reading.searches.show_progress(_words(progress) if running else "")
        if running:
            self._get_ready(progress)
            return
        if self._working:
            self._working, self._took = False, monotonic() - self._began
            self._is_ready = False
            self._ended(progress)
        if self._due is not None and monotonic() >= self._due:
            self._begin()
        elif self._due is None and not self._reading.searches.progress:
            self._timer.pause()

    def _get_ready(self, progress: Progress | None) -> None:
        """Has what is not indexed yet taken into memory, once the reader pauses for a moment."""
        many = progress is not None and progress.total - progress.done >= _MANY
        if many and not self._is_ready and READER.pauses():
            self._is_ready = True
            self._reading.background.get_ready_to_search()

    def _ended(self, progress: Progress | None) -> None:
        from search_index.indexing.updating import BUSY

        problem = progress.problem if progress else ""
        if problem == BUSY:
            self.outdated(changed=False)
        elif problem and not self._told:
            self._told = True
            words = f"Searching goes on without an index: {problem}"
            self._reading.say(self._reading.bars.beside(words))
        elif not problem:  # though it did nothing: an answer may be from before its last work
            self._reading.searches.ask_again()


def _words(progress: Progress | None) -> str:
    from tui.numbers import grouped

    if not progress or not progress.total:
        return ""
    return f"indexing {grouped(progress.done)}/{grouped(progress.total)}"


def _without_index(root: Path) -> None:
    """Removes an index that was made before there was to be none."""

    def forget() -> None:
        from search_index.indexing.forgetting import forget_index

        with suppress(OSError):
            forget_index(root)

    Thread(target=forget, name="forget", daemon=True).start()
