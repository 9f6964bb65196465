"""Annotations are moved from one annotation file to another, also after a machine has died at it.

They are written to the new file first, so that they stand somewhere at any time; the journal tells
what is then to be taken out of the old one (see ``move_journal``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from annotations.annotation_file import AnnotationFile
from annotations.deletions import remains, trace
from annotations.merging import differs, merge, named, with_place_of
from annotations.model import Annotation, now
from annotations.move_journal import Move, MoveJournal
from annotations.parsed_files import ParsedFiles
from annotations.patching import Wanted
from annotations.paths import file_name
from annotations.replacing import Made, Replacer, patched, still_written
from annotations.toml_file import ParsedFile

_TRIES = 8
"""How often what another program makes of an annotation in the old file is brought along."""

_LeftOf = Callable[[Annotation, datetime], Annotation | None]


class Mover:
    """Takes annotations out of files. For a caller that has its turn in the workspace.

    No text is needed for that, and no annotation is placed anew. All raise SaveFailed,
    StillWritten, UnreadableAnnotations and OSError.
    """

    def __init__(self, journal: MoveJournal, files: ParsedFiles, replacer: Replacer) -> None:
        self._journal = journal
        self._files = files
        self._replacer = replacer

    def begin(self, author: str, moves: list[Move]) -> None:
        """Tells of moves before the new file is written.

        Earlier ones that cannot be ended go on beside them, unless they are of the same annotations
        (then what keeps them from ending is raised).
        """
        pending = self._journal.moves(author)
        if _ids(pending) & _ids(moves):
            self.finish(author)
            pending = []
        self._journal.write(author, [*pending, *moves])

    def finish(self, author: str) -> tuple[str, ...]:
        """Takes what has arrived out of the old files; what has not stays there. Gives remarks."""
        if not self._journal.is_there(author):
            return ()
        remarks = [line for move in self._journal.moves(author) for line in self._end(author, move)]
        self._journal.clear(author)
        return tuple(remarks)

    def delete(self, author: str, path: str, annotations: Iterable[Annotation]) -> tuple[str, ...]:
        """Deletes annotations where they stand, unless somebody has edited them there since."""
        known = {one.id: one for one in annotations}
        self._take_out(author, path, known, remains)
        return tuple(
            f"{named(one)}: it was edited elsewhere, and so was not deleted"
            for identifier, one in self._standing(author, path).items()
            if identifier in known
        )

    def _end(self, author: str, move: Move) -> list[str]:
        remarks: list[str] = []
        for _ in range(_TRIES):
            arrived = self._standing(author, move.new)
            known = {one.id: one for one in move.annotations if one.id in arrived}
            there = self._standing(author, move.old)
            left = {identifier: there[identifier] for identifier in known if identifier in there}
            if not left:
                return remarks
            remarks += self._bring_edits(author, move.new, known, left)
            self._take_out(author, move.old, left, trace)
        raise still_written(file_name(author, move.old))

    def _bring_edits(
        self,
        author: str,
        path: str,
        known: Mapping[str, Annotation],
        left: Mapping[str, Annotation],
    ) -> list[str]:
        """Merges into the new file what was made of annotations in the old one since."""
        edited = {i: one for i, one in left.items() if differs(known[i], one)}
        remarks: list[str] = []

        def merged(one: Annotation) -> Annotation | None:
            was = known[one.id]
            same = edited[one.id].exact == was.exact  # its place counts in another text than here
            theirs = with_place_of(edited[one.id], was) if same else edited[one.id]
            result = merge(was, one, theirs)
            if result.conflict:
                remarks.append(f"{named(one)}: {result.conflict}")
            return result.annotation

        if edited:
            self._rewrite(author, path, lambda one: merged(one) if one.id in edited else one)
        return remarks

    def _take_out(
        self, author: str, path: str, known: Mapping[str, Annotation], left_of: _LeftOf
    ) -> None:
        """Leaves only what is ``left_of`` annotations that are still as they are known."""
        moment = now()

        def without(one: Annotation) -> Annotation | None:
            was = known.get(one.id)
            return one if was is None or differs(was, one) else left_of(one, moment)

        self._rewrite(author, path, without)

    def _rewrite(
        self, author: str, path: str, change: Callable[[Annotation], Annotation | None]
    ) -> None:
        """Puts what ``change`` makes of each annotation in its place; None takes it out."""
        name = file_name(author, path)

        def make(parsed: ParsedFile | None) -> Made:
            if parsed is None:
                return AnnotationFile(author=author, path=path), ()
            wanted: Wanted = {
                one.id: new for one in parsed.file.annotations if (new := change(one)) is not one
            }
            return (patched(parsed, parsed.file, wanted, name) if wanted else parsed.file), ()

        self._replacer.replace(name, lambda: self._files.read(author, path), make)

    def _standing(self, author: str, path: str) -> dict[str, Annotation]:
        parsed = self._files.read(author, path)
        return {one.id: one for one in parsed.file.annotations} if parsed else {}


def _ids(moves: Iterable[Move]) -> set[str]:
    return {one.id for move in moves for one in move.annotations}
