"""What went wrong is told in one line that a terminal can be given as it is."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from documents.errors import CannotOpen, SettingsError, cannot_open, printable


@given(st.text(st.characters()))
def test_printable_text_holds_nothing_a_terminal_acts_on(text: str) -> None:
    shown = printable(text)
    assert shown.isprintable()
    shown.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_visible_text_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


def test_a_byte_that_is_no_utf_8_is_shown_as_a_byte() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"


def test_the_line_names_the_file_the_reason_and_the_mend() -> None:
    error = CannotOpen(Path("a/b.pdf"), "it is a PDF", "save it as text")
    assert str(error) == f"cannot open {Path('a/b.pdf')}: it is a PDF; save it as text"
    assert str(CannotOpen("x", "it is gone")) == "cannot open x: it is gone"


def test_an_error_about_a_hostile_name_is_one_harmless_line() -> None:
    line = str(CannotOpen("a\n\x1b]0;owned\x07\u202e.txt", "it is gone"))
    assert line.isprintable()


def test_a_settings_error_points_at_line_and_column() -> None:
    assert str(SettingsError("sidelight.toml", 3, 7, "no")) == "sidelight.toml:3:7: no"
    assert str(SettingsError("sidelight.toml", 0, 0, "no")) == "sidelight.toml: no"


def test_the_systems_errors_are_told_in_plain_words() -> None:
    assert "no such file" in str(cannot_open("x", FileNotFoundError(2, "ENOENT")))
    assert "may not read" in str(cannot_open("x", PermissionError(13, "EACCES")))
    assert "input/output error" in str(cannot_open("x", OSError(5, "Input/output error")))
