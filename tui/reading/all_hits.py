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

MOST = 20_000
"""Hits that are worked on at once: each document they are in is a file to be written."""


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

    ``then`` hears of them in the screen's thread, if the panel still shows that query by then.
    """

    def __init__(
        self,
        reading: ReadingScreen,
        panel: SearchPanel,
        then: Callable[[Tagged], Awaitable[None]],
    ) -> None:
        self._reading = reading
        self._panel = panel
        self._then = then
        self._question = panel.question
        self._hidden = reading.session.company.hidden

    def ask(self) -> None:
        """Asks for them."""
        self._reading.background.lend_search(self._work)

    def _work(self, searcher: Searcher, overtaken: Callable[[], bool]) -> None:
        from search_index.queries.ending import ends_in_phrase

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
        panel, reading = self._panel, self._reading
        reading.bars.forget()
        if reading.panel is not panel or panel.question != self._question:
            return
        if failure:
            reading.say(f"Nothing tagged: {failure}", "warning")
        elif tagged is None:  # a file changed, or the index: the panel asked again meanwhile
            self.ask()
        else:
            reading.searches.wait_on()
            await self._then(tagged)
