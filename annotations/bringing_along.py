"""Annotations go along, one by one, when the document they are about was renamed or moved.

Reading finds them where they are. What is changed of them is saved under the new name, and taken
out of the file of the old one; all else stays, for a file that is gone may only be away: another
branch, a folder that is not mounted, an editor that is just replacing it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain
from typing import NamedTuple

from annotations import records
from annotations.annotation_file import AnnotationFile
from annotations.errors import UnreadableAnnotations
from annotations.model import Anchor, Annotation, Change
from annotations.move_journal import Move
from annotations.parsed_files import ParsedFiles
from annotations.relocation import is_telling
from annotations.respanning import on_its_text
from documents.document import Document
from documents.errors import CannotOpen
from documents.workspace import Workspace


class Division(NamedTuple):
    """Changes, by the names that they are saved under.

    ``here`` is what is saved under the document's own, some of it once ``moves`` have begun;
    ``deleted`` are annotations that stand under older names, which are gone.
    """

    here: Sequence[Change]
    moves: list[Move]
    deleted: dict[str, list[Annotation]]


class OldNames:
    """What ``author`` wrote on documents that are gone, looked through when first asked for.

    For a caller that keeps its turn in the workspace all the while.
    """

    def __init__(self, workspace: Workspace, files: ParsedFiles, author: str) -> None:
        self._look = partial(_under_old_names, workspace, files, author)
        self.unread: list[Exception] = []

    @cached_property
    def files(self) -> list[AnnotationFile]:
        """What was written under such names; why something is not read is then in ``unread``."""
        return list(self._look(self.unread))


def divided(
    workspace: Workspace,
    files: ParsedFiles,
    author: str,
    document: Document,
    changes: Sequence[Change],
    old_names: OldNames | None = None,
) -> Division:
    """Divides ``changes`` of what ``author`` wrote, read on ``document``, by where it stands.

    A deletion is made where the annotation stands; an edit takes it along. For a caller that has
    its turn in the workspace; ``old_names`` are those of this turn, where several documents are
    saved in it. Raises UnreadableAnnotations, and OSError, also where something that cannot be read
    may hold what is changed.
    """
    strange = _strange(files, author, document, changes)
    if not strange or not is_telling(document.text):
        return Division(changes, [], {})
    here, moves, deleted = list(changes), list[Move](), dict[str, list[Annotation]]()
    before = {change.annotation_id: change.before for change in reversed(changes)}
    after = {change.annotation_id: change.after for change in changes}
    old_names = old_names or OldNames(workspace, files, author)
    for file in old_names.files:
        found = [one for one in file.annotations if one.id in strange]
        strange -= {one.id for one in found}
        if moved := tuple(one for one in found if after[one.id]):
            is_sure = _had_text(workspace, files, file, document)
            here[:0] = [Change(None, _arriving(one, file, document, is_sure)) for one in moved]
            moves.append(Move(file.path, document.path, moved))
        if gone := {one.id: before[one.id] or one for one in found if after[one.id] is None}:
            here = [change for change in here if change.annotation_id not in gone]
            deleted[file.path] = [*gone.values()]
    if strange and old_names.unread:  # it may stand there, and would stand in two files
        raise old_names.unread[0]
    return Division(here, moves, deleted)


def departures(
    workspace: Workspace,
    files: ParsedFiles,
    author: str,
    document: Document,
    moved_from: Mapping[str, Sequence[Annotation]],
) -> list[Move]:
    """Where annotations stand that are about to be carried over from other documents.

    Not those whose ids the document's own file has: they could not be seen to arrive. Raises
    UnreadableAnnotations, where it is the file that they go to.
    """
    if not moved_from:
        return []
    known = {one.id: one for several in moved_from.values() for one in several}
    parsed = files.read(author, document.path)
    here = {one.id for one in parsed.file.annotations} if parsed else set()
    moves: list[Move] = []
    for file in chain(
        _readable(files, author, moved_from), _under_old_names(workspace, files, author, [])
    ):
        ids = {one.id for one in file.annotations} & (known.keys() - here)
        if ids and file.path != document.path:
            moves.append(Move(file.path, document.path, tuple(known.pop(each) for each in ids)))
    return moves


def _readable(files: ParsedFiles, author: str, paths: Iterable[str]) -> Iterator[AnnotationFile]:
    for path in paths:
        with contextlib.suppress(UnreadableAnnotations):
            if (parsed := files.read(author, path)) is not None:
                yield files.shown(parsed)


def told(move: Move) -> str:
    """What to say where annotations were changed that stood under an old name."""
    became = f"{move.old} is gone, and {move.new} is what it became"
    return f"{became}: what was changed of its annotations is there"


def _had_text(
    workspace: Workspace, files: ParsedFiles, file: AnnotationFile, document: Document
) -> bool:
    """Whether the text of ``document`` is on record, by anybody, as that of the old name.

    Else it is only much like it, and may be another document altogether.
    """
    return file.digest == document.digest or any(
        known.digest == document.digest
        for author in records.authors(workspace.root)
        for known in _readable(files, author, [file.path])
    )


def _arriving(
    one: Annotation, file: AnnotationFile, document: Document, is_sure: bool
) -> Annotation:
    """An annotation from ``file`` as it comes to ``document``: where that is not sure to be what
    it was made on, its place stays a proposal until its reader says yes to it.
    """
    one = on_its_text(one, file.digest, document)
    return one if is_sure or one.start is None else replace(one, anchor=Anchor.REVIEW)


def _strange(
    files: ParsedFiles, author: str, document: Document, changes: Sequence[Change]
) -> set[str]:
    """The ids of annotations that are edited or deleted, and of which the file knows nothing.

    One that has left its trace there was taken out already: it was moved to another document, and
    is not to be deleted in that.
    """
    edited = {change.annotation_id for change in changes if change.before is not None}
    added = {change.annotation_id for change in changes if change.before is None}
    if not edited - added:
        return set()
    parsed = files.read(author, document.path)
    if parsed is None:
        return edited - added
    kept = {change.annotation_id for change in changes if change.after is not None}
    here = {one.id for one in parsed.file.annotations}
    return edited - added - here - ({one.id for one in parsed.file.deleted} - kept)


def _under_old_names(
    workspace: Workspace, files: ParsedFiles, author: str, unread: list[Exception]
) -> Iterator[AnnotationFile]:
    """What the author wrote on documents that are gone; why something is not read, in ``unread``.

    A folder that is not there hides nothing.
    """
    errors: list[OSError] = []
    for record in records.records_of(workspace.root, author, errors.append):
        with contextlib.suppress(CannotOpen):
            try:
                if record.path is None or os.path.lexists(workspace.file(record.path)):
                    continue
                if (parsed := files.read(author, record.path)) is not None:
                    yield files.shown(parsed)
            except (OSError, UnreadableAnnotations) as error:
                unread.append(error)
    unread += [error for error in errors if not isinstance(error, FileNotFoundError)]
