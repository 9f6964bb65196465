"""The texts that the steps of the undo history count in: by then the document may read otherwise.

What a step puts back has a span of the text as it was when the step was taken. The file may have
gone over to a newer text since, so that the span says nothing without the name of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.history import Step
from annotations.merging import place_of
from annotations.model import Anchor, Annotation, Change
from annotations.relocation import is_missing

if TYPE_CHECKING:
    from documents.document import Document
    from tui.session import Session


def naming_texts(
    session: Session, changes: Iterable[tuple[str, Change]]
) -> Iterator[tuple[str, Change]]:
    """Changes that are about to be made, with the texts named that their places count in.

    Those that leave an annotation where it is are as they were: it is found where it is.
    """
    for path, change in changes:
        before, after = change.before, change.after
        if before is None or after is None or place_of(before) != place_of(after):
            change = Change(_as_it_was(session, path, before), _as_made(session, path, after))
        yield path, change


def today(session: Session, step: Step) -> Step:
    """The step by the names that its documents go by now, where they went by others."""
    changes = (
        (path_today(session, path, change.annotation_id, step), change)
        for path, change in step.changes
    )
    return Step(step.description, tuple(changes))


def path_today(session: Session, path: str, annotation_id: str, step: Step) -> str:
    """Where the reader's annotation is, though its document went by another name than ``path``.

    One that is to be put back goes where the document's text is: also where ``step`` takes it out
    of another document.
    """
    absent = session.absent
    if session.has(path, annotation_id):
        return path
    if is_missing(session.workspace, path):
        found = session.find(session.author, annotation_id)
        is_there = found is not None and found.document not in _documents(step, annotation_id)
        return found.document if found is not None and is_there else absent.sure(path)
    names = (*absent.related([path]), *absent.lost)
    there = [one for one in names if session.has(one, annotation_id)]
    others = _documents(step, annotation_id) if there else ()
    return next((one for one in there if one not in others), path)


def _documents(step: Step, annotation_id: str) -> set[str]:
    """In which documents a step changes an annotation."""
    return {path for path, change in step.changes if change.annotation_id == annotation_id}


def on_texts(step: Step, text_of: Callable[[str], Document | None]) -> Step:
    """The step as it is to be saved on these texts: what counts in one of them names none."""
    changes = ((path, _on_text(change, text_of(path))) for path, change in step.changes)
    return Step(step.description, tuple(changes))


def _as_it_was(session: Session, path: str, before: Annotation | None) -> Annotation | None:
    """The annotation as it stood, which may count in an older text than the document's."""
    from annotations.reseating import as_proposed
    from tui.older_texts import counted_in

    placed = session.find(session.author, before.id, path) if before else None
    if before is None or placed is None or placed.document != path:
        return before
    exactly = placed.anchor is Anchor.EXACT
    named = _naming(before, placed.text if exactly else counted_in(session, placed))
    return as_proposed(named, placed)


def _as_made(session: Session, path: str, after: Annotation | None) -> Annotation | None:
    """The annotation as it was made on the text that is open."""
    text = session.documents.known(path)
    if after is None or after.start is None or text is None or not text.complete:
        return after
    stands = text.text[after.start : after.end] == after.exact
    return _naming(after, text.digest) if stands else after


def _naming(annotation: Annotation, digest: str) -> Annotation:
    if annotation.text or annotation.start is None or not digest:
        return annotation
    return replace(annotation, text=digest)


def _on_text(change: Change, text: Document | None) -> Change:
    if text is None or not text.complete:
        return change
    sides = (
        replace(one, text=None) if one is not None and one.text == text.digest else one
        for one in (change.before, change.after)
    )
    return Change(*sides)
