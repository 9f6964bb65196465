"""What is saved next: a mark that moves to another document leaves the old one last.

Such a move is two changes in two files. Neither order of saving may leave the mark in memory alone:
it is taken out of the old file only when it is on disk in the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.model import Annotation, Change
from tui.save_batches import Batch

_MOST_TOGETHER = 64
_MOST_TEXT = 4_000_000
"""Files, and code points of their documents, that are saved at once: it is seconds until a disk
has more, and they are in memory until then."""


class Ready(NamedTuple):
    """The changes of a waiting batch that can be saved now.

    ``moved_from`` are the annotations among them that come from other documents, by the path of
    that, as they stand there.
    """

    batch: Batch
    changes: dict[str, Change]
    moved_from: dict[str, list[Annotation]]


def next_save(batches: Sequence[Batch]) -> Ready | None:
    """What to save next of what waits; None where all of it has to wait on."""
    return next(_all_ready(batches), None)


def next_saves(batches: Sequence[Batch]) -> list[Ready]:
    """What to save next, together: of each document only what comes first of it.

    What comes from another document is saved by itself, for it then leaves that.
    """
    group: dict[str, Ready] = {}
    room = _MOST_TEXT
    for ready in _all_ready(batches):
        document = ready.batch.document
        room -= len(document.text)
        if group and (ready.moved_from or room < 0 or len(group) == _MOST_TOGETHER):
            break
        group.setdefault(document.path, ready)
        if ready.moved_from:
            break
    return [*group.values()]


def _all_ready(batches: Sequence[Batch]) -> Iterator[Ready]:
    """All that could be saved now, if it were the next."""
    places = _Places(batches)
    for batch in batches:
        if batch.held:
            continue
        path = batch.document.path
        changes = {i: c for i, c in batch.changes.items() if not places.has_to_wait(path, i, c)}
        if changes or not batch.changes:  # nothing is left of what was taken back
            yield Ready(batch, changes, places.moved_from(path, changes))


class _Places:
    """In which documents annotations wait to be saved: of those that do in several."""

    def __init__(self, batches: Sequence[Batch]) -> None:
        self._several: dict[str, list[tuple[str, Change]]] = {}
        if len(batches) < 2:
            return
        first: dict[str, tuple[str, Change]] = {}
        for batch in batches:
            path = batch.document.path
            for identifier, change in batch.changes.items():
                there = first.setdefault(identifier, (path, change))
                if there[1] is not change:
                    self._several.setdefault(identifier, [there]).append((path, change))

    def _elsewhere(self, path: str, identifier: str) -> Iterator[tuple[str, Change]]:
        return (one for one in self._several.get(identifier, ()) if one[0] != path)

    def has_to_wait(self, path: str, identifier: str, change: Change) -> bool:
        """Whether this takes out an annotation that waits to be saved in another document."""
        if change.after is not None:
            return False
        return any(one.after is not None for _, one in self._elsewhere(path, identifier))

    def moved_from(self, path: str, changes: dict[str, Change]) -> dict[str, list[Annotation]]:
        """The annotations among ``changes`` that come from other documents, by those."""
        found: dict[str, list[Annotation]] = {}
        for identifier, change in changes.items():
            if change.before is not None or change.after is None:
                continue
            for other, one in self._elsewhere(path, identifier):
                if one.before is not None and one.after is None:
                    found.setdefault(other, []).append(one.before)
        return found
