"""What is said of keys that can do nothing here, and where keys go while more are waited for."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import reading

from tui.reading import bars


async def test_a_panel_is_still_named_while_a_second_key_is_waited_for(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("LIBRARY")
        await reader.press("ctrl+w")
        await reader.until("escape leave")
        assert reader.sees("LIBRARY")


async def test_the_next_match_of_nothing_says_so_and_asks_for_words(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("n")
        await reader.until_typing()
        await reader.until("Nothing was looked for yet")
        await reader.type("asylum")
        await reader.until("of 1")
        assert not reader.reading.bars.speaking


async def test_what_comes_of_itself_is_told_under_the_answer(
    seeds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bars, "NOTICE_SECONDS", 600.0)
    async with reading(seeds) as reader:
        told = reader.reading.bars
        for words in ("one", "two", "one", "three", "four"):
            told.say(told.beside(words), "warning")
        assert told.said == ("one", "three", "four")
        told.say("An answer", "information")
        assert told.said == ("An answer",)
        for words in ("one", "two", "two", "three", "four"):
            told.say(told.beside(words), "warning")
        assert told.said == ("An answer", "two", "three", "four")
        told.forget()
        told.say(told.beside("five"), "warning")
        assert told.said == ("five",)


async def test_a_key_of_the_library_says_where_it_works(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("O")
        await reader.until("O is for the library: open beside the text; o goes there")


async def test_a_count_without_a_match_at_the_cursor_is_no_ordinal(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("asylum", "/")
        await reader.until("/asylum/ 1 of 1")
        await reader.press("g")
        await reader.until("/asylum/ 1 match ")


async def test_the_help_in_ascii_has_no_key_that_is_none(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("z", "x", "f1")
        await reader.until("m ...")
        assert not reader.sees("m ~")


async def test_agreement_with_nobody_is_told_once_under_its_title(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+x", "g")
        await reader.until("nothing to compare")
        (title,) = (row for row in reader.screen if "Agreement" in row)
        assert "▌Agreement" in title
        assert not reader.sees("0 documents")
