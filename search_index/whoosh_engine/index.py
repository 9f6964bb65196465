"""The index in a folder, as its builder and a search open it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from search_index.engine import Holdings, Place
from search_index.sealed import FileState, NotOurs
from search_index.whoosh_engine.catalogue import Catalogue, catalogue_state, read_catalogue

if TYPE_CHECKING:
    from search_index.snapshot import Signature
    from search_index.whoosh_engine.shards import Entry, Shard, ShardName
    from search_index.whoosh_engine.tokens import Room


class Index:
    """The index in ``folder``, for one thread; empty where there is none to be believed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._state: FileState | None = None
        self._shards: list[Shard] = []
        self._holdings = Holdings()
        self._room: Room | None = None
        self.touched: Mapping[str, Signature] = {}

    def refresh(self) -> Holdings:
        """Takes up what a builder has written, and lets go of what was damaged meanwhile."""
        state = catalogue_state(self._folder) if self._folder else None
        if state == self._state and self.is_intact():
            return self._holdings
        kept = {shard.name: shard for shard in self._shards if shard.is_intact()}
        self.drop()
        self._state = state
        if state is None or self._folder is None:
            return self._holdings
        try:
            catalogue = read_catalogue(self._folder)
        except NotOurs:
            return self._holdings
        self._shards = list(self._opened(self._folder, catalogue, kept))
        self._take_up(catalogue)
        return self._holdings

    def _opened(
        self, folder: Path, catalogue: Catalogue, kept: Mapping[ShardName, Shard]
    ) -> Iterator[Shard]:
        """The shards that can be read; they share the room for what they keep in memory."""
        from search_index.whoosh_engine.shards import Shard
        from search_index.whoosh_engine.tokens import Room

        if self._room is None:
            self._room = Room()
        for name in catalogue.shards:
            try:
                yield kept[name] if name in kept else Shard(folder, name, self._room)
            except (NotOurs, KeyError, TypeError, ValueError, OverflowError):
                continue  # its texts are searched by scanning until it has been rebuilt

    def _take_up(self, catalogue: Catalogue) -> None:
        from search_index.whoosh_engine.parts import ShardPart

        places = _places(self._shards, catalogue)
        self._holdings = Holdings([ShardPart(shard) for shard in self._shards], places)
        self.touched = {
            key: places[key].signature for key in catalogue.touched.keys() & places.keys()
        }

    def is_intact(self) -> bool:
        """Whether nothing has touched the shards since they were opened."""
        return all(shard.is_intact() for shard in self._shards)

    def drop(self) -> None:
        """Lets go of everything; the next refresh begins anew."""
        self._state, self._shards, self._holdings, self.touched = None, [], Holdings(), {}

    def entries(self) -> dict[str, Entry]:
        """What is indexed, with the signature last seen."""
        return {
            key: self._shards[place.part].entries[place.number]._replace(signature=place.signature)
            for key, place in self._holdings.places.items()
        }

    def characters(self) -> dict[ShardName, int]:
        """How many code points all texts of each shard have, of those too that count no more."""
        return {shard.name: sum(each.length for each in shard.entries) for shard in self._shards}

    def live(self) -> dict[ShardName, list[str]]:
        """The shards that can be read, oldest first, and the texts each of them answers for."""
        live: dict[ShardName, list[str]] = {shard.name: [] for shard in self._shards}
        for key, place in self._holdings.places.items():
            live[self._shards[place.part].name].append(key)
        return live


def _places(shards: list[Shard], catalogue: Catalogue) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for part, shard in enumerate(shards):
        places.update(shard.places(part))
    for key, signature in catalogue.touched.items():
        if key in places:
            places[key] = places[key]._replace(signature=signature)
    return places
