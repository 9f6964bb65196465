"""All passages of a text that tell the same as a sentence, each judged for itself."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from heapq import nlargest

from documents.spans import Span
from search_index.alignment.judging import Pair
from search_index.alignment.matching import CANDIDATES, LIKELY, MOST, Match, Matcher, candidates

_WEIGHED = 5
"""How many candidates are looked at from their side too."""
_NOBODY = -9.0
"""The score that others are taken to have where there are none."""

_Scores = Mapping[tuple[int, int], float]
"""The logarithm of the odds of pairs, by the numbers of the two sentences."""


class Judge:
    """Asks of each passage of a matcher's target whether it tells the same as a sentence.

    A matcher says which passage is the likeliest of a text, however many there are; this, how
    probable each is, so that it can be ranked among the passages of other texts.
    """

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def find(self, offset: int) -> Generator[None, None, list[Match]]:
        """What tells the same as the sentence at ``offset`` of the source, the surest first.

        None has part in another, and what the matcher leads to is always among them. In short
        steps.
        """
        matcher = self._matcher
        if not len(matcher.source) or not len(matcher.target):
            return []
        number = matcher.source.number_at(offset)
        likely = yield from self.likely(number)
        linked = yield from matcher.find(offset)
        if linked is not None:
            place = matcher.target.number_at(linked.sentence.start)
            likely[place] = max(LIKELY, likely.get(place, 0.0))
        return self._apart(number, likely)

    def _apart(self, number: int, likely: Mapping[int, float]) -> list[Match]:
        """The likeliest places that tell the same, none of which has part in another."""
        target, matches = self._matcher.target, list[Match]()
        for place in sorted(likely, key=lambda place: (-likely[place], place)):
            sentence, confidence = target.span(place), min(MOST, likely[place])
            if confidence < LIKELY or _has_part(sentence, matches):
                continue
            passage = self._matcher.passage(number, place)
            if _has_part(passage, matches):
                passage = sentence
            matches.append(Match(passage, sentence, confidence))
        return matches

    def likely(self, number: int) -> Generator[None, None, dict[int, float]]:
        """How probable the likeliest places are for a sentence of the source."""
        matcher = self._matcher
        about = matcher.source.features(number)
        places = candidates(about, matcher.target, matcher.rarity, CANDIDATES)
        scores = yield from self._scores([(number, place) for place in places])
        likely: dict[int, float] = {}
        for pair in nlargest(_WEIGHED, scores, key=scores.__getitem__):
            about = matcher.target.features(pair[1])
            numbers = candidates(about, matcher.source, matcher.rarity, CANDIDATES)
            back = yield from self._scores([(other, pair[1]) for other in numbers])
            likely[pair[1]] = self.pair(pair, scores, back).probability
        return likely

    def _scores(self, pairs: Sequence[tuple[int, int]]) -> Generator[None, None, _Scores]:
        found = {}
        for pair in pairs:
            yield
            found[pair] = self._matcher.score(*pair)
        return found

    def pair(self, pair: tuple[int, int], scores: _Scores, back: _Scores) -> Pair:
        """What is known of a pair, by the scores of the others that either sentence is in."""
        matcher, (number, place) = self._matcher, pair
        return Pair(
            matcher.evidence(number, place),
            matcher.around(number, place),
            matcher.rarity.kinship,
            matcher.source.is_heading(number) != matcher.target.is_heading(place),
            (self._margin(pair, scores), self._margin(pair, back)),
        )

    def _margin(self, pair: tuple[int, int], scores: _Scores) -> float:
        """How far a pair is ahead of the others, but those with the same words."""
        source, target = self._matcher.source, self._matcher.target
        one, other = source.features(pair[0]).words, target.features(pair[1]).words
        others = [
            score
            for (number, place), score in scores.items()
            if (number, place) != pair
            and (number == pair[0] or source.features(number).words != one)
            and (place == pair[1] or target.features(place).words != other)
        ]
        return self._matcher.score(*pair) - max(others, default=_NOBODY)


def _has_part(span: Span, matches: Sequence[Match]) -> bool:
    return any(span.start < one.passage.end and one.passage.start < span.end for one in matches)
