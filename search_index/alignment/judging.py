"""How probable it is that two sentences tell the same, by all that is known of the pair."""

from __future__ import annotations

from math import exp, log1p
from typing import NamedTuple

from search_index.alignment.evidence import Evidence

_AHEAD = 6.0
"""Nats by which a pair is ahead of all others that are like it, or behind; more say no more."""

# Logistic regression (by Newton's method, ridge penalty 1) over pairs of reports in five languages
# for which it was written down what tells the same, and over texts that have nothing to do with
# each other.
_BIAS = -8.41
_COVERAGE = 7.11
_AROUND = 0.71
_KINSHIP = 3.64
_FIGURES = 1.04
_UNITS = 1.00
_NAMES = 2.23
_WORDS = 0.89
_HEADING = -1.57
_MARGIN = 0.24


class Pair(NamedTuple):
    """Two sentences, and what stands around them.

    ``around`` is the strength of the best pair beside them, ``kinship`` that of their texts.
    ``headings`` says whether one is a heading and the other is not. The margins are how far, in
    nats, the pair is ahead of the best of the others in which either sentence has part.
    """

    evidence: Evidence
    around: float
    kinship: float
    headings: bool
    margins: tuple[float, float]

    @property
    def probability(self) -> float:
        """How probable it is that both tell the same, from 0 to 1."""
        shared = self.evidence
        odds = (
            _BIAS
            + _COVERAGE * shared.coverage
            + _AROUND * log1p(self.around)
            + _KINSHIP * self.kinship
            + _FIGURES * log1p(shared.figures)
            + _UNITS * log1p(shared.units)
            + _NAMES * log1p(shared.names)
            + _WORDS * self.kinship * log1p(shared.words)
            + _HEADING * self.headings
            + _MARGIN * sum(max(-_AHEAD, min(_AHEAD, margin)) for margin in self.margins)
        )
        return 1.0 / (1.0 + exp(-max(-50.0, min(50.0, odds))))
