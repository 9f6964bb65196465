"""How to ask, called up over the results of a search, and the way back to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading


@pytest.mark.parametrize("ways", [("tab", "?"), ("f1",), ("f1", "tab")])
async def test_escape_goes_back_to_the_results_and_then_out(
    seeds: Path, ways: tuple[str, ...]
) -> None:
    async with reading(seeds) as reader:
        panel = await reader.search("Putin")
        await reader.until("hits in")
        await reader.press(*ways)
        await reader.until("How to ask")
        await reader.press("escape")
        await reader.until("hits in")
        assert reader.reading.panel is panel
        assert not reader.sees("How to ask")
        await reader.press("escape")
        await reader.until(lambda: reader.reading.panel is None)


async def test_escape_closes_the_search_where_nothing_was_asked_yet(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+f")
        await reader.until_typing()
        await reader.until("How to ask")
        await reader.press("tab", "escape")
        await reader.until(lambda: reader.reading.panel is None)
