"""What is kept of earlier paint is what would be painted anew, wherever the reader has been."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from at_the_screen import Reader, reading

KEYS = ["j", "k", "space", "b", "ctrl+e", "ctrl+y", "ctrl+d", "v", "l", "escape", "n", "tab", "}"]
PRESSES = 60


def kept_and_anew(reader: Reader) -> tuple[list[object], list[object]]:
    """The rows of every pane as they are kept, and painted from nothing."""
    kept: list[object] = []
    anew: list[object] = []
    for pane in reader.reading.panes:
        kept += [list(strip) for strip in pane.render_lines(pane.size.region)]
        pane.picture.forget()
        anew += [list(strip) for strip in pane.render_lines(pane.size.region)]
    return kept, anew


@pytest.mark.parametrize("setting", [(), ("z", "s"), ("z", "f")], ids=["plain", "spaced", "focus"])
async def test_rows_that_are_kept_are_as_if_painted_anew(
    seeds: Path, setting: tuple[str, ...]
) -> None:
    chance = random.Random(5)
    async with reading(seeds, size=(110, 24)) as reader:
        await reader.enter("the", *setting, "j", "t", "c", "j", "j", "j", "t", "q", "/")
        await reader.until(lambda: not reader.typing)
        for _ in range(PRESSES):
            key = chance.choice(KEYS)
            await reader.press(key)
            kept, anew = kept_and_anew(reader)
            assert kept == anew, key
