"""Open panels follow what the reader does beside them, and come back to where the reader was."""

from __future__ import annotations

from pathlib import Path

from at_the_screen import Reader, reading

CLAIMS = ("Unconfirmed reports say", "Another demand has had its answer")


async def claim(reader: Reader, words: str, pane: int) -> None:
    await reader.go(words, pane=pane)
    await reader.press("t", "c")
    await reader.saved()


async def two_claims(reader: Reader) -> None:
    for pane, words in enumerate(CLAIMS):
        await claim(reader, words, pane)


async def test_the_review_begins_at_the_claim_at_the_cursor(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await two_claims(reader)
        await reader.press("r")
        await reader.until("2 open")
        assert reader.sentence.startswith(CLAIMS[1])
        await reader.press("2")
        await reader.until(
            lambda: [one["status"] for one in reader.marks("message.txt")] == ["disputed"]
        )
        assert [one["status"] for one in reader.marks()] == ["open"]


async def test_the_review_is_come_back_to_at_the_claim_that_was_selected(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await two_claims(reader)
        await reader.press("r", "enter", "g", "g")
        await reader.until(lambda: not reader.sentence.startswith(CLAIMS[1]))
        await reader.press("r")
        await reader.until(lambda: reader.sentence.startswith(CLAIMS[1]))


async def test_the_review_begins_with_the_first_claim_elsewhere(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await two_claims(reader)
        await reader.press("g", "r")
        await reader.until(lambda: reader.sentence.startswith(CLAIMS[0]))


async def test_the_library_counts_what_is_marked_beside_it(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("o")
        await reader.until("Library")
        assert not reader.sees("1 marked")
        await reader.press("tab", "t", "d")
        await reader.until("1 marked")
        await reader.press("u")
        await reader.until(lambda: not reader.sees("1 marked"))


async def test_the_places_show_a_mark_that_is_set_beside_them(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("ctrl+x", "m")
        await reader.until("No places yet")
        await reader.press("tab", "m", "z")
        await reader.until("1 marked · 0 recent")
        await reader.press("j", "m", "b")
        await reader.until("2 marked · 0 recent")


async def test_what_is_said_of_escape_goes_when_the_note_goes_on(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("e")
        await reader.until_typing()
        await reader.press("a", "b", "escape")
        await reader.until("not kept yet")
        await reader.press("c")
        await reader.until("abc")
        assert not reader.reading.bars.speaking
        await reader.press("escape")
        await reader.until("not kept yet")
