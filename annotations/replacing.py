"""Annotation files are replaced by what is made of them, while nobody else writes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.durable import write_durably
from annotations.errors import SaveFailed
from annotations.group_commit import NewFile, write_together
from annotations.parsed_files import ParsedFiles
from annotations.patching import CannotPatch, Wanted, patch
from annotations.resting import FileState, at_rest, state_of
from annotations.safety_copies import SafetyCopies
from annotations.toml_file import ParsedFile

_TRIES = 8
"""How often a save begins anew because another program has changed the file meanwhile."""

Made = tuple[ParsedFile | AnnotationFile, tuple[str, ...]]
"""The file to write, or the one that stands there where nothing changes; and remarks."""


Read = Callable[[], ParsedFile | None]
Make = Callable[[ParsedFile | None], Made]


class Ready(NamedTuple):
    """The file ``result``, which is to take the place of ``before`` while that is in ``state``."""

    name: str
    place: Path
    state: FileState | None
    before: ParsedFile | None
    result: ParsedFile
    remarks: tuple[str, ...]

    def is_unchanged(self) -> bool:
        """Whether nobody has changed since what it takes the place of. Raises OSError."""
        return state_of(self.place) == self.state


class Replacer:
    """Replaces annotation files of one workspace. For a caller that has its turn there.

    ``sweep`` is called before the first file is written.
    """

    def __init__(
        self, root: Path, files: ParsedFiles, copies: SafetyCopies, sweep: Callable[[], None]
    ) -> None:
        self._root = root
        self._files = files
        self._copies = copies
        self._sweep = sweep
        self._in_doubt: set[str] = set()  # what stands there may not be on the disk

    def replace(self, name: str, read: Read, make: Make) -> AnnotationFile:
        """Puts in place what ``make`` makes of what ``read`` finds in the file ``name``.

        Both are called anew where the file changes before it can be replaced. Raises SaveFailed,
        StillWritten and OSError, and what the two raise.
        """
        for _ in range(_TRIES):
            ready = self.prepare(name, read, make)
            if isinstance(ready, AnnotationFile):
                return ready
            self._sweep()
            if ready.is_unchanged():
                self._in_doubt.add(name)
                write_durably(ready.place, ready.result.data)
                return self._replaced(ready)
        raise still_written(name)

    def prepare(self, name: str, read: Read, make: Make) -> Ready | AnnotationFile:
        """What is to take the place of the file ``name``, or what stands there and may stay.

        Raises as ``replace`` does.
        """
        place = confined(self._root, name)
        state = at_rest(place)
        there = read()
        result, remarks = make(there)
        if there is not None and name in self._in_doubt and not isinstance(result, ParsedFile):
            result = there  # written anew: after a flush has failed, another one proves nothing
        if isinstance(result, ParsedFile):
            return Ready(name, place, state, there, result, remarks)
        return replace(result, conflicts=remarks)

    def replace_together(self, ready: Sequence[Ready]) -> list[AnnotationFile | OSError | None]:
        """Puts in place what was prepared, flushed together; gives what then stands in each file.

        Where one cannot be written, why; where it has changed since it was prepared, None: it is to
        be prepared anew. None of them may be there twice.
        """
        if ready:
            self._sweep()
        self._in_doubt.update(one.name for one in ready)
        new = [NewFile(one.place, one.result.data, is_wanted=one.is_unchanged) for one in ready]
        done: list[AnnotationFile | OSError | None] = []
        for one, outcome in zip(ready, write_together(new), strict=True):
            if isinstance(outcome, OSError):
                done.append(outcome)
            else:
                done.append(self._replaced(one) if outcome else None)
        return done

    def _replaced(self, ready: Ready) -> AnnotationFile:
        """Remembers what now stands there; gives it with remarks on that."""
        name, data, before = ready.name, ready.result.data, ready.before
        self._in_doubt.discard(name)
        self._files.remember(name, ready.result)
        earlier = self._copies.keep(name, data, before.data if before else b"")
        remarks = ready.remarks
        if earlier is not None:
            gone = "annotations are gone that were saved here before"
            remarks += (f"{name}: {gone}; see {earlier}",)
        return replace(ready.result.file, conflicts=remarks)


def patched(parsed: ParsedFile, document: AnnotationFile, wanted: Wanted, name: str) -> ParsedFile:
    """As ``patch``; what cannot be changed is a SaveFailed."""
    try:
        return patch(parsed, document, wanted, name)
    except CannotPatch as error:
        mend = "rewrite the file by hand as Sidelight lays it out, or move it away"
        raise SaveFailed(name, str(error), mend) from None


def still_written(name: str) -> SaveFailed:
    """For a file that another program does not leave alone."""
    mend = "close it there"
    return SaveFailed(name, "another program keeps writing it", mend)
