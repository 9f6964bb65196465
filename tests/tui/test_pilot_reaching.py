"""Motions that are not made for selecting take the end of a selection along."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading


async def test_to_the_end_and_to_the_start(seeds: Path) -> None:
    async with reading(seeds) as reader:
        view = reader.pane.view
        assert view is not None
        text = view.document.text
        await reader.press("5", "G", "v")
        await reader.until(lambda: view.selection)
        began = text.index(reader.selected, view.cursor.start if view.cursor else 0)
        await reader.press("G")
        await reader.until(lambda: reader.selected == text[began:].rstrip())
        await reader.press("g")
        await reader.until(lambda: reader.selected.startswith(text[:40].strip()[:20]))
        assert text.startswith(reader.selected)
        await reader.press("8", "G")
        await reader.until(lambda: text[began:].startswith(reader.selected))
        assert reader.selected.endswith(".")


async def test_by_paragraphs(seeds: Path) -> None:
    async with reading(seeds) as reader:
        view = reader.pane.view
        assert view is not None
        await reader.press("5", "G", "v", "}")
        await reader.until(lambda: len(reader.selected) > 100)
        one = reader.selected
        assert "\n\n" not in one
        assert view.document.text[view.document.text.index(one) + len(one) :].startswith("\n\n")
        await reader.press("}")
        await reader.until(lambda: reader.selected.count("\n\n") == 1)
        await reader.press("{")
        await reader.until(lambda: reader.selected.count("\n\n") == 0)


@pytest.mark.parametrize("key", ["space", "ctrl+d"])
async def test_by_pages(seeds: Path, key: str) -> None:
    async with reading(seeds, size=(80, 20)) as reader:
        await reader.press("v")
        await reader.until(lambda: reader.pane.view and reader.pane.view.selection)
        before = reader.selected
        await reader.press(key)
        await reader.until(lambda: len(reader.selected) > len(before) + 100)


async def test_scrolling_leaves_it_as_it_is(seeds: Path) -> None:
    async with reading(seeds, size=(80, 20)) as reader:
        await reader.press("v", "l", "l")
        await reader.until(lambda: reader.pane.view and reader.pane.view.selection)
        before = reader.selected
        await reader.press("9", "ctrl+e")
        await reader.until(lambda: reader.pane.view and reader.pane.view.top > 100)
        assert reader.selected == before
