"""The texts that offsets count in, kept by their SHA-256.

When a document changes, its old text is what makes following the annotated passages reliable.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from annotations.confinement import confined
from annotations.durable import read_regular, sweep, write_durably
from documents.discovery import ANNOTATIONS_FOLDER
from documents.hashing import sha256_of
from documents.lazy_regex import lazy_regex
from documents.places import make_private, state_folder, workspace_folder, workspace_place
from documents.settings import KeepTexts

if TYPE_CHECKING:
    from annotations.group_commit import NewFile
    from documents.document import Document

LARGEST_SHARED = 32 * 1024 * 1024
"""In bytes; a larger text is kept in the reader's own state folder, out of version control."""

_LARGEST = 4 * 1024**3  # bytes of UTF-8 that the largest document can take
_DIGEST = lazy_regex(r"[0-9a-f]{64}")
_PRIVATE_MODE = 0o600
_PRIVATE_FOLDER = "texts"
_SUFFIX = ".txt"


class KeptText(NamedTuple):
    """A text by its SHA-256, the file it is kept in, and that file's size in bytes."""

    digest: str
    file: Path
    size: int


class KeptTexts:
    """The kept texts of the workspace at ``root``, put where ``keep`` says.

    They are found wherever they are, whatever the settings say today.
    """

    def __init__(self, root: Path, keep: KeepTexts) -> None:
        self._root = root
        self._keep = keep
        self._sound: dict[str, Path] = {}

    def text(self, digest: str) -> str | None:
        """The text with this SHA-256; None where it was not kept, or is damaged."""
        if not _DIGEST.fullmatch(digest):
            return None
        for folder in self.folders():
            if (data := _sound(folder, digest)) is not None:
                return data.decode("utf-8")
        return None

    def keep(self, document: Document) -> Path | None:
        """Keeps the document's text; gives the file it is in, or None where texts are not kept.

        Raises OSError.
        """
        if (new := self._unkept(document)) is not None:
            write_durably(new.file, new.data, mode=new.mode)
            self._sound[document.digest] = new.file
        return self._sound.get(document.digest)

    def keep_together(self, documents: Iterable[Document]) -> dict[str, OSError]:
        """Keeps the texts of several documents; gives why one cannot, by its path."""
        from annotations.group_commit import write_together

        new: list[tuple[Document, NewFile]] = []
        failed: dict[str, OSError] = {}
        for document in documents:
            try:
                if (one := self._unkept(document)) is not None:
                    new.append((document, one))
            except OSError as error:
                failed[document.path] = error
        outcomes = write_together([one for _, one in new])
        for (document, one), outcome in zip(new, outcomes, strict=True):
            if isinstance(outcome, OSError):
                failed[document.path] = outcome
            else:
                self._sound[document.digest] = one.file
        return failed

    def folders(self) -> Iterator[Path]:
        """Where texts are kept: beside the annotations, then privately, for this workspace."""
        for find in (self._shared, self._private):
            with contextlib.suppress(OSError):
                yield find()

    def sweep(self) -> None:
        """Removes what killed writers left among the private texts, if there are any.

        Only for a caller that holds the lock of the workspace: then none of them is at work.
        """
        with contextlib.suppress(OSError):
            sweep(workspace_place(state_folder(), self._root) / _PRIVATE_FOLDER)

    def _unkept(self, document: Document) -> NewFile | None:
        """What is to be written so that the document's text is kept; None where it is, or need not.

        Raises OSError.
        """
        known = self._sound.get(document.digest)
        if self._keep == "off" or (known and known.exists()):
            return None
        from annotations.group_commit import NewFile
        from documents.document import text_in_utf_8

        data = text_in_utf_8(document.text)
        shared = self._keep == "workspace" and len(data) <= LARGEST_SHARED
        folder = self._shared() if shared else self._private()
        file = folder / f"{document.digest}{_SUFFIX}"
        if _sound(folder, document.digest) is None:
            return NewFile(file, data, 0o666 if shared else _PRIVATE_MODE)
        self._sound[document.digest] = file
        return None

    def _shared(self) -> Path:
        return confined(self._root, f"{ANNOTATIONS_FOLDER}/.texts")

    def _private(self) -> Path:
        folder = workspace_folder(state_folder(), self._root) / _PRIVATE_FOLDER
        make_private(folder)
        return folder


def texts_in(folder: Path) -> list[KeptText]:
    """The texts kept in ``folder``, sound or not, in the order of their digests.

    Links and files of other names are none. Raises OSError where the folder cannot be listed.
    """
    try:
        with os.scandir(folder) as entries:
            found = [each for each in entries if each.is_file(follow_symlinks=False)]
    except FileNotFoundError:
        return []
    texts = [
        KeptText(each.name.removesuffix(_SUFFIX), folder / each.name, each.stat().st_size)
        for each in found
        if each.name.endswith(_SUFFIX)
    ]
    return sorted(each for each in texts if _DIGEST.fullmatch(each.digest))


def _sound(folder: Path, digest: str) -> bytes | None:
    """The bytes of a kept text, if they are what they should be."""
    try:
        data = read_regular(folder / f"{digest}{_SUFFIX}", _LARGEST)
    except OSError:
        return None
    return data if sha256_of(data) == digest else None
