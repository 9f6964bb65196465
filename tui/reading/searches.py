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
        self.progress = ""  # how far the index has come, in words

    def ask(self, query: str) -> None:
        """Asks for the hits of a query; the open search panel shows them."""
        self._reading.background.search(query)

    def found(self, query: str, results: Results | None, failure: str) -> None:
        """Hears the answer to a query."""
        panel = self._panel()
        if panel is not None:
            panel.hear(query, results, failure)

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
