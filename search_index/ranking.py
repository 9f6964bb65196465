"""Which documents answer a query best: BM25, as Whoosh's BM25F weighs its fields.

The formula and its constants are those of Whoosh's ``BM25F`` (Robertson and Zaragoza, "The
Probabilistic Relevance Framework: BM25 and Beyond", 2009). It is computed here because documents
that are not indexed take part on equal terms. A document's length is in code points; only its
ratio to the average matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import log

from search_index.query import Term

_B = 0.75
_K1 = 1.2
NOTE_WEIGHT = 2.0
"""How much a word in a note or a tag counts, against one in the text."""


@dataclass(slots=True)
class Tally:
    """How often each term of a query stands in a document of ``length`` code points."""

    length: int
    counts: dict[Term, int] = field(default_factory=dict)
    notes: dict[Term, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The places in the text, all terms together."""
        return sum(self.counts.values())

    def weight(self, term: Term) -> float:
        """The term's frequency, the fields weighed."""
        return self.counts.get(term, 0) + NOTE_WEIGHT * self.notes.get(term, 0)


def scores(
    tallies: Mapping[str, Tally], collection: int, frequencies: Mapping[Term, int]
) -> dict[str, float]:
    """The score of each document in ``tallies``.

    ``collection`` is the number of documents searched, ``frequencies`` in how many of them each
    term stands.
    """
    average = sum(tally.length for tally in tallies.values()) / max(1, len(tallies)) or 1.0
    rarity = {term: idf(collection, frequency) for term, frequency in frequencies.items()}
    return {
        path: sum(
            bm25(rarity.get(term, 1.0), tally.weight(term), tally.length, average)
            for term in tally.counts.keys() | tally.notes.keys()
        )
        for path, tally in tallies.items()
    }


def idf(collection: int, frequency: int) -> float:
    """Inverse document frequency, as Whoosh has it: never below what every document gets."""
    return log(max(1, collection) / (frequency + 1)) + 1.0


def bm25(rarity: float, weight: float, length: float, average: float) -> float:
    """The BM25 score of one term in one document."""
    return rarity * (weight * (_K1 + 1) / (weight + _K1 * ((1 - _B) + _B * length / average)))
