"""Removes the index of a workspace, which need not exist any more."""

from __future__ import annotations

from pathlib import Path

from annotations.forgetting import Kept, remove, remove_if_empty, size_of
from annotations.locking import LockHeld, locked
from search_index.indexing.places import LOCK, index_place


def kept_index(root: Path) -> list[Kept]:
    """The index of the workspace at ``root``, if there is one."""
    place = index_place(root)
    return [Kept("search index", place, size_of(place))] if place.exists() else []


def forget_index(root: Path, patience: float = 0.0) -> bool:
    """Removes all that is kept to search the workspace at ``root``; whether nothing is left of it.

    Programs that search go on without. A builder at work is waited for ``patience`` seconds.
    Raises OSError.
    """
    place = index_place(root)
    if place.is_symlink():
        place.unlink()
    if not place.is_dir():
        return True
    try:
        with locked(place / LOCK, patience):
            for file in list(place.iterdir()):
                remove(file)
    except LockHeld:
        return False
    remove_if_empty(place)
    return True
