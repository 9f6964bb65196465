"""Files replaced together: each is whole and on the disk before it is said to be."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from annotations import group_commit
from annotations.group_commit import NewFile, write_together


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def new(*files: Path) -> list[NewFile]:
    return [NewFile(file, file.name.encode()) for file in files]


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What is flushed and renamed, in that order: files by their names in the end."""
    done: list[tuple[str, str]] = []
    inodes: dict[int, str] = {}
    fsync, rename = os.fsync, os.rename

    def flushed(descriptor: int) -> None:
        fsync(descriptor)
        found = os.fstat(descriptor)
        kind = "folder" if stat.S_ISDIR(found.st_mode) else "file"
        done.append((kind, str(found.st_ino)))

    def renamed(old: Path, place: Path) -> None:
        inodes[old.stat().st_ino] = place.name
        done.append(("rename", str(old.stat().st_ino)))
        rename(old, place)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(os, "rename", renamed)
    return done


def test_each_file_is_flushed_before_it_is_renamed_and_its_folder_after(
    tmp_path: Path, steps: list[tuple[str, str]]
) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        folder.mkdir()
    files = [folder / str(n) for folder in folders for n in range(20)]
    assert write_together(new(*files)) == [True] * 40
    assert all(file.read_bytes() == file.name.encode() for file in files)
    for file in files:
        inode, folder = str(file.stat().st_ino), str(file.parent.stat().st_ino)
        renamed = steps.index(("rename", inode))
        assert ("file", inode) in steps[:renamed]
        assert ("folder", folder) in steps[renamed:]
    assert sum(kind == "folder" for kind, _ in steps) == 2


def test_missing_folders_are_made_and_modes_are_kept(tmp_path: Path) -> None:
    old, fresh = tmp_path / "old", tmp_path / "x" / "y" / "fresh"
    old.write_bytes(b"")
    old.chmod(0o640)
    assert write_together([*new(old), NewFile(fresh, b"f", 0o600)]) == [True, True]
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(fresh.stat().st_mode) == 0o600


def test_nothing_is_no_work() -> None:
    assert write_together([]) == []


def test_what_is_not_wanted_any_more_stays_as_it_is(tmp_path: Path) -> None:
    files = [tmp_path / name for name in "abc"]
    files[1].write_bytes(b"theirs")
    wanted = new(*files)
    wanted[1] = wanted[1]._replace(is_wanted=lambda: False)
    assert write_together(wanted) == [True, False, True]
    assert files[1].read_bytes() == b"theirs"
    assert names(tmp_path) == ["a", "b", "c"]


def test_where_one_fails_the_others_are_replaced_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    wanted = new(tmp_path / "a", tmp_path / "file" / "b", tmp_path / "folder", tmp_path / "c")
    outcomes = write_together(wanted)
    failed = [one.errno if isinstance(one, OSError) else one for one in outcomes]
    assert failed == [True, errno.EEXIST, errno.EISDIR, True]
    assert names(tmp_path) == ["a", "c", "file", "folder"]
    assert not any((tmp_path / "folder").iterdir())


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("room", [0, 1, 3])
def test_those_for_which_there_is_no_room_beside_the_others_are_written_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, room: int
) -> None:
    """No more than ``room`` temporary files may there be at once."""
    files = [tmp_path / str(n) for n in range(8)]
    for file in files:
        file.write_bytes(b"old")
    opened = group_commit.open_new

    def crowded(temporary: Path, data: bytes, mode: int, replaced: Path) -> int:
        if len([*tmp_path.glob(".*.tmp")]) >= room:
            raise OSError(number, os.strerror(number))
        return opened(temporary, data, mode, replaced)

    monkeypatch.setattr(group_commit, "open_new", crowded)
    outcomes = write_together(new(*files))
    if room:
        assert outcomes == [True] * 8
    else:
        assert [one.errno for one in outcomes if isinstance(one, OSError)] == [number] * 8
    for file in files:
        assert file.read_bytes() == (file.name.encode() if room else b"old")
    assert names(tmp_path) == [file.name for file in files]


@pytest.mark.parametrize("number", range(1, 7))
def test_a_flush_that_fails_condemns_its_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    files = [tmp_path / str(n) for n in range(6)]
    for file in files:
        file.write_bytes(b"old")
    left, fsync = [number], os.fsync

    def failing(descriptor: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    outcomes = write_together(new(*files))
    assert sum(isinstance(one, OSError) for one in outcomes) == 1
    for file, outcome in zip(files, outcomes, strict=True):
        assert file.read_bytes() == (b"old" if isinstance(outcome, OSError) else file.name.encode())
    assert names(tmp_path) == [file.name for file in files]


def test_where_the_flush_of_a_folder_fails_none_of_its_files_is_said_to_be_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("bad", "good"):
        (tmp_path / name).mkdir()
    files = [tmp_path / folder / str(n) for folder in ("bad", "good") for n in range(3)]
    bad, fsync = (tmp_path / "bad").stat().st_ino, os.fsync

    def failing(descriptor: int) -> None:
        if os.fstat(descriptor).st_ino == bad:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    outcomes = write_together(new(*files))
    assert [isinstance(one, OSError) for one in outcomes] == [True] * 3 + [False] * 3


def test_an_interrupt_leaves_whole_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [tmp_path / str(n) for n in range(4)]
    for file in files:
        file.write_bytes(b"old")
    wanted, place = new(*files), Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "2":
            raise KeyboardInterrupt
        return place(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_together(wanted)
    assert [file.read_bytes() for file in files] == [b"0", b"1", b"old", b"old"]
    assert names(tmp_path) == ["0", "1", "2", "3"]
