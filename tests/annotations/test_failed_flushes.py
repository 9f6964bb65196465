"""After a flush has failed, that something stands there does not say that it is on the disk."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.annotation_file import AnnotationFile
from annotations.durable import write_durably
from annotations.errors import SaveFailed
from annotations.model import Change, mark
from annotations.store import Store
from documents.document import Document
from documents.settings import Settings
from documents.workspace import Workspace

AUTHOR = "mk"
TEXT = "Sentence of a text which stands here. " * 20
PATHS = ("a.txt", "b.txt")
Save = Callable[[Store, list[tuple[Document, list[Change]]]], list[object]]


@contextmanager
def failing(folder: Path) -> Iterator[None]:
    """A disk that cannot flush ``folder``."""
    fsync = os.fsync

    def flush(descriptor: int) -> None:
        if os.path.samestat(os.fstat(descriptor), folder.stat()):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", flush)
        yield


def one_by_one(store: Store, edits: list[tuple[Document, list[Change]]]) -> list[object]:
    outcomes: list[object] = []
    for document, changes in edits:
        try:
            outcomes.append(store.apply(AUTHOR, document, changes))
        except SaveFailed as error:
            outcomes.append(error)
    return outcomes


def together(store: Store, edits: list[tuple[Document, list[Change]]]) -> list[object]:
    return [*store.apply_together(AUTHOR, edits)]


def inodes(folder: Path) -> set[int]:
    return {file.stat().st_ino for file in folder.iterdir()}


@pytest.mark.parametrize("again", [one_by_one, together])
@pytest.mark.parametrize("save", [one_by_one, together])
def test_what_was_put_in_place_but_not_flushed_is_written_anew_by_the_next_save(
    tmp_path: Path, save: Save, again: Save
) -> None:
    for path in PATHS:
        (tmp_path / path).write_text(TEXT)
    workspace = Workspace(tmp_path, Settings())
    store, documents = Store(workspace), [workspace.read(path) for path in PATHS]
    edits = [(one, [Change(None, mark(TEXT, 0, 8))]) for one in documents]
    folder = tmp_path / "annotations" / AUTHOR
    folder.mkdir(parents=True)
    with failing(folder):
        assert all(isinstance(one, SaveFailed) for one in save(store, edits))
    before = inodes(folder)
    assert all(isinstance(one, AnnotationFile) for one in again(store, edits))
    assert before.isdisjoint(inodes(folder))
    written = inodes(folder)
    assert all(isinstance(one, AnnotationFile) for one in again(store, edits))
    assert inodes(folder) == written
    for path, (_, [change]) in zip(PATHS, edits, strict=True):
        assert Store(workspace).read(AUTHOR, path).annotations == (change.after,)


def test_a_folder_that_could_not_be_flushed_into_its_own_is_made_anew(tmp_path: Path) -> None:
    file = tmp_path / "new" / "file"
    with failing(tmp_path), pytest.raises(OSError, match=os.strerror(errno.EIO)):
        write_durably(file, b"x")
    assert not file.parent.exists()
    write_durably(file, b"x")
    assert file.read_bytes() == b"x"
