"""The documents that may hold an echo: read in the order of what they share with the sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from search_index.answering import Sources
from search_index.echoes.model import Asked, Place
from search_index.echoes.nearness import NOWHERE, Nearest, Nearness, Wording
from search_index.echoes.pairing import WHOLE
from search_index.folding import fold
from search_index.queries.query import Term
from search_index.ranking import Tally, best, idf, scores
from search_index.texts import SearchText

MOST_READ, MOST_APART = 600, 100
"""Documents that are read, and those of them that are no copies of each other around the place."""
MOST_AKIN, _MOST_RANKED = 8, 40
"""Documents that are akin to the whole text, and among how many they are looked for."""


class Candidate(NamedTuple):
    """A document that may tell the same, and where in it. ``text`` is its text, if it is short."""

    path: str
    nearest: Nearest
    text: str | None


class Candidates:
    """Those of the documents in which words of the sentence stand.

    ``copies`` are places where it stands word for word. ``alike`` are the other documents, those
    together in which the same stands around the place. ``akin`` are those that share most with the
    text that the sentence is from, whatever they share with the sentence itself.
    """

    def __init__(self, asked: Asked, sources: Sources, tallies: Mapping[Term, Tally]) -> None:
        self._asked = asked
        self._sources = sources
        self._tallies = tallies
        self._wording = Wording(fold(asked.words))
        self.copies: list[Place] = []
        self.alike: dict[str, list[Candidate]] = {}
        self.akin: list[Candidate] = []
        self._scores: dict[int, float] = {}
        self.read = 0
        self.complete = True

    def gather(self, check: Callable[[], None]) -> None:
        """Reads the documents; ``check`` is called before each."""
        view, texts, nearness = self._sources.view, self._sources.texts, self._nearness()
        most = MOST_READ + 1  # its own document may be among them
        self._scores = scores(self._tallies, view.lengths)
        for number, _ in best(self._scores, most + 1):
            if (path := view.paths[number]) == self._asked.path:
                continue
            if self.read == MOST_READ or len(self.alike) == MOST_APART:
                self.complete = False
                return
            check()
            self.read += 1
            if (text := texts.get(path)) is not None:
                self._take(path, text, nearness)

    def gather_akin(self, tallies: Mapping[Term, Tally], check: Callable[[], None]) -> None:
        """Takes the documents that share most with the sentence and the names of its text."""
        view, texts, nearness = self._sources.view, self._sources.texts, self._nearness()
        known = {place.document for place in self.copies}
        read: set[str] = set()
        of_both = self._scores | {
            number: score + self._scores.get(number, 0.0)
            for number, score in scores(tallies, view.lengths).items()
        }
        ranked = best(of_both, _MOST_RANKED)
        for path in (view.paths[number] for number, _ in ranked):
            check()
            text = texts.get(path)
            if text is None or path == self._asked.path or path in known or text.text in read:
                continue
            read.add(text.text)
            self.akin.append(_candidate(path, text, nearness.nearest(text) or NOWHERE))
            if len(self.akin) == MOST_AKIN:
                return

    def _nearness(self) -> Nearness:
        collection = self._sources.view.lengths.collection
        weights = {
            term: idf(collection, len(tally.documents)) for term, tally in self._tallies.items()
        }
        return Nearness(weights, len(self._asked.words))

    def _take(self, path: str, text: SearchText, nearness: Nearness) -> None:
        nearest = nearness.nearest(text)
        if nearest is None:
            return
        if (copy := self._wording.find(text.folded)) is not None:
            self.copies.append(Place(path, text.searched.place(copy)))
        else:
            found = _candidate(path, text, nearest)
            self.alike.setdefault(nearest.words, []).append(found)


def _candidate(path: str, text: SearchText, nearest: Nearest) -> Candidate:
    return Candidate(path, nearest, text.text if len(text.text) <= WHOLE else None)
