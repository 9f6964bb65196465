"""From hit to hit of the results: from the one that is selected, and the list goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.spans import Span
from tui.find import Find
from tui.hit_walk import HitWalk
from tui.jumps import Place
from tui.panels.search import while_typed
from tui.query_find import QueryFind

if TYPE_CHECKING:
    from search_index.hits import Hit
    from tui.panels.search import SearchPanel
    from tui.reading.screen import ReadingScreen


class ResultsWalk:
    """The way from hit to hit of the answer that a search panel shows."""

    def __init__(self, reading: ReadingScreen, panel: SearchPanel) -> None:
        self._reading = reading
        self._panel = panel

    def carry(self, hit: Hit, span: Span) -> None:
        """Marks all that the query finds in the text, and has the keys for it lead on from here."""
        reading, document = self._reading, self._reading.pane.document
        find = self._find
        if find and self._panel.found.results is not None:
            reading.finding.carry(find, span)
            self._begin()
        elif document is not None and hit.kind == "text":
            reading.finding.mark(Find(document.text[slice(*span)]), span)
        reading.refresh_status()

    def go(self, steps: int) -> None:
        """Goes so many hits on, or back where negative, from the selected one.

        That is where the reader is, if they went to it and are there still; else it is the first
        one on the way on, and behind the first one on the way back.
        """
        reading, panel = self._reading, self._panel
        if panel.found.awaited or not panel.found.count():
            reading.say(
                "Searching…" if panel.found.awaited else "Nothing was found to walk through"
            )
            return
        start = self._selected_place()
        if start is None:
            reading.say("No annotation listed here has a place in today’s text", "warning")
            return
        there = self._is_at_selected()
        if not self._is_begun():
            reading.searches.remember(panel.line.value)
            reading.finding.carry(self._find, reading.pane.match if there else None)
            self._begin()
        reading.searches.walking.go(steps, None if there else start)

    def show(self, document: str, span: Span) -> None:
        """Selects the sentence that a hit is in, where it is listed."""
        for index, one in enumerate(self._panel.found.sentences):
            if one.document == document and any((h.start, h.end) == span for h in one.hits):
                self._panel.found.select(index)
                return

    @property
    def _find(self) -> QueryFind:
        query = self._panel.found.query_text
        return QueryFind(query, asked=while_typed(query))

    def _begin(self) -> None:
        results = self._panel.found.results
        assert results is not None
        way = HitWalk(results.hits, complete=results.total == len(results.hits))
        self._reading.searches.walking.begin(self._panel.question, way)

    def _is_begun(self) -> bool:
        """Whether the hits that are walked through are those of this answer."""
        walking = self._reading.searches.walking
        return self._reading.finding.find == self._find and walking.is_of(self._panel.question)

    def _is_at_selected(self) -> bool:
        """Whether the reader is at a hit of the selected sentence."""
        document, match = self._reading.pane.document, self._reading.pane.match
        one = self._panel.found.sentences[self._panel.found.index]
        if document is None or document.path != one.document or match is None:
            return False
        return any((hit.start, hit.end) == match for hit in one.hits)

    def _selected_place(self) -> Place | None:
        """The first hit of the selected sentence, or of the next one that has a place."""
        found = self._panel.found
        for one in (*found.sentences[found.index :], *found.sentences[: found.index]):
            for hit in one.hits:
                if hit.start is not None:
                    return Place(one.document, hit.start)
        return None
