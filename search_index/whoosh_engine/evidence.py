"""Where a word or phrase may stand, as far as the shards of an index can tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from search_index.engine import Evidence
from search_index.terms import UNTOLD, Needed
from search_index.time_limits import timed
from search_index.whoosh_engine.beginnings import CROWD, LONGEST
from search_index.whoosh_engine.likeness import numbers_of_word
from search_index.whoosh_engine.packing import Postings
from search_index.whoosh_engine.tokens import FIRST_TERM, Tokens, Wanted
from search_index.whoosh_engine.vocabulary import Known, Vocabulary

_CROWD = 400
"""Words from which on their texts are gone through, and not what each of them is known by."""


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


def evidence_in(
    shard: Shard, wanted: Needed, among: Collection[int] | None = None
) -> Evidence | None:
    """What a shard tells, texts by their numbers in it; None where it cannot tell.

    Words that follow on each other are looked for ``among`` these texts, if it is known that they
    do in no others.
    """
    if wanted.near:
        from search_index.whoosh_engine.near_tokens import near_evidence

        return near_evidence(shard, wanted.near)
    if wanted.alike or wanted.shape or wanted.one_of:
        numbers = numbers_of_word(shard.vocabulary, wanted)
        return None if numbers is None else _of_words(shard, numbers)
    if not wanted.terms and not wanted.prefix:
        return None
    if len(wanted.words) > 1 or (wanted.words and among is not None and not among):
        return _phrase(shard, wanted, among)
    parts = [_one(shard, term) for term in wanted.terms]
    if wanted.prefix:
        parts.append(_beginning(shard, wanted.prefix))
    if len(parts) == 1:
        return parts[0]._replace(exact=bool(wanted.words))
    return Evidence(_common([part.counts for part in parts]), exact=False)


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


def untold(shard: Shard) -> frozenset[int]:
    """The texts whose terms do not tell all their words."""
    return frozenset(shard.postings(UNTOLD).texts)


def _of_words(shard: Shard, numbers: Collection[int]) -> Evidence:
    """The texts that hold any of the words with these numbers."""
    if len(numbers) > _CROWD:
        found = _in_tokens(shard, set(map(FIRST_TERM.__add__, numbers)))
    else:
        vocabulary = shard.vocabulary
        each = (vocabulary.known(vocabulary.terms[number]) for number in numbers)
        found = _any(shard, timed(filter(None, each)))
    return found._replace(unsure=untold(shard))


def _in_tokens(shard: Shard, terms: set[int]) -> Evidence:
    """The same, told from all tokens: quicker than from many postings."""
    is_wanted = terms.__contains__
    counts: dict[int, int] = {}
    titled: set[int] = set()
    for text, titles_end in enumerate(timed(shard.titles)):
        tokens = shard.tokens.of(text)
        if count := sum(map(is_wanted, tokens)):
            counts[text] = count
            if any(map(is_wanted, tokens[: titles_end - shard.starts[text]])):
                titled.add(text)
    return Evidence(counts, True, frozenset(titled))


def _any(shard: Shard, terms: Iterable[Known]) -> Evidence:
    """The texts that hold any of the terms."""
    every = [shard.postings_of(known) for known in terms]
    every.sort(key=_size, reverse=True)  # most words of any are rare, and few are common
    counts: dict[int, int] = {}
    for found in every[:1]:
        counts = dict(zip(found.texts, found.counts, strict=True))
    for found in every[1:]:
        for text, count in zip(found.texts, found.counts, strict=True):
            counts[text] = counts.get(text, 0) + count
    return Evidence(counts, True, frozenset[int]().union(*(found.titled for found in every)))


def _size(found: Postings) -> int:
    return len(found.texts)


def _common(parts: list[Mapping[int, int]]) -> dict[int, int]:
    """The texts that all parts name, with the count of the rarest part."""
    first, *others = sorted(parts, key=len)
    return {
        text: min([count, *(part[text] for part in others)])
        for text, count in first.items()
        if all(text in part for part in others)
    }


def _phrase(shard: Shard, wanted: Needed, among: Collection[int] | None) -> Evidence:
    """Where the words follow on each other, ``among`` some texts if it is known to be there."""
    texts = _holding_all(shard, dict.fromkeys(_whole(wanted))) if among is None else among
    terms = Wanted(tuple(numbers_of(shard, wanted)) if texts else ())
    if not texts or not all(terms.terms):
        return Evidence({}, True)
    found = shard.tokens.places(terms, texts)
    titles = shard.titles
    titled = frozenset(text for text, place in found.first.items() if place < titles[text])
    return Evidence(found.counts, True, titled)


def _holding_all(shard: Shard, words: Iterable[str]) -> set[int]:
    """The texts that hold each of some words."""
    first, *others = (shard.postings(word).texts for word in words)
    return set(first).intersection(*others)


def numbers_of(shard: Shard, wanted: Needed) -> Iterator[range]:
    """The numbers of the words in the tokens of a shard; an empty range where it has none."""
    whole = _whole(wanted)
    numbers = {word: shard.vocabulary.number(word) for word in dict.fromkeys(whole)}
    for word in whole:
        number = numbers[word]
        first = FIRST_TERM + (number or 0)
        yield range(first, first if number is None else first + 1)
    if wanted.prefix:
        begun = shard.vocabulary.numbers_beginning_with(wanted.prefix)
        yield range(FIRST_TERM + begun.start, FIRST_TERM + begun.stop)


def _whole(wanted: Needed) -> tuple[str, ...]:
    """The words that are wanted as they are, and not as the beginning of one."""
    return wanted.words[:-1] if wanted.prefix else wanted.words
