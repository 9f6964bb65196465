"""ctrl+c, with which many leave whatever they are in: it leaves that."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading


@pytest.mark.parametrize("key", ["/", "?", "T", "E", "colon", "ctrl+f"])
async def test_it_leaves_what_is_typed_into(seeds: Path, key: str) -> None:
    async with reading(seeds) as reader:
        await reader.press("5", "G")
        await reader.until("s 5/24")
        was = reader.sentence
        await reader.press(key)
        await reader.until_typing()
        await reader.type("Put")
        await reader.press("ctrl+c")
        await reader.until(lambda: not reader.typing)
        await reader.until(lambda: reader.reading.panel is None)
        assert reader.sentence == was
        assert reader.reading.finding.find is None
        assert not reader.app._notifications


async def test_it_leaves_a_note_when_pressed_twice(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.type("words")
        await reader.press("ctrl+c")
        await reader.until("ctrl+c again leaves it as it was")
        await reader.press("ctrl+c")
        await reader.until("Note not kept")
        assert not reader.typing
        assert not reader.app._notifications
    assert reader.marks() == []


async def test_it_copies_what_is_selected_in_a_note(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.type("some words")
        await reader.press(*["shift+left"] * 5, "ctrl+c")
        await reader.until("Copied")
        assert reader.typing
        assert reader.app.clipboard == "words"


async def test_it_closes_the_help(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("f1")
        await reader.until(lambda: reader.app.screen is not reader.reading)
        await reader.press("ctrl+c")
        await reader.until(lambda: reader.app.screen is reader.reading)
