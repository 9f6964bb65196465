"""What goes on beside the screen: loading, saving, searching, indexing, and idle chores."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

    from search_index.hits import Results
    from tui.reading.indexing import Indexing
    from tui.reading.loading import Loader
    from tui.reading.screen import ReadingScreen
    from tui.saving import SaveReport
    from tui.searching import Aside, SearchThread, Work
    from tui.session import Session
    from tui.watch import Watch

_CHORE_EVERY = 0.02
_CHORE_SECONDS = 0.002
_PAUSE = 0.25
"""Seconds after a key in which only what is in sight is worked at: another may follow at once."""

_RETRY_EVERY = 5.0
_KEEP_EVERY = 2.0
_LOOK_EVERY = 0.5
_SENTENCES_SHOWN = 500


class Background:
    """Threads and processes of the application; each hands its results to the screen's thread."""

    def __init__(self, app: App[int], session: Session) -> None:
        self._app = app
        self._session = session
        self._reading: ReadingScreen | None = None
        self._search: SearchThread | None = None
        self._chores: Timer | None = None
        self._woken = 0.0
        self._closely: Timer | None = None
        self._reports: deque[SaveReport] = deque()  # of saves that the screen has not heard of yet
        self._loader: Loader | None = None
        self.indexing: Indexing

    def start(self, reading: ReadingScreen) -> None:
        """Begins: annotations first, then the index."""
        from tui.reading.indexing import Indexing
        from tui.reading.loading import Loader

        self._reading = reading
        self._chores = reading.set_interval(_CHORE_EVERY, self._work, pause=False)
        reading.set_interval(_RETRY_EVERY, reading.desk.retry)
        reading.set_interval(_KEEP_EVERY, reading.keep_places)
        self._loader = Loader(self._session, reading, self.on_screen)
        reading.set_interval(_LOOK_EVERY, self._loader.look)
        self._loader.begin()
        self.indexing = Indexing(reading, self._session.workspace)
        self.indexing.start()
        if reading.desk.positions.linking != "off":
            reading.links.resume(reading.desk.positions.linking)

    @property
    def loaded(self) -> bool:
        """Whether all annotations were read."""
        return self._loader is not None and self._loader.complete

    def look(self) -> None:
        """Looks at once for what another program has changed on disk."""
        if self._loader is not None:
            self._loader.look()

    def close(self) -> None:
        """Ends everything that still runs."""
        if self._search is not None:
            self._search.close()
        if self._reading is not None:
            self._reading.finding.close()
            if self._reading.linking:
                self._reading.links.close()
        if "_files" in self.__dict__:
            self._files.close()
        if self._reading is not None:
            self.indexing.close()

    def on_screen(self, call: Callable[..., object], *arguments: object) -> None:
        """Calls something in the screen's thread, unless the application is gone by then."""
        with suppress(RuntimeError):  # the loop is closed
            self._app.call_later(call, *arguments)

    # Chores

    def wake(self) -> None:
        """Says that the reader did something, or that there is more to do in idle moments."""
        self._woken = monotonic()
        if self._chores is not None:
            self._chores.reset()
            self._chores.resume()
        if self._loader is not None:
            self._loader.complete_texts()

    def _work(self) -> None:
        reading = self._reading
        if reading is None or not reading.desk.chores:
            if self._chores is not None:
                self._chores.pause()
            return
        paused = monotonic() - self._woken < _PAUSE
        reading.desk.chores.work(_CHORE_SECONDS, others=not paused)
        if not reading.desk.chores:
            reading.refresh_status()

    # Saving

    def saved(self, report: SaveReport) -> None:
        """Hears of a save, in the saver's thread."""
        self._reports.append(report)
        if len(self._reports) == 1:  # else those before it are yet to be taken, and this with them
            self.on_screen(self._heard)

    def _heard(self) -> None:
        """Hears at once what came of many saves: the screen is drawn once for all of them."""
        reports: list[SaveReport] = []
        with suppress(IndexError):
            while True:
                reports.append(self._reports.popleft())
        if reports and self._reading is not None and self._loader is not None:
            self._loader.saved(reports)
            self._reading.editing.saved(reports)

    # Searching

    def search(self, query: str, *, forms: bool = False, fresh: bool = False) -> None:
        """Asks for the hits of a query; the open search panel hears the answer.

        A ``fresh`` answer is to the files as they are now, and not as they were last seen.
        """
        self._searching().ask(query, forms=forms, fresh=fresh)

    def glance(self) -> None:
        """Has the files looked at, unless that was done just now: somebody walks through them."""
        self._files.glance()

    def lend_search(self, work: Work) -> None:
        """Has something else done with the searcher, in its thread."""
        self._searching().lend(work)

    def _searching(self) -> SearchThread:
        if self._search is None:
            from tui.searching import SearchThread

            self._search = SearchThread(
                self._session.workspace,
                self._session.store,
                self._answered,
                _SENTENCES_SHOWN,
                self._files.snapshot,
                self._told_aside,
                self._files.look_again,
            )
        return self._search

    def _answered(self, query: str, results: Results | None, failure: str) -> None:
        if self._reading is not None:
            self.on_screen(self._reading.searches.found, query, results, failure)

    def _told_aside(self, query: str, aside: Aside) -> None:
        if self._reading is not None:
            self.on_screen(self._reading.searches.told_aside, query, aside)

    def get_ready_to_search(self) -> None:
        """Takes into memory what no index knows, before anybody searches."""
        self._searching().begin(soon=False)

    def search_opened(self) -> None:
        """Hears that somebody is going to search: files are looked at closely until they close."""
        self._files.begin(closely=True)
        self._searching().begin()
        if self._closely is None and self._reading is not None:
            self._closely = self._reading.set_interval(_LOOK_EVERY, self._see_panel)

    def _see_panel(self) -> None:
        if self._reading is not None and not self._reading.searches.lists_hits:
            self._files.begin(closely=False)
            if self._closely is not None:
                self._closely.stop()
                self._closely = None

    @cached_property
    def _files(self) -> Watch:
        from tui.watch import Watch

        changed = partial(self.on_screen, self._files_changed)
        return Watch(self._session.workspace, self._session.store, changed)

    def _files_changed(self) -> None:
        self.indexing.outdated()
        if self._reading is not None:
            self._reading.searches.files_changed()
