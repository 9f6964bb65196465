"""Which documents answer a query best: BM25, as Whoosh's BM25F weighs its fields.

The formula and its constants are those of Whoosh's ``BM25F`` (Robertson and Zaragoza, "The
Probabilistic Relevance Framework: BM25 and Beyond", 2009). It is computed here because documents
that are not indexed take part on equal terms. A document's length is the size of its file; only
its ratio to the average matters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from heapq import nlargest
from itertools import chain, compress
from math import inf, log
from operator import truediv
from types import MappingProxyType
from typing import NamedTuple

from search_index.queries.query import Term, closer

_B = 0.75
_K1 = 1.2
NOTE_WEIGHT = 2.0
"""How much a word in a note or a tag counts, against one in the text."""
HEADLINE_WEIGHT = 2.0
"""How much more it counts that a word stands in the headline at all."""


_UNSURE = 1e-12
"""What rounding may make of two scores that are one, relatively, and much more than that."""
_NONE: Mapping[int, int] = MappingProxyType({})


class Tally(NamedTuple):
    """How often a term stands in texts, and in what is noted about them, by document's number.

    ``titled`` are the documents whose headlines hold it. Of a word that may be misspelt, each of
    ``closer`` are those in which it is written with fewer edits than the next, or none.
    """

    counts: Mapping[int, int] = _NONE
    titled: Set[int] = frozenset()
    notes: Mapping[int, int] = _NONE
    closer: Sequence[Set[int]] = ()

    @property
    def documents(self) -> Set[int]:
        """The documents that hold the term, or have it noted about them."""
        return self.counts.keys() | self.notes.keys()

    def weights(self) -> Mapping[int, float]:
        """The term's frequency in each document, the fields weighed."""
        if not self.titled and not self.notes:
            return self.counts
        weights: dict[int, float] = dict(self.counts)
        for number in self.titled & self.counts.keys():
            weights[number] += HEADLINE_WEIGHT
        for number, count in self.notes.items():
            weights[number] = weights.get(number, 0) + NOTE_WEIGHT * count
        return weights


def empty_tally(term: Term) -> Tally:
    """One of ``term`` that can be added to."""
    return Tally({}, set(), closer=[set[int]() for _ in closer(term)])


class Lengths:
    """How long documents are, beside the average: what BM25 makes of that."""

    def __init__(self, sizes: Sequence[int]) -> None:
        average = sum(sizes) / max(1, len(sizes)) or 1.0
        self.collection = len(sizes)
        self.penalties = [_K1 * ((1 - _B) + _B * size / average) for size in sizes]
        """By document's number, what is added to a frequency below the line."""


def scores(
    tallies: Mapping[Term, Tally], lengths: Lengths, most: int | None = None
) -> dict[int, float]:
    """The score of each document in ``tallies``; those of the ``most`` best at least.

    A misspelt word that is an edit closer counts for more than any number of those further off.
    """
    found: dict[int, float] = {}
    penalties = lengths.penalties
    for tally in tallies.values():
        weights = tally.weights()
        share = idf(lengths.collection, len(weights)) * (_K1 + 1)
        if len(tallies) == 1 and most and most < len(weights) and not tally.closer:
            weights = _promising(weights, penalties, most)
        if not found:
            found = {n: share * w / (w + penalties[n]) for n, w in weights.items()}
        else:
            for number, weight in weights.items():
                score = share * weight / (weight + penalties[number])
                found[number] = found.get(number, 0.0) + score
        for number in chain(*tally.closer):
            found[number] += share
    return found


def _promising(
    weights: Mapping[int, float], penalties: Sequence[float], most: int
) -> Mapping[int, float]:
    """The weights of the documents that may be among the ``most`` best, and of few others.

    A score grows with what the weight is beside the penalty: in loops that are none of Python's.
    """
    beside = [*map(truediv, weights.values(), map(penalties.__getitem__, weights))]
    least = nlargest(most, beside)[-1]
    least -= least * (1 + least) * _UNSURE
    return dict(compress(weights.items(), map(least.__le__, beside)))


def idf(collection: int, frequency: int) -> float:
    """Inverse document frequency, as Whoosh has it: never below what every document gets."""
    return log(max(1, collection) / (frequency + 1)) + 1.0


def best(scored: Mapping[int, float], most: int | None) -> list[tuple[int, float]]:
    """The documents with the highest scores, best first; of equal ones the first."""
    least = -inf
    if most is not None and most < len(scored):
        least = nlargest(most, scored.values())[-1] if most else inf
    chosen = sorted((-score, number) for number, score in scored.items() if score >= least)
    return [(number, -score) for score, number in chosen[:most]]
