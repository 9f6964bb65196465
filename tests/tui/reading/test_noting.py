"""While a note is written it is told what it is on."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import add_as, reading


async def test_it_is_told_what_a_note_is_on(seeds: Path) -> None:
    add_as("ab", seeds, "Putin and al-Sharaa", "claim")
    async with reading(seeds) as reader:
        for key, words in [
            ("W", "Note on the whole text of call.txt"),
            ("p", "Reply to ab on “Putin and al-Sharaa”"),
        ]:
            await reader.press(key)
            await reader.until_typing()
            reader.reading.bars.forget()
            reader.reading.refresh_status()
            await reader.until(words)
            await reader.press("escape", "escape")
            await reader.until(lambda: not reader.typing)
            assert not reader.sees(words)


async def test_a_note_on_a_passage_names_its_words(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.until("Note on “Putin and al-Sharaa speak by telephone")
