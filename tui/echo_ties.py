"""How a sentence is linked to its echoes, from either end, and what takes such links away."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from annotations.links import unlinked
from annotations.model import Change, LinkKind
from tui.older_texts import with_its_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from annotations.model import Annotation, Link, PlacedAnnotation
    from annotations.relations import Relation
    from documents.spans import Span
    from search_index.echoes.model import Asked, Echo
    from tui.session import Session

BOTH_WAYS = (LinkKind.CONTRADICTS, LinkKind.REPEATS)
"""Kinds of links that say the same of either end."""


class Tie(NamedTuple):
    """A link between the sentence and an echo: where it stands, and where it leads.

    ``verb`` is what it says seen from the sentence; ``by`` whose it is, empty for the reader's own.
    """

    link: Link
    holder: PlacedAnnotation
    far: PlacedAnnotation
    verb: str
    outgoing: bool
    by: str = ""

    @property
    def words(self) -> str:
        """What it says, and who says so where it is another."""
        return f"{self.verb} ({self.by})" if self.by else self.verb

    def says(self, kind: LinkKind) -> bool:
        """Whether a link of this kind, from the sentence, would say the same again."""
        return self.link.kind == kind and (self.outgoing or kind in BOTH_WAYS)


def ties(session: Session, asked: Asked, echoes: Sequence[Echo]) -> dict[int, list[Tie]]:
    """The links between the sentence and its echoes, by the numbers of these; own ones first."""
    found: dict[int, list[Tie]] = {}
    if not asked.path:
        return found
    here = [one for one in session.annotations(asked.path) if _overlap(one, asked.span)]
    known = [
        tie
        for one in here
        for each in session.company.ties(one)
        if (tie := _tie(session, one, each))
    ]
    for number, echo in enumerate(echoes):
        there = [tie for tie in known if _at_echo(tie, echo)]
        if there:
            found[number] = sorted(there, key=lambda tie: tie.by)
    return found


def _tie(session: Session, here: PlacedAnnotation, relation: Relation) -> Tie | None:
    if relation.link is None or relation.other is None:
        return None
    holder, far = (here, relation.other) if relation.outgoing else (relation.other, here)
    by = "" if session.own(holder) else holder.author
    return Tie(relation.link, holder, far, relation.verb, relation.outgoing, by)


def _at_echo(tie: Tie, echo: Echo) -> bool:
    there = tie.far if tie.outgoing else tie.holder
    places = ((echo.document, echo.passage), *echo.others)
    return any(there.document == path and _overlap(there, span) for path, span in places)


def _overlap(one: PlacedAnnotation, span: Span) -> bool:
    return one.start is not None and one.end is not None and span.overlaps(one.start, one.end)


def without(session: Session, gone: Iterable[Tie]) -> list[tuple[str, Change]]:
    """What takes links of the reader's own away, and the marks that say nothing without them.

    Each change comes with the path of its document. A mark stays that has a tag, a note, a status
    or another link, or that anything else leads to.
    """
    those = list(gone)
    left: dict[tuple[str, str], tuple[PlacedAnnotation, Annotation]] = {}
    for tie in those:
        for end in (tie.holder, tie.far):
            left.setdefault(_key(end), (end, end.annotation))
        end, now = left[_key(tie.holder)]
        left[_key(tie.holder)] = end, unlinked(now, tie.link)
    changes = []
    for end, now in left.values():
        bare = session.own(end) and _says_nothing(now) and not _led_to(session, end, those)
        if bare or now is not end.annotation:
            before = with_its_text(session, end) if bare else end.annotation
            changes.append((end.document, Change(before, None if bare else now)))
    return changes


def _says_nothing(one: Annotation) -> bool:
    return not (one.tags or one.note or one.status or one.links or one.reply_to)


def _led_to(session: Session, end: PlacedAnnotation, gone: Sequence[Tie]) -> bool:
    leading = session.company.relations.leading_to([end])
    return any(all(tie.link is not one.link for one in gone) for tie in leading)


def _key(one: PlacedAnnotation) -> tuple[str, str]:
    return one.document, one.annotation.id
