"""Annotations from JSON Lines: what ``export --format jsonl`` writes, or another program.

An object needs ``document``, ``start`` and ``end`` (code points, the end exclusive). Of the rest
of what ``list --json`` prints, ``anchor`` and ``text`` say how far the span can be trusted,
``source`` belongs to the workspace's settings, and everything else is taken over. Keys that
``list`` does not know are left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.authors import author_name
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.import_lines import ImportedLine, parse_line
from annotations.import_placing import CannotPlace, Place, place_of
from annotations.model import Annotation, Change, new_id, now
from annotations.palette import Palette
from documents.errors import CannotOpen, printable

if TYPE_CHECKING:
    from annotations.store import Store
    from documents.document import Document
    from documents.workspace import Workspace


class ImportRefused(Exception):
    """Why nothing was imported; ``line`` counts from 1. ``str()`` is one line for a terminal."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return printable(f"line {self.line}: {self.reason}; nothing was imported")


@dataclass(frozen=True, slots=True)
class Imported:
    """How many annotations were added, and how many were not because their id was known."""

    added: int
    skipped: int


def import_annotations(
    lines: Iterable[str], workspace: Workspace, store: Store, author: str
) -> Imported:
    """Adds the annotations in ``lines`` as ``author``'s: all of them, or none.

    Another's name is kept as the source author. An annotation whose id is known in the workspace
    is skipped. Raises ImportRefused for the first line that is wrong, and what saving raises.
    """
    importing = _Importing(workspace, store, author)
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                importing.add(number, line)
            except (ValueError, CannotPlace) as error:
                raise ImportRefused(number, str(error)) from None
            except CannotOpen as error:
                raise ImportRefused(number, f"{error.path}: {error.reason}") from None
    importing.save()
    return Imported(importing.added, importing.skipped)


class _Importing:
    """Puts the annotations of an import together, and saves them when all of them are sound."""

    def __init__(self, workspace: Workspace, store: Store, author: str) -> None:
        self.added = 0
        self.skipped = 0
        self._workspace = workspace
        self._store = store
        self._author = author
        self._palette = Palette.from_settings(workspace.settings)
        self._records = list(store.records())
        self._known_paths = {*workspace.documents(), *(path for _, path in self._records)}
        self._known_ids = {
            annotation.id
            for record in self._records
            for annotation in store.read(*record).annotations
        }
        self._lines: dict[str, tuple[int, ImportedLine]] = {}
        self._documents: dict[str, Document] = {}
        self._changes: dict[str, list[Change]] = {}

    def add(self, number: int, text: str) -> None:
        """Takes the annotation in a line; raises ValueError, CannotPlace and CannotOpen."""
        line = parse_line(text)
        document = self._document(line.document)
        if line.id and self._is_known(line.id, number, line):
            self.skipped += 1
            return
        change = Change(None, self._annotation(line, place_of(line, document)))
        self._changes.setdefault(document.path, []).append(change)
        self.added += 1

    def save(self) -> None:
        """Saves document by document; takes back what was saved where one cannot be."""
        saved: list[str] = []
        try:
            for path, changes in self._changes.items():
                self._store.apply(self._author, self._documents[path], changes)
                saved.append(path)
        except BaseException:
            for path in saved:
                undone = [change.inverse() for change in reversed(self._changes[path])]
                with suppress(SaveFailed, UnreadableAnnotations):
                    self._store.apply(self._author, self._documents[path], undone)
            raise

    def _is_known(self, identifier: str, number: int, line: ImportedLine) -> bool:
        """Whether the id stands in the workspace, or for the same annotation on a line before.

        Raises ValueError where it stands for another: one of the two would be lost.
        """
        if identifier in self._known_ids:
            return True
        before, earlier = self._lines.setdefault(identifier, (number, line))
        if earlier != line:
            raise ValueError(f'the id "{identifier}" is already that of line {before}')
        return before != number

    def _document(self, given: str) -> Document:
        path = self._path(given)
        if path not in self._documents:
            encoding = next(
                (
                    known.encoding
                    for author, each in self._records
                    if each == path and (known := self._store.read(author, path)).encoding
                ),
                None,
            )
            self._documents[path] = self._workspace.read(path, encoding)
        return self._documents[path]

    def _path(self, given: str) -> str:
        """The path that a document goes by here, however another program wrote it."""
        path = given if given in self._known_paths else normpath(given)
        if Path(path).is_absolute():
            path = self._workspace.relative(Path(path))
        if path not in self._known_paths:
            raise CannotPlace(f"there is no document {given} in {self._workspace.root}")
        return path

    def _annotation(self, line: ImportedLine, place: Place) -> Annotation:
        created = line.created or line.modified or now()
        return Annotation(
            id=line.id or new_id(),
            start=place.start,
            end=place.end,
            exact=place.exact,
            prefix=place.prefix,
            suffix=place.suffix,
            tags=line.tags,
            note=line.note,
            status=self._palette.initial_status(line.tags) if line.status is None else line.status,
            created=created,
            modified=line.modified or created,
            anchor=place.anchor,
            source_author=line.source_author or self._other(line.author),
            reply_to=line.reply_to,
            links=line.links,
            history=line.history,
        )

    def _other(self, author: str | None) -> str | None:
        """The author, if it is somebody else."""
        return author if author and author_name(author) != self._author else None
