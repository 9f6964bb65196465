"""Changes to the annotations of many documents, saved one document after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.model import Change
from annotations.store import Store
from annotations.tag_renaming import PlacedChange
from documents.document import Document
from documents.errors import CannotOpen

Read = Callable[[str, str | None], Document]
"""Gives the document at a path, in an encoding if one is on record."""


class Applied(NamedTuple):
    """How many annotations were changed in which documents, and a line for each that failed."""

    changed: dict[str, int]
    problems: list[str]


def by_document(changes: Iterable[PlacedChange]) -> dict[str, list[Change]]:
    """The changes of each document, in their order."""
    grouped: dict[str, list[Change]] = {}
    for path, change in changes:
        grouped.setdefault(path, []).append(change)
    return grouped


def document_for(read: Read, store: Store, author: str, path: str) -> Document:
    """The text on which annotations that keep their places can be saved.

    That is the document as it is today; where it is gone, the text its annotations count in, if
    that was kept. Raises CannotOpen and UnreadableAnnotations.
    """
    try:
        return read(path, store.recorded_encoding(path))
    except CannotOpen:
        file = store.read(author, path)
        text = store.kept_text(file.digest) if file.digest else None
        if text is None:
            raise
        return Document(path, text, reader=file.reader, encoding=file.encoding)


def apply_all(read: Read, store: Store, author: str, changes: Iterable[PlacedChange]) -> Applied:
    """Saves changes to ``author``'s annotations; none of them may move an annotation.

    What cannot be saved is reported and left as it was, and the other documents are saved all the
    same. Saving the same changes again does no harm.
    """
    applied = Applied({}, [])
    for path, wanted in by_document(changes).items():
        try:
            file = store.apply(author, document_for(read, store, author, path), wanted)
        except (CannotOpen, SaveFailed, UnreadableAnnotations) as error:
            applied.problems.append(f"{error} ({len(wanted)} not changed)")
        else:
            applied.changed[path] = len(wanted)
            applied.problems.extend(file.conflicts)
    return applied
