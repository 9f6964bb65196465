"""How much a shared key says: the rarer it is in the texts at hand, the more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import log

from search_index.alignment.features import (
    DATE,
    GENERAL,
    MONTH,
    NAME,
    NUMBER,
    PAIR,
    PERCENT,
    UNIT,
    Features,
)
from search_index.alignment.text_index import TextIndex

_AROUND = 60
"""Sentences that the texts are taken to be part of, so that very short ones can be weighed."""

_SEEN_ELSEWHERE = {GENERAL: 8.0, NAME: 0.5, NUMBER: 0.5, PERCENT: 0.3, DATE: 0.2, MONTH: 1.0}
_SEEN = 1.5
_SEEN_NAME = 0.5
"""How often a key of each kind is taken to stand in those."""

_COMMON_SHARE, _COMMON = 0.06, 4.0
"""A name is common, and says little, from this share of the sentences and this many more on."""

_FULL = 4.7
"""Nats of what stands once in two reports: what is rare in long texts is to say no more than that,
as much as there is in them to coincide with.
"""

_BY_CHANCE, _SHORT_TEXTS, _AKIN = 0.055, 25, 0.25
_KINSHIP_UNKNOWN = 0.5

_SMALL = 13
"""Whole numbers below this come in texts of any kind."""

_MOST_KEPT, _MOST_TOTALS = 100_000, 512


class Rarity:
    """The weights of keys in some texts taken together, in nats (information content).

    Made once the texts are ready; it does not see what is added to them after.
    """

    def __init__(self, texts: Sequence[TextIndex]) -> None:
        self._texts = texts
        self._sentences = sum(len(text) for text in texts)
        self._all = float(self._sentences + _AROUND)
        self._scale = min(1.0, _FULL / log(self._all))
        self.kinship = kinship(texts)
        self._weights: dict[str, float] = {}
        self._totals: dict[Features, float] = {}
        self.common_name = self._nats(_COMMON_SHARE * self._sentences + _COMMON)

    def weight(self, key: str) -> float:
        """What it says that two sentences share a key; never negative."""
        known = self._weights.get(key)
        if known is None:
            if len(self._weights) > _MOST_KEPT:
                self._weights.clear()
            known = self._weights[key] = self._weighed(key)
        return known

    def name(self, keys: Collection[str]) -> float:
        """What it says that two sentences share a word of a name, by the commonest of its keys."""
        if any(key[0] == GENERAL for key in keys):
            return min(map(self.weight, keys))
        seen = max(map(self.count, keys)) + _SEEN_NAME
        return self._nats(seen)

    def total(self, features: Features) -> float:
        """What everything in a sentence says."""
        known = self._totals.get(features)
        if known is None:
            if len(self._totals) > _MOST_TOTALS:
                self._totals.clear()
            known = self._totals[features] = self._totalled(features)
        return known

    def _totalled(self, features: Features) -> float:
        weight, named, said = self.weight, features.named, 0.0
        for name in features.names:
            said += min(map(self.name, name))
        for key in features.keys:
            if key not in named and key[0] not in (NAME, UNIT):
                said += weight(key)
        return said

    def _nats(self, seen: float) -> float:
        return max(0.0, self._scale * log(self._all / seen))

    def count(self, key: str) -> int:
        """How many sentences of the texts have a key."""
        return sum(len(text.places(key)) for text in self._texts)

    def _weighed(self, key: str) -> float:
        seen = self.count(key) + _SEEN_ELSEWHERE.get(key[0], _SEEN)
        weight = self._nats(seen)
        return weight / 2 if key[0] == PAIR or is_small_number(key) else weight


def kinship(texts: Sequence[TextIndex]) -> float:
    """How sure it is that two texts are about the same, from 0 to 1, by the names they share.

    Texts about different things have the more names in common the longer they are.
    """
    if len(texts) != 2:
        return 1.0
    one, other = (text.names() for text in texts)
    fewer = min(len(one), len(other))
    if not fewer:
        return _KINSHIP_UNKNOWN
    sentences = len(texts[0]) + len(texts[1])
    by_chance = _BY_CHANCE * max(0.0, log(sentences / _SHORT_TEXTS))
    return max(0.0, min(1.0, (len(one & other) / fewer - by_chance) / _AKIN))


def is_small_number(key: str) -> bool:
    """Whether a key is that of a small whole number."""
    return key[0] == NUMBER and key[1:].isdecimal() and int(key[1:]) < _SMALL
