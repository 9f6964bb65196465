"""What speaks for two sentences telling the same: names, figures, words and turns of phrase."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from search_index.alignment.features import (
    DATE,
    GENERAL,
    MONTH,
    NAME,
    NUMBER,
    PERCENT,
    UNIT,
    Features,
)
from search_index.alignment.rarity import Rarity, is_small_number

_FIGURES = (NUMBER, PERCENT, DATE, MONTH)

# How much each kind counts. Found by a conditional logit over the gold in tests/search_index/,
# where each sentence chooses among the sentences of the other text and none of them, and rounded.
_NAMES = 4.9
_NUMBERS = 1.2
_WORDS = 1.55
_COMMON_NAMES = 0.9
_PHRASES = 1.0
_UNITS = 0.8

_NAMESAKES = 0.2
"""What a name counts, of that, in texts that are about different things."""

_IN_PASSING = 0.6
"""What a name counts that is all two sentences share, and is only a surname in one of them: who
speaks says little of what is told.
"""

_INTRODUCED = 2
"""Sentences with a name, one in each text; where there are more it is not new in all of them."""

_SHORT = 18.0
"""A sentence that says less than this shares a good part of it with others by chance."""

_NEARLY_ALL = 0.8


class Evidence(NamedTuple):
    """What two sentences share, in nats.

    ``names`` counts what makes them rare, ``known`` all of what they say. ``coverage`` is the
    share of both sentences that is shared, as the geometric mean of the two. ``units`` are what
    numbers of both count, the same number or another.
    """

    names: float
    known: float
    figures: float
    words: float
    phrases: float
    coverage: float
    units: float

    @property
    def strength(self) -> float:
        """All of it, weighed: what both say counts by how much of the sentences it makes up.

        A rare name or a figure counts whatever else the sentences say.
        """
        said = _WORDS * self.words + _COMMON_NAMES * self.known
        certain = _NAMES * self.names + _NUMBERS * self.figures + _UNITS * self.units
        return certain + said * self.coverage + _PHRASES * self.phrases


NO_EVIDENCE = Evidence(0, 0, 0, 0, 0, 0, 0)


def evidence(one: Features, other: Features, rarity: Rarity) -> Evidence:
    """What two sentences share."""
    shared = one.keys & other.keys
    if not shared:
        return NO_EVIDENCE
    names = known = figures = words = rest = counted = 0.0
    akin = _NAMESAKES + (1.0 - _NAMESAKES) * rarity.kinship
    named = shared & ((one.named & other.may_name) | (other.named & one.may_name))
    weights = _shared_names(one, other, named, rarity)
    for weight in weights:
        known += weight
        names += max(0.0, weight - rarity.common_name) * akin
    for key in shared - named:
        weight = rarity.weight(key)
        if key[0] == NAME:
            continue
        if key[0] == GENERAL or is_small_number(key):
            rest += weight
        elif key[0] == UNIT:
            counted += weight
        elif key[0] in _FIGURES:
            figures += weight
        else:
            words += weight
    phrases = _shared_phrases(one, other, named, rarity)
    if len(weights) == 1 and not (words or figures or phrases):
        names *= _IN_PASSING if _in_passing(one, other, named, rarity) else 1.0
    everything = known + figures + words + rest
    return Evidence(
        names,
        known,
        figures,
        words,
        phrases,
        _coverage(everything, rarity.total(one), rarity.total(other)),
        counted,
    )


def _shared_names(
    one: Features, other: Features, named: frozenset[str], rarity: Rarity
) -> list[float]:
    """What each shared name says: as much as the commonest of its words that both have.

    So the first name of somebody who is named all the time says no more than the last.
    """
    return max(
        _counted((*one.names, *other.names), named, rarity),
        _counted((*other.names, *one.names), named, rarity),
        key=sum,
    )


def _counted(
    names: Iterable[tuple[frozenset[str], ...]], named: frozenset[str], rarity: Rarity
) -> list[float]:
    counted: set[str] = set()
    weights = []
    for name in names:
        words = [rarity.name(keys) for part in name if (keys := (part & named) - counted)]
        if words:
            weights.append(min(words))
            counted.update(*name)
    return weights


def _in_passing(one: Features, other: Features, named: frozenset[str], rarity: Rarity) -> bool:
    """Whether a shared name is a surname alone in a sentence, of somebody named before."""
    return not (_in_full(one, named) and _in_full(other, named)) and any(
        key[0] == NAME and rarity.count(key) > _INTRODUCED for key in named
    )


def _in_full(about: Features, named: frozenset[str]) -> bool:
    return any(len(name) > 1 and any(part & named for part in name) for name in about.names)


def _shared_phrases(one: Features, other: Features, named: frozenset[str], rarity: Rarity) -> float:
    """What it says that words stand side by side in both; names as such do not count again."""
    said = 0.0
    for pair in one.pairs & other.pairs:
        if not all(word in named for word in pair):
            said += min(rarity.weight(word) for word in pair if word in one.keys)
    return said


def _coverage(shared: float, one: float, other: float) -> float:
    if not one or not other:
        return 0.0
    exact = sqrt(min(1.0, shared / one) * min(1.0, shared / other))
    if exact >= _NEARLY_ALL:
        return exact
    return sqrt(min(1.0, shared / max(one, _SHORT)) * min(1.0, shared / max(other, _SHORT)))
