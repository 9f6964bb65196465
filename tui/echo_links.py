"""Links between a sentence and its echoes, made in one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.links import MOST_WORDS, linked, unlinked
from annotations.model import Annotation, Change, Link, LinkKind, PlacedAnnotation

if TYPE_CHECKING:
    from documents.document import Document
    from documents.spans import Span
    from tui.echo_ties import Tie
    from tui.session import Session


class End(NamedTuple):
    """One end of a link: the sentence at ``span`` of a document, and the mark on it if there is."""

    document: Document
    span: Span
    mark: PlacedAnnotation | None


def end_at(session: Session, document: Document, span: Span, *, own: bool) -> End:
    """The end of a link at a sentence; only a mark of one's ``own`` will do where it begins."""
    here = [
        one
        for one in session.annotations(document.path)
        if one.start is not None
        and one.end is not None
        and span.overlaps(one.start, one.end)
        and (session.own(one) or not own)
    ]
    best = min(here, key=lambda one: _distance(session, one, span), default=None)
    return End(document, span, best)


def _distance(session: Session, one: PlacedAnnotation, span: Span) -> tuple[bool, int]:
    """How far a mark is from being the reader's own, on exactly the sentence."""
    apart = abs((one.start or 0) - span.start) + abs((one.end or 0) - span.end)
    return not session.own(one), apart


class Edits:
    """Changes of several annotations, put together before any is made; of each the last counts."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, tuple[Document, Annotation | None, Annotation]] = {}

    def mark(self, end: End) -> Annotation:
        """The annotation at an end of the link; a new one where nothing is marked yet."""
        if end.mark is not None:
            known = end.mark.annotation
            self._known.setdefault(known.id, (end.document, known, known))
            return known
        fresh = self._session.new(end.document, *end.span)
        self._known[fresh.id] = (end.document, None, fresh)
        return fresh

    def unlink(self, tie: Tie) -> None:
        """Takes a link away from the annotation that it stands in."""
        end = tie.holder
        document = self._session.documents.at(end.document)
        self._known.setdefault(end.annotation.id, (document, end.annotation, end.annotation))
        document, before, now = self._known[end.annotation.id]
        self._known[end.annotation.id] = document, before, unlinked(now, tie.link)

    def link(self, source: Annotation, link: Link) -> None:
        """Adds a link to an annotation, in the place of one of another kind to the same target."""
        document, before, now = self._known[source.id]
        made = linked(now, link) if before is not None else replace(now, links=(link,))
        self._known[source.id] = document, before, made

    def changes(self) -> list[tuple[Document, Change]]:
        """What is to be changed; first what is marked anew, so that links lead somewhere."""
        known = sorted(self._known.values(), key=lambda one: one[1] is not None)
        return [(where, Change(old, new)) for where, old, new in known if new is not old]


def link_edits(
    session: Session, source: End, target: End, kind: LinkKind, instead: Iterable[Tie] = ()
) -> list[tuple[Document, Change]]:
    """What links two sentences: those of them that are not marked yet are.

    The link takes the place of the reader's own ones between the two, ``instead`` of which it is.
    """
    edits = Edits(session)
    leads_to, begins = edits.mark(target), edits.mark(source)
    for tie in instead:
        edits.unlink(tie)
    author = target.mark.author if target.mark is not None else session.author
    words = leads_to.exact[:MOST_WORDS]
    edits.link(begins, Link(kind, leads_to.id, target.document.path, author, words))
    return edits.changes()
