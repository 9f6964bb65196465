"""What the reader is told of two edits of one annotation that were made at the same time. Pure.

The sides are told by what stands and by when the other was written: a file does not say in which
program, and "here" would mean the one thing to this reader and the other to the next.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from annotations.conflicts import Choice, choices, side
from annotations.model import Annotation, Conflict
from tui.visible import visible

FIELDS = {"note": "two notes", "status": "two statuses", "place": "two passages"}
_TOLD = {"status": "its status is", "note": "its note is", "place": "it marks"}
_SHORT = 40
"""Code points of each side that are told in a line."""


class Offer(NamedTuple):
    """What can be chosen: what it is, and the words that would stand then; neither is made safe."""

    choice: Choice
    label: str
    words: str


def offers(annotation: Annotation, conflict: Conflict) -> Iterator[Offer]:
    """What can be chosen in a conflict, what stands now first."""
    for choice in choices(conflict):
        words = side(annotation, conflict, choice)
        yield Offer(choice, _label(conflict, choice), words or f"no {conflict.field}")


def told(annotation: Annotation, conflict: Conflict, key: str) -> str:
    """A line on a conflict that has just come about; ``key`` opens what decides it."""
    theirs = _quoted(side(annotation, conflict, Choice.THEIRS), conflict)
    if conflict.field == "note":
        line = f"Two notes were written at once: both stand, that of {_when(conflict)} is {theirs}"
    else:
        ours = _quoted(side(annotation, conflict, Choice.OURS), conflict)
        gave_way = f"{theirs}, of {_when(conflict)}, gave way"
        line = f"Two edits at once: {_TOLD[conflict.field]} {ours} now; {gave_way}"
    return f"{line}: {visible(key)} decides" if key else line


def _label(conflict: Conflict, choice: Choice) -> str:
    is_note = conflict.field == "note"
    if choice is Choice.THEIRS:
        return f"{'the part of' if is_note else 'gave way,'} {_when(conflict)}"
    if choice is Choice.BOTH:
        return "both, as it is now"
    return "the other part" if is_note else "as it is now"


def _when(conflict: Conflict) -> str:
    return f"{conflict.modified.astimezone():%d %b %H:%M}"


def _quoted(words: str, conflict: Conflict) -> str:
    words = " ".join(words.split())
    if not words:
        return f"no {conflict.field}"
    return f"“{visible(words[:_SHORT])}{'…' if len(words) > _SHORT else ''}”"
