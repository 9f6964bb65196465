"""Notes that are being written, kept so that they outlast a program that is killed.

Each stands in a file of its own in the reader's state folder until it is kept or given up. The
files are never trusted: what is not understood counts as no draft.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from annotations.durable import read_regular, temporary_files, write_durably
from annotations.model import new_id
from annotations.presence import NOTES
from documents.places import make_private, state_folder, workspace_folder

LARGEST = 1024 * 1024
"""In bytes of a draft's file; a longer note is not kept while it is written."""

_MOST = 50
_LOCK = ".lock"
_HELD: dict[Path, int] = {}
"""The locks that this program holds, by the folder they stand in."""

_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Subject(NamedTuple):
    """What a note is on: a passage of a document, or (``start`` is None) the document as a whole.

    ``exact`` are the words of the passage, ``annotation`` the id of the one that has the note,
    empty where it would be a new one, and ``reply_to`` the id of the one that the note answers.
    """

    document: str
    start: int | None = None
    end: int | None = None
    exact: str = ""
    annotation: str = ""
    reply_to: str = ""

    def is_that_of(self, other: Subject) -> bool:
        """Whether a note on the one is a note on the other."""
        if self.document != other.document or (self.start is None) != (other.start is None):
            return False
        if self.annotation and other.annotation:
            return self.annotation == other.annotation
        if self.reply_to != other.reply_to:
            return False
        if None in (self.start, self.end, other.start, other.end):
            return True
        return self.start < other.end and other.start < self.end  # type: ignore[operator]

    def found_in(self, text: str) -> Subject:
        """The same passage in a text that may have changed: where its words stand, if they do."""
        if self.start is None or self.end is None or text.startswith(self.exact, self.start):
            return self
        before = text.rfind(self.exact, 0, self.start + len(self.exact))
        after = text.find(self.exact, self.start)
        places = [place for place in (before, after) if place >= 0]
        if not places or not self.exact:
            return self
        start = min(places, key=lambda place: abs(place - (self.start or 0)))
        return self._replace(start=start, end=start + len(self.exact))


class Draft(NamedTuple):
    """A note as far as it is written; ``name`` is its file's, ``author`` whose it is."""

    name: str
    author: str
    subject: Subject
    words: str


def draft_name() -> str:
    """A name for the file of a new draft, which tells whether its program is still at work."""
    return f"{os.getpid()}-{new_id()}.json"


def write_draft(root: Path, draft: Draft) -> None:
    """Keeps a draft of a note in the workspace at ``root``, for its reader alone.

    Raises OSError. A note that is too long is left as it was kept last.
    """
    kept = {"author": draft.author, "on": draft.subject._asdict(), "words": draft.words}
    data = json.dumps(kept).encode()
    if len(data) <= LARGEST:
        folder = _folder(root)
        _hold(folder)
        write_durably(folder / draft.name, data, mode=0o600)


def remove_draft(root: Path, name: str) -> None:
    """Removes a draft that was kept or given up. Raises OSError."""
    (_folder(root) / name).unlink(missing_ok=True)


def left_drafts(root: Path, author: str) -> list[Draft]:
    """What ``author`` was writing when the program was killed, the newest first.

    Not what another program that still runs has at hand. Removes what was half written.
    """
    with suppress(OSError):
        if not state_folder().is_dir():
            return []
        folder = _folder(root)
        for file in temporary_files(folder):
            if not _runs(folder, file.name.removeprefix(".sidelight-")):
                file.unlink(missing_ok=True)
        files = sorted(folder.glob("*.json"), key=lambda file: -file.stat().st_mtime_ns)[:_MOST]
        found = [draft for draft in _read(files) if draft.author == author]
        _clear_locks(folder)
        return found
    return []


def drafts_in(folder: Path) -> list[Path]:
    """The files of all drafts in a folder, whoever writes them; old locks are cleared away."""
    _clear_locks(folder)
    return sorted(file for file in folder.iterdir() if not file.name.endswith(_LOCK))


def _clear_locks(folder: Path) -> None:
    for lock in folder.glob(f"*{_LOCK}"):
        _runs(folder, lock.name.replace(_LOCK, "-"))


def _read(files: list[Path]) -> Iterator[Draft]:
    for file in files:
        with suppress(OSError, *_DAMAGED):
            data = read_regular(file, LARGEST)
            if len(data) <= LARGEST and not _runs(file.parent, file.name):
                yield _draft(file.name, json.loads(data))


def _draft(name: str, kept: Any) -> Draft:
    on = kept["on"]
    start, end = on["start"], on["end"]
    for one in (kept["author"], on["document"], on["exact"], on["annotation"], on["reply_to"]):
        if not isinstance(one, str):
            raise ValueError("not text")
    if not isinstance(kept["words"], str):
        raise ValueError("not a note")
    if (start, end) != (None, None) and not (type(start) is type(end) is int and 0 <= start < end):
        raise ValueError("not a span")
    subject = Subject(on["document"], start, end, on["exact"], on["annotation"], on["reply_to"])
    return Draft(name, kept["author"], subject, kept["words"])


def _folder(root: Path) -> Path:
    folder = workspace_folder(state_folder(), root) / NOTES
    make_private(folder)
    return folder


def _hold(folder: Path) -> None:
    """Shows others that this program is at work on drafts, until it ends in whatever way."""
    if folder not in _HELD:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        _HELD[folder] = os.open(folder / f"{os.getpid()}{_LOCK}", flags, 0o600)
        with suppress(OSError):  # not every file system has locks
            fcntl.flock(_HELD[folder], fcntl.LOCK_SH | fcntl.LOCK_NB)


def _runs(folder: Path, name: str) -> bool:
    """Whether the program that wrote a file of that name is still at work, and is not this one.

    Its number alone does not tell: another may have it by now. What its lock left is removed.
    """
    number = name.partition("-")[0]
    if not number.isdecimal() or int(number) == os.getpid():
        return False
    lock = folder / f"{number}{_LOCK}"
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        lock.unlink(missing_ok=True)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return False
