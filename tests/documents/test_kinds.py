"""What type a file is, by its name and its first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.kinds import (
    BINARY,
    CODE,
    MARKDOWN,
    PLAIN,
    Format,
    Unopenable,
    refused_by_bytes,
    type_by_bytes,
    type_by_name,
)
from documents.readers import reader_for


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("call.txt", PLAIN),
        ("reports/CALL.TXT", PLAIN),
        ("notes.md", MARKDOWN),
        ("notes.markdown", MARKDOWN),
        ("notes.mkd", MARKDOWN),
        ("reader.py", CODE),
        ("Makefile", CODE),
        ("src/CMakeLists.txt", CODE),
        ("table.csv", CODE),
        ("photo.JPEG", BINARY),
        ("README", None),
        ("call.draft", None),
        (".profile", None),
        ("folder.txt/README", None),
    ],
)
def test_a_name_tells_the_type(name: str, expected: Format | Unopenable | None) -> None:
    assert type_by_name(name) == expected


@pytest.mark.parametrize(
    "suffix",
    ["html", "htm", "xhtml", "pdf", "epub", "docx", "odt", "rtf", "doc", "eml", "mbox", "msg"],
)
def test_formats_that_cannot_be_opened_yet_say_what_to_do(suffix: str) -> None:
    found = type_by_name(f"report.{suffix}")
    assert isinstance(found, Unopenable)
    assert found != BINARY
    assert "cannot be opened yet" in found.reason
    assert "save it as text" in found.mend


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"", PLAIN),
        (b"Plain words.\r\n", PLAIN),
        ("Звонок".encode("cp1251"), PLAIN),
        ("Звонок, the call".encode("utf-16"), PLAIN),
        ("Звонок, the call\n".encode("utf-16-le"), PLAIN),
        ("電話がありました。\n".encode("utf-16-be"), PLAIN),
        ("電話".encode()[:-1], PLAIN),  # cut off where the head ends
        (b"\x1b[1mbold\x1b[0m\x0c\x08", PLAIN),
        (b"a log that a crash\0\0 cut off, and that went on the day after\n", PLAIN),
        (b"#!/bin/sh\n", CODE),
        (b"<?xml version='1.0'?>", CODE),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", BINARY),
        (b"PK\x03\x04\x14\0", BINARY),
        (b"\x7fELF\x02\x01\x01\0", BINARY),
        (bytes(range(256)), BINARY),
        (b"\0" * 100, BINARY),
        (b"\x01\x02\x03\x04 and a word", BINARY),
        (b"\xe9\x80\0\x81\x07", BINARY),
    ],
)
def test_the_first_bytes_tell_what_a_name_does_not(
    head: bytes, expected: Format | Unopenable
) -> None:
    assert type_by_bytes(head) == expected


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"<!DOCTYPE html>", b"\n<html>", b"{\\rtf1\\ansi"])
def test_formats_are_known_without_a_name(head: bytes) -> None:
    found = type_by_bytes(head)
    assert isinstance(found, Unopenable)
    assert "cannot be opened yet" in found.reason


def test_html_source_named_as_text_may_be_read() -> None:
    assert refused_by_bytes(b"<!doctype html>") is None


@given(st.text(st.characters(codec="utf-8")), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_no_text_is_turned_down_for_its_characters(text: str, codec: str) -> None:
    assert refused_by_bytes(("a text: " + text).encode(codec)) is None


def test_every_format_has_a_reader() -> None:
    for format_ in (PLAIN, MARKDOWN, CODE):
        assert callable(reader_for(format_.reader).read)
