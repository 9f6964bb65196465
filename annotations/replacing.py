"""Annotation files are replaced by what is made of them, while nobody else writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotations.annotation_file import AnnotationFile
from annotations.confinement import confined
from annotations.durable import write_durably
from annotations.errors import SaveFailed
from annotations.parsed_files import ParsedFiles
from annotations.patching import CannotPatch, Wanted, patch
from annotations.resting import at_rest, state_of
from annotations.safety_copies import SafetyCopies
from annotations.toml_file import ParsedFile

_TRIES = 8
"""How often a save begins anew because another program has changed the file meanwhile."""

Made = tuple[ParsedFile | AnnotationFile, tuple[str, ...]]
"""The file to write, or the one that stands there where nothing changes; and remarks."""


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

    def replace(
        self,
        name: str,
        read: Callable[[], ParsedFile | None],
        make: Callable[[ParsedFile | None], Made],
    ) -> AnnotationFile:
        """Puts in place what ``make`` makes of what ``read`` finds in the file ``name``.

        Both are called anew where the file changes before it can be replaced. Raises SaveFailed,
        StillWritten and OSError, and what the two raise.
        """
        place = confined(self._root, name)
        for _ in range(_TRIES):
            state = at_rest(place)
            there = read()
            result, remarks = make(there)
            if not isinstance(result, ParsedFile):
                return replace(result, conflicts=remarks)
            self._sweep()
            if state_of(place) == state:
                remarks += self._write(place, name, result, there)
                return replace(result.file, conflicts=remarks)
        raise still_written(name)

    def _write(
        self, place: Path, name: str, parsed: ParsedFile, before: ParsedFile | None
    ) -> tuple[str, ...]:
        """Puts the file in the place of ``before``; gives remarks on that."""
        write_durably(place, parsed.data)
        self._files.remember(name, parsed)
        earlier = self._copies.keep(name, parsed.data, before.data if before else b"")
        if earlier is None:
            return ()
        return (f"{name}: annotations are gone that were saved here before; see {earlier}",)


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
