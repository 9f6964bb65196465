"""One change to many annotations: a tag put on or taken off, a status set, all of them deleted.

Each function leaves other authors' annotations out, and those that are so already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from annotations.decisions import is_verdict
from annotations.model import Annotation, Change, PlacedAnnotation, now
from annotations.palette import Palette, falls_under
from annotations.tag_renaming import PlacedChange


def put_tag(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    tag: str,
    palette: Palette,
    moment: datetime | None = None,
) -> list[PlacedChange]:
    """The changes that put ``tag`` on; what becomes a claim by it is open."""

    def put(one: Annotation) -> Annotation:
        tags = one.tags if tag in one.tags else (*one.tags, tag)
        return replace(one, tags=tags, status=one.status or palette.initial_status(tags))

    return _changes(annotations, author, put, moment)


def take_tag(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    tag: str,
    palette: Palette,
    moment: datetime | None = None,
) -> list[PlacedChange]:
    """The changes that take ``tag``, and the tags under it, off.

    What is no claim any more has no status, but an answer keeps its decision on another's claim;
    an annotation left without tag, note and such a decision is deleted.
    """

    def take(one: Annotation) -> Annotation | None:
        tags = tuple(name for name in one.tags if not falls_under(name, tag))
        if len(tags) == len(one.tags):
            return one
        verdict = is_verdict(one, palette.open_status)
        status = one.status if verdict or palette.asks_review(tags) else ""
        return replace(one, tags=tags, status=status) if tags or one.note or verdict else None

    return _changes(annotations, author, take, moment)


def set_status(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    status: str,
    palette: Palette,
    moment: datetime | None = None,
) -> list[PlacedChange]:
    """The changes that decide on the claims among these; what is no claim is left alone."""

    def decide(one: Annotation) -> Annotation:
        is_claim = bool(one.status) or palette.asks_review(one.tags)
        return replace(one, status=status) if is_claim else one

    return _changes(annotations, author, decide, moment)


def delete(annotations: Iterable[PlacedAnnotation], author: str) -> list[PlacedChange]:
    """The changes that delete them."""
    return _changes(annotations, author, lambda one: None, None)


def _changes(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    edit: Callable[[Annotation], Annotation | None],
    moment: datetime | None,
) -> list[PlacedChange]:
    when = moment or now()
    changes = []
    for placed in annotations:
        before = placed.annotation
        if placed.author != author or (after := edit(before)) == before:
            continue
        stamped = replace(after, modified=when) if after is not None else None
        changes.append((placed.document, Change(before, stamped)))
    return changes
