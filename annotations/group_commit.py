"""Files replaced together, as durably as one after the other, for a fraction of the flushes.

All are written and flushed first, several at once, which a disk does in one go; then each is
renamed over the one it replaces, and each folder is flushed once. A machine that dies in between
leaves every file as it was or as it is to be. Databases call it group commit (DeWitt et al. 1984,
"Implementation techniques for main memory database systems", section 5.2).
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from annotations.durable import flush_folder, make_folder, open_new, temporary_name

_FLUSHED_AT_ONCE = 8
_TOO_MUCH_AT_ONCE = (errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT)


class NewFile(NamedTuple):
    """What is to stand in ``file``; ``mode`` as for ``write_durably``.

    ``is_wanted`` is asked just before the file is put in place, for another program may have
    changed what stands there meanwhile.
    """

    file: Path
    data: bytes | bytearray
    mode: int = 0o666
    is_wanted: Callable[[], bool] = lambda: True


Outcome = OSError | bool
"""Why a file could not be written, or whether it was still wanted: then it is on the disk."""


def write_together(files: Sequence[NewFile]) -> list[Outcome]:
    """Replaces files as ``write_durably`` does each; gives what became of them, in their order.

    Where one cannot be written it is as it was, and the others are replaced all the same; where
    only the last flush failed, it is as it should be. Each is open for a while, so that there
    should be no more of them than a hundred; for which there is no room beside the others, on the
    disk or among the open files, are replaced after them, one by one.
    """
    outcomes = _replaced(files)
    for number, outcome in enumerate(outcomes if len(files) > 1 else ()):
        if isinstance(outcome, OSError) and outcome.errno in _TOO_MUCH_AT_ONCE:
            outcomes[number : number + 1] = _replaced(files[number : number + 1])
    return outcomes


def _replaced(files: Sequence[NewFile]) -> list[Outcome]:
    replacements = [_Replacement(each) for each in files]
    try:
        for one in replacements:
            one.attempt(one.write)
        _at_once([partial(one.attempt, one.flush) for one in replacements])
        for one in replacements:
            one.attempt(one.put)
        _flush_folders(replacements)
    finally:
        for one in replacements:
            one.clear()
    return [one.failure or one.is_placed for one in replacements]


class _Replacement:
    """One file on its way: written beside its place, flushed, put in place."""

    def __init__(self, new: NewFile) -> None:
        self._new = new
        self._temporary = new.file.with_name(temporary_name())
        self._descriptor = -1
        self.folder = new.file.parent
        self.failure: OSError | None = None
        self.is_placed = False

    def attempt(self, do: Callable[[], None]) -> None:
        """Does the next of it, unless something has failed."""
        if self.failure is None:
            try:
                do()
            except OSError as error:
                self.failure = error

    def write(self) -> None:
        make_folder(self.folder)
        new = self._new
        self._descriptor = open_new(self._temporary, new.data, new.mode, new.file)

    def flush(self) -> None:
        os.fsync(self._descriptor)
        self._close()

    def put(self) -> None:
        if self._new.is_wanted():
            self._temporary.rename(self._new.file)
            self.is_placed = True

    def clear(self) -> None:
        """Leaves nothing open, and nothing beside the file."""
        with contextlib.suppress(OSError):
            self._close()
        if not self.is_placed:
            with contextlib.suppress(OSError):
                self._temporary.unlink()

    def _close(self) -> None:
        if self._descriptor >= 0:
            descriptor, self._descriptor = self._descriptor, -1
            os.close(descriptor)


def _flush_folders(replacements: Iterable[_Replacement]) -> None:
    folders: dict[Path, list[_Replacement]] = {}
    for one in replacements:
        if one.is_placed:
            folders.setdefault(one.folder, []).append(one)

    def flush(folder: Path, placed: list[_Replacement]) -> None:
        try:
            flush_folder(folder)
        except OSError as error:
            for one in placed:
                one.failure = error

    _at_once([partial(flush, folder, placed) for folder, placed in folders.items()])


def _at_once(works: Sequence[Callable[[], None]]) -> None:
    """Does what waits for a disk, several at a time, and waits for all of it."""
    if len(works) == 1:
        works[0]()
    elif works:
        with ThreadPoolExecutor(min(len(works), _FLUSHED_AT_ONCE), "flush") as pool:
            for done in [pool.submit(work) for work in works]:
                done.result()
