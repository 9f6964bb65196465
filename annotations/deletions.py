"""What is left of a deleted annotation, so that an older copy of its file does not bring it back.

A deletion that left nothing could not be told from an annotation that another copy of the file
does not have yet. So the annotation's table stays for a while, with nothing in it but ``deleted``,
and when it was last changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from annotations.model import Annotation, Change, now

KEPT = timedelta(days=90)
"""How long a deletion is remembered: a copy that was away for longer is merged by hand."""

MOST_KEPT = 500
"""Deletions that one file remembers; the oldest give way."""

_UNSEEN = timedelta(minutes=1)
"""What is taken back so soon after it was made has not travelled, and leaves no trace."""


def remains(annotation: Annotation, moment: datetime) -> Annotation | None:
    """What is left of ``annotation`` when it is deleted; None for one that was only just made."""
    if timedelta(0) <= moment - annotation.created < _UNSEEN:
        return None
    return trace(annotation, moment)


def trace(annotation: Annotation, moment: datetime) -> Annotation:
    """What is left of ``annotation`` where it stood, however lately it was made.

    What went along with its document is known by it.
    """
    return Annotation(
        id=annotation.id,
        start=None,
        end=None,
        created=annotation.modified,
        modified=annotation.modified,
        deleted=moment,
    )


def revived(change: Change, deleted: Mapping[str, Annotation]) -> Change:
    """The change, such that what it lets stand again passes for newer than its deletion."""
    after = change.after
    if after is None or after.id not in deleted:
        return change
    newer = max(now(), deleted[after.id].modified + timedelta(seconds=1))
    return Change(change.before, replace(after, modified=newer))


def outlived(deleted: Iterable[Annotation], moment: datetime) -> set[str]:
    """The ids of deletions that need no longer be remembered."""
    newest_first = sorted(deleted, key=lambda one: one.deleted or one.modified, reverse=True)
    return {
        one.id
        for number, one in enumerate(newest_first)
        if number >= MOST_KEPT or (one.deleted is not None and moment - one.deleted > KEPT)
    }


def come_back(
    annotations: Iterable[Annotation], deleted: Mapping[str, Annotation]
) -> dict[str, Annotation]:
    """The annotations of an older copy that had been deleted, each with what was left of it.

    One that was changed after the one that was deleted is no older copy: somebody's edit counts
    for more than a deletion.
    """
    if not deleted:
        return {}
    return {
        one.id: deleted[one.id]
        for one in annotations
        if one.id in deleted and one.modified <= deleted[one.id].modified
    }
