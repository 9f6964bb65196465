"""What an index knows of the texts as they are at one moment.

Here texts go by numbers: first the documents, then those that are gone, of which there are only
annotations, then the annotation files; each in the order in which the snapshot has them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from search_index.queries.query import Term
from search_index.ranking import Lengths
from search_index.scope import scope_of
from search_index.snapshot import Signature, Snapshot
from search_index.terms import needed
from search_index.whoosh_engine.evidence import Evidence, evidence_in
from search_index.whoosh_engine.shards import Entry, Shard
from search_index.whoosh_engine.vocabulary import Known

_KEPT = 400_000
"""Texts, counted for each term that holds them, of which is kept what was read."""

_NOT_HERE = -1


class Damaged(Exception):
    """The index cannot be read; its texts have to be."""


class Place(NamedTuple):
    """Where the index has a text: the shard, and its number there."""

    shard: int
    number: int
    entry: Entry
    signature: Signature


class View:
    """The texts of ``snapshot``, for one thread."""

    def __init__(
        self, snapshot: Snapshot, shards: Sequence[Shard], places: Mapping[str, Place]
    ) -> None:
        self.snapshot = snapshot
        annotated = dict.fromkeys(record.path for record in snapshot.records)
        gone = [path for path in annotated if path not in snapshot.documents]
        self.keys = [*snapshot.documents, *gone, *(record.key for record in snapshot.records)]
        self._shards = shards
        current = _current(snapshot, places)
        self._numbers = _numbers(self.keys, current, shards)
        known = frozenset(
            number
            for number, key in enumerate(self.keys)
            if key in current and not current[key].entry.scanned
        )
        self.paths = list(snapshot.documents)
        """The documents by their numbers."""
        self.documents = scope_of(range(len(self.paths)), known)
        self.first_record = len(self.keys) - len(snapshot.records)
        """The number of the first annotation file; the others follow."""
        self.records = scope_of(range(self.first_record, len(self.keys)), known)
        self.up_to_date = sum(path in current for path in self.paths)
        """How many documents it has looked at as they are now."""
        self.indexed = current.keys() >= snapshot.documents.keys()
        """Whether it has looked at all documents as they are now."""
        sizes = [state.size for state in snapshot.documents.values()]
        self.lengths = Lengths(sizes + [1] * len(gone))
        self._by_key: dict[str, int] = {}
        self._kept: OrderedDict[Term, Evidence | None] = OrderedDict()
        self._weight = 0

    def number(self, key: str) -> int:
        """The number of a document or an annotation file; raises KeyError where there is none."""
        if not self._by_key:
            self._by_key = {key: number for number, key in enumerate(self.keys)}
        return self._by_key[key]

    def evidence(self, term: Term) -> Evidence | None:
        """Which of the known texts may hold ``term``; None where the index cannot tell.

        Raises Damaged.
        """
        if term in self._kept:
            self._kept.move_to_end(term)
            return self._kept[term]
        try:
            found = self._evidence(term)
        except Exception as error:  # a damaged index raises anything
            raise Damaged from error
        self._keep(term, found)
        return found

    def parts(self) -> Iterator[tuple[Shard, list[int]]]:
        """The shards, each with the numbers here of its texts, below 0 where it is asked no more.

        Reading a damaged one may raise anything.
        """
        return zip(self._shards, self._numbers, strict=True)

    def completions(self, prefix: str) -> list[Known]:
        """The terms of the index that begin with ``prefix``, which is folded; the commonest first.

        How often each stands in the texts counts texts that have changed since. Raises Damaged.
        """
        found: dict[str, int] = {}
        try:
            for shard in self._shards:
                for known in shard.vocabulary.beginning_with(prefix):
                    found[known.term] = found.get(known.term, 0) + known.frequency
        except Exception as error:
            raise Damaged from error
        return sorted((Known(*pair) for pair in found.items()), key=lambda one: -one.frequency)

    def _evidence(self, term: Term) -> Evidence | None:
        wanted = needed(term)
        if not self._shards:
            return None
        counts: dict[int, int] = {}
        titled: set[int] = set()
        exact = True
        for shard, numbers in zip(self._shards, self._numbers, strict=True):
            found = evidence_in(shard, wanted)
            if found is None:
                return None
            here = map(numbers.__getitem__, found.counts)
            counts.update(zip(here, found.counts.values(), strict=True))
            titled.update(map(numbers.__getitem__, found.titled))
            exact = exact and found.exact
        counts.pop(_NOT_HERE, None)
        titled.discard(_NOT_HERE)
        return Evidence(counts, exact, frozenset(titled))

    def _keep(self, term: Term, found: Evidence | None) -> None:
        self._kept[term] = found
        self._weight += _weight(found)
        while self._weight > _KEPT and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._weight -= _weight(dropped)


def _current(snapshot: Snapshot, places: Mapping[str, Place]) -> dict[str, Place]:
    """What is indexed as it stands in ``snapshot``.

    A document goes with what is written about it, since that tells its encoding.
    """
    current = {
        key: place
        for key, signature in snapshot.by_key()
        if (place := places.get(key)) and place.signature == signature
    }
    for record in snapshot.records:
        if record.key not in current:
            current.pop(record.path, None)
    return current


def _numbers(
    keys: Sequence[str], current: Mapping[str, Place], shards: Sequence[Shard]
) -> list[list[int]]:
    """For each shard, the numbers here of the texts that it answers for, by their numbers there."""
    numbers = [[_NOT_HERE] * len(shard.entries) for shard in shards]
    for number, key in enumerate(keys):
        if place := current.get(key):
            numbers[place.shard][place.number] = number
    return numbers


def _weight(found: Evidence | None) -> int:
    return 8 + (len(found.counts) if found else 0)
