"""What a quick reader types into a panel before it has opened, in one piece with the key for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from marks_on_disk import marks
from terminal import Open

WORD = "quickbrownfoxjumpsoverdogs"
"""Most of its letters are commands where text is read; the first one leaves."""


@pytest.mark.parametrize("key", ["\x06", ":", "/", "T", "o/", "A/", "\x1bOP/"])
def test_a_word_stands_in_the_line_as_it_was_typed(
    open_reader: Open, seeds: Path, key: str
) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for("1/24")
    terminal.send(key + WORD)
    terminal.wait_for(WORD)


def test_a_note_is_kept_as_it_was_typed(open_reader: Open, seeds: Path) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for("1/24")
    terminal.send(f"e{WORD}\r/Bogdanov\re{WORD[::-1]}\r")
    terminal.wait_for(lambda _: len(marks(seeds, "call.txt")) == 2)
    assert {mark["note"] for mark in marks(seeds, "call.txt")} == {WORD, WORD[::-1]}


def test_letters_taken_back_and_typed_anew_stand_in_their_places(
    open_reader: Open, seeds: Path
) -> None:
    terminal = open_reader(seeds)
    terminal.wait_for("1/24")
    terminal.send("\x06poet\x7f\x7frt authority")
    terminal.wait_for("port authority")
