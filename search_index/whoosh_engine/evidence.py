"""Where a word or phrase may stand, as far as the shards of an index can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from search_index.edits import within
from search_index.engine import Evidence
from search_index.folding import fold
from search_index.queries.query import Fuzzy
from search_index.terms import PIECE, Needed
from search_index.whoosh_engine.beginnings import CROWD, LONGEST
from search_index.whoosh_engine.packing import Postings
from search_index.whoosh_engine.tokens import FIRST_TERM, Tokens, Wanted
from search_index.whoosh_engine.vocabulary import Known, Vocabulary

_COMMON = 2000
"""Places of the rarest word of a phrase, from which on all of them are gone through at once."""
_ANY = "*"


class Shard(Protocol):
    """What has to be known of some texts, which go by numbers from 0 on."""

    starts: Sequence[int]
    """The place at which each text begins."""
    titles: Sequence[int]
    """The place before which the headline of each text ends."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms of the texts."""

    @property
    def tokens(self) -> Tokens:
        """The texts as numbers of terms."""

    def postings(self, term: str) -> Postings:
        """The texts that hold ``term``."""

    def postings_of(self, known: Known) -> Postings:
        """The same for a term that the vocabulary knows."""

    def beginning(self, prefix: str) -> Postings:
        """The texts that hold any of more than CROWD terms with this beginning."""


def evidence_in(shard: Shard, wanted: Needed) -> Evidence | None:
    """What a shard tells, texts by their numbers in it; None where it cannot tell."""
    if wanted.alike:
        return _alike(shard, wanted.alike)
    if not wanted.terms and not wanted.prefix:
        return None
    parts = {term: _one(shard, term) for term in wanted.terms}
    if wanted.prefix:
        parts[wanted.prefix + _ANY] = _beginning(shard, wanted.prefix)
    if len(wanted.words) > 1:
        return _phrase(shard, wanted, parts)
    if len(parts) == 1:
        return next(iter(parts.values()))._replace(exact=bool(wanted.words))
    return Evidence(_common([part.counts for part in parts.values()]), exact=False)


def _one(shard: Shard, term: str) -> Evidence:
    return _evidence(shard.postings(term))


def _evidence(found: Postings) -> Evidence:
    counts = dict(zip(found.texts, found.counts, strict=True))
    return Evidence(counts, True, frozenset(found.titled))


def _beginning(shard: Shard, prefix: str) -> Evidence:
    """The texts that hold any word with this beginning."""
    if shard.vocabulary.number_beginning_with(prefix) > CROWD and len(prefix) <= LONGEST:
        return _evidence(shard.beginning(prefix))
    return _any(shard, shard.vocabulary.beginning_with(prefix))


def _alike(shard: Shard, fuzzy: Fuzzy) -> Evidence | None:
    """The texts that hold a word like this one; None where words may stand inside words."""
    if shard.vocabulary.number_beginning_with(PIECE):
        return None
    word, edits = fold(fuzzy.text), fuzzy.edits
    shortest, longest = len(word) - edits, 4 * (len(word) + edits)  # in bytes
    fitting = shard.vocabulary.matching(re.compile(rb".{%d,%d}" % (shortest, longest)))
    alike = (known for known in fitting if within(word, known.term, edits))
    return _any(shard, alike)._replace(exact=False)


def _any(shard: Shard, terms: Iterable[Known]) -> Evidence:
    """The texts that hold any of the terms."""
    counts: dict[int, int] = {}
    titled: set[int] = set()
    for known in terms:
        found = shard.postings_of(known)
        for text, count in zip(found.texts, found.counts, strict=True):
            counts[text] = counts.get(text, 0) + count
        titled.update(found.titled)
    return Evidence(counts, True, frozenset(titled))


def _common(parts: list[Mapping[int, int]]) -> dict[int, int]:
    """The texts that all parts name, with the count of the rarest part."""
    first, *others = sorted(parts, key=len)
    return {
        text: min([count, *(part[text] for part in others)])
        for text, count in first.items()
        if all(text in part for part in others)
    }


def _phrase(shard: Shard, wanted: Needed, parts: Mapping[str, Evidence]) -> Evidence:
    """Where the words follow on each other."""
    terms = Wanted(tuple(numbers_of(shard, wanted)))
    texts = _common([part.counts for part in parts.values()])
    if not all(terms.terms) or not texts:
        return Evidence({}, True)
    whole = wanted.words[:-1] if wanted.prefix else wanted.words
    totals = [sum(parts[word].counts.values()) for word in whole]
    rarest = totals.index(min(totals))
    if totals[rarest] < _COMMON:
        found = shard.tokens.in_texts(terms, texts)
    else:
        found = shard.tokens.everywhere(terms, rarest)
    counts = {text: len(places) for text, places in found.items()}
    titled = (text for text, places in found.items() if places[0] < shard.titles[text])
    return Evidence(counts, True, frozenset(titled))


def numbers_of(shard: Shard, wanted: Needed) -> Iterator[range]:
    """The numbers of the words in the tokens of a shard; an empty range where it has none."""
    for word in wanted.words[:-1] if wanted.prefix else wanted.words:
        number = shard.vocabulary.number(word)
        first = FIRST_TERM + (number or 0)
        yield range(first, first if number is None else first + 1)
    if wanted.prefix:
        begun = shard.vocabulary.numbers_beginning_with(wanted.prefix)
        yield range(FIRST_TERM + begun.start, FIRST_TERM + begun.stop)
