"""Links between annotations: who says what of which, seen from both ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from annotations.model import Annotation, Link, LinkKind, PlacedAnnotation, now

MOST_WORDS = 160
"""Code points of the other end's words that a link keeps at most."""


class Linked(NamedTuple):
    """A link, from the annotation that it was made in; ``target`` is None where that is gone."""

    source: PlacedAnnotation
    link: Link
    target: PlacedAnnotation | None


class Ends(NamedTuple):
    """The links that begin at an annotation, and those that lead to it."""

    outgoing: list[Linked]
    incoming: list[Linked]


def link_to(target: PlacedAnnotation, kind: LinkKind) -> Link:
    """A link of this kind to an annotation."""
    words = target.annotation.exact[:MOST_WORDS]
    return Link(kind, target.annotation.id, target.document, target.author, words)


def linked(annotation: Annotation, link: Link, moment: datetime | None = None) -> Annotation:
    """The annotation with a link more; in the place of one of another kind to the same target."""
    others = tuple(one for one in annotation.links if one.target != link.target)
    return replace(annotation, links=(*others, link), modified=moment or now())


def unlinked(annotation: Annotation, link: Link, moment: datetime | None = None) -> Annotation:
    """The annotation without that link."""
    left = tuple(one for one in annotation.links if one != link)
    return replace(annotation, links=left, modified=moment or now())


def all_links(annotations: Iterable[PlacedAnnotation]) -> list[Linked]:
    """Every link in ``annotations``, which are all there are, with the annotation it leads to.

    The id tells which one is meant; where several readers have it, its author does, and then its
    document.
    """
    everything = list(annotations)
    by_id: dict[str, list[PlacedAnnotation]] = {}
    for placed in everything:
        by_id.setdefault(placed.annotation.id, []).append(placed)
    return [
        Linked(placed, link, meant(link, by_id.get(link.target, [])))
        for placed in everything
        for link in placed.annotation.links
    ]


def dangling(annotations: Iterable[PlacedAnnotation]) -> list[Linked]:
    """The links in ``annotations``, which are all there are, that lead nowhere."""
    return [each for each in all_links(annotations) if each.target is None]


def links_at(links: Iterable[Linked], placed: PlacedAnnotation) -> Ends:
    """Of ``links``, those that begin at an annotation, and those that lead to it."""
    given = list(links)
    key = _key(placed)
    outgoing = [each for each in given if _key(each.source) == key]
    incoming = [each for each in given if each.target is not None and _key(each.target) == key]
    return Ends(outgoing, incoming)


def meant(link: Link, found: Iterable[PlacedAnnotation]) -> PlacedAnnotation | None:
    """Of the annotations with the id that a link names, the one that it leads to."""

    def fit(placed: PlacedAnnotation) -> tuple[bool, bool]:
        return (placed.author == link.author, placed.document == link.document)

    return max(found, key=fit, default=None)


def _key(placed: PlacedAnnotation) -> tuple[str, str, str]:
    return (placed.author, placed.document, placed.annotation.id)
