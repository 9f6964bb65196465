"""Two edits of one annotation, made apart, become one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotations.model import Annotation

SEPARATOR = "\n\n----\n\n"
"""Stands between two notes that were written at the same time."""

_PLACE = ("start", "end", "exact", "prefix", "suffix", "text", "anchor")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes of a merge; ``conflict`` says in words what of theirs gave way, if anything."""

    annotation: Annotation | None
    conflict: str = ""


def merge(base: Annotation | None, ours: Annotation | None, theirs: Annotation | None) -> Merged:
    """The annotation that has the edits from ``base`` to ``ours`` and from ``base`` to ``theirs``.

    Field by field: where only one side changed it, that side's; where both did, ours, but no note
    is ever lost: two notes are joined. A deletion gives way to an edit made elsewhere, and an edit
    brings back what was deleted elsewhere.
    """
    if theirs is None or (base is not None and theirs == base):
        return Merged(ours)
    if ours is None:
        return _deletion(base, theirs)
    if theirs == ours:
        return Merged(ours)
    return _both(base, ours, theirs)


def place_of(annotation: Annotation) -> tuple[object, ...]:
    """Everything that says where an annotation sits, and on which text."""
    return tuple(getattr(annotation, name) for name in _PLACE)


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


def _deletion(base: Annotation | None, theirs: Annotation) -> Merged:
    """What they only moved, because the text did, can still be deleted; what they wrote cannot."""
    written = base is None or _said(base) != _said(theirs)
    if not written:
        return Merged(None)
    return Merged(theirs, "it was edited elsewhere, and so was not deleted")


def _said(annotation: Annotation) -> tuple[object, ...]:
    one = annotation
    return (set(one.tags), one.note, one.status, dict(one.extra), one.reply_to, one.source_author)


def _both(base: Annotation | None, ours: Annotation, theirs: Annotation) -> Merged:
    was = base or replace(
        theirs, tags=(), note="", status="", reply_to=None, source_author=None, extra={}
    )
    seated = ours if place_of(ours) != place_of(was) or base is None else theirs
    result = replace(
        with_place_of(ours, seated),
        tags=_tags(was.tags, ours.tags, theirs.tags),
        note=_note(was.note, ours.note, theirs.note),
        status=_pick(was.status, ours.status, theirs.status),
        created=min(ours.created, theirs.created),
        modified=max(ours.modified, theirs.modified),
        reply_to=_pick(was.reply_to, ours.reply_to, theirs.reply_to),
        source_author=_pick(was.source_author, ours.source_author, theirs.source_author),
        extra=_extra(was.extra, ours.extra, theirs.extra),
    )
    return Merged(result, _conflict(was, ours, theirs))


def _pick(base: _T, ours: _T, theirs: _T) -> _T:
    return theirs if ours == base else ours


def _tags(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[str, ...]:
    """Ours, without what they took off and with what they put on."""
    kept = [tag for tag in ours if tag in theirs or tag not in base]
    return tuple(dict.fromkeys([*kept, *(t for t in theirs if t not in base)]))


def _note(base: str, ours: str, theirs: str) -> str:
    if ours == base or theirs == base:
        return theirs if ours == base else ours
    parts = dict.fromkeys([*ours.split(SEPARATOR), *theirs.split(SEPARATOR)])
    return SEPARATOR.join(part for part in parts if part)


def _extra(
    base: Mapping[str, object], ours: Mapping[str, object], theirs: Mapping[str, object]
) -> dict[str, object]:
    """Theirs, with the keys that we set, and without those that we took out."""
    set_here = {key: value for key, value in ours.items() if base.get(key) != value}
    taken_out = {key for key in base if key not in ours and theirs.get(key) == base[key]}
    return {k: v for k, v in {**theirs, **set_here}.items() if k not in taken_out}


def _conflict(base: Annotation, ours: Annotation, theirs: Annotation) -> str:
    if theirs.status not in (base.status, ours.status) and ours.status != base.status:
        return f'its status was set to "{theirs.status}" elsewhere; yours, "{ours.status}", stands'
    if ours.note not in (base.note, theirs.note) and theirs.note != base.note:
        return "its note was edited elsewhere too; both stand in it now"
    return ""
