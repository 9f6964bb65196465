"""Changing annotations of many documents in one step, opened or not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from annotations.applying import by_document, document_for
from annotations.decisions import with_decision
from annotations.errors import UnreadableAnnotations
from annotations.model import Change
from annotations.steps import Step, at_once
from documents.errors import CannotOpen
from tui.older_texts import with_its_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotations.tag_renaming import PlacedChange
    from documents.document import Document
    from tui.reading.screen import ReadingScreen
    from tui.session import Session

_NONE: Mapping[str, Document] = MappingProxyType({})


async def change_many(
    reading: ReadingScreen,
    description: str,
    changes: Sequence[PlacedChange],
    known: Mapping[str, Document] | None = None,
) -> tuple[int, list[str]]:
    """Carries changes out as one step: on the screen at once, then on disk, document by document.

    None may move an annotation; one that adds an annotation counts in the document's text. Gives
    how many were carried out, and a line for each document whose annotations had to stay as they
    were, because there is no text to save them on. What cannot be written is kept as unsaved and
    tried again, as any change is. ``known`` are texts to save them on, where those were read.
    """
    session = reading.session
    if known is None:
        paths = {path for path, _ in changes}
        texts, problems = await asyncio.to_thread(readable_texts, session, paths)
    else:
        texts, problems = dict(known), []
    wanted = [
        (path, again)
        for path, change in changes
        if path in texts and (again := _again(session, path, change)) is not None
    ]
    if wanted:
        session.carry_out(description, wanted)
        many = by_document(wanted)
        reading.desk.save_together((texts[path], some) for path, some in many.items())
        reading.show_marks({path for path, _ in wanted})
    return len(wanted), problems


def _again(session: Session, path: str, change: Change) -> Change | None:
    """The change as it is to be carried out; None if the annotation was changed meanwhile."""
    if change.before is None:
        return None if session.has(path, change.annotation_id) else change
    now = session.find(session.author, change.annotation_id, path)
    if now is None or now.annotation != change.before:
        return None
    if change.after is None:
        return Change(with_its_text(session, now), None)
    return with_decision(change, session.author)


def text_for(session: Session, path: str) -> Document:
    """The text that changes to annotations of a document are saved on. Raises CannotOpen."""
    known = session.documents.known(path)
    if known is not None:
        return known
    try:
        read = session.workspace.read
        return document_for(read, session.store, session.author, path)
    except UnreadableAnnotations as error:
        raise CannotOpen(path, str(error)) from None


async def texts_for(session: Session, paths: Iterable[str]) -> dict[str, Document]:
    """The texts that changes to annotations of these documents are saved on, all of them.

    Raises CannotOpen where one of them cannot be had.
    """
    known = {path: session.documents.known(path) for path in sorted(paths)}
    return {
        path: there if there is not None else await asyncio.to_thread(text_for, session, path)
        for path, there in known.items()
    }


def readable_texts(
    session: Session,
    paths: Iterable[str],
    step: Step = at_once,
    before: Mapping[str, Document] = _NONE,
) -> tuple[dict[str, Document], list[str]]:
    """The texts that changes are saved on, and a line for each that cannot be had. Blocks.

    ``step`` is called between the documents; what has not changed since it was read for ``before``
    is not read again.
    """
    texts: dict[str, Document] = {}
    problems: list[str] = []
    for path in sorted(paths):
        step()
        try:
            read = before.get(path)
            if read is None or not _is_current(session, read):
                read = text_for(session, path)
            texts[path] = read
        except CannotOpen as error:
            problems.append(str(error))
    return texts, problems


def _is_current(session: Session, document: Document) -> bool:
    """Whether a document still is what changes are saved on."""
    path = document.path
    if (known := session.documents.known(path)) is not None:
        return known is document
    return document.stamp is not None and document.stamp == session.documents.states([path]).get(
        path
    )
