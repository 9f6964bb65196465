"""What is said and counted while marks on a changed text are settled, one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from tui.panels.changed import ChangedPanel

HEADING, FIRST = "A question of harbours", "Vladimir Putin telephoned"


async def edit(reader_or_seeds: Path, *replacements: tuple[str, str], name: str = "call.txt") -> None:
    """Replaces words of a document on disk."""
    file = reader_or_seeds / name
    text = file.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


async def offered_elsewhere(seeds: Path) -> None:
    """Marks two sentences; then the document has another name, and reads otherwise elsewhere."""
    async with reading(seeds, "call.txt") as reader:
        await reader.press("j", "t", "c", "j", "t", "q")
        await reader.saved()
    await edit(seeds, ("A question of harbours", "A question of airfields"))
    (seeds / "call.txt").rename(seeds / "anruf.txt")


def listed(reader: Reader) -> int:
    assert isinstance(reader.reading.panel, ChangedPanel)
    return reader.reading.panel.count()


@pytest.mark.parametrize("named", [["anruf.txt"], []], ids=["named", "unnamed"])
async def test_one_kept_on_the_same_words_counts_no_more_and_asks_again_when_that_is_undone(
    seeds: Path, named: list[str]
) -> None:
    await offered_elsewhere(seeds)
    async with reading(seeds, *named, indexed=True) as reader:
        await reader.press("R")
        await reader.until("1 of 2")
        assert reader.sees("Word for word the same")
        assert not reader.sees("only punctuation")
        await reader.press("a")
        await reader.until("Kept as it reads now; 1 more to look at")
        await reader.press("a")
        await reader.until("Kept as it reads now; none is left to look at")
        await reader.press("u")
        await reader.until("Undone: keep as it reads now")
        await reader.until(lambda: listed(reader) == 1)
        await reader.saved()
        await reader.until("is this the place?")
        assert reader.reading.session.waiting() == 1
