"""Which passage of one text speaks of the same thing as a sentence of another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Generator, Mapping, Sequence
from heapq import nlargest
from math import exp, log, log1p
from typing import NamedTuple

from documents.spans import Span
from search_index.alignment.evidence import NO_EVIDENCE, Evidence, evidence
from search_index.alignment.features import GENERAL, NAME, Features
from search_index.alignment.rarity import Rarity
from search_index.alignment.text_index import TextIndex

LIKELY, SURE, MOST = 0.5, 0.85, 0.99
"""Confidence from which there is a match, from which it is sure, and the most there is: words never
make it certain.
"""

CANDIDATES = 12
_WEIGHED, _WORTH_A_LOOK = 3, 0.1
"""How many candidates are looked at from their side too, and from which probability on."""
_MOST_PLACES = 2500
"""Places looked up for one sentence, those of its rarest keys first."""

_KEPT = 4096

# As in `evidence`, where it is told how these were found.
_AROUND = 1.4
_ORDER = 1.0
_LITTLE = 1.0
_DOUBT = 1.05
_STRANGERS = 2.5
_FEW, _MANY = 8, 30
_ELSEWHERE = 0.6
_GOES_ON = 5.0


class Match(NamedTuple):
    """A passage of one to three sentences, the best ``sentence`` of it, and how sure it is.

    ``confidence`` is the probability of the passage, from 0 to ``MOST``, by a model of what
    sentences that tell the same share.
    """

    passage: Span
    sentence: Span
    confidence: float

    @property
    def percent(self) -> str:
        """The confidence as it is told to the reader, everywhere alike."""
        return f"{self.confidence:.0%}"

    @property
    def sure(self) -> bool:
        """Whether there is little doubt."""
        return self.confidence >= SURE


def candidates(about: Features, text: TextIndex, rarity: Rarity, count: int) -> list[int]:
    """The numbers of the sentences of a text that share most with ``about``, best first."""
    found: dict[int, float] = {}
    weighed = sorted(((rarity.weight(key), key) for key in about.keys), reverse=True)
    looked = 0
    for weight, key in weighed:
        places = text.places(key)
        looked += len(places)
        if looked > _MOST_PLACES:
            break
        gain = weight / 2 if key[0] == NAME else weight
        for place in places:
            found[place] = found.get(place, 0.0) + gain
    return nlargest(count, found, key=found.__getitem__)


class Matcher:
    """Finds, for the sentences of ``source``, what in ``target`` tells the same.

    Both must be ready. Sentences that stand around a pair speak for it too, and a place about as
    far into the text is a little likelier than another.
    """

    def __init__(self, source: TextIndex, target: TextIndex, rarity: Rarity | None = None) -> None:
        self.source = source
        self.target = target
        self.rarity = rarity or Rarity((source, target))
        self._shared: OrderedDict[tuple[int, int], Evidence] = OrderedDict()

    def match(self, offset: int) -> Match | None:
        """What tells the same as the sentence at ``offset`` of the source, if anything does."""
        steps = self.find(offset)
        while True:
            try:
                next(steps)
            except StopIteration as found:
                match: Match | None = found.value
                return match

    def find(self, offset: int) -> Generator[None, None, Match | None]:
        """As ``match``, in short steps."""
        if not len(self.source) or not len(self.target):
            return None
        number = self.source.number_at(offset)
        likely = yield from self._leading(number)
        sure: dict[int, float] = {}
        for place in nlargest(_WEIGHED, likely, key=likely.__getitem__):
            if likely[place] < _WORTH_A_LOOK:
                break
            there = self._together(likely, place, self.target)
            back = yield from self._led_to_by(place)
            sure[place] = max(there, self._together(back, number, self.source))
        best = max(sure, key=lambda place: (sure[place], likely[place], -place), default=-1)
        if best < 0 or sure[best] < LIKELY:
            return None
        confidence = min(MOST, sure[best])
        return Match(self.passage(number, best), self.target.span(best), confidence)

    def _leading(self, number: int) -> Generator[None, None, dict[int, float]]:
        """How probable each place is for a sentence of the source."""
        places = candidates(self.source.features(number), self.target, self.rarity, CANDIDATES)
        return (yield from self._posterior([(number, place) for place in places], places))

    def _led_to_by(self, place: int) -> Generator[None, None, dict[int, float]]:
        """How probable each sentence of the source is for a place."""
        about = self.target.features(place)
        numbers = candidates(about, self.source, self.rarity, CANDIDATES)
        return (yield from self._posterior([(number, place) for number in numbers], numbers))

    def _posterior(
        self, pairs: Sequence[tuple[int, int]], choices: Sequence[int]
    ) -> Generator[None, None, dict[int, float]]:
        """How probable each choice is by its pair, the rest being that there is none."""
        odds: dict[int, float] = {}
        for pair, choice in zip(pairs, choices, strict=True):
            yield
            odds[choice] = exp(min(30.0, self.score(*pair)))
        total = 1.0 + sum(odds.values())
        return {choice: odd / total for choice, odd in odds.items()}

    @staticmethod
    def _together(likely: Mapping[int, float], place: int, text: TextIndex) -> float:
        """How probable a sentence is, with those that say the same again, and with those beside it
        where it is the likeliest of them.
        """
        own, words = likely.get(place, 0.0), text.features(place).words
        return own + sum(
            share
            for other, share in likely.items()
            if other != place
            and ((abs(other - place) == 1 and share < own) or text.features(other).words == words)
        )

    def score(self, number: int, place: int) -> float:
        """The logarithm of the odds that a pair tells the same."""
        here, there = (number + 0.5) / len(self.source), (place + 0.5) / len(self.target)
        own = self._strength(number, place)
        around = log1p(self.around(number, place))
        return (
            own
            + _AROUND * min(around, own / 2)
            - _ORDER * abs(here - there)
            - _DOUBT
            - _STRANGERS * (1.0 - self.rarity.kinship)
            - log(min((len(self.source) + len(self.target)) / 2, _MANY) + _FEW)
        )

    def around(self, number: int, place: int) -> float:
        """How strong the best pair beside a pair is; nothing where that itself shares little."""
        if self._strength(number, place) <= _LITTLE:
            return 0.0
        beside = (
            (number - 1, place, self.source.together(number - 1, number)),
            (number + 1, place, self.source.together(number + 1, number)),
            (number, place - 1, self.target.together(place - 1, place)),
            (number, place + 1, self.target.together(place + 1, place)),
            (number - 1, place - 1, True),
            (number + 1, place + 1, True),
        )
        return max(
            self._strength(one, other) * (1.0 if together else _ELSEWHERE)
            for one, other, together in beside
        )

    def _strength(self, number: int, place: int) -> float:
        return self.evidence(number, place).strength

    def evidence(self, number: int, place: int) -> Evidence:
        """What two sentences share; nothing where there is no sentence of that number."""
        if not (0 <= number < len(self.source) and 0 <= place < len(self.target)):
            return NO_EVIDENCE
        pair = (number, place)
        known = self._shared.get(pair)
        if known is None:
            one, other = self.source.features(number), self.target.features(place)
            known = self._shared[pair] = evidence(one, other, self.rarity)
            if len(self._shared) > _KEPT:
                self._shared.popitem(last=False)
        return known

    def passage(self, number: int, best: int) -> Span:
        """The best sentence, with those beside it that tell what it leaves out."""
        first = last = best
        if self.target.together(best - 1, best) and self._gain(number, best, best - 1) > _GOES_ON:
            first -= 1
        if self.target.together(best + 1, best) and self._gain(number, best, best + 1) > _GOES_ON:
            last += 1
        return Span(self.target.span(first).start, self.target.span(last).end)

    def _gain(self, number: int, best: int, beside: int) -> float:
        """What a sentence has in common with the source's that the best one does not."""
        about = self.source.features(number)
        wanted = about.keys - self.target.features(best).keys
        found = wanted & self.target.features(beside).keys
        weights = {key: self.rarity.weight(key) for key in found if key[0] not in (NAME, GENERAL)}
        common = self.rarity.common_name
        return sum(
            weight for key, weight in weights.items() if weight > common or key not in about.named
        )
