"""Changes are merged into an annotation file and saved. Imported when the first save is made."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.durable import sweep, write_durably
from annotations.errors import SaveFailed
from annotations.kept_texts import KeptTexts
from annotations.model import Change
from annotations.parsed_files import ParsedFiles, file_name
from annotations.patching import CannotPatch, Wanted, new_file, patch
from annotations.save_failures import save_failed
from annotations.settling import Settlement
from annotations.toml_file import ParsedFile
from annotations.turn import Turn
from documents.document import Document
from documents.errors import CannotOpen
from documents.workspace import Workspace


class Saver:
    """Saves to the annotation files of one workspace, one save at a time."""

    def __init__(self, workspace: Workspace, files: ParsedFiles, texts: KeptTexts) -> None:
        self._workspace = workspace
        self._files = files
        self._texts = texts
        self._turn = Turn(workspace.root)
        self._swept: set[Path] = set()

    @property
    def locks_work(self) -> bool:
        """False once a save found that this file system has no locks."""
        return self._turn.locks_work

    def apply(self, author: str, document: Document, changes: Sequence[Change]) -> AnnotationFile:
        """As ``Store.apply``."""
        name = file_name(author, document.path)
        try:
            with self._turn.taken(name):
                return self._merge_and_write(author, document, changes, name)
        except OSError as error:
            raise save_failed(name, error) from error

    def _merge_and_write(
        self, author: str, document: Document, changes: Sequence[Change], name: str
    ) -> AnnotationFile:
        parsed = self._files.read(author, document.path)
        file = parsed.file if parsed else AnnotationFile(author=author, path=document.path)
        outdated = self._is_outdated(document, file)
        settlement = Settlement(file, document, self._texts.text, outdated=outdated)
        for change in changes:
            settlement.carry_out(change, parsed.broken if parsed else frozenset())
        wanted = _differences(file, settlement)
        remarks = tuple(settlement.conflicts)
        if not wanted:
            return replace(file, conflicts=remarks)
        remarks += self._keep_text(document)
        after = file if outdated else _counted_in(file, document)
        result = _changed(parsed, after, wanted, name)
        self._write(name, result)
        return replace(result.file, conflicts=remarks)

    def _write(self, name: str, parsed: ParsedFile) -> None:
        place = confined(self._workspace.root, name)
        if place.parent not in self._swept and self.locks_work:
            sweep(place.parent)
            self._texts.sweep()
            self._swept.add(place.parent)
        write_durably(place, parsed.data)
        self._files.remember(name, parsed)

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
            today = self._workspace.read(document.path, document.encoding)
            return today.digest != document.digest
        return False


def _differences(file: AnnotationFile, settlement: Settlement) -> Wanted:
    before = {each.id: each for each in file.annotations}
    ids = dict.fromkeys([*before, *settlement.annotations])
    after = settlement.annotations
    return {
        each: after.get(each)
        for each in ids
        if after.get(each) is not before.get(each)  # quicker to see where thousands are the same
        and after.get(each) != before.get(each)
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
