"""Reads and saves annotation files: durable, and shared with other programs."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from annotations import records
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptTexts
from annotations.safety_copies import SafetyCopies
from annotations.steps import Step, at_once
from documents.errors import CannotOpen
from documents.workspace import Workspace

if TYPE_CHECKING:
    from annotations.annotation_file import AnnotationFile
    from annotations.model import Annotation, Change
    from annotations.parsed_files import ParsedFiles
    from annotations.relocation import Findings
    from annotations.saving import Instead, Saver
    from annotations.saving_together import Saved
    from documents.document import Document

__all__ = ["SaveFailed", "Store", "UnreadableAnnotations"]


class Store:
    """The annotation files of one workspace.

    Its calls block; saves are durable, and safe beside other threads, processes and editors: what
    stands on disk is read again each time, and changes are merged into it. Opening never writes.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self._copies = SafetyCopies(workspace.root)
        self._parsed: ParsedFiles | None = None
        self._lock = threading.Lock()
        self._texts = KeptTexts(workspace.root, workspace.settings.keep_texts)

    @property
    def locks_work(self) -> bool:
        """False once a save found that this file system has no locks, so that writers can clash."""
        return "_saver" not in vars(self) or self._saver.locks_work

    def authors(self) -> list[str]:
        """Everyone who has annotations here, sorted."""
        return sorted({author for author, _ in self.records()})

    def records(self) -> Iterator[tuple[str, str]]:
        """The author and the document's path of every annotation file; not of copies of one."""
        for record in records.records(self.workspace.root):
            if record.path is not None and not records.is_copy(record, self._exists):
                yield record.author, record.path

    def states(self, paths: Iterable[str]) -> tuple[tuple[str, int, int, int], ...]:
        """The annotation files of these documents as they are on disk: name, size, time, inode.

        Two answers differ where another program has written one of the files in between.
        """
        return tuple(records.states(self.workspace.root, paths))

    def strays(self) -> list[str]:
        """What lies among the annotation files and is about no document, in words."""
        messages = (
            records.stray(record, self._exists)
            for record in records.records(self.workspace.root)
            if record.path is None or not self._exists(record.path)
        )
        left = records.leftovers(self.workspace.root)
        return [message for message in (*messages, *left) if message]

    def folders(self, paths: Iterable[str]) -> dict[str, int]:
        """The folders of the annotation files of these documents; see ``records.folders``."""
        return records.folders(self.workspace.root, paths)

    def strays_in(self, folders: Iterable[str]) -> list[str]:
        """As ``strays``, of these folders alone: what names a document that is not there."""
        found: list[records.Record] = []
        for folder in folders:
            with suppress(OSError):
                found += records.records_in(self.workspace.root, folder)
        astray = (one for one in found if one.path is not None and not self._exists(one.path))
        return [line for one in astray if (line := records.stray(one, self._exists))]

    def read(self, author: str, path: str, step: Step = at_once) -> AnnotationFile:
        """What ``author`` wrote on the document at ``path``: empty where there is no file.

        ``step`` is called between short steps. Raises UnreadableAnnotations.
        """
        from annotations.annotation_file import AnnotationFile

        parsed = self._files.read(author, path, step)
        return self._files.shown(parsed) if parsed else AnnotationFile(author=author, path=path)

    def last_read(self, author: str, path: str) -> list[AnnotationFile]:
        """What ``read`` gave last: for when the file cannot be understood any more.

        Empty where that is not known.
        """
        parsed = self._files.last_read(author, path)
        return [self._files.shown(parsed)] if parsed else []

    def recorded_encoding(self, path: str, step: Step = at_once) -> str | None:
        """The encoding that a document was annotated in, if it was; ``step`` as for ``read``."""
        for author in records.authors(self.workspace.root):
            try:
                encoding = self.read(author, path, step).encoding
            except (UnreadableAnnotations, ValueError):  # whoever needs what it says will say so
                continue
            if encoding:
                return encoding
        return None

    def apply(
        self,
        author: str,
        document: Document,
        changes: Sequence[Change],
        step: Step = at_once,
    ) -> AnnotationFile:
        """Saves ``changes`` to what ``author`` wrote on ``document``; gives what then stands there.

        New annotations, and those moved to another place, count in the document's text; others
        stay in the text they were read with. Where the document has changed since the file was
        written, its annotations move along as far as that is sure. ``step`` is called between
        short steps. Raises SaveFailed and UnreadableAnnotations; in both cases the file is as it
        was. Saving the same changes again does no harm.
        """
        if not changes:
            return self.read(author, document.path)
        return self._saver.apply(author, document, changes, step=step)

    def apply_together(
        self,
        author: str,
        edits: Sequence[tuple[Document, Sequence[Change]]],
        step: Step = at_once,
    ) -> list[Saved]:
        """As ``apply`` for each of these documents, none of them twice, flushed to disk together.

        Gives for each, in their order, what then stands there, or what ``apply`` would have raised:
        where one fails, the others are saved all the same.
        """
        return self._saver.apply_together(author, edits, step) if edits else []

    def carry(
        self,
        author: str,
        document: Document,
        changes: Sequence[Change],
        moved_from: Mapping[str, Sequence[Annotation]],
        step: Step = at_once,
    ) -> AnnotationFile:
        """As ``apply``, where some of what is new here comes from other documents.

        ``moved_from`` are those annotations, by the path of that document, as they stand there.
        They are taken out there when they are on disk here; where that fails, or a machine dies
        in between, they hold here alone, and are taken out with the next save. Raises as
        ``apply`` does, and then they stand where they stood.
        """
        return self._saver.apply(author, document, changes, step=step, moved_from=moved_from)

    def resolve(
        self, author: str, document: Document, changes: Sequence[Change], instead: Instead
    ) -> AnnotationFile:
        """As ``apply``, where the file cannot be read and ``instead`` says what to take it for.

        The file is replaced in one step, and only while it still is what it was.
        """
        return self._saver.apply(author, document, changes, instead)

    def sweep(self, author: str) -> None:
        """Ends what killed writers left, if anything; else nothing is written or waited for.

        That is their temporary files, and what ``author`` was moving from one file to another. It
        can wait until the next time where that is not possible. Blocks.
        """
        from annotations.litter import has_litter

        with suppress(SaveFailed, OSError):
            if has_litter(self.workspace.root) or self._files.journal.is_there(author):
                self._saver.sweep(author)

    def kept_text(self, digest: str) -> str | None:
        """The text with this SHA-256, if it was kept."""
        return self._texts.text(digest)

    @cached_property
    def findings(self) -> Findings:
        """What was found out about documents, to find again those that are gone."""
        from annotations.relocation import Findings

        return Findings()

    @property
    def _files(self) -> ParsedFiles:
        """Nobody waits for what reads a file where there is none; several threads share it."""
        with self._lock:
            if self._parsed is None:
                from annotations.parsed_files import ParsedFiles

                self._parsed = ParsedFiles(self.workspace.root, self._copies)
            return self._parsed

    @cached_property
    def _saver(self) -> Saver:
        from annotations.saving import Saver

        return Saver(self.workspace, self._files, self._texts, self._copies)

    def _exists(self, path: str) -> bool:
        try:
            return self.workspace.file(path).is_file()
        except (CannotOpen, OSError):
            return False
