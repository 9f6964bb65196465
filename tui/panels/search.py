"""The search at work: it asks while the reader types, and opens what was found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import on

from documents.lazy_regex import lazy_regex
from documents.spans import Span
from tui.actions import action
from tui.jumps import Place
from tui.keys import Command
from tui.panels.answered_by import answered_by
from tui.panels.counterparts import counterpart, same
from tui.panels.results_panel import ResultsPanel
from tui.panels.search_start import MEANT, Offer, offers
from tui.reading.left_out import left_out_words
from tui.searching import Question

_last_word = lazy_regex(r"(?<![^\s(:-])(\w+)-?$")
_letter_left_out = lazy_regex(r"(?:(?<!\w)-|\bNOT\s+)\w$")
_JOINTS = ("AND", "OR", "NOT")
_WHILE_TYPED = ("results.save", "results.forms")
"""What can be done without leaving the line."""

if TYPE_CHECKING:
    from textual import events

    from annotations.model import PlacedAnnotation
    from search_index.facets import Facet
    from search_index.hits import Results, SentenceHits
    from search_index.queries.query import Query
    from tui.panels.results_walk import ResultsWalk
    from tui.reading.screen import ReadingScreen
    from tui.searching import Aside


def while_typed(query: str) -> str:
    """The query to ask while it is being typed: its last word may be the beginning of a longer one.

    A space, a closing quote or anything else behind the word says that it is whole, but for a
    hyphen. One letter is a beginning too, unless what begins so is to be left out: that would be
    all there is. What ``doc:`` asks for is a part of a path, typed to its end or not.
    """
    from search_index.queries.ending import ends_in_phrase, last_field
    from search_index.queries.query import FieldName

    word = _last_word.search(query)
    if word is None or word[1] in _JOINTS or _letter_left_out.search(query):
        return query
    if ends_in_phrase(query) or (":" in query and last_field(query) is FieldName.DOC):
        return query
    return query + "*"


class SearchPanel(ResultsPanel):
    """The results panel of a reading screen."""

    def __init__(self, reading: ReadingScreen, before: SearchPanel | None = None) -> None:
        """``before`` is the panel, closed since, whose answer this one goes on with."""
        super().__init__(
            reading.painter,
            self._note_of,
            self._open,
            reading.leave_panel,
            reading.searches.last_query,
            self._annotations_of,
        )
        self._reading = reading
        self.found.noted = self._noted
        self.found.walk = lambda steps: self.walk.go(steps)
        self._before = before
        self._heard: Results | None = None
        self._progress = ""  # how far the index is, in words
        self._hidden: frozenset[str] = frozenset()

    def on_mount(self) -> None:
        """Asks again what was asked last."""
        self._progress = self._reading.searches.progress
        self._show_source()
        self._reading.background.search_opened()
        self.found.query_text = self._reading.searches.last_query
        self.found.forms_key = self._reading.keys.named("results.forms")
        self.show_offers()
        if self._before is not None:
            self._go_on(self._before)
            return
        if self.found.query_text.strip():
            self.ask_again()
        self.ask()

    def _go_on(self, before: SearchPanel) -> None:
        """Shows the answer that another panel showed, the same hit selected, and the keys there."""
        self._before = None
        self._heard, self._hidden = before._heard, before._hidden
        self.found.forms = before.forms
        self.found.results, self.found.sentences = before.found.results, before.found.sentences
        self.found.left_out, self.found.chosen = before.found.left_out, before.found.chosen
        self.found.update(index=before.found.index)
        self._show_source()
        self.found.focus()
        self._reading.searches.ask_again()  # files may have changed, and it tells what narrows

    @property
    def forms(self) -> bool:
        """Whether other forms of the words are asked for too."""
        return self.found.forms

    @property
    def question(self) -> Question:
        """What is asked: the query that stands in the line, as it is read while it is typed."""
        return Question(while_typed(self.found.query_text), self.forms)

    def ask_again(self) -> None:
        """Asks for the answer to the query that stands in the line."""
        query, forms, _ = self.question
        self._reading.searches.ask(query, forms=forms)

    def as_asked(self) -> Query:
        """The query in the line as it is read while it is typed."""
        from search_index.queries.ending import ends_in_phrase
        from search_index.queries.parsing import parse

        query = while_typed(self.line.value)
        return parse(query, growing=ends_in_phrase(query))

    def as_answered(self) -> Query:
        """The query that was answered, its last word whole where that finds the same."""
        from search_index.queries.parsing import parse
        from tui.panels.whole_words import finds_the_same

        asked, whole, results = self.as_asked(), parse(self.line.value), self.found.results
        same = results is not None and finds_the_same(whole.root, asked.root, results)
        return whole if same else asked

    def show_offers(self, *, help_only: bool = False) -> None:
        """Lists what can be asked: the searches saved in the workspace as they are, and more."""
        saved, problem = self._reading.searches.saved()
        recent = self._reading.searches.recent()
        self.start.show(offers(saved, recent, help_only=help_only), problem)

    def explain(self) -> None:
        """Shows how to ask, or what was found again."""
        on = not self.start.display
        self.show_offers(help_only=on)
        self._offer(on or not self.line.value.strip())

    def on_key(self, event: events.Key) -> None:
        """Keys that do something while a query is typed."""
        does = self._does_while_typed(event.key) if self.line.has_focus else ""
        if does:
            event.stop()
            event.prevent_default()
            self._reading.call_next(self._reading.run, Command(action(does)))

    def _does_while_typed(self, key: str) -> str:
        """The action of a key that is no part of a query; empty if there is none."""
        if key == "f1":
            return "results.help"
        keymap, letters = self._reading.keys.keymap, len(key) == 1
        does = (one for one in _WHILE_TYPED if key in keymap.keys(one) and not letters)
        return next(does, "")

    @on(ResultsPanel.Asked)
    def _asked(self, event: ResultsPanel.Asked) -> None:
        event.stop()
        self._reading.searches.last_query = event.query
        if self._reading.finding.find is not None:
            self._reading.refresh_status()  # it does not count what another query found
        if event.query.strip():
            self.ask_again()
        else:
            self._heard, self.found.left_out = None, ""
            self._show_source()
            self.show_offers()
            self.answer(None, [], "")

    def hear(
        self, query: str, results: Results | None, failure: str, *, again: bool = False
    ) -> None:
        """Shows an answer; one that came ``again`` leaves the reader at the hit chosen."""
        if query != while_typed(self.found.query_text):
            return
        self._heard = results
        self._show_source()
        if self.found.awaited or not again or failure:
            self.answer(*self._shown(), failure)
        elif self.found.sentences != (shown := self._shown())[1]:
            self._replace(*shown)
        else:
            self.found.results = shown[0]
            self.found.refresh()
        if self.start.suggests and self.found.count():
            self._offer(False)

    def told_aside(self, query: str, aside: Aside) -> None:
        """Shows how an answer can be narrowed, or what may have been meant where there is none."""
        if query != while_typed(self.found.query_text):
            return
        facets = [one for one in aside.facets if not self._is_hidden(one)]
        self.row.show(facets if self.found.count() else ())
        if self.found.count():
            return
        self.found.doubts = aside.doubts
        self.found.refresh()
        if aside.suggestions:
            said = aside.doubts[0] if aside.doubts else self._how_forms_are_found()
            self.start.show([Offer(MEANT, one, "") for one in aside.suggestions], said)
            self._offer(True)

    def _how_forms_are_found(self) -> str:
        """The key that looks for other forms of the words; empty where it is for naught."""
        key = "" if self.forms else self.found.forms_key
        return f"take one of these, or {key} for other forms of the words" if key else ""

    def _is_hidden(self, facet: Facet) -> bool:
        return facet.kind == "author" and facet.value in self._hidden

    def annotations_changed(self, reading: ReadingScreen) -> None:
        """Lists the hits in the annotations of those authors who are shown now."""
        if self._heard is None or self._hidden == reading.session.company.hidden:
            return
        self._replace(*self._shown())

    def _replace(self, results: Results | None, sentences: list[SentenceHits]) -> None:
        """Lists these in place of others; what is selected stays so if it is among them."""
        index = counterpart(self.found.sentences, self.found.index, sentences)
        chosen = [same(one, sentences) for one in self.found.selected_ones()]
        self.found.results, self.found.sentences = results, sentences
        self.found.chosen = {at for at in chosen if at is not None}
        self.found.update(index=index)

    def _shown(self) -> tuple[Results | None, list[SentenceHits]]:
        """What was found, without the annotations of hidden authors; the list tells of those."""
        from search_index.hits import group_by_sentence

        results, self._hidden = self._heard, self._reading.session.company.hidden
        if results is None:
            return None, []
        hidden = [hit.author for hit in results.hits if hit.author and hit.author in self._hidden]
        self.found.left_out = left_out_words(self._reading.keys, hidden)
        if hidden:
            hits = [hit for hit in results.hits if hit.author not in self._hidden]
            results = results._replace(hits=hits, total=results.total - len(hidden))
        return results, group_by_sentence(results.hits)

    def progressed(self, words: str) -> None:
        """Shows how far the index has come."""
        self._progress = words
        self._show_source()
        self.found.refresh()

    def _show_source(self) -> None:
        self.found.progress = answered_by(self._heard, self._progress)

    def _open(self) -> None:
        """Goes to the first place of the selected sentence, with its words marked in the text."""
        found = self.found.sentences[self.found.index]
        hit = next((hit for hit in found.hits if hit.start is not None), None)
        if hit is None or hit.start is None:
            self._reading.say("This annotation has no place in today’s text", "warning")
            return
        self._reading.searches.remember(self.line.value)
        self._reading.leave_place()
        self._reading.go(Place(found.document, hit.start), focus=False)
        if hit.end is not None:
            self.walk.carry(hit, Span(hit.start, hit.end))
        self.found.focus()

    @cached_property
    def walk(self) -> ResultsWalk:
        """The way from hit to hit. Not needed before one is gone to."""
        from tui.panels.results_walk import ResultsWalk

        return ResultsWalk(self._reading, self)

    def show_hit(self, document: str, span: Span) -> None:
        """Selects the sentence that a hit is in, where it is listed."""
        self.walk.show(document, span)

    def _annotations_of(self, found: SentenceHits) -> list[PlacedAnnotation]:
        session = self._reading.session
        named = [(hit.author or "", hit.annotation) for hit in found.hits if hit.annotation]
        held = [one for name in named if (one := session.find(*name)) is not None]
        if held or found.sentence is None:
            return held
        return session.marks(found.document).overlapping(*found.sentence)

    def _noted(self, note: str) -> list[Span]:
        from tui.panels.noted import noted_places

        return noted_places(while_typed(self.found.query_text), note)

    def _note_of(self, annotation_id: str, author: str | None) -> str:
        placed = self._reading.session.find(author or "", annotation_id)
        if placed is None:
            return "note"
        annotation = placed.annotation
        return " · ".join(
            part for part in (", ".join(annotation.tags), " ".join(annotation.note.split())) if part
        )
