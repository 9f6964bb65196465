"""Searching in a thread of its own: the newest query wins, and the screen never waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from documents.workspace import Workspace
from tui.collector import COLLECTOR
from tui.getting_ready import GettingReady
from tui.newest_first import NewestFirst
from tui.turns import READER, Turns

if TYPE_CHECKING:
    from annotations.store import Store
    from search_index.facets import Facet
    from search_index.hits import Results
    from search_index.search import Searcher
    from search_index.snapshot import Snapshot

Answer = Callable[[str, "Results | None", str], None]
_LONG_TURN = 0.002
"""Seconds at once, where the reader waits for the end of it all the same."""

Work = Callable[["Searcher", Callable[[], bool]], None]
"""What is done with a searcher in its thread; it asks between short steps if it was overtaken."""


class Aside(NamedTuple):
    """What there is to say of an answer besides its hits.

    ``facets`` are ways to narrow it. Where nothing was found, ``suggestions`` are queries that may
    have been meant, and ``doubts`` say what in the query may not be what it was meant to be.
    """

    facets: Sequence[Facet] = ()
    suggestions: Sequence[str] = ()
    doubts: Sequence[str] = ()


class Question(NamedTuple):
    """A query as it is to be answered; with ``forms``, other forms of its words too.

    With ``fresh``, the workspace is looked over first, and not taken as it was last seen.
    """

    query: str
    forms: bool = False
    fresh: bool = False


class SearchThread:
    """Answers queries one at a time; a query that was overtaken by another is called off.

    ``answer`` is called in that thread with the query, its results, and what went wrong if
    something did. ``aside`` is called behind that with what else there is to say of the answer,
    unless another query came. Whoosh is imported there, when the first query comes.
    """

    def __init__(
        self,
        workspace: Workspace,
        store: Store,
        answer: Answer,
        limit: int,
        look: Callable[[], Snapshot] | None = None,
        aside: Callable[[str, Aside], None] | None = None,
        look_again: Callable[[], None] | None = None,
    ) -> None:
        """``look`` tells how the workspace stood when it was last looked over, which
        ``look_again`` does anew.
        """
        self._workspace = workspace
        self._store = store
        self._answer = answer
        self._aside = aside
        self._limit = limit
        self._look = look
        self._look_again = look_again
        self._searcher: Searcher | None = None
        self._answered: Question | None = None
        self._soon = False
        self._step = Turns().pass_on
        self._long_step = Turns(turn=_LONG_TURN).pass_on
        self._getting_ready = GettingReady(self._prepare, self._in_turn)
        self._work: NewestFirst[Question | Work] = NewestFirst(
            "search", self._serve, idle=self._idle
        )

    def begin(self, *, soon: bool = True) -> None:
        """Gets ready for a query, which comes ``soon``; else at the leisure of one who reads."""
        self._soon = self._soon or soon
        self._work.begin()

    def ask(self, query: str, *, forms: bool = False, fresh: bool = False) -> None:
        """Asks for the answer to a query, in place of all asked before."""
        self._work.ask(Question(query, forms, fresh))

    def lend(self, work: Work) -> None:
        """Has something else done with the searcher, in place of all asked before.

        It has to tell of its failures itself.
        """
        self._work.ask(work)

    def close(self) -> None:
        """Ends the thread when it is done with what it does."""
        self._work.close()

    def _serve(self, asked: Question | Work) -> None:
        self._soon = True
        with COLLECTOR.resting():  # there are thousands of texts, and nothing in circles
            if isinstance(asked, Question):
                self._getting_ready.query(partial(self._serve_query, asked))
            else:
                asked(self._ready(), self._overtaken_in_turn)

    def _idle(self) -> float | None:
        with COLLECTOR.resting():
            return self._getting_ready.idle()

    def _serve_query(self, question: Question) -> None:
        query = question.query
        if question.fresh and self._look_again is not None:
            self._look_again()
        try:
            results = self._search(question)
        except Exception as error:  # a search that fails is told, and ends nothing else
            self._answer(query, None, f"the search failed: {error or type(error).__name__}")
            return
        if results.cancelled:
            return
        self._answer(query, results, "")
        if self._aside is not None:
            self._work.go_on()
            aside = self._besides(query, results)
            self._work.go_on()
            self._aside(query, aside)

    def _besides(self, query: str, results: Results) -> Aside:
        if results.refused:
            return Aside()
        if results.total:
            return Aside(facets=results.facets())
        searcher = self._ready()
        meant = searcher.suggestions(query, cancelled=self._overtaken)
        return Aside(suggestions=meant, doubts=searcher.doubts(query))

    def _prepare(self, step: Callable[[], None]) -> bool:
        try:
            more = self._ready().prepare(step)
        except OSError:  # the query will meet it too, and tell
            return False
        if not (more or self._soon):
            self._searcher = None  # it is quickly made where an index is complete, and is large
        return more

    def _in_turn(self) -> None:
        if self._soon or READER.pauses():
            self._long_step()
        else:
            self._step()
        self._work.go_on()

    def _ready(self) -> Searcher:
        if self._searcher is None:
            from search_index.search import Searcher

            self._searcher = Searcher(
                self._workspace, self._store, look=self._look, step=self._step
            )
        return self._searcher

    def _search(self, question: Question) -> Results:
        from search_index.queries.ending import ends_in_phrase

        searcher = self._ready()
        if question._replace(fresh=False) == self._answered:  # who asks again wants what is new
            searcher.take_up()
        self._answered = question._replace(fresh=False)
        return searcher.search(
            question.query,
            limit=self._limit,
            forms=question.forms,
            growing=ends_in_phrase(question.query),
            cancelled=self._overtaken,
        )

    def _overtaken_in_turn(self) -> bool:
        """As below, once the screen's thread has had its turn."""
        self._step()
        return self._work.overtaken

    def _overtaken(self) -> bool:
        return self._work.overtaken
