"""Authors and their marks, for tests of how far they agree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from annotations.agreement.comparison import Comparison, compare
from annotations.agreement.figures import Figure
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.palette import Palette
from documents.document import Document

MOMENT = datetime(2026, 11, 21, 19, tzinfo=UTC)
TEXT = "One is here. Two is here. Three is here. Four is here. Five is here."


def mark(
    author: str,
    words: str | tuple[int, int] | None,
    *tags: str,
    status: str = "",
    document: str = "a.txt",
    anchor: Anchor = Anchor.EXACT,
    answers: str | None = None,
    text: str = TEXT,
) -> PlacedAnnotation:
    """A mark on words of a text, or on a span; on the document as a whole for None."""
    span: tuple[int, int] | tuple[None, None] = (None, None)
    if isinstance(words, str):
        span = (text.index(words), text.index(words) + len(words))
    elif words is not None:
        span = words
    annotation = Annotation(
        id=f"{author}-{span}-{tags}-{status}",
        start=span[0],
        end=span[1],
        tags=tags,
        status=status,
        reply_to=answers,
        created=MOMENT,
        modified=MOMENT,
    )
    place = (None, None) if anchor is Anchor.ORPHAN else span
    return PlacedAnnotation(annotation, author, document, *place, anchor, "")


def compared(
    marks: Iterable[PlacedAnnotation],
    *,
    texts: dict[str, str] | None = None,
    authors: Sequence[str] = (),
    tags: Sequence[str] = (),
) -> Comparison:
    """The authors of these marks compared."""
    documents = {path: Document(path, text) for path, text in (texts or {"a.txt": TEXT}).items()}
    return compare(marks, documents.__getitem__, Palette(), authors=authors, tags=tags)


def figure(
    comparison: Comparison,
    name: str = "claim",
    *,
    measure: str = "cohen_kappa",
    units: str = "sentences",
    subject: str = "tag",
    authors: Sequence[str] | None = None,
) -> Figure:
    """The one figure of that kind."""
    (found,) = (
        one
        for one in comparison.figures
        if (one.subject, one.name, one.measure, one.units) == (subject, name, measure, units)
        and (authors is None or one.authors == tuple(authors))
    )
    return found


def renamed(marks: Iterable[PlacedAnnotation], names: dict[str, str]) -> list[PlacedAnnotation]:
    """The marks by other authors."""
    return [replace(one, author=names.get(one.author, one.author)) for one in marks]
