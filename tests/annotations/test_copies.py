"""A copy that a sync tool left is brought over: nothing in either is lost, or comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from annotations.copies import BroughtOver, bring_over
from annotations.errors import UnreadableAnnotations
from annotations.model import Annotation, Change, mark, now
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

PATH = "call.txt"
TEXT = "One sentence here. Another sentence there.\n\nA third one, of course, stands here.\n"
MakeWorkspace = Callable[..., Workspace]


@pytest.fixture
def workspace(make_workspace: MakeWorkspace) -> Workspace:
    return make_workspace({PATH: TEXT})


@pytest.fixture
def document(workspace: Workspace) -> Document:
    return workspace.read(PATH)


@pytest.fixture
def file(workspace: Workspace) -> Path:
    return workspace.root / "annotations/mk/call.txt.toml"


def old(start: int, end: int, note: str = "") -> Annotation:
    return mark(TEXT, start, end, note=note, moment=now() - timedelta(days=3))


def save(workspace: Workspace, document: Document, *changes: Change) -> None:
    Store(workspace).apply("mk", document, changes)


def there(workspace: Workspace) -> dict[str, Annotation]:
    return {one.id: one for one in Store(workspace).read("mk", PATH).annotations}


def copied(file: Path) -> Path:
    copy = file.with_name("call.txt.sync-conflict-20261121-190000-ABCDEFG.toml")
    copy.write_bytes(file.read_bytes())
    return copy


def brought(workspace: Workspace, copy: Path) -> BroughtOver:
    return bring_over(copy, workspace, Store(workspace), "mk")


def test_each_side_gets_what_the_other_has_and_deletions_stay(
    workspace: Workspace, document: Document, file: Path
) -> None:
    both, gone_here, gone_there = old(0, 18), old(19, 26), old(27, 35)
    save(workspace, document, *(Change(None, one) for one in (both, gone_here, gone_there)))
    base = file.read_bytes()
    only_there = old(44, 50)
    save(workspace, document, Change(None, only_there), Change(gone_there, None))
    copy = copied(file)
    file.write_bytes(base)
    only_here = old(51, 56)
    save(workspace, document, Change(None, only_here), Change(gone_here, None))

    done = brought(workspace, copy)
    assert (done.added, done.changed) == (1, 1)
    assert set(there(workspace)) == {both.id, only_here.id, only_there.id}
    assert brought(workspace, copy) == BroughtOver(0, 0, ())


def test_what_differs_is_kept_from_both_and_asked(
    workspace: Workspace, document: Document, file: Path
) -> None:
    one = old(0, 18, "base")
    save(workspace, document, Change(None, one))
    base = file.read_bytes()
    save(workspace, document, Change(one, replace(one, note="theirs", tags=("quote",))))
    copy = copied(file)
    file.write_bytes(base)
    save(workspace, document, Change(one, replace(one, note="mine", tags=("claim",))))
    assert "choice" in brought(workspace, copy).remarks[-1]
    merged = there(workspace)[one.id]
    assert {"mine", "theirs"} <= set(merged.note.split("\n"))
    assert set(merged.tags) == {"claim", "quote"}
    assert merged.conflicts


def test_an_edit_after_a_deletion_comes_back(
    workspace: Workspace, document: Document, file: Path
) -> None:
    one = old(0, 18)
    save(workspace, document, Change(None, one))
    base = file.read_bytes()
    save(workspace, document, Change(one, replace(one, note="later", modified=now())))
    copy = copied(file)
    file.write_bytes(base)
    save(workspace, document, Change(one, None))
    assert brought(workspace, copy).added == 1
    assert there(workspace)[one.id].note == "later"


def test_a_copy_made_on_another_text_finds_its_places(
    workspace: Workspace, document: Document, file: Path
) -> None:
    one = old(19, 42)
    save(workspace, document, Change(None, one))
    copy = copied(file)
    file.unlink()
    workspace.file(PATH).write_text("New. " + TEXT, encoding="utf-8", newline="")
    brought(workspace, copy)
    found = there(workspace)[one.id]
    assert (found.exact, found.start, found.text) == (one.exact, 19, document.digest)
    assert Store(workspace).kept_text(document.digest) == TEXT


@pytest.mark.parametrize("damage", [b"", b"x = 1\n", b"[document]\n", b"\xff", b"<<<<<<< a\n"])
def test_what_is_no_copy_is_refused(workspace: Workspace, tmp_path: Path, damage: bytes) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_bytes(damage)
    with pytest.raises(UnreadableAnnotations):
        brought(workspace, copy)
