from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotations.durable import read_regular, sweep, write_durably
from annotations.locking import LockHeld, locked
from tests.small_files import files_of_at_most


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_is_made_with_its_folders_and_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "c.toml"
    write_durably(file, b"one")
    write_durably(file, b"two")
    assert file.read_bytes() == b"two"
    assert names(file.parent) == ["c.toml"]


def test_a_file_keeps_its_mode_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"")
    old.chmod(0o640)
    before = os.umask(0o027)
    try:
        write_durably(old, b"x")
        write_durably(new, b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_durably(file, b"old")
    with files_of_at_most(100), pytest.raises(OSError, match="File too large"):
        write_durably(file, b"x" * 1000)
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_link_is_not_followed_when_reading(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "link").symlink_to("secret")
    with pytest.raises(OSError) as raised:  # noqa: PT011
        read_regular(tmp_path / "link", 100)
    assert raised.value.errno == errno.ELOOP


def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="it is not a file"):
        read_regular(tmp_path / "pipe", 100)


def test_no_more_is_read_than_shows_that_it_is_too_much(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert len(read_regular(tmp_path / "a", 10)) == 11
    assert len(read_regular(tmp_path / "a", 2000)) == 1000


def test_a_sweep_removes_what_killed_writers_left_and_nothing_else(tmp_path: Path) -> None:
    kill = "import os, pathlib, sys; os.fsync = lambda fd: os.kill(os.getpid(), 9)\n"
    write = "from annotations.durable import write_durably\n"
    write += f"write_durably(pathlib.Path({str(tmp_path / 'a')!r}), b'x')"
    subprocess.run([sys.executable, "-c", kill + write], check=False)
    (tmp_path / "mine.tmp").touch()
    (tmp_path / ".sidelight").touch()
    assert len(names(tmp_path)) == 3
    sweep(tmp_path)
    assert names(tmp_path) == [".sidelight", "mine.tmp"]


def test_only_one_at_a_time_holds_the_lock(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with locked(file, 1) as (_, works):
        assert works
        with pytest.raises(LockHeld), locked(file, 0):
            raise AssertionError
    with locked(file, 0) as (_, works):
        assert works


def test_a_lock_file_that_was_replaced_is_locked_anew(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    with locked(file, 1):
        file.unlink()
        with locked(file, 0), pytest.raises(LockHeld), locked(file, 0):
            raise AssertionError


def test_a_link_in_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)), locked(tmp_path / "lock", 1):
        raise AssertionError
    assert not (tmp_path / "elsewhere").exists()
