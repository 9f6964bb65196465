"""Copies of annotation files as they were last saved here, in the reader's own state folder.

An editor, a sync tool or a full disk can leave an annotation file empty or cut short, while this
program runs or while it does not. What was last saved can then be brought back. The copies are
private, never needed, and never more than what their owner once saw.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from annotations.durable import read_regular, replace_privately
from annotations.presence import COPIES_FOLDER
from documents.lazy_regex import lazy_regex
from documents.places import make_private, state_folder, workspace_folder

EARLIER_KEPT = 5
"""Versions of one file that are kept because annotations had gone from it."""

_LARGEST = 64 * 1024 * 1024  # bytes
_KEPT = 180 * 86400  # seconds
_LAST = "last"
_ID = lazy_regex(rb"^\[annotation\.([^\]\r\n]+)\]", re.MULTILINE)


class SafetyCopies:
    """The copies for the workspace at ``root``. What goes wrong with one is never told."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._is_pruned = False
        self._kept: dict[str, bytes] = {}  # the copy made last, which usually is the next as well

    def file(self, name: str) -> Path | None:
        """Where the copy of the annotation file ``name`` is; None where there is none."""
        with contextlib.suppress(OSError):
            file = self._folder() / _LAST / name
            return file if file.is_file() else None
        return None

    def data(self, name: str) -> bytes | None:
        """The annotation file ``name`` as it was last saved here, if a copy was kept."""
        with contextlib.suppress(OSError):
            return read_regular(self._folder() / _LAST / name, _LARGEST)
        return None

    def keep(self, name: str, data: bytes, found: bytes) -> Path | None:
        """Keeps ``data``, which was just saved as ``name``, where ``found`` stood before.

        Where annotations had gone from the file by other hands than ours, the copy that has them
        is kept as well, and its place is given.
        """
        with contextlib.suppress(OSError):
            folder = self._folder()
            last = folder / _LAST / name
            earlier = None
            copy = self._kept.get(name) or self.data(name)
            if (
                copy
                and copy != found
                and annotation_ids(copy) - annotation_ids(found) - annotation_ids(data)
            ):
                earlier = _set_aside(folder, name)
            _replace(last, data)
            self._kept = {name: data}
            self._prune(folder)
            return earlier
        return None

    def _folder(self) -> Path:
        folder = workspace_folder(state_folder(), self._root) / COPIES_FOLDER
        make_private(folder)
        return folder

    def _prune(self, folder: Path) -> None:
        """Removes what has not been saved for long, once."""
        if self._is_pruned:
            return
        self._is_pruned = True
        oldest = time.time() - _KEPT
        for file in _files(folder):
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < oldest:
                    file.unlink()


def annotation_ids(data: bytes) -> frozenset[bytes]:
    """The ids in the bytes of an annotation file, as far as they can be seen without parsing."""
    return frozenset(_ID.findall(data))


def _set_aside(folder: Path, name: str) -> Path:
    """Makes the last copy the newest of the earlier ones; the oldest of those goes."""
    places = [folder / each / name for each in (_LAST, *map(str, range(1, EARLIER_KEPT + 1)))]
    for number in range(EARLIER_KEPT, 0, -1):
        if places[number - 1].exists():
            make_private(places[number].parent)
            places[number - 1].replace(places[number])
    return places[1]


def _replace(file: Path, data: bytes) -> None:
    """Writes a file that may be lost with the machine, but never half of it."""
    if not file.parent.is_dir():
        make_private(file.parent)
    replace_privately(file, data)


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)
