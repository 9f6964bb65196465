"""A glance at a file tells what reading it tells, or nothing."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.errors import CannotOpen
from documents.glancing import glance, glances
from documents.reading import read_document

NAMES = ("a.txt", "b.md", "c.py", "d", "cmakelists.txt", "Makefile", "e.pdf", "f.html", ".txt")
BYTES = (
    b"",
    b"The call was on Wednesday.\r\n",
    "Звонок был в среду.\n".encode(),
    "Звонок был в среду, сообщил министр.\n".encode("cp1251"),
    "\ufeffmarked".encode(),
    "wide".encode("utf-16-le"),
    "wide".encode("utf-16"),
    b"%PDF-1.4",
    b"PK\x03\x04",
    b"a\0b",
    b"\0\0\0\0",
    b"x" * 9000 + b"\0",
    b"\xff\xfe",
    b"\x1b$B",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("data", BYTES)
def test_a_glance_tells_what_reading_tells(name: str, data: bytes, tmp_path: Path) -> None:
    check(tmp_path, name, data)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=40))
def test_whatever_the_bytes_are(tmp_path: Path, data: bytes) -> None:
    check(tmp_path, "a.txt", data)


def check(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)
    seen = glance(str(folder), name)
    read_at_once = dict(glances(str(folder), [(name, len(data))]))
    if seen is None:
        with pytest.raises((KeyError, UnicodeDecodeError)):
            read_at_once[name].decode()
        return
    assert read_at_once[name].decode() == seen.text
    read = read_document(folder / name, name)
    assert vars(seen) == vars(read)


def test_most_files_need_no_more_than_a_glance(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.py"):
        (tmp_path / name).write_text("The call was on Wednesday – or Thursday.")
        assert glance(str(tmp_path), name)


def test_nothing_is_told_of_what_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "large.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(tmp_path / "socket.txt"))
        for name in ("folder.txt", "pipe.txt", "link.txt", "large.txt", "socket.txt", "none.txt"):
            assert glance(str(tmp_path), name) is None
    with pytest.raises(CannotOpen):
        read_document(tmp_path / "pipe.txt", "pipe.txt")


def test_what_has_another_size_by_now_is_left_to_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The call.")
    assert list(glances(str(tmp_path), [("a.txt", 8), ("a.txt", 10), ("gone.txt", 9)])) == []
    assert list(glances(str(tmp_path), [("a.txt", 9)])) == [("a.txt", b"The call.")]
