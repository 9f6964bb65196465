"""Links between a sentence and its echoes: made in one step, and seen in the list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.links import MOST_WORDS, linked, meant
from annotations.model import Annotation, Change, Link, LinkKind, PlacedAnnotation

if TYPE_CHECKING:
    from documents.document import Document
    from documents.spans import Span
    from search_index.echoes.model import Asked, Echo
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


def link_edits(
    session: Session, source: End, target: End, kind: LinkKind
) -> list[tuple[Document, Change]]:
    """What links two sentences: those of them that are not marked yet are."""
    edits = []
    leads_to: Annotation
    author = session.author
    if target.mark is None:
        leads_to = session.new(target.document, *target.span)
        edits.append((target.document, Change(None, leads_to)))
    else:
        leads_to, author = target.mark.annotation, target.mark.author
    link = Link(kind, leads_to.id, target.document.path, author, leads_to.exact[:MOST_WORDS])
    before = source.mark.annotation if source.mark else None
    begins = before or session.new(source.document, *source.span)
    if before is None:
        made = replace(begins, links=(link,))
    elif link in before.links:
        return edits
    else:
        made = linked(before, link)
    return [*edits, (source.document, Change(before, made))]


def ties(session: Session, asked: Asked, echoes: Sequence[Echo]) -> dict[int, str]:
    """By which links the sentence is tied to its echoes, by their numbers."""
    found: dict[int, str] = {}
    if not asked.path:
        return found
    sources = [
        one.annotation
        for one in session.annotations(asked.path)
        if session.own(one) and _overlap(one, asked.span)
    ]
    links = [link for one in sources for link in one.links]
    for link in links if echoes else ():
        for number, echo in enumerate(echoes):
            if _leads_to(session, link, echo):
                found[number] = str(link.kind)
    return found


def _leads_to(session: Session, link: Link, echo: Echo) -> bool:
    spans = [place.span for place in echo.places if place.document == link.document]
    if not spans:
        return False
    there: Iterable[PlacedAnnotation] = session.annotations(link.document)
    target = meant(link, [one for one in there if one.annotation.id == link.target])
    return target is not None and any(_overlap(target, span) for span in spans)


def _overlap(one: PlacedAnnotation, span: Span) -> bool:
    return one.start is not None and one.end is not None and span.overlaps(one.start, one.end)
