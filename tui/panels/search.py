"""The search at work: it asks while the reader types, and opens what was found."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on

from documents.spans import Span
from tui.find import Find
from tui.jumps import Place
from tui.panels.answered_by import answered_by
from tui.panels.results import ResultsPanel
from tui.reading.left_out import left_out_words

_last_word = re.compile(r"(?<![^\s(:-])\w+$")
_JOINTS = ("AND", "OR", "NOT")

if TYPE_CHECKING:
    from annotations.model import PlacedAnnotation
    from search_index.hits import Results, SentenceHits
    from tui.reading.screen import ReadingScreen


_COMPLETED_FROM = 2


def while_typed(query: str) -> str:
    """The query to ask while it is being typed: its last word may be the beginning of a longer one.

    A space, a closing quote or anything else behind the word says that it is whole.
    """
    word = _last_word.search(query)
    if word is None or len(word[0]) < _COMPLETED_FROM or query.count('"') % 2 or word[0] in _JOINTS:
        return query
    return query + "*"


class SearchPanel(ResultsPanel):
    """The results panel of a reading screen."""

    def __init__(self, reading: ReadingScreen) -> None:
        super().__init__(
            reading.painter,
            self._note_of,
            self._open,
            reading.leave_panel,
            reading.searches.last_query,
            self._annotations_of,
        )
        self._reading = reading
        self._heard: Results | None = None
        self._progress = ""  # how far the index is, in words
        self._hidden: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        """Asks again what was asked last."""
        self._progress = self._reading.searches.progress
        self._show_source()
        self._reading.background.search_opened()
        self.list.query_text = self._reading.searches.last_query
        if self._reading.searches.last_query.strip():
            self._reading.searches.ask(while_typed(self._reading.searches.last_query))
        self.ask()

    @on(ResultsPanel.Asked)
    def _asked(self, event: ResultsPanel.Asked) -> None:
        event.stop()
        self._reading.searches.last_query = event.query
        if event.query.strip():
            self._reading.searches.ask(while_typed(event.query))
        else:
            self._heard, self.list.left_out = None, ""
            self._show_source()
            self.answer(None, [], "")

    def hear(
        self, query: str, results: Results | None, failure: str, *, again: bool = False
    ) -> None:
        """Shows an answer; one that came ``again`` leaves the reader at the hit chosen."""
        if query != while_typed(self.list.query_text):
            return
        self._heard = results
        self._show_source()
        if self._awaited or not again or failure:
            self.answer(*self._shown(), failure)
        elif self.list.sentences != (shown := self._shown())[1]:
            self._replace(*shown)
        else:
            self.list.results = shown[0]
            self.list.refresh()

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Lists the hits in the annotations of those authors who are shown now."""
        if self._heard is None or self._hidden == reading.session.company.hidden:
            return
        self._replace(*self._shown())

    def _replace(self, results: Results | None, sentences: list[SentenceHits]) -> None:
        """Lists these in place of others; what is selected stays so if it is among them."""
        selected = self.list.sentences[self.list.index : self.list.index + 1]
        self.list.results, self.list.sentences = results, sentences
        places = [(one.document, one.sentence) for one in self.list.sentences]
        before = [(one.document, one.sentence) for one in selected]
        self.list.update(index=next((places.index(one) for one in before if one in places), None))

    def _shown(self) -> tuple[Results | None, list[SentenceHits]]:
        """What was found, without the annotations of hidden authors; the list tells of those."""
        from search_index.hits import group_by_sentence

        results, self._hidden = self._heard, self._reading.session.company.hidden
        if results is None:
            return None, []
        hidden = [hit.author for hit in results.hits if hit.author and hit.author in self._hidden]
        self.list.left_out = left_out_words(self._reading.keys, hidden)
        if hidden:
            hits = [hit for hit in results.hits if hit.author not in self._hidden]
            results = replace(results, hits=hits, total=results.total - len(hidden))
        return results, group_by_sentence(results.hits)

    def progressed(self, words: str) -> None:
        """Shows how far the index has come."""
        self._progress = words
        self._show_source()
        self.list.refresh()

    def _show_source(self) -> None:
        self.list.progress = answered_by(self._heard, self._progress)

    def _open(self) -> None:
        """Goes to the first place of the selected sentence, with its words marked in the text."""
        found = self.list.sentences[self.list.index]
        hit = next((hit for hit in found.hits if hit.start is not None), None)
        if hit is None or hit.start is None:
            self._reading.say("This annotation has no place in today’s text", "warning")
            return
        self._reading.leave_place()
        self._reading.go(Place(found.document, hit.start), focus=False)
        pane = self._reading.pane
        if pane.document is not None and hit.kind == "text" and hit.end is not None:
            words = pane.document.text[hit.start : hit.end]
            self._reading.finding.mark(Find(words), Span(hit.start, hit.end))
            self._reading.refresh_status()
        self.list.focus()

    def _annotations_of(self, found: SentenceHits) -> list[PlacedAnnotation]:
        session = self._reading.session
        named = [(hit.author or "", hit.annotation) for hit in found.hits if hit.annotation]
        held = [one for name in named if (one := session.find(*name)) is not None]
        if held or found.sentence is None:
            return held
        return session.marks(found.document).overlapping(*found.sentence)

    def _note_of(self, annotation_id: str, author: str | None) -> str:
        placed = self._reading.session.find(author or "", annotation_id)
        if placed is None:
            return "note"
        annotation = placed.annotation
        return " · ".join(
            part for part in (", ".join(annotation.tags), " ".join(annotation.note.split())) if part
        )
