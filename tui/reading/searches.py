"""Searching all documents from the reading screen: what was asked, and who hears the answer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.reading.positions import FINDS_KEPT
from tui.turns import READER

if TYPE_CHECKING:
    from documents.settings import SavedSearch
    from documents.spans import Span
    from search_index.hits import Results
    from tui.panels.concordance_walk import ConcordancePanel
    from tui.panels.search import SearchPanel
    from tui.reading.screen import ReadingScreen
    from tui.reading.walking import Walking
    from tui.searching import Aside


RECENT_SHOWN = 12
"""Earlier queries that are offered."""


class Searches:
    """Stands between the search panel, which may be closed, and the thread that searches."""

    def __init__(self, reading: ReadingScreen) -> None:
        self._reading = reading
        self.last_query = ""
        self._asked = ""  # as it was asked last
        self._forms = False
        self._again = False  # whether the answer awaited is to a query that was answered before
        self._recent = reading.desk.positions.searches
        self.progress = ""  # how far the index has come, in words

    @property
    def open(self) -> bool:
        """Whether the search panel is."""
        return self._panel() is not None

    @property
    def lists_hits(self) -> bool:
        """Whether results are open, or a concordance: they follow the files."""
        return self.open or self._concordance() is not None

    @property
    def walks_later(self) -> bool:
        """Whether a way from hit to hit waits for them to be found again, to be gone on then."""
        return "walking" in self.__dict__ and self.walking.waits

    def asks_other_than(self, words: str) -> bool:
        """Whether the keys go to the search panel, and another query than ``words`` is there."""
        panel, query = self._panel(), self.last_query.strip()
        return panel is not None and panel.has_focus_within and query not in ("", words.strip())

    @cached_property
    def walking(self) -> Walking:
        """The way through the hits. Not needed before a search."""
        from tui.reading.walking import Walking

        return Walking(self._reading)

    def ask(self, query: str, *, forms: bool = False) -> None:
        """Asks for the hits of a query; the open search panel shows them."""
        self._asked, self._forms, self._again = query, forms, False
        self._reading.background.search(query, forms=forms)

    def remember(self, query: str) -> None:
        """Keeps a query that was made use of, as the newest one, and as it was typed.

        A space at its end says that its last word is whole.
        """
        query = query.strip() + " " * query[-1:].isspace()
        others = [one for one in self._recent if one.strip() != query.strip()]
        self._recent[:] = [*others, query][-FINDS_KEPT:]

    def recent(self) -> list[str]:
        """The queries made use of before, the newest first."""
        return [query for query in reversed(self._recent) if query.strip()][:RECENT_SHOWN]

    def saved(self) -> tuple[Sequence[SavedSearch], str]:
        """The searches saved in the workspace; what is wrong with its file, if anything is."""
        from annotations.saved_searches import saved_searches
        from documents.errors import SettingsError

        try:
            return saved_searches(self._reading.session.workspace.root), ""
        except SettingsError as error:
            return (), str(error)

    def told_aside(self, query: str, aside: Aside) -> None:
        """Hears what else there is to say of the answer to a query."""
        panel = self._panel()
        if panel is not None:
            panel.told_aside(query, aside)
            self._reading.refresh_status()  # the keys are those of what is listed now

    def files_changed(self, *, fresh: bool = False) -> None:
        """Hears that files have changed; ``fresh`` where only somebody who looks again sees it."""
        if "walking" in self.__dict__:
            self.walking.outdate(fresh=fresh)
        self.ask_again(fresh=fresh)
        if (lines := self._concordance()) is not None and not fresh:  # that is heard of once more
            lines.files_changed()

    def wait_on(self) -> None:
        """Asks again what the panel waits for, since something else was asked meanwhile."""
        panel = self._panel() or self._concordance()
        if panel is not None and panel.awaits:
            panel.ask_again()

    def show_hit(self, document: str, span: Span) -> None:
        """Selects the sentence, or the line, that a hit is in, where it is listed."""
        show = getattr(self._reading.panel, "show_hit", None)  # results have it, and concordances
        if show is not None:
            show(document, span)

    def ask_again(self, *, fresh: bool = False) -> None:
        """Asks once more what the panel shows the answer to: files or the index have changed."""
        panel = self._panel()
        if panel is not None and self._asked:
            self._again = True
            self._reading.background.search(self._asked, forms=self._forms, fresh=fresh)

    def found(self, query: str, results: Results | None, failure: str) -> None:
        """Hears the answer to a query."""
        if results is not None and results.searched and not results.indexed:
            self._reading.background.indexing.outdated(changed=False)
        panel = self._panel()
        if "walking" in self.__dict__:
            self.walking.hear(query, results)
        if panel is not None:
            panel.hear(query, results, failure, again=self._again)
            self._reading.refresh_status()

    def show_progress(self, words: str) -> None:
        """Shows how far the index has come; not between the keys of one who reads on."""
        panel = self._panel()
        if words == self.progress or (panel is None and not READER.pauses()):
            return
        self.progress = words
        if panel is not None:
            panel.progressed(words)
        self._reading.refresh_status()

    def _concordance(self) -> ConcordancePanel | None:
        panel = self._reading.panel
        if getattr(panel, "context", "") != "concordance":
            return None
        from tui.panels.concordance_walk import ConcordancePanel

        return panel if isinstance(panel, ConcordancePanel) else None

    def _panel(self) -> SearchPanel | None:
        panel = self._reading.panel
        if panel is None:
            return None
        from tui.panels.search import SearchPanel

        return panel if isinstance(panel, SearchPanel) else None
