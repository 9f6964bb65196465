"""Choosing between two edits of one annotation that were made at the same time.

A merge lets one of them stand and keeps the other in the annotation's ``conflicts``, in its file.
What the reader chooses is an edit like any other: ``Change(annotation, settled(…))``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from annotations.merging import SEPARATOR, joined_notes
from annotations.model import Annotation, Conflict, PlacedAnnotation, now


class Choice(StrEnum):
    """What is to stand: what does now, what the other program wrote, or both (of notes)."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


def undecided(annotations: Iterable[PlacedAnnotation]) -> list[PlacedAnnotation]:
    """The annotations that wait for a choice, in the order given."""
    return [placed for placed in annotations if placed.annotation.conflicts]


def asks(placed: PlacedAnnotation | None) -> bool:
    """Whether an annotation waits for a choice."""
    return placed is not None and bool(placed.annotation.conflicts)


def choices(conflict: Conflict) -> tuple[Choice, ...]:
    """What can be chosen in a conflict, what stands now first."""
    if conflict.field == "note":
        return (Choice.BOTH, Choice.OURS, Choice.THEIRS)
    return (Choice.OURS, Choice.THEIRS)


def side(annotation: Annotation, conflict: Conflict, choice: Choice) -> str:
    """What would stand after a choice, as text: the note, the status, or the marked passage."""
    chosen = _chosen(annotation, conflict, choice)
    return chosen.exact if conflict.field == "place" else str(getattr(chosen, conflict.field))


def settled(
    annotation: Annotation, conflict: Conflict, choice: Choice, moment: datetime | None = None
) -> Annotation:
    """The annotation after the reader's choice; the conflict is off it."""
    chosen = _chosen(annotation, conflict, choice)
    left = tuple(one for one in annotation.conflicts if one != conflict)
    return replace(chosen, conflicts=left, modified=moment or now())


def _chosen(annotation: Annotation, conflict: Conflict, choice: Choice) -> Annotation:
    if choice is Choice.BOTH or (choice is Choice.OURS and conflict.field != "note"):
        return annotation
    values = dict(conflict.values)
    if choice is Choice.THEIRS:
        return replace(annotation, **values)  # type: ignore[arg-type]
    theirs = str(values["note"]).split(SEPARATOR)
    ours = [part for part in annotation.note.split(SEPARATOR) if part not in theirs]
    return replace(annotation, note=joined_notes(*ours))
