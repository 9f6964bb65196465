"""Reads and saves annotation files: durable, and shared with other programs."""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from annotations import records
from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.durable import read_regular, sweep, write_durably
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptTexts
from annotations.model import Change
from annotations.patching import CannotPatch, Wanted, new_file, patch
from annotations.paths import annotation_path
from annotations.save_failures import save_failed
from annotations.settling import Settlement
from annotations.toml_file import LARGEST_FILE, ParsedFile, parse
from annotations.turn import Turn
from documents.document import Document
from documents.errors import CannotOpen
from documents.workspace import Workspace

__all__ = ["AnnotationFile", "SaveFailed", "Store", "UnreadableAnnotations"]

_REMEMBERED = 64  # files; one of ten thousand annotations takes some twenty megabytes


class Store:
    """The annotation files of one workspace.

    Its calls block; saves are durable, and safe beside other threads, processes and editors: what
    stands on disk is read again each time, and changes are merged into it. Opening never writes.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._texts = KeptTexts(workspace.root, workspace.settings.keep_texts)
        self._turn = Turn(workspace.root)
        self._parsed: OrderedDict[str, ParsedFile] = OrderedDict()
        self._swept: set[Path] = set()

    @property
    def locks_work(self) -> bool:
        """False once a save found that this file system has no locks, so that writers can clash."""
        return self._turn.locks_work

    def authors(self) -> list[str]:
        """Everyone who has annotations here, sorted."""
        return sorted({author for author, _ in self.records()})

    def records(self) -> Iterator[tuple[str, str]]:
        """The author and the document's path of every annotation file."""
        for record in records.records(self.workspace.root):
            if record.path is not None:
                yield record.author, record.path

    def strays(self) -> list[str]:
        """What lies among the annotation files and is about no document, in words."""
        messages = (
            records.stray(record)
            for record in records.records(self.workspace.root)
            if record.path is None or not self._exists(record.path)
        )
        return [message for message in messages if message]

    def read(self, author: str, path: str) -> AnnotationFile:
        """What ``author`` wrote on the document at ``path``: empty where there is no file.

        Raises UnreadableAnnotations.
        """
        parsed = self._read(author, path)
        return parsed.file if parsed else AnnotationFile(author=author, path=path)

    def apply(self, author: str, document: Document, changes: Sequence[Change]) -> AnnotationFile:
        """Saves ``changes`` to what ``author`` wrote on ``document``; gives what then stands there.

        New annotations, and those moved to another place, count in the document's text; others
        stay in the text they were read with. Where the document has changed since the file was
        written, its annotations move along as far as that is sure. Raises SaveFailed and
        UnreadableAnnotations; in both cases the file is as it was. Saving the same changes again
        does no harm.
        """
        name = _name(author, document.path)
        if not changes:
            return self.read(author, document.path)
        try:
            with self._turn.taken(name):
                return self._apply(author, document, changes, name)
        except OSError as error:
            raise save_failed(name, error) from error

    def kept_text(self, digest: str) -> str | None:
        """The text with this SHA-256, if it was kept."""
        return self._texts.text(digest)

    # --- saving, with the lock held -------------------------------------------------------------

    def _apply(
        self, author: str, document: Document, changes: Sequence[Change], name: str
    ) -> AnnotationFile:
        parsed = self._read(author, document.path)
        file = parsed.file if parsed else AnnotationFile(author=author, path=document.path)
        outdated = self._is_outdated(document, file)
        settlement = Settlement(file, document, self.kept_text, outdated=outdated)
        for change in changes:
            settlement.carry_out(change, parsed.broken if parsed else frozenset())
        wanted = _differences(file, settlement)
        remarks = tuple(settlement.conflicts)
        if not wanted:
            return replace(file, conflicts=remarks)
        remarks += self._keep_text(document)
        after = file if outdated else _counted_in(file, document)
        self._write(name, author, document.path, _changed(parsed, after, wanted, name))
        return replace(self._parsed[name].file, conflicts=remarks)

    def _write(self, name: str, author: str, path: str, parsed: ParsedFile) -> None:
        place = confined(self.workspace.root, name)
        if place.parent not in self._swept and self.locks_work:
            sweep(place.parent)
            self._texts.sweep()
            self._swept.add(place.parent)
        write_durably(place, parsed.data)
        self._remember(name, parsed)

    def _keep_text(self, document: Document) -> tuple[str, ...]:
        """Keeps the document's text. A mark is worth saving even where that fails."""
        try:
            self._texts.keep(document)
        except OSError as error:
            return (f"the text of {document.path} could not be kept: {error.strerror}",)
        return ()

    def _is_outdated(self, document: Document, file: AnnotationFile) -> bool:
        """Whether the file counts in a newer text than ``document``, which was read before."""
        if not file.digest or file.digest == document.digest:
            return False
        with contextlib.suppress(CannotOpen):
            today = self.workspace.read(document.path, document.encoding)
            return today.digest != document.digest
        return False

    # --- reading --------------------------------------------------------------------------------

    def _read(self, author: str, path: str) -> ParsedFile | None:
        name = _name(author, path)
        try:
            data = read_regular(confined(self.workspace.root, name), LARGEST_FILE)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            reason = f"it cannot be read: {error.strerror}"
            raise UnreadableAnnotations(name, 0, 0, reason) from None
        if not data.strip():
            return None
        known = self._parsed.get(name)
        if known is None or known.data != data:
            known = parse(data, name, author, path, known)
            self._remember(name, known)
        return known

    def _remember(self, name: str, parsed: ParsedFile) -> None:
        self._parsed[name] = parsed
        self._parsed.move_to_end(name)
        while len(self._parsed) > _REMEMBERED:
            self._parsed.popitem(last=False)

    def _exists(self, path: str) -> bool:
        try:
            return self.workspace.file(path).is_file()
        except (CannotOpen, OSError):
            return False


def _name(author: str, path: str) -> str:
    """The annotation file's name in the workspace; raises ValueError where there can be none."""
    if not author or author.startswith(".") or "/" in author or "\0" in author + path:
        raise ValueError(f"{author!r} is not the name of an author's folder")
    if path.startswith("/") or not all(s not in ("", ".", "..") for s in path.split("/")):
        raise ValueError(f"{path!r} is not the path of a document in a workspace")
    return annotation_path(author, path)


def _differences(file: AnnotationFile, settlement: Settlement) -> Wanted:
    before = {each.id: each for each in file.annotations}
    ids = dict.fromkeys([*before, *settlement.annotations])
    return {
        each: settlement.annotations.get(each)
        for each in ids
        if settlement.annotations.get(each) != before.get(each)
    }


def _counted_in(file: AnnotationFile, document: Document) -> AnnotationFile:
    if file.digest == document.digest:
        return file
    return replace(
        file,
        digest=document.digest,
        length=len(document.text),
        reader=document.reader,
        encoding=document.encoding,
    )


def _changed(
    parsed: ParsedFile | None, document: AnnotationFile, wanted: Wanted, name: str
) -> ParsedFile:
    if parsed is None:
        annotations = tuple(each for each in wanted.values() if each is not None)
        return new_file(replace(document, annotations=annotations), name)
    try:
        return patch(parsed, document, wanted, name)
    except CannotPatch as error:
        mend = "rewrite the file by hand as Sidelight lays it out, or move it away"
        raise SaveFailed(name, str(error), mend) from None
