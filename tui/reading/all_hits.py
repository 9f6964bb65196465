"""All the sentences that a search has found, of which the panel lists only the first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.numbers import grouped

if TYPE_CHECKING:
    from annotations.tagging_passages import Passage
    from search_index.hits import Results, SentenceHits
    from search_index.search import Searcher
    from tui.panels.search import SearchPanel
    from tui.reading.screen import ReadingScreen
    from tui.reading.typed_ahead import TypedAhead

MOST = 20_000
"""Hits that are worked on at once: each document they are in is a file to be written."""

_PATIENCE = 0.5
"""Seconds after which it is seen whether the search's thread has begun."""


class Tagged(NamedTuple):
    """The sentences to be tagged; ``bound`` says of which hits they are, where of the first."""

    passages: Sequence[Passage]
    bound: str = ""


def passages_of(found: Iterable[SentenceHits]) -> list[Passage]:
    """The sentences of the hits, each once."""
    from annotations.tagging_passages import Passage

    return list(
        dict.fromkeys(
            Passage(one.document, *one.sentence, one.text) for one in found if one.sentence
        )
    )


class AllHits:
    """Has the search's thread find all hits of the query that a panel shows the answer to.

    ``then`` hears of them in the screen's thread, if the panel still shows that query by then, and
    says whether it asks for anything. What is typed until then waits for that; escape ends it.
    """

    def __init__(
        self,
        reading: ReadingScreen,
        panel: SearchPanel,
        then: Callable[[Tagged], Awaitable[bool]],
    ) -> None:
        self._reading = reading
        self._panel = panel
        self._then = then
        self._question = panel.question
        self._hidden = reading.session.company.hidden
        self._given_up = False
        self._begun = False
        self._ahead: TypedAhead | None = None

    def ask(self) -> None:
        """Asks for them."""
        from tui.reading.leaving import keys_of
        from tui.reading.typed_ahead import TypedAhead

        self._reading.say("Reading all that was found; what is typed waits for it, escape ends it")
        if self._ahead is None:
            self._ahead = TypedAhead(keys_of(self._reading.app), self._give_up)
            self._reading.set_timer(_PATIENCE, self._insist)
        self._begun = False
        self._reading.background.lend_search(self._work)

    def _insist(self) -> None:
        """Asks again where something else was asked for in its place before it was begun."""
        if self._ahead is None:
            return
        if not self._begun:
            self._reading.background.lend_search(self._work)
        self._reading.set_timer(_PATIENCE, self._insist)

    def _give_up(self) -> None:
        self._given_up, self._ahead = True, None
        self._reading.searches.wait_on()
        self._reading.say("Nothing tagged")

    def _work(self, searcher: Searcher, overtaken: Callable[[], bool]) -> None:
        from search_index.queries.ending import ends_in_phrase

        self._begun = True
        tagged: Tagged | None = None
        failure = ""
        try:
            results = searcher.search(
                self._question.query,
                limit=MOST,
                forms=self._question.forms,
                growing=ends_in_phrase(self._question.query),
                cancelled=overtaken,
            )
            if results.refused:
                failure = results.problems[0]
            elif not results.cancelled:
                tagged = self._tagged(results)
        except Exception as error:  # told, and nothing else ends with it
            failure = f"the search failed: {error or type(error).__name__}"
        self._reading.background.on_screen(self._hear, tagged, failure)

    def _tagged(self, results: Results) -> Tagged:
        from search_index.hits import group_by_sentence

        hits = (hit for hit in results.hits if hit.author not in self._hidden)
        passages = passages_of(group_by_sentence(hits))
        if results.total == len(results.hits):
            return Tagged(passages)
        of = f"the first {grouped(len(results.hits))} of {grouped(results.total)} hits"
        return Tagged(passages, of)

    async def _hear(self, tagged: Tagged | None, failure: str) -> None:
        if self._given_up or self._ahead is None:
            return
        self._reading.bars.forget()
        ahead, goes_on = self._ahead, self._panel_is_as_it_was
        if goes_on and tagged is None and not failure:
            self.ask()  # a file changed, or the index: the panel asked again meanwhile
            return
        self._ahead = None
        try:
            if goes_on and await self._asked(tagged, failure):
                ahead.hand_over()
        finally:
            ahead.drop()

    @property
    def _panel_is_as_it_was(self) -> bool:
        panel = self._panel
        return self._reading.panel is panel and panel.question == self._question

    async def _asked(self, tagged: Tagged | None, failure: str) -> bool:
        if tagged is None:
            self._reading.say(f"Nothing tagged: {failure}", "warning")
            return False
        self._reading.searches.wait_on()
        return await self._then(tagged)
