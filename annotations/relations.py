"""What annotations say of each other, links and replies, looked up from either end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from annotations.links import meant
from annotations.text_order import text_order

if TYPE_CHECKING:
    from annotations.model import Annotation, Link, PlacedAnnotation

ANSWERS = "answers"
"""The kind of the tie between a reply and what it answers, beside the kinds of links."""

_PASSIVE = {
    "supports": "supported by",
    "contradicts": "contradicted by",
    "repeats": "repeated by",
    "cites": "cited by",
    ANSWERS: "answered by",
}


class Relation(NamedTuple):
    """A tie between two annotations, as it is seen from one of them.

    ``outgoing`` is so at the end that it stands in: the link's source, the reply. ``other`` is the
    annotation at the far end, None where that is gone; ``target`` is its id. ``link`` is the link,
    or None where the tie is a reply.
    """

    kind: str
    outgoing: bool
    target: str
    other: PlacedAnnotation | None
    link: Link | None = None

    @property
    def verb(self) -> str:
        """What it says, from this end: "contradicts", or "contradicted by"."""
        return self.kind if self.outgoing else _PASSIVE[self.kind]


def words_of_gone(tie: Relation, seen_from: PlacedAnnotation) -> str:
    """The words that the far end of a tie marked, where that is gone; empty if they are not known.

    A link keeps them, and a reply marks the same words as what it answers.
    """
    return tie.link.exact if tie.link is not None else seen_from.annotation.exact


class Relations:
    """The ties between all annotations there are; kept up to date one by one.

    Looking up those of one annotation takes time that grows with them alone.
    """

    def __init__(self, annotations: Iterable[PlacedAnnotation] = ()) -> None:
        self._by_id: dict[str, list[PlacedAnnotation]] = {}
        self._naming: dict[str, list[PlacedAnnotation]] = {}  # by the ids that they name
        for placed in annotations:
            self.add(placed)

    def add(self, placed: PlacedAnnotation) -> None:
        """Takes an annotation in."""
        self._by_id.setdefault(placed.annotation.id, []).append(placed)
        for name in _names(placed.annotation):
            self._naming.setdefault(name, []).append(placed)

    def discard(self, placed: PlacedAnnotation) -> None:
        """Leaves an annotation out, by its author, document and id; nothing where it is not in."""
        key = key_of(placed)
        for known in self._by_id.pop(placed.annotation.id, []):
            if key_of(known) != key:
                self._by_id.setdefault(placed.annotation.id, []).append(known)
                continue
            for name in _names(known.annotation):
                left = [one for one in self._naming.pop(name) if key_of(one) != key]
                if left:
                    self._naming[name] = left

    def of(self, placed: PlacedAnnotation) -> list[Relation]:
        """The ties of an annotation: what it answers, its links, links to it, answers to it."""
        return [*self.outgoing(placed), *self._incoming(placed)]

    def outgoing(self, placed: PlacedAnnotation) -> list[Relation]:
        """The ties that stand in an annotation itself, in their order."""
        one = placed.annotation
        ties = [
            Relation(link.kind.value, True, link.target, self._linked(link), link)
            for link in one.links
        ]
        if one.reply_to:
            ties.insert(0, Relation(ANSWERS, True, one.reply_to, self.answered(placed)))
        return ties

    def leading_to(self, those: Iterable[PlacedAnnotation]) -> list[Relation]:
        """The ties that stand in other annotations and lead to one of ``those``."""
        given = list(those)
        keys = {key_of(one) for one in given}
        ties = [tie for one in given for tie in self._incoming(one)]
        return [tie for tie in ties if tie.other is not None and key_of(tie.other) not in keys]

    def astray(self, placed: PlacedAnnotation) -> list[Relation]:
        """The ties that stand in an annotation and lead nowhere."""
        return [tie for tie in self.outgoing(placed) if tie.other is None]

    def answered(self, placed: PlacedAnnotation) -> PlacedAnnotation | None:
        """What an annotation answers: of several with the id, one of its document, by another."""
        key = key_of(placed)
        found = [
            one
            for one in self._by_id.get(placed.annotation.reply_to or "", [])
            if key_of(one) != key
        ]

        def fit(one: PlacedAnnotation) -> tuple[bool, bool]:
            return (one.document == placed.document, one.author != placed.author)

        return max(found, key=fit, default=None)

    def answers(self, placed: PlacedAnnotation) -> list[PlacedAnnotation]:
        """The replies to an annotation, the oldest first."""
        key = key_of(placed)
        replies = [
            one
            for one in self._naming.get(placed.annotation.id, [])
            if one.annotation.reply_to == placed.annotation.id
            and (answered := self.answered(one)) is not None
            and key_of(answered) == key
        ]
        return sorted(replies, key=lambda one: (one.annotation.created, *key_of(one)))

    def named(self, annotation_id: str) -> bool:
        """Whether any annotation names this id."""
        return annotation_id in self._naming

    def _incoming(self, placed: PlacedAnnotation) -> list[Relation]:
        key, name = key_of(placed), placed.annotation.id
        naming = sorted(self._naming.get(name, []), key=lambda o: (o.document, *text_order(o)))
        links = [
            Relation(link.kind.value, False, one.annotation.id, one, link)
            for one in naming
            for link in one.annotation.links
            if link.target == name
            and (target := self._linked(link)) is not None
            and key_of(target) == key
        ]
        replies = self.answers(placed)
        return [*links, *(Relation(ANSWERS, False, one.annotation.id, one) for one in replies)]

    def _linked(self, link: Link) -> PlacedAnnotation | None:
        return meant(link, self._by_id.get(link.target, []))


def key_of(placed: PlacedAnnotation) -> tuple[str, str, str]:
    """What tells annotations apart: the author, the document, the id."""
    return (placed.author, placed.document, placed.annotation.id)


def _names(annotation: Annotation) -> set[str]:
    names = {link.target for link in annotation.links}
    return names | {annotation.reply_to} if annotation.reply_to else names
