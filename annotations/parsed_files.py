"""Annotation files as they stand on disk, parsed no more often than they change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.deletions import come_back
from annotations.durable import read_regular
from annotations.errors import BothSides, UnreadableAnnotations
from annotations.model import Annotation
from annotations.move_journal import Move, MoveJournal
from annotations.paths import annotation_path, file_name
from annotations.safety_copies import SafetyCopies
from annotations.steps import Step, at_once
from annotations.toml_file import LARGEST_FILE, ParsedFile, parse

_REMEMBERED = 64  # files; one of ten thousand annotations takes some twenty megabytes
_NONE: Mapping[str, Annotation] = MappingProxyType({})


class ParsedFiles:
    """The annotation files of the workspace at ``root``.

    Each call reads the file; what was parsed last serves again while its bytes are the same.
    """

    def __init__(self, root: Path, copies: SafetyCopies) -> None:
        self._root = root
        self._copies = copies
        self._parsed: OrderedDict[str, ParsedFile] = OrderedDict()
        self._deleted: dict[str, Mapping[str, Annotation]] = {}
        self._emptied: set[str] = set()
        self._lock = threading.Lock()
        self.journal = MoveJournal(root)

    def read(self, author: str, path: str, step: Step = at_once) -> ParsedFile | None:
        """What ``author`` wrote on the document at ``path``: None where there is no file.

        A file that was emptied counts as what it last held, as far as that is known: nobody
        deletes annotations that way, but an editor or a full disk does. ``step`` is called
        between short steps. Raises UnreadableAnnotations.
        """
        name = file_name(author, path)
        try:
            data = self.data(name)
        except OSError as error:
            reason = f"it cannot be read: {error.strerror}"
            raise UnreadableAnnotations(name, 0, 0, reason) from None
        if data is None:
            return None
        if not data.strip():
            last = self._before_it_was_emptied(name, author, path)
            if last is not None:
                self._emptied.add(name)
            return last
        self._emptied.discard(name)
        known = self._parsed.get(name)
        if known is None or known.data != data:
            known = self._parse(data, name, author, path, known, step)
            self.remember(name, known)
        return known

    def last_read(self, author: str, path: str) -> ParsedFile | None:
        """What was understood of the file last, if that is still known. Reads nothing."""
        return self._parsed.get(file_name(author, path))

    def shown(self, parsed: ParsedFile) -> AnnotationFile:
        """What a reader gets to see of a file: without what was deleted and has come back.

        And without what holds in the file that it was moved to (see ``move_journal``). What is
        odd about it is among its problems.
        """
        name = annotation_path(parsed.file.author, parsed.file.path)
        file, lines = _without(parsed.file, self._moved_on(parsed.file)), []
        if back := self.come_back(parsed):
            file = _without(file, back)
            line = f"{name}: an older copy has brought back {len(back)} deleted annotation(s)"
            lines.append(f"{line}; they stay deleted, and can be undone")
        if name in self._emptied:
            line = f"{name}: it was emptied; what was last saved stands in its place"
            lines.append(f"{line} (delete the file if that was meant)")
        return replace(file, problems=(*file.problems, *lines)) if lines else file

    def come_back(self, parsed: ParsedFile) -> dict[str, Annotation]:
        """What an older copy of the file has brought back, with what was left of each by us."""
        name = annotation_path(parsed.file.author, parsed.file.path)
        return come_back(parsed.file.annotations, self._deleted.get(name, _NONE))

    def _moved_on(self, file: AnnotationFile) -> set[str]:
        """The ids that stand in another file too, where a machine has died at a move."""
        with suppress(OSError):
            if self.journal.is_there(file.author):
                moves = [one for one in self.journal.moves(file.author) if one.old == file.path]
                return {each for move in moves for each in self._arrived(file.author, move)}
        return set()

    def _arrived(self, author: str, move: Move) -> set[str]:
        with suppress(UnreadableAnnotations):
            if new := self.read(author, move.new):
                return {one.id for one in new.file.annotations} & {
                    one.id for one in move.annotations
                }
        return set()

    def data(self, name: str) -> bytes | None:
        """The bytes of the annotation file ``name``; None where there is none. Raises OSError."""
        try:
            return read_regular(confined(self._root, name), LARGEST_FILE)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def remember(self, name: str, parsed: ParsedFile) -> None:
        """Takes ``parsed`` for what now stands in the file ``name``."""
        with self._lock:
            self._emptied.discard(name)
            self._parsed[name] = parsed
            self._parsed.move_to_end(name)
            while len(self._parsed) > _REMEMBERED:
                self._parsed.popitem(last=False)
            if parsed.file.deleted:
                told = {one.id: one for one in parsed.file.deleted}
                self._deleted[name] = {**self._deleted.get(name, _NONE), **told}

    def forget_deletions(self, name: str, revived: frozenset[str]) -> None:
        """Takes it that these annotations are meant to stand again."""
        with self._lock:
            if not revived.isdisjoint(told := self._deleted.get(name, _NONE)):
                self._deleted[name] = {i: one for i, one in told.items() if i not in revived}

    def _parse(
        self,
        data: bytes,
        name: str,
        author: str,
        path: str,
        known: ParsedFile | None,
        step: Step,
    ) -> ParsedFile:
        try:
            return parse(data, name, author, path, known, step)
        except BothSides:
            raise
        except UnreadableAnnotations as error:
            if copy := self._copies.file(name):
                reason = f"{error.reason}; as it was last saved here it is kept in {copy}"
                raise UnreadableAnnotations(name, error.line, error.column, reason) from None
            raise

    def _before_it_was_emptied(self, name: str, author: str, path: str) -> ParsedFile | None:
        last = self._parsed.get(name)
        if last is None and (copy := self._copies.data(name)):
            try:
                last = parse(copy, name, author, path)
            except UnreadableAnnotations:
                return None
        return last if last is not None and last.by_id else None


def _without(file: AnnotationFile, gone: Container[str]) -> AnnotationFile:
    if not gone:
        return file
    return replace(file, annotations=tuple(one for one in file.annotations if one.id not in gone))
