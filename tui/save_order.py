"""What is saved next: a mark that moves to another document leaves the old one last.

Such a move is two changes in two files. Neither order of saving may leave the mark in memory alone:
it is taken out of the old file only when it is on disk in the new one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotations.model import Annotation, Change
from tui.saving import Batch


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
    for batch in batches:
        if batch.held:
            continue
        others = [one for one in batches if one.document.path != batch.document.path]
        changes = {i: one for i, one in batch.changes.items() if not _has_to_wait(i, one, others)}
        if changes or not batch.changes:  # nothing is left of what was taken back
            return Ready(batch, changes, _moved_from(changes, others))
    return None


def _has_to_wait(identifier: str, change: Change, others: Sequence[Batch]) -> bool:
    """Whether this takes out an annotation that waits to be saved in another document."""
    if change.after is not None:
        return False
    return any(one.after is not None for _, one in _elsewhere(identifier, others))


def _moved_from(changes: dict[str, Change], others: Sequence[Batch]) -> dict[str, list[Annotation]]:
    found: dict[str, list[Annotation]] = {}
    for identifier, change in changes.items():
        if change.before is not None or change.after is None:
            continue
        for path, one in _elsewhere(identifier, others):
            if one.before is not None and one.after is None:
                found.setdefault(path, []).append(one.before)
    return found


def _elsewhere(identifier: str, others: Sequence[Batch]) -> Iterator[tuple[str, Change]]:
    return ((o.document.path, o.changes[identifier]) for o in others if identifier in o.changes)
