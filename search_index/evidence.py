"""Where a word or phrase may stand, as far as the shards of an index can tell."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from search_index.beginnings import CROWD, LONGEST, beginning_term
from search_index.packing import Postings
from search_index.phrases import counted_by_text, phrase_places
from search_index.terms import Needed
from search_index.vocabulary import Vocabulary

_MOST_IN_PHRASES = 256
"""Words with the same beginning whose places are compared with those of other words."""


class Shard(Protocol):
    """What has to be known of some texts, which go by numbers from 0 on."""

    starts: Sequence[int]
    """The place at which each text begins."""
    titles: Sequence[int]
    """The place before which the title of each text ends."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms of the texts."""

    def postings(self, term: str) -> Postings:
        """The texts that hold ``term``."""

    def places(self, term: str) -> array[int]:
        """The places at which ``term`` stands, in ascending order; none of a piece of a word."""


class Evidence(NamedTuple):
    """The texts in which a term may stand, by their numbers.

    Where ``exact``, it stands in them as often as ``counts`` says, and nowhere else; ``titled`` are
    those whose titles hold it.
    """

    counts: Mapping[int, int]
    exact: bool
    titled: frozenset[int] = frozenset()


def evidence_in(shard: Shard, wanted: Needed) -> Evidence | None:
    """What a shard tells, texts by their numbers in it; None where it cannot tell."""
    if not wanted.terms and not wanted.prefix:
        return None
    if len(wanted.words) > 1 and (found := _phrase(shard, wanted)):
        return found
    parts = [_one(shard, term) for term in wanted.terms]
    if wanted.prefix:
        parts.append(_beginning(shard, wanted.prefix))
    if len(parts) == 1:
        return parts[0]._replace(exact=len(wanted.words) == 1)
    return Evidence(_common([part.counts for part in parts]), exact=False)


def _one(shard: Shard, term: str) -> Evidence:
    found = shard.postings(term)
    counts = dict(zip(found.texts, found.counts, strict=True))
    return Evidence(counts, True, frozenset(found.titled))


def _beginning(shard: Shard, prefix: str) -> Evidence:
    """The texts that hold any word with this beginning."""
    if shard.vocabulary.number_beginning_with(prefix) > CROWD and len(prefix) <= LONGEST:
        return _one(shard, beginning_term(prefix))
    counts: dict[int, int] = {}
    titled: set[int] = set()
    for term, _ in shard.vocabulary.beginning_with(prefix):
        found = shard.postings(term)
        for text, count in zip(found.texts, found.counts, strict=True):
            counts[text] = counts.get(text, 0) + count
        titled.update(found.titled)
    return Evidence(counts, True, frozenset(titled))


def _common(parts: list[Mapping[int, int]]) -> dict[int, int]:
    """The texts that all parts name, with the count of the rarest part."""
    first, *others = sorted(parts, key=len)
    return {
        text: min(count, *(part[text] for part in others))
        for text, count in first.items()
        if all(text in part for part in others)
    }


def _phrase(shard: Shard, wanted: Needed) -> Evidence | None:
    """Where the words follow on each other; None where there would be too many to compare."""
    last = wanted.words[-1]
    whole = wanted.words[:-1] if wanted.prefix else wanted.words
    places = [shard.places(word) for word in whole]
    if wanted.prefix:
        if shard.vocabulary.number_beginning_with(last) > _MOST_IN_PHRASES:
            return None
        begun = (shard.places(known.term) for known in shard.vocabulary.beginning_with(last))
        places.append(array("I", sorted(chain.from_iterable(begun))))
    found = phrase_places(places)
    counts = counted_by_text(found, shard.starts)
    return Evidence(counts, True, frozenset(_in_titles(counts, found, shard)))


def _in_titles(texts: Iterable[int], places: Sequence[int], shard: Shard) -> Iterator[int]:
    """Those of the texts that have the first of their ``places`` in their titles."""
    for text in texts:
        first = places[bisect_left(places, shard.starts[text])]
        if first < shard.titles[text]:
            yield text
