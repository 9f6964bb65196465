"""The index as a search sees it: which texts it knows, and where words may stand.

This is all that the rest of the program knows of the engine underneath.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from search_index.catalogue import Catalogue, catalogue_state, read_catalogue
from search_index.query import Term
from search_index.sealed import FileState, NotOurs
from search_index.shards import Entry, Shard, ShardName
from search_index.snapshot import Signature, Snapshot
from search_index.terms import Needed, needed


class Damaged(Exception):
    """The index cannot be read; its texts have to be."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The texts in which a term may stand; where ``exact``, with how often it does."""

    counts: Mapping[str, int]
    exact: bool


class _Place(NamedTuple):
    shard: int
    number: int
    entry: Entry
    signature: Signature


class Index:
    """The index in ``folder``, for one thread; empty where there is none to be believed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._state: FileState | None = None
        self._shards: list[Shard] = []
        self._places: dict[str, _Place] = {}
        self.touched: Mapping[str, Signature] = {}

    def refresh(self) -> None:
        """Takes up what a builder has written, and lets go of what was damaged meanwhile."""
        state = catalogue_state(self._folder) if self._folder else None
        if state == self._state and all(shard.is_intact() for shard in self._shards):
            return
        kept = {shard.name: shard for shard in self._shards if shard.is_intact()}
        self._shards, self._places, self.touched, self._state = [], {}, {}, state
        if state is None or self._folder is None:
            return
        try:
            catalogue = read_catalogue(self._folder)
        except NotOurs:
            return
        for name in catalogue.shards:
            try:
                self._shards.append(kept[name] if name in kept else Shard(self._folder, name))
            except (NotOurs, KeyError, TypeError, ValueError):
                continue  # its texts are searched by scanning until it has been rebuilt
        self._places = _places(self._shards, catalogue)
        self.touched = {
            key: self._places[key].signature
            for key in catalogue.touched.keys() & self._places.keys()
        }

    def drop(self) -> None:
        """Lets go of everything; the next refresh begins anew."""
        self._state, self._shards, self._places, self.touched = None, [], {}, {}

    def entries(self) -> dict[str, Entry]:
        """What is indexed, with the signature last seen."""
        return {
            key: place.entry._replace(signature=place.signature)
            for key, place in self._places.items()
        }

    def live(self) -> dict[ShardName, list[str]]:
        """The shards that can be read, oldest first, and the texts each of them answers for."""
        live: dict[ShardName, list[str]] = {shard.name: [] for shard in self._shards}
        for key, place in self._places.items():
            live[self._shards[place.shard].name].append(key)
        return live

    def current(self, snapshot: Snapshot) -> dict[str, Entry]:
        """What is indexed as it stands in ``snapshot``.

        A document goes with what is written about it, since that tells its encoding.
        """
        places = self._places
        current = {
            key: place.entry
            for key, signature in snapshot.by_key()
            if (place := places.get(key)) and place.signature == signature
        }
        for record in snapshot.records:
            if record.key not in current:
                current.pop(record.path, None)
        return current

    def evidence(self, term: Term) -> Evidence | None:
        """Where ``term`` may stand; None where the index cannot tell. Raises Damaged."""
        wanted = needed(term)
        if not wanted.terms and not wanted.prefix:
            return None
        counts: dict[str, int] = {}
        for number, shard in enumerate(self._shards):
            try:
                found = _holding(shard, wanted)
            except Exception as error:  # a damaged index raises anything
                raise Damaged from error
            if found is None:
                return None
            for text, count in found.items():
                key = shard.entries[text].key
                place = self._places[key]
                if (place.shard, place.number) == (number, text):
                    counts[key] = count
        return Evidence(counts, wanted.exact)


def _places(shards: list[Shard], catalogue: Catalogue) -> dict[str, _Place]:
    places = {
        entry.key: _Place(number, text, entry, entry.signature)
        for number, shard in enumerate(shards)
        for text, entry in enumerate(shard.entries)
    }
    for key, signature in catalogue.touched.items():
        if key in places:
            places[key] = places[key]._replace(signature=signature)
    return places


def _holding(shard: Shard, wanted: Needed) -> Mapping[int, int] | None:
    """The texts of a shard that hold all that is needed, with the count of the rarest part."""
    parts = [shard.postings(term) for term in wanted.terms]
    if wanted.prefix:
        begun = shard.beginning_with(wanted.prefix)
        if begun is None:
            return None
        parts.append(dict(begun))
    parts.sort(key=len)
    first, *others = parts
    return {
        number: min(count, *(part[number] for part in others)) if others else count
        for number, count in first.items()
        if all(number in part for part in others)
    }
