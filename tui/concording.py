"""What the panel of a concordance asks for, and who answers it in the thread of the search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from search_index.concordances.collocates import Collocate
    from search_index.concordances.concordance import Concordance, Line, Order
    from search_index.concordances.frequencies import Frequency
    from search_index.search import Searcher

Shown = Literal["lines", "collocates", "frequencies"]
SHOWN: tuple[Shown, ...] = ("lines", "collocates", "frequencies")

AT_ONCE = 2_000
"""Lines that are read before anything is shown, and with each scroll to the end."""
MOST_SORTED = 20_000
"""Lines that are sorted: of what is left out it is told."""


class Request(NamedTuple):
    """What is to be shown: lines in an ``order``, ``most`` of them at least, or figures.

    Of the files as they were at this ``look``; the next one finds everything anew.
    """

    query: str
    shown: Shown
    order: Order
    most: int = AT_ONCE
    look: int = 0


@dataclass(frozen=True)
class Answer:
    """The answer to a request. ``complete`` says that there are no more lines.

    ``keywords`` are those of all lines, each once. ``failure`` says what went wrong.
    """

    request: Request
    understood: str = ""
    total: int = 0
    documents: int = 0
    lines: Sequence[Line] = ()
    complete: bool = True
    keywords: frozenset[str] = frozenset()
    collocates: Sequence[Collocate] = ()
    frequencies: Sequence[Frequency] = ()
    failure: str = ""


class Concording:
    """Answers the requests of one panel, and keeps what was read for the next of them.

    ``answer`` is called in the thread that ``serve`` is called in.
    """

    def __init__(self, answer: Callable[[Answer], None]) -> None:
        self._answer = answer
        self._of: tuple[str, int] = "", 0  # the query, and the look at the files
        self._concordance: Concordance | None = None

    def serve(self, request: Request, searcher: Searcher, overtaken: Callable[[], bool]) -> None:
        """Answers a request; not where it is overtaken by another."""
        from search_index.answering import Cancelled

        try:
            self._answer(self._answered(request, searcher, overtaken))
        except Cancelled:
            self._concordance = None  # what was called off cannot be gone on with
        except Exception as error:  # told, and nothing else ends with it
            self._concordance = None
            words = f"the concordance failed: {error or type(error).__name__}"
            self._answer(Answer(request, failure=words))

    def _answered(
        self, request: Request, searcher: Searcher, overtaken: Callable[[], bool]
    ) -> Answer:
        from search_index.concordances.collocates import count_words
        from search_index.concordances.concordance import ordered
        from search_index.concordances.frequencies import frequencies

        found = self._read(request, searcher, overtaken)
        occurrences, figures = found.occurrences, request.shown
        return Answer(
            request,
            occurrences.understood,
            occurrences.total,
            len(occurrences.counts),
            ordered(found.lines, request.order) if figures == "lines" else (),
            found.complete,
            frozenset(line.keyword for line in found.lines),
            count_words(occurrences).collocates() if figures == "collocates" else (),
            frequencies(occurrences) if figures == "frequencies" and occurrences.total else (),
            next(iter(occurrences.refused), ""),
        )

    def _read(
        self, request: Request, searcher: Searcher, overtaken: Callable[[], bool]
    ) -> Concordance:
        from search_index.concordances.concordance import Concordance
        from search_index.queries.ending import ends_in_phrase

        if self._concordance is None or self._of != (request.query, request.look):
            if request.look != self._of[1]:
                searcher.take_up()  # what the index knows of them by now
            self._of = request.query, request.look
            growing = ends_in_phrase(request.query)
            found = searcher.occurrences(request.query, growing=growing, cancelled=overtaken)
            self._concordance = Concordance(found)
        self._concordance.read(request.most)
        return self._concordance
