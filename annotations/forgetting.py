"""What is kept of a workspace in the reader's own state folder, and what of it can go.

Nothing goes that holds words which stand nowhere else: a note that was being written, annotations
that have vanished from the workspace's files, texts that marks are followed by.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from annotations.confinement import confined
from annotations.drafts import drafts_in
from annotations.durable import read_regular
from annotations.kept_texts import texts_in
from annotations.presence import COPIES_FOLDER, NOTES
from annotations.records import authors, records_of
from annotations.safety_copies import annotation_ids
from documents.lazy_regex import lazy_regex
from documents.places import state_folder, workspace_place

_TEXTS = "texts"
_LARGEST = 64 * 1024 * 1024  # bytes
_DIGEST = lazy_regex(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


class Kept(NamedTuple):
    """Something that is kept: what it is, the file or folder, and how many bytes that takes.

    ``stays`` says why it is left, and is empty where it can go.
    """

    what: str
    file: Path
    size: int
    stays: str = ""


class _Standing(NamedTuple):
    """What stands in the annotation files of a workspace; not ``whole`` if one was not read."""

    ids: frozenset[bytes]
    digests: frozenset[bytes]
    whole: bool


def kept_in_state(root: Path) -> list[Kept]:
    """What is kept of the workspace at ``root``, which need not exist any more. Raises OSError."""
    place = workspace_place(state_folder(), root)
    if place.is_symlink() or not place.is_dir():
        return []
    standing = _standing(root)
    found: list[Kept] = []
    for entry in sorted(place.iterdir()):
        if entry.name == NOTES:
            found += _drafts(entry)
        elif entry.name == COPIES_FOLDER:
            found += (_copy(file, standing) for file in _files(entry))
        elif entry.name == _TEXTS:
            found += (_text(one.file, one.digest, standing) for one in texts_in(entry))
        else:
            steps = entry.name.startswith("undo-")
            found.append(_kept("steps to undo" if steps else "places and words looked for", entry))
    return found


def remove_kept(root: Path, kept: list[Kept]) -> None:
    """Removes what can go of what is ``kept``, and folders with nothing in them. Raises OSError."""
    for one in kept:
        if not one.stays:
            remove(one.file)
    for folder, _, _ in os.walk(workspace_place(state_folder(), root), topdown=False):
        with suppress(OSError):
            Path(folder).rmdir()
    remove_if_empty(workspace_place(state_folder(), root))


def remove(file: Path) -> None:
    """Removes a file, a link, or a folder with all that is in it. Raises OSError."""
    if file.is_dir() and not file.is_symlink():
        shutil.rmtree(file)
    else:
        file.unlink(missing_ok=True)


def remove_if_empty(folder: Path) -> None:
    """Removes a workspace's folder, and ours around it, as far as nothing is in them."""
    for each in (folder, *folder.parents[:2]):
        with suppress(OSError):
            each.rmdir()


def _kept(what: str, file: Path, stays: str = "") -> Kept:
    return Kept(what, file, size_of(file), stays)


def size_of(file: Path) -> int:
    """The bytes that a file takes, or all files in a folder; 0 where there is nothing."""
    with suppress(OSError):
        if file.is_symlink() or not file.is_dir():
            return file.lstat().st_size
        return sum(each.lstat().st_size for each in _files(file))
    return 0


def _drafts(folder: Path) -> Iterator[Kept]:
    reason = "it is not among your marks yet; open the workspace to go on with it"
    for file in drafts_in(folder):
        yield _kept("a note being written", file, reason)


def _copy(file: Path, standing: _Standing) -> Kept:
    what = "copy of an annotation file"
    try:
        lost = len(annotation_ids(read_regular(file, _LARGEST)) - standing.ids)
    except OSError:
        return _kept(what, file, "it cannot be read")
    number = "1 annotation in it stands" if lost == 1 else f"{lost} annotations in it stand"
    return _kept(what, file, f"{number} nowhere in the workspace" if lost else "")


def _text(file: Path, digest: str, standing: _Standing) -> Kept:
    needed = not standing.whole or digest.encode() in standing.digests
    return _kept("text of a document", file, "marks are followed by it" if needed else "")


def _standing(root: Path) -> _Standing:
    ids: set[bytes] = set()
    digests: set[bytes] = set()
    hidden: list[OSError] = []
    for author in authors(root):
        for record in records_of(root, author, hidden.append):
            try:
                data = read_regular(confined(root, record.file), _LARGEST)
            except OSError as error:
                hidden.append(error)
                continue
            ids |= annotation_ids(data)
            digests.update(_DIGEST.findall(data.lower()))
    whole = bool(ids) and not hidden
    return _Standing(frozenset(ids), frozenset(digests), whole)


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in sorted(os.walk(folder)):
        yield from (Path(place, name) for name in sorted(names))
