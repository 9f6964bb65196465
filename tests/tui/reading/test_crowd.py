"""Who names more files than go side by side is told where the others are."""

from __future__ import annotations

import pytest

from tui.keys import Keymap, KeyReader
from tui.reading.crowd import crowd


@pytest.mark.parametrize(
    ("named", "in_sight", "words"),
    [
        (2, 2, ""),
        (4, 4, ""),
        (4, 2, "2 of 4 files fit side by side here: tab goes on to the next"),
        (6, 4, "4 of 6 files are open, as many as go side by side: o opens more"),
    ],
)
def test_what_is_told(named: int, in_sight: int, words: str) -> None:
    assert crowd(named, in_sight, KeyReader(Keymap())) == words
