"""One change to many annotations: a tag put on or taken off, a status set, all of them deleted.

Each function leaves other authors' annotations out, and those that are so already; ``reckoned``
tells how many those are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from annotations.decisions import is_verdict, with_status
from annotations.model import Anchor, Annotation, Change, PlacedAnnotation, now
from annotations.palette import Palette, falls_under
from annotations.tag_renaming import PlacedChange


class Reckoning(NamedTuple):
    """How many annotations a change is carried out on, and why not on the others.

    ``already`` are so without it, ``no_claims`` cannot be decided on, ``unsettled`` are claims
    whose words changed or whose place is only proposed, ``others`` are other authors'.
    """

    changed: int
    already: int = 0
    no_claims: int = 0
    others: int = 0
    unsettled: int = 0

    def rest(self) -> str:
        """Those that stay as they are, in words; empty where there is none."""
        parts = (
            (self.already, "so already"),
            (self.no_claims, "no claim" if self.no_claims == 1 else "no claims"),
            (self.others, "of others"),
            (self.unsettled, "whose text changed"),
        )
        return ", ".join(f"{number} {words}" for number, words in parts if number)


def reckoned(
    annotations: Iterable[PlacedAnnotation],
    author: str,
    changed: int,
    claims_of: Palette | None = None,
) -> Reckoning:
    """Why only ``changed`` of these change; with ``claims_of`` none that is no claim could."""
    everything = list(annotations)
    own = [one for one in everything if one.author == author]
    claims = [one for one in own if claims_of is None or is_claim(one.annotation, claims_of)]
    unsettled = sum(map(is_unsettled, claims)) if claims_of else 0
    already = len(claims) - unsettled - changed
    no_claims, others = len(own) - len(claims), len(everything) - len(own)
    return Reckoning(changed, already, no_claims, others, unsettled)


def is_unsettled(placed: PlacedAnnotation) -> bool:
    """Whether other words stand at its place than it marks, or the place is only proposed.

    A decision on many cannot be on words that nobody sees.
    """
    return placed.anchor in (Anchor.CHANGED, Anchor.REVIEW)


def is_claim(annotation: Annotation, palette: Palette) -> bool:
    """Whether there is something to decide on: a claim, or an answer to one."""
    return bool(annotation.status) or palette.asks_review(annotation.tags)


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
    """The changes that decide on the claims among these; what is no claim is left alone.

    So are claims of which other words are there than are marked. What was decided so on other
    words is decided anew.
    """

    def decide(one: Annotation) -> Annotation:
        return with_status(one, status, author) if is_claim(one, palette) else one

    settled = (one for one in annotations if not is_unsettled(one))
    return _changes(settled, author, decide, moment)


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
