"""Notes that are being written are kept for their reader alone, and found again."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.drafts import LARGEST, Draft, Subject, left_drafts, remove_draft, write_draft
from documents.places import state_folder

PASSAGE = Subject("call.txt", 10, 20, "rejected  ", "k3f9q2mx")


@pytest.fixture
def ended() -> int:
    """The number of a process that has ended."""
    return int(
        subprocess.run(
            [sys.executable, "-c", "import os; print(os.getpid())"],
            capture_output=True,
            check=True,
        ).stdout
    )


def files() -> list[Path]:
    kept = (file for file in state_folder().rglob("*") if file.is_file())
    return [file for file in kept if file.suffix != ".lock"]


@contextmanager
def at_work(folder: Path, number: int) -> Iterator[None]:
    """As long as this lasts, a program of that number holds its lock."""
    with (folder / f"{number}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield


def test_a_draft_is_found_again_by_its_author_alone(tmp_path: Path, ended: int) -> None:
    draft = Draft(f"{ended}-a.json", "mk", PASSAGE, "Who says so?\n\ud83d“”")
    write_draft(tmp_path, draft)
    assert left_drafts(tmp_path, "mk") == [draft]
    assert left_drafts(tmp_path, "jo") == []
    remove_draft(tmp_path, draft.name)
    remove_draft(tmp_path, draft.name)
    assert left_drafts(tmp_path, "mk") == []


def test_nobody_else_can_read_it(tmp_path: Path, ended: int) -> None:
    write_draft(tmp_path, Draft(f"{ended}-a.json", "mk", PASSAGE, "a"))
    [file] = files()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_what_a_running_program_writes_is_left_to_it(tmp_path: Path) -> None:
    draft = Draft(f"{os.getppid()}-a.json", "mk", PASSAGE, "a")
    write_draft(tmp_path, draft)
    [file] = files()
    with at_work(file.parent, os.getppid()):
        assert left_drafts(tmp_path, "mk") == []
    assert left_drafts(tmp_path, "mk") == [draft]


def test_a_program_that_has_the_number_of_one_that_ended_does_not_hide_its_draft(
    tmp_path: Path,
) -> None:
    draft = Draft(f"{os.getppid()}-a.json", "mk", PASSAGE, "a")
    write_draft(tmp_path, draft)
    assert left_drafts(tmp_path, "mk") == [draft]


def test_what_was_half_written_is_swept(tmp_path: Path, ended: int) -> None:
    write_draft(tmp_path, Draft(f"{ended}-a.json", "mk", PASSAGE, "a"))
    [file] = files()
    file.with_name(f".sidelight-{ended}-0123.tmp").write_text("{")
    mine = file.with_name(f".sidelight-{os.getppid()}-0123.tmp")
    mine.write_text("{")
    with at_work(file.parent, os.getppid()):
        left_drafts(tmp_path, "mk")
    assert set(files()) == {file, mine}


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"author": "mk"}', '{"author":"mk","on":{"document":1}}', "[" * 9999],
)
def test_a_damaged_file_is_no_draft(tmp_path: Path, ended: int, content: str) -> None:
    write_draft(tmp_path, Draft(f"{ended}-a.json", "mk", PASSAGE, "a"))
    [file] = files()
    file.write_text(content)
    assert left_drafts(tmp_path, "mk") == []


def test_a_note_that_is_too_long_stays_as_it_was_kept_last(tmp_path: Path, ended: int) -> None:
    draft = Draft(f"{ended}-a.json", "mk", PASSAGE, "a")
    write_draft(tmp_path, draft)
    write_draft(tmp_path, draft._replace(words="a" * LARGEST))
    assert left_drafts(tmp_path, "mk") == [draft]


def test_a_passage_is_found_where_its_words_went() -> None:
    text = "It was rejected. Twice: it was rejected again."
    subject = Subject("a.txt", 30, 38, "rejected")
    assert subject.found_in(text) == Subject("a.txt", 31, 39, "rejected")
    assert Subject("a.txt", 6, 14, "rejected").found_in(text).start == 7
    assert subject.found_in("Nothing like it.") == subject
    assert subject.found_in("") == subject


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (PASSAGE, True),
        (Subject("call.txt", 0, 11, "", ""), True),
        (Subject("call.txt", 10, 20, "", "another1"), False),
        (Subject("call.txt", 20, 30, "", ""), False),
        (Subject("message.txt", 10, 20, "", ""), False),
        (Subject("call.txt"), False),
    ],
)
def test_what_a_note_is_on(other: Subject, same: bool) -> None:
    assert PASSAGE.is_that_of(other) is same
    assert other.is_that_of(PASSAGE) is same
