"""A writer's turn in a workspace: the folder made ready, and the lock held."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from annotations.confinement import confined
from annotations.durable import flush_folder, make_folder, write_durably
from annotations.errors import SaveFailed
from annotations.locking import LockHeld, locked
from annotations.toml_file import SCHEMA
from documents.discovery import ANNOTATIONS_FOLDER, ANNOTATIONS_MARKER
from documents.lazy_regex import lazy_regex

_PATIENCE = 30.0  # seconds; a save takes some milliseconds
_MARKER = f"schema = {SCHEMA}\n"
_ATTRIBUTES = """\
# Offsets count in these texts: git must not translate their newlines.
.texts/* -text
"""
_SCHEMA = lazy_regex(rb"^\s*schema\s*=\s*(\d{1,9})\s*(?:#|$)", re.MULTILINE)


class Turn:
    """Lets the writers in the workspace at ``root`` take turns.

    The lock is on ``annotations/.sidelight``, which is there anyway and is never renamed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self.locks_work = True

    @contextlib.contextmanager
    def taken(self, name: str) -> Iterator[None]:
        """Holds the lock while the body runs; ``name`` is what is to be saved.

        Raises SaveFailed and OSError.
        """
        folder = confined(self._root, ANNOTATIONS_FOLDER)
        make_folder(folder)
        with contextlib.ExitStack() as stack:
            try:
                lock = locked(folder / ANNOTATIONS_MARKER, _PATIENCE)
                descriptor, works = stack.enter_context(lock)
            except LockHeld:
                mend = "end it, or wait, and try again"
                raise SaveFailed(name, "another program is saving here", mend) from None
            self.locks_work = self.locks_work and works
            _make_ours(folder, descriptor, name)
            yield


def _make_ours(folder: Path, descriptor: int, name: str) -> None:
    """Marks the folder as one of ours, or finds it marked."""
    marker = os.pread(descriptor, 4096, 0)
    if not marker:
        os.pwrite(descriptor, _MARKER.encode("ascii"), 0)
        os.fsync(descriptor)
        flush_folder(folder)
    elif (match := _SCHEMA.search(marker)) and int(match[1]) > SCHEMA:
        reason = f"a newer Sidelight (schema {match[1].decode('ascii')}) keeps these annotations"
        raise SaveFailed(name, reason, "update Sidelight")
    attributes = folder / ".gitattributes"
    if not os.path.lexists(attributes):
        write_durably(attributes, _ATTRIBUTES.encode("ascii"))
