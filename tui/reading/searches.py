"""Searching all documents from the reading screen: what was asked, and who hears the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.turns import READER

if TYPE_CHECKING:
    from search_index.hits import Results
    from tui.panels.search import SearchPanel
    from tui.reading.screen import ReadingScreen


class Searches:
    """Stands between the search panel, which may be closed, and the thread that searches."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self.last_query = ""
        self._asked = ""  # as it was asked last
        self._again = False  # whether the answer awaited is to a query that was answered before
        self.progress = ""  # how far the index has come, in words

    @property
    def open(self) -> bool:
        """Whether the search panel is."""
        return self._panel() is not None

    def ask(self, query: str) -> None:
        """Asks for the hits of a query; the open search panel shows them."""
        self._asked, self._again = query, False
        self._reading.background.search(query)

    def ask_again(self) -> None:
        """Asks once more what the panel shows the answer to: files or the index have changed."""
        panel = self._panel()
        if panel is not None and self._asked:
            self._again = True
            self._reading.background.search(self._asked)

    def found(self, query: str, results: Results | None, failure: str) -> None:
        """Hears the answer to a query."""
        if results is not None and results.searched and not results.indexed:
            self._reading.background.indexing.outdated(changed=False)
        panel = self._panel()
        if panel is not None:
            panel.hear(query, results, failure, again=self._again)

    def show_progress(self, words: str) -> None:
        """Shows how far the index has come; not between the keys of one who reads on."""
        panel = self._panel()
        if words == self.progress or (panel is None and not READER.pauses()):
            return
        self.progress = words
        if panel is not None:
            panel.progressed(words)
        self._reading.refresh_status()

    def _panel(self) -> SearchPanel | None:
        panel = self._reading.panel
        if panel is None:
            return None
        from tui.panels.search import SearchPanel

        return panel if isinstance(panel, SearchPanel) else None
