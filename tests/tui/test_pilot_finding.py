"""Finding on the screen: counted, marked in every pane, and left without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from at_the_screen import Reader, reading

from documents.spans import Span


async def ask(reader: Reader, words: str, key: str = "/") -> None:
    await reader.press(key)
    await reader.until_typing()
    await reader.type(words)


def matches(reader: Reader, pane: int) -> list[str]:
    """What is marked in a pane, as it stands in the text."""
    shown = reader.reading.panes[pane]
    assert shown.document is not None
    text = shown.document.text
    found = shown.find.within(text, 0, len(text)) if shown.find else ()
    return [text[slice(*span)] for span in found]


async def test_the_matches_are_counted_while_they_are_typed_and_after(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await ask(reader, "tartus")
        total = len(matches(reader, 0))
        await reader.until(f"1 of {total}")
        await reader.press("enter", "n")
        await reader.until(f"/tartus/ 2 of {total}")
        await reader.press("N", "N")
        await reader.until(f"/tartus/ {total} of {total}")
        await reader.press("escape")
        await reader.until(lambda: not reader.sees("/tartus"))


async def test_words_that_are_not_there_are_counted_too(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("3", "G")
        await ask(reader, "tartuszzz")
        await reader.until("none")
        await reader.press("escape")
        await reader.until("s 3/24")


async def test_every_pane_marks_the_words_and_finds_its_own(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await ask(reader, "Syria")
        await reader.press("enter")
        await reader.until(lambda: bool(matches(reader, 1)))
        theirs = len(matches(reader, 1))
        await reader.press("tab", "n")
        await reader.until(f"1 of {theirs}")
        assert "Syria" in reader.sentence
        await reader.press("escape")
        await reader.until(lambda: not matches(reader, 0) and not matches(reader, 1))


async def test_escape_puts_everything_back(seeds: Path) -> None:
    async with reading(seeds, size=(120, 16)) as reader:
        await ask(reader, "Syria")
        await reader.press("enter", "n", "ctrl+e", "v", "l", "l")
        view, match = reader.pane.view, reader.pane.match
        assert view is not None
        before = view.cursor, view.top, view.selection, reader.pane.find
        await ask(reader, "zebra")
        await reader.until("none")
        await reader.press("backspace", "backspace", "backspace", "backspace", "backspace")
        await reader.type("quays")
        await reader.until("1 of 1")
        assert view.selection is None
        await reader.press("escape")
        await reader.until(lambda: not reader.typing)
        assert (view.cursor, view.top, view.selection, reader.pane.find) == before
        assert reader.pane.match == match


async def test_the_arrows_bring_earlier_words_back(seeds: Path) -> None:
    async with reading(seeds) as reader:
        for words in ("Tartus", "quays"):
            await ask(reader, words)
            await reader.press("enter")
        await reader.press("g", "/")
        await reader.until_typing()
        await reader.press("up", "up")
        await reader.until("1 of")
        await reader.press("enter")
        await reader.until("/Tartus/ 1 of")
        await reader.press("g", "/")
        await reader.until_typing()
        await reader.press("enter")
        await reader.until("/Tartus/ 1 of")


async def test_selected_words_are_found_elsewhere(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.press("*")
        await reader.until("Nothing is selected")
        await ask(reader, "Tartus")
        await reader.press("enter", "escape", "v")
        words, sentence = reader.selected, reader.sentence
        await reader.press("*")
        await reader.until(f"/{words}/ ")
        assert reader.pane.view is not None
        assert reader.pane.view.selection is None
        assert reader.sentence != sentence
        assert words in reader.sentence


async def test_going_on_twice_in_one_sentence_goes_from_match_to_match(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One fish, two fish, red fish. No more.\n", encoding="utf-8")
    async with reading(tmp_path, "a.txt") as reader:
        await ask(reader, "fish")
        await reader.press("enter")
        await reader.until("/fish/ 1 of 3")
        await reader.press("2", "n")
        await reader.until("/fish/ 3 of 3")
        assert reader.pane.match == Span(24, 28)


async def test_a_match_far_on_in_a_long_text_is_gone_to_when_it_is_found(tmp_path: Path) -> None:
    text = "Nothing stands here at all.\n\n" * 200_000 + "The needle is here.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    async with reading(tmp_path, "a.txt") as reader:
        await ask(reader, "needle")
        await reader.press("enter")
        await reader.until(lambda: "needle" in reader.sentence)
        await reader.until("/needle/ 1 of 1")
        await reader.press("n")
        await reader.until("Round the end of the text")


@pytest.mark.parametrize(("key", "asks"), [("f3", "/"), ("N", "?")])
async def test_the_next_match_of_nothing_asks_for_words(seeds: Path, key: str, asks: str) -> None:
    async with reading(seeds) as reader:
        await reader.press(key)
        await reader.type("tartus")
        await reader.until(lambda: "Tartus" in reader.sentence)
        assert reader.sees(asks)
        assert reader.marks() == []


async def test_the_next_match_of_words_whose_marks_were_put_away(seeds: Path) -> None:
    async with reading(seeds) as reader:
        await reader.enter("Tartus", "/")
        await reader.until("/Tartus/ 1 of")
        await reader.press("escape", "n")
        await reader.until("/Tartus/ 2 of")
        await reader.reading.save_all()
    async with reading(seeds) as reader:
        await reader.press("g", "n")
        await reader.until("/Tartus/ 1 of")
        assert not reader.typing
