"""A copy that a sync tool left is brought over: nothing in either is lost, or comes back."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from one_document import PATH, TEXT, old, there

from annotations.copies import BroughtOver, bring_over
from annotations.errors import UnreadableAnnotations
from annotations.model import Change, now
from annotations.store import Store
from annotations.two_sides import sides
from documents.document import Document
from documents.workspace import Workspace


def save(workspace: Workspace, document: Document, *changes: Change) -> None:
    Store(workspace).apply("mk", document, changes)


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
    assert (found.exact, found.start, found.text) == (one.exact, 24, None)
    assert Store(workspace).kept_text(document.digest) == TEXT


@pytest.mark.parametrize("damage", [b"", b"x = 1\n", b"[document]\n", b"\xff", b"<<<<<<< a\n"])
def test_what_is_no_copy_is_refused(workspace: Workspace, tmp_path: Path, damage: bytes) -> None:
    copy = tmp_path / "copy.toml"
    copy.write_bytes(damage)
    with pytest.raises(UnreadableAnnotations):
        brought(workspace, copy)


# --- both sides of a merge ------------------------------------------------------------------------


def conflicted(file: Path, *changes: Callable[[], None], style: str = "merge") -> str:
    """Leaves the file as git does when both changes were made to it apart; gives what it says."""
    apart: list[Path] = []
    base = file.read_bytes()
    for change in changes:
        file.write_bytes(base)
        change()
        apart.append(file.with_suffix(f".{len(apart)}"))
        apart[-1].write_bytes(file.read_bytes())
    (before := file.with_suffix(".base")).write_bytes(base)
    style_option = ["--diff3"] if style == "diff3" else []
    command = ["git", "merge-file", "-p", *style_option, apart[0], before, apart[1]]
    done = subprocess.run(command, capture_output=True, check=False)
    for each in (*apart, before):
        each.unlink()
    file.write_bytes(done.stdout)
    return done.stdout.decode()


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


@needs_git
@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_both_sides_of_a_merge_are_brought_together(
    workspace: Workspace, document: Document, file: Path, style: str
) -> None:
    one = old(0, 18, "base")
    save(workspace, document, Change(None, one))
    here, there_ = old(19, 26, "here"), old(27, 35, "there")
    later = now()
    mine = replace(one, note="mine", modified=later - timedelta(hours=1))
    theirs = replace(one, status="refuted", tags=("claim",), modified=later)
    text = conflicted(
        file,
        lambda: save(workspace, document, Change(one, mine), Change(None, here)),
        lambda: save(workspace, document, Change(one, theirs), Change(None, there_)),
        style=style,
    )
    assert "<<<<<<<" in text
    with pytest.raises(UnreadableAnnotations):
        there(workspace)
    brought(workspace, file)
    found = there(workspace)
    assert set(found) == {one.id, here.id, there_.id}
    merged = found[one.id]
    assert (merged.status, merged.tags) == ("refuted", ("claim",))
    assert "mine" in merged.note
    assert (merged.note == "mine") == (style == "diff3")  # else nobody knows which is older


@needs_git
def test_a_side_with_nothing_more_is_resolved_as_well(
    workspace: Workspace, document: Document, file: Path
) -> None:
    one = old(0, 18, "base")
    save(workspace, document, Change(None, one))
    moments = [now() - timedelta(hours=hours) for hours in (2, 1)]
    edits = [replace(one, note="the same", modified=moment) for moment in moments]
    conflicted(file, *(lambda e=each: save(workspace, document, Change(one, e)) for each in edits))
    assert "<<<<<<<" in file.read_text()
    brought(workspace, file)
    assert there(workspace)[one.id].note == "the same"


@needs_git
def test_a_file_that_changes_meanwhile_is_not_replaced(
    workspace: Workspace, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = old(0, 18, "base")
    save(workspace, document, Change(None, one))
    edits = [replace(one, note=note) for note in ("mine", "theirs")]
    conflicted(file, *(lambda e=each: save(workspace, document, Change(one, e)) for each in edits))
    resolved = file.read_bytes() + b"\n# resolved by hand\n"

    def read_and_edited(path: str, encoding: str | None = None) -> Document:
        file.write_bytes(resolved)
        return document

    monkeypatch.setattr(workspace, "read", read_and_edited)
    with pytest.raises(UnreadableAnnotations):
        brought(workspace, file)
    assert file.read_bytes() == resolved


def test_a_stray_file_with_both_sides_is_refused(
    workspace: Workspace, document: Document, file: Path, tmp_path: Path
) -> None:
    save(workspace, document, Change(None, old(0, 18)))
    text = file.read_text()
    copy = tmp_path / "copy.toml"
    copy.write_text(f"{text}<<<<<<< a\n# a\n=======\n# b\n>>>>>>> b\n")
    with pytest.raises(UnreadableAnnotations, match="not the file that the merge was of"):
        brought(workspace, copy)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd\n", ("a\nb\nd\n", "a\nc\nd\n", None)),
        ("<<<<<<< x\nb\n||||||| o\nz\n=======\n>>>>>>> y\n", ("b\n", "", "z\n")),
        ("<<<<<<< x\r\nb\r\n=======\r\nc\r\n>>>>>>> y\r\n", ("b\r\n", "c\r\n", None)),
        ("a = 1\n", None),
        ("<<<<<<< x\nb\n=======\nc\n", None),
        ("<<<<<<< x\n<<<<<<< x\n=======\nc\n>>>>>>> y\n", None),
        ("=======\n>>>>>>> y\n", None),
    ],
)
def test_sides_are_taken_apart(text: str, expected: tuple[str, str, str | None] | None) -> None:
    assert sides(text) == expected


def test_a_note_may_break_lines_in_other_ways_than_the_file() -> None:
    odd = 'note = "x\u2028======= y\x85<<<<<<< z\x0b>>>>>>> "\n'
    text = f"<<<<<<< ours\n{odd}=======\nb\n>>>>>>> theirs\n"
    assert sides(text) == (odd, "b\n", None)
