"""Other hands on the annotation files: what they leave is merged, kept or told, and never lost."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from one_document import PATH, TEXT, add, old

from annotations import deletions
from annotations.errors import SaveFailed, UnreadableAnnotations
from annotations.litter import has_litter
from annotations.model import Change, mark, now
from annotations.resting import StillWritten, at_rest
from annotations.steps import Step
from annotations.store import Store
from documents.document import Document
from documents.workspace import Workspace

MakeWorkspace = Callable[..., Workspace]


def ids(workspace: Workspace, store: Store | None = None) -> set[str]:
    return {one.id for one in (store or Store(workspace)).read("mk", PATH).annotations}


# --- deletions ------------------------------------------------------------------------------------


def test_a_deletion_leaves_a_trace_and_nothing_of_what_was_written(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one = Store(workspace), old(0, 18, "secret")
    add(store, document, one)
    saved = store.apply("mk", document, [Change(one, None)])
    assert saved.annotations == Store(workspace).read("mk", PATH).annotations == ()
    [left] = Store(workspace).read("mk", PATH).deleted
    assert (left.id, left.modified) == (one.id, one.modified)
    assert "secret" not in file.read_text()
    assert "One sentence" not in file.read_text()


def test_a_deletion_that_is_undone_stands_where_it_stood(
    workspace: Workspace, document: Document
) -> None:
    store, one, other = Store(workspace), old(0, 18, "n"), old(19, 42)
    add(store, document, one, other)
    store.apply("mk", document, [Change(one, None)])
    store.apply("mk", document, [Change(None, one)])
    file = Store(workspace).read("mk", PATH)
    assert file.deleted == ()
    assert [each.id for each in file.annotations] == [one.id, other.id]
    assert file.annotations[0] == replace(one, modified=file.annotations[0].modified)


def test_what_an_older_copy_brings_back_stays_deleted(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one, other = Store(workspace), old(0, 18), old(19, 42)
    add(store, document, one)
    before = file.read_bytes()
    store.apply("mk", document, [Change(one, None)])
    file.write_bytes(before)  # a sync tool has put an older version in place
    read = store.read("mk", PATH)
    assert read.annotations == ()
    assert "older copy" in read.problems[0]
    add(store, document, other)
    assert ids(workspace) == {other.id}
    assert [each.id for each in Store(workspace).read("mk", PATH).deleted] == [one.id]


def test_what_an_older_copy_brings_back_can_be_undone(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one = Store(workspace), old(0, 18)
    add(store, document, one)
    before = file.read_bytes()
    store.apply("mk", document, [Change(one, None)])
    file.write_bytes(before)
    store.apply("mk", document, [Change(None, one)])
    assert ids(workspace) == ids(workspace, store) == {one.id}


def test_an_edit_made_elsewhere_counts_for_more_than_a_deletion(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one = Store(workspace), old(0, 18)
    add(store, document, one)
    edited = replace(one, note="later", modified=now())
    Store(workspace).apply("mk", document, [Change(one, edited)])
    theirs = file.read_bytes()
    saved = store.apply("mk", document, [Change(one, None)])
    assert [each.note for each in saved.annotations] == ["later"]
    assert "not deleted" in saved.conflicts[0]

    store.apply("mk", document, [Change(edited, None)])
    file.write_bytes(
        theirs.replace(b'"later"', b'"still later"')
        .replace(edited.modified.strftime("%H:%M:%S").encode(), b"23:59:59")
        .replace(edited.modified.strftime("%Y-%m-%d").encode(), b"2099-01-01")
    )
    assert ids(workspace, store) == {one.id}


def test_an_edit_of_what_was_deleted_elsewhere_stands_and_says_so(
    workspace: Workspace, document: Document
) -> None:
    store, one = Store(workspace), old(0, 18)
    add(store, document, one)
    Store(workspace).apply("mk", document, [Change(one, None)])
    saved = store.apply("mk", document, [Change(one, replace(one, note="mine"))])
    assert [each.note for each in saved.annotations] == ["mine"]
    assert "deleted elsewhere" in saved.conflicts[0]
    assert Store(workspace).read("mk", PATH).deleted == ()


def test_a_mark_that_is_taken_back_at_once_leaves_nothing(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one = Store(workspace), mark(TEXT, 0, 18)
    add(store, document, old(19, 42))
    before = file.read_bytes()
    add(store, document, one)
    store.apply("mk", document, [Change(one, None)])
    assert file.read_bytes() == before


def test_deletions_are_forgotten_in_time_and_in_number() -> None:
    moment = now()
    recent = [
        replace(old(0, 3), deleted=moment - timedelta(minutes=number))
        for number in range(deletions.MOST_KEPT + 2)
    ]
    ancient = replace(old(0, 3), deleted=moment - deletions.KEPT - timedelta(seconds=1))
    assert deletions.outlived([*recent, ancient], moment) == {
        ancient.id,
        *(each.id for each in recent[deletions.MOST_KEPT :]),
    }


def test_new_marks_find_their_place_among_deletions(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store = Store(workspace)
    those = [old(0, 3), old(19, 26), old(44, 50)]
    add(store, document, *those)
    store.apply("mk", document, [Change(those[1], None)])
    last = old(60, 66)
    add(store, document, last)
    order = [file.read_text().index(f"[annotation.{each.id}]") for each in (*those, last)]
    assert order == sorted(order)


# --- files cut short ------------------------------------------------------------------------------


@pytest.mark.parametrize("knows", [True, False])
@pytest.mark.parametrize("left", [b"", b"\n \n"])
def test_an_emptied_file_is_no_deletion(
    workspace: Workspace, document: Document, file: Path, knows: bool, left: bytes
) -> None:
    store, one, other = Store(workspace), old(0, 18, "n"), old(19, 42)
    add(store, document, one)
    file.write_bytes(left)  # in place, as an editor does that then finds the disk full
    if not knows:
        store = Store(workspace)
    read = store.read("mk", PATH)
    assert read.annotations == (one,)
    assert "emptied" in read.problems[0]
    assert file.read_bytes() == left
    add(store, document, other)
    assert ids(workspace) == {one.id, other.id}
    assert Store(workspace).read("mk", PATH).problems == ()


def test_a_file_that_is_deleted_is_deleted(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store = Store(workspace)
    add(store, document, old(0, 18))
    file.unlink()
    assert ids(workspace, store) == set()


def test_a_file_cut_short_is_left_alone_and_its_copy_named(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one = Store(workspace), old(0, 18, "n")
    add(store, document, one)
    whole = file.read_bytes()
    cut = whole[: whole.index(b"suffix") + 12]
    file.write_bytes(cut)
    for each in (store, Store(workspace)):
        with pytest.raises(UnreadableAnnotations, match="it is kept in") as raised:
            add(each, document, old(19, 42))
        assert Path(raised.value.reason.rpartition("kept in ")[2]).read_bytes() == whole
    assert file.read_bytes() == cut


def test_a_file_that_lost_annotations_leaves_a_copy_that_has_them(
    workspace: Workspace, document: Document, file: Path, own_folders: Path
) -> None:
    store, one = Store(workspace), old(0, 18, "precious")
    add(store, document, one, old(19, 42))
    text = file.read_text()
    start = text.index(f"[annotation.{one.id}]")
    file.write_text(text[:start] + text[text.index("[annotation", start + 1) :])
    third = old(44, 50)
    saved = store.apply("mk", document, [Change(None, third)])
    assert one.id not in ids(workspace)
    [line] = saved.conflicts
    copy = Path(line.rpartition("see ")[2])
    assert "precious" in copy.read_text()
    assert copy.is_relative_to(own_folders)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_copies_are_no_reason_for_a_save_to_fail(
    workspace: Workspace, document: Document, own_folders: Path
) -> None:
    own_folders.parent.mkdir(exist_ok=True)
    own_folders.write_text("a file stands in its place")
    one = old(0, 18)
    add(Store(workspace), document, one)
    assert ids(workspace) == {one.id}


# --- files being written --------------------------------------------------------------------------


def test_a_save_waits_for_an_editor_that_is_writing(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store, one, other = Store(workspace), old(0, 18, "n"), old(19, 42)
    add(store, document, one)
    whole = file.read_bytes()
    edited = whole.replace(b'note = "n"', b'note = "by hand"')
    half = edited[: edited.index(b"[annotation")]
    begun = threading.Event()

    def edit() -> None:
        with file.open("wb", buffering=0) as stream:
            stream.write(half)
            begun.set()
            saver.join(0.05)  # meanwhile the save has begun
            stream.write(edited[len(half) :])

    editor = threading.Thread(target=edit)
    saver = threading.Thread(target=lambda: (begun.wait(), add(store, document, other)))
    saver.start()
    editor.start()
    editor.join()
    saver.join()
    notes = {each.id: each.note for each in Store(workspace).read("mk", PATH).annotations}
    assert notes == {one.id: "by hand", other.id: ""}


def test_what_was_put_in_place_is_not_waited_for(
    workspace: Workspace, document: Document, file: Path
) -> None:
    add(Store(workspace), document, old(0, 18))
    state = at_rest(file)
    assert state is not None
    assert state.changed > state.modified


def test_a_file_that_is_written_without_end_is_not_touched(
    workspace: Workspace, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(workspace)
    add(store, document, old(0, 18))
    before = file.read_bytes()

    def never(place: Path) -> None:
        raise StillWritten

    monkeypatch.setattr("annotations.replacing.at_rest", never)
    with pytest.raises(SaveFailed, match="keeps writing"):
        add(store, document, old(19, 42))
    assert file.read_bytes() == before


def test_what_comes_between_reading_and_writing_is_merged(
    workspace: Workspace, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, one, other = Store(workspace), old(0, 18, "n"), old(19, 42)
    add(store, document, one)
    whole = file.read_bytes()
    edits = iter([whole.replace(b'note = "n"', b'note = "by hand"')])

    def read_then_edited(author: str, path: str, *step: Step) -> object:
        parsed = read(author, path, *step)
        for edited in edits:
            file.write_bytes(edited)
            os.utime(file, ns=(0, 0))
        return parsed

    read = store._files.read
    monkeypatch.setattr(store._files, "read", read_then_edited)
    add(store, document, other)
    notes = {each.id: each.note for each in Store(workspace).read("mk", PATH).annotations}
    assert notes == {one.id: "by hand", other.id: ""}


# --- what others leave ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("call.txt.sync-conflict-20261121-190000-ABCDEFG.toml", "sync tool"),
        ("call.txt (Ann's conflicted copy 2026-11-21).toml", "sync tool"),
        ("call.txt (1).toml", "copy of the annotations of call.txt"),
        ("call.txt 2.toml", "copy of the annotations of call.txt"),
        ("Copy of call.txt.toml", "copy of the annotations of call.txt"),
        ("call.txt.toml.orig", "a merge left"),
        ("call.txt.toml.rej", "a merge left"),
        ("call.txt_REMOTE_4711.toml", "a merge left"),
    ],
)
def test_what_other_programs_leave_is_told_with_what_to_do(
    workspace: Workspace, document: Document, file: Path, name: str, says: str
) -> None:
    add(Store(workspace), document, old(0, 18))
    assert Store(workspace).strays() == []
    (file.parent / name).write_bytes(file.read_bytes())
    [line] = Store(workspace).strays()
    assert line.startswith(f"annotations/mk/{name}: ")
    assert says in line
    assert "delete it" in line
    assert list(Store(workspace).records()) == [("mk", PATH)]


def test_annotations_of_a_document_with_such_a_name_are_no_copy(
    make_workspace: MakeWorkspace,
) -> None:
    names = ["call.txt", "call.txt (1)", "call.txt (conflicted copy)"]
    workspace = make_workspace(dict.fromkeys(names, TEXT))
    store = Store(workspace)
    for name in names:
        store.apply("mk", workspace.read(name), [Change(None, old(0, 18))])
    assert {path for _, path in store.records()} == set(names)
    assert store.strays() == []


def test_both_sides_of_a_merge_are_told(
    workspace: Workspace, document: Document, file: Path
) -> None:
    store = Store(workspace)
    add(store, document, old(0, 18, "n"))
    sides = '<<<<<<< HEAD\nnote = "n"\n=======\nnote = "m"\n>>>>>>> theirs'
    text = file.read_text().replace('note = "n"', sides)
    file.write_text(text)
    line = text[: text.index("<<<<<<<")].count("\n") + 1
    with pytest.raises(UnreadableAnnotations, match="both sides of a merge") as raised:
        store.read("mk", PATH)
    assert (raised.value.line, raised.value.column) == (line, 1)


def test_what_killed_writers_left_goes_at_the_next_start(
    workspace: Workspace, document: Document, file: Path
) -> None:
    add(Store(workspace), document, old(0, 18))
    left = [
        workspace.root / place / ".sidelight-1-00ff.tmp"
        for place in ("annotations", "annotations/mk", "annotations/.texts")
    ]
    elsewhere = workspace.root / "annotations/ann/far/.sidelight-2-00ff.tmp"
    elsewhere.parent.mkdir(parents=True)
    for each in (*left, elsewhere):
        each.touch()
    assert has_litter(workspace.root)
    Store(workspace).sweep("mk")
    assert not has_litter(workspace.root)
    assert file.exists()


def test_a_sweep_with_nothing_to_do_writes_nothing(make_workspace: MakeWorkspace) -> None:
    workspace = make_workspace({PATH: TEXT})
    Store(workspace).sweep("mk")
    assert [each.name for each in workspace.root.iterdir()] == [PATH]
