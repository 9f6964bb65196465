"""The index in a folder, as its builder and a search open it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from search_index.snapshot import Signature, Snapshot
from search_index.view import Place, View
from search_index.whoosh_engine.catalogue import Catalogue, catalogue_state, read_catalogue
from search_index.whoosh_engine.sealed import FileState, NotOurs
from search_index.whoosh_engine.shards import Entry, Shard, ShardName
from search_index.whoosh_engine.tokens import Room


class Index:
    """The index in ``folder``, for one thread; empty where there is none to be believed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._state: FileState | None = None
        self._shards: list[Shard] = []
        self._places: dict[str, Place] = {}
        self._view: View | None = None
        self._room = Room()
        self.touched: Mapping[str, Signature] = {}

    def refresh(self) -> None:
        """Takes up what a builder has written, and lets go of what was damaged meanwhile."""
        state = catalogue_state(self._folder) if self._folder else None
        if state == self._state and all(shard.is_intact() for shard in self._shards):
            return
        kept = {shard.name: shard for shard in self._shards if shard.is_intact()}
        self.drop()
        self._state = state
        if state is None or self._folder is None:
            return
        try:
            catalogue = read_catalogue(self._folder)
        except NotOurs:
            return
        for name in catalogue.shards:
            try:
                self._shards.append(
                    kept[name] if name in kept else Shard(self._folder, name, self._room)
                )
            except (NotOurs, KeyError, TypeError, ValueError, OverflowError):
                continue  # its texts are searched by scanning until it has been rebuilt
        self._places = _places(self._shards, catalogue)
        self.touched = {
            key: self._places[key].signature
            for key in catalogue.touched.keys() & self._places.keys()
        }

    def drop(self) -> None:
        """Lets go of everything; the next refresh begins anew."""
        self._state, self._shards, self._places, self.touched = None, [], {}, {}
        self._view = None

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

    def view(self, snapshot: Snapshot) -> View:
        """What the index knows of the texts as they stand in ``snapshot``."""
        if self._view is None or self._view.snapshot is not snapshot:
            self._view = View(snapshot, self._shards, self._places)
        return self._view


def _places(shards: list[Shard], catalogue: Catalogue) -> dict[str, Place]:
    places = {
        entry.key: Place(number, text, entry, entry.signature)
        for number, shard in enumerate(shards)
        for text, entry in enumerate(shard.entries)
    }
    for key, signature in catalogue.touched.items():
        if key in places:
            places[key] = places[key]._replace(signature=signature)
    return places
