"""Two edits of one annotation, made apart, become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.model import Annotation, Conflict
from annotations.toml_entries import CONFLICT_FIELDS, conflict_over

SEPARATOR = "\n\n----\n\n"
"""Stands between two notes that were written at the same time."""

_SHORT = 40
"""Code points of its words that an annotation is named by."""

_T = TypeVar("_T")
_Hashable = TypeVar("_Hashable")


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a merge; ``conflict`` says in words what of theirs gave way, if anything."""

    annotation: Annotation | None
    conflict: str = ""


def merge(base: Annotation | None, ours: Annotation | None, theirs: Annotation | None) -> Merged:
    """The annotation that has the edits from ``base`` to ``ours`` and from ``base`` to ``theirs``.

    Field by field: where only one side changed it, that side's. Where both did, nothing is lost:
    ours stands, and theirs waits in the annotation's ``conflicts`` until somebody has chosen; two
    notes stand joined besides, unless that is what stood there before. Tags, links and decisions
    merge one by one. A deletion gives way to an edit made elsewhere, and an edit brings back what
    was deleted elsewhere.
    """
    if theirs is None:
        return _edit_of_what_was_deleted(base, ours)
    if ours is None:
        return _deletion(base, theirs)
    if theirs in (base, ours):
        return Merged(_asking_what_is_open(ours))
    return _both(base, ours, theirs)


def place_of(annotation: Annotation) -> tuple[object, ...]:
    """Everything that says where an annotation sits, and on which text."""
    return tuple(getattr(annotation, name) for name in CONFLICT_FIELDS["place"])


def with_place_of(annotation: Annotation, other: Annotation) -> Annotation:
    """``annotation`` where ``other`` sits."""
    return replace(
        annotation,
        start=other.start,
        end=other.end,
        exact=other.exact,
        prefix=other.prefix,
        suffix=other.suffix,
        text=other.text,
        anchor=other.anchor,
    )


def differs(one: Annotation, other: Annotation) -> bool:
    """Whether people said something else in the two; where they sit does not count."""
    return _said(one) != _said(other)


def joined_notes(*notes: str) -> str:
    """The notes as one, each part of them once."""
    parts = dict.fromkeys(part for note in notes for part in note.split(SEPARATOR))
    return SEPARATOR.join(part for part in parts if part)


def named(annotation: Annotation) -> str:
    """What to call an annotation in a line: by its words, with its id."""
    words = " ".join(annotation.exact.split())
    if not words:
        return f"annotation {annotation.id}"
    return f"“{words[:_SHORT]}{'…' if len(words) > _SHORT else ''}” ({annotation.id})"


def _edit_of_what_was_deleted(base: Annotation | None, ours: Annotation | None) -> Merged:
    if base is None or ours is None:
        return Merged(ours)
    return Merged(ours, "it was deleted elsewhere, and stays because you edited it")


def _deletion(base: Annotation | None, theirs: Annotation) -> Merged:
    """What they only moved, because the text did, can still be deleted; what they wrote cannot."""
    if base is not None and not differs(base, theirs):
        return Merged(None)
    return Merged(theirs, "it was edited elsewhere, and so was not deleted")


def _said(annotation: Annotation) -> tuple[object, ...]:
    one = annotation
    return (
        set(one.tags),
        one.note,
        one.status,
        set(one.links),
        set(one.history),
        set(one.conflicts),
        dict(one.extra),
        one.reply_to,
        one.source_author,
    )


def _both(base: Annotation | None, ours: Annotation, theirs: Annotation) -> Merged:
    was = base or _blank(theirs)
    seated = ours if place_of(ours) != place_of(was) or base is None else theirs
    result = replace(
        with_place_of(ours, seated),
        tags=_set(was.tags, ours.tags, theirs.tags),
        note=_note(was.note, ours.note, theirs.note),
        status=_pick(was.status, ours.status, theirs.status),
        created=min(ours.created, theirs.created),
        modified=max(ours.modified, theirs.modified),
        reply_to=_pick(was.reply_to, ours.reply_to, theirs.reply_to),
        source_author=_pick(was.source_author, ours.source_author, theirs.source_author),
        links=_set(was.links, ours.links, theirs.links),
        history=tuple(
            sorted(_set(was.history, ours.history, theirs.history), key=lambda one: one.date)
        ),
        extra=_extra(was.extra, ours.extra, theirs.extra),
    )
    fields = _in_conflict(was, ours, theirs)
    waiting = _set(was.conflicts, ours.conflicts, theirs.conflicts)
    waiting += tuple(conflict_over(field, theirs) for field in fields)
    result = _asking_what_is_open(replace(result, conflicts=waiting))
    return Merged(result, "; ".join(_told(field, result, ours, theirs) for field in fields))


def _blank(annotation: Annotation) -> Annotation:
    """The annotation before anybody said anything in it."""
    return replace(
        annotation,
        tags=(),
        note="",
        status="",
        reply_to=None,
        source_author=None,
        links=(),
        history=(),
        conflicts=(),
        extra={},
    )


def _pick(base: _T, ours: _T, theirs: _T) -> _T:
    return theirs if ours == base else ours


def _set(
    base: Sequence[_Hashable], ours: Sequence[_Hashable], theirs: Sequence[_Hashable]
) -> tuple[_Hashable, ...]:
    """Ours, without what they took off and with what they put on."""
    kept = [each for each in ours if each in theirs or each not in base]
    return tuple(dict.fromkeys([*kept, *(each for each in theirs if each not in base)]))


def _note(base: str, ours: str, theirs: str) -> str:
    if ours == base or theirs == base:
        return theirs if ours == base else ours
    joined = joined_notes(ours, theirs)
    return ours if joined == base else joined  # what reads as before would pass for not edited


def _extra(
    base: Mapping[str, object], ours: Mapping[str, object], theirs: Mapping[str, object]
) -> dict[str, object]:
    """Theirs, with the keys that we set, and without those that we took out."""
    set_here = {key: value for key, value in ours.items() if base.get(key) != value}
    taken_out = {key for key in base if key not in ours and theirs.get(key) == base[key]}
    return {k: v for k, v in {**theirs, **set_here}.items() if k not in taken_out}


def _in_conflict(base: Annotation, ours: Annotation, theirs: Annotation) -> list[str]:
    """The fields that both sides changed, each in its own way.

    A place counts as changed where another passage is marked: a passage that moved with its text
    is the same.
    """
    return [
        field
        for field, name in (("note", "note"), ("status", "status"), ("place", "exact"))
        if getattr(theirs, name) not in (getattr(base, name), getattr(ours, name))
        and getattr(ours, name) != getattr(base, name)
    ]


def _asking_what_is_open(annotation: Annotation) -> Annotation:
    """The annotation without the conflicts in which nothing else was said than what stands."""
    if not annotation.conflicts:
        return annotation
    by_values = {conflict.values: conflict for conflict in reversed(annotation.conflicts)}
    waiting = (one for one in annotation.conflicts if by_values[one.values] is one)
    return replace(annotation, conflicts=tuple(one for one in waiting if _asks(one, annotation)))


def _asks(conflict: Conflict, annotation: Annotation) -> bool:
    stands = all(getattr(annotation, name) == value for name, value in conflict.values)
    is_empty = conflict.values == (("note", ""),)  # then nothing would be lost
    return not (stands or is_empty)


def _told(field: str, result: Annotation, ours: Annotation, theirs: Annotation) -> str:
    if field == "status":
        stands = f'yours, "{ours.status}", stands until you choose'
        return f'its status was set to "{theirs.status}" elsewhere; {stands}'
    if field == "note" and result.note != joined_notes(ours.note, theirs.note):
        return "its note was edited elsewhere too; yours stands until you choose"
    if field == "note":
        return "its note was edited elsewhere too; both stand in it now"
    return "it was moved to another passage elsewhere; yours stands until you choose"
