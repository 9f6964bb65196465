"""A file becomes a document, or one clear line says why not; nothing is waited for."""

from __future__ import annotations

import os
import socket
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from documents.errors import CannotOpen
from documents.opening import LARGEST_FILE, read_bytes
from documents.reading import read_document

TEXT = "“We have no doubt,” he said.\r\nЗвонок был в среду.\rThe end\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_open_gives_the_documents_text(codec: str, tmp_path: Path) -> None:
    file = write(tmp_path, "call.txt", TEXT.encode(codec))
    document = read_document(file, "call.txt")
    assert document.text == TEXT
    assert document.encoding == codec
    assert file.open(encoding=document.encoding, newline="").read() == document.text


@pytest.mark.parametrize(
    ("name", "kind", "reader"),
    [
        ("a.txt", "prose", "plain"),
        ("a", "prose", "plain"),
        ("a.md", "markdown", "markdown"),
        ("a.py", "code", "code"),
    ],
)
def test_a_document_says_what_read_it(name: str, kind: str, reader: str, tmp_path: Path) -> None:
    document = read_document(write(tmp_path, name, b"text\n"), f"sub/{name}")
    assert (document.path, document.kind, document.reader) == (f"sub/{name}", kind, reader)
    assert document.encoding == "utf-8"


def test_an_empty_file_is_a_document(tmp_path: Path) -> None:
    assert read_document(write(tmp_path, "empty.txt", b""), "empty.txt").text == ""


def test_the_reader_may_name_the_encoding(tmp_path: Path) -> None:
    file = write(tmp_path, "a.txt", "žluťoučký kůň\n".encode("cp852"))
    assert read_document(file, "a.txt", encoding="cp852").text == "žluťoučký kůň\n"
    with pytest.raises(CannotOpen, match="byte 0 does not fit"):
        read_document(file, "a.txt", encoding="ascii")


def test_a_named_encoding_opens_what_looks_like_no_text(tmp_path: Path) -> None:
    data = bytes(range(256))
    file = write(tmp_path, "a.dat", data)
    with pytest.raises(CannotOpen, match="not a text"):
        read_document(file, "a.dat")
    assert read_document(file, "a.dat", encoding="cp437").text == data.decode("cp437")


def test_a_misleading_name_does_not_keep_a_text_shut(tmp_path: Path) -> None:
    file = write(tmp_path, "letter.iso", b"Dear reader,\n")
    assert read_document(file, "letter.iso").text == "Dear reader,\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"\x89PNG\r\n", b"\xff\0\x01\xfe\0\0\xfa\0"])
def test_a_name_does_not_make_a_text(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        read_document(write(tmp_path, "a.txt", data), "a.txt")


def test_undecodable_text_names_the_mend(tmp_path: Path) -> None:
    data = ("Звонок состоялся в среду.\n" * 9).encode() + b"\xff"
    with pytest.raises(CannotOpen, match="--encoding NAME") as caught:
        read_document(write(tmp_path, "a.txt", data), "a.txt")
    assert "a.txt" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match=r"gone\.txt: there is no such file"):
        read_document(tmp_path / "gone.txt", "gone.txt")


def test_a_file_is_no_folder_on_the_way_to_another(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="no such file"):
        read_document(write(tmp_path, "a.txt", b"") / "b.txt", "a.txt/b.txt")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen, match="it is a folder"):
        read_document(tmp_path, "folder")


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotOpen):
        read_document(tmp_path / "a\0b", "a\0b")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(CannotOpen, match="pipe"):
        read_document(tmp_path / "pipe.txt", "pipe.txt")


def test_a_socket_is_no_document() -> None:
    with (
        tempfile.TemporaryDirectory(dir="/tmp") as folder,  # a socket's path must be short
        socket.socket(socket.AF_UNIX) as listener,
    ):
        listener.bind(f"{folder}/s.txt")
        with pytest.raises(CannotOpen, match="socket"):
            read_document(Path(folder, "s.txt"), "s.txt")


def test_a_device_is_no_document() -> None:
    with pytest.raises(CannotOpen, match="device"):
        read_document(Path("/dev/zero"), "zero")


def test_links_in_a_circle_are_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    with pytest.raises(CannotOpen, match="cannot open"):
        read_document(tmp_path / "a.txt", "a.txt")


def test_a_file_one_may_not_read_says_so(
    public_folder: Path, without_privileges: AbstractContextManager[None]
) -> None:
    file = write(public_folder, "secret.txt", b"text")
    file.chmod(0)
    with without_privileges, pytest.raises(CannotOpen, match="you may not read it"):
        read_document(file, "secret.txt")


def test_a_file_too_large_to_read_is_refused_unread(tmp_path: Path) -> None:
    file = write(tmp_path, "large.txt", b"")
    os.truncate(file, LARGEST_FILE + 1)  # takes no room on the disk
    with pytest.raises(CannotOpen, match="larger than 1 GB"):
        read_document(file, "large.txt")


def test_names_of_any_bytes_are_read(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9 \x1b[31m.txt")
    file = write(tmp_path, name, b"text")
    assert read_document(file, name).path == name
    with pytest.raises(CannotOpen) as caught:
        read_document(file.with_suffix(".pdf"), name)
    assert str(caught.value).isprintable()


def test_the_first_bytes_can_be_had_alone(tmp_path: Path) -> None:
    assert read_bytes(write(tmp_path, "a.txt", b"0123456789"), 4) == b"0123"
