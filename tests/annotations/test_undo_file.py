"""The steps to undo, from one time to the next."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotations import undo_file
from annotations.history import History
from annotations.model import Annotation, Change, Decision, Link, LinkKind, mark
from annotations.undo_file import load_history, save_history
from documents.workspace import Workspace

TEXT = "One sentence here. Another sentence there.\n"
MakeWorkspace = Callable[..., Workspace]

notes = st.text(max_size=20)
annotations = st.builds(
    lambda start, note, tags: mark(TEXT, start, start + 9, note=note, tags=tuple(tags)),
    st.integers(0, 30),
    notes,
    st.lists(st.sampled_from(["claim", "quote"]), unique=True),
)


@pytest.fixture
def root(make_workspace: MakeWorkspace) -> Path:
    return make_workspace({"a.txt": TEXT}).root


def kept(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("undo-*") if each.is_file()]


def steps_of(*those: Annotation, note: str = "n") -> History:
    history = History()
    for one in those:
        history.record("add", [("a.txt", Change(None, one))])
        history.record("note", [("a.txt", Change(one, replace(one, note=note)))])
    return history


def test_steps_are_undone_after_another_start(root: Path) -> None:
    history = steps_of(mark(TEXT, 0, 18))
    history.undo()
    save_history(root, "mk", history)
    again = load_history(root, "mk")
    assert again.steps == history.steps
    assert (again.next_undo, again.next_redo) == ("add", "note")


def test_every_value_of_an_annotation_is_kept(root: Path) -> None:
    one = mark(TEXT, 0, 18)
    full = replace(
        one,
        links=(Link(LinkKind.CITES, "z", "b.txt", "ann"),),
        history=(Decision("open", one.created, "mk"),),
        text="ab" * 32,
        reply_to="y",
        extra={"due": date(2026, 1, 2), "at": time(12, 30), "deep": {"a": [1, {"b": 2.5}]}},
    )
    history = steps_of(full)
    save_history(root, "mk", history)
    assert load_history(root, "mk").steps == history.steps


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(annotations, max_size=5), st.integers(0, 5), notes)
def test_whatever_was_done_is_kept(
    root: Path, those: list[Annotation], undone: int, note: str
) -> None:
    history = steps_of(*those, note=note)
    for _ in range(undone):
        history.undo()
    save_history(root, "mk", history)
    assert load_history(root, "mk").steps == history.steps


def test_authors_have_steps_of_their_own(root: Path) -> None:
    save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    assert load_history(root, "ann").next_undo is None


def test_it_is_private(root: Path, own_folders: Path) -> None:
    save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    [file] = kept(own_folders)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_step_that_tagged_thousands_of_sentences_is_kept(root: Path) -> None:
    long = "A sentence of usual length, as they stand in letters and in reports. " * 9
    history = History()
    one = mark(long, 69, 138, tags=("claim",))
    added = (replace(one, id=f"{number:08}") for number in range(12_000))
    history.record("tag", [("reports/2024/a.txt", Change(None, each)) for each in added])
    assert save_history(root, "mk", history)
    assert load_history(root, "mk").steps == history.steps


def test_only_the_newest_steps_are_kept_where_there_is_no_room(
    root: Path, own_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo_file, "LARGEST", 20_000)
    history = steps_of(*(mark(TEXT, 0, 18, note="x" * 1000) for _ in range(30)))
    save_history(root, "mk", history)
    [file] = kept(own_folders)
    assert file.stat().st_size <= 20_000
    done, _ = load_history(root, "mk").steps
    assert done
    assert done == history.steps[0][-len(done) :]


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"format": 2, "done": [], "undone": []}',
        b'{"format": 1, "done": [{"what": "", "changes": [["a", "i", null, null]]}], "undone": []}',
        b'{"format": 1, "done": [{"what": "x", "changes": [["a", "i", {"start": "x"}, null]]}]}',
        b'{"format": 1, "done": [{"what": "x", "changes": [["a", "i", 3, null]]}], "undone": []}',
        b'{"format": 1, "done": ' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_no_history(root: Path, own_folders: Path, damage: bytes) -> None:
    save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    [file] = kept(own_folders)
    file.write_bytes(damage)
    assert load_history(root, "mk").steps == ((), ())


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a\\u0000b", "", "a//b", "./a.txt"])
def test_a_step_in_what_can_be_no_document_is_no_history(
    root: Path, own_folders: Path, path: str
) -> None:
    save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    [file] = kept(own_folders)
    kept_steps = file.read_text(encoding="utf-8")
    assert '"a.txt"' in kept_steps
    file.write_text(kept_steps.replace('"a.txt"', f'"{path}"'), encoding="utf-8")
    assert load_history(root, "mk").steps == ((), ())


def test_a_folder_that_cannot_be_written_is_no_trouble(root: Path, own_folders: Path) -> None:
    own_folders.write_text("a file in its place")
    assert not save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    assert load_history(root, "mk").steps == ((), ())


def test_what_another_program_is_writing_is_left_alone(root: Path, own_folders: Path) -> None:
    save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    folder = kept(own_folders)[0].parent
    at_work, killed = folder / ".sidelight-1-00.tmp", folder / ".sidelight-2-00.tmp"
    at_work.touch()
    killed.touch()
    os.utime(killed, (0, 0))
    assert save_history(root, "mk", steps_of(mark(TEXT, 0, 18)))
    assert at_work.exists()
    assert not killed.exists()
