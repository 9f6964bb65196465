"""The list of the index's shards.

``index.json`` is replaced as a whole when a batch is done, so a reader always sees an index that
is complete in itself, and a builder that is killed loses no more than its last batch. Where two
shards know the same text, the later one counts.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from search_index.sealed import (
    FileState,
    NotOurs,
    check_folder,
    file_state,
    read_sealed,
    write_sealed,
)
from search_index.snapshot import Signature

if TYPE_CHECKING:
    from search_index.whoosh_engine.shards import ShardName

CATALOGUE = "index.json"
"""The file that lists the shards."""

_VERSION = 17
_NONE: Mapping[str, Signature] = MappingProxyType({})


class Catalogue(NamedTuple):
    """The shards, oldest first; ``touched`` are texts whose files are newer, but hold the same."""

    shards: tuple[ShardName, ...] = ()
    touched: Mapping[str, Signature] = _NONE


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue in ``folder``; raises NotOurs where there is none to be believed."""
    from search_index.whoosh_engine.shards import ShardName

    check_folder(folder)
    content = read_sealed(folder / CATALOGUE)
    try:
        if content["version"] != _versions():
            raise NotOurs(folder)
        shards = tuple(ShardName(str(name), str(seal)) for name, seal in content["shards"])
        touched = {key: Signature(*map(int, pair)) for key, pair in content["touched"].items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotOurs(folder) from None
    if any("/" in shard.folder or "\0" in shard.folder for shard in shards):
        raise NotOurs(folder)
    return Catalogue(shards, touched)


def write_catalogue(folder: Path, catalogue: Catalogue) -> None:
    """Replaces the catalogue in ``folder``. Raises OSError."""
    content = {
        "version": _versions(),
        "shards": catalogue.shards,
        "touched": catalogue.touched,
    }
    write_sealed(folder / CATALOGUE, content)


def catalogue_state(folder: Path) -> FileState | None:
    """What changes when the catalogue is replaced; None where there is none of ours."""
    try:
        return file_state(folder / CATALOGUE)
    except NotOurs:
        return None


def _versions() -> list[object]:
    """What an index must have been made with: another Python may see other words in a text."""
    return [_VERSION, sys.byteorder, *sys.version_info[:3]]
