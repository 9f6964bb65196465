"""Words near each other, told from the texts of a shard as numbers of terms.

It is what ``search_index.finding.nearness`` finds by reading, but for the texts whose terms do not
tell all their words: those are left out.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, compress
from typing import TypeAlias

from search_index.engine import Evidence
from search_index.queries.query import Near, Term
from search_index.terms import Needed, needed
from search_index.time_limits import look_at_the_time, timed
from search_index.whoosh_engine.evidence import Shard, evidence_in, numbers_of, untold
from search_index.whoosh_engine.likeness import numbers_of_word
from search_index.whoosh_engine.near_words import Counted, NearWords
from search_index.whoosh_engine.tokens import FIRST_TERM, NO_TERM, Wanted

Stretch: TypeAlias = tuple[int, int]
"""Tokens of a text, counted from its beginning; the end is exclusive."""
_Finder: TypeAlias = Callable[[int, list[int]], Iterable[Stretch]]
"""Finds something in a text, which is given by its number and its tokens."""
_Counter: TypeAlias = Callable[[int, list[int], int], Counted]

_LOOKED_AT = 32
"""Tokens that are looked at at once, besides as many as words are admitted."""


def near_evidence(shard: Shard, near: Near) -> Evidence | None:
    """Where the terms are near each other; None where the places of one cannot be told."""
    count = _counter(shard, near)
    if count is None:
        return None
    counts: dict[int, int] = {}
    titled: set[int] = set()
    left_out = untold(shard)
    for text in sorted(_holding(shard, near) - left_out):
        look_at_the_time()
        found = count(text, shard.tokens.of(text), shard.titles[text] - shard.starts[text])
        if found.places:
            counts[text] = found.places
        if found.titled:
            titled.add(text)
    return Evidence(counts, True, frozenset(titled), left_out)


def _counter(shard: Shard, near: Near) -> _Counter | None:
    """Counts the places in a text, by its number, its tokens and how many are the headline."""
    left, right = _words(shard, near.left), _words(shard, near.right)
    if left is not None and right is not None:
        tokens = FIRST_TERM + shard.vocabulary.number_beginning_with("")
        return NearWords(left, right, near.distance, tokens).count
    find = _near(shard, near)
    if find is None:
        return None

    def count(text: int, tokens: list[int], headline: int) -> Counted:
        places = list(find(text, tokens))
        return Counted(len(places), any(start < headline for start, _ in places[:1]))

    return count


def _words(shard: Shard, terms: Iterable[Term]) -> set[int] | None:
    """The words that any of the terms stands for; None where one stands for more than a word."""
    found = [numbers_of_word(shard.vocabulary, needed(term)) for term in terms]
    if None in found:
        return None
    return {FIRST_TERM + number for numbers in found for number in numbers or ()}


def _holding(shard: Shard, term: Term) -> set[int]:
    """The texts that hold a term, or both sides of what is to be near."""
    if not isinstance(term, Near):
        found = evidence_in(shard, needed(term))
        return set(found.counts) if found else set()
    sides = ([_holding(shard, each) for each in side] for side in (term.left, term.right))
    left, right = (set[int]().union(*each) for each in sides)
    return left & right


def _near(shard: Shard, near: Near) -> _Finder | None:
    left, right = _side(shard, near.left), _side(shard, near.right)
    if left is None or right is None:
        return None

    def find(text: int, tokens: list[int]) -> Iterator[Stretch]:
        ones = sorted(set(left(text, tokens)))
        others = sorted(set(right(text, tokens))) if ones else []
        beside = _beside(ones, others, tokens, near.distance)
        return _apart(sorted({*beside, *_beside(others, ones, tokens, near.distance)}))

    return find


def _side(shard: Shard, terms: Iterable[Term]) -> _Finder | None:
    """Finds any of the terms."""
    words: set[int] = set()
    finders: list[_Finder | None] = []
    for term in terms:
        wanted = needed(term)
        numbers = numbers_of_word(shard.vocabulary, wanted)
        if numbers is not None:
            words.update(map(FIRST_TERM.__add__, numbers))
        else:
            finders.append(_near(shard, term) if isinstance(term, Near) else _phrase(shard, wanted))
    if None in finders:
        return None
    several = [finder for finder in finders if finder]

    def find(text: int, tokens: list[int]) -> Iterable[Stretch]:
        places = compress(range(len(tokens)), map(words.__contains__, tokens))
        found = ((place, place + 1) for place in places)
        return chain(found, *(finder(text, tokens) for finder in several)) if several else found

    return find


def _phrase(shard: Shard, wanted: Needed) -> _Finder | None:
    if not wanted.words:
        return None
    terms = Wanted(tuple(numbers_of(shard, wanted)))

    def find(text: int, _: list[int]) -> Iterator[Stretch]:
        start = shard.starts[text]
        found = shard.tokens.in_texts(terms, [text]) if all(terms.terms) else {}
        for place in found.get(text, ()):
            yield place - start, place - start + len(terms.terms)

    return find


def _beside(
    places: list[Stretch], others: list[Stretch], tokens: list[int], distance: int
) -> Iterator[Stretch]:
    """Those of ``places`` that have one of the ``others`` beside them, apart, within distance."""
    starts = [start for start, _ in others]
    ends = sorted(end for _, end in others)
    for place in timed(places):
        start, end = place
        following = bisect_left(starts, end)
        before = bisect_right(ends, start) - 1
        if (following < len(starts) and _are_fewer(tokens, end, starts[following], distance)) or (
            before >= 0 and _are_fewer(tokens, ends[before], start, distance)
        ):
            yield place


def _are_fewer(tokens: list[int], start: int, end: int, most: int) -> bool:
    """Whether fewer than ``most`` words stand there, which are the tokens that are terms."""
    while end - start >= most:
        reached = min(end, start + most + _LOOKED_AT)
        most -= reached - start - tokens[start:reached].count(NO_TERM)
        start = reached
        if most <= 0:
            return False
    return True


def _apart(places: Iterable[Stretch]) -> Iterator[Stretch]:
    reached = 0
    for place in places:
        if place[0] >= reached:
            yield place
            reached = place[1]
