"""The texts that annotations count in, where their documents have changed since. Blocks."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, Annotation, PlacedAnnotation
from annotations.reseating import counted

if TYPE_CHECKING:
    from tui.session import Session


def counted_in(session: Session, placed: PlacedAnnotation) -> str:
    """The SHA-256 of the text that an annotation's file counts in; empty if it is not known.

    One whose document was renamed may still stand in the file of an older name.
    """
    digests: list[str] = []
    for path in session.absent.related([placed.document]):
        with suppress(UnreadableAnnotations):
            file = session.store.read(placed.author, path)
            if any(one.id == placed.annotation.id for one in file.annotations):
                return file.digest
            digests.append(file.digest)
    return digests[0] if digests else ""


def with_its_text(session: Session, placed: PlacedAnnotation) -> Annotation:
    """The annotation, with the text named that its span counts in where that is an older one.

    So it can be put back when its file has gone over to today's text.
    """
    if placed.anchor is Anchor.EXACT:
        return placed.annotation
    return counted(placed, counted_in(session, placed))


def text_of(session: Session, placed: PlacedAnnotation) -> str | None:
    """The text that an annotation's span counts in, if it was kept."""
    digest = placed.annotation.text or counted_in(session, placed)
    return session.store.kept_text(digest) if digest else None
