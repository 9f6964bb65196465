"""The documents that may hold an echo: read in the order of what they share with the sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from documents.spans import Span
from search_index.answering import Sources
from search_index.echoes.model import Asked, Place
from search_index.echoes.nearness import Nearest, Nearness, wording
from search_index.echoes.pairing import WHOLE
from search_index.folding import fold
from search_index.queries.query import Term
from search_index.ranking import Tally, best, idf, scores
from search_index.texts import SearchText

MOST_READ, MOST_APART = 600, 150
"""Documents that are read, and those of them that are no copies of each other around the place."""


class Candidate(NamedTuple):
    """A document that may tell the same, and where in it. ``text`` is its text, if it is short."""

    path: str
    nearest: Nearest
    text: str | None


class Candidates:
    """Those of the documents in which words of the sentence stand.

    ``copies`` are places where it stands word for word. ``alike`` are the other documents, those
    together in which the same stands around the place.
    """

    def __init__(self, asked: Asked, sources: Sources, tallies: Mapping[Term, Tally]) -> None:
        self._asked = asked
        self._sources = sources
        self._tallies = tallies
        self._wording = wording(fold(asked.words))
        self.copies: list[Place] = []
        self.alike: dict[str, list[Candidate]] = {}
        self.read = 0
        self.complete = True

    def gather(self, check: Callable[[], None]) -> None:
        """Reads the documents; ``check`` is called before each."""
        view, texts = self._sources.view, self._sources.texts
        collection = view.lengths.collection
        weights = {
            term: idf(collection, len(tally.documents)) for term, tally in self._tallies.items()
        }
        nearness = Nearness(weights, len(self._asked.words))
        most = MOST_READ + 1  # its own document may be among them
        for number, _ in best(scores(self._tallies, view.lengths), most + 1):
            if (path := view.paths[number]) == self._asked.path:
                continue
            if self.read == MOST_READ or len(self.alike) == MOST_APART:
                self.complete = False
                return
            check()
            self.read += 1
            if (text := texts.get(path)) is not None:
                self._take(path, text, nearness)

    def _take(self, path: str, text: SearchText, nearness: Nearness) -> None:
        nearest = nearness.nearest(text)
        if nearest is None:
            return
        copy = self._wording.search(text.folded) if nearest.complete and self._wording else None
        if copy is not None:
            self.copies.append(Place(path, Span(*copy.span())))
        else:
            kept = text.text if len(text.text) <= WHOLE else None
            self.alike.setdefault(nearest.words, []).append(Candidate(path, nearest, kept))
