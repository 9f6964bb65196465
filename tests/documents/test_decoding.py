"""A decoded text is what ``open`` gives with the encoding on record: what offsets rest on."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.decoding import UndecodableBytes, decode

SCRATCH = "scratch.txt"
NEWLINES = "one\rtwo\r\nthree\nfour\u2028five\x85six\x0bseven\x0ceight\r\r\n\n"

ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"),
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp866"),
    *("iso8859-1", "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-9", "iso8859-15"),
    *("koi8-r", "koi8-u", "gb18030", "big5", "cp950", "shift_jis", "cp932", "euc_jp", "euc_kr"),
)


LETTERS = "aß é€“ЗвонокіґέłřğشאΩ部谈話あカン한국…\r\n\t"


@st.composite
def encoded_texts(draw: st.DrawFn) -> tuple[str, str]:
    """An encoding, and a text that it can write."""
    codec = draw(st.sampled_from(ENCODINGS))
    text = draw(st.text(st.sampled_from(LETTERS) | st.characters(exclude_characters="\ufeff")))
    return codec, text.encode(codec, "ignore").decode(codec)


@given(encoded_texts())
def test_a_text_comes_back_from_the_encoding_that_is_named(case: tuple[str, str]) -> None:
    codec, text = case
    assert decode(text.encode(codec), codec).text == text


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
@example(NEWLINES)
def test_utf_8_needs_no_naming(text: str) -> None:
    assert decode(text.encode("utf-8")) == (text, "utf-8")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
@given(text=st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
@example(text=NEWLINES)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(
    codec: str, text: str
) -> None:
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("width", ["utf-16", "utf-32"])
def test_byte_order_marks_of_either_order_are_known(width: str, order: str) -> None:
    data = "\ufeffЗвонок, “call”".encode(f"{width}-{order}")
    assert decode(data) == ("Звонок, “call”", width)


@given(data=st.binary())
@example(data=b"\xff\xfe\x00\xd8")
@example(data=b"\xef\xbb\xbf\xff")
@example(data=b"\xff\xfe\x00\x00")
@example(data=b"\x81\x8d\x8f\x90\x9d")
def test_whatever_the_bytes_open_gives_the_same_text(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        decoded = decode(data)
    except UndecodableBytes:
        return
    file = tmp_path_factory.getbasetemp() / SCRATCH
    file.write_bytes(data)
    with file.open(encoding=decoded.encoding, newline="") as stream:
        assert stream.read() == decoded.text
    assert codecs.lookup(decoded.encoding).name == decoded.encoding


@given(case=encoded_texts())
def test_with_a_named_encoding_open_gives_the_same_text(
    case: tuple[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    codec, text = case
    data = text.encode(codec)
    decoded = decode(data, codec)
    file = tmp_path_factory.getbasetemp() / SCRATCH
    file.write_bytes(data)
    with file.open(encoding=decoded.encoding, newline="") as stream:
        assert stream.read() == decoded.text


def test_a_named_encoding_is_recorded_under_pythons_name_for_it() -> None:
    assert decode(b"abc", "latin1").encoding == "iso8859-1"
    assert decode(b"abc", "Windows-1251").encoding == "cp1251"
    assert decode(b"abc", "UTF8").encoding == "utf-8"


@pytest.mark.parametrize(
    ("named", "written", "recorded"),
    [
        ("utf-8", "utf-8-sig", "utf-8-sig"),
        ("utf-8-sig", "utf-8", "utf-8"),
        ("utf-16-le", "utf-16", "utf-16"),
        ("utf-16", "utf-16-le", "utf-16-le"),
    ],
)
def test_a_named_encoding_gives_way_to_whether_there_is_a_mark(
    named: str, written: str, recorded: str
) -> None:
    assert decode("Звонок".encode(written), named) == ("Звонок", recorded)


def test_an_unknown_encoding_is_refused_by_name() -> None:
    with pytest.raises(UndecodableBytes, match="no encoding named klingon"):
        decode(b"abc", "klingon")


@pytest.mark.parametrize("codec", ["hex", "rot13", "zlib", "", "a\0b"])
def test_what_is_no_encoding_of_text_is_refused(codec: str) -> None:
    with pytest.raises(UndecodableBytes):
        decode(b"abc", codec)


def test_a_text_that_nothing_could_store_is_refused() -> None:
    with pytest.raises(UndecodableBytes):
        decode(rb"half a pair: \ud800", "unicode_escape")


def test_bytes_that_do_not_fit_a_named_encoding_are_pointed_at() -> None:
    with pytest.raises(UndecodableBytes, match="byte 3"):
        decode(b"abc\xff", "utf-8")


def test_damaged_utf_8_is_not_taken_for_something_else() -> None:
    data = ("Звонок состоялся в среду.\n" * 10).encode() + b"\xd0\n"
    with pytest.raises(UndecodableBytes, match="line 11"):
        decode(data)


def test_a_cut_off_last_character_is_damage_too() -> None:
    with pytest.raises(UndecodableBytes, match="damaged"):
        decode(("Звонок состоялся в среду. " * 10).encode() + b"\xd0")


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ("", "utf-8")


def test_a_zero_byte_does_not_make_utf_8_something_else(tmp_path: Path) -> None:
    text = "a log line\n" * 20 + "\0\0\0" + "and on it goes\n" * 20
    assert decode(text.encode()) == (text, "utf-8")
