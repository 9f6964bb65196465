"""What comes by a pipe is read to its end, and no further than can be held."""

from __future__ import annotations

import os
import threading

import pytest

from tui.commands.standard_input import read_all
from tui.output import Refused


def written(*pieces: bytes) -> int:
    """A pipe on which these pieces come, one after the other."""
    reading, writing = os.pipe()

    def write() -> None:
        for piece in pieces:
            try:
                os.write(writing, piece)
            except BrokenPipeError:
                break
        os.close(writing)

    threading.Thread(target=write, daemon=True).start()
    return reading


def test_everything_is_read_in_its_order() -> None:
    pieces = [b"one ", b"x" * 200_000, b" two"]
    assert read_all(written(*pieces), lambda words: None) == b"".join(pieces)


def test_nothing_is_a_text_too() -> None:
    assert read_all(written(), lambda words: None) == b""


def test_as_much_as_can_be_held_is_read_and_more_is_refused() -> None:
    assert len(read_all(written(b"x" * 1000), lambda words: None, largest=1000)) == 1000
    with pytest.raises(Refused, match="more than 0 MB on standard input; save it to a file"):
        read_all(written(b"x" * 1001), lambda words: None, largest=1000)


def test_what_takes_long_is_told_and_then_no_more() -> None:
    told: list[str] = []
    reading, writing = os.pipe()

    def tell(words: str) -> None:
        told.append(words)
        if len(told) == 2:
            os.close(writing)

    os.write(writing, b"Some words.")
    assert read_all(reading, tell) == b"Some words."
    assert told[0].startswith("reading standard input: 0.0 MB so far")
    assert told[-1] == ""
