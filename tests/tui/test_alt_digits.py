"""What a terminal sends for alt and a digit is heard as that key."""

from __future__ import annotations

import pytest
from textual._xterm_parser import XTermParser
from textual.events import Key

from tui.alt_digits import hear_alt_digits


@pytest.mark.parametrize("digit", "1234")
def test_alt_and_a_digit_are_one_key(digit: str) -> None:
    hear_alt_digits()
    parser = XTermParser()
    events = [*parser.feed(f"\x1b{digit}"), *parser.feed("")]  # the end: nothing longer follows
    assert [event.key for event in events if isinstance(event, Key)] == [f"alt+{digit}"]
