"""Where a quote is in a text, with nothing but the few words around it to tell it from its like.

This is all there is to go by where the text that was marked is not at hand. A quote that stands
in one place is followed there if what stood beside it on one side still does; of several places,
one is followed only if it has the whole context. A quote that nowhere stands as it was is sought by
its rarest words, and told to be changed only where there is one such place, and it is in context.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from annotations.anchoring.occurrences import Occurrences
from annotations.anchoring.revision import LOST, Followed, Revision
from annotations.anchoring.tokens import Tokens, Vocabulary
from annotations.steps import Step, at_once
from documents.spans import Span

_CONTEXT = 500
"""Code points of context on either side that are looked at."""
_LONGEST = 100_000
"""Code points of a quote beyond which it is not sought where it has changed."""
_NEAR = 8
"""Code points of context that must agree on one side."""
_RARE = 12
"""Words of a quote that are looked up in the text, the rarest first."""
_COMMON = 200
"""Places of a word beyond which it does not help to find a quote."""
_PLACES = 4
"""Places looked at closely."""
_LEAST_CONTEXT = 8
_MOST_GROWTH = 3


class Quote(NamedTuple):
    """A passage as a TextQuoteSelector has it; ``near`` is the offset it once started at."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    near: int = 0


class QuoteFinder:
    """Finds quotes in one text. ``step`` is called between short steps."""

    def __init__(self, text: str, step: Step = at_once) -> None:
        self._text = text
        self._step = step
        self._occurrences = Occurrences(text, step)

    def find(self, quote: Quote) -> Followed:
        """Where ``quote`` is; ``changed`` and ``same`` where that is sure."""
        if not quote.exact.strip():
            return LOST
        near_by = quote.prefix[-_CONTEXT:], quote.suffix[:_CONTEXT]
        quote = Quote(quote.exact, *near_by, quote.near)
        for search in (self._occurrences.exact, self._occurrences.loose):
            places = search(quote.exact)
            if len(places) == 1:
                return self._only(quote, places[0])
            if places:
                return self._one_of(quote, places)
        found = self._approximate(quote)
        return found if found.span else self._between_contexts(quote)

    def _only(self, quote: Quote, place: Span) -> Followed:
        sure = max(self._agreement(quote, place)) >= _NEAR or self._fits(quote, place)
        return Followed(place, "same" if sure else "proposed")

    def _one_of(self, quote: Quote, places: list[Span]) -> Followed:
        fitting = [place for place in places if self._fits(quote, place)]
        if len(fitting) == 1 and (quote.prefix or quote.suffix):
            return Followed(fitting[0], "same")
        best = max(
            fitting or places,
            key=lambda one: (sum(self._agreement(quote, one)), -abs(one.start - quote.near)),
        )
        return Followed(best, "proposed")

    def _fits(self, quote: Quote, place: Span) -> bool:
        """Whether the whole context stands around a place; none stands where the text ends."""
        self._step()
        begins = quote.prefix or place.start == 0
        ends = quote.suffix or place.end == len(self._text)
        whole = self._agreement(quote, place) == (len(quote.prefix), len(quote.suffix))
        return bool(begins and ends and whole)

    def _agreement(self, quote: Quote, place: Span) -> tuple[int, int]:
        """How many code points of prefix and suffix agree with what stands around a place."""
        before = self._text[max(0, place.start - len(quote.prefix)) : place.start]
        after = self._text[place.end : place.end + len(quote.suffix)]
        return _alike(quote.prefix[::-1], before[::-1]), _alike(quote.suffix, after)

    def _approximate(self, quote: Quote) -> Followed:
        """The likeliest place of a quote that has changed; none of one that is very long."""
        if len(quote.exact) > _LONGEST:
            return LOST
        marked = f"{quote.prefix}{quote.exact}{quote.suffix}"
        start = len(quote.prefix)
        found: list[Followed] = []
        for window in self._windows(marked):
            text = self._text[window.start : window.end]
            place = Revision(marked, text, self._step).follow(start, start + len(quote.exact))
            if place.span:
                shifted = Span(place.span.start + window.start, place.span.end + window.start)
                found.append(Followed(shifted, place.certainty))
        sure = [place for place in found if place.certainty != "proposed"]
        if len({place.span for place in found}) == 1 and sure:
            return Followed(sure[0].span, "changed")
        best = (sure or found or [LOST])[0]
        return Followed(best.span, "proposed") if best.span else LOST

    def _windows(self, marked: str) -> Iterator[Span]:
        """The stretches of the text that share most of the rare words of a passage, in order."""
        tokens = self._tokens
        words = Tokens(marked, self._vocabulary).keys
        rarest = sorted(range(len(words)), key=lambda at: len(self._index.get(words[at], ())))
        votes: Counter[int] = Counter()
        length = max(4, len(words))
        for at in rarest[:_RARE]:
            places = self._index.get(words[at], ())
            if len(places) <= _COMMON:
                votes.update({(place - at + length) // length for place in places})
        together = {bucket: votes[bucket] + votes[bucket + 1] for bucket in votes}
        taken: set[int] = set()
        for bucket in sorted(together, key=lambda one: -together[one]):
            if together[bucket] < 2 or len(taken) == _PLACES:
                return
            if taken.isdisjoint((bucket - 1, bucket, bucket + 1)):
                taken.add(bucket)
                first = max(0, (bucket - 2) * length)
                last = min(len(tokens) - 1, (bucket + 3) * length)
                yield Span(tokens.starts[first], tokens.ends[last])

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary()

    @cached_property
    def _tokens(self) -> Tokens:
        return Tokens(self._text, self._vocabulary, step=self._step)

    @cached_property
    def _index(self) -> dict[int, list[int]]:
        """Where each word stands, as numbers of words."""
        index: dict[int, list[int]] = {}
        for at, key in enumerate(self._tokens.keys):
            index.setdefault(key, []).append(at)
        return index

    def _between_contexts(self, quote: Quote) -> Followed:
        """What stands between the contexts of a quote that is gone, where those stand but once."""
        prefix, suffix = quote.prefix, quote.suffix
        if min(len(prefix), len(suffix)) < _LEAST_CONTEXT:
            return LOST
        if self._text.count(prefix) != 1 or self._text.count(suffix) != 1:
            return LOST
        start, end = self._text.index(prefix) + len(prefix), self._text.index(suffix)
        longest = _MOST_GROWTH * max(len(quote.exact), _LEAST_CONTEXT)
        if 0 < end - start <= longest and self._text[start:end].strip():
            return Followed(Span(start, end), "proposed")
        return LOST


def _alike(one: str, other: str) -> int:
    """How many code points the two begin with alike."""
    for number, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return number
    return min(len(one), len(other))
