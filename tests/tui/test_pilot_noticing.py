"""Files that change while somebody searches: the answer follows, and the reader stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading

from tui import watch


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are looked at again and again without a pause."""
    monkeypatch.setattr(watch, "_CLOSELY", watch._Pace(0.001, 1.0))


@pytest.mark.parametrize("indexed", [False, True])
async def test_an_answer_follows_the_files(seeds: Path, indexed: bool) -> None:
    async with reading(seeds, "call.txt", indexed=indexed) as reader:
        panel = await reader.search("quixotic ")
        await reader.until("Nothing found")
        if not indexed:  # then the files named are all there are
            (seeds / "message.txt").write_text("A quixotic message.")
            await reader.until("1 hit in 1 document")
        else:
            (seeds / "new.txt").write_text("A quixotic plan.")
            await reader.until("1 hit in 1 document")
            (seeds / "new.txt").write_text("A quixotic plan, and a quixotic man.")
            await reader.until("2 hits in 1 document")
            (seeds / "new.txt").unlink()
            await reader.until("Nothing found")
        assert panel.line.value == "quixotic "


async def test_the_hit_chosen_stays_chosen(seeds: Path) -> None:
    async with reading(seeds, "call.txt") as reader:
        panel = await reader.search("envoy ")
        await reader.until("hits in")
        await reader.press("down", "down")
        chosen = panel.list.sentences[panel.list.index]
        assert (panel.list.index, chosen.document) == (2, "call.txt")
        first = panel.list.sentences[0]
        (seeds / first.document).write_text("The envoy.\nOf the envoy, the envoy and the envoy.")
        await reader.until(lambda: panel.list.sentences[0] != first)
        now = panel.list.sentences[panel.list.index]
        assert (now.document, now.sentence) == (chosen.document, chosen.sentence)


async def test_it_is_told_where_the_answer_came_from(seeds: Path) -> None:
    async with reading(seeds, "call.txt", indexed=True) as reader:
        await reader.search("envoy ")
        await reader.until("hits in")
        await reader.until(lambda: any("hits in" in r and "  indexed" in r for r in reader.screen))
