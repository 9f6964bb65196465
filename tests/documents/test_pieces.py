"""A text decoded in pieces is the text decoded at once, and its beginning is how it begins."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents import pieces, reading
from documents.decoding import HEAD, UndecodableBytes, decode
from documents.document import text_digest, text_in_utf_8
from documents.errors import CannotOpen
from documents.pieces import decode_beginning, decode_stream
from documents.reading import BEGINNING, LARGE, begin_document, read_document

CODECS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "koi8-r", "gb18030"]
PASSAGE = "The envoy said “no” — naïvely. Посол отказался 🙂 你好。\r\n"


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces of a few bytes, so that they end in the middle of characters."""
    monkeypatch.setattr(pieces, "PIECE", 7)


@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    filling=st.integers(0, 40),
    codec=st.sampled_from(CODECS),
    named=st.booleans(),
)
def test_pieces_make_the_same_text_as_the_whole(
    text: str, filling: int, codec: str, named: bool
) -> None:
    filled = "x" * (HEAD - 20 + filling) + text
    data = filled.encode(codec, "ignore")
    encoding = codec if named else None
    found = decode_stream(BytesIO(data), encoding)
    if found is not None:
        assert found == decode(data, encoding)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_its_first_bytes_or_utf_8_tell_is_decoded_in_pieces(codec: str) -> None:
    data = (PASSAGE * 300).encode(codec)
    assert decode_stream(BytesIO(data)) == (PASSAGE * 300, codec)


@pytest.mark.parametrize("data", [b"a" * HEAD + b"\xff", PASSAGE.encode() * 300 + b"\xe2\x80"])
def test_what_is_no_utf_8_is_left_to_a_look_at_the_whole(data: bytes) -> None:
    assert decode_stream(BytesIO(data)) is None


def test_an_encoding_nobody_knows_is_refused() -> None:
    with pytest.raises(UndecodableBytes, match="no encoding named"):
        decode_stream(BytesIO(b"text"), "no-such-codec")


@given(least=st.integers(0, 30_000), codec=st.sampled_from(CODECS[:5]))
def test_a_beginning_is_how_the_text_begins_and_long_enough(least: int, codec: str) -> None:
    text = PASSAGE * 400
    data = text.encode(codec)
    found = decode_beginning(BytesIO(data), codec, least=least)
    assert found is not None
    assert text.startswith(found.text)
    assert len(found.text) >= min(least, len(text))
    assert found.size <= len(data)


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that counts as large."""
    monkeypatch.setattr(pieces, "PIECE", 64 * 1024)
    file = tmp_path / "large.txt"
    file.write_bytes((PASSAGE * (LARGE // 60)).encode())
    assert file.stat().st_size > LARGE
    return file


def test_a_large_file_is_the_same_document_as_ever(large: Path) -> None:
    document = read_document(large, "large.txt")
    assert document.text == PASSAGE * (LARGE // 60)
    assert document.complete
    assert (document.encoding, document.reader, document.kind) == ("utf-8", "plain", "prose")


def test_a_large_file_can_be_begun(large: Path) -> None:
    begun, whole = begin_document(large, "large.txt"), read_document(large, "large.txt")
    assert not begun.complete
    assert BEGINNING <= len(begun.text) < len(whole.text)
    assert whole.text.startswith(begun.text)
    assert begun.share == pytest.approx(len(begun.text) / len(whole.text), rel=0.01)
    with pytest.raises(ValueError, match="beginning"):
        _ = begun.digest


def test_a_beginning_goes_beyond_the_place_asked_for(large: Path) -> None:
    whole = read_document(large, "large.txt")
    place = len(whole.text) // 2
    assert len(begin_document(large, "large.txt", reach=place).text) > place
    assert begin_document(large, "large.txt", reach=len(whole.text)).text == whole.text


def test_a_small_file_is_read_whole_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PASSAGE, newline="")
    begun = begin_document(tmp_path / "a.txt", "a.txt")
    assert begun.complete
    assert begun.text == PASSAGE


@pytest.mark.usefixtures("large")
def test_a_large_file_that_is_not_in_utf_8_throughout_is_opened_as_ever(large: Path) -> None:
    data = ("Une réunion, dit-il, était prévue.\n" * (LARGE // 30)).encode("cp1252")
    large.write_bytes(data)
    assert begin_document(large, "large.txt").text == data.decode("cp1252")
    assert read_document(large, "large.txt").encoding == "cp1252"


def test_damage_far_into_a_large_file_shows_when_the_whole_is_read(large: Path) -> None:
    large.write_bytes(large.read_bytes() + b"\xff")
    assert not begin_document(large, "large.txt").complete
    with pytest.raises(CannotOpen, match="damaged"):
        read_document(large, "large.txt")


def test_what_is_no_text_is_refused_however_large(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7" + bytes(reading.LARGE))
    for read in (begin_document, read_document):
        with pytest.raises(CannotOpen, match="PDF"):
            read(tmp_path / "a.txt", "a.txt")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_is_encoded_in_pieces_as_at_once(text: str) -> None:
    assert text_in_utf_8(text * 3) == (text * 3).encode()
    assert text_digest(text) == hashlib.sha256(text.encode()).hexdigest()


def test_a_text_of_several_pieces_is_encoded_whole() -> None:
    text = PASSAGE * 20_000
    assert text_in_utf_8(text) == text.encode()
    assert text_digest(text) == hashlib.sha256(text.encode()).hexdigest()
