"""The terminal's own cursor in the text: it stays on the current sentence, wherever that goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading


def on_sentence(reader: Reader) -> bool:
    """Whether the terminal's cursor is on the sentence of the pane that has the keys."""
    x, y = reader.app.cursor_position
    words = reader.screen[y][x : x + 8]
    return reader.pane.region.contains(x, y) and reader.sentence.startswith(words or " ")


@pytest.mark.parametrize("pane", [1, 2])
async def test_it_is_on_the_sentence_again_after_the_help(seeds: Path, pane: int) -> None:
    async with reading(seeds) as reader:
        await reader.press(f"alt+{pane}", "j", "j")
        await reader.until(lambda: on_sentence(reader))
        before = reader.app.cursor_position
        await reader.press("f1")
        await reader.until(lambda: reader.app.cursor_position == (2, 1))
        await reader.press("escape")
        await reader.until(lambda: reader.app.cursor_position == before)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_it_goes_with_a_pane_that_is_moved(seeds: Path, size: tuple[int, int]) -> None:
    async with reading(seeds, size=size) as reader:
        await reader.press("j", "j")
        left, _ = reader.app.cursor_position
        await reader.press("ctrl+w", "L")
        await reader.until(lambda: reader.app.cursor_position[0] > left and on_sentence(reader))
        await reader.press("ctrl+w", "H")
        await reader.until(lambda: reader.app.cursor_position[0] == left and on_sentence(reader))


async def test_it_goes_with_the_text_when_another_panel_takes_its_room(seeds: Path) -> None:
    async with reading(seeds, size=(100, 30)) as reader:
        await reader.press("G", "o", "tab")
        await reader.until(lambda: on_sentence(reader))
        beside, _ = reader.app.cursor_position
        await reader.press("D")
        await reader.until("Compare")
        await reader.until(lambda: reader.app.cursor_position[0] < beside and on_sentence(reader))
