"""Changes are merged into an annotation file and saved. Imported when the first save is made."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from annotations.annotation_file import AnnotationFile
from annotations.bringing_along import OldNames, departures, divided, told
from annotations.decisions import with_decision
from annotations.deletions import outlived, remains, revived
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.kept_texts import KeptTexts
from annotations.litter import sweep_all
from annotations.model import Annotation, Change, now
from annotations.moving import Mover
from annotations.parsed_files import ParsedFiles
from annotations.patching import Wanted, new_file
from annotations.paths import file_name
from annotations.replacing import Made, Replacer, patched, still_written
from annotations.resting import StillWritten
from annotations.safety_copies import SafetyCopies
from annotations.save_failures import save_failed, text_not_kept
from annotations.saving_together import Member, OneFile, Saved, save_together
from annotations.settling import Settlement
from annotations.steps import Step, at_once
from annotations.toml_file import ParsedFile
from annotations.turn import Turn
from documents.discovery import ANNOTATIONS_FOLDER
from documents.document import Document
from documents.errors import CannotOpen
from documents.workspace import Workspace

_NOTHING: Mapping[str, Sequence[Annotation]] = MappingProxyType({})


class Instead(NamedTuple):
    """What to take for what stands in a file, as long as its bytes are ``data``."""

    data: bytes
    parsed: ParsedFile


class _Save(NamedTuple):
    """Changes that are made to what ``author`` wrote on ``document``, in the file ``name``."""

    author: str
    document: Document
    changes: Sequence[Change]
    name: str
    instead: Instead | None
    step: Step
    moved_from: Mapping[str, Sequence[Annotation]]


class Saver:
    """Saves to the annotation files of one workspace, one save at a time."""

    def __init__(
        self, workspace: Workspace, files: ParsedFiles, texts: KeptTexts, copies: SafetyCopies
    ) -> None:
        self._workspace = workspace
        self._files = files
        self._texts = texts
        self._turn = Turn(workspace.root)
        self._replacer = Replacer(workspace.root, files, copies, self._sweep_once)
        self._mover = Mover(files.journal, files, self._replacer)
        self._is_swept = False

    @property
    def locks_work(self) -> bool:
        """False once a save found that this file system has no locks."""
        return self._turn.locks_work

    def apply(
        self,
        author: str,
        document: Document,
        changes: Sequence[Change],
        instead: Instead | None = None,
        step: Step = at_once,
        moved_from: Mapping[str, Sequence[Annotation]] = _NOTHING,
    ) -> AnnotationFile:
        """As ``Store.carry``; ``instead`` is what to take for what stands in the file."""
        name = file_name(author, document.path)
        save = _Save(author, document, changes, name, instead, step, moved_from)
        try:
            with self._turn.taken(name):
                if instead is None:  # else a file is there, though it may not parse
                    return self._save_all(save)
                return self._merge_and_write(save)
        except StillWritten:
            raise still_written(name) from None
        except OSError as error:
            raise save_failed(name, error) from error

    def apply_together(
        self, author: str, edits: Sequence[tuple[Document, Sequence[Change]]], step: Step = at_once
    ) -> list[Saved]:
        """As ``Store.apply_together``."""
        saves = [
            _Save(author, document, changes, file_name(author, document.path), None, step, _NOTHING)
            for document, changes in edits
        ]
        try:
            with self._turn.taken(ANNOTATIONS_FOLDER):
                return self._save_group(author, saves)
        except SaveFailed as error:
            return [SaveFailed(save.name, error.reason, error.mend) for save in saves]
        except OSError as error:
            return [save_failed(save.name, error) for save in saves]

    def sweep(self, author: str) -> None:
        """Removes what killed writers left in the workspace, and ends the author's moves.

        Raises SaveFailed and OSError.
        """
        with self._turn.taken(ANNOTATIONS_FOLDER):
            self._sweep()
            self._end_moves(author)

    def _save_group(self, author: str, saves: Sequence[_Save]) -> list[Saved]:
        old_names = OldNames(self._workspace, self._files, author)
        members = [
            Member(
                save.name, partial(self._one_file, save, old_names), partial(self._save_all, save)
            )
            for save in saves
        ]
        remarks = self._end_moves(author)
        done = save_together(members, self._replacer, self._texts)
        for save, file in zip(saves, done, strict=True):
            if isinstance(file, AnnotationFile):
                self._forget_deletions(save)
        if remarks and isinstance(first := done[0], AnnotationFile):
            done[0] = replace(first, conflicts=(*first.conflicts, *remarks))
        return done

    def _one_file(self, save: _Save, old_names: OldNames) -> OneFile | None:
        """The save as a change to one file; None where what it changes stands elsewhere as well."""
        where = self._workspace, self._files, save.author
        division = divided(*where, save.document, save.changes, old_names)
        if division.moves or division.deleted:
            return None
        return OneFile(save.document, partial(self._there, save), partial(self._merged, save))

    def _save_all(self, save: _Save) -> AnnotationFile:
        """Saves the changes, and those of what stands under an old name of the document there."""
        author = save.author
        remarks = self._end_moves(author)
        division = divided(self._workspace, self._files, author, save.document, save.changes)
        carried = departures(self._workspace, self._files, author, save.document, save.moved_from)
        if division.moves or carried:
            self._mover.begin(author, [*division.moves, *carried])
        file = self._merge_and_write(save._replace(changes=division.here))
        if division.moves:
            remarks += tuple(told(move) for move in division.moves) + self._mover.finish(author)
        elif carried:
            remarks += self._end_moves(author)
        for path, deleted in division.deleted.items():
            remarks += self._mover.delete(author, path, deleted)
        return replace(file, conflicts=(*file.conflicts, *remarks)) if remarks else file

    def _end_moves(self, author: str) -> tuple[str, ...]:
        """Ends what a machine that died has begun; where it cannot be, that can wait."""
        with contextlib.suppress(UnreadableAnnotations, SaveFailed, StillWritten, OSError):
            return self._mover.finish(author)
        return ()

    def _merge_and_write(self, save: _Save) -> AnnotationFile:
        """Merges into what stands there, anew where that changes before it can be replaced."""

        def make(there: ParsedFile | None) -> Made:
            result, remarks = self._merged(save, there)
            if isinstance(result, ParsedFile):
                remarks += self._keep_text(save.document)
            instead = save.instead
            if instead and there is instead.parsed and not isinstance(result, ParsedFile):
                result = there  # nothing more than what it is to be taken for
            return result, remarks

        file = self._replacer.replace(save.name, lambda: self._there(save), make)
        self._forget_deletions(save)
        return file

    def _forget_deletions(self, save: _Save) -> None:
        standing = frozenset(change.after.id for change in save.changes if change.after)
        self._files.forget_deletions(save.name, standing)

    def _merged(self, save: _Save, parsed: ParsedFile | None) -> Made:
        author, document = save.author, save.document
        empty = AnnotationFile(author=author, path=document.path)
        file = self._files.shown(parsed) if parsed else empty
        outdated = self._is_outdated(document, file)
        back = self._files.come_back(parsed) if parsed else {}
        deleted = {each.id: each for each in file.deleted} | back
        settlement = Settlement(file, document, self._texts.text, outdated=outdated, step=save.step)
        for change in save.changes:
            there = settlement.annotations.get(change.annotation_id)
            decided = with_decision(change, author, there.history if there else ())
            settlement.carry_out(
                revived(decided, deleted), parsed.broken if parsed else frozenset()
            )
        wanted = _differences(parsed.file if parsed else empty, settlement, back)
        remarks = tuple(settlement.conflicts)
        if not wanted:
            return file, remarks
        after = file if outdated else _counted_in(file, document)
        return _changed(parsed, after, wanted, save.name), remarks

    def _there(self, save: _Save) -> ParsedFile | None:
        instead = save.instead
        if instead is None or self._files.data(save.name) != instead.data:
            return self._files.read(save.author, save.document.path, save.step)
        return instead.parsed

    def _sweep_once(self) -> None:
        if not self._is_swept and self.locks_work:
            self._sweep()

    def _sweep(self) -> None:
        sweep_all(self._workspace.root)
        self._texts.sweep()
        self._is_swept = True

    def _keep_text(self, document: Document) -> tuple[str, ...]:
        """Keeps the document's text. A mark is worth saving even where that fails."""
        try:
            self._texts.keep(document)
        except OSError as error:
            return (text_not_kept(document.path, error),)
        return ()

    def _is_outdated(self, document: Document, file: AnnotationFile) -> bool:
        """Whether the file counts in a newer text than ``document``, which was read before."""
        if not file.digest or file.digest == document.digest:
            return False
        with contextlib.suppress(CannotOpen):
            today = self._workspace.read(document.path, document.encoding)
            return today.digest != document.digest
        return False


def _differences(
    file: AnnotationFile, settlement: Settlement, back: Mapping[str, Annotation]
) -> Wanted:
    """What is to stand in each table that changes.

    ``back`` are the deletions that an older copy has undone, and that are deletions still.
    """
    moment = now()
    after = settlement.annotations
    wanted: dict[str, Annotation | None] = {}
    for each in file.annotations:
        there = after.get(each.id)
        if there is None:
            wanted[each.id] = back.get(each.id) or remains(each, moment)
        elif there is not each and there != each:  # quicker to see where thousands are the same
            wanted[each.id] = there
    known = {each.id for each in file.annotations}
    wanted |= {each: one for each, one in after.items() if each not in known}
    if wanted:
        wanted |= dict.fromkeys(outlived(file.deleted, moment) - after.keys())
    return wanted


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
    return patched(parsed, document, wanted, name)
